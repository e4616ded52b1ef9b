"""The entries as they were known on a day: merged from what had been said by then."""

from datetime import date

from onrecord import merge
from onrecord.model.article import Published
from onrecord.model.entry import Entry
from onrecord.store import Database, matches


def entries(
    database: Database,
    *,
    as_of: date | None = None,
    kind: str = "",
    party: str = "",
    issue: str = "",
    on: date | None = None,
) -> tuple[Entry, ...]:
    """The entries of this kind, party and issue that hold ``on`` a day, as known by the end of the day ``as_of``.

    What is left out is not asked. Only articles that had surely come out by ``as_of`` count: one without a day never
    does, one whose day is an interval counts from its last day. ``party`` is a state code or a full name.
    """
    if as_of is None:
        return database.entries(kind=kind, party=party, issue=issue, on=on)
    published: dict[str, Published] = {}
    for article in database.articles():
        last = article.published.days.last if article.published else None
        if article.published is not None and last is not None and last <= as_of:
            published[article.doc] = article.published
    said = [assertion for assertion in database.assertions() if assertion.doc in published]
    known = merge.entries(said, database.reports(), published)
    return tuple(entry for entry in known if matches(entry, kind=kind, party=party, issue=issue, on=on))
