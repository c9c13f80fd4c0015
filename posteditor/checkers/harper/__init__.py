"""Harper, an offline checker of English, cut down to what it gets right."""

from posteditor.checkers.harper.checker import HarperChecker

__all__ = ["HarperChecker"]
