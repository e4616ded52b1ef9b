"""Of whom a figure is, and with whom: the states around the words that name what is counted."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import ActorMention
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named

_PREPOSITION = re.compile(
    r"\b(with|to|from|against|between|in|into|of|by|for|toward|vis-a-vis|on|at|and|out of|than)\s"
    r"(?:the\s|its\s|neighbou?ring\s|mainland\s|all\sof\s|both\s|communist\s)?$",
    re.I,
)
_MODIFIERS = re.compile(r"(?:['’]s?)?\s(?:[\w$€£¥.%'’&-]+(?:,\d+)*\s){0,7}$")
_PAIRED = re.compile(r"(?<=\s)[a-z-]+ and [a-z-]+(?=\s$)")
"""``steel and aluminium`` right before ``imports``."""
_VERB = re.compile(
    r"\b(?:ha[sd]|have|ran|runs?|running|posted|posting|recorded|reported|enjoy\w*|earned|logged"
    r"|registered|saw|sees|suffer\w*|is|was|were|are"
    r"|narrowed|widened|said|says|show\w*|that|which|and|but|while|with|to|from|against|of|on)\b",
    re.I,
)
_TO_DO = re.compile(r"\s(?:to|for)\s(?:\w+\s)?")
_JOINT = re.compile(r"\b(?:together|combined|collectively|jointly)\b", re.I)
_WITH_WHICH = re.compile(r",?\s(?:with|to|from)\s(?:which|whom)\b", re.I)
_ANOTHER_DEED = re.compile(r"\b(?:bought|sold|imported|exported|buys|sells|imports|exports)\s(?:from|to)\b", re.I)
"""Another trade, told between the words of a figure and a state."""
_DOING = re.compile(r"\s(?:accounting|taking|making|buying|leading|providing|representing)\b", re.I)
FAR = 130


class Parties(msgspec.Struct, frozen=True, kw_only=True):
    """``reporter`` and ``partner`` as state codes, and how far their words reach."""

    reporter: str | None = None
    partner: str | None = None
    span: Span
    joint: bool = False
    adjective: bool = False


def parties(page: Page, zone: Span, named: Named, states: Sequence[ActorMention]) -> Parties:
    """The parties that the words of ``zone`` (the clause around ``named``) name; ``None`` where they name none."""
    body = page.body
    reporter: str | None = None
    partner: str | None = None
    guessed = early = own = False
    start, end = named.start, named.end
    before = [
        state
        for state in states
        if zone.holds(state) and state.end <= named.start and len(state.states) == 1 and not _ranked(page.body, state)
    ]
    if named.row.metric == "trade-volume" and (pair := _pair(page.body, before)):
        return Parties(reporter=pair[0], partner=pair[1], span=Span(start=min(s.start for s in before[-2:]), end=end))
    if _together(page.body, named, before):
        return Parties(span=Span(start=min(s.start for s in before[-2:]), end=end), joint=True)
    for state in states:
        if len(state.states) != 1 or not zone.holds(state) or _ranked(body, state):
            continue
        code = state.states[0]
        lead = _PREPOSITION.search(body, max(zone.start, state.start - 24), state.start)
        word = lead[1].lower() if lead else ""
        if _WITH_WHICH.match(body, state.end) and state.end <= named.start:
            partner, early = code, True
        elif state.start >= named.end:
            if state.start - named.end > FAR or _ANOTHER_DEED.search(body, named.end, state.start):
                continue
            if word == "with" and _DOING.match(body, state.end):
                continue  # "with Norland accounting for a third"
            first = None if early and word in named.row.toward else partner
            reporter, partner, reach = _after(body, named, state, word, code, reporter, first)
            end = max(end, reach)
        elif named.verb and _TO_DO.fullmatch(body, state.end, named.start):
            reporter, start = code, min(start, state.start)  # "a promise from Norland to buy"
        elif word in named.row.toward or word in ("against", "with", "to", "from"):
            if word in named.row.toward and state.start - zone.start < 24:
                partner, early = code, True  # "To Norland, shipments rose 4 percent"
        elif (not named.verb and _adjoins(body, state, named)) or (
            word in ("", "for", "and", "by", "than") and named.start - state.end < FAR
        ):
            if named.verb and reporter is not None and state.how == "adjective":
                continue  # "Norland, the biggest Suderlandic producer, exported"
            reporter, start, guessed = code, min(start, state.start), state.how in ("pronoun", "description")
            own = _adjoins(body, state, named)
    if named.row.metric == "imports" and not named.verb:
        reporter, partner = _imports(body, named, states, reporter, partner)
    beside = next((s for s in reversed(before) if _adjoins(body, s, named)), None)
    adjective = beside is not None and _pure_adjective(body, beside) and not partner
    both = next((state for state in states if len(state.states) == 2 and zone.holds(state)), None)
    if named.row.metric == "trade-volume" and both is not None and not (reporter and partner):
        reporter, partner = both.states
    if reporter == partner and (guessed or not (own or named.verb)):
        reporter = None  # "it exported to Norland", "Norland is big and exports to Norland": of somebody else
    elif reporter == partner:
        partner = None
    return Parties(
        reporter=reporter or None,
        partner=partner or None,
        span=Span(start=start, end=end),
        adjective=adjective and named.row.metric == "imports" and not named.verb,
    )


def _pure_adjective(body: str, state: ActorMention) -> bool:
    """Whether a state is named by an adjective that is no name: ``Norlandic``, and not ``US`` or ``UK``."""
    return state.how == "adjective" and not body[state.start : state.end].replace(".", "").isupper()


def _ranked(body: str, state: ActorMention) -> bool:
    """Whether the state only says who stands before: ``the second-largest after Norland``."""
    return (
        re.search(
            r"\b(?:after|behind|than|followed by|unlike)\s(?:the\s)?$", body[max(0, state.start - 16) : state.start]
        )
        is not None
    )


_LIST = re.compile(r"(?:,\s[A-Z][\w.]+(?:\s[A-Z]\w+)?){0,4},?\sand\s(?:the\s)?[A-Z]\w+")


def _another(body: str, state: ActorMention) -> bool:
    """Whether the words after a state name a further one in the same list: "to Norland and Suderland"."""
    return _LIST.match(body, state.end) is not None


def _pair(body: str, before: Sequence[ActorMention]) -> tuple[str, str] | None:
    """``X is Y's second-largest partner, with their trade``: of Y with X; ``X and Y``: of X with Y."""
    if len(before) < 2 or before[-1].states == before[-2].states:
        return None
    first, second = before[-2], before[-1]
    if (
        re.match(r"['’]s?\s[\w-]+[\s-](?:\w+\s)?(?:trad\w+ )?partner", body[second.end : second.end + 40])
        or second.how == "possessive"
    ):
        return second.states[0], first.states[0]
    between = body[first.end : second.start].strip().lower()
    return (first.states[0], second.states[0]) if between in ("and", "and the", "-", "–", "") else None


