"""Finds who holds, is named to or becomes what a noun says: « est nommée directrice de X », « son poste de maire »."""

from itertools import takewhile
from typing import Final

from kg.extract.coreference.nouns import WITH_OFFICES
from kg.extract.frames.load import load_frames
from kg.extract.grammar.infinitives import CHOOSING
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import deep_subject, surface_subject
from kg.extract.grammar.voice import is_passive, turns
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.model.annotation import Sentence, Token

ONE_OF: Final = ("un", "une", "one")
AS: Final = ("comme", "en tant que", "en tant qu'", "en qualité de", "à titre de", "as")
SHOWN: Final = (
    "présent",
    "considér",
    "désign",
    "identifi",
    "décrit",
    "connu",
    "describ",
    "identif",
    "known",
    "considered",
)
FAMED: Final = ("célèbre", "connu", "réputé")
NAMING: Final = tuple(
    """désign nomm chois investi propos prom titularis introni bombard nam appoint chose nominat pick select
    unveil announced install hire reappoint elect confirm promu""".split()
)
REMOVING: Final = ("fired", "sacked", "ousted", "dismissed")
SERVING: Final = ("serv", "retire", "continu", "sat", "sit")  # "served as the mayor of Leeds"
HOLDING: Final = (
    "occup",
    "exerc",
    "exerç",
    "assum",
    "cumul",
    "quitt",
    "conserv",
    "abandonn",
    "retrouv",
    "prend",
    "pris",
)
TAKING_OVER: Final = ("succéd", "succèd", "accéd", "accèd", "remplac", "arriv")
NOMINATIONS: Final = frozenset("nomination désignation arrivée recrutement intronisation".split())
_WOULD: Final = ("would", "could", "might", "will")
HELD: Final = frozenset("poste postes fonction fonctions mandat mandats rôle rang titre fauteuil qualité".split())
INDEFINITE: Final = ("un", "une", "des", "a", "an")


def turned_into(reading: Reading, sentence: Sentence, token: Token, head: Token | None) -> Token | None:
    """Return who becomes or remains what the noun says, or does something « comme ministre »."""
    if head is not None and head.pos in ("VERB", "AUX") and token.index < head.index:
        return _acting_as(sentence, token, head)
    bare = preposition(sentence, token) == "en" and not any(sentence.children(token, "det"))
    if bare and head is not None and turns(sentence, head):  # « s'est transformé en soutien de X »
        return next(iter(surface_subject(sentence, head)), None)
    return _turned(reading, sentence, token, head)


def _turned(reading: Reading, sentence: Sentence, token: Token, head: Token | None) -> Token | None:
    before = preposition(sentence, token)
    if head is not None and head.lower in NOMINATIONS and before in AS:
        return next((t for t in sentence.children(head, "nmod") if preposition(sentence, t) == "de"), None)
    famed = head is not None and head.lower.startswith(FAMED) and before in AS  # « célèbre en tant que président de X »
    if famed and head is not None and any(sentence.children(head, "cop")):
        return next(iter(surface_subject(sentence, head)), None)
    if head is None or head.pos not in ("VERB", "AUX"):
        return None
    bare = _taken(sentence, token)
    shown = is_passive(sentence, head) and head.lower.startswith(SHOWN)
    articles = {c.lower for c in sentence.children(token, "det")}
    the_one = articles == {"the"} and is_passive(sentence, head) and head.lower.startswith(NAMING)
    if before in AS and (shown or the_one or not articles or head.lower.startswith(SERVING)):
        naming = head.lower.startswith((*NAMING, *REMOVING)) and not is_passive(sentence, head)
        named = deep_object(sentence, head) if naming else ()  # « a désigné X comme candidat », "fired X as director"
        subjects = [t for t in named if reading.referents(sentence, t)] or _named_by(sentence, head)
        subjects = subjects or surface_subject(sentence, head)
    elif bare and not before and _becomes(reading, token, head):
        subjects = surface_subject(sentence, head) if token.dep in ("obj", "xcomp", "attr", "advmod") else []
    elif bare and not before and token.dep in ("xcomp", "obj", "attr") and _of_somebody(reading, sentence, token):
        named = deep_object(sentence, head) if head.lower.startswith(NAMING) else []  # « est nommé évêque de Lyon »
        subjects = [t for t in named if t is not token]
    else:
        return None
    return subjects[0] if subjects else None


