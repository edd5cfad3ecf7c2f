"""Spots French names of bodies and votes of which a state has one: « l'armée syrienne », « l'équipe de France »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.capital_words import PLAIN_NAME
from kg.annotate.names.shapes import OF, VOTE, VOTES
from kg.lexicon.peoples import adjectives, peoples_adjectives
from kg.lexicon.tables import fold
from kg.model import EntityType, Span

_BODY: Final = (
    r"(?:armée|gouvernement|forces[ \u00a0]armées|banque[ \u00a0]centrale|marine|parlement|équipe|sélection|sénat"
    r"|relais|ministère|cour[ \u00a0](?:constitutionnelle|suprême)|assemblée[ \u00a0]nationale|télévision"
    r"|garde[ \u00a0]nationale|police)"
)
# « réalisateur de télévision français »: the adjective says who he is, not whose the television
_FEMININE: Final = (
    "armée",
    "banque",
    "marine",
    "équipe",
    "sélection",
    "cour",
    "assemblée",
    "télévision",
    "garde",
    "police",
)
_VOTE_OF = re.compile(
    rf"(?<![\w-])(?:(?i:élections?[ \u00a0]){VOTE}|{VOTES})[ \u00a0](?P<people>[a-zà-ÿ-]+)(?![\w-]| de)"
)
# « le gouvernement fédéral du Canada »
_BODY_OF = re.compile(
    r"(?<![\w-])(?i:gouvernement|parlement|armée|banque[ \u00a0]centrale|sénat|assemblée|cour[ \u00a0]constitutionnelle"
    r"|cour[ \u00a0]suprême|conseil[ \u00a0]constitutionnel|chambre[ \u00a0]des[ \u00a0]députés)"
    rf"(?:[ \u00a0](?:fédéral|national|central|constituant)e?)?[ \u00a0]{OF}(?P<land>{PLAIN_NAME})"
)
_NATIONAL = re.compile(rf"(?<![\w-])(?i:{_BODY})[ \u00a0](?P<people>[a-zà-ÿ-]+)(?![\w-])")
# « une milice armée ougandaise », « la branche armée palestinienne »: armed, no army
_ARMED: Final = re.compile(r"armée\b")
_NOUN_BEFORE: Final = re.compile(
    r"\b(?!cette|notre|votre|toute|ancienne|grande|jeune|nouvelle|autre|première|seule|propre)[a-zà-ÿ]{5,}[ \u00a0]$"
)
_TEAM = re.compile(
    rf"(?<![\w-])(?:(?i:équipes?)|XV|(?<=[Ll]e[ \u00a0])(?i:quinze))[ \u00a0]{OF}(?P<land>{PLAIN_NAME})"
    r"(?:[ \u00a0](?:féminine|masculine|olympique|espoirs))?"
    r"(?:[ \u00a0]de[ \u00a0](?!l[ae]\b)[a-zé]{3,}(?:[ \u00a0](?:dames|hommes|messieurs))?)?"
)
# « le parti socialiste », « le parti communiste chinois »: written small as often as not
_PARTY = re.compile(
    r"(?<![\w-])parti[ \u00a0](?:socialiste|communiste|démocrate|républicain|conservateur|travailliste|libéral|radical"
    r"|écologiste|nationaliste|centriste|social-démocrate|chrétien-démocrate|justicialiste|québécois|islamiste"
    r"|(?:de[ \u00a0]la|d[eu]s?)[ \u00a0](?:Travailleurs?|Travail|Peuple|Liberté|Justice|Progrès|Indépendance|Centre"
    r"|Réforme))"
    r"(?:[ \u00a0](?P<people>[a-zà-ÿ-]+)(?![\w-]))?"
)


def national_bodies(text: str) -> Iterator[Candidate]:
    """Yield « l'armée syrienne », « l'équipe de France »: bodies and votes of which a state has one."""
    for pattern, kind in ((_NATIONAL, EntityType.ORGANIZATION), (_VOTE_OF, EntityType.EVENT)):
        for match in pattern.finditer(text):
            agrees = match["people"].endswith("e") or not match.group().lower().startswith(_FEMININE)
            agrees = agrees and not (
                _ARMED.match(match.group()) and _NOUN_BEFORE.search(text, max(0, match.start() - 20), match.start())
            )
            if agrees and fold(match["people"]).replace("-", " ") in peoples_adjectives():
                yield firm_name(Span(*match.span()), kind, "rule:national")
    yield from _parties(text)
    for pattern in (_BODY_OF, _TEAM):
        for match in pattern.finditer(text):
            if fold(match["land"]) in adjectives():
                yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:national")


def _parties(text: str) -> Iterator[Candidate]:
    for match in _PARTY.finditer(text):
        whole = match["people"] and fold(match["people"]).replace("-", " ") in peoples_adjectives()
        end = match.end() if whole or not match["people"] else match.start("people") - 1
        yield firm_name(Span(match.start(), end), EntityType.ORGANIZATION, "rule:national")
