"""Puts « faire » and « laisser » on top of the infinitive that they rule (« a fait savoir », « a laissé entendre »).

Newer treebanks, and the parser with them, have them for auxiliaries; everything after reads the infinitive as what is
made (`xcomp`) and whoever makes it as the subject. In English what comes of it hangs from the verb that makes it:
"caused a bridge to collapse, killing two".
"""

from dataclasses import replace
from itertools import pairwise

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

MAKING = frozenset(
    "fait font faisait faisaient fera feront ferait feraient fit firent faisant faire "
    "laisse laissent laissé laissait laissaient laissera laisserait laissant laisser".split()
)
_BETWEEN = 3  # words at most between the two, such as adverbs


def put_caused(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs as governors."""
    return mend_each(annotation, _caused if annotation.document.language == "fr" else _outcome)


def _outcome(sentence: Sentence) -> dict[int, Token]:
    """Return "killing" of "caused a bridge to collapse, killing two" below the first verb: its subject did that."""
    moved: dict[int, Token] = {}
    for comma, outcome in pairwise(sentence.tokens):
        made = sentence.head(outcome) if comma.text == "," and outcome.dep == "advcl" else None
        making = sentence.head(made) if made is not None and made.dep in ("ccomp", "xcomp") else None
        if made is None or making is None or not outcome.lower.endswith("ing") or making.pos != "VERB":
            continue
        ruled = any(t.lower == "to" for t in sentence.children(made, "aux", "mark"))
        if ruled and any(t.index > making.index for t in sentence.children(made, "nsubj")):
            moved[outcome.index] = replace(outcome, head=making.index)
    return moved


def _caused(sentence: Sentence) -> dict[int, Token]:
    for made in sentence.tokens:
        making = _making(sentence, made) if made.pos in ("VERB", "AUX") and "VerbForm=Inf" in made.morph else None
        if making is not None:
            return _on_top(sentence, making, made)
    return {}


def _making(sentence: Sentence, made: Token) -> Token | None:
    """Return the « fait » below an infinitive; not that of « s'est fait voler », where the subject undergoes it."""
    before = sentence.tokens[max(0, made.index - _BETWEEN) : made.index]
    below = [
        t for t in before if t.head == made.index and t.lower in MAKING and t.dep.startswith(("aux", "cop", "dep"))
    ]
    reflexive = any(t.lower in ("s'", "s’", "se") for t in sentence.tokens[max(0, made.index - 5) : made.index])
    return below[-1] if below and below[-1].lower in MAKING and not reflexive else None


def _on_top(sentence: Sentence, making: Token, made: Token) -> dict[int, Token]:
    head = making.index if made.head == made.index else made.head
    moved = {making.index: replace(making, head=head, dep=made.dep, pos="VERB")}
    for child in sentence.children(made):
        ruled = child.index < making.index or child.dep in ("obj", "ccomp", "punct", "conj")
        if ruled and child is not making:
            dep = "nsubj" if child.dep == "nsubj:pass" else child.dep
            moved[child.index] = replace(child, head=making.index, dep=dep)
    moved[made.index] = replace(made, head=making.index, dep="xcomp")
    return moved
