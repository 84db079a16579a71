"""E-mail: sender, date and subject as credit, the body as text, attachments as members. Also pages saved as .mhtml."""

from __future__ import annotations

import email
import email.policy
import io
import re
from dataclasses import replace
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import cast

from atleast.errors import EmptySource
from atleast.limits import Limits
from atleast.model.source import Credit, Layout
from atleast.source.credit import claimed
from atleast.source.encoding import decode
from atleast.source.formats.basket import Basket
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import laid_out

_PAGE_PARTS = re.compile(
    "(?:image|font|audio|video)/|text/css|(?:text|application)/(?:x-)?javascript|application/octet-stream"
)


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:  # noqa: ARG001
    """The body (plain text before HTML) laid out, and what is attached. Raises EmptySource where there is neither."""
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    layout = None
    if body is not None:
        try:
            layout = _with_sender(_layout(cast("EmailMessage", body), name, limits, _credit(message)), message)
        except EmptySource:
            layout = None
    basket = Basket(name, limits)
    saved_page = message["Snapshot-Content-Location"] is not None
    for number, part in enumerate(_attachments(message, body), 1):
        # The pictures, styles and fonts of a page that a browser saved as .mhtml are no documents of their own.
        if not (saved_page and _PAGE_PARTS.match(part.get_content_type())):
            _take(part, number, basket)
    if layout is None and not basket.members:
        raise EmptySource(
            f"{name} is an e-mail without a text or an attachment.", remedy="Export it anew and add that."
        )
    return Opened(Kind.EML.media_type, layout, tuple(basket.members), tuple(basket.problems), tuple(basket.notes))


def _layout(body: EmailMessage, name: str, limits: Limits, credit: Credit) -> Layout:
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    text = decode(data, body.get_content_charset()).text
    if body.get_content_subtype() == "html":
        from atleast.source.formats.page import layout_of_html

        return layout_of_html(text, name, limits, credit)
    # Mail ends its lines with CR LF on the way; a text of one's own is kept as it came.
    return laid_out(text, name, limits, known=credit)


def _credit(message: EmailMessage) -> Credit:
    if saved_from := _header(message, "Snapshot-Content-Location"):
        return Credit(title=_header(message, "Subject"), url=saved_from)
    return Credit(title=_header(message, "Subject"), date=_date(message))


def _with_sender(layout: Layout, message: EmailMessage) -> Layout:
    """The layout with the sender as its author, unless the text names one: an agency sends what its writers write."""
    if layout.credit.author or layout.credit.url:
        return layout
    senders = [named or address for named, address in getaddresses([_header(message, "From") or ""])]
    return replace(layout, credit=replace(layout.credit, author=claimed(senders[0]) if senders else None))


def _header(message: EmailMessage, name: str) -> str | None:
    """A header as one line, or None where it is missing or cannot be parsed: the parser raises all sorts of errors."""
    try:
        value = message[name]
    except Exception:
        return None
    return claimed(str(value)) if value is not None else None


def _date(message: EmailMessage) -> str | None:
    """The day of the Date header, where it was sent."""
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _attachments(message: EmailMessage, body: object) -> list[EmailMessage]:
    """Every leaf of the message but its body and the body's other versions; a message within it is one leaf."""
    if message.get_content_maintype() != "multipart":
        return [] if message is body else [message]
    return _leaves(message, body)


def _leaves(message: EmailMessage, body: object) -> list[EmailMessage]:
    found: list[EmailMessage] = []
    alternative = message.get_content_type() == "multipart/alternative"
    for part in cast("list[EmailMessage]", message.get_payload()):
        if part is body or (alternative and part.get_content_maintype() == "text"):
            continue
        found += _leaves(part, body) if part.get_content_maintype() == "multipart" else [part]
    return found


def _take(part: EmailMessage, number: int, basket: Basket) -> None:
    media_type = part.get_content_type()
    if media_type == "message/rfc822":
        inner = cast("list[EmailMessage]", part.get_payload())
        data = inner[0].as_bytes() if inner else b""
        named = part.get_filename() or f"message {number}.eml"
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        named = part.get_filename() or f"attachment {number}"
    basket.take(named, io.BytesIO(data), packed=len(data), media_type=_declared(part, media_type))


def _declared(part: EmailMessage, media_type: str) -> str:
    charset = part.get_content_charset()
    return f"{media_type}; charset={charset}" if charset else media_type
