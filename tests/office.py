"""LibreOffice without a window, for tests: tracked changes decided on, files converted.

Rule: a test skips, saying so, where LibreOffice is absent; in CI it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SECONDS = 240
ACCEPT, REJECT = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges"

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
 "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub All(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL( _
    ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch( _
    document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8,LF,,,"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
</script:module>
"""


class Office:
    """A LibreOffice with a profile of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        found = shutil.which("soffice")
        if found is None:
            if os.environ.get("CI"):
                pytest.fail("LibreOffice is missing")
            pytest.skip("LibreOffice is not installed")
        self._program = found
        self._folder = folder
        self._run("--terminate_after_init")
        basic = folder / "profile" / "user" / "basic" / "Standard"
        (basic / "Module1.xba").write_text(_MODULE)

    def decided(self, document: Path, command: str) -> str:
        """The text of a document after `ACCEPT` or `REJECT`."""
        target = self._folder / "decided.txt"
        target.unlink(missing_ok=True)
        arguments = ", ".join(f'"{one}"' for one in (document, command, target))
        self._run(f"macro:///Standard.Module1.All({arguments})")
        return target.read_text(encoding="utf-8-sig")

    def converted(self, file: Path, kind: str) -> Path:
        """The file in another format, such as "pdf"."""
        self._run("--convert-to", kind, "--outdir", str(self._folder), str(file))
        return self._folder / f"{file.stem}.{kind.partition(':')[0]}"

    def _run(self, *arguments: str) -> None:
        profile = (self._folder / "profile").as_uri()
        subprocess.run(
            [
                self._program,
                "--headless",
                "--norestore",
                f"-env:UserInstallation={profile}",
                *arguments,
            ],
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
