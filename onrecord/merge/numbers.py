"""When two numbers say the same."""

from math import floor, log10

ROUNDING = 0.005
"""By how much, as a share, two accounts of one number may differ."""


def agree(one: float, other: float) -> bool:
    """Whether two numbers differ by no more than rounding.

    That is by half a percent, or because one is the other rounded to the two or three digits it is given with.
    """
    if abs(one - other) <= ROUNDING * max(abs(one), abs(other)):
        return True
    if not one or not other:
        return False
    return any(
        _rounded(more, digits) == less
        for more, less in ((one, other), (other, one))
        if (digits := _digits(less)) in (2, 3)
    )


def _rounded(number: float, digits: int) -> float:
    return round(number, digits - 1 - floor(log10(abs(number))))


def _digits(number: float) -> int:
    """How many digits a number is given with, zeros at its ends not counted."""
    return len(f"{abs(number):.12g}".split("e")[0].replace(".", "").strip("0"))
