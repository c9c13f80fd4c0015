"""The punctuation that ends sentences, closes them, and opens the next one."""

from __future__ import annotations

import re

TERMINATORS = ".!?…。！？｡؟۔।॥‼⁇⁈⁉"
# After these the next sentence may follow without a space.
WIDE_TERMINATORS = "。！？｡"
CLOSERS = "\"'”’»›)]}）】」』》〉＂＇"
OPENERS = "\"'“‘„‚«‹([{（【「『《〈¿¡＂＇"

# What opens a quotation or a bracket, and what may close it. The apostrophes are left
# out: too many of them are no quotation marks.
PAIRS = {
    "“": "”“",
    "„": "“”‟",
    "«": "»",
    "‹": "›",
    "»": "«",
    '"': '"',
    "(": ")",
    "[": "]",
    "（": "）",
    "「": "」",
    "『": "』",
    "《": "》",
    "【": "】",
}

_ENDS = f"[{re.escape(TERMINATORS)}]"
_CLOSES = f"[{re.escape(CLOSERS)}]"
_WIDE = f"[{WIDE_TERMINATORS}]"

SENTENCE_END = re.compile(rf"{_ENDS}{_CLOSES}*\s+|{_WIDE}{_CLOSES}*\s*")
"""Where a sentence may end; the match ends where the next one would begin."""
