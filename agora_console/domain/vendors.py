"""The storage vendors and their regions, by the numbers that `storageConfig` wants.

Zones are those of `acquire.region` (CN, AP, EU, NA), "other" where none of them fits, and empty
where the number does not say it or where opinions differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Zone = Literal["CN", "AP", "EU", "NA", "other", ""]


@dataclass(frozen=True, slots=True)
class StorageLabels:
    """What the vendor itself calls the bucket and the two halves of the credential."""

    bucket: str = "Bucket"
    access_key: str = "Access key"
    secret_key: str = "Secret key"


@dataclass(frozen=True, slots=True)
class Region:
    """One region of a vendor. `place` is where it is, if that is certain."""

    number: int
    name: str
    zone: Zone = ""
    place: str = ""
    legacy: bool = False

    @property
    def label(self) -> str:
        """Name and place, for a person."""
        return f"{self.name} · {self.place}" if self.place else self.name


@dataclass(frozen=True, slots=True)
class Vendor:
    """A cloud storage. `legacy`: Agora no longer lists it. `sts`, `sse`, `tag`: what it takes."""

    number: int
    name: str
    regions: tuple[Region, ...]
    labels: StorageLabels = StorageLabels()
    legacy: bool = False
    needs_endpoint: bool = False
    sts: bool = False
    sse: bool = False
    tag: bool = False

    @property
    def has_regions(self) -> bool:
        """False where the region number has no effect and has to be 0."""
        return self.regions != NO_REGIONS


def vendor(number: object) -> Vendor | None:
    """The vendor with this number, legacy ones included."""
    return next((each for each in VENDORS if _same(each.number, number)), None)


def region(vendor_number: object, number: object) -> Region | None:
    """The region with this number in the vendor's own list, legacy ones included."""
    owner = vendor(vendor_number)
    regions = owner.regions if owner else ()
    return next((each for each in regions if _same(each.number, number)), None)


def _same(number: int, value: object) -> bool:
    return type(value) is int and number == value


NO_REGIONS = (Region(0, "no region needed"),)

_AMAZON = (
    Region(0, "us-east-1", "NA", "N. Virginia"),
    Region(1, "us-east-2", "NA", "Ohio"),
    Region(2, "us-west-1", "NA", "N. California"),
    Region(3, "us-west-2", "NA", "Oregon"),
    Region(4, "eu-west-1", "EU", "Ireland"),
    Region(5, "eu-west-2", "EU", "London"),
    Region(6, "eu-west-3", "EU", "Paris"),
    Region(7, "eu-central-1", "EU", "Frankfurt"),
    Region(8, "ap-southeast-1", "AP", "Singapore"),
    Region(9, "ap-southeast-2", "AP", "Sydney"),
    Region(10, "ap-northeast-1", "AP", "Tokyo"),
    Region(11, "ap-northeast-2", "AP", "Seoul"),
    Region(12, "sa-east-1", "other", "São Paulo"),
    Region(13, "ca-central-1", "NA", "Canada"),
    Region(14, "ap-south-1", "AP", "Mumbai"),
    Region(15, "cn-north-1", "CN", "Beijing"),
    Region(16, "cn-northwest-1", "CN", "Ningxia"),
    Region(17, "us-gov-west-1", "NA", "GovCloud US-West", legacy=True),
    Region(18, "af-south-1", "other", "Cape Town"),
    Region(19, "ap-east-1", "AP", "Hong Kong"),
    Region(20, "ap-northeast-3", "AP", "Osaka"),
    Region(21, "eu-north-1", "EU", "Stockholm"),
    Region(22, "me-south-1", "other", "Bahrain"),
    Region(23, "us-gov-east-1", "NA", "GovCloud US-East", legacy=True),
    Region(24, "ap-southeast-3", "AP", "Jakarta"),
    Region(25, "eu-south-1", "EU", "Milan"),
    Region(28, "il-central-1", "other", "Tel Aviv", legacy=True),
)

_ALIBABA = (
    Region(0, "CN_Hangzhou", "CN"),
    Region(1, "CN_Shanghai", "CN"),
    Region(2, "CN_Qingdao", "CN"),
    Region(3, "CN_Beijing", "CN"),
    Region(4, "CN_Zhangjiakou", "CN"),
    Region(5, "CN_Huhehaote", "CN", "Hohhot"),
    Region(6, "CN_Shenzhen", "CN"),
    Region(7, "CN_Hongkong", "", "Hong Kong"),
    Region(8, "US_West_1", "NA", "Silicon Valley"),
    Region(9, "US_East_1", "NA", "Virginia"),
    Region(10, "AP_Southeast_1", "AP", "Singapore"),
    Region(11, "AP_Southeast_2", "AP", "Sydney"),
    Region(12, "AP_Southeast_3", "AP", "Kuala Lumpur"),
    Region(13, "AP_Southeast_5", "AP", "Jakarta"),
    Region(14, "AP_Northeast_1", "AP", "Tokyo"),
    Region(15, "AP_South_1", "AP", "Mumbai"),
    Region(16, "EU_Central_1", "EU", "Frankfurt"),
    Region(17, "EU_West_1", "EU", "London"),
    Region(18, "EU_East_1", "EU"),
    Region(19, "AP_Southeast_6", "AP", "Manila"),
    Region(20, "CN_Heyuan", "CN"),
    Region(21, "CN_Guangzhou", "CN"),
    Region(22, "CN_Chengdu", "CN"),
    Region(23, "CN_Nanjing", "CN"),
    Region(24, "CN_Fuzhou", "CN"),
    Region(25, "CN_Wulanchabu", "CN", "Ulanqab"),
    Region(26, "CN_Northeast_2", "CN"),
    Region(27, "CN_Southeast_7", "CN"),
)

