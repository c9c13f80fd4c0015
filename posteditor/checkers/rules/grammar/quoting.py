"""Who speaks, behind what was said, and offices that stand before a name.

Rule: “said” may stand before its subject in English; the heavier verbs may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.names import adjectives
from posteditor.checkers.rules.grammar.scan import (
    Frame,
    Written,
    alternatives,
    frame,
    is_headline,
)

_CASED = re.RegexFlag(0)
_HEAVY = (
    "noted emphasized emphasised stressed stated informed underlined reported "
    "specified assured shared recalled believes pointed specifies notes "
    "emphasizes emphasises stresses underlines informs clarified commented "
    "convinced summarized told"
)
_INITIALS = r"(?:[A-Z]\.\s?){1,2}"
_SPEAKER = (
    rf"(?P<s>(?:{_INITIALS})?(?P<last>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,3}})"
    r"|the\s+(?:[\w-]+\s+){0,3}[\w-]+)"
)


def speakers() -> Iterable[Frame]:
    """“…,” noted P. Berg."""
    yield frame(
        _HEAVY,
        rf"(?<=[,!?.…][\"”’»]\s)(?P<v>{alternatives(_HEAVY.split())}|pointed\s+out)\s+"
        rf"{_SPEAKER}(?=\s*[.;]|,?\s+and\s+(?:added|noted|said|explained|stressed))",
        _said,
        flags=_CASED,
    )
    yield frame(
        "said added explained says",
        r"(?<=[,!?.…][\"”’»]\s)(?P<v>said|added|explained|says)\s+"
        rf"(?P<s>{_INITIALS}(?P<last>[A-Z][\w’'-]+))(?=\s*[.;]|\s+and\s)",
        lambda match: f"{match['last']} {match['v']}",
        flags=_CASED,
    )


_NO_SPEAKER = re.compile(r"\b(?:that|which|who|is|was|has|of|to|in|[a-z]+ed|said)\b")


def _said(match: re.Match[str]) -> Written:
    speaker = match["last"] or match["s"]
    if _NO_SPEAKER.search(speaker):
        return None
    return f"{speaker} said"


_OFFICES = (
    "President Premier Chancellor Minister Governor Mayor Speaker King Ambassador "
    "Chairman Spokesman Spokeswoman Spokesperson Ombudsman Commissioner Envoy Director"
)
_OFFICE = (
    r"(?:(?:Deputy|Vice|First|Prime|Foreign|Defen[cs]e|Interior|Finance|Health|Energy"
    r"|Education|Trade|Oil|Justice|Culture|Economy|Agriculture|Transport|Labou?r|Federal"
    rf"|Acting)[\s-]+){{0,3}}(?:{'|'.join(_OFFICES.split())}|Attorney\s+General"
    r"|Prosecutor\s+General|Secretary[\s-]General|Director[\s-]General|Head\s+of\s+State"
    r"|Comptroller\s+General|Chief\s+of\s+Staff)"
)


def office_and_name() -> Iterable[Frame]:
    """“The Iraqi Prime Minister, Anna Berg, said”: the office is a title here."""
    people = alternatives(set(adjectives().values()))
    yield frame(
        "the",
        rf"[Tt]he\s+(?P<c>(?:{people})\s+)(?P<o>{_OFFICE}),\s+(?P<name>(?:Dr\.?\s+|Mr\.?\s+)?"
        r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|bin|al|de|von|van)){1,4}),\s+(?!and\b|who"
        r"\b|whose\b|the\b|[A-Z]|former\b|a\b)",
        lambda match: f"{match['c']}{match['o']} {match['name']} ",
        also=_OFFICES + " attorney prosecutor secretary secretary-general "
        "director-general head comptroller chief",
        flags=_CASED,
    )
    posts = (
        r"(?:(?:First|Deputy|Acting|Vice|Chief)[\s-]+)*(?:Minister|Head|Chief|Commander"
        r"|Chairman|Director|Assistant|Secretary|Deputy|State\s+Secretary|Rector"
        r"|President|Governor|Mayor)\b"
    )
    yield frame(
        "chief head deputy director minister chairman secretary first rector",
        rf"(?P<a>{posts}(?:\s+(?:of|for|the|and|[A-Z][\w’'-]*)){{0,8}})\s+[–—-]\s+"
        rf"(?P<b>{posts})(?=\s)",
        lambda match: f"{match['a']} and {match['b']}",
        flags=_CASED,
    )


def bare_regions() -> Iterable[Frame]:
    """“in Donetsk region”."""
    yield frame(
        "in of from to across throughout for",
        r"(?P<p>in|of|from|to|across|throughout|for)\s+(?P<n>(?!The\b|This\b|Our\b"
        r"|European|Central\b|North\b|South\b|East\b|West\b)[A-Z][\w’-]+\s+"
        r"(?P<k>region|oblast|district|governorate))\b(?!s|['’]s)(?=[\s,.;:)]|\Z)",
        _region,
        also="region oblast district governorate",
        flags=_CASED,
    )


def _region(match: re.Match[str]) -> Written:
    if is_headline(match.string):
        return None
    name = match["n"].removesuffix(match["k"]) + match["k"].capitalize()
    return f"{match['p']} the {match['n']}", f"{match['p']} {name}"
