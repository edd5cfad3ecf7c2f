"""Tells nouns that stand for somebody else than whom the text has named: « the prosecutor », « her husband »."""

from typing import Final

from kg.extract.coreference.nouns import names_office, names_person, noun_classes
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import clause_verbs, load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Whom people of the news have to do with, and seldom are.
_ENCOUNTERED: Final = frozenset(
    """prosecutor magistrate judge coroner neighbour neighbor witness referee umpire landlord bystander caller jailer
    procureur procureure magistrat magistrate juge voisin voisine témoin arbitre greffier huissier policier policière
    policeman policewoman paramedic interviewer interpreter partner supplier customer subscriber reader viewer
    représentant représentante délégué déléguée émissaire""".split()
)
# Whom the law is after or who suffered, and who tells the press of them: « le suspect » is not the prosecutor.
WRONGDOERS: Final = frozenset(
    """suspect suspecte agresseur agresseuse assaillant assaillante meurtrier meurtrière assassin tireur tireuse
    ravisseur ravisseuse cambrioleur cambrioleuse braqueur braqueuse voleur voleuse malfaiteur incendiaire pyromane
    gunman attacker assailant shooter culprit robber burglar intruder arsonist bomber kidnapper""".split()
)
_SUSPECTS: Final = frozenset(("suspect", "suspecte", "culprit"))  # who is heard by the police says something, too
ACCUSED: Final = WRONGDOERS | frozenset(
    """prévenu prévenue accusé accusée individu forcené forcenée kamikaze chauffard conducteur conductrice automobiliste
    motard cycliste piéton fugitif fugitive détenu détenue victime blessé blessée défunt défunte interpellé interpellée
    condamné condamnée terroriste adolescent adolescente quadragénaire quinquagénaire sexagénaire trentenaire
    septuagénaire octogénaire defendant victim driver motorist teenager""".split()
)
_DEEDS: Final = frozenset(
    """fait faits coup coups tir tirs attaque attaques agression agressions attentat violence violences vol vols meurtre
    crime accident incendie fusillade dégradation dégradations menace menaces cambriolage infraction""".split()
)
_TRIED: Final = frozenset("defendant accused prévenu prévenue accusé accusée".split())
_HARM: Final = frozenset(("attacked", "killed", "injured"))
TELLERS: Final = frozenset(
    """procureur procureure prosecutor juge judge magistrat magistrate commissaire commissioner avocat avocate avocats
    attorney lawyer porte-parole spokesman spokeswoman spokesperson sheriff shérif coroner préfet préfète vice-procureur
    vice-procureure sous-préfet sous-préfète détective detective superintendent inspector enquêteur
    substitut gendarme lieutenant-colonel adjudant""".split()
)
SUCCESSORS: Final = frozenset("successeur successeure remplaçant remplaçante successor replacement".split())
_KIN: Final = frozenset(
    """husband wife mother father son daughter brother sister boyfriend girlfriend fiancé fiancée uncle aunt cousin
    nephew niece grandmother grandfather widow widower mari épouse époux mère père fils fille frère sœur soeur oncle
    tante neveu nièce veuve veuf conjoint conjointe compagne compagnon son-in-law daughter-in-law brother-in-law
    femme ex-femme ex-mari enfant parent petit-ami petite-amie girl-friend
    sister-in-law father-in-law mother-in-law gendre beau-frère belle-sœur beau-père belle-mère""".split()
)
_ARMED: Final = frozenset(
    """terroriste djihadiste jihadiste islamiste extrémiste rebelle insurgé séparatiste mafieux mafieuse criminel
    criminelle terrorist jihadist islamist rebel militant extremist insurgent criminal""".split()
)
_OF_STATE: Final = frozenset(
    "armee army police gouvernement government gendarmerie ministere ministry otan nato coalition pentagone".split()
)
_FORCES: Final = ("police", "gendarmerie")
_UNIONS: Final = (
    "union",
    "worker",
    "confédération",
    "confederation",
    "fédération",
    "federation",
    "association",
    "syndicat",
)
_YOUNG: Final = frozenset(
    "jeune adolescent adolescente garçon fillette fille teenager teen boy girl youth youngster".split()
)
_SPEAKING: Final = frozenset("porte-parole spokesman spokeswoman spokesperson".split())
# Posts of which nobody holds two that the text does not tell of: « le président » is not the « porte-parole ».
_POSTS: Final = frozenset(
    """président présidente ministre maire porte-parole procureur procureure préfet préfète gouverneur gouverneure
    ambassadeur ambassadrice juge roi reine pape évêque cardinal chancelier chancelière""".split()
)
_SEXES: Final = {"homme": "m", "femme": "f", "man": "m", "woman": "f"}
HUMANS: Final = frozenset(_SEXES)
# What stands with an office and says nothing of its field.
_NO_CHARGE: Final = frozenset(
    """former current new old outgoing incoming acting interim late then ex longtime long-time veteran embattled ousted
    controversial popular powerful disgraced young elderly prime vice deputy chief senior general first 1st""".split()
)
# « Le procureur de Nice, X, … Le magistrat »: both sit for the state, and are called so
_BENCH: Final = ("magistrat", "magistrate")
_OF_BENCH: Final = frozenset(
    "juge procureur procureure magistrat magistrate avocat-général substitut vice-procureur".split()
)
_PUPILS: Final = frozenset("student pupil étudiant étudiante élève lycéen lycéenne".split())


