"""Tells main verbs from participles, and hangs a participle from the noun that it agrees with.

« l'attaque au couteau commise vendredi à Nice »: a feminine participle says nothing of a masculine noun.
"A man armed with a knife attacked two people": a sentence has a verb, and a past participle has no object.
"""

import re
from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import AVOIR
from kg.extract.trees.mend import mended
from kg.extract.trees.verbs.bare import bare_participles
from kg.extract.trees.verbs.dead import died
from kg.extract.trees.verbs.doers import doers
from kg.extract.trees.verbs.governors import gives_reason, of_several
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

_DRAWN_UP: Final = frozenset(
    """voté adopté promulgué abrogé approuvé signé ratifié publié rédigé paru déposé présenté rejeté censuré
    validé conclu""".split()
)
_PAPERS: Final = frozenset(
    """loi lois projet proposition texte décret directive ordonnance traité accord convention rapport étude livre
    article résolution amendement déclaration charte motion""".split()
)
_AGES: Final = ("an", "ans", "mois")
_ELAPSED: Final = frozenset("passés révolus écoulés consécutifs derniers prochains suivants précédents".split())
_ONE: Final = ("é", "i", "u")
_PLURAL: Final = ("és", "ées", "is", "ies", "us", "ues")
_EITHER: Final = ("clus", "mis", "pris", "quis", "sis")  # « exclus », « remis »: one or several
_LOOSE: Final = ("nsubj", "vocative", "parataxis", "dislocated", "obl", "dep")
_WITHIN: Final = ("obj", "obl", "xcomp", "acl", "nmod", "iobj")
_DEEP: Final = 6  # words from a noun up to the one that a headline is about
_RELATIVE: Final = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles".split())


