"""Pieces into HTML. Whatever a source says is escaped, its steering letters shown, and its direction kept to itself."""

from __future__ import annotations

import re

from markupsafe import Markup

from atleast.report.inline import Code, Figure, Inline, Jump, Notes, Piece, Quote, Ref, Text, Time, Verbatim
from atleast.report.visible import visible

_FIGURE = Markup('<data class="figure" value="{}" data-number="{}">{:,}</data>')
_TIME = Markup('<time datetime="{}">{}</time>')
_VERBATIM = Markup('<bdi class="verbatim"{}>{}</bdi>')
_QUOTE = Markup("<q{}><bdi>{}</bdi></q>")
_CODE = Markup("<code>{}</code>")
_JUMP = Markup('<a href="#{}"><bdi class="verbatim">{}</bdi></a>')
_NOTES = Markup('<sup class="notes">{}</sup>')
_LANGUAGE = Markup(' lang="{}"')
_MARKS = re.compile(r"[\"“„«]([^\"“”„«»]*)[\"”“»]")
_TAG = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", re.ASCII)
# A button that opens the note over the page; and a link to it, shown in print and where the button would do nothing.
_NOTE = Markup(
    '<button class="note-ref{0}" type="button" popovertarget="note-{1}" aria-label="Note {1}{2}">{1}{3}</button>'
    '<a class="note-ref{0} plain" href="#note-{1}">{1}{3}</a>'
)


def to_html(line: Inline) -> Markup:
    """The line as HTML."""
    return Markup("").join(_html(piece) for piece in line)


def quoted(text: str) -> Markup:
    """A source's words, escaped and with steering letters shown, without any element around them."""
    return Markup.escape(visible(text))


def spoken_in(language: str | None) -> Markup:
    """The lang attribute; nothing where the language is not known, or is no language tag."""
    return _LANGUAGE.format(language) if language and _TAG.fullmatch(language) else Markup("")


def _html(piece: Piece) -> Markup:
    match piece:
        case Text(said):
            html = Markup.escape(said)
        case Verbatim(text, language):
            html = _VERBATIM.format(spoken_in(language), visible(text))
        case Quote(text, language):
            html = _QUOTE.format(spoken_in(language), visible(_without_marks(text)))
        case Time(machine, text):
            html = _TIME.format(machine, text)
        case Figure(number, value):
            html = _FIGURE.format(value, number, value)
        case Code(text):
            html = _CODE.format(visible(text))
        case Jump(anchor, text):
            html = _JUMP.format(anchor, visible(text))
        case Notes(refs):
            html = _NOTES.format(Markup(" ").join(_ref(ref) for ref in refs))
    return html


def _without_marks(text: str) -> str:
    """The words without the quotation marks that a source set around them: the page sets its own."""
    inner = _MARKS.fullmatch(text)
    return inner[1] if inner else text


def _ref(ref: Ref) -> Markup:
    kind, said, ring = (" machine", ", read by machine, not confirmed", "◦") if ref.machine else ("", "", "")
    return _NOTE.format(kind, ref.note, said, ring)
