"""Mistakes as people make them, and what the linter says: severity, place, words, and the way out.

`left` is what the whole config looks like at one place after every fix was applied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from agora_console.domain.intake.lint import LintInput, lint, mend
from agora_console.domain.paths import MISSING, read
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import CheckContext
from tests.support.configs import changed, individual, lacking, mix, web

Json = dict[str, Any]

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
REQUEST = "clientRequest"
STORE = f"{REQUEST}.storageConfig"
RECORDING = f"{REQUEST}.recordingConfig"
CANVAS = f"{RECORDING}.transcodingConfig"
SERVICES = f"{REQUEST}.extensionServiceConfig.extensionServices"
PARAM = f"{SERVICES}[0].serviceParam"
SIZE = {"width": 1280, "height": 720, "fps": 15, "bitrate": 2260}
HALF = {"x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1}


def made(document: Json, *pairs: Any) -> Json:
    """The config with values at paths; the value MISSING takes one away."""
    for path, value in zip(pairs[::2], pairs[1::2], strict=True):
        gone = value is MISSING
        document = lacking(document, path) if gone else changed(document, path, value)
    return document


def custom(**region: Any) -> Json:
    regions = [{**HALF, **region}]
    return made(mix(), f"{CANVAS}.mixedVideoLayout", 3, f"{CANVAS}.layoutConfig", regions)


@dataclass(frozen=True)
class Mistake:
    """A config, the finding it has to have, and what is at `at` when all fixes are applied."""

    document: Json
    severity: Severity
    path: str
    words: str
    at: str = ""
    left: Any = None
    context: CheckContext | None = None

    def __str__(self) -> str:
        return f"{self.path.rpartition('.')[2]}: {self.words}"[:70]


MISTAKES = [
    # --- a key that is not read
    Mistake(made(mix(), f"{CANVAS}.bitrate", MISSING, f"{CANVAS}.videobitrate", 2000), WARNING,
            f"{CANVAS}.videobitrate", "did you mean bitrate?", CANVAS, {**SIZE, "bitrate": 2000}),
    Mistake(made(mix(), CANVAS, {"videoWidth": 1280, "videoHeight": 720, "frameRate": 15,
                                 "videoBitrate": 2260}), WARNING,
            f"{CANVAS}.frameRate", "did you mean fps?", CANVAS, SIZE),
    Mistake(made(web(), f"{PARAM}.bitrate", 900), WARNING, f"{PARAM}.bitrate",
            "did you mean videoBitrate?", f"{PARAM}.videoBitrate", 900),
    Mistake(made(web(), f"{PARAM}.VideoBitrate", 900), WARNING, f"{PARAM}.VideoBitrate",
            "Agora reads videoBitrate, not VideoBitrate; a key in the wrong case is ignored.",
            f"{PARAM}.videoBitrate", 900),
    Mistake(made(mix(), CANVAS, MISSING, f"{REQUEST}.transcodingConfig", SIZE), WARNING,
            f"{REQUEST}.transcodingConfig", f"it belongs at {CANVAS}.", CANVAS, SIZE),
    Mistake(made(mix(), CANVAS, MISSING, "transcodingConfig", SIZE), WARNING, "transcodingConfig",
            f"it belongs at {CANVAS}.", CANVAS, SIZE),
    Mistake(made(mix(), f"{CANVAS}.backgroudColor", "#102030"), WARNING,
            f"{CANVAS}.backgroudColor", "did you mean backgroundColor?",
            f"{CANVAS}.backgroundColor", "#102030"),
    Mistake(made(custom(), f"{CANVAS}.layoutConfig[0].renderMode", 1), WARNING,
            f"{CANVAS}.layoutConfig[0].renderMode",
            "Agora reads render_mode, not renderMode; a key in another spelling is ignored.",
            f"{CANVAS}.layoutConfig[0].render_mode", 1),
    Mistake(made(web(), f"{PARAM}.url", MISSING, f"{SERVICES}[0].url", "https://a.example"),
            WARNING, f"{SERVICES}[0].url", f"it belongs at {PARAM}.url.", f"{PARAM}.url",
            "https://a.example"),
    Mistake(made(individual(), f"{REQUEST}.transcodingConfig", SIZE), WARNING,
            f"{REQUEST}.transcodingConfig", "exists in mix mode only",
            f"{REQUEST}.transcodingConfig", MISSING),
    Mistake(made(mix(), f"{REQUEST}.resourceExpiredHour", 24), WARNING,
            f"{REQUEST}.resourceExpiredHour", "it belongs at acquire.resourceExpiredHour.",
            "acquire.resourceExpiredHour", 24),
    Mistake(made(mix(), f"{RECORDING}.maxIdleTime", MISSING, f"{REQUEST}.maxIdleTime", 200),
            WARNING, f"{REQUEST}.maxIdleTime", f"it belongs at {RECORDING}.maxIdleTime.",
            f"{RECORDING}.maxIdleTime", 200),
    Mistake(made(mix(), RECORDING, MISSING, "recordingConfig", {"channelType": 1}), WARNING,
            "recordingConfig", f"it belongs at {RECORDING}.", f"{RECORDING}.channelType", 1),
    Mistake({"mode": "mix", "ClientRequest": mix()[REQUEST]}, WARNING, "ClientRequest",
            "Agora reads clientRequest, not ClientRequest", REQUEST, mix()[REQUEST]),
    Mistake(made(mix(), f"{RECORDING}.streamMode", "standard"), ERROR, f"{RECORDING}.streamMode",
            "exists in individual mode only; this is mix.", f"{RECORDING}.streamMode", MISSING),
    Mistake(made(individual(), CANVAS, SIZE), ERROR, CANVAS, "exists in mix mode only", CANVAS,
            MISSING),
    # --- a value of the wrong type
    Mistake(made(mix(), f"{CANVAS}.mixedVideoLayout", "1"), ERROR, f"{CANVAS}.mixedVideoLayout",
            'Layout is the text "1", where Agora wants a whole number.',
            f"{CANVAS}.mixedVideoLayout", 1),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", "77, 78"), ERROR,
            f"{RECORDING}.subscribeAudioUids", "where Agora wants a list of texts",
            f"{RECORDING}.subscribeAudioUids", ["77", "78"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeVideoUids", [77, 78]), ERROR,
            f"{RECORDING}.subscribeVideoUids[0]", "texts in quotes",
            f"{RECORDING}.subscribeVideoUids", ["77", "78"]),
    Mistake(made(mix(), f"{STORE}.fileNamePrefix", "shows/2027"), ERROR, f"{STORE}.fileNamePrefix",
            "where Agora wants a list of texts", f"{STORE}.fileNamePrefix", ["shows", "2027"]),
    Mistake(made(mix(), f"{REQUEST}.recordingFileConfig", {"avFileType": "hls,mp4"}), ERROR,
            f"{REQUEST}.recordingFileConfig.avFileType", "where Agora wants a list of texts",
            f"{REQUEST}.recordingFileConfig.avFileType", ["hls", "mp4"]),
    Mistake(made(mix(), f"{STORE}.region", "us-west-2"), ERROR, f"{STORE}.region",
            'Region is the text "us-west-2"', f"{STORE}.region", 3),
    Mistake(made(mix(), f"{STORE}.region", "moon-1"), ERROR, f"{STORE}.region",
            'Region is the text "moon-1"', f"{STORE}.region", "moon-1"),
    Mistake(made(mix(), f"{STORE}.region", True), ERROR, f"{STORE}.region",
            "Region is true", f"{STORE}.region", True),
    Mistake(made(mix(), f"{CANVAS}.bitrate", float("inf")), ERROR, f"{CANVAS}.bitrate",
            "Bitrate is an endless number", f"{CANVAS}.bitrate", float("inf")),
    # --- a value out of range
    Mistake(made(mix(), f"{CANVAS}.fps", 29), WARNING, f"{CANVAS}.fps",
            "29 fps does not exist at Agora and becomes 15.", f"{CANVAS}.fps", 30),
    Mistake(made(mix(), f"{CANVAS}.width", 3840, f"{CANVAS}.height", 2160), ERROR, CANVAS,
            "The picture of 3840 × 2160 has more pixels than Agora's 2073600", CANVAS,
            {**SIZE, "width": 1920, "height": 1080}),
    Mistake(made(mix(), f"{CANVAS}.width", 1920, f"{CANVAS}.height", 1081,
                 f"{CANVAS}.bitrate", 4000), ERROR, CANVAS,
            "The picture of 1920 × 1081 has more pixels", f"{CANVAS}.height", 1080),
    Mistake(made(mix(), f"{CANVAS}.width", 1081, f"{CANVAS}.height", 1920,
                 f"{CANVAS}.bitrate", 4000), ERROR, CANVAS,
            "The picture of 1081 × 1920 has more pixels", f"{CANVAS}.width", 1080),
    Mistake(made(mix(), f"{CANVAS}.width", 10**9, f"{CANVAS}.height", 10**9), ERROR, CANVAS,
            "has more pixels", f"{CANVAS}.width", 1440),
    Mistake(made(mix(), f"{CANVAS}.width", 1921), ERROR, f"{CANVAS}.width",
            "Width: 1921 px is above Agora's 1920.", f"{CANVAS}.width", 1920),
    Mistake(made(web(), f"{PARAM}.videoWidth", 239), ERROR, f"{PARAM}.videoWidth",
            "239 px is below Agora's 240.", f"{PARAM}.videoWidth", 240),
    Mistake(made(mix(), "acquire", {"region": "US"}), ERROR, "acquire.region",
            '"US" is none of Agora\'s values: CN, AP, EU, NA.', "acquire.region", "NA"),
    Mistake(made(mix(), "acquire", {"region": "Europe"}, STORE, {"vendor": 1, "region": 4,
                 "bucket": "b"}), ERROR, "acquire.region", "is none of", "acquire.region", "EU"),
    Mistake(made(mix(), "mode", "composite"), ERROR, "mode", "is none of Agora's values", "mode",
            "mix"),
    Mistake(made(web(), "mode", "web page"), ERROR, "mode", "is none of Agora's values", "mode",
            "web"),
    Mistake(made(mix(), f"{STORE}.vendor", 9), ERROR, f"{STORE}.vendor",
            "11 (S3-compatible store).", f"{STORE}.vendor", 9),
    Mistake(made(mix(), f"{STORE}.extensionParams", {"sse": "", "tag": ""}), ERROR,
            f"{STORE}.extensionParams.sse", "is none of Agora's values", f"{STORE}.extensionParams",
            {}),
    Mistake(made(individual(), f"{REQUEST}.snapshotConfig", {"fileType": ["png"]}), ERROR,
            f"{REQUEST}.snapshotConfig.fileType[0]", '"png" is none of Agora\'s values: jpg.',
            f"{REQUEST}.snapshotConfig.fileType", ["jpg"]),
    Mistake(custom(width=50, height=100), ERROR, f"{CANVAS}.layoutConfig[0].width",
            "50 is above Agora's 1.", f"{CANVAS}.layoutConfig[0]", {**HALF, "height": 1.0}),
    Mistake(custom(width=1.5), ERROR, f"{CANVAS}.layoutConfig[0].width", "1.5 is above Agora's 1.",
            f"{CANVAS}.layoutConfig[0].width", 1),
    Mistake(custom(x_axis=0.5, width=0.5000001), ERROR, f"{CANVAS}.layoutConfig[0].width",
            "x_axis 0.5 and width 0.5000001 add up to 1.0000001, above Agora's 1.",
            f"{CANVAS}.layoutConfig[0].width", 0.5),
    # --- subscription lists
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["#allstream#", "7"]), ERROR,
            f"{RECORDING}.subscribeAudioUids", "stands alone; there are 2 entries",
            f"{RECORDING}.subscribeAudioUids", ["#allstream#"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["allStream"]), ERROR,
            f"{RECORDING}.subscribeAudioUids[0]", "everybody is written #allstream#.",
            f"{RECORDING}.subscribeAudioUids", ["#allstream#"]),
    Mistake(made(mix(), f"{RECORDING}.unSubscribeAudioUids", ["allstream"]), ERROR,
            f"{RECORDING}.unSubscribeAudioUids[0]", "is not a whole number",
            f"{RECORDING}.unSubscribeAudioUids", ["allstream"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["007", " 7", "8"]), ERROR,
            f"{RECORDING}.subscribeAudioUids[0]", 'the UID "007" has a leading zero',
            f"{RECORDING}.subscribeAudioUids", ["7", "8"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["0"]), ERROR,
            f"{RECORDING}.subscribeAudioUids[0]", "In the list, the UID 0 is not allowed.",
            f"{RECORDING}.subscribeAudioUids", ["0"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", [""]), ERROR,
            f"{RECORDING}.subscribeAudioUids[0]", "In the list, a UID is empty.",
            f"{RECORDING}.subscribeAudioUids", [""]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["anna"]), ERROR,
            f"{RECORDING}.subscribeAudioUids[0]", "Agora records number UIDs only",
            f"{RECORDING}.subscribeAudioUids", ["anna"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", [str(n) for n in range(1001, 1034)]),
            ERROR, f"{RECORDING}.subscribeAudioUids", "33 entries are above Agora's 32."),
    Mistake(made(mix(), f"{RECORDING}.subscribeVideoUids", ["7"]), WARNING,
            f"{RECORDING}.subscribeAudioUids", "no sound will be recorded",
            f"{RECORDING}.subscribeAudioUids", ["#allstream#"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["123", "456"]), WARNING,
            f"{RECORDING}.subscribeAudioUids", "names only UIDs 123 and 456, from Agora's examples",
            f"{RECORDING}.subscribeAudioUids", ["#allstream#"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["123", "7"],
                 f"{RECORDING}.subscribeVideoUids", ["7"]), NOTE,
            f"{RECORDING}.subscribeAudioUids", "names UID 123, from Agora's examples",
            f"{RECORDING}.subscribeAudioUids", ["7"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["7", "4001"]), WARNING,
            f"{RECORDING}.subscribeAudioUids", "The list names the recorder itself (4001)",
            f"{RECORDING}.subscribeAudioUids", ["7"], CheckContext(uid="4001")),
    Mistake(made(individual(), f"{RECORDING}.subscribeUidGroup", MISSING,
                 f"{RECORDING}.subscribeAudioUids", ["7", "8", "9"],
                 f"{RECORDING}.subscribeVideoUids", ["7"]), ERROR,
            f"{RECORDING}.subscribeUidGroup", "individual mode needs it",
            f"{RECORDING}.subscribeUidGroup", 1),
    Mistake(made(individual(), f"{RECORDING}.subscribeUidGroup", MISSING), ERROR,
            f"{RECORDING}.subscribeUidGroup", "individual mode needs it",
            f"{RECORDING}.subscribeUidGroup", MISSING),
    # --- what is missing, and storage
    Mistake(made(mix(), "mode", MISSING), ERROR, "mode",
            "Recording mode is missing (mode); it is mix, individual or web.", "mode", "mix"),
    Mistake({}, ERROR, "mode", "Recording mode is missing", "mode", MISSING),
    Mistake(made(mix(), f"{STORE}.vendor", 11), ERROR, f"{STORE}.extensionParams.endpoint",
            "an S3-compatible store (vendor 11) needs its host name"),
    Mistake(made(mix(), f"{STORE}.vendor", 5, f"{STORE}.region", 3), ERROR, f"{STORE}.region",
            "3 has no meaning for Microsoft Azure Blob; Agora wants 0.", f"{STORE}.region", 0),
    Mistake(made(mix(), f"{STORE}.bucket", "b\ud800"), ERROR, f"{STORE}.bucket",
            "The text contains half a character"),
    Mistake(made(mix(), "odd", {"deep": ["\udfff"]}), ERROR, "odd.deep[0]", "half a character"),
    Mistake(made(mix(), "odd", {"d\ud800": 1}), ERROR, "odd",
            "A key here contains half a character"),
    Mistake(made(mix(), "odd", [float("inf")]), ERROR, "odd[0]", "The number is endless"),
    Mistake(made(mix(), f"{STORE}.fileNamePrefix", ["my_show", "2027-01"]), ERROR,
            f"{STORE}.fileNamePrefix", '"my_show" is not allowed', f"{STORE}.fileNamePrefix",
            ["myshow", "202701"]),
    Mistake(made(mix(), f"{CANVAS}.layoutConfig", []), WARNING, f"{CANVAS}.layoutConfig",
            "Regions go with the custom layout (3) only", f"{CANVAS}.layoutConfig", MISSING),
    # --- what was meant
    Mistake(made(mix(), "mode", 1), ERROR, "mode", "Recording mode is 1, where", "mode",
            "mix"),
    Mistake(made(individual(), "mode", "indivdual"), ERROR, "mode", "is none of Agora's values",
            "mode", "individual"),
    Mistake(made(mix(), f"{RECORDING}.channelType", "live"), ERROR, f"{RECORDING}.channelType",
            'is the text "live"', f"{RECORDING}.channelType", 1),
    Mistake(made(mix(), f"{CANVAS}.mixedVideoLayout", "best fit"), ERROR,
            f"{CANVAS}.mixedVideoLayout", 'the text "best fit"', f"{CANVAS}.mixedVideoLayout", 1),
    Mistake(made(mix(), f"{RECORDING}.streamTypes", "audio"), ERROR, f"{RECORDING}.streamTypes",
            "where Agora wants a whole number", f"{RECORDING}.streamTypes", "audio"),
    Mistake(made(mix(), f"{STORE}.vendor", "s3"), ERROR, f"{STORE}.vendor", 'is the text "s3"',
            f"{STORE}.vendor", 1),
    Mistake(made(mix(), f"{STORE}.vendor", "azure", f"{STORE}.region", 0), ERROR,
            f"{STORE}.vendor", 'is the text "azure"', f"{STORE}.vendor", 5),
    Mistake(made(mix(), f"{STORE}.region", "US_WEST_2"), ERROR, f"{STORE}.region",
            'is the text "US_WEST_2"', f"{STORE}.region", 3),
    Mistake(made(mix(), f"{STORE}.region", -1), ERROR, f"{STORE}.region", "-1 is below Agora's 0",
            f"{STORE}.region", -1),
    Mistake(made(mix(), STORE, [mix()[REQUEST]["storageConfig"]]), ERROR, STORE, "is a list",
            STORE, mix()[REQUEST]["storageConfig"]),
    Mistake(made(mix(), f"{CANVAS}.bitrate", "2000kbps"), ERROR, f"{CANVAS}.bitrate",
            'is the text "2000kbps"', f"{CANVAS}.bitrate", 2000),
    Mistake(made(mix(), f"{CANVAS}.bitrate", 2_000_000), ERROR, f"{CANVAS}.bitrate",
            "2000000 Kbps is above Agora's 6500", f"{CANVAS}.bitrate", 2000),
    Mistake(made(mix(), f"{CANVAS}.fps", 29.97), ERROR, f"{CANVAS}.fps", "is 29.97",
            f"{CANVAS}.fps", 30),
    Mistake(made(mix(), f"{CANVAS}.width", 1280.0), ERROR, f"{CANVAS}.width",
            "Width is 1280.0, where Agora wants a whole number"),
    Mistake(made(mix(), f"{CANVAS}.width", 0), ERROR, f"{CANVAS}.width", "0 px is below Agora's 1",
            f"{CANVAS}.width", 0),
    Mistake(made(mix(), f"{CANVAS}.backgroundImage", "cdn.example.com/a.jpg"), ERROR,
            f"{CANVAS}.backgroundImage", "is no address", f"{CANVAS}.backgroundImage",
            "https://cdn.example.com/a.jpg"),
    Mistake(made(mix(), f"{CANVAS}.backgroundImage", ""), ERROR, f"{CANVAS}.backgroundImage",
            "is no address", f"{CANVAS}.backgroundImage", MISSING),
    Mistake(made(custom(), f"{CANVAS}.layoutConfig[0].uid", " 07 "), ERROR,
            f"{CANVAS}.layoutConfig[0].uid", "is not a whole number",
            f"{CANVAS}.layoutConfig[0].uid", "7"),
    Mistake(made(custom(), f"{CANVAS}.layoutConfig", {**HALF}), ERROR, f"{CANVAS}.layoutConfig",
            "is an object, where Agora wants a list", f"{CANVAS}.layoutConfig", [HALF]),
    Mistake(made(mix(), f"{RECORDING}.privateParams", {"correctEXTINF": True}), ERROR,
            f"{RECORDING}.privateParams", "is an object, where Agora wants a text",
            f"{RECORDING}.privateParams", '{"correctEXTINF":true}'),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", ["*"], f"{RECORDING}.subscribeVideoUids",
                 ["#allstream#"]), ERROR, f"{RECORDING}.subscribeAudioUids[0]",
            "everybody is written #allstream#", f"{RECORDING}.subscribeAudioUids",
            ["#allstream#"]),
    Mistake(made(mix(), f"{RECORDING}.subscribeAudioUids", []), WARNING,
            f"{RECORDING}.subscribeAudioUids", "is an empty list", RECORDING,
            mix()[REQUEST]["recordingConfig"]),
    Mistake(made(mix(), f"{REQUEST}.recordingFileConfig", {"avFileType": ["m3u8", "MP4"]}), ERROR,
            f"{REQUEST}.recordingFileConfig.avFileType[0]", '"m3u8" is none of Agora\'s values',
            f"{REQUEST}.recordingFileConfig.avFileType", ["hls", "mp4"]),
    Mistake(made(mix(), f"{REQUEST}.recordingFileConfig", {"avFileType": ["hls", "mp4", "hls"]}),
            ERROR, f"{REQUEST}.recordingFileConfig.avFileType", "3 entries are above",
            f"{REQUEST}.recordingFileConfig.avFileType", ["hls", "mp4"]),
    Mistake(made(mix(), f"{STORE}.fileNamePrefix", ["fälle"]), ERROR, f"{STORE}.fileNamePrefix",
            "is not allowed", f"{STORE}.fileNamePrefix", ["falle"]),
    Mistake(made(mix(), f"{STORE}.stsExpiration", 14_400), ERROR, f"{STORE}.stsExpiration",
            "is no point in time", f"{STORE}.stsExpiration", 14_400),
    Mistake(made(mix(), f"{STORE}.bucket", None), ERROR, f"{STORE}.bucket", "Bucket is null",
            f"{STORE}.bucket", None),
    Mistake(made(mix(), f"{STORE}.AccessKey", "A"), WARNING, f"{STORE}.AccessKey",
            "Agora reads accessKey, not AccessKey; and a secret belongs in the keyring",
            f"{STORE}.AccessKey", "A"),
    Mistake(made(mix(), f"{STORE}.password", "A"), WARNING, f"{STORE}.password",
            "password is not read; and a secret belongs", f"{STORE}.password", "A"),
    # --- regions in percent and in pixels
    Mistake(custom(x_axis=50, width=50), ERROR, f"{CANVAS}.layoutConfig[0].x_axis",
            "50 is above Agora's 1", f"{CANVAS}.layoutConfig[0]", {**HALF, "x_axis": 0.5}),
    Mistake(custom(width=640, height=90), ERROR, f"{CANVAS}.layoutConfig[0].height",
            "90 is above Agora's 1", f"{CANVAS}.layoutConfig[0]",
            {**HALF, "width": 0.5, "height": 0.125}),
    Mistake(custom(width=2000), ERROR, f"{CANVAS}.layoutConfig[0].width", "2000 is above",
            f"{CANVAS}.layoutConfig[0].width", 2000),
    Mistake(custom(x_axis=1.5), ERROR, f"{CANVAS}.layoutConfig[0].x_axis", "1.5 is above",
            f"{CANVAS}.layoutConfig[0].x_axis", 1.5),
    Mistake(custom(x_axis=0.5, width=1.5), ERROR, f"{CANVAS}.layoutConfig[0].width",
            "1.5 is above", f"{CANVAS}.layoutConfig[0].width", 0.5),
    Mistake(custom(alpha=80), ERROR, f"{CANVAS}.layoutConfig[0].alpha", "80 is above",
            f"{CANVAS}.layoutConfig[0].alpha", 0.8),
    Mistake(made(custom(), f"{CANVAS}.layoutConfig[0].x_axis", MISSING,
                 f"{CANVAS}.layoutConfig[0].x", 0.25), WARNING, f"{CANVAS}.layoutConfig[0].x",
            "did you mean x_axis?", f"{CANVAS}.layoutConfig[0].x_axis", 0.25),
    # --- services
    Mistake(made(web(), f"{SERVICES}[0].serviceName", "Web_Recorder"), ERROR,
            f"{SERVICES}[0].serviceName", "is none of Agora's values", SERVICES,
            web()[REQUEST]["extensionServiceConfig"]["extensionServices"]),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_named_and_mended(mistake: Mistake) -> None:
    found = LintInput(mistake.document, "config", "start", "mix")

    problem = the_one(lint(found, mistake.context), mistake)

    assert problem.severity is mistake.severity
    assert mistake.words in problem.sentence
    assert len(problem.sentence) < 250
    if mistake.at:
        mended = mend(found, mistake.context)
        assert read(mended.document, mistake.at) == mistake.left
        left = [p for p in lint(mended, mistake.context) if p.sentence == problem.sentence]
        assert bool(left) is (mistake.left == read(mistake.document, mistake.at))


def the_one(problems: tuple[Problem, ...], mistake: Mistake) -> Problem:
    said = [p for p in problems if p.path == mistake.path and mistake.words in p.sentence]
    assert len(said) == 1, [(problem.path, problem.sentence) for problem in problems]
    return said[0]


@pytest.mark.parametrize(
    "document",
    [
        made(mix(), CANVAS, MISSING, f"{REQUEST}.transcodingConfig", SIZE),
        made(mix(), RECORDING, MISSING, "recordingConfig", mix()[REQUEST]["recordingConfig"]),
        made(mix(), f"{RECORDING}.maxIdleTime", MISSING, f"{REQUEST}.maxIdleTime", 200),
        made(mix(), f"{CANVAS}.bitrate", MISSING, f"{CANVAS}.videobitrate", 2260),
    ],
)
def test_what_is_only_in_the_wrong_place_is_not_called_missing_as_well(document: Json) -> None:
    (problem,) = lint(LintInput(document, "config", "start", "mix"))

    assert problem.fix is not None
    assert problem.fix.rename_to


def test_two_sides_that_are_too_long_are_mended_together() -> None:
    document = made(mix(), f"{CANVAS}.width", 2000, f"{CANVAS}.height", 4000)

    fixes = {p.path: p.fix for p in lint(LintInput(document, "config", "start", "mix"))}

    assert fixes[f"{CANVAS}.width"] is fixes[f"{CANVAS}.height"] is None
    mended = fixes[CANVAS]
    assert mended is not None
    assert mended.value == {**SIZE, "width": 960, "height": 1920}


# --- what is encrypted, and where its key is


def test_a_config_alone_says_that_the_key_of_the_channel_comes_at_the_start() -> None:
    found = lint(LintInput(made(mix(), f"{RECORDING}.decryptionMode", 7), "config", "start", "mix"))

    assert [(p.severity, p.path, p.rule) for p in found] == [
        (NOTE, f"{RECORDING}.secret", "X20"),
        (NOTE, f"{RECORDING}.salt", "X20"),
    ]


def test_a_config_that_holds_the_secret_has_to_hold_the_salt_too() -> None:
    document = made(mix(), f"{RECORDING}.decryptionMode", 7, f"{RECORDING}.secret", "k")

    found = lint(LintInput(document, "config", "start", "mix"))

    assert (ERROR, f"{RECORDING}.salt") in [(p.severity, p.path) for p in found]


# --- no finding twice


def test_an_object_that_is_gone_is_named_once() -> None:
    options = {"transConfig": {"transMode": "postponeTranscoding"}, "container": {"format": "mp4"}}
    document = made(individual(), f"{REQUEST}.transcodeOptions", options,
                    f"{REQUEST}.appsCollection", {"combinationPolicy": "postpone_transcoding"},
                    "acquire", {"scene": 2})  # fmt: skip

    found = lint(LintInput(document, "config", "start", "individual"))

    assert [(p.rule, p.path) for p in found] == [
        ("legacy", f"{REQUEST}.transcodeOptions"),
        ("legacy", f"{REQUEST}.appsCollection"),
    ]


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_no_finding_stands_twice(mistake: Mistake) -> None:
    found = lint(LintInput(mistake.document, "config", "start", "mix"), mistake.context)

    said = [(problem.path, problem.sentence) for problem in found]
    assert len(set(said)) == len(said)
