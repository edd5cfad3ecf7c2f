"""Finds whose product something is: « le service de Novatel concurrent de Telcor », « lance une offre concurrente »."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import with_preposition
from kg.extract.grammar.subjects import surface_subject
from kg.model.annotation import Sentence, Token

_PRODUCTS: Final = frozenset(
    """service services offre offres plateforme application appli produit produits modèle site logiciel moteur console
    tablette téléphone smartphone montre enceinte voiture véhicule avion système format solution outil abonnement
    chaîne gamme puce processeur réseau""".split()
)
_MAKING: Final = ("lanc", "propos", "développ", "présent", "dévoil", "commercialis", "sort", "cré", "prépar", "déploi")
_HIGHEST: Final = 3  # nouns between what is made and the word that sets it against another's


def maker(site: Site) -> list[Token]:
    """Return whose product a noun describes: whom it is said to be of, or who brings it out."""
    thing = _thing(site.sentence, site.token)
    if thing is None:
        return []
    own = [t for t in with_preposition(site.sentence, thing, "de") if t.name is not None]
    return own or _who_makes(site.sentence, thing)


def _thing(sentence: Sentence, token: Token) -> Token | None:
    """Return the product that a word stands beside: « un service d'écoute de musique concurrent de … »."""
    found = None
    for _ in range(_HIGHEST):
        above = sentence.head(token)
        if above is None or above is token or not token.dep.startswith(("nmod", "amod", "appos", "acl")):
            break
        token = above
        found = token if token.lower in _PRODUCTS and token.name is None else found
    return found


def _who_makes(sentence: Sentence, thing: Token) -> list[Token]:
    verb = sentence.head(thing)
    made = verb is not None and thing.dep.startswith("obj") and verb.lower.startswith(_MAKING)
    return list(surface_subject(sentence, verb)) if made and verb is not None else []
