"""`posteditor score`: translations and revisions against references and the MT."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from posteditor.cli.options import FILE, language_option
from posteditor.sanitise import sanitise

if TYPE_CHECKING:
    from posteditor.scoring.gathered import Gathered
    from posteditor.scoring.job import Job
    from posteditor.scoring.running import Runner

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
@click.option(
    "--session",
    metavar="ID",
    help="A stored session instead of --mt and --pe; see: posteditor sessions list",
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
    segments: bool,
    jobs: int,
    cluster: str | None,
    output_format: str,
    output: Path | None,
    **wanted: Any,
) -> None:
    """Score translations: BLEU, chrF, TER against references, HTER against the MT.

    A FILE has a segment a line; or is TSV or JSON lines, FILE:COLUMN naming the column;
    either may be packed (.gz); - is standard input. The first of --mt, --pe, --system
    is the baseline of comparisons.
    """
    from posteditor.cli.output import spare, written
    from posteditor.cli.score_output import Printed
    from posteditor.cli.score_request import Wanted, chances_of, request_of
    from posteditor.scoring.reading import Spool
    from posteditor.scoring.request import job_of, remarks
    from posteditor.scoring.results import results

    asked = Wanted(**wanted)
    chances = chances_of(asked)
    with ExitStack() as stack:
        spool = stack.enter_context(Spool())
        request = request_of(asked, stack)
        spare(output, (text.path for text in request.texts.values()))
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


def _runner(jobs: int, cluster: str | None, segments: int) -> Runner:
    from posteditor.scoring.running import cores, pooled, serial
    from posteditor.scoring.shards import WORTH_PROCESSES

    if cluster:
        from posteditor.scoring.cluster import clustered

        return clustered(cluster)
    processes = jobs or cores()
    if processes == 1 or (not jobs and segments < WORTH_PROCESSES):
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

    from posteditor.scoring.shards import WORTH_PROCESSES

    console = Console(stderr=True)
    if segments < WORTH_PROCESSES or not console.is_terminal:
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
