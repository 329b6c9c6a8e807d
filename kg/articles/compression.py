"""Opens files that are compressed, by their suffix."""

from __future__ import annotations

import bz2
import gzip
import importlib
import io
import lzma
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from kg.errors import ArticleError, MissingExtraError


def _zstandard(stream: BinaryIO) -> BinaryIO:
    try:
        library: Any = importlib.import_module("zstandard")
    except ImportError as error:
        raise MissingExtraError("zstandard", "zstd") from error
    return cast("BinaryIO", library.ZstdDecompressor().stream_reader(stream, read_across_frames=True))


def _archive(stream: BinaryIO) -> BinaryIO:
    """Open the one file of a ZIP archive: GDELT and others compress single tables so."""
    archive = zipfile.ZipFile(stream)
    files = [member for member in archive.infolist() if not member.is_dir()]
    if len(files) != 1:
        raise ArticleError(f"is a ZIP archive of {len(files)} files.", advice="Unpack it, and give the folder.")
    if files[0].flag_bits & 1:
        raise ArticleError("is a ZIP archive with a password.", advice="Unpack it first.")
    return cast("BinaryIO", archive.open(files[0]))


_OPENERS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda stream: cast("BinaryIO", gzip.GzipFile(fileobj=stream)),
    ".bz2": lambda stream: cast("BinaryIO", bz2.BZ2File(stream)),
    ".xz": lambda stream: cast("BinaryIO", lzma.LZMAFile(stream)),  # noqa: SIM115 - the caller closes the file
    ".zst": _zstandard,
    ".zip": _archive,
}
COMPRESSED = frozenset(_OPENERS)


def plain_name(path: Path) -> Path:
    """Give the name that a file has when it is unpacked.

    >>> plain_name(Path("news/2025.jsonl.gz")).name, plain_name(Path("talks.txt")).name
    ('2025.jsonl', 'talks.txt')
    """
    return path.with_suffix("") if path.suffix.casefold() in COMPRESSED else path


def unpacked(stream: BinaryIO, path: Path) -> io.BufferedReader:
    """Give a stream of the unpacked bytes of an open file, which is read no further ahead than is asked for.

    Raises ArticleError for an archive of several files, MissingExtraError where .zst needs a library.
    """
    opener = _OPENERS.get(path.suffix.casefold())
    inner = opener(stream) if opener else stream
    return inner if isinstance(inner, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", inner), 1 << 16)


def broken() -> tuple[type[Exception], ...]:
    """Give what the libraries raise, beside OSError, where the compressed bytes are damaged or cut."""
    library: Any = sys.modules.get("zstandard")
    extra = (library.ZstdError,) if library is not None else ()
    return EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, *extra
