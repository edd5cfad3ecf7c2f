"""Spots French rows of post, body and holder: « le président du Parti communiste vietnamien Nguyen Phu Trong ».

Where the name of the body ends in a word without a capital, the capitals behind it begin another name: whoever holds
the post. So do those behind what a minister has charge of. No table of first names need know them.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import PLAIN_CAPITAL
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import demonyms, lexicon, listed, places
from kg.model import EntityType, Span

_HOLDS: Final = (
    r"(?:(?:vice-|co-|ex-)?présidente?|directeur|directrice|secrétaire|patronne?|cheffe|chef(?: de file)?|gouverneure?"
    r"|commissaire|fondateur|fondatrice|porte-parole|numéro (?:un|deux)|leader|dirigeante?|responsable|déléguée?"
    r"|trésorière?|représentante?)"
)
_OF: Final = r"(?:de[ \u00a0](?:la[ \u00a0]|l['’] ?)?|d['’] ?|du[ \u00a0]|des[ \u00a0])"
_WORD: Final = r"[\w-]+"
_FURTHER: Final = rf"(?:[ \u00a0](?:(?:ben|bin|al|el|van|von|de|da|dos)[ \u00a0])?{PLAIN_CAPITAL})"
# « le secrétaire général de l'Organisation mondiale de la santé Tedros Adhanom Ghebreyesus »
_ROW: Final = re.compile(
    rf"\b{_HOLDS}(?:[ \u00a0][a-zà-ÿ-]+){{0,2}}[ \u00a0]{_OF}"
    rf"(?P<body>{PLAIN_CAPITAL}(?:(?:[ \u00a0]|[ \u00a0][dl]['’] ?){_WORD}){{0,7}}?"
    r"[ \u00a0](?:[dl]['’] ?)?[a-zà-ÿ-]{5,})"
    rf"[ \u00a0](?P<holder>{PLAIN_CAPITAL}{_FURTHER}{{1,3}})"
    r"(?=[ \u00a0](?:s['’]|n['’])?[a-zà-ÿ]|,|\.[ \n]|\.$)"
)
# Clubs, schools and theatres are called by the capitals behind their kind: « l'Union sportive Quevilly Rouen »
_BODIES: Final = frozenset(
    """parti organisation mouvement front comité commission fédération confédération conseil agence banque ligue
    coalition alliance assemblée syndicat armée autorité cour fonds union institut chambre parlement office bureau
    rassemblement congrès haut haute""".split()
)
# « son ministre des Finances Pravin Gordhan », « la ministre de la Santé et des Sports Roselyne Bachelot »
_FIELD: Final = (
    r"(?:Finances|Intérieur|Justice|Défense|[ÉE]conomie|Budget|Santé|[ÉE]ducation|Travail|Culture|Agriculture"
    r"|Transports?|[ÉE]cologie|Environnement|Commerce|Pétrole|[ÉE]nergie|Sports?|Logement|Industrie|Tourisme|Communication|Armées"
    r"|Information|Outre-mer|Immigration|Sécurité|Plan|Mines|Pêche|Hydrocarbures|Ville|Jeunesse|Famille|Recherche"
    r"|Solidarités?|Cohésion|Affaires|Fonction|Relations|Emploi|Coopération|Développement|Enseignement|Télécoms)"
)
_KIND: Final = (
    r"(?:[ \u00a0](?:[Nn]ationale|[Pp]ublique|[ÉEé]trangères|[Ee]uropéennes|sociales?|territoriale|extérieures?"
    r"|intérieure"
    r"|religieuses|supérieur|durable|industriel|numérique|solidaire|culturelles))?"
)
_MINISTER: Final = re.compile(
    rf"\b[Mm]inistre(?:[ \u00a0][a-zà-ÿ-]+)?[ \u00a0]{_OF}{_FIELD}{_KIND}"
    rf"(?:(?:,|[ \u00a0]et)[ \u00a0](?:{_OF})?{_FIELD}{_KIND})*[ \u00a0]"
    rf"(?P<holder>{PLAIN_CAPITAL}{_FURTHER}{{0,4}})(?=[ \u00a0](?:s['’]|n['’])?[a-zà-ÿ(]|[,;:)]|\.[ \n]|\.$|$)"
)
# « la sénatrice PS du Nord »: what somebody stands for or governs is the department, no quarter of the sky
_SEAT: Final = re.compile(
    r"\b(?:[Ss]ous-)?(?:[Pp]réf[eè]te?|[Ss]énat(?:eur|rice)|[Dd]éputée?|[ÉEé]lue?|[Pp]rocureure?)s?"
    r"(?:[ \u00a0](?:[a-zà-ÿ-]{5,}|[A-Z]{2,}))?[ \u00a0]du[ \u00a0](?P<seat>Nord)"
    r"(?=[ \u00a0]?[,;:.()]|[ \u00a0][a-zà-ÿ])(?![ \u00a0](?:de|du|des)\b)"
)
_NO_PEOPLE: Final = (
    "organization_words",
    "place_words",
    "event_words",
    "work_words",
    "common_capitals",
    "function_words",
)


def french_holders(text: str) -> Iterator[Candidate]:
    """Yield the body and the holder of such rows, firm: neither reaches into the other."""
    for seat in _SEAT.finditer(text):
        yield Candidate(Span(*seat.span("seat")), EntityType.PLACE, 3.0, "rule:holder", firm=True)
    for row in _ROW.finditer(text):
        if not _is_body(row["body"]) or not _is_somebody(row["holder"]):
            continue
        yield Candidate(Span(*row.span("body")), EntityType.ORGANIZATION, 3.0, "rule:body-of-holder", firm=True)
        yield Candidate(Span(*row.span("holder")), EntityType.PERSON, 3.0, "rule:holder-of-body", firm=True)
    for row in _MINISTER.finditer(text):
        if _is_somebody(row["holder"]) and row["holder"] not in demonyms():
            yield Candidate(Span(*row.span("holder")), EntityType.PERSON, 3.0, "rule:minister", firm=True)


def _is_body(name: str) -> bool:
    first, *_, last = name.split()
    club = last.lower().startswith(("sporti", "athlét", "omnisport"))
    return first.lower() in _BODIES and not club and last.lower() not in lexicon()["function_words"]


def _is_somebody(name: str) -> bool:
    words = name.split()
    other = any(word.lower() in listed(*_NO_PEOPLE) or word in places() or word.isupper() for word in words)
    return not other and name not in known_by_form() and name not in places()
