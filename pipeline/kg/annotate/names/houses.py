"""Tells a firm from the family that it is called after: « le groupe Lagardère » is no Arnaud Lagardère."""

import re
from dataclasses import replace
from typing import Final

from kg.lexicon.peoples import peoples_adjectives, townspeople
from kg.lexicon.tables import demonyms, first_names, fold, person_nouns, places
from kg.model import EntityType
from kg.model.annotation import Name

_WORD: Final = r"[a-zà-ÿ’'-]{3,}"
_OF: Final = rf"(?:de|d['’]|du|des)[ \u00a0]?{_WORD}"
# « la banque suisse Reyl », « les brasseries familiales Van Hoof », « le fabricant allemand de stylos Lamy »,
# « le groupe de presse et d'édition lyonnais Varenne »
_FIRM_NOUN: Final = re.compile(
    r"\b(?:usines?|aciérie|raffinerie|verrerie|abattoir|banques?|brasseries?|entreprises?|sociétés?|firmes?|constructeur|fabricants?|laboratoires?|assureur|groupes?"
    r"|conserverie|distributeur|enseigne|marque|transporteur|holding|maisons?|éditions|éditeur|chocolatier|joaillier"
    r"|brasseur|équipementier|avionneur|papetier|biscuiterie|imprimerie|fonderie|filiale|conglomérat|empire|cabinet"
    r"|opérateur|promoteur|négociant|négoces?|motoriste|armateur|PME|ETI|SA|SAS|SARL|EURL|[Ss]cop|sidérurgiste|biotech"
    r"|coopératives?|start-up|startup|jeune pousse|distillerie|laiterie|papeterie|énergéticien|logisticien|réassureur"
    r"|bancassureur|volailler|semencier|sucrier|cimentier|câblo-opérateur|croisiériste|voyagiste|tour-opérateur|fonds"
    r"|bourse|courtier|fintech|medtech|licorne|mutuelle|foncière|chimiste|plateforme|quotidien|hebdomadaire|magazine|chaîne)"
    rf"(?:[ \u00a0](?:familiale?s? )?{_WORD})?(?:[ \u00a0]{_OF}){{0,2}}(?:[ \u00a0]et[ \u00a0]{_OF})?"
    rf"(?:[ \u00a0](?!de\b|du\b|des\b){_WORD})?[ \u00a0]$"
)
# « le capital de Lagardère », « les actionnaires de Lagardère », « ses parts dans Amaury »
_OF_FIRM: Final = re.compile(
    r"\b(?:(?:capital|droits de vote|actionnaires?|filiales?|maison[ -]mère|salariés)[ \u00a0](?:de[ \u00a0]|d['’])"
    r"|(?:parts?|participations?|droits de vote)[ \u00a0](?:m[ia][nj]oritaires?[ \u00a0]|d[e'’][^.;:]{1,20}% )?"
    r"dans[ \u00a0]"
    r"|OPA[ \u00a0]sur[ \u00a0]"
    r"|(?:rachat|acquisition|cession|propriétaire|repreneur|acquéreur|actionnaire [a-z]{5,})[ \u00a0]"
    r"(?:de[ \u00a0]|d['’])"
    r"|une de (?:ses|leurs) (?:[a-zé]+ )?(?:filiales|marques|enseignes)(?: [a-zé]+)?, "
    r"|\bfiliale (?:[a-zéèçô]+ )?(?:du groupe|de|d['’]|du) ?[A-ZÉ]\w+(?: [A-Z]\w+)?, "
    r"|(?:détien|déten|poss[èé]d|contrôl|c[èé]d|rachet|acqui|vend)[^.;\n]{0,40}%[ \u00a0]"
    r"(?:(?:des (?:parts|actions|titres|droits de vote)|du capital)[ \u00a0])?(?:de[ \u00a0]|d['’]))$"
)
# « Portéo, propriété de Nordavia » · « Portéo a été rachetée » · « Portéo emploie 300 salariés »
_DOES: Final = re.compile(
    r",? (?:propriété (?:de|du|d['’])|filiale (?:à|de|du|d['’])|dont [A-ZÉ][\w-]+ (?:détien|possèd)|maison[ -]mère d"
    r"|dont le siège"
    r"|l['’]une de (?:ses|leurs) (?:[a-zé]+ )?(?:filiales|marques|enseignes)|fait partie du groupe"
    r"|(?:spécialiste|leader|numéro un|pionnier)[a-zé ]{0,20} (?:de|du|des|d['’]))"
    r"|,? (?:(?:est|a été|avait été|sera|serait|vient d['’]être) )?(?:rachetée?|cédée?|vendue?|cotée?"
    r"|détenue? à (?:parts|\d)|fondée? (?:en \d{4} )?par|tombée? dans l['’]escarcelle"
    r"|placée? en (?:redressement|liquidation))\b"
    r"| \((?:\d[\d ]*(?:salariés|employés|collaborateurs|personnes)|CA :"
    r"|\d[\d,]* (?:M€|millions d['’]euros) de (?:CA|chiffre))"
    r"| (?:a son siège|emploi(?:e|ent|ait|yait) \d|réalise un chiffre|a réalisé un chiffre|passe(?:ra)? sous pavillon)"
)
# « cède ses parts à Portéo »: whom it is sold to, unless a table knows the name for a town's; a title is not sold
_SOLD_TO: Final = re.compile(
    r"\b(?:cèden?t?|cédée?s?|céder|vend|vendent|vendue?s?|vendre|revend|revendre|revendue?s?|cession|vente)\b"
    r"(?! (?:son|sa|le|la|leur)(?: [a-zé]+)? (?:titre|couronne|trône|maillot|place)\b)"
    r"[^.;:\n]{2,80}[ \u00a0]à[ \u00a0]$"
)
# « la société Jean Dubois », « la marque Ulysse Nardin »: a full name that only a firm can bear there;
# not « le patron du groupe Jean Dubois », where a comma is missing
_HOUSE: Final = re.compile(
    r"(?:\b(?P<title>[\w-]+)(?:[ \u00a0][a-zéè-]+)?[ \u00a0]"
    r"(?:du[ \u00a0]|de[ \u00a0]la[ \u00a0]|d[e’'][ \u00a0]?(?:l['’]|une?[ \u00a0])))?"
    r"\b(?:groupe|société|entreprise|maison|marque|enseigne|holding|filiale|banque|éditions|cabinet|galerie|fondation"
    r"|firme|brasserie|start-up|agence|équipementier|constructeur|chaîne|conserverie|biscuiterie|imprimerie|fonderie"
    r"|papeterie|distillerie|laiterie|coopérative|conglomérat|laboratoire|fonds|mutuelle|plateforme|biotech|fintech"
    r"|PME|ETI|SA|SARL|SAS)s?"
    r"(?:[ \u00a0](?!(?:pour|avec|dans|chez|contre|dont|sous|vers|entre|selon|après|avant|sans|mais"
    r"|comme|quand|depuis|envers)[ \u00a0])[a-zà-ÿ-]{4,})?(?:[ \u00a0](?:de|d['’])[ \u00a0]?[a-zà-ÿ-]{4,})?[ \u00a0]$"
)
# « rachetée par l'italien Cartiera Galliera »
_BOUGHT: Final = re.compile(
    r"\b(?:rach[eè]t\w*|repris\w*|acqui\w*|détenue?s?|cédée?s?|vendue?s?|rachat|cession|reprise|OPA|fusion\w*)\b[^.;:]{0,70}$"
)
# « racheter l'américain Bioverativ »: a place has no people, and a person of one has a capital
_OF_PEOPLE: Final = re.compile(r"\b(?:[Ll][ea][ \u00a0]|[Ll]['’]|[Dd]u[ \u00a0]|[Aa]u[ \u00a0])([a-zà-ÿ-]+)[ \u00a0]$")
_CABINET: Final = re.compile(r"\b(?:du|le|un) cabinet[ \u00a0]$")
_PARTED: Final = re.compile(r"\b(?:et|ou|à|de|d['’]|par|pour|avec|chez|sur|dans)[ \u00a0]$|[.,;:][ \u00a0]$")
_CIVIL: Final = re.compile(
    r"\b(?:MM?\.|Mmes?|Mlle|[Mm]onsieur|[Mm]adame|[Mm]aître|[Mm]e|famille|clan|frères)[ \u00a0]$"
)
_FAMILY: Final = re.compile(r"(?:^|[ \u00a0])(?:[Ll]es|[Dd]es|[Aa]ux)[ \u00a0]$")
_STORM: Final = re.compile(
    r"(?:Hurricane|(?:Tropical )?Storm|Typhoon|Cyclone|Ouragan|Tempête)[ \u00a0]([A-ZÀ-Þ][a-zà-ÿ]+)"
)
_BACK: Final = 90


