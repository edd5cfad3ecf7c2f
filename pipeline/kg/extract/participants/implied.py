"""Finds whose a post is where no name stands beside it: by an adjective of a country, or by what the text is about.

"Turkish Foreign Minister Cem Ozan" is of Turkey; "the chief executive, Jane Miller," in a text about one company is
that company's.
"""

from collections import Counter
from typing import Final

from kg.extract.coreference.nouns import holds
from kg.extract.coreference.sides import side_of
from kg.extract.coreference.unnamed import main_subjects
from kg.extract.frames.load import clause_verbs
from kg.extract.frames.means import PARTS
from kg.extract.frames.site import Site
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import hyphened
from kg.extract.neighbours.lands_told import country_of, people_of, town_of
from kg.extract.neighbours.parties import party_before
from kg.extract.participants.added_deals import buyer_before
from kg.extract.participants.ballots import ballot_before
from kg.extract.participants.disasters import disaster_told
from kg.extract.participants.lands import devolved_land, in_government, served_land, state_of
from kg.extract.participants.ministries import ministry
from kg.extract.participants.on_site import on_site
from kg.extract.participants.seats import seat_of
from kg.extract.participants.told_before import thither, told_before
from kg.extract.reading import Reading
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.lexicon.peoples import country_adjective, governed
from kg.lexicon.tables import COUNTRY, places, regions
from kg.model import Entity, EntityType, Participant
from kg.model.annotation import Token

# What may stand beside a post that is nobody's in particular: "former general manager", not "film director".
PLAIN: Final = frozenset(
    """the a an former then new current interim acting outgoing incoming late retired deputy vice chief executive
    managing general head finance financial operating artistic technology press associate assistant first its longtime
    police city fire caretaker campaign council board company firm team charity""".split()
)
# what begins a title, and its body
CHAMBERS: Final = {"council": "council", "cllr": "council", "sen": "senate", "commissioner": "commission"}
_OTHER_COMMISSIONERS: Final = frozenset("police fire county health city information high assistant deputy".split())
KINDS: Final = frozenset("military army navy government".split())
SITES: Final = frozenset(
    "hall courthouse building stadium arena center centre school street square".split()
)  # no towns
PAPERS: Final = frozenset("news press times post daily tribune herald gazette agency journal".split())
LEAD: Final = 1.5  # times the mentions of the next body from which on the text is about one
NEAR: Final = 3  # sentences
_SPEAKERS: Final = frozenset("spokesman spokeswoman spokesperson porte-parole".split())
_CAPITAL: Final = frozenset("capital parts actions titres participation".split())


def implied(reading: Reading, site: Site, function: str) -> list[Participant]:
    """Return who fills one of these functions; nobody where it is not clear."""
    if function in _TOLD_EARLIER:
        return _TOLD_EARLIER[function](reading, site)
    if function == "partyword":
        party = party_before(reading, site.sentence, site.token)
        return [Participant(party.name, party.id, party.type)] if party is not None else []
    served = (served_land(reading, site) or devolved_land(reading, site)) if function == "state" else None
    if served is not None:
        return [served]
    if function == "state" and reading.language != "fr" and not in_government(site):
        return []  # "club president Jane Miller"
    if function == "implied" and not _may_be_implied(reading, site):
        return []
    if function in ("seat", "state"):
        return _seat(reading, site, function)
    ways = {"team": _national_team, "nation": _nation}
    return ways.get(function, _about)(reading, site)


def _seat(reading: Reading, site: Site, function: str) -> list[Participant]:
    """Return the town or the land of an office; none for « Leur ancienne présidente », whoever they are."""
    if _another_owns(reading, site):
        return []
    town = seat_of(reading, site) if function == "seat" else state_of(reading, site)
    return [town] if town is not None else []


def _another_owns(reading: Reading, site: Site) -> bool:
    """Tell « leur présidente », "governor of the central bank": nothing says that it is a land's or a town's."""
    if reading.language == "en":
        return any(t.name is None and holds(t) for t in with_preposition(site.sentence, site.token, "of"))
    return reading.language == "fr" and any(
        t.lower in ("leur", "leurs") for t in site.sentence.children(site.token, "det")
    )


