"""Finds who does what a clause mentions beside its verb: « par le rachat de X », « dans un rapport publié mardi »."""

from typing import Final

from kg.extract.coreference.nouns import deeds, names_person, names_place, troops
from kg.extract.frames.holders import antecedent
from kg.extract.frames.load import load_frames
from kg.extract.frames.places import within_phrase
from kg.extract.frames.site import Site
from kg.extract.grammar.antecedents import governed_relative
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.subjects import deep_subject, surface_subject
from kg.extract.grammar.voice import is_participle, is_passive, turns
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

RESULTS: Final = (
    *("après", "à la suite de", "à la faveur de", "sur", "suite à", "face à"),
    *("with", "by", "after", "following", "thanks to", "through", "courtesy of"),
)
_FOLLOWING: Final = ("suite à", "à la suite de", "après", "lors de", "à l'issue de", "au cours de", "au terme de")
_MEANS: Final = frozenset(
    [
        *"par avec via pour en by through with via on during in".split(),
        *("grâce à", "par le biais de", "lors de", "à l'occasion de", "au cours de", "dans le cadre de"),
    ]
)
# « a frappé le nord de l'Italie »
_SIDES: Final = frozenset(
    """centre nord sud est ouest nord-est nord-ouest sud-est sud-ouest côte côtes littoral moitié partie pointe rives
    sommet alentours environs région régions province provinces arrière-pays""".split()
)
_CARRYING: Final = ("propuls", "envoi", "envoy", "qualifi", "hiss", "plac", "rapproch", "relanc")
_ENABLING: Final = (*_CARRYING, "permet", "permi", "permett", "offr", "offer", "assur", "donn", "ouvr")
_INQUIRIES: Final = ("enquête", "investigation", "instruction")
_AT_WHOM: Final = ("à", "contre", "sur")
_AIMED: Final = ("on", "against", "at")
_PROJECTS: Final = ("projet", "plan", "accord", "offre", "proposition", "négociations", "discussions")
_SAID_IN: Final = ("dans", "in")
PARTS: Final = frozenset(
    """% percent percentage part parts droits vote action actions titre titres capital majorité moitié tiers quart
    quarts totalité intégralité ensemble participation participations stake stakes share shares shareholding
    interest majority half third quarter""".split()
)
_OF: Final = ("de", "dans", "à", "of", "in")


def by_means(reading: Reading, site: Site, results: tuple[str, ...] = ()) -> list[Token]:
    """Return the subject of the clause that « par le rachat de X », « a annoncé le rachat de X » belongs to."""
    sentence, noun = site.sentence, _project(site.sentence, site.token)
    above = sentence.head(noun)
    carried = (
        noun.dep.startswith("obj")
        and above is not None
        and (above.lower in load_frames(reading.language).clause_verbs.get("carrying", ()) or _together(sentence, noun))
    )
    after = preposition(sentence, noun) in results
    if not (carried or after or _through(sentence, noun)) or _has_agent(sentence, noun) or _visited(reading, site):
        return []
    verb = verb_above(sentence, noun)
    return deep_subject(sentence, verb) if verb is not None else []


def taking_part(site: Site) -> list[Token]:
    """Return A of « a bouclé un tour de table mené par X, avec la participation de A et de B »."""
    below = [t for t in site.sentence.subtree(site.token) if t.lower == "participation"]
    below = [t for t in below if preposition(site.sentence, t) == "avec" and t.index > site.token.index]
    return [t for noun in below for t in with_preposition(site.sentence, noun, "de") if t.name is not None][:1]


def _project(sentence: Sentence, noun: Token) -> Token:
    """Return « projet » of « a confirmé le projet de fusion avec X », else the noun."""
    above = sentence.head(noun) if noun.dep.startswith("nmod") and preposition(sentence, noun) == "de" else None
    return above if above is not None and above.lower in _PROJECTS else noun


def _together(sentence: Sentence, noun: Token) -> bool:
    """Tell « A et B renforcent leur partenariat »."""
    return any(c.lower in ("leur", "their") for c in sentence.children(noun, "det", "nmod:poss"))


