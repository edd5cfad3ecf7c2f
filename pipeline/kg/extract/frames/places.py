"""Finds the named place in which something happens."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import happenings, names_person, names_place
from kg.extract.frames.holders import at_which
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import OCCASIONS, preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.lexicon.tables import PLACE_WEIGHT, places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

IN_PLACE: Final = (
    "à",
    "en",
    "dans",
    "sur",
    "près de",
    "au large de",
    "devant",
    "vers",
    "in",
    "at",
    "near",
    "on",
    "outside",
    "through",
    "off",
)
_SIDES: Final = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east
    south-west offshore""".split()
)
_REACH: Final = 18  # tokens
_DURING: Final = (*OCCASIONS, "during")
_NEAR: Final = ("à", "dans", "près de", "at", "in", "near", "off", "outside")
# What is a part of an event, in which it takes place itself
_ROUNDS: Final = frozenset(
    """finale demi-finale demi-finales étape manche épreuve épreuves édition cérémonie ouverture clôture tour prologue
    match journée lancement coup phase championnat championnats compétition""".split()
)
_BETWEEN: Final = (
    "from",
    "to",
    "for",
    "with",
    "by",
    "against",
    "about",
    "bound for",
)  # "on a flight from Oslo to Riga"
_NEARBY: Final = ("near", "outside", "près", "close", "north", "south", "east", "west")
# What is held to talk: « sur » tells of what
_TALKS: Final = frozenset("conférence sommet congrè forum colloque réunion débat séminaire".split())
# « en provenance de Nice »
_ISLANDS: Final = ("Barbade", "Dominique", "Jamaïque", "Grenade")  # « à la Barbade »
_WAYS: Final = frozenset("provenance direction destination route".split())


def where(reading: Reading, site: Site) -> list[Token]:
    """Return the named place in which it happens: « à Nice », « dans une école du nord de la Saskatchewan »."""
    which = at_which(site)
    if which:
        return which
    found = list(_named(reading, site))
    if found:
        return [next((t for t in found[1:] if _finer(reading, site.sentence, t, found[0])), found[0])]
    return _with_subject(reading, site) or _away_from(reading, site) or _on_occasion(reading, site)


def _given(sentence: Sentence, child: Token) -> bool:
    """Tell « attribue le raid à la Russie »: what happens in a land of that gender happens « en Russie »."""
    land = child.name is not None and places().get(child.text, 0.0) >= PLACE_WEIGHT["country"]
    if not land or child.text in _ISLANDS or preposition(sentence, child) != "à":
        return False
    return any(t.lower in ("la", "l'", "l’", "à la", "à l'") for t in sentence.children(child, "det", "case"))


def _named(reading: Reading, site: Site) -> Iterator[Token]:
    """Yield the named places of the complements that say where, in their order."""
    for child in _complements(reading, site):
        before = preposition(site.sentence, child)
        about = _topic(site, before) or (before == "on" and child.text in places())  # "talks on Mali in Geneva"
        into = before in ("into", "onto") and child.name is None  # "crashed into a tunnel in Leeds"
        if not (before in IN_PLACE or into) or child.lower in _WAYS or about or _given(site.sentence, child):
            continue
        inside = (
            sorted(site.sentence.subtree(child), key=lambda t: t.index) if not _measured(site.sentence, child) else []
        )
        inside = [t for t in inside if preposition(site.sentence, t) not in _BETWEEN]
        phrase = [child, *(t for t in inside if t is not child and within_phrase(site.sentence, t, child))]
        named = [t for t in phrase if _is_place(reading, site.sentence, t)]
        if named:
            yield _lying_there(reading, site.sentence, child) or named[0]
            yield from (t for t in named[1:] if preposition(site.sentence, t) in _NEAR)


def _on_occasion(reading: Reading, site: Site) -> list[Token]:
    """Return the place of the event during which it happens: « est survenu pendant un carnaval à Villepinte »."""
    sentence = site.sentence
    whens = [t for t in _complements(reading, site) if t.name is None and preposition(sentence, t) in _DURING]
    inside = (t for when in whens for t in sentence.children(when, "nmod", "obl") if t.index > when.index)
    return [t for t in inside if preposition(sentence, t) in _NEAR and _is_place(reading, sentence, t)][:1]


def _finer(reading: Reading, sentence: Sentence, place: Token, first: Token) -> bool:
    """Tell Yokohama of « au Japon à Yokohama » from the land that is named first."""
    wide, narrow = (_width(reading, sentence, token) for token in (first, place))
    return narrow < PLACE_WEIGHT["region"] <= wide and place.index > first.index


def _width(reading: Reading, sentence: Sentence, token: Token) -> float:
    """Return how wide the gazetteer says a place is: a land, a region, a town; 0 for what it does not know."""
    names = [reading.entities[r.entity].name for r in reading.referents(sentence, token)]
    return max((places().get(name, 0) for name in names), default=0)


def _lying_there(reading: Reading, sentence: Sentence, place: Token) -> Token | None:
    """Return "Karaj" of "crashed in Karaj, near Tehran": the second place only says where the first lies."""
    near = sentence.child(place, "case")
    if near is None or near.index < 2 or near.lower not in _NEARBY or sentence.tokens[near.index - 1].text != ",":
        return None
    first = sentence.tokens[near.index - 2]
    return first if first.name is not None and _is_place(reading, sentence, first) else None


def _topic(site: Site, before: str) -> bool:
    """Tell « la conférence sur la Syrie »: what is talked of there."""
    return site.kind == "noun" and before == "sur" and site.token.lower.rstrip("s") in _TALKS


