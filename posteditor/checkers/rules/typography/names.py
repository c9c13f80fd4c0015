"""Names whose capitals are known: days, peoples, countries, institutions."""

from __future__ import annotations

import re

# Without words that are common nouns, verbs or adjectives too, and their plurals:
# polish, china, turkey, french (fries), may, march, august, swede, jersey, catholic.
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday january february "
    "april june july september october november december "
)
_COUNTRIES = (
    "afghanistan albania algeria andorra angola argentina armenia australia austria "
    "azerbaijan bahrain bangladesh belarus belgium belize benin bolivia botswana "
    "brazil brunei bulgaria burundi cambodia cameroon canada colombia croatia cuba "
    "cyprus denmark djibouti ecuador egypt eritrea estonia ethiopia finland france "
    "gabon germany ghana greece greenland guatemala guyana haiti honduras hungary "
    "iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan "
    "kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya "
    "lithuania luxembourg macedonia malawi malaysia mauritania mexico moldova "
    "mongolia montenegro morocco mozambique myanmar namibia nepal nicaragua niger "
    "nigeria norway oman pakistan palestine paraguay peru poland portugal qatar "
    "romania russia rwanda senegal serbia singapore slovakia slovenia somalia spain "
    "sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand "
    "tunisia turkmenistan ukraine uganda uruguay uzbekistan venezuela vietnam yemen "
    "zambia zimbabwe europe america africa asia eurasia britain england scotland "
    "catalonia andalusia crimea donbas donbass siberia sahel balkans caucasus "
    "scandinavia chechnya abkhazia transnistria kurdistan palestine "
)
_CITIES = (
    "moscow kyiv kiev beijing berlin madrid vienna brussels geneva tokyo cairo baghdad "
    "damascus tehran riyadh ankara istanbul havana lisbon warsaw prague budapest "
    "bucharest minsk vilnius tallinn tbilisi yerevan baku tashkent astana bishkek "
    "dushanbe ashgabat strasbourg jerusalem beirut tripoli tunis algiers rabat nairobi "
    "abuja dakar bamako kinshasa hanoi bangkok jakarta seoul delhi islamabad kabul "
    "caracas bogota lima santiago montevideo kharkiv odesa odessa mariupol donetsk "
    "luhansk kherson lviv chisinau belgrade zagreb sarajevo helsinki stockholm oslo "
    "copenhagen athens washington munich hamburg frankfurt marseille barcelona milan "
)
_PEOPLES = (
    "russian russians ukrainian ukrainians european europeans american americans "
    "german germans english chinese arab arabs arabic spanish italian italians "
    "japanese korean koreans british turkish iranian iranians iraqi iraqis syrian "
    "syrians israeli israelis palestinian palestinians african africans asian asians "
    "belarusian belarusians kazakh kazakhs uzbek uzbeks tajik tajiks kyrgyz turkmen "
    "georgian georgians armenian armenians azerbaijani azerbaijanis moldovan moldovans "
    "estonian estonians latvian latvians lithuanian lithuanians soviet hungarian "
    "hungarians romanian romanians bulgarian bulgarians serbian serbs croatian greek "
    "greeks portuguese brazilian brazilians mexican mexicans argentine argentinian "
    "egyptian egyptians saudi afghan afghans pakistani pakistanis indonesian "
    "vietnamese mongolian canadian canadians australian australians norwegian "
    "norwegians finnish danish irish scottish czech czechs slovak slovaks slovenian "
    "crimean siberian chechen tatar tatars albanian albanians algerian algerians "
    "angolan austrian austrians belgian belgians bolivian bosnian cameroonian "
    "chilean colombian colombians congolese cuban cubans cypriot ecuadorian eritrean "
    "ethiopian ethiopians filipino ghanaian guatemalan haitian icelandic indian "
    "indians jordanian jordanians kenyan kenyans kosovar kuwaiti lebanese liberian "
    "libyan libyans macedonian malaysian malian malians maltese mauritanian moroccan "
    "moroccans nepalese nigerian nigerians nigerien omani palestinian panamanian "
    "paraguayan peruvian qatari rwandan senegalese singaporean somali somalis sudanese "
    "swedish taiwanese tanzanian thai tunisian tunisians ugandan uruguayan venezuelan "
    "venezuelans yemeni yemenis zambian zimbabwean catalan basque kurdish kurds "
    "sahelian eurasian slavic nordic togolese burkinabe ivorian chadian "
)
_CREEDS = (
    "muslim muslims islamic islam jewish christian christians christianity buddhist "
    "buddhists protestant judaism kremlin bundestag bundeswehr "
)
LOWER_NAMES = frozenset(
    (_DAYS + _COUNTRIES + _CITIES + _PEOPLES + _CREEDS).split()
) - frozenset({"lima", "santiago", "milan", "washington"})
PLACES = frozenset((_COUNTRIES + _CITIES).split()) - frozenset(
    {
        "lima",
        "america",
        "laos",
        "brussels",
        "athens",
        "honduras",
        "cyprus",
        "balkans",
        "donbas",
        "donbass",
    }
)

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
