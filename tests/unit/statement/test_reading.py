"""Reading with readers that lie, fail and grow; what they say is beside the point."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from atleast.dossier import log, originals, readings, schema, sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.dossier.readings import NOBODY
from atleast.dossier.verifying import verify
from atleast.model.source import Credit, Layout, Part, Source, SourceText
from atleast.model.statement import Event, Statement, When
from atleast.model.words import Check, EventType, PartKind, ReadingState, SourceState
from atleast.statement import reading
from atleast.statement.reading import read
from tests.support.readers import QUOTE, Moody, arrest

ROOT = Path(__file__).parents[3]


@dataclass
class Fake:
    """A reader of English that finds one arrest in each text."""

    name: str = "fake"
    version: int = 1
    languages: frozenset[str] = frozenset({"en"})
    say: Callable[[SourceText], list[Statement]] = lambda text: [arrest(text)]
    alone: list[str] = field(default_factory=list)

    def read(self, source: SourceText) -> list[Statement]:
        self.alone.append(source.source.name)
        return self.say(source)

    def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
        for source in sources:
            yield source, self.say(source)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with open_dossier(new_dossier(tmp_path / "dossier"), write=True) as opened:
        yield opened


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[Fake], Fake]:
    """Have a reader read English."""

    def set_up(fake: Fake) -> Fake:
        monkeypatch.setattr(reading, "readers", lambda: (fake,))
        return fake

    return set_up


def put(dossier: Dossier, *names: str, language: str | None = "en", kind: PartKind = PartKind.BODY) -> None:
    for name in names:
        text = f"{name}: {QUOTE}."
        digest, credit = originals.keep(dossier.paths, io.BytesIO(name.encode())).sha256, Credit(language=language)
        source = Source(digest, name, 1, "text/plain", SourceState.LAID_OUT, "2031-05-12T09:30:00Z", credit=credit)
        with dossier.write() as tx:
            sources.put(tx, source, Layout(text, (Part(kind, 0, len(text)),), credit))


def record(dossier: Dossier) -> list[str]:
    """The sources whose statements stand."""
    with dossier.read() as connection:
        return [one.source_name for one in readings.recorded(connection)]


def states(dossier: Dossier) -> dict[str, ReadingState]:
    with dossier.read() as connection:
        named = {source.sha256: source.name for source in sources.all_sources(connection)}
        return {named[one.source]: one.state for one in readings.current(connection)}


def size(dossier: Dossier) -> int:
    with dossier.read() as connection:
        return log.size(connection)


def test_what_is_new_is_read_and_reading_again_does_nothing(dossier: Dossier, use: Callable[[Fake], Fake]) -> None:
    use(Fake())
    put(dossier, "a", "b")
    tally = read(dossier)
    assert (tally.readings, tally.statements, tally.failed, tally.not_read_yet) == (2, 2, (), {})
    assert record(dossier) == ["a", "b"]
    before = size(dossier)
    assert read(dossier).readings == 0
    put(dossier, "c")
    assert read(dossier).readings == 1
    assert size(dossier) == before + 2


def test_more_texts_than_are_held_together_are_all_read(
    dossier: Dossier, use: Callable[[Fake], Fake], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_AT_ONCE", 2)
    use(Fake())
    names = [f"{number}" for number in range(5)]
    put(dossier, *names)
    heard: list[tuple[str, int, int]] = []
    read(dossier, lambda what, done, total: heard.append((what, done, total)))
    assert record(dossier) == names
    assert heard == [("reading", number, 5) for number in range(1, 6)]


def test_one_text_on_which_the_reader_fails_costs_that_text_alone(
    dossier: Dossier, use: Callable[[Fake], Fake]
) -> None:
    def fails_on_b(text: SourceText) -> list[Statement]:
        if text.source.name == "b":
            raise RecursionError
        return [arrest(text)]

    use(Fake(say=fails_on_b))
    put(dossier, "a", "b", "c")
    tally = read(dossier)
    assert (tally.readings, tally.statements) == (3, 2)
    ((name, problem),) = tally.failed
    assert name == "b"
    assert "RecursionError" in problem
    assert record(dossier) == ["a", "c"]
    assert states(dossier) == {"a": ReadingState.READ, "b": ReadingState.FAILED, "c": ReadingState.READ}
    assert read(dossier).readings == 0


def stop_short(texts: Sequence[SourceText]) -> list[SourceText]:
    return list(texts[:1])


def go_back_to_front(texts: Sequence[SourceText]) -> list[SourceText]:
    return list(texts[::-1])


def repeat(texts: Sequence[SourceText]) -> list[SourceText]:
    return [*texts, *texts]


def make_up(texts: Sequence[SourceText]) -> list[SourceText]:
    return [replace(text) for text in texts]


@pytest.mark.parametrize("order", [stop_short, go_back_to_front, repeat, make_up])
def test_a_reader_that_answers_out_of_order_loses_nothing(
    order: Callable[[Sequence[SourceText]], list[SourceText]], dossier: Dossier, use: Callable[[Fake], Fake]
) -> None:
    class Disordered(Fake):
        def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
            for text in order(list(sources)):
                yield text, self.say(text)

    use(Disordered())
    put(dossier, "a", "b", "c")
    assert read(dossier).readings == 3
    assert record(dossier) == ["a", "b", "c"]


LIES: dict[str, Callable[[Statement], Statement]] = {
    "quote": lambda true: replace(true, quote=true.quote.upper()),
    "span": lambda true: replace(true, start=true.start + 1),
    "source": lambda true: replace(true, source="ff" * 32),
    "trigger": lambda true: replace(true, trigger=(0, 1)),
    "date": lambda true: replace(true, content=Event(EventType.ARREST, date=When("last week"))),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_costs_the_text_all_its_statements_and_is_on_record_as_a_failure(
    lie: str, dossier: Dossier, use: Callable[[Fake], Fake]
) -> None:
    def lies_about_b(text: SourceText) -> list[Statement]:
        true = arrest(text)
        return [true, LIES[lie](true)] if text.source.name == "b" else [true]

    use(Fake(say=lies_about_b))
    put(dossier, "a", "b", "c")
    tally = read(dossier)
    assert [name for name, _ in tally.failed] == ["b"]
    assert "InvalidRecord" in tally.failed[0][1]
    assert record(dossier) == ["a", "c"]
    assert states(dossier)["b"] is ReadingState.FAILED
    assert verify(dossier).check is Check.PASSED


def test_a_statement_given_twice_counts_once(dossier: Dossier, use: Callable[[Fake], Fake]) -> None:
    use(Fake(say=lambda text: [arrest(text), arrest(text)]))
    put(dossier, "a")
    assert read(dossier).statements == 1


def test_a_higher_version_reads_again_and_the_older_reading_stays_and_does_not_stand(
    dossier: Dossier, use: Callable[[Fake], Fake]
) -> None:
    use(Fake())
    put(dossier, "a")
    read(dossier)
    use(Fake(version=2, say=lambda _: []))
    assert read(dossier).readings == 1
    assert record(dossier) == []
    with dossier.read() as connection:
        assert [(one.reader, one.version) for one in readings.current(connection)] == [("fake", 2)]
        kept = connection.execute(schema.statement.select()).all()
    assert len(kept) == 1
    assert verify(dossier).check is Check.PASSED


def test_a_higher_version_that_fails_is_told_and_costs_nothing_that_an_older_one_found(
    dossier: Dossier, use: Callable[[Fake], Fake]
) -> None:
    def fails(_: SourceText) -> list[Statement]:
        raise RecursionError

    use(Fake())
    put(dossier, "a")
    read(dossier)
    use(Fake(version=2, say=fails))
    assert [name for name, _ in read(dossier).failed] == ["a"]
    assert record(dossier) == ["a"]
    assert read(dossier).readings == 0
    with dossier.read() as connection:
        assert [one.version for one in readings.failed_since(connection)] == [2]
    assert verify(dossier).check is Check.PASSED


def test_languages_that_nobody_reads_are_listed_every_time(dossier: Dossier, use: Callable[[Fake], Fake]) -> None:
    use(Fake())
    put(dossier, "en")
    put(dossier, "pl 1", "pl 2", language="pl")
    put(dossier, "it", language="it-CH")
    put(dossier, "unknown", language=None)
    put(dossier, "table", language="uk", kind=PartKind.HEADLINE)
    expected = {"it-CH": 1, "pl": 2, "unknown": 1}
    assert dict(read(dossier).not_read_yet) == expected
    before = size(dossier)
    assert dict(read(dossier).not_read_yet) == expected
    assert size(dossier) == before
    assert states(dossier)["pl 1"] is ReadingState.NOT_READ_YET


def test_what_nobody_read_is_read_once_somebody_does(
    dossier: Dossier, use: Callable[[Fake], Fake], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(Fake())
    put(dossier, "ru", language="ru")
    read(dossier)
    use(Fake(name="russian", languages=frozenset({"ru"})))
    monkeypatch.setattr(reading, "LANGUAGES", frozenset({"en", "ru"}))
    tally = read(dossier)
    assert (tally.readings, tally.not_read_yet) == (1, {})
    assert record(dossier) == ["ru"]
    with dossier.read() as connection:
        assert NOBODY not in {one.reader for one in readings.current(connection)}


def test_a_run_that_is_stopped_keeps_what_it_read_and_the_next_reads_the_rest(
    dossier: Dossier, use: Callable[[Fake], Fake]
) -> None:
    def stops_at_b(text: SourceText) -> list[Statement]:
        if text.source.name == "b":
            raise KeyboardInterrupt
        return [arrest(text)]

    use(Fake(say=stops_at_b))
    put(dossier, "a", "b", "c")
    with pytest.raises(KeyboardInterrupt):
        read(dossier)
    assert record(dossier) == ["a"]
    use(Fake())
    assert read(dossier).readings == 2
    assert record(dossier) == ["a", "b", "c"]


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have everything read by a crew of moody readers."""
    monkeypatch.setattr(reading, "_FOR_A_CREW", 1)
    monkeypatch.setattr(reading, "_AT_ONCE", 2)
    monkeypatch.setattr(reading, "readers", lambda: (Moody(),))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1924992000")
    found = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), *([found] if found else [])]))


