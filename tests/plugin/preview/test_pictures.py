from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)

UTM, DEGREES = QgsCoordinateReferenceSystem("EPSG:32631"), QgsCoordinateReferenceSystem("EPSG:4326")


def test_a_picture_in_the_map_s_own_crs_is_one_patch(qgis_app, picture):
    from releve.plugin.preview.pictures import Picture, patches

    (patch,) = patches(Picture.from_json(picture()), UTM)
    corners = [(corner.x(), corner.y()) for corner in patch.corners]
    assert corners == [(500_000, 5_000_000), (501_000, 5_000_000), (501_000, 4_999_000), (500_000, 4_999_000)]
    assert patch.pixels.width() == patch.pixels.height() == 100


def test_a_picture_without_a_crs_lies_as_its_numbers_say(qgis_app, picture):
    from releve.plugin.preview.pictures import Picture, patches

    (patch,) = patches(Picture.from_json(picture(0, 100, crs="", side_m=100)), DEGREES)
    assert (patch.corners[2].x(), patch.corners[2].y()) == (100, 0)


def test_a_wide_picture_is_bent_in_pieces_that_are_right_to_half_a_pixel(qgis_app, picture):
    from releve.plugin.preview.pictures import Picture, patches

    wide = Picture.from_json(picture(300_000, 6_500_000, side_m=400_000, pixels=400))
    found = patches(wide, DEGREES)
    assert len(found) > 4
    assert sum(patch.pixels.width() * patch.pixels.height() for patch in found) == 400 * 400
    move = QgsCoordinateTransform(UTM, DEGREES, QgsProject.instance())
    for patch in found:
        middle = patch.pixels.center()
        truth = move.transform(QgsPointXY(300_000 + middle.x() * 1000, 6_500_000 - middle.y() * 1000))
        straight = sum(c.x() for c in patch.corners) / 4, sum(c.y() for c in patch.corners) / 4
        assert abs(truth.x() - straight[0]) < 0.5 * 0.018  # degrees of a pixel at 58° north
        assert abs(truth.y() - straight[1]) < 0.5 * 0.009


def test_what_has_no_place_on_the_map_is_left_out(qgis_app, picture):
    from releve.plugin.preview.pictures import Picture, patches

    world = picture(-180, 90, crs="EPSG:4326", pixels=64)
    world["extent"] = [-180, -90, 180, 90]
    stereographic = QgsCoordinateReferenceSystem(
        "EPSG:3413"
    )  # of the Arctic: the other pole is infinitely far
    found = patches(Picture.from_json(world), stereographic)
    assert 0 < sum(patch.pixels.width() * patch.pixels.height() for patch in found) < 64 * 64 + 1


def test_the_same_place_is_known_again(qgis_app, picture):
    from releve.plugin.preview.pictures import Picture

    one, other = Picture.from_json(picture()), Picture.from_json(picture(colour="#0072b2"))
    assert one.place == other.place != Picture.from_json(picture(left=501_000)).place
    assert one.extent == QgsRectangle(500_000, 4_999_000, 501_000, 5_000_000)
