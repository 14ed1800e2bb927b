"""`storageConfig`: where Agora uploads the files of a recording."""

from __future__ import annotations

from typing import Literal

from pydantic import SecretStr

from agora_console.domain.config.base import EVERY, Wire, setting

PREFIX_LENGTH = 128
"""Characters of the joined `fileNamePrefix`, slashes and the trailing slash included."""

STS_LIFE = 4 * 3600
"""Seconds for which a temporary storage credential has to be valid at least."""


class ExtensionParams(Wire):
    """`extensionParams`: encryption at rest, an object tag, or the host of a store of one's own."""

    sse: Literal["kms", "aes256"] | None = setting(
        None,
        title="Encryption at rest",
        sentence="Server-side encryption of the uploaded objects; Amazon S3 only.",
        labels=("AWS KMS", "AES-256"),
    )
    tag: str | None = setting(
        None,
        title="Object tag",
        sentence="A tag put on every uploaded object; Amazon S3 and Alibaba Cloud OSS only.",
    )
    endpoint: str | None = setting(
        None,
        title="Endpoint",
        sentence="Host name of an S3-compatible store; needed there and used nowhere else.",
    )


class StorageConfig(Wire):
    """`storageConfig`. The keys are read for their presence only; they are never written."""

    vendor: Literal[1, 2, 3, 5, 6, 7, 8, 11, 0, 4] = setting(
        title="Vendor",
        sentence="Whose cloud storage receives the files.",
        required_in=EVERY,
        labels=(
            "Amazon S3",
            "Alibaba Cloud OSS",
            "Tencent Cloud COS",
            "Microsoft Azure Blob",
            "Google Cloud Storage",
            "Huawei Cloud OBS",
            "Baidu AI Cloud BOS",
            "S3-compatible store",
            "Qiniu Kodo (gone)",
            "Kingsoft KS3 (gone)",
        ),
    )
    region: int = setting(
        title="Region",
        sentence="Number of the region in the vendor's own list; 0 where the vendor has none.",
        required_in=EVERY,
        minimum=0,
    )
    bucket: str = setting(
        title="Bucket",
        sentence="Name of the bucket (on Azure: of the container) that receives the files.",
        required_in=EVERY,
        kind="name",
    )
    access_key: SecretStr | None = setting(
        None,
        title="Access key",
        sentence="Public half of the storage credential; write permission is enough.",
        required_in=EVERY,
        secret=True,
    )
    secret_key: SecretStr | None = setting(
        None,
        title="Secret key",
        sentence="Secret half of the storage credential.",
        required_in=EVERY,
        secret=True,
    )
    sts_token: SecretStr | None = setting(
        None,
        title="STS token",
        sentence="Temporary credential; only Amazon S3, Alibaba Cloud OSS and Tencent Cloud COS.",
        secret=True,
    )
    sts_expiration: int | None = setting(
        None,
        title="STS expiry",
        sentence="When the temporary credential ends; at least four hours ahead.",
        unit="unix s",
        minimum=0,
    )
    file_name_prefix: list[str] | None = setting(
        None,
        title="Folder",
        sentence="Folder in the bucket, one entry per level; letters and digits only.",
        kind="prefix",
    )
    extension_params: ExtensionParams | None = setting(
        None,
        title="Storage extras",
        sentence="Encryption at rest, object tag and endpoint.",
    )
