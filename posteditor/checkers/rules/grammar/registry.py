"""The mechanisms of grammar by their rule ids: what each says, and how grave it is."""

from __future__ import annotations

from posteditor.checkers.rules.grammar import (
    agreement,
    articles,
    bare,
    events,
    forms,
    linking,
    names,
    nominal,
    offices,
    prepositions,
    quoting,
    sound,
    tenses,
)
from posteditor.checkers.rules.grammar.scan import Frames
from posteditor.checkers.rules.mechanics import Finder, Mechanism, near
from posteditor.model import Severity

_GRAMMAR = "fluency/grammar"
_WORDINESS = "style/wordiness"
_IDIOM = "style/unidiomatic"


def _mechanism(
    name: str,
    find: Finder,
    label: str,
    message: str,
    *,
    category: str = _GRAMMAR,
    severity: Severity = Severity.MINOR,
) -> Mechanism:
    return Mechanism(
        id=f"grammar/{name}",
        find=find,
        message=message,
        label=label,
        category=category,
        severity=severity,
    )


GRAMMAR: tuple[Mechanism, ...] = (
    _mechanism(
        "name-with-article",
        Frames(names.with_article),
        "article",
        "Names of unions, bodies and regions made of common nouns take “the”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "name-without-article",
        Frames(names.without_article),
        "article",
        "This name, or a title before a name, takes no “the”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "opening-article",
        Frames(offices.bare_opening),
        "article",
        "An office or institution opens the sentence with “The”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "name-behind-country",
        Frames(offices.name_behind_country),
        "word order",
        "Country, office, name: “Russian Foreign Minister Sergey Lavrov”",
        category=_IDIOM,
    ),
    _mechanism(
        "missing-the",
        Frames(articles.missing_the),
        "article",
        "This noun is a known one here: it takes “the”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "uncountable",
        Frames(articles.uncountable),
        "article",
        "English does not count this noun: no “a”, no plural",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "generic-the",
        Frames(articles.generic),
        "article",
        "Meant in general, such a noun takes no “the”",
    ),
    _mechanism(
        "a-or-an",
        Frames(sound.a_or_an),
        "article",
        "“An” before a vowel sound, “a” before a consonant sound",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "action-the",
        Frames(bare.actions),
        "article",
        "A noun of action with “of” behind it takes “the”",
    ),
    _mechanism(
        "bare-deed",
        Frames(bare.deeds),
        "article",
        "A countable noun in the singular takes an article",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "bare-event",
        Frames(events.events),
        "article",
        "One event is meant: “at a meeting with”, “at the opening of”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "bare-subject",
        Frames(events.openings),
        "article",
        "A countable noun in the singular takes an article",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "bare-body",
        Frames(events.bodies),
        "article",
        "A body named by a common noun takes “the”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "known-two",
        Frames(bare.two_sides),
        "article",
        "Those named before: “the two countries”, “his counterpart”",
    ),
    _mechanism(
        "noun-number",
        Frames(agreement.determiners),
        "number",
        "The word before the noun asks for the other number",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "one-of",
        Frames(agreement.one_of),
        "agreement",
        "“One of the” takes a plural noun and a singular verb",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "verb-number",
        Frames(agreement.verbs),
        "agreement",
        "The verb does not agree with its subject",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "auxiliary",
        Frames(forms.auxiliaries),
        "verb form",
        "An auxiliary verb is followed by the base form or the participle",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "since",
        Frames(forms.since),
        "tense",
        "What began in the past and goes on is in the perfect: has been",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "who",
        Frames(forms.who),
        "pronoun",
        "Persons are “who”, things “which”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "subjectless",
        Frames(forms.subjectless),
        "subject",
        "An English sentence needs a subject: “It is …”",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "counted",
        Frames(forms.counted),
        "number",
        "Numbers and amounts: “25 million”, “many”, “fewer”, “kinds of”",
    ),
    _mechanism(
        "light-verb",
        Frames(nominal.light_verbs),
        "noun for verb",
        "One verb says it: inspect, not carry out an inspection of",
        category=_WORDINESS,
    ),
    _mechanism(
        "light-passive",
        Frames(nominal.passive),
        "noun for verb",
        "One verb says it: was inspected, not an inspection was carried out",
        category=_WORDINESS,
    ),
    _mechanism(
        "noun-for-gerund",
        Frames(nominal.gerunds),
        "noun for verb",
        "A verb is lighter than a noun with “of”: of developing, to develop",
        category=_WORDINESS,
        severity=Severity.NEUTRAL,
    ),
    _mechanism(
        "of-chain",
        Frames(nominal.of_chains),
        "of-chain",
        "One “of” after another: turn a noun into a verb or put it first",
        category=_WORDINESS,
        severity=Severity.NEUTRAL,
    ),
    _mechanism(
        "list-and",
        Frames(linking.lists),
        "list",
        "The last member of a list is joined by “and”",
    ),
    _mechanism(
        "as-well-as",
        near("well", linking.as_well_as),
        "list",
        "The last member of a list has “and”; “as well as” sets it apart",
        category=_IDIOM,
        severity=Severity.NEUTRAL,
    ),
    _mechanism(
        "past-moment",
        Frames(tenses.perfect),
        "tense",
        "With a past moment (“on Thursday”, “ago”) stands the past tense",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "will-clause",
        Frames(tenses.will),
        "tense",
        "Behind “until” and “as soon as” the future is in the present",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "preposition",
        prepositions.finder(),
        "preposition",
        "English has another preposition here",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "speaker",
        Frames(quoting.speakers),
        "word order",
        "Behind a quotation: the surname, then “said”",
        category=_IDIOM,
    ),
    _mechanism(
        "office-and-name",
        Frames(quoting.office_and_name),
        "word order",
        "An office before a name is a title: no article, no commas, no dash",
        category=_IDIOM,
    ),
    _mechanism(
        "bare-region",
        Frames(quoting.bare_regions),
        "article",
        "A region, district or province takes “the”",
    ),
)
