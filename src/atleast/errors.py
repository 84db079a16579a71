"""Every error a person can meet, each with its remedy.

    AtleastError
    ├── UsageError                 what was asked cannot be done as asked       exit 2
    │   ├── NotADossier            the folder holds no dossier
    │   ├── MandateError           mandate.toml cannot be followed; names the line
    │   ├── ListsError             lists.toml cannot be followed; names the line
    │   └── NothingByThatName      no person, figure or source is called that
    ├── DossierBusy                another run is writing to this dossier       exit 1
    ├── StorageFull                the disk would not take the bytes            exit 1
    ├── DossierDamaged             what is on disk contradicts itself           exit 1
    ├── UnreadableSource           a file's text could not be had; it is kept and listed
    │   ├── EmptySource            it has no bytes, or no text in it
    │   ├── EncryptedSource        it asks for a password
    │   ├── DamagedSource          it is cut short or not what its name says
    │   ├── OversizedSource        it is beyond a limit of limits.py
    │   ├── UnknownFormat          no reader takes it
    │   └── ReaderFailed           the reader itself crashed or ran out of its time or memory
    └── InvalidRecord              a record that would break a promise was about to be written

A message says what is wrong and where; `remedy` says what to do. No error of a library reaches a person: it is kept
as `__cause__`, for whoever looks for the fault.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command line answers to the shell."""

    PASSED = 0
    FAILED = 1
    USAGE = 2
    NOT_CHECKED = 3


class AtleastError(Exception):
    """The root: `problem` in words, `remedy` in words, and the exit code that belongs to it."""

    exit: Exit = Exit.FAILED

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"


class UsageError(AtleastError):
    """What was asked cannot be done as asked."""

    exit = Exit.USAGE


class NotADossier(UsageError):
    """The folder holds no dossier."""


class MandateError(UsageError):
    """mandate.toml cannot be followed; the problem names the line."""


class ListsError(UsageError):
    """lists.toml cannot be followed; the problem names the line."""


class NothingByThatName(UsageError):
    """No person, figure or source is called that."""


class DossierBusy(AtleastError):
    """Another run is writing to this dossier."""


class StorageFull(AtleastError):
    """The disk would not take the bytes; nothing half-written is left."""


class DossierDamaged(AtleastError):
    """What is on disk contradicts itself in a way that cannot be mended by running again."""


class UnreadableSource(AtleastError):
    """A file's text could not be had. The file is kept and listed with this explanation; the run goes on."""


class EmptySource(UnreadableSource):
    """It has no bytes, or no text in it."""


class EncryptedSource(UnreadableSource):
    """It asks for a password."""


class DamagedSource(UnreadableSource):
    """It is cut short, or not what its name says."""


class OversizedSource(UnreadableSource):
    """It is beyond a limit of limits.py."""


class UnknownFormat(UnreadableSource):
    """No reader takes it."""


class ReaderFailed(UnreadableSource):
    """The reader itself crashed, or ran out of its time or memory."""


class InvalidRecord(AtleastError):
    """A record that would break a promise was about to be written: a fault of the program, not of the person."""
