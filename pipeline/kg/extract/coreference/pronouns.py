"""Resolves pronouns and possessives: which words are any, and whom the ranking takes each for."""

from typing import Final

from kg.extract.coreference.brought_out import brought_out
from kg.extract.coreference.cataphora import named_behind, of_cleft
from kg.extract.coreference.centre import centre
from kg.extract.coreference.chain import chained, gone_on_with
from kg.extract.coreference.clauses import clause_verb
from kg.extract.coreference.dead_again import dead_again
from kg.extract.coreference.gave_cause import gave_cause
from kg.extract.coreference.going_on import goes_on
from kg.extract.coreference.headings import headed
from kg.extract.coreference.identified import named_so
from kg.extract.coreference.inverted import subject_before
from kg.extract.coreference.joined_things import joined
from kg.extract.coreference.made_by import of_work
from kg.extract.coreference.main_subject import main_subject
from kg.extract.coreference.mourned import mourned
from kg.extract.coreference.nouns import BODIES, noun_classes
from kg.extract.coreference.officers import officer_of_nobody
from kg.extract.coreference.own_clause import own_clause
from kg.extract.coreference.predecessors import predecessor
from kg.extract.coreference.preferences import key_of, leanings
from kg.extract.coreference.ranking import Anaphor, Judge, anaphor, candidates
from kg.extract.coreference.renowned import of_renowned
from kg.extract.coreference.reported_of import acts_further, reported_of
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.sayers import speaks_again
from kg.extract.coreference.settled import (
    dislocated,
    emphatic,
    like_others,
    named_after_owner,
    own_deed,
    own_thing,
    said_to_own,
    stands_for_nobody,
    subject_again,
)
from kg.extract.coreference.several import several
from kg.extract.coreference.spoken_of import client_of_speaker
from kg.extract.coreference.spokesmen import body_again, of_body_told, of_person_told
from kg.extract.coreference.tellers import tells_on
from kg.extract.coreference.thereof import is_thereof, thereof
from kg.extract.coreference.told_of import of_unnamed, told_of_before
from kg.extract.coreference.told_off import of_other
from kg.extract.coreference.unnamed import sentence_before, unnamed_before
from kg.extract.frames.load import load_frames
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.extract.time.french_words import FRENCH
from kg.lexicon.closed import FRENCH_OWN, POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

PRONOUNS: Final = {
    "fr": frozenset(
        """ils elles leur leurs eux il elle lui son sa ses celui-ci celle-ci lui-même elle-même eux-mêmes
        elles-mêmes""".split()
    ),
    "en": frozenset("they them their theirs he she it him her his hers its himself herself itself".split()),
}
# Words that are nothing else, whatever the tagger says.
ALWAYS: Final = frozenset(
    "celui-ci celle-ci lui-même elle-même eux-mêmes elles-mêmes il elle ils elles lui he she".split()
)
CLITIC: Final = frozenset("le la l' l’ les".split())
_HE: Final = ("il", "elle")
_JOINABLE: Final = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP)
_SPEAKING: Final = (EntityType.ORGANIZATION, EntityType.PLACE)
LATTER: Final = frozenset("dernier dernière".split())
_CLITICS: Final = frozenset("le la l' l’ lui".split())
RELATIVE: Final = frozenset("qui who whose which dont".split())
FEMININE: Final = frozenset("elle elles she her celle-ci".split())
MASCULINE: Final = frozenset("il ils he him his celui-ci eux".split())
NEUTRAL: Final = frozenset("it its".split())
_SINCE: Final = ("après", "avant", "depuis", "pendant", "durant", "dès")
_KINDS: Final = ("PRON", "DET", "ADJ", "NOUN", "ADP")


def is_pronoun(sentence: Sentence, token: Token, language: str) -> bool:
    """Tell whether a word is a pronoun or possessive that stands for somebody or something: « son », no English son."""
    if token.lower in PRONOUNS[language] and token.pos in _KINDS:
        return True
    if is_thereof(token):  # « Paul Martin en est le président »
        return True
    if token.lower in CLITIC and language == "fr":
        return token.pos == "PRON" and token.dep.startswith(("obj", "iobj"))
    return is_latter(sentence, token)


