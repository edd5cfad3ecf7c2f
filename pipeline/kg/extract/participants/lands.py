"""Tells of which land « le président », "the health minister" is, where nothing beside the post says it."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.nouns import holds
from kg.extract.frames.site import Site
from kg.extract.neighbours.lands_told import country_of, people_of
from kg.extract.participants.holding import anothers
from kg.extract.reading import Reading
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import countries
from kg.lexicon.tables import COUNTRY, fold, places
from kg.model import Entity, EntityType, Participant
from kg.model.annotation import Sentence, Token

LEAD: Final = 3  # times as often as the next country
MOST: Final = 3 / 4  # of all that is said of countries; papers call their own president so wherever they tell of him
# Names that only texts on the United States have without its name, those on the United Kingdom theirs
_AMERICAN: Final = frozenset(("White House", "Pentagon", "Capitol Hill", "Oval Office", "FBI", "CIA"))
_BRITISH: Final = frozenset(("Downing Street", "Number 10", "Whitehall", "Home Office", "House of Lords"))
# Who has ministers: "Kenyan President Jane Miller … her foreign minister"
_RULERS: Final = frozenset("president minister premier chancellor king queen emir sultan taoiseach leader".split())
# Offices that only one land has, whatever other land the text is about
_OF_ONE_LAND: Final = {"taoiseach": "Ireland", "tánaiste": "Ireland"}
_DEVOLVED: Final = ("Scotland", "Wales", "Northern Ireland")  # which have first ministers
# Lands of France, whose ministers and president are those of France
_OVERSEAS: Final = frozenset(
    """Mayotte Guadeloupe Martinique Guyane Réunion Nouvelle-Calédonie Saint-Martin Saint-Barthélemy""".split()
) | {"La Réunion", "Polynésie française", "Wallis-et-Futuna", "Saint-Pierre-et-Miquelon"}
_MANY: Final = 4
_STATES: Final = ("république", "état", "etat", "gouvernement", "pays", "royaume", "parlement", "conseil")
# Ministers of a part of the land, of no government, of a party or of a house that this word makes of them.
_OTHERS: Final = frozenset(
    """state states chief first shadow opposition provincial regional territorial local party company club board
    press private general permanent council assembly senior executive campaign union federation league
    academy""".split()
)


def state_of(reading: Reading, site: Site) -> Participant | None:
    """Return the country that « le président » is of: the only one that the text names, or names far more often."""
    if reading.language != "fr":
        land = _told_of(reading, site)
        return Participant(land.name, land.id, land.type) if land is not None else None
    named: Counter[str] = Counter()
    sentences = reading.annotation.sentences
    for (number, _), references in reading.references.items():
        if sentences[number].inside is not None:
            continue  # « "Il y en a qui ont des comptes en Suisse" »: what somebody says is not what the text is about
        found = [r.entity for r in references if reading.entities[r.entity].type is EntityType.PLACE]
        lands = (i for i in found if reading.entities[i].name not in _OVERSEAS)
        named.update(i for i in lands if places().get(reading.entities[i].name, 0.0) >= COUNTRY)
    ranked = named.most_common(2)
    adjectives = _by_people(reading)
    own = reading.entities[ranked[0][0]].name if ranked else ""
    foreign = [reading.entities[i].name for i in named.elements()] + [*adjectives.elements()]
    foreign = [land for land in foreign if land != own]
    many = (
        len({*foreign}) >= _MANY and bool(ranked) and len(foreign) > ranked[0][1]
    )  # of a summit: many lands' ministers
    most = max((count for land, count in adjectives.items() if land != own), default=0)
    rival = max(ranked[1][1] if len(ranked) > 1 else 0, most if ranked else 0)
    leads = rival == 0 or (bool(ranked) and ranked[0][1] >= LEAD * rival)
    clear = bool(ranked) and ranked[0][1] >= 2 and leads and not many
    others = [t for t in site.sentence.children(site.token, "conj") if t.name is None]
    of = list(site.sentence.children(site.token, "nmod"))
    of += [t for o in others for t in site.sentence.subtree(o) if t.dep == "nmod"]  # « président et chef de la chaîne »
    if not clear or any(t.name is not None or _other_body(t) for t in of):
        return None
    place = reading.entities[ranked[0][0]]
    return Participant(place.name, place.id, place.type)


def _by_people(reading: Reading) -> Counter[str]:
    """Return how often adjectives speak of each country: « l'armée irakienne »."""
    table = countries("fr")
    told = (t for s in reading.annotation.sentences for t in s.tokens if t.pos == "ADJ" or t.name is not None)
    words = (word for token in told for word in token.lower.split())
    lands = (table.get(word) or table.get(word.removesuffix("s")) for word in words)  # « des drones américains »
    return Counter(land for land in lands if land is not None)


def _other_body(noun: Token) -> bool:
    """Tell « de la province », « du comité » from « de la République » and from portfolios."""
    return noun.lower not in _STATES and holds(noun)


