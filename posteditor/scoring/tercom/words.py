"""What counts as a word: whatever whitespace sets apart once sacrebleu's tokenizer has
been over the text. Rule: sacrebleu is not imported where lower case is all it would do.
"""

from __future__ import annotations

from dataclasses import dataclass

from posteditor.scoring import metrics


@dataclass(frozen=True, slots=True, kw_only=True)
class TerOptions:
    """sacrebleu's options of TER, under sacrebleu's names, with its defaults."""

    case_sensitive: bool = False
    normalized: bool = False
    no_punct: bool = False
    asian_support: bool = False


def words(text: str, options: TerOptions) -> list[str]:
    """The words of a text as TER compares them."""
    if options.normalized or options.no_punct:
        tokenized: str = metrics.ter(options).tokenizer(text.rstrip())
        return tokenized.split()
    return (text if options.case_sensitive else text.lower()).split()


def reference_words(text: str, options: TerOptions) -> list[str]:
    """The words of a reference: sacrebleu's tokenizer goes over it twice, which now and
    then sets more apart ("..5" is two words, then three)."""
    found = words(text, options)
    return words(" ".join(found), options) if options.normalized else found
