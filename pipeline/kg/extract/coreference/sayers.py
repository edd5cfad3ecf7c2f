"""Settles who goes on speaking: "He further said", « a-t-il ajouté » take up who spoke last, ", it said" what body did.

Between two sayings of one source a text names others, whom salience prefers.
"""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

from kg.extract.coreference.clauses import outside_before
from kg.extract.coreference.nouns import names_person, names_speaker
from kg.extract.coreference.ranking import Anaphor, anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.tellers import right_before, tells, told_of
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import ACCORDING_FR, preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_passive
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import HE_OR_SHE, SINGULAR_SUBJECTS
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_FURTHER: Final = frozenset(
    "also further furthermore additionally moreover again également aussi encore enfin ensuite ailleurs outre".split()
)
_GOING_ON: Final = frozenset("added adds continued concluded reiterated".split())
_GOING_ON_FR: Final = ("ajout", "poursui", "renchéri", "reprend", "repris", "complèt", "complét", "conclu")
_JUDGING: Final = ("qualifi", "fustig", "dénon", "déplor")  # « a qualifié la loi de « grande réforme » »
_OPENINGS: Final = ("opportunity", "occasion", "chance", "went", "goes", "continued")
_ACCORDING: Final = "according"
_THE: Final = ("the", "le", "la", "l'", "les")
_PLURAL: Final = ("they", "ils", "elles")
_VIEW: Final = "pour"  # « Pour Dubois, … »
_VOICES: Final = ("voix", "bouche", "intermédiaire")
_OPENING: Final = 4  # words
_FAR: Final = 6  # sentences
_NEAR: Final = 8  # sentences and those of quotations, of which the nearest told one counts
_LATELY: Final = 3  # sentences
_I: Final = frozenset("je j' j’ moi mon ma mes me m' m’".split())
_SOURCES: Final = (EntityType.ORGANIZATION, EntityType.WORK)


def speaks_again(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience
) -> tuple[Reference, ...] | None:
    """Return whom the pronoun of such a saying stands for: nobody where who spoke last has no name.

    None where the words are no such saying.
    """
    if _as_source(sentence, token):
        before = right_before(reading, sentence)
        allowed = candidates(reading, anaphor(reading, sentence, token), salience)
        told = told_of(reading, before, allowed) if before is not None else ()
        return told or _person(reading, sentence, token, salience)
    verb = sentence.head(token)
    if verb is None or verb.lower not in _speaking(reading.language) or not token.dep.startswith("nsubj"):
        return None
    if is_passive(sentence, verb):
        return None  # « Il est accusé de vol » says of whom the text tells, not of who told it
    if token.lower == "it" and _trails(sentence, token, verb):
        spoke = next((found for found in _last(reading, sentence) if _of(reading, found, *_SOURCES)), ())
        return spoke or _acting(reading, sentence, verb)
    first = _first_to_speak(reading, sentence, token, verb, salience)
    return first or _goes_on_telling(reading, sentence, token, verb, salience)


def _goes_on_telling(
    reading: Reading, sentence: Sentence, token: Token, verb: Token, salience: Salience
) -> tuple[Reference, ...] | None:
    """Return who spoke before and now opens a sentence with « Il a ajouté », or tells on behind a quotation."""
    opens = token.index <= 1 or any(t.quote is not None for t in sentence.tokens[: token.index])
    plural = token.lower in _PLURAL
    if not (plural or token.lower.strip("-t") in SINGULAR_SUBJECTS) or not opens or sentence.inside is not None:
        return None
    if _goes_on(sentence, verb) and not plural:
        return _person(reading, sentence, token, salience)
    led_up = token.index > 1 and all(t.quote is None for t in sentence.tokens[:2])  # « X réagit : « … », a-t-il dit »
    return None if led_up else _right_before(reading, sentence, token, salience)


