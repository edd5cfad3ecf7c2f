"""Takes up who has done what a noun says, or whom it was done to: « l'assaillant », "the winner", "the plaintiff".

Only one may have done so in the last sentence that tells of such a deed, with a name or without.
"""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.ranking import anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import Trigger, load_frames
from kg.extract.frames.match import sites
from kg.extract.frames.site import Site
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import with_preposition
from kg.extract.grammar.subjects import deep_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

Role = tuple[str, str]
_HARM: Final[tuple[Role, ...]] = (("attacked", "subject"), ("killed", "subject"), ("injured", "subject"))
HARMED: Final[tuple[Role, ...]] = (("killed", "object"), ("injured", "object"), ("attacked", "object"))
DEAD: Final[tuple[Role, ...]] = (("died", "subject"), ("killed", "object"))
_WON: Final[tuple[Role, ...]] = (("won", "subject"), ("defeated", "subject"), ("awarded", "subject"))
_TRIED: Final[tuple[Role, ...]] = (("charged", "object"), ("convicted", "object"), ("sentenced", "object"))
_FAMILIES: Final = (
    (
        """assaillant assaillante agresseur attaquant tireur tireuse meurtrier meurtrière tueur tueuse assassin
        attacker assailant gunman shooter killer murderer""",
        _HARM,
    ),
    ("victime victim", (*HARMED, *DEAD)),
    ("défunt défunte disparu disparue deceased", DEAD),
    ("vainqueur vainqueure gagnant gagnante winner victor", (*_WON, ("elected", "subject"))),
    ("perdant perdante loser", (("defeated", "object"),)),
    ("lauréat lauréate laureate recipient", _WON),
    ("acquéreur acheteur repreneur buyer acquirer purchaser", (("acquired", "subject"),)),
    (
        "start-up startup pousse licorne pépite",
        (("acquired", "object"), ("invested", "object"), ("raisedFunds", "subject")),
    ),
    ("plaignant plaignante requérant requérante plaintiff complainant", (("sued", "subject"),)),
    ("accusé accusée prévenu prévenue defendant", (*_TRIED, ("sued", "object"))),
    ("suspect suspecte", (*_TRIED, ("arrested", "object"))),
    ("condamné condamnée convict", _TRIED[1:]),
    ("démissionnaire", (("resigned", "subject"),)),
    ("candidat candidate", (("candidateFor", "subject"), ("endorses", "object"), ("appointed", "object"))),
)
BY_DEED: Final = {noun: roles for nouns, roles in _FAMILIES for noun in nouns.split()}
_APART: Final = ("nmod", "appos", "acl", "nummod", "compound")
_LATELY: Final = 4  # sentences
_ON_TRIAL: Final = 15  # sentences: a report from court has one accused or names them again


def by_deed(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only one who has done what the noun says, or whom it was done to, in the last sentence of such."""
    roles = BY_DEED.get(token.lower, ())
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if any(sentence.children(token, "amod")) and token.lower.startswith("candidat"):
        return ()  # « le candidat républicain » may be the other one
    narrowed = any(c.dep != "acl" or c in after for c in sentence.children(token, *_APART))
    if not roles or narrowed or f"~{token.lower}" in salience.strangers:
        return ()
    far = _ON_TRIAL if token.lower == "defendant" else _LATELY
    first = max(0, sentence.index - far)
    for told in reversed(reading.annotation.sentences[first : sentence.index]):
        words = list(fillers(reading, told, roles)) if told.inside is None else []
        named = [(word, {r.entity for r in reading.referents(told, word)}) for word in words]
        if any(not who and names_person(word.lower, reading.language) for word, who in named):
            return ()  # one without a name may be meant
        found = {i for _, who in named for i in who if _agrees(reading, sentence, token, i)}
        if found:
            who = min(found)
            return (Reference(who, "nominal", "of whom that was told", salience.last(who)),) if len(found) == 1 else ()
    return ()


def _agrees(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell whether somebody may be called by the noun: « la victime » is a man as well."""
    gender, known = anaphor(reading, sentence, token).gender, reading.genders.get(identifier, "")
    kind = reading.entities[identifier].type
    person = kind is EntityType.PERSON and (token.lower == "victime" or {gender, known} != {"m", "f"})
    return person or (kind is EntityType.ORGANIZATION and BY_DEED[token.lower] not in (_HARM, DEAD))


def fillers(reading: Reading, sentence: Sentence, roles: tuple[Role, ...]) -> Iterator[Token]:
    """Yield the words of a sentence that fill one of these roles."""
    return (word for _, word in filled(reading, sentence, roles))


def filled(reading: Reading, sentence: Sentence, roles: tuple[Role, ...]) -> Iterator[tuple[Role, Token]]:
    """Yield each word of a sentence that fills one of these roles, with the role."""
    for trigger, site in sites(load_frames(reading.language), sentence, reading.text):
        for relation, role in roles if trigger.modality is None else ():
            if relation == trigger.relation:
                yield from (((relation, role), word) for word in _filling(trigger, site, role))


def _filling(trigger: Trigger, site: Site, role: str) -> Iterator[Token]:
    """Yield what fills a role by its first function that is filled."""
    for function in dict(trigger.roles).get(role, ()):
        name = function.partition("=")[0]
        if name == "subj":
            found = deep_subject(site.sentence, site.token)
        elif name == "obj":
            found = deep_object(site.sentence, site.token)
        else:
            found = list(with_preposition(site.sentence, site.token, name))
        if found:
            yield from found
            return
