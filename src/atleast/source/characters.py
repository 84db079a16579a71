"""One letter in, one letter out: the only way in which a text is made easier to read by rule.

Nothing is inserted, dropped or joined, so that every offset in the plain form is an offset in the text as it is stored.
"""

from __future__ import annotations

import re

_ALIKE = {
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\t",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "'": "\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`",
    "-": "\u2010\u2011\u2212",
}
_PLAIN = str.maketrans({letter: plain for plain, letters in _ALIKE.items() for letter in letters})


def plain(text: str) -> str:
    """The text with look-alike spaces, quotation marks, apostrophes and hyphens made one; as long as it was."""
    return text.translate(_PLAIN)


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with NUL and lone surrogates each replaced by U+FFFD; as long as it was.

    Neither fits everywhere that a text must go: PostgreSQL takes no NUL in a text, SQLite's functions stop at one, and
    UTF-8 has no lone surrogates.
    """
    return _UNSTORABLE.sub("\ufffd", text)
