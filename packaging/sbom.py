"""Writes the CycloneDX list of what is in a bundle; `build.py` runs it in the build environment.

`python sbom.py PREPARED OUTPUT`, with what `build.py` and the spec have left in a folder:
build.json and from-the-system.json.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import sqlite3
import ssl
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
LICENSES = LicenseFactory()
BUILT_IN = ("pyinstaller",)
"""Its start program is the beginning of ours."""


def closure(names: list[str]) -> dict[str, Distribution]:
    """The distributions of `names` and all they require on this system, by normal name."""
    found: dict[str, Distribution] = {}
    wanted = [Requirement(name) for name in names]
    while wanted:
        requirement = wanted.pop()
        key = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if key in found or (requirement.marker and not requirement.marker.evaluate()):
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            raise SystemExit(f"{key} is not installed, so the list would not be true.") from None
        wanted += [Requirement(line) for line in found[key].requires or ()]
    return found


def metadata(dist: Distribution, field: str) -> str:
    """A field of what a package says of itself; empty where it is silent."""
    return dist.metadata[field] if field in dist.metadata else ""  # noqa: SIM401 - has no get()


def of_distribution(key: str, dist: Distribution) -> Component:
    """A package of PyPI."""
    words = metadata(dist, "License-Expression") or metadata(dist, "License")
    license_ = LICENSES.make_from_string(words) if words and len(words) < 200 else None
    return Component(
        type=ComponentType.LIBRARY,
        name=key,
        version=dist.version,
        description=metadata(dist, "Summary"),
        licenses=[license_] if license_ else None,
        purl=PackageURL("pypi", name=key, version=dist.version),
        bom_ref=f"pypi:{key}@{dist.version}",
    )


def generic(name: str, version: str, license_: str) -> Component:
    """A part that no registry has."""
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        licenses=[LICENSES.make_from_string(license_)],
        purl=PackageURL("generic", name=name, version=version),
        bom_ref=f"generic:{name}@{version}",
    )


def of_the_system(prepared: Path) -> list[Component]:
    """Libraries that were taken from the building Debian, by the packages they came in."""
    sources = json.loads((prepared / "from-the-system.json").read_text("utf-8"))
    if not (sources and shutil.which("dpkg-query")):
        return []
    # dpkg knows a file by the place it was packed for; /lib is a link to /usr/lib nowadays.
    places = sorted({place for each in sources for place in (each, each.removeprefix("/usr"))})
    owners = _dpkg("-S", *places)
    packages = sorted({line.partition(":")[0] for line in owners.splitlines() if ": /" in line})
    versions = _dpkg("-W", "-f", "${Package} ${Version}\n", *packages)
    return [
        Component(
            type=ComponentType.LIBRARY,
            name=package,
            version=version,
            purl=PackageURL("deb", namespace="debian", name=package, version=version),
            bom_ref=f"deb:{package}@{version}",
        )
        for package, version in sorted({tuple(line.split()) for line in versions.splitlines()})
    ]


def _dpkg(*arguments: str) -> str:
    command = ["dpkg-query", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def bill_of(prepared: Path, facts: dict[str, str]) -> Bom:
    """Everything in the bundle, below the program itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    program = Component(
        type=ComponentType.APPLICATION,
        name="agora-console",
        version=facts["version"],
        description=project["description"],
        licenses=[LICENSES.make_from_string(project["license"])],
        bom_ref="agora-console",
    )
    parts = [of_distribution(*each) for each in closure(project["dependencies"]).items()]
    parts += [of_distribution(name, distribution(name)) for name in BUILT_IN]
    parts.append(generic("cpython", platform.python_version(), "PSF-2.0"))
    from_debian = of_the_system(prepared)
    parts += from_debian
    if not from_debian:  # Python's own copies, of which it knows the versions
        parts.append(generic("openssl", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0"))
        parts.append(generic("sqlite", sqlite3.sqlite_version, "blessing"))
    bill = Bom(components=parts)
    bill.metadata.component = program
    bill.metadata.timestamp = datetime.fromisoformat(facts["date"]).replace(tzinfo=UTC)
    bill.serial_number = uuid5(NAMESPACE_URL, json.dumps(facts, sort_keys=True))
    bill.register_dependency(program, parts)
    return bill


def main(prepared: Path, output: Path) -> None:
    """Write the list, and refuse one that its own schema refuses."""
    facts = json.loads((prepared / "build.json").read_text("utf-8"))
    bill = bill_of(prepared, facts)
    text = make_outputter(bill, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        raise SystemExit(f"The list does not follow CycloneDX 1.6: {problem}")
    output.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
