"""Finds the words that fill a role: one function of the tree for each notation of the frames."""

from collections.abc import Callable
from typing import Final

from kg.extract.attribution.papers import whose_voice, writers
from kg.extract.frames.contents import content, denial, doing, judgement, receiver, retained, whoever_may
from kg.extract.frames.deciders import decider, master
from kg.extract.frames.firms import figure, staff
from kg.extract.frames.governed import between, prepositional
from kg.extract.frames.holders import bare_body, of_office, of_post, whoever_is
from kg.extract.frames.instead import in_their_place, of_board
from kg.extract.frames.load import CLASSES
from kg.extract.frames.makers import maker
from kg.extract.frames.means import (
    RESULTS,
    author,
    by_means,
    deed,
    enabled,
    inquirer,
    scene,
    shared,
    taking_part,
    teller,
    troop,
    whoever_acts,
    within,
)
from kg.extract.frames.names_beside import chamber, compound, hyphened_name, party, right_before, state_behind
from kg.extract.frames.owners import giver, having, of_campaign, possessor, sender, whose_thing
from kg.extract.frames.places import round_of, where, within_phrase
from kg.extract.frames.site import Site
from kg.extract.frames.sought import asker, sought, titled
from kg.extract.frames.subjects import attribute, direct_object, subject
from kg.extract.frames.wholes import apposed, gathered, that_of, whole
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.verdicts import culprit
from kg.extract.reading import Reading
from kg.extract.trees.lists.opposed import SIDE
from kg.extract.trees.subjects.of_which import MADE_OF
from kg.model import EntityType
from kg.model.annotation import Token

_SOME: Final = frozenset("un une des plusieurs quelques".split())
# what `participants/implied.py` finds, where no word of the clause fills the role
IMPLICIT: Final = tuple(
    "nation team partyword court implied seat state before there thither ministry disaster ballot buyer".split()
)
NO_WORD: Final = ("noun", "phrase", "place", *IMPLICIT)
_THESE: Final = frozenset("le la les l' ce cette ces ses leurs".split())  # « les quinze membres du Conseil »
QUANTITIES: Final = ("money", "percent", "count", "age", "number")


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
        return between(reading, site)
    return prepositional(reading, site, function)


def _event(reading: Reading, site: Site) -> list[Token]:
    """Return the named event in which it takes place: « lors de la Coupe du monde », "in the final of the Open"."""
    for child in site.sentence.children(site.token, "obl", "nmod"):
        inside = sorted(site.sentence.subtree(child), key=lambda t: t.index)
        for token in [child, *(t for t in inside if t is not child and within_phrase(site.sentence, t, child))]:
            found = reading.referents(site.sentence, token)
            if any(reading.entities[r.entity].type is EntityType.EVENT for r in found):
                return [token]
    return []


def _facing(site: Site) -> list[Token]:
    """Return the second of two sides, also of « la rupture des relations entre A et B avec C »."""
    below = site.sentence.children(site.token, "nmod") if site.kind == "noun" else ()
    heads = (site.token, *(t for t in below if t.name is None))
    return next((list(found) for head in heads if (found := site.sentence.children(head, SIDE))), [])


def _itself(site: Site) -> list[Token]:
    return [site.token]


def _complements(site: Site) -> list[Token]:
    return list(site.sentence.children(site.token, "xcomp", "ccomp", "advcl"))


def _some(site: Site) -> list[Token]:
    """Return people without a name who are spoken of as some: « quatre militants », « un enseignant »."""
    noun, sentence = site.token, site.sentence
    before = [*sentence.children(noun, "det", "nummod")]
    some = any(t.dep == "nummod" or t.lower in _SOME for t in before) and not any(t.lower in _THESE for t in before)
    said = any(sentence.children(noun, "cop")) or noun.dep.startswith(("appos", "nmod", "obl:mod", "xcomp", "conj"))
    named = any(t.name is not None and not preposition(sentence, t) for t in sentence.children(noun, "appos", "flat"))
    whose = [t for below in sentence.children(noun, "nmod") for t in (below, *sentence.children(below, "appos"))]
    of_name = any(t.name is not None for t in whose)  # not « 2 000 employés de l'organisation »
    return [noun] if some and of_name and not said and not named else []


