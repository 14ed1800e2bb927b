"""cURL lines as shells and browsers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.intake.curl import CurlLine, is_curl, read_curl
from agora_console.domain.intake.json_text import UnusableInput

START = "https://api.agora.io/v1/apps/A/cloud_recording/resourceid/R/mode/individual/start"
BODY = '{"cname": "town"}'


@pytest.mark.parametrize(
    "text",
    ["curl -d 1", "  curl\n-d 1", "$ curl x", "> curl x", "CURL.EXE x", "curl.exe x"],
)
def test_a_curl_line_is_known_by_its_beginning(text: str) -> None:
    assert is_curl(text)


@pytest.mark.parametrize("text", ["{}", "curled hair", "curl", "", '{"curl ": 1}'])
def test_anything_else_is_none(text: str) -> None:
    assert not is_curl(text)


@pytest.mark.parametrize(
    "text",
    [
        f"curl {START} -d '{BODY}'",
        f"curl {START} -d'{BODY}'",
        f"curl -sSd '{BODY}' {START}",
        f"curl {START} --data '{BODY}'",
        f"curl {START} --data='{BODY}'",
        f"curl {START} --data-raw '{BODY}'",
        f"curl {START} --data-binary '{BODY}'",
        f"curl {START} --data-ascii '{BODY}'",
        f"curl {START} --json '{BODY}'",
        f"curl -X POST {START} -H 'Accept: */*' --data '{BODY}'",
        f"curl --url={START} --data '{BODY}'",
        f"curl --url {START} --data '{BODY}'",
        f"$ curl \\\n  '{START}' \\\n  -d '{BODY}'",
        f"curl \\\r\n  '{START}' \\\r\n  -d '{BODY}'",
        f"curl '{START}' `\n -d '{BODY}'",
        f"curl {START} -d $'{{\"cname\": \\'x\\'}}'".replace("\\'x\\'", '"town"'),
        f'curl {START} --data-raw $\'\\u007b"cname":\\x20"town"}}\'',
        f'curl "{START}" -d "{{\\"cname\\": \\"town\\"}}"',
        f'curl "{START}" ^\n -d "{{\\"cname\\": \\"town\\"}}"',
        f'curl ^"{START}^" ^\r\n --data-raw ^"^{{^\\^"cname^\\^": ^\\^"town^\\^"^}}^"',
        f"curl {START}?a=b -d '{BODY}'",
    ],
)
def test_body_method_and_mode_are_read(text: str) -> None:
    assert read_curl(text) == CurlLine(BODY, "start", "individual")


@pytest.mark.parametrize(
    ("address", "method", "mode"),
    [
        ("https://a/v1/apps/A/cloud_recording/acquire", "acquire", None),
        ("https://a/v1/apps/A/cloud_recording/resourceid/R/sid/S/mode/web/stop", "stop", "web"),
        ("https://a/v1/apps/A/cloud_recording/resourceid/R/mode/cinema/start", "start", None),
        ("https://a/v1/apps/A/cloud_recording/x", "", None),
        ("https://example.com/", "", None),
        ("http://[cloud_recording", "", None),
    ],
)
def test_an_address_tells_what_it_can(address: str, method: str, mode: str | None) -> None:
    read = read_curl(f"curl '{address}' -d '{BODY}'")

    assert isinstance(read, CurlLine)
    assert (read.method, read.mode) == (method, mode)


def test_a_body_that_mentions_the_service_is_no_address() -> None:
    read = read_curl("""curl -d '{"a": "cloud_recording/mode/web/start"}' x""")

    assert isinstance(read, CurlLine)
    assert (read.method, read.mode) == ("", None)


def test_bodies_in_parts_are_joined_as_curl_does() -> None:
    assert read_curl("curl -d a -d b") == CurlLine("a&b", "", None)


def test_escapes_of_bash_are_read() -> None:
    assert read_curl(r"curl -d $'a\n\t\r\\\'b'") == CurlLine("a\n\t\r\\'b", "", None)


@pytest.mark.parametrize("text", ["curl x", "curl x -d", "curl x -d ''", "curl x --data="])
def test_a_line_without_a_body_is_refused(text: str) -> None:
    assert isinstance(read_curl(text), UnusableInput)


@given(st.text().map(lambda text: f"curl {text}"))
def test_no_line_raises(text: str) -> None:
    assert isinstance(read_curl(text), CurlLine | UnusableInput)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("part", ["$'", "$'\\", "^", '"', "\\\n", "-d ", "cloud_recording/ "])
def test_a_line_of_the_greatest_length_takes_no_time(part: str) -> None:
    line = f"curl {part * 50_000}"[:99_000]

    assert isinstance(read_curl(line), CurlLine | UnusableInput)


@pytest.mark.parametrize(
    "text",
    [
        "sudo curl x",
        "time curl x",
        "TOKEN=abc curl x",
        "/usr/bin/curl x",
        "C:\\tools\\curl.exe x",
        "PS C:\\> curl.exe x",
        "irm x",
        "Invoke-WebRequest x",
        "invoke-restmethod x",
    ],
)
def test_what_stands_before_the_command_does_not_hide_it(text: str) -> None:
    assert is_curl(text)


@pytest.mark.parametrize(
    "text",
    [
        f"curl {START} -d @- <<EOF\n{BODY}\nEOF\n",
        f"curl {START} -d @- <<'JSON'\n{BODY}\nJSON",
        f"curl {START} -d @- <<EOF\n{BODY}",
        f"Invoke-RestMethod -Method Post -Uri '{START}' -Body '{BODY}'",
        f"irm '{START}' -Method POST `\n -Body '{BODY}'",
        f"iwr -Uri \"{START}\" -Body @'\n{BODY}\n'@ -Method POST",
        f'Invoke-WebRequest -Uri {START} -Body "{{`"cname`": `"town`"}}"',
        f"curl.exe -X POST '{START}' -d '{{\\\"cname\\\": \\\"town\\\"}}'",
    ],
)
def test_bodies_in_the_ways_of_other_shells(text: str) -> None:
    assert read_curl(text) == CurlLine(BODY, "start", "individual")


def test_a_quote_is_written_twice_in_powershell() -> None:
    line = read_curl(f"irm {START} -Body '{{\"cname\": \"it''s\"}}'")

    assert isinstance(line, CurlLine)
    assert line.body == '{"cname": "it\'s"}'


def test_quotes_behind_a_backslash_are_no_json_in_bash() -> None:
    line = read_curl(f"curl {START} -d '{{\\\"cname\\\": 1}}'")

    assert isinstance(line, CurlLine)
    assert line.body == '{\\"cname\\": 1}'


def test_a_document_below_the_line_that_is_not_read_is_passed_over() -> None:
    assert read_curl(f"curl {START} -d '{BODY}' <<EOF\nit's\nEOF") == CurlLine(
        BODY, "start", "individual"
    )


@pytest.mark.parametrize(
    "text", ["irm " + "@'\n" * 30_000, "irm " + "@'\nx\n'@ " * 9_000, "curl " + "<<E\n" * 24_000]
)
def test_a_hostile_line_takes_no_time(text: str) -> None:
    assert isinstance(read_curl(text), UnusableInput)
