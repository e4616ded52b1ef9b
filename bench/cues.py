"""Fits the numbers of the table of cues to a gold of attributions.

    python bench/cues.py GOLD [--folds 5] [--out FOLDER]

GOLD is a gold of quotes (JSONL, see ``bench/README.md``). Every verb, noun and adjective in every construction is held
against the gold; a logistic regression then gives the share of each word and construction in the plain case and how
much each condition moves it. It prints what rows so fitted on some folds gain on the others, word by word; with
``--out`` it writes ``cues.csv`` and ``cue_conditions.csv`` as fitted on all of it, with the other columns as they are,
and rows set by hand (``by``) untouched.
"""

import argparse
import csv
import math
import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from cue_model import LEAST, Model, Seen, counted, cross, features, fitted, gain, odds
from predict import rows as read_rows
from predict_quotes import read

from onrecord.find.speech import paragraphs_of, possible
from onrecord.find.speech.clauses.likely import conditions, group_of, likely
from onrecord.find.speech.cues import Cue, Cues, Pos, cues
from onrecord.find.speech.named import Named
from onrecord.find.speech.quotes.quotation import quotations
from onrecord.find.speech.quotes.quoted import quoted
from onrecord.knowledge.tables import table

WORTH = 0.5
"""A word without a number so high gets no row: it costs time and tells little."""
FLOOR = 0.3
"""A construction below it gets no number."""
_TOGETHER = 3
_WORD = re.compile(r"[a-z][a-zé'-]+(?: [a-z'-]+){0,2}")
GROUPS = ("clause", "follows", "infinitive", "object", "preposition", "noun")


class Everything(Cues):
    """A table in which every word may attribute in every construction; of several words only ``phrases``."""

    def __init__(self, phrases: frozenset[tuple[str, str]]) -> None:
        super().__init__(table("cues.csv", Cue))
        self._together = phrases

    def knows(self, lemma: str, pos: Pos) -> bool:
        """Every single word, and the phrases."""
        return " " not in lemma or (lemma, pos) in self._together

    def has_phrases(self, lemma: str) -> bool:
        """Every verb may have particles."""
        return True

    def frames(self, lemma: str, pos: Pos) -> frozenset[str]:
        """All of them."""
        return frozenset({"follows", "clause", "infinitive", "object", "preposition"})

    def weight(self, lemma: str, pos: Pos, frame: str, link: str = "") -> float:
        """The same for all."""
        return 0.5


def seen(gold: dict[str, Any], sentences: Sequence[Any], everything: Everything) -> Iterator[Seen]:
    """What every word of an article may say, held against the gold of that article."""
    text = gold["text"]
    words = [at.span() for at in re.finditer(r"\w+(?:['’]\w+)*", text)]
    starts = [start for start, _ in words]

    def inside(spans: Sequence[Sequence[int]]) -> frozenset[int]:
        return frozenset(
            at
            for start, end in spans
            for at in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end))
            if words[at][1] > start
        )

    known = [(inside(one["content"]), inside(one["source"] or []), one) for one in gold["attributions"]]
    holding: dict[int, list[int]] = defaultdict(list)
    for index, (content, _, _) in enumerate(known):
        for at in content:
            holding[at].append(index)
    marks = quotations(text, list(paragraphs_of(sentences).values()))
    taken = {claim.cue for claim in quoted(text, sentences, marks, cues(), Named(()))}
    places = [mark.start for mark in marks]
    for number, sentence in enumerate(sentences):
        near = marks[max(0, bisect_right(places, sentence.start) - 1) : bisect_left(places, sentence.end)]
        for claim in possible(text, sentence, number, everything, near):
            if claim.cue in taken or claim.cue is None or not _WORD.fullmatch(f"{claim.lemma} {claim.link}".strip()):
                continue
            content = inside([(part.start, part.end) for part in claim.content])
            source = inside([(part.start, part.end) for part in (claim.source, claim.pronoun) if part is not None])
            cue = inside([(claim.cue.start, claim.cue.end)])
            over = {index for at in content for index in holding[at]}
            if not content or any(content | source | cue <= known[index][0] for index in over):
                continue  # inside what somebody says: the gold has the outermost only
            right = any(
                4 * len(known[index][0] & content) >= len(known[index][0]) + len(content)
                and (bool(known[index][1] & source) or (not known[index][1] and not source))
                for index in over
            )
            yield Seen(
                article=str(gold["id"]),
                place=(number, claim.at),
                key=(
                    claim.lemma,
                    claim.pos,
                    "follows" if claim.follows else claim.frame,
                    claim.link if claim.frame == "preposition" else "",
                ),
                group=group_of(claim),
                conditions=tuple(conditions(sentence, claim, near)),
                right=right,
                claim=claim,
                sentence=sentence,
                near=near,
            )


def phrases(golds: Sequence[dict[str, Any]], parses: Mapping[str, Sequence[Any]]) -> frozenset[tuple[str, str]]:
    """Verbs with a particle, an object or an adjective, and nouns with a preposition, that gold cues hold together."""
    count: Counter[tuple[str, str]] = Counter()
    for gold in golds:
        cue = {at for one in gold["attributions"] for start, end in one["cue"] or [] for at in range(start, end)}
        for sentence in parses[str(gold["id"])]:
            for at, token in enumerate(sentence.tokens):
                above = sentence.tokens[token.head]
                if token.start not in cue or above.start not in cue or token.head == at:
                    continue
                if token.dep == "prt":
                    count[f"{above.lemma} {token.text.lower()}", "verb"] += 1
                elif token.dep in ("dobj", "attr", "acomp", "oprd", "ccomp") or (
                    token.dep == "pobj" and at - token.head in (1, 2)
                ):
                    pos = "noun" if token.pos == "NOUN" else "adjective"
                    count[f"{above.lemma} {token.lemma}", pos] += 1
    return frozenset(key for key, times in count.items() if times >= _TOGETHER and key[0].isascii())


