"""What somebody is and to whom they belong, from the words around their name: "Ann Bo, an economist at ..."."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.find.reference.discourse import Discourse
from onrecord.find.reference.home import home
from onrecord.find.reference.ministries import MINISTRY
from onrecord.find.reference.unnamed import Introduction, named_after
from onrecord.knowledge.offices import heads, words_for
from onrecord.model.mention import ActorMention, Attribution, Token
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_PERSON = re.compile(r"(?:er|or|ist|ian|man|woman|person|ee|fellow|chief|head|CEO|expert|aide|dean)$")
_ENDS = frozenset(
    {",", ";", "—", "–", ".", ")", "(", "”", '"', ":", "who", "which", "that", "whose", "where", "when", "under"}
)
_INNER = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})
_WITHIN = frozenset({"-", "'s", "’s", "/", "based", "run", "owned", "led"})
_HOUSES = frozenset({"at", "of", "with", "for", "to"})
_BESIDE = frozenset({"of", "at", "with"})
_LONGEST = 24
_CLOSE = 80
_NEAR = 8
_CHIEFS = re.compile(r"\bchief \w*\s?(?:officer|executive)\b|\bC[EFO]O\b", re.I)


def introduced(discourse: Discourse, speech: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The sayings, with the role and affiliation of speakers filled in where the words around their names tell them."""
    lacking = {
        one.speaker.name
        for one in speech
        if one.speaker is not None and one.speaker.kind == "person" and _lacks(one.speaker)
    }
    known: dict[str, Introduction] = {}
    for actor in (*discourse.page.actors, *discourse.sayings.unlisted(discourse.page.actors)):
        if actor.kind == "person" and actor.name in lacking and actor.how in ("name", "possessive"):
            found = _introduction(discourse, actor)
            if found is not None and actor.name not in known:
                known[actor.name] = found
    known = {**named_after(speech, lacking - known.keys()), **known}
    return tuple(_told(discourse, one, known) for one in speech)


def _told(discourse: Discourse, one: Attribution, known: Mapping[str, Introduction]) -> Attribution:
    speaker = one.speaker
    if speaker is None or speaker.kind != "person" or speaker.name not in known:
        return one
    return msgspec.structs.replace(one, speaker=_filled(speaker, known[speaker.name]))


def _lacks(speaker: ActorMention) -> bool:
    """Whether a role or an affiliation is missing, or is only "the foreign ministry", with no state."""
    return not speaker.role or not speaker.affiliation or MINISTRY.fullmatch(speaker.affiliation) is not None


def _filled(speaker: ActorMention, found: Introduction) -> ActorMention:
    role = speaker.role
    if not role or (not speaker.affiliation and role.lower() in found.role.lower()):
        role = found.role or role
    own = speaker.affiliation
    if MINISTRY.fullmatch(own):
        own = found.affiliation or own
    affiliation = own or ("" if "former" in role.lower() else found.affiliation)
    return msgspec.structs.replace(speaker, role=role, affiliation=affiliation)


def _introduction(discourse: Discourse, actor: ActorMention) -> Introduction | None:
    sentence = discourse.page.sentences[discourse.sentence_of(actor.start)]
    last = sentence.index_at(actor.end - 1)
    if last is None:
        return None
    behind = _behind(discourse, sentence, last)
    if behind is not None:
        return behind
    if not actor.role and (office := _beside_office(discourse, sentence, last)) is not None:
        return office
    for owner in sentence.children[last]:
        if sentence.tokens[owner].dep == "poss" and sentence.tokens[owner].end < actor.start:
            house = _body(discourse, sentence, owner)
            if house and not actor.role:
                return Introduction(affiliation=house)
    ministry = MINISTRY.fullmatch(actor.affiliation) is not None
    if (actor.affiliation and not ministry) or "former" in actor.role.lower():
        return None
    if ministry or _is_minister(actor.role):
        state = discourse.best(actor.start, lambda one: one.kind == "state" and len(one.states) == 1, 1)
        return Introduction(affiliation=state.states[0] if state is not None else home(discourse.page))
    if not actor.role and last + 2 < len(sentence.tokens) and sentence.tokens[last + 1].text in _BESIDE:
        house, _ = _house(discourse, sentence, last + 1, last + 1, min(len(sentence.tokens), last + _LONGEST))
        if house:
            return Introduction(affiliation=house)  # "Ann Bo of the Bank of Oslo"
    if house := _before(discourse, sentence, actor):
        return Introduction(affiliation=house)
    if _CHIEFS.search(actor.role):
        company = discourse.best(actor.start, _is_company, 2)
        return Introduction(affiliation=company.name) if company is not None else None
    return None


