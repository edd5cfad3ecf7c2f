"""Parts a source that opens a sentence from its subject: "According to the agency NTV, the mayor, Jane Miller, said".

English only. The parser takes the agency's name for the subject and the mayor for what stands beside it.
"""

from dataclasses import replace

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token


def put_sources(annotation: Annotation) -> Annotation:
    """Return the annotation with the name beside the noun of the source, and the phrase behind it as the subject."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _loose, _source)


def _loose(sentence: Sentence) -> dict[int, Token]:
    """Return "According" of "According to Jane Miller, cited by Reuters, …" below the name: it hung above."""
    if len(sentence.tokens) < 6:
        return {}
    first, to = sentence.tokens[:2]
    if (first.lower, to.lower) != ("according", "to"):
        return {}
    name = sentence.head(to)
    verb = next((t for t in sentence.roots() if t.index != first.index and t.pos == "VERB"), None)
    if name is None or verb is None or name.head != first.index:
        return {}
    return {
        first.index: replace(first, head=name.index, dep="case", pos="ADP"),
        name.index: replace(name, head=verb.index, dep="obl:mod"),
    }


def _source(sentence: Sentence) -> dict[int, Token]:
    if len(sentence.tokens) < 6 or sentence.tokens[0].lower != "according":
        return {}
    noun = sentence.tokens[sentence.tokens[0].head]
    if noun.name is not None or noun.index + 2 >= len(sentence.tokens):
        return {}
    name, comma = sentence.tokens[noun.index + 1 : noun.index + 3]
    beside = sentence.child(name, "appos")
    if name.name is None or comma.text != "," or beside is None or not name.dep.startswith("nsubj"):
        return {}
    verb = sentence.head(name)
    if verb is None or beside.index > verb.index or beside.index < comma.index:
        return {}
    return {
        name.index: replace(name, head=noun.index, dep="appos"),
        comma.index: replace(comma, head=verb.index),
        beside.index: replace(beside, head=verb.index, dep=name.dep),
    }