def somebody_else(reading: Reading, sentence: Sentence, token: Token, salience: Salience, found: str) -> bool:
    """Tell "the prosecutor" beside an accused: such a noun stands for nobody whom the text does not call so."""
    called = {word for role in reading.roles.get(found, ()) for word in role.split()}
    former = any(c.lower.startswith(("ancien", "former")) for c in sentence.children(token, "amod"))
    if _another_post(reading, sentence, token, found) or _of_another_body(reading, sentence, token, found):
        return True
    if token.lower in SUCCESSORS and found in reading.possessors.get(token.lower, ()):
        return True  # « Son successeur » is not who was succeeded himself
    if {_SEXES.get(token.lower, ""), reading.genders.get(found, "")} == {"m", "f"}:
        return True  # « l'homme » is not Mme Dubois
    if token.lower in called or former:
        return False
    whose = any(c.lower in POSSESSIVES for c in sentence.children(token, "nmod:poss", "det"))
    named = reading.language == "en" and any(c.name is not None for c in sentence.children(token, "nmod"))
    possessed = token.lower in _KIN and (whose or named)
    told = f"~{token.lower}" in salience.strangers and _of_trade(reading, token, found)
    wrong = token.lower in WRONGDOERS or _author_of_deed(sentence, token)
    apart = (wrong or token.lower in ACCUSED | HUMANS) and bool(called & TELLERS)
    apart = apart or (token.lower in WRONGDOERS - _SUSPECTS and _said(reading, salience, found, "saying"))
    apart = apart or ((wrong or token.lower in _TRIED) and _suffered(reading, salience, found))
    apart = apart or _unnamed(sentence, token) or _of_state(reading, sentence, token, found)
    apart = apart or _of_police(reading, token, found) or _watchdog(reading, sentence, token, found)
    apart = apart or (token.lower in _YOUNG and any(names_office(word, reading.language) for word in called))
    apart = apart or (reading.language == "fr" and token.lower in _POSTS and bool(called & _POSTS))
    apart = apart or (token.lower in _SPEAKING and _silent(reading, sentence, token, salience, found))
    place = reading.entities[found].type is EntityType.PLACE
    apart = apart or (place and names_person(token.lower, reading.language))  # « le surveillant » is no town
    met = token.lower in _ENCOUNTERED and not (token.lower in _BENCH and called & _OF_BENCH)
    return met or apart or possessed or told or _no_union(reading, token, found)


def _of_police(reading: Reading, token: Token, found: str) -> bool:
    """Tell « la police » from the « Inspection générale de la police nationale », an office that is called after it."""
    words = fold(reading.entities[found].name).split()
    within = reading.language == "fr" and token.lower in _FORCES and token.lower in words
    return within and words[0] != token.lower


