"""The one clock of a run."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from atleast.errors import UsageError


def now() -> str:
    """The time, UTC, ISO 8601 to the second.

    Where SOURCE_DATE_EPOCH is set (the convention of reproducible-builds.org), it is the time: so that the same sources
    give the same bytes. Raises UsageError where it holds no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds since 1970.",
            remedy="Unset it, or give it a whole number.",
        ) from error
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
