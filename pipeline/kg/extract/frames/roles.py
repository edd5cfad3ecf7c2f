"""Finds the words that fill a role: one function of the tree for each notation of the frames."""

import re
from collections.abc import Callable
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.contents import content, judgement, receiver, retained
from kg.extract.frames.holders import (
    at_which,
    bare_body,
    of_office,
    of_post,
    predicated,
    relative_of,
    shared_of,
    whoever_is,
)
from kg.extract.frames.load import CLASSES, load_frames
from kg.extract.frames.means import RESULTS, author, by_means, deed, scene, shared, teller, troop, whoever_acts, within
from kg.extract.frames.places import IN_PLACE, round_of, where, within_phrase
from kg.extract.frames.site import Site
from kg.extract.grammar.antecedents import whose
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.subjects import deep_subject
from kg.extract.grammar.voice import hyphened, is_participle
from kg.extract.papers import writers
from kg.extract.participants import expand
from kg.extract.reading import Reading
from kg.lexicon.tables import fold, lexicon
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

NO_WORD: Final = ("noun", "phrase", "place", "nation", "partyword", "court", "implied", "seat", "state")
# Ends of nouns for what is done: whom it is done to stands right behind « de », nothing deeper does.
_EVENTIVE: Final = ("sion", "tion", "ment", "age")
_CALLING: Final = frozenset("called calls described describes termed labelled labeled branded dubbed saw".split())
_HOSTILE: Final = ("opposition", "lutte", "résistance", "contestation")
_LASTING: Final = frozenset("jour jours journée heures semaine semaines mois ans day days week weeks".split())
_AGES: Final = ("ans", "âge")
_HOW_LONG: Final = frozenset("durée période duration period").union(_LASTING)
AT: Final = ("à", "at")
_IN_OFFICE: Final = ("intérim", "exercice", "vie")  # « présidente par intérim de Novatel »
QUANTITIES: Final = ("money", "percent", "count", "age", "number")

# What hangs now and then from how long it took, or when: « en 46 minutes devant X », « signé en 1957 entre X et Y ».
_FAR: Final = ("devant", "face à", "derrière", "aux dépens de", "entre")
AGAINST: Final = ("contre", "against", "envers", "towards")


def asked(notation: str) -> tuple[str, frozenset[str]]:
    """Return the function of a notation and the types that it alone admits: « à=agent », « subj=Event »."""
    function, _, only = notation.partition("=")
    return function, frozenset(name for part in only.split() for name in CLASSES.get(part, (part,)))


def one_only(function: str) -> bool:
    """Tell whether of the words in a function the first that fits fills the role: those with a preposition."""
    return function not in FUNCTIONS and function not in OF_READING and function != "entre"


