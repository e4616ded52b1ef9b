"""Text to mentions: what is named, and where."""

from datetime import date

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
from onrecord.model.days import Days
from onrecord.model.page import Page


def page(article: Article, parser: Parser) -> Page:
    """All that is named in an article; its days are resolved from ``article.published``, if that is known."""
    body = article.body
    found = parsed(body, article.paragraphs, parser)
    days = article.published.days if article.published else Days()
    published = days if days.first and days.last else None  # from "not before 2012" no "this week" can be counted
    actors = find_actors(body, found, _middle(days))
    times = find_times(body, found, published)
    first = Page(
        article=article,
        sentences=found,
        times=times,
        events=find_events(body, found, times, published),
        amounts=find_amounts(body, found),
        actors=actors,
        issues=find_issues(body),
        speech=find_speech(body, found, actors, _middle(days)),
    )
    resolved = resolve(first)
    return msgspec.structs.replace(resolved, frames=find_frames(resolved))


def _middle(days: Days) -> date | None:
    """The day in the middle of an interval, or its known end: who held which office is asked of that day."""
    if days.first is None or days.last is None:
        return days.first or days.last
    return days.first + (days.last - days.first) // 2
