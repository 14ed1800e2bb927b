"""The bodies of the API as typed values, and `RecordingConfig`, the document CONFIG.json."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import AliasChoices, SecretStr

from agora_console.domain.config.base import (
    EVERY,
    INDIVIDUAL,
    RTC,
    WEB,
    Wire,
    setting,
)
from agora_console.domain.config.legacy import AppsCollection, TranscodeOptions
from agora_console.domain.config.recording import (
    MAX_UIDS,
    ChannelRecording,
    RecordingFileConfig,
    SnapshotConfig,
)
from agora_console.domain.config.storage import StorageConfig
from agora_console.domain.config.web import ExtensionServiceConfig, RtmpOutput
from agora_console.domain.session import Mode


class StartRequest(Wire):
    """`start.clientRequest`."""

    token: SecretStr | None = setting(
        None,
        title="Token",
        sentence="RTC token of the recorder UID; needed when the project has a certificate.",
        modes=RTC,
        secret=True,
    )
    storage_config: StorageConfig = setting(
        title="Storage",
        sentence="Where the files go.",
        required_in=EVERY,
    )
    recording_config: ChannelRecording | None = setting(
        None,
        title="Recording",
        sentence="What is recorded, and how.",
        modes=RTC,
    )
    recording_file_config: RecordingFileConfig | None = setting(
        None,
        title="Files",
        sentence="The kinds of file; left out beside snapshots, nothing but these is kept.",
    )
    snapshot_config: SnapshotConfig | None = setting(
        None,
        title="Snapshots",
        sentence="Snapshots of everybody at an interval.",
        modes=INDIVIDUAL,
    )
    extension_service_config: ExtensionServiceConfig | None = setting(
        None,
        title="Page recording",
        sentence="The page that is recorded.",
        modes=WEB,
        required_in=WEB,
    )
    apps_collection: AppsCollection | None = setting(
        None,
        title="Postponed work",
        sentence="No longer part of the API outside China.",
        modes=INDIVIDUAL,
        legacy=True,
    )
    transcode_options: TranscodeOptions | None = setting(
        None,
        title="Postponed transcoding",
        sentence="No longer part of the API outside China.",
        modes=INDIVIDUAL,
        legacy=True,
    )


class AcquireRequest(Wire):
    """`acquire.clientRequest`."""

    scene: Literal[0, 1, 2] = setting(
        0,
        title="Scene",
        sentence="Follows from the mode: 1 for a web page, else 0; 2 is postponed transcoding.",
        labels=("real-time audio and video", "web page", "postponed transcoding (gone)"),
    )
    resource_expired_hour: int = setting(
        72,
        title="Control window",
        sentence="Hours from the start in which a recording can be asked, changed and stopped.",
        unit="h",
        minimum=1,
        maximum=720,
    )
    exclude_resource_ids: list[str] | None = setting(
        None,
        title="Keep away from",
        sentence="Resource ids of recordings whose zone is to be avoided, for a second recorder.",
        expert=True,
    )
    region: Literal["CN", "AP", "EU", "NA"] | None = setting(
        None,
        title="Recorder region",
        sentence="Zone that the recorder must not leave; left out, the zone of the caller.",
        labels=("mainland China", "Asia", "Europe", "North America"),
    )
    region_affinity: Literal[0, 1, 2, 3, 4] = setting(
        0,
        title="Preferred region",
        sentence="Zone that the recorder prefers; not together with a region.",
        labels=("nearest", "mainland China", "South-East Asia", "Europe", "North America"),
        expert=True,
    )
    start_parameter: StartRequest | None = setting(
        None,
        title="Start parameters",
        sentence="A copy of what start will say, for a better choice of server.",
        expert=True,
        opaque=True,
    )


class RecordingConfig(Wire):
    """CONFIG.json: the mode, and what acquire and start are asked, without any secret."""

    mode: Mode = setting(
        title="Recording mode",
        sentence="One mixed picture, everybody apart, or a web page.",
        required_in=EVERY,
        labels=("mix", "individual", "web page"),
    )
    client_request: StartRequest = setting(
        title="Recording",
        sentence="What start is asked.",
        required_in=EVERY,
    )
    acquire: AcquireRequest | None = setting(
        None,
        title="Limits",
        sentence="What acquire is asked.",
    )

    def document(self) -> dict[str, Any]:
        """Only what was set, by Agora's keys, in the order of the API reference, no secret."""
        return self.model_dump(by_alias=True, exclude_unset=True)


