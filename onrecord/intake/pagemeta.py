"""Meta data of an HTML page: what its head says of title, author, day, site, address and language."""

import html
import re

from onrecord.model.document import Hints

LOOK = 400_000
"""So many characters of a page are searched: the head comes first, and structured data near it."""
_TAG = re.compile(r"<(meta|link|html|title|time)\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_STRUCTURED = re.compile(r'"(datePublished|dateCreated|headline)"\s*:\s*"([^"\\]{1,400})"')
_DAYS = (
    "article:published_time|og:published_time|datepublished|date|dc.date|dc.date.issued|dcterms.created|pubdate|"
    "publishdate|publish-date|publish_date|parsely-pub-date|sailthru.date|article.published|citation_publication_date"
)
_FIELDS = {
    "published": _DAYS.split("|"),
    "title": ["og:title", "twitter:title", "headline", "dc.title", "parsely-title"],
    "author": ["author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"],
    "outlet": ["og:site_name", "application-name", "publisher", "dc.publisher"],
    "url": ["og:url", "twitter:url"],
    "language": ["content-language", "language", "dc.language", "og:locale"],
}
_BLANKS = re.compile(r"\s+")


def page_hints(page: str) -> Hints:
    """What the page says of itself; blanks where it says nothing."""
    head = page[:LOOK]
    named: dict[str, str] = {}
    language = canonical = moment = ""
    for tag in _TAG.finditer(head):
        kind = tag.group(1).lower()
        given = {
            m.group(1).lower(): m.group(2) or m.group(3) or m.group(4) or "" for m in _ATTRIBUTE.finditer(tag.group(2))
        }
        if kind == "meta":
            key = given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv") or ""
            named.setdefault(key.lower(), given.get("content", ""))
        elif kind == "html":
            language = language or given.get("lang", "")
        elif kind == "link" and "canonical" in given.get("rel", "").lower():
            canonical = canonical or given.get("href", "")
        elif kind == "time":
            moment = moment or given.get("datetime", "")
    structured: dict[str, str] = {}
    for pair in _STRUCTURED.finditer(head):
        structured.setdefault(pair.group(1), pair.group(2))
    found = {field: next((named[key] for key in keys if named.get(key)), "") for field, keys in _FIELDS.items()}
    title = _TITLE.search(head)
    author = _plain(found["author"])
    return Hints(
        published=_plain(found["published"] or structured.get("datePublished", "") or moment),
        outlet=_plain(found["outlet"]),
        language=_plain(language or found["language"])[:2].lower(),
        title=_without_site(
            _plain(found["title"] or structured.get("headline", "") or (title.group(1) if title else "")),
            _plain(found["outlet"]),
        ),
        author="" if author.startswith(("http:", "https:")) else author,
        url=_plain(canonical or found["url"]),
        where="page",
    )


def _without_site(title: str, site: str) -> str:
    """A page's title without the name of its site behind a dash or a bar."""
    head = re.sub(rf"\s+[|–—·:-]+\s+{re.escape(site)}$", "", title, flags=re.IGNORECASE) if site else title
    return head or title


def _plain(words: str) -> str:
    return _BLANKS.sub(" ", html.unescape(words)).strip()[:500]
