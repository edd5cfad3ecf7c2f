"""Gives a name to those without one whom the next sentences name: « a poignardé un vigile. La victime, X, … »."""

from dataclasses import dataclass, replace
from typing import Final

from kg.extract.reading import Reading
from kg.model import EntityType, Fact, Participant
from kg.model.annotation import Sentence, Token

_HARM: Final = frozenset(("attacked", "killed", "injured"))
_LAW: Final = frozenset(("arrested", "charged", "investigated", "released", "searched"))
_VICTIMS: Final = frozenset("victime blessé blessée défunt défunte disparu disparue".split())
_CULPRITS: Final = frozenset(
    """auteur autrice agresseur agresseuse assaillant assaillante tireur tireuse suspect suspecte meurtrier meurtrière
    assassin forcené kamikaze chauffard conducteur conductrice automobiliste ravisseur incendiaire""".split()
)
_ARTICLES: Final = frozenset("le la l' l’".split())
_ONE: Final = ("un ", "une ")
_NEAR: Final = 3  # sentences


@dataclass(frozen=True, slots=True)
class _Named:
    """Hold who is named as the victim or the culprit, and in which sentence."""

    person: Participant
    sentence: int
    victim: bool


def named_later(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """Return the facts, « un homme », « une passante » replaced by whom the text then names so, where one is meant."""
    if reading.language != "fr":
        return facts
    named = [n for s in reading.annotation.sentences for t in s.tokens if (n := _named(reading, s, t)) is not None]
    numbers = reading.sentence_numbers()
    for one in named:
        meant = {
            (f.id, role)
            for f in facts
            for role in _roles(f, one)
            if 0 < one.sentence - numbers.get(f.sentence, one.sentence) <= _NEAR
        }
        words = {_words(f, role) for f in facts for role in ("subject", "object") if (f.id, role) in meant}
        if len(words) == 1:
            facts = [_with(f, one.person, [role for at, role in meant if at == f.id]) for f in facts]
    return facts


def _named(reading: Reading, sentence: Sentence, token: Token) -> _Named | None:
    """Return whom « La victime, Paul Martin, 34 ans, », « L'auteur présumé, Paul Martin, » names."""
    if token.lower not in _VICTIMS | _CULPRITS or token.plural or sentence.inside is not None:
        return None
    names = [t for t in sentence.children(token, "appos") if t.name is not None and t.index > token.index]
    definite = any(t.lower in _ARTICLES for t in sentence.children(token, "det"))
    apart = names and sentence.tokens[names[0].index - 1].text == "," and not any(sentence.children(names[0], "conj"))
    if not definite or not apart or any(t.name is not None for t in sentence.tokens[: names[0].index]):
        return None
    found = [reading.entities[r.entity] for r in reading.referents(sentence, names[0])]
    if len(found) != 1 or found[0].type is not EntityType.PERSON:
        return None
    person = Participant(found[0].name, found[0].id, found[0].type)
    return _Named(person, sentence.index, token.lower in _VICTIMS)


def _roles(fact: Fact, one: _Named) -> list[str]:
    """Return in which roles of a fact somebody without a name may be the one who is named."""
    roles = ["object"] if fact.relation in (_HARM if one.victim else _LAW) else []
    dead = one.victim and fact.relation == "died"
    roles += ["subject"] if dead or (fact.relation in _HARM and not one.victim) else []
    return [role for role in roles if _words(fact, role).startswith(_ONE)]


def _words(fact: Fact, role: str) -> str:
    who = fact.subject if role == "subject" else fact.object
    return who.name.lower() if who is not None and who.id is None else ""


def _with(fact: Fact, person: Participant, roles: list[str]) -> Fact:
    subject = person if "subject" in roles else fact.subject
    return replace(fact, subject=subject, object=person if "object" in roles else fact.object)
