"""CPU time and memory of whole processes, by the operating system's own account; figures with their target beside them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system, children included) and peak memory of the largest process, in bytes."""

    cpu: float
    peak: int


def cost_of(*arguments: str, one_core: bool = True) -> Cost:
    """Run `python ARGUMENTS` as a process, on one core, and account for it. Raises where it does not end well."""
    cores = sorted(os.sched_getaffinity(0))[:1] if one_core and hasattr(os, "sched_setaffinity") else None
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None,  # noqa: PLW1509 - no threads here
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


@dataclass(frozen=True, slots=True)
class Family:
    """A process and those it started, while they ran: the most memory together, in bytes, and the CPU seconds of each."""

    peak: int
    cpu: tuple[float, ...]


def watched(running: subprocess.Popen[bytes]) -> Family:
    """Look at a process and its family until it ends, five times a second: a shorter peak may be missed.

    Memory that several share counts once. Nothing where the system does not say.
    """
    peak, cpu = 0, dict[int, float]()
    while running.poll() is None:
        family = _family(running.pid)
        peak = max(peak, sum(_share(process) for process in family))
        cpu |= {process: spent for process in family if (spent := _spent(process))}
        time.sleep(0.2)
    return Family(peak, tuple(cpu.values()))


def _family(process: int) -> list[int]:
    found = [process]
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError):
            if int(_fields(stat)[1]) == process:
                found += _family(int(stat.parent.name))
    return found


def _spent(process: int) -> float:
    with contextlib.suppress(OSError, IndexError):
        user, system = _fields(Path(f"/proc/{process}/stat"))[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _fields(stat: Path) -> list[str]:
    """What follows the name of a process, which may hold spaces (proc_pid_stat(5)): state, parent, and so on."""
    return stat.read_text().rpartition(")")[2].split()


def _share(process: int) -> int:
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0


def median_cpu(runs: Sequence[Cost]) -> float:
    """The median of CPU seconds."""
    return median(run.cpu for run in runs)


def show(what: str, value: float, unit: str, at_most: float | None = None) -> bool:
    """Print a figure, with its bar where it has one; whether it is within."""
    within = at_most is None or value <= at_most
    bar = "" if at_most is None else f"   (at most {at_most:g}: {'reached' if within else 'MISSED'})"
    print(f"{what:<72}{value:>10.3f} {unit}{bar}", flush=True)
    return within
