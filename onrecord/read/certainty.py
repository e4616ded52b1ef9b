"""How sure words are: from the verbs, nouns and adjectives that govern them, up to the verb of saying."""

from onrecord.find.speech.cues import cues
from onrecord.knowledge.sureness import sureness
from onrecord.model.assertion import Certainty
from onrecord.model.mention import Attribution
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span

_PLANNED = frozenset({"will", "shall", "’ll", "'ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "should", "’d", "'d"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_NOT = frozenset({"neither", "nor"})
_DENYING = frozenset({"deny", "refute", "rebut", "dispute"})
_BESIDE = frozenset(
    {"at", "during", "amid", "after", "before", "in", "ahead", "since", "of", "to", "over", "about", "given"}
)
_HIGHEST = 8
_RANK: tuple[Certainty, ...] = ("denied", "possible", "planned", "stated")


def certainty(page: Page, span: Span, around: tuple[Attribution, ...] = ()) -> Certainty:
    """How sure the words are: those of the span's main verb, of the words that govern it, then of the verb of saying.

    Denied goes before possible, possible before planned. ``would`` after a verb of saying in the past is ``will``; what
    is not denied or not ruled out is possible, and so is what somebody asks.
    """
    at = page.sentence_at(span.start)
    found: set[Certainty] = set()
    if at is not None and page.sentences[at].tokens:
        found = _of_words(page.sentences[at], span, {saying.cue[0].start for saying in around if saying.cue})
        if page.body[page.sentences[at].end - 1] == "?":
            found.add("possible")
    found |= {_of_cue(page, saying) for saying in around[:1]}
    found |= {_of_cue(page, saying) for saying in around[1:] if saying.cue_lemma in _DENYING}
    return next((one for one in _RANK if one in found), "stated")


def of_saying(page: Page, saying: Attribution) -> Certainty:
    """How sure it is that it was said; what its speaker denies is denied.

    "According to" and "citing" hang on what is said, and are no acts of their own.
    """
    if not saying.cue or saying.rule.endswith(("/according", "/citing")):
        return "stated"
    if saying.cue_lemma in _DENYING:
        return _of_cue(page, saying)
    at = page.sentence_at(saying.cue[0].start)
    sentence = page.sentences[at] if at is not None else None
    verb = sentence.index_at(saying.cue[0].start) if sentence is not None else None
    if sentence is None or verb is None or sentence.tokens[verb].dep in ("advcl", "pcomp", "acl"):
        return "stated"
    above = sentence.tokens[sentence.tokens[verb].head]
    if any(part.start <= above.start < part.end for part in saying.content):
        return "stated"  # "The mills, he said, have not closed": the verb around is of what is said
    sure = certainty(page, saying.cue[0])
    if sure == "possible" and sentence.tokens[verb].tag == "VBD" and not _is_doubted(sentence, verb):
        return "stated"  # what was said was said: conditions and questions beside it are those of the words
    return sure


def _is_doubted(sentence: Sentence, at: int) -> bool:
    """Whether a verb of saying is itself in doubt: "reportedly said", "it is unclear whether he said"."""
    tokens = sentence.tokens
    above = tokens[at].dep in ("ccomp", "acl", "relcl", "csubj") and tokens[at].head != at
    return above or any(
        tokens[k].text.lower() in sureness("adverb") for k in sentence.children[at] if tokens[k].dep == "advmod"
    )


def _of_cue(page: Page, saying: Attribution) -> Certainty:
    """How sure a verb of saying makes what is said; "did not deny" leaves it open."""
    own = cues().certainty(saying.cue_lemma, "verb")
    at = page.sentence_at(saying.cue[0].start) if saying.cue else None
    verb = page.sentences[at].index_at(saying.cue[0].start) if at is not None else None
    if at is None or verb is None:
        return own
    if own != "denied" and not _rules_out(page.sentences[at], verb):
        return own
    return "possible" if is_negated(page.sentences[at], verb) else "denied"


def _of_words(sentence: Sentence, span: Span, sayings: set[int]) -> set[Certainty]:
    """What the main word of the span and the words above it say, up to the verb of saying."""
    tokens = sentence.tokens
    inside = sentence.indices_in(span)
    if not inside:
        return set()
    at = next((index for index in inside if tokens[index].head not in inside or tokens[index].head == index), inside[0])
    found: set[Certainty] = set()
    below = at
    for step in range(_HIGHEST):
        if tokens[at].start in sayings and tokens[at].start < span.start:
            break
        if tokens[at].pos in ("VERB", "AUX", "ADJ"):
            denies = tokens[at].lemma in _DENYING and len(inside) > 1
            found |= _of_verb(sentence, at, governs=denies or (step > 0 and tokens[below].dep != "nsubj"))
        elif step == 0:
            found |= _beside(sentence, at)
        elif tokens[at].pos == "NOUN" and tokens[below].dep in ("acl", "ccomp"):
            found |= _of_noun(sentence, at)
        head = tokens[at].head
        if head == at or tokens[at].dep in ("relcl", "conj") or (step and tokens[at].dep == "advcl"):
            break
        if _is_circumstance(sentence, at):
            break
        below, at = at, head
    return found


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
        elif (below.dep == "mark" and word in _CONDITIONS) or (below.dep == "advcl" and _is_condition(sentence, index)):
            found.add("possible")
    if is_negated(sentence, at):
        found.add("denied")
    return found


def _is_condition(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins with "if"."""
    return any(sentence.tokens[k].text.lower() in _CONDITIONS for k in sentence.children[at])


def _of_verb(sentence: Sentence, at: int, *, governs: bool) -> set[Certainty]:
    """What a verb or adjective and the words beside it say; ``governs``: of a clause or thing below it."""
    found = _beside(sentence, at)
    if not governs:
        return found
    lemma = sentence.tokens[at].lemma
    own = sureness("adjective" if sentence.tokens[at].pos == "ADJ" else "verb").get(lemma)
    if _rules_out(sentence, at):
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


def _rules_out(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens
    return tokens[at].lemma == "rule" and any(tokens[k].lemma == "out" for k in sentence.children[at])


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
