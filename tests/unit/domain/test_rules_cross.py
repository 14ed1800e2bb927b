"""Rules between fields: what is refused, what is ignored in silence, and what is fine beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from agora_console.domain.intake.fixes import apply_fixes
from agora_console.domain.problems import Severity
from agora_console.domain.rules import CheckContext, check
from tests.support.configs import changed, found, individual, lacking, mix, storage, web

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RECORDING = "clientRequest.recordingConfig"
CANVAS = f"{RECORDING}.transcodingConfig"
STORAGE = "clientRequest.storageConfig"
FILES = "clientRequest.recordingFileConfig"
SERVICES = "clientRequest.extensionServiceConfig.extensionServices"
PARAM = f"{SERVICES}[0].serviceParam"
SALT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
NOW = 1_800_000_000

PUBLISHER = {
    "serviceName": "rtmp_publish_service",
    "errorHandlePolicy": "error_ignore",
    "serviceParam": {"outputs": [{"rtmpUrl": "rtmps://live.example.com/app/key"}]},
}
HALVES = [
    {"x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1},
    {"x_axis": 0.5, "y_axis": 0, "width": 0.5, "height": 1},
]


def canvas(**more: Any) -> dict[str, Any]:
    return {"width": 1280, "height": 720, "fps": 15, "bitrate": 2260, **more}


def picture(**more: Any) -> dict[str, Any]:
    """A mix config with these keys in its picture."""
    return mix(transcodingConfig=canvas(**more))


def request(document: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The config with more keys in its start request."""
    return document | {"clientRequest": document["clientRequest"] | more}


def stored(**more: Any) -> dict[str, Any]:
    """A mix config with this storage."""
    return request(mix(), storageConfig=storage(**more))


def acquiring(document: dict[str, Any], **more: Any) -> dict[str, Any]:
    return document | {"acquire": more}


def snapshots(**recording: Any) -> dict[str, Any]:
    return request(
        individual(**recording),
        recordingFileConfig={"avFileType": ["hls"]},
        snapshotConfig={"captureInterval": 10, "fileType": ["jpg"]},
    )


def services(*entries: dict[str, Any]) -> dict[str, Any]:
    return changed(web(), SERVICES, list(entries))


def recorder(**more: Any) -> dict[str, Any]:
    (entry,) = web()["clientRequest"]["extensionServiceConfig"]["extensionServices"]
    return {**entry, **more}


@dataclass(frozen=True)
class Case:
    """A config that breaks one rule, where it is said, and whether it can be mended."""

    rule: str
    document: dict[str, Any]
    path: str
    severity: Severity = ERROR
    mended: bool = True
    context: CheckContext | None = None

    def __str__(self) -> str:
        return f"{self.rule} {self.path.rpartition('.')[2]}"


