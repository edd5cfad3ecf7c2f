"""Finds what a title that is won or a post that is sought is of, and whom an inquiry is aimed at.

« titre de la Coupe », « poste de maire de X », « une enquête préliminaire visant X ».
"""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.site import Site
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import with_preposition
from kg.model.annotation import Token

_TITLES: Final = ("titre", "titres", "couronne", "couronnes", "trophée", "trophées")
_ASKING: Final = ("demande", "demandes", "sollicitation", "sollicitations")
_ASKED_FOR: Final = frozenset(
    """commentaire commentaires réaction interview entretien précisions explication explications information
    informations clarification""".split()
)
_AIMING: Final = ("visant", "ciblant", "concernant")
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


def aimed_at(site: Site, function: str) -> list[Token]:
    """Return Novatel of « ouvrir une enquête préliminaire visant Novatel », where the participle is a verb."""
    if function not in _AIMING:
        return []
    below = (c for word in (*site.words, site.token) for c in site.sentence.children(word, "acl"))
    return [t for c in below if c.lower == function for t in site.sentence.children(c, "obj")][:1]


def asker(site: Site) -> list[Token]:
    """Return the paper of « n'a pas répondu à une demande de commentaire du Monde », « aux sollicitations de X »."""
    below = site.sentence.children(site.token, "obl", "obj", "iobj", "obl:arg", "obl:mod")
    asking = [t for t in below if t.lower in _ASKING]
    of = [c for t in asking for c in with_preposition(site.sentence, t, "de")]
    wanted = [c for c in of if c.lower in _ASKED_FOR]
    if not wanted and not any(t.lower.startswith("sollicit") for t in asking):
        return []
    deeper = [c for t in wanted for c in with_preposition(site.sentence, t, "de")]
    return [t for t in (*of, *deeper) if t.name is not None]
