"""Whose a figure is and with whom, from its own words and from what the text does not say again."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from onrecord.knowledge.phrases import words_of
from onrecord.model.mention import ActorMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.figures.carried import Carried
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.parties import Parties, parties
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.told import told_from
from onrecord.read.voice import sayings

_CLOSE = frozenset(("trade-volume", "investment", "sales"))
"""Metrics whose words also mean other things: a figure of them names both sides itself."""
_NOBODYS = frozenset(("price", "applications"))
"""Metrics that may be of no state."""
_ABROAD = re.compile(r"\b(?:foreign|direct|FDI|abroad|overseas|total trade|trade volume|overall trade)\b", re.I)
_DESCRIBED = re.compile(
    r"\s(?:with|to|from)\s(?:its|the|that)\s(?!world|rest|outside|other|entire|same|previous|past|year|month|quarter)\w",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:another|a\sfurther)\s(?:about\s|some\s)?$", re.I)
_WHOLE = re.compile(r"\b(?:global|overall|total|worldwide|world)\s(?:\w+\s){0,2}$", re.I)
"""Before a balance that is with all others."""
_PART_OF_STATE = re.compile(
    r"\b(?:(?:home|exporting|farm|producing|whose)\sstates?|provinces?|region|city|company|companies|firms?|automakers?"
    r"|carmakers?|manufacturers?)\b[^;.]{0,70}$",
    re.I,
)
_OF_ITS = re.compile(r"\b(?:its|their|whose)\s(?:[\w$-]+\s){0,3}$", re.I)
_WE = re.compile(r"\b(?:we|our|us)\b", re.I)
_EXPORTS_AND = re.compile(r"(?:exports|imports) and (?:exports|imports)", re.I)
_OF_THE_TWO = re.compile(r"\b(?:total|two-way|bilateral|overall|mutual)\s(?:\w+\s)?trade\b", re.I)
_BESIDE = 24
"""Within how many characters before its words the state stands whose trade it is, if nothing else ties it to them."""
_ITS_OWN = re.compile(r"\b(?:and|while|but)\s(?:its|their)\s(?:\w+\s){0,2}$", re.I)
_ITS_WHOLE = re.compile(r"\bof\s(?:its|their)\s|\bits (?:total|overall)\b", re.I)
_OWNED_BY_ANOTHER = re.compile(r"\b([A-Z][\w&]+)['’]s\s(?:[a-z-]+\s){0,3}$")


def whose(
    page: Page,
    sentence: Sentence,
    zone: Span,
    reading: Reading,
    states: Sequence[ActorMention],
    carried: Carried,
    common: Sequence[str],
    second: bool,
) -> Parties | None:
    """The parties of a figure and the reach of their words; ``None`` where it is nobody's that we can name."""
    body, named = page.body, reading.metric
    metric = named.row.metric
    who = parties(page, zone, named, states)
    if metric in _NOBODYS or reading.nobodys or (metric == "trade-volume" and named.of_the_world):
        return Parties(span=Span(start=named.start, end=named.end))
    if _anothers(page, sentence, reading):
        return None  # of a company, of a part of a state
    if who.joint:  # of several states together: of none of them alone
        return msgspec.structs.replace(who, reporter=None, partner=_after_it(body, named, states))
    reporter, partner = who.reporter, who.partner
    if reading.against is not None:
        partner = reading.against
        reporter = reporter if reporter != partner else None
    if who.adjective and reporter != carried.reporter and reporter != told_from(page):
        reporter, partner = None, reporter  # "Norlandic imports", told from abroad: what comes from there
    if metric == "share":
        pair = _own_share(body, states, reading) or _buyer(body, zone, states, reading)
        reporter, partner = pair or (reporter, partner or _taker(body, states, sentence, reading, reporter))
    abroad = _ABROAD.search(body, zone.start, zone.end) is not None
    if metric == "investment" and named.verb and partner is None and reporter is not None and not abroad:
        partner = next((code for code in common if code != reporter), None)
    if metric == "trade-volume" and (reporter is None or (partner is None and not abroad)):
        known = carried.reporter and carried.partner and not (reporter or partner)
        if known and _OF_THE_TWO.search(body, max(0, named.start - 12), named.end):
            return msgspec.structs.replace(who, reporter=carried.reporter, partner=carried.partner)
        owned = any(state.how == "possessive" and 0 <= reading.at - state.end < 4 for state in states)
        two = _EXPORTS_AND.match(body, named.start) is None and not (owned and reading.at < named.start)
        return _half_known(who, states, common, reporter, partner, reading, two)
    if metric == "investment" and not named.verb and abroad and reporter is None and partner is not None:
        reporter, partner = partner, None  # "foreign investment in Norland" is counted by Norland
    if metric in _CLOSE and (reporter is None or (partner is None and not abroad)):
        return None
    if second and _ITS_OWN.search(body, max(sentence.start, named.start - 30), named.start) and carried.reporter:
        reporter, partner = carried.reporter, partner or carried.partner  # "its exports were ... and its imports"
    if reporter is None and (ours := _ours(page, sentence, reading)) is not None and ours != partner:
        reporter = ours
    bare = reporter is None and partner is None
    if bare and metric == "share":
        return None
    if bare and not second and _other_side(body, named, carried):
        reporter, partner = carried.partner, carried.reporter
    if reporter is None and carried.reporter is not None and carried.reporter != partner:
        reporter = carried.reporter
        if bare and (second or named.weak or carried.metric == metric):
            partner = carried.partner
    same = not bare and carried.reporter == reporter
    described = _DESCRIBED.match(body, named.end) is not None
    again = _ANOTHER.search(body, max(sentence.start, reading.at - 24), reading.at) is not None
    whole = _WHOLE.search(body, max(sentence.start, named.start - 30), named.start) is not None
    if partner is None and not whole and ((same and ((second and named.weak) or described)) or again):
        partner = carried.partner if carried.reporter == reporter else None
    if partner is None and described:
        partner = _only_other(states, sentence, named, reporter)
    if second and partner is None and not whole and metric == "trade-balance" and reporter == carried.partner:
        partner = carried.reporter  # "giving Norland a surplus"
    if reporter is None and partner is not None and partner == carried.reporter:
        reporter = carried.partner  # the other side of what was spoken of last
    if reporter is None and not (named.verb and len(states) > 1):
        reporter = next((code for code in common if code != partner), None)
    if reporter is None and who.adjective and not who.partner:
        reporter, partner = who.reporter, None  # "Norlandic imports" where no other state is spoken of
    if reporter is None:
        known = partner is not None or metric == "tariff-revenue"
        return msgspec.structs.replace(who, partner=partner) if known and metric not in _CLOSE else None
    if partner is None and (metric == "purchase" or _bilateral(body, named)):
        partner = carried.partner if carried.reporter == reporter else None
        partner = partner or next((code for code in common if code != reporter), None)
    return msgspec.structs.replace(who, reporter=reporter, partner=partner)


