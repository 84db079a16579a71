"""How properties are tried: the same examples every time, however slow the machine is just now."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("atleast", deadline=None, derandomize=True)
settings.load_profile("atleast")
