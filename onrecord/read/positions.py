"""Positions: what the page says of them."""

from onrecord.model.assertion import Position
from onrecord.model.page import Page


def read(page: Page) -> tuple[Position, ...]:
    """Every position that the page asserts, in the order of the text."""
    return ()
