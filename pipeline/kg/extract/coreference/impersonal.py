"""Tells « il » and "it" that stand for nothing: « il faut », « il a été demandé à Dubois », "it is racist to"."""

import re
from typing import Final

from kg.extract.grammar.infinitives import falls_to
from kg.extract.grammar.voice import with_avoir
from kg.model.annotation import Sentence, Token

_EMPTY: Final = frozenset(
    """faut faudra faudrait fallait fallu pleut neige semble semblerait semblait paraît paraîtrait agit s'agit importe
    importait convient convenait suffit suffirait suffi existe existait vaut seems appears rains snows takes
    remains vaudrait vaudra valait""".split()
)
# Adjectives and participles that « il est … de / que » and "it is … that / to" say of what follows.
OF_CLAUSES: Final = frozenset(
    """difficile facile possible impossible nécessaire probable improbable important essentiel indispensable
    inutile utile urgent inacceptable acceptable envisageable évident clair vrai faux rare fréquent courant
    arrive arrivait normal étonnant surprenant troublant préférable mieux inhabituel regrettable dommage exclu temps
    question interdit prévu reproché demandé conseillé recommandé établi estimé précisé rappelé prouvé
    démontré admis convenu décidé hors fait certain sûr légitime logique indiqué écrit affirmé annoncé expliqué
    mentionné noté souligné confirmé rapporté stipulé spécifié révélé constaté déconseillé permis
    likely unlikely possible impossible
    clear unclear necessary important essential difficult hard easy true false rare unacceptable acceptable
    evident obvious vital crucial time reported believed thought understood expected said known alleged
    estimated""".split()
)
# What "to" follows is said of the subject itself: "it is expected to rise"; of a clause: "it is expected that".
_RAISING: Final = frozenset(
    """likely unlikely certain sure expected thought believed understood known said reported alleged
    estimated""".split()
)
_CONTROLLING: Final = frozenset(
    """able unable ready willing unwilling set due bound keen eager happy reluctant prepared poised entitled eligible
    free determined committed slow quick fast proud desperate powerless about liable prone loath anxious content
    welcome pleased glad afraid careful first last next""".split()
)
_BEING: Final = frozenset("is was 's ’s be been are".split())
_ASKED: Final = frozenset("demandé reproché conseillé recommandé rappelé précisé proposé suggéré ordonné".split())
_OPEN: Final = frozenset("to unclear uncertain unknown possible true likely that".split())  # "it remains to be seen"
_NEEDED: Final = ("falloir", "pleuvoir", "neiger")  # « il va falloir », « il pourrait pleuvoir »
_IS: Final = frozenset("est sera serait était fut soit".split())
_WHAT: Final = frozenset("qu' qu’ que où comment".split())
_CLOCK: Final = re.compile(r"\d{1,2}[ \u00a0]?h(?:\d\d)?")
_WERE: Final = ("est", "était", "sera")
_TIMES: Final = ("heure", "heures", "midi", "minuit")  # « il est 23 heures »
_OPENERS: Final = frozenset(
    """que qu' de d' état question temps où si comment pourquoi combien that to whether if how when pour for""".split()
)
_AWAITED: Final = frozenset("attendu prévu annoncé constaté observé signalé enregistré relevé dénombré recensé".split())
_LEFT: Final = frozenset("reste restait resterait restera manque manquait manquerait manquera".split())
_MUCH: Final = frozenset("des quelques quelque beaucoup peu plusieurs jusqu'".split())
_TO_WHOM: Final = frozenset("lui leur nous vous me m' te t'".split())
_SOME: Final = frozenset("un une des du jusqu' quelque quelques plus".split())
_HAVING: Final = frozenset("a avait aura aurait ait eût eut eu avoir va".split())  # « il y va de sa vie »
_SET_PHRASES: Final = (
    *("ne fait aucun doute", "ne fait pas de doute", "ne fait guère de", "ne fait nul doute", "fait peu de doute"),
    *("en soit", "en va de", "en allait de", "en est de même", "n' en est rien", "n' en demeure", "n' en reste"),
    *("n' est pas question", "est hors de question", "va sans dire", "ne tient qu'"),
)
_INTEREST: Final = ("intérêt", "pouvoir", "devoir", "ressort")  # « il est dans notre intérêt d'explorer »
_WHATEVER: Final = ("arriv", "advien", "en coût", "se pass")  # « quoi qu'il arrive »


def impersonal(sentence: Sentence, token: Token) -> bool:
    """Tell « il » and "it" that stand for nothing: « il faut », « il y a », « il est difficile de », "it seems"."""
    head = sentence.head(token)
    if token.lower not in ("il", "it"):
        return False
    if _there_is(sentence, token) or head is None:
        return _there_is(sentence, token)
    if _empty(sentence, token, head) or _set_phrase(sentence, token) or _how_things_are(sentence, token, head):
        return True
    if token.lower == "il" and with_avoir(sentence, head):
        return False  # « il a estimé que », « il a annoncé un plan » is somebody
    return _of_clause(sentence, token, head)


