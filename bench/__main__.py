"""Run the benches named, or all: `python -m bench`, `python -m bench cost reading`."""

from __future__ import annotations

import sys

from bench import cost, linking, linking_scale, persons, reading, register, start

BENCHES = {
    "start": start.run,
    "cost": cost.run,
    "persons": persons.run,
    "reading": reading.run,
    "linking": linking.run,
    "linking_scale": linking_scale.run,
    "register": register.run,
}


def main() -> int:
    wanted = sys.argv[1:] or list(BENCHES)
    if unknown := [name for name in wanted if name not in BENCHES]:
        print(f"There is no bench named {', '.join(unknown)}. There are: {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    return max(BENCHES[name]() for name in wanted)


if __name__ == "__main__":
    sys.exit(main())
