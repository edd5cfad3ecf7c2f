"""Finds what is said where « que » opens with a circumstance: « a raconté que dès le départ, les portes s'ouvrent »."""

from dataclasses import replace
from itertools import pairwise

from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token


def put_fronted(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses as the content of their verbs. French only."""
    return mend_each(annotation, _fronted) if annotation.document.language == "fr" else annotation


def _fronted(sentence: Sentence) -> dict[int, Token]:
    """Return « ouverts » of « a raconté que dès le départ, les portes se sont ouvertes » as what is said.

    The parser takes what stands between « que » and the comma for the content, and joins the clause behind to the verb.
    """
    moved: dict[int, Token] = {}
    saying = clause_verbs("fr", "saying")
    for verb, that in pairwise(sentence.tokens):
        if that.lower not in ("que", "qu'", "qu’") or verb.lower not in saying or verb.pos not in ("VERB", "AUX"):
            continue
        joined = (t for t in sentence.children(verb, "conj", "parataxis") if t.index > that.index)
        clause = next((t for t in joined if not any(sentence.children(t, "cc"))), None)
        comma = next((t.index for t in sentence.tokens[that.index :] if t.text == ","), None)
        if clause is None or comma is None or comma > clause.index:
            continue
        between = [t for t in sentence.children(verb) if that.index < t.index < comma and t.pos != "PUNCT"]
        subject = next((t for t in sentence.children(clause, "nsubj", "expl") if t.index > comma), None)
        if subject is None or not between or not all(_sets_scene(sentence, t, that) for t in between):
            continue
        moved[clause.index] = replace(clause, head=verb.index, dep="ccomp", pos="VERB")
        moved[that.index] = replace(that, head=clause.index, dep="mark", pos="SCONJ")
        for word in between:
            dep = "advcl" if word.pos in ("VERB", "AUX") else "obl:mod"
            moved[word.index] = replace(word, head=clause.index, dep=dep)
    return moved


def _sets_scene(sentence: Sentence, token: Token, that: Token) -> bool:
    """Tell « dès le départ », « si elle l'exigeait » from a clause that « que » itself opens."""
    marks = [t for t in sentence.children(token, "mark", "case", "advmod") if t is not that]
    return any(t.index == that.index + 1 for t in marks)


def behind_listener(sentence: Sentence, clause: Token, name: Token) -> bool:
    """Tell « a expliqué à l'AFP qu'il y songeait »: no relative clause stands right behind a name without a comma."""
    after = sentence.tokens[name.index + 1 : name.index + 2] if name.name is not None else ()
    that = bool(after) and after[0].lower in ("que", "qu'") and after[0].head == clause.index
    own = any(t.lower not in RELATIVE_SUBJECT for t in sentence.children(clause, "nsubj", "expl"))
    return that and own and clause.dep.startswith("acl") and preposition(sentence, name) in ("à", "auprès de")
