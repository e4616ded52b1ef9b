"""Years of an era: ``480 BC``, ``between 431 and 404 BC``, ``AD 70``; before Christ our calendar has no days."""

from datetime import date

from onrecord.find.times.dates import part_of
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, parted


def read_era(parts: Parts, now: Now) -> Meaning | None:
    """A year with its era, or the first of two years of which the second carries it."""
    year, part = parts.number("year"), part_of(parts)
    if year is None or not 1 <= year <= 9999:
        return None
    if parts.value("era") == "BC":
        return Meaning(type="DATE", value=f"BC{year:04d}", mod=part)
    first, last, approx = parted(date(year, 1, 1), date(year, 12, 31), part)
    return Meaning(type="DATE", value=f"{year:04d}", mod=part, first=first, last=last, approx=approx)


def read_after_era(parts: Parts, now: Now) -> Meaning | None:
    """``AD 70``; nobody writes BC before the year."""
    return read_era(parts, now) if parts.value("era") == "AD" else None


_YEAR = "year:(small|number|fouryear)"

RULES = (
    Rule("era", f"part:(PART)? {_YEAR} era:(era)", read_era),
    Rule("era-before", f"era:(era) {_YEAR}", read_after_era),
    Rule("era-run", f"{_YEAR} (?=(to|hyphen|dash|and|or|until) (small|number|fouryear) era:(era))", read_era),
)