def _through(sentence: Sentence, noun: Token) -> bool:
    """Tell « grâce au rachat de X », « lors d'un voyage à X »; with a possessive also « après son rachat de X »."""
    before = preposition(sentence, noun)
    head = sentence.head(noun)
    if before in _MEANS:
        return before != "en" or head is None or not turns(sentence, head)
    if not before:
        return head is not None and head.lower == "lors"
    if head is not None and head.lower == "vue":  # « en vue du rachat de X »
        return True
    return any(c.lower in POSSESSIVES for c in sentence.children(noun, "det", "nmod:poss"))


def _has_agent(sentence: Sentence, noun: Token) -> bool:
    return any(preposition(sentence, child) in ("par", "by") for child in sentence.children(noun))


def _visited(reading: Reading, site: Site) -> bool:
    """Tell « lors de la visite du roi en Espagne », which is the king's, not that of whoever speaks."""
    below = site.sentence.children(site.token, "nmod")
    doers = [t for t in below if preposition(site.sentence, t) in ("de", "of")]
    lasting = preposition(site.sentence, site.token) in ("lors de", "au cours de", "during")
    return lasting and any(names_person(t.lower, reading.language) for t in doers)


def within(site: Site) -> list[Token]:
    """Return who speaks in what the participle describes: « dans un rapport publié mardi, Novatel affirme »."""
    sentence, verb = site.sentence, site.token
    thing = sentence.head(verb)
    agents = any(child.dep == "obl:agent" for child in sentence.children(verb)) or _has_agent(sentence, verb)
    if thing is None or not verb.dep.startswith("acl") or agents or not is_participle(verb):
        return []
    above = sentence.head(thing)
    if above is None or above.pos != "VERB" or preposition(sentence, thing) not in _SAID_IN:
        return []
    known = any(c.lower in ("le", "la", "l'", "l’") for c in sentence.children(thing, "det"))
    if known and thing.index > above.index and any(sentence.children(above, "obj")):
        return []  # « a dénoncé des erreurs dans le rapport publié mardi », of whomever
    return surface_subject(sentence, above)


def teller(site: Site) -> list[Token]:
    """Return who says what befalls the thing itself: "Novatel said revenue dropped to $22.9bn"."""
    sentence, noun = site.sentence, site.token
    verb = sentence.head(noun)
    bare = not any(sentence.children(noun, "nmod", "nmod:poss")) and noun.dep.startswith("nsubj")
    above = sentence.head(verb) if verb is not None and bare else None
    if verb is None or above is None or not verb.dep.startswith("ccomp") or above is verb:
        return []
    return surface_subject(sentence, above)


def shared(reading: Reading, site: Site) -> list[Token]:
    """Return the body that a share is of: « racheter 50 % du capital de X », "bought a majority stake in X"."""
    sentence = site.sentence
    if site.kind == "verb":
        level = deep_object(sentence, site.token)
        whole = _known(reading, sentence, level) if is_passive(sentence, site.token) else []
        if whole:
            return whole  # « Novatel, détenu à 40 % par X »
    else:
        level = [t for t in sentence.children(site.token, "nmod") if preposition(sentence, t) in ("de", "of")]
    for _ in range(3):
        parts = [t for t in level if t.lower in PARTS or t.lower.isdigit()]
        level = [
            child
            for part in parts
            for child in sentence.children(part, "nmod", "obl")
            if preposition(sentence, child) in _OF
        ]
        found = _known(reading, sentence, level)
        if found:
            return found
    return _beside_share(reading, site) if site.kind == "verb" else []


def _known(reading: Reading, sentence: Sentence, level: list[Token]) -> list[Token]:
    """Return the first that is no part and stands for somebody, by the name beside it too: « son rival Suez »."""
    for token in level:
        named = [c for c in sentence.children(token, "appos") if c.name is not None]
        found = [t for t in (token, *named) if t.lower not in PARTS and reading.referents(sentence, t)]
        if found:
            return found[:1]
    return []


