"""Loads, when one of the modules here is imported, what workers need, so that those forked later share it."""

import gc

from kg.annotate import load
from kg.errors import ModelError
from kg.extract.frames.load import load_frames


def warm(*languages: str) -> None:
    """Load the models and frames of the languages; where a model is missing, each source will say so itself."""
    for language in languages:
        try:
            load(language)
        except ModelError:
            continue
        load_frames(language)
    gc.collect()
    gc.freeze()  # The collector of a worker would write to the pages that all share.
