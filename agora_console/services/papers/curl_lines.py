"""A request that was sent, to copy as a line or a script; secrets only where asked for."""

from __future__ import annotations

from dataclasses import dataclass

from agora_console.api.curl import curl
from agora_console.api.exchange import Exchange
from agora_console.api.snippets import httpie, httpx_script
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.services.setup.projects import Projects
from agora_console.settings.projects import Project, StorageTarget


@dataclass(frozen=True, slots=True)
class SentRequest:
    """What the journal holds of a request: `body` is redacted JSON, empty where there is none."""

    method: str
    url: str
    body: str


def curl_line(request: SentRequest) -> str:
    """The request as a command that reads every secret from an environment variable."""
    return curl(_exchange(request))


def httpie_line(request: SentRequest) -> str:
    """The request as an HTTPie command; every secret is read from an environment variable."""
    return httpie(_exchange(request))


def python_script(request: SentRequest) -> str:
    """The request as a Python script on httpx; every secret is read from the environment."""
    return httpx_script(_exchange(request))


async def curl_line_with_secrets(projects: Projects, session: Session, request: SentRequest) -> str:
    """The same with customer secret and storage keys in the clear, as far as they are stored.

    What is not stored, such as the token, is still read from the environment. Raises VaultError,
    or LookupError when the customer secret is not there.
    """
    credentials = await projects.credentials(session.project_id)
    project = projects.get(session.project_id)
    target = _target(project, session) if project else None
    keys = await projects.storage_keys(session.project_id, target.id) if target else None
    access, secret = keys or (None, None)
    return curl(_exchange(request), credentials, StartSecrets(access_key=access, secret_key=secret))


def _exchange(request: SentRequest) -> Exchange:
    return Exchange(0.0, "", request.method, request.url, "", 1, request.body)


def _target(project: Project, session: Session) -> StorageTarget | None:
    """The target of the project that the recording goes to."""
    config = session.client_request.get("storageConfig")
    wanted = config if isinstance(config, dict) else {}
    place = tuple(wanted.get(key) for key in ("vendor", "region", "bucket"))
    targets = (each for each in project.storage if (each.vendor, each.region, each.bucket) == place)
    return next(targets, None)
