"""Bytes to characters, whatever the encoding: what the bytes say first, then what is declared, then what fits."""

import codecs
import re

import msgspec

from onrecord.intake.limits import GUESSED

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ASIAN = 0.15
"""Text in another script than Latin has at least this share of bytes past ASCII; less is western text."""
_JUNK = 0.02
"""Text has at most this share of control characters; more is something else."""


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """Text with the encoding it was in, and how many characters had to be replaced."""

    text: str
    encoding: str
    replaced: int = 0


class NotText(ValueError):
    """The bytes are no text; the message says why."""


def decode(content: bytes, declared: str = "") -> Decoded:
    """The text of ``content`` without its byte order mark.

    Raises NotText for binary data. ``declared`` is the encoding that the document itself names, if it does.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_loosely(content[len(mark) :], encoding))
    if b"\0" in content[:GUESSED] and (wide := _wide(content[:GUESSED])):
        return _checked(_loosely(content, wide))
    for encoding in ("utf-8", declared):
        try:
            if encoding:
                return _checked(Decoded(text=content.decode(encoding), encoding=codecs.lookup(encoding).name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _checked(_guessed(content))


def _wide(head: bytes) -> str:
    """UTF-16 without its mark: nearly every other byte of western text is zero."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else ""


def _loosely(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    return Decoded(text=text, encoding=encoding, replaced=text.count("\ufffd"))


def _guessed(content: bytes) -> Decoded:
    """Bytes that are not UTF-8: damaged UTF-8, an Asian or Cyrillic encoding, or else Windows-1252."""
    utf = _loosely(content, "utf-8")
    good = sum(1 for character in utf.text[:GUESSED] if character > "\x7f" and character != "\ufffd")
    if good > 8 * utf.text[:GUESSED].count("\ufffd"):
        return utf
    first = _HIGH.search(content)
    start = max(0, (first.start() if first else 0) - 512)
    window = content[start : start + GUESSED]
    if len(_HIGH.findall(window)) > len(window) * _ASIAN:
        from charset_normalizer import from_bytes

        best = from_bytes(window).best()
        if best is not None and best.encoding not in ("utf_8", "ascii"):
            return _loosely(content, best.encoding)
    return _loosely(content, "cp1252")


def _checked(decoded: Decoded) -> Decoded:
    head = decoded.text[:GUESSED]
    if len(_CONTROL.findall(head)) + head.count("\ufffd") > max(8, len(head) * _JUNK):
        raise NotText("it is binary data, not text")
    return decoded
