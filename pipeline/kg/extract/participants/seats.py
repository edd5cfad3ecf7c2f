"""Tells of which town « le maire » is, where the text says it elsewhere: its « maire de Lyon », or its only town.

In English it is the town whose council or police the text names: "the Leeds City Council".

And of which region "the governor" is: the only one that the text names.
"""

import re
from collections import Counter
from typing import Final

from kg.extract.coreference.nouns import holds
from kg.extract.frames.load import Trigger
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.neighbours.lands_told import country_of
from kg.extract.participants.holding import anothers
from kg.extract.reading import Reading
from kg.lexicon.tables import COUNTRY, places, regions
from kg.model import EntityType, Participant
from kg.model.annotation import Token

_OWN: Final = ("son", "sa", "ses", "leur")
_GOVERNORS: Final = ("governor", "gov.", "gov", "gouverneur", "gouverneure")
_OF_COUNTIES: Final = ("deputy", "deputies", "sheriff", "undersheriff", "attorney", "coroner")
_COUNTY: Final = re.compile(
    r"\b((?:[A-Z][\w.'-]+ ){1,3}County)(?:['’]s)? "
    r"(?:[Dd]istrict [Aa]ttorney|[Ss]heriff|[Dd]eput|[Pp]rosecutor|[Cc]oroner)"
)
# What is named after its town, and the town within
_OF_TOWN: Final = re.compile(
    r"(?:City|Town|Village|Municipality|Borough) of (?P<of>.+)"
    r"|(?P<before>.+?) (?:(?:City|Town|Village|Borough|Metro) (?:Council|Hall)|Police(?: Department)?|Fire Department)"
)


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
    if not said and french and title.lower in _GOVERNORS:
        said = _only_region(reading, site)
    elif not said:
        said = (_fronted(reading, site) or _named_most(named)) if french else _told_by_body(reading, site)
    best = said if len(said) == 1 else set()
    if not best:
        return None
    place = reading.entities[best.pop()]
    other = anothers(reading, site, lambda word: word in place.name.lower().split())
    return Participant(place.name, place.id, place.type) if not other else None


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


def _told_by_body(reading: Reading, site: Site) -> set[str]:
    """Return the only town that bodies of the text are named after; of a governor the only region."""
    if site.token.lower in _GOVERNORS:
        return _only_region(reading, site)
    if site.token.lower in _OF_COUNTIES:
        return _only_county(reading)
    towns = {e.name.casefold(): e.id for e in reading.of_type(EntityType.PLACE)}
    found = (_OF_TOWN.fullmatch(e.name.removeprefix("the ")) for e in reading.of_type(EntityType.ORGANIZATION))
    named = {name for match in found if match for name in (match["of"] or match["before"],) if name not in regions()}
    name = named.pop() if len(named) == 1 else ""
    if 0.0 < places().get(name, 0.0) < COUNTRY and name.casefold() not in towns:
        return {country_of(reading, name).id}
    return {towns[name.casefold()]} if name.casefold() in towns else set()


def _only_county(reading: Reading) -> set[str]:
    """Return the only county whose sheriff, deputies or prosecutors the text speaks of: "a Harris County deputy"."""
    named = {m[1] for m in _COUNTY.finditer(reading.text)}
    found = {e.id for e in reading.of_type(EntityType.PLACE) if e.name in named}
    return found if len(named) == 1 else set()


def _only_region(reading: Reading, site: Site) -> set[str]:
    """Return the only region that an English text names, for its governor; banks have governors too."""
    if "central bank" in reading.text:
        return set()
    named = {e.id for e in reading.of_type(EntityType.PLACE) if e.name in regions()}
    return named if len(named) == 1 and site.token.lower in _GOVERNORS else set()


def _named_most(named: Counter[str]) -> set[str]:
    """Return the place that is named more often than any other, if that is more than once."""
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return set()
    return {ranked[0][0]}
