from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.build import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "desk"
    folder.mkdir()
    desk = Desk(folder)
    yield desk
    desk.store.close()
