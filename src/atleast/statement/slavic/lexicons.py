"""The words of a language, from `lexicon_data/ru|be|uk`, in the shapes in which the rules look them up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache

from atleast.statement.lexicon import Entry, load
from atleast.statement.slavic.forms import forms_of
from atleast.statement.slavic.inflection import ANY, Form, Kind
from atleast.statement.slavic.letters import look_up_form


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a form of a word may be, and the entry of the lexicon that says what the word means."""

    form: Form
    entry: Entry
    wanted: tuple[str, ...] = ()
    """The entry's `with`, as beginnings of phrases, each after a space."""
    unwanted: tuple[str, ...] = ()
    """The same for `without`."""

    def fits(self, around: str) -> bool:
        """Whether the words around, in one line, have what the entry asks for and nothing that it excludes."""
        if self.wanted and not any(phrase in around for phrase in self.wanted):
            return False
        return not any(phrase in around for phrase in self.unwanted)


@cache
def by_form(language: str, name: str) -> dict[str, tuple[Meaning, ...]]:
    """For each form of the words of a lexicon, what it may mean, in the order of the file.

    Words that end as an infinitive are inflected as verbs, others as nouns; `forms` adds what is irregular.
    """
    found: defaultdict[str, list[Meaning]] = defaultdict(list)
    verbs = "verb" in name or name == "cues"
    for entry in load(language, name):
        around = _cued(entry, "with", language), _cued(entry, "without", language)
        for word in entry.words:
            for text, form in dict.fromkeys(forms_of(word, language, verb=verbs)):
                if form.kind is Kind.PRESENT and form.lemma in options(entry, "perfective"):
                    form = replace(form, kind=Kind.FUTURE)
                elif form.kind is Kind.FUTURE and (form.lemma in options(entry, "imperfective") or name == "cues"):
                    form = replace(form, kind=Kind.PRESENT)
                found[text].append(Meaning(form, entry, *around))
        for text in options(entry, "forms"):
            found[look_up_form(text, language)].append(
                Meaning(_irregular(text, entry.words[0], verbs=verbs), entry, *around)
            )
    return {text: tuple(meanings) for text, meanings in found.items()}


_PLURAL_CASES = (
    (("амі", "ямі", "ьмі", "ами", "ями", "ьми"), "i"),
    (("ах", "ях"), "l"),
    (("ам", "ям"), "d"),
    (("ей", "іб", "аў", "яў", "оў", "ів", "ых", "іх", "их"), "ga"),
    (("дзі", "ди", "оби", "ці", "ти", "ні"), "n"),
)
_PASSIVE = ("ны", "ная", "на", "ныя", "но", "ний", "ный", "ті", "ты", "тыя", "тая")
_PLURAL_PRESENT = (
    "уць",
    "юць",
    "аць",
    "яць",
    "уть",
    "ють",
    "ять",
    "ать",
    "ут",
    "ют",
    "ат",
    "ят",
    "уцца",
    "юцца",
    "ються",
)


def _irregular(text: str, lemma: str, *, verbs: bool) -> Form:
    """A form that a lexicon writes out: its ending tells what it is."""
    if not verbs:
        cases = next((cases for endings, cases in _PLURAL_CASES if text.endswith(endings)), None)
        return Form(lemma, Kind.NOUN, "p" if cases else "", "", frozenset(cases) if cases else ANY)
    if text.endswith(_PASSIVE) and not text.endswith("ла"):
        gender = (
            "f" if text.endswith(("на", "ная", "тая")) else "m" if text.endswith(("ны", "ний", "ный", "ты")) else ""
        )
        plural = text.endswith(("ныя", "тыя", "ті"))
        return Form(
            lemma,
            Kind.PREDICATE if text.endswith("но") else Kind.PASSIVE,
            "p" if plural else "s",
            gender,
            frozenset("a" if text.endswith("но") else "n"),
        )
    if text.endswith(_PLURAL_PRESENT):
        return Form(lemma, Kind.PRESENT, "p", "", ANY, person="3")
    if text.endswith(("лі", "ли")):
        return Form(lemma, Kind.PAST, "p", "", ANY)
    if text.endswith(("а", "о")) and text[-2:-1] == "л":
        return Form(lemma, Kind.PAST, "s", "f" if text.endswith("а") else "n", ANY)
    if text.endswith(("е", "а", "ць", "ть", "є", "цца", "ться")):
        return Form(lemma, Kind.PRESENT, "s", "", ANY, person="3")
    return Form(lemma, Kind.PAST, "s", "m", ANY)


@cache
def phrases(language: str, name: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
    """Phrases as tuples of words, longest first; each is looked for word by word."""
    found = [
        (tuple(look_up_form(word, language).split()), entry) for entry in load(language, name) for word in entry.words
    ]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@cache
def phrase_starts(language: str, name: str) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """The phrases by their first word, longest first."""
    found: defaultdict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for words, entry in phrases(language, name):
        found[words[0]].append((words, entry))
    return {word: tuple(many) for word, many in found.items()}


@cache
def words(language: str, name: str, value: str | None = None) -> frozenset[str]:
    """The words of a lexicon, or those with one value, as they are looked up."""
    return frozenset(
        look_up_form(word, language)
        for entry in load(language, name)
        if value in (None, entry.value)
        for word in entry.words
    )


@cache
def stems(language: str, name: str, value: str | None = None) -> tuple[str, ...]:
    """The same for a lexicon of beginnings of words."""
    return tuple(sorted(words(language, name, value)))


def options(entry: Entry, key: str) -> tuple[str, ...]:
    """An extra of an entry that lists words: "под стражу | под арест"."""
    return tuple(word.strip() for word in entry.extra.get(key, "").split("|") if word.strip())


def _cued(entry: Entry, key: str, language: str) -> tuple[str, ...]:
    return tuple(" " + look_up_form(word, language) for word in options(entry, key))
