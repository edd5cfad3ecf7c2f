"""Makes « il » and « elle » subjects where the parser takes them for the empty « il » of « il faut »."""

from dataclasses import replace
from typing import Final

from kg.extract.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

# Verbs whose « il » stands for nobody; what comes after says what is meant.
IMPERSONAL: Final = frozenset(
    """faut faudra faudrait fallait fallu pleut pleuvait neige neigeait agit agissait agira agirait suffit suffira
    suffisait convient convenait semble semblait semblerait paraît paraissait reste restait restera existe existait
    importe s'avère avère vaut valait manque manquait""".split()
)
_TIMES: Final = frozenset("heure heures temps question possible impossible nécessaire probable temps tard tôt".split())
_CLAUSES: Final = ("ccomp", "xcomp", "csubj", "advcl", "acl")


def name_personal(annotation: Annotation) -> Annotation:
    """Return the annotation with such pronouns as the subjects of their verbs."""
    if annotation.document.language != "fr":
        return annotation
    return replace(annotation, sentences=tuple(_mended(sentence) for sentence in annotation.sentences))


def _mended(sentence: Sentence) -> Sentence:
    return mended(
        sentence,
        {
            token.index: replace(token, dep="nsubj")
            for token in sentence.tokens
            if token.lower in ("il", "elle") and token.dep in ("expl:subj", "expl") and _personal(sentence, token)
        },
    )


def _personal(sentence: Sentence, token: Token) -> bool:
    """Tell « il fut ministre » from « il est possible que … », « il y a », « il faut »."""
    head = sentence.head(token)
    if head is None or any(sentence.children(head, "nsubj", "csubj")):
        return False
    if token.lower == "elle":
        return True
    empty = head.lower in IMPERSONAL | _TIMES or any(child.lower == "y" for child in sentence.children(head))
    state = head.pos == "ADJ" or any(sentence.children(head, "aux:pass", "cop"))
    clause = any(
        child.dep.partition(":")[0] in _CLAUSES and child.index > head.index for child in sentence.children(head)
    )
    return not empty and not (state and head.pos != "NOUN" and clause)
