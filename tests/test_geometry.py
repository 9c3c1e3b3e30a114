import pytest

from cardscan import geometry
from cardscan.geometry import rectangle

LEVEL = rectangle(10, 20, 110, 60)
FALLING = ((0, 0), (100, 100), (60, 140), (-40, 40))
"""Its top edge falls to the right by 45 degrees."""
NARROW_BELOW = ((0, 0), (100, 0), (75, 100), (25, 100))
IDENTITY = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def test_a_rectangle_runs_clockwise_from_its_top_left():
    assert LEVEL == ((10, 20), (110, 20), (110, 60), (10, 60))


def test_bounds_hold_all_points():
    assert geometry.bounds([(3, 8), (-1, 5), (2, 9)]) == (-1, 5, 3, 9)


def test_center_is_where_the_corners_balance():
    assert geometry.center(LEVEL) == (60, 40)


@pytest.mark.parametrize("first", range(4))
def test_the_most_upright_quad_begins_at_the_top_left(first):
    assert geometry.most_upright(geometry.turned(LEVEL, first)) == LEVEL


def test_size_is_measured_along_the_quads_own_edges():
    assert geometry.size(FALLING) == pytest.approx((141.42, 56.57), abs=0.01)


def test_size_is_the_mean_of_opposite_sides():
    assert geometry.size(NARROW_BELOW)[0] == 75


def test_area_is_that_inside_the_outline():
    assert geometry.area(LEVEL) == 4000
    assert geometry.area(NARROW_BELOW) == 7500


def test_a_parallelogram_is_even():
    assert geometry.evenness(FALLING) == pytest.approx(1)


def test_a_quad_is_as_even_as_its_most_unlike_sides():
    assert geometry.evenness(NARROW_BELOW) == 0.5


def test_a_point_without_extent_is_not_even():
    assert geometry.evenness(rectangle(5, 5, 5, 5)) == 0


@pytest.mark.parametrize(
    ("corner", "degrees"),
    [((100, 0), 0), ((100, 100), 45), ((100, -100), -45), ((0, 100), 90), ((-100, 0), 180)],
    ids=["level", "falling", "rising", "downwards", "upside down"],
)
def test_the_angle_turns_the_top_edge_level(corner, degrees):
    assert geometry.angle_deg(((0, 0), corner, (0, 0), (0, 0))) == pytest.approx(degrees)


@pytest.mark.parametrize(
    ("point", "inside"),
    [((10, 20), True), ((60, 40), True), ((60, 61), False), ((9, 40), False), ((111, 19), False)],
)
def test_a_quad_contains_its_inside_and_its_edge(point, inside):
    assert geometry.contains(LEVEL, point) is inside


@pytest.mark.parametrize(("point", "inside"), [((60, 65), True), ((60, 65.5), False), ((5, 40), True)])
def test_a_margin_widens_a_quad_on_each_side(point, inside):
    assert geometry.contains(LEVEL, point, margin_px=5) is inside


@pytest.mark.parametrize(("turns", "first"), [(0, (10, 20)), (1, (110, 20)), (2, (110, 60)), (3, (10, 60))])
def test_turning_counter_clockwise_puts_the_next_corner_first(turns, first):
    assert geometry.turned(LEVEL, turns)[0] == first


def test_turning_back_undoes_a_turn():
    assert geometry.turned(geometry.turned(LEVEL, 1), -1) == LEVEL


def test_a_level_rectangle_around_points_is_their_bounds_and_a_margin():
    assert geometry.around([(0, 0), (10, 4)], 0, 3) == rectangle(-3, -3, 13, 7)


def test_a_tilted_rectangle_lies_close_around_tilted_points():
    around = geometry.around(FALLING, 45, 0)
    assert [x for corner in around for x in corner] == pytest.approx(
        [x for corner in FALLING for x in corner]
    )


def test_a_homography_divides_by_the_depth_of_a_point():
    assert geometry.apply(((2, 0, 0), (0, 2, 0), (0.5, 0, 1)), [(2, 3), (0, 3)]) == ((2, 3), (0, 6))


def test_no_points_stay_no_points():
    assert geometry.apply(IDENTITY, []) == ()


def test_a_matrix_that_flattens_the_plane_has_no_inverse():
    with pytest.raises(ZeroDivisionError):
        geometry.inverse(((1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)))
