"""Time expressions: found by rule, then resolved against the article's day."""

from onrecord.find.times.resolve import find_times
from onrecord.find.times.runs import lasting, runs, year_before

__all__ = ["find_times", "lasting", "runs", "year_before"]
