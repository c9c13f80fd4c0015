"""Jobs done on a Dask cluster: the same shards, on more than one machine.

Rule: workers that have the files are sent places in them, others the texts. A worker
that dies costs time, not results; Dask hands its shards to another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posteditor.errors import ServiceError
from posteditor.scoring.gathered import Gathered
from posteditor.scoring.job import Job, LoadedWork, Work
from posteditor.scoring.running import Runner, do

if TYPE_CHECKING:
    from distributed import Client

ANSWER_WITHIN = 10.0
# Shards handed out beyond what is being done, a worker.
_AHEAD = 3
_MISSING = "pip install 'posteditor[cluster]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sizes:
    """Files and how long they are here: a worker that sees the same has them too."""

    sizes: Mapping[Path, int]

    def are_there(self) -> bool:
        return all(
            path.is_file() and path.stat().st_size == size
            for path, size in self.sizes.items()
        )


def clustered(address: str, answer_within: float = ANSWER_WITHIN) -> Runner:
    """Shards by the workers of the scheduler at `address` ("tcp://host:8786").

    The runner raises `ServiceError` where none answers within so many seconds, where
    it has no workers, or where these are not fit for the work.
    """

    def runner(job: Job, gathered: Gathered) -> Iterator[int]:
        client = _client(address, answer_within)
        try:
            _check_versions(client, address)
            prepare = _preparation(client, job)
            yield from _shards(client, address, job, gathered, prepare)
        finally:
            client.close()

    return runner


def versions() -> tuple[str, str]:
    """Of this program and of sacrebleu, where this runs."""
    from posteditor import __version__
    from posteditor.scoring.metrics import sacrebleu_version

    return __version__, sacrebleu_version()


def _client(address: str, answer_within: float) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise ServiceError(
            "a cluster needs Dask, which is not installed", hint=_MISSING
        ) from error
    try:
        client = Client(address, timeout=answer_within, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ServiceError(
            f"{address}: no Dask scheduler answers",
            hint="start one with: dask scheduler",
        ) from error
    if not client.scheduler_info()["workers"]:
        client.close()
        raise ServiceError(
            f"{address}: the cluster has no workers",
            hint=f"start one with: dask worker {address}",
        )
    return client


def _check_versions(client: Client, address: str) -> None:
    """Rows of another version of this program or of sacrebleu would be other rows."""
    try:
        theirs = client.run(versions)
    except Exception as error:
        raise ServiceError(
            f"{address}: its workers cannot score: {_first_line(error)}",
            hint=f"on each of them: {_MISSING}",
        ) from error
    ours = versions()
    for worker, found in theirs.items():
        if found != ours:
            raise ServiceError(
                f"{worker}: has posteditor {found[0]} with sacrebleu {found[1]}, "
                f"not {ours[0]} with {ours[1]}",
                hint="install the same on every worker",
            )


def _preparation(client: Client, job: Job) -> Callable[[Work], Work | LoadedWork]:
    """What is sent for a shard."""
    files = {job.texts[role].data for role in job.plan.roles}
    sizes = _Sizes(sizes={path: path.stat().st_size for path in files})
    if all(client.run(sizes.are_there).values()):
        return lambda work: work
    return lambda work: work.with_texts()


def _shards(
    client: Client,
    address: str,
    job: Job,
    gathered: Gathered,
    prepare: Callable[[Work], Work | LoadedWork],
) -> Iterator[int]:
    from distributed import as_completed

    left = job.all_work(but=gathered.done)

    def more(count: int) -> Iterator[Any]:
        for work in islice(left, count):
            # Dask would look for an earlier result under a hash of the work.
            yield client.submit(do, prepare(work), pure=False)

    threads = sum(client.nthreads().values())
    waiting = as_completed(
        more(threads * _AHEAD),
        loop=client.loop,
        with_results=True,
        raise_errors=False,
    )
    for future, rows in waiting:
        if future.status != "finished":
            raise _failure(address, rows)
        shard, found = rows
        gathered.put(shard, found)
        future.release()
        yield len(found)
        waiting.update(more(1))


def _failure(address: str, result: Any) -> Exception:
    """A worker's own error, or what kept workers from answering at all."""
    from posteditor.errors import PostEditorError

    error = result[1] if isinstance(result, tuple) else result
    if isinstance(error, PostEditorError):
        return error
    return ServiceError(
        f"{address}: a shard could not be scored: {_first_line(error)}",
        hint="have the workers died? the same command goes on",
    )


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