def _right_before(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience
) -> tuple[Reference, ...] | None:
    """Return who says the sentence told last, if one does: "Miller, according to Anne Clark … She said …".

    Nobody where that is somebody without a name: "One official warned that … “…,” he said."
    """
    last = _told_before(reading, sentence)
    source = _last_source(last, reading.language) if last is not None else None
    source = source or (_agent(reading, last) if last is not None and reading.language == "fr" else None)
    if last is None or source is None:
        return None
    mute = source.pos == "NOUN" and not names_speaker(source.lower, reading.language)
    if mute and not reading.referents(last, source):
        return None  # « ses relations avec Dubois lui valent … » says nothing
    titles = [source, *last.children(source, "conj")]  # "deputy leader and acting minister Jane Miller"
    named = (reading.referents(last, t) for title in titles for t in (title, *last.children(title, "appos")))
    found = next((references for references in named if references), ())
    spoke = tuple(Reference(r.entity, "pronoun", "who spoke last", source.span) for r in found)
    plural = token.lower in _PLURAL
    if not spoke:
        unnamed = source.pos == "NOUN" and names_person(source.lower, reading.language)
        known = any(c.lower in _THE for c in last.children(source, "det"))  # "the minister" may be known by name
        return () if unnamed and not known and (plural or not source.plural) else None
    if plural:
        return None
    sought = anaphor(reading, sentence, token)
    allowed = candidates(reading, sought, salience)
    body = reading.language == "fr" and source.dep.startswith("nsubj")  # "she" and "he" are no bodies
    body = body and not _of_oneself(reading, sentence)
    kinds = (EntityType.PERSON, EntityType.ORGANIZATION) if body else (EntityType.PERSON,)
    noun = body and source.pos == "NOUN" and not source.plural and source.gender == sought.gender  # « le quotidien »
    return spoke if _of(reading, spoke, *kinds) and (noun or _may_be(reading, sought, spoke, allowed)) else None


def _of_oneself(reading: Reading, sentence: Sentence) -> bool:
    """Tell « « Je suis innocent », affirme-t-il »: no paper and no club says « je »."""
    quotes = {t.quote for t in sentence.tokens if t.quote is not None}
    inside = (s for s in reading.annotation.sentences if s.inside in quotes) if quotes else ()
    return any(s.words & _I for s in inside)


def _agent(reading: Reading, last: Sentence) -> Token | None:
    """Return the judge of « La loi du ministre Dubois est bloquée par la juge Martin. Elle estime … »."""
    root = next((t for t in last.tokens if t.dep == "ROOT"), None)
    if root is None or any(reading.referents(last, t) for t in last.children(root, "nsubj")):
        return None
    verbs = (root, *last.children(root, "xcomp"))
    agents = [t for verb in verbs for t in last.children(verb, "obl") if t.dep == "obl:agent"]
    named = [t for t in agents if _of(reading, reading.referents(last, t), EntityType.PERSON)]
    return named[0] if len(agents) == len(named) == 1 else None


def _as_source(sentence: Sentence, token: Token) -> bool:
    """Tell « Selon lui, », « Pour elle, » at the head of a sentence."""
    source = preposition(sentence, token) in {*ACCORDING_FR, _VIEW}
    return token.lower in ("lui", "elle") and source and token.index <= _OPENING and sentence.inside is None


def _person(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...] | None:
    """Return the person who spoke last; None where it was a body, or somebody of the other gender."""
    spoke = next(_last(reading, sentence), None)
    sought = anaphor(reading, sentence, token)
    allowed = candidates(reading, sought, salience) if spoke else ()
    fitting = spoke and _of(reading, spoke, EntityType.PERSON) and _may_be(reading, sought, spoke, allowed)
    return spoke if fitting or spoke == () else None


def _may_be(reading: Reading, sought: Anaphor, spoke: tuple[Reference, ...], allowed: Collection[str]) -> bool:
    """Tell whether a speaker may be meant; the only person of a text may, whatever gender the first name seems of."""
    only = reading.language == "fr" and len(reading.of_type(EntityType.PERSON)) == 1
    clash = {sought.gender, reading.genders.get(spoke[0].entity, "")} == {"m", "f"}
    return spoke[0].entity in allowed or (only and clash and _of(reading, spoke, EntityType.PERSON))


