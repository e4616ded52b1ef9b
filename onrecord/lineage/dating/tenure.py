"""Tenure: "since taking office last year" tells the year, where the table knows when the one named took office."""

import re
from collections.abc import Iterator
from datetime import date

from onrecord.lineage.dating.clue import USUAL, Clue
from onrecord.lineage.dating.counts import count
from onrecord.lineage.dating.offices import named
from onrecord.lineage.dating.stretches import joined
from onrecord.lineage.dating.told import Told

_TOOK = re.compile(
    r"\b(?:taking|took|takes|assumed|assuming|entered|entering|came to|coming to) (?:office|power) "
    r"(?:(?P<shift>last|this) year|(?P<years>\w+) years? ago)"
)
BEFORE = 160
"""Characters before the words in which the one who took office is named."""


def clues(told: Told) -> Iterator[Clue]:
    """The years that "last year" allows for each term of the person named last before it."""
    for match in _TOOK.finditer(told.body):
        since = {"last": 1, "this": 0}.get(match["shift"] or "") if match["shift"] else count(match["years"])
        people = list(named(told.body[max(0, match.start() - BEFORE) : match.start()]))
        if since is None or not people:
            continue
        first = {row.first for row in people[-1] if row.first is not None}
        days = joined((date(day.year + since, 1, 1), date(day.year + since, 12, 31)) for day in first)
        if days:
            reason = f'{people[-1][0].name} "{match.group()}"'
            yield Clue(reason=reason, days=days, weight=USUAL)
