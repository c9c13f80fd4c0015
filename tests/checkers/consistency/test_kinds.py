"""Each kind of finding: what it sees, and what it must leave alone."""

from __future__ import annotations

import pytest

from posteditor.checkers.consistency.checker import ConsistencyChecker
from posteditor.checkers.consistency.names import skeleton
from posteditor.checkers.protocol import CheckContext
from posteditor.model import Severity
from tests.checkers.making import units

Found = list[tuple[int, str, tuple[str, ...]]]


def found(kind: str, *texts: str, target_lang: str = "en") -> Found:
    context = CheckContext(target_lang=target_lang)
    suggestions = ConsistencyChecker().check(units(*texts), context)
    return sorted(
        (s.segment, s.text, s.replacements)
        for s in suggestions
        if s.rule == f"consistency/{kind}"
    )


class TestSpellingVariety:
    def test_the_minority_is_reported_with_its_other_spelling(self) -> None:
        texts = (
            "The color of labor in the center was a favorable sign.",
            "Their neighbours agreed on defence.",
        )
        assert found("spelling-variety", *texts) == [
            (1, "defence", ("defense",)),
            (1, "neighbours", ("neighbors",)),
        ]

    def test_without_a_clear_majority_nothing_is(self) -> None:
        assert not found("spelling-variety", "A color.", "A colour.")
        assert not found("spelling-variety", "Color, labor.", "Colour, labour.")

    def test_one_word_in_two_spellings_is_reported_once(self) -> None:
        texts = ("The center opens.", "The centre is full.", "A colour fades.")
        assert found("spelling-of-one-word", *texts) == [(1, "centre", ("center",))]
        texts = ("The center opens.", "The centre is full.", "Another centre.")
        assert found("spelling-of-one-word", *texts) == [(0, "center", ("centre",))]

    def test_names_keep_their_spelling(self) -> None:
        texts = (
            "The color of labor in the center was a favorable sign.",
            "The Ministry of Defence and the Crisis Centre agreed.",
        )
        assert not found("spelling-variety", *texts)

    def test_ise_and_ize_are_a_matter_of_their_own(self) -> None:
        oxford = "They organize and recognize the labour of the centre; colour matters."
        assert not found("spelling-variety", oxford)
        assert not found("ise-ize", oxford)
        mixed = "They organize, recognize, stabilize and modernise."
        assert found("ise-ize", mixed) == [(0, "modernise", ("modernize",))]

    def test_a_region_decides_against_a_majority(self) -> None:
        text = "The colour of labour in the centre."
        words = [
            each[1] for each in found("spelling-variety", text, target_lang="en-US")
        ]
        assert words == ["centre", "colour", "labour"]
        assert not found("spelling-variety", text, target_lang="en-GB")

    @pytest.mark.parametrize(
        "word", ["practice", "program", "meter", "check", "license"]
    )
    def test_words_right_in_both_are_no_evidence(self, word: str) -> None:
        text = f"The colour, the labour, the centre and the {word}."
        assert not found("spelling-variety", text)


class TestNames:
    def test_a_doubled_letter_after_the_same_first_name(self) -> None:
        texts = ("We heard Mr. S.V. Taras today.", "Later S.V. Tarass replied.")
        assert found("name-spelling", *texts) == [(1, "Tarass", ("Taras",))]

    def test_two_transliterations_of_a_name(self) -> None:
        texts = (
            "In the port Zaretsky spoke first.",
            "Nobody asked Zaretsky why.",
            "In reply Zaretskiy smiled.",
        )
        assert found("name-spelling", *texts) == [(2, "Zaretskiy", ("Zaretsky",))]

    def test_accents_that_come_and_go(self) -> None:
        texts = (
            "Then Orbányi left.",
            "With Orbányi gone, all left.",
            "So Orbanyi won.",
        )
        assert found("name-spelling", *texts) == [(2, "Orbanyi", ("Orbányi",))]

    def test_other_names_are_other_names(self) -> None:
        texts = (
            "In Iran and in Iraq Brown met Braun, Petrov met Petrova.",
            "With Iran and Iraq Brown agreed, as did Petrov.",
            "For Austria and Australia Chen and Cheng signed.",
        )
        assert not found("name-spelling", *texts)

    def test_two_persons_with_first_names_of_their_own(self) -> None:
        texts = (
            "We met Anna Phillips there.",
            "We met Anna Phillips again.",
            "Then Mark Philips came.",
        )
        assert not found("name-spelling", *texts)

    def test_skeletons(self) -> None:
        assert skeleton("Yevgeny") == skeleton("Evgeniy")
        assert skeleton("Alexei") != skeleton("Alex")
        assert skeleton("Iran") != skeleton("Iraq")


