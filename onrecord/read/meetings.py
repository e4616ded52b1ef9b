"""Meetings: what the page says of them."""

from onrecord.model.assertion import Meeting
from onrecord.model.page import Page


def read(page: Page) -> tuple[Meeting, ...]:
    """Every meeting that the page asserts, in the order of the text."""
    return ()
