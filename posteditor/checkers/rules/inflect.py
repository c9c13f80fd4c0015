"""The forms of English verbs, as rules need them: matched and given back in kind.

Rule: no word list of the language is loaded; a table of irregular verbs and the rules
of spelling are enough for the verbs a pack names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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

# base: past, participle
_IRREGULAR = {
    "be": ("was", "been"),
    "bear": ("bore", "borne"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "cost": ("cost", "cost"),
    "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "lie": ("lay", "lain"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "overcome": ("overcame", "overcome"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "rebuild": ("rebuilt", "rebuilt"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "show": ("showed", "shown"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "spread": ("spread", "spread"),
    "stand": ("stood", "stood"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes", "undergo": "undergoes"}
_GERUND = {"be": "being", "see": "seeing", "agree": "agreeing", "lie": "lying"}
# More than one syllable, and the last one stressed (or doubled by custom).
_DOUBLING = (
    "mit",
    "efer",
    "sfer",
    "cur",
    "trol",
    "pel",
    "rol",
    "quip",
    "gin",
    "get",
    "set",
)
_VOWELS = "aeiou"


def verb(base: str) -> Verb:
    """The forms of a verb given in its base form, one word in lower case."""
    past, participle = _IRREGULAR.get(base) or (_regular_past(base),) * 2
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
        | (?<![eo])at | creat | ut | (?<!o)ur | (?<!a)ir | (?<![eo])ar
        | (?:(?:pl|st|sc|ign)or) | (?:adh|interf)er | (?<![aeou])in | (?:postp|cond)on
        | ven | (?<![ao])id | (?<![eo])ad | ud | [lr]od | c[e]d | imped
        | (?:un|inv|c|wr|exped|exc)it | (?<!il)ot | (?:compl|comp|del)et
        | (?<![eo])ak | [vo]ok(?<!ook) | [il]ik | scrib | (?<![ao])(?:p|c)il | ul | scal
        | (?<![eo])am | (?:c|w)om | um | (?:c|h|sc)op | (?<![eo])ap | typ
    )\Z""",
    re.VERBOSE,
)
_KEPT = re.compile(
    r"(?:combat|format|focus|input|output|discuss|process|access|address|bias"
    r"|(?:^|[^aeiou])us|custom|haul|pilot|pivot|guarantee)\Z"
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
    if stem[-2:-1] == stem[-1:] and stem[-1] not in "aeosz" and stem != "add":
        single = stem[-1] != "l" or _UNDOUBLED_L.search(stem) is not None
        return stem[:-1] if single and stem[-1] != "f" else stem
    if stem in {"us", "caus", "paus"} or (
        _LOST_E.search(stem) and not _KEPT.search(stem)
    ):
        return stem + "e"
    return stem


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if _ends_in_consonant_y(base):
        return base[:-1] + "ies"
    return base + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if _ends_in_consonant_y(base):
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def _ends_in_consonant_y(base: str) -> bool:
    return len(base) > 1 and base.endswith("y") and base[-2] not in _VOWELS


def _doubles(base: str) -> bool:
    """Consonant, one vowel, consonant; the syllable stressed."""
    if base[-3:] == base[-2:] or base[-1] in _VOWELS + "wxy" or base[-2] not in _VOWELS:
        return False
    if base[-3] in _VOWELS:
        return base.endswith("quip")
    syllables = sum(
        1
        for i, letter in enumerate(base)
        if letter in _VOWELS + "y" and (i == 0 or base[i - 1] not in _VOWELS + "y")
    )
    return syllables == 1 or base.endswith(_DOUBLING)