def _beside_share(reading: Reading, site: Site) -> list[Token]:
    """Return the body of « X, dont il détient 21 % », « possède 43 % des parts dans X », where the verb bears it."""
    sentence = site.sentence
    part = next((t for t in sentence.children(site.token, "obl") if t.lower == "%"), None)  # « monte à 25 % de X »
    if not any(t.lower in PARTS for t in deep_object(sentence, site.token)) and part is None:
        return []
    near = (site.token, *sentence.children(site.token, "nsubj"))  # « dont X détient 21 % »
    relative = next((t for above in near for t in sentence.children(above) if t.lower == "dont"), None)
    if relative is not None:
        head = sentence.head(site.token)
        return [head] if head is not None and site.token.dep.startswith("acl") else antecedent(sentence, relative)
    below = governed_relative(sentence, site.token, "dans")
    below += [t for t in sentence.children(site.token, "obl") if preposition(sentence, t) in ("dans", "in")]
    heads = [*below, *([part] if part is not None else [])]
    inner = [c for t in heads if t.lower in PARTS for c in sentence.children(t, "nmod")]
    inner += [c for t in inner if t.lower in PARTS for c in sentence.children(t, "nmod")]
    return _known(reading, sentence, [*below, *inner])


def author(reading: Reading, site: Site) -> list[Token]:
    """Return whose the thing is that a clause speaks of: « le rapport de Novatel, publié mardi »."""
    sentence = site.sentence
    thing = next(iter(deep_object(sentence, site.token) or surface_subject(sentence, site.token)), None)
    if thing is None or any(child.dep == "obl:agent" for child in sentence.children(site.token)):
        return []
    relative = next((t for t in sentence.children(site.token) if t.lower == "dont" and t.index < thing.index), None)
    if relative is not None:  # « Anne Dubois, dont le livre est paru en 2008 »
        return antecedent(sentence, relative)
    owners = [t for t in sentence.children(thing, "nmod", "det", "nmod:poss") if _owns(sentence, t)]
    topic = [t for t in sentence.children(thing, "nmod") if t.name is None and t.index > thing.index]
    inner = [c for t in topic[:1] for c in sentence.children(t, "nmod") if _owns(sentence, c) and c.name is not None]
    found = [t for t in (*owners, *inner) if reading.referents(sentence, t)]
    return found[:1]


def _owns(sentence: Sentence, token: Token) -> bool:
    possessive = token.lower in POSSESSIVES or token.dep == "nmod:poss"
    return possessive or preposition(sentence, token) in ("de", "of", "by", "par")


def deed(reading: Reading, site: Site) -> list[Token]:
    """Return whose the deed is that does what a verb says: « expulsée par une vaste offensive de Daech ».

    So « chassée à la suite d'une offensive de Daech », where nobody else is said to do it.
    """
    sentence = site.sentence
    doers = deep_subject(sentence, site.token)
    behind = sentence.children(site.token, "obl") if not doers else ()
    following = (t for t in behind if preposition(sentence, t) in _FOLLOWING and t.index > site.token.index)
    done = [t for t in (*doers, *following) if t.lower in deeds()]
    done = [part for t in done for part in (t, *sentence.children(t, "appos"))]  # « une offensive surprise de Daech »
    below = [c for t in done for c in sentence.children(t, "nmod") if preposition(sentence, c) in ("de", "of")]
    bodies = (EntityType.ORGANIZATION, EntityType.PERSON, EntityType.GROUP)
    return [t for t in below if any(reading.entities[r.entity].type in bodies for r in reading.referents(sentence, t))][
        :1
    ]


def inquirer(reading: Reading, site: Site) -> list[Token]:
    """Return who makes the inquiry: « visé par une enquête de X », « l'enquête visant Y, ouverte par X »."""
    sentence = site.sentence
    near = [*deep_subject(sentence, site.token), *site.words, *sentence.children(site.token, "obl", "nmod")]
    above = sentence.head(site.token) if site.token.dep.startswith("acl") else None
    inquiries = [t for t in (*near, *([above] if above is not None else [])) if t.lower.startswith(_INQUIRIES)]
    for noun in inquiries[:1]:
        beside = (*sentence.children(noun, "acl", "amod"), *sentence.children(site.token, "advcl", "acl"))
        done = [c for c in beside if is_participle(c)]
        agents = [a for c in done for a in sentence.children(c, "obl") if preposition(sentence, a) == "par"]
        owners = [c for c in sentence.children(noun, "nmod") if preposition(sentence, c) in ("de", "par")]
        found = [t for t in (*agents, *owners) if reading.referents(sentence, t)]
        if found:
            return found[:1]
    return []


