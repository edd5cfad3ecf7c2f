"""Says of what sort an entity is known to be, and whether a noun may name it."""

import re
from typing import Final

from kg.extract.coreference.nouns import NounClass, alike, noun_classes, sorted_words, sortless
from kg.extract.coreference.ranking.name_words import akin, by_kind, in_name
from kg.extract.coreference.ranking.sizes import named_as_town, noun_of_land, of_size
from kg.extract.coreference.ranking.sought import PUBLIC, Anaphor
from kg.extract.coreference.ranking.young import YOUNG, born_to, little
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.capitals import capital_of, capitals
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold, lexicon, places
from kg.model import EntityType
from kg.model.annotation import Token

NOT_COMPANIES: Final = frozenset(
    """commission parti party syndicat union assemblée assembly lycée collège agence département association federation
    brotherhood""".split()
)
# Nouns that one text uses for one body of people in turn.
UNIONS: Final = frozenset(
    "groupe collectif association mouvement organisation group collective movement organization".split()
)
# What is in the name of bodies that others have joined: « la coalition » is no single group or firm.
_JOINED: Final = frozenset(
    "coalition alliance union front entente forces league ligue federation rassemblement".split()
)
ARMED: Final = frozenset("navy marine marines fleet military force forces guard command corps troops militia".split())
# « Office central de lutte », « Caisse nationale de »: with a small word behind it
_SERVICES: Final = frozenset(
    "office direction inspection caisse service delegation commissariat haut-commissariat".split()
)
_STATE: Final = frozenset(
    """armee army navy marine police gendarmerie gouvernement parlement senat tribunal cour ministere government
    parliament ministry court senate""".split()
)
_STATELY: Final = frozenset(
    """congress congres bundestag knesset duma kremlin pentagon senate sejm riksdag fbi cia nsa dea irs epa fda sec ftc
    fcc nasa unesco interpol europol nhs mi5 mi6 fsb mossad cdc tsa""".split()
)
_SEATS: Final = frozenset("député députée sénateur sénatrice maire ministre président présidente".split())
_FRONTS: Final = frozenset("front mouvement collectif coalition alliance brigade brigades faction milice".split())
COLLECTIVES: Final = UNIONS - {"groupe", "group"}  # no companies
NO_FIRMS: Final = frozenset(
    """agence institution fondation fédération syndicat ong club équipe ministère université gouvernement parti
    formation parlement sénat cour tribunal police organisme comité commission ligue milice armée conseil hôpital
    musée école rectorat préfecture secte faction cartel organe
    fonds régulateur institut agency institution fund foundation federation union ngo team
    ministry university government party parliament senate court tribunal committee commission league militia army
    council hospital museum school charity regulator watchdog institute""".split()
)
_NO_PRESS: Final = frozenset("fonds fund banque bank club syndicat parti ministère hôpital université armée".split())
GROUPS: Final = frozenset("groupe collectif group collective".split())
_OF_STATES: Final = frozenset("armed defense defence security special air police border united royal".split())
_CAMPAIGNING: Final = frozenset(("union", "federation", "foundation"))
# Nouns that any named event can be called by.
HAPPENING: Final = frozenset("événement évènement épreuve compétition concours event competition contest".split())
# Nouns for whom people and bodies can both be, and for what bodies and places can both be.
EITHER: Final = frozenset(
    """owner rival competitor partner plaintiff claimant petitioner employer buyer bidder seller winner sponsor
    propriétaire rival rivale concurrent concurrente partenaire plaignant plaignante requérant requérante employeur
    acquéreur repreneur acheteur vendeur""".split()
)
HOUSED: Final = frozenset(
    "site établissement facility centre center school hospital hôpital école museum musée".split()
)
PLAYED: Final = frozenset("application appli app service logiciel".split())  # of software too
# Bodies of these sorts bear names that do not say so: « Insee », "Ofgem"; a school or ministry says what it is.
OPAQUE: Final = frozenset(
    """banque ligue mutuelle studio institut régulateur autorité observatoire bank league regulator watchdog institute
    utility authority""".split()
)
_WATCHING: Final = frozenset("régulateur autorité regulator watchdog authority".split())
_TRADERS: Final = ("company", "platform", "media", "party")
SAID: Final = "said"  # the text or its own name calls it so
LOOSE: Final = "loose"  # the noun may name any of its type
OPEN: Final = "open"  # the noun is for one sort, and of what sort the entity is nobody says
AGAINST: Final = "against"
_TRADING: Final = ("company", "platform", "party")  # no institutions
_NO_TRADE: Final = frozenset(
    "institution agency nonprofit charity ngo ong hospital school university museum court".split()
)
CAUSES: Final = frozenset("nonprofit charity ngo".split())
# "Parents for Safe Streets", "Mothers Against Drunk Driving", "Doctors Without Borders": people with a cause
_WITH_CAUSE: Final = re.compile(
    r"(?:\w+ ){0,2}(?:\w+s|\w*[Mm]en|People) (?:for|[Aa]gainst|[Ww]ithout) (?:[a-z]+ )?[A-Z]"
)
_LEAGUES: Final = ("league", "ligue")
_FOR_CAUSE: Final = re.compile(r"(?:[\w'’-]+ ){1,4}(?:for|pour) (?:(?:la|le|les|l['’]|the) ?)?[A-ZÀ-Þ]")
KNOWN: Final = ("platform", "media", "party")  # kinds that gazetteer and text tell


