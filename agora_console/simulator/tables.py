"""The reference's request tables (API section 3), carried over as the simulator's own data.

Paths, types, ranges and modes follow the newest source. What the reference marks as advice only
(fps outside the list, `videoBitrate`) is checked for its type alone.
"""

from __future__ import annotations

from agora_console.simulator.shape import (
    Field,
    Predicate,
    is_flag,
    is_integer,
    is_number,
    is_object,
    is_objects,
    is_text,
    is_texts,
    is_uid,
    items,
    matching,
    not_empty,
    one_of,
    within,
)
from agora_console.simulator.vendors import VENDORS

RTC = frozenset({"individual", "mix"})
INDIVIDUAL = frozenset({"individual"})
MIX = frozenset({"mix"})
WEB = frozenset({"web"})

CHANNEL_NAME = matching(r"[A-Za-z0-9 !#$%&()+\-:;<=.>?@\[\]^_{}|~,]{1,64}")
WEB_NAME_BYTES = 1024

_web_address = matching(r"https?://[^\s/?#]+[^\s]*")
_rtmp_address = matching(r"rtmps?://.+")
_fraction = within(0, 1)
_uid_or_empty: Predicate = lambda value: value == "" or is_uid(value)  # noqa: E731


def _file_types(value: list[str]) -> bool:
    """hls, alone or with mp4; which modes take mp4 is rule X10."""
    return sorted(value) in (["hls"], ["hls", "mp4"])


def _uids(value: list[str]) -> bool:
    return len(value) <= 32 and all(map(is_uid, value))


def _uids_or_everybody(value: list[str]) -> bool:
    return value == ["#allstream#"] or _uids(value)


def _lists(medium: str, *, may_be_empty: bool) -> tuple[Field, ...]:
    """White list and black list of one medium; the sources spell the black list in two ways.

    Rule X16: at most 32 UIDs; only a white list may name everybody instead.
    """

    def a_list(name: str, entries: Predicate) -> Field:
        def accepts(value: list[str]) -> bool:
            return entries(value) and (may_be_empty or not_empty(value))

        return Field(name, is_texts, accepts, modes=RTC)

    return (
        a_list(f"subscribe{medium}Uids", _uids_or_everybody),
        a_list(f"unSubscribe{medium}Uids", _uids),
        a_list(f"unsubscribe{medium}Uids", _uids),
    )


LAYOUT = (
    Field("mixedVideoLayout", is_integer, one_of(0, 1, 2, 3)),
    Field("maxResolutionUid", is_text, is_uid),
    Field("backgroundColor", is_text, matching("#[0-9A-Fa-f]{6}")),
    Field("backgroundImage", is_text, _web_address),
    Field("defaultUserBackgroundImage", is_text, _web_address),
    Field(
        "layoutConfig",
        is_objects,
        items(0, 17),
        fields=(
            Field("uid", is_text, _uid_or_empty),
            Field("x_axis", is_number, _fraction, required=True),
            Field("y_axis", is_number, _fraction, required=True),
            Field("width", is_number, _fraction, required=True),
            Field("height", is_number, _fraction, required=True),
            Field("alpha", is_number, _fraction),
            Field("render_mode", is_integer, one_of(0, 1)),
        ),
    ),
    Field(
        "backgroundConfig",
        is_objects,
        fields=(
            Field("uid", is_text, is_uid, required=True),
            Field("image_url", is_text, _web_address, required=True),
            Field("render_mode", is_integer, one_of(0, 1)),
        ),
    ),
)

STORAGE = Field(
    "storageConfig",
    is_object,
    fields=(
        Field("vendor", is_integer, one_of(*VENDORS), required=True),
        Field("region", is_integer, required=True),
        Field("bucket", is_text, not_empty, required=True),
        Field("accessKey", is_text, not_empty, required=True),
        Field("secretKey", is_text, not_empty, required=True),
        Field("stsToken", is_text),
        Field("stsExpiration", is_integer, within(0, (1 << 64) - 1)),
        Field("fileNamePrefix", is_texts),
        Field(
            "extensionParams",
            is_object,
            fields=(
                Field("sse", is_text),
                Field("tag", is_text),
                Field("endpoint", is_text),
            ),
        ),
    ),
)
REQUIRED_STORAGE = Field(STORAGE.name, STORAGE.type, required=True, fields=STORAGE.fields)

TRANSCODING = Field(
    "transcodingConfig",
    is_object,
    modes=MIX,
    refused_elsewhere=True,
    fields=(
        Field("width", is_integer, within(1, 1920)),
        Field("height", is_integer, within(1, 1920)),
        Field("fps", is_integer),
        Field("bitrate", is_integer, within(1, 6500)),
        *LAYOUT,
    ),
)

RECORDING = Field(
    "recordingConfig",
    is_object,
    modes=RTC,
    refused_elsewhere=True,
    fields=(
        Field("channelType", is_integer, one_of(0, 1), required=True),
        Field("streamTypes", is_integer, one_of(0, 1, 2)),
        Field(
            "streamMode",
            is_text,
            one_of("default", "standard", "original"),
            modes=INDIVIDUAL,
            refused_elsewhere=True,
        ),
        Field("decryptionMode", is_integer, one_of(*range(9))),
        Field("secret", is_text),
        Field("salt", is_text),
        Field("audioProfile", is_integer, one_of(0, 1, 2), modes=MIX, refused_elsewhere=True),
        Field("videoStreamType", is_integer, one_of(0, 1)),
        Field("maxIdleTime", is_integer, within(5, 2592000)),
        TRANSCODING,
        *_lists("Audio", may_be_empty=True),
        *_lists("Video", may_be_empty=True),
        Field("subscribeUidGroup", is_integer, one_of(*range(6)), required=True, modes=INDIVIDUAL),
        Field("privateParams", is_text),
    ),
)

