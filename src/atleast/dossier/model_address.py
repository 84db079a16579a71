"""Where a language model answers, as mandate.toml names it: on this computer, unless a person wrote otherwise there."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

MOST_LETTERS_OF_A_NAME = 100


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """A model behind an address of the kind that OpenAI's interface has: what comes before `/chat/completions`."""

    address: str
    name: str
    prompt_version: int
    allow_remote: bool = False

    @property
    def parts(self) -> SplitResult:
        """Scheme, host, port and path."""
        return urlsplit(self.address)

    @property
    def port(self) -> int:
        """The port, given or of the scheme."""
        return self.parts.port or (443 if self.parts.scheme == "https" else 80)


def problem_of(address: str, *, allow_remote: bool) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do; None where it can be used."""
    example = 'Write address = "http://127.0.0.1:11434/v1".'
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known or not address.isprintable() or " " in address:
        return f"{address!r} is no address of a model", example
    if parts.username is not None or parts.query or parts.fragment:
        return f"{address!r} holds more than a host, a port and a path", example
    if is_loopback(parts.hostname or ""):
        return None
    if not allow_remote:
        where = f"{parts.hostname} may be another computer, and the texts would leave this one"
        return where, "Name 127.0.0.1, or write allow_remote = true beside it if that is what you want."
    if parts.scheme != "https":
        return (
            f"{address!r} would send the texts in the clear",
            "Write https://, or lead it through a tunnel to 127.0.0.1.",
        )
    return None


def is_loopback(host: str) -> bool:
    """Whether a host is this computer by its very name: "localhost", "127.0.0.1", "::1"."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
