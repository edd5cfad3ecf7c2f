"""Reads as verbs the present forms that French parsers take for adjectives or nouns, where only a verb can stand.

« Un séisme frappe Taïwan » · « l'ITU valide le calendrier » · « a qualifié le projet … et menace de bloquer le site »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import CONTRACTED
from kg.extract.grammar.subjects import RESULTING
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mended
from kg.extract.trees.words.misread_nouns import (
    before_days,
    common,
    doers,
    entitled,
    former,
    in_court,
    makers,
    next_word,
)
from kg.model.annotation import Annotation, Sentence, Token

_FINITE: Final = "Mood=Ind|Tense=Pres|VerbForm=Fin"
_ARTICLES: Final = frozenset("le la les l' l’ un une des ce cet cette ces son sa ses leur leurs toute tout".split())
_ORDINAL: Final = ("e", "er", "re", "ère", "ème", "nd", "nde")
_GONE: Final = frozenset("parti partis partie parties".split())
_AHEAD: Final = ("avant", "afin")
_OTHER: Final = frozenset("dément démentent promet promettent".split())


def read_verbs(annotation: Annotation) -> Annotation:
    """Return the annotation with such words as verbs, with their subjects and objects."""
    if annotation.document.language != "fr":
        return annotation
    made = []
    for sentence in annotation.sentences:
        better = mended(sentence, {**common(sentence), **_ordinals(sentence), **_gone(sentence), **in_court(sentence)})
        better = mended(better, before_days(better))
        opening = {**doers(better), **_unknown(better), **_stating(better), **_resulting(better), **_doing(better)}
        better = mended(better, opening)
        better = mended(better, {**entitled(better), **makers(better), **former(better)})
        better = mended(better, {**_made_into(better), **_before_doing(better)})
        for token in better.tokens:
            if _verbal(token):
                better = _read(better, better.tokens[token.index])
            elif _nominal(annotation, better, better.tokens[token.index]):
                better = _read_noun(better, better.tokens[token.index])
        made.append(better)
    return replace(annotation, sentences=tuple(made))


def _ordinals(sentence: Sentence) -> dict[int, Token]:
    """Return « président » of « le 45 e président » above its number, which the parser takes for the noun."""
    moved: dict[int, Token] = {}
    for number, end, noun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if not number.text.isdigit() or end.lower not in _ORDINAL or noun.pos != "NOUN":
            continue
        if noun.head != number.index and number.head not in (noun.index, noun.head):
            continue
        if number.head != noun.index:  # the number stands where the noun belongs
            top = noun.index if number.head == number.index else number.head
            moved[noun.index] = replace(noun, head=top, dep=number.dep)
        moved[number.index] = replace(number, head=noun.index, dep="amod", pos="ADJ")
        for child in sentence.children(number, "det", "case", "cop", "nsubj"):
            moved[child.index] = replace(child, head=noun.index)
    return moved


def _before_doing(sentence: Sentence) -> dict[int, Token]:
    """Return « licencier » of « avant de licencier Paul Martin » as the verb that it is, with its object."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_AHEAD):
        return moved
    for before, of, verb in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if before.lower not in _AHEAD or of.lower not in ("de", "d'") or verb.pos != "NOUN" or verb.name is not None:
            continue
        form = verb.lower.endswith(("er", "ir", "re")) and verb.lower in load_frames("fr").verbs
        if not form or any(sentence.children(verb, "det", "amod")):
            continue
        moved[verb.index] = replace(verb, pos="VERB", morph="VerbForm=Inf", dep="advcl")
        moved[of.index] = replace(of, head=verb.index, dep="mark")
        thing = next((t for t in sentence.children(verb, "appos", "nmod", "flat") if t.index > verb.index), None)
        if thing is not None and not any(sentence.children(thing, "case")):
            moved[thing.index] = replace(thing, dep="obj")
    return moved


