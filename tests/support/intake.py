"""What a dossier took in, and archives to take in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from atleast.dossier import sources
from atleast.dossier.dossier import Dossier
from atleast.model.source import Source

NEWS = "SARNIK, 12 May 2031. Police arrested Pavel Ketlin in Kosterna.\n\nHe was taken to the station.\n"


def held(dossier: Dossier) -> dict[str, Source]:
    """The sources of a dossier by name, in order of intake."""
    with dossier.read() as connection:
        return {source.name: source for source in sources.all_sources(connection)}


def missed(dossier: Dossier) -> dict[str, str]:
    """What could not be copied, by name, and why."""
    with dossier.read() as connection:
        return dict(sources.missed(connection))


def zipped(files: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of some files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()