def _together(body: str, named: Named, before: Sequence[ActorMention]) -> bool:
    """Whether several states are the subject together, so that the figure is of none of them alone."""
    if len(before) < 2 or named.start - before[-1].end > 60:
        return False
    between = body[before[-2].end : before[-1].start].strip().lower()
    if between not in ("and", "and the", ", and", ", and the", ",", "-", "–"):
        return False
    if _JOINT.search(body, before[-1].end, named.start):
        return True
    third = len(before) > 2 and before[-2].start - before[-3].end < 8
    return third or (named.verb and named.start - before[-1].end < 30)


def _adjoins(body: str, state: ActorMention, named: Named) -> bool:
    gap = body[state.end : named.start]
    return gap.strip() in ("", "'s", "’s", "'", "’") or (
        _MODIFIERS.fullmatch(gap) is not None and not _VERB.search(_PAIRED.sub(" ", gap))
    )


def _after(
    body: str, named: Named, state: ActorMention, word: str, code: str, reporter: str | None, partner: str | None
) -> tuple[str | None, str | None, int]:
    between = body[named.end : state.start].lower()
    if re.search(r"\bbetween\b[^;]*$", between) and word in ("between", "and"):
        if word == "between":
            return code, partner, state.end
        return reporter, partner or code, state.end
    if word in named.row.toward:
        if partner is None and _another(body, state):
            return reporter, "", state.end
        return reporter, code if partner is None else partner, state.end
    if word in named.row.away:
        return reporter or code, partner, state.end
    if word in ("of", "in") and named.verb and len(between) < 60:
        if named.row.metric in ("imports", "purchase"):
            return reporter, partner or code, state.end
        return reporter, partner, state.end
    if named.verb and state.how == "adjective" and named.row.metric in ("imports", "purchase") and len(between) < 30:
        return reporter, partner or code, state.end  # "bought Norlandic goods"
    if word == "of" and len(between) < 20:
        if named.row.metric in ("imports", "purchase"):
            return reporter, partner or code, state.end
        return reporter or code, partner, state.end
    return reporter, partner, named.end


def _imports(
    body: str, named: Named, states: Sequence[ActorMention], reporter: str | None, partner: str | None
) -> tuple[str | None, str | None]:
    """``Norlandic imports``: from Norland, where the words say into whom or whose they are; else Norland's own."""
    beside = next(
        (s for s in reversed(states) if s.end <= named.start and _adjoins(body, s, named) and len(s.states) == 1), None
    )
    if beside is None or beside.how != "adjective" or partner is not None:
        return reporter, partner
    into = re.match(r"\s(?:in)?to\s", body[named.end : named.end + 6])
    if into and reporter != beside.states[0]:
        return reporter, beside.states[0]
    return reporter, partner
