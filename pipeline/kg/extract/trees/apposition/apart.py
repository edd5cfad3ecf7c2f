"""Takes out of apposition what is somebody else, and puts into it what the French parser joins or governs instead.

« la maire de Lyon, Anne Dubois, qui a vu …, le directeur de Novatel, Paul Martin » are two · « le champion de Suède,
vainqueur de … »: not Suède won · « de son entraîneur, le Portugais Rui Costa, » is no object · « X, un temps accusé, ».
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.grammar.coordination import conjuncts
from kg.extract.trees.apposition.french_nouns import does
from kg.extract.trees.clauses.times import timed
from kg.extract.trees.mend import is_person, is_place, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_LAWYERS: Final = frozenset("avocat avocate avocats défenseur défenseure conseil bâtonnier bâtonnière".split())
_OWN: Final = ("son", "sa", "leur")
_SPELLS: Final = ("temps", "moment", "instant")
_BORDERS: Final = frozenset("province région département état district canton comté préfecture wilaya".split())


def put_apart(annotation: Annotation) -> Annotation:
    """Return the annotation with such phrases in their places; French only."""
    if annotation.document.language != "fr":
        return annotation
    steps: tuple[Callable[[Annotation, Sentence], dict[int, Token]], ...] = (
        _behind_colon,
        _fronted,
        _others,
        _of_place,
        _objects,
        _of_some,
        _masters,
    )
    return mend_each(annotation, *(partial(step, annotation) for step in steps), _spells, _behind_joined)


def _masters(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return Me Paul Martin of « l'avocat de l'homme condamné à mort, Me Paul Martin, » as beside the lawyer."""
    moved: dict[int, Token] = {}
    for title, name in pairwise(sentence.tokens):
        if title.text != "Me" or name.dep != "appos" or not is_person(annotation, name):
            continue
        before = reversed(sentence.tokens[: title.index])
        lawyer = next((t for t in before if t.lower in _LAWYERS or "VerbForm=Fin" in t.morph), None)
        if lawyer is not None and lawyer.lower in _LAWYERS and lawyer.index != name.head:
            moved[name.index] = replace(name, head=lawyer.index)
    return moved