def _other_side(body: str, named: Named, carried: Carried) -> bool:
    """Whether ``the deficit`` is that of the state with which the text has just told a surplus."""
    last = carried.named
    return (
        named.row.metric == carried.metric == "trade-balance"
        and last is not None
        and last.row.sign != named.row.sign
        and carried.partner is not None
        and _THE_SUM.search(body, max(0, named.start - 50), named.start) is not None
        and _WITH.match(body, named.end) is None
    )


_THE_SUM = re.compile(r"\b(?:the|this|that)\s(?:[\w.,$-]+\s){0,5}$", re.I)
_WITH = re.compile(r"\s(?:with|against)\b")


def _only_other(states: Sequence[ActorMention], sentence: Span, named: Span, reporter: str | None) -> str | None:
    """Who ``the island`` is: the one other state that the sentence has named."""
    before = {
        state.states[0]
        for state in states
        if len(state.states) == 1 and sentence.start <= state.start and state.end <= named.start
    }
    others = before - {reporter}
    return others.pop() if len(others) == 1 else None


def _ours(page: Page, sentence: Sentence, reading: Reading) -> str | None:
    """The state of who says "we have a deficit": the speaker's; ``None`` where nobody says we, or nobody knows who."""
    first = min(reading.at, reading.metric.start)
    if _WE.search(page.body, max(sentence.start, first - 60), first) is None:
        return None
    for saying in sayings(page, Span(start=reading.start, end=reading.end)):
        if saying.speaker is not None and len(saying.speaker.states) == 1:
            return saying.speaker.states[0]
    return None


