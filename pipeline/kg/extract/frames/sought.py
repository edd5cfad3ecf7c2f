"""Finds what a title that is won or a post that is sought is of: « titre de la Coupe », « poste de maire de X »."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.site import Site
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import with_preposition
from kg.model.annotation import Token

_TITLES: Final = ("titre", "titres", "couronne", "couronnes", "trophée", "trophées")
_POSTS: Final = ("poste", "fonction", "fonctions", "fauteuil", "mandat", "siège")


def titled(site: Site) -> list[Token]:
    """Return the event that a title is of: « a conquis les titres du championnat de France et de la Coupe »."""
    titles = [t for t in deep_object(site.sentence, site.token) if t.lower in _TITLES]
    below = [t for title in titles for t in site.sentence.children(title, "nmod")]
    of = [t for title in titles for t in with_preposition(site.sentence, title, "de")]
    return [t for t in of if t in below and t.name is not None][:1]


def sought(site: Site) -> list[Token]:
    """Return what the post is of: « sa candidature au poste de gouverneur de l'Iowa »."""
    heads = (site.token, *site.words)
    below = [t for head in heads for t in site.sentence.children(head, "obj", "obl", "nmod", "obl:arg", "obl:mod")]
    posts = [t for t in below if t.lower in _POSTS]
    offices = [t for post in posts for t in with_preposition(site.sentence, post, "de") if t.name is None]
    offices = [t for t in offices if names_person(t.lower, "fr")]
    of = [t for office in offices for wanted in ("de", "à") for t in with_preposition(site.sentence, office, wanted)]
    return [t for t in of if t.name is not None][:1]
