"""Finds who speaks before a colon without a verb of saying of its own.

« Et Paul Martin de conclure : « … » » · « Réaction de la ministre : « … » » · "Prime Minister Jane Miller: “…”"
"""

from itertools import pairwise
from typing import Final

from kg.extract.attribution.inquit import says
from kg.extract.attribution.whoever import whoever, whose
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import AVOIR
from kg.extract.reading import Reading
from kg.model import Participant
from kg.model.annotation import Sentence, Token

# What somebody says or writes, as it stands before a colon.
UTTERANCES: Final = frozenset(
    """réaction commentaire message témoignage mot mots verdict constat explication explications réponse avis analyse
    conclusion confidence aveu appel slogan déclaration consigne promesse tweet post sentence reaction comment verdict
    response answer explanation message statement conclusion advice assessment""".split()
)

_TONES: Final = frozenset(
    """explicite clair catégorique formel formell ferme direct lapidaire laconique ironique amer amèr enthousiaste
    rassurant optimiste pessimiste prudent sceptique ému admiratif élogieux critique sévère tranchant cinglant
    affirmatif sarcastique confiant déçu ravi satisfait furieux précis net intransigeant virulent fataliste
    réaliste pragmatique lyrique modeste""".split()
)
_SHOWING: Final = ("montr", "veut", "voul", "dit", "rest", "fait", "déclar")


def by_colon(reading: Reading, sentence: Sentence, end: int) -> tuple[Participant, ...]:
    """Return who the words before the colon name as the speaker; `end` is where the quotation begins."""
    if end < 2 or sentence.tokens[end - 1].text != ":":
        return ()
    before = sentence.tokens[: end - 1]
    toned = _toned(sentence, before)
    if toned:
        return tuple(whoever(reading, sentence, toned[0]))
    infinitive = _of_infinitive(before, reading.language)
    if infinitive is not None:
        return _first(reading, sentence, before[:infinitive])
    told = _misread(before, reading.language)
    if told is not None:
        return _first(reading, sentence, before[:told])
    if any(t.pos == "VERB" and "VerbForm=Fin" in t.morph for t in before) or any(t.pos == "AUX" for t in before):
        return ()
    uttered = next((t for t in before if t.lower in UTTERANCES), None)
    if uttered is not None:
        return whose(reading, sentence, uttered)
    return _first(reading, sentence, before) if _bare(before) else ()


def _toned(sentence: Sentence, before: tuple[Token, ...]) -> list[Token]:
    """Return who « est plus explicite : », « se montre ferme : », « s'est voulu rassurant : » is said of."""
    last = before[-1]
    head = last if {last.lower, last.lower.removesuffix("e")} & _TONES else None
    verb = sentence.head(head) if head is not None and not any(sentence.children(head, "cop")) else head
    shown = verb is not None and (verb is head or verb.lower.startswith(_SHOWING))
    return surface_subject(sentence, verb)[:1] if verb is not None and shown else []


def _of_infinitive(before: tuple[Token, ...], language: str) -> int | None:
    """Return where « de conclure », « d'ajouter » begins, if it ends what stands before the colon."""
    saying = load_frames(language).clause_verbs
    for token in before[-5:]:
        says = token.lower in saying["saying"] or token.lower in saying["quoting"]
        if says and "VerbForm=Inf" in token.morph and token.index and before[token.index - 1].lower in ("de", "d'"):
            return token.index - 1
    return None


def _misread(before: tuple[Token, ...], language: str) -> int | None:
    """Return where a participle stands that the parser took for a name: « a tweeté dimanche : »."""
    for auxiliary, token in pairwise(before):
        if auxiliary.lower in AVOIR and token.pos not in ("VERB", "AUX") and says(token, language):
            return auxiliary.index
    return None


def _bare(before: tuple[Token, ...]) -> bool:
    """Tell whether a noun phrase is all there is: « La ministre de la Santé, Anne Dubois : »."""
    return len(before) <= 12 and not any(t.pos in ("VERB", "PRON", "SCONJ") for t in before)


def _first(reading: Reading, sentence: Sentence, tokens: tuple[Token, ...]) -> tuple[Participant, ...]:
    for token in tokens:
        nominal = token.pos in ("NOUN", "PROPN") or token.name is not None
        if nominal and token.quote is None:
            found = tuple(whoever(reading, sentence, token)) if not preposition(sentence, token) else ()
            if found:
                return found
    return ()