def _told_of(reading: Reading, site: Site) -> Entity | None:
    """Return the country that an English text is about: the first it speaks of, by far the most, more than once.

    Nobody else may hold the office there: beside "Ukrainian President Jane Miller" no "President Smith" is Ukraine's.
    """
    if site.token.lower in _OF_ONE_LAND:  # "the British prime minister met Taoiseach Leo Varadkar"
        return country_of(reading, _OF_ONE_LAND[site.token.lower])
    if reading.lands is None:  # a long text tells of many ministers
        reading.lands = tuple(land for one in reading.annotation.sentences for land in _spoken_of(reading, one))
    spoken = reading.lands
    best, most = Counter(map(_one, spoken)).most_common(1)[0] if spoken else ("", 0)
    if most <= 1 or best != _one(spoken[0]) or most < MOST * len(spoken):
        return None
    if not _minister(site) and anothers(
        reading, site, lambda word: (land := _land(word)) is not None and _one(land) == best
    ):
        return None
    named = (e for e in reading.of_type(EntityType.PLACE) if _one(e.name) == best)
    return next(named, None) or country_of(reading, spoken[0])


def devolved_land(reading: Reading, site: Site) -> Participant | None:
    """Return the only part of the United Kingdom with a first minister that the text speaks of."""
    first = [word for word in site.words if word.lower == "first"]
    if reading.language != "en" or site.token.lower != "minister" or not first:
        return None
    table = countries("en")
    words = (t for s in reading.annotation.sentences for t in s.tokens if t.text[:1].isupper())
    told = {land for t in words for land in (t.text, table.get(t.lower, "")) if land in _DEVOLVED}
    if len(told) != 1:
        return None
    place = country_of(reading, told.pop())
    return Participant(place.name, place.id, place.type)


def served_land(reading: Reading, site: Site) -> Participant | None:
    """Return the country of "his foreign minister": that whose president or prime minister the text calls him."""
    owners = [c for c in site.sentence.children(site.token, "nmod:poss") if c.pos in ("PRON", "PROPN", "DET")]
    if reading.language != "en" or not _minister(site) or len(owners) != 1:
        return None
    who = {r.entity for r in reading.referents(site.sentence, owners[0])}
    told = {word for i in who for noun, words in reading.described.get(i, ()) if noun in _RULERS for word in words}
    named = {fold(e.name): e.name for e in reading.of_type(EntityType.PLACE)}
    found = {_one(land) for word in told if (land := _land(named.get(word, word))) is not None}
    if len(found) != 1:
        return None
    place = country_of(reading, found.pop())
    return Participant(place.name, place.id, place.type)


def _one(name: str) -> str:
    """Return one name for "US", "United States" and « États-Unis »."""
    known = known_by_form().get(name)
    return known.name if known is not None else name


def _spoken_of(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield the countries that a sentence speaks of, by name, by adjective or within a name: "U.S. Senate"."""
    for token in sentence.tokens:
        if not token.text[:1].isupper():
            continue  # "polish"
        if token.name is not None and token.text in _AMERICAN:
            yield "United States"
        if token.name is not None and token.text in _BRITISH:
            yield ""  # the land that it rules, which nothing names: no minister there is of the next best one
        if token.name is not None and reading.annotation.names[token.name].type is EntityType.EVENT:
            continue  # who was a minister until "the Iraq war" was none of Iraq's
        told = [_land(word) for word in token.text.split()] if token.name is not None else []
        people = people_of(reading, sentence, token) if token.name is None else token.text
        whole = _land(people) if people is not None else None
        yield from [whole] if whole is not None else (land for land in told if land is not None)


def _land(word: str) -> str | None:
    """Return the country of a name or an adjective."""
    name = countries("en").get(word.lower(), word)
    return name if max(places().get(name, 0.0), places().get(_one(name), 0.0)) >= COUNTRY else None


def in_government(site: Site) -> bool:
    """Tell "the health minister" from "state health minister", "shadow minister", "company secretary"."""
    own = {site.token.index, *(word.index for word in site.words)}
    kinds = ("compound", "amod", "nmod", "nmod:poss")
    beside = [c for c in site.sentence.children(site.token, *kinds) if c.index not in own]
    if any(c.name is not None or c.dep == "nmod:poss" or c.lower in _OTHERS for c in beside):
        return False
    articles = {c.lower for c in site.sentence.children(site.token, "det")}
    others = [c for c in site.sentence.children(site.token, "conj") if c.name is None]
    of = [t for o in others for t in site.sentence.subtree(o) if t.dep == "nmod"]  # "president and chief executive of"
    if articles & {"a", "an"} or of:
        return False  # "Jane Miller, a minister"
    charges = [c for c in beside if c.dep != "amod"]
    return bool(site.words or charges) if site.token.lower == "secretary" else not charges or _minister(site)


def _minister(site: Site) -> bool:
    """Tell ministers, of whom a government has many, from the prime minister."""
    if any(word.lower == "prime" for word in site.words):
        return False
    return site.token.lower.endswith(("minister", "secretary"))
