"""Formulations, sightings and provisions as rows, as `actum formulations`, `track` and `series` print them.

Takes       the nouns of `model/formulation`.
Gives       rows with keys in the promised order.
Leaves out  finding them.
"""

from __future__ import annotations

from dataclasses import asdict

from actum.model.formulation import Appearance, Cell, Difference, Formulation, Provision, Sighting, Variant
from actum.store.files import Row
from actum.store.rows import part_row


def formulation_row(one: Formulation) -> Row:
    """A formulation as `actum formulations` prints it."""
    every = [*one.trail, *(place for variant in one.variants if not variant.negated for place in variant.trail)]
    dates = sorted(place.date for place in every if place.date[:4].isdecimal())
    return {
        "wording": one.wording,
        "language": one.language,
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "works": one.telling.works,
        "years": one.telling.years,
        "holder": list(one.holder),
        "telling": asdict(one.telling),
        "variants": [_variant_row(variant) for variant in one.variants],
        "trail": [_appearance_row(place) for place in one.trail],
    }


def sighting_row(one: Sighting) -> Row:
    """A sighting as `actum track` prints it."""
    found = one.appearance
    return {
        "work": one.work,
        "title": one.title,
        "date": one.date,
        "standing": one.standing,
        "likeness": one.likeness,
        "part": part_row(found.part) if found else None,
        "sentence": part_row(found.sentence) if found else None,
        "differences": [_difference_row(difference) for difference in one.differences],
        "holder": list(found.holder) if found else [],
        "act": list(found.act) if found else [],
    }


def provision_row(one: Provision) -> Row:
    """A provision as `actum series` prints it; its wording is the latest."""
    there = [cell for cell in one.cells if cell.parts]
    return {
        "wording": there[-1].parts[0].text,
        "first": there[0].date,
        "last": there[-1].date,
        "works": len(there),
        "cells": [_cell_row(cell) for cell in one.cells],
    }


def _variant_row(variant: Variant) -> Row:
    return {
        "wording": variant.wording,
        "likeness": variant.likeness,
        "negated": variant.negated,
        "differences": [_difference_row(one) for one in variant.differences],
        "trail": [_appearance_row(one) for one in variant.trail],
    }


def _appearance_row(one: Appearance) -> Row:
    return {
        "work": one.work,
        "date": one.date,
        "part": part_row(one.part),
        "sentence": part_row(one.sentence),
        "holder": list(one.holder),
        "act": list(one.act),
        "quoted": one.quoted,
    }


def _difference_row(one: Difference) -> Row:
    return {"asked": one.asked, "found": one.found}


def _cell_row(cell: Cell) -> Row:
    return {"work": cell.work, "date": cell.date, "state": cell.state, "parts": [part_row(one) for one in cell.parts]}