def entries(dossier: Dossier) -> list[bytes]:
    with dossier.read() as connection:
        return [data for _, data in log.entries(connection)][1:]  # the first tells of the dossier


@pytest.mark.usefixtures("crew")
def test_one_process_and_many_and_this_one_make_the_same_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["slow 1", "2", "fail 3", "4", "slow 5", "6", "7"]
    made = []
    for processes, for_a_crew in ((1, 1), (3, 1), (1, 10**9)):
        monkeypatch.setattr(reading, "_FOR_A_CREW", for_a_crew)
        with open_dossier(new_dossier(tmp_path / f"{processes} {for_a_crew}"), write=True) as dossier:
            put(dossier, *names)
            tally = read(dossier, processes=processes)
            made.append((tally, entries(dossier)))
    assert made[0] == made[1] == made[2]
    assert made[0][0].readings == len(names)
    assert [name for name, _ in made[0][0].failed] == ["fail 3"]


@pytest.mark.usefixtures("crew")
def test_a_text_that_kills_its_process_is_on_record_as_a_failure_and_is_not_read_again(dossier: Dossier) -> None:
    put(dossier, "a", "crash", "b", "c")
    tally = read(dossier)
    assert [name for name, _ in tally.failed] == ["crash"]
    assert record(dossier) == ["a", "b", "c"]
    assert states(dossier)["crash"] is ReadingState.FAILED
    assert read(dossier).readings == 0
    assert verify(dossier).check is Check.PASSED