def _may_be_implied(reading: Reading, site: Site) -> bool:
    """Tell a bare share or result, an English post, « le PDG, Paul Martin »: French titles often take up another's."""
    if site.kind == "verb":
        return _bare_result(site) if reading.language == "en" else _bare_share(site)
    own = any(t.lower in FRENCH_POSSESSIVES for t in site.sentence.children(site.token, "det"))
    return reading.language != "fr" or (not own and _bears_name(site))


def _bears_name(site: Site) -> bool:
    """Tell « le fondateur et PDG, Paul Martin », « Paul Martin, le fondateur et PDG » from « l'ami du fondateur »."""
    sentence, noun = site.sentence, site.token
    first = sentence.tokens[noun.head] if noun.dep == "conj" else noun
    for title in (first, *sentence.children(first, "conj")):
        above = sentence.tokens[title.head]
        beside = any(t.name is not None for t in sentence.children(title, "appos", "flat"))
        if title.pos == "NOUN" and (beside or (title.dep == "appos" and above.name is not None)):
            return True
    return False


def _nation(reading: Reading, site: Site) -> list[Participant]:
    """Return the country of the adjective, also after a portfolio: « ministre des Finances danois »."""
    sentence, noun = site.sentence, site.token
    after = (c for c in sentence.children(noun, "nmod") if c.name is None and c.index > noun.index)
    # not « de la société danoise »; « secrétaire d'État américain » is of the United States
    portfolio = [c for c in after if reading.language == "fr" and (c in site.words or not holds(c))]
    joined = hyphened(sentence, noun) if noun.pos == "VERB" else None  # "the Indian-born comedian"
    country = people_of(reading, sentence, joined) if joined is not None else None
    if joined is not None and country is not None:
        place = country_of(reading, country)
        return [Participant(place.name, place.id, place.type, joined.span)]
    for head in [noun, *(word for word in site.words if word.pos == "NOUN"), *portfolio]:
        for child in sentence.children(head, "amod", "compound", "nmod", "appos", "dep", "flat", "xcomp"):
            country = people_of(reading, sentence, child) or _governed(reading, child)
            if country is not None and not preposition(sentence, child):
                place = country_of(reading, country)
                first = Participant(place.name, place.id, place.type, child.span)
                return _in_turn(reading, site, child, first) if reading.language == "en" and noun.plural else [first]
    return []


def _governed(reading: Reading, word: Token) -> str | None:
    """Return the region with ministers of its own, named in the text, of « le premier ministre québécois »."""
    region = town_of(reading, word)
    named = region in governed() and any(entity.name == region for entity in reading.entities.values())
    return region if named else None


def _national_team(reading: Reading, site: Site) -> list[Participant]:
    """Return the national team that the text names for « le sélectionneur français », « l'entraîneur français X »."""
    words = site.sentence.children(site.token, "amod") if reading.language == "fr" else ()
    lands = [land for c in words if (land := country_adjective(c.lower)) is not None]
    team = side_of(reading, lands[0]) if len(lands) == 1 else None
    known = team is not None and team.type is EntityType.ORGANIZATION
    return [Participant(team.name, team.id, team.type)] if team is not None and known else []


def _in_turn(reading: Reading, site: Site, word: Token, first: Participant) -> list[Participant]:
    """Return the lands of "Greek and Turkish foreign ministers, A and B": as many as are named, one for each."""
    sentence = site.sentence
    lands = [(t, people_of(reading, sentence, t)) for t in sentence.children(word, "conj")]
    told = [(t, country_of(reading, land)) for t, land in lands if land is not None]
    named = [t for child in sentence.children(site.token, "appos") for t in conjuncts(sentence, child)]
    if told and len(told) + 1 != sum(t.name is not None for t in named):
        return []
    return [first, *(Participant(place.name, place.id, place.type, t.span) for t, place in told)]


