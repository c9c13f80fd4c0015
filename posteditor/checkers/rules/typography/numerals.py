"""Numbers as they are written: Roman numerals, ordinals, names of months."""

from __future__ import annotations

_ROMAN = {"X": 10, "V": 5, "I": 1}

_MONTH_NAMES = (
    "January February March April May June July August September October November "
    "December"
)
MONTHS = tuple(_MONTH_NAMES.split())
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = rf"(?:{'|'.join(MONTHS)})"


def ordinal(number: int) -> str:
    """“21st” for 21."""
    if number // 10 % 10 == 1:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def from_roman(numeral: str) -> int:
    """The value of a numeral made of X, V and I."""
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