@pytest.mark.usefixtures("crew")
def test_what_ended_two_runs_is_read_by_a_crew(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    def end(_: object) -> Iterator[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "_FOR_A_CREW", 10**9)
    put(dossier, "a", "crash", "b")
    with monkeypatch.context() as patched:
        patched.setattr(reading, "said_of", end)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                read(dossier)
    assert [name for name, _ in read(dossier).failed] == ["crash"]
    put(dossier, "c")
    monkeypatch.delattr(reading, "Crew")
    assert read(dossier).readings == 1


def test_little_is_read_in_this_process(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "readers", lambda: (Moody(),))
    monkeypatch.delattr(reading, "Crew")
    put(dossier, "a", "b")
    assert read(dossier).readings == 2


def test_readers_look_for_names_with_the_model_that_the_mandate_names(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []

    def readers(folder: str | None = None) -> tuple[Fake, ...]:
        asked.append(folder)
        return (Fake(name="fake" if folder is None else "fake+gliner-1"),)

    monkeypatch.setattr(reading, "readers", readers)
    put(dossier, "a")
    read(dossier)
    plain = dossier.paths.mandate.read_text("utf-8")
    for lines, told in (('gliner = "models/names"', dossier.paths.root / "models/names"), ("", None)):
        dossier.paths.mandate.write_text(plain.replace("[reading]", f"[reading]\n{lines}"), "utf-8")
        dossier.__dict__.pop("mandate")
        assert read(dossier).readings == 1, "another way to read is another reading, and so is the way back"
        assert read(dossier).readings == 0
        assert asked[-1] == (str(told) if told else None)


def test_how_lists_are_read_can_be_told_to_another_process(dossier: Dossier) -> None:
    said = '["Register of Verasen"]\nfiles = ["register-*.csv"]\ncolumns = { "Remarks" = "other" }\n'
    (dossier.paths.root / "lists.toml").write_text(said, "utf-8")
    with open_dossier(dossier.paths.root) as opened:
        readers = [reader for _, reader in reading._list_readers(opened)]
    assert len(readers) == 3
    assert [each.name for each in pickle.loads(pickle.dumps(readers))] == [each.name for each in readers]  # noqa: S301


@pytest.mark.usefixtures("crew")
def test_a_text_that_took_too_long_is_read_again_under_other_limits(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def allow(seconds: str) -> None:
        dossier.paths.mandate.write_text(plain.replace("[limits]", f"[limits]\nreading_seconds = {seconds}"), "utf-8")
        dossier.__dict__.pop("mandate", None)

    plain = dossier.paths.mandate.read_text("utf-8")
    put(dossier, "a", "hang")
    allow("5")
    assert [name for name, _ in read(dossier).failed] == ["hang"]
    monkeypatch.setenv("CALM", "1")
    assert read(dossier).readings == 0
    allow("60")
    tally = read(dossier)
    assert (tally.readings, tally.failed) == (1, ())
    assert record(dossier) == ["a", "hang"]
    assert read(dossier).readings == 0
    assert verify(dossier).check is Check.PASSED
