#!/bin/sh
# Builds wiretrace for Linux, macOS and Windows, on amd64 and arm64, and packs
# each with its licence, documents, manual pages and completion into dist/, beside their checksums. The same
# commit and the same Go give the same bytes. Needs GNU tar and zip.
#
#   contrib/release.sh [VERSION]     default: what git describe says
#
# What "wiretrace version" prints is what Go notes of the repository, so that a
# release is built from a commit with its tag.
set -eu
cd "$(dirname "$0")/.."
version=${1:-$(git describe --tags --always --dirty)}
stamp=$(git log -1 --format=%ct) # of all files in the archives

make -s man
rm -rf dist
mkdir dist
for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do
    system=${target%/*} machine=${target#*/}
    name=wiretrace-$version-$system-$machine
    exe=
    [ "$system" != windows ] || exe=.exe
    mkdir -p "dist/$name"
    CGO_ENABLED=0 GOOS=$system GOARCH=$machine go build -trimpath -ldflags='-s -w' -o "dist/$name/wiretrace$exe" ./cmd/wiretrace
    cp -R LICENSE README.md CHANGELOG.md doc bin/man1 bin/completion "dist/$name/"
    find "dist/$name" -exec touch -d "@$stamp" {} +
    (
        cd dist
        if [ "$system" = windows ]; then
            find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -qX "$name.zip" -@
        else
            tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$stamp" -cf - "$name" | gzip -n9 >"$name.tar.gz"
        fi
        rm -rf "$name"
    )
    echo "$name"
done
cd dist
sha256sum ./*.tar.gz ./*.zip | sed 's, \./, ,' >SHA256SUMS
