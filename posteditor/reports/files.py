"""Several files written as one: all prepared first, then put in place one by one.

Rules: no file is ever half-written under its own name; a file that is not what was last
saved there by one of its owners is not overwritten unasked; what was prepared and not
used is removed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from posteditor.errors import OutputConflictError, OutputError
from posteditor.store.protocol import Store

HASH_CHARACTERS = 16

_REMEDIES = {
    errno.ENOSPC: "free some space or save elsewhere",
    errno.EDQUOT: "free some space or save elsewhere",
    errno.EACCES: "choose another folder",
    errno.EPERM: "choose another folder",
    errno.EROFS: "choose another folder",
    errno.ENOTDIR: "choose another folder",
    errno.ENAMETOOLONG: "choose another folder",
}


def write_all(
    files: Mapping[Path, bytes], *, owners: Sequence[str], store: Store, force: bool
) -> None:
    """Put `files` (absolute paths, in existing or new folders) in place.

    `owners` are the session that saves and those whose decisions it took over, by id.
    Before any file is in place: `OutputConflictError` where one is not what an owner
    last saved there and `force` is not given; `OutputError` where one cannot be
    written; `StoreError` where the store cannot remember what is to come.
    """
    owner = owners[0]
    prepared: dict[Path, Path] = {}
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    try:
        for path, data in files.items():
            with _explained(path):
                _make_folder(path.parent)
                prepared[path] = _temporary(path)
                _prepare(path, prepared[path], data)
        for path, digest in digests.items():
            with _explained(path):
                _settle(path, digest, owners, store, force)
        for path, digest in digests.items():
            store.remember_saved(_coming(path, owner), digest)
        for path, digest in digests.items():
            with _explained(path):
                prepared[path].replace(path)
            _sync_folder(path.parent)
            store.remember_saved(_saved(path, owner), digest)
    finally:
        for temporary in prepared.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, f"{folder} is not a folder") from error


def _saved(path: Path, owner: str) -> str:
    return f"{path} (of {owner})"


def _coming(path: Path, owner: str) -> str:
    """Where the hash is remembered before the file is in place: after a crash between
    the two, the old file and the new one are both known."""
    return f"{path} (of {owner}, coming)"


def _settle(
    path: Path, new: str, owners: Sequence[str], store: Store, force: bool
) -> None:
    """Refuse to overwrite what is not ours. What a crash left in place is remembered,
    before the hash that is coming now takes its place."""
    present = _hash(path)
    if present is None:
        return
    if present == store.saved_hash(_coming(path, owners[0])):
        store.remember_saved(_saved(path, owners[0]), present)
        return
    places = (place(path, owner) for owner in owners for place in (_saved, _coming))
    if not force and present not in {new, *map(store.saved_hash, places)}:
        raise OutputConflictError(
            f"{path}: is not what this session last saved there",
            hint="--force overwrites it, --output-dir saves elsewhere",
        )


def _hash(path: Path) -> str | None:
    """The SHA-256 of a regular file, None where there is nothing."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OutputError(
                f"{path}: is not a regular file",
                hint="move it away or save elsewhere with --output-dir",
            )
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def _temporary(path: Path) -> Path:
    """Where `path` is prepared: always the same place, so that what a killed process
    left there goes with the next save. Short, however long the name of `path`."""
    name = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:HASH_CHARACTERS]
    return path.with_name(f".{name}.posteditor")


def _prepare(path: Path, temporary: Path, data: bytes) -> None:
    """Write `data` durably to `temporary`, with the permissions of the file that it
    will replace, else those of a new file."""
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as file:
        with suppress(FileNotFoundError):
            os.fchmod(file.fileno(), path.stat().st_mode & 0o777)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a rename durable. Some file systems cannot, and the file is whole anyway."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "save elsewhere")
        raise OutputError(
            f"{path}: cannot be written: {error.strerror or error}",
            hint=f"{remedy} with --output-dir",
        ) from error
