"""Tells a firm from the family that it is called after: « le groupe Lagardère » is no Arnaud Lagardère."""

import re
from dataclasses import replace
from typing import Final

from kg.lexicon.tables import places
from kg.model import EntityType
from kg.model.annotation import Name

_WORD: Final = r"[a-zà-ÿ’'-]{3,}"
_OF: Final = rf"(?:de|d['’]|du|des)[ \u00a0]?{_WORD}"
# « la banque suisse Reyl », « les brasseries familiales Van Hoof », « le fabricant allemand de stylos Lamy »,
# « le groupe de presse et d'édition lyonnais Varenne »
_FIRM_NOUN: Final = re.compile(
    r"\b(?:banques?|brasseries?|entreprises?|sociétés?|firmes?|constructeur|fabricants?|laboratoires?|assureur|groupes?"
    r"|conserverie|distributeur|enseigne|marque|transporteur|holding|maisons?|éditions|éditeur|chocolatier|joaillier"
    r"|brasseur|équipementier|avionneur|papetier|biscuiterie|imprimerie|fonderie|filiale|conglomérat|empire|cabinet"
    r"|opérateur|promoteur|négociant|motoriste|armateur|PME|ETI)"
    rf"(?:[ \u00a0](?:familiale?s? )?{_WORD})?(?:[ \u00a0]{_OF}){{0,2}}(?:[ \u00a0]et[ \u00a0]{_OF})?"
    rf"(?:[ \u00a0](?!de\b|du\b|des\b){_WORD})?[ \u00a0]$"
)
# « le capital de Lagardère », « les actionnaires de Lagardère », « ses parts dans Amaury »
_OF_FIRM: Final = re.compile(
    r"\b(?:(?:capital|droits de vote|actionnaires?|filiales?|maison[ -]mère|salariés)[ \u00a0](?:de[ \u00a0]|d['’])"
    r"|(?:parts?|participations?|droits de vote)[ \u00a0](?:(?:min|maj)oritaires?[ \u00a0])?dans[ \u00a0]"
    r"|OPA[ \u00a0]sur[ \u00a0])$"
)
# « cède ses parts à Portéo »: whom it is sold to, unless a table knows the name for a town's
_SOLD_TO: Final = re.compile(
    r"\b(?:cèden?t?|cédée?s?|céder|vend|vendent|vendue?s?|vendre|revend|revendre|revendue?s?|cession|vente)\b"
    r"[^.;:\n]{2,80}[ \u00a0]à[ \u00a0]$"
)
_PARTED: Final = re.compile(r"\b(?:et|ou|à|de|d['’]|par|pour|avec|chez|sur|dans)[ \u00a0]$|[.,;:][ \u00a0]$")
_CIVIL: Final = re.compile(
    r"\b(?:MM?\.|Mmes?|Mlle|[Mm]onsieur|[Mm]adame|[Mm]aître|[Mm]e|famille|clan|frères)[ \u00a0]$"
)
_BACK: Final = 90


def firm_noun(text: str, start: int) -> bool:
    """Tell whether the noun that a name stands beside says that it is a firm's."""
    before = text[max(0, start - _BACK) : start].rpartition("\n")[2]
    return _FIRM_NOUN.search(before) is not None and _PARTED.search(before) is None


def own_kinds(text: str, names: list[Name]) -> list[Name]:
    """Return the names with the kind that the words beside each say, where the whole text says another of it."""
    people = (name.form.split() for name in names if name.type is EntityType.PERSON and " " in name.form)
    families = {words[-1] for words in people}
    return [_as_told(text, name, families) for name in names]


def _as_told(text: str, name: Name, families: set[str]) -> Name:
    before = text[max(0, name.span.start - _BACK) : name.span.start].rpartition("\n")[2]
    firm = firm_noun(text, name.span.start) or _OF_FIRM.search(before) is not None
    if name.type is EntityType.PLACE and name.form not in places() and (firm or _SOLD_TO.search(before)):
        return replace(name, type=EntityType.ORGANIZATION)
    if name.type is EntityType.PERSON and firm and " " not in name.form:
        return replace(name, type=EntityType.ORGANIZATION)
    if name.type is EntityType.ORGANIZATION and name.form in families and _CIVIL.search(before):
        return replace(name, type=EntityType.PERSON)
    return name