def standing(reading: Reading, sought: Anaphor, identifier: str) -> str:
    """Return how a noun stands to an entity: said of it, loose, open, or against what is known of it."""
    if called(reading, sought.token, identifier):
        return SAID
    noun, kind = sought.token.lower, sought.kind
    if kind is None:
        return AGAINST
    if reading.entities[identifier].type is not kind.type:
        return OPEN if _of_second_type(reading, noun, identifier) else AGAINST
    if kind.type is EntityType.PERSON:
        return LOOSE
    telling = noun in PUBLIC - OPAQUE or (noun in _WATCHING and reading.kinds.get(identifier) in _TRADERS)
    if telling or not _of_kind(reading, sought, kind, identifier) or _of_other_sort(reading, noun, kind, identifier):
        return AGAINST
    return LOOSE if _loose(reading, noun, kind, identifier) else OPEN


def _loose(reading: Reading, noun: str, kind: NounClass, identifier: str) -> bool:
    """Tell a noun that may name any of its type: « la société », « la ville », « l'événement », « l'appareil »."""
    if kind.name in KNOWN:
        return reading.kinds.get(identifier) == kind.name
    if kind.name == "event":
        return noun in HAPPENING
    return kind.name not in ("site", "work") and noun not in PUBLIC


def _of_second_type(reading: Reading, noun: str, identifier: str) -> bool:
    """Tell "the owner" that is a company, « l'établissement » that is a place."""
    kind = reading.entities[identifier].type
    body = noun in EITHER and kind is EntityType.ORGANIZATION
    body = body and not (noun == "owner" and reading.kinds.get(identifier) == "media")  # the paper that tells of it
    housed = noun in HOUSED and kind is EntityType.PLACE and not _on_maps(reading, identifier)
    played = noun in PLAYED and kind is EntityType.WORK
    return body or ((housed or played) and not _sorts(reading, identifier) - alike().get(fold(noun), frozenset()))


def _on_maps(reading: Reading, identifier: str) -> bool:
    """Tell a country, a region, a town: no building and no river."""
    name = reading.entities[identifier].name
    return name in places() or identifier in reading.placed or named_as_town(name)


def _of_other_sort(reading: Reading, noun: str, kind: NounClass, identifier: str) -> bool:
    """Tell whether what the text or its name calls it is another sort: the « institut » is no bank."""
    if noun == "coalition" and reading.kinds.get(identifier) != "party":
        return not {*fold(reading.entities[identifier].name).split()} & _JOINED
    own = by_kind(reading, noun, identifier)
    if kind.name == "place" or noun in HAPPENING or own or fold(noun) in sortless():
        return False
    known = _sorts(reading, identifier)
    narrower = frozenset[str]().union(*(alike().get(one, frozenset()) for one in known))  # « véhicule » of a « fusée »
    return bool(known) and not known & alike().get(fold(noun), frozenset()) and fold(noun) not in narrower


