"""A quotation with its cue behind it: ``"...," X said``, ``"...," said X``, or in the next sentence."""

from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, subject
from onrecord.find.speech.quotes.beside import only_says, with_partners
from onrecord.find.speech.quotes.cued import FAR, cued, speaks
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_NEAR = 6


def followed(
    body: str, sentences: Sequence[Sentence], number: int, quotation: Quotation, after: int, cues: Cues
) -> Claim | None:
    """A cue after the quotation: ``"...," X said`` or ``"..." said X``."""
    sentence = sentences[number]
    if not body[quotation.end : sentence.end].strip():
        if number + 1 >= len(sentences):
            return None
        ended = quotation.inner.of(body).rstrip()[-1:] not in "?!,…—–-"
        if ended and not only_says(sentences[number + 1], cues):
            return None
        number += 1
        sentence = sentences[number]
        if sentence.paragraph != quotation.paragraph:
            return None
        low = sentence.start
        if body[low] in '"“‘':
            return None
    else:
        low = quotation.end
    high = after if after > low else sentence.end
    indices = sentence.indices_in(Span(start=low, end=min(high, sentence.end)))
    for at in indices[:FAR]:
        token = sentence.tokens[at]
        if token.start < low or token.pos not in ("VERB", "AUX") or not speaks(cues, token.lemma):
            continue
        if any(sentence.tokens[k].tag == "MD" for k in children(sentence, at, "aux")):
            continue  # "... that he could declare his candidacy, she said"
        if number > 0 and low == sentence.start and any(sentence.tokens[k].dep == "neg" for k in sentence.children[at]):
            continue  # "“What about tea?” The envoy did not answer."
        who = subject(sentence, at)
        if who is None or not any(sentence.tokens[who].start >= edge for edge in (low,)):
            who = _near(sentence, at, low)
        if who is None:
            continue
        if (teller := _teller(sentence, at, cues)) is not None:
            told = cued(sentence, number, teller[0], teller[1], quotation)
            return msgspec.structs.replace(told, passes=(sentence.tokens[who].start,))
        return with_partners(sentence, cued(sentence, number, at, who, quotation), low)
    if body[quotation.inner.end - 1] in ",?!" or body[quotation.end] == ",":
        for at in indices[:_NEAR]:
            token = sentence.tokens[at]
            if token.start >= low and token.tag in ("VBD", "VBZ") and token.dep != "aux":
                who = _near(sentence, at, low)
                return cued(sentence, number, at, who, quotation) if who is not None else None
    return None


def _teller(sentence: Sentence, at: int, cues: Cues) -> tuple[int, int] | None:
    """Who told it to the one that passes it on, with the verb of it: ``"...," Bo said Li told him``."""
    for verb in children(sentence, at, "ccomp"):
        who = next((index for index in children(sentence, verb, "nsubj") if at < index < verb), None)
        between = sentence.tokens[at:verb]
        if who is None or cues.kind(sentence.tokens[verb].lemma, "verb") != "say" or "," in [k.text for k in between]:
            continue
        heard = children(sentence, verb, "dobj", "dative")
        pronouns = all(sentence.tokens[index].tag == "PRP" for index in heard)
        if pronouns and (heard or verb + 2 >= len(sentence.tokens)) and not children(sentence, verb, "ccomp", "xcomp"):
            return verb, who
    return None


def _near(sentence: Sentence, at: int, low: int) -> int | None:
    """The speaker beside the cue where the parse has none: ``said X`` or ``X said``."""
    tokens = sentence.tokens
    for index in children(sentence, at, "dobj", "attr", "oprd", "nsubj", "npadvmod", "ccomp"):
        if tokens[index].start >= low and tokens[index].pos in ("PROPN", "NOUN", "PRON"):
            return index
    left = at - 1
    while left >= 0 and tokens[left].pos in ("AUX", "ADV"):
        left -= 1
    if left >= 0 and tokens[left].start >= low and tokens[left].pos in ("PROPN", "NOUN", "PRON"):
        return left
    for index in range(at + 1, min(at + 7, len(tokens))):
        if tokens[index].pos in ("PROPN", "PRON", "NOUN"):
            while index + 1 < len(tokens) and tokens[index + 1].pos in ("PROPN", "NOUN"):
                index += 1
            return index
        if tokens[index].pos not in ("DET", "ADJ", "PUNCT", "NUM"):
            break
    return None
