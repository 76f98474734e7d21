"""One question to an endpoint that speaks the OpenAI chat protocol, asked again where it makes sense to.

The protocol as vLLM, llama.cpp and Ollama serve it: POST …/chat/completions with a `response_format` of `json_schema`.
"""

from __future__ import annotations

import json
import os
import random
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any

import httpx

from sahelcorpus.annotate.stance.registry import UnusableAnnotatorError

KEY_VARIABLE = "SAHELCORPUS_API_KEY"
"""The environment variable from which a key is taken; there is no other way to give one."""

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_OF_THIS_ARTICLE = frozenset({400, 413, 422})
_MOST_BYTES = 8_000_000
_SHOWN = 200


class RefusedArticleError(Exception):
    """An article that the endpoint does not take or answers with nothing that can be read; another may do better."""


class SilentEndpointError(UnusableAnnotatorError):
    """An endpoint that gave no answer, however often it was asked."""


class _PassingError(Exception):
    """A failure that may have passed when the question is asked again."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back.

    Attributes:
        content: The answer's text.
        finished: Whether the model came to its end, rather than to a limit.
        sent: Tokens of the question, as the endpoint counts them; 0 if it does not.
        received: Tokens of the answer.
        retries: How often the question had to be asked again.
    """

    content: str
    finished: bool
    sent: int
    received: int
    retries: int


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an endpoint is waited for.

    Attributes:
        attempts: How often a question is asked, at most.
        answer: Seconds for one whole answer, however slowly it trickles.
        quiet: Seconds in which something has to come.
        first_wait: Seconds before the second attempt; each further one doubles it.
        most_wait: Seconds between two attempts, at most; an endpoint that asks for more is not asked again.
    """

    attempts: int = 6
    answer: float = 300
    quiet: float = 120
    first_wait: float = 1
    most_wait: float = 120


@dataclass(slots=True, weakref_slot=True)
class Endpoint:
    """An address that answers questions. Safe to use from several threads.

    Attributes:
        address: Up to and without `/chat/completions`, such as `http://localhost:8000/v1`.
        patience: How long it is waited for.
        sleep: What waits; a test gives its own.
    """

    address: str
    patience: Patience = field(default_factory=Patience)
    sleep: Callable[[float], None] = time.sleep
    _client: httpx.Client = field(init=False, repr=False)
    _key: str | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look at the address, and take the key from the environment.

        Raises:
            UnusableAnnotatorError: if the address is none, holds a password, or a key would travel in clear.
        """
        self._key = os.environ.get(KEY_VARIABLE) or None
        _refuse_unsafe(self.address, with_key=self._key is not None)
        if self._key and not (self._key.isascii() and self._key.isprintable()):
            found = f"a key in {KEY_VARIABLE} that no header can carry"
            raise UnusableAnnotatorError(f"found {found}; allowed: printable ASCII")
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        timeout = httpx.Timeout(self.patience.quiet, connect=min(10, self.patience.quiet))
        self._client = httpx.Client(timeout=timeout, headers=headers)
        weakref.finalize(self, self._client.close)  # whoever forgets to close leaves no connection open

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def ask(self, body: dict[str, Any]) -> Reply:
        """Return the answer to one question.

        Args:
            body: What is posted, as plain data.

        Raises:
            RefusedArticleError: if the endpoint does not take this question.
            SilentEndpointError: if it gave no answer after all attempts.
            UnusableAnnotatorError: if it takes no question at all: no such model, no right to ask.
        """
        for attempt in range(self.patience.attempts):
            try:
                return self._read(self._posted(body), attempt)
            except _PassingError as error:
                wait = error.wait if error.wait is not None else self._usual_wait(attempt)
                if attempt + 1 == self.patience.attempts or wait > self.patience.most_wait:
                    asked = f"{attempt + 1} attempt{'s' if attempt else ''}"
                    later = f", and wants to be left alone for {error.wait:,.0f} seconds" if error.wait else ""
                    raise SilentEndpointError(
                        f"{self.address} gave no answer after {asked}: {error}{later}. What it answered before is kept "
                        "in the cache, if there is one; the same command goes on from there"
                    ) from None
                self.sleep(wait)
        raise AssertionError("an endpoint is asked at least once")

    def _usual_wait(self, attempt: int) -> float:
        """Return the seconds before the next attempt: doubled each time, and never quite the same for all who ask."""
        longest: float = min(self.patience.first_wait * 2**attempt, self.patience.most_wait)
        return longest * random.uniform(0.75, 1)  # noqa: S311 - no secret

    def _posted(self, body: dict[str, Any]) -> bytes:
        """Return the bytes of a good response."""
        deadline = time.monotonic() + self.patience.answer
        received = bytearray()
        try:
            with self._client.stream("POST", f"{self.address.rstrip('/')}/chat/completions", json=body) as response:
                for piece in response.iter_bytes():
                    received += piece
                    if time.monotonic() > deadline:
                        raise _PassingError(f"an answer that was not whole after {self.patience.answer:g} seconds")
                    if len(received) > _MOST_BYTES:
                        raise RefusedArticleError(f"found an answer of more than {_MOST_BYTES:,} bytes")
        except httpx.TimeoutException:
            raise _PassingError(f"nothing came for {self.patience.quiet:g} seconds") from None
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise _PassingError(self._without_key(f"{type(error).__name__}: {error}")) from None
        if response.status_code == httpx.codes.OK:
            return bytes(received)
        shown = self._without_key(" ".join(received.decode("utf-8", "replace").split()))[:_SHOWN]
        said = f"status {response.status_code}" + (f", {shown!r}" if shown else "")
        if response.status_code in _PASSING:
            raise _PassingError(said, _retry_after(response.headers.get("Retry-After")))
        if response.status_code in _OF_THIS_ARTICLE:
            raise RefusedArticleError(f"the endpoint refused the question: {said}")
        raise UnusableAnnotatorError(f"{self.address} answers no question: {said}. Look at address, model and key")

    def _without_key(self, words: str) -> str:
        return words.replace(self._key, "[the key]") if self._key else words

    def _read(self, received: bytes, retries: int) -> Reply:
        try:
            plain = json.loads(received)
            choice = plain["choices"][0]
            content = choice["message"]["content"]
            usage = plain.get("usage") or {}
            sent, back = int(usage.get("prompt_tokens") or 0), int(usage.get("completion_tokens") or 0)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            raise _PassingError("an answer that is not of the chat protocol") from None
        if not isinstance(content, str):
            raise RefusedArticleError("found a message without content")
        return Reply(content, choice.get("finish_reason") != "length", sent, back, retries)


def _refuse_unsafe(address: str, *, with_key: bool) -> None:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, TypeError):
        url = httpx.URL("")
    if url.scheme not in ("http", "https") or not url.host:
        raise UnusableAnnotatorError(f"found the endpoint {address!r}; allowed: such as http://localhost:8000/v1")
    if url.userinfo:
        raise UnusableAnnotatorError(f"found a password in the endpoint's address; allowed: a key in {KEY_VARIABLE}")
    if with_key and url.scheme == "http" and not _is_this_machine(url.host):
        raise UnusableAnnotatorError(
            f"found the endpoint {address!r}, to which the key of {KEY_VARIABLE} would travel in clear; "
            "allowed: https, or no key"
        )


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _retry_after(value: str | None) -> float | None:
    """Return the seconds that a Retry-After header asks for, given as a number or as a date; None if it is neither."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