def firm_noun(text: str, start: int) -> bool:
    """Tell whether the noun that a name stands beside says that it is a firm's."""
    before = text[max(0, start - _BACK) : start].rpartition("\n")[2]
    if _CABINET.search(before) is not None and "ministre" in text:
        return False  # « démissionne du cabinet Legault »
    return _FIRM_NOUN.search(before) is not None and _PARTED.search(before) is None


def called(name: str) -> bool:
    """Tell "Timothy West", who is no quarter of a town."""
    first, _, last = name.partition(" ")
    return " " not in last and first in first_names() and first not in places()


def own_kinds(text: str, names: list[Name]) -> list[Name]:
    """Return the names with the kind that the words beside each say, where the whole text says another of it."""
    people = (name.form.split() for name in names if name.type is EntityType.PERSON and " " in name.form)
    families = {words[-1] for words in people}
    events = (_STORM.fullmatch(name.form) for name in names if name.type is EntityType.EVENT)
    storms = {event[1] for event in events if event is not None}
    told = (replace(n, type=EntityType.EVENT) if n.form in storms else n for n in names)  # "Gustav hit Cuba"
    towns = {
        n.form for n in names if n.type is EntityType.EVENT and n.form in places()
    } - storms  # « Victoire de Lyon »
    told = (replace(n, type=EntityType.PLACE) if n.form in towns else n for n in told)
    return [_as_told(text, name, families) for name in told]


