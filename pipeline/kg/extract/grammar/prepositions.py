"""Reads prepositions: which one a word stands with, which dependents of a word stand with one."""

from typing import Final

from kg.model.annotation import Sentence, Token

CONTRACTED: Final = {
    "face": "face à", "grâce": "grâce à", "lors": "lors de", "près": "près de",
    "du": "de", "des": "de", "d'": "de", "de la": "de", "de l'": "de", "au": "à", "aux": "à", "à la": "à", "d’": "de",
}  # fmt: skip
# Nouns whose « à l'… de », « aux … de », « en … de » says the same.
PHRASES: Final = {
    "contre": "encontre", "envers": "égard", "aux dépens de": "dépens", "au sein de": "sein", "au profit de": "profit",
    "en faveur de": "faveur", "aux côtés de": "côtés", "au bénéfice de": "bénéfice",
}  # fmt: skip
# At what it happens, or right behind it: « lors du sommet », « à l'issue du scrutin »
OCCASIONS: Final = (
    *("lors de", "pendant", "durant", "au cours de", "à l'occasion de", "en marge de", "à l'issue de", "au terme de"),
)
# What comes before whoever says it: « selon Dubois, … »
ACCORDING_FR: Final = ("selon", "d'après", "d' après")
ACCORDING: Final = (*ACCORDING_FR, "according to")
# What a work is made after, said like a source: « un film d'après un roman de X »
AFTER: Final = "adapté de"
_STORIES: Final = frozenset(
    """roman romans scénario scénarios nouvelle nouvelles pièce conte contes fable comédie tragédie opéra livret manga
    bd bande synopsis idée chanson poème poèmes""".split()
)
_BOOKS: Final = frozenset(
    "livre livres récit récits ouvrage œuvre œuvres mémoires texte textes histoire best-seller".split()
)
_MADE: Final = frozenset(
    """film films téléfilm téléfilms série long-métrage court-métrage comédie drame spectacle pièce opéra ballet album
    documentaire feuilleton thriller adaptation mise bd bande""".split()
)
# « comme le rapporte X », « , rapporte X, »: the trees hang the verb from X as what says the same
VOUCHING: Final = "case:said"
# Nouns of which « à » makes a preposition of several words: « au côté de X », « à l'occasion de »
_JOINTS: Final = frozenset(
    """côté côtés sein cours lieu nom titre moment lendemain occasion issue suite propos cause instar initiative
    reprises endroit adresse intention attention encontre""".split()
)
# « lancer un appel à l'endroit de X »: what it is to stands behind such a noun
_TOWARDS: Final = frozenset("endroit adresse intention attention".split())
_SIDES: Final = ("inside", "outside")
_GOVERNED: Final = ("obl", "nmod", "advcl", "acl", "xcomp", "dep", "iobj", "appos", "obj")


def preposition(sentence: Sentence, token: Token) -> str:
    """Return the preposition of a noun in its plain form (`du` → `de`), or the empty string."""
    if "case" not in sentence.labels[token.index]:
        return ""
    words = _cases(sentence, token)
    joined = " ".join(words).replace("l' ", "l'")
    if joined == "of" and sentence.tokens[token.head].lower in _SIDES:  # "died inside of the hall": of no hall
        joined = sentence.tokens[token.head].lower
    if joined in CONTRACTED:
        return CONTRACTED[joined]
    if joined in ACCORDING_FR[1:] and _made_after(sentence, token):
        return AFTER
    for contracted, plain in ((" du", " de"), (" des", " de"), (" d'", " de"), (" au", " à"), (" aux", " à")):
        if joined.endswith(contracted):
            return joined[: -len(contracted)] + plain
    return joined


def _made_after(sentence: Sentence, token: Token) -> bool:
    """Tell « d'après un roman de X », « une comédie d'après Marivaux »: no source, but what a work is made after."""
    above = sentence.tokens[token.head]
    of_work = above.lower in _MADE and above.index < token.index
    if token.lower in _STORIES or (of_work and token.lower in _BOOKS):
        return True
    return of_work and all(t.text != "," for t in sentence.tokens[above.index : token.index])


def _cases(sentence: Sentence, token: Token) -> list[str]:
    words: list[str] = []
    for child in sentence.children(token, "case"):
        if child.dep == VOUCHING:
            return [*ACCORDING_FR[:1]]
        words.append(child.lower)
        words.extend(more.lower for more in sentence.children(child, "fixed"))
    return words


def with_preposition(sentence: Sentence, head: Token, wanted: str) -> list[Token]:
    """Return the dependents of a word that stand with a preposition."""
    found = [child for child in sentence.children(head) if child.dep.startswith(_GOVERNED)]
    noun = PHRASES.get(wanted)  # « des sanctions à l'encontre de X »
    through = _TOWARDS if wanted == "à" else (noun,)
    inner = [c for joint in found if joint.lower in through for c in sentence.children(joint, "nmod", "obl")]
    plain = [child for child in found if child.lower not in _JOINTS or wanted != "à"]
    return [child for child in plain if preposition(sentence, child) == wanted] or inner
