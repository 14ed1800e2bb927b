"""`transcodingConfig` and the body of `updateLayout`: the mixed picture."""

from __future__ import annotations

from typing import Literal

from agora_console.domain.config.base import MIX, Wire, setting

MAX_REGIONS = 17
"""People drawn at a time, and entries of `layoutConfig`."""

MAX_PIXELS = 1920 * 1080
"""Largest area of a canvas, in pixels."""

MAX_SIDE = 1920
"""Longest side of a canvas, in pixels."""

FRAME_RATES = (1, 7, 10, 15, 24, 30, 60)
"""Frames per second that exist; any other becomes 15 without a word."""


class LayoutRegion(Wire):
    """One entry of `layoutConfig`: fractions of the canvas, origin top left."""

    uid: str | None = setting(
        None,
        title="Region UID",
        sentence="Whose picture it is; left out, the region goes to the next one who joins.",
        modes=MIX,
        kind="uid",
    )
    x_axis: float = setting(
        title="Region left edge",
        sentence="Left edge, as a fraction of the canvas.",
        modes=MIX,
        required_in=MIX,
        minimum=0,
        maximum=1,
        alias="x_axis",
    )
    y_axis: float = setting(
        title="Region top edge",
        sentence="Top edge, as a fraction of the canvas.",
        modes=MIX,
        required_in=MIX,
        minimum=0,
        maximum=1,
        alias="y_axis",
    )
    width: float = setting(
        title="Region width",
        sentence="Width, as a fraction of the canvas.",
        modes=MIX,
        required_in=MIX,
        minimum=0,
        maximum=1,
    )
    height: float = setting(
        title="Region height",
        sentence="Height, as a fraction of the canvas.",
        modes=MIX,
        required_in=MIX,
        minimum=0,
        maximum=1,
    )
    alpha: float = setting(
        1.0,
        title="Region opacity",
        sentence="0 is transparent, 1 is opaque.",
        modes=MIX,
        minimum=0,
        maximum=1,
    )
    render_mode: Literal[0, 1] = setting(
        0,
        title="Region rendering",
        sentence="Fill the region and lose the edges, or show all of it with bars.",
        modes=MIX,
        labels=("crop to fill", "fit with bars"),
        alias="render_mode",
    )


class UserBackground(Wire):
    """One entry of `backgroundConfig`: the image shown in a person's region without video."""

    uid: str = setting(
        title="Background UID",
        sentence="Whose region the image fills.",
        modes=MIX,
        required_in=MIX,
        kind="uid",
    )
    image_url: str = setting(
        title="Background of a person",
        sentence="Address of a JPEG or BMP of at most 6 MB.",
        modes=MIX,
        required_in=MIX,
        kind="url",
        alias="image_url",
    )
    render_mode: Literal[0, 1] = setting(
        0,
        title="Background rendering",
        sentence="Fill the region and lose the edges, or show all of it with bars.",
        modes=MIX,
        labels=("crop to fill", "fit with bars"),
        alias="render_mode",
    )


class Canvas(Wire):
    """The numbers of the mixed picture."""

    width: int = setting(
        360,
        title="Width",
        sentence="Width of the picture; together with the height at most 1920 × 1080 pixels.",
        modes=MIX,
        unit="px",
        minimum=1,
        maximum=MAX_SIDE,
    )
    height: int = setting(
        640,
        title="Height",
        sentence="Height of the picture; together with the width at most 1920 × 1080 pixels.",
        modes=MIX,
        unit="px",
        minimum=1,
        maximum=MAX_SIDE,
    )
    fps: int = setting(
        15,
        title="Frame rate",
        sentence="Frames per second; only some rates exist.",
        modes=MIX,
        unit="fps",
        choices=FRAME_RATES,
        soft=True,
    )
    bitrate: int = setting(
        500,
        title="Bitrate",
        sentence="Bitrate of the picture; the table of profiles has a good one for each size.",
        modes=MIX,
        unit="kbps",
        minimum=1,
        maximum=6500,
    )


class LayoutUpdate(Wire):
    """The body of `updateLayout`. It replaces all: what is left out becomes default."""

    mixed_video_layout: Literal[0, 1, 2, 3] = setting(
        0,
        title="Layout",
        sentence="How the people are arranged on the canvas.",
        modes=MIX,
        labels=("floating", "best fit", "vertical", "custom"),
    )
    max_resolution_uid: str | None = setting(
        None,
        title="Large UID",
        sentence="Who is shown large on the left; vertical layout only.",
        modes=MIX,
        kind="uid",
    )
    background_color: str = setting(
        "#000000",
        title="Background",
        sentence="Colour of the canvas, as #RRGGBB.",
        modes=MIX,
        kind="colour",
    )
    background_image: str | None = setting(
        None,
        title="Background image",
        sentence="Image behind everything: address of a JPEG or BMP of at most 6 MB.",
        modes=MIX,
        kind="url",
    )
    default_user_background_image: str | None = setting(
        None,
        title="Image without video",
        sentence="Image shown in a region 3.5 s after its person has stopped sending video.",
        modes=MIX,
        kind="url",
    )
    layout_config: list[LayoutRegion] | None = setting(
        None,
        title="Regions",
        sentence="The regions of a custom layout, at most 17.",
        modes=MIX,
        max_items=MAX_REGIONS,
    )
    background_config: list[UserBackground] | None = setting(
        None,
        title="Images of people",
        sentence="An image per UID, stronger than the one for all.",
        modes=MIX,
    )


class TranscodingConfig(LayoutUpdate, Canvas):
    """`transcodingConfig`: the canvas, then the layout that it starts with."""