def _gone(sentence: Sentence) -> dict[int, Token]:
    """Return « parti » of « est finalement parti pour la Suisse » as the verb: the noun would have an article."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_GONE):
        return moved
    for token in sentence.tokens:
        being = sentence.children(token, "cop", "aux:tense") if token.lower in _GONE and token.pos == "NOUN" else ()
        if not being or any(sentence.children(token, "det", "case")):
            continue
        moved[token.index] = replace(token, pos="VERB", morph="Tense=Past|VerbForm=Part")
        moved |= {t.index: replace(t, dep="aux:tense") for t in being}
    return moved


def _resulting(sentence: Sentence) -> dict[int, Token]:
    """Return « , blessant dix personnes » as what the verb before it results in, with its object."""
    moved: dict[int, Token] = {}
    for comma, word in pairwise(sentence.tokens):
        if comma.text != "," or word.lower not in RESULTING or word.pos == "VERB":
            continue
        above = next((t for t in reversed(sentence.tokens[: comma.index]) if t.pos == "VERB"), None)
        thing = next((t for t in sentence.tokens[word.index + 1 : word.index + 6] if t.pos == "NOUN"), None)
        if above is None or thing is None or any(t is above for t in sentence.subtree(word)):
            continue
        moved[word.index] = replace(word, head=above.index, dep="advcl", pos="VERB", morph="Tense=Pres|VerbForm=Part")
        moved[thing.index] = replace(thing, head=word.index, dep="obj")
    return moved


def _doing(sentence: Sentence) -> dict[int, Token]:
    """Return « Dirigeant » of « Dirigeant la société Novatel depuis 2010, Anne Dubois a … » as a participle.

    No noun takes another noun with an article and without a preposition.
    """
    if len(sentence.tokens) < 4:
        return {}
    word, article = sentence.tokens[:2]
    thing = sentence.head(article)
    free = thing is not None and thing.pos in ("NOUN", "PROPN") and not any(sentence.children(thing, "case"))
    if word.pos != "NOUN" or not word.lower.endswith("ant") or article.pos != "DET" or not free or thing is None:
        return {}
    verb = next((t for t in sentence.tokens[thing.index :] if t.pos == "VERB" and "VerbForm=Part" not in t.morph), None)
    verb = verb or next((t for t in sentence.tokens[thing.index :] if any(sentence.children(t, "aux:tense"))), None)
    if thing.head != word.index or verb is None:
        return {}
    return {
        word.index: replace(word, head=verb.index, dep="advcl", pos="VERB", morph="Tense=Pres|VerbForm=Part"),
        thing.index: replace(thing, dep="obj"),
    }


def _unknown(sentence: Sentence) -> dict[int, Token]:
    """Return the futures that the parser does not know as such: « soutiendra », « rejoindra », « rencontreront ».

    No participle ends so, no past tense in « -eront »; of words without a part of speech only those that the frames
    have as verbs.
    """
    frames = load_frames("fr")
    return {
        token.index: replace(token, pos="VERB", morph="Mood=Ind|Tense=Fut|VerbForm=Fin")
        for token in sentence.tokens
        if token.lower.endswith(("ra", "ront"))
        and (
            (token.pos == "X" and token.lower in frames.verbs)
            or (token.pos == "VERB" and (is_participle(token) or _past_ahead(token)))
        )
    }


def _past_ahead(token: Token) -> bool:
    """Tell « rencontreront », which the tagger takes for a past tense."""
    return token.lower.endswith(("eront", "iront")) and "Tense=Fut" not in token.morph


def _stating(sentence: Sentence) -> dict[int, Token]:
    """Return « fait » of « Le bilan fait également état de 84 blessés » as the verb that it is."""
    moved: dict[int, Token] = {}
    if "état" not in sentence.words:
        return moved
    for token in sentence.tokens:
        if token.lower not in ("fait", "font") or token.pos != "NOUN":
            continue
        state = next((c for c in sentence.children(token, "xcomp", "obj", "nmod", "dep") if c.lower == "état"), None)
        if state is not None and any(sentence.children(token, "nsubj")):
            moved[token.index] = _verb(token)
            moved[state.index] = replace(state, dep="obj")
    return moved


def _made_into(sentence: Sentence) -> dict[int, Token]:
    """Return « a été sacrée meilleure actrice » with the participle on top, where the noun governs it."""
    for verb in sentence.tokens:
        noun = sentence.head(verb) if _said_of(verb) else None
        if noun is None or noun.index < verb.index:
            continue
        auxiliary = next((t for t in sentence.tokens[max(0, verb.index - 2) : verb.index] if t.dep == "cop"), None)
        if auxiliary is None:
            continue
        if auxiliary.head != noun.index or noun.pos != "NOUN" or verb.lower not in load_frames("fr").verbs:
            continue
        head = verb.index if noun.head == noun.index else noun.head
        moved = {c.index: replace(c, head=verb.index) for c in sentence.children(noun) if c.index < verb.index}
        for child in [c for c in moved.values() if c.dep in ("nsubj", "cop")]:
            moved[child.index] = replace(child, dep="nsubj:pass" if child.dep == "nsubj" else "aux:pass")
        return {
            **moved,
            verb.index: replace(verb, head=head, dep=noun.dep, pos="VERB"),
            noun.index: replace(noun, head=verb.index, dep="xcomp"),
        }
    return {}


def _said_of(verb: Token) -> bool:
    """Tell a participle that the parser hangs from the noun behind it: « a été sacré champion »."""
    return (verb.pos == "VERB" and verb.dep == "amod") or (verb.pos in ("VERB", "ADJ") and verb.dep == "det")


def _verbal(token: Token) -> bool:
    """Tell whether a word tagged otherwise has the form of a present of a verb that the frames know."""
    if token.pos not in ("ADJ", "NOUN", "ADV", "VERB") or token.name is not None or token.quote is not None:
        return False
    if token.pos == "VERB" and not token.dep.startswith(("amod", "acl")):
        return False
    frames = load_frames("fr")
    known = token.lower in frames.verbs or token.lower in frames.clause_verbs["saying"]
    return known and (token.lower.endswith("e") or token.lower in _OTHER) and "Tense=Past" not in token.morph


def _read(sentence: Sentence, token: Token) -> Sentence:
    if token.index == 0 or any(sentence.children(token, "det", "case", "cop", "aux")):
        return sentence
    before = sentence.tokens[token.index - 1]
    head = sentence.head(token)
    if before.pos == "CCONJ" and token.dep == "conj" and head is not None:
        return _joined(sentence, token, head)
    if token.pos != "VERB" and _takes_both(sentence, token):
        return mended(sentence, {token.index: _verb(token)})
    subject, thing = _subject(sentence, token), _object(sentence, token)
    ends = token.lower in _OTHER and next_word(sentence, token)[-4:] in (".", "", "ment")
    says = before.text == "," and next_word(sentence, token) in ("que", "qu'", "qu’")  # « X, juge que »
    bare = thing is None and not (ends or says) and not _sits(sentence, token)
    main = before.text == "," and _of_top(sentence, token)
    if subject is None or bare or (token.pos == "NOUN" and before.name is None and not (says or main)):
        return sentence
    beside = sentence.head(subject) if says and subject.dep == "appos" else None
    better = _hang(sentence, token, subject if beside is None else beside, thing)
    clause = [c for c in better.children(token, "acl") if says and c.index > token.index]
    better = mended(better, {c.index: replace(c, dep="ccomp") for c in clause[:1]})
    second = [c for c in better.children(subject, "conj") if main and c.pos == "VERB" and c.index > token.index]
    return mended(better, {c.index: replace(c, head=token.index) for c in second})


def _takes_both(sentence: Sentence, token: Token) -> bool:
    """Tell « L'armée annonce, par un communiqué, avoir pris … », « récuse pour sa part toute volonté »: no adjective.

    Subject and object stand where a verb has them.
    """
    things = sentence.children(token, "xcomp", *(("obj",) if token.pos == "ADJ" else ()))
    return any(sentence.children(token, "nsubj")) and any(t.index > token.index for t in things)


def _sits(sentence: Sentence, token: Token) -> bool:
    """Tell « Dubois siège au Parlement »: a verb that frames ask to stand with the preposition that follows."""
    after = CONTRACTED.get(next_word(sentence, token), next_word(sentence, token))
    triggers = load_frames("fr").verbs.get(token.lower, ())
    asked = {f for t in triggers if not t.rest for _, functions in t.roles for f in functions}
    return sentence.tokens[token.index - 1].name is not None and after in asked and "obj" not in asked


def _nominal(annotation: Annotation, sentence: Sentence, token: Token) -> bool:
    """Tell a noun read as a verb between a person's name and « de »: « Jean Dubois, leader de la CGT, appelle … »."""
    if token.pos != "VERB" or token.index < 2 or token.lower in load_frames("fr").verbs:
        return False
    name, comma = sentence.tokens[token.index - 2 : token.index]
    followed = CONTRACTED.get(next_word(sentence, token), next_word(sentence, token)) == "de"
    return comma.text == "," and is_person(annotation, name) and followed and calls_person(token.lower, "fr")


