"""Tells descriptions of a kind, a part or a number of people: « l'équipe médicale », "the age group", « la mort »."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.prepositions import preposition
from kg.lexicon.closed import INDEFINITE_ARTICLES
from kg.model.annotation import Sentence, Token

_KINDS: Final = {
    "équipe": frozenset(
        """médicale soignante pédagogique éducative municipale technique dirigeante administrative artistique
        éditoriale enseignante rédactionnelle cynophile gouvernementale encadrante gagnante adverse visiteuse
        internationale pluridisciplinaire scientifique""".split()
    ),
    "groupe": frozenset(
        """animal hybride sanguin électrogène extérieur ethnique restreint scolaire socialiste communiste écologiste
        centriste parlementaire""".split()
    ),
    "formation": frozenset("professionnelle continue initiale universitaire musicale artistique scolaire".split()),
    "personnel": frozenset(("médical", "soignant", "navigant")),
    "group": frozenset("age focus working user peer blood target study control ethnic tour steering".split()),
    "trust": frozenset(("public", "mutual")),
}
_OF_PEOPLE: Final = frozenset("groupe équipe bande cellule famille majorité minorité foule cortège".split())
_OF_THINGS: Final = frozenset("équipe réseau majorité minorité ensemble série gamme collection".split())


def of_a_kind(sentence: Sentence, token: Token) -> bool:
    """Tell what a noun and what stands with it say of nobody who has been named."""
    kinds = _KINDS.get(token.lower)
    if kinds is not None and any(c.lower in kinds for c in sentence.children(token, "amod", "compound")):
        return True
    return _counted(sentence, token) or _death(sentence, token)


def _counted(sentence: Sentence, token: Token) -> bool:
    """Tell « le groupe de réfugiés », « l'équipe de neuf personnes », « son réseau de bornes », which have no name."""
    if token.lower not in _OF_PEOPLE | _OF_THINGS:
        return False
    below = [t for t in sentence.children(token, "nmod") if t.name is None and t.plural and t.pos == "NOUN"]
    below = [t for t in below if preposition(sentence, t) == "de" and t.index > token.index]
    if token.lower in _OF_THINGS and below:
        return True
    return any(names_person(t.lower, "fr") or names_person(t.lower.removesuffix("s"), "fr") for t in below)


def _death(sentence: Sentence, token: Token) -> bool:
    """Tell « la mort de Dubois » from « le mort », who is somebody."""
    words = {c.lower for c in sentence.children(token, "det", "case")} - INDEFINITE_ARTICLES
    return token.lower == "mort" and token.gender == "f" and not words & {"le", "ce", "du", "au"}
