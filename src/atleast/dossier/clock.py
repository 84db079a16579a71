"""The one clock of a run."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> str:
    """The time, UTC, ISO 8601 to the second.

    Where SOURCE_DATE_EPOCH is set (the convention of reproducible-builds.org), it is the time: so that the same sources
    give the same bytes.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
