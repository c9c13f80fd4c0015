"""Every key of the editor, in one table.

Rule: bindings, footer, help, command palette and README are all made from `TABLE`; a
key that is not in it does nothing.
"""

from __future__ import annotations

from posteditor.tui.keys import Key, Mode, readable

__all__ = [
    "SCROLL_KEYS",
    "TABLE",
    "Key",
    "Mode",
    "as_markdown",
    "readable",
    "rows",
    "visible",
]

MOVE, DECIDE, SUGGEST, FIND, REST, TYPE = (
    "Moving",
    "Deciding",
    "Suggestions",
    "Finding",
    "The rest",
    "While editing",
)

TABLE: tuple[Key, ...] = (
    Key(
        action="accept_next",
        keys=("a",),
        label="accept",
        help="accept this sentence and go on to the next open one",
        group=DECIDE,
        footer=1,
    ),
    Key(
        action="accept_here",
        keys=("A",),
        label="accept or reopen",
        help="accept this sentence and stay, or open it again",
        group=DECIDE,
    ),
    Key(
        action="edit",
        keys=("e", "enter"),
        label="edit",
        help="edit the revision",
        group=DECIDE,
        footer=2,
    ),
    Key(
        action="restore",
        keys=("r",),
        label="restore",
        help="restore the machine translation",
        group=DECIDE,
    ),
    Key(
        action="undo",
        keys=("u",),
        label="undo",
        help="undo the last step, wherever it was",
        group=DECIDE,
        footer=5,
    ),
    Key(
        action="redo",
        keys=("U", "ctrl+r"),
        label="redo",
        help="do the step that was undone again",
        group=DECIDE,
    ),
    Key(
        action="retranslate",
        keys=("t",),
        label="retranslate",
        help="mark as needing retranslation, or take the mark off",
        group=DECIDE,
    ),
    Key(
        action="comment",
        keys=("c",),
        label="comment",
        help="write a comment on this sentence",
        group=DECIDE,
    ),
    Key(
        action="omit",
        keys=("o",),
        label="leave out or keep",
        help="leave this out of the edited text, or keep it",
        group=DECIDE,
    ),
    Key(
        action="apply",
        keys=tuple("123456789"),
        shown="1-9",
        label="apply",
        help="apply the suggestion with this number",
        group=SUGGEST,
        footer=3,
    ),
    Key(
        action="next_suggestion",
        keys=("tab", "right_square_bracket"),
        label="next suggestion",
        help="choose the next suggestion",
        group=SUGGEST,
    ),
    Key(
        action="previous_suggestion",
        keys=("shift+tab", "left_square_bracket"),
        label="previous suggestion",
        help="choose the suggestion before",
        group=SUGGEST,
    ),
    Key(
        action="pick",
        keys=("p",),
        label="pick replacement",
        help="pick among the replacements of the chosen suggestion",
        group=SUGGEST,
    ),
    Key(
        action="dismiss_here",
        keys=("x",),
        label="dismiss",
        help="dismiss the chosen suggestion here",
        group=SUGGEST,
        footer=4,
    ),
    Key(
        action="dismiss_document",
        keys=("X",),
        label="dismiss in document",
        help="dismiss it everywhere in this document",
        group=SUGGEST,
    ),
    Key(
        action="dismiss_always",
        keys=("exclamation_mark",),
        label="dismiss always",
        help="dismiss it in every document, from now on",
        group=SUGGEST,
    ),
    Key(
        action="rule_off",
        keys=("R",),
        label="turn off this rule",
        help="turn off the rule behind it, in every document, from now on",
        group=SUGGEST,
    ),
    Key(
        action="learn",
        keys=("D",),
        label="add to my dictionary",
        help="add the words it flags to your dictionary: no checker flags them again",
        group=SUGGEST,
    ),
    Key(
        action="all_suggestions",
        keys=("plus",),
        label="all suggestions",
        help="list all suggestions of this sentence, or the most important ones",
        group=SUGGEST,
    ),
    Key(
        action="down",
        keys=("j", "down"),
        label="down",
        help="next sentence",
        group=MOVE,
    ),
    Key(
        action="up",
        keys=("k", "up"),
        label="up",
        help="previous sentence",
        group=MOVE,
    ),
    Key(
        action="next_open",
        keys=("n",),
        label="next open",
        help="go to the next open sentence",
        group=MOVE,
        footer=6,
    ),
    Key(
        action="previous_open",
        keys=("N",),
        label="previous open",
        help="go to the open sentence before",
        group=MOVE,
    ),
    Key(
        action="next_suggested",
        keys=("f",),
        label="next with suggestions",
        help="go to the next sentence with suggestions",
        group=MOVE,
    ),
    Key(
        action="previous_suggested",
        keys=("F",),
        label="previous with suggestions",
        help="go to the sentence with suggestions before",
        group=MOVE,
    ),
    Key(
        action="page_down",
        keys=("pagedown", "ctrl+f"),
        label="page down",
        help="one page of sentences on",
        group=MOVE,
    ),
    Key(
        action="page_up",
        keys=("pageup", "ctrl+b"),
        label="page up",
        help="one page of sentences back",
        group=MOVE,
    ),
    Key(
        action="first",
        keys=("g", "home"),
        label="first",
        help="first sentence",
        group=MOVE,
    ),
    Key(
        action="last",
        keys=("G", "end"),
        label="last",
        help="last sentence",
        group=MOVE,
    ),
    Key(
        action="scroll_down",
        keys=("J", "ctrl+down"),
        label="scroll down",
        help="scroll the panes down, where they are long",
        group=MOVE,
    ),
    Key(
        action="scroll_up",
        keys=("K", "ctrl+up"),
        label="scroll up",
        help="scroll the panes up",
        group=MOVE,
    ),
    Key(
        action="search",
        keys=("slash",),
        label="search",
        help="search sentences while you type",
        group=FIND,
    ),
    Key(
        action="search_next",
        keys=("full_stop",),
        label="next match",
        help="go to the next sentence that holds the search words",
        group=FIND,
    ),
    Key(
        action="search_previous",
        keys=("comma",),
        label="previous match",
        help="go to the sentence before that holds them",
        group=FIND,
    ),
    Key(
        action="save",
        keys=("s",),
        label="save",
        help="write the edited text, the report and the scores",
        group=REST,
        footer=7,
    ),
    Key(
        action="panes",
        keys=("m",),
        label="panes",
        help="show all panes, only the essential ones, or no list",
        group=REST,
    ),
    Key(
        action="palette",
        keys=("colon", "ctrl+p"),
        label="commands",
        help="find any command by its name",
        group=REST,
    ),
    Key(
        action="help",
        keys=("question_mark",),
        label="all keys",
        help="show all keys",
        group=REST,
        footer=8,
    ),
    Key(
        action="quit",
        keys=("q", "ctrl+q"),
        label="quit",
        help="quit; every decision is already stored",
        group=REST,
    ),
    Key(
        action="keep_accept",
        keys=("enter", "ctrl+j", "f10"),
        label="accept, go on",
        help="keep the text, accept it and go on to the next open sentence",
        group=TYPE,
        mode=Mode.EDIT,
        footer=1,
    ),
    Key(
        action="keep",
        keys=("escape",),
        label="keep the text",
        help="keep the text and go back to reading",
        group=TYPE,
        mode=Mode.EDIT,
        footer=2,
    ),
    Key(
        action="cancel",
        keys=("ctrl+g",),
        label="drop what was typed",
        help="drop what was typed; U brings it back",
        group=TYPE,
        mode=Mode.EDIT,
        footer=3,
    ),
    Key(
        action="apply_typing",
        keys=tuple(f"{held}{n}" for n in range(1, 10) for held in ("f", "alt+")),
        shown="F1-F9",
        label="apply",
        help="apply the suggestion with this number; Alt+1-9 in some terminals",
        group=TYPE,
        mode=Mode.EDIT,
        footer=4,
    ),
    Key(
        action="typing_undo",
        keys=("ctrl+z",),
        label="undo typing",
        help="undo what was typed; Ctrl+Y does it again",
        group=TYPE,
        mode=Mode.EDIT,
        footer=5,
    ),
    Key(
        action="scroll_down_typing",
        keys=("ctrl+down",),
        label="scroll down",
        help="scroll the panes down",
        group=TYPE,
        mode=Mode.EDIT,
    ),
    Key(
        action="scroll_up_typing",
        keys=("ctrl+up",),
        label="scroll up",
        help="scroll the panes up",
        group=TYPE,
        mode=Mode.EDIT,
    ),
    Key(
        action="line_break",
        keys=("alt+enter", "shift+enter"),
        label="line break",
        help="put a line break into the text",
        group=TYPE,
        mode=Mode.EDIT,
    ),
)

# The keys that scroll the panes, up and down.
SCROLL_KEYS = {Mode.NORMAL: ("K", "J"), Mode.EDIT: ("Ctrl+↑", "Ctrl+↓")}


def rows(mode: Mode) -> tuple[Key, ...]:
    """The table's rows of one mode."""
    return tuple(key for key in TABLE if key.mode is mode)


def as_markdown() -> str:
    """The table for the README, a row an action."""
    head = "| key | what it does |\n|---|---|\n"
    lines = (f"| {key.names.replace('|', '&#124;')} | {key.help} |" for key in TABLE)
    return head + "\n".join(lines) + "\n"


def visible(mode: Mode) -> tuple[Key, ...]:
    """The mode's actions for the footer, in order."""
    found = (key for key in rows(mode) if key.footer)
    return tuple(sorted(found, key=lambda key: key.footer))