def _half_known(
    who: Parties,
    states: Sequence[ActorMention],
    common: Sequence[str],
    reporter: str | None,
    partner: str | None,
    reading: Reading,
    between_two: bool,
) -> Parties | None:
    """Trade of which only one side is named is with the state most talked of; a sum of which none is, of nobody."""
    first = min(reading.start, reading.metric.start)
    beside = any(0 <= first - state.end < _BESIDE or first <= state.start for state in states)
    if (reporter is not None or partner is not None) and beside:
        other = next((code for code in common if code not in (reporter, partner)), None) if between_two else None
        return msgspec.structs.replace(
            who, reporter=reporter or other, partner=partner or (other if reporter else None)
        )
    direct = reading.level is not None and reading.level.end < reading.metric.start
    return Parties(span=Span(start=reading.start, end=reading.end)) if direct or reading.change is not None else None


def _after_it(body: str, named: Span, states: Sequence[ActorMention]) -> str | None:
    """The state to or from which several others trade together."""
    for state in states:
        if len(state.states) == 1 and 0 < state.start - named.end < 90:
            if re.search(r"\b(?:to|from|with|of|in)\s(?:the\s)?$", body[named.end : state.start]):
                return state.states[0]
            if state.how == "adjective":
                return state.states[0]
    return None


def _anothers(page: Page, sentence: Sentence, reading: Reading) -> bool:
    """Whether the figure is of a company or of a part of a state."""
    body, named = page.body, reading.metric
    first = min(reading.at, named.start)
    before = body[max(sentence.start, first - 110) : first]
    if _OF_ITS.search(before) and _PART_OF_STATE.search(before):
        return True
    actors = list(page.within(page.actors, sentence))
    owner = _OWNED_BY_ANOTHER.search(body, max(sentence.start, named.start - 60), named.start)
    if owner is not None and not any(actor.start <= owner.start() < actor.end for actor in actors):
        return owner[1].lower() not in _NO_OWNERS
    between = r"\s(?:\w+\s)?" if named.verb else r"['’]s\s(?:[a-z-]+\s){0,3}"
    return any(
        actor.kind in ("body", "person")
        and not actor.states
        and re.fullmatch(between, body[actor.end : named.start]) is not None
        for actor in actors
    )


_NO_OWNERS = frozenset(
    words_of(
        "january february march april may june july august september october november december"
        " monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter today yesterday"
        " week month quarter year world country nation government administration region bloc it that"
    )
)
"""Words with a capital letter and ``'s`` that own no figure."""


def _bilateral(body: str, named: Span) -> bool:
    return re.search(r"\bbilateral\b", body[max(0, named.start - 24) : named.end], re.I) is not None


def _own_share(body: str, states: Sequence[ActorMention], reading: Reading) -> tuple[str, str] | None:
    """``Norland's exports to Suderland make up half of its exports``: of Norland, with Suderland."""
    if not _ITS_WHOLE.search(body, reading.level.end - 24 if reading.level else 0, reading.metric.end):
        return None
    for owner, other in pairwise(states):
        if owner.how == "possessive" and other.end <= reading.at and len(owner.states) == len(other.states) == 1:
            between = body[owner.end : other.start]
            if re.search(r"\b(?:exports|shipments|sales|imports)\s(?:to|from)\s(?:the\s)?$", between):
                return owner.states[0], other.states[0]
    return None


_BUYER = re.compile(
    r"['’\w,\s]{0,30}?\b(?:is|was|are|remains|became)\s(?:[\w-]+\s){0,4}?(?:buyer|importer|customer|market|destination)s?\s(?:of|for)\s(?:the\s)?"
)


def _buyer(body: str, zone: Span, states: Sequence[ActorMention], reading: Reading) -> tuple[str, str] | None:
    """``Norland is the top buyer of Suderlandic tea, taking 9 percent of exports``: of Suderland, with Norland."""
    for buyer, seller in pairwise(state for state in states if len(state.states) == 1 and state.end <= reading.at):
        if zone.holds(buyer) and _BUYER.fullmatch(body, buyer.end, seller.start):
            return seller.states[0], buyer.states[0]
    return None


def _taker(body: str, states: Sequence[ActorMention], zone: Span, reading: Reading, reporter: str | None) -> str | None:
    """Who accounts for a share: the first state before it that is not the one whose trade it is; none of several."""
    takers = [
        state
        for state in states
        if len(state.states) == 1
        and zone.start <= state.start
        and state.end <= reading.at
        and state.how != "adjective"
        and state.states[0] != reporter
    ]
    if len(takers) > 1 and _LISTED.fullmatch(body, takers[-2].end, takers[-1].start):
        return None
    return takers[-1].states[0] if takers else None


_LISTED = re.compile(r",?\s(?:and|&)\s(?:the\s)?|,\s(?:the\s)?")
