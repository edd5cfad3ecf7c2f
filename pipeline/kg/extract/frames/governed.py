"""Finds what a preposition governs: words that hang from the trigger, from its expression, from its object."""

from typing import Final

from kg.extract.coreference.nouns import names_person, names_speaker
from kg.extract.coreference.ranking.sought import RELATIVES
from kg.extract.frames.further import HOW_LONG, deeper, may_fill, standing_apart, transparent
from kg.extract.frames.holders import at_which
from kg.extract.frames.load import load_frames
from kg.extract.frames.places import IN_PLACE, where_told
from kg.extract.frames.site import Site
from kg.extract.frames.sought import aimed_at
from kg.extract.grammar.antecedents import governed_relative, is_share
from kg.extract.grammar.prepositions import ACCORDING_FR, OCCASIONS, preposition, with_preposition
from kg.extract.participants.words import expand
from kg.extract.reading import TERMS, Reading
from kg.lexicon.closed import CHARGED, EVENTIVE_ENDS
from kg.lexicon.tables import COUNTRY, places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Ends of nouns for what is done: whom it is done to stands right behind « de », nothing deeper does.
_FAMILY: Final = frozenset("famille parents proches enfants enfant héritiers héritière héritier victimes".split())
_HOSTILE: Final = ("opposition", "lutte", "résistance", "contestation")
_SENTENCING: Final = ("condamn", "sentenc", "puni", "écop", "suspend", "interdi", "sanctionn", "requi", "requér")
_SUMS: Final = frozenset(
    """million millions milliard milliards euros dollars partie moitié tiers quart totalité intégralité majorité
    paquet train volée salve série""".split()
)
_MEANWHILE: Final = (*OCCASIONS, "après", "avant", "depuis", "malgré", "à la suite de")
AT: Final = ("à", "at", "chez")
_BENCH: Final = ("judge", "justice", "magistrate")
_FACING: Final = ("contre", "sur", "face à", "devant", "chez")
_SPEAKING_UP: Final = ("élev", "élèv", "prononc", "milit", "mobilis")  # not « porte plainte pour vol contre X »
_IN_OFFICE: Final = ("intérim", "exercice", "vie")  # « présidente par intérim de Novatel »
_HINDERING: Final = frozenset(
    """blocage suspension interdiction report annulation arrêt gel rejet refus ajournement interruption empêchement
    perturbation sabotage""".split()
)
_OCCASIONS: Final = frozenset(
    # « au lendemain de » · « dans un entretien au Monde, X demande … »: nothing is asked of the paper
    "lendemain veille début fin moment tribune entretien interview déclaration".split()
)
_RANKS: Final = ("ième", "premier", "première", "second", "seconde")

# Stems of verbs that take of what somebody is accused with "of", whatever the parser hangs it from.
_CHARGING: Final = ("accus", "suspect", "convict", "acquit", "soupçonn")


def between(reading: Reading, site: Site) -> list[Token]:
    """Return the sides of « entre A et B », "between A and B"."""
    joint = "entre" if reading.language == "fr" else "between"
    own = with_preposition(site.sentence, site.token, joint)
    # « le duel annoncé entre A et B », « la guerre des prix entre A et B »
    said = site.sentence.children(site.token, "acl", "nmod", "amod") if site.kind == "noun" else ()
    own = own or [t for below in said if below.name is None for t in with_preposition(site.sentence, below, joint)]
    return own or _between_above(site, joint) or deeper(reading, site, joint)


def _between_above(site: Site, joint: str) -> list[Token]:
    """Return both sides that hang from the verb: « un accord a été signé lundi entre A et B »."""
    verb = site.sentence.head(site.token)
    if site.kind != "noun" or verb is None:
        return []
    below = [t for t in site.sentence.children(site.token, "acl") if t.pos == "VERB"]  # « le pacte signé entre A et B »
    ongoing = verb.lower == "cours" and preposition(site.sentence, verb) == "en"
    # « des discussions sont en cours entre … »
    tells = verb.pos == "VERB" or ongoing or any(site.sentence.children(verb, "cop"))
    above = [verb] if tells and site.token.dep.startswith(("nsubj", "obj")) else []
    # « la tension est montée d'un cran entre A et B », « le ton monte depuis lundi entre A et B »
    told = load_frames("fr" if joint == "entre" else "en").nouns
    acts = [one for one in above if one.pos == "VERB"]  # « des tensions sont vives à la frontière entre A et B »
    near = [t for one in acts for t in site.sentence.children(one, "obl") if t.name is None and t.lower not in told]
    found = [t for one in (*below, *above) for t in with_preposition(site.sentence, one, joint)]
    return found or [t for one in near for t in with_preposition(site.sentence, one, joint)]


