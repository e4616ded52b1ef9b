"""Which verb a time goes with, where the parser is often wrong."""

from onrecord.find.frames.grammar import is_verb
from onrecord.model.days import Days
from onrecord.model.page import Sentence

_AWAY = frozenset(
    {"after", "before", "since", "until", "till", "than", "following", "despite", "without", "like", "unlike", "under"}
    | {"because", "ahead", "from"}
)
"""A time inside what these bring is of that: "fell after the talks in May"."""
_WHERE = frozenset({"in", "at", "on", "during", "with", "through", "over", "via"})
"""What these bring happens as the verb does: "said in Monday's statement"."""
_INSIDE = ("compound", "amod", "nmod", "poss", "nummod")
_STATES = frozenset(
    {"aim", "target", "cover", "include", "worth", "value", "affect", "involve", "direct", "level", "total", "entitle"}
)
"""Participles that say what something is, and happen at no time: "duties aimed at Peru on Monday"."""
_NAMES = frozenset({"aux", "auxpass", "compound", "pobj", "nsubj", "nsubjpass", "nmod"})
"""What the parser takes for a verb under these labels is none, or not the verb of its clause."""
_PARTS = frozenset({"course", "span", "start", "end", "beginning", "middle", "rest", "morning", "evening", "night"})
"""Nouns of a stretch of time: "over the course of last week"."""
_DEEPEST = 12


def governor(sentence: Sentence, covered: range, days: Days | None = None, told: Days | None = None) -> int | None:
    """The verb that the time over the words ``covered`` goes with; ``None`` if it is of something else.

    A day after the one on which it is ``told`` is not the day of a saying before it.
    """
    tokens = sentence.tokens
    inside = set(covered)
    top = next((index for index in covered if tokens[index].head not in inside), covered.start)
    verb = top if is_verb(sentence, top) else _above(sentence, top)
    first = covered.start
    while first and tokens[first - 1].pos in ("ADP", "DET"):
        first -= 1
    before = first - 1
    if before < 0:
        return verb
    if (
        tokens[before].pos in ("NOUN", "PROPN", "PRON")
        and (behind := _right_behind(sentence, covered.stop)) is not None
    ):
        return behind
    coming = days is not None and told is not None and days.first and told.last and days.first > told.last
    if verb is not None and verb > covered.stop - 1 and not coming:
        teller = _teller(sentence, verb, first)
        if teller is not None:
            return teller
    if (
        tokens[top].dep in ("nsubj", "nsubjpass")
        and tokens[before].pos in ("NOUN", "PROPN")
        and tokens[before].head != top
    ):
        return _above(sentence, before)  # "raised duties on Danish cheese Friday and Oslo answered"
    return verb


def is_when(sentence: Sentence, verb: int, covered: range) -> bool:
    """Whether the verb's clause hangs on the time: "in 2011, when parliament approved the pact"."""
    token = sentence.tokens[verb]
    if token.dep not in ("relcl", "advcl", "acl"):
        return False
    whens = [child for child in sentence.children[verb] if sentence.tokens[child].text.lower() == "when"]
    if whens and (token.head in covered or 0 <= whens[0] - covered.stop < 2):
        return True
    head = sentence.tokens[token.head]
    return head.lemma in ("day", "date") and 0 < token.head - covered.stop < 3  # "July 8, the day that it expires"


def _above(sentence: Sentence, index: int) -> int | None:
    """The verb above a word, by ways on which its time is the verb's own."""
    at, part = index, False
    year = sentence.tokens[index].text.isdigit()
    for depth in range(_DEEPEST):
        token = sentence.tokens[at]
        head = token.head
        if head == at:
            return None
        if token.dep == "pobj":
            word = sentence.tokens[head].text.lower()
            part_of = bool({token.lemma, sentence.tokens[sentence.tokens[head].head].lemma} & _PARTS)
            if (depth and at != index and word in _AWAY and not part_of) or (part and word not in _WHERE):
                return None
            part = at == index and word == "of" and not part_of  # "the Trade Act of 1974"
        elif part and token.dep not in (*_INSIDE, "prep"):
            return None
        elif token.dep in _INSIDE:
            if year:
                return None  # "on the 2020 trail"
            part = True
        at = head
        if not is_verb(sentence, at) or sentence.tokens[at].dep in _NAMES:
            continue
        above = sentence.tokens[at]
        if above.dep == "acl" and above.lemma in _STATES and above.tag in ("VBN", "VBG", "VBD"):
            continue
        return at
    return None


def _right_behind(sentence: Sentence, at: int) -> int | None:
    """A verb in the past that stands right behind a time and its subject before it: "Oslo in May last year asked"."""
    while at < len(sentence.tokens) and sentence.tokens[at].pos in ("ADV", "AUX", "PART"):
        at += 1
    if at < len(sentence.tokens) and sentence.tokens[at].pos == "VERB" and sentence.tokens[at].tag in ("VBD", "VBN"):
        return at
    return None


def _teller(sentence: Sentence, verb: int, first: int) -> int | None:
    """The verb that tells what ``verb`` says, where a time from ``first`` on stands behind it: "said Friday it had"."""
    at = verb
    for _ in range(_DEEPEST):
        token = sentence.tokens[at]
        if token.head == at:
            return None
        if token.dep == "ccomp" and token.head < first:
            between = sentence.tokens[token.head + 1 : first]
            opened = any(word.dep in ("mark", "punct") or word.text.lower() == "that" for word in between)
            return None if opened or len(between) > 6 else token.head
        if token.head < first:
            return None
        at = token.head
    return None
