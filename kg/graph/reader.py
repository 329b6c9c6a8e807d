"""Names the version of what extracts, so that an article is read again when that has changed."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from spacy.about import __version__ as spacy_version

from kg.extract import Extractor
from kg.extract import extractor as rules
from kg.ontology.files import ontology_file


@cache
def reader_version(extractor: Extractor, own: tuple[Path, ...] = ()) -> str:
    """Give a short hash of the rules, the ontology, the user's `own` files and the language model of an extractor.

    Equal versions give equal extractions of equal articles.
    """
    digest = hashlib.sha256()
    folder_of_rules = Path(rules.__file__).parent
    ontology = ontology_file("diplomacy.ttl").parent
    for folder, pattern in ((folder_of_rules, "*.py"), (ontology, "*.ttl")):
        for path in sorted(folder.rglob(pattern)):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in own:
        digest.update(path.read_bytes() + b"\0")
    model = extractor.nlp.meta
    digest.update(f"{spacy_version} {model['lang']}_{model['name']} {model['version']}".encode())
    return digest.hexdigest()[:16]
