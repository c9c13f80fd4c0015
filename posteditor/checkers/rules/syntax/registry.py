"""The mechanisms of syntax by their rule ids: what each says, and how grave it is."""

from __future__ import annotations

from posteditor.checkers.rules.grammar.scan import Frames
from posteditor.checkers.rules.mechanics import Finder, Mechanism
from posteditor.checkers.rules.syntax import (
    amounts,
    bare,
    clauses,
    commas,
    complements,
    generic,
    names,
    order,
    verbs,
)
from posteditor.model import Severity

_GRAMMAR = "fluency/grammar"
_PUNCTUATION = "fluency/punctuation"


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
        id=f"syntax/{name}",
        find=find,
        message=message,
        label=label,
        category=category,
        severity=severity,
    )


SYNTAX: tuple[Mechanism, ...] = (
    _mechanism(
        "bare-noun",
        bare.finder(),
        "article",
        "A countable noun in the singular takes an article",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "comma-saying",
        commas.saying(),
        "comma",
        "A comma stands before a participle that goes on: “, adding that”",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "comma-relative",
        Frames(commas.relative),
        "comma",
        "A comma stands before “which” and “where” behind a name or a date",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "comma-opening",
        Frames(commas.opening),
        "comma",
        "A comma stands behind a long phrase that opens the sentence",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "comma-clauses",
        commas.two_clauses(),
        "comma",
        "A comma parts two sentences joined by “and”",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "comma-verbs",
        commas.two_verbs(),
        "comma",
        "No comma between two verbs of one subject",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "name-behind-office",
        Frames(names.behind_office),
        "comma",
        "Behind “the head of …” the name stands between commas",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "title-and-name",
        Frames(names.title),
        "comma",
        "An office without article is a title: no commas round the name",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "not-to",
        Frames(order.not_to),
        "word order",
        "“Not” stands before “to”",
    ),
    _mechanism(
        "time-before-object",
        Frames(order.time_and_object),
        "word order",
        "The object follows its verb; time and place stand behind it",
    ),
    _mechanism(
        "indirect-question",
        Frames(order.questions),
        "word order",
        "A question within a sentence has the subject before the verb",
    ),
    _mechanism(
        "inverted",
        Frames(order.inverted),
        "word order",
        "The subject stands before its verb",
    ),
    _mechanism(
        "reported-perfect",
        verbs.reported(),
        "tense",
        "What happened at a named event is told in the past tense",
    ),
    _mechanism(
        "verb-behind-that",
        Frames(verbs.behind_that),
        "agreement",
        "The verb behind “that”, “which”, “who” agrees with the noun before",
    ),
    _mechanism(
        "gerund-of",
        verbs.gerund_of(),
        "verb form",
        "A gerund takes its object without “of”",
    ),
    _mechanism(
        "some-of",
        Frames(verbs.some_of),
        "article",
        "“Some members”, or “some of the members”",
    ),
    _mechanism(
        "bare-action",
        Frames(verbs.bare_actions),
        "article",
        "A noun of action needs “the” here, or should be a verb",
    ),
    _mechanism(
        "abstract-the",
        Frames(generic.abstract),
        "article",
        "Meant in general, such a noun takes no “the”",
    ),
    _mechanism(
        "headline-the",
        Frames(generic.headline),
        "article",
        "A headline begins without “The”",
    ),
    _mechanism(
        "complement",
        Frames(complements.complements),
        "preposition",
        "This word takes another preposition here, or none",
    ),
    _mechanism(
        "missing-it",
        Frames(clauses.it),
        "subject",
        "An English clause needs a subject: “it was noted that”",
    ),
    _mechanism(
        "which-person",
        clauses.which_person(),
        "pronoun",
        "A person is “who”, a thing “which”",
    ),
    _mechanism(
        "told-whom",
        Frames(clauses.told),
        "complement",
        "One explains, says or announces something to somebody",
    ),
    _mechanism(
        "everyone",
        Frames(clauses.everyone),
        "agreement",
        "“Everyone”, “nobody” take a singular verb",
    ),
    _mechanism(
        "superlative-the",
        clauses.bare_superlative(),
        "article",
        "A superlative takes “the”",
    ),
    _mechanism(
        "numbered",
        clauses.parts(),
        "article",
        "No “the” before a numbered part: Article 5, paragraph 2",
    ),
    _mechanism(
        "and-to",
        Frames(clauses.and_to),
        "verb form",
        "The second verb behind “will” or “can” has no “to” either",
    ),
    _mechanism(
        "comma-time",
        Frames(clauses.split_off),
        "comma",
        "No comma between a verb and what belongs to it",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "comma-such-as",
        commas.such_as(),
        "comma",
        "A comma stands before “such as” with mere examples",
        category=_PUNCTUATION,
    ),
    _mechanism(
        "amount",
        Frames(amounts.amounts),
        "preposition",
        "A sum: “projects worth 3 million euros”, “supported with”",
    ),
    _mechanism(
        "to-do",
        Frames(verbs.to_do),
        "verb form",
        "“Ask”, “want”, “allow” take “to”: ask them to come",
    ),
    _mechanism(
        "between-commas",
        Frames(order.between_commas),
        "word order",
        "A short adverb stands within the verb, without commas",
    ),
    _mechanism(
        "generic-people",
        Frames(generic.plurals),
        "article",
        "Meant in general, a plural takes no “the”",
    ),
    _mechanism(
        "mass-with-a",
        Frames(generic.mass),
        "article",
        "English does not count this noun: no “a”",
    ),
    _mechanism(
        "dated",
        Frames(clauses.numbered),
        "article",
        "No “the” before a year or a date",
    ),
    _mechanism(
        "first-time",
        Frames(clauses.superlative),
        "article",
        "“For the first time”, but “most of”, “both” without “the”",
    ),
)
