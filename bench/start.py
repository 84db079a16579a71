"""What it costs to ask for help."""

from __future__ import annotations

from bench.measuring import cost_of, median_cpu, show


def run() -> int:
    print("\n== Start-up")
    runs = [cost_of("-m", "atleast", "--help") for _ in range(9)]
    return 0 if show("atleast --help, CPU (median of 9)", median_cpu(runs), "s", at_most=0.3) else 1
