"""Where things lie in a dossier: a folder that a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The places of one dossier. Nothing here touches the disk."""

    root: Path

    @property
    def mandate(self) -> Path:
        """What the dossier is for and how it counts; edited by hand."""
        return self.root / "mandate.toml"

    @property
    def lists(self) -> Path:
        """What the columns of its lists hold, where somebody corrected it; edited by hand, and there only if somebody did."""
        return self.root / "lists.toml"

    @property
    def database(self) -> Path:
        """Everything read, decided and counted."""
        return self.root / "dossier.sqlite"

    @property
    def originals(self) -> Path:
        """The bytes as they came, named by SHA-256, read-only."""
        return self.root / "originals"

    @property
    def ledger(self) -> Path:
        """The append-only log, as files that need no database to be checked."""
        return self.root / "ledger"

    @property
    def entries(self) -> Path:
        """One entry of the ledger a line, in canonical JSON."""
        return self.ledger / "entries.jsonl"

    @property
    def checkpoint(self) -> Path:
        """The signed note over the ledger's size and root."""
        return self.ledger / "checkpoint"

    @property
    def verifier_key(self) -> Path:
        """The public key, as a C2SP vkey: give it away."""
        return self.ledger / "key.pub"

    @property
    def signing_key(self) -> Path:
        """The private key: keep it, and never send it with the dossier's exports."""
        return self.ledger / "key.private"

    @property
    def timestamps(self) -> Path:
        """Timestamp replies over checkpoints, with the checkpoints that they are over."""
        return self.ledger / "timestamps"

    @property
    def reports(self) -> Path:
        """What was made, a folder each."""
        return self.root / "report"

    @property
    def lock(self) -> Path:
        """Held by the one run that writes."""
        return self.root / ".lock"

    def original(self, sha256: str) -> Path:
        """Where the bytes with that hash lie."""
        return self.originals / sha256[:2] / sha256

    def own(self, path: Path) -> bool:
        """Whether a path is the dossier's own and so is no source, even where the folder of sources holds the dossier.

        Drafts and what SQLite keeps beside the store are. A stranger's file is not, whatever its name. Both paths are
        absolute, or both relative to the same folder.
        """
        if self.root not in path.parents:
            return False
        first = path.relative_to(self.root).parts[0]
        owned = (self.mandate, self.database, self.originals, self.ledger, self.reports, self.lock)
        names = {place.name for place in owned}
        return first in names or first.startswith(
            (f"{self.database.name}-", f".{self.database.name}.", ".mandate.toml.")
        )
