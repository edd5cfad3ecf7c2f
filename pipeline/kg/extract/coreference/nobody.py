"""Tells common nouns that stand for nobody whom the text named: who is to come, the state of emergency, a UN agency."""

import re
from typing import Final

from kg.extract.coreference.behind import office
from kg.extract.coreference.nouns import happenings, names_person
from kg.extract.coreference.others import SUCCESSORS, leads_its_trade
from kg.extract.grammar.infinitives import CHOOSING
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import INDEFINITE_ARTICLES, SINGULAR_SUBJECTS
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_UMBRELLAS: Final = frozenset("UN U.N. EU E.U. AU NATO NHS".split())
_TO_COME: Final = frozenset("nouveau nouvel nouvelle futur future".split())
_NEXT: Final = _TO_COME | {"prochain", "prochaine"}
_VOTES: Final = frozenset("élection élections nomination désignation choix scrutin".split())
CREWS: Final = frozenset("team unit panel squad crew force".split())
PARTIES: Final = ("parti", "formation", "mouvement", "syndicat")
_WORKED: Final = frozenset("construction building burial landing launch test excavation dig disaster".split())
_WORLDWIDE: Final = ("occidentale", "internationale")  # « la coalition occidentale »: none that was named
_OF_SOCIETY: Final = frozenset(
    """civile moderne contemporaine actuelle occidentale multiculturelle patriarcale humaine capitaliste laïque
    démocratique post-industrielle inclusive juste fracturée divisée""".split()
)
# What is done in a firm that is called so: « investir dans la société »
_INTO: Final = (
    "invest", "inject", "particip", "part", "action", "entr", "pris", "prend", "pren", "détien", "déten", "travaill",
    "emplo", "embauch", "rest", "arriv", "mis", "met", "poste", "capital", "monté", "fonction", "salari",
)  # fmt: skip
_DEEDS: Final = frozenset(
    "organisation organization formation institution application émission direction rédaction".split()
)
_OWN: Final = frozenset("son leur mon ton notre votre".split())
# « le premier ministre », « la première secrétaire »: an office, no first of many
_SECONDED: Final = ("ministre", "secrétaire", "adjoint", "président", "vice-président", "magistrat", "échevin")
_ORDINAL: Final = re.compile(r"\d+ ?(?:e|er|re|ème|ère|th|st|nd|rd)")
# Said of somebody new: « le seul homme », « la première épreuve », « le futur ministre ».
RANKED: Final = frozenset(
    """premier première second seconde seul seule dernier dernière autre futur future prochain prochaine meilleur
    winning losing opposing victorious unnamed unidentified gagnant gagnante
    meilleure même principal principale voisin voisine limitrophe
    first second third only last other next best main""".split()
)


