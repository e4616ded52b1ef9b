"""A scene: one sentence with its mentions, asked by words."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, AmountMention, TimeMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.clauses import finite
from onrecord.read.dated import governor, is_when
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
        """Times that go with ``verb``, with their first word."""
        return [
            (words.start, time)
            for words, time in self.times
            if len(words) and (self._verb_of(words, time) == verb or is_when(self.sentence, verb, words))
        ]

    def days_shared(self, verb: int) -> list[tuple[int, TimeMention]]:
        """Times that a verb shares with the one that it is conjoined to, goes on with or happens beside.

        "On Friday Oslo met them and raised duties"; "struck back on Friday, raising duties"; "spoke on Friday as
        he signed".
        """
        token = self.tokens[verb]
        above = token.head
        below = [self.tokens[child] for child in self.sentence.children[verb]]
        subject = any(child.dep in ("nsubj", "nsubjpass") for child in below)
        if token.dep == "conj" and not subject and self.tokens[above].tag == token.tag:
            return [(first, time) for first, time in self.days_by_verb(above) if first < above]
        if token.dep != "advcl" or above > verb:
            return []
        if token.tag == "VBG" and not subject and self.tokens[above].tag == "VBD":
            return [
                (words.start, time)
                for words, time in self.times
                if words.start < verb
                and (governing := self._verb_of(words, time)) is not None
                and finite(self.sentence, governing) == above
            ]
        if token.tag == "VBD" and any(child.dep == "mark" and child.text.lower() == "as" for child in below):
            while self.tokens[above].head != above and self.tokens[above].tag != "VBD":
                above = self.tokens[above].head
            return self.days_by_verb(above) if self.tokens[above].tag == "VBD" else []
        return []

    def _verb_of(self, words: range, time: TimeMention) -> int | None:
        published = self.page.article.published
        verb = governor(self.sentence, words, time.days, published.days if published else None)
        while verb is not None and self.tokens[verb].lemma in ("start", "begin") and self.tokens[verb].tag == "VBG":
            if self.tokens[verb].dep == "pcomp":
                return None  # "since beginning talks in May"
            verb = self.verb_above(verb)  # "will levy duties starting on Friday"
        return verb


def known(time: TimeMention) -> Days | None:
    """The days of a time mention that is no duration, or its words where the article has no day.

    "A day after he signed" is when he did.
    """
    if (
        time.type == "SET"
        or (time.type == "DURATION" and time.rule != "event")
        or time.days is None
        or not time.days.told
    ):
        return None
    return time.days
