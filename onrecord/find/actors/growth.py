"""How an office phrase grows around its head: to the left over ranks and states, to the right over "of ..."."""

from functools import cache

import msgspec

from onrecord.find.actors.lexicon import STATE_WORDS, Hit
from onrecord.find.actors.words import Words
from onrecord.knowledge.bodies import bodies
from onrecord.knowledge.offices import heads, words_for
from onrecord.knowledge.people import people
from onrecord.knowledge.states import states

_JOINTS = frozenset({"and", ",", "&", "the"})
_OF = frozenset({"of", "for", "at", "to", "with", "from"})
_HIS_PEOPLE = frozenset({"officials", "official", "aides", "aide", "advisers", "advisors", "negotiators", "adviser"})
_LINKS = frozenset(
    {"of", "at", "for", "in", "on", "by", "and", "or", "who", "that", "said", "from", "to", "with", "as"}
)
_SERVANTS = frozenset({"adviser", "advisor", "aide", "assistant", "counsel", "deputy", "spokesman", "spokeswoman"})
_SENT = frozenset({"ambassador", "envoy", "consul-general"})
_CAPITALISED_BODIES_AFTER = frozenset({"of", "at", "for", "with"})


class Around(msgspec.Struct, kw_only=True):
    """What was seen while the phrase grew."""

    state: str = ""
    body: str = ""
    acts: bool = True
    former: bool = False
    more: tuple[str, ...] = ()

    def meet(self, hit: Hit, near: bool) -> None:
        """Take in the state or body that a hit names."""
        known = hit.known
        if known.what in STATE_WORDS:
            self.state = self.state or known.code
        elif known.what in ("body", "outlet"):
            self.state = self.state or (known.code if known.acts or near else "")
            self.body = self.body or ("" if near and known.acts else known.name)
            self.acts = known.acts
        elif known.what in ("short", "person") and near:  # "Trump officials", "Mr. Abe's envoy"
            self.state = self.state or next((row.state for row in reversed(people()[known.name]) if row.state), "")


def left(words: Words, head: int, around: Around) -> tuple[int, int]:
    """The first word of the phrase, and the first of the role (after the state)."""
    rank, portfolio = words_for("rank"), words_for("portfolio")
    at = head
    role = head
    while at > 0:
        before = at - 1
        word = words.lows[before]
        hit = words.hits[before]
        sent = words.lows[head] in _SENT and around.state != ""
        if word in ("'s", "’s", "'", "’") and before > 0 and (at == role or sent):
            owner = words.hits[before - 1]
            if sent and owner is not None and owner.known.what in STATE_WORDS:
                around.state = ""  # "Peru's U.S. ambassador" is Peru's
            if owner is None or owner.known.what in ("not", "city"):
                break
            around.meet(owner, near=True)
            at = words.hit_start(before - 1)
            break
        if hit is not None:
            person = hit.known.what in ("person", "short")
            if hit.known.what == "outlet" and heads()[words.lows[head]].kind in ("state", "legislator", "many"):
                break
            if hit.known.what == "outlet" and words.lows[head] in ("president", "secretary", "leader"):
                break  # the credit of a picture runs into the text
            if hit.known.what in ("not", "city") or (person and words.lows[head] not in _HIS_PEOPLE):
                break
            start = words.hit_start(before)
            around.meet(hit, near=True)
            at = start
            if hit.known.what == "body":
                role = start + 1 if _begins_with_state(words.texts[start], hit) else start
            elif hit.known.what == "government" and words.texts[start] == "White":
                role = start
            continue
        ranked = word in rank or words.texts[before] in rank or (word.isdigit() and len(word) == 4)
        if word in portfolio and not ranked and words.capital(head) and not words.capital(before):
            break  # "the tariffs President X announced"
        if ranked or word in portfolio:
            if word == "state" and words.low(before - 1) in ("of", "the"):
                break
            if word in ("former", "ex"):
                around.former = True
            if word == "administration" and not around.state:  # in English news that is the United States'
                around.state, around.acts = "US", True
            at = before
            if not around.body and (not around.state or word == "administration"):
                role = before
            continue
        if word in ("-", "‐", "–") and before > 0 and at < head and words.hits[before - 1] is not None:
            at = before  # "joint U.S.-China statement"
            continue
        if word in ("-", "‐") and words.low(before - 1) in ("then", "ex"):
            at = before - 1
            around.former = around.former or words.low(before - 1) == "ex"
            break
        if not _joint(words, before):
            break
        at = role = before - 1
    return at, role


