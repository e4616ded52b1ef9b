"""Time expressions: found by rule, then resolved against the article's day; and named events of known day."""

from onrecord.find.times.events import find_events
from onrecord.find.times.resolve import find_times
from onrecord.find.times.runs import lasting, runs, year_before
from onrecord.find.times.zoned import elsewhere

__all__ = ["elsewhere", "find_events", "find_times", "lasting", "runs", "year_before"]
