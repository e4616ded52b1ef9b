"""``In X's words``, ``as X put it``, ``in X's view``: sources beside what they say, with no verb of saying."""

from collections.abc import Iterator

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import children, finite, phrase, trimmed
from onrecord.find.speech.named import Named
from onrecord.find.speech.sources.opened import opens_clause
from onrecord.knowledge.introductions import opening
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_SELF = frozenset({"my", "our", "your", "i", "we", "you", "me", "us"})
_MEANT = frozenset({"it", "them", "things"})
_LONGEST = 14
"""How many words a thing that somebody names may have."""
_OUTSIDE = frozenset(",;—–")


def worded(body: str, sentence: Sentence, number: int, named: Named) -> Iterator[Claim]:
    """The claims of one sentence that such turns make, where they stand at an edge of it or between commas."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        low = token.text.lower()
        found = None
        if low in ("in", "by", "to") and token.pos in ("ADP", "PART", "SCONJ"):
            found = _in_words(sentence, at)
        elif low == "as":
            found = _as_put(sentence, at)
        elif low == "hear" and at and tokens[at - 1].text.lower() == "to":
            found = _to_hear(sentence, at)
        if found is None:
            continue
        first, last, who, naming = found
        if tokens[who].text.lower() in _SELF or not _speaks(sentence, who, named):
            continue
        content = _around(body, sentence, first, last, naming=naming)
        if content:
            yield Claim(
                frame="according",
                lemma="according",
                content=content,
                sentence=number,
                at=at,
                cue=Span(start=token.start, end=token.end),
                source=phrase(sentence, who, low=first),
                head=tokens[who].start,
            )


def _speaks(sentence: Sentence, who: int, named: Named) -> bool:
    """Whether words can be somebody's: "the eyes of the law" are nobody's."""
    token = sentence.tokens[who]
    return token.pos in ("PROPN", "PRON") or token.tag == "NNS" or named.at(token.start) is not None


Turn = tuple[int, int, int, bool]
"""First and last word of the turn, the word that names the speaker, and whether it names a thing only."""


def _in_words(sentence: Sentence, at: int) -> Turn | None:
    """``in X's words``, ``in the words of X``."""
    for noun in children(sentence, at, "pobj"):
        if sentence.tokens[noun].text.lower() not in opening("wording"):
            continue
        owners = children(sentence, noun, "poss")
        last = noun
        for by in children(sentence, noun, "prep"):
            below = children(sentence, by, "pobj")
            if sentence.tokens[by].text.lower() == "of" and below and not owners:
                owners = below
                last = max(sentence.subtree(below[0]))
        if owners:
            return at, last, owners[0], False
    return None


def _as_put(sentence: Sentence, at: int) -> Turn | None:
    """``as X put it``, ``as X called them``."""
    tokens = sentence.tokens
    for verb in range(at + 2, min(at + 12, len(tokens) - 1)):
        if (
            tokens[verb].lemma in opening("sees")
            and tokens[verb].tag in ("VBD", "VBZ", "VBP")
            and verb + 1 < len(tokens)
        ):
            closed = verb + 2 >= len(tokens) or tokens[verb + 2].pos in ("PUNCT", "PROPN")
            if tokens[verb + 1].text.lower() not in _MEANT or not closed:
                return None
            who = next((index for index in children(sentence, verb, "nsubj") if at < index < verb), verb - 1)
            return at, verb + 1, who, tokens[verb].lemma in opening("names")
        if tokens[verb].pos in ("VERB", "AUX"):
            return None
    return None


def _to_hear(sentence: Sentence, at: int) -> Turn | None:
    """``to hear X tell it``."""
    tokens = sentence.tokens
    for verb in range(at + 2, min(at + 8, len(tokens) - 1)):
        if tokens[verb].lemma == "tell" and tokens[verb + 1].text.lower() == "it":
            return at - 1, verb + 1, verb - 1, False
    return None


def _around(body: str, sentence: Sentence, first: int, last: int, *, naming: bool) -> tuple[Span, ...]:
    """What is said: the rest of the sentence behind a turn that opens it, and what stands before one that closes it."""
    tokens = sentence.tokens
    before = first > 0 and (tokens[first - 1].text in _OUTSIDE or tokens[first - 1].text in '”"’')
    after = last + 1 < len(tokens) and tokens[last + 1].text in _OUTSIDE
    closed = last + 1 >= len(tokens) or tokens[last + 1].pos == "PUNCT"
    if naming:
        return _named_thing(body, sentence, first) if before else ()
    parts: list[Span | None] = []
    opens = first == 0 or (first == 1 and tokens[0].pos in ("CCONJ", "ADV")) or opens_clause(sentence, first)
    if first and before and closed and not opens_clause(sentence, first):
        parts.append(trimmed(body, sentence.start, tokens[first - 1].end))
    if (opens and last + 2 < len(tokens)) or (parts and after and last + 2 < len(tokens)):
        start = last + 2 if after else last + 1
        parts.append(trimmed(body, tokens[start].start, sentence.end))
    kept = tuple(part for part in parts if part is not None)
    told = any(finite(sentence, sentence.indices_in(part)) for part in kept)
    return kept if told else ()


def _named_thing(body: str, sentence: Sentence, first: int) -> tuple[Span, ...]:
    """The words between commas before ``as X called it``; a comma within marks is none."""
    start = first - 1
    inside = 0
    while start > 0 and first - start <= _LONGEST:
        text = sentence.tokens[start - 1].text
        inside += {"”": 1, "“": -1, "’’": 1}.get(text, 0)
        if text in ",;—–" and inside <= 0 and start < first - 1 and sentence.tokens[first - 1].text not in '”"':
            break
        if text in ",;—–" and inside <= 0 and start < first - 2:
            break
        start -= 1
    content = trimmed(body, sentence.tokens[start].start, sentence.tokens[first - 1].end)
    return (content,) if content is not None and first - start <= _LONGEST else ()
