"""Ages: "the 26-year-old pact" tells the year in which it is said, where the day of the pact is known."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from onrecord.knowledge.agreements import Agreement, agreements
from onrecord.lineage.dating.clue import USUAL, Clue
from onrecord.lineage.dating.counts import count
from onrecord.lineage.dating.stretches import stretch, that_day
from onrecord.lineage.dating.told import Told

_AGE = re.compile(r"\b(?P<age>\d{1,2}|[a-z]+)[- ]year[- ]old\b", re.IGNORECASE)
NEAR = 90
"""Characters after an age in which the agreement must be named."""


def clues(told: Told) -> Iterator[Clue]:
    """The year in which an agreement named beside its age has that age, and half a year around it."""
    for match in _AGE.finditer(told.body):
        age = count(match["age"])
        here = told.body[match.end() : match.end() + NEAR].split(". ")[0]
        found = _names().search(here) or _names().search(told.body[max(0, match.start() - 40) : match.start()])
        if not age or found is None:
            continue
        row = _by_name()[found.group()]
        if row.first is None:
            continue
        first, last = (that_day(row.first.year + more, row.first.month, row.first.day) for more in (age, age + 1))
        low, high = first.toordinal() - 183, last.toordinal() + 31
        yield Clue(
            reason=f'{row.name}, of {row.first.year}, is "{match.group()}" in it',
            days=stretch(date.fromordinal(low), date.fromordinal(high)),
            weight=USUAL,
        )


@cache
def _by_name() -> dict[str, Agreement]:
    return {form: row for row in agreements() for form in (row.name, *row.names)}


@cache
def _names() -> re.Pattern[str]:
    longest = sorted(_by_name(), key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b")