CASES = [
    # --- acquire
    Case("X01", acquiring(mix(), scene=1), "acquire.scene"),
    Case("X01", acquiring(mix(), scene=2), "acquire.scene"),
    Case("X01", acquiring(individual(), scene=1), "acquire.scene"),
    Case("X01", acquiring(web(), scene=0), "acquire.scene"),
    Case("region-twice", acquiring(mix(), region="NA", regionAffinity=0),
         "acquire.regionAffinity"),
    Case("X32", acquiring(mix(), region="EU"), f"{STORAGE}.region", mended=False),
    Case("X32", acquiring(stored(region=12), region="NA"), f"{STORAGE}.region", WARNING, False),
    Case("storage-far", acquiring(mix(), regionAffinity=3), f"{STORAGE}.region", WARNING, False),
    Case("storage-far", mix(), f"{STORAGE}.region", WARNING, False, CheckContext(zone="AP")),
    Case("X29", acquiring(mix(), startParameter={"storageConfig": storage(bucket="other")}),
         "acquire.startParameter"),
    Case("secret-in-file",
         acquiring(mix(), startParameter={"storageConfig": storage(secretKey="k")}),
         "acquire.startParameter.storageConfig.secretKey", WARNING),
    Case("startParameter-type", acquiring(mix(), startParameter=5), "acquire.startParameter",
         mended=False),
    # --- storage
    Case("storage-keys", mix(), f"{STORAGE}.accessKey", mended=False,
         context=CheckContext(has_storage_keys=False)),
    Case("region-unknown", stored(region=26), f"{STORAGE}.region", mended=False),
    Case("legacy", stored(region=17), f"{STORAGE}.region", WARNING, False),
    Case("vendor-gone", stored(vendor=4), f"{STORAGE}.vendor", mended=False),
    Case("X21", stored(vendor=5, region=3), f"{STORAGE}.region"),
    Case("X21", stored(vendor=11), f"{STORAGE}.extensionParams.endpoint", mended=False),
    Case("X21", stored(vendor=11, extensionParams={"endpoint": " "}),
         f"{STORAGE}.extensionParams.endpoint", mended=False),
    Case("region-missing", lacking(stored(vendor=6), f"{STORAGE}.region"), f"{STORAGE}.region"),
    Case("region-missing", lacking(mix(), f"{STORAGE}.region"), f"{STORAGE}.region", mended=False),
    Case("endpoint-format", stored(vendor=11, extensionParams={"endpoint": "https://s3.local/"}),
         f"{STORAGE}.extensionParams.endpoint", WARNING),
    Case("endpoint-format", stored(vendor=11, extensionParams={"endpoint": "https://"}),
         f"{STORAGE}.extensionParams.endpoint", WARNING, False),
    Case("endpoint-unused", stored(extensionParams={"endpoint": "s3.local"}),
         f"{STORAGE}.extensionParams.endpoint", WARNING),
    Case("sse-unused", stored(vendor=2, extensionParams={"sse": "kms"}),
         f"{STORAGE}.extensionParams.sse", WARNING),
    Case("tag-unused", stored(vendor=3, extensionParams={"tag": "a=b"}),
         f"{STORAGE}.extensionParams.tag", WARNING),
    Case("tag-empty", stored(extensionParams={"tag": ""}),
         f"{STORAGE}.extensionParams.tag", WARNING),
    Case("X22", stored(vendor=5, stsExpiration=NOW), f"{STORAGE}.stsExpiration"),
    Case("X22", stored(vendor=7), f"{STORAGE}.stsToken", mended=False,
         context=CheckContext(has_sts_token=True)),
    Case("X22", mix(), f"{STORAGE}.stsExpiration", mended=False,
         context=CheckContext(has_sts_token=True)),
    Case("X22", stored(stsToken="t"), f"{STORAGE}.stsExpiration", mended=False),
    Case("X22", stored(stsExpiration=NOW), f"{STORAGE}.stsExpiration", WARNING,
         context=CheckContext(has_sts_token=False)),
    Case("X22", stored(stsExpiration=NOW * 1000), f"{STORAGE}.stsExpiration"),
    Case("X22", stored(stsExpiration=1_722_556_799), f"{STORAGE}.stsExpiration", mended=False),
    Case("X22", stored(stsExpiration=1_722_556_800), f"{STORAGE}.stsExpiration", WARNING, False,
         CheckContext(now=NOW, at_rest=True)),
    Case("X22", stored(stsExpiration=10**15), f"{STORAGE}.stsExpiration", mended=False),
    Case("X22", stored(stsExpiration=NOW + 14_399), f"{STORAGE}.stsExpiration", mended=False,
         context=CheckContext(now=NOW, has_sts_token=True)),
    Case("X23", stored(fileNamePrefix=["a_b"]), f"{STORAGE}.fileNamePrefix"),
    Case("X23", stored(fileNamePrefix=["shows/2026"]), f"{STORAGE}.fileNamePrefix"),
    Case("X23", stored(fileNamePrefix=["", "a"]), f"{STORAGE}.fileNamePrefix"),
    Case("X23", stored(fileNamePrefix=[""]), f"{STORAGE}.fileNamePrefix"),
    Case("X23", stored(fileNamePrefix=["___"]), f"{STORAGE}.fileNamePrefix", mended=False),
    Case("X23", stored(fileNamePrefix=["a" * 128]), f"{STORAGE}.fileNamePrefix", mended=False),
    Case("X23", stored(fileNamePrefix=["a" * 63, "b" * 64]), f"{STORAGE}.fileNamePrefix",
         mended=False),
    Case("bucket-missing", stored(bucket=" "), f"{STORAGE}.bucket", mended=False),
    Case("bucket-format", stored(bucket=" b "), f"{STORAGE}.bucket"),
    Case("bucket-format", stored(bucket="s3://b"), f"{STORAGE}.bucket", WARNING, True),
    Case("bucket-format", stored(bucket="arn:aws:s3:::b"), f"{STORAGE}.bucket", WARNING, True),
    Case("bucket-format", stored(bucket="https://b/c"), f"{STORAGE}.bucket", WARNING, False),
    *(Case("sample-value", stored(bucket=bucket), f"{STORAGE}.bucket", WARNING, False)
      for bucket in ("your-bucket", "<Your bucket name>", "xxxxx", "Your_Own_Bucket_Name", "TODO")),
    # --- what is recorded
    Case("recordingConfig-missing", lacking(mix(), RECORDING), RECORDING, WARNING, False),
    Case("X02", lacking(individual(), RECORDING), f"{RECORDING}.subscribeUidGroup", mended=False),
    Case("X02", lacking(individual(), f"{RECORDING}.subscribeUidGroup"),
         f"{RECORDING}.subscribeUidGroup", mended=False),
    Case("X03", individual(transcodingConfig={}), CANVAS),
    Case("X03", individual(audioProfile=1), f"{RECORDING}.audioProfile"),
    Case("X04", mix(streamMode="standard"), f"{RECORDING}.streamMode"),
    Case("X04", request(mix(), snapshotConfig={"fileType": ["jpg"]}),
         "clientRequest.snapshotConfig"),
    Case("X05", request(web(), recordingConfig={"channelType": 0}), RECORDING),
    Case("X05", request(web(), snapshotConfig={"fileType": ["jpg"]}),
         "clientRequest.snapshotConfig"),
    Case("X06", request(mix(), extensionServiceConfig={}), "clientRequest.extensionServiceConfig"),
    Case("X06", request(individual(), extensionServiceConfig={}),
         "clientRequest.extensionServiceConfig"),
    Case("wrong-mode", mix(subscribeUidGroup=0), f"{RECORDING}.subscribeUidGroup", WARNING),
    Case("X07", lacking(snapshots(), FILES), FILES, NOTE),
    Case("X08", snapshots(streamTypes=0), f"{RECORDING}.streamTypes"),
    Case("X09", snapshots(subscribeAudioUids=["7"]), f"{RECORDING}.subscribeVideoUids"),
    Case("X09", snapshots(subscribeAudioUids=["7"], unSubscribeVideoUids=["8"]),
         f"{RECORDING}.subscribeVideoUids", mended=False),
    Case("X10", request(mix(), recordingFileConfig={"avFileType": ["mp4"]}),
         f"{FILES}.avFileType"),
    Case("X10", request(web(), recordingFileConfig={"avFileType": ["mp4"]}),
         f"{FILES}.avFileType"),
    Case("X10", request(individual(), recordingFileConfig={"avFileType": ["hls", "mp4"]}),
         f"{FILES}.avFileType"),
    Case("X10", request(individual(), recordingFileConfig={"avFileType": ["mp4"]}),
         f"{FILES}.avFileType"),
    Case("avFileType-choice", request(mix(), recordingFileConfig={"avFileType": ["hls", "hls"]}),
         f"{FILES}.avFileType"),
    Case("avFileType-count", request(mix(), recordingFileConfig={"avFileType": []}),
         f"{FILES}.avFileType"),
    Case("fileType-missing", request(individual(), snapshotConfig={}),
         "clientRequest.snapshotConfig.fileType"),
    Case("X19", individual(streamMode="original"), f"{RECORDING}.streamMode", WARNING),
    Case("X19", individual(streamMode="original", streamTypes=1), f"{RECORDING}.streamMode",
         WARNING),
    Case("X20", mix(decryptionMode=1), f"{RECORDING}.secret", mended=False,
         context=CheckContext(has_channel_secret=False)),
    Case("X20", mix(decryptionMode=7), f"{RECORDING}.salt", mended=False,
         context=CheckContext(has_channel_secret=True, has_salt=False)),
    Case("X20", mix(decryptionMode=8, salt="AAEC"), f"{RECORDING}.salt", mended=False),
    Case("decryption-off", mix(), f"{RECORDING}.decryptionMode", WARNING, False,
         CheckContext(has_channel_secret=True)),
    Case("privateParams-format", mix(privateParams="{'a':1}"), f"{RECORDING}.privateParams",
         WARNING, False),
    Case("privateParams-format", mix(privateParams="[1]"), f"{RECORDING}.privateParams",
         WARNING, False),
    Case("privateParams-format", mix(privateParams="[" * 5000), f"{RECORDING}.privateParams",
         WARNING, False),
    Case("postponed-off", request(individual(), transcodeOptions={"transConfig": {}}),
         "clientRequest.appsCollection.combinationPolicy", WARNING),
    Case("postponed-off",
         request(individual(), transcodeOptions={"transConfig": {}}, appsCollection=5),
         "clientRequest.appsCollection.combinationPolicy", WARNING, False),
    Case("postponed-scene",
         request(individual(), appsCollection={"combinationPolicy": "postpone_transcoding"}),
         "acquire.scene", WARNING),
    Case("postponed-audio",
         request(individual(), transcodeOptions={"transConfig": {"transMode": "audioMix"}}),
         "clientRequest.transcodeOptions.transConfig.transMode", WARNING, False),
    # --- picture
    Case("X11", picture(width=1920, height=1081), CANVAS),
    Case("X11", picture(width=1441, height=1440), CANVAS),
    Case("X11", picture(width=1920, height=1920), CANVAS),
    Case("X11", picture(width=3840, height=2160), CANVAS),
    Case("width-range", picture(width=1921), f"{CANVAS}.width"),
    Case("bitrate-range", picture(bitrate=6501), f"{CANVAS}.bitrate"),
    Case("X13", picture(mixedVideoLayout=3), f"{CANVAS}.layoutConfig", mended=False),
    Case("X13", picture(mixedVideoLayout=3, layoutConfig=[]), f"{CANVAS}.layoutConfig",
         mended=False),
    Case("X13", picture(mixedVideoLayout=1, layoutConfig=HALVES), f"{CANVAS}.layoutConfig"),
    Case("X13", picture(layoutConfig=[]), f"{CANVAS}.layoutConfig", WARNING),
    Case("layoutConfig-count", picture(mixedVideoLayout=3, layoutConfig=HALVES * 9),
         f"{CANVAS}.layoutConfig", mended=False),
    Case("X14", picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[1], "width": 0.500001}]),
         f"{CANVAS}.layoutConfig[0].width"),
    Case("X14", picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "y_axis": 0.25}]),
         f"{CANVAS}.layoutConfig[0].height"),
    Case("X14", picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "x_axis": 1}]),
         f"{CANVAS}.layoutConfig[0].width", mended=False),
    Case("region-empty", picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "height": 0}]),
         f"{CANVAS}.layoutConfig[0].height", WARNING, False),
    Case("layoutConfig-type", picture(mixedVideoLayout=3, layoutConfig=[HALVES[0], 5]),
         f"{CANVAS}.layoutConfig[1]", mended=False),
    Case("X15", picture(mixedVideoLayout=2), f"{CANVAS}.maxResolutionUid", WARNING, False),
    Case("maxResolutionUid-unused", picture(maxResolutionUid="7"), f"{CANVAS}.maxResolutionUid",
         WARNING),
    Case("maxResolutionUid-format", picture(mixedVideoLayout=2, maxResolutionUid=""),
         f"{CANVAS}.maxResolutionUid"),
    Case("own-uid", picture(mixedVideoLayout=2, maxResolutionUid="99"),
         f"{CANVAS}.maxResolutionUid", WARNING, False, CheckContext(uid="99")),
    Case("own-uid", picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "uid": "99"}]),
         f"{CANVAS}.layoutConfig[0].uid", WARNING, True, CheckContext(uid="99")),
    Case("sample-value", picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "uid": "123"}]),
         f"{CANVAS}.layoutConfig[0].uid", WARNING),
    Case("duplicate", picture(mixedVideoLayout=3, layoutConfig=[
        {**half, "uid": "7"} for half in HALVES]), f"{CANVAS}.layoutConfig[1].uid", WARNING),
    Case("uid-format", picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "uid": "anna"}]),
         f"{CANVAS}.layoutConfig[0].uid", mended=False),
    Case("uid-format", picture(backgroundConfig=[{"uid": "", "image_url": "https://a.b/c.jpg"}]),
         f"{CANVAS}.backgroundConfig[0].uid", mended=False),
    Case("region-unsubscribed",
         changed(picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "uid": "7"}]),
                 f"{RECORDING}.subscribeVideoUids", ["8"]),
         f"{CANVAS}.layoutConfig[0].uid", WARNING),
    Case("region-unsubscribed",
         changed(picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "uid": "7"}]),
                 f"{RECORDING}.unSubscribeVideoUids", ["7"]),
         f"{CANVAS}.layoutConfig[0].uid", WARNING),
    Case("address-http", picture(backgroundImage="http://a.example.com/b.jpg"),
         f"{CANVAS}.backgroundImage", WARNING),
    Case("image-type", picture(defaultUserBackgroundImage="https://a.example.com/b.PNG?x=1"),
         f"{CANVAS}.defaultUserBackgroundImage", WARNING, False),
    *(Case("address-local", picture(backgroundConfig=[{"uid": "7", "image_url": address}]),
           f"{CANVAS}.backgroundConfig[0].image_url", WARNING, False)
      for address in ("http://localhost/a.jpg", "https://192.168.1.4:8080/a.jpg",
                      "https://studio.local/a.jpg", "http://172.20.0.1/a.jpg")),
    # --- lists
    Case("X16", mix(subscribeAudioUids=["7"], unSubscribeAudioUids=["8"]),
         f"{RECORDING}.unSubscribeAudioUids", mended=False),
    Case("X16", mix(subscribeVideoUids=["#allstream#", "7"], subscribeAudioUids=["7"]),
         f"{RECORDING}.subscribeVideoUids"),
    Case("X16", mix(unSubscribeVideoUids=["#allstream#"], subscribeAudioUids=["7"]),
         f"{RECORDING}.unSubscribeVideoUids", mended=False),
    Case("X16", mix(subscribeAudioUids=["7", "anna"]), f"{RECORDING}.subscribeAudioUids[1]",
         mended=False),
    Case("X16", mix(subscribeAudioUids=[" 7 "]), f"{RECORDING}.subscribeAudioUids[0]"),
    Case("X16", mix(subscribeAudioUids=["0"]), f"{RECORDING}.subscribeAudioUids[0]", mended=False),
    Case("subscribeAudioUids-count", mix(subscribeAudioUids=[str(n) for n in range(1, 34)]),
         f"{RECORDING}.subscribeAudioUids", mended=False),
    Case("subscribeAudioUids-type", mix(subscribeAudioUids=["7", 8]),
         f"{RECORDING}.subscribeAudioUids[1]"),
    Case("subscribeAudioUids-type", mix(subscribeAudioUids=["7", None]),
         f"{RECORDING}.subscribeAudioUids[1]", mended=False),
    Case("empty-list", mix(subscribeAudioUids=[]), f"{RECORDING}.subscribeAudioUids", WARNING),
    Case("empty-list", mix(unSubscribeVideoUids=[]), f"{RECORDING}.unSubscribeVideoUids", WARNING),
    Case("duplicate", mix(subscribeAudioUids=["7", "7"]), f"{RECORDING}.subscribeAudioUids",
         WARNING),
    Case("sample-value", mix(subscribeAudioUids=["123", "456"]),
         f"{RECORDING}.subscribeAudioUids", WARNING),
    Case("sample-value", mix(unSubscribeAudioUids=["456"]), f"{RECORDING}.unSubscribeAudioUids",
         WARNING),
    Case("sample-value", mix(subscribeAudioUids=["123", "7"]), f"{RECORDING}.subscribeAudioUids",
         NOTE),
    Case("own-uid", mix(subscribeAudioUids=["7", "99"]), f"{RECORDING}.subscribeAudioUids",
         WARNING, context=CheckContext(uid="99")),
    Case("own-uid", mix(subscribeAudioUids=["99"]), f"{RECORDING}.subscribeAudioUids",
         WARNING, context=CheckContext(uid="99")),
    Case("X17", mix(subscribeAudioUids=["7"]), f"{RECORDING}.subscribeVideoUids", WARNING),
    Case("X17", mix(unSubscribeVideoUids=["7"]), f"{RECORDING}.subscribeAudioUids", WARNING),
    Case("X17", snapshots(unSubscribeAudioUids=["7"]), f"{RECORDING}.subscribeVideoUids", WARNING),
    Case("X18", mix(streamTypes=0, subscribeVideoUids=["7"]), f"{RECORDING}.subscribeVideoUids"),
    Case("X18", mix(streamTypes=1, unSubscribeAudioUids=["7"]),
         f"{RECORDING}.unSubscribeAudioUids"),
    Case("X33", mix(subscribeVideoUids=[str(n) for n in range(1, 19)]), RECORDING, WARNING, False),
    Case("uid-group", individual(subscribeAudioUids=["1", "2"], subscribeVideoUids=["3"]),
         f"{RECORDING}.subscribeUidGroup", WARNING),
    Case("unsubscribe-spelling", mix(unsubscribeAudioUids=["7"]),
         f"{RECORDING}.unsubscribeAudioUids", NOTE),
    Case("unsubscribe-spelling", mix(unSubscribeAudioUids=["7"]),
         f"{RECORDING}.unSubscribeAudioUids", NOTE,
         context=CheckContext(unsubscribe_spelling="unsubscribe")),
    Case("unsubscribe-spelling", mix(unsubscribeAudioUids=["7"], unSubscribeAudioUids=["7"]),
         f"{RECORDING}.unsubscribeAudioUids"),
    # --- web
    Case("X05", lacking(web(), "clientRequest.extensionServiceConfig"),
         "clientRequest.extensionServiceConfig", mended=False),
    Case("X05", services({"serviceName": "cinema"}), SERVICES, mended=False),
    Case("X05", services(recorder(), recorder()), f"{SERVICES}[1]", mended=False),
    Case("extensionServices-count", services(recorder(), PUBLISHER, PUBLISHER), SERVICES,
         mended=False),
    Case("extensionServices-count", services(), SERVICES, mended=False),
    Case("X26", services(PUBLISHER), SERVICES, mended=False),
    Case("X26", services(recorder(), PUBLISHER, PUBLISHER), f"{SERVICES}[2]", mended=False),
    Case("X26", services(recorder(), PUBLISHER | {"errorHandlePolicy": "error_abort"}),
         f"{SERVICES}[1].errorHandlePolicy"),
    Case("X26", services(recorder(), lacking(PUBLISHER, "errorHandlePolicy")),
         f"{SERVICES}[1].errorHandlePolicy", WARNING),
    Case("X26", changed(services(recorder(), PUBLISHER),
                        f"{SERVICES}[1].serviceParam.outputs[0].rtmpUrl", "https://live/key"),
         f"{SERVICES}[1].serviceParam.outputs[0].rtmpUrl", mended=False),
    Case("outputs-count", changed(services(recorder(), PUBLISHER),
                                  f"{SERVICES}[1].serviceParam.outputs", []),
         f"{SERVICES}[1].serviceParam.outputs", mended=False),
    Case("error-policy", services(recorder(errorHandlePolicy="error_ignore")),
         f"{SERVICES}[0].errorHandlePolicy"),
    Case("service-gone", services(recorder(), {"serviceName": "aliyun_vod_service",
                                               "serviceParam": {}}),
         f"{SERVICES}[1].serviceName", mended=False),
    Case("wrong-service", web(outputs=[]), f"{PARAM}.outputs", WARNING),
    Case("X24", web(maxRecordingHour=73), f"{PARAM}.maxRecordingHour", WARNING),
    Case("X24", acquiring(web(), resourceExpiredHour=2), f"{PARAM}.maxRecordingHour", WARNING),
    Case("X25", web(videoWidth=1920, videoHeight=1081), PARAM),
    Case("videoBitrate-range", web(videoBitrate=8001), f"{PARAM}.videoBitrate", WARNING),
    Case("address-local", web(url="http://127.0.0.1:3000/"), f"{PARAM}.url", WARNING, False),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_broken_rule_is_said_at_its_place(case: Case) -> None:
    problems = check(case.document, context=case.context)

    (problem,) = [p for p in problems if (p.rule, p.path) == (case.rule, case.path)]

    assert problem.severity is case.severity
    assert problem.sentence.endswith((".", "?"))
    assert (problem.fix is not None) == case.mended