class AudioUidList(Wire):
    """`audioUidList` of update."""

    subscribe_audio_uids: list[str] | None = setting(
        None,
        title="Sound only of",
        sentence="UIDs whose sound is recorded from now on.",
        modes=RTC,
        kind="uids",
        min_items=1,
        max_items=MAX_UIDS,
    )
    un_subscribe_audio_uids: list[str] | None = setting(
        None,
        title="Sound of all but",
        sentence="UIDs whose sound is no longer recorded; everybody else's is.",
        modes=RTC,
        kind="uids",
        min_items=1,
        max_items=MAX_UIDS,
        alias="unSubscribeAudioUids",
        validation_alias=AliasChoices("unSubscribeAudioUids", "unsubscribeAudioUids"),
    )


class VideoUidList(Wire):
    """`videoUidList` of update."""

    subscribe_video_uids: list[str] | None = setting(
        None,
        title="Picture only of",
        sentence="UIDs whose picture is recorded from now on.",
        modes=RTC,
        kind="uids",
        min_items=1,
        max_items=MAX_UIDS,
    )
    un_subscribe_video_uids: list[str] | None = setting(
        None,
        title="Picture of all but",
        sentence="UIDs whose picture is no longer recorded; everybody else's is.",
        modes=RTC,
        kind="uids",
        min_items=1,
        max_items=MAX_UIDS,
        alias="unSubscribeVideoUids",
        validation_alias=AliasChoices("unSubscribeVideoUids", "unsubscribeVideoUids"),
    )


class StreamSubscribe(Wire):
    """`streamSubscribe`: the new subscription lists; they replace the old ones."""

    audio_uid_list: AudioUidList | None = setting(
        None,
        title="Sound",
        sentence="Whose sound is recorded.",
        modes=RTC,
    )
    video_uid_list: VideoUidList | None = setting(
        None,
        title="Picture",
        sentence="Whose picture is recorded.",
        modes=RTC,
    )


class WebRecordingUpdate(Wire):
    """`webRecordingConfig` of update: pause and resume of a page recording."""

    onhold: bool = setting(
        False,
        title="Paused",
        sentence="True pauses the recording of a page, false resumes it.",
        modes=WEB,
    )


class RtmpPublishUpdate(Wire):
    """`rtmpPublishConfig` of update: a new target of the push."""

    outputs: list[RtmpOutput] | None = setting(
        None,
        title="Targets",
        sentence="Where the picture is pushed from now on.",
        modes=WEB,
        max_items=1,
    )


class UpdateRequest(Wire):
    """`update.clientRequest`: one kind of change a call."""

    stream_subscribe: StreamSubscribe | None = setting(
        None,
        title="Subscription",
        sentence="Whose sound and picture are recorded.",
        modes=RTC,
    )
    web_recording_config: WebRecordingUpdate | None = setting(
        None,
        title="Pause",
        sentence="Pause and resume of a page recording.",
        modes=WEB,
    )
    rtmp_publish_config: RtmpPublishUpdate | None = setting(
        None,
        title="Push",
        sentence="Target of the push, when it was started with one.",
        modes=WEB,
    )
    storage_config: StorageConfig | None = setting(
        None,
        title="Storage",
        sentence="Complete storage settings with fresh temporary credentials.",
    )


class StopRequest(Wire):
    """`stop.clientRequest`."""

    async_stop: bool = setting(
        False,
        title="Stop without waiting",
        sentence="True answers at once and lists no files, false after the upload.",
        alias="async_stop",
    )
