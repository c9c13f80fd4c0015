"""LanguageTool, a server on this machine or elsewhere that checks many languages."""

from posteditor.checkers.languagetool.checker import LanguageToolChecker

__all__ = ["LanguageToolChecker"]