def troop(reading: Reading, site: Site) -> list[Token]:
    """Return whose the fighters or positions are that it is done to: « contre les forces du régime de X ».

    A number says that it is so many of them: « six soldats de X » are not X.
    """
    sentence, verb = site.sentence, site.token
    behind = [t for t in sentence.children(verb, "obl", "nmod") if preposition(sentence, t) in {*_AT_WHOM, *_AIMED}]
    fired = [t for thing in site.words or deep_object(sentence, verb) for t in sentence.children(thing, "nmod")]
    behind += [t for t in fired if preposition(sentence, t) in _AIMED]  # "launched strikes against positions of X"
    for noun in (*deep_object(sentence, verb)[:1], *behind):
        at: Token | None = noun
        while at is not None and at.lower in troops() and not _some(sentence, at):
            owners = sentence.children(at, "nmod", "appos", "flat", "compound")
            owner = next((t for t in owners if _owner(sentence, t)), None)
            if owner is not None and reading.referents(sentence, owner):
                return [owner] if owner.name is not None else []
            at = owner
    return []


def _some(sentence: Sentence, noun: Token) -> bool:
    """Tell « six soldats », « un militant », « des rebelles » from « les soldats »."""
    dets = [t.lower for t in sentence.children(noun, "det")]
    return any(sentence.children(noun, "nummod")) or any(t in ("un", "une", "plusieurs", "a", "an") for t in dets)


def _owner(sentence: Sentence, token: Token) -> bool:
    """Tell « de X », and a name that stands bare behind its noun: « les militants X »."""
    before = preposition(sentence, token)
    return before in ("de", "of") or (not before and token.name is not None)


def enabled(site: Site) -> list[Token]:
    """Return whom the deed helps: « une victoire contre Y permet à X de … », « propulse X en finale »."""
    sentence, noun = site.sentence, site.token
    first = sentence.head(noun) if noun.dep == "conj" else noun  # « vingt points et une victoire permettent à X »
    above = sentence.head(first) if first is not None and first.dep == "nsubj" else None
    verbs = [above] if above is not None else list(sentence.children(noun, "acl:relcl"))
    verb = next((t for t in verbs if t.lower.startswith(_ENABLING)), None)
    if verb is None:
        return []
    to = [t for t in sentence.children(verb, "obl") if preposition(sentence, t) == "à" and t.dep != "obl:agent"]
    return to[:1] or (deep_object(sentence, verb)[:1] if verb.lower.startswith(_CARRYING) else [])


def scene(reading: Reading, site: Site) -> list[Token]:
    """Return the place of what the object names: « revendique l'attentat de Nice », « ravage une usine de Lille »."""
    sentence = site.sentence
    for deed_ in deep_object(sentence, site.token)[:1]:
        known = deed_.lower in deeds() | _SIDES or names_place(deed_, reading.language)
        inside = sorted(sentence.subtree(deed_), key=lambda t: t.index) if known else []
        for token in inside:
            found = [reading.entities[r.entity].type for r in reading.referents(sentence, token)]
            if EntityType.PLACE in found and within_phrase(sentence, token, deed_):
                return [token]
    return []


def whoever_acts(site: Site) -> list[Token]:
    """Return the subject of the clause that a participle behind a comma belongs to: « prend la place, devancé par Y ».

    Parsers hang it from the last noun before the comma, or from the object.
    """
    sentence, verb = site.sentence, site.token
    if not is_participle(verb) or any(sentence.children(verb, "aux", "nsubj", "cop")):
        return []
    above = verb_above(sentence, verb)
    return surface_subject(sentence, above) if above is not None and above.pos == "VERB" else []
