"""What keeps a bucket from being used: each reason a class, each with a sentence and an action.

The library's own messages carry addresses, headers and signatures, so no text of them is passed
on; only the error code that the store itself gave is read out of them.
"""

from __future__ import annotations

import re

from agora_console.domain.problems import Problem


class BucketError(Exception):
    """A bucket could not be used. `code` is the store's own word for it, where it gave one."""

    words = "The store's answer to the wish to {doing} is not understood{said}."
    action = "Try again; if it stays, look at the vendor's own console."

    def __init__(self, sentence: str, action: str = "", code: str = "") -> None:
        super().__init__(sentence)
        self.action = action or self.action
        self.code = code

    @property
    def problem(self) -> Problem:
        """What a person reads."""
        detail = f"The store's code: {self.code}" if self.code else ""
        return Problem(str(self), rule="bucket", action=self.action, detail=detail)


class NoWayError(BucketError):
    """The console has no way to this store, whatever the keys; everything else still works."""

    action = "Look at the files with the vendor's own tools."


class WrongKeyError(BucketError):
    """The store does not know the access key, or the secret key does not belong to it."""

    action = "Type both keys again, as the vendor shows them."


class MissingBucketError(BucketError):
    """There is no bucket of this name."""

    words = "There is no bucket of this name at this store."
    action = "Compare the name with the vendor's console, letter by letter."


class WrongRegionError(BucketError):
    """The bucket is in another region than the one that was chosen."""

    action = "Choose the region in which the bucket is."


class NoPermissionError(BucketError):
    """The keys are right and may not do this."""

    words = "The key may not {doing}."
    action = "Let the owner of the bucket allow it, or use another key."


class WrongClockError(BucketError):
    """The clock of this machine is too far from the store's for a signature to count."""

    words = "The clock of this machine is wrong, so the store refuses its signature."
    action = "Let the system set the clock by the network."


class NoRouteError(BucketError):
    """The store was not reached, or the connection broke."""

    action = "Check the network, a proxy and the endpoint."


class BusyError(BucketError):
    """The store asks for fewer requests."""

    words = "The store asks for fewer requests."
    action = "Try again in a minute."


class NotThereError(BucketError):
    """There is no object of this name."""

    words = "The object is not there."
    action = "Look again later if the upload is still on its way."


class ChangedError(BucketError):
    """The object is not the one it was when reading began."""

    words = "The object was replaced while it was read."
    action = "Begin again."


class UnclearError(BucketError):
    """The store answered something that fits none of the others."""


_MEANINGS: dict[str, type[BucketError]] = {
    code: kind
    for kind, codes in {
        WrongKeyError: (
            "InvalidAccessKeyId InvalidAccessKey SignatureDoesNotMatch InvalidToken ExpiredToken "
            "InvalidSecurity InvalidSecurityToken SecurityTokenExpired TokenRefreshRequired "
            "AuthenticationFailed InvalidAuthenticationInfo NoAuthenticationInformation"
        ),
        MissingBucketError: "NoSuchBucket ContainerNotFound InvalidBucketName ContainerDisabled",
        WrongRegionError: (
            "PermanentRedirect TemporaryRedirect Redirect AuthorizationHeaderMalformed "
            "IllegalLocationConstraintException IncorrectEndpoint InvalidRegionName"
        ),
        NoPermissionError: (
            "AccessDenied AccessForbidden AllAccessDisabled AccountProblem UserDisable "
            "AuthorizationFailure AuthorizationPermissionMismatch InsufficientAccountPermissions"
        ),
        WrongClockError: "RequestTimeTooSkewed RequestExpired RequestIsExpired",
        BusyError: "SlowDown ServerBusy ServiceUnavailable TooManyRequests RequestLimitExceeded",
        NotThereError: "NoSuchKey BlobNotFound",
    }.items()
    for code in codes.split()
}

_CODE = re.compile(r'Error \{ code: "(\w{1,64})"')
_REGION = re.compile(
    r"""x-amz-bucket-region": "([a-z0-9-]{1,32})"|expecting \\?'([a-z0-9-]{1,32})"""
)
_UNSENT = re.compile(
    r"client error|dns error|timeout reached|send http request|read data from http|http connect"
)
_ELSEWHERE = "must be addressed using the specified endpoint"
_OLD_DATE = re.compile(r"date header.{0,20}(?:too old|too skewed)|difference between the request")


def meaning(kind: str, message: str, doing: str) -> BucketError:
    """The error of ours for one of the library's: `kind` is its class, `doing` what was tried."""
    found = _CODE.search(message)
    code = found[1] if found else ""
    if _ELSEWHERE in message:
        return _say(WrongRegionError, message, doing, code)
    if _OLD_DATE.search(message):
        return _say(WrongClockError, message, doing, code)
    if code in _MEANINGS:
        return _say(_MEANINGS[code], message, doing, code)
    by_kind: dict[str, type[BucketError]] = {
        "NotFound": NotThereError,
        "PermissionDenied": NoPermissionError,
        "RateLimited": BusyError,
        "ConditionNotMatch": ChangedError,
        "ConfigInvalid": WrongKeyError,
    }
    if kind in by_kind:
        return _say(by_kind[kind], message, doing, code)
    return _say(NoRouteError if _UNSENT.search(message) else UnclearError, message, doing, code)


def _say(kind: type[BucketError], message: str, doing: str, code: str) -> BucketError:
    return kind(_sentence(kind, message, doing, code), code=code)


def _sentence(kind: type[BucketError], message: str, doing: str, code: str) -> str:
    if kind is WrongRegionError:
        region = _REGION.search(message)
        where = f"It is in {region[1] or region[2]}." if region else "The store does not say where."
        return f"The bucket is not in the region that was chosen. {where}"
    if kind is WrongKeyError:
        if code in ("InvalidAccessKeyId", "InvalidAccessKey"):
            return "The store does not know this access key."
        if "Token" in code:
            return "The temporary credential is wrong or has ended."
        return "The secret key does not belong to the access key."
    if kind is NoRouteError:
        return f"The store was not reached to {doing}: {_road(message)}."
    said = f" ({code})" if code else ""
    return kind.words.format(doing=doing, said=said)


def _road(message: str) -> str:
    """Where on the way it ended, in words that hold no address."""
    lower = message.lower()
    for sign, words in (
        ("dns error", "its name is not known"),
        ("connection refused", "the connection was refused"),
        ("certificate", "its certificate is not trusted"),
        ("unreachable", "the network has no way there"),
        ("timeout reached", "it did not answer in time"),
        ("timed out", "it did not answer in time"),
    ):
        if sign in lower:
            return words
    return "the connection broke"
