from __future__ import annotations

import pytest

from atleast.model.statement import Position
from atleast.model.words import EventType, Stance
from tests.support.english import events, positions, read, speakers


@pytest.mark.parametrize(
    ("text", "holder", "stance", "toward"),
    [
        ("Alena Marozava urged the States to act.", "Alena Marozava", Stance.CALL, "the States"),
        ("Alena Marozava called on the government to free them.", "Alena Marozava", Stance.CALL, "the government"),
        ("Alena Marozava condemned the verdict.", "Alena Marozava", Stance.CONDEMNATION, "the verdict"),
        (
            "Alena Marozava welcomed the pardon of 30 prisoners.",
            "Alena Marozava",
            Stance.SUPPORT,
            "the pardon of 30 prisoners",
        ),
        ("The ministry rejected the findings.", "The ministry", Stance.DENIAL, "the findings"),
        ("Most States view Velmaria as a pariah.", "Most States", Stance.VIEW, "Velmaria"),
    ],
)
def test_a_stance_has_its_holder_and_whom_it_is_toward(text: str, holder: str, stance: Stance, toward: str) -> None:
    (position,) = positions(text)
    assert (position.holder, position.stance, position.toward) == (holder, stance, toward)


def test_a_call_is_an_event_too() -> None:
    text = "Alena Marozava called for the release of all prisoners."
    assert events(text, EventType.CALL)[0].subject == ("Alena Marozava",)
    assert positions(text)[0].text == "for the release of all prisoners"


def test_a_view_that_somebody_tells_of_is_told_by_them_and_held_by_others() -> None:
    text = 'Alena Marozava said that the "vast majority of States" view Velmaria as "a pariah".'
    (view,) = [one for one in read(text) if isinstance(one.content, Position) and one.content.toward == "Velmaria"]
    assert speakers(view) == ["Alena Marozava"]
    assert "majority of States" in view.content.holder  # type: ignore[union-attr]


def test_a_quotation_that_yields_nothing_else_is_a_view_of_its_speaker() -> None:
    text = '"We stand by the values of the league. That is all we can do now," Alena Marozava said.'
    (position,) = positions(text)
    assert (position.holder, position.stance) == ("Alena Marozava", Stance.VIEW)
    assert position.text.startswith('"We stand by')
    assert position.text.endswith('do now,"')


def test_the_quote_of_a_view_holds_the_whole_quotation() -> None:
    text = '"We stand by the values of the league. That is all we can do now," Alena Marozava said.'
    assert [statement.quote for statement in read(text)] == [text]


def test_refusing_care_is_no_denial() -> None:
    assert positions("The prison denied Vasil Korin medical care.") == []
