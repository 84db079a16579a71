"""The page: one HTML file that asks for nothing from outside and needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from atleast.report.chart import Drawing
from atleast.report.content import Content
from atleast.report.markup import quoted, spoken_in, to_html
from atleast.report.notes import Note


def render(content: Content, notes: Sequence[Note], drawing: Drawing | None) -> bytes:
    """The page in UTF-8. Same content, same bytes."""
    page = (
        _templates().get_template("page.html.j2").render(content=content, notes=notes, drawing=drawing, style=_style())
    )
    return (page.rstrip() + "\n").encode("utf-8")


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("atleast.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters |= {"line": to_html, "quoted": quoted, "lang": spoken_in}
    return environment


def _style() -> Markup:
    """Our own style sheet, which needs no escaping."""
    style = resources.files("atleast.report").joinpath("templates/report.css").read_text("utf-8")
    return Markup(style)  # noqa: S704 - not from a source
