<#
Signs the programs in dist\agora-console, or any files that are named.

Needs: signtool.exe of the Windows SDK on the PATH, and a certificate for code in the user's store
(or on a token or in a cloud that its maker's provider shows there). Its thumbprint stands in
AGORA_CONSOLE_CERTIFICATE, the address of a time-stamping service in AGORA_CONSOLE_TIMESTAMP.
Order: build.py, sign.ps1, build the installer, sign.ps1 on the installer, new SHA256SUMS.
#>
param([string[]] $Files)
$ErrorActionPreference = "Stop"

foreach ($name in "AGORA_CONSOLE_CERTIFICATE", "AGORA_CONSOLE_TIMESTAMP") {
    if (-not [Environment]::GetEnvironmentVariable($name)) {
        throw "$name is not set: see the head of this file."
    }
}
if (-not (Get-Command signtool.exe -ErrorAction SilentlyContinue)) {
    throw "signtool.exe is not on the PATH: it comes with the Windows SDK."
}
if (-not $Files) {
    $Files = Get-ChildItem (Join-Path $PSScriptRoot "..\..\dist\agora-console\*.exe")
}
& signtool.exe sign /sha1 $env:AGORA_CONSOLE_CERTIFICATE /fd SHA256 `
    /tr $env:AGORA_CONSOLE_TIMESTAMP /td SHA256 /d "Agora Console" $Files
if ($LASTEXITCODE) { throw "signtool refused." }
& signtool.exe verify /pa $Files
if ($LASTEXITCODE) { throw "The signature does not verify." }
