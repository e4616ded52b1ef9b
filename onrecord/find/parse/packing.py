"""Parses as bytes, small enough to be kept with a record: about 200 for a sentence."""

import zlib
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import Token

LABELS = tuple(
    """ ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X CONJ
$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS
RP TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP `` ROOT acl acomp advcl advmod agent amod appos attr aux auxpass
case cc ccomp compound conj csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass
nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp CARDINAL DATE EVENT FAC
GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME
WORK_OF_ART""".replace("\n", " ").split(" ")
)
"""Labels of the usual parsers (Universal POS, Penn Treebank, ClearNLP, OntoNotes), by number; new ones only at the end.

A label that is not among them is kept with the sentence.
"""
_NUMBERS = {label: number for number, label in enumerate(LABELS)}
_COLUMNS = ("pos", "tag", "dep", "entity")
_Packed = tuple[int, list[int], list[int], list[int], str, list[str], list[list[int]]]
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Packed).decode


def packed(text: str, tokens: Sequence[Token]) -> bytes:
    """The parse of the sentence ``text``, without its words; the tokens' offsets are those in the sentence."""
    ends = [0, *(token.end for token in tokens)]
    own: list[str] = []
    columns = []
    for name in _COLUMNS:
        labels = [getattr(token, name) for token in tokens]
        own += [label for label in dict.fromkeys(labels) if label not in _NUMBERS and label not in own]
        columns.append([_NUMBERS[one] if one in _NUMBERS else len(LABELS) + own.index(one) for one in labels])
    columns_of_places = (
        [token.start - end for token, end in zip(tokens, ends, strict=False)],
        [token.end - token.start for token in tokens],
        [token.head - number for number, token in enumerate(tokens)],
    )
    lemmas = "\n".join("" if token.lemma == token.text.lower() else token.lemma for token in tokens)
    return zlib.compress(_encode((zlib.crc32(text.encode()), *columns_of_places, lemmas, own, columns)))


def unpacked(text: str, kept: bytes) -> tuple[Token, ...]:
    """The tokens of the sentence ``text`` from its packed parse.

    Raises ValueError if the parse is damaged or not of this text.
    """
    try:
        mark, gaps, lengths, heads, lemmas, own, columns = _decode(zlib.decompress(kept))
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError(f"the parse of {text[:60]!r} is damaged: {error}") from error
    if mark != zlib.crc32(text.encode()):
        raise ValueError(f"the parse is not of the sentence {text[:60]!r}")
    labels = (*LABELS, *own)
    tokens = []
    end = 0
    rows = zip(gaps, lengths, heads, lemmas.split("\n"), *columns, strict=True) if gaps else ()
    for number, (gap, length, head, lemma, pos, tag, dep, entity) in enumerate(rows):
        start, end = end + gap, end + gap + length
        word = text[start:end]
        tokens.append(
            Token(
                start=start,
                end=end,
                text=word,
                lemma=lemma or word.lower(),
                pos=labels[pos],
                tag=labels[tag],
                dep=labels[dep],
                head=number + head,
                entity=labels[entity],
            )
        )
    return tuple(tokens)
