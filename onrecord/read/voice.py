"""Voice: how sure a stretch of text is of what it says, and who passes it on."""

from onrecord.model.assertion import Certainty
from onrecord.model.page import Page
from onrecord.model.span import Span


def voice(page: Page, span: Span) -> tuple[Certainty, tuple[str, ...]]:
    """The certainty of what stands in ``span`` and the chain through which it came, nearest first."""
    return "stated", ()