_TENCENT = (
    Region(0, "AP_Beijing_1", "CN", "Beijing"),
    Region(1, "AP_Beijing", "CN", "Beijing"),
    Region(2, "AP_Shanghai", "CN", "Shanghai"),
    Region(3, "AP_Guangzhou", "CN", "Guangzhou"),
    Region(4, "AP_Chengdu", "CN", "Chengdu"),
    Region(5, "AP_Chongqing", "CN", "Chongqing"),
    Region(6, "AP_Shenzhen_FSI", "CN", "Shenzhen, finance"),
    Region(7, "AP_Shanghai_FSI", "CN", "Shanghai, finance"),
    Region(8, "AP_Beijing_FSI", "CN", "Beijing, finance"),
    Region(9, "AP_Hongkong", "", "Hong Kong"),
    Region(10, "AP_Singapore", "AP", "Singapore"),
    Region(11, "AP_Mumbai", "AP", "Mumbai"),
    Region(12, "AP_Seoul", "AP", "Seoul"),
    Region(13, "AP_Bangkok", "AP", "Bangkok"),
    Region(14, "AP_Tokyo", "AP", "Tokyo"),
    Region(15, "NA_Siliconvalley", "NA", "Silicon Valley"),
    Region(16, "NA_Ashburn", "NA", "Virginia"),
    Region(17, "NA_Toronto", "NA", "Toronto"),
    Region(18, "EU_Frankfurt", "EU", "Frankfurt"),
    Region(19, "EU_Moscow", "EU", "Moscow"),
)

_HUAWEI = (
    Region(0, "CN_North_1", "CN", "Beijing"),
    Region(1, "CN_North_4", "CN", "Beijing"),
    Region(2, "CN_East_2", "CN", "Shanghai"),
    Region(3, "CN_East_3", "CN", "Shanghai"),
    Region(4, "CN_South_1", "CN", "Guangzhou"),
    Region(5, "CN_Southwest_2", "CN", "Guiyang"),
    Region(6, "AP_Southeast_1", "", "Hong Kong"),
    Region(7, "AP_Southeast_2", "AP", "Bangkok"),
    Region(8, "AP_Southeast_3", "AP", "Singapore"),
    Region(9, "AF_South_1", "other", "Johannesburg"),
    Region(10, "SA_Argentina_1", "other", "Argentina"),
    Region(11, "SA_Peru_1", "other", "Peru"),
    Region(12, "NA_Mexico_1", "NA", "Mexico"),
    Region(13, "SA_Brazil_1", "other", "Brazil"),
    Region(14, "LA_South_2", "other", "Santiago"),
    Region(15, "SA_Chile_1", "other", "Chile"),
)

_BAIDU = (
    Region(0, "Beijing", "CN", legacy=True),
    Region(1, "Baoding", "CN"),
    Region(2, "Suzhou", "CN"),
    Region(3, "Guangzhou", "CN"),
    Region(4, "Hongkong", ""),
    Region(5, "Singapore", "AP"),
    Region(6, "Wuhan", "CN"),
    Region(7, "Shanghai", "CN"),
)

_QINIU = (
    Region(0, "East China", "CN"),
    Region(1, "North China", "CN"),
    Region(2, "South China", "CN"),
    Region(3, "North America", "NA"),
    Region(4, "Southeast Asia", "AP"),
)

_KINGSOFT = (
    Region(0, "CN_Hangzhou", "CN"),
    Region(1, "CN_Shanghai", "CN"),
    Region(2, "CN_Qingdao", "CN"),
    Region(3, "CN_Beijing", "CN"),
    Region(4, "CN_Guangzhou", "CN"),
    Region(5, "CN_Hongkong", "", "Hong Kong"),
    Region(6, "JR_Beijing", "CN", "Beijing, finance"),
    Region(7, "JR_Shanghai", "CN", "Shanghai, finance"),
    Region(8, "NA_Russia_1", "EU", "Russia"),
    Region(9, "NA_Singapore_1", "AP", "Singapore"),
)

VENDORS: tuple[Vendor, ...] = (
    Vendor(
        1,
        "Amazon S3",
        _AMAZON,
        StorageLabels("Bucket", "Access key ID", "Secret access key"),
        sts=True,
        sse=True,
        tag=True,
    ),
    Vendor(
        2,
        "Alibaba Cloud OSS",
        _ALIBABA,
        StorageLabels("Bucket", "AccessKey ID", "AccessKey secret"),
        sts=True,
        tag=True,
    ),
    Vendor(
        3,
        "Tencent Cloud COS",
        _TENCENT,
        StorageLabels("Bucket", "SecretId", "SecretKey"),
        sts=True,
    ),
    Vendor(
        5,
        "Microsoft Azure Blob",
        NO_REGIONS,
        StorageLabels("Container", "Account name", "Account key"),
    ),
    Vendor(
        6,
        "Google Cloud Storage",
        NO_REGIONS,
        StorageLabels("Bucket", "HMAC access ID", "HMAC secret"),
    ),
    Vendor(
        7,
        "Huawei Cloud OBS",
        _HUAWEI,
        StorageLabels("Bucket", "Access key ID (AK)", "Secret access key (SK)"),
    ),
    Vendor(
        8,
        "Baidu AI Cloud BOS",
        _BAIDU,
        StorageLabels("Bucket", "Access key (AK)", "Secret key (SK)"),
    ),
    Vendor(11, "S3-compatible store", NO_REGIONS, needs_endpoint=True),
    Vendor(0, "Qiniu Kodo", _QINIU, legacy=True),
    Vendor(4, "Kingsoft KS3", _KINGSOFT, legacy=True),
)
"""Every vendor: the present ones in the order of their numbers, then those that are gone."""