def _sorts(reading: Reading, identifier: str) -> frozenset[str]:
    """Return the nouns that say of what sort an entity is, in its name or beside it."""
    named = {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}
    words = fold(reading.entities[identifier].name).split()
    known = reading.kinds.get(identifier) in ("company", "media")  # Airbus, « le magazine Gala »
    maker = len(words) == 1 and known  # which makes, or is only called, what its name says
    return sorted_words() & {*(() if maker else words), *map(fold, named)}


def _of_kind(reading: Reading, sought: Anaphor, kind: NounClass, identifier: str) -> bool:
    """Tell whether what is known of a body allows the noun: a platform, a newspaper, a party is known as one."""
    known = reading.kinds.get(identifier)
    if kind.name == "place":
        return _of_place(reading, sought, identifier)
    if kind.name == "site":
        return not _on_maps(reading, identifier)
    if kind.name in KNOWN:
        return _of_known_kind(reading, sought, kind, identifier)
    called_by = {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}
    if sought.token.lower in GROUPS and not called_by & UNIONS:
        paper = known == "media" and reading.language == "en"  # which has only told of it
        return not paper and not called_by & PUBLIC and not _public_group(reading, identifier)
    trading = sought.token.lower in _NO_TRADE and known in _TRADING
    trading = trading or (known == "media" and sought.token.lower in _NO_PRESS)
    trading = trading or (sought.token.lower in COLLECTIVES and _trades(reading, identifier))
    trading = trading or (sought.token.lower in _LEAGUES and not _leagues(reading.entities[identifier].name))
    trading = trading or _of_other_land(reading, sought, identifier)
    if trading or (sought.token.lower in UNIONS and _of_the_state(reading, identifier)):
        return False
    return kind.name != "company" or _firm(reading, identifier, called_by)


