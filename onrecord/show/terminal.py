"""Words for the terminal: nothing that came with a document can move the cursor, change colours or hide text."""

import re
import sys

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters (but tab and line end) and the marks that turn the direction of writing."""


def plain(words: str) -> str:
    """The words with control characters written out, so that a terminal shows them and obeys none."""
    return _CONTROL.sub(lambda match: match.group().encode("unicode_escape").decode(), words)


def one_line(words: str) -> str:
    """The words on one line, safe to print."""
    return plain(" ".join(words.split()))


def say(words: str = "") -> None:
    """Print for the user, on the error stream: the output itself stays for what was asked for."""
    print(plain(words), file=sys.stderr)
