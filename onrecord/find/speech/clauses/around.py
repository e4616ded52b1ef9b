"""A cue after its content or inside it: ``..., officials said Sunday``, ``The deal, he said, is dead``."""

from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, finite, phrase, trimmed
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_GOES_ON = frozenset(
    {"as", "while", "when", "after", "before", "although", "though", "and", "but", "in", "during", "at"}
)
_SETS_OFF = frozenset({",", "—", "–", "--", "-"})
_MARKS = frozenset({"”", '"', "''", "’"})
_OPENING = frozenset({"“", "``", '"'})
_SHORT = 9


def around_of(body: str, sentence: Sentence, at: int, who: int | None, cues: Cues) -> list[Span | None] | None:
    """The content where the cue stands after it or inside it, set off by commas ("..., officials said Sunday")."""
    tokens = sentence.tokens
    if who is None or not _finite_verb(sentence, at) or tokens[at].dep == "relcl":
        return None  # "..., an issue that has revealed a rift"
    if any(
        tokens[k].dep == "ccomp" and k > at and finite(sentence, [k, *sentence.children[k]])
        for k in sentence.children[at]
    ):
        return None
    if at + 1 < len(tokens) and tokens[at + 1].text.lower() in ("that", "to"):
        return None
    source = phrase(sentence, who, at)
    inside = sentence.indices_in(source)
    first = min(at, inside[0]) if inside else at
    if first < at and (own := children(sentence, at, "nsubj")):
        first = min(first, sentence.subtree(own[0])[0])  # "..., a forecast by the bank showed"
    while first > 0 and tokens[first - 1].pos in ("AUX", "ADV") and tokens[first - 1].text != "not":
        first -= 1
    if first == 0 or tokens[first - 1].text not in _SETS_OFF | _MARKS:
        return None
    left = range(first - 1)
    main = _main(sentence, left)
    last = max(at, inside[-1] if inside and who > at else at)
    while last + 1 < len(tokens) and tokens[last + 1].text not in {",", ";", "—", "–", "--"}:
        last += 1
    before = tokens[first - 1]
    end = before.start if before.text in _SETS_OFF else before.end
    content: list[Span | None] = [trimmed(body, sentence.start, end)]
    rest = range(last + 2, len(tokens))
    if len(rest) <= _SHORT and any(cues.kind(tokens[k].lemma, "verb") == "say" for k in rest):
        rest = range(0)  # "..., he told them, the agency reported"
    goes_on = len(rest) > 2 and not (tokens[rest[0]].text.lower() in _GOES_ON or tokens[rest[0]].tag == "VBG")
    if goes_on and (not main or _governs(sentence, at, rest)):
        content.append(trimmed(body, tokens[rest[0]].start, sentence.end))
    elif not main:
        return None
    return content


def _finite_verb(sentence: Sentence, at: int) -> bool:
    """Whether the verb is one with a tense: "said", "has said", and not "when added"."""
    tag = sentence.tokens[at].tag
    return tag in ("VBD", "VBZ", "VBP") or (tag == "VBN" and bool(children(sentence, at, "aux")))


def _main(sentence: Sentence, left: range) -> bool:
    """Whether what stands before the cue has a clause of its own and is no mere "During the visit" or "Asked why"."""
    tokens = sentence.tokens
    if not finite(sentence, left) and not _opened(sentence, left):
        return False
    if tokens[left[0]].pos not in ("SCONJ", "ADP") and tokens[left[0]].tag not in ("VBG", "VBN", "TO"):
        return True
    if any(tokens[index].head == left[0] and tokens[index].dep in ("auxpass", "aux") for index in left[1:]):
        return finite(sentence, [index for index in left[1:] if tokens[index].head == left[0]])  # "Named as ... is"
    commas = [index for index in left if tokens[index].text == ","]
    return bool(commas) and finite(sentence, range(commas[0] + 1, left[-1] + 1))


def _opened(sentence: Sentence, left: range) -> bool:
    """Whether a verb follows an opening mark, where the parse sees no tense ('The levies “harm trade”')."""
    tokens = sentence.tokens
    return any(tokens[index].text in _OPENING and tokens[index + 1].tag in ("VB", "VBN", "VBG") for index in left[1:-1])


def _governs(sentence: Sentence, at: int, rest: range) -> bool:
    """Whether the clause that the cue interrupts goes on in ``rest``."""
    tokens = sentence.tokens
    return tokens[at].head in rest and tokens[tokens[at].head].pos in ("VERB", "AUX")