def shares(
    rows: Sequence[Seen], model: Model, known: Counter[tuple[str, ...]]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The numbers of each word: the chance of each construction in the plain case, as columns of the table."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for key in sorted({one.key for one in rows}):
        lemma, pos, frame, link = key
        if known[lemma, pos] < LEAST:
            continue
        group = frame if pos == "verb" else "noun"
        plain = Seen("", (0, 0), key, group, (), False)
        extra = [f"S noun {frame}/noun"] if pos != "verb" else []
        extra += ["S adjective/noun"] if pos == "adjective" else []
        share = 1 / (1 + math.exp(-odds(model, features(plain, known)) - odds(model, extra)))
        if share < FLOOR:
            continue
        columns = found.setdefault((lemma, pos), {"about": []})
        if frame == "preposition":
            columns["about"].append(f"{link}={share:.2f}")
        else:
            columns[frame] = f"{share:.2f}"
    return found


def table_rows(fresh: dict[tuple[str, str], dict[str, Any]], known: Counter[tuple[str, ...]]) -> Iterator[list[str]]:
    """The table with the fitted numbers; what the gold does not have keeps those of the table."""
    old = {(row.lemma, row.pos): row for row in table("cues.csv", Cue)}
    order = {"verb": 0, "adjective": 1, "noun": 2}
    for lemma, pos in sorted({*old, *fresh}, key=lambda key: (order[key[1]], key[0])):
        row = old.get((lemma, pos))
        columns = None if row is not None and row.by == "hand" else fresh.get((lemma, pos))
        if row is not None and row.by == "hand":
            pass  # as it is, even where it has no number
        elif columns is None and known[lemma, pos] >= LEAST and row is not None and not (row.says or row.nots):
            continue
        kept = row is not None and bool(row.says or row.nots or row.states != "never" or row.kind == "say")
        if columns is not None and _best(columns) < WORTH and not kept:
            continue
        if columns is None:
            if row is None:
                continue
            columns = {"about": list(row.about)}
            for frame in ("clause", "follows", "infinitive", "object"):
                if getattr(row, frame):
                    columns[frame] = f"{getattr(row, frame):.2f}"
        elif row is not None and kept:
            columns = _with_old(columns, row)
        kind = row.kind if row else {"verb": "act", "adjective": "feel", "noun": "think"}[pos]
        yield [
            lemma,
            pos,
            kind,
            row.certainty if row and row.certainty != "stated" else "",
            *(columns.get(frame, "") for frame in ("clause", "follows", "infinitive", "object")),
            "|".join(columns["about"]),
            row.states if row and row.states != "never" else "",
            row.by if row and row.by == "hand" else "",
            "|".join(row.says) if row else "",
            "|".join(row.nots) if row else "",
        ]


def _with_old(columns: dict[str, Any], row: Cue) -> dict[str, Any]:
    """With the numbers that a word of statements had and the gold has too little of; its examples need its clause."""
    links = {about.partition("=")[0] for about in columns["about"]}
    found = {**columns, "about": [*columns["about"], *(a for a in row.about if a.partition("=")[0] not in links)]}
    for frame in ("clause", "follows", "infinitive", "object"):
        if getattr(row, frame) and (frame not in found or (row.says and frame == "clause")):
            found[frame] = f"{max(getattr(row, frame), float(found.get(frame, 0))):.2f}"
    return found


def _best(columns: dict[str, Any]) -> float:
    numbers = [float(columns.get(frame, 0)) for frame in ("clause", "follows", "infinitive", "object")]
    return max([*numbers, *(float(about.partition("=")[2]) for about in columns["about"])])


def condition_rows(model: Model) -> Iterator[list[str]]:
    """How much each condition moves each construction."""
    names = sorted({name[2:].rpartition("/")[0] for name in model if name.startswith("S ")})
    for condition in names:
        moves = [model.get(f"S {condition}/{group}", 0.0) for group in GROUPS]
        yield [condition, *(f"{move:.2f}" if abs(move) >= 0.05 else "" for move in moves)]


def write(path: Path, header: Sequence[str], rows: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(header)
        lines.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    golds = list(read_rows(args.gold))
    parses = {str(gold["id"]): read(gold["text"]) for gold in golds}
    everything = Everything(phrases(golds, parses))
    found = [one for gold in golds for one in seen(gold, parses[str(gold["id"])], everything)]
    for name, chances in (("table", in_table(found)), ("fitted on the other folds", cross(found, args.folds))):
        right, wrong = gain(found, chances, Cues.least)
        print(f"{name}: {right} right, {wrong} wrong of {len(found)} possible claims")
    if args.out:
        known = counted(found)
        model = fitted(found, known)
        header = [
            "lemma",
            "pos",
            "kind",
            "certainty",
            "clause",
            "follows",
            "infinitive",
            "object",
            "about",
            "states",
            "by",
            "says",
            "not",
        ]
        write(args.out / "cues.csv", header, table_rows(shares(found, model, known), known))
        write(args.out / "cue_conditions.csv", ["condition", *GROUPS], condition_rows(model))


def in_table(rows: Sequence[Seen]) -> list[float]:
    """The chance of each claim by the table as it is."""
    return [likely(one.sentence, one.claim, cues(), one.near) for one in rows]


if __name__ == "__main__":
    main()
