"""Commas that another language wants and English does not, and the other way round."""

from __future__ import annotations

import re

from posteditor.checkers.rules.mechanics import Mechanism, keyed, near, swap
from posteditor.checkers.rules.typography.numerals import MONTH, WEEKDAY
from posteditor.model import Severity

_VERBS = (
    "said|says|noted|notes|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|added|adds"
    "|stated|states|believes?|believed|recalled|recalls|reported|reports|announced"
    "|announces|declared|declares|explained|explains|confirmed|confirms|underlined"
    "|underlines|informed|know|knows|knew|think|thinks|thought|hopes?|hoped|agreed"
    "|agrees|assured|assures|claimed|claims|convinced|confident|sure|argued|argues"
    "|remembered|reminded|mentioned|promised|shows?|showed|means|meant|concluded"
    "|decided|considers?|considered|understands?|understood|recogni[sz]ed|expects?"
    "|expected|assumes?|assumed|warned|warns|suggests|suggested|demanded|demands"
    "|pointed out|points out|told (?:reporters|journalists|the [a-z]+|him|her|them|us)"
)
_NOUNS = (
    "fact|opinion|view|hope|conclusion|conviction|belief|idea|statement|confidence"
    "|assumption|impression|possibility|probability|likelihood|risk|proof|evidence"
    "|condition|claim|argument|understanding"
)
_ADJECTIVES = (
    "important|necessary|obvious|clear|known|possible|impossible|likely|natural"
    "|significant|essential|symbolic|noteworthy|evident|desirable|gratifying|true"
)
_THAT = re.compile(
    rf"\b(?:(?:{_VERBS}|(?:the|a|an|no) (?:{_NOUNS})|is (?:also |very |quite )?"
    rf"(?:{_ADJECTIVES})|so much|in order|provided|such a way|so|now"
    r"|except))(?P<at>, that)\b"
    r"(?! is,| is to say|,| said| being|’s| was (?:all|it)\b)"
)
_SAID_ON = re.compile(
    rf"\b((?:said|announced|reported|stated|declared|noted) (?:on |in )?"
    rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}|{WEEKDAY}"
    r"|an interview|a statement))(?P<at>, that)\b"
)
_SAID_AT = re.compile(
    r"\b((?:said|stated|explained|noted|stressed|emphasi[sz]ed|announced|added|recalled"
    r"|declared|reported|told|informed|confirmed)(?: (?:him|her|them|us|reporters"
    r"|journalists))? (?:in|at|during|on|to|after|from) [^,.;:“”\"]{3,70})"
    r"(?P<at>, that)\b(?! is,|,)"
)
_THAT_QUOTED = re.compile(
    r"\b(?:said|noted|stressed|stated|added|explained|emphasi[sz]ed|recalled|announced"
    r"|declared|confirmed|reported) that(?P<at>, ?)(?=[“\"]\w)"
)
_SUBJECT = re.compile(
    r"\A(What (?:we|I|they|he|she|it|you|the [a-z]+) [^,.;:?]{3,60})(?P<at>, )"
    r"(?=(?:is|was|are|were|will)\b)"
)
_QUESTION = re.compile(
    r"(?<!ou )(?<!\w)(?P<head>know|knows|understand|understands|see|explain|explains"
    r"|explained|ask|asks|asked|decide|decided|show|shows|showed|depends on|discuss"
    r"|discussed|learn|learned|remember|imagine|determine|specify|clarify), "
    r"(?P<word>what|how|why|whether|where|who|which)"
    r"(?= (?:the|a|an|he|she|it|they|we|is|are|will|can|could|should|would|to|this"
    r"|these|exactly|of)\b)"
)
_THAN = re.compile(
    r"\b(more|less|better|worse|rather|other|higher|lower|greater|larger|smaller"
    r"|earlier|later|faster|further|fewer|longer|stronger|cheaper|bigger|wider|sooner"
    r"|easier|closer|deeper|harder)( [a-z]+)?, than\b"
)
_SUCH_AS = re.compile(r"\b(such|the same|as well), as\b")

