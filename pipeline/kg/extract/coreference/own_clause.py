"""Settles pronouns by a subject that grammar ties them to: "turned himself in", « le club annonce qu'il saisira … »."""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.coreference.nouns import KIN, names_person
from kg.extract.coreference.object_again import ENGLISH_OBJECTS, FRENCH_OBJECTS, object_again
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import load_frames
from kg.extract.grammar.coordination import NOMINAL
from kg.extract.grammar.infinitives import purpose
from kg.extract.grammar.prepositions import with_preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_OWN, FRENCH_POSSESSIVES, HE_OR_SHE, POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

REFLEXIVE: Final = {"himself": "m", "herself": "f", "itself": ""}
_OWN: Final = {"his": "m", "her": "f", "its": ""}
_JOINED: Final = frozenset("it he she".split())
_OTHERS_TELL: Final = frozenset("avocat avocate avocats avocates famille proches entourage parents conseil".split())
_OBJECTS: Final = {"fr": FRENCH_OBJECTS, "en": ENGLISH_OBJECTS}
_PROMISES: Final = frozenset(("announced", "threatened"))  # what one does oneself
# What a minister, an officer, a coach speaks of as their own.
_SPOKEN_FOR: Final = frozenset(
    "country nation government administration party ministry army team side club company firm campaign office".split()
)
_BARE: Final = frozenset("took takes remains seems appears was is".split())


