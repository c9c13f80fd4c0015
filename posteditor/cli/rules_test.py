"""`posteditor rules test`: the examples of packs, tried on their rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from posteditor.checkers.rules.compiled import embedded_packs, embedded_rules
from posteditor.checkers.rules.pack import load_pack, pack_files, read_pack
from posteditor.checkers.rules.trial import Finding, Trial
from posteditor.cli.options import FILE, format_option, settings_for
from posteditor.cli.output import print_json
from posteditor.errors import ExitCode
from posteditor.sanitise import sanitise


@click.command()
@click.argument("packs", nargs=-1, type=FILE, metavar="[PACK]...")
@format_option
def test(*, packs: Sequence[Path], output_format: str) -> int:
    """Try the rules of each PACK on their own examples.

    PACK is a TOML file or a folder of them; without one, all packs are tried that the
    program has and the settings name. One `path:line: rule: what` line for each
    failing example, and for each doubt, which says "warning".

    Exit code 0: all examples hold. 1: some do not. 2: a pack cannot be read.
    """
    configured = pack_files(settings_for().packs)
    files = pack_files(packs) or (*embedded_packs(), *configured)
    read = [read_pack(path) for path in files]
    others = [*embedded_rules(), *(r for p in configured for r in load_pack(p))]
    found = list(Trial(read, others).run())
    rules = sum(len(pack.rules) for pack in read)
    failures = [each for each in found if not each.warning]
    if output_format == "json":
        findings = [asdict(each) | {"path": str(each.path)} for each in found]
        print_json({"version": 1, "rules": rules, "findings": findings})
    else:
        for each in found:
            click.echo(sanitise(_line(each)))
        doubts = len(found) - len(failures)
        summary = f"failures: {len(failures)}, warnings: {doubts}, rules: {rules}"
        click.echo(summary, err=True)
    return int(ExitCode.FINDINGS if failures else ExitCode.OK)


def _line(finding: Finding) -> str:
    what = f"warning: {finding.what}" if finding.warning else finding.what
    return f"{finding.path}:{finding.line}: {finding.rule}: {what}"
