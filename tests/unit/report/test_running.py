from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from atleast.dossier.dossier import is_dossier, open_dossier
from atleast.dossier.verifying import verify
from atleast.errors import UsageError
from atleast.model.words import Check
from atleast.report.running import report_folder
from atleast.statement import reading


@pytest.fixture(autouse=True)
def _no_reader_of_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "readers", lambda: ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sources"
    made.mkdir()
    (made / "news.txt").write_text(
        "SARNIK, 12 May 2031. It rained in Kosterna for three days, the weather service said.\n"
    )
    return made


def test_the_main_job_makes_the_dossier_and_the_report(folder: Path, tmp_path: Path) -> None:
    done = report_folder(folder, tmp_path / "dossier", tmp_path / "out")
    assert (done.intake.new, done.made.number) == (1, 1)
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(done.made.files)
    with open_dossier(tmp_path / "dossier") as opened:
        assert verify(opened).check is Check.PASSED


def test_run_again_it_does_only_what_is_new(folder: Path, tmp_path: Path) -> None:
    first = report_folder(folder, tmp_path / "dossier")
    again = report_folder(folder, tmp_path / "dossier")
    assert (again.intake.new, again.intake.unchanged, again.tally.readings) == (0, 1, 0)
    assert again.made == first.made
    (folder / "more.txt").write_text("SARNIK, 13 May 2031. The sun came out over Kosterna, the weather service said.\n")
    more = report_folder(folder, tmp_path / "dossier")
    assert (more.intake.new, more.made.number) == (1, 2)


def test_a_copy_of_our_own_report_among_the_sources_is_none_of_them(folder: Path, tmp_path: Path) -> None:
    out = folder / "out"
    first = report_folder(folder, tmp_path / "dossier", out)
    (folder / "renamed.html").write_bytes((out / "report.html").read_bytes())
    with zipfile.ZipFile(folder / "sent.zip", "w") as archive:
        archive.write(out / "numbers.json")
        archive.writestr("note.txt", "SARNIK, 14 May 2031. It rained again in Kosterna, the weather service said.\n")
    second = report_folder(folder, tmp_path / "dossier", out)
    assert (first.intake.our_own, second.intake.our_own) == (0, 4)
    assert (second.intake.new, second.intake.unchanged, second.made.number) == (2, 1, 2)
    third = report_folder(folder, tmp_path / "dossier", out)
    assert (third.intake.our_own, third.intake.new, third.made) == (3, 0, second.made)
    (out / "report.html").write_text("<p>Another report on Velmaria, by somebody else.</p>")
    assert report_folder(folder, tmp_path / "dossier").intake.new == 1


def test_without_a_folder_of_sources_no_dossier_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing at"):
        report_folder(tmp_path / "none", tmp_path / "dossier")
    assert not is_dossier(tmp_path / "dossier")
    assert not (tmp_path / "dossier").exists()
