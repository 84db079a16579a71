"""A server of a language model's interface, in a process of its own, that answers as the name of the model says.

`python -m tests.support.model_server` prints its port and serves until it is killed. What it was asked last, and the paths that
were asked for, it tells at GET /asked.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ASKED: list[dict[str, Any]] = []
NEVER = 600.0


def completion(content: str) -> bytes:
    """A chat completion with that message."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def proposals(*said: object) -> bytes:
    """A chat completion with those proposals."""
    return completion(json.dumps({"statements": list(said)}))


def proposal(quote: str, name: str, **other: object) -> dict[str, object]:
    """A proposal of an arrest."""
    said: dict[str, object] = {"quote": quote, "type": "arrest", "subject": [name], "persons": [name]}
    return said | {"certainty": "asserted", "polarity": "affirmed", "paragraph": 1} | other


class Server(BaseHTTPRequestHandler):
    """Answers by the name of the model."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        """Tell what was asked."""
        self._send(200, json.dumps(ASKED).encode())

    def do_POST(self) -> None:
        """Answer."""
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        ASKED.append({"path": self.path, "headers": dict(self.headers), "request": request})
        text = request["messages"][-1]["content"]
        mood, _, number = request["model"].partition(" ")
        getattr(self, f"_{mood}")(text, number)

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _well(self, text: str, _: str) -> None:
        found = re.findall(r"\[(\d+)\] ([^\n]*?(\w+ \w+) was arrested[^\n.]*\.)", text)
        said = [proposal(quote, name, paragraph=int(number)) for number, quote, name in found]
        self._send(200, proposals(*said))

    def _status(self, _: str, number: str) -> None:
        self._send(int(number), b'{"error": "<script>alert(1)</script>"}')

    def _redirect(self, _: str, number: str) -> None:
        self._send(int(number), b"", Location=f"http://{self.headers['Host']}/elsewhere/chat/completions")

    def _slow(self, _: str, __: str) -> None:
        time.sleep(NEVER)

    def _drip(self, _: str, __: str) -> None:
        self._begin(10**6)
        self._forever(lambda: b" ")

    def _headers(self, _: str, __: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        self._forever(lambda: b"x")

    def _continue(self, _: str, __: str) -> None:
        self._forever(lambda: b"HTTP/1.1 100 Continue\r\n\r\n")

    def _huge(self, _: str, __: str) -> None:
        self._begin(10**12)
        while True:
            self.wfile.write(b" " * 65_536)

    def _truncated(self, _: str, __: str) -> None:
        body = proposals()
        self._begin(len(body) + 100)
        self.wfile.write(body)
        self.close_connection = True

    def _hangup(self, _: str, __: str) -> None:
        self.close_connection = True

    def _raw(self, _: str, which: str) -> None:
        self._send(200, RAW[which])

    def _content(self, _: str, which: str) -> None:
        self._send(200, completion(CONTENT[which]))

    def _begin(self, length: int) -> None:
        self.wfile.write(
            f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n".encode()
        )

    def _forever(self, what: Callable[[], bytes]) -> None:
        while True:
            self.wfile.write(what())
            time.sleep(0.02)


# Answers that are no chat completion, and messages that are not what was asked for.
RAW: dict[str, bytes] = {
    "nothing": b"",
    "html": b"<!doctype html><title>Log in</title><form>",
    "deep": b"[" * 200_000,
    "list": b"[]",
    "no-choices": b'{"choices": []}',
    "null-message": b'{"choices": [{"message": null}]}',
    "number": b'{"choices": [{"message": {"content": 7}}]}',
    "not-utf8": b'{"choices": "\xff\xfe"}',
    "nan": b'{"choices": [{"message": {"content": NaN}}]}',
    "digits": b'{"choices": ' + b"9" * 100_000 + b"}",
    "gzip": b"\x1f\x8b\x08\x00" + b"\x00" * 64,
}
CONTENT: dict[str, str] = {
    "prose": "Of course! Here are the statements you asked for.",
    "fenced": "```json\n{}\n```",
    "deep": '{"statements": ' + "[" * 100_000,
    "nan": '{"statements": [NaN]}',
    "infinity": '{"statements": -Infinity}',
    "object": '{"statements": {"0": {}}}',
    "missing": '{"results": []}',
    "string": '"statements"',
}


def main() -> None:
    """Serve on a free port of this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)  # noqa: T201 - which is how the test learns of it
    server.serve_forever()


if __name__ == "__main__":
    main()
