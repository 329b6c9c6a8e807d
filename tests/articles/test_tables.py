"""Tables give an article a row."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.articles import Failure, read
from kg.model import Article

ROWS = [
    {"id": "a", "title": "One", "text": 'Putin called "Trump".\nThey spoke.', "date": "2025-05-20", "source": "Wire"},
    {"id": "", "title": "Two", "text": "", "date": "2025-05-20", "source": "Wire"},
    {"id": "", "title": "Three", "text": "Erdoğan met Modi; they spoke, too.", "date": "", "source": "Wire"},
]


def written(separator: str) -> str:
    """Write the rows as a table."""
    out = io.StringIO()
    table = csv.DictWriter(out, list(ROWS[0]), delimiter=separator)
    table.writeheader()
    table.writerows(ROWS)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "separator", "encoding"),
    [("a.csv", ",", "utf-8"), ("a.csv", ";", "utf-8-sig"), ("a.tsv", "\t", "utf-16"), ("a.csv", "|", "cp1254")],
)
def test_a_table_is_read_in_its_own_form(tmp_path: Path, name: str, separator: str, encoding: str) -> None:
    """The separator and the encoding are found out; newlines inside cells stay; an empty text is a failure."""
    (tmp_path / name).write_bytes(written(separator).encode(encoding))
    first, empty, third = read(tmp_path / name, date="2025-05-21")
    assert isinstance(first, Article) and isinstance(third, Article)
    assert (first.id, first.text, first.published) == ("a", ROWS[0]["text"], "2025-05-20")
    assert (third.id, third.published, third.publisher) == ("a-3", "2025-05-21", "Wire")
    assert third.text.endswith("met Modi; they spoke, too.")
    assert isinstance(empty, Failure) and "a." in empty.place and "row 2" in empty.place


def test_a_parquet_file_is_read(tmp_path: Path) -> None:
    """Columns are those of JSON rows; dates may be dates."""
    table = pa.table({"body": ["Putin called Trump.", None], "published": pa.array([20228, None], pa.date32())})
    pq.write_table(table, tmp_path / "t.parquet")
    first, second = read(tmp_path / "t.parquet")
    assert isinstance(first, Article)
    assert (first.id, first.text, first.published) == ("t-1", "Putin called Trump.", "2025-05-20")
    assert isinstance(second, Failure) and "row 2" in second.place


def test_tables_of_something_else_are_refused_once(tmp_path: Path) -> None:
    """The failure names the columns instead of every row; damaged files are failures too."""
    (tmp_path / "goods.csv").write_text("name,price\nbread,2\nmilk,1\n", encoding="utf-8")
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    (tmp_path / "head.csv").write_text("text,date\n", encoding="utf-8")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 and no more")
    (tmp_path / "quote.csv").write_text('text\n"' + "x" * 17_000_000, encoding="utf-8")
    assert "columns: name, price" in str(*read(tmp_path / "goods.csv"))
    assert "is empty" in str(*read(tmp_path / "empty.csv"))
    assert "without rows" in str(*read(tmp_path / "head.csv"))
    assert "no Parquet file" in str(*read(tmp_path / "bad.parquet"))
    assert "line 2" in str(*read(tmp_path / "quote.csv"))
