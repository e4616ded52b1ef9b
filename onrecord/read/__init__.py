"""Mentions to assertions: a file for each kind."""

from onrecord.model.assertion import AnyAssertion
from onrecord.model.page import Page
from onrecord.read import figures, measures, meetings, positions, statements
from onrecord.read.settled import settled

READERS = (meetings.read, measures.read, positions.read, figures.read, statements.read)
"""The readers, in the order of the kinds."""


def assertions(page: Page) -> tuple[AnyAssertion, ...]:
    """All that the page asserts, by kind and then by place; no assertion stands twice."""
    return tuple(dict.fromkeys(settled(page, assertion) for reader in READERS for assertion in reader(page)))
