"""Where LanguageTool is on this machine, and what language-tool-python knows of it.

Rule: the only module that imports language-tool-python. That library is asked for the
version it is made for, its address and checksum, safe unpacking and the command of the
server; downloading and starting are this program's own (see `download`, `server`).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from posteditor.config import APP
from posteditor.errors import InputError, OutputError, ServiceError

# The folder of language-tool-python's own downloads, where the user has named one.
FOLDER_VARIABLE = "LTP_PATH"
VERSION = "6.8"
_INSTALL = "posteditor languagetool install"
# What LanguageTool itself needs.
JAVA = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What is to be downloaded: an address and the SHA-256 of what must come."""

    url: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """LanguageTool as it is, or would be, under `folder`."""

    folder: Path

    @classmethod
    def of_user(cls, environ: Mapping[str, str]) -> Installation:
        if environ.get(FOLDER_VARIABLE):
            return cls(folder=Path(environ[FOLDER_VARIABLE]).absolute())
        from platformdirs import user_data_path

        return cls(folder=user_data_path(APP, appauthor=False) / "languagetool")

    @property
    def home(self) -> Path:
        return self.folder / f"LanguageTool-{VERSION}"

    @property
    def is_installed(self) -> bool:
        return (self.home / "languagetool-server.jar").is_file()

    @property
    def size(self) -> int:
        """The bytes it takes; 0 where it is not there."""
        return sum(path.lstat().st_size for path in self.home.rglob("*"))

    def command(self, port: int) -> list[str]:
        """What starts the server. `ServiceError` where LanguageTool or Java is not
        there."""
        if not self.is_installed:
            raise ServiceError(
                f"{self.folder}: LanguageTool {VERSION} is not installed",
                hint=f"get it with: {_INSTALL}",
            )
        check_java()
        from language_tool_python.download_lt import ReleaseLocalLanguageTool

        home = self.home

        class Here(ReleaseLocalLanguageTool):
            """An installation at a given place, whatever the environment says."""

            def get_directory_path(self) -> Path:
                return home

        return Here(VERSION).get_server_cmd(port)

    def remove(self) -> None:
        """`OutputError` where the system does not let it go."""
        try:
            shutil.rmtree(self.home)
        except OSError as error:
            raise OutputError(
                f"{error.filename or self.home}: cannot be removed: {error.strerror}"
            ) from error


def check_java() -> None:
    """`ServiceError` where there is no Java, or none that LanguageTool runs on."""
    from language_tool_python.download_lt import confirm_java_compatibility

    hint = f"install Java {JAVA} or newer, such as Temurin or OpenJDK"
    try:
        confirm_java_compatibility(VERSION)
    except ModuleNotFoundError as error:
        raise ServiceError("LanguageTool needs Java: none found", hint=hint) from error
    # SystemExit: how the library says that it cannot read the version.
    except (SystemError, SystemExit) as error:
        told = str(error).splitlines()[0].rstrip(".")
        raise ServiceError(f"LanguageTool: {told}", hint=hint) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise ServiceError("LanguageTool: java does not start", hint=hint) from error


def package() -> Package:
    """What `install` downloads."""
    from language_tool_python.download_lt import (
        EXPECTED_DOWNLOAD_SHA256,
        ReleaseLocalLanguageTool,
    )

    return Package(
        url=ReleaseLocalLanguageTool(VERSION).download_url,
        sha256=EXPECTED_DOWNLOAD_SHA256[VERSION],
    )


def unpack(archive: IO[bytes], folder: Path, *, work: Path) -> None:
    """Unpack a zip into `folder`, by way of `work`. `InputError` where it is none, or
    one that would fill the disk or write elsewhere; `OSError` as the system's."""
    import zipfile

    from language_tool_python.exceptions import LanguageToolError
    from language_tool_python.safe_zip import SafeZipExtractor

    try:
        with zipfile.ZipFile(archive) as opened:
            SafeZipExtractor().extractall(opened, folder, work_dir=work)
    except (LanguageToolError, zipfile.BadZipFile, RuntimeError, EOFError) as error:
        told = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
        raise InputError(f"the download cannot be unpacked: {told}") from error
