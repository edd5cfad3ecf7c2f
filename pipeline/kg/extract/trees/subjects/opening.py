"""Puts the main verb of a sentence on top and its subject below it, where the parser took another word for it.

« Mis en examen en mars par une juge, Dubois a quitté … » · « Trois éditeurs, dont X, l'ont assignée » ·
« Cinq personnes ont tout de même été blessées » · « a porté plainte contre lui le 2 mai »
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import speaks
from kg.extract.frames.load import load_frames
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT
from kg.extract.grammar.prepositions import ACCORDING_FR, preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.mend import mend_each
from kg.extract.trees.subjects.fronting import behind_apposed, behind_circumstances, clitic, finite
from kg.model.annotation import Annotation, Sentence, Token

_OPENING: Final = ("ADV", "ADP", "PUNCT", "SCONJ", "AUX")
_LOOSE: Final = ("obl", "parataxis", "dep", "nmod", "dislocated", "advcl")
_ASIDE: Final = ("advcl", "conj", "parataxis")
_OTHERS: Final = ("autre", "autres", "troisième", "quatrième", "cinquième")
_ROUND: Final = frozenset("dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine centaine".split())
_DONE: Final = ("és", "ées")
_ELIDED: Final = ("que", "qu'", "qu’", "qui", "si", "dont", "où")


def put_openings(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs, subjects and complements in their places."""
    return mend_each(
        annotation, *(_STEPS if annotation.document.language == "fr" else (behind_circumstances, behind_apposed))
    )


def _auxiliaries(sentence: Sentence) -> dict[int, Token]:
    """Return the subjects that hang from an auxiliary, hung from its verb."""
    moved: dict[int, Token] = {}
    for auxiliary in sentence.tokens:
        if auxiliary.dep.startswith("aux"):
            for child in sentence.children(auxiliary, "nsubj", "obl", "obj"):
                moved[child.index] = replace(child, head=auxiliary.head)
        if auxiliary.dep == "cop" and any(sentence.children(auxiliary, "nsubj")):
            predicate = sentence.tokens[auxiliary.head]  # « que la ville sera en 2019 le lieu »
            for child in sentence.children(auxiliary, "nsubj", "obl", "mark"):
                moved[child.index] = replace(child, head=predicate.index)
            if any(sentence.children(auxiliary, "mark")) and predicate.dep.startswith("obl"):
                moved[predicate.index] = replace(predicate, dep="ccomp")
    return moved


def _participles(sentence: Sentence) -> dict[int, Token]:
    """Return the main verb after an opening participle as the root: the parser made the participle the root."""
    for first in sentence.tokens:
        if first.head == first.index and first.pos == "VERB" and _opens(sentence, first):
            main = next(_main_verbs(sentence, first), None)
            if main is not None:
                return {
                    main.index: replace(main, head=main.index, dep="ROOT"),
                    first.index: replace(first, head=main.index, dep="advcl"),
                }
    return {}


