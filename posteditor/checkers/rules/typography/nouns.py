"""Capitals of nouns: common nouns that got one, and names of which half has one."""

from __future__ import annotations

import re

from posteditor.checkers.rules.mechanics import Mechanism, near, swap, together

# Abstract nouns that are never the name of something, and are often set with a capital
# in translations from German.
_ABSTRACT = (
    "situation situations question questions problem problems development "
    "developments cooperation solution solutions mandate effort efforts issue "
    "issues result results citizen citizens decision decisions measure measures "
    "threat threats terror war violence freedom democracy responsibility discussion "
    "discussions debate negotiations crisis conflict conflicts challenge challenges "
    "opportunity opportunities society economy relations dialogue support help "
    "refugees soldiers companies employees patients schools pupils students "
    "children families people"
)
_NOUN = re.compile(
    rf"(?<![\w’'-])(?:the|a|an|this|these|our|their|its|of|in|for|with|and|to|[a-z]+(?:al"
    r"|ic|ive|ous|ent|ant|ful|ary|ing|ed|ern|ble)) "
    rf"(?P<at>{_ABSTRACT.title().replace(' ', '|')})"
    r"(?=[.,;:]?(?:[ ”\"][a-z(]|\Z))(?! (?:of|for|on|and) (?:the )?[A-Z])"
)
_CONCRETE = (
    "region regions country countries world field fields area areas law budget project "
    "projects company association program programme house work history region future "
    "market markets year years day days week month city town climate culture education "
    "science research health traffic security peace policy politics community soldier "
    "citizens government governments parliament coalition task tasks goal goals way"
)
_GERMAN = re.compile(
    rf"(?<![\w’'-])(?:the|a|an|this|these|our|their|its|of|for|with|and|[a-z]+(?:al|ic"
    rf"|ive|ous|ent|ful|ern)) (?P<at>{_CONCRETE.title().replace(' ', '|')})"
    r"(?=[.,;:]?(?:[ ”\"][a-z(]|\Z))(?! (?:of|for|on|and) (?:the )?[A-Z])"
)
_PAIRS = (
    "General Assembly|Security Council|Prime Minister|Foreign Minister"
    "|Supreme Court|Constitutional Court|National Assembly|Human Rights Council"
    "|United Nations|European Union|European Commission|European Parliament"
    "|World Bank|Secretary General|Attorney General|Prosecutor General|Armed Forces"
    "|General Staff|National Guard|Executive Committee|Federal Government"
    "|Federal Council|Middle East|Red Cross|United States|United Kingdom"
    "|Vice President|Interior Minister|Defence Minister|Defense Minister"
    "|Finance Minister|Health Minister"
)
_HALF = re.compile(
    "|".join(
        rf"\b{one[0].lower()}{one[1:]} {two}\b"
        rf"|(?<=[a-z,] ){one} {two[0].lower()}{two[1:]}\b(?=[ ,.;)’'](?!of\b))"
        for one, two in (pair.rsplit(" ", 1) for pair in _PAIRS.split("|"))
    )
)
_HALF_WORDS = {pair.split()[-1].lower() for pair in _PAIRS.split("|")}
_HALF_SIGNS = tuple(
    {
        sign
        for one, two in (pair.rsplit(" ", 1) for pair in _PAIRS.split("|"))
        for sign in (f"{one[1:]} {two}", f"{one} {two[0].lower()}{two[1:]}")
    }
)
_HYPHENED = re.compile(
    r"\b(?:Secretary-general|secretary-General|Director-general|director-General"
    r"|Vice-president|vice-President|Inspector-general)\b"
)
_GENERIC = re.compile(
    r"(?<=[a-z] )(?:Human rights|Climate change|Civil society|Foreign policy"
    r"|Public health|International law|International community|Mass media"
    r"|Member states)\b(?= [a-z]|[,.;])"
)
_LOCAL = re.compile(
    r"(?<=[a-z] )(?P<place>(?!The\b|This\b|That\b|Its\b|Our\b)[A-Z][a-z]{2,}) "
    r"(?P<body>(?:city|town|village|district|regional|municipal|settlement) "
    r"(?:council|administration|court|prosecutor’s office|prosecutor's office|duma))\b"
)
_STOCK = re.compile(
    r"(?<![A-Z] )\b(?:Thank You(?: Very Much| All| For)?|Good (?:Morning|Afternoon)"
    r"(?=[,!.])|Ladies And Gentlemen)\b"
)


def _words_up(match: re.Match[str]) -> str:
    return re.sub(r"(?:(?<=[ -])|\A)[a-z]", lambda letter: letter[0].upper(), match[0])


def _stock(match: re.Match[str]) -> str:
    return match[0][0] + match[0][1:].lower()


NOUNS: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/noun-capital",
        find=together(
            near(
                _ABSTRACT,
                swap(_NOUN, lambda match: match["at"].lower()),
            ),
            near(
                "human climate civil foreign public international mass member",
                swap(_GENERIC, lambda match: match[0].lower()),
            ),
            near("thank good ladies", swap(_STOCK, _stock)),
        ),
        message="A common noun takes no capital, as it does in German",
        label="capital",
        category="locale-convention/capitalization",
    ),
    Mechanism(
        id="typography/german-capital",
        find=near(_CONCRETE, swap(_GERMAN, lambda match: match["at"].lower())),
        message="German gives every noun a capital, English does not",
        label="capital",
        category="locale-convention/capitalization",
        source_langs=frozenset({"de"}),
        false_friend=True,
    ),
    Mechanism(
        id="typography/half-capital",
        find=together(
            near(_HALF_WORDS, swap(_HALF, _words_up, *_HALF_SIGNS)),
            near("general president", swap(_HYPHENED, _words_up)),
        ),
        message="Both words of the name take a capital",
        label="capital",
        category="locale-convention/capitalization",
    ),
    Mechanism(
        id="typography/local-body",
        find=near(
            "council administration court prosecutor duma",
            swap(
                _LOCAL,
                lambda match: f"{match['place']} {match['body'].title()}".replace(
                    "’S", "’s"
                ).replace("'S", "'s"),
            ),
        ),
        message="With the name of its place, a council or court takes capitals",
        label="capital",
        category="locale-convention/capitalization",
    ),
)
