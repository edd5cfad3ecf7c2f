"""Makes English titles before a name the head of the phrase, the name its apposition.

"Novatel chief executive Jane Miller" · "Turkish Foreign Minister Cem Ozan" · "Party leader Sir Ed Davey" ·
"the director of this company, Jane Miller, left". After it both languages have one shape: title, then name beside it.
"""

from dataclasses import replace
from functools import cache, partial
from itertools import pairwise, takewhile
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.lexicon.tables import lexicon
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

# What stands between a title and a name and is no title of an office.
CIVIL: Final = frozenset("sir dame lord lady dr dr. mr mr. mrs mrs. ms ms. prof prof. rev rev.".split())
TEACHERS: Final = frozenset("professor lecturer researcher scientist historian economist physicist dean".split())
# Offices of bodies: the town behind such a name is where somebody is from, "chairman Jane Miller of Leeds".
_OF_BODIES: Final = frozenset(
    """chairman chairwoman chairperson chair director executive ceo treasurer editor spokesman spokeswoman spokesperson
    officer analyst member""".split()
)
# What stands between a post and a name: "police spokesperson Captain Jane Miller"
_OLD_RANKS: Final = ("general", "colonel", "lord", "sir")
_RANKS: Final = frozenset(
    """general colonel lord sir captain lieutenant brigadier major sergeant superintendent inspector commander constable
    corporal admiral commodore marshal""".split()
)
_JUDGES: Final = ("judge", "justice", "magistrate", "sheriff", "recorder", "prosecutor")
SCHOOLS: Final = frozenset("university college school institute".split())
_INSIDE: Final = ("compound", "amod", "det", "nmod", "case", "nummod", "obl", "mark")
_OF: Final = ("of", "from")  # "Senator Jane Miller from Vermont"
_CHARGED: Final = (["secretary", "of"], ["minister", "of"], ["undersecretary", "of"])
_LONGEST: Final = 9  # tokens of a phrase before a name
_ENDS: Final = (",", ".", ")", ";", ":")


def put_prenominal(annotation: Annotation) -> Annotation:
    """Return an English annotation with such titles as heads; any other as it is."""
    if annotation.document.language != "en":
        return annotation
    steps = (_plurals, _before_names, _after_complements, _after_places, _after_charges)
    return mend_each(annotation, *(partial(step, annotation) for step in steps))


