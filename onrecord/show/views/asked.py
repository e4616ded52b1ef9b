"""What a view is asked for: a party, an issue, a day on which it holds, a day by which it was known."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord import pipeline
from onrecord.model.article import Article
from onrecord.model.assertion import Measure, assertion_id
from onrecord.model.entry import Entry
from onrecord.store import Database, party


def _only_named(entry: Entry) -> bool:
    measure = entry.best
    if not isinstance(measure, Measure):
        return False
    return measure.action is None and measure.rate is None and not measure.products and measure.until is None


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The filters of every view; what is left out is not asked.

    ``party`` is a state's code or any of its names, or the name of a person or body; ``issue`` a path or its beginning.
    """

    party: str = ""
    issue: str = ""
    on: date | None = None
    as_of: date | None = None

    def entries(self, record: Database, kind: str = "") -> Sequence[Entry]:
        """The entries of a kind (or of all) that fit; those of ``as_of`` are merged from what was known then."""
        wanted = party(self.party) if self.party else ""
        return pipeline.entries(record, as_of=self.as_of, kind=kind, party=wanted, issue=self.issue, on=self.on)

    def events(self, record: Database, kind: str) -> Sequence[Entry]:
        """As ``entries``, but without measures that are only named in passing: nothing is said of them."""
        return [entry for entry in self.entries(record, kind) if not _only_named(entry)]

    def docs(self, record: Database) -> frozenset[str] | None:
        """The documents behind the entries that fit; ``None`` if nothing but a day of knowledge is asked."""
        if not (self.party or self.issue or self.on):
            return None
        behind = {support for entry in self.entries(record) for support in entry.supports}
        return frozenset(one.doc for one in record.assertions() if assertion_id(one) in behind)

    def knows(self, article: Article) -> bool:
        """Whether an article had surely come out by ``as_of``; every article has, where that is not asked."""
        last = article.published.days.last if article.published else None
        return self.as_of is None or (last is not None and last <= self.as_of)

    @property
    def words(self) -> str:
        """The filters in words, for a table's title: ``South Korea, agriculture, on 10 April 2025``."""
        parts = [self.party, self.issue]
        parts += [f"on {self.on}"] if self.on else []
        parts += [f"as known on {self.as_of}"] if self.as_of else []
        return ", ".join(part for part in parts if part)
