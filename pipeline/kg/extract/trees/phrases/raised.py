"""Hangs from the noun or the verb above what French parsers hang from the name between.

« l'arrestation à Nice de Paul Martin » · « la sortie du Burundi de la Cour pénale internationale » ·
« le bureau Afrique de la FIDH » · « accuse Paul Martin de corruption » · « Achin, une ville dans la province de Y »
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.apposition.french_nouns import does
from kg.extract.trees.mend import is_person, is_place, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_POSTED: Final = ("ambassad", "consul", "correspondant", "envoyé", "délégué", "représentant")
_CHARGED: Final = tuple(
    """accus soupçonn suspect remerci félicit chargé somm empêch menac priv critiqu condamn blâm salu récompens
    poursuiv""".split()
)
_COMING: Final = frozenset("présence participation arrivée retour venue adhésion ralliement opposition".split())
_IN: Final = frozenset("dans à au aux en près".split())


def put_raised(annotation: Annotation) -> Annotation:
    """Return the annotation with such complements in their places; French only."""
    if annotation.document.language != "fr":
        return annotation
    steps = (_of_noun, _of_verb, _of_person, _behind_holder)
    return mend_each(
        annotation,
        *(partial(step, annotation) for step in steps),
        _of_coming,
        _of_charge,
        _of_share,
        _shares_in_a_row,
        _of_apposition,
    )


def _of_noun(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the person or body behind « de » as the noun's, not as of the place between: no place has one."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        place = sentence.head(name) if name.dep == "nmod" else None
        if place is None or not is_place(annotation, place) or not _no_place(annotation, sentence, name):
            continue
        noun = sentence.head(place)
        near = place.dep in ("nmod", "appos", "amod") and noun is not None and noun.index < place.index
        if near and noun is not None and noun.pos == "NOUN" and preposition(sentence, name) == "de":
            moved[name.index] = replace(name, head=noun.index)
    return moved


def _no_place(annotation: Annotation, sentence: Sentence, noun: Token) -> bool:
    """Tell a name of somebody or of a body, also behind its noun: « du groupe djihadiste Horizon »."""
    named = noun if noun.name is not None else next(iter(sentence.children(noun, "appos")), noun)
    return named.name is not None and not is_place(annotation, named)


def _of_verb(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « de corruption » behind a person's name as the verb's: a name has no complement without an article."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        who = sentence.head(noun) if noun.dep == "nmod" and noun.pos == "NOUN" else None
        if who is None or not is_person(annotation, who) or any(sentence.children(noun, "det")):
            continue
        verb = sentence.head(who)
        taken = who.dep == "obj" and verb is not None and verb.pos == "VERB" and verb.index < who.index
        if taken and verb is not None and preposition(sentence, noun) == "de":
            moved[noun.index] = replace(noun, head=verb.index, dep="obl:arg")
    return moved


def _of_charge(sentence: Sentence) -> dict[int, Token]:
    """Return « d'avoir tué Y » of « X est accusé par Z d'avoir tué Y » as what X is accused of: not Z killed.

    « critiqué par Z pour son absence » is told of X as well; « a accusé des grévistes d'avoir tué Y » of them.
    """
    moved: dict[int, Token] = {}
    for deed in sentence.tokens:
        above = sentence.head(deed) if deed.dep in ("acl", "nmod") and "VerbForm=Fin" not in deed.morph else None
        told_of = above is not None and (above.dep == "obl:agent" or (above.dep == "obj" and _done(sentence, deed)))
        verb = sentence.head(above) if above is not None and told_of else None
        if verb is None or not verb.lower.startswith(_CHARGED):
            continue
        wanted = ("de", "d'", "d’") if deed.dep == "acl" else ("pour",)
        if any(c.lower in wanted for c in sentence.children(deed, "mark", "case")):
            moved[deed.index] = replace(deed, head=verb.index, dep="xcomp" if deed.dep == "acl" else "obl:mod")
    return moved


def _done(sentence: Sentence, deed: Token) -> bool:
    """Tell « a accusé des grévistes d'avoir brisé la porte »: an infinitive of the past says which of no noun."""
    return deed.dep == "acl" and any(c.lower in ("avoir", "être") for c in sentence.children(deed, "aux:tense"))


