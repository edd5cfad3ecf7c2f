"""Hangs « par X » from the participle that it is the agent of: a verb has one agent, right behind it.

« un bilan jugé décevant par X » · « fixées par X pour le rachat de B par Y »
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.coordination import NOMINAL
from kg.extract.grammar.voice import is_participle, with_etre
from kg.model.annotation import Sentence, Token

_DE_AGENTS: Final = frozenset("suivi accompagné entouré flanqué assisté précédé aimé connu escorté".split())


def doers(sentence: Sentence) -> dict[int, Token]:
    """Return « par X » right behind a participle, hung from that and not from the noun before it.

    « fini par gagner » has no agent.
    """
    moved: dict[int, Token] = {}
    for by in sentence.tokens[1:]:
        who, verb = sentence.head(by) if by.lower == "par" else None, sentence.tokens[by.index - 1]
        moved |= {**_of_adjective(sentence, by), **_second_agent(sentence, by), **_behind_comma(sentence, by)}
        if who is not None and who.dep == "obl:agent" and "VerbForm=Inf" in who.morph:
            moved[who.index] = replace(who, dep="xcomp")
        if who is None or not who.dep.startswith("nmod") or verb.pos != "VERB":
            continue
        noun = sentence.head(who)
        if noun is not None and noun.index < verb.index and is_participle(verb) and not with_etre(verb):
            moved[who.index] = replace(who, head=verb.index, dep="obl:agent")
    return moved


def _behind_comma(sentence: Sentence, by: Token) -> dict[int, Token]:
    """Return X of « a été critiqué lundi, après des mois de rumeurs, par X » below the verb, not below the rumours."""
    who = sentence.head(by) if by.lower == "par" and by.dep == "case" else None
    if who is None or who.name is None or sentence.tokens[by.index - 1].text != "," or not who.dep.startswith("nmod"):
        return {}
    above = sentence.head(who)
    while above is not None and above.pos in NOMINAL and above.head != above.index:
        above = sentence.head(above)
    if above is None or above.index > by.index or not any(sentence.children(above, "aux:pass")):
        return {}
    told = any(sentence.children(above, "obl:agent"))
    return {} if told else {who.index: replace(who, head=above.index, dep="obl:agent")}


def _second_agent(sentence: Sentence, by: Token) -> dict[int, Token]:
    """Return Y of « fixées par X pour le rachat de B par Y » below « rachat »: a verb has one agent."""
    who = sentence.head(by)
    verb = sentence.head(who) if who is not None and by.lower == "par" and who.dep == "obl:agent" else None
    first = sentence.child(verb, "obl:agent") if verb is not None else None
    if who is None or verb is None or first is None or first.index >= who.index:
        return {}
    between = [t for t in sentence.children(verb, "obl") if first.index < t.index < by.index and t.pos == "NOUN"]
    return {who.index: replace(who, head=between[-1].index, dep="nmod")} if between else {}


def _of_adjective(sentence: Sentence, by: Token) -> dict[int, Token]:
    """Return X of « un bilan jugé décevant par X » below « jugé », X of « un soutien appuyé de X » below the noun."""
    who = sentence.head(by) if by.dep == "case" else None
    word = sentence.head(who) if who is not None and who.dep == "obl:agent" else None
    above = sentence.head(word) if word is not None else None
    if who is None or word is None or above is None:
        return {}
    if by.lower == "par" and word.dep == "xcomp" and (word.pos == "ADJ" or "Tense=Pres" in word.morph):
        return {who.index: replace(who, head=above.index)} if is_participle(above) else {}
    of = by.lower in ("de", "d'", "d’", "du") and who.name is not None and word.lower.rstrip("es") not in _DE_AGENTS
    return {who.index: replace(who, head=above.index, dep="nmod")} if of and word.dep == "acl" else {}
