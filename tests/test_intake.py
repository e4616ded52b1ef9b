"""Intake: every format and encoding, and what cannot be read is told and does not stop the rest."""

import csv
import gzip
import io
import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark

from onrecord import clean, intake
from onrecord.intake import jsonl
from onrecord.intake.decoding import NotText, decode
from onrecord.intake.limits import MOST_BAD
from onrecord.model.document import Document
from onrecord.model.notice import Notice


def split(found: Iterator[Document | Notice]) -> tuple[dict[str, Document], dict[str, Notice]]:
    items = list(found)
    documents = {item.name: item for item in items if isinstance(item, Document)}
    return documents, {item.about: item for item in items if isinstance(item, Notice)}


def read(folder: Path, *, manifest: Path | None = None) -> tuple[dict[str, Document], dict[str, Notice]]:
    return split(intake.documents([str(folder)], manifest=manifest))


def pdf_of(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with these lines on its pages, written by hand."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 11 Tf 50 780 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
        f"startxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def test_text_is_the_decoded_bytes_with_their_line_ends(tmp_path: Path) -> None:
    content = "\ufeffOne — two\r\nthree\rfour\n".encode()
    (tmp_path / "a.txt").write_bytes(content)
    documents, _ = read(tmp_path)
    assert documents["a.txt"].text == "One — two\r\nthree\rfour\n"
    assert documents["a.txt"].content == content


@mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_western_encodings(encoding: str) -> None:
    text = "The “talks” in Málaga and Zürich went on – at €5 a head – for three days in a row."
    assert decode(text.encode(encoding)).text == text


@mark.parametrize("encoding", ["euc_kr", "shift_jis", "gb18030", "big5", "koi8_r"])
def test_encodings_of_other_scripts(encoding: str) -> None:
    texts = {
        "euc_kr": "한국과 미국은 지난주 워싱턴에서 관세 협상을 열었다고 장관이 말했다. 협상은 다음 달에 다시 열린다.",
        "shift_jis": "日本と米国は先週ワシントンで関税について話し合ったと大臣が述べた。次の会合は来月に開かれる。",
        "gb18030": "中国商务部发言人周五表示，中美双方上周在北京就关税问题举行了会谈，下一轮会谈将于下月举行。",
        "big5": "經濟部長昨天表示，雙方上週在華盛頓就關稅問題舉行會談，下一輪會談將於下個月舉行。",
        "koi8_r": "Представители двух стран встретились в столице и говорили о пошлинах на сталь и о ценах на зерно.",
    }
    assert decode(texts[encoding].encode(encoding)).text == texts[encoding]


def test_damaged_text_is_read_with_what_it_lost(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Señor” — “peña” “año” ".encode() * 5 + b"\xff end.")
    documents, notices = read(tmp_path)
    assert "“Señor”" in documents["a.txt"].text
    assert notices["a.txt"].level == "warning" and "1 characters" in notices["a.txt"].reason


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_text_or_said_not_to_be(content: bytes) -> None:
    try:
        decode(content)
    except NotText as error:
        assert "binary" in str(error)


PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Envoys meet | Example Post</title>
<meta property="og:title" content="Envoys meet &amp; part"><meta name="author" content="Jo Doe">
<meta property="article:published_time" content="2025-05-27T10:00:00+09:00">
<meta property="og:site_name" content="Example Post"><link rel="canonical" href="https://example.test/talks"></head>
<body><nav><a href="/">Home</a> <a href="/x">Sport</a></nav>
<article><h1>Envoys meet &amp; part</h1>{}</article><script>document.write("run")</script></body></html>"""
PARAGRAPHS = [
    f"On day {day} the envoys of both sides met in the old town hall of Bergen and spoke of salmon until late."
    for day in range(1, 9)
]


def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    page = PAGE.format("".join(f"<p>{words}</p>" for words in PARAGRAPHS))
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    documents, notices = read(tmp_path)
    found = documents["a.html"]
    assert not notices
    assert [line for line in found.text.split("\n") if line.startswith("On day")] == PARAGRAPHS
    assert "run" not in found.text.split() and "Sport" not in found.text
    hints = found.hints[0]
    assert (hints.where, hints.title, hints.author, hints.outlet) == (
        "page",
        "Envoys meet & part",
        "Jo Doe",
        "Example Post",
    )
    assert (hints.published, hints.language, hints.url) == (
        "2025-05-27T10:00:00+09:00",
        "en",
        "https://example.test/talks",
    )
    article = clean.article(found)
    assert article.published and (article.published.where, article.published.days.edtf) == ("page", "2025-05-27")
    assert article.byline and article.byline.value == "Jo Doe"
    assert article.body.startswith("On day 1")


def test_a_page_in_its_declared_encoding(tmp_path: Path) -> None:
    words = "Переговоры о пошлинах на сталь и о ценах на зерно продолжились. " * 6
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{words}</p></body></html>'
    (tmp_path / "a.htm").write_bytes(page.encode("koi8_r"))
    documents, _ = read(tmp_path)
    assert "Переговоры о пошлинах" in documents["a.htm"].text


@mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + "<p>Deep down.</p>" + "</div>" * 100_000,
        "<html><body>" + "<b>" * 3_000 + "Deep down.",
        "<html><body>Deep down." + "<script>" * 150_000,
        "<html><body>Deep down.<!--" + "<!-- " * 100_000,
        "<html><body><p>Deep down." + "<" * 200_000,
    ],
    ids=["nested", "bold", "scripts", "comments", "brackets"],
)
def test_hostile_pages_cost_little(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    begun = time.process_time()
    documents, notices = read(tmp_path)
    assert time.process_time() - begun < 5
    assert "Deep down." in documents["a.html"].text or notices["a.html"].reason


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><script>x</script></body></html>", encoding="utf-8")
    assert "no text" in read(tmp_path)[1]["a.html"].reason


def test_pdf_pages_with_running_heads_become_an_article(tmp_path: Path) -> None:
    head = "Example Post 3 May 2025"
    first = [
        "The envoys met in the old town hall and spoke of the duties",
        "on salmon until the evening, and then they",
    ]
    second = ["went home without an accord, as they had done in all the years", "before."]
    (tmp_path / "a.pdf").write_bytes(pdf_of([[head, *first, "1"], [head, *second, "2"]]))
    documents, notices = read(tmp_path)
    assert not notices and documents["a.pdf"].text.count("\f") == 1
    assert clean.article(documents["a.pdf"]).body == " ".join([*first, *second])


def test_pdfs_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 9 0 R >> endobj trailer")
    (tmp_path / "empty.pdf").write_bytes(pdf_of([[]]))
    lies = pdf_of([["One page."]]).replace(b"/Count 1", b"/Count 900000000")
    (tmp_path / "lies.pdf").write_bytes(lies)
    begun = time.process_time()
    documents, notices = read(tmp_path)
    assert time.process_time() - begun < 5
    assert "no PDF" in notices["broken.pdf"].reason and "no text" in notices["empty.pdf"].reason
    assert "lies.pdf" in documents or "lies.pdf" in notices


def test_rows_are_documents_named_by_their_number(tmp_path: Path) -> None:
    first = json.dumps({"text": "One row.", "published": "2018-03-01", "outlet": "Example", "title": "T", "id": 4})
    page = json.dumps({"html": PAGE.format("".join(f"<p>{words}</p>" for words in PARAGRAPHS))})
    content = f'{first}\n\n{{"id": 1}}\nno json\n[1]\n{page}\n'.encode()
    (tmp_path / "a.jsonl").write_bytes(content)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(content))
    documents, notices = read(tmp_path)
    assert sorted(documents) == ["a.jsonl#1", "a.jsonl#6", "b.jsonl.gz#1", "b.jsonl.gz#6"]
    assert documents["a.jsonl#1"].content == first.encode()
    assert documents["a.jsonl#1"].sha256 == documents["b.jsonl.gz#1"].sha256
    assert documents["a.jsonl#1"].hints[0].title == "T" and documents["a.jsonl#1"].hints[0].where == "row"
    assert [hint.where for hint in documents["a.jsonl#6"].hints] == ["row", "page"]
    assert {about for about in notices if about.startswith("a.jsonl")} == {"a.jsonl#3", "a.jsonl#4", "a.jsonl#5"}


def test_packed_bombs_and_stumps(tmp_path: Path) -> None:
    for name, block in (("zeros", b"\0" * 1024 * 1024), ("blanks", b"\n" * 1024 * 1024)):
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wb") as packed:
            for _ in range(80):
                packed.write(block)
    (tmp_path / "stump.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Some words."}\n' * 50)[:40])
    begun = time.process_time()
    _, notices = read(tmp_path)
    assert time.process_time() - begun < 5
    assert "longer than" in notices["zeros.jsonl.gz#1"].reason
    assert "blank lines" in notices["blanks.jsonl.gz"].reason
    assert "breaks off" in notices["stump.jsonl.gz"].reason


def test_a_stream_that_unpacks_too_far_is_not_read_on() -> None:
    row = json.dumps({"text": "a" * 1_000_000}).encode() + b"\n"
    found = list(jsonl.rows(io.BytesIO(gzip.compress(row * 80)), "x", True))
    assert isinstance(found[-1], Notice) and "times its size" in found[-1].reason
    assert len(found) < 80


def test_folders_are_walked_in_order_and_what_is_no_article_is_told(tmp_path: Path) -> None:
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.TXT", "plain"):
        (tmp_path / name).write_text(f"Words of {name}.", encoding="utf-8")
    (tmp_path / "e.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "f.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "g.docx").write_bytes(b"PK")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    documents, notices = read(tmp_path)
    assert list(documents) == ["a.txt", "b.txt", "plain", "sub/c.txt", "sub/deep/d.TXT"]
    assert "binary" in notices["f.txt"].reason and "empty" in notices["e.txt"].reason
    assert notices["g.docx"].level == "info"
    assert "nowhere" in notices["dead.txt"].reason and "itself" in notices["sub/loop"].reason
    assert "neither" in notices["pipe.txt"].reason
    assert all(notice.stage == "intake" for notice in notices.values())


def test_missing_and_forbidden_paths_do_not_stop_the_rest(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text("Words.", encoding="utf-8")
    documents, notices = split(intake.documents([str(tmp_path / "none.txt"), "a\0b", str(good)]))
    assert list(documents) == ["a.txt"]
    assert "no such" in notices[str(tmp_path / "none.txt")].reason and "a\0b" in notices


@mark.skipif(os.geteuid() == 0, reason="the super-user may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.", encoding="utf-8")
    path.chmod(0)
    assert "permission" in read(tmp_path)[1]["a.txt"].reason


def test_the_same_bytes_are_given_under_each_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.", encoding="utf-8")
    documents, _ = read(tmp_path)
    assert documents["a.txt"].sha256 == documents["b.txt"].sha256


@mark.parametrize(
    ("content", "media"),
    [
        (b"Plain words.", "text/plain"),
        (b"<!DOCTYPE html><html><body><p>Some words.</p></body></html>", "text/html"),
        (b'{"text": "Row words."}\n', "application/json"),
        (gzip.compress(b'{"text": "Row words."}\n'), "application/json"),
        (pdf_of([["Page words."]]), "application/pdf"),
    ],
    ids=["text", "html", "rows", "packed", "pdf"],
)
def test_standard_input_is_known_by_its_content(content: bytes, media: str) -> None:
    documents, _ = split(intake.documents(["-"], stdin=io.BytesIO(content)))
    assert [document.media_type for document in documents.values()] == [media]


MANIFEST = """file,published,outlet,report,language
a.txt,2025-05-27,Example Post,r1,en
sub/b.txt,27 May,,r1,
c.txt,2025-02-30,,,
a.txt,2025-01-01,,,
,2025-01-01,,,
ghost.txt,,,,
d.txt,one,two,three,four,five,six
"""


def test_the_manifest_gives_hints_and_its_bad_rows_are_told(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Words of {name}.", encoding="utf-8")
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(MANIFEST, encoding="utf-8-sig")
    documents, notices = read(tmp_path, manifest=manifest)
    hints = documents["a.txt"].hints[0]
    assert (hints.published, hints.outlet, hints.agency, hints.where) == ("2025-05-27", "Example Post", "", "manifest")
    assert documents["sub/b.txt"].hints[0].published == "" and documents["c.txt"].hints[0].published == ""
    lines = {
        about.rsplit(":", 1)[-1]: notice.reason for about, notice in notices.items() if about.startswith(f"{manifest}:")
    }
    assert "not used: report" in lines.pop("1")
    assert sorted(lines) == ["3", "4", "5", "6", "8"]
    assert "'27 May'" in lines["3"] and "twice" in lines["5"] and "no file" in lines["6"] and "columns" in lines["8"]
    assert "ghost.txt" in notices[str(manifest)].reason
    assert "manifest.csv" not in notices


def test_a_manifest_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    for content in (b"name,day\nx,y\n", b"\xff\xfe\x00\x01\x02" * 40, b""):
        manifest = tmp_path / "m.csv"
        manifest.write_bytes(content)
        documents, notices = read(tmp_path, manifest=manifest)
        assert "a.txt" in documents and notices
    documents, notices = read(tmp_path, manifest=tmp_path / "none.csv")
    assert "a.txt" in documents and "cannot be read" in notices[str(tmp_path / "none.csv")].reason


@mark.parametrize("between", [";", "\t", ","])
def test_a_manifest_from_a_spreadsheet_of_any_country(tmp_path: Path, between: str) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    manifest = tmp_path / "m.csv"
    rows = (("file", "published", "outlet", "shelf"), ("a.txt", "2025-05-27", "Oslo, Bergen; and so on", "7"))
    with manifest.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=between).writerows(rows)
    documents, notices = read(tmp_path, manifest=manifest)
    hints = documents["a.txt"].hints[0]
    assert (hints.published, hints.outlet) == ("2025-05-27", "Oslo, Bergen; and so on")
    assert [(one.level, one.reason) for one in notices.values()] == [("info", "columns that are not used: shelf")]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    _, notices = read(tmp_path)
    assert notices[str(tmp_path)].reason == "the folder is empty"


def test_what_is_no_file_of_rows_is_left_after_the_first_few(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("no row of JSON\n" * 500, encoding="utf-8")
    good = [json.dumps({"text": f"Words {number}."}) for number in range(3)]
    (tmp_path / "b.jsonl").write_text("\n".join(["broken", good[0], *["broken"] * 30, *good[1:]]), encoding="utf-8")
    documents, notices = read(tmp_path)
    assert [about for about in notices if about.startswith("a.jsonl#")][-1] == f"a.jsonl#{MOST_BAD}"
    assert "none of its first" in notices["a.jsonl"].reason
    assert list(documents) == ["b.jsonl#2", "b.jsonl#33", "b.jsonl#34"]
