"""Phrase rules from TOML packs, and typography: the checker named "rules"."""

from posteditor.checkers.rules.checker import RulesChecker

__all__ = ["RulesChecker"]
