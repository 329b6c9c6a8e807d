"""Sums up a text so that copies of it are found among millions, without keeping the texts."""

from __future__ import annotations

import base64
import re

import numpy as np
from numpy.typing import NDArray

SIZE = 128
"""Values of a sketch: two texts that share 60 % are estimated to within 4 %."""
_SEED = 1
_WORDS = 5
"""Words of a shingle: reports of one event by two writers share few runs so long, quotations apart."""
_FEWEST = 40
"""Words below which a text has no sketch: two short notices may be alike by chance."""
_WORD = re.compile(r"\w+")


def sketch(text: str) -> str:
    """Give the MinHash of a text's runs of five words, as base64 after the version of the method; "" for a short text.

    Case, punctuation and spacing do not count. Texts whose sketches are alike are copies of one another.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST:
        return ""
    from rensa import RMinHash

    found = RMinHash(SIZE, _SEED)
    found.update([" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)])
    # Sixteen bits of each value tell as much as all 32, but for one chance in 65,536.
    values = np.array(found.digest(), dtype=np.uint32).astype("<u2")
    return f"{RMinHash.ALGORITHM_VERSION}:{base64.b64encode(values.tobytes()).decode('ascii')}"


def values_of(written: str) -> tuple[str, NDArray[np.uint16]]:
    """Give the version of a sketch, and its values; only sketches of one version can be compared.

    >>> version, values = values_of(sketch("The talks on grain and on prisoners ended in Istanbul. " * 9))
    >>> len(values), values.dtype.name
    (128, 'uint16')
    """
    version, _, data = written.partition(":")
    return version, np.frombuffer(base64.b64decode(data), dtype="<u2")
