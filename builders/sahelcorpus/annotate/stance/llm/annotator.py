"""The annotator that asks a language model: one question an article, several at once, each answer kept."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.found import FoundStance
from sahelcorpus.annotate.stance.llm.answers import ReadAnswer, UnreadableAnswerError, no_answer, read_answer, rows_of
from sahelcorpus.annotate.stance.llm.cache import Cache, Kept
from sahelcorpus.annotate.stance.llm.prompt import VERSION, answer_schema, messages
from sahelcorpus.annotate.stance.registry import Settings, UnusableAnnotatorError
from sahelcorpus.records import Annotator
from sahelcorpus.records.vocabulary import AnnotatorKind

try:
    from sahelcorpus.annotate.stance.llm.endpoint import Endpoint, RefusedArticleError, Reply
except ModuleNotFoundError as missing:
    raise UnusableAnnotatorError(
        f"found no {missing.name}, by which an endpoint is asked; pip install 'sahelcorpus[llm]' brings it"
    ) from None

_ANSWERS = 2
"""How often an article is asked about whose answer cannot be read."""
_MOST_TOKENS = 4096
_AT_ONCE = 4
_SHOWN = 5
_MILLION = 1_000_000


@dataclass(slots=True)
class Account:
    """What the work took.

    Attributes:
        answered: Articles that the endpoint answered.
        kept: Articles whose answer came from the cache.
        retries: How often a question had to be asked again.
        sent: Tokens sent.
        received: Tokens that came back.
        refused: What was refused, and why, by article.
    """

    answered: int = 0
    kept: int = 0
    retries: int = 0
    sent: int = 0
    received: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


class LanguageModel:
    """Asks a model at an endpoint; takes from its answers what holds."""

    def __init__(
        self,
        endpoint: Endpoint,
        model: str,
        cache: Cache | None = None,
        *,
        prices: tuple[float, float] | None = None,
        at_once: int = _AT_ONCE,
    ) -> None:
        """Take the endpoint, the model's name there, where answers are kept, what tokens cost, and how many to ask."""
        self.account = Account()
        self._endpoint, self._model, self._cache = endpoint, model, cache
        self._prices, self._at_once = prices, at_once
        self._lock = Lock()

    @classmethod
    def of(cls, settings: Settings) -> LanguageModel:
        """Return the annotator that settings describe.

        Raises:
            UnusableAnnotatorError: if model or endpoint is missing or cannot be used.
        """
        if not settings.model or not settings.endpoint:
            lacking = "endpoint" if settings.model else "model"
            raise UnusableAnnotatorError(
                f"found no {lacking} for the annotator llm; allowed: the address of an endpoint that speaks the OpenAI "
                "protocol, such as http://localhost:8000/v1, and the name of a model that it serves"
            )
        cache = Cache(settings.cache, settings.model) if settings.cache else None
        endpoint = Endpoint(settings.endpoint)
        return cls(endpoint, settings.model, cache, prices=settings.prices, at_once=settings.batch or _AT_ONCE)

    def close(self) -> None:
        """Close the connections."""
        self._endpoint.close()

    @property
    def annotator(self) -> Annotator:
        """How it signs: an id of its own for each model, and model and prompt in the version."""
        slug = re.sub(r"[^a-z0-9]+", "-", self._model.lower()).strip("-") or "model"
        return Annotator(
            annotator_id=f"llm-{slug}", kind=AnnotatorKind.MODEL, version=f"{self._model}, prompt {VERSION}"
        )

    def annotate_stance(self, article: StanceArticle) -> list[FoundStance]:
        """Return the candidates of an article.

        Raises:
            UnusableAnnotatorError: if the endpoint answers nothing; what it answered before is in the cache.
        """
        if not article.targets:
            return []
        try:
            answer = self._answer(article)
        except (RefusedArticleError, UnreadableAnswerError) as error:
            self._refuse(article, str(error))
            asked_for = range(len(article.targets)) if article.targets_given else ()
            return [no_answer(article, target, f"There is no answer: {error}.") for target in asked_for]
        for why in answer.refused:
            self._refuse(article, why)
        return answer.found

    def annotate_stances(self, articles: Iterable[StanceArticle]) -> Iterator[list[FoundStance]]:
        """Yield the candidates of each article, in order, several questions being under way at once."""
        with ThreadPoolExecutor(self._at_once, thread_name_prefix="llm") as pool:
            waiting: deque[Future[list[FoundStance]]] = deque()
            try:
                for article in articles:
                    waiting.append(pool.submit(self.annotate_stance, article))
                    if len(waiting) >= 2 * self._at_once:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def told(self) -> list[str]:
        """Return what the work took, and what was refused, in sentences."""
        account = self.account
        work = f"{account.answered:,} answered, {account.kept:,} from the cache, {account.retries:,} asked again"
        tokens = f"{account.sent:,} tokens sent, {account.received:,} received"
        lines = [f"{self._model}, prompt {VERSION}: {work}; {tokens}"]
        if self._prices is not None:
            sent, received = self._prices
            cost = (account.sent * sent + account.received * received) / _MILLION
            lines.append(f"cost {cost:.4f}, at {sent:g} and {received:g} a million tokens")
        if account.refused:
            lines.append(f"{len(account.refused):,} refused, and why:")
            lines += [f"  {article_id or 'an article'}: {why}" for article_id, why in account.refused[:_SHOWN]]
            if len(account.refused) > _SHOWN:
                lines.append(f"  and {len(account.refused) - _SHOWN:,} more")
        return lines

    def _answer(self, article: StanceArticle) -> ReadAnswer:
        kept = self._cache.get(article) if self._cache else None
        if kept is not None:
            with self._lock:
                self.account.kept += 1
            return read_answer(article, rows_of(kept.content))
        for attempt in range(_ANSWERS):
            reply = self._endpoint.ask(self._body(article, attempt))
            self._count(reply, attempt)
            if not reply.finished:
                raise UnreadableAnswerError(f"found an answer that was cut off at {_MOST_TOKENS:,} tokens")
            try:
                rows = rows_of(reply.content)
            except UnreadableAnswerError:
                if attempt + 1 == _ANSWERS:
                    raise
                continue
            if self._cache:
                self._cache.put(article, Kept(reply.content, reply.sent, reply.received))
            return read_answer(article, rows)
        raise AssertionError("an article is asked about at least once")

    def _body(self, article: StanceArticle, attempt: int) -> dict[str, Any]:
        return {
            "model": self._model,
            "messages": messages(article),
            "temperature": 0,
            "seed": attempt,
            "max_tokens": _MOST_TOKENS,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "stances", "strict": True, "schema": answer_schema(article)},
            },
        }

    def _count(self, reply: Reply, attempt: int) -> None:
        with self._lock:
            self.account.answered += attempt == 0
            self.account.retries += reply.retries + (attempt > 0)
            self.account.sent += reply.sent
            self.account.received += reply.received

    def _refuse(self, article: StanceArticle, why: str) -> None:
        with self._lock:
            self.account.refused.append((article.article_id, why))
