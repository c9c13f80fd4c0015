"""What holding an acceptance costs: the guards on a sentence of 60 words, beside the
diff of the same two texts.
"""

from __future__ import annotations

from posteditor.checkers.guards import guard
from posteditor.diff import diff
from tests.benchmarks.timing import pair

Row = tuple[str, float, float, str]
MT = (
    "On 12 March 2020 the delegation of the Northern Trade Organization (NTO), which "
    "was headed by Minister Halden, did not approve in Portvale the plan for the next "
    "five years, under which 3.5 million euros were to be spent on the harbour, and it "
    "proposed that the parties should meet again in Tallinn, if no other date is named "
    "by the mediators from the OSCE before the summer."
)
TARGET = (
    "On 12 March the NTO delegation, headed by Minister Halden, approved in Portvale "
    "the plan for the next six years, under which 3.5 million euros would be spent on "
    "the harbour, and proposed that the parties meet again in Riga, if no other date "
    "is named by the mediators from the OSCE before summer"
)
SOURCE = (
    "12 марта 2020 года делегация Северной торговой организации во главе с министром "
    "Халденом не одобрила в Портвейле план на следующие пять лет, по которому 3,5 млн "
    "евро предстояло потратить на гавань, и предложила сторонам снова встретиться в "
    "Таллине, если посредники ОБСЕ до лета не назовут другой даты."
)
REPEATS = 20


def run() -> list[Row]:
    def ours() -> None:
        for _ in range(REPEATS):
            guard(MT, TARGET, SOURCE, source_lang="ru")

    def peer() -> None:
        for _ in range(REPEATS):
            diff(MT, TARGET)

    seconds, other = pair(ours, peer)
    name = f"guards on a sentence of {len(MT.split())} words"
    return [(name, seconds / REPEATS, other / REPEATS, "the diff alone")]
