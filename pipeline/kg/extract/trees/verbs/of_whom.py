"""Hangs a participle behind « A, conseiller de B, » from whoever it is said of.

« A, ancien conseiller de B, mis en examen »: the aside is done, and the charge is A's. « Me A, avocat de B, accusé »:
who has a lawyer is accused. « la mère de B, décédée lundi »: where B is called Paul, his mother is dead.
"""

import re
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import KIN, names_person
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.lexicon.tables import first_names
from kg.model.annotation import Annotation, Sentence, Token

_CHARGED: Final = frozenset(
    """accusé soupçonné suspecté inculpé poursuivi impliqué condamné mis arrêté interpellé incarcéré écroué jugé
    renvoyé visé détenu placé recherché limogé nommé élu suspendu""".split()
)
_ACCUSED: Final = frozenset(
    """accusé accusée accusés accusées soupçonné soupçonnée soupçonnés soupçonnées suspecté suspectée suspectés
    suspectées""".split()
)
_DEAD: Final = frozenset("décédé mort tué assassiné disparu né emporté".split())
_LAWYERS: Final = frozenset("avocat avocate conseil défenseur défenseuse représentant représentante".split())
_SPOUSES: Final = KIN | {"femme"}
_SIDES: Final = {"f": True, "m": False}


def put_of_whom(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles in their places; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(
        annotation,
        lambda sentence: _behind(annotation, sentence),
        lambda sentence: _titles(annotation, sentence),
        _of_what,
    )


def _of_what(sentence: Sentence) -> dict[int, Token]:
    """Return « agressions » of « accusé par plusieurs femmes d'agressions » below the verb: the charge."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_ACCUSED):
        return moved
    for agent in sentence.tokens:
        verb = sentence.head(agent) if preposition(sentence, agent) == "par" else None
        if verb is None or verb.lower not in _ACCUSED or not names_person(agent.lower, "fr"):
            continue
        for charge in sentence.children(agent, "nmod"):
            bare = charge.pos == "NOUN" and charge.name is None and not any(sentence.children(charge, "det"))
            if bare and preposition(sentence, charge) == "de" and not names_person(charge.lower, "fr"):
                moved[charge.index] = replace(charge, head=verb.index, dep="obl:arg")
    return moved


def _behind(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for name, comma, verb in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        said = comma.text == "," and verb.dep.startswith(("acl", "advcl", "amod")) and _plain(sentence, verb)
        noun = sentence.head(name) if said and name.dep == "nmod" and is_person(annotation, name) else None
        person = noun is not None and noun.pos in ("NOUN", "ADJ") and not noun.plural and calls_person(noun.lower, "fr")
        if noun is None or not person or preposition(sentence, name) != "de":
            continue
        whose = _said_of(annotation, sentence, (noun, name), verb)
        if whose is not None and whose.index != verb.head:
            moved[verb.index] = replace(verb, head=whose.index, dep="acl")
    return moved


def _titles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « secrétaire » of « le mari d'Anne Dubois, actuel secrétaire de X, » beside the husband: she is none."""
    moved: dict[int, Token] = {}
    for title in sentence.tokens[5:]:
        name = sentence.head(title) if title.dep == "appos" and title.pos == "NOUN" else None
        kin = sentence.head(name) if name is not None and name.dep == "nmod" and is_person(annotation, name) else None
        if name is None or kin is None or kin.lower not in _SPOUSES or sentence.tokens[name.index + 1].text != ",":
            continue
        side = _SIDES.get(first_names().get(name.text.split(" ")[0], ""))
        if side is not None and _feminine(sentence, title) is (not side):
            moved[title.index] = replace(title, head=kin.index)
    return moved


def _feminine(sentence: Sentence, title: Token) -> bool | None:
    """Return whether what is said of somebody shows that it is a woman; None where it shows neither."""
    words = {t.lower for t in (title, *sentence.children(title, "amod", "det"))}
    if words & {"la", "une", "ancienne", "actuelle", "nouvelle"} or title.lower.endswith(("trice", "euse", "ière")):
        return True
    return False if words & {"le", "un", "ancien", "actuel", "nouveau"} or title.lower.endswith("teur") else None


def _plain(sentence: Sentence, verb: Token) -> bool:
    """Tell a past participle in the singular that has no auxiliary: it describes somebody."""
    described = verb.pos in ("VERB", "ADJ") and (is_participle(verb) or _stem(verb) in _DEAD)
    return described and not verb.lower.endswith("és") and not any(sentence.children(verb, "aux", "cop", "nsubj"))


def _stem(verb: Token) -> str:
    return re.sub(r"(?<=[éitus])e$", "", verb.lower)


def _said_of(annotation: Annotation, sentence: Sentence, pair: tuple[Token, Token], verb: Token) -> Token | None:
    """Return whom a participle behind « [A, ]conseiller de B, » is said of; None where it may stay as it is."""
    noun, name = pair
    if _stem(verb) in _CHARGED and noun.lower in _LAWYERS:
        return name
    if _stem(verb) in _DEAD:
        other = _SIDES.get(first_names().get(name.text.split(" ")[0], "")) is (not verb.lower.endswith("e"))
        return noun if other and noun.lower in KIN and _agree(noun, verb) else None
    first = sentence.head(noun) if noun.dep == "appos" else None
    if _stem(verb) not in _CHARGED or noun.lower in KIN or first is None or not _agree(noun, verb):
        return None
    return first if first.index < noun.index and is_person(annotation, first) else None


def _agree(noun: Token, verb: Token) -> bool:
    feminine = "Gender=Fem" in noun.morph
    return feminine is verb.lower.endswith("e") or "Gender" not in noun.morph
