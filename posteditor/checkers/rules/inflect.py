"""The forms of English verbs, as rules need them: matched and given back in kind.

Rule: no word list of the language is loaded; a table of irregular verbs and the rules
of spelling are enough for the verbs a pack names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from posteditor.checkers.rules.irregular import past_and_participle


class Form(StrEnum):
    """A form of a verb, by the name a replacement uses for it."""

    BASE = "base"
    THIRD = "s"
    PAST = "past"
    PARTICIPLE = "pp"
    GERUND = "ing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of one word in its five forms; `be` has more, see `BE`."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    def form(self, form: Form) -> str:
        return {
            Form.BASE: self.base,
            Form.THIRD: self.third,
            Form.PAST: self.past,
            Form.PARTICIPLE: self.participle,
            Form.GERUND: self.gerund,
        }[form]

    @property
    def all(self) -> tuple[str, ...]:
        """Every spelling once, the base form first."""
        forms = (self.base, self.third, self.past, self.participle, self.gerund)
        extra = BE if self.base == "be" else ()
        return tuple(dict.fromkeys((*forms, *extra)))

    def form_of(self, word: str, *, after_auxiliary: bool) -> Form:
        """Which form `word` is. Where past and participle look alike, or base and past
        ("put"), `after_auxiliary` (a form of be or have stands before) decides."""
        word = word.lower()
        if self.base == "be":
            return _BE_FORMS.get(word, Form.BASE)
        if word == self.gerund:
            return Form.GERUND
        if word == self.third:
            return Form.THIRD
        if after_auxiliary and word == self.participle:
            return Form.PARTICIPLE
        if word == self.base:
            return Form.BASE
        return Form.PAST if word == self.past else Form.PARTICIPLE


BE = ("be", "am", "is", "are", "was", "were", "been", "being")
HAVE = ("have", "has", "had", "having")
_BE_FORMS = {
    "is": Form.THIRD,
    "was": Form.PAST,
    "were": Form.PAST,
    "been": Form.PARTICIPLE,
    "being": Form.GERUND,
}

_THIRD = {"be": "is", "have": "has"}
_GERUND = {"be": "being", "see": "seeing", "agree": "agreeing", "lie": "lying"}
# More than one syllable, and the last one stressed (or doubled by custom).
_DOUBLING = re.compile(
    r"(?:(?<!li)(?<!vo)mit|(?<!f)fer|cur|trol|nrol|pel|quip|gin|forget|fulfil|nnul|deter"
    r"|embed|overlap|debug|handicap|kidnap|worship|program|abet|acquit|abhor|rebut"
    r"|regret|allot|[^o]bar|(?:re|un|mis|over|under|out|up|off|baby|retro)"
    r"(?:set|fit|run|sit|put|plan|pin|wrap|map|bid|cut|get|hit))\Z"
)
_VOWELS = "aeiou"


def verb(base: str) -> Verb:
    """The forms of a verb given in its base form, one word in lower case."""
    past, participle = past_and_participle(base) or (_regular_past(base),) * 2
    return Verb(
        base=base,
        third=_THIRD.get(base) or _third(base),
        past=past,
        participle=participle,
        gerund=_GERUND.get(base) or _gerund(base),
    )


# Stems of gerunds that have lost an "e": the endings that tell, and what they must not
# be taken for.
_LOST_E = re.compile(
    r"""(?:
        [cuvz] | [aeiouy]s | (?<!i)ag | [nlrp]s | [ldr]g | [bcdfgklpt]l
        | ch?ang | arrang | challeng | plung
        | (?<![eo])at | creat | (?<!o)ut | (?<!o)ur | (?<!a)ir | (?<![eo])ar
        | (?:(?:pl|st|sc|ign)or) | (?:adh|interf)er | (?<![aeou])in | (?:postp|cond)on
        | ven | (?<![ao])id | (?<![eo])ad | ud | [lr]od | c[e]d | imped
        | (?:un|inv|c|wr|exped|exc)it | (?<!il)(?<!o)ot | (?:compl|comp|del)et
        | (?<![eo])ak | [vo]ok(?<!ook) | [il]ik | scrib | (?<![ao])(?:p|c)il | ul | scal
        | (?<![eo])am | (?:c|w)om | um | (?:c|h|sc)op | (?<![eo])ap | typ
    )\Z""",
    re.VERBOSE,
)
_LOST = (
    "bor breath cloth dazzl fil hik ow persever pil rang rout smil smok sooth "
    "strik styl tast tim tun wip"
)
_WITH_E = frozenset(_LOST.split())
_IC = frozenset(["frolic", "mimic", "panic", "picnic", "traffic"])
_KEPT = re.compile(
    r"(?:combat|format|focus|input|output|discuss|process|access|address|bias"
    r"|(?:^|cauc|chor|disc)us|custom|haul|pilot|pivot|guarantee)\Z"
)
_UNDOUBLED_L = re.compile(
    r"(?:fulfil|control|patrol|enrol|[cpb]el|travel|model|label)l\Z"
)


def base_of_gerund(gerund: str) -> str:
    """The verb behind a word in -ing: by spelling, with the exceptions of frequent
    verbs; right for what official prose uses, not for every verb there is."""
    stem = gerund.removesuffix("ing")
    if gerund in {"lying", "dying", "tying"}:
        return gerund[0] + "ie"
    if stem.endswith("ick") and stem[:-1] in _IC:
        return stem[:-1]
    if stem[-2:-1] == stem[-1:] and stem[-1] not in "aeosz" and stem != "add":
        single = stem[-1] != "l" or _UNDOUBLED_L.search(stem) is not None
        return stem[:-1] if single and stem[-1] != "f" else stem
    if stem in {"us", "caus", "paus", *_WITH_E} or (
        _LOST_E.search(stem) and not _KEPT.search(stem)
    ):
        return stem + "e"
    return stem


def _third(base: str) -> str:
    if re.search(r"(?:[sxz]|ch|sh|[^aeiou]o)\Z", base):
        return base + ("z" if base == "quiz" else "") + "es"
    if _ends_in_consonant_y(base):
        return base[:-1] + "ies"
    return base + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if _ends_in_consonant_y(base):
        return base[:-1] + "ied"
    return base + _doubled(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + _doubled(base) + "ing"


def _ends_in_consonant_y(base: str) -> bool:
    return len(base) > 1 and base.endswith("y") and base[-2] not in _VOWELS


def _doubled(base: str) -> str:
    """What an ending adds to the last consonant: the same again, a k after c."""
    if base.endswith("ic"):
        return "k"
    return base[-1] if _doubles(base) else ""


def _doubles(base: str) -> bool:
    """Consonant, one vowel, consonant; the syllable stressed."""
    sounds = base.replace("qu", "q")
    if not re.search(r"[^aeiouy][aeiou][^aeiouwxy]\Z", sounds):
        return False
    syllables = len(re.findall(r"[aeiouy]+", sounds.lstrip("y")))
    return syllables == 1 or _DOUBLING.search(base) is not None
