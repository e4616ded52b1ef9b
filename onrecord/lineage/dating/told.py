"""What an article tells of time: its sentences with their times, as they stand without a day or as read from one."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

import msgspec

from onrecord.find.sentences import sentences
from onrecord.find.times import find_times
from onrecord.model.article import Article
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence
from onrecord.model.span import Span

LOOKED_AT = 400
"""Sentences from the top in which an article tells its day; a text of hostile length costs no more than these."""


class Telling(msgspec.Struct, frozen=True):
    """A sentence: its place, its words and the times in it."""

    place: Span
    words: str
    times: tuple[TimeMention, ...]

    def before(self, time: TimeMention) -> str:
        """The words of the sentence before a time in it."""
        return self.words[: time.start - self.place.start]


class Told:
    """An article read for its times alone, each part worked out when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.body = article.body

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, as far as they are looked at."""
        found = (
            Sentence(start=span.start, end=span.end, paragraph=number)
            for number, paragraph in enumerate(self.article.paragraphs)
            for span in sentences(self.body, paragraph)
        )
        return tuple(islice(found, LOOKED_AT))

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """The times, resolved without a day of publication: full dates have days, the rest keeps what it says."""
        return find_times(self.body, self.sentences, None)

    @cached_property
    def by_sentence(self) -> tuple[Telling, ...]:
        """Each sentence with its times, as they stand without a day."""
        return self._parted(self.times)

    def read(self, published: Days) -> tuple[Telling, ...]:
        """Each sentence with its times, resolved as if the article were of that day."""
        return self._parted(find_times(self.body, self.sentences, published))

    def _parted(self, times: Sequence[TimeMention]) -> tuple[Telling, ...]:
        found = []
        at = 0
        for sentence in self.sentences:
            first = at
            while at < len(times) and times[at].start < sentence.end:
                at += 1
            found.append(Telling(sentence, sentence.of(self.body), tuple(times[first:at])))
        return tuple(found)
