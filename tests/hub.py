"""A hub on loopback that speaks as much of the Hugging Face protocol as an upload needs, and keeps what it was sent."""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Hub(ThreadingHTTPServer):
    """What lies on the hub.

    Attributes:
        repositories: Whether each is private.
        files: The files at the head, by repository.
        tags: The files under each tag, by repository and tag.
        asked: Method and path of every request.
    """

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.repositories: dict[str, bool] = {}
        self.files: dict[str, dict[str, bytes]] = {}
        self.tags: dict[str, dict[str, dict[str, bytes]]] = {}
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def running_hub() -> Iterator[Hub]:
    """Run a hub while the block runs."""
    hub = Hub()
    thread = threading.Thread(target=hub.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.shutdown()
        hub.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Hub

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer what is there."""
        self.server.asked.append(f"GET {self.path}")
        if match := re.match(r"/api/datasets/([^/]+/[^/]+)/refs", self.path):
            tags = [
                {"name": tag, "ref": f"refs/tags/{tag}", "targetCommit": "0" * 40}
                for tag in self.server.tags.get(match[1], {})
            ]
            self._answer({"branches": [], "converts": [], "tags": tags})
        elif match := re.match(r"/api/datasets/([^/]+/[^/]+)/(?:revision|tree)/main", self.path):
            files = self.server.files.get(match[1], {})
            if "/tree/" in self.path:
                entries = [
                    {"type": "file", "path": path, "size": len(data), "oid": "0" * 40} for path, data in files.items()
                ]
                self._answer(entries)
            else:
                siblings = [{"rfilename": path} for path in files]
                self._answer({"id": match[1], "sha": "0" * 40, "siblings": siblings, "private": True, "tags": []})
        else:
            self._answer({"error": f"nothing at {self.path}"}, 404)

    def do_POST(self) -> None:
        """Take what is sent."""
        self.server.asked.append(f"POST {self.path}")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Authorization") != "Bearer hf_test":
            self._answer({"error": "who are you?"}, 401)
        elif self.path == "/api/repos/create":
            asked = json.loads(body)
            name = f"{asked['organization']}/{asked['name']}" if asked.get("organization") else asked["name"]
            is_private = bool(asked.get("private")) or asked.get("visibility") == "private"
            is_new = name not in self.server.repositories
            self.server.repositories.setdefault(name, is_private)
            self._answer({"url": f"{self.server.address}/datasets/{name}"}, 200 if is_new else 409)
        elif self.path == "/api/validate-yaml":
            self._answer({"errors": [], "warnings": []})
        elif match := re.match(r"/api/datasets/([^/]+/[^/]+)/preupload/main", self.path):
            files = [
                {"path": file["path"], "uploadMode": "regular", "shouldIgnore": False, "oid": None}
                for file in json.loads(body)["files"]
            ]
            self._answer({"files": files})
        elif match := re.match(r"/api/datasets/([^/]+/[^/]+)/commit/main", self.path):
            files = self.server.files.setdefault(match[1], {})
            for line in body.decode().splitlines():
                step = json.loads(line)
                if step["key"] == "file":
                    files[step["value"]["path"]] = base64.b64decode(step["value"]["content"])
                elif step["key"] == "deletedFile":
                    files.pop(step["value"]["path"])
            url = f"{self.server.address}/datasets/{match[1]}/commit/{'1' * 40}"
            self._answer({"commitUrl": url, "commitOid": "1" * 40, "pullRequestUrl": None, "success": True})
        elif match := re.match(r"/api/datasets/([^/]+/[^/]+)/tag/", self.path):
            tags = self.server.tags.setdefault(match[1], {})
            tags[json.loads(body)["tag"]] = dict(self.server.files[match[1]])
            self._answer({})
        else:
            self._answer({"error": f"nothing at {self.path}"}, 404)

    def _answer(self, plain: Any, status: int = 200) -> None:
        content = json.dumps(plain).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
