"""What a person can hand to the linter."""

from __future__ import annotations

import json
from typing import Any

import pytest

from agora_console.domain.intake.lint import LintInput, UnusableInput, lint, mend, read_input
from agora_console.domain.problems import Severity, has_errors
from agora_console.domain.rules import CheckContext
from agora_console.domain.session import Mode
from tests.support.configs import FULL, changed, found, individual, lacking, mix, web

SPAN = "clientRequest.extensionServiceConfig.extensionServices[0].serviceParam.maxRecordingHour"


def taken(text: str, mode: Mode | None = None) -> LintInput:
    read = read_input(text, mode)
    assert isinstance(read, LintInput)
    return read


def refused(text: str) -> UnusableInput:
    read = read_input(text)
    assert isinstance(read, UnusableInput)
    return read


@pytest.mark.parametrize("mode", FULL)
def test_a_config_is_taken_as_it_is(mode: str) -> None:
    document = FULL[mode]()

    read = taken(json.dumps(document))

    assert (read.document, read.form, read.call, read.mode) == (document, "config", "start", mode)
    encrypted = mode == "mix"
    known = CheckContext(has_channel_secret=encrypted, has_salt=encrypted)
    assert lint(read, known) == ()


@pytest.mark.parametrize("make", [mix, individual, web])
def test_a_bare_request_is_taken_for_a_config_of_the_mode_its_keys_speak_for(make: Any) -> None:
    document = make()

    read = taken(json.dumps(document["clientRequest"]))

    assert (read.document, read.form) == (document, "clientRequest")
    assert [(p.rule, p.severity) for p in lint(read)] == [("mode-guessed", Severity.NOTE)]


def test_a_bare_request_can_be_given_its_mode() -> None:
    read = taken(json.dumps(mix()["clientRequest"]), "individual")

    assert read.document["mode"] == "individual"
    assert "X03" in {problem.rule for problem in lint(read)}
    assert "mode-guessed" not in {problem.rule for problem in lint(read)}


def test_a_mode_from_outside_wins_over_that_of_the_config() -> None:
    read = taken(json.dumps(mix()), "individual")

    assert read.document == mix() | {"mode": "individual"}


def test_a_config_without_a_mode_misses_it() -> None:
    document = mix()
    del document["mode"]

    assert found(lint(taken(json.dumps(document)))) == {("mode-missing", "mode")}
    assert lint(taken(json.dumps(document), "mix")) == ()


def test_a_whole_start_body_is_checked_with_its_names() -> None:
    body = {"cname": "town/hall", "uid": "0", "clientRequest": mix()["clientRequest"]}

    read = taken(json.dumps(body))

    assert (read.form, read.call, read.document) == ("body", "start", mix())
    assert found(lint(read)) >= {("cname", "cname"), ("uid", "uid")}


def test_names_that_are_known_win_over_those_of_the_body() -> None:
    body = {"cname": "a/b", "uid": 7, "clientRequest": mix()["clientRequest"]}
    read = taken(json.dumps(body))

    assert read.uid == "7"
    assert {problem.path for problem in lint(read) if problem.path in ("cname", "uid")}
    known = CheckContext(cname="town", uid="8", has_storage_keys=True)
    assert not has_errors(lint(read, known))


def test_a_name_of_another_type_is_no_name() -> None:
    read = taken(json.dumps({"cname": [], "uid": True, "clientRequest": {}}))

    assert (read.cname, read.uid) == (None, None)


def test_a_body_without_a_request_misses_it() -> None:
    problems = lint(taken('{"cname": "a", "uid": "1"}'))

    assert found(problems) == {("clientRequest-type", "clientRequest")}


def test_a_request_of_the_wrong_type_is_named() -> None:
    body = {"cname": "a", "uid": "1", "clientRequest": [1]}

    assert ("clientRequest-type", "clientRequest") in found(lint(taken(json.dumps(body))))
    assert ("clientRequest-type", "clientRequest") in found(
        lint(taken('{"mode": "mix", "clientRequest": [1]}'))
    )


