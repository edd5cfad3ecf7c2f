"""Gives English phrases one shape: "sued its rival Novatel", "accused two of them of fraud".

Taggers take nouns for people and bodies for adjectives; of what somebody is accused hangs from whom one accuses.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_CHARGING: Final = ("accus", "suspect", "convict", "acquit")
_SEVERAL: Final = 2
_NOMINAL: Final = ("obj", "obl", "nsubj", "nmod", "conj")
_PARENTS: Final = ("mother", "father", "mum", "mom", "dad", "parent")
_SIDES: Final = ("opposition", "rival", "government", "coalition", "fellow", "sister", "minority", "majority")
_LOOSE: Final = ("obl", "obj", "dep", "nmod", "appos")


def put_described(annotation: Annotation) -> Annotation:
    """Return the annotation with such words as nouns, the name right behind in apposition; English only."""
    return annotation if annotation.document.language != "en" else mend_each(annotation, *_STEPS)


def _measured(sentence: Sentence) -> dict[int, Token]:
    """Return "magnitude" of "a magnitude 7.1 earthquake struck" below the earthquake, which strikes."""
    moved: dict[int, Token] = {}
    for size, number, thing in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if size.lower in ("magnitude", "category") and number.pos == "NUM" and thing.pos == "NOUN":
            if size.head not in (thing.index, thing.head):
                continue
            moved |= {t.index: replace(t, head=thing.index) for t in sentence.children(size) if t.index < size.index}
            moved[size.index] = replace(size, head=thing.index, dep="compound")
    return moved


def _charges(sentence: Sentence) -> dict[int, Token]:
    """Return "corruption" of "accused two of its judges of corruption" below the verb: the last of several."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        thing = sentence.child(verb, "obj") if verb.lower.startswith(_CHARGING) else None
        below = sentence.subtree(thing) if thing is not None and thing.index > verb.index else ()
        whom = sorted((t for t in below if preposition(sentence, t) == "of"), key=lambda t: t.index)
        own = any(preposition(sentence, t) == "of" for t in sentence.children(verb, "obl"))
        if own or len(whom) < _SEVERAL or whom[-1].name is not None or any(sentence.children(whom[-1], "det")):
            continue
        moved[whom[-1].index] = replace(whom[-1], head=verb.index, dep="obl")
    return moved


def _shifted(sentence: Sentence) -> dict[int, Token]:
    """Return the attack of "described as barbaric the attack on Leeds" as the verb's object: one "as" has one noun."""
    moved: dict[int, Token] = {}
    for thing in sentence.tokens:
        case = sentence.head(thing) if thing.dep == "pobj" else None
        said = sentence.head(case) if case is not None and case.lower == "as" and case.dep == "case" else None
        verb = sentence.head(said) if said is not None and said.index < thing.index else None
        if said is not None and verb is not None and verb.pos == "VERB" and not any(sentence.children(verb, "obj")):
            moved[thing.index] = replace(thing, head=verb.index, dep="obj")
            moved[said.index] = replace(said, dep="xcomp")
    return moved


def _opposing(sentence: Sentence) -> dict[int, Token]:
    """Return the party of "Miller of the opposition Green Party" as what she is of: the noun before it describes it."""
    moved: dict[int, Token] = {}
    for noun, name in pairwise(sentence.tokens):
        beside = name.dep == "appos" and name.name is not None and noun.lower in _SIDES and name.head == noun.head
        if beside and noun.dep.startswith(("nmod", "obl")) and any(sentence.children(noun, "case")):
            moved |= {t.index: replace(t, head=name.index) for t in sentence.children(noun)}
            moved[name.index] = replace(name, dep=noun.dep)
            moved[noun.index] = replace(noun, head=name.index, dep="compound")
    return moved


def _befallen(sentence: Sentence) -> dict[int, Token]:
    """Return "injured" of "The injured were taken away" as a noun for people: no verb has an article."""
    moved: dict[int, Token] = {}
    for article, token in pairwise(sentence.tokens):
        named = article.lower == "the" and article.head == token.index and token.lower.endswith("ed")
        if named and token.pos == "VERB" and token.dep.startswith(("nsubj", "obj", "obl", "nmod")):
            moved[token.index] = replace(token, pos="NOUN", morph="Number=Plur")
    return moved


