"""Annotates a document: paragraphs, quotations, names, and dependency trees over the masked text.

Knows spaCy (no other package of ours imports it) and nothing of facts.
"""

from dataclasses import replace
from typing import Final

from kg.annotate.boilerplate import boilerplate, captions, left_out
from kg.annotate.encoded import covered
from kg.annotate.masking import Masked, mask
from kg.annotate.models import Models, load, parse, recognize
from kg.annotate.names import choose, spot
from kg.annotate.paragraphs import find_paragraphs
from kg.annotate.quotes import find_quotes
from kg.annotate.trees import sentences
from kg.model import Discarded, Document, Span
from kg.model.annotation import Annotation, Name, Quote, Sentence

__all__ = ["annotate", "load"]

# Blanks that French typography sets before « : » and within « 41 500 »: neither models nor rules have learnt from them
_BLANKS: Final = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a"), " ")

Unit = tuple[Span, int, int | None]  # what is parsed at once, its paragraph, the quotation it is


def annotate(document: Document) -> tuple[Annotation, tuple[Discarded, ...]]:
    """Return the annotation of a document and the name candidates that were left out.

    The text that is annotated has plain blanks, each where the document has one of another width, and nothing to read
    where the document has encoded data.

    Raises ModelError where the document's language has no installed model.
    """
    models = load(document.language)
    with models.at_work():
        text, encoded = covered(document.text.translate(_BLANKS))
        annotation, discarded = _annotate(replace(document, text=text), models)
    return annotation, (*encoded, *discarded)


def _annotate(document: Document, models: Models) -> tuple[Annotation, tuple[Discarded, ...]]:
    text = document.text
    paragraphs = find_paragraphs(text)
    quotes = find_quotes(text, paragraphs, document.language)
    candidates = list(spot(text, paragraphs, quotes, document.language))
    candidates += recognize(models, [p.of(text) for p in paragraphs], [p.start for p in paragraphs])
    names, discarded = choose(text, candidates, paragraphs)
    apart = boilerplate(text, paragraphs)
    told = captions(text, paragraphs, apart)
    aside = [paragraphs[index] for index in apart]
    names = tuple(
        n for n in names if any(c.contains(n.span) for c in told) or not any(p.contains(n.span) for p in aside)
    )
    units = [unit for unit in _units(paragraphs, quotes) if unit[1] not in apart]
    discarded = (*discarded, *left_out(paragraphs, apart))
    trees = _trees(text, document.language, models, units, names, quotes)
    return Annotation(document, names, quotes, trees, (("model", models.version),)), discarded


def _units(paragraphs: tuple[Span, ...], quotes: tuple[Quote, ...]) -> list[Unit]:
    units: list[Unit] = []
    for number, paragraph in enumerate(paragraphs):
        units.append((paragraph, number, None))
        units += [
            (quote.inner, number, index)
            for index, quote in enumerate(quotes)
            if quote.speech and paragraph.contains(quote.span)
        ]
    return units


def _trees(
    text: str,
    language: str,
    models: Models,
    units: list[Unit],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Sentence, ...]:
    masked: list[Masked] = [mask(text, span, language, names, quotes) for span, _, _ in units]
    docs = parse(models, [item.text for item in masked])
    found: list[Sentence] = []
    for doc, item, (_, number, inside) in zip(docs, masked, units, strict=True):
        found.extend(sentences(doc, item, len(found), number, inside, language))
    return tuple(found)
