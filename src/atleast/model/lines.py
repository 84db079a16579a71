"""The line format of `atleast export statements`: a contract with whoever reads the export (docs/reference/statements.md).

JSON objects with keys in a fixed order; a key marked optional there is left out where there is nothing to say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from atleast.model.statement import Contact, Content, Count, Event, Link, Position, Statement, When
from atleast.model.words import Bound, Certainty, ChainRole, EventType, FigureKind, Ground, Polarity, Stance

Line = dict[str, Any]


def statement_id(statement: Statement) -> str:
    """The id of a statement: the first 20 hex digits of the SHA-256 of what it says and where, and of nothing else.

    A review does not change it, and neither does a reader's new version that says the same.
    """
    content = _body(statement)
    content.pop("reviewed")
    content.pop("reader")
    packed = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()[:20]


def to_line(statement: Statement, source_name: str, identity: str | None = None) -> Line:
    """One statement as the object of one line; `identity` is its id where that is known already."""
    body = _body(statement)
    known = identity or statement_id(statement)
    return {"id": known, "source": body.pop("source"), "source_name": source_name, **body}


def from_line(line: Mapping[str, Any]) -> Statement:
    """The statement of one line. Raises ValueError or KeyError where the line is not of the format."""
    trigger = line.get("trigger") or {"start": line["start"], "end": line["end"]}
    return Statement(
        source=line["source"],
        start=line["start"],
        end=line["end"],
        quote=line["quote"],
        language=line["language"],
        certainty=Certainty(line["certainty"]),
        polarity=Polarity(line["polarity"]),
        chain=tuple(Link(ChainRole(link["role"]), link["name"], link.get("description")) for link in line["chain"]),
        content=_content_from(line),
        trigger=(trigger["start"], trigger["end"]),
        reader=line["reader"],
        rule=line.get("rule", ""),
        reviewed=line["reviewed"],
    )


def _body(statement: Statement) -> Line:
    return {
        "source": statement.source,
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
        "language": statement.language,
        "kind": statement.kind,
        "certainty": statement.certainty.value,
        "polarity": statement.polarity.value,
        "chain": [
            _kept(role=link.role.value, name=link.name, description=link.description) for link in statement.chain
        ],
        statement.kind: _content_to(statement.content),
        "trigger": {"start": statement.trigger[0], "end": statement.trigger[1]},
        "reviewed": statement.reviewed,
        "reader": statement.reader,
    }


def _kept(**fields: Any) -> Line:
    return {key: value for key, value in fields.items() if value not in (None, (), [])}


def _content_to(content: Content) -> Line:
    match content:
        case Event():
            return (
                _kept(type=content.type.value)
                | {"subject": list(content.subject)}
                | _kept(
                    persons=list(content.persons),
                    authority=content.authority,
                    facility=content.facility,
                    place=content.place,
                    date=content.date and content.date.edtf,
                    date_words=content.date and content.date.words,
                    article=list(content.article),
                    penalty=content.penalty,
                    grounds=[ground.value for ground in content.grounds],
                )
            )
        case Count():
            return _kept(
                bound=content.bound.value,
                value=content.value,
                of=content.of,
                place=content.place,
                as_of=content.as_of and content.as_of.edtf,
                as_of_words=content.as_of and content.as_of.words,
                figure=content.figure.value,
                designation=content.designation,
            )
        case Position():
            return {
                "holder": content.holder,
                "toward": content.toward,
                "stance": content.stance.value,
                "text": content.text,
            }
        case Contact():
            return {"parties": list(content.parties)} | _kept(
                date=content.date and content.date.edtf, date_words=content.date and content.date.words
            )


def _content_from(line: Mapping[str, Any]) -> Content:
    said = line[line["kind"]]
    match line["kind"]:
        case "event":
            return Event(
                type=EventType(said["type"]),
                subject=tuple(said["subject"]),
                persons=tuple(said.get("persons", ())),
                authority=said.get("authority"),
                facility=said.get("facility"),
                place=said.get("place"),
                date=_when(said, "date"),
                article=tuple(said.get("article", ())),
                penalty=said.get("penalty"),
                grounds=tuple(Ground(ground) for ground in said.get("grounds", ())),
            )
        case "count":
            return Count(
                bound=Bound(said["bound"]),
                value=said["value"],
                of=said["of"],
                figure=FigureKind(said["figure"]),
                place=said.get("place"),
                as_of=_when(said, "as_of"),
                designation=said.get("designation"),
            )
        case "position":
            return Position(said["holder"], said.get("toward"), Stance(said["stance"]), said["text"])
        case "contact":
            return Contact(tuple(said["parties"]), _when(said, "date"))
        case other:
            raise ValueError(f"a statement is an event, a count, a position or a contact, not {other!r}")


def _when(said: Mapping[str, Any], key: str) -> When | None:
    return When(said[key], said.get(f"{key}_words")) if said.get(key) else None
