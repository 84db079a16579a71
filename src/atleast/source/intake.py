"""Files into the dossier: every file under a folder is kept, laid out where it can be, and accounted for.

One file is one transaction, with all that comes out of it: after a kill, the next run finds it whole or not at all.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa

from atleast.dossier import clock, originals, reports, schema, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.watching import Watch, silent
from atleast.errors import UnreadableSource, UsageError
from atleast.limits import Limits
from atleast.model.source import Credit, Source
from atleast.model.words import SourceState
from atleast.source.layout import LAYOUT_VERSION
from atleast.source.on_disk import CHECK, CannotBeRead, FileStream, look_of, not_a_file, reading
from atleast.source.opened import Member, Opened
from atleast.source.opening import Opener

_ALTERED = "Its original was altered or is gone, so that it was not opened again. Run `atleast verify`."


@dataclass(frozen=True, slots=True)
class Missed:
    """A file that could not even be copied, and why."""

    name: str
    problem: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of taking in a folder: how many sources are new, in which state, and what could not be had."""

    new: int = 0
    again: int = 0
    """Files whose bytes were on record under another name."""
    unchanged: int = 0
    our_own: int = 0
    """Files that are copies of the dossier's own reports, and so no sources."""
    read_at_last: int = 0
    """Sources on record that were unreadable, and are no longer."""
    states: dict[SourceState, int] = field(default_factory=dict)
    """Of the new ones."""
    unreadable: tuple[tuple[str, str], ...] = ()
    """Name of each source that was opened in vain, new or once more, and of what could not be taken out of one; and why."""
    still_unreadable: int = 0
    """Sources on record that were opened in vain by an earlier run."""
    missed: tuple[Missed, ...] = ()


def add(dossier: Dossier, place: Path, watch: Watch = silent) -> Intake:
    """Take in a file, or every file under a folder, in order of name. The dossier's own files are no sources, nor are
    copies of its reports.

    Sources that could not be read are opened again first, if the limits or the code that lays texts out changed since.
    Raises UsageError where there is nothing at that place, StorageFull where the disk would not take the bytes. A single
    file that cannot be read is no error: it is kept and listed.
    """
    if not place.exists():
        raise UsageError(f"There is nothing at {place}.", remedy="Check the path.")
    with Opener(dossier.mandate.limits) as opener:
        desk = _Desk(dossier, opener)
        desk.open_again(watch)
        found = list(_files(dossier, place, desk.miss_folder))
        for number, (path, name) in enumerate(found, 1):
            desk.take_in(path, name)
            watch("taking in", number, len(found))
    return desk.result()


def _files(dossier: Dossier, place: Path, missed: Callable[[str, OSError], None]) -> Iterator[tuple[Path, str]]:
    """Every file at a place with the name it goes by, in order of name; links and devices too, so that they are listed.

    A folder that cannot be looked into is told to `missed`.
    """

    def refused(error: OSError) -> None:
        missed(_name(place, Path(error.filename)), error)

    if not place.is_dir():
        yield place, place.name
        return
    found: list[tuple[Path, str]] = []
    for folder, folders, files in os.walk(place, onerror=refused):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        folders[:] = [
            name for name in folders if name not in links and not dossier.paths.own(Path(folder, name).resolve())
        ]
        found += [(Path(folder, name), _name(place, Path(folder, name))) for name in files + links]
    for path, name in sorted(found, key=lambda each: (each[1], os.fsencode(each[0]))):
        if path.is_symlink() or not dossier.paths.own(path.resolve()):
            yield path, name