class TestTitles:
    def test_both_orders_once_each(self) -> None:
        texts = ("General Secretary Irsen spoke.", "The NTO Secretary General replied.")
        right = ("Secretary General",)
        assert found("title-order", *texts) == [(0, "General Secretary", right)]

    def test_the_commoner_order_wins(self) -> None:
        texts = (
            "General Director Irsen and General Director Orlan came.",
            "The Director General left.",
        )
        right = ("General Director",)
        assert found("title-order", *texts) == [(1, "Director General", right)]

    def test_one_order_is_fine(self) -> None:
        assert not found("title-order", "General Secretary Irsen.", "General Irsen.")


class TestCapitals:
    CLEAR = (
        "Members of the Organization met.",
        "At once the Organization agreed.",
        "A report by the Organization’s staff followed.",
    )

    def test_the_minority_is_reported(self) -> None:
        texts = (*self.CLEAR, "However, the organization has grown.")
        right = ("Organization",)
        assert found("capital", *texts) == [(3, "organization", right)]

    def test_weak_evidence_is_none(self) -> None:
        texts = (*self.CLEAR[:2], "However, the organization has grown.")
        assert not found("capital", *texts)

    @pytest.mark.parametrize(
        "text",
        [
            "They praised the organization of the conference.",
            "An organization has rights.",
            "Other organizations have rights.",
            "The aid organization has grown.",
        ],
    )
    def test_another_sense_is_left_alone(self, text: str) -> None:
        assert not found("capital", *self.CLEAR, text)

    def test_part_of_a_name_is_no_evidence(self) -> None:
        texts = ["In the Union Bank of Portvale money lies."] * 4
        assert not found("capital", *texts, "In the union people trust.")

    def test_member_states(self) -> None:
        texts = (
            "All member states agreed.",
            "Some member states paid.",
            "The member states of the region met.",
            "Only two Member States voted.",
        )
        assert found("capital", *texts) == [(3, "Member States", ("member states",))]


class TestAbbreviations:
    INTRODUCED = "The Northern Trade Organization (NTO) met in Portvale."

    def test_the_first_use_is_remarked(self) -> None:
        texts = (self.INTRODUCED, "The NTO and the LRB met.", "The LRB left.")
        assert found("abbreviation", *texts) == [(1, "LRB", ())]

    def test_it_is_a_matter_of_style(self) -> None:
        (remark,) = ConsistencyChecker().check(
            units(self.INTRODUCED, "The NTO met the LRB."), CheckContext()
        )
        assert remark.severity is Severity.NEUTRAL
        assert remark.category.startswith("style/")

    @pytest.mark.parametrize(
        "text",
        [
            "The NTO, the UN and the EU met.",
            "The NTO and the LRB (Lower River Board) met.",
            "The NTO and the Lower River Board met; the LRB paid.",
            "The NTO and chapter XIV of part II.",
            "The NTO and operation “FALCON” went on.",
            "The NTO did NOT agree.",
        ],
    )
    def test_known_spelled_out_and_other_capitals(self, text: str) -> None:
        assert not found("abbreviation", self.INTRODUCED, text)

    def test_a_text_that_introduces_none_is_left_alone(self) -> None:
        assert not found("abbreviation", "The LRB met the QTV.", "The LRB left.")


