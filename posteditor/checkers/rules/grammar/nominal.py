"""A noun of action with a verb of little sense, or with “of”, as the one verb it stands
for: “carry out an inspection of” is to inspect. The tables are in data/nominal.toml.

Rule: the verb keeps the form, and the passive the number, of what it replaces.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from posteditor.checkers.rules.grammar.number import nouns
from posteditor.checkers.rules.grammar.scan import (
    DATA,
    Frame,
    Written,
    alternatives,
    as_before,
    before,
    frame,
    lead,
    opens,
)
from posteditor.checkers.rules.inflect import BE, Form, verb

_LIGHT = ("carry out", "conduct", "perform", "undertake", "effect")
_DONE = r"(?:carried\s+out|conducted|performed|undertaken|effected|made)"
_AUXILIARY = frozenset((*BE, "have", "has", "had", "not", "also", "been"))
_ANALYSIS = ("analysis", "analyses")
_OBJECT = r"(?:(?:the|a|an|this|these|those|all|our|its|their|his|her|new)\s+)?[\w’'-]+"


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (DATA / "nominal.toml").read_text(encoding="utf-8")
    )
    return loaded


def light_verbs() -> Iterable[Frame]:
    """“carried out a full inspection of”, “made a contribution to”."""
    actions = alternatives((*_data()["verbs"], *_ANALYSIS))
    adverbs = alternatives(_data()["adverbs"])
    forms = alternatives(form for light in _LIGHT for form in _forms(light))
    yield frame(
        {form.split()[0] for light in _LIGHT for form in _forms(light)},
        rf"(?P<l>{forms})\s+(?:(?:the|an?|its|their|our)\s+)?(?:(?P<a>{adverbs})\s+)?"
        rf"(?P<n>{actions})\s+of\b(?!\s+(?:course|which|whom))",
        _one_verb,
    )
    by_light: dict[str, list[str]] = {}
    for phrase in _data()["phrases"]:
        by_light.setdefault(phrase.split()[0], []).append(phrase)
    for light, phrases in by_light.items():
        yield from _phrase_frames(light, phrases)


def _phrase_frames(light: str, phrases: list[str]) -> Iterator[Frame]:
    rest = {" ".join(phrase.split()[1:]): phrase for phrase in phrases}
    forms = _forms(light)
    yield frame(
        forms,
        rf"(?P<l>{alternatives(forms)})\s+(?P<r>{alternatives(rest)})\b",
        lambda match: _phrase(match, light),
    )


def _forms(light: str) -> list[str]:
    first, _, rest = light.partition(" ")
    return [f"{form} {rest}".strip() for form in verb(first).all]


def _phrase(match: re.Match[str], light: str) -> Written:
    rest = " ".join(match["r"].lower().split())
    plain = _data()["phrases"][f"{light} {rest}"]
    form = _form(match, light)
    if plain == "be able to" and form not in (Form.BASE,):
        plain = {Form.THIRD: "can", Form.PAST: "could"}.get(form, "be able to")
        return as_before(match[0], plain)
    return as_before(match[0], _inflected(plain, form))


def _form(match: re.Match[str], light: str) -> Form:
    word = match["l"].split()[0]
    auxiliary = any(each in _AUXILIARY for each in before(match, 2).split())
    return verb(light.split(maxsplit=1)[0]).form_of(word, after_auxiliary=auxiliary)


def _inflected(plain: str, form: Form) -> str:
    first, _, rest = plain.partition(" ")
    return f"{verb(first).form(form)} {rest}".strip()


def _one_verb(match: re.Match[str]) -> Written:
    light = next(each for each in _LIGHT if _begins(match["l"], each))
    form = _form(match, light)
    if form is Form.PARTICIPLE and before(match) in BE:
        return None  # "were carried out the inspection of" is another fault
    adverb = _data()["adverbs"][match["a"].lower()] if match["a"] else ""
    return tuple(
        as_before(match[0], f"{adverb} {_inflected(plain, form)}".strip())
        for plain in _verbs_of(match["n"], match.string)
    )


def _begins(matched: str, light: str) -> bool:
    return matched.split(maxsplit=1)[0].lower() in verb(light.split(maxsplit=1)[0]).all


def _verbs_of(noun: str, text: str) -> tuple[str, ...]:
    """The verb; two spellings where English has them, the text's own first."""
    if noun.lower() in _ANALYSIS:
        american = re.search(r"[a-z]iz(?:e|ing|ation)|[a-z]{3}(?:vor|bor|lor)\b", text)
        both = ("analyse", "analyze")
        return both[::-1] if american else both
    return (_data()["verbs"][noun.lower()],)


