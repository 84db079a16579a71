"""A dossier that is open: to read in, or to write in by one run at a time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import filelock
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from atleast.dossier import clock, log, originals, schema
from atleast.dossier.files import storage, sync_folder, write_whole
from atleast.dossier.lists import ListRule, load_lists
from atleast.dossier.mandate import Mandate, load_mandate, parse_mandate, template
from atleast.dossier.paths import Paths
from atleast.errors import DossierBusy, DossierDamaged, NotADossier, UsageError
from atleast.ledger import checkpoint as notes
from atleast.ledger.entry import Entry, EntryKind

_WAIT_SECONDS = 5.0


class Dossier:
    """A dossier on disk.

    Use as a context manager. `read()` gives a connection to look with, at one moment; `write()` one transaction, all of
    it or nothing, and only where the dossier was opened for writing.
    """

    def __init__(self, paths: Paths, engine: sa.Engine, lock: filelock.BaseFileLock | None) -> None:
        self.paths = paths
        self._engine = engine
        self._lock = lock
        self._mirror = log.Mirror(paths)

    @cached_property
    def mandate(self) -> Mandate:
        """What mandate.toml says, read when it is first asked for: what it spoils, it spoils for those who need it.

        Raises MandateError.
        """
        return load_mandate(self.paths.mandate)

    @cached_property
    def lists(self) -> tuple[ListRule, ...]:
        """What lists.toml says, read when it is first asked for. Raises ListsError."""
        return load_lists(self.paths.lists)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._lock is not None and error is None:
                self.seal()
        finally:
            self._engine.dispose()
            if self._lock is not None:
                self._lock.release()

    @contextlib.contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A connection to look with: all that it is asked is answered as of one moment, whoever writes meanwhile."""
        with storage(), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """One transaction: all of it is stored, with its ledger entries, or nothing is."""
        self._require_lock()
        with storage(), self._engine.begin() as tx:
            yield tx
        with self.read() as connection:
            self._mirror.catch_up(connection)

    def seal(self) -> None:
        """Bring the ledger's files up to date and sign them as they stand."""
        self._require_lock()
        with self.read() as connection:
            self._mirror.catch_up(connection)
            log.write_checkpoint(connection, self.paths)
            log.write_verifier_key(connection, self.paths)

    def _require_lock(self) -> None:
        if self._lock is None:
            raise UsageError("This dossier was opened to read only.", remedy="Open it for writing.")


def is_dossier(root: Path) -> bool:
    """Whether a folder holds a dossier."""
    return Paths(root).database.is_file()


def new_dossier(root: Path) -> Path:
    """Make a dossier in a folder: mandate.toml with its remarks, the empty store, the ledger with its keys.

    A mandate.toml that is there already is kept: it may have been written first. Raises UsageError where there is a
    dossier, or what is left of one, or where no folder can be made. Returns the folder.
    """
    paths = Paths(root.resolve())
    _make_folder(root)
    with _locked(paths):
        _require_room(paths)
        if paths.mandate.is_file():
            load_mandate(paths.mandate)
        else:
            write_whole(paths.mandate, template().encode("utf-8"))
        _make_keys(paths)
        with storage():
            paths.originals.mkdir(exist_ok=True)
            draft = paths.database.with_name(".dossier.sqlite.draft")
            for leftover in paths.root.glob(draft.name + "*"):
                leftover.unlink()
            engine = _engine(draft, write=True)
            with engine.begin() as tx:
                _found(tx)
            engine.dispose()
            draft.replace(paths.database)
            sync_folder(paths.root)
    with open_dossier(root, write=True):
        pass
    return root


def open_dossier(root: Path, *, write: bool = False) -> Dossier:
    """Open the dossier in a folder. Raises NotADossier, DossierBusy, DossierDamaged.

    For writing, mandate.toml must make sense (MandateError), and the ledger must continue what was signed last. To look
    into it nothing is needed but to read its files: it may lie on a medium that cannot be written to.
    """
    paths = Paths(root.resolve())
    if not is_dossier(root):
        raise NotADossier(
            f"There is no dossier in {paths.root}.",
            remedy="Go to its folder, name it with --dossier, or make one with `atleast new`.",
        )
    if write:
        load_mandate(paths.mandate)
    lock = _locked(paths) if write else None
    engine = _engine(paths.database, write=write)
    try:
        _check_version(engine, paths)
        if write:
            originals.discard_drafts(paths)
            with engine.connect() as connection:
                log.require_continuation(connection, paths)
    except BaseException:
        engine.dispose()
        if lock is not None:
            lock.release()
        raise
    return Dossier(paths, engine, lock)


