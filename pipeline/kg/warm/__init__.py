"""Loads, when one of the modules here is imported, what workers need, so that those forked later share it."""

import gc
from contextlib import suppress
from typing import Final

import kg.batch  # noqa: F401  # and all that it takes to read, state and validate
from kg.errors import ModelError
from kg.extraction import extract
from kg.model import Document

# A text of each language that needs nearly all tables: reading it loads them.
_TEXTS: Final = {
    "fr": "Anne Dubois, la maire de Lyon, a annoncé lundi 3 mai que l'entreprise Novatel avait racheté Orbis pour 3 "
    "millions d'euros. « Nous sommes prêts », a-t-elle déclaré.",
    "en": "Jane Miller, the mayor of Leeds, announced on Monday, May 3 that the company Novatel had acquired Orbis for "
    "$3 million. “We are ready,” she said.",
}


def warm(*languages: str) -> None:
    """Load the models and tables of the languages; where a model is missing, each source will say so itself."""
    for language in languages:
        with suppress(ModelError):
            extract(Document.create(_TEXTS[language], language, "warm"))
    gc.collect()
    gc.freeze()  # The collector of a worker would write to the pages that all share.