def _acting_as(sentence: Sentence, title: Token, verb: Token) -> Token | None:
    """Return X of « En tant que maire de Lyon, X a … », "As mayor, X opened", not of "As president, X would"."""
    bare = preposition(sentence, title) in AS and not any(sentence.children(title, "det"))
    helped = (verb, *sentence.children(verb, "aux"))
    if not bare or any("Mood=Cnd" in t.morph or t.lower in _WOULD for t in helped):
        return None
    return next((t for t in surface_subject(sentence, verb) if t.index > title.index), None)


def _named_by(sentence: Sentence, verb: Token) -> list[Token]:
    """Return X of « annonce la nomination de X comme directeur », where « comme » hangs from the verb."""
    named = [t for t in sentence.children(verb, "obj", "nsubj:pass") if t.lower in NOMINATIONS]
    return [c for t in named for c in sentence.children(t, "nmod") if preposition(sentence, c) == "de"][:1]


def turned_too(reading: Reading, sentence: Sentence, token: Token, first: Token | None) -> Token | None:
    """Return who becomes the second thing too: « devient PDG de Renault et président de Suez ».

    What somebody is known as may have its article: « connu comme agent et le mari de X »; « devient PDG de Renault et
    le patron de Suez … » goes on with another.
    """
    joined = token.dep == "conj" and first is not None and first.pos == "NOUN"
    if first is None or not joined or (any(sentence.children(token, "det")) and not _shown(sentence, first, token)):
        return None
    return turned_into(reading, sentence, first, sentence.head(first))


def _shown(sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell « connu comme agent et le mari de X, » from « connu comme agent et le mari de X le sait »."""
    head = sentence.head(first)
    behind = takewhile(lambda t: t.pos != "PUNCT", sentence.tokens[second.index + 1 :])
    alone = not any("VerbForm=Fin" in t.morph for t in behind)
    return alone and head is not None and head.lower.startswith(SHOWN) and preposition(sentence, first) in AS


def _becomes(reading: Reading, token: Token, head: Token) -> bool:
    """Tell « devient maire », and « sera à partir de 2018 le directeur », of which parsers make an object."""
    being = token.dep == "obj" and head.lower in ("sera", "est", "était", "fut", "serait")
    return being or head.lower in load_frames(reading.language).clause_verbs["becoming"]


def _taken(sentence: Sentence, token: Token) -> bool:
    """Tell what somebody can become: « maire », « l'un des avocats de X », « un proche de X », not « un maire »."""
    if token.pos != "NOUN":
        return token.pos == "PRON" and token.lower in ONE_OF
    below = (t for t in sentence.children(token, "nmod") if t.name is not None)
    whose = any(preposition(sentence, t) == "de" for t in below) and not preposition(sentence, token)
    return whose or not any(c.lower in INDEFINITE for c in sentence.children(token, "det"))


def _of_somebody(reading: Reading, sentence: Sentence, title: Token) -> bool:
    """Tell « directeur de Novatel », « ministre de la Santé du Mali » from « ministre », « directeur général »."""
    below = [t for t in sentence.subtree(title) if t.index > title.index and t.pos in ("NOUN", "PROPN")]
    found = [reading.entities[r.entity].type for t in below for r in reading.referents(sentence, t)]
    return any(kind in WITH_OFFICES for kind in found)


def in_post(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return whose post it is: « retrouve son mandat de maire de Lyon », « ses fonctions de directeur »."""
    post = sentence.head(token)
    while post is not None and token.dep == "conj" and post.pos == "NOUN" and post.lower not in HELD:
        token, post = post, sentence.head(post)
    if post is None or post.lower not in HELD or preposition(sentence, token) != "de":
        return ()
    owners = [c for c in sentence.children(post, "det", "nmod:poss") if c.lower in FRENCH_POSSESSIVES]
    office = token.lower.startswith("ministre") or _of_somebody(reading, sentence, token)
    owners = owners or (_put_there(sentence, post) if office else [])
    return tuple(r for owner in owners for r in reading.referents(sentence, owner))


def _put_there(sentence: Sentence, post: Token) -> list[Token]:
    """Return who is named « au poste de directeur de Novatel », or succeeds somebody there."""
    above = sentence.head(post)
    if above is not None and post.dep == "obj" and above.lower.startswith(HOLDING):
        return surface_subject(sentence, above)
    if above is None or preposition(sentence, post) not in ("à", "dans", "comme", "en"):
        return []
    if above.lower in NOMINATIONS:
        return [t for t in sentence.children(above, "nmod") if preposition(sentence, t) == "de"][:1]
    if above.lower.startswith((*NAMING, *CHOOSING)):
        return deep_object(sentence, above)
    return deep_subject(sentence, above) if above.lower.startswith(TAKING_OVER) else []