class TestHyphens:
    def test_the_rarer_form_is_reported(self) -> None:
        texts = ("Our cooperation grew.", "Their cooperation too.", "A co-operation.")
        right = ("cooperation",)
        assert found("hyphenation", *texts) == [(2, "co-operation", right)]

    def test_of_two_equals_the_first_stays(self) -> None:
        texts = ("The anti-drug plan.", "An antidrug plan.")
        assert found("hyphenation", *texts) == [(1, "antidrug", ("anti-drug",))]

    def test_different_words_are_different(self) -> None:
        assert not found("hyphenation", "They re-sign it.", "They resign.")
        assert not found("hyphenation", "Co-operation Board.", "Our cooperation.")


class TestFormats:
    def test_the_rarer_order_of_dates_is_turned(self) -> None:
        texts = ("On June 22, 2020 and July 3, 2020 they met.", "On 4 August 2021 too.")
        right = ("August 4, 2021",)
        assert found("date-format", *texts) == [(1, "4 August 2021", right)]

    def test_the_other_way(self) -> None:
        texts = ("On 22 June 2020 and on 3 July they met.", "On August 4, 2021 too.")
        right = ("4 August 2021",)
        assert found("date-format", *texts) == [(1, "August 4, 2021", right)]

    def test_no_majority_and_no_date(self) -> None:
        assert not found("date-format", "On June 22.", "On 3 July.")
        assert not found(
            "date-format", "On 3 July and 4 July.", "In June 2021 they may."
        )

    def test_percent(self) -> None:
        texts = ("It fell by 3 percent, then 4 percent.", "It rose by 5 per cent.")
        assert found("percent", *texts) == [(1, "per cent", ("percent",))]


class TestVariants:
    def test_the_commoner_spelling_stays(self) -> None:
        texts = ("In Kiev and Kiev again.", "Then Kyiv.")
        assert found("name-spelling", *texts) == [(1, "Kyiv", ("Kiev",))]

    def test_of_two_equals_the_first_listed_stays(self) -> None:
        texts = ("In Lvov it rained.", "In Lviv too.")
        assert found("name-spelling", *texts) == [(0, "Lvov", ("Lviv",))]

    def test_a_hyphen_that_comes_and_goes(self) -> None:
        texts = ("Now Abdul Wahid and Abdul Wahid came.", "Then Abdul-Wahid left.")
        assert found("name-spelling", *texts) == [(1, "Abdul-Wahid", ("Abdul Wahid",))]
        assert not found("name-spelling", "Now Abdul-Wahid left.", "Abdul came.")

    def test_one_spelling_is_fine(self) -> None:
        assert not found("name-spelling", "In Kiev.", "In Odessa.")


class TestIntroductions:
    INTRODUCED = "The Northern Trade Organization (NTO) met in Portvale."

    def test_the_second_introduction_is_one_too_many(self) -> None:
        texts = (self.INTRODUCED, "Then the Northern Trade Organization (NTO) left.")
        assert found("abbreviation-twice", *texts) == [
            (1, "Northern Trade Organization (NTO)", ("NTO",))
        ]
        assert not found("abbreviation-twice", self.INTRODUCED, "The NTO left.")

    def test_an_abbreviation_that_is_never_used_is_reported(self) -> None:
        rest = ("Nothing else happened.",) * 12
        assert found("abbreviation-unused", self.INTRODUCED, *rest) == [
            (0, " (NTO)", ("",))
        ]
        assert not found("abbreviation-unused", self.INTRODUCED, "The NTO.", *rest)
        assert not found("abbreviation-unused", self.INTRODUCED)

    def test_a_dateline_holds_no_abbreviation(self) -> None:
        texts = (self.INTRODUCED, "MADRID, May 22 (EFE) – The town is calm.")
        assert not found("abbreviation", *texts)
