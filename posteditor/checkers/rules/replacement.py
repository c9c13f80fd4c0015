"""What a rule puts in the place of what it found: a template made text.

    {x}        what the slot holds, as it stands there
    {x.ing}    the same as a verb in another form: ing, s, past, pp, base; what the slot
               holds must be a base form, a gerund or a third person
    {x.pl}     a noun as plural, {x.sg} as singular; {x.a} with "a" or "an" before it
    <use>      a verb in the form of the pattern's inflected verb; the second <…> takes
               the form of the second one, where the pattern has as many
    <use.ing>  a verb in a fixed form
    <n:step>   a noun in the number of the pattern's noun; the second <n:…> likewise

Rule: capitals at the start and "a"/"an" before it stay right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from posteditor.checkers.rules.inflect import BE, HAVE, Form, base_of_gerund, verb
from posteditor.checkers.rules.nouns import plural, singular
from posteditor.checkers.rules.pattern import Pattern, PatternError

_PIECE = re.compile(
    r"\{(?P<slot>[A-Za-z]\w*)(?:\.(?P<form>\w+))?\}"
    r"|<n:(?P<noun>[a-z-]+(?: [a-z-]+)*)>"
    r"|<(?P<verb>[a-z]+)(?P<rest>(?: [a-z]+)*)(?:\.(?P<fixed>\w+))?>"
    r"|(?P<text>[^{}<>]+)"
)
_SPACES = re.compile(" {2,}")  # left by a slot that holds nothing
_BEFORE = re.compile(r"[\w’']+")
_ARTICLE = re.compile(r"(?<!\w)(an?)(\s+)\Z", re.IGNORECASE)
_VOWEL_SOUND = re.compile(
    r"(?:h(?:our|onest|onour|onor|eir)|(?!uni|us[aeiu]|eu|one|once|ubi|ut[ei])[aeiou])",
    re.IGNORECASE,
)
_FORMS = frozenset(Form)
_MID_SENTENCE = (",", ";", "’", "'", ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a pattern matched: the whole text, the span, what its groups hold."""

    text: str
    start: int
    end: int
    groups: Mapping[str, str | None]

    @property
    def matched(self) -> str:
        return self.text[self.start : self.end]


Renderer = Callable[[Found], str]


def compile_replacement(template: str, pattern: Pattern) -> Renderer:
    """A function from what was found to the text that replaces it. Raises PatternError
    where the template names what the pattern does not have."""
    pieces = list(_pieces(template, pattern))

    def render(found: Found) -> str:
        text = _SPACES.sub(" ", "".join(piece(found) for piece in pieces)).strip(" ")
        return _capitalised(text, found)

    return render


def with_article(found: Found, replacement: str) -> tuple[int, str]:
    """Start and text of the replacement, "a" or "an" before it set right."""
    article = _ARTICLE.search(found.text, max(0, found.start - 8), found.start)
    if article is None or not replacement:
        return found.start, replacement
    wanted = "an" if _VOWEL_SOUND.match(replacement) else "a"
    before = article[1]
    had = "an" if _VOWEL_SOUND.match(found.matched) else "a"
    if before.lower() == wanted or had == wanted:
        return found.start, replacement
    corrected = wanted.capitalize() if before[0].isupper() else wanted
    return article.start(1), corrected + article[2] + replacement


def _pieces(template: str, pattern: Pattern) -> Sequence[Renderer]:
    pieces: list[Renderer] = []
    verbs = nouns = 0
    position = 0
    while position < len(template):
        piece = _PIECE.match(template, position)
        if piece is None:
            raise PatternError(f"cannot read {template[position:]!r}")
        position = piece.end()
        if piece["text"] is not None:
            pieces.append(_constant(piece["text"]))
        elif piece["slot"] is not None:
            pieces.append(_slot(piece["slot"], piece["form"], pattern))
        elif piece["noun"] is not None:
            pieces.append(_in_number(piece["noun"], nouns, pattern))
            nouns += 1
        elif piece["fixed"] is not None:
            form = _form(piece["fixed"])
            pieces.append(_constant(verb(piece["verb"]).form(form) + piece["rest"]))
        else:
            pieces.append(_inflected(piece["verb"], piece["rest"], verbs, pattern))
            verbs += 1
    return pieces


