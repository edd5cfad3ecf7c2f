"""Makes pronouns of what the tagger takes for something else, and subjects of « il », « elle » that it takes as empty.

« Celui-ci » as a conjunction, « ce dernier » as an adjective, « l'avait écarté » as a subject, « il fut ministre ».
"""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.impersonal import OF_CLAUSES
from kg.extract.coreference.pronouns import ALWAYS, is_latter
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

# Verbs whose « il » stands for nobody; what comes after says what is meant.
IMPERSONAL: Final = frozenset(
    """faut faudra faudrait fallait fallu pleut pleuvait neige neigeait agit agissait agira agirait suffit suffira
    suffisait convient convenait semble semblait semblerait paraît paraissait reste restait restera existe existait
    importe s'avère avère vaut valait manque manquait""".split()
)
_TIMES: Final = frozenset("heure heures temps question possible impossible nécessaire probable temps tard tôt".split())
_LINKS: Final = frozenset("que qu' qu’ de d' d’ si".split())
_ELIDED: Final = frozenset("l' l’".split())
_BEING: Final = frozenset("est soit fut était sera serait été".split())
_CLAUSES: Final = ("ccomp", "xcomp", "csubj", "advcl", "acl")


def name_personal(annotation: Annotation) -> Annotation:
    """Return the annotation with such pronouns as the subjects of their verbs."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _personal_ones)


def _personal_ones(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.lower in ("il", "elle") and token.dep in ("expl:subj", "expl") and _personal(sentence, token):
            moved[token.index] = replace(token, dep="nsubj")
        elif _hidden(sentence, token):
            moved[token.index] = replace(token, pos="PRON")
        elif token.lower in _ELIDED and token.dep == "nsubj" and not _before_on(sentence, token):
            moved[token.index] = replace(token, pos="PRON", dep="obj")  # no clitic is a subject
    return moved


def _hidden(sentence: Sentence, token: Token) -> bool:
    """Tell a pronoun that is tagged as another word: « Celui-ci », « ce dernier », « une enquête le visant »."""
    if token.pos == "PRON":
        return False
    clitic = token.dep == "obj" and token.pos == "DET" and sentence.tokens[token.head].pos == "VERB"
    return clitic or token.lower in ALWAYS or (token.pos in ("ADJ", "NOUN") and is_latter(sentence, token))


def _before_on(sentence: Sentence, token: Token) -> bool:
    return any(t.lower == "on" for t in sentence.tokens[token.index + 1 : token.index + 2])


def _undergone(sentence: Sentence, verb: Token) -> bool:
    """Tell « il lui est reproché un vol », « il a été constaté une hausse »: what « être » has behind it is told."""
    being = any(child.lower in _BEING for child in sentence.children(verb, "aux"))
    behind = [t for t in sentence.children(verb, "obj") if t.index > verb.index and t.pos == "NOUN"]
    return being and is_participle(verb) and any(any(sentence.children(t, "det", "nummod")) for t in behind)


def _personal(sentence: Sentence, token: Token) -> bool:
    """Tell « il fut ministre » from « il est possible que … », « il y a », « il faut »."""
    head = sentence.head(token)
    if head is None or any(sentence.children(head, "nsubj", "csubj")):
        return False
    if token.lower == "elle":
        return True
    empty = head.lower in IMPERSONAL | _TIMES or any(child.lower == "y" for child in sentence.children(head))
    if _undergone(sentence, head):
        return False
    said = head.pos != "ADJ" or head.lower in OF_CLAUSES  # « il n'est pas capable de » is somebody
    state = said and (head.pos == "ADJ" or any(sentence.children(head, "aux:pass", "cop")))
    below = [c for c in sentence.children(head) if c.dep.partition(":")[0] in _CLAUSES and c.index > head.index]
    clause = any(mark.lower in _LINKS for c in below for mark in sentence.children(c, "mark", "case"))
    return not empty and not (state and head.pos != "NOUN" and clause)