def own_clause(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the subject that a reflexive repeats, that a joined clause goes on with, that "their" belongs to."""
    if token.lower in REFLEXIVE:
        return _repeated(reading, sentence, token)
    if token.lower in HE_OR_SHE and token.dep.startswith("nsubj"):
        return _promises(reading, sentence, token, salience) or _where_he_is(reading, sentence, token, salience)
    if token.lower in _JOINED and token.dep.startswith("nsubj"):
        return _goes_on(reading, sentence, token, salience)
    if token.lower in _OBJECTS[reading.language] and token.dep.startswith("obj"):
        return object_again(reading, sentence, token)
    if token.lower in POSSESSIVES:
        return _whose(reading, sentence, token)
    return ()


def _controlled(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Novatel of "The regulator fined Novatel for selling its own drugs": who did what he is fined for."""
    verb = clause_verb(sentence, token)
    above = sentence.head(verb) if verb is not None and verb.dep.startswith(("advcl", "acl", "xcomp")) else None
    marked = verb is not None and any(c.lower in ("for", "of") for c in sentence.children(verb, "mark", "case"))
    if verb is None or above is None or not marked or not verb.lower.endswith("ing"):
        return ()
    whom = (
        [above]
        if above.dep.startswith("obj")
        else [*sentence.children(above, "iobj"), *sentence.children(above, "obj")][:1]
    )
    found = reading.referents(sentence, whom[0]) if len(whom) == 1 and whom[0].index < verb.index else ()
    gender = _OWN[token.lower]
    one = found[0].entity if len(found) == 1 else None
    if one is None or (reading.entities[one].type is EntityType.PERSON) != bool(gender):
        return ()
    agrees = reading.genders.get(one, "") in ("", gender)
    return (Reference(one, "pronoun", "who does what is told of", whom[0].span),) if agrees else ()


def _whose(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return whose it is by the clause that a possessive stands in."""
    if token.lower in _OWN:
        first = _of_first_clause(reading, sentence, token) or _of_speaker(reading, sentence, token)
        return first or _controlled(reading, sentence, token)
    if token.lower in FRENCH_POSSESSIVES:
        one = token.lower in FRENCH_OWN
        bound = _told_by_its_own(reading, sentence, token) or _whose_aim(reading, sentence, token)
        bound = bound or (_of_acted_on(reading, sentence, token) if one else ())
        return bound or (_of_described(reading, sentence, token) if one else ())
    return _body_of_clause(reading, sentence, token) if token.dep.startswith("nmod") else ()


def _told_by_its_own(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Novatel of « Novatel a levé 2 millions d'euros pour Orbis, ont annoncé ses fondateurs »."""
    teller = sentence.head(token)
    verb = sentence.head(teller) if teller is not None and teller.dep.startswith(("nsubj", "obj")) else None
    if teller is None or verb is None or teller.index < verb.index or teller.lower in _OTHERS_TELL | KIN:
        return ()
    above = sentence.head(verb) if verb.dep in ("parataxis", "conj") else None
    content = above or next((t for t in sentence.children(verb, "ccomp", "parataxis") if t.index < verb.index), None)
    if content is None or verb.lower not in load_frames("fr").clause_verbs["saying"]:
        return ()
    subjects = [t for t in surface_subject(sentence, content) if t.index < content.index < verb.index]
    found = [r for t in subjects for r in reading.referents(sentence, t)]
    body = len(found) == 1 and reading.entities[found[0].entity].type is EntityType.ORGANIZATION
    return (Reference(found[0].entity, "pronoun", "whose people tell of it", subjects[0].span),) if body else ()


def _whose_aim(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Novatel of « la volonté de Novatel de vendre sa filiale »: who is to do it sells what is his own."""
    verb = clause_verb(sentence, token)
    noun = sentence.head(verb) if verb is not None and verb.dep.startswith("acl") else None
    if verb is None or noun is None or purpose(sentence, verb, noun) is not noun:
        return ()
    owners = [t for t in with_preposition(sentence, noun, "de") if t.index < verb.index and t.pos in NOMINAL]
    found = reading.referents(sentence, owners[0]) if owners else ()
    many = token.lower in ("leur", "leurs")
    return tuple(
        Reference(r.entity, "pronoun", "whose aim it is", owners[0].span) for r in found if many or len(found) == 1
    )


def _of_described(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Dubois of « la grâce de Dubois, libéré après sa condamnation », « de Dubois mort après son procès »."""
    thing, verb = sentence.head(token), clause_verb(sentence, token)
    who = sentence.head(verb) if verb is not None and verb.dep == "acl" and is_participle(verb) else None
    if thing is None or verb is None or who is None or not who.index < verb.index < token.index:
        return ()
    behind = sentence.tokens[verb.index - 1].text == "," or (who.name is not None and verb.index == who.index + 1)
    told = thing.dep.startswith(("obl", "nmod")) and thing.dep != "obl:agent"
    found = [r for r in reading.referents(sentence, who) if reading.entities[r.entity].type is EntityType.PERSON]
    if not (behind and told and len(found) == 1):
        return ()
    return (Reference(found[0].entity, "pronoun", "whom the participle describes", who.span),)


def _of_agent(reading: Reading, sentence: Sentence, thing: Token) -> tuple[Reference, ...]:
    """Return Hugo of « un discours prononcé par Hugo à son retour »: who does it is whom the clause tells of."""
    verb = sentence.head(thing)
    told = verb is not None and verb.dep.startswith("acl") and "VerbForm=Part" in verb.morph
    agents = [t for t in sentence.children(verb, "obl") if t.dep == "obl:agent"] if told and verb is not None else []
    found = reading.referents(sentence, agents[0]) if len(agents) == 1 and agents[0].index < thing.index else ()
    people = [r for r in found if reading.entities[r.entity].type is EntityType.PERSON]
    return tuple(Reference(r.entity, "pronoun", "who does it", agents[0].span) for r in people[: len(found) == 1])


def _of_acted_on(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Dubois of « Dubois, suivi par ses gardes », « a été trahi par son frère »: the agent is the subject's."""
    agent = sentence.head(token)
    verb = sentence.head(agent) if agent is not None and agent.dep == "obl:agent" else None
    if agent is not None and agent.dep.startswith("obl") and verb is None:
        return _of_agent(reading, sentence, agent)
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index] if verb is not None else []
    found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    if any(reading.entities[r.entity].type is EntityType.PLACE for r in found) and verb is not None:
        above = clause_verb(sentence, verb)  # « est allé au cimetière de Lyon, entouré par ses gardes »
        subjects = surface_subject(sentence, above) if above is not None and verb.dep.startswith("acl") else subjects
        found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    whose = [r for r in found if agent is not None and (names_person(agent.lower, "fr") or agent.plural)]
    kin = agent is not None and agent.lower in KIN  # « la société fondée par son frère »
    whose = [r for r in whose if not kin or reading.entities[r.entity].type is EntityType.PERSON]
    return tuple(Reference(r.entity, "pronoun", "whom its thing acts on", subjects[0].span) for r in whose[:1])


def _repeated(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return who is named right before "Carter himself", else the subject of the verb of "herself", if it agrees."""
    near = sentence.tokens[token.index - 1] if token.index else None
    if near is not None and (near.name is not None or near.dep == "appos") and reading.referents(sentence, near):
        return tuple(
            Reference(r.entity, "pronoun", "the name before it", near.span) for r in reading.referents(sentence, near)
        )
    verb = clause_verb(sentence, token)
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index] if verb is not None else []
    found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    gender = REFLEXIVE[token.lower]
    fitting = [
        r
        for r in found
        if (reading.entities[r.entity].type is EntityType.PERSON) == bool(gender)
        and reading.genders.get(r.entity, "") in ("", None, gender or reading.genders.get(r.entity, ""))
    ]
    return tuple(Reference(r.entity, "pronoun", "subject of its clause", subjects[0].span) for r in fitting[:1])


def _promises(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the body of « le club annonce qu'il saisira la Ligue »: who announces something does it."""
    clause = sentence.head(token)
    verb = sentence.head(clause) if clause is not None and clause.dep == "ccomp" else None
    triggers = load_frames("fr").verbs.get(verb.lower, ()) if verb is not None else ()
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index] if verb is not None else []
    if len(subjects) != 1 or not any(t.relation in _PROMISES for t in triggers):
        return ()
    found = reading.referents(sentence, subjects[0])
    noun = subjects[0].gender if subjects[0].name is None else ""
    allowed = candidates(reading, anaphor(reading, sentence, token), salience)
    fitting = [
        r
        for r in found
        if r.entity in allowed
        and reading.entities[r.entity].type is EntityType.ORGANIZATION
        and (noun or reading.genders.get(r.entity)) == HE_OR_SHE[token.lower]
    ]
    return tuple(
        Reference(r.entity, "pronoun", "who promises it", subjects[0].span) for r in fitting[: len(found) == 1]
    )


def _where_he_is(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return Dubois of « Dubois a parlé depuis la Corrèze où il se trouvait »: where he is is told of the subject."""
    clause = sentence.head(token)
    place = sentence.head(clause) if clause is not None and clause.dep.startswith("acl:relcl") else None
    where = clause is not None and any(c.lower == "où" and c.index < token.index for c in sentence.children(clause))
    verb = clause_verb(sentence, place) if place is not None and where and place.dep.startswith("obl") else None
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index] if verb is not None else []
    found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    allowed = candidates(reading, anaphor(reading, sentence, token), salience) if len(found) == 1 else ()
    people = [r for r in found if r.entity in allowed and reading.entities[r.entity].type is EntityType.PERSON]
    return tuple(Reference(r.entity, "pronoun", "who is where it is told", subjects[0].span) for r in people)


def _goes_on(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the named subject of the clause that "but it has …", "and she left" is joined to."""
    verb = sentence.head(token)
    first = sentence.head(verb) if verb is not None and verb.dep == "conj" else None
    linked = token.index and sentence.tokens[token.index - 1].pos == "CCONJ"
    if verb is None or first is None or not linked or (token.lower == "it" and verb.lower in _BARE):
        return ()
    subjects = [t for t in surface_subject(sentence, first) if t.index < first.index]
    if len(subjects) != 1 or subjects[0].name is None:
        return ()
    found = reading.referents(sentence, subjects[0])
    allowed = candidates(reading, anaphor(reading, sentence, token), salience)
    fitting = [r for r in found if r.entity in allowed]
    return tuple(Reference(r.entity, "pronoun", "subject it goes on with", subjects[0].span) for r in fitting[:1])


def _of_first_clause(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Germany of "Germany summoned the envoy of Iran, and its foreign minister called for sanctions"."""
    thing = sentence.head(token)
    verb = sentence.head(thing) if thing is not None and thing.dep.startswith("nsubj") else None
    first = sentence.head(verb) if verb is not None and verb.dep == "conj" else None
    if token.lower != "its" or first is None or not token.index or sentence.tokens[token.index - 1].pos != "CCONJ":
        return ()
    subjects = [t for t in surface_subject(sentence, first) if t.index < first.index and t.name is not None]
    found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    bodies = [r for r in found if reading.entities[r.entity].type in (EntityType.ORGANIZATION, EntityType.PLACE)]
    return tuple(Reference(r.entity, "pronoun", "subject it goes on with", subjects[0].span) for r in bodies[:1])


def _of_speaker(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Miller of "Foreign Minister Jane Miller said her country would …": for that is who speaks for it."""
    thing = sentence.head(token)
    verb = sentence.head(thing) if thing is not None and thing.dep.startswith("nsubj") else None
    says = sentence.head(verb) if verb is not None and verb.dep == "ccomp" else None
    if says is None or thing is None or thing.lower not in _SPOKEN_FOR or thing.index != token.index + 1:
        return ()
    told = says.lower in load_frames(reading.language).clause_verbs["saying"]
    subjects = [t for t in surface_subject(sentence, says) if t.index < token.index]
    found = reading.referents(sentence, subjects[0]) if told and len(subjects) == 1 else ()
    person = _OWN[token.lower] != ""
    fitting = [
        r
        for r in found
        if (reading.entities[r.entity].type is EntityType.PERSON) == person
        and reading.genders.get(r.entity, "") in ("", _OWN[token.lower])
    ]
    return tuple(
        Reference(r.entity, "pronoun", "who speaks of it", subjects[0].span) for r in fitting[: len(found) == 1]
    )


def _body_of_clause(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Novatel of "Novatel showed their new phones", where no plural comes between."""
    verb = clause_verb(sentence, token)
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index] if verb is not None else []
    if len(subjects) != 1 or subjects[0].name is None or any(sentence.children(subjects[0], "conj")):
        return ()
    between = sentence.tokens[subjects[0].index + 1 : token.index]
    if any(t.plural or t.name is not None or t.lower in ("and", "or") for t in between):
        return ()
    found = reading.referents(sentence, subjects[0])
    bodies = [r for r in found if reading.entities[r.entity].type is EntityType.ORGANIZATION]
    return tuple(Reference(r.entity, "pronoun", "body that acts as many", subjects[0].span) for r in bodies[:1])
