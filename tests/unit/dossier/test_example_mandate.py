from __future__ import annotations

from pathlib import Path

from atleast.dossier.mandate import load_mandate, template

EXAMPLE = Path(__file__).parents[3] / "examples" / "velmaria" / "mandate.toml"


def test_the_mandate_of_the_example_is_that_of_a_new_dossier_but_for_what_it_is_about() -> None:
    ours, new = (text.splitlines() for text in (EXAMPLE.read_text("utf-8"), template()))
    different = [line.split(" = ")[0] for line, other in zip(ours, new, strict=True) if line != other]
    assert different == ["title", "country", "period", "mechanism"]
    assert load_mandate(EXAMPLE).country == "Velmaria"
