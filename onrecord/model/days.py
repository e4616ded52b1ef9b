"""Days: when something holds, as far as the words allow."""

from calendar import monthrange
from datetime import date

import msgspec


class Days(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A closed interval of days ``[first, last]``; an end that is ``None`` is open or unknown.

    ``approx`` is set where the words are vague ("in mid-May", "late last year").
    ``words`` are the words it rests on. Where they could not be resolved (an article whose own day
    is unknown says "yesterday") both ends are ``None`` and ``offset`` keeps what the words say,
    as an ISO 8601 duration from the article's day (``-P1D``), so that it can be resolved later.
    """

    first: date | None = None
    last: date | None = None
    approx: bool = False
    words: str = ""
    offset: str = ""

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"days out of order: {self.first} is after {self.last}")

    @property
    def known(self) -> bool:
        """Whether at least one end is a day."""
        return self.first is not None or self.last is not None

    @property
    def told(self) -> bool:
        """Whether anything is said: a day, or words that wait for the article's day to be known."""
        return self.known or bool(self.words or self.offset)

    def overlaps(self, other: "Days") -> bool:
        """Whether some day may lie in both; an unknown end is open."""
        starts_in_time = self.first is None or other.last is None or self.first <= other.last
        return starts_in_time and (other.first is None or self.last is None or other.first <= self.last)

    def holds(self, day: date) -> bool:
        """Whether ``day`` may lie inside; an unknown end is open."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def edtf(self) -> str:
        """The interval in EDTF (ISO 8601-2): ``2025-05-27``, ``2025-05``, ``2025-05-11/2025-05-20~``, ``..``."""
        if not self.known:
            return self.offset or "XXXX"
        mark = "~" if self.approx else ""
        if self.first is not None and self.last is not None:
            if self.first == self.last:
                return f"{self.first.isoformat()}{mark}"
            if self.first.day == 1 and self.first.year == self.last.year:
                if (self.first.month, self.last.month, self.last.day) == (1, 12, 31):
                    return f"{self.first.year:04d}{mark}"
                if (
                    self.first.month == self.last.month
                    and self.last.day == monthrange(self.last.year, self.last.month)[1]
                ):
                    return f"{self.first.year:04d}-{self.first.month:02d}{mark}"
        first = f"{self.first.isoformat()}{mark}" if self.first is not None else ".."
        last = f"{self.last.isoformat()}{mark}" if self.last is not None else ".."
        return f"{first}/{last}"
