"""Requests as an HTTP Archive (HAR 1.2), which browsers and Agora's support can open."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from agora_console import __version__
from agora_console.api.exchange import Exchange
from agora_console.api.redact import Redactor

_UNKNOWN = -1  # HAR's own word for a size or a time that was not measured


def har(exchanges: Iterable[Exchange], redactor: Redactor) -> str:
    """The archive, oldest request first; headers were never kept, bodies are redacted once more.

    A request without an answer has status 0 and its cause in `comment`, as browsers do it.
    """
    entries = [_entry(each) for each in sorted(exchanges, key=lambda each: each.at)]
    log = {
        "version": "1.2",
        "creator": {"name": "Agora Console", "version": __version__},
        "comment": "Headers are not kept; secrets were removed from the bodies.",
        "pages": [],
        "entries": entries,
    }
    return json.dumps(redactor.json({"log": log}), ensure_ascii=False, indent=2) + "\n"


def utc(moment: float) -> str:
    """Seconds since the epoch as ISO 8601 in UTC with milliseconds."""
    text = datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def _entry(exchange: Exchange) -> dict[str, Any]:
    entry = {
        "startedDateTime": utc(exchange.at),
        "time": exchange.latency_ms,
        "request": _request(exchange),
        "response": _response(exchange),
        "cache": {},
        "timings": {"send": 0, "wait": exchange.latency_ms, "receive": 0},
        "comment": f"{exchange.operation}, attempt {exchange.attempt}",
    }
    return entry


def _request(exchange: Exchange) -> dict[str, Any]:
    query = parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)
    request: dict[str, Any] = {
        "method": exchange.method,
        "url": exchange.url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [],
        "queryString": [{"name": name, "value": value} for name, value in query],
        "headersSize": _UNKNOWN,
        "bodySize": _UNKNOWN if exchange.request else 0,
    }
    if exchange.request:
        request["postData"] = {
            "mimeType": "application/json",
            "params": [],
            "text": exchange.request,
        }
    return request


def _response(exchange: Exchange) -> dict[str, Any]:
    answered = exchange.http is not None
    headers = [{"name": "X-Request-Id", "value": exchange.request_id}]
    response: dict[str, Any] = {
        "status": exchange.http or 0,
        "statusText": _phrase(exchange.http),
        "httpVersion": "HTTP/1.1" if answered else "",
        "cookies": [],
        "headers": headers if exchange.request_id else [],
        "content": {
            "size": len(exchange.reply.encode("utf-8", "replace")),
            "mimeType": "application/json" if exchange.reply.lstrip()[:1] == "{" else "text/plain",
            "text": exchange.reply,
        },
        "redirectURL": "",
        "headersSize": _UNKNOWN,
        "bodySize": _UNKNOWN,
    }
    if exchange.error:
        response["comment"] = exchange.error
    return response


def _phrase(status: int | None) -> str:
    try:
        return HTTPStatus(status or 0).phrase
    except ValueError:
        return ""