_OPENING = re.compile(
    r"\A(?P<head>[“\"]?(?:However|Moreover|Furthermore|Nevertheless|Nonetheless"
    r"|Additionally|Consequently|Unfortunately|In addition|For example|For instance"
    r"|In particular|As a result|In this regard|In this connection|In this context"
    r"|In this respect|In that regard|On the other hand|On the one hand|In other words"
    r"|In conclusion|First of all|In turn|In this case|At the same time|In general"
    r"|As a rule|In fact|Of course|Thus|Therefore|Meanwhile|Besides|Accordingly"
    r"|Similarly|Overall|Undoubtedly|According to (?:him|her|them|it)"
    r"|In (?:his|her|their|our|my) opinion|In (?:his|her|its|their) turn"
    r"|As is (?:well )?known|As you know|To this end|For this purpose"
    r"|For (?:his|her|its|their) part|As already mentioned|As mentioned above))"
    r" (?=(?:the|a|an|we|he|she|it|they|there|this|these|those|our|its|their|his|her|I"
    r"|you|many|some|all|both|each|no|more|such|it’s|it's)\b)(?!(?:it|this) (?:was|is) "
    r"(?:for|in|on) )"
)
_FINITE = (
    "is|are|was|were|will|has|have|had|can|could|would|should|must|does|do|did|may|also"
    "|further|said|noted|stressed|added|stated|took|made|held|met|began|announced"
    "|discussed|pointed|thanked|expressed|emphasi[sz]ed|visited|signed"
)
_NO_VERB = (
    r"(?!(?:that|which|who|what|where|when|case|fact|order|is|are|was|were|will|has"
    r"|have|had|can|could|would|should|must|and)\b)[\w’'-]+ "
)
_OPENING_PLACE = re.compile(
    rf"\A(?P<head>(?:In|At|On|During|After|By|Within|Under|For|From|Since|With) "
    rf"(?:{_NO_VERB}){{1,7}}(?<![A-Z]\. ))"
    rf"(?=(?:he|she|they|we|there|it) (?:{_FINITE})\b)"
)
_SHORT = 3  # words; what is shorter may do without the comma
# A word of each of the openings above.
_OPENERS = (
    "however moreover furthermore nevertheless nonetheless additionally consequently "
    "unfortunately addition example instance particular result regard connection "
    "context respect hand words conclusion all turn case general rule fact besides "
    "accordingly similarly overall undoubtedly according opinion known know end "
    "purpose part mentioned"
)
# After these natives often leave the comma out.
_LIGHT = frozenset(["Thus", "Therefore", "Meanwhile", "Of course", "At the same time"])
_ACCORDING = re.compile(
    r"\A(According to (?:the )?(?:[A-Z][\w.’'-]*|of|for|and|the(?= [A-Z]))"
    r"(?: (?:[A-Z][\w.’'-]*|of|for|and(?= [A-Z])|the(?= [A-Z]))){0,9})"
    r"(?<! of)(?<! for)(?<! and)(?<! the) "
    r"(?=(?:the|a|an|this|these|there|it|they|we|he|she|more|about|over|in)\b)"
)
_OPENING_PHRASE = re.compile(
    r"\A((?:Speaking|Addressing|Commenting|Answering|Opening|Summing up|Welcoming"
    r"|Summarizing|Summarising|Responding|Replying|Concluding)"
    r"(?: (?!and\b)[a-zA-Z’'-]+){1,9}?) "
    r"(?=(?:the (?:minister|president|governor|ambassador|chairman|mayor|director"
    r"|official|deputy minister|prime minister|head of state)|he|she"
    r"|(?:Mr|Mrs|Ms)\.? [A-Z][\w’'-]+|[A-Z][a-z]+ [A-Z][a-z]+)"
    r" (?:said|noted|stressed|emphasi[sz]ed|added|stated|recalled|thanked|expressed"
    r"|underlined|drew|pointed|informed|told|called|assured|explained)\b)"
)
_SPLICE = re.compile(
    r"(?<=[a-z)”]{2}), (however|therefore|nevertheless|moreover|furthermore"
    r"|consequently|in addition)(?: (?=(?:the|this|these|there|our)\b)"
    r"|,? (?=(?:we|it|they|he|she)\b))"
)
_SPLICERS = (
    ", however",
    ", therefore",
    ", nevertheless",
    ", moreover",
    ", furthermore",
    ", consequently",
    ", in addition",
)
_SALUTATION = re.compile(
    r"\A((?:Dear|Distinguished|Esteemed|Respected|Honou?rable|Ladies and gentlemen"
    r"|Mr\.? Chair|Mr\.? President|Madam|Your Excellenc|Excellenc|Colleagues"
    r"|Comrades|Friends)[^.!?:;]{0,60})!(?=\Z)"
)