def _another_post(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell "the local police chief" from a minister, "the local health minister" from the minister for aviation.

    English only: what stands with the office must not be another thing than what the text says of the person.
    """
    person = reading.entities[found].type is EntityType.PERSON
    triggers = load_frames("en").nouns.get(token.lower, ()) if reading.language == "en" and person else ()
    if not any(trigger.relation == "holdsPosition" for trigger in triggers):
        return False
    of = (c for c in sentence.children(token, "nmod") if preposition(sentence, c) == "of")
    with_ = {c.lower for c in (*sentence.children(token, "compound", "amod"), *of) if c.name is None} - _NO_CHARGE
    with_ -= {word for word in with_ if word in countries("en")}
    told = [words for noun, words in reading.described.get(found, ()) if noun == token.lower]
    called = any(token.lower in role.split() for role in reading.roles.get(found, ()))
    if not with_ or (called and not told):
        return False
    return not any(words & with_ or not words - _NO_CHARGE - {token.lower} for words in told)


def _of_another_body(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « le candidat du Parti socialiste » from whom the text calls the candidate of another party.

    « Le président de la République » is not the president of a house either.
    French only: each thing that the text says with the noun names a body or place, and none of them this.
    """
    named = [c for c in sentence.children(token, "nmod") if c.name is not None and preposition(sentence, c) == "de"]
    person = reading.entities[found].type is EntityType.PERSON
    told = [words for noun, words in reading.described.get(found, ()) if noun == token.lower]
    republic = any(c.lower == "république" for c in sentence.children(token, "nmod"))
    if reading.language != "fr" or not person or not (named or republic) or not told:
        return False
    own = {fold(form) for c in named for form in _forms(reading, c)}
    if any(words & own or words <= {token.lower} for words in told):
        return False
    bodies = _bodies(reading)
    return all(words & bodies for words in told)


def _forms(reading: Reading, token: Token) -> set[str]:
    """Return the names by which the text calls what a name stands for."""
    entity = reading.names.get(token.name) if token.name is not None else None
    same = (reading.annotation.names[i].form for i, e in reading.names.items() if e == entity)
    return {token.text, *(same if entity is not None else ())}


def _bodies(reading: Reading) -> set[str]:
    """Return the names of the bodies and places of the text, folded."""
    kinds = (EntityType.ORGANIZATION, EntityType.PLACE)
    return {fold(n.form) for i, n in enumerate(reading.annotation.names) if n.type in kinds and i in reading.names}


def _of_state(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « l'organisation terroriste » beside an army: no army, police or government is called so."""
    armed = any(c.lower.rstrip("s") in _ARMED for c in sentence.children(token, "amod"))
    return armed and fold(reading.entities[found].name).split()[0] in _OF_STATE


def leads_its_trade(sentence: Sentence, token: Token) -> bool:
    """Tell « le premier constructeur mondial », who is known, from « la première société » to do something."""
    kind = noun_classes("fr").get(token.lower)
    company = kind is not None and kind.name == "company"
    return company and len([*sentence.children(token, "amod")]) > 1


def _author_of_deed(sentence: Sentence, token: Token) -> bool:
    """Tell « l'auteur des faits », « l'auteur présumé des tirs » from the author of a book."""
    deeds = (c.lower for c in sentence.children(token, "nmod"))
    return token.lower in ("auteur", "auteure", "autrice") and any(deed in _DEEDS for deed in deeds)


def _watchdog(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « le gendarme de la concurrence », « le gendarme boursier »: an authority, no person."""
    over = any(c.pos in ("NOUN", "ADJ") and c.name is None for c in sentence.children(token, "nmod", "amod"))
    return token.lower == "gendarme" and over and reading.entities[found].type is EntityType.PERSON


def _silent(reading: Reading, sentence: Sentence, token: Token, salience: Salience, found: str) -> bool:
    """Tell Poutine from « le porte-parole du Kremlin », where the text has told of nothing that Poutine said."""
    body = any(
        t.name is not None and preposition(sentence, t) in ("de", "of") for t in sentence.children(token, "nmod")
    )
    return body and not _said(reading, salience, found, "saying", "denying")


def _said(reading: Reading, salience: Salience, found: str, *kinds: str) -> bool:
    """Tell whether the text has told of something that somebody said."""
    said = clause_verbs(reading.language, *kinds)
    verbs = (seen.verb for seen in salience.newest() if seen.entity == found and seen.verb[0] >= 0)
    return any(reading.annotation.sentences[at].tokens[word].lower in said for at, word in verbs)


def _suffered(reading: Reading, salience: Salience, found: str) -> bool:
    """Tell whom the last sentences say something was done to: « le maire a été frappé. L'agresseur … »."""
    verbs = load_frames(reading.language).verbs
    for seen in salience.newest():
        if seen.entity != found or seen.verb[0] < 0:
            continue
        told = reading.annotation.sentences[seen.verb[0]]
        word = told.tokens[seen.position]
        word = told.tokens[word.head] if word.dep == "appos" else word  # « le maire, Jean Dubois, a été frappé »
        verb = told.tokens[word.head]
        done_to = word.dep in ("nsubj:pass", "obj") or any(told.children(verb, "aux:pass"))
        done = verbs.get(verb.lower, ()) if done_to else ()
        if any(trigger.relation in _HARM for trigger in done) or _died(reading, told, word, verb):
            return True
    return False


def _died(reading: Reading, sentence: Sentence, word: Token, verb: Token) -> bool:
    """Tell who has died: « Jean Dubois est mort », "the victim has been named as Jane Miller, who died in hospital"."""
    verbs = load_frames(reading.language).verbs
    said = [verb] if word.dep.startswith("nsubj") else []
    told = (*said, *sentence.children(word, "acl"))
    dead = any(trigger.relation == "died" for one in told for trigger in verbs.get(one.lower, ()) if not trigger.rest)
    return dead or any(t.lower in ("victim", "victime") for t in sentence.children(verb, "nsubj"))


def _unnamed(sentence: Sentence, token: Token) -> bool:
    """Tell "the teenage defendant, who cannot be named": nobody whom the text names."""
    clauses = [c for c in sentence.children(token, "acl") if c.lower in ("named", "identified")]
    return any(t.lower in ("not", "n't", "n’t") for c in clauses for t in sentence.children(c))


def _no_union(reading: Reading, token: Token, found: str) -> bool:
    """Tell "the union" beside the company that it bargains with."""
    name = reading.entities[found].name
    called = any(word in name.lower() for word in _UNIONS) or name.isupper()
    return token.lower in ("union", "syndicat") and not called


def _of_trade(reading: Reading, token: Token, found: str) -> bool:
    """Tell "the student" after "a student": who is called so goes before a name that the text does not call so.

    Of a man, a woman or a victim the text may say later who it is.
    """
    kind = noun_classes(reading.language).get(token.lower)
    loose = kind is not None and kind.name == "person_descriptive" and token.lower not in _PUPILS
    person = reading.entities[found].type is EntityType.PERSON and names_person(token.lower, reading.language)
    return person and not loose
