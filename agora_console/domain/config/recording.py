"""`recordingConfig`, `recordingFileConfig` and `snapshotConfig`: what is recorded, and how."""

from __future__ import annotations

from typing import Literal

from pydantic import AliasChoices, SecretStr

from agora_console.domain.config.base import INDIVIDUAL, MIX, RTC, Wire, setting
from agora_console.domain.config.picture import TranscodingConfig

EVERYBODY = "#allstream#"
"""The one entry of a subscription list that is no UID: everybody in the channel."""

BLACK_LISTS = {
    "unsubscribeAudioUids": "unSubscribeAudioUids",
    "unsubscribeVideoUids": "unSubscribeVideoUids",
}
"""The other spelling of the black lists (Agora's sources disagree), and the one used here."""

MAX_UIDS = 32
"""Entries of one subscription list."""

GROUP_CAPACITY = (2, 7, 12, 17, 32, 49)
"""Largest number of distinct subscribed UIDs for each value of `subscribeUidGroup`."""


class ChannelRecording(Wire):
    """`recordingConfig`: subscription and output. Modes mix and individual."""

    channel_type: Literal[0, 1] = setting(
        0,
        title="Channel type",
        sentence="Profile of the channel; has to be the one that the people in it use.",
        modes=RTC,
        required_in=RTC,
        labels=("communication", "live broadcast"),
    )
    stream_types: Literal[0, 1, 2] = setting(
        2,
        title="Record",
        sentence="Which media are recorded.",
        modes=RTC,
        labels=("audio only", "video only", "audio and video"),
    )
    stream_mode: Literal["default", "standard", "original"] = setting(
        "default",
        title="Stream mode",
        sentence="Separate indexes, one merged index more, or audio that is not transcoded.",
        modes=INDIVIDUAL,
        labels=(
            "audio and video apart",
            "apart and merged (recommended)",
            "original audio (streams: audio only)",
        ),
    )
    decryption_mode: Literal[0, 1, 2, 3, 4, 5, 6, 7, 8] = setting(
        0,
        title="Encryption",
        sentence="Encryption of the channel; the channel secret comes with it.",
        modes=RTC,
        labels=(
            "not encrypted",
            "AES-128-XTS",
            "AES-128-ECB",
            "AES-256-XTS",
            "SM4-128-ECB",
            "AES-128-GCM",
            "AES-256-GCM",
            "AES-128-GCM2",
            "AES-256-GCM2",
        ),
    )
    secret: SecretStr | None = setting(
        None,
        title="Channel secret",
        sentence="Key of an encrypted channel.",
        modes=RTC,
        secret=True,
    )
    salt: SecretStr | None = setting(
        None,
        title="Channel salt",
        sentence="Salt of an encrypted channel (modes 7 and 8): base64 of 32 bytes.",
        modes=RTC,
        secret=True,
    )
    audio_profile: Literal[0, 1, 2] = setting(
        0,
        title="Sound quality",
        sentence="Quality of the mixed sound.",
        modes=MIX,
        labels=("48 kHz mono, 48 Kbps", "48 kHz mono, 128 Kbps", "48 kHz stereo, 192 Kbps"),
    )
    video_stream_type: Literal[0, 1] = setting(
        0,
        title="Video stream",
        sentence="Which stream of a sender in dual-stream mode is taken.",
        modes=RTC,
        labels=("high quality", "low quality"),
    )
    max_idle_time: int = setting(
        30,
        title="Leave when idle",
        sentence="Seconds without anybody (live broadcast: without a host) until it ends.",
        modes=RTC,
        unit="s",
        minimum=5,
        maximum=2_592_000,
    )
    transcoding_config: TranscodingConfig | None = setting(
        None,
        title="Picture",
        sentence="Size, rate and layout of the mixed picture.",
        modes=MIX,
    )
    subscribe_audio_uids: list[str] | None = setting(
        None,
        title="Sound only of",
        sentence="UIDs whose sound is recorded; leave it out for everybody.",
        modes=RTC,
        kind="uids",
        max_items=MAX_UIDS,
    )
    un_subscribe_audio_uids: list[str] | None = setting(
        None,
        title="Sound of all but",
        sentence="UIDs whose sound is not recorded; everybody else's is.",
        modes=RTC,
        kind="uids",
        max_items=MAX_UIDS,
        alias="unSubscribeAudioUids",
        validation_alias=AliasChoices("unSubscribeAudioUids", "unsubscribeAudioUids"),
    )
    subscribe_video_uids: list[str] | None = setting(
        None,
        title="Picture only of",
        sentence="UIDs whose picture is recorded; leave it out for everybody.",
        modes=RTC,
        kind="uids",
        max_items=MAX_UIDS,
    )
    un_subscribe_video_uids: list[str] | None = setting(
        None,
        title="Picture of all but",
        sentence="UIDs whose picture is not recorded; everybody else's is.",
        modes=RTC,
        kind="uids",
        max_items=MAX_UIDS,
        alias="unSubscribeVideoUids",
        validation_alias=AliasChoices("unSubscribeVideoUids", "unsubscribeVideoUids"),
    )
    subscribe_uid_group: Literal[0, 1, 2, 3, 4, 5] | None = setting(
        None,
        title="People at the peak",
        sentence="How many different UIDs are recorded at the peak.",
        modes=INDIVIDUAL,
        required_in=INDIVIDUAL,
        labels=("1 to 2", "3 to 7", "8 to 12", "13 to 17", "18 to 32", "33 to 49"),
    )
    private_params: str | None = setting(
        None,
        title="Private parameters",
        sentence="Undocumented: JSON inside a text, handed to the recorder as it is.",
        modes=RTC,
        expert=True,
    )


class RecordingFileConfig(Wire):
    """`recordingFileConfig`: the kinds of file. Leave it out for snapshots only."""

    av_file_type: list[Literal["hls", "mp4"]] = setting(
        ["hls"],
        title="File type",
        sentence="HLS always; MP4 beside it in mix and web.",
        labels=("HLS", "MP4"),
        min_items=1,
        max_items=2,
    )


class SnapshotConfig(Wire):
    """`snapshotConfig`: JPEG snapshots of everybody, individual mode only."""

    capture_interval: int = setting(
        10,
        title="Snapshot interval",
        sentence="Seconds between two snapshots of one person.",
        modes=INDIVIDUAL,
        unit="s",
        minimum=5,
        maximum=3600,
    )
    file_type: list[Literal["jpg"]] = setting(
        title="Snapshot type",
        sentence="JPEG is the only one there is.",
        modes=INDIVIDUAL,
        required_in=INDIVIDUAL,
        labels=("JPEG",),
        min_items=1,
        max_items=1,
    )