def _opens(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a participle without a finite auxiliary or subject of its own opens the sentence."""
    before = sentence.tokens[: verb.index]
    finite = any("VerbForm=Fin" in t.morph for t in before)
    bare = not any(sentence.children(verb, "nsubj")) or any(t.lower in ("ayant", "étant") for t in before)
    return "VerbForm=Part" in verb.morph and not finite and bare and all(t.pos in _OPENING for t in before)


def _main_verbs(sentence: Sentence, first: Token) -> Iterator[Token]:
    """Yield the finite verbs that stand with their subject behind the comma after the participle."""
    comma = next((t.index for t in sentence.tokens[first.index :] if t.text == ","), len(sentence.tokens))
    for verb in sentence.tokens[comma + 1 :]:
        words = (verb, *sentence.children(verb, "aux", "cop"))
        subjects = [t for t in sentence.children(verb, "nsubj") if t.lower not in {*RELATIVE_SUBJECT, *_ELIDED}]
        joined = any(t.lower in _ELIDED for t in sentence.children(verb, "mark", "nsubj", "obj"))
        if subjects and comma < subjects[0].index < verb.index and not joined and finite(words):
            yield verb


def _doers(sentence: Sentence) -> dict[int, Token]:
    """Return the nouns for people or bodies that stand before a finite verb without a subject, as its subject."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.dep.startswith(("acl", "aux", "xcomp", "conj", "amod")):
            continue
        if any(not clitic(t) for t in sentence.children(verb, "nsubj", "csubj", "expl:subj")) or not finite(
            (verb, *sentence.children(verb, "aux"))
        ):
            continue
        before = [t for t in sentence.children(verb, *_LOOSE) if t.index < verb.index and _doer(sentence, t)]
        if before:
            moved[before[-1].index] = replace(before[-1], dep="nsubj")
    return moved


def _doer(sentence: Sentence, noun: Token) -> bool:
    """Tell a noun with an article or number and no preposition that names people or a body."""
    determined = any(sentence.children(noun, "det", "nummod"))
    plain = noun.pos == "NOUN" and noun.quote is None and not any(sentence.children(noun, "case", "mark", "cop"))
    return determined and plain and speaks(noun, "fr")


def _of_infinitives(sentence: Sentence) -> dict[int, Token]:
    """Return « un vol » of « un homme accusé de commettre un vol a été arrêté » as the infinitive's object.

    What stands right behind an infinitive, with no comma between, is no subject of the verb that follows.
    """
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[3:]:
        verb = sentence.head(noun)
        if not noun.dep.startswith("nsubj") or noun.pos != "NOUN" or verb is None or verb.index < noun.index:
            continue
        first = min((t.index for t in sentence.children(noun, "det", "nummod", "amod")), default=noun.index)
        before = sentence.tokens[min(first, noun.index) - 1]
        bare = "VerbForm=Inf" in before.morph and not any(sentence.children(before, "obj", "expl", "nsubj"))
        if before.pos == "VERB" and bare and before.dep != "csubj":
            moved[noun.index] = replace(noun, head=before.index, dep="obj")
    return moved


def _fronted(sentence: Sentence) -> dict[int, Token]:
    """Return « À Nice » before the first verb as its adverbial: the parser sets it apart."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[1:6]:
        verb = sentence.head(noun)
        apart = noun.dep in ("parataxis", "dep", "dislocated") and noun.pos in ("NOUN", "PROPN") and noun.quote is None
        first = sentence.tokens[0]
        opens = first.dep == "case" and first.head == noun.index
        if apart and opens and verb is not None and verb.pos == "VERB":
            moved[noun.index] = replace(noun, dep="obl:mod")
    return moved


def _pronouns(sentence: Sentence) -> dict[int, Token]:
    """Return « contre lui » before a date, hung from the verb: « a porté plainte contre lui le 2 mai »."""
    moved: dict[int, Token] = {}
    for pronoun in sentence.tokens:
        aside = pronoun.pos == "PRON" and pronoun.dep == "dep" and any(sentence.children(pronoun, "case"))
        date = sentence.head(pronoun) if aside else None
        if date is not None and date.index > pronoun.index and date.pos in ("NUM", "NOUN"):
            moved[pronoun.index] = replace(pronoun, head=date.head, dep="obl:mod")
    return moved


def _counted(sentence: Sentence) -> dict[int, Token]:
    """Return « et 24 blessés » behind an object, hung from it: the parser joins it to the verb.

    So « fait état de 18 morts, dont 5 pompiers, et de 73 blessés », « 12 morts et une trentaine de blessés ».
    """
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        verb = sentence.head(noun) if noun.dep == "conj" and noun.pos == "NOUN" else None
        if verb is None or verb.pos != "VERB" or verb.index > noun.index or not _number(sentence, noun):
            continue
        if not any(sentence.children(noun, "cc")) or any(sentence.children(noun, "cop", "nsubj")):
            continue
        joint = preposition(sentence, noun)
        alike = (t for t in sentence.children(verb, "obl" if joint else "obj") if verb.index < t.index < noun.index)
        before = [t for t in alike if preposition(sentence, t) == joint and _number(sentence, t)]
        after = sentence.tokens[noun.index + 1 : noun.index + 4]
        if before and not any(t.pos in ("VERB", "AUX") for t in after):
            moved[noun.index] = replace(noun, head=before[-1].index)
    return moved


def _number(sentence: Sentence, noun: Token) -> bool:
    """Tell « 24 blessés », « une trentaine de blessés »."""
    return any(sentence.children(noun, "nummod")) or noun.lower in _ROUND


def _sources(sentence: Sentence) -> dict[int, Token]:
    """Return « une serveuse » of « Selon le patron, une serveuse a été tuée » as the subject: the source is none."""
    moved: dict[int, Token] = {}
    for source in sentence.tokens:
        verb = sentence.head(source)
        said = source.dep.startswith("nsubj") and preposition(sentence, source) in ACCORDING_FR
        if verb is None or not said or verb.index < source.index:
            continue
        moved[source.index] = replace(source, dep="obl:mod")
        after = [t for t in sentence.children(source) if source.index + 1 < t.index < verb.index and t.pos == "NOUN"]
        for noun in after[-1:]:
            own = sorted(sentence.children(noun, "det", "nummod", "amod"), key=lambda t: t.index)
            opened = bool(own) and sentence.tokens[min(own[0].index, noun.index) - 1].text == ","
            if opened and not any(sentence.children(noun, "case")):
                moved[noun.index] = replace(noun, head=verb.index, dep=source.dep)
    return moved


def _others(sentence: Sentence) -> dict[int, Token]:
    """Return « une autre » of « deux personnes ont été tuées et une autre blessée » as whom the participle is of."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_OTHERS):
        return moved
    for other in sentence.tokens[2:-1]:
        joint, article = sentence.tokens[other.index - 2], sentence.tokens[other.index - 1]
        if other.lower not in _OTHERS or joint.lower != "et" or article.pos not in ("DET", "NUM"):
            continue
        after = [t for t in sentence.tokens[other.index + 1 : other.index + 3] if t.pos != "ADV"]
        verb = after[0] if after and is_participle(after[0]) else None
        if verb is not None and verb.dep == "conj" and not any(sentence.children(verb, "nsubj", "aux")):
            moved[other.index] = replace(other, head=verb.index, dep="nsubj:pass", pos="PRON")
            moved[article.index] = replace(article, head=other.index, dep="det")
    return moved


def _figures(sentence: Sentence) -> dict[int, Token]:
    """Return « 40 » of « 35 personnes sont mortes et 40 blessées », « fait de 20 à 30 morts » as whom it befell."""
    moved: dict[int, Token] = {}
    for figure, after in zip(sentence.tokens[1:], sentence.tokens[2:], strict=False):
        verb = sentence.head(figure) if figure.pos == "NUM" else None
        if verb is None:
            continue
        joint = sentence.tokens[figure.index - 1]
        if joint.lower == "et" and figure.dep == "conj" and is_participle(verb) and _suffered(after, verb):
            moved[figure.index] = replace(figure, head=after.index, dep="nsubj:pass")
            passive = "Tense=Past|VerbForm=Part|Voice=Pass"
            moved[after.index] = replace(after, head=verb.index, dep="conj", pos="VERB", morph=passive)
        if joint.lower == "de" and after.lower == "à" and verb.dep.startswith("obl") and joint.head == verb.index:
            moved[verb.index] = replace(verb, dep="obj")
            moved[joint.index] = replace(joint, dep="det", head=figure.index)
    return moved


def _suffered(after: Token, verb: Token) -> bool:
    """Tell « blessées » after a figure that the parser hangs from the verb before it."""
    return after.head == verb.index and after.lower.endswith(("és", "ées")) and after.dep.startswith(("acl", "amod"))


def _after_comma(sentence: Sentence) -> dict[int, Token]:
    """Return « le porte-parole » of « Selon Dubois, le porte-parole de X, … », hung from a comma, beside the name."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        comma = sentence.head(noun) if noun.pos == "NOUN" else None
        named = sentence.head(comma) if comma is not None and comma.pos == "PUNCT" else None
        if named is not None and named.name is not None and named.index < noun.index:
            moved[noun.index] = replace(noun, head=named.index, dep="appos")
    return moved


def _ago(sentence: Sentence) -> dict[int, Token]:
    """Return « il y a un mois » behind a participle's clause, hung from it: « envoyé par l'ONU il y a un mois »."""
    moved: dict[int, Token] = {}
    if "il" not in sentence.words or "y" not in sentence.words:
        return moved
    for verb in sentence.tokens[4:]:
        words = [t.lower for t in sentence.tokens[verb.index - 2 : verb.index + 1]] if verb.dep in _ASIDE else []
        above = sentence.head(verb) if words == ["il", "y", "a"] else None
        if above is None or any(sentence.children(verb, "cc")):
            continue
        at: Token | None = sentence.tokens[verb.index - 3]
        while at is not None and at.index > above.index and not (at.dep == "acl" and is_participle(at)):
            at = sentence.head(at)
        if at is not None and at.index > above.index and at.text != ",":
            moved[verb.index] = replace(verb, head=at.index)
    return moved


def _others_counted(sentence: Sentence) -> dict[int, Token]:
    """Return « 64 autres » of « 22 personnes sont mortes et 64 autres blessées » as whom the participle is of.

    The parser takes the participle for a noun; « a fait 22 morts et 64 blessés » joins two nouns.
    """
    for verb in sentence.tokens:
        above = sentence.head(verb) if verb.dep == "conj" else None
        if above is None or above.pos != "VERB":
            continue
        number = sentence.child(verb, "nummod")
        if number is None or not any(t.lower == "et" for t in sentence.children(verb, "cc")):
            continue
        known = verb.pos in ("NOUN", "ADJ") and verb.lower.endswith(_DONE) and verb.lower in load_frames("fr").verbs
        if known and any(sentence.children(above, "nsubj")) and not any(sentence.children(above, "obj")):
            beside = {t.index: replace(t, head=number.index) for t in sentence.children(verb, "amod", "advmod")}
            where = (t for t in sentence.children(verb, "nmod") if any(sentence.children(t, "case")))
            beside |= {t.index: replace(t, dep="obl:mod") for t in where}
            who = replace(number, head=verb.index, dep="nsubj:pass")
            done = replace(verb, pos="VERB", morph="Tense=Past|VerbForm=Part")
            return {**beside, number.index: who, verb.index: done}
    return {}


def _joined_names(sentence: Sentence) -> dict[int, Token]:
    """Return « le prix B » of « a reçu le prix A en 2000, ainsi que le prix B » as joined to the other object."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        verb = sentence.head(name) if name.name is not None and name.dep == "conj" else None
        if verb is None or verb.pos != "VERB" or any(sentence.children(name, "case", "cop", "nsubj")):
            continue
        if not any(sentence.children(name, "cc")):
            continue
        objects = [t for t in sentence.children(verb, "obj") if verb.index < t.index < name.index]
        after = sentence.tokens[name.index + 1 : name.index + 4]
        if objects and objects[-1].name is not None and not any(t.pos in ("VERB", "AUX") for t in after):
            moved[name.index] = replace(name, head=objects[-1].index)
    return moved


_STEPS: Final[tuple[Callable[[Sentence], dict[int, Token]], ...]] = (
    _auxiliaries,
    _participles,
    _sources,
    _after_comma,
    _others,
    _others_counted,
    _figures,
    _of_infinitives,
    _doers,
    _fronted,
    behind_circumstances,
    _pronouns,
    _counted,
    _joined_names,
    _ago,
)
