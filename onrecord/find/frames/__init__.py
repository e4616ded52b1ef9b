"""Frames: talks, tariffs and demands that words evoke, with who fills their roles."""

from onrecord.model.mention import FrameMention
from onrecord.model.page import Page


def find_frames(page: Page) -> tuple[FrameMention, ...]:
    """Every frame that the words of the page evoke."""
    return ()
