"""Typography, punctuation and capitals: a module for each kind of sign."""

from __future__ import annotations

from posteditor.checkers.rules.mechanics import Mechanism
from posteditor.checkers.rules.typography.casing import CASING
from posteditor.checkers.rules.typography.clock import CLOCK
from posteditor.checkers.rules.typography.commas import COMMAS
from posteditor.checkers.rules.typography.currency import CURRENCY
from posteditor.checkers.rules.typography.dashes import DASHES
from posteditor.checkers.rules.typography.dates import DATES
from posteditor.checkers.rules.typography.marks import MARKS
from posteditor.checkers.rules.typography.nouns import NOUNS
from posteditor.checkers.rules.typography.numbers import NUMBERS
from posteditor.checkers.rules.typography.quotes import QUOTES
from posteditor.checkers.rules.typography.scripts import SCRIPTS
from posteditor.checkers.rules.typography.spacing import SPACING
from posteditor.checkers.rules.typography.speech import SPEECH
from posteditor.checkers.rules.typography.untranslated import UNTRANSLATED

TYPOGRAPHY: tuple[Mechanism, ...] = (
    *MARKS,
    *SPACING,
    *QUOTES,
    *SPEECH,
    *DASHES,
    *SCRIPTS,
    *UNTRANSLATED,
    *NUMBERS,
    *CURRENCY,
    *DATES,
    *CLOCK,
    *CASING,
    *NOUNS,
    *COMMAS,
)
