"""Says who speaks by a word: entities, or the words of the text for somebody without a name."""

from typing import Final

from kg.extract.attribution.papers import WORDS_OF, writers
from kg.extract.coreference.nouns import speaks
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import deep_subject, surface_subject
from kg.extract.grammar.voice import is_participle, is_passive
from kg.extract.participants.verbatim import words_of
from kg.extract.participants.words import expand
from kg.extract.reading import Reading
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence, Token

SPEAKERS: Final = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.ONLINE_ACCOUNT,
    EntityType.GROUP,
    EntityType.PLACE,
)
OF: Final = ("de", "of", "", "'s", "’s", "by", "par")
BY: Final = ("par", "by")
ASKED: Final = ("interrogé", "questionné", "cité", "contacté", "asked", "quoted", "cited")
_QUOTING: Final = ("quoted", "quotes", "cited", "cites")
_CITING: Final = (*_QUOTING, "quoting", "cité", "cite", "citait", "cita", "citant")
_OF_MEANS: Final = frozenset("patrimoine intérêts intérêt revenus revenu impôt impôts naissance candidature".split())
_COMING: Final = ("provenant", "émanant", "issu")  # « une estimation provenant de l'Insee »
# "a memo seen by X", « un rapport consulté par X », « l'enquête ouverte par X »: who did that has not written it
_GOT: Final = ("seen", "obtain", "review", "view", "leaked", "consult", "obten", "ouvert", "opened")
_POLLS: Final = frozenset("sondage sondages baromètre poll survey".split())
_NEAR: Final = 4  # sentences
SOURCES: Final = frozenset("source sources".split())


def whoever(reading: Reading, sentence: Sentence, token: Token) -> list[Participant]:
    """Return who speaks: entities, or the words of the text for somebody without a name (« un témoin »)."""
    named = [p for p in expand(reading, sentence, token) if p.type in SPEAKERS]
    if named or token.name is not None or token.pos != "NOUN":
        return named
    if token.lower in WORDS_OF:
        return list(whose(reading, sentence, token))
    speaking = token.lower in SOURCES or speaks(token, reading.language)
    return [words_of(reading, sentence, token)] if speaking else []


def speaking(reading: Reading, sentence: Sentence, token: Token) -> list[Participant]:
    """Return who speaks where the place says that the word names a speaker: any noun does, also a name not known."""
    found = whoever(reading, sentence, token)
    if not found and token.lower in WORDS_OF and token.name is None and token.pos == "NOUN":
        return _issuer(reading, sentence, token) or [words_of(reading, sentence, token)]
    thing = (
        (token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and token.lower != "another")
        or token.lower in WORDS_OF
        or token.quote is not None
    )
    if found or thing or token.name is not None:
        return found
    if token.pos == "NOUN" and not any(sentence.children(token, "det", "nmod:poss", "amod", "nummod", "compound")):
        return found if not token.plural else [words_of(reading, sentence, token)]
    return [words_of(reading, sentence, token)]


def _issuer(reading: Reading, sentence: Sentence, paper: Token) -> list[Participant]:
    """Return who has given out a paper, where a sentence right before tells it: "Novatel issued a statement"."""
    before = reading.annotation.sentences[max(0, sentence.index - _NEAR) : sentence.index]
    for earlier in (sentence, *reversed([s for s in before if s.inside is None])):
        for same in (t for t in earlier.tokens if t.lower == paper.lower and t.name is None):
            verb = earlier.head(same)
            gave = surface_subject(earlier, verb) if verb is not None and same.dep == "obj" else []
            found = [*whose(reading, earlier, same), *(p for t in gave for p in whoever(reading, earlier, t))]
            if found:
                return found[:1]
    return []


def subjects(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the words that may name who a verb says speaks, the likeliest first."""
    if verb.lower.startswith(ASKED) and is_passive(sentence, verb):
        return surface_subject(sentence, verb)  # « interrogé par l'AFP, le ministre … »
    found = quoted_as(sentence, verb) or deep_subject(sentence, verb)
    if any(sentence.children(verb, "aux:pass")):
        return found  # « salue », « juge » are often read as participles
    found += [t for t in sentence.children(verb, "nsubj") if t not in found and t.quote is None]
    above = sentence.head(verb)
    if not found and above is not None and verb.lower.endswith(("ant", "ing")):
        return surface_subject(sentence, above)  # « …, jugeant que « … » »
    return found


def quoted_as(sentence: Sentence, verb: Token) -> list[Token]:
    """Return who speaks in "Xinhua quoted Wang Lei as saying"."""
    cites = verb.lower in _CITING and any(t.text == ":" for t in sentence.tokens[verb.index :])
    if cites:  # « X a cité Y : « … » »
        return [t for t in sentence.children(verb, "obj") if t.index > verb.index and t.name is not None]
    whom = [t for t in sentence.children(verb, "obj") if t.index > verb.index] if verb.lower in _QUOTING else []
    saying = any(t.lower == "saying" for t in sentence.tokens[verb.index :]) if whom else False
    return whom if saying and any(t.lower == "as" for t in sentence.tokens[whom[0].index :]) else []


def _determined(sentence: Sentence, noun: Token) -> bool:
    """Tell « les dires d'un témoin », « les dires du témoin » from « un communiqué de presse »."""
    return any(sentence.children(noun, "det")) or any(c.lower == "du" for c in sentence.children(noun, "case"))


def whose(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Participant, ...]:
    """Return whose words the noun speaks of: « les propos de X », "his claim"."""
    if noun.lower.startswith("déclaration") and any(c.lower in _OF_MEANS for c in sentence.children(noun, "nmod")):
        return ()  # « d'après sa déclaration de patrimoine »
    told = [c for c in sentence.children(noun, "acl") if is_participle(c)]  # « les chiffres publiés par X »
    told = [c for c in told if not c.lower.startswith(_GOT)]
    agents = [t for c in told for t in sentence.children(c, "obl", "nmod") if preposition(sentence, t) in BY]
    coming = (c for c in sentence.children(noun, "acl", "amod") if c.lower.startswith(_COMING))
    agents += [t for c in coming for t in sentence.children(c, "obl", "nmod") if preposition(sentence, t) == "de"]
    beside = [t for t in sentence.children(noun, "nmod", "det") if preposition(sentence, t) in OF] + agents
    beside += [t for t in writers(sentence, noun) if t not in beside]
    if noun.lower in _POLLS:  # « un sondage de X publié par Le Figaro »
        made = [t for t in sentence.children(noun, "appos", "flat") if t.name is not None]  # « un sondage Odoxa »
        beside = made or [t for t in beside if reading.kind_named(t) != "media"]
    named = tuple(p for t in beside for p in expand(reading, sentence, t) if p.type in SPEAKERS)
    nouns = (t for t in beside if t.pos == "NOUN" and t.name is None)
    plain = [t for t in nouns if t.lower in SOURCES or speaks(t, reading.language)]
    if reading.language == "fr":  # « un communiqué de presse »: no paper speaks for it
        plain = [t for t in plain if t.plural or _determined(sentence, t)]
    return named or tuple(words_of(reading, sentence, t) for t in plain[:1])
