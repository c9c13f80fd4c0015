"""Guards: what a revision may have lost of the machine translation, or either of the
source, told before a sentence is accepted.

Rule: pure comparisons of texts, quick enough to be made while a key is handled; a form
that was only said otherwise is no loss.
"""

from posteditor.checkers.guards.checker import GuardsChecker
from posteditor.checkers.guards.guard import guard

__all__ = ["GuardsChecker", "guard"]