def unnamed_speaker(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "the official added" where an official without a name spoke last, and no other."""
    if reading.language != "en" or sentence.inside is not None or not token.dep.startswith("nsubj"):
        return False
    verb, quoting = sentence.head(token), load_frames("en").clause_verbs["quoting"]
    says = verb is not None and (verb.lower in _saying("en") or verb.lower in quoting)
    if not says or not names_person(token.lower, "en"):
        return False
    earlier, source = next(_last_sources(reading, sentence), (sentence, None))
    return source is not None and not source.plural and not reading.referents(earlier, source)


def _saying(language: str) -> frozenset[str]:
    return load_frames(language).clause_verbs["saying"]


@cache
def _speaking(language: str) -> frozenset[str]:
    """Return the verbs whose subject says or wants something: « Il propose d'adopter une règle »."""
    return _saying(language) | load_frames(language).clause_verbs["quoting"]


def _trails(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Tell ", it said" behind what is said."""
    before = sentence.tokens[token.index - 1].text if token.index > 3 else ""
    return verb.index == token.index + 1 and before in (",", "”", '"')


def _acting(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Reference, ...]:
    """Return Airbus of "Airbus will close the plant, it said", where nobody has spoken before."""
    told = [t for t in sentence.children(verb, "ccomp", "parataxis") if t.index < verb.index]
    subjects = [s for t in told[:1] for s in sentence.children(t, "nsubj") if s.index < t.index]
    found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    acting = tuple(Reference(r.entity, "pronoun", "whom it tells of", subjects[0].span) for r in found)
    return acting if _of(reading, acting, EntityType.ORGANIZATION) else ()


def _told_behind(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Tell « …, a-t-elle indiqué lundi », whose content is the sentence itself and no quotation."""
    told = verb.dep == "ROOT" and sentence.inside is None and token.index > 3 and sentence.tokens[0].quote is None
    return told and any(t.index < token.index for t in sentence.children(verb, "ccomp", "parataxis"))


def _first_to_speak(
    reading: Reading, sentence: Sentence, token: Token, verb: Token, salience: Salience
) -> tuple[Reference, ...]:
    """Return Dubois of « La ministre Anne Dubois ira voir Claire Martin, a-t-elle dit »: nobody else acted before."""
    gender = HE_OR_SHE.get(token.lower.lstrip("-t"), "")
    if not gender or not _told_behind(sentence, token, verb):
        return ()
    told = [t for t in sentence.children(verb, "ccomp", "parataxis") if t.index < token.index]
    subjects = [s for s in sentence.children(told[0], "nsubj") if s.index < told[0].index]
    if len(subjects) != 1 or next(_last_sources(reading, sentence), None) is not None:
        return ()
    before = {seen.entity for seen in salience.newest(_LATELY) if seen.main and seen.sentence < salience.now}
    rivals = {i for i in before if reading.genders.get(i, gender) in ("", gender)}
    for at in (subjects[0], *sentence.children(subjects[0], "appos", "flat")):
        found = reading.referents(sentence, at)
        one = found[0].entity if _of(reading, found, EntityType.PERSON) else None
        if one is not None and rivals <= {one} and reading.genders.get(one, gender) in ("", gender):
            return (Reference(one, "pronoun", "whom it tells of", at.span),)
    return ()


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    on = verb.lower in _GOING_ON or verb.lower.startswith(_GOING_ON_FR)
    return on or any(c.lower in _FURTHER for c in sentence.children(verb, "advmod"))


def _last(reading: Reading, sentence: Sentence) -> Iterator[tuple[Reference, ...]]:
    """Yield who spoke before, the last first: nothing for whoever has no name."""
    for earlier, source in _last_sources(reading, sentence):
        found = reading.referents(earlier, source)
        yield tuple(Reference(r.entity, "pronoun", "who spoke last", source.span) for r in found[:2])


def _last_sources(reading: Reading, sentence: Sentence) -> Iterator[tuple[Sentence, Token]]:
    """Yield the words for who spoke before, with their sentences, the last first."""
    before = [s for s in reading.annotation.sentences if s.inside is None and s.span.end <= sentence.span.start]
    for earlier in sorted(before, key=lambda s: s.span.start)[: -_FAR - 1 : -1]:
        source = _last_source(earlier, reading.language)
        if source is not None:
            yield earlier, source


def _told_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence outside of quotations that stands before, in this paragraph or the one before."""
    told = filter(tells, outside_before(reading, sentence, _NEAR))
    return max(told, key=lambda s: s.span.start, default=None)


def _last_source(sentence: Sentence, language: str) -> Token | None:
    """Return by whom a sentence says something: the last subject of a verb of saying, else « selon X »."""
    found = [*_sources(sentence, language)]
    voices = [t for t in found if _by_voice(sentence, t)]
    if voices:
        return voices[-1]
    subjects = [t for t in found if t.dep.startswith("nsubj") and "VerbForm=Fin" in sentence.tokens[t.head].morph]
    return subjects[-1] if subjects else next(iter(found), None)


def _sources(sentence: Sentence, language: str) -> Iterator[Token]:
    """Yield who a sentence says something by: the subjects of its verbs of saying, "according to X"."""
    for word in sentence.tokens:
        if word.lower == _ACCORDING:
            yield from (t for t in sentence.tokens[word.index + 2 : word.index + 6] if t.name is not None)
        elif language == "fr" and (
            preposition(sentence, word) in ACCORDING_FR or _in_view(sentence, word) or _by_voice(sentence, word)
        ):
            yield word
        elif word.pos == "VERB" and _says(sentence, word, language) and _main(sentence, word):
            yield from surface_subject(sentence, word)


def _says(sentence: Sentence, verb: Token, language: str) -> bool:
    """Tell a verb of saying, and one that brings in words: « a qualifié la loi d'« erreur historique » »."""
    if verb.lower in _saying(language) or (language == "fr" and verb.lower.startswith(_JUDGING)):
        return True
    brings = verb.lower in _speaking(language) and language == "fr"
    return brings and any(t.quote is not None and t.head == verb.index for t in sentence.tokens)


def _by_voice(sentence: Sentence, word: Token) -> bool:
    """Tell who stands behind « par la voix de », « par la bouche de »."""
    voice = sentence.head(word)
    return voice is not None and voice.lower in _VOICES and preposition(sentence, voice) == "par" and word.dep == "nmod"


def _in_view(sentence: Sentence, word: Token) -> bool:
    """Tell « Pour Dubois, … », « Pour le ministre Paul Dubois, … »."""
    opens = sentence.tokens[0].lower == _VIEW and 0 < word.index <= _OPENING
    named = word.name is not None or any(t.name is not None for t in sentence.children(word, "appos", "flat"))
    return opens and named and preposition(sentence, word) == _VIEW


def _main(sentence: Sentence, verb: Token) -> bool:
    """Tell a main clause from one below: « X a pris la parole, affirmant que … » is what X says as well.

    So is "took the opportunity to announce", "went on to say".
    """
    above = sentence.tokens[verb.head]
    if verb.dep in ("acl", "xcomp", "advcl") and above.lower in _OPENINGS:
        return any(t.lower == "to" for t in sentence.children(verb, "aux", "mark"))
    return verb.dep in ("ROOT", "parataxis", "conj") or (verb.dep == "advcl" and verb.lower.endswith(("ing", "ant")))


def _of(reading: Reading, found: tuple[Reference, ...], *kinds: EntityType) -> bool:
    return len(found) == 1 and reading.entities[found[0].entity].type in kinds
