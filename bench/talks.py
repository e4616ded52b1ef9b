"""Reads articles without keeping a record and writes their assertions as rows of the gold for talks.

    python bench/talks.py FOLDER OUTPUT.jsonl [--manifest CSV] [--kind KIND] [--only NAME]

Then: ``python score.py dev.jsonl OUTPUT.jsonl --errors`` in the folder of that gold.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import msgspec

from onrecord import clean, find, intake, read
from onrecord.find.parse import parser
from onrecord.model.assertion import AnyAssertion, kind_of, slots_of
from onrecord.model.days import Days
from onrecord.model.document import Document


def row(name: str, assertion: AnyAssertion) -> dict[str, Any]:
    """An assertion as a row: days as ``[first, last]``, empty slots left out."""
    out: dict[str, Any] = {
        "doc": name,
        "kind": kind_of(assertion),
        "start": assertion.start,
        "end": assertion.end,
        "exact": assertion.exact,
    }
    for slot in (*slots_of(type(assertion)), "via"):
        value = getattr(assertion, slot)
        if isinstance(value, Days):
            if value.approx:
                out["approx"] = True
            value = [value.first, value.last] if value.known else None
        if value is not None and value != ():
            out[slot] = value
    return out


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder")
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--manifest", type=Path)
    arguments.add_argument("--kind", default="")
    arguments.add_argument("--only", default="")
    args = arguments.parse_args()
    with args.output.open("w", encoding="utf-8") as out:
        for document in intake.documents([args.folder], manifest=args.manifest):
            if not isinstance(document, Document) or args.only not in document.name:
                continue
            for assertion in read.assertions(find.page(clean.article(document), parser())):
                if args.kind in ("", kind_of(assertion)):
                    plain = msgspec.to_builtins(row(document.name, assertion))
                    out.write(json.dumps(plain, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
