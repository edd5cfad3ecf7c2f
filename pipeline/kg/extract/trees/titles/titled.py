"""Puts titles that stand apart from the name beside it: at the head of the sentence, or after the name with no comma.

« Alors patron d'Axa, Henri Dubois a … » · « Jean Dubois le nouveau secrétaire général du parti critique … »
"""

from dataclasses import replace
from itertools import pairwise

from kg.extract.grammar.infinitives import CHOOSING
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mended
from kg.lexicon.closed import SINGULAR_SUBJECTS
from kg.lexicon.peoples import countries
from kg.lexicon.tables import kinds
from kg.model.annotation import Annotation, Sentence, Token

_BEFORE = ("ADV", "ADJ", "NUM", "ADP")
_DOING = ("teur", "trice", "eur", "euse")  # « membre fondateur », read as a verb
_RELATIVES = ("dont", "qui", "que", "qu'", "où")
_ONE = ("a", "an")
_ARTICLES = ("le", "la", "l'", "the")
_ELECTED = ("élu", "élue", "réélu", "réélue", "sortant", "sortante", "déchu", "déchue", "désigné", "désignée")
_TIMES = ("fois", "reprises")


def put_titles(annotation: Annotation) -> Annotation:
    """Return the annotation with such titles in apposition to whom they name."""
    sentences = []
    for sentence in annotation.sentences:
        moved = {
            **_opening(annotation, sentence),
            **_without_comma(annotation, sentence),
            **_behind_whose(annotation, sentence),
            **_bare(annotation, sentence),
            **_times_over(annotation, sentence),
            **_names_of_bodies(annotation, sentence),
            **_two_titles(annotation, sentence),
            **_first_woman(sentence),
            **_elect(annotation, sentence),
        }
        sentences.append(mended(sentence, moved))
    return replace(annotation, sentences=tuple(sentences))


def _bare(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the titles right behind a name, without comma or article: « Jean Dubois porte-parole de Novatel »."""
    moved: dict[int, Token] = {}
    if annotation.document.language != "fr":
        return moved
    for name, noun in pairwise(sentence.tokens[:-1]):
        if noun.pos not in ("NOUN", "ADJ") or noun.name is not None or not is_person(annotation, name):
            continue
        of = sentence.tokens[noun.index + 1].lower in ("de", "du", "d'", "d’")
        if not of or not calls_person(noun.lower, "fr"):
            continue
        bound = any(sentence.children(noun, "det", "case", "cop", "cc", "nsubj"))
        naming = _naming(sentence, name)
        if naming is not None and not bound:
            moved[noun.index] = replace(noun, head=naming.index, dep="xcomp", pos="NOUN")
            moved |= complement(sentence, noun)
        elif not bound and name.head != noun.index and not _object(sentence, name, noun):
            moved[noun.index] = replace(noun, head=name.index, dep="appos", pos="NOUN")
            moved |= complement(sentence, noun)
    return moved


def _naming(sentence: Sentence, name: Token) -> Token | None:
    """Return the verb of « nommé par le président Jean Dubois ministre »: not who names becomes it."""
    title = sentence.head(name) if name.dep in ("appos", "flat") else name
    verb = sentence.head(title) if title is not None and preposition(sentence, title) == "par" else None
    return verb if verb is not None and verb.lower.startswith(CHOOSING) else None


def complement(sentence: Sentence, title: Token) -> dict[int, Token]:
    """Return what « de » right behind a title stands before, hung from the title."""
    of = sentence.head(sentence.tokens[title.index + 1]) if title.index + 1 < len(sentence.tokens) else None
    nominal = of is not None and of.pos in ("NOUN", "PROPN") and of.index > title.index
    return {of.index: replace(of, head=title.index, dep="nmod")} if of is not None and nominal else {}


def _times_over(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the title behind « neuf fois » in its place: « Jean Dubois, neuf fois vainqueur du tournoi, … ».

    « Il fut deux fois ministre », « qui a été à deux reprises maire »: what is said of him is the title.
    """
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_TIMES):
        return moved
    for times, title in pairwise(sentence.tokens):
        known = times.lower in _TIMES and title.name is None and calls_person(title.lower, "fr")
        known = known and annotation.document.language == "fr"
        if known and any(sentence.children(times, "cop")):
            moved |= _predicate(sentence, times, title)
        elif known and times.head not in (title.index, times.index):
            below = is_person(annotation, sentence.tokens[times.head])
            dep = "appos" if below else times.dep
            moved[title.index] = replace(title, head=times.head, dep=dep, pos="NOUN")
            moved[times.index] = replace(times, head=title.index, dep="obl:mod")
            moved |= complement(sentence, title)
    return moved


