"""Each mechanism: faults of its kind, and what the first replacement makes of them."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.mechanics import Mechanism
from posteditor.checkers.rules.typography import TYPOGRAPHY
from tests.checkers.rules.typography.running import FINDERS, mended

MARKS = [
    ("stray-stop", "for 2021-2025. and on", "for 2021-2025 and on"),
    ("stray-stop", "In 2019. the plant", "In 2019 the plant"),
    ("stray-stop", "on the 5. of May", "on the 5 of May"),
    ("ordinal-stop", "At the 5. meeting they", "At the 5th meeting they"),
    ("ordinal-stop", "the 22. session was", "the 22nd session was"),
    ("ordinal-stop", "in the 19. century", "in the 19th century"),
    ("doubled-mark", "a hall,, a room", "a hall, a room"),
    ("doubled-mark", "a hall..", "a hall."),
    ("doubled-mark", "a hall,.", "a hall."),
    ("doubled-mark", "a hall, , a room", "a hall, a room"),
    ("doubled-mark", "the garden., the room", "the garden, the room"),
    ("doubled-mark", "the garden;, the room", "the garden; the room"),
    ("doubled-mark", "Is it so?. Yes", "Is it so? Yes"),
    ("doubled-mark", "He said “it is so.”. Then", "He said “it is so.” Then"),
    ("doubled-mark", "“It is so.”, he said", "“It is so,” he said"),
    ("speech-comma", "“It is so”, – said the mayor", "“It is so,” said the mayor"),
    ("speech-comma", "“It is so,” - he said", "“It is so,” he said"),
    (
        "speech-comma",
        '"It is so", - the mayor noted',
        '"It is so," the mayor noted',
    ),
    (
        "speech-comma",
        "“It is fine.”the mayor said",
        "“It is fine,” the mayor said",
    ),
    ("heading-stop", "CHAPTER II.", "CHAPTER II"),
    ("etc", "tea, coffee, and etc.", "tea, coffee, etc."),
    ("etc", "tea, coffee etc... are", "tea, coffee etc. are"),
    ("abbreviation-stops", "fruit, e. g. pears", "fruit, e.g. pears"),
    ("abbreviation-stops", "fruit, i.e pears", "fruit, i.e. pears"),
    ("abbreviation-stops", "at 5 p. m. sharp", "at 5 p.m. sharp"),
    ("colon-after-including", "tools, including: a saw", "tools, including a saw"),
    ("colon-after-including", "tools such as: a saw", "tools such as a saw"),
]
SPACING = [
    ("doubled-small-word", "in the the hall", "in the hall"),
    ("doubled-small-word", "The the hall", "The hall"),
    ("doubled-word", "a large large hall", "a large hall"),
    ("doubled-space", "a  hall", "a hall"),
    ("doubled-space", "a \u00a0 hall", "a hall"),
    ("space-before-mark", "a hall , a room", "a hall, a room"),
    ("space-before-mark", "Is it so ?", "Is it so?"),
    ("space-before-stop", "It is so .", "It is so."),
    ("space-in-brackets", "it ( so) is", "it (so) is"),
    ("space-in-brackets", "it [so ] is", "it [so] is"),
    ("space-in-brackets", "it ( so ) is", "it (so) is"),
    ("space-in-quotes", "the “ Sea ” ship", "the “Sea” ship"),
    ("space-at-apostrophe", "the city ’s port", "the city’s port"),
    ("space-at-apostrophe", "the city’ s port", "the city’s port"),
    ("missing-space", "the end.Next year", "the end. Next year"),
    ("missing-space", "in 2021.The plant", "in 2021. The plant"),
    ("missing-space", "the sea,the lake", "the sea, the lake"),
    ("missing-space", "the Bank(NTB) paid", "the Bank (NTB) paid"),
    ("missing-space", "the Bank (NTB)and us", "the Bank (NTB) and us"),
    ("missing-space", "the“Sea” ship", "the “Sea” ship"),
    ("missing-space", "the “Sea”and us", "the “Sea” and us"),
    ("glued-number", "some 5million people", "some 5 million people"),
    ("glued-number", "for 3years now", "for 3 years now"),
    ("glued-words", "the work ofthe bank", "the work of the bank"),
    ("glued-words", "Inthis case", "In this case"),
    ("glued-words", "infront of us", "in front of us"),
    ("spaced-hyphen", "the socio- economic plan", "the socio-economic plan"),
    ("spaced-hyphen", "the socio - economic plan", "the socio-economic plan"),
    ("spaced-hyphen", "the trade- economic plan", "the trade-economic plan"),
]
QUOTES = [
    ("foreign-quotes", "the «Sea» ship", "the “Sea” ship"),
    ("foreign-quotes", "the „Sea“ ship", "the “Sea” ship"),
    ("foreign-quotes", "the ‹Sea› ship", "the “Sea” ship"),
    ("foreign-quotes", "the 「Sea」 ship", "the “Sea” ship"),
    ("foreign-quotes", "the 《Sea》 ship", "the “Sea” ship"),
    ("foreign-quotes", "it was » said", "it was ” said"),
    ("typed-quotes", "the <<Sea>> ship", "the “Sea” ship"),
    ("typed-quotes", "the ,,Sea'' ship", "the “Sea” ship"),
    ("typed-quotes", "the ``Sea'' ship", "the “Sea” ship"),
    ("turned-quote", "the ”Sea” ship", "the “Sea” ship"),
    ("turned-quote", "the “Sea“ ship", "the “Sea” ship"),
    ("turned-quote", "He said “so it is. “", "He said “so it is.”"),
    ("mixed-quotes", 'the “Sea" ship', "the “Sea” ship"),
    ("mixed-quotes", 'the "Sea” ship', "the “Sea” ship"),
    ("apostrophe", "the city`s port", "the city’s port"),
    ("apostrophe", "the city´s port", "the city’s port"),
    ("plural-apostrophe", "in the 1990's", "in the 1990s"),
    ("plural-apostrophe", "all NGO's were there", "all NGOs were there"),
]
DASHES = [
    ("hyphen-for-dash", "the sea - a lake", "the sea – a lake"),
    ("double-hyphen", "the sea -- a lake", "the sea – a lake"),
    ("dash-for-is", "The main goal - to help.", "The main goal is to help."),
    (
        "dash-for-is",
        "Our task in this field – to help.",
        "Our task in this field is to help.",
    ),
    (
        "dash-between-posts",
        "the Chief of Staff – First Deputy Minister came",
        "the Chief of Staff and First Deputy Minister came",
    ),
    ("one-sided-dash", "the sea– a lake", "the sea – a lake"),
    ("one-sided-dash", "the sea —a lake", "the sea — a lake"),
    ("spaced-range", "in 2020 - 2021 they", "in 2020–2021 they"),
    ("spaced-range", "in 2020- 2021 they", "in 2020–2021 they"),
    ("from-range", "from 2014-2020 they", "from 2014 to 2020 they"),
    ("from-range", "between 5–7 people", "between 5 and 7 people"),
    ("from-range", "from 2014-20 they", "from 2014 to 2020 they"),
]
SCRIPTS = [
    ("mixed-script", "the W\u041d\u041e says", "the WHO says"),
    ("mixed-script", "at 22 °\u0421 now", "at 22 °C now"),
    ("mixed-script", "was \u0430 day off", "was a day off"),
    ("leftover-script", "said Иванов there", "said Ivanov there"),
    (
        "leftover-script",
        "She was born and lives in Нижний Новгород.",
        "She was born and lives in Nizhny Novgorod.",
    ),
    ("foreign-mark", "the sea，the lake", "the sea, the lake"),
    ("foreign-mark", "the sea（a lake）is", "the sea (a lake) is"),
    ("foreign-mark", "It is so。", "It is so."),
    ("foreign-mark", "the sea، the lake", "the sea, the lake"),
    ("foreign-mark", "¿Is it so?", "Is it so?"),
    ("foreign-digits", "in ٢٠٢١ they", "in 2021 they"),
    ("foreign-digits", "some ５００ of them", "some 500 of them"),
]
NUMBERS = [
    ("decimal-comma", "grew 2,5 times", "grew 2.5 times"),
    ("decimal-comma", "up 0,3 % on May", "up 0.3 % on May"),
    ("decimal-comma", "a 2,5-fold rise", "a 2.5-fold rise"),
    ("decimal-comma", "paid €3,5 for it", "paid €3.5 for it"),
    ("decimal-comma", "rose by 3,5.", "rose by 3.5."),
    ("spaced-thousands", "some 12 400 km of road", "some 12,400 km of road"),
    ("spaced-thousands", "1 250 000 people", "1,250,000 people"),
    ("spaced-thousands", "paid €1 200 for it", "paid €1,200 for it"),
    ("dotted-thousands", "some 1.250.000 people", "some 1,250,000 people"),
    ("dotted-thousands", "some 1.250 people", "some 1,250 people"),
    ("thousand-in-figures", "13 thousand people", "13,000 people"),
    ("thousand-in-figures", "2.5 thousand trees", "2,500 trees"),
    ("thousand-in-figures", "1,25 thousand trees", "1,250 trees"),
    ("thousand-in-figures", "13 thous. people", "13,000 people"),
    ("short-million", "paid 5 mln euros", "paid 5 million euros"),
    ("short-million", "paid 5 bln. euros", "paid 5 billion euros"),
    ("short-million", "paid EUR 5 mln.", "paid EUR 5 million."),
    ("millions-of", "5 millions of euros", "5 million euros"),
    ("millions-of", "two million of people", "two million people"),
    ("numero", "School №5 and", "School No. 5 and"),
    ("numero", "School № 5 and", "School No. 5 and"),
    ("numero", "School n° 5 and", "School No. 5 and"),
    ("numero", "School No.5 and", "School No. 5 and"),
    ("numero", "the Decree N 45 of", "the Decree No. 45 of"),
    ("spaced-percent", "some 5 % of it", "some 5% of it"),
    ("spaced-percent", "some %5 of it", "some 5% of it"),
    ("percents", "some 5 percents of it", "some 5 percent of it"),
    ("ordinal-ending", "the 21th day", "the 21st day"),
    ("ordinal-ending", "the 5-th day", "the 5th day"),
    ("ordinal-ending", "the 112nd day", "the 112th day"),
    ("ordinal-ending", "in the 90-ies", "in the 90s"),
    ("ordinal-ending", "the 1990-s", "the 1990s"),
    ("plain-ordinal", "the 75 anniversary of", "the 75th anniversary of"),
    ("small-number", "in the past 5 years", "in the past five years"),
    ("unit", "at 90 km/hour", "at 90 km/h"),
    ("unit", "some 50 km2 of", "some 50 km² of"),
    ("unit", "some 50 sq.km of", "some 50 sq km of"),
]
MONEY = [
    ("currency-behind", "paid 5 million €.", "paid €5 million."),
    ("currency-behind", "paid 1,200$ for", "paid $1,200 for"),
    ("currency-space", "paid € 5 for", "paid €5 for"),
    ("currency-twice", "paid $5 million dollars", "paid $5 million"),
    ("currency-code", "paid 5 million EUR for", "paid €5 million for"),
    ("currency-code", "paid 100 USD.", "paid $100."),
    ("currency-ahead", "paid rubles 5 billion", "paid 5 billion rubles"),
    ("currency-plural", "paid 5 million euro for", "paid 5 million euros for"),
]
TIMES = [
    ("dotted-date", "on 22.06.2021 in", "on 22 June 2021 in"),
    ("dotted-date", "on 5-6.06.2021 in", "on 5–6 June 2021 in"),
    ("dotted-date", "dated of 22.06.21 in", "dated of 22 June 2021 in"),
    ("day-of-month", "on 5 of May they", "on 5 May they"),
    ("day-of-month", "on 5th of May they", "on 5 May they"),
    ("day-of-month", "on the 5th of May 2021 they", "on 5 May 2021 they"),
    ("day-of-month", "from 5 to 7 of May they", "from 5 to 7 May they"),
    ("day-of-month", "on the 21st March.", "on 21 March."),
    ("day-of-month", "on 5. May they", "on 5 May they"),
    ("date-comma", "on 5 May, 2021 they", "on 5 May 2021 they"),
    ("date-comma", "on May 5 2021.", "on May 5, 2021."),
    ("year-word", "in 2021 year they", "in 2021 they"),
    ("year-word", "in 2020-2021 years they", "in 2020-2021 they"),
    ("year-word", "in the year of 2021 they", "in 2021 they"),
    ("year-word", "on 5 May 2021 y. they", "on 5 May 2021 they"),
    ("year-word", "in 2021year they", "in 2021 they"),
    ("quarter", "in the II quarter of", "in the second quarter of"),
    ("quarter", "in 1 quarter of", "in the first quarter of"),
    ("roman-century", "in the XX century", "in the 20th century"),
    ("roman-century", "of XIX century", "of the 19th century"),
    ("roman-century", "the XVII–XVIII centuries", "the 17th–18th centuries"),
    ("roman-ordinal", "the IX Sea Conference", "the 9th Sea Conference"),
    ("roman-ordinal", "at the XXI Forum", "at the 21st Forum"),
    ("roman-ordinal", "of the XIII Games", "of the 13th Games"),
    ("clock", "at 15.00 on Monday", "at 15:00 on Monday"),
    ("clock", "at 15:00 o’clock sharp", "at 15:00 sharp"),
    ("clock", "at 14h30 they", "at 14:30 they"),
    ("clock", "at 14h they", "at 14:00 they"),
    ("clock", "at 15 o'clock they", "at 3 p.m. they"),
    ("clock", "at 3 p.m. o'clock", "at 3 p.m."),
    ("clock", "at 15:30 p.m. they", "at 15:30 they"),
    ("clock", "at 10-30 they", "at 10:30 they"),
    ("clock", "from 9.00 to 18.00 they", "from 9:00 to 18:00 they"),
]
CASING = [
    (
        "noun-capital",
        "the political Situation in town",
        "the political situation in town",
    ),
    ("noun-capital", "in defence of Human rights.", "in defence of human rights."),
    ("noun-capital", "Thank You Very Much.", "Thank you very much."),
    ("german-capital", "partners of the Region spoke", "partners of the region spoke"),
    ("half-capital", "the security Council met", "the Security Council met"),
    ("half-capital", "the Prime minister said", "the Prime Minister said"),
    ("half-capital", "the Secretary-general said", "the Secretary-General said"),
    ("local-body", "the Portvale city council", "the Portvale City Council"),
    ("lower-name", "on monday they", "on Monday they"),
    ("lower-name", "the russian and european", "the Russian and European"),
    ("lower-name", "on 5 march they", "on 5 March they"),
    ("lower-name", "in may 2021 they", "in May 2021 they"),
    (
        "sentence-start",
        "the governor opened the new bridge over the river.",
        "The governor opened the new bridge over the river.",
    ),
    (
        "capital-after-stop",
        "at the bridge. the mayor spoke",
        "at the bridge. The mayor spoke",
    ),
    ("inner-capital", "the house Of the mayor", "the house of the mayor"),
    ("inner-capital", "they came, The mayor said", "they came, the mayor said"),
    ("institution-capitals", "the European union", "the European Union"),
    (
        "institution-capitals",
        "the world health organization",
        "the World Health Organization",
    ),
    ("institution-capitals", "the ministry of health", "the Ministry of Health"),
    (
        "institution-capitals",
        "the Ministry of foreign affairs",
        "the Ministry of Foreign Affairs",
    ),
]
COMMAS = [
    ("comma-before-that", "He said, that it is so", "He said that it is so"),
    ("comma-before-that", "the fact, that it is", "the fact that it is"),
    ("comma-before-that", "it is important, that it", "it is important that it"),
    ("comma-before-clause", "said on March 7, that it", "said on March 7 that it"),
    ("comma-before-question", "They know, what the", "They know what the"),
    ("comma-before-than", "more, than ten", "more than ten"),
    ("comma-before-than", "a larger hall, than here", "a larger hall than here"),
    ("comma-before-as", "such, as this", "such as this"),
    ("comma-after-opening", "However the bank paid.", "However, the bank paid."),
    ("comma-after-opening", "In addition they paid.", "In addition, they paid."),
    ("comma-after-light-opening", "Thus the bank paid.", "Thus, the bank paid."),
    (
        "comma-after-phrase",
        "According to the Northern Trade Bank the rate fell.",
        "According to the Northern Trade Bank, the rate fell.",
    ),
    (
        "comma-after-participle",
        "Speaking at the opening the mayor noted it.",
        "Speaking at the opening, the mayor noted it.",
    ),
    (
        "comma-before-clause",
        "He said at the opening of the hall, that it is so",
        "He said at the opening of the hall that it is so",
    ),
    (
        "comma-after-subject",
        "What we see today, is a sea.",
        "What we see today is a sea.",
    ),
    (
        "comma-after-place",
        "In his long speech he further stated it.",
        "In his long speech, he further stated it.",
    ),
    ("comma-before-clause", "He said that, “it is so.”", "He said that “it is so.”"),
    ("weekday-commas", "It revealed, Monday, plans", "It revealed on Monday plans"),
    (
        "weekday-commas",
        "He stressed, on Saturday evening, on the need for peace",
        "He stressed on Saturday evening on the need for peace",
    ),
    (
        "weekday-commas",
        "It announced, Monday, that it",
        "It announced on Monday that it",
    ),
    (
        "weekday-commas",
        "It announced today, Monday, that it",
        "It announced on Monday that it",
    ),
    ("comma-splice", "It rained, however the", "It rained; however, the"),
    ("salutation", "Dear colleagues!", "Dear colleagues,"),
]
SPEECH = [
    ("turned-speech", "“We agree, “he said.", "“We agree,” he said."),
    ("turned-speech", "“We agree, “ Berg said.", "“We agree,” Berg said."),
    ("turned-speech", "“We agree. “the mayor said.", "“We agree,” the mayor said."),
    ("turned-speech", "“We agree, ”he said.", "“We agree,” he said."),
    (
        "late-opening",
        "He stressed that” it is so,” and left.",
        "He stressed that “it is so,” and left.",
    ),
    ("late-opening", "He said, ” It is so “. Then", "He said, “It is so”. Then"),
    (
        "wrapped-speaker",
        "“It is so, “noting that” there is time.",
        "“It is so,” noting that “there is time.",
    ),
    (
        "wrapped-speaker",
        'he said it is so, "adding that" there is time.',
        'he said it is so," adding that "there is time.',
    ),
    ("speech-comma", '"It is so ", - Berg said', '"It is so," Berg said'),
    ("space-before-quote", 'that there is time. "', 'that there is time."'),
    ("space-before-quote", 'He said, "It is so. "', 'He said, "It is so."'),
]
SOURCE_WORDS = [
    ("missing-space", "in Oslo,Norway and", "in Oslo, Norway and"),
    ("missing-space", "in Oslo ,and then", "in Oslo, and then"),
    ("spaced-hyphen", "a cross -border road", "a cross-border road"),
    ("untranslated-word", "the reform of les services", "the reform of the services"),
    ("untranslated-word", "roads und bridges were", "roads and bridges were"),
    (
        "glued-sentences",
        "great successesNorthern news",
        "great successes Northern news",
    ),
    ("glued-sentences", "it is engagéeDans the field", "it is engagée Dans the field"),
]
NAMES = [
    ("lower-name", "in nigeria and the sahel", "in Nigeria and the Sahel"),
    ("lower-name", "a malian and a british ship", "a Malian and a British ship"),
    ("lower-name", "a french ship", "a French ship"),
    ("lower-name", "a nato ship", "a NATO ship"),
    ("lower-name", "the eu budget", "the EU budget"),
    ("shouted-name", "by president BERGMAN", "by president Bergman"),
    ("inner-capital", "the Capital; To discuss it", "the Capital; to discuss it"),
    ("inner-capital", "the district Of Oslo", "the district of Oslo"),
    ("shouted-name", "President BERGMAN said", "President Bergman said"),
    ("shouted-name", "Minister Anna BERGMAN said", "Minister Anna Bergman said"),
    ("missing-apostrophe", "Norways plan is", "Norway’s plan is"),
    ("inner-capital", "we wish You and your", "we wish you and your"),
    ("inner-capital", "in May, this It is so", "in May, this it is so"),
    ("day-of-month", "in the 17 of May", "on 17 May"),
    ("day-of-month", "in the 17th of May of 2021", "on 17 May 2021"),
    ("year-word", "on May 5, 2021 year", "on May 5, 2021"),
    ("year-word", "on 5 May 2021 year", "on 5 May 2021"),
    ("zero-day", "on July 03, 2018", "on July 3, 2018"),
    ("zero-day", "on 03 July they", "on 3 July they"),
    ("end-mark", "They left the hall. -0-", "They left the hall."),
    ("month-and-year", "in May of 2021 they", "in May 2021 they"),
]
GRAMMAR = [
    ("date-preposition", "In 5 May they came", "On 5 May they came"),
    ("date-preposition", "came on May 2021.", "came in May 2021."),
    ("date-preposition", "was adopted on 2021 and", "was adopted in 2021 and"),
    ("weekday-preposition", "came in Monday.", "came on Monday."),
    ("decade-article", "in 1990s they", "in the 1990s they"),
    ("decade-article", "in early 1990s.", "in the early 1990s."),
    ("century-article", "in 20th century.", "in the 20th century."),
    ("century-article", "in 21 century the", "in the 21st century the"),
]
GROUPS = {"grammar": GRAMMAR, "punctuation": COMMAS}
FAULTS = [
    (f"typography/{name}", text, right)
    for group in (
        MARKS,
        SPACING,
        QUOTES,
        DASHES,
        SCRIPTS,
        NUMBERS,
        MONEY,
        TIMES,
        CASING,
        SPEECH,
        SOURCE_WORDS,
        NAMES,
    )
    for name, text, right in group
] + [
    (f"{group}/{name}", text, right)
    for group, rows in GROUPS.items()
    for name, text, right in rows
]


@pytest.mark.parametrize(("rule", "text", "right"), FAULTS)
def test_the_first_replacement_mends_the_fault(
    rule: str, text: str, right: str
) -> None:
    assert mended(rule, text) == right


@pytest.mark.parametrize(
    "mechanism",
    [each for each in TYPOGRAPHY if each.serves("en")],
    ids=lambda each: each.id,
)
def test_each_mechanism_has_a_fault_here(mechanism: Mechanism) -> None:
    without_fix = {
        "typography/unpaired-bracket",
        "typography/unpaired-quote",
        "typography/untranslated",
    }
    assert mechanism.id in without_fix.union(rule for rule, *_ in FAULTS)


@pytest.mark.parametrize(
    ("rule", "text", "mark"),
    [
        ("typography/unpaired-bracket", "the hall (a room is here.", "("),
        ("typography/unpaired-bracket", "the hall a room) is here.", ")"),
        ("typography/unpaired-quote", "the “Sea ship, the “Lake” ship.", "“"),
        ("typography/unpaired-quote", "the “Sea” ship” is here.", "”"),
    ],
)
def test_a_mark_without_partner_is_shown(rule: str, text: str, mark: str) -> None:
    (hit,) = FINDERS[rule](text)
    assert text[hit.start : hit.end] == mark
    assert not hit.replacements


def test_words_in_the_script_of_the_source_are_flagged_together() -> None:
    text = "He read «Война и мир» in the original."
    (hit,) = FINDERS["typography/leftover-script"](text)
    assert text[hit.start : hit.end] == "Война и мир"
    assert not hit.replacements


def test_a_date_is_offered_in_both_orders() -> None:
    (hit,) = FINDERS["typography/dotted-date"]("on 22.06.2021 in")
    assert hit.replacements == ("22 June 2021", "June 22, 2021")


def test_a_stretch_of_another_language_is_flagged_whole() -> None:
    text = "It is les services dans une ville avec des écoles, he said to us all here."
    (hit,) = FINDERS["typography/untranslated"](text)
    assert text[hit.start : hit.end].startswith("It is les")
    assert hit.replacements == ()
    assert not list(FINDERS["typography/untranslated"]("He visited Las Palmas."))
