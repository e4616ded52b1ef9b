"""Asides: stretches that are not an article's own prose, found by wording, form and place."""

from collections.abc import Sequence

from onrecord.clean.asides.hover import hovers
from onrecord.clean.asides.links import links
from onrecord.clean.asides.posts import posts
from onrecord.clean.asides.teasers import teasers
from onrecord.clean.asides.wording import wordings
from onrecord.model.article import Aside
from onrecord.model.span import Span

__all__ = ["inside", "teasers"]


def inside(text: str, paragraphs: Sequence[Span]) -> list[Aside]:
    """The asides of a flat text that are seen in one paragraph and its neighbours; spans of the flat text."""
    found, heads = wordings(text, paragraphs)
    for paragraph in paragraphs:
        found.extend(hovers(text, paragraph.start, paragraph.end))
        found.extend(posts(text, paragraph.start, paragraph.end))
    found.extend(links(text, paragraphs, heads))
    return found