def passive() -> Iterable[Frame]:
    """“an inspection of the plant was carried out”: “the plant was inspected”."""
    actions = alternatives((*_data()["verbs"], *_ANALYSIS))
    adverbs = alternatives(_data()["adverbs"])
    yield frame(
        {*_data()["verbs"], *_ANALYSIS, "the", "an", "a"},
        rf"(?:(?:the|an?)\s+)?(?:(?P<a>{adverbs})\s+)?(?P<n>{actions})\s+of\s+"
        rf"(?P<x>{_OBJECT}(?:\s+(?!(?:is|are|was|were|be|will|has|have|had|can|should"
        r"|that|which|who|and\s+the)\b)[\w’'-]+){0,5}?)\s+(?P<aux>(?:(?:is|are|was|were)"
        r"(?:\s+being)?|has\s+been|have\s+been|had\s+been|(?:will|should|must|can|could"
        rf"|would)\s+be)(?:\s+not|\s+also|\s+recently|\s+successfully)?)\s+{_DONE}\b",
        _turned,
        also=(*_data()["verbs"], *_ANALYSIS),
    )


_CLAUSE = re.compile(r"(?:,|\b(?:that|where|when|while|if|whether|because|as))\s+\Z")


def _turned(match: re.Match[str]) -> Written:
    if match["x"].split()[0].lower() in ("which", "whom", "course"):
        return None
    if not (opens(match) or _CLAUSE.search(lead(match))):
        return None
    article = match[0].split()[0].lower() in ("the", "a", "an")
    if not article and before(match) in ("the", "a", "an", *_data()["adverbs"]):
        return None  # found with that word
    thing = as_before(match[0], match["x"]) if match[0][0].isupper() else match["x"]
    auxiliary = _agreeing(match["aux"], plural=_is_plural(match["x"]))
    adverb = _data()["adverbs"][match["a"].lower()] + " " if match["a"] else ""
    return tuple(
        f"{thing} {auxiliary} {adverb.lstrip()}{_inflected(plain, Form.PARTICIPLE)}"
        for plain in _verbs_of(match["n"], match.string)
    )


def _is_plural(thing: str) -> bool:
    if re.search(r"\band\b", thing):
        return True
    head = re.split(r"\s+(?:of|in|on|for|at|to|with|by|from)\s+", thing)[0].split()[-1]
    head = head.lower()
    if head in nouns().singular:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "news"))


_BE_SINGULAR = {"are": "is", "were": "was", "have": "has"}
_BE_PLURAL = {"is": "are", "was": "were", "has": "have"}


def _agreeing(auxiliary: str, *, plural: bool) -> str:
    first, _, rest = auxiliary.partition(" ")
    other = _BE_PLURAL if plural else _BE_SINGULAR
    return f"{other.get(first.lower(), first.lower())} {rest}".strip()


def gerunds() -> Iterable[Frame]:
    """“aimed at the development of”, “measures for the implementation of”."""
    actions = alternatives(_data()["verbs"])
    behind = rf"(?:the\s+)?(?:(?P<f>further)\s+)?(?P<n>{actions})\s+of\b(?!\s+course)"
    yield frame(
        "aimed importance possibility possibilities necessity purpose goal aim task "
        "interested engaged committed means idea issue issues question process ways "
        "way contribution responsible",
        r"(?P<h>aimed\s+at|interested\s+in|engaged\s+in|committed\s+to"
        r"|responsible\s+for|(?:importance|possibility|possibilities|purpose|goal|aim"
        rf"|task|means|idea|ways|way|process)\s+of)\s+{behind}",
        _gerund,
    )
    yield frame(
        "measures steps efforts work actions activities proposals",
        r"(?P<h>measures|steps|efforts|work|actions|activities|proposals)\s+"
        rf"(?:on|for|in|aimed\s+at|directed\s+at|related\s+to)\s+{behind}",
        _to_verb,
    )
    yield frame(
        "continue continues continued continuing",
        rf"(?P<h>continu(?:e|es|ed|ing))\s+the\s+(?P<f>further\s+)?(?P<n>{actions})\s+of"
        r"\b",
        _gerund,
    )


def _gerund(match: re.Match[str]) -> Written:
    return _with(match, Form.GERUND, "")


def _to_verb(match: re.Match[str]) -> Written:
    return _with(match, Form.BASE, "to ")


def _with(match: re.Match[str], form: Form, to: str) -> str:
    further = "further " if match["f"] else ""
    plain = _data()["verbs"][match["n"].lower()]
    return f"{match['h']} {to}{further}{_inflected(plain, form)}"


def of_chains() -> Iterable[Frame]:
    """“the implementation of the development of the strategy of”: a remark."""
    actions = alternatives((*_data()["verbs"], *_ANALYSIS))
    yield frame(
        {*_data()["verbs"], *_ANALYSIS},
        rf"(?:{actions})\s+of\s+(?:the\s+)?(?:[a-z-]+\s+)?(?:{actions})\s+of\s+(?:the\s+)?"
        r"(?:[\w-]+\s+){1,2}of\b",
        lambda match: (),
    )
