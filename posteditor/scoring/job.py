"""A scoring job: a plan, the texts it needs, and the work cut into shards.

Rule: texts of unequal length are refused before anything is scored, and every count is
named.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from posteditor import __version__
from posteditor.errors import InputError
from posteditor.scoring.measures import Stats
from posteditor.scoring.metrics import bleu_tokenizer, sacrebleu_version
from posteditor.scoring.plan import Plan
from posteditor.scoring.reading import Column, Range
from posteditor.scoring.shards import SHARD, shards, statistics

# Written into the name of what is kept: rows of another making are not gone on with.
_MAKING = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A shard to score: small, and of plain data, so that it can be sent anywhere that
    has the files."""

    shard: int
    plan: Plan
    ranges: Mapping[str, Range]

    def do(self) -> list[Stats]:
        """The rows of the shard's segments."""
        return self.with_texts().do()

    def with_texts(self) -> LoadedWork:
        """The same with its texts, for those who have no files."""
        texts = {role: part.read() for role, part in self.ranges.items()}
        return LoadedWork(shard=self.shard, plan=self.plan, texts=texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedWork:
    """A shard to score, with a list of texts for each role of its plan."""

    shard: int
    plan: Plan
    texts: Mapping[str, list[str]]

    def do(self) -> list[Stats]:
        """The rows of the shard's segments."""
        return statistics(self.plan, self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A plan and an indexed text for each of its roles."""

    plan: Plan
    texts: Mapping[str, Column]

    @property
    def segments(self) -> int:
        return next(iter(self.texts.values())).segments

    @property
    def shards(self) -> int:
        return -(-self.segments // SHARD)

    def work(self, shard: int) -> Work:
        used = {role: self.texts[role].shard(shard) for role in self.plan.roles}
        return Work(shard=shard, plan=self.plan, ranges=used)

    def all_work(self, but: frozenset[int] = frozenset()) -> Iterator[Work]:
        """The work that is left, in order."""
        return (self.work(n) for n in range(self.shards) if n not in but)

    @property
    def digest(self) -> str:
        """The same for jobs with the same rows: texts, plan, program, sacrebleu."""
        making = {
            "making": (_MAKING, __version__, SHARD),
            "tokenizer": bleu_tokenizer(self.plan.target_lang),
            "sacrebleu": sacrebleu_version(),
            "plan": asdict(self.plan),
            "texts": {
                role: (self.texts[role].sha256, self.texts[role].field)
                for role in self.plan.roles
            },
        }
        text = json.dumps(making, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedJob:
    """A job whose texts are in memory: a list for each role of its plan."""

    plan: Plan
    texts: Mapping[str, Sequence[str]]

    @property
    def segments(self) -> int:
        return len(self.texts[self.plan.roles[0]])

    @property
    def shards(self) -> int:
        return -(-self.segments // SHARD)

    def all_work(self, but: frozenset[int] = frozenset()) -> Iterator[LoadedWork]:
        """The work that is left, in order."""
        used = {role: self.texts[role] for role in self.plan.roles}
        for at, texts in enumerate(shards(used)):
            if at not in but:
                yield LoadedWork(shard=at, plan=self.plan, texts=texts)


def check_lengths(texts: Mapping[str, Column]) -> None:
    """`InputError` unless all texts have the same number of segments, at least one."""
    for text in texts.values():
        if not text.segments:
            raise InputError(
                f"{text.name.text}: is empty", hint="give it a segment a line"
            )
    if len({text.segments for text in texts.values()}) > 1:
        counts = ", ".join(
            f"{text.name.text}: {text.segments:,}" for text in texts.values()
        )
        raise InputError(
            f"texts of unequal length: {counts} segments",
            hint="give one for each segment, in order",
        )
