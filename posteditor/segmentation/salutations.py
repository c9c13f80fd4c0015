"""Lines that address somebody: "Mr. Chairman,", "Liebe Kolleginnen und Kollegen,".

Rule: the whole line is the address; a sentence that only begins with one is none.
"""

from __future__ import annotations

import re

LONGEST = 120
"""Code points: no address is longer."""

_PEOPLE = r"""
    (?:chair(?:man|woman|person)?|madam|sir|president|secretary[ -]general|ministers?
    |minister\ of\ [\w ]+|foreign\ ministers?|speaker|moderator|ambassadors?|director
    |excellenc(?:y|ies)|delegates?|colleagues?|friends?|guests?|participants?|members?
    |citizens?|compatriots?|comrades?|veterans?|students?|journalists?|readers?
    |representatives?|partners?|heads\ of\ (?:delegations?|states?|governments?)
    |ladies|gentlemen|commissioners?|governor|mayor|general|deput(?:y|ies)|senators?
    |brothers?|sisters?|teachers?|co-chairs?|prime\ ministers?)
"""
_ENGLISH = rf"""
    (?:(?:(?:my|our|your|the|and|&|dear|dearest|distinguished|esteemed|honou?rable
      |honou?red|respected|fellow|all|good|ladies|gentlemen|mr\.?|mrs\.?|ms\.?|madam|sir
      |madame|excellenc(?:y|ies)|acting|deputy|vice|under|first|young|foreign)[ ,-]+)+
      {_PEOPLE}(?:\ of\ (?:the\ )?[\w ]{{1,60}})?
    | your\ (?:excellency|excellencies|highness|majesty|eminence|holiness)
    | dear\ (?:mr\.?|mrs\.?|ms\.?|dr\.?|prof\.?|sir|madam|\w+)(?:\ [\w.\-]+){{0,4}}
    | (?:mr\.?|mrs\.?|ms\.?|madam|madame)\ [\w\-]+(?:\ [\w\-]+){{0,3}}
    | (?:excellencies|colleagues|friends|ladies|comrades|madam|sirs?)
      (?:(?:,|,?\ and|\ &)\ (?:dear\ )?{_PEOPLE})*
    | good\ (?:morning|afternoon|evening|day)(?:,?\ [\w ]{{1,40}})?)
"""
_OTHERS = r"""
    (?:(?:sehr\ geehrte[rsn]?|geehrte[rsn]?|liebe[rs]?|verehrte[rsn]?|werte[rs]?
       |meine\ (?:sehr\ (?:geehrten|verehrten)\ )?damen|exzellenzen|herr|frau)
       \b[\w .,\-]{0,80}
    | (?:m(?:onsieur|adame|esdames|essieurs|ademoiselle)|excellences?|chers?|chères?
       |mes\ chers?|mes\ chères?|honorables?)\b[\w .,\-’']{0,80}
    | (?:señor(?:as?|es)?|sr[a]?\.|estimad[oa]s?|distinguid[oa]s?|querid[oa]s?
       |excelent[ií]sim[oa]s?|excelencias?|damas|apreciad[oa]s?|compañer[oa]s
       |amig[oa]s|colegas)\b[\w .,\-]{0,80}
    | (?:(?:глубоко)?(?:многоу|у)важаем(?:ый|ая|ые)|дорог(?:ой|ая|ие)|господа|дамы
       |товарищи|коллеги|друзья|господин|госпожа|ваше|ваши)\b[\w .,\-–]{0,80}
    | (?:(?:високо|вельми)?шановн(?:ий|а|і)|дорог(?:ий|а|і)|пан(?:е|і|ове|і)
       |пані|друзі|колеги|товариство|ваша|ваші)\b[\w .,\-–’']{0,80})
"""
_CASED = re.compile(
    rf"(?:{_ENGLISH}|{_OTHERS})\s*[,!:]", re.VERBOSE | re.IGNORECASE | re.UNICODE
)
_UNCASED = re.compile(
    r"""
    (?:(?:尊敬|敬爱|親愛|亲爱|各位)[^。，,！!：:]{0,40}
    |  (?:主席|议长|議長|女士们|先生们|同事们|朋友们|同志们|诸位|閣下|阁下)
       [^。，,！!：:]{0,20}[^。，,！!：:]?(?:先生|女士|阁下|閣下|们|位)?
       (?:、[^。，,！!：:]{1,20})*
    |  (?:皆様|皆さん|みなさん|ご列席の[^。、]{0,20}|議長|親愛なる[^。]{0,30}
       |尊敬する[^。]{0,30}|各位)(?:、[^。]{1,20})?
    |  (?:السيد|السيدة|السادة|السيدات|أيها|أيتها|أصحاب|صاحب|معالي|سعادة|الزملاء
       |حضرات|الأصدقاء|الإخوة)\b[^.،,!:؛]{0,80}
       (?:،\s*[^.،,!:؛]{1,60}){0,2})
    \s*[,，!！:：،、]
    """,
    re.VERBOSE,
)
_ENDS = ",!:，！：،、"
_VERB = re.compile(
    r"\b(?:is|are|was|were|have|has|had|will|would|must|can|said|told|welcomes?|met)\b",
    re.IGNORECASE,
)


def is_salutation(line: str) -> bool:
    """Is `line`, without surrounding whitespace, an address and nothing else?"""
    if len(line) > LONGEST or not line or line[-1] not in _ENDS:
        return False
    if _VERB.search(line):
        return False
    if _CASED.fullmatch(line) or _UNCASED.fullmatch(line):
        return True
    parts = line[:-1].split(", ")
    return len(parts) > 1 and all(_CASED.fullmatch(f"{part},") for part in parts)
