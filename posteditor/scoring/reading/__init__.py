"""Texts to score: a segment a line, or a named column of TSV or JSON lines, packed with
gzip or not, from a file or standard input.

Rule: what is wrong with a file is found before scoring begins, and named with its line.
"""

from posteditor.scoring.reading.index import Column, Range, index
from posteditor.scoring.reading.names import Layout, Named, named
from posteditor.scoring.reading.spool import Spool

__all__ = ["Column", "Layout", "Named", "Range", "Spool", "index", "named"]