def _as_told(text: str, name: Name, families: set[str]) -> Name:
    before = text[max(0, name.span.start - _BACK) : name.span.start].rpartition("\n")[2]
    firm = firm_noun(text, name.span.start) or _OF_FIRM.search(before) is not None
    does = _DOES.match(text, name.span.end) is not None or _sold_to(before)
    if name.type is EntityType.PERSON and " " not in name.form and _FAMILY.search(before):
        return replace(name, type=EntityType.GROUP)  # « les Moreau ont porté plainte »
    if name.type is EntityType.PLACE and name.form in families and not _there(text, name.form):
        return replace(name, type=EntityType.PERSON)  # "Denzel Washington was honoured. Washington said …"
    if name.type is EntityType.PLACE and name.form not in places():
        return replace(name, type=EntityType.ORGANIZATION) if firm or does or _people(before) else name
    if _nobody(name):
        bought = _people(before) and _BOUGHT.search(before) is not None
        return replace(name, type=EntityType.ORGANIZATION) if does or bought or _house(before) else name
    if name.type is EntityType.PERSON and (firm if " " not in name.form else _house(before)):
        return replace(name, type=EntityType.ORGANIZATION)
    if name.type is EntityType.ORGANIZATION and name.form in families and _CIVIL.search(before):
        return replace(name, type=EntityType.PERSON)
    return name


def _there(text: str, place: str) -> bool:
    """Tell whether somebody is, goes or comes there: "in Washington", « à Paris »."""
    before = r"\b(?:[Ii]n|[Ff]rom|to|at|near|of|outside|for|and|à|de|vers|en) "
    return re.search(rf"{before}{re.escape(place)}\b|\b{re.escape(place)}, [A-Z]", text) is not None


def _nobody(name: Name) -> bool:
    """Tell « Cartiera Galliera », « Vers-Express », taken for persons: nobody has such a first name."""
    words = re.split(r"[ -]", name.form)
    return name.type is EntityType.PERSON and len(words) > 1 and words[0] not in first_names()


def _sold_to(before: str) -> bool:
    return _SOLD_TO.search(before) is not None


def _people(before: str) -> bool:
    found = _OF_PEOPLE.search(before)
    if found is None:
        return False
    return fold(found[1]) in peoples_adjectives() or found[1].capitalize() in demonyms() or found[1] in townspeople()


def _house(before: str) -> bool:
    """Tell a full name beside the noun of a firm, where no title stands before it that a person could bear."""
    found = _HOUSE.search(before)
    return found is not None and (found["title"] or "").lower() not in person_nouns()