def _of_place(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell a place by its size, and "the Canadian city" from the capital of another country."""
    below = sought.sentence.children(sought.token, "amod")
    peoples = [c.lower for c in below if c.lower in countries(reading.language)]
    name = reading.entities[identifier].name
    if peoples and fold(name) in capitals() and not any(capital_of(name, p, reading.language) for p in peoples):
        return False
    national = bool(peoples)  # « le territoire burundais » is Burundi
    return of_size(reading, "nation" if national and noun_of_land(sought.token) else sought.token.lower, identifier)


def _firm(reading: Reading, identifier: str, called_by: set[str]) -> bool:
    """Tell what may be called a company: nothing public, no people with a cause."""
    known, name = reading.kinds.get(identifier), reading.entities[identifier].name
    firm = known in (None, "company", "platform", "organization") and not called_by & (COLLECTIVES | NO_FIRMS)
    return firm and not is_public(name) and not (reading.language == "en" and _WITH_CAUSE.match(name))


def _trades(reading: Reading, identifier: str) -> bool:
    """Tell a firm by the last word of its English name: "Gulf Petroleum" is no organization that is joined."""
    last = reading.entities[identifier].name.lower().rstrip(".").rpartition(" ")
    return reading.language == "en" and last[0] != "" and last[2] in lexicon()["firm_words"] - {"group", "networks"}


def _leagues(name: str) -> bool:
    """Tell what may be called a league: letters, "Premier League", no club that plays in one."""
    return name.isupper() or any(word in name for word in ("League", "Association", "Ligue", "ligue"))


def _of_other_land(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell a club from "the Italian federation", which is no body but one that is called so."""
    if sought.token.lower != "federation" or reading.language != "en":
        return False
    peoples = any(c.lower in countries("en") for c in sought.sentence.children(sought.token, "amod"))
    name = reading.entities[identifier].name
    return peoples and not (name.isupper() or "Federation" in name or "Association" in name)


def _of_known_kind(reading: Reading, sought: Anaphor, kind: NounClass, identifier: str) -> bool:
    """Tell a platform, a paper, a party by what is known: "at the site" a firm digs, TF1 is no « hebdomadaire »."""
    known, noun = reading.kinds.get(identifier), sought.token.lower
    placed = reading.language == "fr" or preposition(sought.sentence, sought.token) == "at"
    if noun == "site" and placed and known not in ("platform", "media"):
        return False
    if kind.name == "platform" and _FOR_CAUSE.match(reading.entities[identifier].name):
        return False  # « l'application » is no « Nurses for Walz »
    told = known == "media" and (_tells(sought) or noun == "network")
    return told or known in (None, "organization", kind.name)


def _tells(sought: Anaphor) -> bool:
    """Tell « le site a révélé que … », which is a paper's or a channel's too, from « sur le site »."""
    verb = sought.sentence.head(sought.token)
    saying = verb is not None and verb.lower in load_frames("fr").clause_verbs["saying"]
    return sought.token.lower == "site" and saying and sought.token.dep.startswith("nsubj")


def _of_the_state(reading: Reading, identifier: str) -> bool:
    """Tell an army, a court, a government by its name: « l'organisation » is another."""
    return bool({*fold(reading.entities[identifier].name).split()} & _STATE)


def _public_group(reading: Reading, identifier: str) -> bool:
    """Tell a public body, which is no group; in English a group campaigns under such names: "Civil Liberties Union"."""
    campaigning = _CAMPAIGNING if reading.language == "en" else frozenset()
    entity = reading.entities[identifier]
    if reading.language == "en" and not _OF_STATES & {*fold(entity.name).split()}:
        campaigning |= {"forces"}  # "Rapid Support Forces", no "Armed Forces"
    called = (entity.name, *(entity.aliases if reading.language == "fr" else ()))  # « l'AMF », an « Autorité »
    return any(is_public(" ".join(w for w in name.split() if w.lower() not in campaigning)) for name in called)


def is_public(name: str) -> bool:
    """Tell whether a name says that it is a public body or a school: no « compagnie » then."""
    words = fold(name).split()
    served = bool(words) and words[0] in _SERVICES and any(word.islower() for word in name.split()[1:2])
    public = {fold(word) for word in PUBLIC | NOT_COMPANIES | ARMED} | _STATELY
    return served or not public.isdisjoint(words)


def is_union(reading: Reading, identifier: str) -> bool:
    """Tell whether the text calls the entity by a noun that one text uses for one body of people in turn.

    « Front populaire », « Brigade X » say so themselves, unless they are known as parties.
    """
    head = reading.entities[identifier].name.split()[0].lower()
    named = head in _FRONTS and reading.language == "fr" and identifier not in reading.kinds
    named = named or _FOR_CAUSE.match(reading.entities[identifier].name) is not None
    named = named or (reading.language == "en" and _WITH_CAUSE.match(reading.entities[identifier].name) is not None)
    return named or bool({role.split()[-1] for role in reading.roles.get(identifier, ()) if role} & UNIONS)


def called(reading: Reading, token: Token, identifier: str) -> bool:
    """Tell whether the text calls the entity by the noun, or its name holds it (« the commission »)."""
    if reading.entities[identifier].type is EntityType.PERSON and _thing(reading, token):
        return False  # "the container ship, Jane Miller said"
    if reading.entities[identifier].type is EntityType.EVENT and _work(reading, token):
        return False  # "the documentary" is no Film Festival
    body = reading.entities[identifier].type is EntityType.ORGANIZATION
    if body and token.lower in _SEATS:
        return False  # « la députée (LR) du Loiret »
    if token.lower in YOUNG and (little(reading, identifier) or born_to(reading, identifier)):
        return True
    known = {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}
    union = token.lower in UNIONS | CAUSES and is_union(reading, identifier)
    union = union or by_kind(reading, token.lower, identifier)
    former = token.lower.startswith("ex-") and token.lower.removeprefix("ex-") in known
    if union or former or token.lower in known or in_name(reading, token, identifier):
        return True
    return akin(reading, token, identifier) and not (body and _happens(reading, token))


def _happens(reading: Reading, token: Token) -> bool:
    """Tell "the conference" from the Climate Forum that holds it."""
    return reading.language == "en" and token.lower in ("conference", "summit", "meeting", "congress")


def _thing(reading: Reading, token: Token) -> bool:
    kind = noun_classes(reading.language).get(token.lower)
    return kind is not None and kind.type in (EntityType.WORK, EntityType.EVENT) and token.lower not in EITHER


def _work(reading: Reading, token: Token) -> bool:
    kind = noun_classes(reading.language).get(token.lower)
    return kind is not None and kind.type is EntityType.WORK
