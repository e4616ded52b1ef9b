"""What the words that govern a stretch say of how sure it is: verbs, nouns and adjectives, up to the verb of saying."""

import re
from collections.abc import Iterator

from onrecord.find.speech.cues import cues
from onrecord.knowledge.sureness import sureness
from onrecord.model.assertion import Certainty
from onrecord.model.page import Sentence
from onrecord.model.span import Span

DENYING = frozenset({"deny", "refute", "rebut", "dispute"})
_PLANNED = frozenset({"will", "shall", "’ll", "'ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "should", "’d", "'d"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_ASKING = frozenset({"when", "whether", "if", "how", "why", "what", "where", "who", "which"})
_NOT = frozenset({"neither", "nor"})
_NOBODIES = frozenset({"nobody", "none", "neither"})
_NEVER = frozenset({"not", "n't", "n’t", "never"})
_NOBODY = re.compile(r"(?:no-?one|nobody|none|neither|not (?:a|an|one|any|even)|no(?! ?\d|\.))\b", re.I)
_BESIDE = frozenset(
    {"at", "during", "amid", "after", "before", "in", "ahead", "since", "of", "to", "over", "about", "given"}
)
_SHORT_OF = frozenset({"short", "refrain", "abstain", "instead", "shy", "without"})
_HIGHEST = 8


def is_nobody(words: str) -> bool:
    """Whether a phrase names nobody: "no one", "neither side", "no official"; not "No. 10"."""
    return _NOBODY.match(words) is not None


def is_question(words: str) -> bool:
    """Whether a clause only asks: "when the levy would be cut", "whether it had been"."""
    return words.split(maxsplit=1)[:1] != [] and words.split(maxsplit=1)[0].lower() in _ASKING


def of_words(sentence: Sentence, span: Span, sayings: set[int]) -> set[Certainty]:
    """What the main word of the span and the words above it say, up to the verb of saying."""
    tokens = sentence.tokens
    alone = len(sentence.indices_in(span)) == 1
    found: set[Certainty] = set()
    asked = False
    for step, (below, at) in enumerate(_upwards(sentence, span, sayings)):
        asked = asked or (step > 0 and _is_asked(sentence, below))
        told: set[Certainty] = set()
        if tokens[at].pos in ("VERB", "AUX", "ADJ"):
            denies = tokens[at].lemma in DENYING and not alone
            told = _of_verb(sentence, at, governs=denies or (step > 0 and tokens[below].dep != "nsubj"))
            told |= _of_subject(sentence, at, governs=step > 0)
        elif step == 0:
            told = _beside(sentence, at)
        elif tokens[at].pos == "NOUN" and tokens[below].dep in ("acl", "ccomp"):
            told = _of_noun(sentence, at)
        twice = step > 1 and "denied" in told and (rules_out(sentence, below) or tokens[below].lemma in DENYING)
        if twice:
            found.discard("denied")  # "refused to rule out", "would not deny"
        found |= (told - {"denied"}) | {"possible"} if (asked or twice) and "denied" in told else told
    return found


def is_left_open(sentence: Sentence, span: Span) -> bool:
    """Whether the words are only a question that nobody answers: "did not say when", "refused to say whether"."""
    asked = False
    for step, (below, at) in enumerate(_upwards(sentence, span, set())):
        asked = asked or (step > 0 and _is_asked(sentence, below))
        if asked and _of_verb(sentence, at, governs=True) & {"denied", "possible"}:
            return True
    return False


def _upwards(sentence: Sentence, span: Span, sayings: set[int]) -> Iterator[tuple[int, int]]:
    """The main word of a span and the words that govern it, each with the one below it."""
    tokens = sentence.tokens
    inside = sentence.indices_in(span)
    if not inside:
        return
    at = next((index for index in inside if tokens[index].head not in inside or tokens[index].head == index), inside[0])
    below = at
    for step in range(_HIGHEST):
        if tokens[at].start in sayings and tokens[at].start < span.start:
            return
        yield below, at
        head = tokens[at].head
        if head == at or tokens[at].dep in ("relcl", "conj") or (step and tokens[at].dep == "advcl"):
            return
        if _is_circumstance(sentence, at):
            return
        below, at = at, head


def _is_asked(sentence: Sentence, at: int) -> bool:
    """Whether a clause below a verb begins with a question word: "say | when the levy would be cut"."""
    tokens = sentence.tokens
    if tokens[at].dep not in ("ccomp", "advcl", "pcomp") or tokens[at].head > at:
        return False
    return tokens[sentence.subtree(at)[0]].text.lower() in _ASKING


def _of_subject(sentence: Sentence, at: int, *, governs: bool) -> set[Certainty]:
    """What nobody does is denied ("no one has cut it"), and so is what hangs on it ("nobody offered to")."""
    tokens = sentence.tokens
    for index in sentence.children[at]:
        if tokens[index].dep not in ("nsubj", "nsubjpass") or index > at:
            continue
        words = [tokens[k].text for k in sentence.subtree(index)[:2]]
        bare = words[0].lower() in _NOBODIES or " ".join(words).lower() == "no one"
        if bare or (not governs and tokens[index].dep == "nsubj" and is_nobody(" ".join(words))):
            return {"denied"}
    return set()


def _is_circumstance(sentence: Sentence, at: int) -> bool:
    """Whether what stands above speaks of something else: "did not raise rice | in the talks", "objections | to"."""
    tokens = sentence.tokens
    if tokens[at].dep != "prep" or tokens[at].text.lower() not in _BESIDE:
        return False
    above = tokens[tokens[at].head]
    return above.lemma not in ("be", "set", "due", "remain") and above.pos in ("VERB", "NOUN")


def _beside(sentence: Sentence, at: int) -> set[Certainty]:
    """What stands beside any word: its auxiliaries, a negation, an adverb, a condition."""
    tokens = sentence.tokens
    found: set[Certainty] = set()
    reported = tokens[at].dep == "ccomp" and tokens[tokens[at].head].tag in ("VBD", "VBN")
    for index in sentence.children[at]:
        below, word = tokens[index], tokens[index].text.lower()
        if below.dep == "aux" and word in _PLANNED:
            found.add("planned")
        elif below.dep == "aux" and word in _POSSIBLE:
            found.add("planned" if reported and word in ("would", "’d", "'d") else "possible")
        elif below.dep == "advmod" and word in sureness("adverb"):
            found.add(sureness("adverb")[word])
        elif (below.dep == "mark" and word in _CONDITIONS) or (below.dep == "advcl" and is_condition(sentence, index)):
            found.add("possible")
    if is_negated(sentence, at):
        found.add("denied")
    return found | _before_aside(sentence, at)


def _before_aside(sentence: Sentence, at: int) -> set[Certainty]:
    """What helpers say that words between commas part from their verb: "will not, he told reporters, raise"."""
    tokens = sentence.tokens
    if tokens[at].tag not in ("VB", "VBN", "VBG", "VBD") or at == 0 or tokens[at - 1].text != ",":
        return set()
    end = next((k for k in range(at - 2, 0, -1) if tokens[k].text == ","), 0)
    found: set[Certainty] = set()
    for k in range(end - 1, -1, -1):
        word = tokens[k].text.lower()
        if word in _NEVER:
            found.add("denied")
        elif word in _PLANNED:
            found.add("planned")
        elif word in _POSSIBLE:
            found.add("possible")
        elif tokens[k].pos not in ("AUX", "ADV"):
            break
    return found


def is_condition(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins with "if"."""
    return any(sentence.tokens[k].text.lower() in _CONDITIONS for k in sentence.children[at])


def _of_verb(sentence: Sentence, at: int, *, governs: bool) -> set[Certainty]:
    """What a verb or adjective and the words beside it say; ``governs``: of a clause or thing below it."""
    found = _beside(sentence, at)
    if not governs:
        return found
    lemma = sentence.tokens[at].lemma
    own = sureness("adjective" if sentence.tokens[at].pos == "ADJ" else "verb").get(lemma)
    if rules_out(sentence, at) or _is_yet_to(sentence, at):
        own = "denied"
    if own == "denied" and "denied" in found:
        return (found - {"denied"}) | {"possible"}  # "did not rule out"
    for index in sentence.children[at]:
        if sentence.tokens[index].dep in ("nsubjpass", "dobj") and _has_no(sentence, index):
            found.add(sureness("open").get(sentence.tokens[index].lemma, "stated"))  # "no decision was made on"
        if sentence.tokens[index].dep in ("acomp", "oprd") and sentence.tokens[index].lemma in sureness("adjective"):
            found.add(sureness("adjective")[sentence.tokens[index].lemma])  # "it is unclear whether"
    found.add(own or cues().certainty(lemma, "verb"))
    return found


def is_short_of(sentence: Sentence, at: int) -> bool:
    """Whether a verb is only what was not done: "stopped short of saying", "left without saying"."""
    token = sentence.tokens[at]
    before = sentence.tokens[max(0, token.head - 1) : token.head + 1] if token.dep == "pcomp" else ()
    return any(word.lemma in _SHORT_OF for word in before)


def rules_out(sentence: Sentence, at: int) -> bool:
    """Whether a verb is "rule out"."""
    tokens = sentence.tokens
    return tokens[at].lemma == "rule" and any(tokens[k].lemma == "out" for k in sentence.children[at])


def _is_yet_to(sentence: Sentence, at: int) -> bool:
    """Whether it has not been done so far: "has yet to say"."""
    return sentence.tokens[at].lemma == "have" and any(sentence.tokens[k].lemma == "yet" for k in sentence.children[at])


def _of_noun(sentence: Sentence, at: int) -> set[Certainty]:
    """What a noun says of the clause that hangs on it: "rumours that", "no plans to", "reports that ... are false"."""
    tokens = sentence.tokens
    above = tokens[at].head
    if _has_no(sentence, at):
        return {sureness("open").get(tokens[at].lemma, "denied")}
    if tokens[at].dep == "nsubj" and any(
        tokens[k].dep in ("acomp", "attr") and tokens[k].lemma in sureness("false") for k in sentence.children[above]
    ):
        return {"denied"}
    return {sureness("noun").get(tokens[at].lemma, "stated")}


def _has_no(sentence: Sentence, at: int) -> bool:
    return any(sentence.tokens[k].dep == "det" and sentence.tokens[k].lemma == "no" for k in sentence.children[at])


def is_negated(sentence: Sentence, at: int) -> bool:
    """Whether a word is denied: "not", "never", "neither ... nor"."""
    tokens = sentence.tokens
    above = tokens[at].head if tokens[at].dep == "conj" else at
    nor = any(tokens[k].text.lower() in _NOT for k in (*sentence.children[at], *sentence.children[above]))
    return nor or any(tokens[k].dep == "neg" for k in sentence.children[at])