def put_agreeing(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles in their places."""
    if annotation.document.language != "fr":
        sentences = (mended(sentence, _past(sentence)) for sentence in annotation.sentences)
        return replace(annotation, sentences=tuple(sentences))
    made = []
    for sentence in annotation.sentences:
        better = mended(sentence, _main_verbs(sentence) or _headless(sentence))
        better = mended(better, _joined(better))
        better = mended(better, bare_participles(annotation, better))
        better = mended(better, {**_participles(better), **doers(better), **_relatives(better)})
        better = mended(better, _aged(better))
        better = mended(better, died(better))
        made.append(mended(better, _after_been(better)))
    return replace(annotation, sentences=tuple(made))


def _main_verbs(sentence: Sentence) -> dict[int, Token]:
    """Return « avait été condamné » as the main verb of « X, mis en examen par une juge, avait été condamné ».

    The parser puts the participle on top and the finite verb below the noun before its comma.
    """
    top = next((t for t in sentence.tokens if t.head == t.index), None)
    if (
        top is None
        or top.pos != "VERB"
        or "VerbForm=Part" not in top.morph
        or any(sentence.children(top, "aux", "cop"))
    ):
        return {}
    before = [
        t for t in sentence.children(top, *_LOOSE) if t.index < top.index and not any(sentence.children(t, "case"))
    ]
    verb = next((t for t in sentence.tokens[top.index + 1 :] if _finite_aside(sentence, t)), None)
    if not before or verb is None or sentence.tokens[top.index - 1].text != ",":
        return {}
    return {
        verb.index: replace(verb, head=verb.index, dep="ROOT"),
        before[0].index: replace(before[0], head=verb.index, dep="nsubj"),
        top.index: replace(top, head=before[0].index, dep="acl"),
    }


def _headless(sentence: Sentence) -> dict[int, Token]:
    """Return « un train avait aussi déraillé » as a clause: the parser put the noun on top, the verb below it."""
    noun = next((t for t in sentence.tokens if t.head == t.index), None)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or any(sentence.children(noun, "cop", "nsubj", "case")):
        return {}
    verb = next(
        (t for t in sentence.children(noun, "acl") if t.index > noun.index and _has_auxiliary(sentence, t)), None
    )
    if verb is None or any(c.lower in _RELATIVE or c.dep.startswith("nsubj") for c in sentence.children(verb)):
        return {}
    before = {t.index: replace(t, head=verb.index) for t in sentence.children(noun, "obl") if t.index < noun.index}
    top = replace(verb, head=verb.index, dep="ROOT")
    return {**before, verb.index: top, noun.index: replace(noun, head=verb.index, dep="nsubj")}


def _has_auxiliary(sentence: Sentence, verb: Token) -> bool:
    return any("VerbForm=Fin" in child.morph for child in sentence.children(verb, "aux"))


def _finite_aside(sentence: Sentence, verb: Token) -> bool:
    """Tell a finite verb that the parser made a participle of a noun: it has an auxiliary and no relative pronoun."""
    auxiliary = next((c for c in sentence.children(verb, "aux") if "VerbForm=Fin" in c.morph), None)
    if (
        verb.dep not in ("acl", "advcl")
        or any(sentence.children(verb, "mark", "nsubj"))
        or auxiliary is None
        or sentence.tokens[auxiliary.index - 1].text != ","
    ):
        return False
    return not any(c.lower in _RELATIVE for c in sentence.children(verb))


def _past(sentence: Sentence) -> dict[int, Token]:
    """Return the English past that the parser made a participle of the noun on top, as the verb of the sentence."""
    noun = next((t for t in sentence.tokens if t.head == t.index), None)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or any("VerbForm=Fin" in t.morph for t in sentence.tokens):
        return {}
    described = next((t for t in sentence.children(noun, "amod") if any(sentence.children(t, "nsubj"))), None)
    if described is not None and "Tense=Past" in described.morph:  # "The council earlier banned bikes"
        finite = replace(described, head=described.index, dep="ROOT", morph="Mood=Ind|Tense=Past|VerbForm=Fin")
        return {described.index: finite, noun.index: replace(noun, head=described.index, dep="obj")}
    below = [t for t in sentence.subtree(noun) if t.dep == "acl" and "Tense=Past" in t.morph]
    verb = next((t for t in below if t.index > noun.index and any(sentence.children(t, "obj"))), None)
    if verb is None or sentence.tokens[verb.index - 1].text == "," or any(sentence.children(verb, "nsubj", "aux")):
        return {}
    finite = replace(verb, head=verb.index, dep="ROOT", morph="Mood=Ind|Tense=Past|VerbForm=Fin")
    return {verb.index: finite, noun.index: replace(noun, head=verb.index, dep="nsubj")}


def _participles(sentence: Sentence) -> dict[int, Token]:
    """Return the participles that disagree with the noun they hang from, hung from the one that they agree with.

    That is the noun above it, or the last one before the participle: « membre de X, une coalition soutenue par Y ».
    """
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        noun = sentence.head(verb) if verb.dep == "acl" else None
        if noun is None or "VerbForm=Part" not in verb.morph:
            continue
        behind = sentence.tokens[verb.index - 1].text == ","
        if behind and (of_several(sentence, noun, verb) or gives_reason(sentence, noun, verb)):
            moved |= _of_clause(sentence, noun, verb)
        state = any(sentence.children(noun, "cop")) and any(sentence.children(noun, "case"))
        if state and sentence.tokens[verb.index - 1].text == ",":
            moved[verb.index] = replace(verb, dep="advcl")  # « sont en garde à vue, entendus par X »
        if verb.index in moved or any(sentence.children(verb, "aux:tense")):
            continue  # « une attaque ayant entraîné la mort de X »: such a participle agrees with nothing
        above = _paper(sentence, noun, verb) or _of_both(sentence, noun, verb) or _agreeing(sentence, noun, verb)
        if above is not None:
            moved[verb.index] = replace(verb, head=above.index)
    return moved


def _paper(sentence: Sentence, topic: Token, verb: Token) -> Token | None:
    """Return the law of « la loi sur la santé votée en 2010 »: nobody votes health."""
    joints = {c.lower for c in sentence.children(topic, "case")}
    above = sentence.head(topic) if topic.dep.startswith("nmod") and joints & {"sur", "relatif", "concernant"} else None
    done = re.sub(r"e?s?$", "", verb.lower) in _DRAWN_UP
    return above if above is not None and done and above.lower in _PAPERS and _agree(verb, above) else None


def _of_both(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """Return the first of « Paul Martin et son frère accusés de fraude », as the plural is of both."""
    several = verb.lower.endswith(_PLURAL) and not verb.lower.endswith(_EITHER)
    if noun.dep != "conj" or noun.name is not None or noun.plural or not several:
        return None
    above = sentence.head(noun)
    return above if above is not None and above.index < noun.index else None


def _agreeing(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """Return the noun that a participle agrees with where its own does not: the one above, or the last one before."""
    if _agree(verb, noun):
        return None
    whole = _headline(sentence, noun, verb)
    if whole is not None:
        return whole
    above = sentence.head(noun)
    nominal = above is not None and (above.pos == "NOUN" or above.index == 0)  # « Ententes de coopération signées »
    apart = nominal and above is not None and above.index < noun.index < verb.index
    if noun.dep != "nmod" or above is None or not apart:
        return _last_noun(sentence, noun, verb)
    if _agree(verb, above):
        return above
    further = sentence.head(above) if above.dep == "nmod" else None  # « les retouches à la loi sur l'école adoptées »
    fits = further is not None and further.pos == "NOUN" and further.index < above.index and _agree(verb, further)
    return further if fits else _last_noun(sentence, noun, verb)


def _headline(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """Return the man of the headline « Un homme qui menaçait des policiers interpellé »: they are several."""
    at: Token | None = noun
    relative = False
    for _ in range(_DEEP):
        if at is None or at.head == at.index or not at.dep.startswith(_WITHIN):
            break
        relative = relative or at.dep.startswith("acl")
        at = sentence.head(at)
    top = at is not None and at.head == at.index and at.pos == "NOUN" and at.name is None and at.index < noun.index
    bare = top and at is not None and not any(sentence.children(at, "cop", "case", "nsubj"))
    return at if relative and bare and at is not None and _agree(verb, at) else None


def _relatives(sentence: Sentence) -> dict[int, Token]:
    """Return « une version du décret qui a été suspendu » as said of the decree: the participle shows which it is."""
    moved: dict[int, Token] = {}
    if "qui" not in sentence.words:
        return moved
    for which in sentence.tokens[2:]:
        verb = sentence.head(which) if which.lower == "qui" and which.dep.startswith("nsubj") else None
        noun = sentence.head(verb) if verb is not None and verb.dep == "acl:relcl" else None
        near = sentence.tokens[which.index - 1]
        if verb is None or noun is None or noun.index >= near.index or not any(sentence.children(verb, "aux:pass")):
            continue
        below = near.pos in ("NOUN", "PROPN") and near.dep != "conj" and near in sentence.subtree(noun)
        if below and not _agree(verb, noun) and _agree(verb, near) and near.index != noun.index:
            moved[verb.index] = replace(verb, head=near.index)
    return moved


def _of_clause(sentence: Sentence, name: Token, verb: Token) -> dict[int, Token]:
    """Return a participle as said by the clause above a name: « trois hommes ont été vus à Paris, soupçonnés de … »."""
    above = sentence.head(name)
    while above is not None and above.pos != "VERB":
        above = sentence.head(above)
    found = above is not None and above.index < name.index
    return {verb.index: replace(verb, head=above.index, dep="advcl")} if above is not None and found else {}


def _last_noun(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """Return the noun right before a participle, with its adjectives, where that is not the one it hangs from.

    A name there has no gender of its own: « le mari d'Anne Dubois retrouvée morte », « la veuve de X, mort en 1950 ».
    """
    end = verb.index - (sentence.tokens[verb.index - 1].text == ",")
    for token in reversed(sentence.tokens[noun.index + 1 : end]):
        if token.name is not None and token.index == end - 1 and token.head == noun.index:
            return token if _feature(noun, "Gender") else None
        if token.pos == "NOUN":
            return token if _agree(verb, token) and _feature(noun, "Gender") else None
        if token.pos not in ("ADJ", "ADV"):
            return None
    return None


def _joined(sentence: Sentence) -> dict[int, Token]:
    """Return « et blessé X » of « Dubois a tué deux hommes et blessé X » beside the verb, X as its object."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[1:]:
        joint = sentence.tokens[second.index - 1]
        if joint.lower != "et" or joint.head != second.index or "VerbForm=Part" not in second.morph:
            continue
        first = _first_verb(sentence, second)
        if first is None or any(sentence.children(second, "aux", "nsubj")):
            continue
        if second.head != first.index:
            moved[second.index] = replace(second, head=first.index, dep="conj")
        after = None if any(sentence.children(second, "obj")) else _right_after(sentence, second)
        if after is not None and after.head in (first.index, second.head):
            moved[after.index] = replace(after, head=second.index, dep="obj")
    return moved


def _first_verb(sentence: Sentence, second: Token) -> Token | None:
    """Return « a tué » above a participle: above its object, or above a participle of that which has no object."""
    above = sentence.head(second)
    if above is not None and above.dep == "acl" and any(sentence.children(second, "obj")):
        above = sentence.head(above)  # « a libéré le village pris par X et bombardé Y »
    if above is not None and above.dep == "obj" and second.dep in ("acl", "conj"):
        above = sentence.head(above)
    joined = above is not None and above.index < second.index and _perfect(sentence, above)
    return above if joined else None


def _right_after(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun phrase that begins right after a verb, without a preposition."""
    for token in sentence.tokens[verb.index + 1 : verb.index + 5]:
        if token.pos in ("NOUN", "PROPN") or token.name is not None:
            bound = any(sentence.children(token, "case", "cc")) or token.dep.startswith("nsubj")
            return None if bound or fold(token.lower) in lexicon()["calendar"] else token
        if token.pos not in ("DET", "ADJ", "NUM", "ADV"):
            return None
    return None


def _perfect(sentence: Sentence, verb: Token) -> bool:
    """Tell « a tué », « avait tué »: whose participle another can follow without « a »."""
    return any(child.lower in AVOIR for child in sentence.children(verb, "aux"))


def _aged(sentence: Sentence) -> dict[int, Token]:
    """Return « originaire » of « un homme de 27 ans originaire de Lyon » hung from the man, not from his age."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_AGES):
        return moved
    for word in sentence.tokens:
        age = sentence.head(word)
        who = sentence.head(age) if age is not None and age.lower in _AGES and age.dep == "nmod" else None
        if age is None or who is None or who.pos not in ("NOUN", "PROPN") or who.index > age.index:
            continue
        if word.dep in ("acl", "amod", "acl:relcl") and word.lower not in _ELAPSED:
            moved[word.index] = replace(word, head=who.index)
        between = [t for t in sentence.tokens[age.index + 1 : word.index] if t.pos in ("ADJ", "VERB")]
        between = [t for t in between if t.head != word.index]  # « au fil des ans de grands noms »
        if between and any(sentence.children(word, "case")):
            moved[word.index] = replace(word, head=between[-1].index, dep="obl:arg")
    return moved


def _agree(verb: Token, noun: Token) -> bool:
    """Tell whether a participle, by its ending (taggers guess), can be of a noun's gender and number.

    Only the feminine shows both; a masculine one in -s may be either, one in -é is no plural.
    """
    feminine = verb.lower.endswith(("e", "es"))
    gender, number = _feature(noun, "Gender"), _feature(noun, "Number")
    if gender and (gender == "Fem") is not feminine:
        return False
    if not feminine:
        return number != "Plur" or not verb.lower.endswith(_ONE)
    return not number or (number == "Plur") is verb.lower.endswith("s")


def _feature(token: Token, name: str) -> str:
    return next((part.partition("=")[2] for part in token.morph.split("|") if part.startswith(f"{name}=")), "")


def _after_been(sentence: Sentence) -> dict[int, Token]:
    """Return « tués » of « ont été tous les trois tués » as a participle: the parser takes it for a noun.

    « été » of « a été de nouveau expulsée », which it takes for a copula, is the auxiliary of a passive.
    """
    moved: dict[int, Token] = {}
    for been in sentence.tokens:
        token = sentence.head(been) if been.lower == "été" and been.dep in ("cop", "aux:pass") else None
        if token is None or token.name is not None:
            continue
        between = sentence.tokens[been.index + 1 : token.index]
        all_ = [t for t in between if t.lower in ("tous", "toutes")]
        noun = token.pos == "NOUN" and token.lower in load_frames("fr").verbs
        if token.pos == "VERB":
            moved[been.index] = replace(been, dep="aux:pass")
        elif noun and _undergone(sentence, token, all_):
            moved[token.index] = replace(token, pos="VERB", morph="Tense=Past|VerbForm=Part")
            moved[been.index] = replace(been, dep="aux:pass")
            inner = (t for t in between if t.dep in ("det", "nummod"))
            moved |= {t.index: replace(t, head=all_[0].index, dep="dep") for t in inner if all_}
    return moved


def _undergone(sentence: Sentence, noun: Token, all_: list[Token]) -> bool:
    """Tell « ont été tous tués », « a été de nouveau battue par X » from « a été victime de X »."""
    return any(sentence.children(noun, "nsubj")) and (bool(all_) or any(sentence.children(noun, "obl:agent")))
