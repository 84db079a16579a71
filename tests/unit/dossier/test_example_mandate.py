from __future__ import annotations

from pathlib import Path

from atleast.dossier.mandate import load_mandate, parse_mandate, template

EXAMPLE = Path(__file__).parents[3] / "examples" / "velmaria" / "mandate.toml"


def test_the_mandate_of_the_example_counts_as_that_of_a_new_dossier_does() -> None:
    mandate, new = load_mandate(EXAMPLE), parse_mandate(template())
    assert (mandate.country, mandate.period) == ("Velmaria", "2031-01/2031-06")
    assert (mandate.rules, mandate.same_by, mandate.limits) == (new.rules, new.same_by, new.limits)