@pytest.mark.parametrize(
    ("request_", "call", "expected"),
    [
        ({"scene": 0, "resourceExpiredHour": 0}, "acquire",
         ("resourceExpiredHour-range", "resourceExpiredHour")),
        ({"mixedVideoLayout": 3}, "updateLayout", ("X13", "layoutConfig")),
        ({"streamSubscribe": {"audioUidList": {"subscribeAudioUids": ["x"]}}}, "update",
         ("X16", "streamSubscribe.audioUidList.subscribeAudioUids[0]")),
        ({"async_stop": 1}, "stop", ("async_stop-type", "async_stop")),
        ({"storageConfig": {}}, "start", ("vendor-missing", "clientRequest.storageConfig.vendor")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("wrapped", [True, False], ids=["body", "bare"])
def test_the_call_follows_from_the_keys(
    request_: dict[str, Any], call: str, expected: tuple[str, str], wrapped: bool
) -> None:
    body = {"cname": "a", "uid": "1", "clientRequest": request_} if wrapped else request_

    read = taken(json.dumps(body), "mix")

    assert read.call == call
    assert expected in found(lint(read))


@pytest.mark.parametrize("text", ["{}", '{"foo": 1}'])
def test_an_object_of_no_known_form_is_checked_as_a_config(text: str) -> None:
    read = taken(text)

    assert read.form == "config"
    assert ("clientRequest-missing", "clientRequest") in found(lint(read))


def test_a_key_that_stands_twice_is_told() -> None:
    text = (
        '{"mode": "mix", "mode": "mix", "clientRequest": {"storageConfig": {"vendor": 1, '
        '"region": 1, "bucket": "b", "region": 2}, "recordingConfig": {"channelType": 1}}}'
    )

    twice = {problem.path for problem in lint(taken(text)) if problem.rule == "duplicate-key"}

    assert twice == {"mode", "clientRequest.storageConfig.region"}


def test_a_key_that_stands_twice_in_a_bare_request_is_told_at_its_place() -> None:
    text = '{"storageConfig": {"vendor": 1, "vendor": 2}}'

    assert ("duplicate-key", "clientRequest.storageConfig.vendor") in found(lint(taken(text)))


def test_findings_come_gravest_first() -> None:
    text = '{"storageConfig": {"vendor": 1, "vendor": 2}, "recordingConfig": {}}'

    severities = [problem.severity for problem in lint(taken(text))]

    assert severities == sorted(severities, key=list(Severity).index)


def test_what_can_be_mended_is_mended_round_by_round() -> None:
    document = mix(
        subscribeAudioUids=[7, "7", "#allstream#"],
        maxidletime="3",
    )
    del document["clientRequest"]["recordingConfig"]["maxIdleTime"]

    mended = mend(taken(json.dumps(document)))

    recording = mended.document["clientRequest"]["recordingConfig"]
    assert recording["subscribeAudioUids"] == ["#allstream#"]
    assert recording["subscribeVideoUids"] == ["#allstream#"]
    assert recording["maxIdleTime"] == 300
    assert lint(mended) == ()


def test_mending_ends_when_nothing_is_left_to_mend() -> None:
    read = taken(json.dumps(mix()))

    assert mend(read).document == mix()


def with_keys(document: dict[str, Any]) -> dict[str, Any]:
    """The config as a start sends it."""
    for key in ("accessKey", "secretKey"):
        document = changed(document, f"clientRequest.storageConfig.{key}", "of-nobody")
    return document


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("cname", None, ("cname-missing", "cname")),
        ("uid", None, ("uid-missing", "uid")),
        ("uid", 77, ("uid-type", "uid")),
        ("cname", ["a"], ("cname-type", "cname")),
        ("clientRequest.storageConfig.accessKey", None,
         ("storage-keys", "clientRequest.storageConfig.accessKey")),
        ("clientRequest.storageConfig.secretKey", "",
         ("storage-keys", "clientRequest.storageConfig.accessKey")),
        ("clientRequest.recordingConfig.decryptionMode", 1,
         ("X20", "clientRequest.recordingConfig.secret")),
        ("clientRequest.storageConfig.stsToken", "t",
         ("X22", "clientRequest.storageConfig.stsExpiration")),
        ("recordingConfig", {"channelType": 1}, ("wrong-place", "recordingConfig")),
    ],
)  # fmt: skip
def test_a_whole_body_is_judged_as_agora_would(
    path: str, value: Any, expected: tuple[str, str]
) -> None:
    body: Any = {"cname": "a", "uid": "7", "clientRequest": with_keys(mix())["clientRequest"]}
    clean = taken(json.dumps(body), "mix")
    body = lacking(body, path) if value is None else changed(body, path, value)

    assert lint(clean) == ()
    assert expected in found(lint(taken(json.dumps(body), "mix")))


def test_the_secrets_of_a_whole_body_are_where_they_belong() -> None:
    sent = with_keys(mix())
    body = {"cname": "a", "uid": "7", "clientRequest": sent["clientRequest"]}

    assert lint(taken(json.dumps(body), "mix")) == ()
    assert {problem.rule for problem in lint(taken(json.dumps(sent)))} == {"secret-in-file"}


def test_a_misspelled_secret_of_a_body_is_named_with_the_right_key() -> None:
    body = {"cname": "a", "uid": "7", "clientRequest": with_keys(mix())["clientRequest"]}
    text = json.dumps(body).replace("accessKey", "accesskey")

    assert ("X34", "clientRequest.storageConfig.accesskey") in found(lint(taken(text, "mix")))


def test_mending_leaves_a_secret_alone_and_puts_the_uid_in_quotes() -> None:
    sent = with_keys(mix(maxIdleTime=4))
    mended = mend(taken(json.dumps(sent)))
    body = mend(taken(json.dumps({"cname": "a", "uid": 7, **sent}), "mix"))

    assert mended.document == with_keys(mix(maxIdleTime=300))
    assert body.in_its_form == {"cname": "a", "uid": "7", **with_keys(mix(maxIdleTime=300))}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(mix()),
        json.dumps(mix()["clientRequest"]),
        json.dumps({"uid": "7", "cname": "a", "clientRequest": {}, "odd": 1}),
        json.dumps({"cname": "a", "uid": "7", "clientRequest": mix()["clientRequest"], "odd": 1}),
        json.dumps({"cname": "a", "uid": "7", **mix()}),
        json.dumps({"mixedVideoLayout": 1}),
        json.dumps({"cname": "a", "uid": "7", "clientRequest": {"scene": 0}}),
    ],
)
def test_nothing_that_was_read_is_lost(text: str) -> None:
    assert taken(text).in_its_form == json.loads(text)