def _constant(text: str) -> Renderer:
    return lambda found: text


def _form(name: str) -> Form:
    if name not in _FORMS:
        known = ", ".join(sorted({*_FORMS, *_NOUN_FORMS}))
        raise PatternError(f"{name!r} is no form of a verb or noun: {known}")
    return Form(name)


def _slot(name: str, form: str | None, pattern: Pattern) -> Renderer:
    if name not in pattern.slots:
        known = ", ".join(sorted(pattern.slots)) or "no slot"
        raise PatternError(
            f"names the slot {{{name}}}, which the pattern does not have; "
            f"it has: {known}"
        )
    if form is None:
        return lambda found: found.groups[name] or ""
    if form in _NOUN_FORMS:
        change = _NOUN_FORMS[form]
        return lambda found: change(found.groups[name] or "")
    wanted = _form(form)
    return lambda found: verb(_base((found.groups[name] or "").lower())).form(wanted)


def _base(word: str) -> str:
    if word.endswith("ing"):
        return base_of_gerund(word)
    return word if word.endswith(("ss", "us")) else _base_of_third_person(word)


def _base_of_third_person(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return re.sub(r"(?<=ch|sh|ss)es\Z|(?<=x)es\Z|s\Z", "", word)


def _with_indefinite_article(noun: str) -> str:
    return f"{'an' if _VOWEL_SOUND.match(noun) else 'a'} {noun}"


_NOUN_FORMS: Mapping[str, Callable[[str], str]] = {
    "pl": plural,
    "sg": singular,
    "a": _with_indefinite_article,
}


def _in_number(noun: str, number: int, pattern: Pattern) -> Renderer:
    if not pattern.nouns:
        raise PatternError(f"<n:{noun}> needs a <n:…> in the pattern")
    index = min(number, len(pattern.nouns) - 1)
    plurals, group = pattern.nouns[index], f"n{index}"
    several = plural(noun)

    def render(found: Found) -> str:
        phrase = " ".join((found.groups[group] or "").lower().split())
        return several if phrase in plurals else noun

    return render


def _inflected(base: str, rest: str, number: int, pattern: Pattern) -> Renderer:
    if not pattern.verbs:
        raise PatternError(f"<{base}> needs a <verb> in the pattern, or a form: .base")
    index = min(number, len(pattern.verbs) - 1)
    bases = pattern.verbs[index]
    group = f"v{index}"
    wanted = verb(base)

    def render(found: Found) -> str:
        phrase = found.groups[group] or ""
        word = phrase.split(maxsplit=1)[0].lower() if phrase else ""
        form = verb(bases.get(word, word)).form_of(
            word, after_auxiliary=_after_auxiliary(found, phrase)
        )
        return wanted.form(form) + rest

    return render


def _after_auxiliary(found: Found, phrase: str) -> bool:
    """Does a form of be or have stand within three words before the verb?"""
    at = found.text.find(phrase, found.start)
    before = _BEFORE.findall(found.text, max(0, at - 40), at)[-3:]
    return any(word.lower() in {*BE, *HAVE} for word in before)


def _capitalised(replacement: str, found: Found) -> str:
    """Capitals only where they come from the place: all of it, or a sentence's start.
    In mid-sentence a capital belongs to a name, which the template keeps or not."""
    matched = found.matched
    if not matched[:1].isupper():
        return replacement
    if len(matched.split()) > 1 and matched.isupper():
        return replacement.upper()
    before = found.text[max(0, found.start - 8) : found.start].rstrip()
    if before[-1:].isalnum() or before[-1:] in _MID_SENTENCE:
        return replacement
    return replacement[:1].upper() + replacement[1:]
