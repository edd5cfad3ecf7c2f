"""Spots French names of bodies that are written small, in quotation marks: « sa nouvelle compagnie, « joon » ».

Marks alone say little (« une société « écran » »): a noun for a body with a determiner stands before them, and what
they hold is no adjective and no noun that is used as one. Told so, it is a name wherever the text quotes it again.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.model import EntityType
from kg.model.annotation import Quote

_KIND: Final = re.compile(
    r"(?:\b(?:la|le|sa|son|leur|du|au|cette|cet|ce|une?|notre|nouvelle|nouveau|jeune|petite?)[ \u00a0]|\b[ld]['’] ?)"
    r"(?:société|entreprise|start-?up|jeune pousse|compagnie|opérateur|plate-?forme|site|marque|filiale|enseigne"
    r"|boutique|association|collectif|ONG|média|chaîne|radio|quotidien|journal|hebdomadaire|magazine|mensuel|revue|agence"
    r"|coopérative|fondation|éditeur|mouvement|parti|syndicat|coalition|réseau(?: social)?|festival|entité|structure)"
    r"(?:[ \u00a0](?:de|du|d['’]|en|à|au)?[ \u00a0]?[a-zà-ÿ-]+){0,3}(?:[ \u00a0]?(?P<apart>,))?[ \u00a0]?$",
    re.IGNORECASE,
)
_SMALL: Final = re.compile(r"[a-zà-ÿ][a-zà-ÿ0-9.&+-]{2,}(?:[ \u00a0][a-zà-ÿ0-9-]{3,}){0,2}")
# « une société « familiale » », « la chaîne « engagée » »
_ADJECTIVE: Final = re.compile(
    r"(?:ique|iste|al|ale|aux|if|ive|eux|euse|é|ée|ant|ante|ent|ente|el|elle|aire|ien|ienne|ais|aise|ois|oise|able|ible"
    r"|en|enne|[cmtr]ain|aine|[nlt]in|ine|ier|ière|eur|rice|ane|ide|et|ète|it|ite|u|ue|ou|olle|oux|ouce|ogue|ome|ave)s?$"
)
_LIKE_ADJECTIVES: Final = frozenset(
    """écran fantôme mère fille sœur pirate libre amie ami phare pilote modèle leader star cible vert verte propre sale
    zombie coquille clé low-cost premium tech discount poubelle maison privée papier ouverte ouvert neutre juste noire
    noir rouge rose brune bleue jeune vieille grande grosse bonne""".split()
)
_NO_NAME: Final = re.compile(
    r"(?:low cost|clé en main|(?:une?|cet|cette|ces|ses?|sa|mon|ma|notre|très)[ \u00a0]"
    r"|(?:de|du|des|à|au|aux|en|sans|pour|non|très|trop|plus|anti|pro)\b)"
)


def small_quoted(text: str, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    """Yield such names, firm, at every place where the text has them in marks."""
    named = {quote.inner.of(text) for quote in quotes if _names(text, quote)}
    for quote in quotes:
        if quote.inner.of(text) in named:
            yield firm_name(quote.inner, EntityType.ORGANIZATION, "rule:small-quoted")


def _names(text: str, quote: Quote) -> bool:
    name = quote.inner.of(text)
    if not _SMALL.fullmatch(name) or _NO_NAME.match(name):
        return False
    return _KIND.search(text[max(0, quote.span.start - 60) : quote.span.start]) is not None and not _described(name)


def _described(name: str) -> bool:
    """Tell a word that describes and does not name."""
    return name in _LIKE_ADJECTIVES or (" " not in name and _ADJECTIVE.search(name) is not None)
