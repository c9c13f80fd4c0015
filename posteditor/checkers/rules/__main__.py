"""Writes the compiled form of the embedded packs: run after a change to any of them."""

from __future__ import annotations

from posteditor.checkers.rules.compiled import COMPILED, compile_packs

if __name__ == "__main__":
    COMPILED.write_text(compile_packs(), encoding="utf-8")