def _court(reading: Reading, site: Site) -> list[Participant]:
    """Return the court or chamber that the text named last before "Judge Jane Miller", "Councilmember Jane Miller"."""
    title = "council" if site.token.lower == "coun" else site.token.lower
    beside = {c.lower for c in site.sentence.children(site.token, "compound", "amod")}
    if title == "commissioner" and (beside & _OTHER_COMMISSIONERS or any(site.sentence.children(site.token, "det"))):
        return []
    word = next((body for begin, body in CHAMBERS.items() if title.startswith(begin)), "court")
    if any(child.lower == "district" for child in site.sentence.children(site.token, "compound")):
        word = "district"  # "U.S. District Judge Jane Miller" sits on no supreme court
    before = [n for n, name in enumerate(reading.annotation.names) if name.span.start < site.token.span.start]
    for index in reversed(before):
        entity = reading.entities[reading.names[index]] if index in reading.names else None
        words = entity.name.lower().split() if entity is not None else []
        part = words[-1:] == ["committee"]  # no senator is one of the Senate Finance Committee
        if entity is not None and entity.type is EntityType.ORGANIZATION and word in words and not part:
            return [Participant(entity.name, entity.id, entity.type)]
    return []


def _about(reading: Reading, site: Site) -> list[Participant]:
    """Return the body that the text speaks of most up to here, where it leads clearly and was mentioned of late."""
    if not _alone(site):
        return []
    kind = EntityType.PLACE if _of_town(site) else EntityType.ORGANIZATION
    opening = _opening_town(reading, site) if kind is EntityType.PLACE else None
    if opening is not None:
        return [opening]
    told = _told_before(reading, site, kind)
    if not told:
        return []
    speaking = _spoke_before(reading, site) if site.token.lower in _SPEAKERS else None
    if speaking is not None or (reading.language == "fr" and site.token.lower in _SPEAKERS):
        return [speaking] if speaking is not None else []
    (best, most), *others = Counter({who: len(sentences) for who, sentences in told.items()}).most_common(2)
    clear = not others or most >= LEAD * others[0][1]
    if not clear or max(told[best]) < site.sentence.index - NEAR or _passing(kind, told[best]):
        return []
    entity = reading.entities[best]
    return [Participant(entity.name, entity.id, entity.type)]


def _opening_town(reading: Reading, site: Site) -> Participant | None:
    """Return Leeds of "In Leeds, Mayor Paul Hart accused the firm": where the sentence is, he is mayor."""
    first, town, comma = [*site.sentence.tokens[:3], None, None, None][:3]
    if first is None or town is None or comma is None or first.lower != "in" or comma.text != ",":
        return None
    entity = reading.entities.get(reading.names.get(town.name, "")) if town.name is not None else None
    if entity is None or entity.type is not EntityType.PLACE or not _may_be_meant(reading, entity, partisan=False):
        return None
    return Participant(entity.name, entity.id, entity.type) if entity.name not in regions() else None


def _spoke_before(reading: Reading, site: Site) -> Participant | None:
    """Return the body of "Novatel said … . "…," spokesman Paul Hart wrote": for whom somebody goes on speaking."""
    told = reading.annotation.sentences[: site.sentence.index]
    last = next((s for s in reversed(told) if s.inside is None and s.span.end <= site.token.span.start), None)
    if last is None or last.paragraph != site.sentence.paragraph:
        return None
    verb = next((t for t in last.tokens if t.dep == "ROOT"), None)
    subjects = main_subjects(last)
    if verb is None or len(subjects) != 1 or verb.lower not in clause_verbs(reading.language, "saying", "quoting"):
        return None
    found = [reading.entities[r.entity] for r in reading.referents(last, subjects[0])]
    bodies = [e for e in found if e.type is EntityType.ORGANIZATION and reading.kinds.get(e.id) != "media"]
    return Participant(bodies[0].name, bodies[0].id, bodies[0].type) if len(bodies) == len(found) == 1 else None


