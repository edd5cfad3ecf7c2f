"""Hangs the further offices of French lives from their holder: « Il fut sénateur, ministre, puis maire de Lyon ».

The parser hangs each from the office before it, or from the town within; whoever is the first is all of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.coreference.nouns import KIN
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_JOINED: Final = ("conj", "appos", "nmod", "parataxis", "dep", "advcl")
_BECOME: Final = ("obj", "xcomp", "advcl", "dep", "obl:mod")
_ADVISING: Final = frozenset("conseiller conseillère conseillers adjoint adjointe secrétaire délégué déléguée".split())
_COMING: Final = frozenset("sortant sortante sortants sortantes entrant entrante survivant survivante".split())
_ENDS: Final = (":", ";", "(", "—", "–")


def put_offices(annotation: Annotation) -> Annotation:
    """Return the annotation with such offices in apposition to their holder; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _employers, _races, _leaving, partial(_moves, annotation))


def _races(sentence: Sentence) -> dict[int, Token]:
    """Return « à la présidentielle » of « le candidat de la droite à la présidentielle » as what he runs for."""
    moved: dict[int, Token] = {}
    for side in sentence.tokens:
        who = sentence.head(side) if side.dep.startswith(("nmod", "obl")) else None
        if who is None or not who.lower.startswith("candidat") or preposition(sentence, side) != "de":
            continue
        races = (t for t in sentence.children(side, "nmod") if preposition(sentence, t) == "à")
        moved |= {t.index: replace(t, head=who.index) for t in races}
    return moved


def _leaving(sentence: Sentence) -> dict[int, Token]:
    """Return « du Sénat » of « le président sortant du Sénat » as what the office is of, not what he comes out of."""
    moved: dict[int, Token] = {}
    for body in sentence.tokens[2:]:
        out = sentence.head(body)
        if out is None or out.lower not in _COMING or preposition(sentence, body) != "de" or body.index < out.index:
            continue
        title = sentence.head(out)
        if title is not None and title.pos == "NOUN" and calls_person(title.lower, "fr") and title.index < out.index:
            moved[body.index] = replace(body, head=title.index, dep="nmod")
    return moved


def _employers(sentence: Sentence) -> dict[int, Token]:
    """Return « Dubois » of « conseiller à la culture de Dubois », « … du conseil régional » as whose adviser he is."""
    moved: dict[int, Token] = {}
    for field in sentence.tokens:
        title = sentence.head(field)
        if (
            title is None
            or field.name is not None
            or not field.dep.startswith(("nmod", "obl"))
            or title.lower not in _ADVISING
        ):
            continue
        if preposition(sentence, field) not in ("à", "en", "pour"):
            continue
        for whose in sentence.children(field, "nmod"):
            named = any(t.name is not None for t in (whose, *sentence.children(whose, "appos", "flat")))
            if named and preposition(sentence, whose) == "de":
                moved[whose.index] = replace(whose, head=title.index)
    return moved


def _moves(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for first in sentence.tokens:
        if first.pos != "NOUN" or first.index in moved or not calls_person(first.lower, "fr"):
            continue
        if any(c.lower == "respectivement" for c in sentence.children(first, "advmod")):
            continue
        holder = _holder(annotation, sentence, first)
        verb = sentence.head(first)
        if holder is not None and verb is not None and verb.lower in load_frames("fr").clause_verbs["becoming"]:
            moved[first.index] = replace(first, dep="xcomp")  # « devient en 1984 délégué »
        for office in _further(annotation, sentence, first, holder) if holder is not None else ():
            inside = any(t is holder for t in sentence.subtree(office)) or _shares(sentence, office)
            if holder is not None and office.head != holder.index and not inside:
                moved[office.index] = replace(office, head=holder.index, dep="appos")
                moved |= _own_complements(sentence, first, office)
    return moved


def _own_complements(sentence: Sentence, first: Token, office: Token) -> dict[int, Token]:
    """Return what stands right behind the second office and hangs from the first: « artiste et frère aîné de X »."""
    last = max(t.index for t in sentence.subtree(office))
    return {
        child.index: replace(child, head=office.index)
        for child in sentence.children(first, "nmod", "obl")
        if child.index > office.index and min(t.index for t in sentence.subtree(child)) == last + 1
    }


def _holder(annotation: Annotation, sentence: Sentence, office: Token) -> Token | None:
    """Return who is or becomes what the noun says, or beside whose name it stands bare."""
    head = sentence.head(office)
    if any(sentence.children(office, "cop")):
        return next((t for t in sentence.children(office, "nsubj") if t.index < office.index), None)
    if head is None or any(sentence.children(office, "case")):
        return None
    if office.dep == "appos" and (is_person(annotation, head) or head.pos == "PRON"):
        return head if not any(sentence.children(office, "det")) else None
    becoming = head.lower in load_frames("fr").clause_verbs["becoming"]
    subjects = surface_subject(sentence, head) if becoming and office.dep in _BECOME else []
    return next((t for t in subjects if t.index < office.index), None)


def _further(annotation: Annotation, sentence: Sentence, first: Token, holder: Token) -> Iterator[Token]:
    """Yield the bare nouns for offices that follow, each after a comma or « et », as far as the list goes.

    Before the holder the names of his kin end no list: « Fils de Jean, frère d'Anne et oncle de Luc, Paul … ».
    """
    before = holder.index > first.index and first.lower in KIN
    for token in sentence.tokens[first.index + 1 :]:
        finite = token.pos in ("VERB", "AUX") and not is_participle(token)
        # « nièce d'Anne Dubois et cousine de Paul Martin »
        joint = sentence.tokens[token.index + 1].lower if token.index + 1 < len(sentence.tokens) else ""
        whose = is_person(annotation, token) and joint != "et" and not (before and token is not holder)
        if token.text in _ENDS or finite or token.pos == "PRON" or whose:
            return  # « conseiller d'Anne Dubois, maire de Lyon »: the office is of whom it follows
        if token.pos == "NOUN" and calls_person(token.lower, "fr") and _bare(annotation, sentence, token):
            yield token


def _bare(annotation: Annotation, sentence: Sentence, noun: Token) -> bool:
    """Tell an office without an article or preposition behind a comma or conjunction, beside nobody's name."""
    if noun.dep.partition(":")[0] not in _JOINED or any(sentence.children(noun, "det", "case", "cop", "nsubj")):
        return False
    if any(is_person(annotation, t) and not preposition(sentence, t) for t in sentence.children(noun)):
        return False
    before = [t for t in sentence.tokens[max(0, noun.index - 4) : noun.index] if t.pos not in ("ADJ", "ADV")]
    return bool(before) and (before[-1].text == "," or before[-1].pos == "CCONJ")


def _shares(sentence: Sentence, office: Token) -> bool:
    """Tell « PDG et actionnaire de Novatel »: the first office has its complement from the one joined to it."""
    first = sentence.head(office)
    joined = first is not None and office.dep == "conj" and calls_person(first.lower, "fr")
    if first is None or not joined or any(t.text == "," for t in sentence.tokens[first.index : office.index]):
        return False
    return not any(
        first.index < t.index < office.index for t in sentence.children(first, "nmod", "obl", "amod", "appos")
    )