def test_keys_beside_the_request_of_a_call_are_named() -> None:
    read = taken('{"cname": "a", "uid": "7", "clientRequest": {"scene": 0}, "scene": 1}')

    assert found(lint(read)) == {("unknown-key", "scene")}


CURL = (
    "curl --location --request POST "
    "'https://api.agora.io/v1/apps/APP/cloud_recording/resourceid/RES/mode/mix/start' "
    "-u 'customer:hunter2' --header 'Content-Type: application/json' --data-raw '{BODY}'"
)


def test_a_curl_line_is_read_with_mode_call_and_names() -> None:
    sent = with_keys(mix())
    body = {"cname": "town", "uid": "7", "clientRequest": sent["clientRequest"]}

    read = taken(CURL.replace("{BODY}", json.dumps(body)))

    assert (read.call, read.mode, read.form, read.curl) == ("start", "mix", "body", True)
    assert (read.cname, read.uid, read.document) == ("town", "7", sent)
    assert lint(read) == ()
    assert "hunter2" not in repr(read)


def test_a_mode_from_outside_wins_over_that_of_the_curl_line() -> None:
    body = {"cname": "town", "uid": "7", "clientRequest": mix()["clientRequest"]}

    assert taken(CURL.replace("{BODY}", json.dumps(body)), "individual").mode == "individual"


