"""A rule made ready to run: compiled when first needed, its time limited.

Rule: a pattern that takes too long on a text is given up for that run of the program,
and `CannotRunError` says so once; it is never waited for twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from posteditor.checkers.rules.pack import Rule
from posteditor.checkers.rules.pattern import Pattern
from posteditor.checkers.rules.replacement import (
    Found,
    Renderer,
    compile_replacement,
    with_article,
)
from posteditor.checkers.rules.source import plain

if TYPE_CHECKING:
    import regex

# Seconds: an honest pattern needs some ten nanoseconds a character.
PATIENCE = 0.25
_PATIENCE_PER_CHARACTER = 1e-6


class CannotRunError(Exception):
    """A pattern of a rule did not come to an end in time, or cannot be compiled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where a rule matched; `source_words` are those a bilingual rule found
    in the source."""

    start: int
    end: int
    replacements: tuple[str, ...]
    source_words: str = ""


@dataclass(slots=True)
class Matcher:
    """Runs one rule."""

    rule: Rule
    patience: float = PATIENCE
    off: bool = False
    _compiled: regex.Pattern[str] | None = field(default=None, init=False)
    _renderers: tuple[Renderer, ...] = field(default=(), init=False)
    _sources: tuple[regex.Pattern[str], ...] = field(default=(), init=False)

    def hits(self, text: str, source: str | None = None) -> Iterator[Hit]:
        """Where the rule matches; a bilingual rule only if the source does. Raises
        CannotRunError, and then finds nothing more."""
        bilingual = bool(self.rule.source_patterns)
        if self.off or (bilingual and source is None):
            return
        compiled = self._compiled or self._compile()
        words: str | None = None
        try:
            for match in compiled.finditer(text, timeout=self._patience(text)):
                if bilingual and words is None:
                    words = self._source_words(plain(source or ""))
                    if words is None:
                        return
                hit = self._hit(text, match, words or "")
                if hit is not None:
                    yield hit
        except TimeoutError:
            self.off = True
            raise CannotRunError("took too long on a sentence") from None

    def _patience(self, text: str) -> float:
        return self.patience + len(text) * _PATIENCE_PER_CHARACTER

    def _source_words(self, source: str) -> str | None:
        """What the rule looks for in the source, as it stands there."""
        for pattern in self._sources:
            match = pattern.search(source, timeout=self._patience(source))
            if match is not None:
                return " ".join(match[0].split())
        return None

    def _compile(self) -> regex.Pattern[str]:
        import regex

        try:
            compiled = regex.compile(_expression(self.rule), regex.IGNORECASE)
            self._sources = tuple(
                regex.compile(source.regex, regex.IGNORECASE)
                for source in self.rule.source_patterns
            )
        except (regex.error, RecursionError) as error:
            self.off = True
            raise CannotRunError(f"cannot be compiled ({error})") from None
        self._renderers = tuple(
            compile_replacement(template, self.rule.pattern)
            for template in self.rule.replacements
        )
        self._compiled = compiled
        return compiled

    def _hit(self, text: str, match: regex.Match[str], words: str) -> Hit | None:
        start, end = match.span()
        if start == end:
            return None
        found = Found(text=text, start=start, end=end, groups=match.groupdict())
        corrected = [
            with_article(found, renderer(found)) for renderer in self._renderers
        ]
        first = min((at for at, _ in corrected), default=start)
        replacements = dict.fromkeys(
            text[first:at] + replacement for at, replacement in corrected
        )
        replacements.pop(text[first:end], None)
        if self._renderers and not replacements:
            return None
        return Hit(
            start=first,
            end=end,
            replacements=tuple(replacements),
            source_words=words,
        )


def _expression(rule: Rule) -> str:
    before, after = rule.not_after, rule.not_before
    return "".join(
        (
            rf"(?<!(?<!\w){_bare(before)}\s*)" if before else "",
            rule.pattern.regex,
            rf"(?!\s*{_bare(after)}(?!\w))" if after else "",
        )
    )


def _bare(pattern: Pattern) -> str:
    """The expression without named groups, which the rule's own might share."""
    import regex

    return f"(?:{regex.sub(r'[(][?]P<[^>]+>', '(?:', pattern.regex)})"
