"""Bytes to text, so that the same codec and BOM give the same bytes back.

Rule: a BOM decides, then strict UTF-8, then a given encoding; nothing is ever guessed
or replaced. A guess only goes into the hint of the error.
"""

from __future__ import annotations

import codecs

from posteditor.errors import DecodingError, InputError, UsageError
from posteditor.model import TextEncoding

# The BOM of UTF-32-LE begins with that of UTF-16-LE.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of files that have no NUL near their beginning, or deserve their name.
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "a media file"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
)

_COMMON = ("cp1252", "cp1251", "cp1250", "koi8_r", "cp866", "gb18030", "cp932")
_WIDE = ("utf-16", "utf-32")
# Text in these is ASCII bytes, and so UTF-8 as well: only who names them can know.
_SEVEN_BIT = ("iso2022", "hz", "utf-7")
_SAMPLE = 64 * 1024


def decode(data: bytes, where: str, encoding: str | None) -> tuple[str, TextEncoding]:
    """The text of `data` and how it was decoded.

    A BOM wins over a given `encoding` that contradicts it, and so does text that is
    UTF-8, for neither is an accident. Raises `DecodingError` for bytes that are not
    text in that encoding or would not come back from it, `InputError` for binary files
    and `UsageError` for an unknown encoding. `where` names the file in messages.
    """
    given = _codec(encoding) if encoding else None
    bom, name = next(((b, n) for b, n in _BOMS if data.startswith(b)), (b"", "utf-8"))
    if not bom:
        _refuse_binary(data, where, given)
        name = given if given and not _is_utf8(data, given) else "utf-8"
    codec = TextEncoding(name=name, bom=bom)
    payload = data[len(bom) :]
    try:
        text = payload.decode(codec.name)
    except (UnicodeError, ValueError) as error:
        raise _not_text(data, where, codec, error) from error
    if "\0" in text:
        raise InputError(f"{where}: is not text: it holds NUL characters")
    if codec.name != "utf-8" and not bom and not _comes_back(text, payload, codec):
        raise DecodingError(
            f"{where}: read as {codec.name}, the file could not be written back "
            "byte for byte",
            hint="convert it to UTF-8 first",
        )
    return text, codec


def _codec(name: str) -> str:
    """The normal name of a text encoding; 16 and 32 bit ones with their byte order."""
    try:
        normal = codecs.lookup(name).name
        "".encode(normal)
    except (LookupError, ValueError) as error:
        raise UsageError(
            f"{name!r} is not a text encoding",
            hint="use a name such as utf-8, windows-1251 or gb18030",
        ) from error
    if normal == "utf-8-sig":
        return "utf-8"
    return f"{normal}-le" if normal in _WIDE else normal


def _refuse_binary(data: bytes, where: str, given: str | None) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise InputError(
                f"{where}: is {kind}, not text", hint="export it as .txt or .md first"
            )
    if given and given.startswith(_WIDE):
        return
    if b"\0" in data:
        raise InputError(
            f"{where}: is not text: it holds NUL bytes",
            hint="if it is UTF-16 without a byte order mark, "
            "try --encoding utf-16-le or utf-16-be",
        )


def _is_utf8(data: bytes, given: str) -> bool:
    """Is a file for which an encoding was given UTF-8 after all?"""
    if b"\0" in data or (data.isascii() and given.startswith(_SEVEN_BIT)):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _comes_back(text: str, payload: bytes, codec: TextEncoding) -> bool:
    try:
        return text.encode(codec.name) == payload
    except (UnicodeError, ValueError):
        return False


def _not_text(
    data: bytes, where: str, codec: TextEncoding, error: Exception
) -> DecodingError:
    place = ""
    if isinstance(error, UnicodeDecodeError):
        place = f", byte {len(codec.bom) + error.start + 1}"
    guess = None if codec.bom else _guess(data)
    if guess and guess != codec.name:
        hint = f"it looks like {guess}: try --encoding {guess}"
    else:
        hint = "name the encoding with --encoding, or save the file as UTF-8"
    return DecodingError(f"{where}{place}: is not {codec.name} text", hint=hint)


def _guess(data: bytes) -> str | None:
    """What charset-normalizer takes the bytes for, under the name users know."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    # Several code pages may give the same text; users know these.
    fitting = best.could_be_from_charset
    name = next((n for n in _COMMON if n in fitting), best.encoding)
    if name in {"ascii", "utf_8"}:
        return None
    if name.startswith("cp125"):
        return name.replace("cp", "windows-")
    return codecs.lookup(name).name
