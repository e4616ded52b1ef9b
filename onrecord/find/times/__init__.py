"""Time expressions: found by rule, then resolved against the article's day."""

from onrecord.find.times.resolve import find_times

__all__ = ["find_times"]
