"""The words of a language, from `lexicon_data/ru|be|uk`, in the shapes in which the rules look them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping
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


class Forms(Mapping[str, tuple[Meaning, ...]]):
    """For each form of the words of a lexicon, what it may mean, in the order of the file.

    Meanings are made when they are asked for, from numbers: a hundred thousand small objects that are seldom used would
    only keep the garbage collector busy.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[int, ...]] = {}
        self._sources: list[tuple[str, Entry, tuple[str, ...], tuple[str, ...]]] = []
        self._features: dict[tuple[object, ...], int] = {}
        self._kinds: list[Form] = []
        self._made: dict[int, Meaning] = {}

    def add(
        self,
        lemma: str,
        entry: Entry,
        forms: Iterable[tuple[str, Form]],
        around: tuple[tuple[str, ...], tuple[str, ...]],
    ) -> None:
        """The forms of one word of an entry; `around` is what must stand near it, and what must not."""
        source = len(self._sources)
        self._sources.append((lemma, entry, *around))
        for text, form in forms:
            code = source * _MOST_FEATURES + self._feature(form)
            codes = self._codes.get(text, ())
            if code not in codes:
                self._codes[text] = (*codes, code)

    def _feature(self, form: Form) -> int:
        """The number of what a form is, whatever its word: all its fields but the first."""
        key = (form.kind, form.number, form.gender, form.cases, form.person, form.reflexive)
        feature = self._features.setdefault(key, len(self._kinds))
        if feature == len(self._kinds):
            self._kinds.append(form)
        return feature

    def __getitem__(self, text: str) -> tuple[Meaning, ...]:
        return tuple(self._made.get(code) or self._make(code) for code in self._codes[text])

    @property
    def texts(self) -> KeysView[str]:
        """The forms themselves, for loops over many words."""
        return self._codes.keys()

    def __contains__(self, text: object) -> bool:
        return text in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def _make(self, code: int) -> Meaning:
        source, feature = divmod(code, _MOST_FEATURES)
        lemma, entry, wanted, unwanted = self._sources[source]
        self._made[code] = Meaning(replace(self._kinds[feature], lemma=lemma), entry, wanted, unwanted)
        return self._made[code]


_MOST_FEATURES = 100_000
"""More than there are combinations of kind, number, gender, cases and person."""


@cache
def by_form(language: str, name: str) -> Forms:
    """The forms of a lexicon's words. Words of verbs and cues are inflected as verbs, others as nouns."""
    found = Forms()
    verbs = "verb" in name or name == "cues"
    for entry in load(language, name):
        around = _cued(entry, "with", language), _cued(entry, "without", language)
        for word in entry.words:
            forms = dict.fromkeys(forms_of(word, language, verb=verbs))
            if entry.extra.get("reflexive") == "no":
                forms = {one: None for one in forms if not one[1].reflexive}
            found.add(word, entry, ((text, _in_time(form, entry, name)) for text, form in forms), around)
        written = options(entry, "forms")
        irregular = ((look_up_form(text, language), _irregular(text, entry.words[0], verbs=verbs)) for text in written)
        found.add(entry.words[0], entry, irregular, around)
    return found


_PLURAL_CASES = (
    (("амі", "ямі", "ьмі", "ами", "ями", "ьми"), "i"),
    (("ах", "ях"), "l"),
    (("ам", "ям"), "d"),
    (("ей", "іб", "аў", "яў", "оў", "ів", "ых", "іх", "их"), "ga"),
    (("дзі", "ди", "оби", "ці", "ти", "ні"), "n"),
)
_WRITTEN_OUT: tuple[tuple[tuple[str, ...], Kind, str, str, str], ...] = (
    (("ла",), Kind.PAST, "s", "f", "ngdail"),
    (("ло",), Kind.PAST, "s", "n", "ngdail"),
    (("лі", "ли"), Kind.PAST, "p", "", "ngdail"),
    (("но",), Kind.PREDICATE, "s", "n", "a"),
    (("ныя", "тыя", "ті"), Kind.PASSIVE, "p", "", "n"),
    (("на", "ная", "тая"), Kind.PASSIVE, "s", "f", "n"),
    (("ны", "ний", "ный", "ты"), Kind.PASSIVE, "s", "m", "n"),
    (
        ("уць", "юць", "аць", "яць", "уть", "ють", "ять", "ать", "уцца", "юцца", "ються"),
        Kind.PRESENT,
        "p",
        "",
        "ngdail",
    ),
    (("ємо", "їмо", "имо", "емо", "аем", "уем", "юем", "ім"), Kind.PRESENT, "p", "", "ngdail"),
    (("е", "а", "ць", "ть", "є", "цца", "ться"), Kind.PRESENT, "s", "", "ngdail"),
)
"""Endings of verb forms, in the order in which they are tried: kind, number, gender, cases."""


def _irregular(text: str, lemma: str, *, verbs: bool) -> Form:
    """A form that a lexicon writes out: its ending tells what it is."""
    if not verbs:
        cases = next((cases for endings, cases in _PLURAL_CASES if text.endswith(endings)), None)
        return Form(lemma, Kind.NOUN, "p" if cases else "", "", frozenset(cases) if cases else ANY)
    for endings, kind, number, gender, cases in _WRITTEN_OUT:
        if text.endswith(endings):
            person = "1" if "ємо" in endings else "3" if kind is Kind.PRESENT else ""
            return Form(lemma, kind, number, gender, frozenset(cases), person=person)
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
def entries(language: str, name: str) -> dict[str, Entry]:
    """The entry of each word of a lexicon of single words."""
    return {phrase[0]: entry for phrase, entry in phrases(language, name)}


@cache
def parts(language: str, name: str) -> frozenset[str]:
    """The single words of which the phrases of a lexicon are made."""
    return frozenset(part for phrase, _ in phrases(language, name) for part in phrase)


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
def either(language: str, name: str, *values: str) -> frozenset[str]:
    """The words of a lexicon that have one of several values."""
    return frozenset(word for value in values for word in words(language, name, value))


@cache
def stems(language: str, name: str, value: str | None = None) -> tuple[str, ...]:
    """The same for a lexicon of beginnings of words."""
    return tuple(sorted(words(language, name, value)))


def options(entry: Entry, key: str) -> tuple[str, ...]:
    """An extra of an entry that lists words: "под стражу | под арест"."""
    return tuple(word.strip() for word in entry.extra.get(key, "").split("|") if word.strip())


def _in_time(form: Form, entry: Entry, name: str) -> Form:
    """The form, future or present as the entry says where the rules cannot tell. What a verb of saying says, it says now."""
    if form.kind is Kind.PRESENT and form.lemma in options(entry, "perfective"):
        return replace(form, kind=Kind.FUTURE)
    if form.kind is Kind.FUTURE and (name == "cues" or form.lemma in options(entry, "imperfective")):
        return replace(form, kind=Kind.PRESENT)
    return form


def _cued(entry: Entry, key: str, language: str) -> tuple[str, ...]:
    return tuple(" " + look_up_form(word, language) for word in options(entry, key))
