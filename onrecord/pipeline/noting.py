"""What is named in an article that is in the record: found again from its words, since mentions are not kept."""

from onrecord.find.amounts import find_amounts
from onrecord.find.sentences import sentences
from onrecord.find.times import find_events, find_times
from onrecord.model.article import Article
from onrecord.model.mention import AmountMention, EventMention, TimeMention
from onrecord.model.page import Sentence

Mention = TimeMention | EventMention | AmountMention


def noted(article: Article) -> tuple[Mention, ...]:
    """The times, events and amounts of an article, in the order of its text; no parser is needed."""
    found = tuple(
        Sentence(start=span.start, end=span.end, paragraph=number)
        for number, paragraph in enumerate(article.paragraphs)
        for span in sentences(article.body, paragraph)
    )
    published = article.published.days if article.published else None
    if published is not None and (published.first is None or published.last is None):
        published = None  # as in reading: "not before 2012" is no day from which "this week" could be counted
    times = find_times(article.body, found, published)
    events = find_events(article.body, found, times, published)
    amounts = find_amounts(article.body, found)
    every: list[Mention] = [*times, *events, *amounts]
    return tuple(sorted(every, key=lambda mention: (mention.start, mention.end)))
