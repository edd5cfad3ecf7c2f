"""Settles who goes on being spoken of: the subject of the sentence before or of the main clause, a speaker's body.

After Grosz, Joshi and Weinstein (1995): what a clause is about goes on as its subject, and is taken up by a pronoun.
English pronouns tell persons from bodies; of the French ones only those before the subject are settled.
"""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.coreference.compatriots import one_of_people
from kg.extract.coreference.fronted import RELATIVE, family_ahead, subject_after
from kg.extract.coreference.nouns import OF_PEOPLE, offices_of_bodies
from kg.extract.coreference.officers import officer_of
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.ranking.having import having
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.unnamed import linked, main_subjects, named_until, people, sentence_before
from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_SAYING: Final = frozenset("said says told added announced confirmed warned insisted explained claimed".split())
_OTHER: Final = {"his": "f", "her": "m"}
_GENDER: Final = {"he": "m", "she": "f"}
_SAME: Final = {"his": "he", "her": "she"}
_BESIDE: Final = frozenset(
    "direction côtés côté sillage suite place tête encontre égard sujet propos tour part avis".split()
)
_PERSONAL: Final = frozenset("he she him her his".split())
_CHAIN: Final = 3  # sentences that may go on with « il » before
_OWN: Final = frozenset("son sa ses his her its".split())


