"""How much of anything is taken in: an article is small, so what goes far beyond is a mistake or an attack."""

MIB = 1024 * 1024
LARGEST_FILE = 64 * MIB
"""Bytes of one file, page or row. The largest news PDFs (whole papers, with pictures) stay under 40 MiB."""
LARGEST_TEXT = 4 * MIB
"""Characters of one document's text: a thick book. Every later stage is linear in it."""
LARGEST_PAGE = 8 * MIB
"""Characters of an HTML page that are looked through for its main text; bigger pages are stripped of tags only."""
MOST_TAGS = 200_000
"""Tags of a page that are put into a tree; a big news page has 10,000."""
DEEPEST = 400
"""Tags open inside each other that are put into a tree; a messy news page has 60. Trees are walked by recursion."""
MOST_PAGES = 400
"""Pages of a PDF that are read; a whole Sunday paper has 120."""
MOST_UNPACKED = 200
"""How many times bigger a packed file may become, once it is past ``FREE_UNPACKED``: text packs 3 to 20 times."""
FREE_UNPACKED = 64 * MIB
MOST_BLANK = 10_000
"""Blank lines in a row after which a file of rows is not read further."""
MOST_BAD = 10
"""Rows at the beginning of a file of rows that may all be unusable before it is taken for something else."""
SNIFFED = 4096
"""Bytes that are looked at to tell what a file is."""
GUESSED = 65536
"""Bytes that are looked at to guess an encoding."""
