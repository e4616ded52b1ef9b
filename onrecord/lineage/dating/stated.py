"""Stated days that a page itself contradicts: it tells, as past, of what had not come on the day it claims to be of."""

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.lineage.dating import dateline, full, posts
from onrecord.lineage.dating.clue import SURE
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

SLACK = 1
"""Days by which a page may seem to be ahead of itself: its day is of another time zone."""
PLAIN = frozenset(("day-month-year", "iso", "slash", "month"))
"""Rules that name a day or a month in full."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPEN = re.compile(
    r"\b(?:from|between|as of|until|through|expir\w*|matur\w*|redeem\w*|redemption|payments?|payable|futures|options?"
    r"|contracts?|bonds?|notes?|stock|paper|debentures?|shipments?|delivery|crop|ending|later than|effective|retires?"
    r"|date|warrants?|if|when|whether|season|fiscal|term|deadline|due|plan\w*|would|could|may|might|to)\b"
)
"""Beside one of these a date may lie ahead whatever the verb is: terms of papers, ends of offers, seasons."""


def against(told: Told) -> str:
    """Why the article cannot be of its stated day; "" where nothing speaks against it, or no day is stated."""
    published = told.article.published
    last = published.days.last if published else None
    if published is None or last is None:
        return ""
    bound = last + timedelta(days=SLACK)
    for clue in (*posts.clues(told), *dateline.clues(told)):
        if clue.weight == SURE and not any(
            first <= bound and last - timedelta(days=SLACK) <= end for first, end in clue.days
        ):
            return clue.reason
    if not any(int(year) >= bound.year for year in _YEAR.findall(told.body)):
        return ""
    late = [time for time in _told(told) if time.days and time.days.first and time.days.first > bound]
    if late:
        return f'it tells of "{late[0].of(told.body)}" as past'
    return ""


def _told(told: Told) -> Iterator[TimeMention]:
    """Days and months in full after a verb that looks back, in sentences where nothing else looks ahead."""
    behind = {time.start for time in full.spoken(told)[0] if time.tense == "past" and time.rule in PLAIN}
    for telling in told.by_sentence:
        if not _OPEN.search(telling.words):
            yield from (time for time in telling.times if time.start in behind)