def of_umbrella(sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell "the UN agency", "a WHO team": a part of the body that is named, not itself."""
    if name.dep != "compound" or name.index > token.index:
        return False
    new = any(c.lower in INDEFINITE_ARTICLES for c in sentence.children(token, "det"))
    return (name.text in _UMBRELLAS and token.lower not in PARTIES) or (new and token.lower in CREWS)


def society(sentence: Sentence, token: Token) -> bool:
    """Tell « la société civile », no company, "the state of emergency", no land, "the French news agency", any."""
    if token.lower in ("state", "état"):  # « l'état d'urgence »
        return any(c.name is None for c in sentence.children(token, "nmod"))
    if token.lower == "agency":
        return any(c.lower in ("news", "press") for c in sentence.children(token, "compound"))
    if token.lower == "site":
        return any(c.lower in happenings() | _WORKED for c in sentence.children(token, "compound"))
    if token.lower == "coalition":
        return any(c.lower in _WORLDWIDE for c in sentence.children(token, "amod"))
    if token.lower == "direction":  # « la direction a refusé », not « la direction générale »
        below = any(
            t.dep != "nmod" or preposition(sentence, t) for t in sentence.children(token, "amod", "nmod", "acl")
        )
        return below or preposition(sentence, token) not in ("", "par", "avec", "selon", "à", "de")
    if token.lower in _DEEDS or token.text == "état":
        return _done(sentence, token) or _condition(sentence, token)
    return token.lower == "société" and (
        any(c.lower in _OF_SOCIETY for c in sentence.children(token, "amod")) or _at_large(sentence, token)
    )


def _at_large(sentence: Sentence, token: Token) -> bool:
    """Tell « ce qui se passe dans la société », « un débat dans la société » from « des parts dans la société »."""
    head = sentence.head(token)
    into = head is not None and head.lower.startswith(_INTO)
    alone = not any(sentence.children(token, "amod", "nmod", "acl", "appos", "flat"))
    return preposition(sentence, token) == "dans" and alone and not into


def _done(sentence: Sentence, token: Token) -> bool:
    """Tell « l'organisation de ses obsèques », what is done, from « l'organisation de défense des droits », a body."""
    below = [c for c in sentence.children(token, "nmod") if c.name is None and c.index > token.index]
    cases = {case.lower for c in below for case in sentence.children(c, "case")}
    determined = any(any(sentence.children(c, "det", "nmod:poss")) for c in below)
    told = bool(cases & {"du", "des"}) or (determined and bool(cases & {"de", "d'", "of"}))
    return token.lower in _DEEDS and told


def _condition(sentence: Sentence, token: Token) -> bool:
    """Tell « son état », « l'état de santé », « l'état major », which are no land."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    own = any(c.lower in _OWN for c in sentence.children(token, "det", "nmod:poss"))
    return token.text == "état" and (own or any(t.lower in ("de", "d'", "d’", "major") for t in after))


def to_be_chosen(sentence: Sentence, token: Token) -> bool:
    """Tell « désigner son successeur », "find his replacement": nobody whom the text spoke of."""
    vote = sentence.head(token) if any(c.lower in _NEXT for c in sentence.children(token, "amod")) else None
    if vote is not None and vote.lower in _VOTES:
        return True  # « l'élection du nouveau président »
    verb = sentence.head(token) if token.lower in SUCCESSORS and token.dep.startswith(("obj", "nsubj:pass")) else None
    return verb is not None and verb.lower.startswith((*CHOOSING, "cherch", "trouv", "attend", "find", "seek"))


def to_come(sentence: Sentence, token: Token) -> bool:
    """Tell « le siège de la nouvelle société », « le futur groupe »: none of those that were spoken of."""
    return any(child.lower in _TO_COME for child in sentence.children(token, "amod"))


def introduced(sentence: Sentence, token: Token) -> bool:
    """Tell « Il s'agit de l'agent VX »: whoever is told there is new."""
    head = sentence.head(token)
    return head is not None and head.lower in ("agit", "agissait") and token.dep.startswith("obl")


def of_all(sentence: Sentence, token: Token) -> bool:
    """Tell « les droits de l'homme » and « l'État »: nobody in particular, no place."""
    head = sentence.head(token)
    below = [c.lower for c in sentence.children(token, "amod")]
    below += [
        c.lower for c in sentence.children(token, "nummod") if _ORDINAL.fullmatch(c.lower)
    ]  # « le 45e président »
    ranked = any(c in RANKED or c.endswith(("ième", "th")) or _ORDINAL.fullmatch(c) for c in below)
    ranked = ranked and not leads_its_trade(sentence, token)
    rights = token.lower in ("homme", "man") and head is not None and head.lower in ("droits", "rights", "droit")
    here = "local" in below and names_person(token.lower, "en")
    return (
        rights
        or here  # "the local police chief": none that was spoken of
        or (ranked and not (office(sentence, token).startswith("premi") and token.lower.startswith(_SECONDED)))
        or (token.text == "État" and not any(sentence.children(token, "amod", "nmod")))
    )


def said_of_another(reading: Reading, sentence: Sentence, token: Token, found: tuple[Reference, ...]) -> bool:
    """Tell "Mubarak was the president of Egypt": no other president than the subject."""
    subjects = [t for t in sentence.children(token, "nsubj") if t.index < token.index]
    subjects = [t for t in subjects if t.name is not None or t.lower in SINGULAR_SUBJECTS or t.lower in ("who", "qui")]
    who = {r.entity for t in subjects for r in reading.referents(sentence, t)}
    person = any(reading.entities[i].type is EntityType.PERSON for i in who)
    return person and any(sentence.children(token, "cop")) and not {r.entity for r in found} & who
