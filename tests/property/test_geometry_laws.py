"""What holds for every point, quad and homography."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cardscan import geometry
from cardscan.ocr.warp import flat_from_picture

laws = settings(max_examples=150, deadline=None)

COORDINATES = st.floats(-5000, 5000)
POINTS = st.tuples(COORDINATES, COORDINATES)
FOUR_POINTS = st.tuples(POINTS, POINTS, POINTS, POINTS)
"""Corners in any order: crossed, flat or all the same, too."""

ANGLES = st.floats(-179, 179)
MARGINS = st.floats(0, 100)
TURNS = st.integers(-9, 9)


@st.composite
def cards(draw: st.DrawFn) -> geometry.Quad:
    """A card's outline as a camera sees it: convex, its corners up to a fifth of its sides out of place."""
    left, top = draw(st.floats(0, 2000)), draw(st.floats(0, 2000))
    width, height = draw(st.floats(50, 3000)), draw(st.floats(50, 3000))
    level = geometry.rectangle(left, top, left + width, top + height)
    shares = st.floats(-0.2, 0.2)
    a, b, c, d = ((x + width * draw(shares), y + height * draw(shares)) for x, y in level)
    return a, b, c, d


SIZES = st.tuples(st.integers(50, 2000), st.integers(50, 2000))


def flat(corners: geometry.Quad) -> list[float]:
    return [value for corner in corners for value in corner]


@laws
@given(quad=cards(), size=SIZES, across=st.floats(0, 1), down=st.floats(0, 1))
def test_a_homography_and_its_inverse_bring_a_point_back(quad, size, across, down):
    matrix = flat_from_picture(quad, *size)
    point = (across * size[0], down * size[1])
    (back,) = geometry.apply(matrix, geometry.apply(geometry.inverse(matrix), [point]))
    assert back == pytest.approx(point, abs=1e-3)


@laws
@given(quad=cards(), size=SIZES)
def test_a_flat_card_has_its_corners_where_the_quad_has_its(quad, size):
    corners = geometry.apply_to_quad(flat_from_picture(quad, *size), quad)
    assert flat(corners) == pytest.approx(flat(geometry.rectangle(0, 0, *size)), abs=0.05)


@laws
@given(quad=cards(), size=SIZES, other=FOUR_POINTS)
def test_a_quad_goes_where_each_of_its_corners_goes(quad, size, other):
    matrix = geometry.inverse(flat_from_picture(quad, *size))
    (_, _, _), (_, _, _), (g, h, _) = matrix
    assume(all(abs(g * x + h * y + 1) > 1e-3 for x, y in other))
    assert geometry.apply_to_quad(matrix, other) == tuple(geometry.apply(matrix, [one])[0] for one in other)


@laws
@given(quad=FOUR_POINTS)
def test_four_quarter_turns_are_none(quad):
    assert geometry.turned(quad, 4) == quad


@laws
@given(quad=FOUR_POINTS, first=TURNS, second=TURNS)
def test_turns_add_up(quad, first, second):
    assert geometry.turned(geometry.turned(quad, first), second) == geometry.turned(quad, first + second)


@laws
@given(quad=cards())
def test_a_quarter_turn_changes_width_and_height_and_nothing_else(quad):
    turned = geometry.turned(quad, 1)
    assert geometry.size(turned) == pytest.approx(geometry.size(quad)[::-1])
    assert geometry.area(turned) == pytest.approx(geometry.area(quad))
    assert geometry.evenness(turned) == pytest.approx(geometry.evenness(quad))
    assert geometry.center(turned) == pytest.approx(geometry.center(quad))


@laws
@given(points=st.lists(POINTS, min_size=1, max_size=8), upright_deg=ANGLES, margin_px=MARGINS)
def test_a_rectangle_around_points_holds_them_all(points, upright_deg, margin_px):
    around = geometry.around(points, upright_deg, margin_px)
    assert all(geometry.contains(around, point, 1e-6 - margin_px) for point in points)


@laws
@given(points=st.lists(POINTS, min_size=1, max_size=8), upright_deg=ANGLES)
def test_a_rectangle_around_points_is_levelled_by_its_angle(points, upright_deg):
    around = geometry.around(points, upright_deg, 1)
    assert geometry.angle_deg(around) == pytest.approx(upright_deg, abs=1e-3)


@laws
@given(quad=FOUR_POINTS)
def test_evenness_lies_between_none_and_one(quad):
    assert 0 <= geometry.evenness(quad) <= 1


@laws
@given(quad=cards(), size=SIZES)
def test_a_card_contains_its_center_and_its_corners(quad, size):
    assert geometry.contains(quad, geometry.center(quad))
    assert all(geometry.contains(quad, corner, 1e-6) for corner in quad)


@laws
@given(quad=cards(), across=st.floats(-0.5, 1.5), down=st.floats(-0.5, 1.5), margin_px=MARGINS)
def test_a_margin_only_widens(quad, across, down, margin_px):
    left, top, right, bottom = geometry.bounds(quad)
    point = (left + across * (right - left), top + down * (bottom - top))
    assert geometry.contains(quad, point) <= geometry.contains(quad, point, margin_px)
