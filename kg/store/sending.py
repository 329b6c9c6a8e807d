"""Sends requests to an endpoint: with credentials, and again after a while where the server is busy or away."""

from __future__ import annotations

import base64
import http.client
import os
import random
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any, cast

from kg.errors import StoreError

SECONDS = 120.0
"""How long one request may take."""
PAUSES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds between tries, each drawn out by up to half, so that several clients do not come back at once."""
_LONGEST_PAUSE = 60.0
_PASSING = frozenset({408, 429, 502, 503, 504})


class Refused(StoreError):
    """An answer of the endpoint that says no; `status` is its HTTP status."""

    def __init__(self, what: str, *, status: int, place: str, advice: str = "") -> None:
        super().__init__(what, place=place, advice=advice)
        self.status = status


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it might lead with our credentials to another server."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Sender:
    """Sends requests that may be sent twice without harm, and repeats those that meet a passing trouble.

    Credentials come from the environment: KG_ENDPOINT_TOKEN, or KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD. A server
    that has never answered is not waited for.
    """

    def __init__(self, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._open = urllib.request.build_opener(_NoRedirect).open
        self._sleep = sleep
        self._answered = False

    def send(
        self, method: str, address: str, body: bytes | None = None, *, kind: str = "", accept: str = "*/*"
    ) -> bytes:
        """Give the body of the answer; Refused where the server says no, StoreError where there is none."""
        headers = {"Accept": accept, "User-Agent": "dragoman", **_credentials()}
        if kind:
            headers["Content-Type"] = kind
        for pause in (*PAUSES, None):
            request = urllib.request.Request(address, body, headers, method=method)
            try:
                with self._open(request, timeout=SECONDS) as response:
                    answer = cast("bytes", response.read())
                self._answered = True
                return answer
            except urllib.error.HTTPError as error:
                with error:
                    said = error.read(400).decode("utf-8", "replace").strip()
                self._answered = True
                if error.code not in _PASSING or pause is None:
                    raise _refusal(error.code, said, address) from error
                wait = _asked_for(error.headers.get("Retry-After")) or pause
            except (OSError, http.client.HTTPException, ValueError) as error:
                if pause is None or not self._answered or isinstance(error, ValueError):
                    raise _unreachable(error, address) from error
                wait = pause
            self._sleep(min(wait, _LONGEST_PAUSE) * random.uniform(1.0, 1.5))
        raise AssertionError("the last try returns or raises")


def _refusal(status: int, said: str, address: str) -> Refused:
    advice = "Set KG_ENDPOINT_TOKEN, or KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD." if status in (401, 403) else ""
    return Refused(f"the endpoint answered {status}: {said}", status=status, place=address, advice=advice)


def _unreachable(error: Exception, address: str) -> StoreError:
    reason = getattr(error, "reason", error)
    advice = "See that it runs and is named rightly."
    return StoreError(f"the endpoint cannot be reached: {reason}.", place=address, advice=advice)


def _asked_for(header: str | None) -> float:
    """Give the seconds that a Retry-After asks for; 0 where it names none, or a date."""
    return float(header) if header and header.strip().isdigit() else 0.0


def _credentials() -> dict[str, str]:
    if token := os.environ.get("KG_ENDPOINT_TOKEN"):
        return {"Authorization": f"Bearer {token}"}
    if user := os.environ.get("KG_ENDPOINT_USER"):
        pair = f"{user}:{os.environ.get('KG_ENDPOINT_PASSWORD', '')}"
        return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode('ascii')}"}
    return {}
