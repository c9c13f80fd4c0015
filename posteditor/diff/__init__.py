"""What an editor changed, word by word, losslessly.

Rule: the texts of equal and delete joined are the old text, those of equal and insert
the new one, code point for code point; graphemes are never split.
"""

from posteditor.diff.categories import EditCategory, categories
from posteditor.diff.detail import Part, Parts, detail
from posteditor.diff.edits import Edit, EditKind, edits
from posteditor.diff.moves import with_moves
from posteditor.diff.ops import Op, OpKind, diff, equal_ratio, verify
from posteditor.diff.stat import EditStat, edit_stat

__all__ = [
    "Edit",
    "EditCategory",
    "EditKind",
    "EditStat",
    "Op",
    "OpKind",
    "Part",
    "Parts",
    "categories",
    "detail",
    "diff",
    "edit_stat",
    "edits",
    "equal_ratio",
    "verify",
    "with_moves",
]
