"""Runs LingoTweaker for one language and answers on standard output, a line of JSON for
each line of JSON that comes.

    python lingotweaker_worker.py de-DE

Rule: a process of its own, because opening a language holds the interpreter for
seconds; it ends when its standard input does. Run as a script, it imports nothing of
the package.
"""

from __future__ import annotations

import json
import sys


def main(language: str) -> int:
    """First says whether the language can be read, then checks text after text."""
    import lt_py

    try:
        engine = lt_py.Engine(language)
    except (RuntimeError, ValueError) as error:
        print(json.dumps({"error": str(error)}), flush=True)
        return 1
    print(json.dumps({"language": engine.lang}), flush=True)
    for line in sys.stdin:
        print(json.dumps(engine.check(json.loads(line))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
