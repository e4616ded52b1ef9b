"""Names of time that are more than one word, read as one: holidays ("Boxing Day") and zones ("Eastern time")."""

import re
from functools import cache

from onrecord.knowledge.holidays import holidays
from onrecord.knowledge.zones import zone_words

ZONE, HOLIDAY, NEITHER = "zone", "holiday", "x"


@cache
def longer() -> tuple[dict[str, tuple[str, str]], re.Pattern[str], frozenset[str]]:
    """Kind and value by the written words, the pattern that finds them, and the words that they start with."""
    known: dict[str, tuple[str, str]] = {}
    for says, rows in holidays().items():
        known[says] = (HOLIDAY if rows else NEITHER, says)
    for words, zone in zone_words().items():
        if words.isupper():
            known[words] = (ZONE, zone)
            continue
        for kind in ("", " Standard", " Daylight", " Summer"):
            for time in (" time", " Time"):
                known[words + kind + time] = (ZONE, zone)
    longest_first = sorted(known, key=len, reverse=True)
    written = "|".join(re.escape(words).replace("'", "['’]") for words in longest_first)
    starts = frozenset(re.split(r"[ '’.-]", words)[0] for words in known)
    return known, re.compile(rf"(?:{written})(?!\w)"), starts


def plain(words: str) -> str:
    """The words as the tables write them."""
    return words.replace("’", "'")
