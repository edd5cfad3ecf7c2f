"""Hangs from a name the body that it is said to be of, where French parsers make that body take part in the clause.

« Anne Dubois, du Parti socialiste, a critiqué … » · « Paul Martin, de la CGT, estime que … »: the name does it.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_OF: Final = frozenset("de du d' d’ des".split())
_LOOSE: Final = frozenset("parataxis dep obl nmod dislocated vocative appos nsubj ROOT advcl punct".split())
_WITHIN: Final = 4  # words from the comma to the body's name


def put_origins(annotation: Annotation) -> Annotation:
    """Return a French annotation with such bodies below the names; any other as it is."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, partial(_origins, annotation))


def _origins(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for name, comma, of in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if comma.text != "," or of.lower not in _OF or not _is(annotation, name, EntityType.PERSON):
            continue
        body = _body(annotation, sentence, of, open_end=name.dep == "nsubj" and name.head < name.index)
        if body is None or name.dep.partition(":")[0] not in _LOOSE:
            continue
        below = {t.index for t in sentence.subtree(body)}
        if body.dep.startswith("nsubj") and name.index not in below:
            moved[name.index] = replace(name, head=body.head, dep=body.dep)
            moved[body.index] = replace(body, head=name.index, dep="nmod")
        elif body.dep.startswith("obl") and body.head == name.head:
            moved[body.index] = replace(body, head=name.index, dep="nmod")
    return moved


def _body(annotation: Annotation, sentence: Sentence, of: Token, *, open_end: bool) -> Token | None:
    """Return the body's name that « de » leads to, where the phrase ends with a comma.

    Behind a verb that has its subject behind it the phrase may end as it likes: « …, se félicite X, de la CGT. »
    """
    for token in sentence.tokens[of.index + 1 : of.index + _WITHIN]:
        if token.name is not None:
            after = sentence.tokens[token.index + 1 : token.index + 2]
            ends = open_end or any(t.text in (",", "(") for t in after)
            return token if ends and _is(annotation, token, EntityType.ORGANIZATION) else None
        if token.pos not in ("DET", "NOUN"):
            return None
    return None


def _is(annotation: Annotation, token: Token, kind: EntityType) -> bool:
    return token.name is not None and annotation.names[token.name].type is kind
