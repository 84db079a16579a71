"""atleast: from a folder of sources to a report in which every figure can be checked.

The public functions are those that the commands stand on, each in its room and loaded when it is first asked for:

    new_dossier, open_dossier       a dossier on disk
    add                             files in
    read, explain                   statements out of texts, and what made each of them
    confirm, reject, withdraw       what people say of statements after looking at their words
    lists, list_changes             the lists of people held, and what changed between their editions
    match, decide, take_back        who is who: what is open about a count, and what people decide
    import_decisions, export_decisions   decisions from and for other programs
    count, series                   our own minimum, on a day and month by month
    why                             what a figure rests on
    verify                          whether anything was altered
    export_statements               the statements as lines
    make_report, report_folder      the report; everything, end to end
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atleast.dossier.dossier import new_dossier, open_dossier
    from atleast.dossier.verifying import verify
    from atleast.figure.counting import count
    from atleast.figure.monthly import series
    from atleast.figure.undecided import match
    from atleast.person.deciding import decide, take_back
    from atleast.person.editions import list_changes
    from atleast.person.lists import lists
    from atleast.person.resolver_lines import export_decisions, import_decisions
    from atleast.report.exporting import export_statements
    from atleast.report.making import make_report
    from atleast.report.running import report_folder
    from atleast.report.why import why
    from atleast.source.intake import add
    from atleast.statement.explaining import explain
    from atleast.statement.reading import read
    from atleast.statement.reviewing import confirm, reject, withdraw

__version__ = "0.1.0"

_ROOMS = {
    "new_dossier": "atleast.dossier.dossier",
    "open_dossier": "atleast.dossier.dossier",
    "add": "atleast.source.intake",
    "read": "atleast.statement.reading",
    "explain": "atleast.statement.explaining",
    "confirm": "atleast.statement.reviewing",
    "reject": "atleast.statement.reviewing",
    "withdraw": "atleast.statement.reviewing",
    "lists": "atleast.person.lists",
    "list_changes": "atleast.person.editions",
    "match": "atleast.figure.undecided",
    "decide": "atleast.person.deciding",
    "take_back": "atleast.person.deciding",
    "import_decisions": "atleast.person.resolver_lines",
    "export_decisions": "atleast.person.resolver_lines",
    "count": "atleast.figure.counting",
    "series": "atleast.figure.monthly",
    "why": "atleast.report.why",
    "verify": "atleast.dossier.verifying",
    "export_statements": "atleast.report.exporting",
    "make_report": "atleast.report.making",
    "report_folder": "atleast.report.running",
}
__all__ = sorted(_ROOMS)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    """A public function, loaded from its room."""
    if name not in _ROOMS:
        raise AttributeError(f"atleast has no {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