def open_or_new(root: Path) -> Dossier:
    """Open the dossier in a folder for writing, making it first where there is none."""
    if not is_dossier(root):
        new_dossier(root)
    return open_dossier(root, write=True)


def _make_folder(root: Path) -> None:
    try:
        with storage():
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{root} cannot be made into a folder ({error.strerror}).", remedy="Name another with --dossier."
        ) from error


def _require_room(paths: Paths) -> None:
    """Refuse to found a dossier on another, or on the remains of one."""
    if is_dossier(paths.root):
        raise UsageError(f"There is a dossier in {paths.root} already.", remedy="Use it, or name another folder.")
    if paths.entries.exists():
        raise UsageError(
            f"{paths.root} holds the ledger of a dossier whose records store is gone.",
            remedy="Restore dossier.sqlite from a copy, or make a new dossier in another folder and add originals/ to it.",
        )


def _locked(paths: Paths) -> filelock.BaseFileLock:
    lock = filelock.FileLock(paths.lock)
    try:
        with storage():
            lock.acquire(timeout=0)
    except filelock.Timeout as error:
        raise DossierBusy(
            f"Another run is writing to the dossier in {paths.root}.",
            remedy="Wait until it has ended, then run this again.",
        ) from error
    except OSError as error:
        raise UsageError(
            f"{paths.root} cannot be written to ({error.strerror}).",
            remedy="Check who owns the folder, and whether its disk can be written to; or copy it elsewhere.",
        ) from error
    return lock


def _make_keys(paths: Paths) -> None:
    if not paths.signing_key.is_file():
        write_whole(paths.signing_key, notes.new_key(), mode=0o600)


def _found(tx: sa.Connection) -> None:
    schema.metadata.create_all(tx)
    tx.execute(schema.about.insert().values(key="schema", value=schema.VERSION))
    log.append(tx, Entry(EntryKind.DOSSIER, clock.now(), {"schema": schema.VERSION}))


def _engine(path: Path, *, write: bool) -> sa.Engine:
    def connect() -> Any:
        address = path.resolve().as_uri() + ("" if write else _to_look(path))
        connection = dbapi2.connect(
            address, check_same_thread=False, timeout=_WAIT_SECONDS, isolation_level=None, uri=True
        )
        connection.execute("pragma foreign_keys = on")
        if write:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = full")
        return connection

    engine = sa.create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=sa.pool.QueuePool)
    # The driver alone begins a transaction at the first change only: what is read before would be of another moment.
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("begin"))
    return engine


def _to_look(path: Path) -> str:
    """How the store is opened to look into it: where nothing can be written beside it, as a file that nobody changes.

    Otherwise SQLite keeps a file of locks beside it, so that a run that writes meanwhile is noticed.
    """
    beside = path.with_name(path.name + "-wal")
    alone = not os.access(path.parent, os.W_OK) and not (beside.is_file() and beside.stat().st_size)
    return "?immutable=1" if alone else "?mode=ro"


def _check_version(engine: sa.Engine, paths: Paths) -> None:
    try:
        with engine.connect() as connection:
            version = connection.execute(sa.select(schema.about.c.value).where(schema.about.c.key == "schema")).scalar()
    except sa.exc.DatabaseError as error:
        raise DossierDamaged(
            f"{paths.database} is not a records store that can be opened.",
            remedy="Restore it from a copy, or make a new dossier in another folder and add originals/ to it.",
        ) from error
    if version != schema.VERSION:
        raise DossierDamaged(
            f"The dossier in {paths.root} was made by another version of atleast (schema {version}).",
            remedy="Open it with that version, or take the originals into a new dossier.",
        )


def mandate_text(paths: Paths) -> str:
    """mandate.toml as it stands, which a report repeats."""
    text = paths.mandate.read_text("utf-8-sig")
    parse_mandate(text)
    return text
