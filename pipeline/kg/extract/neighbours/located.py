"""Reads which place lies in which off names side by side: « Chambéry (Savoie) », « Kanpur, dans la province de … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.frames.load import load_frames
from kg.extract.neighbours.adjacent import plain, sentence_of
from kg.extract.neighbours.nested import Named, abroad, below, bracketed, insiders, row_in_brackets
from kg.extract.neighbours.within import listed, within
from kg.extract.reading import Reading
from kg.lexicon.tables import COUNTRY, places, regions
from kg.model import EntityType, Fact, Participant, Span
from kg.model.annotation import Name, Sentence
from kg.model.ids import fact_id

CONFIDENCE = 0.75
_KIND = (
    r"(?:(?:la |le |l'|les |une? |deux |trois |the |an? )?(?:(?:grande|petite|ancienne|large|small|ancient) )?"
    r"(?:\d{1,2} ?(?:er|e|ème) arrondissement|"
    r"(?:province|région|département|comté|état|État|district|gouvernorat|canton|wilaya|oblast|préfecture|archipel|île"
    r"|ville|capitale|commune|village|quartier|banlieue|localité|faubourg|station|arrondissement|territoire|république"
    r"|municipalité|vallée"
    r"|republic|state|county|region|capital|city|town|suburb|territory|prefecture|governorate|island)s?)"
    r"(?: (?!proche|voisin|limitrophe|distant|riverain|frontali|mitoyen|jumel)"
    r"[a-zà-ÿ]+(?:e|al|ale|ien|ienne|ais|aise|ois|oise|in|ine|er|ern))? )"
)
_OF = r"(?:de la |de l'|du |des |de |d'|of the |of )"
_SIDE = (
    r"(?:le |l'|the )?"
    r"(?:(?:[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest|[Cc]entre|north|south|east|west)(?:-?(?:nord|sud|[Ee]st|[Oo]uest|east|west))?"
    r"|northern|southern|eastern|western|central) "
)
_IN = r"(?:dans|en|au|aux|in|à) "
_THING = "(?:pont|rue|place|gare|parc|lac|plage|massif|sommet|hameau|satellite|lune|stade|hôtel|musée|église|mosquée)"
# « , qui est située dans le centre de … »
_LYING = r"(?:\)?,? ?|,? qui (?:est située?|se (?:situe|trouve)) |, située?s? )"
_JOINTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf" ?[(\[] ?(?:{_IN})?(?:{_SIDE}{_OF}|{_KIND}{_OF}?)?",
        rf"{_LYING}{_IN}{_KIND}{_OF}?",
        rf"{_LYING}{_IN}{_SIDE}{_OF}?(?:{_KIND}{_OF}?)?",
        r", ?(?:dans|en|au|aux|in) (?:la |le |les |l'|the )?",
        rf", ?{_KIND}{_OF}?(?:{_SIDE}{_OF}|{_KIND}{_OF}?)?",
        rf", une? {_THING} {_OF}",
        rf",? (?:qui est )?situ\w+ (?:en|à|au|sur|dans) [^,.;:\d]{{3,30}}, {_IN}(?:la |le |les |l')?(?:{_SIDE}{_OF})?",
        rf",? ?sur (?:la côte|le littoral|les rives|la rive)(?: (?!droite|gauche)[a-z-]+)? {_OF}",
        rf",? ?sur (?:la commune|le territoire(?: de la commune)?) {_OF}",
        rf",? ?(?:au (?:plein )?cœur|en plein (?:cœur|centre)|situé\w* sur le territoire) {_OF}(?:{_KIND}{_OF}?)?",
    )
)
# « à Kiev en Ukraine »: without a comma only where the town stands still, so that nobody travels between the two.
_WITHIN = re.compile(r" (?:en|au|aux|dans (?:le |la |l'|les )) ?|, ")
_SITES = (
    "aéroport|gare|ville|village|commune|port|prison|hôpital|université|camp|base|stade|circuit|cathédrale|église|mosquée"
    "|musée|mairie|maire|tribunal|centre|banlieue|quartier|étape|finale|bataille"
)
_STILL = re.compile(rf"(?:^|[ (])(?:à |près (?:de |d')|(?:{_SITES}) (?:de |d'|du ))$")
# Whatever stands between a region and its land: « le Kent, en Angleterre », « (Savoie, France) »
_LAND = re.compile(rf"[ ,(]*(?:(?:{_IN}|situé(?:e|s|es)? )*(?:{_SIDE}{_OF}|{_KIND}{_OF}?|la |le |l'|les |the )?)")
_BUILT = frozenset(
    """tour gare aéroport hôpital stade place rue boulevard avenue musée théâtre palais cathédrale basilique église
    mosquée synagogue pont prison lycée collège hôtel salle parc cimetière plage quartier port zoo""".split()
)
_ENGLISH = frozenset("Theatre Theater Hall Arena Center Centre Stadium Park Lodge Plaza Airport Bridge Garden".split())
_NATURAL = frozenset("île vallée mont lac col massif forêt archipel plage rivière".split())
# « la boutique Arnys, à Paris »
_CALLED = re.compile(
    r"(?:boutique|magasin|restaurant|bar|café|discothèque|salle|centre|usine|rivière|fleuve|télescope|observatoire|hameau"
    r"|village|quartier|résidence|cité|pont|parc|plage|hôtel|lieu-dit|cimetière|stade|camp|prison)(?: [a-zé]+)? "
    r"(?:de la |de l'|du |de |d')?$"
)
_AT_THE = re.compile(r"(?:^|[ (])(?:au |à la |à l'|du |sur le |dans le |dans la |le |la |l')$")
# « En Mauricie, la municipalité de Yamachiche »
_TOWN_THERE = re.compile(r", (?:la |le |l')(?:ville|commune|municipalité|localité|village) (?:de |d'|du )")
_CONTINENTS = ("Afri", "Asi", "Europ", "Améri", "Ameri", "Océan", "Ocean")
_WHERE_LIES = re.compile(r",? où (?:se (?:situe|trouve)|est (?:situé|basé|implanté)e?) (?:la |le |l'|les )?")
_NAMED_SO = re.compile(
    r"(?:Province|Wilaya|Archipel|Région|Département|Comté|État|District|Vallée|Massif|Gouvernorat)\b", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:du|depuis|de|d'|de la|des|de l') ?$")
# « au Japon à Yokohama », « au Mali dans la ville de Gao », « en Autriche dans la station de ski de Zell »
_TOWN = re.compile(rf",? (?:à |(?:dans|à) {_KIND}(?:(?:de |d')[a-zà-ÿ]{{3,}} )?{_OF})")
_BARE = _JOINTS[3]
_TO_THE = re.compile(r", ?au ")
# « la capitale du Bénin, Porto-Novo, »
_CAPITAL = re.compile(
    r"\b(?:capitale|chef-lieu|(?:première|plus grande|seconde|deuxième) ville)(?: [a-zé]+)? "
    r"(?:du |de la |de l'|des |d'|de )$"
)
# « Manaus, dans le nord du pays », « Banjul, la capitale du pays »
_COUNTRY = frozenset({"pays", "country"})
_FRONTED = re.compile(r"^(?:In|At|On|Near|Outside)\b[^,]*$")
_OF_COUNTRY = re.compile(
    rf"[ ,(]*(?:située?s? )?(?:(?:{_IN})?{_SIDE}(?:du|of the) ?"
    r"|(?:la )?(?:capitale|(?:première|plus grande|\w+ième) ville|ville|région|province|localité) du ?"
    r"|the (?:capital|(?:largest|second|third) (?:largest )?city) of the ?)"
)
_BEFORE = 24  # code points
_BRACKET = 80  # code points: the longest list of places in brackets
_BY_SIDE = re.compile(rf"[ (]*(?:,? ?)(?:à |au ){_SIDE}{_OF}")
_IN_TOO = re.compile(r"(?:^|[ (\n])(?:en|au|aux|dans les?|dans la|dans l'|in) ?$", re.IGNORECASE)
# "Duluth, Minn.", "Sydney, N.S.": the states and provinces as papers there shorten them
_SHORTENED = frozenset(
    """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
    Tex Vt Va Wash Wis Wyo N.H N.J N.M N.Y N.C N.D R.I S.C S.D W.Va D.C
    B.C Alta Sask Man Ont Que N.B N.S P.E.I N.L N.W.T""".split()
)
# "on Monday in Geneva, Sri Lanka's minister said", not "in Paris, France's capital"
_OWNED = re.compile(r"['’]s (?!(?:\w+[ -])?(?:capital|largest|biggest|busiest|main|most|oldest|city|port|town|hub)\b)")
_STATE = re.compile(r"(?:Republic|Kingdom|Sultanate|State) of |(?:République|Royaume|Sultanat) d")
_PART = re.compile(r"\bdans (?:le |l')(?:quartier|faubourg|arrondissement) ")
_AT = re.compile(r"(?:^|[ (])(?:à|près de) $")
_IN_MORE = re.compile(r"(?:,| et| ou) (?:en|au|aux|à|dans) (?:l['’]|la |le |les )?[A-ZÀ-Þ]")
# « à 20 km de Lyon, dans l'Ain »: what lies that far away lies there
_FAR_FROM = re.compile(
    r"(?:\d|une?|deux|trois|quatre|cinq|dix|vingt|trente|cent|dizaines?|centaines?|quelques)[ \u00a0](?:de )?"
    r"(?:km|m|kilomètres?|mètres?|lieues|milles|années-lumière|heures?|minutes) (?:de la |de l'|du |de |d')$"
)


def located(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a `partOf` fact for each pair of neighbouring place names that a joint of this kind ties."""
    told: set[tuple[str, str]] = set()
    names = [(index, name) for index, name in enumerate(reading.annotation.names) if index in reading.names]
    for pair in _ties(reading, names):
        pairs = [(reading.entities[reading.names[index]], name) for index, name in pair]
        (inner, one), (outer, other) = pairs
        both = inner.type is EntityType.PLACE and outer.type is EntityType.PLACE and inner.id != outer.id
        larger = places().get(inner.name, 0.0) > places().get(outer.name, 9.0) or _state(inner.name, outer.name)
        sentence = sentence_of(reading, *sorted((one, other), key=lambda name: name.span.start))
        told_of = sentence is None or _acts(reading, sentence, one, other)
        if both and not larger and (inner.id, outer.id) not in told and sentence is not None and not told_of:
            told.add((inner.id, outer.id))
            ends = tuple(Participant(entity.name, entity.id, entity.type, name.span) for entity, name in pairs)
            yield _fact(reading, sentence, ends, version)
    yield from _inland(reading, version, told)


