"""Tells figures of speech: « le roi de la pop », "the queen of soul", « la libération de la femme » tell nothing."""

from typing import Final

from kg.extract.drafts.draft import Draft
from kg.extract.grammar.prepositions import with_preposition
from kg.model.annotation import Token

_CROWNED: Final = frozenset(
    """roi reine prince princesse empereur impératrice pape papesse tsar baron baronne magicien star king
    queen princess emperor empress pope czar godfather""".split()
)
_REALMS: Final = frozenset(
    """pays royaume empire couronne île îles principauté émirat sultanat nation état peuple tribu ethnie village
    dynastie country kingdom empire crown island islands principality emirate sultanate nation state people tribe
    dynasty realm blood sang""".split()
)
_FREED: Final = frozenset("femme femmes parole mœurs moeurs esprits".split())


def is_figure(draft: Draft) -> bool:
    """Tell whether words speak in a figure: nobody rules over pop, nobody was held who is « la femme »."""
    if draft.site.kind != "noun":
        return False
    if draft.frame.relation == "holdsPosition":
        return draft.site.token.lower in _CROWNED and any(_no_realm(t) for t in _of(draft))
    return draft.frame.relation == "released" and any(t.lower in _FREED and _bare(draft, t) for t in _of(draft))


def _of(draft: Draft) -> list[Token]:
    sentence, noun = draft.site.sentence, draft.site.token
    return [t for joint in ("de", "of") for t in with_preposition(sentence, noun, joint)][:1]


def _no_realm(token: Token) -> bool:
    return token.pos == "NOUN" and token.name is None and token.lower not in _REALMS


def _bare(draft: Draft, token: Token) -> bool:
    """Tell « la femme » in general: nothing describes her."""
    return not draft.site.sentence.children(token, "amod", "nmod", "acl", "appos", "nummod")