def _of_person(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the person whom a comma parts from another kind of name as who the noun above is, not as one of a list."""
    moved: dict[int, Token] = {}
    for comma, person in pairwise(sentence.tokens):
        before = sentence.head(person) if person.dep == "conj" and comma.text == "," else None
        if before is None or before.name is None or is_person(annotation, before) or not is_person(annotation, person):
            continue
        noun = _doer(sentence, before)
        if noun is None or any(sentence.children(person, "cc", "case")):
            continue
        moved[person.index] = replace(person, head=noun.index, dep="appos")
        for other in sentence.children(before, "conj"):
            if other.index > person.index and is_person(annotation, other):
                moved[other.index] = replace(other, head=person.index)
    return moved


def _doer(sentence: Sentence, token: Token) -> Token | None:
    """Return the first noun above a token that somebody can be."""
    above = sentence.head(token)
    while above is not None and above.index < token.index:
        if does(above) or above.lower in ("hommes", "femmes"):
            return above
        above = sentence.head(above)
    return None


def _behind_holder(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « à Berlin » of « a rencontré le ministre Paul Martin à Berlin » as where they met.

    An ambassador, a consul is where he is posted.
    """
    moved: dict[int, Token] = {}
    for place in sentence.tokens:
        title = sentence.head(place) if is_place(annotation, place) else None
        if title is None or preposition(sentence, place) != "à":
            continue
        holders = (t for t in sentence.children(title, "appos", "flat") if is_person(annotation, t))
        between = any(title.index < t.index < place.index for t in holders)
        verb = sentence.head(title)
        posted = title.lower.startswith(_POSTED) or not calls_person(title.lower, "fr")
        if between and not posted and verb is not None and verb.pos == "VERB" and verb.index < title.index:
            moved[place.index] = replace(place, head=verb.index, dep="obl:mod")
    return moved


def _of_coming(sentence: Sentence) -> dict[int, Token]:
    """Return X of « la présence à cette réunion de X », « le retour au club de X » as who comes."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_COMING):
        return moved
    for who in sentence.tokens:
        goal = sentence.head(who) if who.dep == "nmod" and preposition(sentence, who) == "de" else None
        coming = sentence.head(goal) if goal is not None and goal.dep == "nmod" and goal.name is None else None
        if goal is None or coming is None or coming.lower not in _COMING or preposition(sentence, goal) != "à":
            continue
        titled = any(c.name is not None and c.index > who.index for c in sentence.children(who, "appos", "flat"))
        if coming.index < goal.index < who.index and titled and calls_person(who.lower, "fr"):
            moved[who.index] = replace(who, head=coming.index)
    return moved


def _of_share(sentence: Sentence) -> dict[int, Token]:
    """Return « pour X » of « se sont prononcés à 52 % pour X » as the verb's."""
    moved: dict[int, Token] = {}
    if "%" not in sentence.words:
        return moved
    for noun in sentence.tokens:
        share = sentence.head(noun) if noun.dep == "nmod" else None
        if share is None or share.text != "%" or share.dep[:3] not in ("obj", "obl"):
            continue
        if preposition(sentence, noun) in ("pour", "contre", "en faveur de"):
            moved[noun.index] = replace(noun, head=share.head, dep="obl:mod")
    return moved


def _shares_in_a_row(sentence: Sentence) -> dict[int, Token]:
    """Return B and C of « possède 43 % de A, 50 % de B et 9 % de C », joined to A."""
    moved: dict[int, Token] = {}
    if "%" not in sentence.words:
        return moved
    for share in sentence.tokens:
        first = sentence.head(share)
        if share.text != "%" or first is None or first.text != "%" or share.dep not in ("conj", "appos"):
            continue
        names = [
            next((t for t in sentence.children(one, "nmod") if t.name is not None), None) for one in (first, share)
        ]
        if names[0] is not None and names[1] is not None and first.index < share.index:
            moved[names[1].index] = replace(names[1], head=names[0].index, dep="conj")
            moved |= {t.index: replace(t, head=names[1].index) for t in sentence.children(share, "cc")}
            moved |= {t.index: replace(t, dep="dep") for t in sentence.children(names[1], "case")}
    return moved


def _of_apposition(sentence: Sentence) -> dict[int, Token]:
    """Return the place right behind an apposition as part of that, not of the clause before its comma."""
    moved: dict[int, Token] = {}
    for noun, small in pairwise(sentence.tokens):
        if noun.dep != "appos" or noun.pos != "NOUN" or noun.name is not None:
            continue
        place = sentence.tokens[small.head]
        if small.lower not in _IN or small.dep != "case" or not place.dep.startswith("obl"):
            continue
        name = sentence.head(noun)
        if name is not None and name.name is not None and place.head < name.index:
            moved[place.index] = replace(place, head=noun.index, dep="nmod")
    return moved
