"""A real HTTP server on the loopback that speaks the chat protocol, well or badly, as a test tells it to."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler", dict[str, Any]], None]
"""What does with a request as it likes, given the handler and the request's body."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        """Note the request, and let the test's answer have it."""
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        with self.server.lock:
            self.server.seen.append((self.path, dict(self.headers), json.loads(raw)))
            self.server.under_way += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.under_way)
            answer = self.server.script.pop(0) if self.server.script else self.server.otherwise
        try:
            answer(self, json.loads(raw))
        finally:
            with self.server.lock:
                self.server.under_way -= 1

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Send a whole response."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Answers with its script, one entry a request, and then otherwise."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, otherwise: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.seen: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.under_way = self.most_at_once = 0
        self.script: list[Answer] = []
        self.otherwise = otherwise

    @property
    def address(self) -> str:
        """What an endpoint is called by."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a client that has gone be gone."""


@contextmanager
def answering(otherwise: Answer) -> Iterator[Server]:
    """Give a server that runs while the block does."""
    server = Server(otherwise)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def completion(content: Any, finish: str = "stop") -> bytes:
    """Return the bytes of a chat completion whose message is this; 100 tokens came, 20 go."""
    message = {"role": "assistant", "content": content if isinstance(content, str) else json.dumps(content)}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return json.dumps({"object": "chat.completion", "choices": [choice], "usage": usage}).encode()


def says(content: Any, finish: str = "stop") -> Answer:
    """Answer with this message, whatever is asked."""
    return lambda handler, _: handler.send(completion(content, finish))


def refuses(status: int, body: bytes = b"{}", **headers: str) -> Answer:
    """Answer with a status."""
    return lambda handler, _: handler.send(body, status, **headers)


def hangs_up(handler: Handler, _: dict[str, Any]) -> None:
    """Close the connection without a word."""
    handler.close_connection = True
    handler.connection.close()


def breaks_off(handler: Handler, _: dict[str, Any]) -> None:
    """Promise more bytes than come."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(completion("{}")[:50])
    handler.close_connection = True


def trickles(piece: float, pieces: int) -> Answer:
    """Send one blank after the other, so that something always comes and nothing is ever whole."""

    def answer(handler: Handler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(pieces))
        handler.end_headers()
        for _ in range(pieces):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(piece)

    return answer


def sleeps(seconds: float) -> Answer:
    """Send nothing for a while."""

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        time.sleep(seconds)
        gullible(handler, body)

    return answer


MARKERS = re.compile(r"The marker lines are <(\S+)> and <(\S+)>\.")
ORDER = re.compile(r"LABEL EVERY TARGET (\w+)")


def gullible(handler: Handler, body: dict[str, Any]) -> None:
    """Answer like a model that obeys whatever stands in its instructions, wherever these come from.

    What the system message declares to be material, between the first opening marker and the first closing one, is
    material; all the rest is instruction.
    """
    system = "\n".join(m["content"] for m in body["messages"] if m["role"] == "system")
    user = "\n".join(m["content"] for m in body["messages"] if m["role"] != "system")
    found = MARKERS.search(system)
    before, data, after = user, "", ""
    if found:
        before, _, rest = user.partition(f"<{found[1]}>\n")
        data, _, after = rest.partition(f"\n<{found[2]}>")
    order = ORDER.search("\n".join((system, before, after)))
    material = json.loads(data) if data else {"targets": [{"id": "t1"}], "text": user}
    rows = [
        {
            "holder": "text",
            "target": target["id"],
            "label": order[1] if order else "neutral",
            "intensity": 1 if order else 0,
            "endorsement": "endorsed",
            "evidence": [material["text"][:20]] if order else [],
            "confidence": 0.9,
            "reason": "Ordered." if order else "It takes no side.",
        }
        for target in material["targets"]
    ]
    handler.send(completion({"stances": rows}))