@pytest.mark.parametrize("case", [case for case in CASES if case.mended], ids=str)
def test_a_fix_mends_what_it_belongs_to(case: Case) -> None:
    problems = check(case.document, context=case.context)
    (problem,) = [p for p in problems if (p.rule, p.path) == (case.rule, case.path)]

    mended = apply_fixes(case.document, [problem])

    assert (case.rule, case.path) not in found(check(mended, context=case.context))
    assert apply_fixes(mended, [problem]) == mended


FINE = [
    acquiring(mix(), scene=0),
    acquiring(individual(), scene=0),
    acquiring(web(), scene=1),
    acquiring(mix(), region="NA"),
    acquiring(mix(), regionAffinity=4),
    acquiring(mix(), regionAffinity=0),
    acquiring(stored(vendor=5), region="EU"),
    acquiring(mix(), startParameter=mix()["clientRequest"]),
    stored(vendor=11, extensionParams={"endpoint": "s3.example.com"}),
    stored(vendor=6),
    stored(fileNamePrefix=["a" * 63, "b" * 63]),
    stored(fileNamePrefix=["a" * 127]),
    stored(fileNamePrefix=[]),
    stored(extensionParams={"sse": "aes256", "tag": "a=b"}),
    stored(vendor=2, extensionParams={"tag": "a=b"}),
    stored(bucket="your-studio"),
    picture(width=1440, height=1440, bitrate=4000),
    picture(width=1920, height=1080, bitrate=4160),
    picture(width=1080, height=1920, bitrate=4160),
    picture(mixedVideoLayout=0),
    picture(mixedVideoLayout=2, maxResolutionUid="7"),
    picture(mixedVideoLayout=3, layoutConfig=HALVES),
    picture(mixedVideoLayout=3, layoutConfig=[{**HALVES[0], "uid": ""}, HALVES[1]]),
    picture(mixedVideoLayout=3, layoutConfig=[HALVES[0]] * 17),
    picture(mixedVideoLayout=3, layoutConfig=[
        {"x_axis": 0.333333, "y_axis": 0.1, "width": 0.666667, "height": 0.9}]),
    mix(subscribeAudioUids=["#allstream#"], subscribeVideoUids=["7"]),
    mix(subscribeAudioUids=["7"], unSubscribeVideoUids=["7"]),
    mix(streamTypes=0, subscribeAudioUids=["7"]),
    mix(streamTypes=1, subscribeVideoUids=["7"]),
    mix(subscribeAudioUids=["#allstream#"], subscribeVideoUids=[str(n) for n in range(1, 18)]),
    mix(privateParams='{"correctEXTINF":true}'),
    request(mix(), recordingFileConfig={"avFileType": ["hls", "mp4"]}),
    request(mix(), recordingFileConfig={"avFileType": ["mp4", "hls"]}),
    request(mix(), recordingFileConfig={}),
    individual(streamMode="original", streamTypes=0),
    individual(streamMode="standard"),
    individual(subscribeAudioUids=["1", "2"], subscribeVideoUids=["1"]),
    individual(subscribeAudioUids=["#allstream#"], subscribeVideoUids=["1", "2", "3"]),
    snapshots(),
    snapshots(streamTypes=1),
    snapshots(subscribeAudioUids=["7"], subscribeVideoUids=["7"]),
    web(maxRecordingHour=72),
    acquiring(web(maxRecordingHour=100), resourceExpiredHour=100),
    web(videoWidth=1920, videoHeight=1080),
    services(recorder(), PUBLISHER),
    services(lacking(recorder(), "errorHandlePolicy"), PUBLISHER),
    web(videoBitrate=50),
    {**mix(), "$schema": "./schema.json"},
]  # fmt: skip


