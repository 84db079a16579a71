"""From bytes to characters where nobody says which encoding it is.

Order of evidence: a byte order mark; zeros in every second place (UTF-16); strict UTF-8; what the container declares;
then, for single-byte texts, Cyrillic letters judged by how often each is used in Russian, Belarusian and Ukrainian, or
charset-normalizer for Latin ones. UTF-8 with a few broken bytes is read as UTF-8, each break shown as U+FFFD and noted.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC_ENCODINGS = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
_LATIN_ENCODINGS = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-9")
_SAMPLE = 20_000
"""Bytes judged: more changes nothing and costs time."""
# Letters of Russian, Belarusian and Ukrainian by how common they are in running text, commonest first (percentages of the
# three languages' letter counts, rounded, are in the same order up to neighbours changing places).
_BY_FREQUENCY = "оаіенитрсвлкдмпуяызьбгчйўхжшюцщфєїэёґъ"
_WEIGHT = {letter: 10.0 / (rank + 6) for rank, letter in enumerate(_BY_FREQUENCY)}
_STRANGE = re.compile(
    r"[^\W\d_][\u2500-\u259f\u0080-\u009f\u00a4\u00a6\u00ac\u00b1\u2020\u2021]|[а-яёўіїєґ][А-ЯЁЎІЇЄҐ]"
)
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
# Every control character but tab, the line ends and escape.
_CONTROLS = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n\v\f\r\x1b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding they were read by, and what a person should know of it (None where all was plain)."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`, one for one: no line end changed, nothing stripped, a UTF-8 byte order mark kept as U+FEFF."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by(data, encoding)
    if utf16 := _utf16_unmarked(data):
        return _by(data, utf16)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (decoded := _as_declared(data, declared)):
        return decoded
    if _mostly_utf8(data):
        return _by(data, "utf-8")
    return _single_byte(data)


def looks_like_text(data: bytes) -> bool:
    """Whether the start of a file is characters in some encoding rather than the bytes of a binary format."""
    sample = data[:4096]
    if sample.startswith(tuple(mark for mark, _ in _MARKS)) or _utf16_unmarked(sample):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= 0.02 * len(sample) + 1


def _by(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return Decoded(text, encoding)
    return Decoded(
        text, encoding, f"{broken:,} places are not valid {encoding.upper()} and stand as \ufffd in the text."
    )


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    try:
        return Decoded(data.decode(declared), codecs.lookup(declared).name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _utf16_unmarked(data: bytes) -> str | None:
    """Whether every second byte is the upper half of a Latin or Cyrillic letter: 0 or 4, bytes that no other text has."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = (part.count(0) + part.count(4) for part in (sample[0::2], sample[1::2]))
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether characters of several bytes that are whole outnumber the broken ones four to one, or there are none at all."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - broken
    return whole > 4 * broken


def _single_byte(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    mixed = sum(_ASCII_LETTER.search(word) is not None for word in words)
    if mixed > len(words) / 2:
        return _latin(data)
    best = max(_CYRILLIC_ENCODINGS, key=lambda encoding: _cyrillic_score(sample.decode(encoding, errors="replace")))
    if _cyrillic_score(sample.decode(best, errors="replace")) <= 0:
        return _latin(data)
    return _guessed(data, best)


def _cyrillic_score(text: str) -> float:
    """How much the text looks like running Cyrillic: common letters count for it, strange neighbours and signs against it."""
    high = [letter for letter in text if letter > "\x7f"]
    lower = text.lower()
    common = sum(_WEIGHT.get(letter, 0.0) for letter in lower if letter > "\x7f")
    strange = len(_STRANGE.findall(text)) + text.count("\ufffd")
    return (common - 2.0 * strange) / max(1, len(high))


def _latin(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # only where it is needed

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_LATIN_ENCODINGS)).best()
    return _guessed(data, best.encoding if best else "cp1252")


def _guessed(data: bytes, encoding: str) -> Decoded:
    decoded = _by(data, encoding)
    return Decoded(decoded.text, encoding, decoded.note or f"No encoding is declared; read as {encoding}.")
