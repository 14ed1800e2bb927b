#!/usr/bin/env bash
# Signs "dist/Agora Console.app", has Apple notarise it, and makes the disk image.
#
# Needs Xcode's command line tools, and:
#   AGORA_CONSOLE_IDENTITY  the name of a "Developer ID Application" certificate in the keychain
#   AGORA_CONSOLE_NOTARY    a profile made once by: xcrun notarytool store-credentials
# Without them the app runs on the machine that built it only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

: "${AGORA_CONSOLE_IDENTITY:?is not set: see the head of this file}"
: "${AGORA_CONSOLE_NOTARY:?is not set: see the head of this file}"
app="dist/Agora Console.app"
[ -d "$app" ] || { echo "$app is not there: run python3 packaging/build.py first." >&2; exit 1; }

sign() {
    codesign --force --timestamp --options runtime --sign "$AGORA_CONSOLE_IDENTITY" "$@"
}

# From the inside out: each signature seals what lies below it.
find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
    while IFS= read -r -d '' library; do sign "$library"; done
find "$app/Contents" -type d -name '*.framework' -print0 |
    while IFS= read -r -d '' framework; do sign "$framework"; done
sign --entitlements packaging/macos/entitlements.plist "$app"
codesign --verify --deep --strict --verbose=2 "$app"

version=$(/usr/libexec/PlistBuddy -c 'Print CFBundleShortVersionString' "$app/Contents/Info.plist")
image="dist/agora-console-$version-macos-$(uname -m).dmg"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ditto "$app" "$stage/Agora Console.app"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Agora Console" -srcfolder "$stage" -ov -format ULFO "$image"
codesign --timestamp --sign "$AGORA_CONSOLE_IDENTITY" "$image"
xcrun notarytool submit "$image" --keychain-profile "$AGORA_CONSOLE_NOTARY" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
(cd dist && shasum -a 256 ./*.dmg ./*.zip ./*.cdx.json | sed 's|\./||' > SHA256SUMS)