def _begins_with_state(word: str, body: Hit) -> bool:
    """Whether a body's name begins with its state's ("US Treasury"), and not as "European Central Bank" does."""
    row = states().get(body.known.code)
    if row is None:
        return False
    return word in row.names or (word in row.adjectives and body.known.name not in _table_names())


@cache
def _table_names() -> frozenset[str]:
    return frozenset(body.name for body in bodies())


def _joint(words: Words, at: int) -> bool:
    """Whether an "and" or a comma joins two portfolios ("Trade, Industry and Energy Minister")."""
    portfolio = words_for("portfolio")
    if words.low(at) not in ("and", ",", "&") or not {words.low(at - 1), words.low(at + 1)} <= portfolio:
        return False
    if words.capital(at - 1) != words.capital(at + 1):
        return False
    return words.low(at) != "," or any(words.low(index) in ("and", "&") for index in range(at + 1, at + 5))


def right(words: Words, head: int, around: Around) -> tuple[int, int]:
    """The index after the phrase, and the one after the role (before "of China")."""
    portfolio = words_for("portfolio")
    after = role_after = head + 1
    kind, plural = heads()[words.lows[head]].kind, heads()[words.lows[head]].plural
    while words.low(after) in _OF:
        link = words.low(after)
        if words.lows[head] == "group" or (
            link in ("with", "at") and (kind in ("state", "many") or (kind == "either" and plural))
        ):
            break
        if link == "from" or (link == "of" and plural and _lists_states(words, after)):
            return _from_states(words, after, around), role_after
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
                if link in ("at", "with") and hit.known.what in STATE_WORDS:
                    break
                if link != "to" or words.lows[head] in _SERVANTS:
                    around.meet(hit, near=False)
                only_state = at == begin and hit.known.what in ("state", "capital")
                at = words.hit_end(at)
                if words.low(at) in ("'s", "’s"):
                    at += 1
                    only_state = False
                    if words.capital(at) and words.hits[at] is None:
                        at = _capital_run(words, at)
                        around.body, around.acts = words.text(begin, at), False
                        break
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
        if at == begin or words.low(at - 1) in ("'s", "’s"):
            break
        after = at
        role_after = role_after if only_state else after
    return after, role_after


def _lists_states(words: Words, link: int) -> bool:
    """Whether several states follow "of": "ministers of Japan, Norway and Chile"."""
    seen = Around()
    _from_states(words, link, seen)
    return len(seen.more) > 1


def _from_states(words: Words, link: int, around: Around) -> int:
    """The index after "from the US and South Korea", if states follow; else that of the link itself."""
    after = at = link
    while at == link or words.low(at) in ("and", ","):
        at += 1
        if words.low(at) == "and":
            at += 1
        if words.low(at) == "the":
            at += 1
        hit = words.hits[at] if at < len(words) else None
        if hit is None or hit.known.what not in ("state", "capital") or words.low(words.hit_end(at)) in ("'s", "’s"):
            break
        around.meet(hit, near=True)
        around.more = tuple(dict.fromkeys([*around.more, hit.known.code]))
        after = at = words.hit_end(at)
    return after


def _past_adjectives(words: Words, at: int) -> int:
    """The index of a body that up to three plain words lead to ("the influential Business Roundtable")."""
    for ahead in range(at, min(at + 6, len(words))):
        hit = words.hits[ahead]
        if "based" in (words.low(ahead + 2), words.low(ahead + 1), words.lows[ahead]):  # "the Paris-based ..."
            continue
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