def is_latter(sentence: Sentence, token: Token) -> bool:
    """Tell « ce dernier », « cette dernière », "the latter"; « cette dernière semaine » is none."""
    before = sentence.tokens[token.index - 1] if token.index else None
    if before is None or token.lower not in {*LATTER, "latter"}:
        return False
    after = sentence.tokens[token.index + 1 : token.index + 2]
    alone = not any(t.pos in ("NOUN", "PROPN", "NUM") for t in after)
    told = token.index > 1 and sentence.tokens[token.index - 2].pos == "VERB"  # « a indiqué ce dernier mercredi »
    day = any(t.lower in FRENCH.weekdays for t in after)
    return (alone or (told and day)) and before.lower in ("ce", "cette", "the")


def stand_for(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Return whom a pronoun or possessive stands for; nothing where that cannot be said."""
    if token.dep.startswith("expl") or stands_for_nobody(sentence, token):
        return ()
    if is_thereof(token) or emphatic(sentence, token):
        return (thereof if is_thereof(token) else subject_again)(reading, sentence, token)
    other = of_other(reading, sentence, token)
    other = other if other is not None else subject_before(reading, sentence, token)
    other = other if other is not None else of_renowned(reading, sentence, token)
    other = other if other is not None else own_thing(reading, sentence, token)
    if other is not None:
        return other
    beside = _whose(reading, sentence, token) if token.lower in POSSESSIVES else None
    beside = (
        beside
        or like_others(reading, sentence, token)
        or of_work(reading, sentence, token)
        or predecessor(reading, sentence, token)
    )
    if beside:
        return beside
    bound = named_so(reading, sentence, token) or several(reading, sentence, token)
    bound = bound or own_clause(reading, sentence, token, salience) or gave_cause(reading, sentence, token)
    bound = bound or named_behind(reading, sentence, token, salience) or main_subject(reading, sentence, token)
    bound = bound or acts_further(reading, sentence, token, salience)
    if bound:
        return bound
    again = _taken_up(reading, sentence, token, salience)
    nameless = unnamed_before(reading, sentence, token) or of_unnamed(reading, sentence, token)
    nameless = nameless or officer_of_nobody(reading, sentence, token)
    nameless = nameless or _of_nameless_he(reading, sentence, token, salience)
    if again is not None or nameless or told_of_before(reading, sentence, token):
        return again or ()
    told = dead_again(reading, sentence, token, salience) or headed(reading, sentence, token)
    told = told or _told_before(reading, sentence, token)
    told = told or mourned(reading, sentence, token, salience) or reported_of(reading, sentence, token, salience)
    told = told or client_of_speaker(reading, sentence, token, salience) or tells_on(reading, sentence, token, salience)
    told = told or centre(reading, sentence, token, salience)
    told = told or gone_on_with(reading, sentence, token, salience)
    told = told or chained(reading, sentence, token, salience) or goes_on(reading, sentence, token, salience)
    return told or _ranked(reading, sentence, token, salience, judge)


def _whose(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return whose a thing is by what it is named after, joined to, or said of it, or by a cleft; the surest first."""
    beside = named_after_owner(reading, sentence, token) or joined(reading, sentence, token)
    beside = beside or said_to_own(reading, sentence, token) or own_deed(reading, sentence, token)
    return beside or of_cleft(reading, sentence, token)


def _taken_up(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...] | None:
    """Return whom « quant à », a name right before or the last saying gives, nobody included; None where none does."""
    beside = dislocated(reading, sentence, token)
    return beside if beside is not None else speaks_again(reading, sentence, token, salience)


def _told_before(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return whom or what the French sentence before is about, where grammar or the noun says that it is meant."""
    if reading.language != "fr":
        return ()
    found = of_body_told(reading, sentence, token) if token.lower in POSSESSIVES else ()
    found = found or (of_person_told(reading, sentence, token) if token.lower in POSSESSIVES else ())
    return found or brought_out(reading, sentence, token) or body_again(reading, sentence, token)


def _of_nameless_he(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> bool:
    """Tell « Un manifestant … Il a succombé à ses blessures »: of whom « il » stands for, who has no name."""
    verb = clause_verb(sentence, token) if token.lower in FRENCH_OWN else None
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index] if verb is not None else []
    if len(subjects) != 1 or subjects[0].lower not in _HE or reading.referents(sentence, subjects[0]):
        return False
    one = salience.strangers.get(salience.at.get((sentence.index, subjects[0].index), ""))
    return (one is not None and one.person) or unnamed_before(reading, sentence, subjects[0])


def _ranked(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Return whom the ranking takes a pronoun for."""
    sought = anaphor(reading, sentence, token)
    if sought.form == "latter":
        return _nearest(reading, sought, salience)
    found = judge(reading, sought, salience) or (_body(reading, sought, salience) if sought.plural else None)
    if found in salience.strangers:
        salience.note_stranger(found, sentence, token)
    if found is None or found in salience.strangers:
        return ()
    told = _joined_with(reading, salience, found) if sought.plural else ()
    return told or (Reference(found, "pronoun", "likeliest antecedent that agrees", salience.last(found)),)


def _joined_with(reading: Reading, salience: Salience, found: str) -> tuple[Reference, ...]:
    """Return both of « A et B », where a plural takes up one of the two: no plural means A alone."""
    seen = salience.latest(found)
    if seen is None or reading.entities[found].type not in _JOINABLE:
        return ()
    sentence = reading.annotation.sentences[seen.verb[0]]
    word = sentence.tokens[seen.position]
    first = (sentence.head(word) or word) if word.dep == "conj" else word
    row = [t for t in conjuncts(sentence, first) if t.name is not None]
    named = [(t, reading.referents(sentence, t)) for t in row]
    alike = all(len(r) == 1 and reading.entities[r[0].entity].type is reading.entities[found].type for _, r in named)
    if len(named) < 2 or not alike:
        return ()
    return tuple(Reference(r[0].entity, "pronoun", "one of those named together", t.span) for t, r in named)


def _nearest(reading: Reading, sought: Anaphor, salience: Salience) -> tuple[Reference, ...]:
    """Return whom « ce dernier », « celle-ci » stands for: who agrees and was spoken of last."""
    beside = _right_before(reading, sought)
    if beside:
        return beside
    strangers = salience.strangers
    leaning = leanings().get(key_of(sought.sentence, sought.token) or "", {})
    acts = sought.token.lower in LATTER and leaning.get("person", "")[:1] == "+" and leaning.get("thing", "")[:1] != "+"
    among = [
        i
        for i in candidates(reading, sought, salience)
        if i not in strangers or (strangers[i].gender and (strangers[i].person or not (acts or _within(salience, i))))
    ]
    among.sort(key=lambda i: _told_back(sought, salience, i))
    among = [i for i in among if not _in_passing(reading, sought, salience, i)]
    near = {seen.entity for seen in salience.recent(1)}
    if sought.token.lower == "latter" and _acts(reading, sought):
        among = [
            i for i in among if i in strangers or reading.entities[i].type not in (EntityType.WORK, EntityType.EVENT)
        ]
    if among and among[0] not in strangers and reading.entities[among[0]].type is EntityType.PLACE:
        among.sort(key=lambda i: i in strangers or i not in near or reading.entities[i].type is not EntityType.PERSON)
    place = bool(among) and among[0] not in strangers and reading.entities[among[0]].type is EntityType.PLACE
    if not among or among[0] in strangers or (place and any(i in strangers for i in among)):
        return ()
    if _body_since(reading, sought, salience, among[0]):
        return ()
    return (Reference(among[0], "pronoun", "spoken of last", salience.last(among[0])),)


def _in_passing(reading: Reading, sought: Anaphor, salience: Salience, who: str) -> bool:
    """Tell Saturn of « Pan, un satellite de Saturne », and « un intérim » of « Après un intérim, ce dernier »."""
    seen = salience.latest(who)
    if seen is None or reading.language != "fr":
        return False
    sentence = reading.annotation.sentences[seen.verb[0]]
    word = sentence.tokens[seen.position]
    if who in salience.strangers:
        here = sentence is sought.sentence and word.index < sought.token.index
        return here and preposition(sentence, word) in _SINCE and word.dep.startswith("obl")
    above = sentence.head(word) if word.dep == "nmod" else None
    aside = above is not None and above.dep == "appos" and above.name is None
    holder = sentence.head(above) if aside and above is not None else None
    return holder is not None and holder.name is not None and holder.index < word.index


def _body_since(reading: Reading, sought: Anaphor, salience: Salience, who: str) -> bool:
    """Tell a body without a name that the sentence before speaks of later: « cite la région. Cette dernière »."""
    last, seen = sentence_before(reading, sought.sentence), salience.last(who)
    if last is None or seen is None or reading.language != "fr" or not sought.gender:
        return False
    table = noun_classes("fr")
    for noun in last.tokens:
        kind = table.get(noun.lower) if noun.pos == "NOUN" and noun.name is None and not noun.plural else None
        agrees = kind is not None and kind.type in _SPEAKING and noun.gender == sought.gender
        if agrees and noun.span.start > seen.start and noun.dep.startswith(("obj", "obl", "nsubj")):
            return not reading.referents(last, noun)
    return False


def _told_back(sought: Anaphor, salience: Salience, who: str) -> tuple[int, int]:
    """Return how far back somebody was last told of but by a clitic: « Dubois et Martin le raillent, ce dernier … »."""
    for seen in salience.newest():
        here = seen.verb[0] == sought.sentence.index
        if seen.entity == who and not (here and _is_clitic(sought.sentence.tokens[seen.position])):
            return salience.now - seen.sentence, -seen.position
    return salience.age(who)


def _is_clitic(token: Token) -> bool:
    return token.pos == "PRON" and token.lower in _CLITICS


def _acts(reading: Reading, sought: Anaphor) -> bool:
    """Tell the subject of a verb of saying or denying, which no work is."""
    verb = sought.sentence.head(sought.token)
    said = verb is not None and (
        verb.lower in load_frames(reading.language).clause_verbs["saying"] or verb.lower == "denied"
    )
    return said and sought.token.dep.startswith("nsubj")


def _within(salience: Salience, stranger: str) -> bool:
    """Tell « directoire » of « a nommé Dubois à la tête du directoire »: « ce dernier » seldom is a complement's."""
    last = salience.latest(stranger)
    return last is not None and last.dep.startswith("nmod")


def _right_before(reading: Reading, sought: Anaphor) -> tuple[Reference, ...]:
    """Return who is named right before: « Si la première est Anne Dubois, cette dernière … »."""
    before = sought.sentence.tokens[max(0, sought.token.index - 3) : sought.token.index]
    if len(before) < 3 or before[1].text != "," or before[0].name is None or before[0].name not in reading.names:
        return ()
    who = reading.names[before[0].name]
    person = reading.entities[who].type is EntityType.PERSON
    clash = {sought.gender, reading.genders.get(who, "")} == {"m", "f"}
    if not person or clash or preposition(sought.sentence, before[0]):
        return ()
    return (Reference(who, "pronoun", "the name before it", before[0].span),)


def _body(reading: Reading, sought: Anaphor, salience: Salience) -> str | None:
    """Return the group or body, spoken of as many, that a plural takes up, unless others came last."""
    scores = salience.scores()
    among = candidates(reading, sought, salience)
    bodies = {i: scores[i] for i in among if i in scores and _many(reading, i)}
    best = min(bodies, key=lambda i: (-bodies[i], i), default=None)
    others = (score for who, score in salience.stranger_scores().items() if salience.strangers[who].plural)
    return best if best is not None and bodies[best] >= max(others, default=0.0) else None


def _many(reading: Reading, identifier: str) -> bool:
    return reading.entities[identifier].type in BODIES and identifier in reading.many
