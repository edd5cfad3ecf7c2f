"""Goes on with whom a piece of news is about: « X a été arrêté, a annoncé le procureur, Y. Il est accusé de … ».

Who only tells the news, behind it, is not whom the next sentence says something of that is done to people or was so
before; that sentence may well be about him where it says what he added.
"""

from typing import Final

from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.subjects_before import person_before
from kg.extract.coreference.tellers import right_before
from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.voice import is_passive
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_SUBJECTS: Final = ("il", "elle")
_FACING: Final = frozenset("encourt risque purge purgeait comparaîtra vivait vit restera reste demeure nie".split())
_ALSO: Final = frozenset("aussi également".split())
_BEHIND: Final = ("parataxis", "conj")


def reported_of(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person who the news is about that somebody else told behind it in the sentence before."""
    verb = sentence.head(token)
    if reading.language != "fr" or token.lower not in _SUBJECTS or token.index or verb is None:
        return ()
    last = right_before(reading, sentence) if _suffers(sentence, verb) else None
    news = _news(last) if last is not None else None
    if last is None or news is None:
        return ()
    subjects = [t for t in last.children(news, "nsubj") if t.index < news.index]
    found = reading.referents(last, subjects[0]) if len(subjects) == 1 else ()
    if len(found) != 1 or reading.entities[found[0].entity].type is not EntityType.PERSON:
        return ()
    if found[0].entity not in candidates(reading, anaphor(reading, sentence, token), salience):
        return ()
    return (Reference(found[0].entity, "pronoun", "whom the news before is about", subjects[0].span),)


def acts_further(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return who the sentence before is about, where this one adds a deed: « Il a aussi accusé la France »."""
    verb = sentence.head(token)
    if reading.language != "fr" or token.lower not in _SUBJECTS or token.index or verb is None or verb.dep != "ROOT":
        return ()
    between = sentence.tokens[1 : verb.index]
    who = person_before(reading, sentence) if any(t.lower in _ALSO for t in between) else None
    if who is None or who.entity not in candidates(reading, anaphor(reading, sentence, token), salience):
        return ()
    return (Reference(who.entity, "pronoun", "who goes on to act", who.span or who.antecedent),)


def _suffers(sentence: Sentence, verb: Token) -> bool:
    """Tell « est accusé », « avait fui », « était maire », « encourt », not « a ajouté »."""
    if verb.dep != "ROOT":
        return False
    if is_passive(sentence, verb):
        return True
    earlier = any(t.lower in ("avait", "était") for t in sentence.children(verb, "aux", "cop"))
    said = verb.lower in clause_verbs("fr", "saying", "quoting")
    return not said and (earlier or any(sentence.children(verb, "cop")) or verb.lower in _FACING)


def _news(sentence: Sentence) -> Token | None:
    """Return « arrêté » of « X a été arrêté, a annoncé le procureur »: the clause that somebody tells behind it."""
    saying = clause_verbs("fr", "saying")
    for root in sentence.tokens:
        if root.dep != "ROOT":
            continue
        told = [t for t in sentence.children(root, *_BEHIND) if t.lower in saying and _spoken(sentence, t)]
        if told:
            return root
        above = [t for t in sentence.children(root, "ccomp") if t.index < root.index]
        return above[0] if above and root.lower in saying and _spoken(sentence, root) else None
    return None


def _spoken(sentence: Sentence, verb: Token) -> bool:
    """Tell a verb of saying whose subject stands behind it."""
    return any(t.index > verb.index for t in sentence.children(verb, "nsubj", "obj"))
