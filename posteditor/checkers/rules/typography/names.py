"""Names whose capitals are known: days, peoples, countries, institutions."""

from __future__ import annotations

import re

# Without words that are common nouns, verbs or adjectives too: polish, china, turkey,
# french (fries), may, march, august, swede.
_LOWER = (
    "monday tuesday wednesday thursday friday saturday sunday january february "
    "april june july september october november december russian russians ukrainian "
    "ukrainians european europeans american americans german germans english "
    "chinese arab arabs arabic spanish italian italians japanese korean koreans "
    "british turkish iranian iranians iraqi iraqis syrian syrians israeli israelis "
    "palestinian palestinians african africans asian asians belarusian belarusians "
    "kazakh kazakhs uzbek uzbeks tajik tajiks kyrgyz turkmen georgian georgians "
    "armenian armenians azerbaijani azerbaijanis moldovan moldovans estonian "
    "latvian lithuanian soviet hungarian hungarians romanian romanians bulgarian "
    "bulgarians serbian serbs croatian greek greeks portuguese brazilian mexican "
    "argentine egyptian egyptians saudi afghan afghans pakistani indonesian "
    "vietnamese mongolian canadian canadians australian australians norwegian "
    "finnish czech slovak slovenian crimean siberian muslim muslims islamic jewish "
    "christian christians buddhist russia ukraine germany france spain italy poland "
    "europe america africa asia kazakhstan belarus uzbekistan tajikistan "
    "turkmenistan kyrgyzstan armenia azerbaijan moldova estonia latvia lithuania "
    "israel iran iraq syria egypt afghanistan pakistan india indonesia vietnam "
    "canada australia austria switzerland belgium hungary romania bulgaria serbia "
    "croatia greece portugal brazil mexico argentina colombia venezuela moscow kyiv "
    "kiev beijing crimea donbas donbass "
)
LOWER_NAMES = frozenset(_LOWER.split())

_PORTFOLIO = (
    r"(?:foreign affairs|internal affairs|the interior|defen[cs]e|health(?:care)?"
    r"|education|science|higher education|finance|justice|agriculture|culture|economy"
    r"|economic development|economics|energy|transport|labou?r|industry|trade"
    r"|digital development|emergency situations|natural resources|ecology|tourism"
    r"|infrastructure|construction|environment|commerce|sports?|information"
    r"|social policy|social protection|youth|youth policy|technology"
    r"|public security|public health|foreign trade|communications|food|food industry"
    r"|social affairs|strategic industries|reintegration|veterans affairs)"
)
MINISTRIES = re.compile(
    rf"(?<=\b[Tt]he )[Mm]inistry of {_PORTFOLIO}(?:(?:,| and) {_PORTFOLIO}){{0,3}}\b"
    rf"|\bMinistry of {_PORTFOLIO}(?:(?:,| and) {_PORTFOLIO}){{0,3}}\b",
    re.IGNORECASE,
)

_KNOWN = """
European Union
European Commission
European Parliament
European Central Bank
European Court of Human Rights
United Nations
United States
United Kingdom
United Arab Emirates
UN Security Council
UN General Assembly
World Health Organization
World Health Organisation
World Trade Organization
World Bank
International Monetary Fund
International Criminal Court
International Court of Justice
International Atomic Energy Agency
International Olympic Committee
International Labour Organization
International Committee of the Red Cross
Red Cross
Red Crescent
Council of Europe
African Union
Arab League
League of Arab States
North Atlantic Treaty Organization
Commonwealth of Independent States
Collective Security Treaty Organization
Shanghai Cooperation Organization
Shanghai Cooperation Organisation
Eurasian Economic Union
Organization for Security and Cooperation in Europe
Organisation for Security and Co-operation in Europe
Gulf Cooperation Council
Russian Federation
State Duma
Federation Council
Verkhovna Rada
Bundestag
National People's Congress
Communist Party of China
Middle East
Second World War
First World War
World War II
Cold War
Black Sea
Baltic Sea
Caspian Sea
Far East
Central Asia
Latin America
North America
South America
South Caucasus
Suez Canal
Persian Gulf
Great Patriotic War
Soviet Union
""".strip()


def _pattern(name: str) -> re.Pattern[str]:
    loose = re.escape(name).replace(r"\ ", " ")
    return re.compile(rf"(?<![\w.@/#-]){loose}(?![\w@/-]|\.\w)", re.IGNORECASE)


# By the name in lower case, which stands in every text that has a hit.
INSTITUTIONS = {name.lower(): _pattern(name) for name in _KNOWN.splitlines()}
