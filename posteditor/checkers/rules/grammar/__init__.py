"""Grammar by mechanism: articles, number, agreement, nouns for verbs, linking.

Rule: each module holds one idea and is made of frames (see `scan`), which look only
where one of their words stands.
"""

from posteditor.checkers.rules.grammar.registry import GRAMMAR

__all__ = ["GRAMMAR"]
