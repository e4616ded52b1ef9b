"""Office phrases: "South Korea's top negotiator", "president of the European Commission", "two trade officials"."""

import msgspec

from onrecord.find.actors.growth import Around, left, right
from onrecord.find.actors.words import Words
from onrecord.knowledge.offices import OfficeKind, heads, words_for

DEFINITE = frozenset({"the", "his", "her", "its", "their", "our", "this", "that", "my", "your"})
NUMBERS = frozenset({"two", "three", "four", "five", "six", "several", "some", "many", "one", "both", "few", "dozens"})
INDEFINITE = frozenset({"a", "an", "another", "no", "any"})


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office phrase: the words ``[first, after)``, headed by ``head``. ``role`` is the office without its state.

    ``state`` is the code of the state named in it, ``body`` the body; ``acts`` whether that body acts for its state.
    ``more`` are further states ("officials from A and B"); ``determiner`` is the word before it. ``former`` says that
    the office is no longer, or not yet, held.
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
    more: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """The states that the holder acts for."""
        acting = self.kind in ("state", "either") and self.acts and not self.former
        return tuple(sorted({self.state, *self.more})) if acting and self.state else ()


_LESSER = frozenset({"deputy", "vice", "assistant", "acting", "under", "former", "then", "ex"})


def offices(words: Words) -> list[Office]:
    """Every office phrase of a sentence, left to right."""
    known = heads()
    found: list[Office] = []
    at, length = 0, len(words)
    while at < length:
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
    ahead = at + 1
    while ahead < at + 3 and words.capital(ahead) and words.low(ahead) in words_for("portfolio"):
        ahead += 1
    if ahead > at + 1 and words.low(ahead) in ("officer", "executive", "adviser", "advisor", "negotiator"):
        return False  # "Chief Financial Officer"
    if following in ("ministry", "department", "office", "agency", "council", "committee", "commission"):
        return False
    if words.lows[at] in ("head", "heads", "lead") and following in ("to", "into", "for", "back", "from", "home"):
        return False
    if words.lows[at] in ("source", "sources") and following == "of":
        return False
    pos, dep = words.grammar(at)
    if words.capital(at) and at > 0:
        return True
    return pos in ("", "NOUN", "PROPN", "ADJ") and not (pos == "ADJ" and dep == "amod")


def _office(words: Words, head: int) -> Office | None:
    around = Around()
    first, role_first = left(words, head, around)
    after, role_after = right(words, head, around)
    entry = heads()[words.lows[head]]
    determiner = words.low(first - 1) if first else ""
    if determiner not in DEFINITE | NUMBERS | INDEFINITE and not determiner.isdigit():
        determiner = ""
    role = " ".join(words.text(role_first, role_after).split())
    if role_first > first and words.lows[first] in _LESSER:  # "Deputy US Trade Representative"
        role = f"{words.texts[first]} {role}"
    around.former = around.former or role.lower().startswith(("former", "ex-", "ex ")) or "-elect" in role.lower()
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
        more=around.more,
    )
