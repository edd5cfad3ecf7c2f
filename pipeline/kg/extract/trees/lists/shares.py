"""Joins those who hold a share each: « A détient 46 % de X, B 40 % et C 14 % »: parsers make B and C what A holds."""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.subjects import surface_subject
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_HOLDING: Final = ("déten", "détien", "possèd", "posséd", "conserv", "contrôl", "held", "hold", "own")
_PERCENT: Final = frozenset(("%", "%,", "pourcent"))
_LOOSE: Final = ("appos", "conj", "obj", "obl", "nmod", "dep", "parataxis")


def put_shares(annotation: Annotation) -> Annotation:
    """Return the annotation with such names joined to the first who holds a share."""
    return mend_each(annotation, _without_verb)


def _without_verb(sentence: Sentence) -> dict[int, Token]:
    """Return B of « A détient 46 % de X, B 40 % » as a further subject of the verb."""
    moved: dict[int, Token] = {}
    for share in sentence.tokens[2:]:
        verb = sentence.head(share) if share.lower in _PERCENT and share.dep.startswith("obj") else None
        holder = next(iter(surface_subject(sentence, verb)), None) if verb is not None else None
        if verb is None or holder is None or holder.index > verb.index or not verb.lower.startswith(_HOLDING):
            continue
        for token in sentence.tokens[share.index + 2 : -2]:
            bare = token.dep.startswith(_LOOSE) and not any(sentence.children(token, "case"))
            if token.name is not None and bare and _with_share(sentence, token):
                moved[token.index] = replace(token, head=holder.index, dep="conj")
    return moved


def _with_share(sentence: Sentence, name: Token) -> bool:
    """Tell « B 40 % », « B (SRP) 40 % »."""
    behind = sentence.tokens[name.index + 1 : name.index + 6]
    if len(behind) > 3 and behind[0].text == "(" and behind[2].text == ")":
        behind = behind[3:]
    return len(behind) > 1 and behind[0].pos == "NUM" and behind[1].lower in _PERCENT
