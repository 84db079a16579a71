"""Archives come in with what is in them, within limits, in one transaction."""

from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier import sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.dossier.verifying import verify
from atleast.model.words import Check, SourceState
from atleast.source.intake import add
from tests.support.intake import NEWS, held, missed, zipped


def with_limits(root: Path, limits: str) -> Path:
    root.mkdir()
    (root / "mandate.toml").write_text(f"[rules.held]\nstarts = ['arrest']\n[limits]\n{limits}\n")
    return new_dossier(root)


def test_an_archive_comes_in_with_what_is_in_it(dossier: Dossier, folder: Path) -> None:
    inner = zipped({"deep/b.txt": "b " + NEWS})
    (folder / "all.zip").write_bytes(zipped({"a.txt": "a " + NEWS, "inner.zip": inner, "../up.txt": "up " + NEWS}))
    done = add(dossier, folder)
    assert done.states == {SourceState.UNPACKED: 2, SourceState.LAID_OUT: 3}
    found = held(dossier)
    assert list(found) == [
        "all.zip", "all.zip!/a.txt", "all.zip!/inner.zip", "all.zip!/inner.zip!/deep/b.txt", "all.zip!/up.txt",
    ]  # fmt: skip
    assert found["all.zip!/a.txt"].container == found["all.zip"].sha256
    assert found["all.zip!/inner.zip!/deep/b.txt"].container == found["all.zip!/inner.zip"].sha256
    assert add(dossier, folder).new == 0


def test_an_archive_that_breaks_in_the_middle_leaves_nothing_and_comes_in_whole_next_time(
    dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "all.zip").write_bytes(zipped({"a.txt": "a " + NEWS, "b.txt": "b " + NEWS}))
    put, calls = sources.put, []

    def breaking(*arguments: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        put(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(sources, "put", breaking)
        with pytest.raises(KeyboardInterrupt):
            add(dossier, folder)
    assert held(dossier) == {}
    assert len(dossier.paths.entries.read_bytes().splitlines()) == 1
    assert add(dossier, folder).new == 3
    assert verify(dossier).check is Check.PASSED


@pytest.mark.parametrize(
    ("limit", "kept", "beyond"),
    [
        ("archive_depth = 1", ["all.zip", "all.zip!/a.txt", "all.zip!/in.zip"], ["all.zip!/in.zip!/b.txt"]),
        ("archive_members = 2", ["all.zip", "all.zip!/a.txt", "all.zip!/in.zip"], ["all.zip!/in.zip!/b.txt"]),
        ("archive_bytes = 2500", ["all.zip", "all.zip!/a.txt", "all.zip!/in.zip"], ["all.zip!/in.zip!/b.txt"]),
    ],
)
def test_what_lies_beyond_a_limit_of_archives_is_listed(
    limit: str, kept: list[str], beyond: list[str], tmp_path: Path, folder: Path
) -> None:
    (folder / "all.zip").write_bytes(zipped({"a.txt": NEWS * 20, "in.zip": zipped({"b.txt": "b " + NEWS * 20})}))
    with open_dossier(with_limits(tmp_path / "limited", limit), write=True) as dossier:
        done = add(dossier, folder)
        assert list(held(dossier)) == kept
        assert [each.name for each in done.missed] == beyond
        assert limit in missed(dossier)[beyond[0]]


def test_limits_are_counted_for_each_archive_anew(tmp_path: Path, folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.zip").write_bytes(zipped({"a.txt": f"{number} {NEWS}", "b.txt": f"{number} b {NEWS}"}))
    with open_dossier(with_limits(tmp_path / "limited", "archive_members = 2"), write=True) as dossier:
        assert add(dossier, folder).missed == ()