def fillers(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return the words that stand in a function of the trigger."""
    if function in QUANTITIES or function in NO_WORD:
        return []
    if function in OF_READING:
        return OF_READING[function](reading, site)
    find = FUNCTIONS.get(function)
    if find is not None:
        return find(site)
    if function == "entre":
        between = "entre" if reading.language == "fr" else "between"
        own = with_preposition(site.sentence, site.token, between)
        return own or _between_above(site, between) or _deeper(reading, site, between)
    return _prepositional(reading, site, function)


def _between_above(site: Site, between: str) -> list[Token]:
    """Return both sides that hang from the verb: « un accord a été signé lundi entre A et B »."""
    verb = site.sentence.head(site.token)
    if site.kind != "noun" or verb is None or verb.pos != "VERB" or not site.token.dep.startswith(("nsubj", "obj")):
        return []
    return with_preposition(site.sentence, verb, between)


def _party(reading: Reading, site: Site) -> list[Token]:
    """Return the party whose name stands bare beside a title: « la députée PS de Lyon », "Senator Jane Miller (R)"."""
    beside = site.sentence.children(site.token, "appos", "nmod", "flat", "amod", "dep", "compound")
    bare = [t for t in beside if t.name is not None and not preposition(site.sentence, t)]
    kinds = reading.kinds
    return [t for t in bare if any(kinds.get(r.entity) == "party" for r in reading.referents(site.sentence, t))]


def _event(reading: Reading, site: Site) -> list[Token]:
    """Return the named event in which it takes place: « lors de la Coupe du monde », "in the final of the Open"."""
    for child in site.sentence.children(site.token, "obl", "nmod"):
        inside = sorted(site.sentence.subtree(child), key=lambda t: t.index)
        for token in [child, *(t for t in inside if t is not child and within_phrase(site.sentence, t, child))]:
            found = reading.referents(site.sentence, token)
            if any(reading.entities[r.entity].type is EntityType.EVENT for r in found):
                return [token]
    return []


def _object(site: Site) -> list[Token]:
    if site.kind == "noun":  # « une enquête visant X »
        return [t for word in site.words for t in site.sentence.children(word, "obj")][:1]
    return deep_object(site.sentence, site.token) or _of_the_rest(site) or _so_called(site)


def _of_the_rest(site: Site) -> list[Token]:
    """Return what the further words of an expression govern: "declined to hear [it]", "make [staff] redundant"."""
    rest = [word for word in site.words if word.head == site.token.index and word.pos in ("VERB", "ADJ")]
    return [t for word in rest for t in site.sentence.children(word, "obj", "nsubj")][:1]


def _so_called(site: Site) -> list[Token]:
    """Return what a free relative calls the object: "condemned what she called a cowardly act"."""
    sentence, verb = site.sentence, site.token
    after = sentence.tokens[verb.index + 1 : verb.index + 3]
    what = next((t for t in after if t.lower == "what"), None)
    if what is None:
        return []
    clauses = [*sentence.children(what, "acl"), *sentence.children(verb, "ccomp"), *sentence.children(verb, "obj")]
    calling = [t for t in clauses if t.pos == "VERB" and t.index > what.index and t.lower in _CALLING]
    below = [t for c in calling for t in sentence.children(c, "xcomp", "obj", "obl", "advcl", "ccomp")]
    return [t for t in below if t.pos == "NOUN" and t.index > calling[0].index][:1]


def _itself(site: Site) -> list[Token]:
    return [site.token]


def _possessor(site: Site) -> list[Token]:
    owners = [c for c in site.sentence.children(site.token, "det", "nmod:poss") if _possessive(c)]
    ahead = _named_later(site) if owners else []
    if ahead:
        return ahead
    return [whose(site.sentence, c) if c.lower == "whose" else c for c in owners]


def _named_later(site: Site) -> list[Token]:
    """Return the subject that an opening complement speaks of before it: « Grâce à sa victoire …, Lyon prend … »."""
    sentence, noun = site.sentence, _outermost(site)
    verb = sentence.head(noun)
    opening = noun.index < 4 and any(sentence.children(noun, "case")) and noun.dep.startswith(("obl", "advcl"))
    if verb is None or not opening or verb.pos not in ("VERB", "AUX") or verb.index < noun.index:
        return []
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index > noun.index]
    comma = any(t.text == "," for t in sentence.tokens[noun.index : subjects[0].index]) if subjects else False
    return subjects[:1] if comma else []


def _outermost(site: Site) -> Token:
    """Return the noun that what stands within it hangs from: « en compagnie de son mari et de sa fille »."""
    noun = site.token
    while noun.dep.startswith(("nmod", "conj")):
        above = site.sentence.head(noun)
        between = site.sentence.tokens[above.index : noun.index] if above is not None else ()
        if above is None or above.index > noun.index or any(t.text == "," for t in between):
            break
        noun = above
    return noun


def _attribute(site: Site) -> list[Token]:
    objects = deep_object(site.sentence, site.token)
    kin = site.sentence.children(site.token, "xcomp", "attr", "obj", "dep", "obl:mod", "obl:arg")
    bare = (t for t in kin if not preposition(site.sentence, t) and t.index > site.token.index)
    bare = (t for t in bare if t.pos in ("NOUN", "ADJ") or (t.pos == "PROPN" and t.name is None))
    return [t for t in bare if t not in objects and not _temporal(t)][:1]


def _temporal(token: Token) -> bool:
    """Tell a day that stands bare after its verb (« a été élue dimanche »)."""
    return fold(token.lower) in lexicon()["calendar"] or token.lower in ("début", "fin", "courant", "er", "1er")


def _subject(site: Site) -> list[Token]:
    if site.kind != "noun":
        found = deep_subject(site.sentence, site.token)
        above = (
            site.sentence.head(site.token) if site.kind == "adjective" and site.token.dep in ("amod", "appos") else None
        )
        return found or ([above] if above is not None and above.index < site.token.index else [])  # « X, marié à Y »
    return deep_subject(site.sentence, site.support) if site.support is not None else []


def _paper(reading: Reading, site: Site) -> list[Token]:
    """Return who speaks in the paper that says it: "a statement from Novatel said …"; police speak without a name."""
    found = [t for paper in _subject(site) for t in writers(site.sentence, paper)]
    return [t for t in found if reading.referents(site.sentence, t) or t.pos == "NOUN"][:1]


def _possessive(token: Token) -> bool:
    words = "son sa ses leur leurs his her its their".split()
    return token.lower in words or token.dep == "nmod:poss"


def _prepositional(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return dependents with the preposition: of the expression's words, else, for a verb, of its object."""
    instead = (_dative(site) if function == "à" else []) or (at_which(site) if function in IN_PLACE else [])
    if instead:
        return instead
    heads = [*_heads(site, function), *_brought(reading, site)]
    for head in heads:
        found = [t for t in with_preposition(site.sentence, head, function) if _may_fill(t, site)]
        if found:
            named = [t for t in found if t.name is not None]  # "was born in 1932 in Bergen"
            first = _nearest(_inner(reading, site, named or _standing(reading, site, found), function), site)
            after = [t for t in found if t not in first and t.index > site.token.index]
            return [*first, *after] if named else first
    apart = _standing_apart(reading, site, function) or _transparent(site, function) or _deeper(reading, site, function)
    if apart:
        return apart
    if function == "to":
        return list(site.sentence.children(site.token, "iobj"))
    return _of_object(site, function) if site.kind == "verb" and function not in ("de", "of") else []


def _standing(reading: Reading, site: Site, found: list[Token]) -> list[Token]:
    """Return « région » of « ministre de la Justice de la région de Lyon »: of several, what stands for something."""
    known = [t for t in found if expand(reading, site.sentence, t)] if len(found) > 1 else []
    return known or found


def _heads(site: Site, function: str) -> list[Token]:
    """Return the words from which what a preposition governs may hang."""
    heads = [site.token, *site.words, *([site.support] if site.support is not None else [])]
    heads += [t for t in site.sentence.children(site.token, "nmod") if t.lower in _IN_OFFICE]
    if site.kind == "noun" and function in ("of", "from"):  # "Sergeant Jane Miller, of Kent Police"
        beside = site.sentence.children(site.token, "appos")
        heads += [t for t in beside if t.index == site.token.index + 1 and _comma_after(site, t)]
    if site.kind == "verb":  # "has moved back to Salford", "finished second to X": English parsers hang it there
        heads += [t for t in site.sentence.children(site.token, "advmod") if t.index > site.token.index]
    return heads


def _comma_after(site: Site, name: Token) -> bool:
    """Tell "Sergeant Jane Miller, of Kent Police" from "Councillor Jane Miller of the Labour Party"."""
    after = site.sentence.tokens[name.index + 1 : name.index + 2]
    return name.name is not None and any(t.text == "," for t in after)


def _beyond(site: Site, function: str) -> list[Token]:
    """Return what hangs from the noun's own complement: "allegations of harassment against X"."""
    inner = [t for t in site.sentence.children(site.token, "nmod") if t.index > site.token.index]
    if function != "par":  # « la nomination de X à la Cour suprême par Y »
        inner = [t for t in inner if t.name is None]
    return [t for noun in inner for t in with_preposition(site.sentence, noun, function)][:1]


def _deeper(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return what such a preposition governs below a complement of the verb.

    No noun that tells something of its own stands between: « remporte le titre après la défaite du favori face à X ».
    """
    if site.kind != "verb" or function not in (*_FAR, "à"):
        return []
    sentence = site.sentence
    behind = (t for t in sentence.tokens[site.token.index + 1 :] if t.dep.startswith(("nmod", "obl")))
    found = [t for t in behind if preposition(sentence, t) == function and _below(sentence, t, site.token)]
    if function == "à":  # « cède la troisième place du podium à X »: a name of somebody, not of a place
        found = [t for t in found if _somebody(reading, t)]
    return found[:1]


def _somebody(reading: Reading, token: Token) -> bool:
    kind = reading.annotation.names[token.name].type if token.name is not None else None
    return kind in (EntityType.PERSON, EntityType.ORGANIZATION)


def _below(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Tell whether no noun that a frame asks for stands between a word and the verb above it."""
    at = sentence.head(token)
    while at is not None and at is not verb and at.pos in ("NOUN", "NUM", "X", "SYM", "ADV"):
        if at.lower in load_frames("fr").nouns or at.head == at.index:
            return False
        at = sentence.head(at)
    return at is verb


def _of_doer(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return the place that hangs from whoever does what the noun names: « la visite du ministre en France »."""
    doers = [t for t in site.sentence.children(site.token, "nmod") if names_person(t.lower, reading.language)]
    below = [t for doer in doers for t in with_preposition(site.sentence, doer, function)]
    return below[:1] if function in IN_PLACE else []


def _transparent(site: Site, function: str) -> list[Token]:
    """Return what hangs from how long it lasts or at what age: « entame une visite de trois jours en Égypte ».

    « le décès à 83 ans de Jean Dubois » is told so of a noun alone.
    """
    nouns = [t for t in (site.token, *site.words) if t.pos == "NOUN"]
    below = [t for noun in nouns for t in site.sentence.children(noun, "nmod", "obl")]
    spans = [t for t in below if t.lower in (_LASTING if site.words else _AGES) or (function == "de" and _temporal(t))]
    spans += [t for span in spans for t in site.sentence.children(span, "nmod") if t.lower in _AGES]
    return [t for span in spans for t in with_preposition(site.sentence, span, function)][:1]


def _standing_apart(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return what belongs to a noun although it hangs elsewhere: « , dont le siège est à Lyon »."""
    if site.kind != "noun":
        return []
    found = relative_of(site) if function == "de" else predicated(site, function)
    inner = _beyond(site, function) if function in (*AGAINST, "par") else []
    found = found or inner or _of_doer(reading, site, function) or shared_of(reading, site, function)
    return found or _of_field(reading, site, function) or _of_holding(reading, site, function)


def _of_holding(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return where what the noun names was held or done: « un discours tenu lundi à Nice »."""
    if function not in IN_PLACE:
        return []
    lent = load_frames(reading.language).light.get("agent", {})
    held = [t for t in site.sentence.children(site.token, "acl") if t.lower in lent and is_participle(t)]
    return [t for verb in held for t in with_preposition(site.sentence, verb, function) if _may_fill(t, site)][:1]


def _of_field(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return the body behind what somebody does there: « un professeur en astronomie de l'université de Nice »."""
    if function not in ("de", "à") or not names_person(site.token.lower, reading.language):
        return []
    sentence = site.sentence
    fields = [t for t in sentence.children(site.token, "nmod", "obl") if t.name is None and t.index > site.token.index]
    fields = [t for t in fields if preposition(sentence, t) in ("en", "pour")]
    below = [t for field in fields for t in with_preposition(sentence, field, function)]
    return [t for t in below if _is_body(reading, sentence, t)][:1]


def _is_body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    found = reading.referents(sentence, token)
    return token.name is not None and any(reading.entities[r.entity].type is EntityType.ORGANIZATION for r in found)


def _brought(reading: Reading, site: Site) -> list[Token]:
    """Return the verb that says who brings what the expression's noun names: "dismissed a lawsuit filed by X"."""
    lent = load_frames(reading.language).light.get("agent", {})
    nouns = (word for word in site.words if word.pos == "NOUN")
    return [t for noun in nouns for t in site.sentence.children(noun, "acl") if t.lower in lent]


def _inner(reading: Reading, site: Site, found: list[Token], function: str) -> list[Token]:
    """Return the name inside a portfolio: « ministre des transports du Québec », « chef du service de Novatel »."""
    event = site.token.lower.endswith(_EVENTIVE)
    if site.kind != "noun" or event or function not in ("de", "of", "à") or found[0].name is not None:
        return found
    if reading.referents(site.sentence, found[0]) or found[0].lower in _HOSTILE:
        return found  # « un soutien de l'opposition à X »
    inside = sorted(site.sentence.subtree(found[0]), key=lambda t: t.index)
    named = [t for t in inside if t.name is not None]
    deeper = [t for t in named if preposition(site.sentence, t) in ("de", function)]
    deeper = deeper or [t for t in named if preposition(site.sentence, _whose_name(site.sentence, t)) == "de"]
    deeper = deeper or [t for t in inside if t.name is not None and preposition(site.sentence, t) in AT]
    return deeper or [t for t in found if t.name is not None] or found


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


def _may_fill(token: Token, site: Site) -> bool:
    own = token in site.words or token is site.token
    if _temporal(token):
        return False  # "on Thursday imposed sanctions on three banks"
    if token.lower in _HOW_LONG and preposition(site.sentence, token) in ("pour", "for"):
        return False  # « suspendu pour une durée de 120 jours »
    more = any(child.lower in ("more", "extra") for child in site.sentence.children(token, "amod"))
    return not own and (token.lower not in ("fois", "time", "times") or more)


def _of_object(site: Site, function: str) -> list[Token]:
    for thing in site.sentence.children(site.token, "obj", "obl", "nsubj:pass"):
        found = [t for t in with_preposition(site.sentence, thing, function) if t.lower not in _HOW_LONG]
        if found:
            return found
    return []


def _nearest(found: list[Token], site: Site) -> list[Token]:
    """Prefer what follows the trigger."""
    after = [token for token in found if token.index > site.token.index]
    return (after or found)[:1]


def _compound(site: Site) -> list[Token]:
    """Return the name before an English title: "Novatel chief executive", "Novatel competition chief"."""
    beside = list(site.sentence.children(site.token, "compound", "nmod:poss"))
    below = [t for noun in beside if noun.name is None for t in site.sentence.children(noun, "compound", "amod")]
    apart = [t for t in below if site.sentence.tokens[t.index - 1].text != "-"]  # "pro-Beijing district councillor"
    return [t for t in (*beside, *apart) if t.name is not None and not _portfolio(t, site.token)][:1]


def _portfolio(name: Token, noun: Token) -> bool:
    """Tell a part of a title that was taken for a name: "Interior Minister"."""
    triggers = load_frames("en").nouns.get(name.lower, ())
    return any(trigger.rest == (noun.lower,) for trigger in triggers)


def _chamber(reading: Reading, site: Site) -> list[Token]:
    """Return the name before a title that is no party's: "Bristol councillor", not "Labour councillor"."""
    found = ((t, [r.entity for r in reading.referents(site.sentence, t)]) for t in _compound(site))
    return [token for token, who in found if not any(_is_party(reading, one) for one in who)]


def _is_party(reading: Reading, identifier: str) -> bool:
    return reading.kinds.get(identifier) == "party" or reading.entities[identifier].name.endswith(" Party")


def _hyphened(site: Site) -> list[Token]:
    """Return the name that a participle is joined to: "the Berlin-based firm"."""
    before = hyphened(site.sentence, site.token)
    return [before] if before is not None and before.name is not None else []


_LETTER: Final = re.compile(r",? ?\(?(?:R|D|I|GOP)-")


def _state_behind(reading: Reading, site: Site) -> list[Token]:
    """Return the state behind the letter of the party: "Sen. Jane Miller (R-Texas)"."""
    for holder in site.sentence.children(site.token, "appos"):
        letter = _LETTER.match(reading.text, holder.span.end) if holder.name is not None else None
        if letter is not None:
            return [t for t in site.sentence.tokens[holder.index :] if t.span.start == letter.end()]
    return []


OF_READING: Final[dict[str, Callable[[Reading, Site], list[Token]]]] = {
    "party": _party,
    "where": where,
    "round": round_of,
    "event": _event,
    "whom": lambda reading, site: [t for t in _object(site) if reading.referents(site.sentence, t)],
    "chamber": _chamber,
    "letter": _state_behind,
    "body": bare_body,
    "post": of_post,
    "means": by_means,
    "share": shared,
    "paper": _paper,
    "author": author,
    "deed": deed,
    "scene": scene,
    "troop": troop,
    "office": lambda reading, site: of_office(reading, site, _attribute(site) or _prepositional(reading, site, "as")),
    "result": lambda reading, site: by_means(reading, site, RESULTS),
}
FUNCTIONS: Final[dict[str, Callable[[Site], list[Token]]]] = {
    "subj": _subject,
    "obj": _object,
    "self": _itself,
    "poss": _possessor,
    "clause": content,
    "attr": _attribute,
    "compound": _compound,
    "hyphen": _hyphened,
    "judgement": judgement,
    "during": whoever_is,
    "sides": lambda site: [*_subject(site), *_object(site)],
    "iobj": receiver,
    "retained": retained,
    "within": within,
    "teller": teller,
    "acting": whoever_acts,
}
