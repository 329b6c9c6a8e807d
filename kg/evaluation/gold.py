"""Reads gold annotations and predictions: JSON Lines, one article a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import ArticleError

Row = Mapping[str, Any]
"""One article as JSON: "id", and "triples" (gold) or "events" (predicted)."""


def read_rows(path: str | Path, part: str) -> dict[str, Row]:
    """Read articles by id; each must have a list under `part` ("triples" or "events").

    Raises ArticleError with the line where the file is not of that form.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ArticleError(f"cannot be read ({error.strerror}).", place=str(path)) from None
    except UnicodeDecodeError:
        raise ArticleError("is not UTF-8 text.", place=str(path)) from None
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except ValueError:
            raise ArticleError("is no JSON.", place=place, advice="Each line is one article.") from None
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get(part), list):
            raise ArticleError(f'has no "id" or no list "{part}".', place=place)
        rows[str(row["id"])] = row
    if not rows:
        raise ArticleError("holds no articles.", place=str(path))
    return rows