def _fronted(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « les Farc » of « Proposition inattendue, les Farc ont proposé … » as who does it, not the bare noun."""
    comma = next((t for t in sentence.tokens[:9] if t.text == ","), None)
    noun = next((t for t in sentence.tokens[:2] if t.pos == "NOUN" and t.dep.startswith("nsubj")), None)
    if comma is None or noun is None or noun.plural or any(sentence.children(noun, "det", "case", "nummod", "acl")):
        return {}
    who = next((t for t in sentence.children(noun, "appos") if t.index > comma.index), None)
    verb = sentence.head(noun)
    start = min((c.index for c in sentence.children(who, "det", "amod")), default=who.index) if who is not None else 0
    bare = who is not None and who.name is None and not any(sentence.children(who, "det"))
    if who is None or verb is None or bare or start != comma.index + 1 or verb.index < who.index:
        return {}
    aside = (who.index, "appos") if does(noun) and is_person(annotation, who) else (verb.index, "dislocated")
    moved = {c.index: replace(c, head=who.index) for c in sentence.children(noun, "appos") if c.index > who.index}
    return {
        **moved,
        noun.index: replace(noun, head=aside[0], dep=aside[1]),
        who.index: replace(who, head=verb.index, dep=noun.dep),
    }


def _behind_colon(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the person of « À sa tête, un visage inattendu : Anne Dubois a été choisie » as the subject."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[2:]:
        noun = sentence.head(name) if name.dep == "appos" and is_person(annotation, name) else None
        verb = sentence.head(noun) if noun is not None and noun.dep.startswith("nsubj") else None
        if noun is None or verb is None or not noun.index < name.index < verb.index:
            continue
        if sentence.tokens[name.index - 1].text == ":":
            moved[name.index] = replace(name, head=verb.index, dep=noun.dep)
            moved[noun.index] = replace(noun, dep="dislocated")
    return moved


def _others(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the noun with a name of its own, hung from a noun that another name is beside already, as a part."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        first = sentence.head(second) if second.dep == "appos" and second.name is None else None
        if first is None or first.name is not None or not any(sentence.children(second, "det")):
            continue
        names = [_own(sentence, noun) for noun in (first, second)]
        if names[0] is None or names[1] is None or not names[0].index < second.index:
            continue
        if is_person(annotation, names[0]) and names[0].text != names[1].text and does(second):
            moved[second.index] = replace(second, dep="parataxis")
    return moved


def _own(sentence: Sentence, noun: Token) -> Token | None:
    """Return the name beside a noun, behind it."""
    return next((t for t in sentence.children(noun, "appos") if t.name is not None and t.index > noun.index), None)


def _of_place(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « vainqueur » of « le champion de Suède, vainqueur de la Coupe » as said of him, not of the country.

    What stands behind « la province de Songkhla, » is around Songkhla, and no name of the province.
    """
    moved: dict[int, Token] = {}
    for word in sentence.tokens:
        above = sentence.head(word)
        if word.dep not in ("appos", "conj") or above is None or above.index > word.index:
            continue
        if word.name is None and word.dep == "appos":
            who = sentence.head(above) if is_place(annotation, above) and above.dep == "nmod" else None
            if who is not None and who.index < above.index and who.name is None and does(who) and does(word):
                moved[word.index] = replace(word, head=who.index)
        elif is_place(annotation, word) and above.lower in _BORDERS and not any(sentence.children(word, "cc")):
            inner = [t for t in sentence.children(above, "nmod") if is_place(annotation, t) and t.index < word.index]
            if inner:
                moved[word.index] = replace(word, head=inner[0].index, dep="nmod")
    return moved


def _objects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the person of « aux fonctions de son entraîneur, le Portugais Rui Costa, » beside the noun, no object."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[3:]:
        if name.dep != "obj" or not is_person(annotation, name) or name.index < name.head:
            continue
        start = min((c.index for c in sentence.children(name, "det", "amod")), default=name.index)
        comma, noun = sentence.tokens[start - 1], sentence.tokens[start - 2]
        while noun.dep == "nmod" and noun.name is None and not does(noun) and noun.head < noun.index:
            noun = sentence.tokens[noun.head]  # « devant le leader du moment, l'Espagnol Mario Roca »
        free = comma.text == "," and noun.name is None and does(noun) and not noun.plural and noun.head != name.index
        if free and not any(sentence.children(noun, "appos")) and not any(sentence.children(name, "conj", "case")):
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _of_some(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name of « un voyageur à la station Jacques Dubois » beside « station »: only a comma names « un »."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[3:]:
        who = sentence.head(name) if name.dep == "appos" and is_person(annotation, name) else None
        before = sentence.tokens[name.index - 1]
        if who is None or who.name is not None or before.head != who.index or not before.dep.startswith("nmod"):
            continue
        some = any(c.lower in ("un", "une") for c in sentence.children(who, "det"))
        if some and before.pos == "NOUN" and any(sentence.children(before, "det")):
            moved[name.index] = replace(name, head=before.index)
    return moved


def _spells(sentence: Sentence) -> dict[int, Token]:
    """Return « un temps » of « le maire, un temps mis en cause, » as a time: a bare comma joins no two nouns."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens:
        noun = sentence.head(word)
        if word.dep not in ("conj", "appos") or noun is None or not (timed(word) or word.lower in _SPELLS):
            continue
        participle = next((t for t in sentence.children(word, "acl") if t.index == word.index + 1), None)
        if participle is None or any(any(sentence.children(t, "cc")) for t in conjuncts(sentence, noun)):
            continue
        moved[participle.index] = replace(participle, head=noun.index)
        moved[word.index] = replace(word, head=participle.index, dep="obl:mod")
    return moved


def _behind_joined(sentence: Sentence) -> dict[int, Token]:
    """Return Y of « X et sa branche armée, les Y, ont … » beside the branch: behind « et » no list goes on."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[3:]:
        if noun.dep != "conj" or noun.name is not None or noun.plural or not any(sentence.children(noun, "cc")):
            continue
        if not any(c.lower in _OWN for c in sentence.children(noun, "det")):
            continue
        for name in sentence.children(sentence.tokens[noun.head], "conj", "appos"):
            between = sentence.tokens[noun.index + 1 : name.index]
            comma = [t.index for t in between if t.text == ","]
            near = len(comma) == 1 and all(t.pos == "DET" for t in sentence.tokens[comma[0] + 1 : name.index])
            if name.name is not None and near and not any(sentence.children(name, "cc")):
                moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved
