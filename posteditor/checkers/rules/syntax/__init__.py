"""Syntax by mechanism: articles of bare nouns, complements, order, commas of clauses.

Rule: each module holds one idea and is made of frames (see `grammar.scan`), which look
only where one of their words stands; what a frame offers changes no more than it must.
"""

from posteditor.checkers.rules.syntax.registry import SYNTAX

__all__ = ["SYNTAX"]
