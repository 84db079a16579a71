"""The tables of the records store. Opens in Datasette; names are the field's own words.

What is true of the record (sources, texts, readings, statements, decisions, reviews, entries) is only ever added to; a source
that had no text may be given one, by a new entry. What follows from the record (persons, steps, figures) can be made again
from it and is.
"""

from __future__ import annotations

import sqlalchemy as sa

VERSION = "4"

metadata = sa.MetaData()
_text, _whole = sa.Text(), sa.Integer()


def _required(name: str, kind: sa.types.TypeEngine[str] | sa.types.TypeEngine[int] = _text) -> sa.Column[object]:
    return sa.Column(name, kind, nullable=False)


about = sa.Table("about", metadata, sa.Column("key", _text, primary_key=True), _required("value"))

source = sa.Table(
    "source",
    metadata,
    sa.Column("sha256", _text, primary_key=True),
    _required("name"),
    _required("size", _whole),
    _required("media_type"),
    _required("state"),
    _required("taken_in"),
    sa.Column("collected_by", _text),
    sa.Column("container", _text),
    sa.Column("problem", _text),
    sa.Column("note", _text),
    sa.Column("publisher", _text),
    sa.Column("author", _text),
    sa.Column("title", _text),
    sa.Column("place", _text),
    sa.Column("date", _text),
    sa.Column("language", _text),
    sa.Column("url", _text),
    # The entry by which it came in, which is its place in the order; and the one that tells of it as it stands.
    sa.Column("intake", _whole, nullable=False, unique=True),
    sa.Column("entry", _whole, nullable=False, unique=True),
)

# The same bytes met again under another name: accounted for, not kept twice.
occurrence = sa.Table(
    "occurrence",
    metadata,
    sa.Column("sha256", sa.ForeignKey("source.sha256"), primary_key=True),
    sa.Column("name", _text, primary_key=True),
    sa.Column("container", _text),
    _required("taken_in"),
    _required("entry", _whole),
)

source_text = sa.Table(
    "source_text", metadata, sa.Column("source", sa.ForeignKey("source.sha256"), primary_key=True), _required("text")
)

part = sa.Table(
    "part",
    metadata,
    sa.Column("source", sa.ForeignKey("source.sha256"), primary_key=True),
    sa.Column("number", _whole, primary_key=True),
    _required("kind"),
    _required("start", _whole),
    _required("end", _whole),
    sa.Column("place", _text),
)

# Files that could not even be copied: no permission, gone while the folder was read.
missed = sa.Table("missed", metadata, sa.Column("name", _text, primary_key=True), _required("problem"), _required("at"))

# What a file looked like when it was taken in, so that an unchanged one is not hashed again. The path is hashed: a dossier
# that is seized or shared does not tell how its owner's disk is laid out.
seen = sa.Table(
    "seen",
    metadata,
    sa.Column("path_hash", _text, primary_key=True),
    _required("look"),
    _required("sha256"),
)

reading = sa.Table(
    "reading",
    metadata,
    sa.Column("id", _whole, primary_key=True),
    sa.Column("source", sa.ForeignKey("source.sha256"), nullable=False, index=True),
    _required("part"),
    _required("reader"),
    _required("version", _whole),
    _required("state"),
    sa.Column("problem", _text),
    _required("at"),
    sa.Column("current", sa.Boolean, nullable=False),
    _required("entry", _whole),
)

statement = sa.Table(
    "statement",
    metadata,
    sa.Column("reading", sa.ForeignKey("reading.id"), primary_key=True),
    sa.Column("id", _text, primary_key=True),
    sa.Column("source", sa.ForeignKey("source.sha256"), nullable=False, index=True),
    _required("start", _whole),
    _required("end", _whole),
    _required("kind"),
    sa.Column("type", _text),
    _required("certainty"),
    _required("quote"),
    _required("rule"),
    _required("line"),
)

entry = sa.Table(
    "entry",
    metadata,
    sa.Column("index", _whole, primary_key=True),
    _required("kind"),
    _required("at"),
    _required("bytes"),
)

node = sa.Table(
    "node",
    metadata,
    sa.Column("level", _whole, primary_key=True),
    sa.Column("index", _whole, primary_key=True),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

report = sa.Table(
    "report",
    metadata,
    sa.Column("number", _whole, primary_key=True),
    _required("at"),
    _required("files"),
    _required("entry", _whole),
)

# What people decided about two mentions. A row is never changed: it is taken back by another.
decision = sa.Table(
    "decision",
    metadata,
    sa.Column("number", _whole, primary_key=True),
    _required("first"),
    _required("second"),
    _required("judgement"),
    _required("by"),
    _required("at"),
    _required("why"),
    _required("evidence"),
    sa.Column("takes_back", sa.ForeignKey("decision.number")),
    _required("entry", _whole),
)

# What people said of statements after looking at their words. The last row about a statement holds.
review = sa.Table(
    "review",
    metadata,
    sa.Column("number", _whole, primary_key=True),
    _required("statement"),
    sa.Column("source", sa.ForeignKey("source.sha256"), nullable=False),
    _required("kind"),
    sa.Column("type", _text),
    _required("start", _whole),
    _required("end", _whole),
    _required("verdict"),
    _required("by"),
    _required("at"),
    _required("why"),
    _required("entry", _whole),
)

person = sa.Table("person", metadata, sa.Column("key", _text, primary_key=True), _required("name"))

mention = sa.Table(
    "mention",
    metadata,
    sa.Column("person", sa.ForeignKey("person.key"), primary_key=True),
    sa.Column("statement", _text, primary_key=True),
    sa.Column("name", _text, primary_key=True),
)

step = sa.Table(
    "step",
    metadata,
    sa.Column("case", _text, primary_key=True),
    sa.Column("number", _whole, primary_key=True),
    sa.Column("person", sa.ForeignKey("person.key"), nullable=False),
    _required("type"),
    sa.Column("date", _text),
    sa.Column("earliest", _text),
    sa.Column("latest", _text),
    _required("statements"),
)