def _away_from(reading: Reading, site: Site) -> list[Token]:
    """Return the place that a distance is counted from: "sank about 50 kilometres (30 miles) south of Lampedusa"."""
    if site.kind != "verb" or reading.language != "en":
        return []
    after = site.sentence.tokens[site.token.index : site.token.index + _REACH]
    for side, case in pairwise(after):
        if side.lower.removesuffix("ward") not in _SIDES or case.lower != "of":
            continue
        place = site.sentence.head(case)
        if place is not None and (_is_place(reading, site.sentence, place) or place.pos == "NOUN"):
            return [place]
    return []


def _with_subject(reading: Reading, site: Site) -> list[Token]:
    """Return the place said with what it happens to: "The Hong Kong vote was held", "a bridge in Lyon collapsed"."""
    if site.kind != "verb" or reading.language != "en":
        return []
    subjects = [noun for noun in surface_subject(site.sentence, site.token) if noun.name is None]
    before = [t for noun in subjects for t in site.sentence.children(noun, "compound")]
    behind = [t for noun in subjects for t in site.sentence.subtree(noun) if within_phrase(site.sentence, t, noun)]
    beside = [*before, *(t for t in behind if preposition(site.sentence, t) in IN_PLACE)]
    return [t for t in beside if _is_place(reading, site.sentence, t)][:1]


def round_of(reading: Reading, site: Site) -> list[Token]:
    """Return the event that a round of it belongs to: « la finale de la 62e édition de la Coupe »."""
    level = surface_subject(site.sentence, site.token)
    for _ in range(3):
        rounds = [t for t in level if t.lower in _ROUNDS]
        level = [c for t in rounds for c in site.sentence.children(t, "nmod") if preposition(site.sentence, c) == "de"]
        found = [t for t in level if _is_event(reading, site.sentence, t)]
        if found:
            return found[:1]
    return []


def _is_event(reading: Reading, sentence: Sentence, token: Token) -> bool:
    kinds = {reading.entities[r.entity].type for r in reading.referents(sentence, token)}
    return kinds == {EntityType.EVENT}


def _is_place(reading: Reading, sentence: Sentence, token: Token) -> bool:
    return any(reading.entities[r.entity].type is EntityType.PLACE for r in reading.referents(sentence, token))


def _complements(reading: Reading, site: Site) -> Iterator[Token]:
    """Yield what may say where: complements of the trigger; of a noun also those of what it befell.

    « l'effondrement d'un immeuble à Dijon »: parsers hang the town from either noun.
    """
    sentence = site.sentence
    yield from sentence.children(site.token, "obl", "nmod", "advmod")
    yield from _right_behind(site) if site.kind == "noun" else ()
    for thing in sentence.children(site.token, "nmod") if site.kind == "noun" else ():
        befell = names_place(thing, reading.language) or names_person(thing.lower, reading.language)
        if thing.name is None and (befell or thing.lower in happenings()):
            yield from (c for c in sentence.children(thing, "nmod") if preposition(sentence, c) in _NEAR)
    yield from _behind_sides(site)


def _behind_sides(site: Site) -> list[Token]:
    """Return Caracas of "clashes between police and supporters of Miller in Caracas": nobody is in a place for good."""
    sides = site.sentence.children(site.token, "nmod") if site.kind == "noun" else ()
    between = [t for t in sides if preposition(site.sentence, t) in ("between", "against", "by")]
    inside = [t for side in between for t in site.sentence.subtree(side) if t.name is not None]
    return [t for t in inside if preposition(site.sentence, t) in ("in", "at", "near", "outside")][-1:]


def _right_behind(site: Site) -> list[Token]:
    """Return the place right behind a noun though it hangs from the verb: "will headline a concert in Leeds".

    A year may stand between: "died in a shooting in 2019 in Leeds".
    """
    sentence, start = site.sentence, site.token.index + 1
    if any(t.pos == "NUM" and t.text.isdigit() for t in sentence.tokens[start + 1 : start + 2]):
        start += 2
    case = next(iter(sentence.tokens[start : start + 1]), None)
    place = sentence.head(case) if case is not None and case.dep == "case" else None
    near = place is not None and case is not None and case.index < place.index <= case.index + 3
    near = near and preposition(sentence, site.token) not in ("of", "for")  # "was convicted of assault in Kent"
    return [place] if near and place is not None and place.head == site.token.head else []


def _measured(sentence: Sentence, token: Token) -> bool:
    """Tell « à 120 km au nord du Caire »: near a place, not in it."""
    return any(child.pos == "NUM" for child in sentence.children(token, "nummod")) and token.lower.startswith("k")


def within_phrase(sentence: Sentence, token: Token, top: Token) -> bool:
    """Tell whether a word is a complement of a complement of another, not of a clause in between."""
    at: Token | None = token
    while at is not None and at is not top:
        situated = at.dep == "acl" and at.lower.startswith("situé")
        if (at.dep.partition(":")[0] not in ("nmod", "appos", "obl") and not situated) or any(
            sentence.children(at, "cc")
        ):
            return False
        at = sentence.head(at)
    return at is top


def where_told(reading: Reading, site: Site, place: Token) -> bool:
    """Tell « À Bruxelles, Dubois a appelé les pays à la retenue »: where the sentence opens with is no goal of hers."""
    after = site.sentence.tokens[place.index + 1 : place.index + 2]
    opens = place.index == 1 and place.index < site.token.index and [t.text for t in after] == [","]
    who = reading.names.get(place.name) if opens and place.name is not None else None
    return who is not None and reading.entities[who].type is EntityType.PLACE