@pytest.mark.parametrize("document", FINE, ids=range(len(FINE)))
def test_what_is_right_is_left_alone(document: dict[str, Any]) -> None:
    assert check(document) == ()


def test_temporary_credentials_that_last_long_enough_are_left_alone() -> None:
    context = CheckContext(now=NOW, has_sts_token=True)

    assert check(stored(stsExpiration=NOW + 14_400), context=context) == ()


def test_secrets_that_will_be_there_are_left_alone() -> None:
    context = CheckContext(has_storage_keys=True, has_channel_secret=True, has_salt=True)

    assert check(mix(decryptionMode=8), context=context) == ()


def test_a_good_salt_is_only_a_secret() -> None:
    rules = {problem.rule for problem in check(mix(decryptionMode=7, secret="s", salt=SALT))}

    assert rules == {"secret-in-file"}


def test_the_keys_of_a_whole_body_count_as_there() -> None:
    document = stored(accessKey="a", secretKey="b")

    rules = {p.rule for p in check(document, context=CheckContext(has_storage_keys=False))}

    assert rules == {"secret-in-file"}


def test_the_address_of_a_push_is_never_repeated() -> None:
    path = f"{SERVICES}[1].serviceParam.outputs[0].rtmpUrl"
    document = changed(services(recorder(), PUBLISHER), path, "http://live/hunter2")

    assert "hunter2" not in repr(check(document))


def test_legacy_work_after_the_recording_is_only_marked_when_it_is_right() -> None:
    document = request(
        individual(streamTypes=0, streamMode="original"),
        appsCollection={"combinationPolicy": "postpone_transcoding"},
        transcodeOptions={
            "transConfig": {"transMode": "audioMix"},
            "container": {"format": "m4a"},
            "audio": {"sampleRate": "48000", "bitrate": "48000", "channels": "2"},
        },
    )

    rules = {problem.rule for problem in check(acquiring(document, scene=2))}

    assert rules == {"legacy"}