def test_the_call_of_a_curl_line_wins_over_the_keys() -> None:
    text = CURL.replace("/start", "/sid/SID/stop").replace("{BODY}", '{"clientRequest": {}}')

    read = taken(text)

    assert (read.call, read.form, read.document) == ("stop", "body", {})


def test_a_curl_line_with_a_config_is_a_config() -> None:
    read = taken("curl https://example.com -d '" + json.dumps(mix()) + "'")

    assert (read.form, read.document) == ("config", mix())


def test_a_curl_line_with_a_bare_request_is_understood() -> None:
    read = taken(CURL.replace("{BODY}", '{"storageConfig": {}}'))

    assert (read.form, read.call) == ("clientRequest", "start")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (CURL.replace("{BODY}", '{"a": }'), "In the body of the cURL line: This is not JSON"),
        (CURL.split(" --data-raw", maxsplit=1)[0], "has no body"),
        (CURL.replace("{BODY}", "@body.json"), "reads its body from a file"),
        ("curl -d '{", "A quote in the cURL line is not closed."),
        (
            "curl https://api.agora.io/v1/apps/A/cloud_recording/resourceid/R/sid/S/mode/mix/query"
            " -d '{}'",
            "A query request has no body to check.",
        ),
        ("curl " + "a" * 100_001, "more than 100000 characters"),
    ],
)
def test_a_curl_line_that_is_of_no_use_is_refused(text: str, sentence: str) -> None:
    assert sentence in refused(text).sentence


# --- what people write around a request


@pytest.mark.parametrize(
    ("request_body", "call", "mode"),
    [
        ({"scene": 1}, "acquire", "web"),
        ({"scene": 2}, "acquire", "individual"),
        ({"scene": 0}, "acquire", "mix"),
        ({"scene": []}, "acquire", "mix"),
        ({"startParameter": web()["clientRequest"]}, "acquire", "web"),
        ({"startParameter": individual()["clientRequest"]}, "acquire", "individual"),
        ({"webRecordingConfig": {"onhold": True}}, "update", "web"),
        ({"rtmpPublishConfig": {"outputs": [{"rtmpUrl": "rtmp://a.example/b"}]}}, "update", "web"),
        ({"streamSubscribe": {}}, "update", "mix"),
        ({"async_stop": True}, "stop", "mix"),
    ],
)
def test_the_mode_of_a_call_follows_from_its_keys(
    request_body: dict[str, Any], call: str, mode: str
) -> None:
    read = taken(json.dumps({"cname": "a", "uid": "7", "clientRequest": request_body}))

    assert (read.call, read.mode) == (call, mode)


def test_a_pause_and_an_acquire_for_a_page_are_no_mistakes() -> None:
    for request in ({"webRecordingConfig": {"onhold": True}}, {"scene": 1}):
        assert lint(taken(json.dumps({"cname": "a", "uid": "7", "clientRequest": request}))) == ()


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [("Cname", "cname", "a"), ("UID", "uid", "7"), ("channelName", "cname", "a")],
)
def test_a_misspelled_name_of_the_task_is_named_and_mended(key: str, name: str, value: str) -> None:
    names = {"cname": "a", "uid": "7"}
    del names[name]
    body = {**names, key: value, "clientRequest": {"scene": 0}}

    (problem,) = lint(taken(json.dumps(body)))

    assert (problem.rule, problem.path, problem.severity) == ("X34", key, Severity.ERROR)
    assert f"Agora reads {name}, not {key}" in problem.sentence
    assert mend(taken(json.dumps(body))).in_its_form == {
        "cname": "a", "uid": "7", "clientRequest": {"scene": 0}
    }  # fmt: skip


def test_a_start_body_with_a_name_in_the_wrong_case_is_a_body_all_the_same() -> None:
    body = {"UID": "7", "cname": "a", **mix()}

    read = taken(json.dumps(body))

    assert read.form == "body"
    assert "X34" in {problem.rule for problem in lint(read)}
    assert mend(read).in_its_form["uid"] == "7"


