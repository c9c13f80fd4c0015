"""What machines write and people do not: phrases counted, substitutions ranked.

Rule: texts are read line by line, as often as needed; memory is bounded however long
they are.
"""

from posteditor.checkers.mining.phrases import Phrase, mine_phrases
from posteditor.checkers.mining.substitutions import Substitution, mine_substitutions
from posteditor.checkers.mining.words import Lines

__all__ = ["Lines", "Phrase", "Substitution", "mine_phrases", "mine_substitutions"]