def _acts(reading: Reading, sentence: Sentence, first: Name, second: Name) -> bool:
    """Tell "In Manaus, Italy beat England": what the second place does has nothing to do with where the first lies."""
    if reading.language != "en" or reading.text[first.span.end : second.span.start] != ", ":
        return False
    fronted = _FRONTED.search(reading.text[sentence.span.start : first.span.start])
    subject = next((t for t in sentence.tokens if t.span == second.span and t.dep.startswith("nsubj")), None)
    verb = sentence.head(subject) if subject is not None else None
    told = verb is not None and verb.lower in load_frames("en").clause_verbs["saying"]  # "near Goris, Yerevan said"
    return bool(fronted or told) and verb is not None and reading.text[second.span.end : second.span.end + 1] == " "


def _state(inner: str, outer: str) -> bool:
    """Tell a state by its own words, in what is no country: "the embassy of the Republic of Azerbaijan in Kyiv"."""
    return _STATE.match(inner) is not None and places().get(outer, 0.0) < COUNTRY


def _ties(reading: Reading, names: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Yield what lies in what, the smaller place first."""
    for index, (one, other) in enumerate(pairwise(names)):
        row = row_in_brackets(reading.text, names, index)
        order = None if row else _ordered(reading, one[1], other[1])
        if order == (1, 0):
            yield other, one
        inner = insiders(reading.text, names, index) if order == (0, 1) else []
        yield from ((named, other) for named in inner)
        listed_in = bracketed(reading.text, names, index) if order is None else []
        yield from ((named, one) for named in listed_in or below(reading.text, names, index))


def _inland(reading: Reading, version: str, told: set[tuple[str, str]]) -> Iterator[Fact]:
    """Yield what lies in « le pays » that stands for a country of the text."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens if sentence.inside is None else ():
            standing = reading.referents(sentence, token) if token.lower in _COUNTRY else ()
            named = [t for t in sentence.tokens[: token.index] if t.name in reading.names]
            if len(standing) != 1 or not named:
                continue
            inner, outer = reading.entities[reading.names[named[-1].name or 0]], reading.entities[standing[0].entity]
            both = inner.type is EntityType.PLACE and outer.type is EntityType.PLACE and inner.id != outer.id
            between = plain(reading.text[named[-1].span.end : token.span.start])
            if both and (inner.id, outer.id) not in told and _OF_COUNTRY.fullmatch(between):
                told.add((inner.id, outer.id))
                ends = (
                    Participant(inner.name, inner.id, inner.type, named[-1].span),
                    reading.participant(standing[0], token.span),
                )
                yield _fact(reading, sentence, ends, version)


def _ordered(reading: Reading, first: Name, second: Name) -> tuple[int, int] | None:
    """Return which of the two lies in which: (0, 1) where the first lies in the second; None where nothing says so."""
    between = plain(reading.text[first.span.end : second.span.start])
    before = plain(reading.text[max(0, first.span.start - _BEFORE) : first.span.start])
    known = _by_land(first, second) if _LAND.fullmatch(between) else None
    if known is not None or (first.form in regions() and between == ", " and _wide(second)):
        return known  # "Florida, Georgia and Ohio": a region lies in its own land only
    if reading.language == "en":
        after = plain(reading.text[second.span.end : second.span.end + _BRACKET])
        if between.startswith(",") and _OWNED.match(after):
            return None
        english = within((first.form, second.form), before, between, after)
        if english is not None or listed((first.form, second.form), before, between, after):
            return english
    town = _TOWN.fullmatch(between) and abroad(before) and _weight(first) >= COUNTRY > _weight(second)
    town = town or (between == ", " and _CAPITAL.search(before) and _wide(first) and not _wide(second))
    there = _WHERE_LIES.fullmatch(between) or (_TOWN_THERE.fullmatch(between) and _IN_TOO.search(before))
    if town or _quarter(between, before) or (there and _weight(second) < COUNTRY):
        return 1, 0
    if _wide(first) and not _wide(second):
        return None  # « en Alaska dans la région de Glennallen »
    return (0, 1) if _tied(reading, first, second, between, before) else None


def _by_land(first: Name, second: Name) -> tuple[int, int] | None:
    """Return how a region and a land that holds it stand to each other."""
    if second.form in regions().get(first.form, ()):
        return 0, 1
    return (1, 0) if first.form in regions().get(second.form, ()) else None


def _wide(name: Name) -> bool:
    return name.form in regions() or _weight(name) >= COUNTRY


def _weight(name: Name) -> float:
    return places().get(name.form, 0.0)


def _tied(reading: Reading, first: Name, second: Name, between: str, before: str) -> bool:
    if reading.language == "en" and between in (", ", " in ", " in the ", ") in "):
        # « Irving, Texas », "Kennedy Space Center (KSC) in Florida": only into a larger place
        return _weight(second) > _weight(first) or _shortened(reading, second)
    if _WITHIN.fullmatch(between):
        return _settled(first, second, between, before)
    named = re.fullmatch(rf",? {_IN}(?:la |l'|le )?", between) is not None and _NAMED_SO.match(second.form) is not None
    built = named or _built(first, second, between, before)
    return built or _joined(reading, first, second, between, before)


def _joined(reading: Reading, first: Name, second: Name, between: str, before: str) -> bool:
    """Return whether the words between the two say that the first lies in the second."""
    joint = next((j for j in _JOINTS if j.fullmatch(between)), None)
    if _elsewhere(reading, first, second, between, before):
        return False
    if min(_weight(first), _weight(second)) >= COUNTRY and not second.form.startswith(_CONTINENTS):
        return False  # « en Russie, dans le nord de l'Italie »
    if _BY_SIDE.search(between) and _weight(second) < COUNTRY:
        return False  # « à Rungis, au sud de Paris » is outside; « à Tripoli, au nord du Liban » within
    town = _TO_THE.fullmatch(between) is not None and not _wide(second)  # of the list « à Quiberon, au Touquet »
    if joint is _BARE and (town or _IN_TOO.search(before) or first.form in regions()):
        return False  # « en Californie, en Floride, au Japon » are three places, and Japan is not the land of Florida
    if joint is not None and ("(" in between or "[" in between):
        inside = reading.text[second.span.end : second.span.end + _BRACKET].partition(")")[0]
        if " et " in inside or " and " in inside:  # « l'Île-de-France (Essonne, Seine-et-Marne et Yvelines) »
            return False
        return reading.text[second.span.end : second.span.end + 2].lstrip()[:1] in (")", "]", ",")
    return joint is not None


def _elsewhere(reading: Reading, first: Name, second: Name, between: str, before: str) -> bool:
    """Tell « à 20 km de Lyon, dans l'Ain » and the list of « à Madagascar, en Asie ou en Amérique latine »."""
    after = reading.text[second.span.end : second.span.end + _BEFORE]
    if _weight(first) >= COUNTRY and between.startswith(",") and _IN_MORE.match(after):
        return True
    return _FAR_FROM.search(before) is not None and _weight(second) < COUNTRY and "(" not in between


def _settled(first: Name, second: Name, between: str, before: str) -> bool:
    """Tell a town and its land without a comma, « à Orlando en Floride », or in brackets, « (Agde, Hérault) »."""
    if _wide(first) or not _wide(second):
        return False
    if between == ", ":
        return before.endswith("(")
    travels = _FROM.search(before) and not before.endswith(("à partir de ", "depuis "))
    return bool(_STILL.search(before)) or _lasting(first) or (between == " en " and not travels)


def _lasting(name: Name) -> bool:
    """Tell by its own words what cannot move: « la vallée de Joux », « l'aéroport de Nice », "Beacon Theatre"."""
    words = name.form.split()
    return words[0].lower() in _BUILT | _NATURAL or not _ENGLISH.isdisjoint(words[1:])


def _built(first: Name, second: Name, between: str, before: str) -> bool:
    """Tell a building before its town: « la tour Eiffel, à Paris »; « de la gare du Nord à Lyon » somebody travels."""
    called = _lasting(first) or _CALLED.search(before) is not None
    if between == ", à ":
        town = f"Le {first.form}" in places()  # « au Mans, à Rennes »
        bare = _AT_THE.search(before) is not None and _weight(first) == 0 and not _wide(first) and not town
        return called or (bare and _weight(second) > 0)
    near = between in (" de ", " d'") or (between == " à " and (not _FROM.search(before) or _CALLED.search(before)))
    return bool(near and called and _weight(second) > 0)


def _quarter(between: str, before: str) -> bool:
    """Tell « à Istanbul, dans le quartier de Besiktas »: the second is a part of the town."""
    return _PART.search(between) is not None and _AT.search(before) is not None


def _shortened(reading: Reading, name: Name) -> bool:
    """Tell "Minn." of "Duluth, Minn."."""
    return name.form.rstrip(".") in _SHORTENED and "." in reading.text[name.span.end - 1 : name.span.end + 1]


def _fact(reading: Reading, sentence: Sentence, ends: tuple[Participant, ...], version: str) -> Fact:
    document = reading.annotation.document
    inner, outer = ends
    assert inner.span is not None
    assert outer.span is not None
    return Fact(
        id=fact_id(document.id, "partOf", inner.id or "", outer.id or "", str(inner.span)),
        relation="partOf",
        subject=inner,
        object=outer,
        document=document.id,
        evidence=Span(min(inner.span.start, outer.span.start), max(inner.span.end, outer.span.end)),
        sentence=sentence.span,
        trigger=Span(min(inner.span.end, outer.span.end), max(inner.span.start, outer.span.start)),
        by=f"place:partOf@{version}",
        confidence=CONFIDENCE,
    )
