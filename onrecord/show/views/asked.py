"""What a view is asked for: a party, an issue, a day on which it holds, a day by which it was known."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord import pipeline
from onrecord.model.article import Article
from onrecord.model.assertion import Measure, assertion_id
from onrecord.model.entry import Entry
from onrecord.store import Database, issues, matches, parties, party, state_names

MOST = 12
"""Parties that are offered where one was asked for that the record does not know."""


def _only_named(entry: Entry) -> bool:
    measure = entry.best
    if not isinstance(measure, Measure):
        return False
    dated = measure.when is not None and measure.when.known
    return measure.action is None and measure.rate is None and not (measure.products or measure.until or dated)


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

    def hints(self, record: Database) -> tuple[str, ...]:
        """What the record could be asked for, if a party or an issue that is asked for is not in it at all."""
        entries = pipeline.entries(record)
        if not entries:
            return ()
        found = []
        if self.party and not any(matches(entry, party=party(self.party)) for entry in entries):
            counts = Counter(name for entry in entries if entry.kind != "statement" for name in parties(entry.best))
            most = ", ".join(state_names().get(name.upper()) or name.title() for name, _ in counts.most_common(MOST))
            found.append(f"Nobody in the record is called {self.party}. Most is said of: {most}.")
        if self.issue and not any(matches(entry, issue=self.issue) for entry in entries):
            known = sorted({issue for entry in entries for issue in issues(entry.best)})
            found.append(f"Nothing in the record is on {self.issue}. Its issues: {', '.join(known)}.")
        return tuple(found)

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