def _superlatives(sentence: Sentence) -> dict[int, Token]:
    """Return the name of "The largest of them, Novatel, was suspended" as the subject: it says which."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens[1:]:
        most = token.pos == "ADJ" and (token.lower.endswith("est") or token.lower in ("first", "last"))
        if most and token.dep.startswith(("nsubj", "obj", "obl")) and any(sentence.children(token, "det")):
            for name in (t for t in sentence.children(token, "appos") if t.name is not None):
                moved[name.index] = replace(name, head=token.head, dep=token.dep)
                moved[token.index] = replace(token, head=name.index, dep="appos", pos="NOUN")
    return moved


def _starring(sentence: Sentence) -> dict[int, Token]:
    """Return "starring" of "directed the film, starring Miller" as said of the film: no director stars somebody."""
    moved: dict[int, Token] = {}
    for comma, verb in pairwise(sentence.tokens[1:]):
        if comma.text != "," or verb.lower not in ("starring", "featuring") or not verb.dep.startswith("advcl"):
            continue
        film = sentence.tokens[comma.index - 1]
        above = sentence.head(film)
        film = above if film.dep == "appos" and above is not None and above.pos == "NOUN" else film
        if film.pos in ("NOUN", "PROPN") and not any(sentence.children(verb, "nsubj", "mark")):
            moved[verb.index] = replace(verb, head=film.index, dep="acl")
    return moved


def _of_parents(sentence: Sentence) -> dict[int, Token]:
    """Return the clause of "a mother of two who died" as said of the mother: the two are her children."""
    moved: dict[int, Token] = {}
    for two in sentence.tokens[2:]:
        parent = sentence.head(two) if two.pos == "NUM" and two.dep.startswith("nmod") else None
        if parent is None or parent.lower.rpartition("grand")[2] not in _PARENTS:
            continue
        clauses = (t for t in sentence.children(two) if t.dep.startswith("acl"))
        moved |= {t.index: replace(t, head=parent.index) for t in clauses}
    return moved


def _outside(sentence: Sentence) -> dict[int, Token]:
    """Return the hall of "protested outside of the hall" as where it is done: "outside of" is one preposition."""
    moved: dict[int, Token] = {}
    for out, of in pairwise(sentence.tokens):
        place = sentence.head(of)
        parted = out.lower in ("outside", "inside") and of.lower == "of" and of.dep == "case" and out.dep == "advmod"
        if parted and place is not None and place.head == out.index:
            moved[place.index] = replace(place, head=out.head, dep="obl:mod")
            moved[out.index] = replace(out, head=place.index, dep="case")
            moved[of.index] = replace(of, dep="advmod")
    return moved


def _owned(sentence: Sentence) -> dict[int, Token]:
    """Return "rival" of "its rival Novatel" as a noun: whoever has one has no adjective."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens[1:-1]:
        owned = token.pos in ("ADJ", "NOUN") and any(sentence.children(token, "nmod:poss"))
        if not owned or not calls_person(token.lower, "en"):
            continue
        name = sentence.tokens[token.index + 1]
        if token.dep == "amod" and token.head == name.index and name.name is not None:
            moved[token.index] = replace(token, pos="NOUN", dep="compound")  # "Google's rival Novatel"
        if token.pos != "ADJ" or not token.dep.startswith(_NOMINAL):
            continue
        moved[token.index] = replace(token, pos="NOUN")
        if name.name is not None and name.dep.startswith(_LOOSE) and not any(sentence.children(name, "case")):
            moved[name.index] = replace(name, head=token.index, dep="appos")
    return moved


def _gerunds(sentence: Sentence) -> dict[int, Token]:
    """Return "shelling" of "a day after shelling killed 20 people" as a noun: it has no object and nobody before it."""
    return {
        token.index: replace(token, pos="NOUN", morph="Number=Sing")
        for token in sentence.tokens
        if token.pos == "VERB" and token.dep == "nsubj" and token.lower.endswith("ing") and token.name is None
        if token.head > token.index and not any(sentence.children(token, "obj", "nsubj", "xcomp", "ccomp"))
    }


def _second_toll(sentence: Sentence) -> dict[int, Token]:
    """Return "dozens" of "20 were killed in the capital and dozens were wounded" as who was, joined to no town."""
    moved: dict[int, Token] = {}
    for joint, many, helper in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        verb, above = sentence.head(helper), sentence.head(many)
        if joint.lower not in ("and", "while") or many.dep != "conj" or not many.plural or many.pos != "NOUN":
            continue
        if verb is None or above is None or not helper.dep.startswith("aux") or verb.dep != "conj":
            continue
        if above.dep.startswith(("obl", "nmod")) and not any(sentence.children(verb, "nsubj")):
            dep = "nsubj:pass" if helper.dep == "aux:pass" else "nsubj"
            moved[many.index] = replace(many, head=verb.index, dep=dep)
            moved[joint.index] = replace(joint, head=verb.index)
    return moved


_STEPS: Final = (
    _second_toll,
    _gerunds,
    _measured,
    _owned,
    _charges,
    _shifted,
    _opposing,
    _befallen,
    _superlatives,
    _starring,
    _of_parents,
    _outside,
)
