"""Reads articles without keeping a record and writes their assertions as rows of the gold for talks.

    python bench/talks.py FOLDER OUTPUT.jsonl [--manifest CSV] [--kind KIND] [--only NAME]

Then: ``python score.py dev.jsonl OUTPUT.jsonl --errors`` in the folder of that gold.
"""

import argparse
from pathlib import Path

import msgspec

from onrecord import clean, find, intake, read
from onrecord.find.parse import parser
from onrecord.model.assertion import kind_of
from onrecord.model.document import Document
from onrecord.show.rows import assertion_row


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
                    out.write(msgspec.json.encode(assertion_row(document.name, assertion)).decode() + "\n")


if __name__ == "__main__":
    main()
