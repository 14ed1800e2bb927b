"""`extensionServiceConfig`: recording of a web page, and its way to a CDN."""

from __future__ import annotations

from typing import Literal

from agora_console.domain.config.base import WEB, Wire, setting
from agora_console.domain.page import PUBLISHER, RECORDER


class RtmpOutput(Wire):
    """One target of a push. The address holds the stream key."""

    rtmp_url: str = setting(
        title="RTMP address",
        sentence="Where the picture is pushed: rtmp:// or rtmps://, stream key included.",
        modes=WEB,
        required_in=WEB,
        kind="rtmp",
    )


class ServiceParam(Wire):
    """`serviceParam`: `outputs` belongs to the push, the rest to the recorder."""

    url: str | None = setting(
        None,
        title="Page address",
        sentence="Address of the page; it has to load without login and without a redirect.",
        modes=WEB,
        required_in=WEB,
        kind="url",
        service=RECORDER,
    )
    audio_profile: Literal[0, 1, 2] | None = setting(
        None,
        title="Sound quality",
        sentence="Quality of the recorded sound.",
        modes=WEB,
        required_in=WEB,
        labels=("48 kHz mono, 48 Kbps", "48 kHz mono, 128 Kbps", "48 kHz stereo, 192 Kbps"),
        service=RECORDER,
    )
    video_width: int | None = setting(
        None,
        title="Page width",
        sentence="Width of the page; together with the height at most 1920 × 1080 pixels.",
        modes=WEB,
        required_in=WEB,
        unit="px",
        minimum=240,
        maximum=1920,
        service=RECORDER,
    )
    video_height: int | None = setting(
        None,
        title="Page height",
        sentence="Height of the page; together with the width at most 1920 × 1080 pixels.",
        modes=WEB,
        required_in=WEB,
        unit="px",
        minimum=240,
        maximum=1920,
        service=RECORDER,
    )
    max_recording_hour: int | None = setting(
        None,
        title="Longest recording",
        sentence="Hours after which the recording ends by itself; it is billed until then.",
        modes=WEB,
        required_in=WEB,
        unit="h",
        minimum=1,
        maximum=720,
        service=RECORDER,
    )
    video_bitrate: int | None = setting(
        None,
        title="Bitrate",
        sentence="Left out: 2000 from 1280 × 720 on, 1500 below.",
        modes=WEB,
        unit="kbps",
        minimum=50,
        maximum=8000,
        soft=True,
        service=RECORDER,
    )
    video_fps: int = setting(
        15,
        title="Frame rate",
        sentence="Frames per second.",
        modes=WEB,
        unit="fps",
        minimum=5,
        maximum=60,
        service=RECORDER,
    )
    mobile: bool = setting(
        False,
        title="Page view",
        sentence="Load the page as a phone would.",
        modes=WEB,
        service=RECORDER,
    )
    max_video_duration: int = setting(
        120,
        title="Length of an MP4",
        sentence="Minutes per MP4 part; a part also ends at about 2 GB.",
        modes=WEB,
        unit="min",
        minimum=30,
        maximum=240,
        service=RECORDER,
    )
    onhold: bool = setting(
        False,
        title="Start paused",
        sentence="Open the page and write nothing until it is resumed.",
        modes=WEB,
        service=RECORDER,
    )
    ready_timeout: int = setting(
        0,
        title="Wait for the page",
        sentence="Seconds to wait for the page to report that it is ready; 0 does not wait.",
        modes=WEB,
        unit="s",
        minimum=0,
        maximum=60,
        service=RECORDER,
    )
    outputs: list[RtmpOutput] | None = setting(
        None,
        title="Targets",
        sentence="Where the picture is pushed; exactly one.",
        modes=WEB,
        required_in=WEB,
        min_items=1,
        max_items=1,
        service=PUBLISHER,
    )


class ExtensionService(Wire):
    """One service: the recorder of the page, or the push beside it."""

    service_name: Literal["web_recorder_service", "rtmp_publish_service", "aliyun_vod_service"] = (
        setting(
            title="Service",
            sentence="What the entry sets up.",
            modes=WEB,
            required_in=WEB,
            labels=("page recording", "push to a CDN", "ApsaraVideo (gone)"),
        )
    )
    error_handle_policy: Literal["error_abort", "error_ignore"] | None = setting(
        None,
        title="On error",
        sentence="error_abort for the recording, error_ignore for the push.",
        modes=WEB,
        labels=("stop everything", "go on without it"),
    )
    service_param: ServiceParam = setting(
        title="Service parameters",
        sentence="What the service needs to know.",
        modes=WEB,
        required_in=WEB,
    )


class ExtensionServiceConfig(Wire):
    """`extensionServiceConfig`, web mode only."""

    error_handle_policy: Literal["error_abort"] = setting(
        "error_abort",
        title="On error",
        sentence="error_abort is the only one there is.",
        modes=WEB,
        labels=("stop everything",),
    )
    api_version: str = setting(
        "v1",
        title="API version",
        sentence="No longer part of the API.",
        modes=WEB,
        legacy=True,
    )
    extension_services: list[ExtensionService] = setting(
        title="Services",
        sentence="The recorder of the page, and a push beside it if wanted.",
        modes=WEB,
        required_in=WEB,
        min_items=1,
        max_items=2,
    )