def _plurals(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return "Presidents" of "Presidents Jane Miller of Kenya and John Carter of Mali" as a plural; taggers err."""
    return {
        noun.index: replace(noun, morph=noun.morph.replace("Number=Sing", "Number=Plur"))
        for noun, name in pairwise(sentence.tokens)
        if noun.pos == "PROPN" and noun.name is None and is_person(annotation, name)
        if noun.lower.endswith(("s", "s.")) and ends_title(sentence, noun) and calls_person(_single(noun), "en")
    }


def _single(noun: Token) -> str:
    """Return "senator" for "Senators", "sen." for "Sens."."""
    return f"{noun.lower[:-2]}." if noun.lower.endswith("s.") else noun.lower.removesuffix("s")


def _before_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the tokens of a title right before a person's name, with the title as head and the name beside it."""
    moved: dict[int, Token] = {}
    titles: dict[int, int] = {}
    for name in sentence.tokens:
        noun = _title_before(sentence, name) if is_person(annotation, name) else None
        if noun is None:
            continue
        if name.dep == "appos" and name.head < noun.index:  # "his opponent, Gov. Jane Miller": who is named stays
            moved[noun.index] = replace(noun, head=name.index, dep="appos", pos="NOUN")
            continue
        top = noun.index if name.head == name.index else name.head
        moved[noun.index] = replace(noun, head=top, dep=name.dep, pos="NOUN")
        moved[name.index] = replace(name, head=noun.index, dep="appos")
        moved |= _taken_over(annotation, sentence, name, noun)
        if not noun.plural:
            titles[name.index] = noun.index
    return moved | _joined(sentence, moved, titles)


def _taken_over(annotation: Annotation, sentence: Sentence, name: Token, noun: Token) -> dict[int, Token]:
    """Return what the parser hung from a name and belongs to its title: "Attorney [General] Jane Miller [of Kenya]"."""
    moved: dict[int, Token] = {}
    for child in sentence.tokens[max(0, noun.index - _LONGEST) : name.index + 4]:
        owns = child.index > name.index and child.lower in ("'s", "’s", "'", "’")  # "Mayor Jane Miller's veto"
        before = child.index < noun.index and child.dep.partition(":")[0] in _INSIDE
        if child.head == name.index and (before or owns or _of_place(annotation, sentence, name, noun, child)):
            moved[child.index] = replace(child, head=noun.index)
    rank = sentence.tokens[noun.index + 1]
    if rank.lower == "general":
        moved[rank.index] = replace(rank, head=noun.index, dep="flat")
    return moved


def _joined(sentence: Sentence, moved: dict[int, Token], titles: dict[int, int]) -> dict[int, Token]:
    """Return whoever is joined to a name as joined to its title: "met President John Smith and Mayor Jane Miller"."""
    tokens = [moved.get(token.index, token) for token in sentence.tokens]
    joined = [t for t in tokens if t.dep in ("conj", "cc") and t.head in titles and t.index > t.head]
    return {token.index: replace(token, head=titles[token.head]) for token in joined}


def _of_place(annotation: Annotation, sentence: Sentence, name: Token, noun: Token, child: Token) -> bool:
    """Tell whether a place or school behind a name belongs to its title: "President Jane Miller of Kenya"."""
    if child.index < name.index or child.name is None or not child.dep.startswith("nmod") or noun.plural:
        return False  # "Senators Jane Miller of Ohio and Paul Lee of Utah": each has a state
    if noun.lower in _OF_BODIES or not _office(noun):
        return False  # "champion Jane Miller of Kenya": where she comes from
    named = annotation.names[child.name]
    if noun.lower in _JUDGES and "Court" in named.form.split():
        return sentence.tokens[name.index + 1].lower in {*_OF, "at", "in"}  # "Judge Jane Miller at Leeds Crown Court"
    school = noun.lower in TEACHERS and bool({*named.form.lower().split()} & SCHOOLS)
    return (named.type is EntityType.PLACE or school) and sentence.tokens[name.index + 1].lower in _OF


def _office(noun: Token) -> bool:
    """Tell a title of an office, which has a body or a land, from a trade or a success: "champion", "novelist"."""
    triggers = load_frames("en").nouns.get(noun.lower, ())
    return noun.lower in lexicon()["person_titles"] or any(t.relation == "holdsPosition" for t in triggers)


def _title_before(sentence: Sentence, name: Token) -> Token | None:
    """Return the noun of the title right before a name that the parser hung from the name."""
    at = name.index - 1
    while at > 0 and _passed(sentence, sentence.tokens[at]):
        at -= 1
    if [t.lower for t in sentence.tokens[max(0, at - 2) : at]] in _CHARGED:
        at -= 2  # "Secretary of Justice Jane Miller" is no justice
    noun = sentence.tokens[at] if at >= 0 else name
    if noun.name is not None or noun.pos not in ("NOUN", "PROPN", "ADJ", "VERB") or noun.lower in CIVIL:
        return None
    below = noun.head == name.index or (at < noun.head < name.index) or (_doers(noun) and noun.head == name.head)
    body = sentence.tokens[noun.head]  # "EU foreign policy chief Jane Miller": the chief beside the EU, both of her
    below = below or (noun.dep == "appos" and body.index < at and body.head == name.index)
    return noun if below and ends_title(sentence, noun) else None


def _passed(sentence: Sentence, token: Token) -> bool:
    """Tell whether the title stands before a word: before a civil one, and before a rank ("army chief Gen. Miller")."""
    if token.name is not None or token.quote is not None:
        return False
    before = sentence.tokens[token.index - 1]
    rank = token.lower.endswith(".") or token.lower in _OLD_RANKS or _behind_post(sentence, token)
    named = before.name is None and before.pos in ("NOUN", "PROPN") and rank
    return token.lower in CIVIL or (named and ends_title(sentence, before) and ends_title(sentence, token))


def _behind_post(sentence: Sentence, token: Token) -> bool:
    """Tell "Lieutenant Colonel" of "police spokesperson Lieutenant Colonel Miller", not of "Detective Sergeant"."""
    if token.lower not in _RANKS:
        return False
    run = takewhile(lambda t: t.lower in _RANKS, reversed(sentence.tokens[: token.index]))
    first = token.index - len(list(run))
    post = sentence.tokens[first - 1] if first > 0 else token
    return post.lower not in {"detective", "chief", "deputy", "assistant", "retired", *_RANKS} and post.pos == "NOUN"


def ends_title(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a word is a title of a person or the last one of it: "executive" after "chief"."""
    if (noun.pos != "VERB" or _doers(noun)) and (
        calls_person(noun.lower, "en") or noun.lower in lexicon()["person_titles"]
    ):
        return True
    before = [t.lower for t in sentence.tokens[max(0, noun.index - 2) : noun.index + 1]]
    return " ".join(before[-2:]) in _expressions() or " ".join(before) in _expressions()


def _doers(noun: Token) -> bool:
    """Tell "Novatel directors Jane Miller and John Carter left": the tagger takes an unusual plural for a verb."""
    return noun.pos == "VERB" and noun.lower.endswith(("ors", "ers", "ists"))


@cache
def _expressions() -> frozenset[str]:
    """Return the titles of several words."""
    triggers = [
        t for found in load_frames("en").nouns.values() for t in found if t.rest and t.relation == "holdsPosition"
    ]
    return frozenset(" ".join((t.word, *t.rest)) for t in triggers)


def _after_complements(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons of "the director of this company, Jane Miller," as appositions of the title."""
    moved: dict[int, Token] = {}
    for comma, name in pairwise(sentence.tokens):
        if comma.text != "," or not is_person(annotation, name) or any(sentence.children(name, "case", "cc")):
            continue
        after = sentence.tokens[name.index + 1].text if name.index + 1 < len(sentence.tokens) else "."
        holder = _holder(annotation, sentence, comma) if after in _ENDS else None
        if holder is not None and name.head != holder.index and name.dep.partition(":")[0] in (
            "appos", "conj", "dep", "nmod", "obl", "parataxis",
        ):  # fmt: skip
            moved[name.index] = replace(name, head=holder.index, dep="appos")
    return moved


def _holder(annotation: Annotation, sentence: Sentence, comma: Token) -> Token | None:
    """Return the definite title whose complement ends at a comma: "the director of this company"."""
    for token in reversed(sentence.tokens[max(0, comma.index - _LONGEST) : comma.index]):
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ") or is_person(annotation, token):
            return None
        if token.pos in ("NOUN", "PROPN") and token.name is None and ends_title(sentence, token):
            marks = {child.lower for child in sentence.children(token, "det")}
            governs = any(True for _ in sentence.children(token, "nmod"))
            named = any(child.name is not None for child in sentence.children(token, "appos"))
            return token if "the" in marks and governs and not named else None
    return None


def _after_places(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the tokens of "Governor of Texas Jane Miller" with the place as complement, the name beside the title.

    So too "the President of the United States Jane Miller".
    """
    moved: dict[int, Token] = {}
    for place, name in pairwise(sentence.tokens):
        of = next((t for t in reversed(sentence.tokens[: place.index]) if t.lower != "the"), place)
        title = sentence.tokens[of.index - 1]
        shaped = of.lower in ("of", "to") and place.name is not None and place.head == name.index and of.index > 0
        if not shaped or name.head != title.index or not is_person(annotation, name):
            continue
        if not is_person(annotation, place) and ends_title(sentence, title):
            moved |= {t.index: replace(t, head=place.index) for t in sentence.tokens[of.index : place.index]}
            moved[place.index] = replace(place, head=title.index, dep="nmod")
            moved[name.index] = replace(name, head=title.index, dep="appos")
    return moved


def _after_charges(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the person of "Minister of Growth and Youth Jane Miller" beside the title, off what he has charge of."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        title = _charged_before(sentence, name) if is_person(annotation, name) else None
        if title is None or name.dep.partition(":")[0] not in ("nmod", "conj", "appos"):
            continue
        last = sentence.tokens[name.index - 1]
        moved[name.index] = replace(name, head=title.index, dep="appos")
        if last.head == name.index:
            moved[last.index] = replace(last, head=title.index, dep="nmod", pos="NOUN")
        for word in sentence.children(name):
            if title.index < word.index < last.index:
                moved[word.index] = replace(word, head=last.index)
    return moved


def _charged_before(sentence: Sentence, name: Token) -> Token | None:
    """Return the minister's title before the capital words that stand right before a name."""
    for token in reversed(sentence.tokens[max(0, name.index - _LONGEST) : name.index]):
        if token.lower in ("minister", "secretary"):
            after = sentence.tokens[token.index + 1].lower
            parted = name.head != token.index or sentence.tokens[name.index - 1].head == name.index
            return token if after in ("of", "for") and name.index - token.index > 2 and parted else None
        charge = token.name is None and token.text[:1].isupper()
        if not charge and token.lower not in ("of", "for", "the", "and", ","):
            return None
    return None