def _beside_office(discourse: Discourse, sentence: Sentence, last: int) -> Introduction | None:
    """The office to which a name stands in apposition ("Norway's counsellor in its embassy, Ann Bo,")."""
    token = sentence.tokens[last]
    if token.dep != "appos" or token.head >= last:
        return None
    offices = (one for one in _over(discourse, sentence.tokens[token.head]) if one.kind == "described" and one.role)
    office = next(offices, None)
    return Introduction(role=office.role, affiliation=office.affiliation) if office is not None else None


def _before(discourse: Discourse, sentence: Sentence, actor: ActorMention) -> str:
    """The names right before an office before a name: "Black and Bo chief executive Ann Li"."""
    tokens = sentence.tokens
    start = discourse.page.body.rfind(actor.role, max(sentence.start, actor.start - _CLOSE), actor.start)
    at = sentence.index_at(start) if start >= 0 and actor.role else None
    if not at or discourse.page.body[start + len(actor.role) : actor.start].strip():
        return ""
    if tokens[at - 1].text == ")" and at > 3 and tokens[at - 3].text == "(":
        at -= 3  # "Harbour Securities (Japan) vice president Ann Bo"
    first = at
    while first > 0 and (
        tokens[first - 1].pos == "PROPN"
        or (
            first < at
            and tokens[first - 1].text in ("and", "&", "of")
            and first > 1
            and tokens[first - 2].pos == "PROPN"
        )
    ):
        first -= 1
    if first == at or any(token.entity in ("GPE", "NORP", "DATE", "PERSON") for token in tokens[first:at]):
        return ""
    return " ".join(discourse.page.body[tokens[first].start : tokens[at - 1].end].split())


def _is_minister(role: str) -> bool:
    """Whether it is an office that only a state gives."""
    last = role.lower().partition(" of ")[0].partition(" for ")[0].split()[-1:]
    entry = heads().get(last[0]) if last else None
    return entry is not None and entry.kind == "state" and not entry.plural


def _is_company(actor: ActorMention) -> bool:
    return actor.kind == "body" and not actor.medium and not actor.states


def _behind(discourse: Discourse, sentence: Sentence, last: int) -> Introduction | None:
    """What stands in apposition behind a name."""
    tokens = sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return None
    first = last + 2
    if tokens[first].pos == "NUM" and first + 2 < len(tokens) and tokens[first + 1].text == ",":
        first += 2  # "Ann Bo, 56, a grower"
    end = first
    while end < len(tokens) and end - first < _LONGEST and tokens[end].text not in _ENDS and not _finite(tokens[end]):
        end += 1
    if tokens[first].pos == "DET" or tokens[first].text.lower() in ("its", "his", "her", "their"):
        first += 1
    head = first
    while head + 1 < end and (tokens[head + 1].pos in _INNER or tokens[head + 1].text in _WITHIN):
        head += 1
    if head >= end or tokens[head].pos not in ("NOUN", "PROPN", "ADJ") or not _is_person(tokens[head].text):
        return None
    after = head + 1
    while after + 1 < end and tokens[after].text == "and" and _is_person(tokens[after + 1].text):
        after += 2
    house, at = _house(discourse, sentence, first, after, end)
    if not house and tokens[first - 1].text.lower() in ("his", "her"):
        house = _whose(discourse, tokens[first - 1])
    start = first
    for index in range(first, head):
        if tokens[index].text in ("'s", "’s", "based", "-based") or _is_state(discourse, tokens[index]):
            start = index + 1
    while start < head and (tokens[start].text in ("-", "based") or tokens[start].text.lower() in _PRAISE):
        start += 1
    stop = after if at is None else max(after, at)
    if at is None:
        stop = end
    while stop > after and tokens[stop - 1].pos in ("ADP", "DET", "CCONJ", "PUNCT", "ADJ"):
        stop -= 1
    role = " ".join(discourse.page.body[tokens[start].start : tokens[stop - 1].end].split())
    return Introduction(role=role, affiliation=house)


