"""Statements: what the page says of them."""

from onrecord.model.assertion import Statement
from onrecord.model.page import Page


def read(page: Page) -> tuple[Statement, ...]:
    """Every statement that the page asserts, in the order of the text."""
    return ()
