"""Finds whose words a paper holds: "a statement from Novatel", "a police report", « un communiqué de Novatel »."""

from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.model.annotation import Sentence, Token

# What somebody has said or written speaks for whoever it is of: « le communiqué de Novatel dit … ».
WORDS_OF: Final = frozenset(
    """affirmation déclaration dépêche information circulaire
    propos mots mot phrase formule message tweet promesse slogan communiqué lettre courrier
    discours rapport étude texte post publication entretien dires chiffres données statistiques estimation
    estimations sondage enquête calculs bilan décompte comptage informations témoignage récit version avis claim
    annonce annonces déclarations affirmations messages tweets communiqués lettres courriers rapports textes
    publications sondages bilans comptages témoignages récits versions promesses slogans
    précisions renseignements indications confidences révélations explications citation citations quotation quote
    statement words remark promise assertion letter speech report study analysis release post
    message email memo survey poll audit bulletin briefing communique filing notice circular
    statements data statistics""".split()
)
# What these nouns are of they speak about: "a survey of 2,000 teachers", "a report of fire".
_ABOUT: Final = frozenset("survey poll study analysis report audit".split())
_FINDINGS: Final = frozenset("investigation inquiry probe review assessment probes".split())
_VOICES: Final = ("voix", "bouche")
_FROM: Final = ("from", "by", "par")
_OF: Final = ("of", "de")
_PUBLISHING: Final = ("publi", "diffus", "envoy", "adress", "sign", "releas", "issu", "sent")
_GIVEN_OUT: Final = frozenset(
    """issued released published posted sent signed written made read conducted carried led publié publiée diffusé
    diffusée signé""".split()
)


def whose_voice(sentence: Sentence, verb: Token) -> list[Token]:
    """Return who speaks for the subject: « X a répondu par la voix de son porte-parole, Y »."""
    by = [t for t in sentence.children(verb, "obl") if t.lower in _VOICES and preposition(sentence, t) == "par"]
    return [t for voice in by for t in sentence.children(voice, "nmod") if preposition(sentence, t) == "de"][:1]


def _publishers(sentence: Sentence, paper: Token) -> list[Token]:
    """Return X of « X a publié un rapport accusant Y »."""
    verb = sentence.head(paper) if paper.dep == "obj" else None
    if verb is None or not verb.lower.startswith(_PUBLISHING) or verb.index > paper.index:
        return []
    return [t for t in sentence.children(verb, "nsubj") if t.name is not None and t.index < verb.index]


def writers(sentence: Sentence, paper: Token) -> list[Token]:
    """Return the words for whoever speaks in a paper, the surest first; none for what is no paper."""
    if paper.lower not in WORDS_OF | _FINDINGS or paper.name is not None:
        return []
    below = list(sentence.children(paper, "nmod", "obl"))
    given = [t for t in sentence.children(paper, "acl") if t.lower in _GIVEN_OUT]
    by = [t for verb in given for t in sentence.children(verb) if preposition(sentence, t) in _FROM]
    sent = [t for t in below if preposition(sentence, t) in _FROM]
    owners = () if sent else sentence.children(paper, "nmod:poss", "compound")  # "a Twitter post by Jane Miller"
    sent = sent or _publishers(sentence, paper)
    of = [t for t in below if preposition(sentence, t) in _OF and paper.lower not in _ABOUT | _FINDINGS]
    return [*sent, *by, *owners, *(t for t in of if t.name is not None)]