def _elect(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name of « par le président élu Jean Dubois » beside the title, not below « élu »."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_ELECTED):
        return moved
    for title, elected, name in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        chosen = elected.lower in _ELECTED and elected.head == title.index and name.head == elected.index
        if chosen and is_person(annotation, name) and calls_person(title.lower, "fr"):
            moved[name.index] = replace(name, head=title.index, dep="appos")
    return moved


def _first_woman(sentence: Sentence) -> dict[int, Token]:
    """Return « présidente » of « devient la première femme présidente de la Chambre » in the place of « femme »."""
    moved: dict[int, Token] = {}
    for woman, title in pairwise(sentence.tokens):
        if woman.lower not in ("femme", "homme") or title.pos != "NOUN" or title.name is not None:
            continue
        if title.head != woman.index or any(sentence.children(title, "det", "case")):
            continue
        if not calls_person(title.lower, "fr") or woman.head == woman.index:
            continue
        moved[title.index] = replace(title, head=woman.head, dep=woman.dep)
        moved[woman.index] = replace(woman, head=title.index, dep="compound")
        for child in sentence.children(woman):
            if child.index != title.index:
                moved[child.index] = replace(child, head=title.index)
    return moved


def _predicate(sentence: Sentence, times: Token, title: Token) -> dict[int, Token]:
    """Return the title as the predicate that the parser took « fois » for, or hung the verb of from « fois »."""
    moved = {c.index: replace(c, head=title.index) for c in sentence.children(times, "cop", "nsubj", "aux")}
    moved |= complement(sentence, title)
    if times.head != title.index:
        head = title.index if times.head == times.index else times.head
        moved[title.index] = replace(title, head=head, dep=times.dep, pos="NOUN")
        moved[times.index] = replace(times, head=title.index, dep="obl:mod")
    return moved


def _names_of_bodies(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « Novatel » of « le président de l'organisation locale Novatel » beside the body, not who heads it."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[2:]:
        title = sentence.head(name) if name.name is not None and name.dep == "appos" else None
        if title is None or is_person(annotation, name):
            continue
        body = sentence.tokens[name.index - 1]
        while body.pos == "ADJ" and body.index > title.index + 1:
            body = sentence.tokens[body.index - 1]
        complement = body.head == title.index and body.pos == "NOUN" and body.dep.startswith(("nmod", "obl"))
        maker = title.lower in kinds() and body.lower not in kinds()  # « le fabricant de valises Novatel »
        if complement and not maker and calls_person(title.lower, "fr") and annotation.document.language == "fr":
            moved[name.index] = replace(name, head=body.index)
    return moved


def _two_titles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « L'ancien maire de Lyon, actuel ministre du Travail, Paul Martin, » as one man with two titles."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[3:]:
        inner = sentence.head(second) if second.dep == "appos" and second.name is None else None
        first = sentence.head(inner) if inner is not None and inner.name is not None else None
        if first is None or inner is None or is_person(annotation, inner):
            continue
        names = [t for t in sentence.children(second, "conj", "appos") if is_person(annotation, t)]
        bare = names and sentence.tokens[names[0].index - 1].text == "," and first.index < inner.index < second.index
        titles = all(calls_person(t.lower, "fr") for t in (first, second))
        if bare and titles and not any(sentence.children(second, "det", "case", "cc")):
            moved[names[0].index] = replace(names[0], head=first.index, dep="appos")
            moved[second.index] = replace(second, head=names[0].index)
    return moved


def _behind_whose(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second name of « les ministres de François Hollande Jean Dubois » beside the title, not the first."""
    moved: dict[int, Token] = {}
    for whose, name in pairwise(sentence.tokens):
        if name.head != whose.index or not is_person(annotation, whose) or not is_person(annotation, name):
            continue
        title = sentence.head(whose)
        joint = any(child.lower in ("de", "d'", "d’") for child in sentence.children(whose, "case"))
        if title is None or title.pos != "NOUN" or not joint:
            continue
        if calls_person(title.lower, annotation.document.language):
            moved[name.index] = replace(name, head=title.index, dep="appos")
    return moved


def _opening(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the bare title that opens a sentence, hung from the subject right after its comma."""
    noun = next((t for t in sentence.tokens[:5] if t.pos not in {*_BEFORE, "PUNCT"} and t.lower not in _ONE), None)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.name is not None or noun.quote is not None:
        return {}
    # "A member of the Labour Party until 1990, she …": an indefinite article leaves it open who is meant.
    marks = [c for c in sentence.children(noun, "det") if c.lower not in _ONE]
    counted = any(sentence.children(noun, "nummod"))  # « Deux députés PS, Jean Dubois et Paul Martin, … »
    bound = bool(marks) or counted or any(sentence.children(noun, "cop", "nsubj"))
    governed = any(t.pos == "ADP" and t.head == noun.index for t in sentence.tokens[: noun.index])
    if bound or governed or not calls_person(noun.lower, annotation.document.language):
        return {}
    subject = _after_comma(annotation, sentence, noun)
    if subject is None:
        return {}
    if all(token is not subject for token in sentence.subtree(noun)):
        apposed = {noun.index: replace(noun, head=subject.index, dep="appos")}
        return apposed if subject.dep.startswith("nsubj") else {}
    # The parser hung the name from its title: « Vice-présidente du conseil, Anne Dubois est porte-parole … »
    root = next((t for t in sentence.tokens if t.head == t.index), noun)
    others = [t for t in sentence.children(root, "nsubj") if t is not noun]
    if root.index <= subject.index or others or subject.head != noun.index:
        return {}
    return {
        noun.index: replace(noun, head=subject.index, dep="appos"),
        subject.index: replace(subject, head=root.index, dep="nsubj"),
    }


def _after_comma(annotation: Annotation, sentence: Sentence, noun: Token) -> Token | None:
    """Return the bare name or pronoun right after the comma that ends the noun phrase."""
    aside = _aside(sentence, noun)
    for comma, after in zip(sentence.tokens[noun.index + 1 :], sentence.tokens[noun.index + 2 :], strict=False):
        if comma.index in aside:
            continue
        describing = comma.lower.endswith(_DOING) or (comma.dep.startswith("acl") and is_participle(comma))
        if comma.pos == "AUX" or (comma.pos == "VERB" and not describing):
            return None
        if comma.text == ",":
            who = _past_people(sentence, after)
            named = is_person(annotation, who) or who.lower in SINGULAR_SUBJECTS
            if named and not any(sentence.children(who, "case", "cc")):
                return who
    return None


def _aside(sentence: Sentence, noun: Token) -> range:
    """Return where « , dont il assure l'intérim » stands: up to the comma behind the relative clause."""
    tokens = sentence.tokens
    opened = next((t.index for t in tokens[noun.index + 1 : -1] if t.text == ","), None)
    if opened is None or tokens[opened + 1].lower not in _RELATIVES:
        return range(0)
    closed = next((t.index for t in tokens[opened + 1 :] if t.text == ","), opened)
    return range(opened, closed)


def _past_people(sentence: Sentence, after: Token) -> Token:
    """Return the name after « le Suisse », where the words after a comma begin so; else the first of them."""
    name = sentence.tokens[after.index + 2] if after.index + 2 < len(sentence.tokens) else after
    people = sentence.tokens[name.index - 1].lower in countries("fr")
    return name if after.lower in _ARTICLES and people and name.dep.startswith("nsubj") else after


def _without_comma(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the titles with an article right after a person's name: nothing else can stand there."""
    moved: dict[int, Token] = {}
    for name, article in pairwise(sentence.tokens):
        if not is_person(annotation, name) or article.lower not in _ARTICLES or article.pos != "DET":
            continue
        noun = sentence.head(article)
        if noun is None or noun.pos != "NOUN" or not article.index < noun.index <= article.index + 4:
            continue
        free = not any(sentence.children(noun, "case", "cop", "nsubj", "cc")) and name.head != noun.index
        free = free and not _is_one(sentence, noun)
        english = annotation.document.language == "en"
        free = free and not (english and noun.dep.startswith("nsubj"))  # "told Judge Miller the accused was late"
        # « a fondé avec Paul Martin la société Novatel »: the noun is what the name beside it says
        named = any(child.name is not None for child in sentence.children(noun, "appos", "flat"))
        title = calls_person(noun.lower, annotation.document.language)
        if free and not named and title and not _object(sentence, name, noun):
            moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _is_one(sentence: Sentence, noun: Token) -> bool:
    """Tell « porté par X le cycliste qui … est Y »: the noun is the subject of another predicate behind it."""
    predicate = sentence.head(noun) if noun.dep.startswith("nsubj") else None
    return predicate is not None and any(c.index > noun.index for c in sentence.children(predicate, "cop"))


def _object(sentence: Sentence, name: Token, noun: Token) -> bool:
    """Tell « X que Y le ministre »: the noun is an argument of a verb between it and the name, or is its subject."""
    governs = any(token is name for token in sentence.subtree(noun))
    return governs or any(t.pos in ("VERB", "AUX") for t in sentence.tokens[name.index + 1 : noun.index])
