"""Changes are marked as a person would mark them. All sentences are invented."""

from __future__ import annotations

import pytest

from posteditor.diff import OpKind, diff

MARKS = {
    OpKind.EQUAL: "{}",
    OpKind.DELETE: "[-{}-]",
    OpKind.INSERT: "{{+{}+}}",
}


def marked(old: str, new: str) -> str:
    return "".join(MARKS[op.kind].format(op.text) for op in diff(old, new))


# Each line is a marked text: both versions follow from it.
GOLDEN = [
    "The council [-carried out the adoption of-]{+adopted+} the plan.",
    "[-In the framework of-]{+During+} the visit{+,+} the {+two +}sides spoke.",
    "He expressed [-the -]hope [-on continuing of the-]{+for continued+} trade.",
    "The [-ministry-]{+Ministry+} of Fisheries opened a new harbour[- -].",
    "Prices rose [-on-]{+by+} 3.5% in [-march-]{+March+}.",
    "The bridge, [-which is -]built in 1962, was closed.",
    "We thank the hosts{+ for their welcome+}. We wish {+them +}success.",
    "[-Yesterday the-]{+The+} mayor opened the library{+ yesterday+}.",
    "[-The given-]{+That+} question was considered at the meeting{+.+}",
    "The delegation arrived [-to-]{+in+} Tallinn at [-9-00-]{+9:00+}.",
    "[-It is necessary to note that the-]{+The+} work goes on.",
    "The sides agreed[-. They-]{+, and they+} will meet in May.",
    "the states of the region and [-of -]the world",
    "A wide range of [-questions-]{+issues, including water,+} was discussed",
    "The agency[-'s-] head said [-that -]it[-'s-]{+ was+} over.",
    "the country{+'s+} border",
    "They ended a [-long-standing-]{+age-old+} quarrel.",
    "{+The +}Tallinn[---]{+–+}Riga ferry left.",
    "We met. {+We ate. +}We left.",
    "the {+states and the +}member states",
    "Ministers met in [-the sphere of fight against-]{+combating+} terrorism",
    "The task [-is not removed from-]{+remains on+} the agenda.",
    "[-The interaction of-]{+Interaction of the+} special services",
    "Цены выросли на [-три процента-]{+3 %+} в марте.",
    "Die Sitzung [-wird-]{+findet+} am 5.{+ +}Mai [-durchgeführt-]{+statt+}.",
    "[-قال-]{+وقال+} الوزير إن الأسعار [-ارتفعت-]{+انخفضت+}.",
    "我们[-今-]{+明+}天去[-学校-]{+图书馆+}学习中文。",
    "会議は[-東京-]{+大阪+}で開かれま[-した-]{+す+}。",
    "ภาษาไทย[-ง่าย-]{+ยาก+}มาก",
    "Team [-👨‍👩‍👧-]{+👨‍👩‍👦+} won at the [-cafe-]{+café+}",
]


def version(text: str, gone: str, kept: str) -> str:
    """One of the two texts of a marked one: `kept` marks fall, `gone` stretches go."""
    closing = {"[-": "-]", "{+": "+}"}
    out = []
    while text:
        if text.startswith(gone):
            text = text.partition(closing[gone])[2]
        elif text.startswith((kept, closing[kept])):
            text = text[2:]
        else:
            out.append(text[0])
            text = text[1:]
    return "".join(out)


@pytest.mark.parametrize("expected", GOLDEN)
def test_changes_are_marked_as_a_person_would(expected: str) -> None:
    old = version(expected, "{+", "[-")
    new = version(expected, "[-", "{+")
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b", "a, b", "a{+,+} b"),
        ("a.", "a x.", "a{+ x+}."),
        ("a  b", "a b", "a [- -]b"),
        ("b", "x b", "{+x +}b"),
        ("x\r\ny", "x\ny", "x[-\r\n-]{+\n+}y"),
        ("well known", "well-known", "well[- -]{+-+}known"),
    ],
)
def test_spaces_and_marks_stay_on_the_right_side(
    old: str, new: str, expected: str
) -> None:
    assert marked(old, new) == expected