def _whose(discourse: Discourse, pronoun: Token) -> str:
    """The state of the person that a pronoun before an office means ("Ann Bo, his counselor")."""
    seen = discourse.in_sentence(discourse.sentence_of(pronoun.start), pronoun.end)
    owner = next((one.actor for one in seen if one.actor.start == pronoun.start and one.actor.kind == "person"), None)
    return owner.states[0] if owner is not None and len(owner.states) == 1 else ""


_KIN = frozenset(
    {"mother", "father", "brother", "sister", "daughter", "other", "number", "former", "latter", "supporter"}
)
_PRAISE = frozenset({"prominent", "respected", "leading", "renowned", "noted", "influential", "well-known", "longtime"})


def _finite(token: Token) -> bool:
    return token.tag in ("VBD", "VBZ", "VBP", "MD")


def _is_person(word: str) -> bool:
    entry = heads().get(word.lower()) or heads().get(word)
    if entry is not None:
        return entry.kind in ("state", "either", "legislator", "private") and not entry.plural
    return word.islower() and word not in _KIN and _PERSON.search(word) is not None and word not in words_for("body")


def _is_state(discourse: Discourse, token: Token) -> bool:
    return any(actor.kind == "state" for actor in _over(discourse, token))


def _house(discourse: Discourse, sentence: Sentence, first: int, after: int, end: int) -> tuple[str, int | None]:
    """To whom somebody belongs by the words of an apposition, and the word before which the role ends."""
    tokens = sentence.tokens
    for index in range(after, end):
        if tokens[index].text.lower() not in _HOUSES:
            continue
        at = index + 1
        while at < end and at - index < _NEAR and tokens[at].pos != "ADP" and tokens[at].text not in ("'s", "’s"):
            if tokens[at].text[0].isupper() and tokens[at].text != "The" and tokens[at].pos != "ADJ":
                break
            at += 1
        if at < end and tokens[at].text[0].isupper():
            house = _body(discourse, sentence, at, end)
            if house:
                return house, index
    owners = [at for at in range(first, after) if at + 1 < after and tokens[at + 1].text in ("'s", "’s")]
    for at in owners:
        house = _body(discourse, sentence, at)
        if house:
            return house, None
    return "", None


def _body(discourse: Discourse, sentence: Sentence, at: int, end: int = 0) -> str:
    """The body that a word names or begins; of a person, whom they belong to."""
    token = sentence.tokens[at]
    for actor in _over(discourse, token):
        if actor.kind == "body":
            return actor.states[0] if len(actor.states) == 1 else actor.name
        if actor.kind == "person":
            return actor.affiliation
        if actor.kind == "state" and actor.how in ("name", "possessive") and actor.end >= token.end:
            return ""
    run = at
    tokens = sentence.tokens
    while run + 1 < max(end, at + 1) and (
        tokens[run + 1].pos == "PROPN"
        or (
            tokens[run + 1].text in ("of", "and", "for", "&", "-")
            and run + 2 < end
            and tokens[run + 2].text[0].isupper()
        )
    ):
        run += 1
    if tokens[at].pos != "PROPN" or tokens[at].entity in ("GPE", "DATE", "NORP", "LOC"):
        return ""
    return " ".join(discourse.page.body[tokens[at].start : tokens[run].end].split())


def _over(discourse: Discourse, token: Span) -> Iterator[ActorMention]:
    """The mentions that begin at or shortly before a word and cover it, the longest first."""
    actors = discourse.page.actors
    at = bisect_left(actors, token.end, key=lambda actor: actor.start)
    found = [actor for actor in actors[max(0, at - 8) : at] if actor.start <= token.start < actor.end]
    yield from sorted(found, key=lambda actor: actor.start - actor.end)
