"""Rows of the table of metrics: what is counted in trade, and the words that name it."""

import msgspec


class Metric(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``metrics.toml``."""

    metric: str
    sign: int = 1
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    growth: tuple[str, ...] = ()
    beside: tuple[str, ...] = ("trade", "export")
    toward: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = msgspec.field(default=(), name="not")
