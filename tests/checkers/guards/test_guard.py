"""What a revision lost, and what it only said otherwise."""

from __future__ import annotations

import pytest

from posteditor.checkers.guards import guard
from posteditor.model import Severity, Suggestion


def only(mt: str, target: str, source: str | None = None) -> Suggestion:
    [found] = guard(mt, target, source, source_lang="ru")
    assert target[found.start : found.end] == found.text
    return found


def told(mt: str, target: str) -> dict[str, str]:
    """Rule and place of each remark."""
    return {found.rule: found.text for found in guard(mt, target)}


FILLER = "and then the members of the council went home to rest."


@pytest.mark.parametrize(
    ("mt", "target", "rule", "place"),
    [
        ("We saw 5 ships in port.", "We saw 6 ships in port.", "number", "6"),
        ("We saw 5 ships in port.", "We saw ships in port.", "number", "ships"),
        ("We saw five ships.", "We saw seven ships.", "number", "seven"),
        ("It ends on 5 March.", "It ends on 5 May.", "date", "May"),
        ("It opens on Monday now.", "It opens on Friday now.", "date", "Friday"),
        ("They met in June 2020.", "They met in 2020.", "date", "2020"),
        ("The talks in Tallinn went on.", "The talks went on.", "name", "went"),
        ("He asked Petrov to come.", "He asked Sidorov to come.", "name", "Sidorov"),
        ("Then the OSCE left.", "Then the mission left.", "abbreviation", "mission"),
        ("It is not open yet today.", "It is open yet today.", "negation", "open"),
        ("They never came back.", "They came back.", "negation", "came"),
        ("They came back again.", "They never came back again.", "negation", "never"),
        ("He can't stay here.", "He can stay here.", "negation", "can"),
        ("The meeting has ended.", "the meeting has ended.", "start", "the"),
        ("The meeting has ended.", "The meeting has ended", "end", "ended"),
        ("He came (with us) today.", "He came (with us today.", "bracket", "("),
        ('He said "yes" today.', 'He said "yes today.', "bracket", '"'),
        ("See www.example.org/a now.", "See it now.", "link", "it"),
        ("Write to a.b@example.org now.", "Write now.", "link", "now"),
    ],
)
def test_a_loss(mt: str, target: str, rule: str, place: str) -> None:
    found = only(mt, target)
    assert (found.rule, found.text) == (f"guard/{rule}", place)


@pytest.mark.parametrize(
    ("mt", "target"),
    [
        ("It cost 5 million euros.", "It cost five million euros."),
        ("The EU has agreed to it.", "The European Union has agreed to it."),
        ("Then the European Union agreed.", "Then the EU agreed."),
        ("The troops of Russia left.", "The Russian troops left."),
        ("The wine of France is good.", "French wine is good."),
        ("The organisation Alpha is here.", "The organization Alpha is here."),
        ("We met Petrov's friends.", "We met the friends of Petrov."),
        ("They do not know it.", "They don't know it."),
        ("They can not know it.", "They cannot know it."),
        ("It is not possible now.", "It is impossible now."),
        ("He did not have money.", "He had no money."),
        ("They did not come today.", "They failed to come today."),
        ("He went and didn't pay.", "He went without paying."),
        ("It is not closed or locked.", "It is unlocked."),
        ("Not only bread but salt is here.", "Bread and salt are here."),
        ("Nobody knows the way there.", "No one knows the way there."),
        ("He asked that Petrov come.", "He asked him to come."),
        ("On 5 March they left us.", "They left us on March 5."),
        ("It rained, the harbour closed.", "The harbour closed; it rained."),
        ("We support the the idea.", "We support the idea."),
        ("She said: 'Come in now.'", "She said: “Come in now.”"),
        ("In the U.S. it is so.", "In the US it is so."),
        ("Many NGOs have come here.", "Many an NGO has come here."),
        ("We do not exclude that they come.", "They may come, as we think."),
        ("We can't but note their work.", "We must note their work."),
        ("What a day it was!", "What a day it was."),
        (
            f"The plan of the Northern Trade Organization (NTO) failed, {FILLER}",
            f"The NTO plan failed, {FILLER}",
        ),
        ("", "Something was written here in 2020."),
        ("The same text.", "The same text."),
        ("A heading without a stop", "a heading without a stop."),
    ],
)
def test_no_loss(mt: str, target: str) -> None:
    assert [f.rule for f in guard(mt, target) if f.rule != "guard/start"] == []


