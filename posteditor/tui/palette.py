"""The command palette: every action of the table, found by its name."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from posteditor.tui.keymap import Key, Mode, rows

# Actions that need a number, or that the palette itself is.
# A hit in the explanation counts for less than one in the name.
HELP_SHARE = 10
NOT_LISTED = frozenset({"apply", "apply_typing", "palette"})


class EditorCommands(Provider):
    """What can be done in the mode the screen is in."""

    async def discover(self) -> Hits:
        for key in self._keys():
            yield DiscoveryHit(
                _name(key), partial(self._run, key), text=_name(key), help=_help(key)
            )

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for key in self._keys():
            score = matcher.match(_name(key)) or matcher.match(key.help) / HELP_SHARE
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(_name(key)),
                    partial(self._run, key),
                    text=_name(key),
                    help=_help(key),
                )

    def _keys(self) -> list[Key]:
        mode = getattr(self.screen, "mode", Mode.NORMAL)
        return [key for key in rows(mode) if key.action not in NOT_LISTED]

    async def _run(self, key: Key) -> None:
        await self.screen.run_action(f"screen.{key.action}")


def _name(key: Key) -> str:
    return key.label[0].upper() + key.label[1:]


def _help(key: Key) -> str:
    return f"{key.name}  {key.help}"
