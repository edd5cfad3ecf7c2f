"""Tells who answers an accusation: « A accuse B. Le groupe rejette ces critiques » is what B does, not A."""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.clauses import outside_before
from kg.extract.frames.load import load_frames
from kg.extract.grammar.agents import agents
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_passive
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

_ACCUSING: Final = frozenset(("accused", "criticized", "sued", "charged"))
_ANSWERING: Final = frozenset(("denied", "rejected"))
_CHARGES: Final = ("accus", "alléga", "allega", "critiq", "critic", "reproch", "soupçon", "affirm", "claim", "implica")
INVOLVED: Final = ("intéressé", "intéressée")  # whoever has just been spoken of, as a pronoun says
_NEAR: Final = 5  # sentences, those of quotations too


def accusers(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return who has just accused somebody, where the word is the subject of denying it or « l'intéressé »."""
    verb = sentence.head(token)
    if verb is None or not token.dep.startswith("nsubj"):
        return set()
    if token.lower not in INVOLVED and not _answers(reading, sentence, verb):
        return set()
    near = sorted(outside_before(reading, sentence, _NEAR), key=lambda s: -s.span.start)
    for told, until in ((sentence, token.index), *((s, len(s.tokens)) for s in near)):
        found = [pair for pair in _charges(reading, told) if pair[0].index < until]
        if found:
            blaming = {r.entity for _, who, _ in found for t in who for r in reading.referents(told, t)}
            blamed = {r.entity for _, _, whom in found for t in whom for r in reading.referents(told, t)}
            return blaming - blamed
    return set()


def _answers(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Tell « dément », « rejette ces accusations »; « a défendu sa politique » denies nothing."""
    told = [t for t in load_frames(reading.language).verbs.get(verb.lower, ()) if t.relation in _ANSWERING]
    if any(t.lower.startswith(_CHARGES) for t in sentence.children(verb, "obj")):
        return bool(told)
    plain = (t for t in told if t.relation == "denied" and not t.rest and t.when != "reflexive")
    return any(not t.with_words and not t.without for t in plain)


def _charges(reading: Reading, sentence: Sentence) -> Iterator[tuple[Token, list[Token], list[Token]]]:
    """Yield the verbs of accusing of a sentence: the verb, who accuses, who is accused."""
    verbs = load_frames(reading.language).verbs
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.quote is not None:
            continue
        if any(t.relation in _ACCUSING and not t.rest for t in verbs.get(verb.lower, ())):
            subjects = surface_subject(sentence, verb)
            objects = [*sentence.children(verb, "obj", "iobj", "obl:arg")]
            yield (verb, agents(sentence, verb), subjects) if is_passive(sentence, verb) else (verb, subjects, objects)
