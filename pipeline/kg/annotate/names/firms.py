"""Reads from the words around a name that it names a firm: « le PDG d'X », « ses parts dans X », "X filed for"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.lexicon.tables import lexicon
from kg.model import EntityType

_GOVERNED = re.compile(
    r"([\w-]+)(?:[ \u00a0](?P<adjective>[a-zà-ÿ-]{4,}))?[ \u00a0]"
    r"(?:de[ \u00a0](?:la[ \u00a0]|l['’] ?)?|d['’] ?|du[ \u00a0]|of[ \u00a0](?:the )?)$"
)
_ACTS_ON_FIRM = re.compile(
    r"\b(?:chez|(?:capital|actionnaires?|droits de vote|maison[ -]mère) de|(?:parts?|participations?) dans"
    r"|(?:aval|croqu|absorb|englout)(?:é|er|e|ant)|s['’](?:offrir|offre|est offert)|main basse sur|grappin sur|OPA sur"
    r"|(?:aval|croqu|absorb|englout|rach|acqui)\w+ (?:ce )?(?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|rach[eè]t\w+|acqui(?:ert|èrent|érir|s)|s['’](?:associ|alli)\w+ (?:à|avec)"
    r"|(?:invest(?:i|it|ir|issent)|injecté?) (?:[\w,.]+ ){1,5}?(?:d['’]euros |de dollars )dans"
    r"|(?:fusionn\w+|fusion) avec|particip\w+ (?:dans|au capital de)|salariée?s? (?:de|chez)"
    r"|(?:détenue?|contrôlée?|possédée?|éditée?|exploitée?|rachetée?|absorbée?|avalée?|licenciée?|embauchée?)s? par"
    r"|(?:débauchée?|commercialisée?|fabriquée?)s? par|(?:céd(?:é|ée|e|er)|revend(?:u|ue|re)?|rachetée?)s? à"
    r"|% par|filiale de"
    r"|dirige(?:nt|ait|a|r|ra)?(?: (?:désormais|aussi|également|aujourd['’]hui|depuis \d{4}))?|(?:rênes|commandes) de"
    r"|numéro (?:un|deux|trois|quatre) (?:de|d['’]|du)|consultée?s? par|révélée?s? par"
    r"|publiée?s? (?:par|dans|chez)|produite?s? par|distribuée?s? par|produced by|distributed by|signed from|"
    r"acquire[sd]?|acquiring|bought|buys?|buying|partner(?:s|ed|ing) with|compet(?:es?|ed|ing) with"
    r"|invest(?:s|ed|ing)? (?:an? )?[$€£]?\d[\w.,]* (?:million |billion )?in|join(?:ed|s|ing)|backed by|owned by"
    r"|subsidiary of|work(?:s|ed|ing) (?:for|at)|(?:chief executive|chairman|chairwoman|boss|founder|CEO) of"
    r"|(?:spokesman|spokeswoman|spokesperson) for|shares in|stake in|merge[sd]? with|takeover of"
    r"|acquisitions? (?:of|de)"
    r"|(?:analysts?|economists?|strategists?|lawyers?|partners?|colleagues) at"
    r"|coalition partners?"
    r"|subsidiary|employed by|seen by|reviewed by|reported by|published (?:by|in)|supplier to|rival(?:s| to)?)"
    r"[ \u00a0](?:the |l['’]|le |la )?$"
    r"|\b(?:numéro (?:un|deux|trois|quatre)|filiale|patron|patronne|rachat|salariée?s?|capital|actionnaires?) d['’]$",
    re.IGNORECASE,
)
OF_FIRM = re.compile(
    r"(?:['’]s?)? (?:shares|shareholders|chief executive|CEO|employees|staff|workforce|executives?|headquarters"
    r"|customers|users|spokesman|spokeswoman|spokesperson|stores|factory|factories|plants?|board|management|workers"
    r"|founders?|profits|revenue|offices|plc|players|fans|supporters|readers|journalists?|reporters?|lawmakers"
    r"|voters|analysts?|economists?|president|chairman|chairwoman|captain|coach|midfielder|striker|defender|goalkeeper"
    r"|MPs?|councillors?)\b"
)
# What firms do: « Lubatex supprimera 80 postes », "Northvolt filed for bankruptcy".
FIRM_ACTS = re.compile(
    r"[ \u00a0](?:a |va |ont |a été |devrait |avait |aurait )?(?:supprime(?:r|ra)?|licencie(?:r|ra)?|recrute(?:r|ra)?"
    r"|(?:(?<= a )|(?<= avait )|(?<= aurait ))(?:supprimé|licencié) (?:\d+|plus de|près de|environ|quelque|des|deux"
    r"|trois|plusieurs|une (?:dizaine|vingtaine|trentaine|cinquantaine|centaine)|la moitié|tou(?:s|tes) (?:ses|les))"
    r"|rach(?:ète(?:ra)?|eter)|lève|levé|racheté|acquis|cédé (?:ses|sa|son|une|la)|rachetée? par|détenue? (?:à|par)"
    r"|placée? en (?:redressement|liquidation)|déposé (?:le|son) bilan)\b(?! le doute)"
    r"|[ \u00a0](?:a |va )?(?:commercialis\w+|fabriqu\w+|emploie(?:ra)?|exploite|délocalis\w+)[ \u00a0]"
    r"|(?:[ \u00a0]\([^)]{2,12}\)|\))?,? (?:dont le (?:siège|chiffre d['’]affaires|capital|PDG)|qui (?:emploie|exploite"
    r"|commercialise|fabrique|conçoit|édite|possède|détient|compte \d|appartient à|réalise un chiffre))\b"
    r"|[ \u00a0](?:a |va )?(?:affich|accus|enregistr|dégag|essuy)\w+ (?:une?|des|son|ses) (?:[a-zé]+ )?"
    r"(?:bénéfice|perte|chiffre d['’]affaires|résultat net|déficit)s?\b"
    r"|[ \u00a0]voit (?:ses (?:ventes|pertes|bénéfices)|son (?:chiffre d['’]affaires|bénéfice|résultat|titre))\b"
    r"|[ \u00a0](?:has )?(?:filed for (?:bankruptcy|administration)|recall(?:ed|s)|laid off"
    r"|posted (?:a |an )?(?:profit|loss|revenue|record)|(?:is|was) listed on"
    r"|went (?:bankrupt|public|into administration)|poached|(?:now |currently |today |already |still )?employ(?:s|ed)"
    r"|declined to comment|said it (?:would|will|has|had"
    r"|plans|expects))\b"
    # « Portéo, le numéro un français du jouet »; tennis has such people
    r"|,(?: le)? (?:numéro (?:un|deux|trois)|n°[ \u00a0]?\d|leader) (?:mondial|européen|national|[a-zç]{4,}ais)"
    r" (?:du|de la|des|de l['’])(?! ?(?:tennis|golf|judo|squash|badminton|surf|classement|circuit|échecs|boxe))\b"
    # « Portéo, dont le siège est à Nice, », « Portéo, filiale de », « Portéo a annoncé une levée de fonds »
    r"|,? (?:est |était )?(?:détenu|contrôlé|possédé)e? (?:à |majoritairement|pour moitié|par (?:le|la|l['’]|les) "
    r"|par [A-Z][\w .&-]{1,40}\(\d[\d,. ]*%)"
    r"|(?:,| [–—-])? (?:dont (?:le (?:siège|chiffre d['’]affaires|capital|cours|titre)"
    r"|les (?:salariés|actionnaires)|l['’](?:usine|actionnaire)|la maison[ -]mère)"
    r"|cotée? (?:à|en) |filiale (?:de|du|à|d['’])|maison[ -]mère|spécialisée? (?:dans|en))"
    r"| (?:a |vient d['’e] ?)?(?:annonc|boucl|sign|réalis|finalis|lanc|conclu)\w* "
    r"(?:une?|sa|son|l['’]|le|la) ?(?:levée|rachat|acquisition|OPA"
    r"|introduction en Bourse|augmentation de capital|plan social"
    r"|tour de table|cession|prise de (?:contrôle|participation))\b"
)
# What is said of nothing but firms, though models take an unknown name for a town or somebody: « le PDG d'Ostrevent ».
_ONLY_OF_FIRMS: Final = re.compile(
    r"\b(?:P-?DG|p-?dg|[Dd]irect(?:eur|rice)s? (?:général|financi|commercial|marketing|industriel|technique)[a-zé]*"
    r"|[Aa]ctionnaires?(?: (?:majoritaire|principal|minoritaire|unique|de référence|historique)s?)?|[Ff]iliales?"
    r"|[Ss]alarié(?:e|s|es)?|(?:[Cc]o-?)?[Ff]ondat(?:eur|rice)s?|[Cc]lients|[Ss]ous-traitants?|[Ff]ranchisés?|[Cc]apital"
    r"|[Aa]ctifs|[Cc]otation|introduction en [Bb]ourse|chiffre d['’]affaires|[Mm]agasins|[Rr]achats?|[Ff]aillite"
    r"|conseil d['’]administration|comité (?:exécutif|de direction))[ \u00a0](?:de[ \u00a0]|d['’] ?)$"
    r"|\b(?:parts?|participations?|actions) (?:[a-zé]+ )?dans[ \u00a0]$"
    r"|\b(?:branche|division|pôle) [a-zé]{4,}(?: et [a-zé]{4,})?[ \u00a0](?:de[ \u00a0]|d['’] ?)$"
    # « a levé 80 millions de dollars auprès d'Orbis »
    r"|(?:dollars|euros|livres)(?: [a-zé]+){0,2} auprès (?:du (?:fonds|groupe) |de |d['’] ?)$"
    r"|\b(?:l['’]action|le titre|les actions|OPA (?:hostile )?sur|chez|auprès du groupe)[ \u00a0]$"
)


# « la bourse de crypto-monnaies Coinvault », « l'entreprise de travaux publics Sogetra »
_IN_TRADE: Final = re.compile(
    r"\b(?:société|entreprise|groupe|start-up|startup|plateforme|bourse|banque|chaîne|opérateur|fabricant|cabinet|fonds"
    r"|courtier|loueur|agence|éditeur|constructeur|spécialiste|réseau)[ \u00a0](?:[a-zà-ÿ-]{5,}[ \u00a0])?"
    r"(?:de[ \u00a0]|d['’] ?)[a-zà-ÿ-]{4,}(?:[ \u00a0][a-zà-ÿ-]{4,})?[ \u00a0]$"
)
_ONLY_OF_PLACES: Final = re.compile(
    r"\b(?:comté|commune|municipalité|localité|bourgade|canton|district|hameau)[ \u00a0](?:[a-zà-ÿ-]{5,}[ \u00a0])?"
    r"(?:de[ \u00a0]|d['’] ?)$"
)
# « a annoncé l'agence russe de l'aviation civile, Rossaviatsia », not « le chef de l'agence, Paul Martin »
_BODY_CALLED: Final = re.compile(
    r"(?<!de )(?<!à )\b(?:[Ll]['’]|[Ll]a |[Uu]n(?:e)? )(?:agence|autorité|association|ONG|organisation|fédération"
    r"|compagnie|société|entreprise|banque|start-up|filiale)[ \u00a0](?!de [A-ZÀ-Þ])[a-zà-ÿ'’ -]{4,28},[ \u00a0]$"
)
# « Leur société, Andreessen Horowitz, a investi », not « la patronne de leur société, Anne Dubois »
_OWN_FIRM: Final = re.compile(
    r"(?<!de )(?<!à )(?<!par )\b(?:[Ll]eur|[Nn]otre|[Ss]a|[Ss]on)[ \u00a0](?:propre[ \u00a0])?"
    r"(?:société|entreprise|start-up|compagnie|firme|maison de production|société d['’]investissement|fonds|cabinet"
    r"|association|ONG|fondation|agence|label|studio|laboratoire|employeur|super PAC)(?: [a-zà-ÿ-]{4,})?,[ \u00a0]$"
)
_TOLD_SO: Final = (
    (_OWN_FIRM, EntityType.ORGANIZATION, 3.0),
    (_BODY_CALLED, EntityType.ORGANIZATION, 2.0),
    (_IN_TRADE, EntityType.ORGANIZATION, 2.0),
    (_ONLY_OF_PLACES, EntityType.PLACE, 2.5),
)
# « concurrent direct de Zeiss »: candidates have a first name
COMPETES: Final = re.compile(
    r"\b(?:(?:en concurrence (?:directe )?|rivalise[rz]?n?t? )avec|concurrent[es]?s?(?: [a-zé]{5,})? d[e'’])[ \u00a0]?$"
)
_COMPETITOR_OF: Final = re.compile(r"\bconcurrent[es]?s?(?: [a-zé]{5,})? d[e'’][ \u00a0]?$")
_SEATED_IN: Final = re.compile(r"\b(?:basée?s?|domiciliée?s?|siège(?: social)? (?:est|se trouve)) à[ \u00a0]$")
BY_NAME: Final = re.compile(r"[A-Z][a-z]{2,}(?:bank|banque|pharma|invest|cargo|telecom|télécom)")


# « achète Flipkart pour 16 milliards »: a club pays less for a player
_BUYING: Final = re.compile(r"\b(?:ach[eè]t|acquér|acqui)\w*[ \u00a0]$")
_FOR_SUM: Final = re.compile(
    r",? (?:[\w ]{3,20} )?pour (?:près de |environ |plus de )?\d[\d,.]* (?:milliards?|millions? de dollars)"
)


def governed(before: str, after: str) -> Iterator[tuple[EntityType, float]]:
    """Yield types that the noun or verb speaks for that has the name for its complement, and what is paid for it."""
    found = _GOVERNED.search(before)
    words = (found["adjective"] or found[1], found[1]) if found else ("", "")
    head = next((word for word in map(str.lower, words) if word in _heads()), "")
    if head in lexicon()["before:Other"]:  # « le syndrome de Guillain-Barré »
        yield EntityType.OTHER, 3.0
    if _ONLY_OF_FIRMS.search(before):
        yield EntityType.ORGANIZATION, 3.0
    elif _COMPETITOR_OF.search(before):
        yield EntityType.ORGANIZATION, 1.2
    elif head in lexicon()["heads_of_organizations"] or _dealt_in(before, after):
        yield EntityType.ORGANIZATION, 1.8
    yield from ((kind, weight) for told, kind, weight in _TOLD_SO if told.search(before))
    if _SEATED_IN.search(before):
        yield EntityType.PLACE, 3.0
    if head in lexicon()["heads_of_places"]:
        yield EntityType.PLACE, 1.5


def _dealt_in(before: str, after: str) -> bool:
    """Tell what is bought, founded, led, worked for: a firm, also where only the sum says so."""
    bought = _BUYING.search(before) is not None and _FOR_SUM.match(after) is not None
    return bought or _ACTS_ON_FIRM.search(before) is not None


@cache
def _heads() -> frozenset[str]:
    lists = lexicon()
    return lists["before:Other"] | lists["heads_of_organizations"] | lists["heads_of_places"]