def _made_of(site: Site) -> list[Token]:
    """Return those that something is made of: « composée de A et B », « l'alliance formée par A et B »."""
    made = [t for t in site.sentence.children(site.token, "acl", "amod") if t.lower.startswith(MADE_OF)]
    return [t for verb in made for t in site.sentence.children(verb, "obl") if t.index > verb.index][:1]


def _infinitive(site: Site, token: Token) -> bool:
    if any(child.lower in ("to", "de", "d'") for child in site.sentence.children(token, "aux", "mark")):
        return True
    alone = not any(site.sentence.children(token, "aux", "nsubj"))
    return alone and token.lower.endswith(("r", "re")) and "VerbForm=Inf" in token.morph


def _bidden(site: Site) -> list[Token]:
    """Return who is told what to do: "told Novatel to stop", "wants Novatel to stop", where parsers see a clause."""
    told = [t for t in _complements(site) if _infinitive(site, t)]
    whom = direct_object(site) if told else []
    return whom or [s for t in told for s in site.sentence.children(t, "nsubj") if site.token.index < s.index < t.index]


def _paper(reading: Reading, site: Site) -> list[Token]:
    """Return who speaks in the paper that says it: "a statement from Novatel said …"; police speak without a name."""
    found = [t for paper in subject(site) for t in writers(site.sentence, paper)]
    return [t for t in found if reading.referents(site.sentence, t) or t.pos == "NOUN"][:1]


OF_READING: Final[dict[str, Callable[[Reading, Site], list[Token]]]] = {
    "party": party,
    "where": where,
    "round": round_of,
    "event": _event,
    "whom": lambda reading, site: [t for t in direct_object(site) if reading.referents(site.sentence, t)],
    "chamber": chamber,
    "letter": state_behind,
    "body": bare_body,
    "post": of_post,
    "decider": decider,
    "master": master,
    "means": by_means,
    "share": shared,
    "paper": _paper,
    "author": author,
    "deed": deed,
    "inquirer": inquirer,
    "scene": scene,
    "whole": whole,
    "troop": troop,
    "office": lambda reading, site: of_office(reading, site, attribute(site) or prepositional(reading, site, "as")),
    "result": lambda reading, site: by_means(reading, site, RESULTS),
}
FUNCTIONS: Final[dict[str, Callable[[Site], list[Token]]]] = {
    "subj": subject,
    "obj": direct_object,
    "self": _itself,
    "poss": possessor,
    "theirs": whose_thing,
    "maker": maker,
    "campaign": of_campaign,
    "giver": giver,
    "sender": sender,
    "clause": content,
    "bidden": _bidden,
    "finite": lambda site: [t for t in content(site) if not _infinitive(site, t)],
    "attr": attribute,
    "compound": compound,
    "beside": right_before,
    "hyphen": hyphened_name,
    "judgement": judgement,
    "denial": denial,
    "doing": doing,
    "whether": whoever_may,
    "during": whoever_is,
    "sides": lambda site: [*subject(site), *direct_object(site)],
    "iobj": receiver,
    "retained": retained,
    "within": within,
    "teller": teller,
    "acting": whoever_acts,
    "enabled": enabled,
    "having": having,
    "instead": in_their_place,
    "apposed": apposed,
    "board": of_board,
    "some": _some,
    "gathered": gathered,
    "titled": titled,
    "that": that_of,
    "taking": taking_part,
    "sought": sought,
    "asker": asker,
    "made": _made_of,
    "staff": staff,
    "figure": figure,
    "facing": _facing,
    "voice": lambda site: whose_voice(site.sentence, site.token) if site.kind == "verb" else [],
    "culprit": lambda site: culprit(site.sentence, site.token),
}