FILES = Field(
    "recordingFileConfig",
    is_object,
    fields=(Field("avFileType", is_texts, _file_types),),
)

SNAPSHOTS = Field(
    "snapshotConfig",
    is_object,
    modes=INDIVIDUAL,
    refused_elsewhere=True,
    fields=(
        Field("captureInterval", is_integer, within(5, 3600)),
        Field("fileType", is_texts, one_of(["jpg"]), required=True),
    ),
)

PAGE = (
    Field("url", is_text, _web_address, required=True),
    Field("audioProfile", is_integer, one_of(0, 1, 2), required=True),
    Field("videoWidth", is_integer, within(240, 1920), required=True),
    Field("videoHeight", is_integer, within(240, 1920), required=True),
    Field("maxRecordingHour", is_integer, within(1, 720), required=True),
    Field("videoBitrate", is_integer),
    Field("videoFps", is_integer, within(5, 60)),
    Field("mobile", is_flag),
    Field("maxVideoDuration", is_integer, within(30, 240)),
    Field("onhold", is_flag),
    Field("readyTimeout", is_integer, within(0, 60)),
)
PUBLISH = (
    Field(
        "outputs",
        is_objects,
        items(1, 1),
        required=True,
        fields=(Field("rtmpUrl", is_text, _rtmp_address, required=True),),
    ),
)
SERVICES = {
    "web_recorder_service": ("error_abort", PAGE),
    "rtmp_publish_service": ("error_ignore", PUBLISH),
}

EXTENSION = Field(
    "extensionServiceConfig",
    is_object,
    required=True,
    modes=WEB,
    refused_elsewhere=True,
    fields=(
        Field("errorHandlePolicy", is_text, one_of("error_abort")),
        Field(
            "extensionServices",
            is_objects,
            items(1, 2),
            required=True,
            fields=(
                Field("serviceName", is_text, one_of(*SERVICES), required=True),
                Field("errorHandlePolicy", is_text),
                Field("serviceParam", is_object, required=True),
            ),
        ),
    ),
)

# Older: postponed transcoding. The newest reference dropped it without saying it is refused.
LEGACY = (
    Field(
        "appsCollection",
        is_object,
        modes=INDIVIDUAL,
        fields=(Field("combinationPolicy", is_text, one_of("default", "postpone_transcoding")),),
    ),
    Field(
        "transcodeOptions",
        is_object,
        modes=INDIVIDUAL,
        fields=(
            Field(
                "transConfig",
                is_object,
                required=True,
                fields=(
                    Field(
                        "transMode",
                        is_text,
                        one_of("postponeTranscoding", "audioMix"),
                        required=True,
                    ),
                ),
            ),
            Field(
                "container",
                is_object,
                fields=(Field("format", is_text, one_of("mp4", "mp3", "m4a", "aac")),),
            ),
            Field(
                "audio",
                is_object,
                fields=(
                    Field("sampleRate", is_text, one_of("48000", "32000", "16000")),
                    Field("bitrate", is_text, one_of("48000")),
                    Field("channels", is_text, one_of("1", "2")),
                ),
            ),
        ),
    ),
)

ACQUIRE = (
    Field("scene", is_integer, one_of(0, 1, 2)),
    Field("resourceExpiredHour", is_integer, within(1, 720)),
    Field("excludeResourceIds", is_texts),
    Field("region", is_text, one_of("CN", "AP", "EU", "NA")),
    Field("regionAffinity", is_integer, one_of(*range(5))),
    Field("startParameter", is_object),
)

START = (
    Field("token", is_text, modes=RTC),
    REQUIRED_STORAGE,
    RECORDING,
    FILES,
    SNAPSHOTS,
    EXTENSION,
    *LEGACY,
)

UPDATE = (
    Field(
        "streamSubscribe",
        is_object,
        modes=RTC,
        fields=tuple(
            Field(name, is_object, fields=_lists(medium, may_be_empty=False))
            for name, medium in (("audioUidList", "Audio"), ("videoUidList", "Video"))
        ),
    ),
    Field("webRecordingConfig", is_object, modes=WEB, fields=(Field("onhold", is_flag),)),
    Field(
        "rtmpPublishConfig",
        is_object,
        modes=WEB,
        fields=(
            Field(
                "outputs",
                is_objects,
                items(0, 1),
                fields=(Field("rtmpUrl", is_text, _rtmp_address),),
            ),
        ),
    ),
    STORAGE,
)

STOP = (Field("async_stop", is_flag),)

CLIENT_REQUEST: dict[str, tuple[Field, ...]] = {
    "acquire": ACQUIRE,
    "start": START,
    "update": UPDATE,
    "updateLayout": LAYOUT,
    "stop": STOP,
}
"""The fields of `clientRequest`, method by method; `query` has no body."""
