"""Sessions in one SQLite file in WAL mode. The only place that imports `sqlite3`."""

from posteditor.store.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
