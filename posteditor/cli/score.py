"""`posteditor score`: translations and revisions against references and the MT."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from posteditor.cli.options import FILE, language_option
from posteditor.errors import UsageError
from posteditor.sanitise import sanitise

if TYPE_CHECKING:
    from posteditor.scoring.gathered import Gathered
    from posteditor.scoring.job import Job
    from posteditor.scoring.metrics import Metric
    from posteditor.scoring.results import Trials
    from posteditor.scoring.running import Runner

# Fewer segments are scored before other processes have begun.
_WORTH_PROCESSES = 2_000
# Longer runs keep what is done.
_WORTH_KEEPING = 20_000
TESTS = ("bootstrap", "randomisation", "both", "none")
FORMATS = ("table", "json", "tsv", "markdown")


@click.command()
@click.option("--mt", metavar="FILE", help="The machine translation.")
@click.option("--pe", metavar="FILE", help="The revised translation (post-edit).")
@click.option(
    "--system",
    "systems",
    multiple=True,
    metavar="NAME=FILE",
    help="Another system or revision; may be repeated.",
)
@click.option(
    "--ref",
    "references",
    multiple=True,
    metavar="FILE",
    help="Independent human translation; may be repeated.",
)
@click.option("--source", metavar="FILE", help="The source text, to be counted too.")
@click.option("--docs", metavar="FILE", help="The document each segment belongs to.")
@click.option(
    "--metric",
    "metrics",
    multiple=True,
    metavar="NAME",
    help="bleu, chrf, chrf++, ter, hter, … [default: bleu chrf ter; hter hter-cased]",
)
@language_option("--target-lang", "Language of the translations  [default: en]")
@click.option("--tokenizer", metavar="NAME", help="sacrebleu's tokenizer for BLEU.")
@click.option(
    "--test",
    type=click.Choice(TESTS),
    default="bootstrap",
    show_default=True,
    help="How systems are compared with the first one.",
)
@click.option(
    "--samples",
    type=click.IntRange(0, 1_000_000),
    default=1_000,
    show_default=True,
    help="Bootstrap resamples; 0: no intervals.",
)
@click.option(
    "--trials",
    type=click.IntRange(1, 10_000_000),
    default=10_000,
    show_default=True,
    help="Trials of the randomisation test.",
)
@click.option("--seed", type=click.IntRange(0), default=12345, show_default=True)
@click.option(
    "--effort", is_flag=True, help="Count the edits of revisions by kind, too."
)
@click.option("--segments", is_flag=True, help="Print every segment's scores, too.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes [all cores]")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Dask scheduler to work on, such as tcp://host:8786.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print.",
)
@click.option("--output", type=FILE, metavar="FILE", help="Write here, not to stdout.")
def score(
    *,
    mt: str | None,
    pe: str | None,
    systems: Sequence[str],
    references: Sequence[str],
    source: str | None,
    docs: str | None,
    metrics: Sequence[str],
    target_lang: str | None,
    tokenizer: str | None,
    test: str,
    samples: int,
    trials: int,
    seed: int,
    effort: bool,
    segments: bool,
    jobs: int,
    cluster: str | None,
    output_format: str,
    output: Path | None,
) -> None:
    """Score translations: BLEU, chrF, TER against references, HTER against the MT.

    A FILE has a segment a line; or is TSV or JSON lines, FILE:COLUMN naming the column;
    either may be packed (.gz); - is standard input. The first of --mt, --pe, --system
    is the baseline of comparisons.
    """
    from posteditor.cli.score_output import Printed, written
    from posteditor.scoring.reading import Spool, named
    from posteditor.scoring.request import Request, job_of, remarks
    from posteditor.scoring.results import results

    request = Request(
        systems={name: named(file) for name, file in _systems(mt, pe, systems).items()},
        references=[named(file) for file in references],
        source=named(source) if source else None,
        documents=named(docs) if docs else None,
        metrics=[_metric(name) for name in metrics],
        target_lang=target_lang or "en",
        tokenizer=_tokenizer(tokenizer),
        effort=effort,
    )
    chances = _trials(test, samples, trials, seed)
    with ExitStack() as stack:
        spool = stack.enter_context(Spool())
        job = job_of(request, spool)
        sink = stack.enter_context(written(output))
        for line in remarks(job):
            click.echo(sanitise(f"posteditor: {line}"), err=True)
        gathered = stack.enter_context(_gathered(job))
        _run(job, gathered, _runner(jobs, cluster, job.segments))
        found = results(job.plan, gathered, chances)
        Printed(job=job, gathered=gathered, results=found, trials=chances).write(
            sink, output_format, segments=segments
        )
        gathered.discard()


def _systems(mt: str | None, pe: str | None, others: Sequence[str]) -> dict[str, str]:
    found = {name: file for name, file in (("mt", mt), ("pe", pe)) if file is not None}
    for other in others:
        name, equals, file = other.partition("=")
        if not (name and equals and file):
            raise UsageError(f"--system {other!r}: has no name", hint="write NAME=FILE")
        if name in found:
            raise UsageError(f"--system {name}: there are two of that name")
        found[name] = file
    return found


def _metric(name: str) -> Metric:
    from posteditor.scoring.metrics import Metric

    known = {str(metric).lower().replace(" ", "-"): metric for metric in Metric}
    found = known.get(name.lower().replace(" ", "-").replace("_", "-"))
    if found is None:
        raise UsageError(f"unknown metric {name!r}", hint=_nearest(name, known))
    return found


def _tokenizer(name: str | None) -> str | None:
    from posteditor.scoring.metrics import TOKENIZERS

    if name is not None and name not in TOKENIZERS:
        hint = _nearest(name, TOKENIZERS)
        raise UsageError(f"unknown tokenizer {name!r}", hint=hint)
    return name


def _nearest(name: str, known: Any) -> str:
    near = get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"


def _trials(test: str, samples: int, trials: int, seed: int) -> Trials:
    from posteditor.scoring.resampling import PairedTest
    from posteditor.scoring.results import Trials

    chosen = {"both": tuple(PairedTest), "none": ()}
    return Trials(
        samples=samples,
        tests=chosen[test] if test in chosen else (PairedTest(test),),
        ar_trials=trials,
        seed=seed,
    )


def _runner(jobs: int, cluster: str | None, segments: int) -> Runner:
    from posteditor.scoring.running import cores, pooled, serial

    if cluster:
        from posteditor.scoring.cluster import clustered

        return clustered(cluster)
    processes = jobs or cores()
    if processes == 1 or (not jobs and segments < _WORTH_PROCESSES):
        return serial
    return pooled(processes)


@contextmanager
def _gathered(job: Job) -> Iterator[Gathered]:
    """Where the statistics go: a long run's to a folder that outlives it."""
    from posteditor.config import scoring_cache
    from posteditor.scoring.gathered import Gathered, Kept
    from posteditor.scoring.shards import SHARD

    if job.segments < _WORTH_KEEPING:
        yield Gathered(job.segments, job.plan.width, SHARD)
        return
    folder = scoring_cache() / job.digest
    kept = Kept(folder, job.segments, job.plan.width, SHARD)
    try:
        if kept.done:
            done = f"{kept.segments_done:,} of {job.segments:,}"
            click.echo(f"going on: {done} segments are done", err=True)
        yield kept
    except (KeyboardInterrupt, click.Abort):
        done = f"{kept.segments_done:,} of {job.segments:,}"
        click.echo(f"{done} segments done; the same command goes on", err=True)
        raise
    finally:
        kept.close()


def _run(job: Job, gathered: Gathered, runner: Runner) -> None:
    from posteditor.scoring.running import run

    with _progress(job.segments) as tell:
        run(job, gathered, runner, tell)


@contextmanager
def _progress(segments: int) -> Iterator[Callable[[int], None]]:
    """A bar with rate and time left, on a terminal and for longer runs only."""
    from rich.console import Console

    console = Console(stderr=True)
    if segments < _WORTH_PROCESSES or not console.is_terminal:
        yield lambda done: None
        return
    from rich import progress

    columns = (
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[rate]}"),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=segments, rate="")

        def tell(done: int) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:,.0f} segments/s" if speed else ""
            bar.update(task, completed=done, rate=rate)

        yield tell
