"""Lines in the style of headlines: "Trump: tariffs to double", "No rice deal, Seoul says"."""

import re
from functools import cache

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import trimmed
from onrecord.find.speech.lines.letters import GREETING
from onrecord.find.speech.named import Named
from onrecord.knowledge.introductions import opening
from onrecord.knowledge.offices import words_for
from onrecord.knowledge.states import states
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SHORT = 6
_LINKS = frozenset({"of", "the", "for", "prime"})

_PREFIX = re.compile(r"(?:[\s•▪●◦*>–—-]+|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*[–—-]?\s+)*")
_LABEL = re.compile(r"(?P<label>[A-Z][^:\n“”\"]{1,70}?)(?P<topic> (?:on|about) [^:\n“”\"]{2,50})?:\s+(?=\S)")
_NAME = r"(?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,5}"
_TAIL = re.compile(
    rf", (?:(?P<name>{_NAME}) says|says (?P<after>{_NAME})|(?:the )?(?P<office>(?:[\w’'-]+ ){{0,3}}[\w-]+) says?)$"
)
_FEW = 3
_HEADINGS = re.compile(r"(?:what|how|why|who|when|where|which)\b", re.IGNORECASE)
_DENIAL = re.compile(r"(?:no|not|never|too|we|i|yes|nothing|nobody)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"‘].+[”\"’]|(?<!\w)'.+'(?!\w)")
_THING = re.compile(r"(?:the|a|an)\b", re.IGNORECASE)
_LONGEST = 220
"""A longer line is no headline."""


def headline(body: str, sentence: Sentence, number: int, paragraph: Span, named: Named) -> Claim | None:
    """A line of the form ``Trump: tariffs to double``: a sub-heading, an item of a list, of a ticker or a live blog."""
    prefix = _PREFIX.match(body, paragraph.start, paragraph.end)
    start = prefix.end() if prefix is not None else paragraph.start
    if paragraph.end - start > _LONGEST or sentence.start > start:
        return None
    if GREETING.match(body, start, paragraph.end):
        return None
    match = _LABEL.match(body, start, paragraph.end)
    if match is None:
        return _tailed(body, sentence, number, Span(start=start, end=paragraph.end), named)
    quoted = body[match.end()] in "“‘\"'«„"
    head = _spoken_for(match, named, quoted=quoted)
    content = trimmed(body, match.end(), paragraph.end)
    if head is None or content is None:
        return None
    place = match["label"] in _seats()
    if not quoted and not _is_said(body, sentence, content, place=place):
        return None
    return Claim(
        frame="quote" if quoted or _QUOTED.search(content.of(body)) else "block",
        lemma="say",
        content=(content,),
        sentence=number,
        source=Span(start=match.start("label"), end=match.end("label")),
        head=head,
    )


def _tailed(body: str, sentence: Sentence, number: int, line: Span, named: Named) -> Claim | None:
    """``No rice deal, Seoul says``: a line without a full stop that ends in who says it."""
    match = _TAIL.search(body, line.start, line.end)
    if match is None or sentence.end < line.end:
        return None
    group = next(group for group in ("after", "name", "office") if match[group])
    who = named.at(match.end(group) - 1)
    content = trimmed(body, line.start, match.start())
    known = who is not None and who.end == match.end(group)
    known = known or (group == "office" and match[group].split()[-1] in opening("voiced"))
    if not known or content is None or len(content.of(body).split()) < _FEW:
        return None
    return Claim(
        frame="quote" if _QUOTED.search(content.of(body)) else "block",
        lemma="say",
        content=(content,),
        sentence=number,
        source=Span(start=match.start(group), end=match.end(group)),
        head=match.end(group) - 1,
    )


def _spoken_for(match: re.Match[str], named: Named, *, quoted: bool) -> int | None:
    """Where the speaker stands in a label: all of it is a name with a title, or an office."""
    label = match["label"]
    name, _, _ = label.partition(",")
    if {label.lower(), label.split()[0].lower()} & (opening("heading") - opening("voiced")):
        return None
    if len(label.split()) > 2 and "".join(label.split()[:2]).isupper():
        return None  # "JUST WATCHED Analyst: ..."
    head = match.start("label") + len(name) - 1
    who = named.at(head)
    before = name.split()[:-1]
    small = {word for word in before if word[0].islower()}
    if who is not None and who.end == head + 1:
        fits = len(before) <= _SHORT and small <= words_for("portfolio") | words_for("rank") | _LINKS
        return head if fits and (quoted or who.kind != "state" or name not in _countries()) else None
    last = name.split()[-1].lower()
    return head if last in opening("voiced") and len(before) <= _SHORT - 2 else None


@cache
def _countries() -> frozenset[str]:
    """The own names of states: a list by country has them before its colons, and no sayings."""
    return frozenset(name for state in states().values() for name in (*state.names, state.name))


@cache
def _seats() -> frozenset[str]:
    return frozenset(name for state in states().values() for name in state.capitals)


def _is_said(body: str, sentence: Sentence, content: Span, *, place: bool) -> bool:
    """Whether the words after a label are told by it: they deny, or have a verb, and are no title of a piece."""
    words = content.of(body)
    if _HEADINGS.match(words) or words[0] == "\n":
        return False
    if place and (any(character.isdigit() for character in words) or body[content.end : content.end + 1] == "."):
        return False
    if _DENIAL.match(words) or _QUOTED.search(words):
        return True
    indices = sentence.indices_in(content)
    tokens = [sentence.tokens[index] for index in indices]
    finite = any(token.tag in _FINITE for token in tokens)
    to_come = any(token.text == "to" and token.tag == "TO" for token in tokens)
    here = any(token.lemma in ("here", "ready", "off", "over", "near", "close", "unfair") for token in tokens)
    return finite or (not _THING.match(words) and (to_come or here))
