"""From a document to its facts: annotate, then extract."""

from dataclasses import replace

from kg.annotate import annotate
from kg.extract import extract as extract_facts
from kg.model import Document, Extraction


def extract(document: Document) -> Extraction:
    """Return the entities, mentions and facts of a document: a pure function of it, the models and the frames.

    Raises ModelError where no model of the document's language is installed.
    """
    annotation, discarded = annotate(document)
    found = extract_facts(annotation, discarded)
    if annotation.document.text == document.text:
        return found
    # annotated with plain blanks: mentions are words of the document, with its own
    mentions = tuple(replace(mention, text=mention.span.of(document.text)) for mention in found.mentions)
    return replace(found, document=document, mentions=mentions)
