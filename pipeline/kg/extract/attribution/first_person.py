"""Resolves « je » and « nous » in quotations to who speaks, once the speakers are known."""

from typing import Final

from kg.extract.coreference.nouns import BODIES
from kg.extract.reading import Reading, Reference
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence, Token

SINGULAR: Final = frozenset("je j' j’ me m' m’ moi mon ma mes i my mine myself".split())
_THIRD: Final = frozenset("son sa ses le la l' lui his her him".split())
PLURAL: Final = frozenset("nous notre nos we us our ours ourselves".split())


def resolve_first_persons(reading: Reading) -> None:
    """Note whom the first persons of each quotation stand for: its only speaker, « nous » where a body speaks."""
    for sentence in reading.annotation.sentences:
        speakers = reading.speakers.get(sentence.inside, ()) if sentence.inside is not None else ()
        if len(speakers) != 1 or speakers[0].id is None:
            continue
        for token in sentence.tokens:
            own = _stands_for(token, speakers[0]) and not reading.referents(sentence, token)
            if own or _put_for_first(sentence, token, speakers[0]):
                by = "first person in a quotation of the speaker"
                reading.refer(sentence, token, Reference(speakers[0].id, "pronoun", by, speakers[0].span))


def _stands_for(token: Token, speaker: Participant) -> bool:
    if token.pos not in ("PRON", "DET") or token.name is not None:
        return False
    if token.lower in PLURAL:
        return speaker.type in BODIES
    return token.lower in SINGULAR and speaker.type is EntityType.PERSON


def _put_for_first(sentence: Sentence, token: Token, speaker: Participant) -> bool:
    """Tell « demande de respecter « [ses] droits » »: in brackets a third person stands where the speaker said "my"."""
    around = [
        sentence.tokens[at].text if 0 <= at < len(sentence.tokens) else "" for at in (token.index - 1, token.index + 1)
    ]
    return around == ["[", "]"] and token.lower in _THIRD and speaker.type is EntityType.PERSON
