"""Figures: what the page says of them."""

from onrecord.model.assertion import Figure
from onrecord.model.page import Page


def read(page: Page) -> tuple[Figure, ...]:
    """Every figure that the page asserts, in the order of the text."""
    return ()
