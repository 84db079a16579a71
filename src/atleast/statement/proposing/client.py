"""Asking a model over HTTP: one request, one answer, within limits of time and size. Nothing but the address is asked.

The standard library's client follows no redirects, reads no proxies from the environment and sends no credentials. What it does
not do is done here: the host is looked up once and must be this computer unless a person wrote otherwise, and the limit of
time is for the whole exchange, so that a server which sends a byte a minute is stopped as well.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from atleast.dossier.model_address import ModelAddress
from atleast.limits import Limits

_BLOCK = 16_384


class NoAnswer(Exception):
    """The model gave no answer that can be used; `str()` says why, in words, without anything that it sent.

    `gone` where asking it about another text would fare no better: nobody listens there, or it is no such server.
    """

    def __init__(self, why: str, *, gone: bool = False) -> None:
        super().__init__(why)
        self.gone = gone


class Model(Protocol):
    """Whatever answers a request for a chat completion."""

    def answer(self, request: Mapping[str, Any]) -> bytes:
        """The body of the answer. Raises NoAnswer."""


class HttpModel:
    """A model behind an address."""

    def __init__(self, model: ModelAddress, limits: Limits) -> None:
        self._model = model
        self._limits = limits

    def answer(self, request: Mapping[str, Any]) -> bytes:
        """The body of the answer. Raises NoAnswer for anything but a whole answer in time, of a size that is allowed."""
        body = json.dumps(request, ensure_ascii=False).encode()
        late = threading.Event()
        with self._connected() as connection, _stopped(connection, self._limits.model_seconds, late):
            try:
                answer = self._exchange(connection, body)
            except (OSError, http.client.HTTPException, ValueError) as error:
                if late.is_set():
                    raise NoAnswer(f"the model took longer than {self._limits.model_seconds:g} seconds") from error
                raise NoAnswer(f"the model broke off its answer ({type(error).__name__})") from error
        if late.is_set():
            raise NoAnswer(f"the model took longer than {self._limits.model_seconds:g} seconds")
        return answer

    @contextlib.contextmanager
    def _connected(self) -> Iterator[http.client.HTTPConnection]:
        parts, host, port = self._model.parts, self._model.parts.hostname or "", self._model.port
        connection = http.client.HTTPConnection(host, port)
        try:
            plain = socket.create_connection((self._looked_up(host, port), port), timeout=self._limits.model_seconds)
            secure = ssl.create_default_context().wrap_socket if parts.scheme == "https" else None
            connection.sock = secure(plain, server_hostname=host) if secure else plain
        except OSError as error:
            raise NoAnswer(f"nobody answers at {self._model.address} ({type(error).__name__})", gone=True) from error
        try:
            yield connection
        finally:
            connection.close()

    def _looked_up(self, host: str, port: int) -> str:
        """The address that a host has, which is then the one that is asked."""
        found = [str(known[4][0]) for known in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if not self._model.allow_remote and not all(ipaddress.ip_address(each).is_loopback for each in found):
            raise NoAnswer(f"{host} is not this computer", gone=True)
        return found[0]

    def _exchange(self, connection: http.client.HTTPConnection, body: bytes) -> bytes:
        path = self._model.parts.path.rstrip("/") + "/chat/completions"
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        if response.status != http.client.OK:
            raise NoAnswer(f"the server at {self._model.address} answers {response.status}", gone=True)
        received = bytearray()
        while block := response.read(_BLOCK):
            received += block
            if len(received) > self._limits.model_bytes:
                raise NoAnswer(f"the model's answer is longer than {self._limits.model_bytes} bytes")
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)
        return bytes(received)


@contextlib.contextmanager
def _stopped(connection: http.client.HTTPConnection, seconds: float, late: threading.Event) -> Iterator[None]:
    """Break the connection after so many seconds, whatever is being sent over it."""

    def stop() -> None:
        late.set()
        with contextlib.suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
