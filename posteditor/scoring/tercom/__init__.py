"""TER (Snover et al. 2006) at speed: of any pair of texts the number sacrebleu gives.

`ter_stats` counts the edits; `ter_alignment` also says which they are. Rule: where two
ways of counting differ, sacrebleu's is followed, beam and limits included.
"""

from posteditor.scoring.tercom.alignment import TerAlignment, ter_alignment
from posteditor.scoring.tercom.moves import Move
from posteditor.scoring.tercom.operations import Operation
from posteditor.scoring.tercom.rate import ter_stats
from posteditor.scoring.tercom.stat import TerStat
from posteditor.scoring.tercom.table import distance
from posteditor.scoring.tercom.words import TerOptions

__all__ = [
    "Move",
    "Operation",
    "TerAlignment",
    "TerOptions",
    "TerStat",
    "distance",
    "ter_alignment",
    "ter_stats",
]
