"""Cleaning: tells a statement from what the web page left around it (furniture)."""

from posteditor.cleaning.marking import mark_furniture
from posteditor.cleaning.patterns import Pattern, Patterns, Where, load_patterns

__all__ = ["Pattern", "Patterns", "Where", "load_patterns", "mark_furniture"]
