"""What the command line costs before it does anything."""

from __future__ import annotations

from tests.benchmarks.timing import commands

BARE_CLICK = """
import click
@click.group()
def cli(): "A bare group."
cli(["--help"])
"""


def run() -> list[tuple[str, float, float, str]]:
    ours, peer = commands(["-m", "posteditor", "--help"], ["-c", BARE_CLICK])
    return [("posteditor --help, whole process", ours, peer, "bare click group")]
