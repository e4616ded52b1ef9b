"""What an undated article tells of time: its sentences, and its times as they stand without a day."""

from functools import cached_property

from onrecord.find.sentences import sentences
from onrecord.find.times import find_times
from onrecord.model.article import Article
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence


class Told:
    """An article read for its times alone, each part worked out when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.body = article.body

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body."""
        return tuple(
            Sentence(start=span.start, end=span.end, paragraph=number)
            for number, paragraph in enumerate(self.article.paragraphs)
            for span in sentences(self.body, paragraph)
        )

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """The times, resolved without a day of publication: full dates have days, the rest keeps what it says."""
        return self.read(None)

    def read(self, published: Days | None) -> tuple[TimeMention, ...]:
        """The times, resolved as if the article were of that day."""
        return find_times(self.body, self.sentences, published)

    @cached_property
    def by_sentence(self) -> tuple[tuple[str, tuple[TimeMention, ...]], ...]:
        """The words of each sentence with its times."""
        found = []
        for sentence in self.sentences:
            times = tuple(time for time in self.times if sentence.start <= time.start < sentence.end)
            found.append((sentence.of(self.body), times))
        return tuple(found)

    def words(self, time: TimeMention) -> str:
        """The words of a time, and what stands around them."""
        return time.of(self.body)
