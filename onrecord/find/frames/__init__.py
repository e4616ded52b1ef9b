"""Frames: talks, tariffs and demands that words evoke, with who fills their roles."""

from onrecord.find.frames.match import frames_of
from onrecord.model.mention import FrameMention
from onrecord.model.page import Page


def find_frames(page: Page) -> tuple[FrameMention, ...]:
    """Every frame that the words of the page evoke, in the order of the text."""
    return tuple(
        mention
        for number, sentence in enumerate(page.sentences)
        if sentence.tokens
        for mention in frames_of(sentence, number)
    )
