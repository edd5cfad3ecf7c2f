"""Tells of which town « le maire » is, where the text says it elsewhere: its « maire de Lyon », or its only town."""

from collections import Counter
from typing import Final

from kg.extract.coreference.nouns import holds
from kg.extract.frames.load import Trigger
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries
from kg.lexicon.tables import COUNTRY, places
from kg.model import EntityType, Participant
from kg.model.annotation import Token

_STATES: Final = ("république", "état", "gouvernement", "pays", "royaume", "parlement", "conseil")
_OWN: Final = ("son", "sa", "ses", "leur")
LEAD: Final = 3  # times as often as the next country


def state_of(reading: Reading, site: Site) -> Participant | None:
    """Return the country that « le président » is of: the only one that the text names, or names far more often.

    English papers call the presidents of their own land so wherever they are told of: there it must be the only one.
    """
    named: Counter[str] = Counter()
    for references in reading.references.values():
        found = [r.entity for r in references if reading.entities[r.entity].type is EntityType.PLACE]
        named.update(i for i in found if places().get(reading.entities[i].name, 0.0) >= COUNTRY)
    ranked = named.most_common(2)
    rival = max(ranked[1][1] if len(ranked) > 1 else 0, _by_people(reading, ranked[0][0]) if ranked else 0)
    leads = rival == 0 or (reading.language == "fr" and ranked[0][1] >= LEAD * rival)
    clear = bool(ranked) and ranked[0][1] >= 2 and leads
    others = [t for t in site.sentence.children(site.token, "conj") if t.name is None]
    of = list(site.sentence.children(site.token, "nmod"))
    of += [t for o in others for t in site.sentence.subtree(o) if t.dep == "nmod"]  # « président et chef de la chaîne »
    if not clear or any(t.name is not None or _other_body(t) for t in of):
        return None
    place = reading.entities[ranked[0][0]]
    return Participant(place.name, place.id, place.type)


def _by_people(reading: Reading, best: str) -> int:
    """Return how often adjectives speak of the other country that they speak of most: « l'armée irakienne »."""
    if reading.language != "fr":
        return 0
    table, own = countries("fr"), reading.entities[best].name
    told = (t for s in reading.annotation.sentences for t in s.tokens if t.pos == "ADJ" or t.name is not None)
    words = (word for token in told for word in token.lower.split())
    spoken = Counter(table[word] for word in words if word in table and table[word] != own)
    return max(spoken.values(), default=0)


def _other_body(noun: Token) -> bool:
    """Tell « de la province », « du comité » from « de la République » and from portfolios."""
    return noun.lower not in _STATES and holds(noun)


def stands_for(reading: Reading, site: Site, trigger: Trigger, role: str) -> bool:
    """Tell whether words of the text stand for a role that nobody known fills: « son directeur », « du groupe ».

    « ministre de François Hollande » does not say whose the office is, but who gave it.
    """
    people = {n for n, name in enumerate(reading.annotation.names) if name.type is EntityType.PERSON}
    functions = dict(trigger.roles).get(role, ())
    children = site.sentence.children(site.token)
    own = (child.lower in _OWN or child.dep == "nmod:poss" for child in children)  # "the town's mayor"
    of = (t for f in functions if f in ("de", "à") for t in with_preposition(site.sentence, site.token, f))
    after = [t for t in of if t.index > site.token.index and t not in site.words]
    after = [t for t in after if not (t.name is not None and t.name in people and "state" in functions)]
    served = site.token.lower.startswith("ministre")  # « son ministre de la Justice »: of whom he served
    return ("poss" in functions and any(own) and not served) or any(
        t.name is not None or (holds(t) and _certain(reading, site, t)) for t in after
    )


def _certain(reading: Reading, site: Site, noun: Token) -> bool:
    """Tell « chef de la police » from « chef de police », which says what kind of chief."""
    joints = {c.lower for c in site.sentence.children(noun, "case")}
    return reading.language != "fr" or any(site.sentence.children(noun, "det")) or not joints <= {"de", "d'", "d’"}


def seat_of(reading: Reading, site: Site) -> Participant | None:
    """Return the place that « le maire » is of: the one it is said to be of elsewhere, else the one named most."""
    title, french = site.token, reading.language == "fr"
    if french and not any(child.pos == "DET" for child in site.sentence.children(title, "det")):
        return None
    said: set[str] = set()
    named: Counter[str] = Counter()
    for (number, index), references in reading.references.items():
        sentence = reading.annotation.sentences[number]
        token = sentence.tokens[index]
        found = [r.entity for r in references if reading.entities[r.entity].type is EntityType.PLACE]
        named.update(i for i in found if places().get(reading.entities[i].name, 0.0) < COUNTRY)
        head = sentence.head(token)
        same = head is not None and head.lower[:4] == title.lower[:4]  # « maire », « mairie », « mairesse »
        if same and preposition(sentence, token) in ("de", "of"):
            said.update(found)
    if not said and french:
        said = _fronted(reading, site) or _named_most(named)
    best = said if len(said) == 1 else set()
    if not best:
        return None
    place = reading.entities[best.pop()]
    return Participant(place.name, place.id, place.type)


def _fronted(reading: Reading, site: Site) -> set[str]:
    """Return the town that opens the sentence: « À Brest, le maire sortant a … »."""
    opening = site.sentence.tokens[:3]
    if len(opening) < 3 or opening[0].lower not in ("à", "a") or opening[2].text != ",":
        return set()
    found = {r.entity for r in reading.referents(site.sentence, opening[1])}
    return {
        i
        for i in found
        if reading.entities[i].type is EntityType.PLACE and places().get(reading.entities[i].name, 0.0) < COUNTRY
    }


def _named_most(named: Counter[str]) -> set[str]:
    """Return the place that is named more often than any other, if that is more than once."""
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return set()
    return {ranked[0][0]}