def _read_noun(sentence: Sentence, token: Token) -> Sentence:
    """Return the sentence with the noun beside the name, and the next verb in the noun's place."""
    name = sentence.tokens[token.index - 2]
    verb = next((c for c in sentence.children(token, "parataxis", "conj", "ccomp", "dep") if c.pos == "VERB"), None)
    root = token.head == token.index
    if name.head != token.index or verb is None or verb.index < token.index:
        return sentence
    top = verb.index if root else token.head
    moved = {
        token.index: replace(token, head=name.index, dep="appos", pos="NOUN", morph=""),
        name.index: replace(name, head=verb.index, dep="nsubj"),
        verb.index: replace(verb, head=top, dep=token.dep),
    }
    for child in sentence.children(token):
        if child.index > verb.index and child.index not in moved:
            moved[child.index] = replace(child, head=verb.index)
    return mended(sentence, moved)


def _joined(sentence: Sentence, token: Token, head: Token) -> Sentence:
    """Return « a rejeté le projet et menace de fermer » with the second verb joined to the first."""
    after = sentence.tokens[token.index + 2 : token.index + 5]
    infinitives = [t for t in after if "VerbForm=Inf" in t.morph][:1]
    above: Token | None = head
    while above is not None and above.pos != "VERB":
        above = sentence.head(above)
    if above is None or not infinitives or next_word(sentence, token) not in ("de", "d'", "d’"):
        return sentence
    content = replace(infinitives[0], head=token.index, dep="xcomp")
    return mended(sentence, {token.index: _verb(replace(token, head=above.index)), content.index: content})


