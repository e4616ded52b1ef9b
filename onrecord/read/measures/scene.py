"""A scene: one sentence with its mentions, asked by words."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, AmountMention, TimeMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.measures.vocabulary import ProductRow, everyone, products

_VERBS = ("VERB", "AUX")
_NAMES = ("state", "person", "body", "group", "described")


class Scene:
    """A sentence of a page with what stands in it; all indices are of its words."""

    def __init__(self, page: Page, number: int) -> None:
        self.page = page
        self.number = number
        self.sentence: Sentence = page.sentences[number]
        self.tokens = self.sentence.tokens

    @cached_property
    def actors(self) -> dict[int, ActorMention]:
        """The actor mention that each word belongs to; the longest where they overlap."""
        found: dict[int, ActorMention] = {}
        mentions = sorted(self.page.within(self.page.actors, self.sentence), key=lambda actor: actor.start - actor.end)
        for mention in mentions:
            indices = self.sentence.indices_in(mention)
            if not any(index in found for index in indices):
                found.update(dict.fromkeys(indices, mention))
        return found

    @cached_property
    def times(self) -> tuple[tuple[range, TimeMention], ...]:
        """Times with the words they cover."""
        return tuple(
            (self.sentence.indices_in(time), time) for time in self.page.within(self.page.times, self.sentence)
        )

    @cached_property
    def percents(self) -> dict[int, AmountMention]:
        """Percentages by their first word."""
        return {
            self.sentence.indices_in(amount).start: amount
            for amount in self.page.within(self.page.amounts, self.sentence)
            if amount.unit == "percent"
        }

    @cached_property
    def products(self) -> tuple[tuple[range, ProductRow], ...]:
        """Products with the words they cover."""
        text = self.sentence.of(self.page.body)
        found = [
            (self.sentence.indices_in(Span(start=start, end=end)), row)
            for start, end, row in products().find(text, self.sentence.start)
        ]
        return tuple((covered, row) for covered, row in found if not self._is_name(covered))

    @cached_property
    def everyone(self) -> frozenset[int]:
        """The words that mean most nations."""
        text = self.sentence.of(self.page.body)
        return frozenset(
            index
            for start, end, _ in everyone().find(text, self.sentence.start)
            for index in self.sentence.indices_in(Span(start=start, end=end))
        )

    def _is_name(self, covered: range) -> bool:
        """Whether the words are the name of a company or person: "Apple"."""
        actor = self.actors.get(covered.start) if len(covered) == 1 else None
        return actor is not None and actor.kind in ("body", "person") and self.tokens[covered.start].text[0].isupper()

    def text(self, indices: Sequence[int]) -> str:
        """The words from the first to the last of ``indices``."""
        return self.sentence.span_of(indices).of(self.page.body)

    def states(self, indices: Iterable[int]) -> tuple[str, ...]:
        """The states that the actors among these words act for, in the order of the text."""
        found: dict[str, None] = {}
        for index in indices:
            actor = self.actors.get(index)
            if actor is not None:
                found.update(dict.fromkeys(actor.states))
        return tuple(found)

    def is_verb(self, index: int) -> bool:
        """Whether the word is a verb."""
        return self.tokens[index].pos in _VERBS

    def verb_above(self, index: int) -> int | None:
        """The nearest verb that a word hangs on."""
        at = index
        for _ in range(8):
            head = self.tokens[at].head
            if head == at:
                return None
            at = head
            if self.is_verb(at):
                return at
        return None

    def days_by_verb(self, verb: int) -> list[tuple[int, TimeMention]]:
        """Times whose nearest verb is ``verb``, with their first word."""
        return [(words.start, time) for words, time in self.times if len(words) and self._verb_of(words) == verb]

    def _verb_of(self, words: range) -> int | None:
        inside = set(words)
        top = next((index for index in words if self.tokens[index].head not in inside), words.start)
        verb = top if self.is_verb(top) else self.verb_above(top)
        while verb is not None and self.tokens[verb].lemma in ("start", "begin") and self.tokens[verb].tag == "VBG":
            verb = self.verb_above(verb)  # "will levy duties starting on Friday"
        return verb


def known(time: TimeMention) -> Days | None:
    """The days of a time mention that is no duration, if they are known."""
    if time.type in ("DURATION", "SET") or time.days is None or not time.days.known:
        return None
    return time.days
