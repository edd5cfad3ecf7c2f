"""Spots French names of events that tell what happened, and where or when: « l'attentat de Nice », « le vol 2933 »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.capital_words import PLAIN_CAPITAL, PLAIN_NAME
from kg.annotate.names.shapes import OF
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import PLACE_WEIGHT, first_names, lexicon, places
from kg.model import EntityType, Span

_THE: Final = re.compile(r"(?:\b[LlDd]['’] ?|\b(?:[DdAa]u|[LlDd]es|[Ll][ae]|[Aa]ux)[ \u00a0](?:double[ \u00a0])?)$")
_CLAIMED: Final = re.compile(r"\b[Rr]evendi\w+[ \u00a0](?:l['’] ?|les[ \u00a0])$")  # who attacked where: no name
_MONTH: Final = r"(?:janvier|février|mars|avril|mai|[Jj]uin|[Jj]uillet|août|[Ss]eptembre|octobre|[Nn]ovembre|décembre)"
_STRUCK: Final = r"\b(?:[Aa]ttentats?|attaques?(?:[ \u00a0]terroristes?)?|fusillade|tuerie|massacre|bataille|séisme)"
# « l'attentat du 14-Juillet de Nice », « les attentats du 13 novembre 2015 », « les attentats de janvier 2015 »
_DAY: Final = (
    rf"(?:(?:du|des)[ \u00a0](?:\d{{1,2}}(?:er)?[- \u00a0])|de[ \u00a0]|d['’]){_MONTH}(?:[ \u00a0](?:19|20)\d\d)?"
)
_ATTACK: Final = re.compile(
    rf"{_STRUCK}[ \u00a0](?:(?P<day>{_DAY})|{OF}(?P<place>{PLAIN_NAME}))(?:[ \u00a0]{OF}(?P<town>{PLAIN_NAME}))?"
)
# « de triathlon d'hiver », « de ski alpin », « d'athlétisme »
SPORT: Final = (
    r"(?:[ \u00a0](?:de[ \u00a0](?!l[ae]\b|l['’])|d['’] ?)[a-zé-]{3,}(?:[ \u00a0](?:d['’]hiver|d['’]été"
    r"|(?:en|sur)[ \u00a0](?:route|piste|glace|salle)|(?:longue|courte)[ \u00a0]distance|alpin|artistique|nordique"
    r"|de[ \u00a0](?:fond|vitesse)|féminine?|masculine?|dames|hommes|messieurs|juniors?|espoirs))?)"
)
_YEAR: Final = r"(?:[ \u00a0](?:19|20)\d\d(?:[-–]\d{2,4})?(?![\w%€$]))"
# « les championnats du monde de triathlon d'hiver », « la coupe du monde de ski 2017 »
_CUP: Final = re.compile(
    r"(?<![\w-])(?i:championnats?|coupe|séries|circuit)[ \u00a0](?:du[ \u00a0]monde|mondial(?:es?)?)"
    rf"(?:{SPORT}{_YEAR}?|{_YEAR})"
)
_GAMES: Final = re.compile(
    r"(?<![\w-])(?:[Jj]eux[ \u00a0](?:[Oo]|[Pp]ar)[a-z]*lympiques|JOP?)(?:[ \u00a0]d['’](?:été|hiver))?"
    rf"[ \u00a0](?:{OF}{PLAIN_NAME}{_YEAR}|(?:de[ \u00a0]|d['’]){PLAIN_NAME})"
    r"|(?<![\w-])(?:JOP?|CAN|Mondial|Euro)[ \u00a0-](?:19|20)\d\d(?![\w-])"
)
# « l'affaire Fillon », « le procès Barbarin »
_AFFAIR: Final = re.compile(rf"(?<![\w-])(?i:affaire)[ \u00a0](?:de[ \u00a0]l['’])?(?!M\b|Mme\b){PLAIN_NAME}")
# « le vol 2933 de la LaMia », « le vol MH370 »
_FLIGHT: Final = re.compile(
    rf"(?<![\w-])(?i:vol)[ \u00a0](?:[A-Z]{{2}}[ \u00a0]?)?\d{{2,4}}(?:[ \u00a0]{PLAIN_NAME})?(?![\w-])"
)
_OF_DAY: Final = re.compile(
    r"(?<![\w-])(?:\d{1,3} ?e[ \u00a0])?(?i:journées?)[ \u00a0](?:mondiale|internationale|nationale|européenne)s?"
    rf"[ \u00a0]{OF}(?!l[ae]s?\b)[\w-]+"
    rf"(?:[ \u00a0](?:{OF}(?!l[ae]s?\b)[a-zà-ÿ-]+|[a-z]+(?:que|al|ale|ive|aire|elle)s?\b))?"
)
# « la journée Assia Djebar »
_NAMED: Final = re.compile(rf"(?<![\w-])(?i:journée|semaine)[ \u00a0](?P<first>{PLAIN_CAPITAL})[ \u00a0]{PLAIN_NAME}")
_REFERENDUM: Final = re.compile(
    rf"\b[Rr]éférendum[ \u00a0]sur[ \u00a0](?:la[ \u00a0]|le[ \u00a0]|l['’] ?)[a-zà-ÿ-]+[ \u00a0]{OF}{PLAIN_NAME}"
)
# « l'acte V des gilets jaunes », a day of marches; those of a play have no movement beside them
_ACT: Final = re.compile(r"(?<![\w-])[Aa]cte[ \u00a0][IVXL]+(?![\w-])")
_MOVEMENT: Final = re.compile(r"[Gg]ilets? [Jj]aunes?")
_SURE: Final = 9.0  # « le vol 2933 LaMia Airlines »: what the name of the firm inside says is nothing


def french_events(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    acts = (_ACT,) if _MOVEMENT.search(text) else ()
    for pattern in (_CUP, _GAMES, _AFFAIR, _FLIGHT, _OF_DAY, *acts):
        for match in pattern.finditer(text):
            yield Candidate(Span(*match.span()), EntityType.EVENT, _SURE, "rule:french-event", firm=True)
    for match in _NAMED.finditer(text):
        if match["first"] in first_names():
            yield Candidate(Span(*match.span()), EntityType.EVENT, _SURE, "rule:french-event", firm=True)
    for match in (*_ATTACK.finditer(text), *_REFERENDUM.finditer(text)):
        before = text[max(0, match.start() - 28) : match.start()]
        end = _end(match) if _THE.search(before) and not _CLAIMED.search(before) else None
        if end is not None:
            yield firm_name(Span(match.start(), end), EntityType.EVENT, "rule:which-event")


def _end(match: re.Match[str]) -> int | None:
    """Return where the name of an event ends that a day or a place tells from others, or None."""
    told = match.groupdict()
    if "place" not in told or _town(told["town"]):
        return match.end()
    if told["day"]:
        return match.end("day")
    return match.end("place") if _town(told["place"]) else None


def _town(name: str | None) -> bool:
    """Tell a place below a country: who is attacked is no part of what happened (« l'attaque de la Syrie »)."""
    if not name or name in first_names() or name.lower() in lexicon()["organization_words"]:
        return False
    if places().get(name, 0.0) >= PLACE_WEIGHT["country"]:
        return False
    known = known_by_form().get(name)
    return name in places() or known is None or known.type is EntityType.PLACE
