"""A scores file read back.

Rule: it may come from anyone: what is not of the right kind is refused before it is
used, and so is what would be fetched from the network or read without end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from posteditor.errors import InputError
from posteditor.scoring.metrics import TOKENIZERS
from posteditor.scoring.resampling import PairedTest
from posteditor.scoring.schema import VERSION

MOST_SAMPLES = 1_000_000
MOST_TRIALS = 10_000_000


def read_scores(file: Path) -> dict[str, Any]:
    """The scores as plain data of the kinds the schema names; `made` is always there.
    `InputError` for another file or version."""
    try:
        found = json.loads(file.read_bytes())
        version = found["version"]
        if version == VERSION:
            found["made"] = found.get("made") or {}
            _check(found)
    except OSError as error:
        raise InputError(f"{file}: {error.strerror or error}") from error
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{file}: is no scores file of posteditor",
            hint="one comes from: posteditor score --format json",
        ) from error
    if version != VERSION:
        raise InputError(f"{file}: is of version {version}, not {VERSION}")
    return dict(found)


def _check(found: Mapping[str, Any]) -> None:
    """`ValueError`, `KeyError`, `TypeError` or `AttributeError` unless all is sound."""
    texts, scores = found["inputs"].values(), found["scores"]
    _need(bool(texts) and isinstance(scores, list))
    for text in texts:
        _need(isinstance(text["path"], str) and isinstance(text["sha256"], str))
        _need(type(text["segments"]) is int)
    for score in scores:
        names = ("system", "against", "metric", "of", "signature")
        _need(all(isinstance(score[name], str) for name in names))
        _need(_is_number(score["value"]))
        low, high = score.get("ci") or (0, 0)
        _need(_is_number(low) and _is_number(high))
    _check_making(found["made"])


def _check_making(made: Mapping[str, Any]) -> None:
    _need(0 <= _whole(made.get("samples", 0)) <= MOST_SAMPLES)
    _need(1 <= _whole(made.get("trials", 1)) <= MOST_TRIALS)
    _need(made.get("seed") is None or _whole(made["seed"]) >= 0)
    # Others are fetched from the network.
    tokenizer = made.get("tokenizer")
    _need(tokenizer is None or tokenizer in TOKENIZERS)
    for name in ("target_lang", "session", "posteditor"):
        _need(made.get(name) is None or isinstance(made[name], str))
    for test in made.get("tests", ()):
        PairedTest(test)


def _whole(number: Any) -> int:
    _need(type(number) is int)
    return int(number)


def _is_number(value: Any) -> bool:
    return type(value) in (int, float)


def _need(sound: bool) -> None:
    if not sound:
        raise ValueError("is not of the right kind")
