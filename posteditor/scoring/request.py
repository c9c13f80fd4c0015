"""What a user wants scored, made into a job; what should be said beside the figures.

Rule: what cannot be scored is refused before any file is read twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from posteditor.errors import UsageError
from posteditor.scoring.job import Job, check_lengths
from posteditor.scoring.metrics import Metric
from posteditor.scoring.plan import Pairing, Plan, against_mt, against_references
from posteditor.scoring.reading import Named, Spool, index

MT = "mt"
REFERENCE = "ref"
SOURCE = "source"
DOCUMENTS = "docs"
AGAINST_REFERENCES = (Metric.BLEU, Metric.CHRF, Metric.TER)
AGAINST_MT = (Metric.HTER, Metric.HTER_CASED)
# Intervals of so few segments are wide, and wrong more often than they say.
FEW = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Texts to score, by system, the baseline first; "mt" is the MT, which the others
    are revisions of. Without metrics the usual ones are taken."""

    systems: Mapping[str, Named]
    references: Sequence[Named] = ()
    source: Named | None = None
    documents: Named | None = None
    metrics: Sequence[Metric] = ()
    target_lang: str = "en"
    tokenizer: str | None = None
    effort: bool = False

    @property
    def reference_roles(self) -> tuple[str, ...]:
        """ "ref", "ref2", "ref3", …"""
        return tuple(
            REFERENCE if number == 1 else f"{REFERENCE}{number}"
            for number in range(1, len(self.references) + 1)
        )

    @property
    def texts(self) -> dict[str, Named]:
        """All texts by role."""
        texts = dict(self.systems)
        texts.update(zip(self.reference_roles, self.references, strict=True))
        if self.source:
            texts[SOURCE] = self.source
        if self.documents:
            texts[DOCUMENTS] = self.documents
        return texts


def is_reference(role: str) -> bool:
    """Is it what a reference is called, "ref" or "ref" with a number?"""
    number = role.removeprefix(REFERENCE)
    return role == REFERENCE or (number != role and number.isdecimal())


def job_of(request: Request, spool: Spool) -> Job:
    """Plan the work and read all texts through.

    `UsageError` where nothing can be compared, `InputError` where a text is wrong or
    they are of unequal length.
    """
    plan = _plan(request)
    _check_stdin(request.texts.values())
    texts = {role: index(name, role, spool) for role, name in request.texts.items()}
    check_lengths(texts)
    return Job(plan=plan, texts=texts)


def _check_stdin(texts: Iterable[Named]) -> None:
    whole = [text for text in texts if text.is_stdin and text.column is None]
    if len(whole) > 1:
        raise UsageError(
            "standard input is one text, not two",
            hint="name its columns: -:mt, -:pe",
        )


def remarks(job: Job) -> Iterator[str]:
    """What a reader of the scores has to know, a line each."""
    if job.segments < FEW:
        noun = "segment" if job.segments == 1 else "segments"
        yield (
            f"only {job.segments} {noun}: intervals and p-values say little below {FEW}"
        )
    for text in job.texts.values():
        if text.empty:
            noun = "segment" if text.empty == 1 else "segments"
            yield f"{text.name.text}: {text.empty:,} empty {noun}, scored as empty"
    for pairing in job.plan.pairings:
        if pairing.against != "ref":
            continue
        for role in pairing.references:
            if job.texts[role].said == job.texts[pairing.hypothesis].said:
                yield (
                    f"{job.texts[role].name.text}: the reference is {pairing.system} "
                    "itself, word for word"
                )


def _plan(request: Request) -> Plan:
    for name in request.systems:
        if name in (SOURCE, DOCUMENTS) or is_reference(name):
            raise UsageError(f"a system cannot be called {name!r}", hint="rename it")
    pairings = list(_pairings(request))
    if not pairings:
        raise UsageError(
            "nothing to score",
            hint="give --mt and --pe, or a system and --ref; --metric must suit them",
        )
    return Plan(
        pairings=tuple(pairings),
        target_lang=request.target_lang,
        tokenizer=request.tokenizer,
    )


def _pairings(request: Request) -> Iterator[Pairing]:
    wanted = request.metrics
    human = [m for m in wanted if m.is_human] if wanted else list(AGAINST_MT)
    if request.effort and Metric.EFFORT not in human:
        human.append(Metric.EFFORT)
    usual = [m for m in wanted if not m.is_human] if wanted else AGAINST_REFERENCES
    roles = request.reference_roles
    if roles and usual:
        for system in request.systems:
            yield against_references(system, roles, usual)
    if MT in request.systems and human:
        for system in request.systems:
            if system != MT:
                yield against_mt(system, human)
