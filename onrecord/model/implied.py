"""What a figure implies and nobody said: its value and its change give the value at the base of the change."""

from math import floor, log10

import msgspec

from onrecord.model.assertion import Figure
from onrecord.model.days import Days

_LEAST_DIGITS = 2
"""A number of one digit ("40 billion") may be meant to two."""


class Implied(msgspec.Struct, frozen=True, kw_only=True):
    """The value at the base of a change, between ``low`` and ``high`` by the rounding of value and change.

    It stands on the figure's own span, and counts as said by nobody. ``base`` are the days of the base, if known.
    """

    value: float
    low: float
    high: float
    unit: str
    base: Days | None


def implied(figure: Figure) -> Implied | None:
    """What ``figure`` implies for the base of its change; ``None`` if it gives no value, or no change."""
    value, change = figure.value, figure.change_pct
    if value is None or not value or change is None or change <= -100:
        return None
    off, off_change = _half_a_digit(value), _half_a_percent(change)
    ends = [
        (value + sign * off) / (1 + moved / 100)
        for sign in (-1, 1)
        for moved in (max(change - off_change, -99.9), change + off_change)
    ]
    return Implied(
        value=value / (1 + change / 100),
        low=min(ends),
        high=max(ends),
        unit=figure.unit or "",
        base=figure.change_base if figure.change_base and figure.change_base.known else None,
    )


def rounded(value: float) -> tuple[float, float]:
    """Between what a number may lie that is given with its digits: 55.6 between 55.55 and 55.65."""
    off = _half_a_digit(value)
    return value - off, value + off


def _half_a_digit(number: float) -> float:
    """Half a unit of the last digit that a number is given with."""
    digits = len(f"{abs(number):.12g}".split("e")[0].replace(".", "").strip("0"))
    return 0.5 * 10.0 ** (floor(log10(abs(number))) + 1 - max(digits, _LEAST_DIGITS)) if number else 0.0


def _half_a_percent(change: float) -> float:
    """Half a unit of the last digit of a change; a doubling may be a rough one."""
    if change and change % 100 == 0:
        return 5.0
    _, _, decimals = f"{change:.6g}".partition(".")
    return 0.5 * 10.0 ** -len(decimals)
