"""Which store the settings ask for, imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from posteditor.config import Settings
from posteditor.store.protocol import Store

STORES = {"sqlite": "posteditor.store.sqlite:SqliteStore"}


def open_store(settings: Settings) -> Store:
    """The user's store, created where missing. `StoreError` where it cannot be used."""
    module, _, name = STORES["sqlite"].partition(":")
    backend = getattr(import_module(module), name)
    return cast(Store, backend.open(settings.store))
