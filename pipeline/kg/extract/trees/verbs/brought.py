"""Hangs « ouverte par Y » from the inquiry of « l'enquête visant X, ouverte par Y »: nobody opens X.

So of complaints and suits: « la plainte contre X, déposée par Y ».
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_PROCEEDINGS: Final = frozenset(
    "enquête plainte procédure instruction information investigation action pétition motion".split()
)
_BRINGING: Final = ("ouvert", "men", "lanc", "dépos", "diligent", "engag", "intent", "confi", "conduit")
_REACH: Final = 3  # words between the proceedings and the name


def put_brought(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles below the proceedings; French only."""
    return mend_each(annotation, _brought) if annotation.document.language == "fr" else annotation


def brought(sentence: Sentence, verb: Token) -> bool:
    """Tell what is opened, led or filed, where a participle hangs from the proceedings already."""
    above = sentence.head(verb) if verb.dep == "acl" else None
    return above is not None and above.lower in _PROCEEDINGS and verb.lower.startswith(_BRINGING)


def _brought(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[3:]:
        name = sentence.head(verb) if verb.dep == "acl" and verb.lower.startswith(_BRINGING) else None
        if name is None or name.name is None or sentence.tokens[name.index + 1].text != ",":
            continue
        above = sentence.head(name)
        if above is not None and above.dep == "acl":  # « visant », « concernant »
            above = sentence.head(above)
        near = above is not None and name.index - _REACH <= above.index < name.index
        if above is not None and near and above.lower in _PROCEEDINGS:
            moved[verb.index] = replace(verb, head=above.index)
    return moved
