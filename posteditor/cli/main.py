"""The `posteditor` command: finds the subcommand, turns errors into one line.

Rules: a subcommand's module is imported when it is called, so `--help` stays quick;
standard output is data, standard error is narration.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from posteditor import __version__
from posteditor.cli.lazy import LazyGroup
from posteditor.cli.output import complain
from posteditor.errors import ExitCode, OutputError, PostEditorError

# Command -> where it lives, and its line in `--help` (kept here so that help imports
# nothing; a test holds both against the commands).
COMMANDS: dict[str, tuple[str, str]] = {
    "edit": ("posteditor.cli.edit:edit", "Correct a translation in the editor."),
    "check": ("posteditor.cli.check:check", "List suggestions, one line each."),
    "fix": ("posteditor.cli.fix:fix", "Apply the safe suggestions and save."),
    "score": ("posteditor.cli.score:score", "Score translations and revisions."),
    "rescore": ("posteditor.cli.rescore:rescore", "Check that scores still hold."),
    "diff": ("posteditor.cli.diff:diff", "Compare two versions of a text."),
    "report": ("posteditor.cli.report:report", "Report on sessions or on files."),
    "sessions": ("posteditor.cli.sessions:sessions", "Look after stored sessions."),
    "dismissals": (
        "posteditor.cli.dismissals:dismissals",
        "Look after what you dismissed for good.",
    ),
    "dictionary": (
        "posteditor.cli.dictionary:dictionary",
        "Look after your words that are right.",
    ),
    "rules": ("posteditor.cli.rules:rules", "Look at phrase rules; write your own."),
    "checkers": ("posteditor.cli.checkers:checkers", "Show which checkers work here."),
    "languagetool": (
        "posteditor.cli.languagetool:languagetool",
        "Get a LanguageTool server of your own.",
    ),
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Try: posteditor edit statement.txt",
)
@click.version_option(__version__, prog_name="posteditor")
def cli() -> None:
    """Post-edit machine translations in the terminal.

    Opens a translated text sentence by sentence beside suggestions, and saves a
    cleaned version with a diff report and quality scores. The input is never changed.
    """


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process with its exit code."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. Expected errors are one line on stderr."""
    try:
        result = cli.main(args, prog_name="posteditor", standalone_mode=False)
        sys.stdout.flush()
    except PostEditorError as error:
        complain(error)
        return int(error.exit_code)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return int(ExitCode.INTERRUPTED)
    except OSError as error:
        return _output_failed(error)
    return result if isinstance(result, int) else int(ExitCode.OK)


def _output_failed(error: OSError) -> int:
    """Standard output could not be written: its reader went away, or the disk is full.
    Nothing more is written to it when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return int(ExitCode.OK)
    where = f"{error.filename}: " if error.filename else ""
    complain(OutputError(f"{where}{error.strerror or error}"))
    return int(OutputError.exit_code)
