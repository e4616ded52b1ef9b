"""PDF files: the text of their pages, as broken on the page; pages are divided by form feeds."""

from onrecord.intake.limits import LARGEST_TEXT, MOST_PAGES
from onrecord.intake.notices import notice
from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice


def read(content: bytes, name: str, hints: tuple[Hints, ...]) -> list[Document | Notice]:
    """The document in the bytes of a PDF; a notice if it is locked, broken, or holds pictures of pages only."""
    import pypdfium2

    found: list[Document | Notice] = []
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return [notice(name, "it is locked with a password" if locked else f"it is no PDF that can be read ({error})")]
    try:
        count = len(pdf)
        if count > MOST_PAGES:
            found.append(notice(name, f"it has {count:,} pages, of which the first {MOST_PAGES} are read", "warning"))
        pages: list[str] = []
        length = broken = 0
        for number in range(min(count, MOST_PAGES)):
            try:
                page = pdf[number]
                textpage = page.get_textpage()
                words = textpage.get_text_bounded()
                textpage.close()
                page.close()
            except pypdfium2.PdfiumError:
                broken += 1
                continue
            pages.append(_cleaned(words))
            length += len(words)
            if length > LARGEST_TEXT:
                return [notice(name, f"its text has more than the {LARGEST_TEXT:,} characters that are read")]
        if broken:
            found.append(notice(name, f"{broken} of its pages could not be read", "warning"))
    finally:
        pdf.close()
    text = "\f".join(pages)
    if not text.strip():
        return [*found, notice(name, "it holds no text (perhaps scanned pages: those need text recognition first)")]
    return [*found, Document.of(content, name=name, media_type="application/pdf", text=text, hints=hints)]


def _cleaned(words: str) -> str:
    """One kind of line end; the mark that PDFium leaves for a hyphen at a line's end is a hyphen again."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\x02", "-")
    return lines.replace("\0", "")