def _empty(sentence: Sentence, token: Token, head: Token) -> bool:
    """Tell « il faut », « il est 23 heures », "it seems"; "it seems to grow", "it remains the largest" is something."""
    following = [t.lower for t in sentence.tokens[token.index + 1 : token.index + 3]]
    after = next((t.lower for t in sentence.tokens[head.index + 1 : head.index + 2]), "")
    if head.lower in ("seems", "appears"):
        return after != "to"
    if head.lower == "remains":
        return after in _OPEN
    if any(c.lower in _NEEDED for c in sentence.children(head, "xcomp")):
        return True
    clock = any(_CLOCK.fullmatch(t.lower) for t in sentence.tokens[token.index + 1 : token.index + 6])
    if clock and (head.lower in _WERE or any(c.lower in _WERE for c in sentence.children(head, "cop"))):
        return True  # « il était environ 12h30 »
    return head.lower in _EMPTY or head.lower in _TIMES or falls_to(sentence, head) or following == ["ne", "sert"]


def _of_clause(sentence: Sentence, token: Token, head: Token) -> bool:
    """Tell « il est prévu que », "it is clear that", « il est attendu 10 cm de neige »: what follows is meant."""
    after = sentence.tokens[head.index + 1 : head.index + 2]
    opener = after[0].lower if after else ""
    if token.lower == "it" and head.lower in _RAISING and opener == "to":
        return False
    some = [t for t in after if t.lower in _SOME or t.pos == "NUM" or t.quote is not None]
    if head.lower in _AWAITED and some:
        return True  # « il est attendu 10 cm de neige », « il est prévu un retour au calme »
    if head.lower in _LEFT and _so_much_left(sentence, head, after):
        return True
    matter = head.lower in _INTEREST and any(c.lower in ("de", "dans", "du") for c in sentence.children(head, "case"))
    return _of_infinitive(sentence, head) or ((matter or head.lower in OF_CLAUSES) and opener in _OPENERS)


def _so_much_left(sentence: Sentence, head: Token, after: tuple[Token, ...]) -> bool:
    """Tell « il reste trois victimes », « il leur manque du temps »; « il reste un champion » is somebody."""
    before = sentence.tokens[head.index - 1].lower if head.index else ""
    counted = any((t.pos == "NUM" and t.lower not in ("un", "une")) or t.lower in _MUCH for t in after)
    return counted or before in _TO_WHOM


def _of_infinitive(sentence: Sentence, head: Token) -> bool:
    """Tell « il a été demandé à Dubois », "it is racist to": what is asked or judged is what follows."""
    said = next((t for t in sentence.children(head, "xcomp") if t.pos == "ADJ"), head) if head.lower in _BEING else head
    opener = next((t.lower for t in sentence.tokens[said.index + 1 : said.index + 2]), "")
    judged = said.pos == "ADJ" and opener == "to" and said.lower not in _CONTROLLING | _RAISING
    return judged or (said.lower in _ASKED and opener in ("à", "au", "aux"))


def _set_phrase(sentence: Sentence, token: Token) -> bool:
    """Tell « il ne fait aucun doute », « quoi qu'il en soit », « il en va de même », « toujours est-il que »."""
    behind = " ".join(t.lower for t in sentence.tokens[token.index + 1 : token.index + 5])
    before = [t.lower.strip("-") for t in sentence.tokens[max(0, token.index - 2) : token.index]]
    whatever = before == ["quoi", "qu'"] and behind.startswith(_WHATEVER)
    return behind.startswith(_SET_PHRASES) or before == ["toujours", "est"] or whatever


def _how_things_are(sentence: Sentence, token: Token, head: Token) -> bool:
    """Tell « Qu'en est-il de la loi ? », « qu'en sera-t-il »: how it stands with something."""
    if head.lower not in _IS or any(t.pos == "VERB" for t in sentence.tokens[token.index + 1 : token.index + 2]):
        return False  # « Comment en est-il arrivé là ? »
    before = [t.lower.strip("-") for t in sentence.tokens[max(0, token.index - 4) : token.index]]
    before = before[:-1] if before[-1:] == ["t"] else before
    return len(before) > 2 and before[-1] == head.lower and before[-2] == "en" and before[-3] in _WHAT


def _there_is(sentence: Sentence, token: Token) -> bool:
    """Tell « il y a », « y a-t-il », which the parser takes for one word at times."""
    head = sentence.head(token)
    following = sentence.tokens[token.index + 1 : token.index + 3]
    if any(t.lower == "y" and t.dep == "fixed" for t in following[:1]):
        return True
    words = [t.lower for t in following]
    there = "y" in words[: 2 if words[:1] == ["n'"] else 1]
    there = there or (head is not None and any(child.lower == "y" for child in sentence.children(head)))
    return there and head is not None and not _goes_there(sentence, head)


def _goes_there(sentence: Sentence, verb: Token) -> bool:
    """Tell « il y vit », « il y a vécu dix ans » from « il y a eu dix morts », « y a-t-il dix morts »."""
    there = next((child for child in sentence.children(verb) if child.lower == "y"), None)
    if there is None or verb.pos != "VERB" or verb.lower in _HAVING:
        return False
    return all(t.pos in ("AUX", "ADV") for t in sentence.tokens[there.index + 1 : verb.index])