def _name(place: Path, path: Path) -> str:
    """The path below the folder, as text that can be stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path.relative_to(place).as_posix()).decode("utf-8", "replace")


class _Desk:
    """Takes in one file after the other and keeps the tally."""

    def __init__(self, dossier: Dossier, opener: Opener) -> None:
        self._dossier = dossier
        self._opener = opener
        self._limits: Limits = dossier.mandate.limits
        self._tally = Counter[str]()
        self._states = Counter[SourceState]()
        self._unreadable: list[tuple[str, str]] = []
        self._missed: list[Missed] = []
        self._members = 0
        self._bytes = 0
        with dossier.read() as connection:
            self._our_own = reports.file_hashes(connection)

    def result(self) -> Intake:
        return Intake(
            new=self._tally["new"],
            again=self._tally["again"],
            unchanged=self._tally["unchanged"],
            our_own=self._tally["our own"],
            read_at_last=self._tally["read at last"],
            states=dict(self._states),
            unreadable=tuple(self._unreadable),
            still_unreadable=self._still_unreadable(),
            missed=tuple(self._missed),
        )

    def _still_unreadable(self) -> int:
        told = {name for name, _ in self._unreadable}
        with self._dossier.read() as connection:
            waiting = sources.select(connection, schema.source.c.state == SourceState.UNREADABLE.value)
        return sum(source.name not in told for source in waiting)

    def open_again(self, watch: Watch) -> None:
        """Open what is on record as unreadable, unless it was opened in vain as files are opened now."""
        conditions = json.dumps({"layout": LAYOUT_VERSION, "limits": asdict(self._limits)}, sort_keys=True)
        with self._dossier.read() as connection:
            if sources.opened_under(connection) == conditions:
                return
            waiting = sources.select(connection, schema.source.c.state == SourceState.UNREADABLE.value)
        for number, source in enumerate(waiting, 1):
            self._open_again(source)
            watch("opening again", number, len(waiting))
        with self._dossier.write() as tx:
            sources.put_opened_under(tx, conditions)

    def _open_again(self, unread: Source) -> None:
        if not originals.is_intact(self._dossier.paths, unread.sha256):
            self._unreadable.append((unread.name, _ALTERED))
            return
        source, opened = self._opened(unread)
        if source.state is SourceState.UNREADABLE:
            self._tell_unreadable(source)
            return
        self._tell_refused(source, opened)
        self._members = self._bytes = 0
        with self._dossier.write() as tx:
            sources.put_again(tx, source, opened.layout, clock.now())
            self._tally["read at last"] += 1
            self._put_members(tx, opened, source, sources.depth(tx, source))

    def take_in(self, path: Path, name: str) -> None:
        """Take in one file; what cannot be copied is recorded as missed."""
        problem = not_a_file(path)
        if problem is None:
            try:
                self._take_in(path, name)
            except CannotBeRead as error:
                problem = str(error)
        if problem is not None:
            with self._dossier.write() as tx:
                self._miss(tx, name, problem)

    def miss_folder(self, name: str, error: OSError) -> None:
        """Record that a folder could not be looked into."""
        with self._dossier.write() as tx:
            self._miss(tx, name, f"It is a folder that could not be looked into ({error.strerror}). {CHECK}")

    def _miss(self, tx: sa.Connection, name: str, problem: str) -> None:
        self._missed.append(Missed(name, problem))
        sources.put_missed(tx, name, problem, clock.now())

    def _take_in(self, path: Path, name: str) -> None:
        with reading():
            path_hash = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
            look = look_of(path.stat())
        with self._dossier.read() as connection:
            sha256 = sources.seen(connection, path_hash, look)
            known = sha256 is not None and sources.is_named(connection, sha256, name)
        if known and sha256 and self._dossier.paths.original(sha256).is_file():
            self._tally["unchanged"] += 1
            return
        with FileStream(path) as stream:
            if self._our_own and stream.sha256() in self._our_own:
                self._tally["our own"] += 1
                return
            original = originals.keep(self._dossier.paths, stream)
            changed = stream.look() != look
        self._members = self._bytes = 0
        with self._dossier.write() as tx:
            note = "The file changed while it was read; what is kept is what was read." if changed else None
            self._put(tx, original, name, note=note)
            if not changed:
                sources.put_seen(tx, path_hash, look, original.sha256)
            sources.clear_missed(tx, name)

    def _put(
        self,
        tx: sa.Connection,
        original: originals.Original,
        name: str,
        *,
        container: str | None = None,
        member: Member | None = None,
        note: str | None = None,
        depth: int = 0,
    ) -> None:
        """Put bytes that are kept on record, and whatever is in them."""
        if sources.get(tx, original.sha256) is not None:
            if sources.is_named(tx, original.sha256, name):
                self._tally["unchanged"] += 1
            else:
                self._tally["again"] += 1
                sources.put_occurrence(tx, original.sha256, name, container, clock.now())
            return
        source, opened = self._opened(
            Source(
                sha256=original.sha256,
                name=name,
                size=original.size,
                media_type=(member.media_type if member else None) or "application/octet-stream",
                state=SourceState.UNREADABLE,
                taken_in=clock.now(),
                collected_by=self._dossier.mandate.collected_by,
                container=container,
                note=note,
                credit=Credit(url=member.url if member else None),
            )
        )
        sources.put(tx, source, opened.layout)
        self._tally["new"] += 1
        self._states[source.state] += 1
        self._tell_unreadable(source)
        self._tell_refused(source, opened)
        self._put_members(tx, opened, source, depth)

    def _put_members(self, tx: sa.Connection, opened: Opened, container: Source, depth: int) -> None:
        for inner in opened.members:
            self._put_member(tx, inner, container, depth + 1)

    def _put_member(self, tx: sa.Connection, member: Member, container: Source, depth: int) -> None:
        name = f"{container.name}!/{member.name}"[: self._limits.name_characters]
        if hashlib.sha256(member.data).hexdigest() in self._our_own:
            self._tally["our own"] += 1
            return
        self._members += 1
        self._bytes += len(member.data)
        reached = {"archive_depth": depth, "archive_members": self._members, "archive_bytes": self._bytes}
        for limit, value in reached.items():
            if value > getattr(self._limits, limit):
                stated = f"It lies beyond the limit {limit} = {getattr(self._limits, limit)}."
                self._miss(tx, name, f"{stated} Unpack {container.name} and add the folder.")
                return
        original = originals.keep(self._dossier.paths, io.BytesIO(member.data))
        self._put(tx, original, name, container=container.sha256, member=member, depth=depth)

    def _opened(self, source: Source) -> tuple[Source, Opened]:
        """A source without a text as it is once its original was opened, and what was in that."""
        path = self._dossier.paths.original(source.sha256)
        try:
            opened = self._opener.open(path, source.name, source.media_type)
        except UnreadableSource as error:
            return replace(source, problem=str(error)), Opened(source.media_type)
        layout, credit = opened.layout, source.credit
        if layout is not None:
            credit = replace(layout.credit, url=layout.credit.url or source.credit.url)
            layout = replace(layout, credit=credit)
        notes = [source.note, *opened.notes, *(f"{inner}: {why}" for inner, why in opened.problems)]
        read = replace(
            source,
            media_type=opened.media_type,
            state=SourceState.UNPACKED if layout is None else SourceState.LAID_OUT,
            problem=None,
            note="\n".join(line for line in notes if line) or None,
            credit=credit,
        )
        return read, replace(opened, layout=layout)

    def _tell_refused(self, source: Source, opened: Opened) -> None:
        self._unreadable += [(f"{source.name}!/{member}", why) for member, why in opened.problems]

    def _tell_unreadable(self, source: Source) -> None:
        if source.problem is not None:
            self._unreadable.append((source.name, source.problem))
