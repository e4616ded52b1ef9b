"""An assertion on its way into an entry."""

from datetime import date

import msgspec

from onrecord.model.assertion import AnyAssertion
from onrecord.model.days import Days


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """An assertion behind an entry, with its id, the report it comes from and the days on which it was said."""

    id: str
    assertion: AnyAssertion
    report: str
    said: Days | None

    @property
    def order(self) -> tuple[date, date, str, int, str]:
        """The earliest said first; those without a day last; then by document and place."""
        said = self.said or Days()
        known = said.first or said.last or date.max
        return known, said.last or date.max, self.assertion.doc, self.assertion.start, self.id
