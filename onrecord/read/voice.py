"""Voice: how sure a stretch of text is of what it says, and who passes it on."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from onrecord.find.speech.cues import cues
from onrecord.model.assertion import Certainty
from onrecord.model.mention import Attribution
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.chain import chain

_PLANNED = frozenset({"will", "shall", "’ll", "'ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "should", "’d", "'d"})
_ADVERBS = frozenset({"possibly", "perhaps", "probably", "likely", "potentially", "maybe", "reportedly"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_COMING = frozenset({"set", "due", "scheduled", "schedule", "about", "go", "expect", "slate", "prepare"})
_REFUSING = frozenset({"refuse", "decline", "deny", "reject", "fail", "refute"})
_HIGHEST = 8
LONGEST = 5000
"""Characters before a span within which what is said around it begins."""
_RANK: tuple[Certainty, ...] = ("denied", "possible", "planned", "stated")


class Voice(NamedTuple):
    """How sure a stretch is, and the chain through which it came: who said it first, then each who passed it on."""

    certainty: Certainty
    via: tuple[str, ...]
    steps: tuple[int, ...]


def voice(page: Page, span: Span) -> Voice:
    """The voice of what stands in ``span``. Only sayings around the whole of it count."""
    around = sayings(page, span)
    return Voice(certainty(page, span, around), *chain(page, around))


def sayings(page: Page, span: Span) -> tuple[Attribution, ...]:
    """The sayings in whose content most of ``span`` lies, innermost first."""
    length = max(1, span.end - span.start)
    after = bisect_left(page.speech, span.start - LONGEST, key=lambda saying: saying.start)
    before = bisect_right(page.speech, span.end, key=lambda saying: saying.start)
    found = [
        saying
        for saying in page.speech[after:before]
        if saying.end > span.start
        and saying.rule.startswith("say/")
        and 5 * sum(part.shares(span) for part in saying.content) >= 4 * length
    ]
    return tuple(
        sorted(found, key=lambda saying: (sum(part.end - part.start for part in saying.content), -len(saying.via)))
    )


def certainty(page: Page, span: Span, around: tuple[Attribution, ...] = ()) -> Certainty:
    """How sure the words are: those of the span's main verb, of the verbs that govern it, then of the verb of saying.

    Denied goes before possible, possible before planned. ``would`` after a verb of saying in the past is ``will``.
    """
    at = page.sentence_at(span.start)
    found: set[Certainty] = set()
    if at is not None and page.sentences[at].tokens:
        found = _of_words(page.sentences[at], span, {saying.cue[0].start for saying in around if saying.cue})
    for saying in around[:1]:
        found.add(cues().certainty(saying.cue_lemma, "verb"))
    return next((one for one in _RANK if one in found), "stated")


def _of_words(sentence: Sentence, span: Span, sayings: set[int]) -> set[Certainty]:
    """What the main word of the span and the words above it say, up to the verb of saying."""
    tokens = sentence.tokens
    inside = sentence.indices_in(span)
    if not inside:
        return set()
    at = next((index for index in inside if tokens[index].head not in inside or tokens[index].head == index), inside[0])
    found: set[Certainty] = set()
    for step in range(_HIGHEST):
        if tokens[at].start in sayings and tokens[at].start < span.start:
            break
        if step == 0 or tokens[at].pos in ("VERB", "AUX", "ADJ"):
            found |= _of_word(sentence, at, governs=step > 0)
        head = tokens[at].head
        if head == at or tokens[at].dep in ("relcl", "conj") or (step and tokens[at].dep == "advcl"):
            break
        at = head
    return found


def _of_word(sentence: Sentence, at: int, *, governs: bool) -> set[Certainty]:
    tokens = sentence.tokens
    found: set[Certainty] = set()
    reported = tokens[at].dep == "ccomp" and tokens[tokens[at].head].tag in ("VBD", "VBN")
    conditional = False
    for index in sentence.children[at]:
        below, word = tokens[index], tokens[index].text.lower()
        if below.dep == "neg":
            found.add("denied")
        elif below.dep == "aux" and word in _PLANNED:
            found.add("planned")
        elif below.dep == "aux" and word in _POSSIBLE:
            found.add("planned" if reported and word in ("would", "’d", "'d") else "possible")
        elif (below.dep == "advmod" and word in _ADVERBS) or (below.dep == "mark" and word in _CONDITIONS):
            found.add("possible")
        elif below.dep == "advcl":
            conditional |= any(tokens[k].text.lower() in _CONDITIONS for k in sentence.children[index])
    if conditional:
        found.add("possible")
    if governs:
        lemma = tokens[at].lemma
        if lemma in _REFUSING:
            found.add("denied")
        elif lemma in _COMING:
            found.add("planned")
        else:
            found.add(cues().certainty(lemma, "verb"))
    return found
