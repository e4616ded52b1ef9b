"""Office phrases: "South Korea's top negotiator", "president of the European Commission", "two trade officials"."""

import msgspec

from onrecord.find.actors.lexicon import STATE_WORDS, Hit
from onrecord.find.actors.words import Words
from onrecord.knowledge.offices import OfficeKind, heads, words_for
from onrecord.knowledge.states import states

DEFINITE = frozenset({"the", "his", "her", "its", "their", "our", "this", "that", "my", "your"})
NUMBERS = frozenset({"two", "three", "four", "five", "six", "several", "some", "many", "one", "both", "few", "dozens"})
INDEFINITE = frozenset({"a", "an", "another", "no", "any"})
_JOINTS = frozenset({"and", ",", "&", "the"})
_OF = frozenset({"of", "for", "at", "to", "with"})
_LINKS = frozenset({"of", "at", "for", "in", "on", "by", "and", "or", "who", "that", "said", "from", "to", "with", "as"})
_SERVANTS = frozenset({"adviser", "advisor", "aide", "assistant", "counsel", "deputy", "spokesman", "spokeswoman"})
_CAPITALISED_BODIES_AFTER = frozenset({"of", "at", "for", "with"})


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office phrase: the words ``[first, after)``, headed by ``head``. ``role`` is the office without its state.

    ``state`` is the code of the state named in it, ``body`` the body; ``acts`` whether that body acts for its state.
    ``determiner`` is the word before it. ``former`` says that the office is no longer, or not yet, held.
    """

    first: int
    head: int
    after: int
    kind: OfficeKind
    plural: bool
    role: str
    state: str = ""
    body: str = ""
    acts: bool = True
    determiner: str = ""
    former: bool = False

    @property
    def states(self) -> tuple[str, ...]:
        """The states that the holder acts for."""
        acting = self.kind in ("state", "either") and self.acts and not self.former
        return (self.state,) if acting and self.state else ()


class _Around(msgspec.Struct, kw_only=True):
    """What was seen while the phrase grew."""

    state: str = ""
    body: str = ""
    acts: bool = True
    former: bool = False

    def meet(self, hit: Hit, near: bool) -> None:
        """Take in the state or body that a hit names."""
        known = hit.known
        if known.what in STATE_WORDS:
            self.state = self.state or known.code
        elif known.what in ("body", "outlet"):
            self.state = self.state or (known.code if known.acts or near else "")
            self.body = self.body or ("" if near and known.acts else known.name)
            self.acts = known.acts
        elif known.what in ("short", "person", "not", "city"):
            self.acts = self.acts and known.what != "not"


def offices(words: Words) -> list[Office]:
    """Every office phrase of a sentence, left to right."""
    known = heads()
    found: list[Office] = []
    at = 0
    while at < len(words):
        if words.lows[at] in known and (words.hits[at] is None) and _heads_a_phrase(words, at):
            office = _office(words, at)
            if office is not None:
                found.append(office)
                at = max(office.after, at + 1)
                continue
        at += 1
    return found


def _heads_a_phrase(words: Words, at: int) -> bool:
    """Whether the word is the last of its phrase, and a noun."""
    following = words.low(at + 1)
    known = heads()
    if following in known and words.hits[at + 1] is None and not (words.capital(at + 1) and not words.capital(at)):
        return False
    if following in ("ministry", "department", "office", "agency", "council", "committee", "commission"):
        return False
    if words.lows[at] in ("head", "heads", "lead") and following in ("to", "into", "for", "back", "from", "home"):
        return False
    pos, dep = words.grammar(at)
    if words.capital(at) and at > 0:
        return True
    return pos in ("", "NOUN", "PROPN", "ADJ") and not (pos == "ADJ" and dep == "amod")


def _office(words: Words, head: int) -> Office | None:
    around = _Around()
    first, role_first = _left(words, head, around)
    after, role_after = _right(words, head, around)
    entry = heads()[words.lows[head]]
    determiner = words.low(first - 1) if first else ""
    if determiner not in DEFINITE | NUMBERS | INDEFINITE and not determiner.isdigit():
        determiner = ""
    role = " ".join(words.text(role_first, role_after).split())
    around.former = around.former or role.lower().startswith(("former", "ex-", "ex ", "president-elect"))
    if entry.kind == "either" and words.lows[head] in ("nominee", "candidate", "counsel"):
        around.former = True
    return Office(
        first=first,
        head=head,
        after=after,
        kind=entry.kind,
        plural=entry.plural,
        role=role,
        state=around.state,
        body=around.body,
        acts=around.acts,
        determiner=determiner,
        former=around.former,
    )


def _left(words: Words, head: int, around: _Around) -> tuple[int, int]:
    """The first word of the phrase, and the first of the role (after the state)."""
    rank, portfolio = words_for("rank"), words_for("portfolio")
    at = head
    role = head
    while at > 0:
        before = at - 1
        word = words.lows[before]
        hit = words.hits[before]
        if word in ("'s", "’s", "'", "’") and before > 0 and at == role:
            owner = words.hits[before - 1]
            if owner is None or owner.known.what in ("not", "city"):
                break
            around.meet(owner, near=True)
            at = words.hit_start(before - 1)
            break
        if hit is not None:
            if hit.known.what in ("not", "city", "person", "short"):
                break
            start = words.hit_start(before)
            around.meet(hit, near=True)
            at = start
            if hit.known.what == "body":
                role = start + 1 if _begins_with_state(words.texts[start], hit.known.code) else start
            elif hit.known.what == "government" and words.texts[start] == "White":
                role = start
            continue
        if word in rank or words.texts[before] in rank or word in portfolio:
            if word in ("state", "official") and words.low(before - 1) in ("of", "the"):
                if word == "state":
                    break
            if word == "former" or word == "ex":
                around.former = True
            at = before
            role = before if around.state == "" and around.body == "" else role
            continue
        if word in ("-", "‐", "–") and before > 0 and at < head and words.hits[before - 1] is not None:
            at = before  # "joint U.S.-China statement"
            continue
        if word in ("-", "‐") and words.low(before - 1) in ("then", "ex"):
            at = before - 1
            around.former = around.former or words.low(before - 1) == "ex"
            break
        if word in ("and", ",", "&") and words.low(before - 1) in portfolio and words.low(at) in portfolio:
            if words.capital(before - 1) == words.capital(at) and (
                word != "," or _joined(words, before, at)
            ):
                at = before - 1
                role = at
                continue
        break
    return at, role


def _begins_with_state(word: str, code: str) -> bool:
    row = states().get(code)
    return row is not None and word in (*row.names, *row.adjectives)


def _joined(words: Words, comma: int, at: int) -> bool:
    """Whether a comma stands inside a list of portfolios ("Trade, Industry and Energy Minister")."""
    return any(words.low(index) in ("and", "&") for index in range(at, min(at + 4, len(words))))


def _right(words: Words, head: int, around: _Around) -> tuple[int, int]:
    """The index after the phrase, and the one after the role (before "of China")."""
    portfolio = words_for("portfolio")
    after = role_after = head + 1
    kind = heads()[words.lows[head]].kind
    while words.low(after) in _OF:
        link = words.low(after)
        if link in ("with", "at") and kind in ("state", "many"):
            break
        at = after + 1
        if words.low(at) in ("the", "a", "an", "its", "their"):
            at += 1
        at = _past_adjectives(words, at)
        begin = at
        only_state = False
        while at < len(words):
            hit = words.hits[at]
            word = words.lows[at]
            if hit is not None and hit.known.what not in ("person", "short"):
                if link != "to" or words.lows[head] in _SERVANTS:
                    around.meet(hit, near=False)
                only_state = at == begin and hit.known.what in ("state", "capital")
                at = words.hit_end(at)
                if words.low(at) in ("'s", "’s"):
                    at += 1
                    only_state = False
                    continue
                if link == "to" and words.low(at) in heads():  # "adviser to Chinese President Xi Jinping"
                    at += 1
                    person = words.hits[at] if at < len(words) else None
                    at = words.hit_end(at) if person is not None and person.known.what == "person" else at
                    break
                if hit.known.what in ("adjective", "government"):
                    continue
                break
            if word in portfolio and link not in ("to", "in"):
                at += 1
            elif word in _JOINTS and at > begin and words.low(at + 1) in portfolio and words.low(at - 1) in portfolio:
                if words.capital(at - 1) != words.capital(at + 1) or (word == "," and not _list_goes_on(words, at)):
                    break
                at += 1
            elif at == begin and link in _CAPITALISED_BODIES_AFTER and words.capital(at) and hit is None:
                stop = _capital_run(words, at)
                around.body = around.body or words.text(at, stop)
                around.acts = False
                at = stop
                break
            else:
                break
        if at == begin:
            break
        after = at
        role_after = role_after if only_state else after
    return after, role_after


def _past_adjectives(words: Words, at: int) -> int:
    """The index of a body that up to three plain words lead to ("the influential Business Roundtable")."""
    for ahead in range(at, min(at + 4, len(words))):
        hit = words.hits[ahead]
        if hit is not None:
            return ahead if hit.known.what in ("body", "outlet") else at
        if not words.lows[ahead].replace("-", "").isalpha() or words.capital(ahead) or words.lows[ahead] in _LINKS:
            return at
    return at


def _list_goes_on(words: Words, comma: int) -> bool:
    """Whether "X, Y and Z" follows a comma: portfolios up to an "and"."""
    portfolio = words_for("portfolio")
    for index in range(comma + 1, min(comma + 6, len(words))):
        if words.low(index) in ("and", "&"):
            return words.low(index + 1) in portfolio
        if words.low(index) not in portfolio and words.low(index) != ",":
            return False
    return False


def _capital_run(words: Words, at: int) -> int:
    """The index after a run of capitalised words joined by "of", "for", "and", "the"."""
    end = at
    while end < len(words):
        if words.capital(end) or words.texts[end].isdigit():
            end += 1
        elif words.lows[end] in ("of", "for", "and", "the", "&", "on") and end > at:
            ahead = end + 1
            if words.low(ahead) == "the":
                ahead += 1
            if not words.capital(ahead) or (words.lows[end] == "and" and words.hits[ahead] is not None):
                break
            end = ahead
        else:
            break
    return end