def _verb(token: Token) -> Token:
    return replace(token, pos="VERB", morph=_FINITE)


def _subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the name, pronoun or measured noun that stands right before the word, at most a comma between."""
    before = sentence.tokens[token.index - 1]
    if before.text == "," and _of_top(sentence, token):
        return sentence.head(token)
    if before.text == "," and token.index > 1 and sentence.tokens[token.index - 2].name is not None:
        return sentence.tokens[token.index - 2]
    if before.text == "," and token.lower in _OTHER:
        return _before_aside(sentence, before)
    if before.name is not None:
        return _whole_phrase(sentence, before)
    if before.lower in ("on", "il", "elle"):
        return before
    if before.pos != "NUM":
        return None
    head = sentence.head(token)
    return head if head is not None and head.pos == "NOUN" and head.index < token.index else None


def _of_top(sentence: Sentence, token: Token) -> bool:
    """Tell « conteste » of « L'élue, âgée de 57 ans, conteste les faits »: no noun is a clause of the top noun."""
    top = sentence.head(token) if token.pos == "NOUN" and token.dep == "acl" else None
    return top is not None and top.head == top.index and top.pos in ("NOUN", "PROPN") and top.index < token.index


def _before_aside(sentence: Sentence, closing: Token) -> Token | None:
    """Return who stands before « , visé par une enquête, dément les faits »: the first phrase of the sentence."""
    opening = next((t.index for t in sentence.tokens[1 : closing.index] if t.text == ","), 0)
    first = sentence.tokens[opening - 1] if opening else None
    if first is None or any(t.pos in ("VERB", "AUX") for t in sentence.tokens[:opening]):
        return None
    return _whole_phrase(sentence, first) if first.name is not None or first.pos == "NOUN" else None


def _whole_phrase(sentence: Sentence, name: Token) -> Token:
    """Return « le président » of « le président de Novatel dément », the name where nothing governs it."""
    at: Token | None = name
    while at is not None and any(sentence.children(at, "case")):
        above = sentence.head(at)
        at = above if above is not None and above.index < at.index and above.pos in ("NOUN", "PROPN") else None
    return at if at is not None else name


def _object(sentence: Sentence, token: Token) -> Token | None:
    """Return the noun with an article, or the name, that follows the word, at most an adverb between."""
    after = [t for t in sentence.tokens[token.index + 1 : token.index + 5] if t.pos != "ADV"]
    if not after or (after[0].name is None and after[0].lower not in _ARTICLES):
        return None
    return next((t for t in after if t.name is not None or t.pos == "NOUN"), None)


def _hang(sentence: Sentence, token: Token, subject: Token, thing: Token | None) -> Sentence:
    """Return the sentence with the word above its subject and object, in the place of what stood above them."""
    top = subject
    while (above := sentence.head(top)) is not None and above.index < token.index and above.pos not in ("VERB", "AUX"):
        top = above
    above = sentence.head(top)
    root = above is None or above.index == token.index
    if above is not None and not root and any(t is above for t in sentence.subtree(token)):
        return sentence
    verb = _verb(replace(token, head=token.index if root or above is None else above.index, dep=top.dep))
    if root:
        verb = replace(verb, dep="ROOT")
    moved = {token.index: verb}
    if thing is not None:
        moved[thing.index] = replace(thing, head=token.index, dep="obj")
    if top is not subject:
        moved[top.index] = replace(top, head=token.index, dep="dep")
    moved[subject.index] = replace(subject, head=token.index, dep="nsubj")
    return mended(sentence, moved)
