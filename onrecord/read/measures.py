"""Measures: what the page says of them."""

from onrecord.model.assertion import Measure
from onrecord.model.page import Page


def read(page: Page) -> tuple[Measure, ...]:
    """Every measure that the page asserts, in the order of the text."""
    return ()