@pytest.mark.parametrize(
    ("uid", "rules", "mended"),
    [(7, ["uid-type"], "7"), (0, ["uid"], 0), (-5, ["uid"], -5), (7.5, ["uid-type"], 7.5)],
)
def test_a_uid_that_is_a_number_is_named_once(uid: float, rules: list[str], mended: object) -> None:
    read = taken(json.dumps({"cname": "a", "uid": uid, "clientRequest": {"scene": 0}}))

    assert [problem.rule for problem in lint(read)] == rules
    assert mend(read).in_its_form["uid"] == mended


def test_a_config_that_names_one_of_the_two_does_not_miss_the_other() -> None:
    rules = {problem.rule for problem in lint(taken(json.dumps({"cname": "a", **mix()})))}

    assert "uid-missing" not in rules


def test_the_names_in_the_body_of_any_call_are_checked() -> None:
    read = taken(json.dumps({"cname": "a/b", "uid": "0", "clientRequest": {"async_stop": True}}))

    assert [(problem.rule, problem.path) for problem in lint(read)] == [
        ("cname", "cname"),
        ("uid", "uid"),
    ]


def test_nothing_is_written_into_an_acquire_that_is_not_there() -> None:
    body = {"cname": "a", "uid": "7", **web(maxRecordingHour=100)}
    del body["mode"]
    body["clientRequest"]["storageConfig"] |= {"accessKey": "A", "secretKey": "S"}
    read = taken(json.dumps(body))

    (problem, _) = lint(read)

    assert (problem.rule, problem.fix) == ("X24", None)
    assert problem.action == "Set it in the acquire request."
    assert mend(read).in_its_form == body


def test_snapshots_alone_are_not_made_a_recording() -> None:
    document = individual()
    document["clientRequest"]["snapshotConfig"] = {"fileType": ["jpg"]}

    assert mend(taken(json.dumps(document))).document == document


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (mix()["clientRequest"]["storageConfig"], "config"),
        ({"width": 640, "height": 360, "fps": 15, "bitrate": 800, "mixedVideoLayout": 1}, "config"),
        ({"StorageConfig": {}, "RecordingConfig": {}}, "clientRequest"),
        ({"ClientRequest": {}}, "config"),
    ],
)
def test_a_part_of_a_request_is_not_taken_for_another_call(value: Any, form: str) -> None:
    assert taken(json.dumps(value)).form == form


def test_the_copy_of_the_start_in_an_acquire_is_checked_like_a_start() -> None:
    copy = changed(web(), "clientRequest.recordingFileConfig", {"avFileType": ["mp4"]})
    copy = changed(copy, SPAN, 100)
    request = {"scene": 1, "startParameter": copy["clientRequest"], "resourceExpiredHour": 50}
    request["excludeResourceIds"] = 7

    problems = lint(taken(json.dumps(request)))
    found = {p.rule: p for p in problems}

    assert [p.rule for p in problems].count("excludeResourceIds-type") == 1
    assert found["X10"].path == "startParameter.recordingFileConfig.avFileType"
    fix = found["X10"].fix
    assert fix is not None
    assert fix.path == found["X10"].path
    longer = found["X24"].fix
    assert longer is not None
    assert longer.path == "resourceExpiredHour"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{,}", "a comma too many"),
        ("{mode: 1}", "double quotes"),
        ("<html>", "HTML"),
        ('{"a":\N{NO-BREAK SPACE}1}', "no-break space"),
        ("{\N{LEFT DOUBLE QUOTATION MARK}mode: 1}", "straight quotes"),
    ],
)
def test_what_people_paste_is_named(text: str, sentence: str) -> None:
    assert sentence in refused(text).sentence


def test_a_body_with_nothing_but_fresh_storage_keys_is_an_update() -> None:
    storage = {
        "vendor": 1,
        "region": 0,
        "bucket": "b",
        "stsToken": "t",
        "stsExpiration": 1_900_000_000,
    }
    keys = {"accessKey": "A", "secretKey": "S"}
    body = {"cname": "a", "uid": "7", "clientRequest": {"storageConfig": {**storage, **keys}}}

    read = taken(json.dumps(body))

    assert (read.call, lint(read)) == ("update", ())
