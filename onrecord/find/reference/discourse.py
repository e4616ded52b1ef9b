"""What a text has talked of so far: who was mentioned where, and how prominently."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import msgspec

from onrecord.find.reference.asked import is_asked_about
from onrecord.find.reference.sayings import Sayings
from onrecord.find.reference.strangers import strangers
from onrecord.find.reference.subjects import is_owner, is_subject
from onrecord.find.speech.quotes.quotation import Quotation, quotations
from onrecord.model.mention import ActorMention
from onrecord.model.page import Page
from onrecord.model.span import Span

MOST = 40
"""How many mentions of one sentence are looked at."""
REACH = 3
"""How many sentences back an antecedent may stand."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A mention with the index of its sentence and whether it is a subject there, or a subject's ``owner``.

    ``speaks``: it is who says something outside all other sayings; ``told``: it stands in what another says;
    ``asked``: in what somebody is asked.
    """

    actor: ActorMention
    sentence: int
    subject: bool
    owner: bool = False
    speaks: bool = False
    told: bool = False
    asked: bool = False


_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame)\.? $")
_TITLES = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "lady": "she",
    "dame": "she",
}
_OWNS = 1.8
_SPEAKS = 0.6
_GOES_ON = 1.2
_TOLD = 0.8
_ASKED = 3.0
"""What counts for, and against, an antecedent of who speaks: that they spoke before, the more so where a saying goes on
("he added"), and that only others spoke of them, or asked about them."""


def _start(seen: Seen) -> int:
    return seen.actor.start


class Discourse:
    """The mentions of a page in their order; grows as references are resolved."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._starts = [sentence.start for sentence in page.sentences]
        self._by_sentence: dict[int, list[Seen]] = {}
        self._weight: Counter[str] = Counter()
        self.quotations = _quotations(page)
        self._quotation_starts = [mark.start for mark in self.quotations]
        self.sayings = Sayings(page.speech)
        self._told = self._order()
        self._titles = {
            actor.name: _TITLES[title[1].lower()]
            for actor in page.actors
            if actor.kind == "person" and (title := _TITLE.search(page.body, max(0, actor.start - 8), actor.start))
        }
        for actor in (*page.actors, *self.sayings.unlisted(page.actors), *strangers(page)):
            self.add(actor)
        for actor in coordinated(page):
            self.add(actor)

    def titled(self, name: str) -> str:
        """The pronoun that goes with the title beside a name somewhere in the text ("Ms. Bo": she); "" for none."""
        return self._titles.get(name, "")

    def quoted(self, position: int) -> bool:
        """Whether a position lies between quotation marks, or in a post or block that stands without any."""
        at = bisect_right(self._quotation_starts, position) - 1
        return (at >= 0 and position < self.quotations[at].end) or self.sayings.is_posted(position)

    def _order(self) -> list[int]:
        """For each sentence, how many before it are not all somebody's quoted words."""
        told, counts = 0, []
        for sentence in self.page.sentences:
            counts.append(told)
            told += not (self.quoted(sentence.start) and self.quoted(sentence.end - 1))
        return counts

    def sentence_of(self, position: int) -> int:
        """The index of the sentence at or before a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def add(self, actor: ActorMention) -> None:
        """Take a mention in, at its place."""
        number = self.sentence_of(actor.start)
        sentence = self.page.sentences[number] if self.page.sentences else None
        speaks = self.sayings.speaks(actor)
        seen = Seen(
            actor=actor,
            sentence=number,
            subject=speaks or (sentence is not None and is_subject(sentence, actor)),
            owner=actor.how == "possessive" and sentence is not None and is_owner(sentence, actor),
            speaks=speaks,
            told=self.sayings.is_told(actor),
            asked=sentence is not None and is_asked_about(sentence, actor),
        )
        self._forget(number, actor)
        insort(self._by_sentence.setdefault(number, []), seen, key=_start)
        for code in actor.states if actor.kind != "group" else ():
            self._weight[code] += 1

    def _forget(self, number: int, answered: ActorMention) -> None:
        """Drop the office in whose place somebody is known now."""
        here = self._by_sentence.get(number, [])
        here[:] = [
            one
            for one in here
            if one.actor.how != "office" or (one.actor.start, one.actor.end) != (answered.start, answered.end)
        ]

    def before(self, position: int, reach: int = REACH) -> Iterator[Seen]:
        """Mentions before a position, the nearest first, at most ``reach`` sentences back."""
        number = self.sentence_of(position)
        for at in range(number, -1, -1):
            if self._told[number] - self._told[at] > reach or number - at > 4 * reach:
                return
            yield from reversed(self.in_sentence(at, position))

    def in_sentence(self, number: int, until: int) -> list[Seen]:
        """The mentions of a sentence that end at or before a position; of very many the last ones."""
        here = self._by_sentence.get(number, [])
        stop = bisect_left(here, until, key=_start)
        return [seen for seen in here[max(0, stop - MOST) : stop] if seen.actor.end <= until]

    def one(self, position: int, fits: Callable[[ActorMention], bool], reach: int = REACH) -> ActorMention | None:
        """The best mention; of two who stand side by side none is better, and both are kept as candidates."""
        found = self.best(position, fits, reach)
        if found is None:
            return None
        last = next((seen for seen in self.before(position, reach) if seen.actor.name == found.name), None)
        beside = [
            seen.actor
            for seen in (self.in_sentence(last.sentence, position) if last is not None else ())
            if last is not None and fits(seen.actor) and self._joined(seen, last)
        ]
        names = tuple(dict.fromkeys(actor.name for actor in sorted([found, *beside], key=lambda one: one.start)))
        if len(names) == 1:
            return found
        return msgspec.structs.replace(found, name="", states=(), role="", affiliation="", candidates=names)

    def _joined(self, one: Seen, other: Seen) -> bool:
        """Whether two mentions stand side by side: "Ann Bo and the envoy Al Li"."""
        first, last = sorted((one.actor, other.actor))
        sentence = self.page.sentences[one.sentence]
        between = [token for token in sentence.tokens if first.end <= token.start < last.start]
        joined = any(token.dep == "cc" and token.text in ("and", "&") for token in between)
        return joined and not any(token.pos in ("VERB", "AUX", "ADP") for token in between)

    def best(self, position: int, fits: Callable[[ActorMention], bool], reach: int = REACH) -> ActorMention | None:
        """The most prominent fitting mention: subjects first, then the nearest sentence; of one name, its latest.

        Who says something is most likely who spoke before, and nobody of whom that very saying tells.
        """
        number = self.sentence_of(position)
        outside = not self.quoted(position)
        cited = self.page.body.startswith(
            ("him", "them"), position
        )  # "Bo said it was late, Xinhua cited him as saying"
        saying = None if cited else self.sayings.of_source(position)
        scores: dict[str, tuple[float, int, ActorMention]] = {}
        for seen in self.before(position, reach):
            if not fits(seen.actor) or (saying is not None and saying.tells_of(seen.actor)):
                continue
            away = self._told[number] - self._told[seen.sentence]
            score = (2.0 if seen.subject else 0.0) - 0.9 * away + (0.4 if seen.actor.how != "adjective" else 0.0)
            if away == 0 and seen.subject:
                score += 0.5
            elif away == 0 and seen.owner:
                score += _OWNS
            if saying is not None and seen.speaks and seen.sentence != number:
                score += _GOES_ON if saying.goes_on else _SPEAKS
            elif saying is not None and seen.told:
                score -= _TOLD
            if seen.asked and (saying is not None or self.page.body.startswith(("him", "her"), position)):
                score -= _ASKED
            if outside and self.quoted(seen.actor.start):
                score -= 2.0  # named in somebody's words, not by the article
            key = seen.actor.name
            known = scores.get(key)
            if known is None or score > known[0]:
                scores[key] = (score, seen.actor.start, known[2] if known is not None else seen.actor)
        if not scores:
            return None
        return max(scores.values(), key=lambda one: (one[0], one[1]))[2]

    def main_states(self, count: int) -> tuple[str, ...]:
        """The states most talked of, if that is clear: the last of them is ahead of the next one."""
        ranked = self._weight.most_common(count + 1)
        if len(ranked) < count or (len(ranked) > count and ranked[count][1] == ranked[count - 1][1]):
            return ()
        return tuple(sorted(code for code, _ in ranked[:count]))


def _quotations(page: Page) -> tuple[Quotation, ...]:
    paragraphs: dict[int, Span] = {}
    for sentence in page.sentences:
        before = paragraphs.get(sentence.paragraph)
        start = before.start if before is not None else sentence.start
        paragraphs[sentence.paragraph] = Span(start=start, end=sentence.end)
    return quotations(page.body, list(paragraphs.values()))


def coordinated(page: Page) -> Iterator[ActorMention]:
    """A group for each "A and B" or "A, B and C" of states, bodies or people named side by side."""
    chain: list[ActorMention] = []
    for actor in page.actors:
        if actor.kind not in ("state", "body", "person") or actor.how in ("adjective", "possessive"):
            continue
        if chain and actor.start < chain[-1].end:
            continue
        between = page.body[chain[-1].end : actor.start].strip() if chain else ""
        if chain and actor.kind == chain[-1].kind and between in _BESIDE:
            chain.append(actor)
            continue
        yield from _group(page, chain)
        chain = [actor]
    yield from _group(page, chain)


_BESIDE = frozenset({",", "and", ", and", "and the", ", the", ", and the", "&"})


def _group(page: Page, chain: Sequence[ActorMention]) -> Iterator[ActorMention]:
    if len(chain) < 2 or "and" not in page.body[chain[-2].end : chain[-1].start]:
        return
    members = tuple(dict.fromkeys(actor.name for actor in chain))
    yield ActorMention(
        start=chain[0].start,
        end=chain[-1].end,
        kind="group",
        name=joined(members),
        states=tuple(sorted({code for actor in chain for code in actor.states})),
        members=members,
    )


def joined(names: Sequence[str]) -> str:
    """Names in a row: "A and B", "A, B and C"."""
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"
