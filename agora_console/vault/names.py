"""Names of the entries in the keyring: one entry per secret."""

from __future__ import annotations


def customer_secret(project_id: str) -> str:
    """The customer secret of a project."""
    return f"project/{project_id}/customer_secret"


def certificate(project_id: str) -> str:
    """The App certificate of a project, with which tokens are made."""
    return f"project/{project_id}/certificate"


def access_key(project_id: str, target_id: str) -> str:
    """The access key of a storage target."""
    return f"project/{project_id}/storage/{target_id}/access_key"


def secret_key(project_id: str, target_id: str) -> str:
    """The secret key of a storage target."""
    return f"project/{project_id}/storage/{target_id}/secret_key"


def read_access_key(project_id: str, target_id: str) -> str:
    """The access key with which only the console looks into a storage target."""
    return f"project/{project_id}/storage/{target_id}/read_access_key"


def read_secret_key(project_id: str, target_id: str) -> str:
    """The secret key that belongs to `read_access_key`."""
    return f"project/{project_id}/storage/{target_id}/read_secret_key"


def session_start(session_id: str) -> str:
    """The secrets of a start, as JSON, for as long as its outcome is not known."""
    return f"session/{session_id}/start"
