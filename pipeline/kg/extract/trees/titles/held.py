"""Puts beside whoever held several posts those that an English sentence names as examples.

"Jane Miller has held several posts, including chair of Novatel" · "served in many roles, among them mayor of Leeds"
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.trees.mend import mend_each
from kg.extract.trees.titles.prenominal import ends_title
from kg.model.annotation import Annotation, Sentence, Token

_POSTS: Final = frozenset("posts positions roles jobs offices portfolios titles".split())
# "holds the post of chair of Novatel", "took on the role of manager"
_POST: Final = frozenset("post position role job office title mantle".split())
_TAKING: Final = frozenset(
    """assume assumes assumed assuming take takes took taken taking occupies occupying fills filling vacated
    leave leaves left quit""".split()
)
_HOLDING: Final = frozenset("hold holds held holding serve served serves occupied had fill filled".split())
_LEADS: Final = frozenset("including notably as like".split())
_REACH: Final = 12  # tokens between the posts and the first that is named


def put_held(annotation: Annotation) -> Annotation:
    """Return an English annotation with such posts beside their holder; any other as it is."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _held)


def _held(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for posts in sentence.tokens:
        one = posts.lower in _POST and posts.dep.startswith("obj")
        moved |= _one_post(sentence, posts) if one else {}
        verb = sentence.head(posts) if posts.lower in _POSTS and posts.dep.startswith(("obj", "obl")) else None
        holders = surface_subject(sentence, verb) if verb is not None and verb.lower in _HOLDING else []
        post = _first(sentence, posts) if len(holders) == 1 else None
        if post is not None:
            moved[post.index] = replace(post, head=holders[0].index, dep="appos")
            leads = (t for t in sentence.children(post) if t.index < post.index and t.dep in ("case", "amod"))
            moved |= {t.index: replace(t, dep="advmod") for t in leads if t.lower in (*_LEADS, "such")}
    return moved


def _one_post(sentence: Sentence, post: Token) -> dict[int, Token]:
    """Return the chair of "holds the post of chair of Novatel" as what its holder is."""
    verb = sentence.head(post)
    known = verb is not None and verb.lower in _HOLDING | _TAKING
    holders = surface_subject(sentence, verb) if verb is not None and known else []
    below = (t for t in sentence.children(post, "nmod", "appos", "acl") if preposition(sentence, t) in ("of", "as"))
    title = next((t for t in below if t.name is None and ends_title(sentence, t)), None)
    if title is None or len(holders) != 1 or any(c.lower in ("a", "an") for c in sentence.children(title, "det")):
        return {}
    case = {t.index: replace(t, dep="advmod") for t in sentence.children(title, "case")}
    return {**case, title.index: replace(title, head=holders[0].index, dep="appos")}


def _first(sentence: Sentence, posts: Token) -> Token | None:
    """Return the first post that is named behind "including", "such as"."""
    behind = sentence.tokens[posts.index + 1 : posts.index + _REACH]
    lead = next((t.index for t in behind if t.lower in _LEADS), None)
    if lead is None or any(t.pos in ("VERB", "AUX") and t.index < lead for t in behind):
        return None
    after = sentence.tokens[lead + 1 : lead + 5]
    return next((t for t in after if t.pos == "NOUN" and t.name is None and ends_title(sentence, t)), None)
