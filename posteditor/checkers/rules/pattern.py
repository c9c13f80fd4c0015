"""The language patterns are written in, read into a regular expression.

    in order to           words, in any case; white space between them may be a line end
    Secretary General     a word with a capital matches only so written
    (in|within) the       alternatives        very? and (at all)?   may be missing
    <carry out|conduct>   any form of a verb; of a phrase the first word is inflected
    <n:step|joint plan>   a noun in either number
    {x} {x:2} {x:1-4}     a slot of one to three words, of two, of one to four
    {x:1-4 not of|and}    a slot none of whose words is one of these
    {x:a|the}             a slot that must be one of these    {x:<make>}  or a verb form
    {n:num} or <num>      a class of words, see CLASSES (adj and noun go by endings)
    ^ and $               start and end of the segment (quotes and a full stop aside)
    \\( \\) \\?              the marks themselves

Rule: a pattern never repeats what is itself repeated, so no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from posteditor.checkers.rules.frequency import commonness
from posteditor.checkers.rules.inflect import verb
from posteditor.checkers.rules.nouns import plural

WORD = r"[^\W_](?:\w|['’&/.\-‐‑](?=\w))*+"
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November"
    "|December"
)
# Verbs that official prose puts after "to"; after it, they are hardly anything else.
VERBS = (
    "achieve|act|adapt|add|adopt|agree|allow|analyse|analyze|apply|approve|ask|assess"
    "|attract|avoid|be|become|begin|bring|build|buy|carry|change|check|choose|combat"
    "|come|compare|complete|conclude|conduct|consider|continue|contribute|control"
    "|cooperate|coordinate|counter|create|cut|decide|decrease|define|deliver|determine"
    "|develop|discuss|draw|eliminate|enable|encourage|ensure|establish|evaluate|expand"
    "|explain|extend|fight|fill|find|finish|follow|form|fulfil|fulfill|get|give|go|grow"
    "|have|help|hold|identify|implement|improve|include|increase|inform|introduce"
    "|invest|invite|join|keep|know|launch|lead|learn|leave|live|maintain|make|manage"
    "|meet|modernise|modernize|monitor|move|obtain|open|optimise|optimize|organise"
    "|organize|overcome|participate|pay|plan|play|prepare|preserve|prevent|produce"
    "|promote|protect|provide|pursue|put|raise|reach|receive|recognise|recognize|reduce"
    "|regulate|remain|remove|resolve|respond|restore|retain|return|save|secure|see|sell"
    "|send|set|share|show|sign|simplify|solve|speak|speed|spend|start|stop|strengthen"
    "|study|support|take|talk|teach|tell|train|transfer|understand|unite|use|visit|win"
    "|work|write"
)
CLASSES = {
    "word": WORD,
    "num": r"\d+(?:[.,\u00a0\u202f ]\d+)*",
    "year": r"(?:1[5-9]|20)\d\d",
    "cap": r"(?-i:[A-Z][\w'’\-‑]*+)",
    "ing": r"[^\W\d_]{2,}ing",
    "ed": r"[^\W\d_]{2,}ed",
    "ly": r"[^\W\d_]{2,}ly",
    "det": r"(?:the|an?|this|these|those|that|our|its|their|his|her|my|your|all|each"
    r"|every|any|some|no)",
    "verb": rf"(?:{VERBS})",
    "month": rf"(?-i:{MONTHS})",
    "adj": r"(?:[^\W\d_]{3,}(?:al|ive|ous|ful|ic|ble|ary|less|ant|ent|ed|ing)"
    r"|big|broad|clear|close|common|full|good|great|high|huge|joint|key|large|main|major"
    r"|new|open|own|strong|wide)",
    "noun": r"[^\W\d_]{2,}(?:[ts]ion|ment|ness|ity|ism|ance|ence|ship|hood|ure|age)s?",
}

_LEXEME = re.compile(
    r"\s+"
    r"|(?P<open>[(|)])"
    r"|(?P<optional>\?)"
    r"|\{(?P<slot>[A-Za-z]\w*)(?::(?P<spec>[^{}]*))?\}"
    r"|<(?P<verb>[^<>]+)>"
    r"|(?P<edge>[\^$])"
    r"|(?P<word>[\w%](?:[\w%]|['’.\-](?=\w))*)"
    r"|\\?(?P<mark>(?<=\\).|[^\s(){}<>|?^$\\])"
)
_RANGE = re.compile(r"(\d)(?:-(\d))?(?: not (?P<unwanted>[\w’'|-]+))?\Z")
_NOUNS = re.compile(r"[a-z-]+(?: [a-z-]+)*(?:\|[a-z-]+(?: [a-z-]+)*)*\Z")
_VERBS = re.compile(r"[a-z]+(?: [a-z]+)*(?:\|[a-z]+(?: [a-z]+)*)*\Z")
_TOKENS = re.compile(r"[^\W_]+")
_GAP = r"\s+"
_DEPTH = 20
_OPENING = "([“«„‘\"'-–—/"  # marks that may touch the word behind them
_START = "(?<=\\A[\\s\"'“”„«»‘’(\\[]*)"
_END = "(?=[.!?…\"'”’»)\\]\\s]*\\Z)"
Anchors = tuple[frozenset[str], ...]


class PatternError(ValueError):
    """What is wrong with a pattern, for the writer of a pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern that can be searched for.

    `regex` is for the `regex` module with IGNORECASE. Every text that it matches holds
    at least one word of each set in `anchors` (lower case). `verbs` are the base forms
    behind each inflected group `v0`, `v1`, …, by the words that may be matched;
    `nouns` the plurals that each group `n0`, `n1`, … may match.
    """

    regex: str
    anchors: Anchors
    slots: frozenset[str]
    verbs: tuple[dict[str, str], ...] = ()
    nouns: tuple[frozenset[str], ...] = ()


@dataclass(slots=True)
class _Node:
    """A piece of the expression. `glue`: needs no white space before it; `edge`: is the
    start or end of the segment; `behind`: the
    white space that must follow, nothing after an edge."""

    regex: str
    anchors: list[frozenset[str]]
    glue: bool = False
    optional: bool = False
    edge: bool = False
    behind: str = _GAP


@dataclass(slots=True)
class _Reader:
    pattern: str
    lexemes: Iterator[re.Match[str]]
    current: re.Match[str] | None = None
    depth: int = 0
    slots: set[str] = field(default_factory=set)
    verbs: list[dict[str, str]] = field(default_factory=list)
    nouns: list[frozenset[str]] = field(default_factory=list)

    def advance(self) -> None:
        self.current = next(self.lexemes, None)

    def at(self, kind: str, text: str | None = None) -> bool:
        lexeme = self.current
        return (
            lexeme is not None
            and lexeme.lastgroup is not None
            and lexeme[kind] is not None
            and (text is None or lexeme[kind] == text)
        )


def read_pattern(pattern: str) -> Pattern:
    """Read the pattern of a rule. Raises PatternError."""
    read = read_context(pattern)
    if not read.anchors:
        raise PatternError("needs at least one word that must be there")
    return replace(read, regex=rf"(?<![\w\-‑]){read.regex}(?![\w‑]|-\w)")


def read_context(pattern: str) -> Pattern:
    """Read what must not stand beside a match: it may be all classes and marks."""
    reader = _Reader(pattern, _lexemes(pattern))
    reader.advance()
    node = _sequence(reader)
    if reader.current is not None:
        raise PatternError(f"unexpected {reader.current[0]!r}")
    return Pattern(
        regex=node.regex,
        anchors=tuple(node.anchors),
        slots=frozenset(reader.slots),
        verbs=tuple(reader.verbs),
        nouns=tuple(reader.nouns),
    )


def _lexemes(pattern: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(pattern):
        match = _LEXEME.match(pattern, position)
        if match is None:
            raise PatternError(f"cannot read {pattern[position:]!r}")
        position = match.end()
        if match.lastgroup is not None:
            yield match


def _sequence(reader: _Reader) -> _Node:
    """Items up to `|`, `)` or the end, joined by white space."""
    nodes = []
    while reader.current is not None and not (
        reader.at("open", "|") or reader.at("open", ")")
    ):
        nodes.append(_item(reader))
    if not nodes:
        raise PatternError("an empty alternative or pattern")
    return _joined(nodes)


def _joined(nodes: list[_Node]) -> _Node:
    """Optional items take the white space on their outer side with them."""
    parts: list[str] = []
    anchors: list[frozenset[str]] = []
    gap = ""  # what must stand before the next piece; "" also after a leading `x?`
    for node in nodes:
        if gap and node.glue:
            gap = r"\s*"
        if not node.optional:
            parts.append(gap + node.regex)
            anchors += node.anchors
            gap = "" if node.edge else node.behind
        elif gap:
            parts.append(f"(?:{gap}{node.regex})?")
        else:
            parts.append(rf"(?:{node.regex}\s+)?")
    return _Node("".join(parts), anchors)


def _item(reader: _Reader) -> _Node:
    node = _atom(reader)
    if reader.at("optional"):
        reader.advance()
        node.optional = True
    return node


def _atom(reader: _Reader) -> _Node:
    lexeme = reader.current
    assert lexeme is not None
    kind = lexeme.lastgroup
    if kind == "open":
        return _group(reader)
    reader.advance()
    if kind == "word":
        return _literal(lexeme["word"])
    if kind == "mark":
        behind = r"\s*" if lexeme["mark"] in _OPENING else _GAP
        return _Node(_mark(lexeme["mark"]), [], glue=True, behind=behind)
    if kind == "verb":
        return _verbs(lexeme["verb"], reader)
    if kind in {"slot", "spec"}:
        return _slot(lexeme["slot"], lexeme["spec"], reader)
    if kind == "edge":
        return _Node(_START if lexeme[0] == "^" else _END, [], glue=True, edge=True)
    raise PatternError(f"unexpected {lexeme[0]!r}")


def _group(reader: _Reader) -> _Node:
    opening = reader.current
    assert opening is not None
    if opening[0] != "(":
        raise PatternError(f"unexpected {opening[0]!r}")
    reader.depth += 1
    if reader.depth > _DEPTH:
        raise PatternError("brackets are nested too deep")
    reader.advance()
    branches = [_sequence(reader)]
    while reader.at("open", "|"):
        reader.advance()
        branches.append(_sequence(reader))
    if not reader.at("open", ")"):
        raise PatternError("a bracket is not closed")
    reader.depth -= 1
    reader.advance()
    return _alternatives(branches)


def _alternatives(branches: list[_Node]) -> _Node:
    regex = "|".join(branch.regex for branch in branches)
    best = [_rarest(branch.anchors) for branch in branches]
    words: frozenset[str] = frozenset().union(*best)
    return _Node(f"(?:{regex})", [words] if all(best) else [])


def _rarest(anchors: list[frozenset[str]]) -> frozenset[str]:
    return min(anchors, key=commonness, default=frozenset())


def _literal(word: str) -> _Node:
    regex = re.sub("['’]", "['’‘ʼ]", re.escape(word)).replace(r"\-", "[-‐‑–]")
    if word != word.lower():
        regex = f"(?-i:{regex})"
    longest = max(_TOKENS.findall(word), key=len, default="")
    return _Node(regex, [frozenset({longest.lower()})] if longest else [])


def _mark(mark: str) -> str:
    return {'"': '["“”„«»]', "'": "['’‘ʼ]", "-": "[-‐‑–—]", "–": "[-‐‑–—]"}.get(
        mark, re.escape(mark)
    )


def _verbs(spec: str, reader: _Reader) -> _Node:
    if spec in CLASSES:
        return _Node(CLASSES[spec], [])
    if spec.startswith("n:"):
        return _nouns(spec.removeprefix("n:"), reader)
    if not _VERBS.match(spec):
        raise PatternError(f"<{spec}> is no verb in lower case and no class")
    bases: dict[str, str] = {}
    branches = []
    words: set[str] = set()
    for phrase in spec.split("|"):
        head, *rest = phrase.split(" ")
        forms = verb(head).all
        bases |= dict.fromkeys(forms, head)
        words |= set(forms)
        longest_first = "|".join(sorted(forms, key=len, reverse=True))
        tail = "".join(_GAP + re.escape(word) for word in rest)
        branches.append(f"(?:{longest_first}){tail}")
    number = len(reader.verbs)
    reader.verbs.append(bases)
    regex = f"(?P<v{number}>{'|'.join(branches)})(?!\\w)"
    return _Node(regex, [frozenset(words)])


def _nouns(spec: str, reader: _Reader) -> _Node:
    if not _NOUNS.match(spec):
        raise PatternError(f"<n:{spec}> is no noun in lower case")
    singulars = spec.split("|")
    plurals = [plural(noun) for noun in singulars]
    forms = sorted({*singulars, *plurals}, key=lambda form: (-len(form), form))
    branches = "|".join(_literal_phrase(form) for form in forms)
    number = len(reader.nouns)
    reader.nouns.append(frozenset(plurals) - frozenset(singulars))
    anchors = frozenset(max(_TOKENS.findall(form), key=len) for form in forms)
    return _Node(f"(?P<n{number}>{branches})(?!\\w)", [anchors])


def _literal_phrase(phrase: str) -> str:
    return _GAP.join(_literal(word).regex for word in phrase.split(" "))


def _slot(name: str, spec: str | None, reader: _Reader) -> _Node:
    if name in reader.slots:
        raise PatternError(f"the slot {{{name}}} stands twice")
    reader.slots.add(name)
    content, anchors = _slot_content(spec, reader)
    return _Node(f"(?P<{name}>{content})", anchors)


def _slot_content(
    spec: str | None, reader: _Reader
) -> tuple[str, list[frozenset[str]]]:
    if spec is None:
        return _words(1, 3), []
    if spec in CLASSES:
        return CLASSES[spec], []
    counted = _RANGE.match(spec)
    if counted:
        low = int(counted[1])
        high = int(counted[2] or low)
        if not 1 <= low <= high:
            raise PatternError(f"{spec!r} is no number of words")
        return _words(low, high, counted["unwanted"]), []
    inner = _Reader(
        spec,
        _lexemes(f"({spec})"),
        slots=reader.slots,
        verbs=reader.verbs,
        nouns=reader.nouns,
    )
    inner.advance()
    node = _group(inner)
    if inner.current is not None or node.optional:
        raise PatternError(f"cannot read the slot {spec!r}")
    return node.regex, node.anchors


def _words(low: int, high: int, unwanted: str | None = None) -> str:
    word = WORD
    if unwanted:
        words = "|".join(map(re.escape, filter(None, unwanted.split("|"))))
        word = rf"(?!(?:{words})(?!\w)){WORD}"
    more = rf"(?:\s+{word})"
    return f"{word}{more}{{{low - 1},{high - 1}}}?" if high > 1 else word
