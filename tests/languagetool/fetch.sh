#!/usr/bin/env bash
# Puts a LanguageTool server (252 MB) where the tests look for it, once: the libraries by
# Maven, and beside them a jar that only names them. Needs a JDK 17 and Maven.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/posteditor-tests/languagetool"
home="$cache/LanguageTool-6.8"

if [ -f "$home/languagetool-server.jar" ]; then
    exit 0
fi
for tool in mvn jar java; do
    command -v "$tool" >/dev/null || { echo "fetch.sh: $tool is missing" >&2; exit 1; }
done

mkdir -p "$cache"
work="$(mktemp -d "$cache/.fetch-XXXXXX")"
trap 'rm -rf "$work"' EXIT
# Maven writes beside its pom.
cp "$here/pom.xml" "$work/"
(cd "$work" && mvn -q -B dependency:copy-dependencies -DincludeScope=runtime \
    -DoutputDirectory="$work/LanguageTool-6.8/libs")

# Lines of a manifest have 72 bytes; those that go on begin with a space.
cd "$work/LanguageTool-6.8"
{
    echo "Manifest-Version: 1.0"
    printf 'Class-Path: ./'
    for library in libs/*.jar; do
        printf ' \n %s' "$library"
    done
    echo
} >"$work/manifest"
jar cfm languagetool-server.jar "$work/manifest"
rm -rf "$home"
mv "$work/LanguageTool-6.8" "$home"
echo "$home"