def prepositional(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return dependents with the preposition: of the expression's words, else, for a verb, of its object."""
    if function == "par" and _hindered(site):
        return []
    instead = ((_dative(site) or _penalty(site)) if function == "à" else []) or (
        at_which(site) if function in IN_PLACE else []
    )
    instead = instead or aimed_at(site, function)
    instead = instead or (governed_relative(site.sentence, site.token, function) if site.kind == "verb" else [])
    if instead:
        return instead
    heads = [*_heads(reading, site, function), *_brought(reading, site)]
    for head in heads:
        found = [t for t in with_preposition(site.sentence, head, function) if may_fill(t, site)]
        found = [t for t in found if not (function == "à" and _behind_name(site, t))]
        found = [t for t in found if not (function == "à" and where_told(reading, site, t))]
        found = [] if function == "of" and is_share(site.sentence, site.token) else found
        found = _countries_first(site, found) if function == "à" and len(found) > 1 else found
        if found:
            found = [*_nearer(site, function, found[0]), *found] if head is site.token and function == "à" else found
            whom = _whom(reading, function, found[0])
            named = [t for t in found if t.name is not None and not whom and not _apart(site, found[0], t)]
            set_apart = any(_apart(site, found[0], t) for t in found if t.name is not None)
            known = named or (
                found if whom or set_apart else _standing(reading, site, found)
            )  # "born in 1932 in Bergen"
            first = _nearest(_inner(reading, site, known, function), site)
            after = [t for t in found if t not in first and t.index > site.token.index]
            return [*first, *after] if named else first
    apart = _charge(site) if function == "de" else []
    apart = (
        apart
        or standing_apart(reading, site, function)
        or transparent(site, function)
        or deeper(reading, site, function)
    )
    if apart:
        return apart
    if function == "to":
        return list(site.sentence.children(site.token, "iobj"))
    own = function not in ("de", "of") or site.token.lower.startswith(_CHARGING)  # "accused Jane Miller of fraud"
    return _of_object(site, function) if site.kind == "verb" and own else []


def _whom(reading: Reading, function: str, first: Token) -> bool:
    """Tell « s'en prend à un soldat à Lyon », « fonce sur une foule sur Times Square »: a name behind says where."""
    if function == "sur":
        return names_speaker(first.lower, reading.language)
    return function == "à" and names_person(first.lower, reading.language)


def _behind_name(site: Site, complement: Token) -> bool:
    """Tell « le Premier ministre, Paul Martin, à l'Élysée »: behind a title's name it is where something happens."""
    if site.kind != "noun":
        return False
    names = site.sentence.children(site.token, "appos")
    apart = (t for t in names if t.name is not None and t.index < complement.index)
    return any(site.sentence.tokens[t.index - 1].text == "," for t in apart)


def _penalty(site: Site) -> list[Token]:
    """Return « mois » of « condamné à six mois de prison à Lyon », before any place."""
    judged = site.kind == "verb" and site.token.lower.startswith(_SENTENCING)  # « adhère à vingt ans au parti »
    found = with_preposition(site.sentence, site.token, "à") if judged else []
    return [t for t in found if t.lower in TERMS and may_fill(t, site)][:1]


def _countries_first(site: Site, found: list[Token]) -> list[Token]:
    """Return « la France » of « opposée à Marseille à la France » first: nothing takes place « à la France »."""
    countries = [t for t in found if t.text in places() and any(site.sentence.children(t, "det"))]
    countries = [t for t in countries if places()[t.text] >= COUNTRY]
    return [*countries, *(t for t in found if t not in countries)]


def _hindered(site: Site) -> bool:
    """Tell « le blocage de la parution du journal par la CGT »: who blocks it does not publish it."""
    above = site.sentence.head(site.token) if site.kind == "noun" and site.token.dep == "nmod" else None
    return above is not None and above.lower in _HINDERING and preposition(site.sentence, site.token) == "de"


def _apart(site: Site, first: Token, name: Token) -> bool:
    """Tell « a adhéré au parti de X, a-t-elle dit au Figaro »: the verb takes the first, a comma parts the name.

    « directrice de recherche au laboratoire de chimie de X, à Lyon » is one of X.
    """
    taken = first.dep == "obl:arg" and name.dep == "obl:mod"
    taken = taken or (site.kind == "noun" and any(t.name is not None for t in site.sentence.subtree(first)))
    return first.name is None and taken and any(t.text == "," for t in site.sentence.tokens[first.index : name.index])


def _nearer(site: Site, function: str, first: Token) -> list[Token]:
    """Return what hangs from the expression's noun before that: « a rendu visite à Jean Dubois à Rabat »."""
    if site.kind != "verb":
        return []
    below = [t for word in site.words for t in with_preposition(site.sentence, word, function)]
    return [t for t in below if site.token.index < t.index < first.index and may_fill(t, site)]


def _standing(reading: Reading, site: Site, found: list[Token]) -> list[Token]:
    """Return « région » of « ministre de la Justice de la région de Lyon »: of several, what stands for something."""
    known = [t for t in found if expand(reading, site.sentence, t)] if len(found) > 1 else []
    return known or found


def _heads(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return the words from which what a preposition governs may hang."""
    heads = [site.token, *site.words, *([site.support] if site.support is not None else [])]
    heads += [t for t in site.sentence.children(site.token, "nmod") if t.lower in _IN_OFFICE]
    if site.kind == "noun" and function in _FACING:  # « un succès étriqué contre X », « probant face à X »
        heads += [t for t in site.sentence.children(site.token, "acl", "amod") if t.index == site.token.index + 1]
    if site.kind == "noun" and function in ("of", "from"):  # "Sergeant Jane Miller, of Kent Police"
        beside = site.sentence.children(site.token, "appos")
        bench = site.token.lower in _BENCH  # "Justice Jane Miller of the High Court"
        near = [t for t in beside if t.index == site.token.index + 1]
        heads += [t for t in near if bench or _comma_after(site, t) or _of_body(reading, site, t)]
    if site.kind == "verb":  # "has moved back to Salford", "finished second to X": English parsers hang it there
        heads += [t for t in site.sentence.children(site.token, "advmod") if t.index > site.token.index]
        heads += _in_passing(site)
    return heads


def _in_passing(site: Site) -> list[Token]:
    """Return « troisième » of « se classe troisième derrière X », « mi-juin » of « se sépare mi-juin de X »."""
    below = site.sentence.children(site.token, "xcomp", "obl", "obl:mod")
    return [t for t in below if t.lower.startswith("mi-") or t.lower.endswith(_RANKS)]


def _comma_after(site: Site, name: Token) -> bool:
    """Tell "Sergeant Jane Miller, of Kent Police" from "Councillor Jane Miller of the Labour Party"."""
    after = site.sentence.tokens[name.index + 1 : name.index + 2]
    return name.name is not None and any(t.text == "," for t in after)


def _of_body(reading: Reading, site: Site, name: Token) -> bool:
    """Tell "Commissioner Jane Miller of the Transport Department" from "… of the Labour Party", "… of Leeds"."""
    after = (t for t in site.sentence.children(name, "nmod") if preposition(site.sentence, t) == "of")
    found = [r.entity for t in after for r in reading.referents(site.sentence, t)]
    bodies = [entity for entity in found if reading.entities[entity].type is EntityType.ORGANIZATION]
    party = any(reading.kinds.get(e) == "party" or "Party" in reading.entities[e].name for e in bodies)
    triggers = load_frames(reading.language).nouns.get(site.token.lower, ())
    office = any(trigger.relation == "holdsPosition" for trigger in triggers) and not site.token.plural
    return bool(bodies) and office and not party


def _charge(site: Site) -> list[Token]:
    """Return Novatel of « directrice chargée des finances de Novatel », « déléguée à la recherche à Novatel »."""
    if site.kind != "noun":
        return []
    sentence = site.sentence
    charges = [t for t in sentence.children(site.token, "acl", "amod") if t.lower in CHARGED]
    charges += [t for t in sentence.children(site.token, "nmod") if t.lower == "charge"]
    inside = [t for charge in charges for t in sentence.subtree(charge) if t.name is not None]
    return [t for t in inside if preposition(sentence, _whose_name(sentence, t)) in {"de", *AT}][:1]


def _brought(reading: Reading, site: Site) -> list[Token]:
    """Return the verb that says who brings what the expression's noun names: "dismissed a lawsuit filed by X"."""
    lent = load_frames(reading.language).light.get("agent", {})
    nouns = (word for word in site.words if word.pos == "NOUN")
    return [t for noun in nouns for t in site.sentence.children(noun, "acl") if t.lower in lent]


def _inner(reading: Reading, site: Site, found: list[Token], function: str) -> list[Token]:
    """Return the name inside a portfolio: « ministre des transports du Québec », « chef du service de Novatel »."""
    event = site.token.lower.endswith(EVENTIVE_ENDS)
    if site.kind != "noun" or event or function not in ("de", "of", "à") or found[0].name is not None:
        return found
    kin = found[0].lower  # « l'avocat du frère de X », « des parents de X » is not X's
    another = kin in RELATIVES | _FAMILY or kin.removesuffix("s") in RELATIVES
    if (
        another
        or reading.referents(site.sentence, found[0])
        or found[0].lower in _HOSTILE
        or _somebody(reading, site, found[0])
    ):
        return found  # « un soutien de l'opposition à X »
    if found[0].plural and len(expand(reading, site.sentence, found[0])) > 1:
        return found  # « administratrice de plusieurs entreprises, dont A et B »
    inside = sorted(site.sentence.subtree(found[0]), key=lambda t: t.index)
    named = [t for t in inside if t.name is not None]
    deeper = [t for t in named if preposition(site.sentence, t) in ("de", function)]
    deeper = deeper or [t for t in named if preposition(site.sentence, _whose_name(site.sentence, t)) == "de"]
    deeper = deeper or [t for t in inside if t.name is not None and preposition(site.sentence, t) in AT]
    taken_up = (t for t in inside if t.index > found[0].index and preposition(site.sentence, t) == "de")
    title = names_person(site.token.lower, reading.language)  # not « des accusations de manipulation de la plateforme »
    whole = [t for t in taken_up if title and not deeper and _stands_for_body(reading, site.sentence, t)]
    return deeper or [t for t in found if t.name is not None] or whole[:1] or found


def _stands_for_body(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell « chaîne » of « chef du service politique de la chaîne », where the text says which."""
    kinds = {reading.entities[r.entity].type for r in reading.referents(sentence, noun)}
    return bool(kinds) and kinds <= {EntityType.ORGANIZATION, EntityType.PLACE}


def _somebody(reading: Reading, site: Site, word: Token) -> bool:
    """Tell « la mort du frère de X », no portfolio: it befell another person than X."""
    kin = names_person(word.lower, reading.language) and not word.plural
    return kin and (site.token.lower == "mort" or not names_person(site.token.lower, reading.language))


def _whose_name(sentence: Sentence, name: Token) -> Token:
    """Return the noun that a name stands beside, « groupe » of « du groupe familial Novatel », else the name."""
    noun = sentence.head(name)
    beside = noun is not None and name.dep == "appos" and noun.index < name.index
    if noun is None or not beside or any(t.pos != "ADJ" for t in sentence.tokens[noun.index + 1 : name.index]):
        return name
    return noun


def _dative(site: Site) -> list[Token]:
    """Return the French clitic that stands for « à lui », « à eux »."""
    return [t for t in site.sentence.children(site.token, "iobj", "obj", "obl") if t.lower in ("lui", "leur")]


def _of_object(site: Site, function: str) -> list[Token]:
    """Return what hangs from an object, not from a circumstance that tells something of its own.

    « remporte le titre après la défaite de la favorite face à X », « s'élève pour un vaccin contre la grippe »,
    « se prononcent, selon l'enquête de Novatel pour X »
    """
    for thing in site.sentence.children(site.token, "obj", "obl", "nsubj:pass"):
        joint = preposition(site.sentence, thing)
        apart = joint in _MEANWHILE or thing.lower in _OCCASIONS or _remark(site, thing)
        spoken_up = joint == "pour" and function == "contre" and site.token.lower.startswith(_SPEAKING_UP)
        apart = apart or joint in ACCORDING_FR or spoken_up
        if thing.dep.startswith("obl") and apart:
            continue
        heads = (thing, *_measured(site, thing))
        found = [t for noun in heads for t in with_preposition(site.sentence, noun, function)]
        found = [t for t in found if t.lower not in HOW_LONG]
        found = [t for t in found if not _whose_he_is(site.sentence, thing, t)]
        if found:
            return found
    return []


def _measured(site: Site, thing: Token) -> list[Token]:
    """Return « aide » of « 100 millions d'euros d'aide à X », « fortune » of « une partie de sa fortune à X »."""
    parts = [thing] if thing.lower in _SUMS else []
    below = [t for part in parts for t in with_preposition(site.sentence, part, "de") if t.name is None]
    return [*below, *(t for noun in below for t in with_preposition(site.sentence, noun, "de") if t.name is None)]


def _whose_he_is(sentence: Sentence, name: Token, body: Token) -> bool:
    """Tell "accused Jane Miller, of the Daily Echo, of lying": between commas stands where she is, no charge.

    So does what stands before the verb: "Jane Miller of Ohio was accused of lying".
    """
    joint, verb = sentence.child(body, "case"), sentence.head(name)
    if joint is not None and joint.lower == "of" and verb is not None and body.index < verb.index:
        return True
    return joint is not None and name.name is not None and sentence.tokens[joint.index - 1].text == ","


def _remark(site: Site, thing: Token) -> bool:
    """Tell "voted to strike, a first for the chain": what a comma sets apart, with an article and no preposition."""
    article = site.sentence.child(thing, "det")
    bare = article is not None and not preposition(site.sentence, thing)
    return bare and article is not None and site.sentence.tokens[article.index - 1].text == ","


def _nearest(found: list[Token], site: Site) -> list[Token]:
    """Prefer what follows the trigger."""
    after = [token for token in found if token.index > site.token.index]
    return (after or found)[:1]
