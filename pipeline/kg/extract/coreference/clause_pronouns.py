"""Tells pronouns that take up a clause: « comme l'a dit Dubois », « les entreprises qui le souhaitent »."""

from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.time.french_words import FRENCH
from kg.model.annotation import Sentence, Token

_DOING: Final = frozenset("fait faire fera feront ferait feraient faisait faisaient fasse".split())
_CALLING: Final = ("appel", "nomm", "surnomm", "désign", "qualifi", "connai", "décri")
_WISHING: Final = ("souhait", "désir")
_TELLING: Final = tuple("annonc dénonc dit affirm expliqu déclar promis indiqu signal soulign écrit".split())

# What is told, known or hoped is a clause: « La France l'avait indiqué », « Je l'espère ».
_TOLD: Final = tuple(
    """annonc indiqu affirm expliqu déclar précis promi promet promett dit disai disen écrit écriv confirm répét prouv
    démontr espér espèr soulign mentionn constat sait savai saven pense pensai démen""".split()
)
_OF_SOMEBODY: Final = ("dit", "disai", "disen", "déclar")  # « l'a déclaré coupable », « le dit prêt »
_AS: Final = ("comme", "dans", "en")  # « l'a confirmé comme ministre »


def means_clause(sentence: Sentence, token: Token) -> bool:
    """Tell « comme l'a dit Dubois », « comme on le craignait »; « comme l'appellent ses amis » is he."""
    verb = sentence.head(token)
    if token.lower not in ("le", "l'", "l’") or verb is None or token.dep != "obj":
        return False
    if verb.lower in _DOING and not any("VerbForm=Inf" in c.morph for c in sentence.children(verb)):
        return True  # « Israël ne l'a jamais fait »
    if verb.lower.startswith("emport") and token.lower != "le":
        return True  # « le non l'a emporté »
    if verb.lower.startswith(_WISHING) or (verb.lower.startswith(_TELLING) and _as_told(sentence, verb, token)):
        return True  # « les entreprises qui le souhaitent », « comme Dubois l'avait dénoncé »
    if verb.lower.startswith(_TOLD) and _of_clause(sentence, verb):
        return True
    before = [t.lower for t in sentence.tokens[max(0, token.index - 2) : token.index]]
    linked = before[-1:] == ["comme"] or (before[:1] == ["comme"] and sentence.tokens[token.index - 1].pos == "PRON")
    return linked and not verb.lower.startswith(_CALLING)


def _as_told(sentence: Sentence, verb: Token, token: Token) -> bool:
    """Tell « comme Dubois l'a dit », « ainsi que le maire l'avait promis », with who says so before the pronoun."""
    who = next((t for t in sentence.children(verb, "nsubj") if t.index < token.index), None)
    if who is None:
        return False
    start = min(t.index for t in sentence.subtree(who))
    joint = {t.lower for t in sentence.tokens[max(0, start - 2) : start + 1]}
    return "comme" in joint or {"ainsi", "que"} <= joint


def _of_clause(sentence: Sentence, verb: Token) -> bool:
    """Tell « l'avait annoncé » from « l'a annoncée », « l'a dit coupable », « l'a confirmé dans ses fonctions »."""
    after = next(iter(sentence.tokens[verb.index + 1 : verb.index + 2]), None)
    somebody = verb.lower.startswith(_OF_SOMEBODY) and after is not None and after.pos in ("ADJ", "NOUN", "VERB")
    somebody = somebody and (after is None or after.lower not in FRENCH.weekdays)
    placed = verb.lower.startswith("confirm") and any(
        preposition(sentence, t) in _AS for t in sentence.children(verb, "obl", "xcomp")
    )
    agrees = is_participle(verb) and verb.gender == "f"
    return not (somebody or placed or agrees or any(sentence.children(verb, "xcomp")))
