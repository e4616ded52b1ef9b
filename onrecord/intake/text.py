"""Plain text: the decoded bytes, line ends and all."""

from onrecord.intake.decoding import NotText, decode
from onrecord.intake.limits import LARGEST_TEXT
from onrecord.intake.notices import notice
from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice


def read(content: bytes, name: str, hints: tuple[Hints, ...]) -> list[Document | Notice]:
    """The document in the bytes of a text file: its text is the decoded bytes, only a byte order mark is taken off."""
    try:
        decoded = decode(content)
    except NotText as error:
        return [notice(name, str(error))]
    if not decoded.text.strip():
        return [notice(name, "it is empty")]
    if len(decoded.text) > LARGEST_TEXT:
        return [
            notice(name, f"its text has {len(decoded.text):,} characters, more than the {LARGEST_TEXT:,} that are read")
        ]
    found: list[Document | Notice] = []
    if decoded.replaced:
        found.append(
            notice(
                name,
                f"{decoded.replaced} characters could not be decoded as {decoded.encoding} and are lost",
                "warning",
            )
        )
    found.append(Document.of(content, name=name, media_type="text/plain", text=decoded.text, hints=hints))
    return found