def test_a_changed_number_is_critical_and_can_be_put_back() -> None:
    found = only("It cost 5 million euros.", "It cost 6 million euros.")
    assert found.severity is Severity.CRITICAL
    assert found.replacements == ("5 million",)
    assert found.message == "5 million in the machine translation"


def test_a_name_spelled_otherwise_is_a_lesser_matter() -> None:
    found = only("He asked Lukashenka to come.", "He asked Lukashenko to come.")
    assert (found.rule, found.severity) == ("guard/name", Severity.MINOR)
    assert found.replacements == ("Lukashenka",)


@pytest.mark.parametrize("typed", ["Tallin", "Talinn"])
def test_a_slip_in_a_name_is_seen(typed: str) -> None:
    found = only("They came to Tallinn today.", f"They came to {typed} today.")
    assert (found.text, found.replacements) == (typed, ("Tallinn",))


def test_a_dropped_clause_is_told_with_its_beginning() -> None:
    clause = "although heavy storms damaged several wooden bridges upstream"
    found = only(f"They left early, {clause}, {FILLER}", f"They left early, {FILLER}")
    assert found.rule == "guard/clause"
    assert found.message.startswith("dropped: ")
    assert "storms" in found.message


def test_a_number_that_also_stands_elsewhere_is_seen() -> None:
    found = only("We have 2 cats and 2 dogs.", "We have 2 cats and 3 dogs.")
    assert (found.rule, found.text, found.replacements) == ("guard/number", "3", ("2",))
    assert not guard("From 5 to 7 cats came.", "Some 7 or 5 cats came.")


def test_words_that_moved_are_not_dropped() -> None:
    clause = "although heavy storms damaged several wooden bridges upstream"
    assert not guard(f"They left, {clause}.", f"{clause.capitalize()}, they left.")


def test_what_is_at_one_place_is_one_remark() -> None:
    found = only(
        f"They met Petrov in Tallinn on 5 March 2020, {FILLER}",
        f"They met, {FILLER}",
    )
    assert "“Tallinn”" in found.message
    assert "“2020”" in found.message


def test_a_sentence_written_anew_is_asked_for_its_figures_only() -> None:
    mt = "Who does not walk with Ivan two times will catch 17 hares."
    new = "Practice makes perfect, as every grandmother knows."
    assert "17" in only(mt, new).message
    assert not guard(mt.replace("17 ", ""), new)


def test_exact_leftovers_can_be_mended() -> None:
    assert only("The end came.", "the end came.").replacements == ("The",)
    assert only("The end came.", "The end came").replacements == ("came.",)


def test_the_source_decides() -> None:
    mt, target = "They saw 12 ships.", "They saw 14 ships."
    assert only(mt, target, "Они видели 12 кораблей.").rule == "guard/number"
    assert not guard(mt, target, "Они видели 14 кораблей.", source_lang="ru")
    not_so = "They did not see it."
    assert only(not_so, "They did see it.", "Они этого не видели.")
    assert not guard(not_so, "They did see it.", "Они это видели.", source_lang="ru")


def test_one_loss_is_told_once() -> None:
    found = only(
        "They saw 12 old ships.", "They saw old ships.", "Они видели 12 судов."
    )
    assert found.rule == "guard/number"


def test_keys_tell_what_was_lost() -> None:
    first = only("We saw 5 ships here.", "We saw ships here.")
    second = only("We saw 8 ships here.", "We saw ships here.")
    assert first.text == second.text
    assert first.wide_key != second.wide_key
    assert first.here_key != second.here_key


def test_other_languages_have_figures_and_marks() -> None:
    found = guard("Es kostet 5 Euro.", "Es kostet 6 Euro.", target_lang="de")
    assert [f.rule for f in found] == ["guard/number"]
    assert not guard("Ich komme nicht.", "Ich komme.", target_lang="de")


def test_a_text_that_is_no_sentence_is_left() -> None:
    assert not guard("5 " * 3_000, "6 " * 3_000)
    assert not guard("We saw 5 ships.", "   ")
    assert not guard(None, "We saw 5 ships.")
