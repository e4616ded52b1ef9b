"""Text to mentions: what is named, and where."""

import msgspec

from onrecord.find.actors import find_actors
from onrecord.find.amounts import find_amounts
from onrecord.find.frames import find_frames
from onrecord.find.issues import find_issues
from onrecord.find.parse import Parser, parsed
from onrecord.find.reference import resolve
from onrecord.find.speech import find_speech
from onrecord.find.times import find_events, find_times
from onrecord.model.article import Article
from onrecord.model.page import Page


def page(article: Article, parser: Parser) -> Page:
    """All that is named in an article; its days are resolved from ``article.published``, if that is known."""
    body = article.body
    found = parsed(body, article.paragraphs, parser)
    published = article.published.days if article.published else None
    if published is not None and (published.first is None or published.last is None):
        published = None  # "not before 2012" is no day from which "this week" could be counted
    actors = find_actors(body, found, published.last if published else None)
    times = find_times(body, found, published)
    first = Page(
        article=article,
        sentences=found,
        times=times,
        events=find_events(body, found, times, published),
        amounts=find_amounts(body, found),
        actors=actors,
        issues=find_issues(body),
        speech=find_speech(body, found, actors),
    )
    resolved = resolve(first)
    return msgspec.structs.replace(resolved, frames=find_frames(resolved))
