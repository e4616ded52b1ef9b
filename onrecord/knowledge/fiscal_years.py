"""Fiscal years: when those of a state start, and by which calendar year they are named."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table


class FiscalYear(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``fiscal_years.csv``. ``named`` is "" where a single year does not name one: "2024-25" does."""

    state: str
    starts: int
    named: Literal["", "first", "last"] = ""
    companies: bool = False
    source: str = ""


@cache
def fiscal_years() -> Mapping[str, FiscalYear]:
    """The fiscal years by the codes of their states."""
    return {row.state: row for row in table("fiscal_years.csv", FiscalYear)}
