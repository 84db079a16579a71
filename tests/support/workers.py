"""A worker that does what it is told, and things to tell it."""

from __future__ import annotations

import os
import signal
import sys
import time

from atleast.engine.serving import Answer, serve
from atleast.limits import MIB
from atleast.model.words import Polarity


def main() -> None:
    """Call whatever comes."""
    serve(lambda what: Answer(what()))


def denied() -> object:
    return Polarity.DENIED


def talk() -> str:
    print("talk")  # noqa: T201 - which must not reach the parent
    os.write(1, b"more talk")
    sys.stdout.flush()
    return "said"


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(3)


def fail() -> None:
    raise ValueError


def hang() -> None:
    time.sleep(60)


def swell() -> int:
    return len(bytearray(400 * MIB))


def intrude() -> object:
    return os.system
