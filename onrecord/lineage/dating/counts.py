"""Small counts in words: "26", "two", "a"."""

_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_COUNTS = {word: at for at, word in enumerate(_WORDS, start=1)} | {"a": 1, "an": 1, "thirty": 30, "forty": 40}


def count(word: str) -> int | None:
    """The number that a word says, or None."""
    return int(word) if word.isdigit() and len(word) < 4 else _COUNTS.get(word.lower())
