"""Postponed transcoding and audio mixing: gone from the API outside China, still readable."""

from __future__ import annotations

from typing import Literal

from agora_console.domain.config.base import INDIVIDUAL, Wire, setting


class AppsCollection(Wire):
    """`appsCollection`: turns postponed transcoding on."""

    combination_policy: Literal["default", "postpone_transcoding"] = setting(
        "default",
        title="Postponed work",
        sentence="Whether files are transcoded or mixed after the recording.",
        modes=INDIVIDUAL,
        legacy=True,
    )


class TransConfig(Wire):
    """`transConfig`: the kind of postponed work."""

    trans_mode: Literal["postponeTranscoding", "audioMix"] = setting(
        title="Kind of work",
        sentence="An MP4 per UID, or one sound file of everybody.",
        modes=INDIVIDUAL,
        required_in=INDIVIDUAL,
        legacy=True,
    )


class Container(Wire):
    """`container`: the kind of file that comes out."""

    format: Literal["mp4", "mp3", "m4a", "aac"] | None = setting(
        None,
        title="Container",
        sentence="mp4 for transcoding; mp3, m4a or aac for audio mixing.",
        modes=INDIVIDUAL,
        legacy=True,
    )


class MixedAudio(Wire):
    """`audio`: the sound of an audio mix; numbers as text."""

    sample_rate: Literal["48000", "32000", "16000"] = setting(
        "48000",
        title="Sample rate",
        sentence="Samples per second, as text.",
        modes=INDIVIDUAL,
        legacy=True,
    )
    bitrate: Literal["48000"] = setting(
        "48000",
        title="Audio bitrate",
        sentence="The only value there is, as text.",
        modes=INDIVIDUAL,
        legacy=True,
    )
    channels: Literal["1", "2"] = setting(
        "2",
        title="Audio channels",
        sentence="Mono or stereo, as text.",
        modes=INDIVIDUAL,
        legacy=True,
    )


class TranscodeOptions(Wire):
    """`transcodeOptions`: only together with `appsCollection`."""

    trans_config: TransConfig = setting(
        title="Postponed work",
        sentence="What is done after the recording.",
        modes=INDIVIDUAL,
        required_in=INDIVIDUAL,
        legacy=True,
    )
    container: Container | None = setting(
        None,
        title="Container",
        sentence="The kind of file that comes out.",
        modes=INDIVIDUAL,
        legacy=True,
    )
    audio: MixedAudio | None = setting(
        None,
        title="Mixed sound",
        sentence="The sound of an audio mix.",
        modes=INDIVIDUAL,
        legacy=True,
    )
