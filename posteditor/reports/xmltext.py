"""Text for formats that are XML inside."""

from __future__ import annotations

import re

from posteditor.sanitise import sanitise

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """Text as XML can hold it, one character for each: controls are pictured, lone
    surrogates and what is no character replaced."""
    return _UNFIT.sub(lambda m: sanitise(m[0]) if m[0] < "\ufffe" else "\ufffd", text)