def _told_before(reading: Reading, site: Site, kind: EntityType) -> dict[str, set[int]]:
    """Return whose post it may be, of a kind, with the sentences up to here that speak of each."""
    partisan = any(word.lower == "party" for word in site.words)
    own = _taking_part(reading, site)
    kinds = KINDS & {c.lower for c in site.sentence.children(site.token, "compound", "amod")}  # "military spokesman"
    told: dict[str, set[int]] = {}
    here = (site.sentence.index, site.token.index)
    for (at, index), references in reading.references.items():
        for reference in references:
            entity = reading.entities[reference.entity]
            other = (at, index) < here and entity.type is kind and entity.id not in own
            meant = other and kinds <= {*entity.name.lower().split()}
            if meant and _may_be_meant(reading, entity, partisan=partisan):
                told.setdefault(entity.id, set()).add(at)
    towns = {who: at for who, at in told.items() if reading.entities[who].name not in regions()}
    return towns or told  # "Officials in Uvalde, Texas": states have no mayors


def _bare_share(site: Site) -> bool:
    """Tell « détient 28 % du capital », « cède ses parts », where nothing says of which company."""
    level = deep_object(site.sentence, site.token)[:1]
    while level and level[0].lower in PARTS:
        below = [t for t in site.sentence.children(level[0], "nmod", "obl", "acl") if t.index > level[0].index]
        if not below:
            return level[0].lower in _CAPITAL
        level = below[:1] if len(below) == 1 else []
    return False


def _bare_result(site: Site) -> bool:
    """Tell "Revenue fell 11% to 4 billion euros", which is of the company that the text is about."""
    found = surface_subject(site.sentence, site.token)[:1]
    own = [c for noun in found for c in site.sentence.children(noun, "compound", "nmod", "nmod:poss", "acl", "det")]
    return bool(found) and all(c.name is None and c.dep == "compound" for c in own) and site.token.dep == "ROOT"


def _taking_part(reading: Reading, site: Site) -> frozenset[str]:
    """Return whoever a verb's own clause speaks of: nobody owns a share of himself; « ses parts » may be of either."""
    if site.kind != "verb":
        return frozenset()
    clause = (*site.sentence.subtree(site.token), *surface_subject(site.sentence, site.token))
    return frozenset(r.entity for t in clause if t.pos != "DET" for r in reading.referents(site.sentence, t))


def _passing(kind: EntityType, told: set[int]) -> bool:
    """Tell a place that is named once, further down: whatever place."""
    return kind is EntityType.PLACE and len(told) < 2 and min(told) > 0


def _may_be_meant(reading: Reading, entity: Entity, *, partisan: bool) -> bool:
    """Tell whether a body or town may have a post without saying so: no country; papers are named as sources."""
    if entity.type is EntityType.PLACE:
        return entity.name.rpartition(" ")[2].lower() not in SITES and places().get(entity.name, 0.0) < COUNTRY
    kind = reading.kinds.get(entity.id)
    paper = kind == "media" or entity.name.rpartition(" ")[2].lower() in PAPERS
    return kind == "party" if partisan else not paper


def _alone(site: Site) -> bool:
    """Tell whether nothing beside the post says whose it is, in words that stand for no entity that was found."""
    own = {site.token.index, *(word.index for word in site.words)}
    beside = [
        c for c in site.sentence.children(site.token, "compound", "amod", "nmod", "nmod:poss") if c.index not in own
    ]
    return all(_says_nothing(site, child) for child in beside)


def _says_nothing(site: Site, child: Token) -> bool:
    plain = child.lower in PLAIN or child.dep == "amod"
    return child.name is None and plain and not preposition(site.sentence, child)


def _of_town(site: Site) -> bool:
    """Tell a post that towns have, not companies; a chief fire officer is of a service."""
    words = {site.token.lower, *(w.lower for w in site.words)} - ({"fire"} if site.token.lower == "officer" else set())
    return bool({"mayor", "sheriff", "police", "fire", "city"} & words)


_TOLD_EARLIER: Final = {
    "before": told_before,
    "court": _court,
    "there": on_site,
    "thither": thither,
    "ministry": ministry,
    "disaster": disaster_told,
    "ballot": ballot_before,
    "buyer": buyer_before,
}
