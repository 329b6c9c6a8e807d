"""The vis-network library that pyvis carries: found, checked against the hash we know, read."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from kg.errors import KgError

BUNDLED = "lib/vis-9.1.2/vis-network.min.js"
SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
"""Of vis-network 9.1.2, Apache-2.0 or MIT, as in pyvis 0.3.2; its licence stands at the head of the file."""


@lru_cache
def vis_network() -> str:
    """Read vis-network's script; raises KgError where pyvis has another one, which would be embedded unchecked."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise KgError("pyvis is not installed.", advice="Install it with: pip install 'pyvis==0.3.2'")
    path = Path(spec.origin).with_name(BUNDLED.split("/")[0]).joinpath(*BUNDLED.split("/")[1:])
    data = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise KgError(
            "this pyvis does not carry the vis-network 9.1.2 that the page is made for.",
            place=BUNDLED,
            advice="Install the one that does: pip install 'pyvis==0.3.2'",
        )
    text = data.decode("utf-8").replace("\r\n", "\n")  # as HTML reads it, so that the hash in the policy holds
    # A notebook file keeps an output line by line as Python splits it, and VS Code ends each line anew: a next-line
    # sign, which here stands within string literals only, would come back as two characters.
    return text.replace("\x85", "\\x85")