def _place(match: re.Match[str]) -> str:
    head = match["head"].rstrip()
    following = match.string[match.end() :].split(maxsplit=2)[1:2]
    short = len(head.split()) < _SHORT and following[0] in _PLAIN_VERBS
    return "" if short else f"{head}, "


_PLAIN = "is was were are has have had will can would could did"
_PLAIN_VERBS = frozenset(_PLAIN.split())


def _after_place(match: re.Match[str]) -> str:
    return "" if _SAID_ON.match(match[0]) else " that"


def _opening(match: re.Match[str]) -> str:
    return f"{match['head']}, "


def _light(match: re.Match[str]) -> bool:
    return match["head"].lstrip('“"') in _LIGHT


COMMAS: tuple[Mechanism, ...] = (
    Mechanism(
        id="punctuation/comma-before-that",
        find=near("that", swap(_THAT, " that", ", that")),
        message="No comma before “that”: German and Slavic have one, English has not",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="punctuation/comma-before-clause",
        find=near(
            "that",
            swap(_SAID_ON, " that", ", that"),
            swap(_SAID_AT, _after_place, ", that"),
            swap(_THAT_QUOTED, " ", "that,"),
        ),
        message="No comma before “that”: German and Slavic have one, English has not",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="punctuation/comma-before-question",
        find=near(
            "what how why whether where who which",
            swap(_QUESTION, r"\g<head> \g<word>", ", wh", ", how"),
        ),
        message="No comma before an indirect question",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="punctuation/comma-before-than",
        find=near("than", swap(_THAN, r"\1\2 than", ", than")),
        message="No comma before “than”",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="punctuation/comma-before-as",
        find=near("as", swap(_SUCH_AS, r"\1 as", ", as")),
        message="No comma inside “such as”, “the same as”, “as well as”",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="punctuation/comma-after-opening",
        find=near(
            _OPENERS,
            swap(_OPENING, lambda match: "" if _light(match) else _opening(match)),
        ),
        message="A comma stands after a phrase that opens the sentence",
        label="comma",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="punctuation/comma-after-light-opening",
        find=near(
            "thus therefore meanwhile of at",
            swap(_OPENING, lambda match: _opening(match) if _light(match) else ""),
        ),
        message="A comma mostly stands after a word that opens the sentence",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.NEUTRAL,
    ),
    Mechanism(
        id="punctuation/comma-after-phrase",
        find=near("according", swap(_ACCORDING, r"\1, ")),
        message="A comma stands after “According to …”",
        label="comma",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="punctuation/comma-after-place",
        find=near(
            "in at on during after by within under for from since with",
            swap(_OPENING_PLACE, _place),
        ),
        message="A comma stands after a phrase that opens the sentence",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.NEUTRAL,
    ),
    Mechanism(
        id="punctuation/comma-after-participle",
        find=near(
            "speaking addressing commenting answering opening summing welcoming "
            "summarizing summarising responding replying concluding",
            swap(_OPENING_PHRASE, r"\1, "),
        ),
        message="A comma stands after a participle phrase that opens the sentence",
        label="comma",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="punctuation/comma-splice",
        find=near(
            "however therefore nevertheless moreover furthermore consequently addition",
            swap(_SPLICE, r"; \1, ", *_SPLICERS),
        ),
        message="A comma cannot join two sentences before “however”, “therefore”",
        label="comma splice",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="punctuation/comma-after-subject",
        find=near("what", swap(_SUBJECT, " ", "What ")),
        message="No comma between the subject and its verb",
        label="comma",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="punctuation/salutation",
        find=keyed("!", swap(_SALUTATION, r"\1,")),
        message="An English address ends with a comma, not an exclamation mark",
        label="punctuation",
        category="locale-convention",
    ),
)