def centre(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom a pronoun takes up by these rules, or nothing."""
    if token.quote is not None:
        return ()
    if reading.language == "fr":
        behind = _subject_behind(reading, sentence, token) or _of_relative(reading, sentence, token)
        behind = behind or _of_unknown_sex(reading, sentence, token)
        return behind or _possessor_before(reading, sentence, token) or officer_of(reading, sentence, token)
    if token.lower in ("its", "their") and _opens(sentence, token):
        return _team_before(reading, sentence, token)
    if token.lower == "its":
        behind = _subject_behind(reading, sentence, token)
        fitting = tuple(r for r in behind if _may_own(reading, token, r.entity))
        return fitting or _of_relative(reading, sentence, token)
    if token.lower == "it":
        return _body_of_speaker(reading, sentence, token) or _speaks_on(reading, sentence, token)
    if token.lower in _PERSONAL:
        told = (
            _chain_before(reading, sentence, token)
            or subject_after(reading, sentence, token)
            or _main_subject(reading, sentence, token, salience)
        )
        return told or _of_relative(reading, sentence, token)
    return family_ahead(reading, sentence, token) or _of_relative(reading, sentence, token)


def _of_unknown_sex(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the named subject of the sentence before, whose first name tells no sex: « Mame Diarra … Elle … »."""
    last = sentence_before(reading, sentence) if token.lower in ("il", "elle") and token.index == 0 else None
    verb = sentence.head(token)
    if last is None or verb is None or verb.dep != "ROOT" or last.paragraph != sentence.paragraph:
        return ()
    subjects = main_subjects(last)
    found = people(reading, last, subjects[0]) if len(subjects) == 1 and subjects[0].name is not None else ()
    named = {reading.names[t.name] for t in last.tokens if t.name in reading.names and t.name is not None}
    others = [i for i in named if reading.entities[i].type is EntityType.PERSON and i not in {r.entity for r in found}]
    if not found or reading.genders.get(found[0].entity) or others:
        return ()
    return (Reference(found[0].entity, "pronoun", "subject of the sentence before", subjects[0].span),)


def _opens(sentence: Sentence, token: Token) -> bool:
    """Tell what opens a sentence, if only behind a quotation: "Novatel sued. “We had to,” its founder …"."""
    return all(t.quote is not None or t.pos == "PUNCT" for t in sentence.tokens[: token.index])


def _subject_before(reading: Reading, sentence: Sentence) -> tuple[Reference, ...]:
    """Return the body that the sentence before is about: "Novatel won. Its founder, Jane Miller, …"."""
    last = sentence_before(reading, sentence)
    if last is None:
        return ()
    verbs = [t for t in last.tokens if t.dep == "ROOT"]
    subjects = [s for verb in verbs[:1] for s in last.children(verb, "nsubj") if s.index < verb.index]
    why = "subject of the sentence before"
    found = _bodies(reading, last, subjects[:1], why)
    if found or not subjects or subjects[0].name is not None or reading.referents(last, subjects[0]):
        return found
    return _bodies(reading, last, [*last.children(subjects[0], "nmod:poss")][:1], why)  # "Novatel's workers left. Its"


def _team_before(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body of "Novatel won. Its founder …", the side of "The Falcons won. Their coach, Paul Hart, …"."""
    thing = sentence.head(token)
    office = token.lower == "its" or (thing is not None and thing.lower in offices_of_bodies("en") | OF_PEOPLE)
    return _subject_before(reading, sentence) if office else ()


def _chain_before(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Miller of "She met Hill's parents. Her spokesman …": of whom the sentence before goes on to tell."""
    last = sentence_before(reading, sentence) if token.index == 0 and token.lower in _OTHER else None
    subjects = main_subjects(last) if last is not None and last.paragraph == sentence.paragraph else []
    if last is None or len(subjects) != 1 or subjects[0].lower != _SAME[token.lower]:
        return ()
    return tuple(
        Reference(r.entity, "pronoun", "of whom the sentence before tells", r.antecedent or subjects[0].span)
        for r in people(reading, last, subjects[0])
    )


def _possessor_before(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the CGT of « La CGT recule. Sa chute est brutale. Son score … »: what opens a sentence goes on."""
    thing = sentence.head(token) if token.lower in _OWN and token.index == 0 else None
    last = sentence_before(reading, sentence) if thing is not None and thing.dep.startswith("nsubj") else None
    if last is None:
        return ()
    subjects = main_subjects(last)[:1]
    owners = [t for s in subjects for t in last.children(s, "nmod:poss", "det") if t.lower in _OWN and t.index == 0]
    found = [r for t in owners for r in reading.referents(last, t)]
    again = tuple(Reference(r.entity, "pronoun", "whose the thing before is", r.antecedent) for r in found)
    fitting = again or _bodies(reading, last, subjects, "subject of the sentence before")
    sought = anaphor(reading, sentence, token)
    return tuple(r for r in fitting if having(reading, sought, [r.entity]))


def _body_of_speaker(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body of "Novatel's director, Jane Miller, said it had …", of "Novatel said it had …"."""
    verb = sentence.head(token)
    saying = sentence.head(verb) if verb is not None and verb.dep == "ccomp" else None
    if saying is None or saying.lower not in _SAYING or not token.dep.startswith("nsubj") or token.index < saying.index:
        return ()
    for subject in surface_subject(sentence, saying):
        own = _bodies(reading, sentence, [subject], "who says it")
        if own:
            return own
        below = [t for t in sentence.children(subject, "nmod:poss", "compound", "nmod") if _owns(sentence, t)]
        return _bodies(reading, sentence, below[:1], "whose officer says it")
    return ()


def _speaks_on(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body of "The army said it had fired. It accused the rebels …": who has spoken speaks on."""
    verb, last = sentence.head(token), sentence_before(reading, sentence)
    speaking = clause_verbs("en", "saying", "quoting", "accusing")
    if last is None or verb is None or token.index or verb.dep != "ROOT" or last.paragraph != sentence.paragraph:
        return ()
    root = next((t for t in last.tokens if t.dep == "ROOT"), None)
    said = root is not None and root.lower in speaking and verb.lower in speaking
    return _subject_before(reading, sentence) if said else ()


def _owns(sentence: Sentence, token: Token) -> bool:
    return token.dep != "nmod" or preposition(sentence, token) in ("of", "for", "at")


def _subject_behind(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the subject named behind « Un mois après la mort de son ami, », « Accusé par ses voisins, »."""
    thing = sentence.head(token)
    if token.lower not in ("son", "sa", "ses", "its") or not token.index or thing is None or thing.lower in _BESIDE:
        return ()
    verb = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index > token.index] if verb is not None else []
    if verb is not None and any(sentence.children(verb, "ccomp")) and all(t.index > verb.index for t in subjects):
        return ()  # « Un témoin a permis son arrestation, a indiqué Dubois »
    if len(subjects) != 1 or not _fronts(sentence, token, subjects[0]):
        return ()
    near = [t for t in sentence.children(subjects[0], "appos", "flat", "nmod") if not preposition(sentence, t)]
    named = [t for t in (subjects[0], *near) if t.name in reading.names and not one_of_people(reading, t)]
    who = [(reading.names[t.name], t.span) for t in named[:1] if t.name is not None]  # « l'abbé Dubois » too
    return tuple(Reference(one, "pronoun", "subject of its clause", span) for one, span in who)


def _of_relative(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return of whom the clause of a possessive tells: « Dubois, qui a vu son frère », "Novatel, which lost its"."""
    verb = clause_verb(sentence, token)
    if token.lower not in _OWN or verb is None or (token.pos == "PRON" and token.dep != "nmod:poss"):
        return ()
    verb = _above_infinitives(sentence, verb) if reading.language == "fr" else verb
    told = [t for t in sentence.children(verb, "nsubj") if t.lower in RELATIVE and t.index < token.index]
    return tuple(
        Reference(r.entity, "pronoun", "of whom the clause tells", r.span or r.antecedent)
        for t in told[:1]
        for r in reading.referents(sentence, t)
        if _may_own(reading, token, r.entity)
    )


def _above_infinitives(sentence: Sentence, verb: Token) -> Token:
    """Return « décide » of « qui décide de rallier Dubois et de retirer sa candidature », where nobody else is told."""
    for _ in range(_CHAIN):
        above = sentence.head(verb)
        bare = "VerbForm=Inf" in verb.morph and verb.dep in ("xcomp", "conj", "obl:arg", "obj", "ccomp")
        told = above is not None and verb.dep == "xcomp" and any(sentence.children(above, "obj", "iobj"))
        if above is None or not bare or told or any(sentence.children(verb, "nsubj")):
            return verb
        verb = above
    return verb


def _may_own(reading: Reading, token: Token, who: str) -> bool:
    """Tell whether an English possessive agrees with somebody or something; a French one says nothing of it."""
    person = reading.entities[who].type is EntityType.PERSON
    if token.lower not in {*_OTHER, "its"}:
        return True
    return person and reading.genders.get(who, "") != _OTHER[token.lower] if token.lower in _OTHER else not person


def _fronts(sentence: Sentence, token: Token, subject: Token) -> bool:
    """Tell whether a possessive stands in what opens the sentence, before the comma and the phrase of the subject.

    A name before it may as well be meant, unless a participle opens: that is said of the subject.
    """
    first = min(t.index for t in sentence.subtree(subject))
    opening = [
        t for t in sentence.tokens[:2] if t.pos in ("ADJ", "VERB") and t.dep.startswith(("advcl", "acl", "amod"))
    ]
    apart = token.index < first and any(t.text == "," for t in sentence.tokens[token.index : first])
    return apart and (bool(opening) or not named_until(sentence, token))


def _main_subject(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person of whom the main clause tells: "Miller fled after prosecutors charged him"."""
    verb = linked(sentence, token)
    if verb is None:
        return ()
    main = sentence.head(verb)
    own = [t for t in sentence.children(verb, "nsubj") if t is not token]
    if main is None or main.index > verb.index or any(people(reading, sentence, t) for t in own):
        return ()
    subjects = [t for t in sentence.children(main, "nsubj") if t.name is not None and t.index < main.index]
    found = people(reading, sentence, subjects[0]) if len(subjects) == 1 else ()
    allowed = candidates(reading, anaphor(reading, sentence, token), salience)
    return tuple(
        Reference(r.entity, "pronoun", "subject of the main clause", subjects[0].span)
        for r in found
        if r.entity in allowed
    )


def _of_gerund(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Miller of "Miller replaced him after leaving Novatel, where she won a prize": who left it did so there."""
    verb = sentence.head(token) if token.dep.startswith("nsubj") else None
    where = verb is not None and any(c.lower == "where" for c in sentence.children(verb))
    noun = sentence.head(verb) if verb is not None and where and verb.dep.startswith("acl") else None
    gerund = sentence.head(noun) if noun is not None else None
    if gerund is None or not gerund.lower.endswith("ing") or not gerund.dep.startswith("advcl"):
        return ()
    subjects = [t for t in surface_subject(sentence, sentence.tokens[gerund.head]) if t.index < gerund.index]
    found = people(reading, sentence, subjects[0]) if len(subjects) == 1 else ()
    told = {reading.genders.get(r.entity, "") for r in found}
    own = tuple(Reference(r.entity, "pronoun", "who was there", subjects[0].span) for r in found)
    return own if told <= {"", _GENDER.get(token.lower, "")} else ()


def _bodies(reading: Reading, sentence: Sentence, tokens: list[Token], why: str) -> tuple[Reference, ...]:
    found = [(r, t) for t in tokens for r in reading.referents(sentence, t)]
    if len(found) != 1 or reading.entities[found[0][0].entity].type is not EntityType.ORGANIZATION:
        return ()
    reference, token = found[0]
    return (Reference(reference.entity, "pronoun", why, token.span),)
