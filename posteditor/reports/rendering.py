"""What all HTML pages share: templates whose every expression is made fit and escaped,
and a policy under which nothing is loaded and nothing runs but what is in the page.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from posteditor.diff import Op, OpKind
from posteditor.reports.wording import number, visible_spaces
from posteditor.sanitise import sanitise_lines

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> Environment:
    """A template environment for pages about texts."""
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    made.filters.update(changed=_changed, number=number)
    made.globals.update(OpKind=OpKind)
    return made


def policy(style: str, script: str | None = None) -> str:
    """The content security policy: this style and this script, and nothing else."""
    scripts = f"script-src '{_source(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_source(style)}'; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def resource(name: str) -> str:
    """A file from the folder of templates."""
    path = files("posteditor.reports") / "templates" / name
    return path.read_text(encoding="utf-8")


def trusted(text: str) -> Any:
    """Text of our own that is not escaped."""
    from markupsafe import Markup

    return Markup(text)


def _fit(value: Any) -> Any:
    """Every expression of the template passes here, before it is escaped."""
    if type(value) is str:
        return sanitise_lines(value.replace("\r\n", "\n"))
    return value


def _changed(op: Op) -> str:
    """The text of a deletion or insertion: newlines, and spaces alone, are pictured."""
    return visible_spaces(op.text)
