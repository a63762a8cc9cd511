#!/bin/sh
# Runs wiretrace on made-up corpora of growing size and prints what it took and
# what it found.
#
#   contrib/bench-scale.sh [ARTICLES...]     default: 10000 100000 1000000
#
# Environment:
#   WIRETRACE   the binary (default: built from this tree)
#   FLAGS       more flags for `wiretrace run`
#   SEED        of the corpora (default 1)
#   ONE_STORY   articles of the corpus half of which are copies of one story
#               and half share a foot of 200 words (default 20000; 0: none)
#   WORK        folder for corpora and reports (default: a temporary one,
#               removed at the end); some 8 GB for a million articles
#   KEEP        not empty: corpora and reports are left in WORK
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 10000 100000 1000000

if [ -z "${WORK:-}" ]; then
    WORK=$(mktemp -d)
    trap 'rm -rf "$WORK"' EXIT
    trap 'exit 130' INT TERM
fi
mkdir -p "$WORK"
go build -o "$WORK/corpusgen" ./cmd/corpusgen
if [ -z "${WIRETRACE:-}" ]; then
    go build -o "$WORK/wiretrace" ./cmd/wiretrace
    WIRETRACE=$WORK/wiretrace
fi
time=$(command -v time || true) # the program, for peak memory; not the shell's word
case $time in /*) ;; *) time= ;; esac
: >"$WORK/table"

# measure NAME ARTICLES SHAPE
measure() {
    name=$1 articles=$2 shape=$3
    corpus=$WORK/$name.jsonl
    "$WORK/corpusgen" --articles "$articles" --seed "${SEED:-1}" --shape "$shape" --out "$corpus" --truth "$corpus.truth"
    stats=
    if "$WIRETRACE" run --help | grep -q -e --stats; then
        stats="--stats $WORK/$name.stats.json"
    fi
    rm -rf "$WORK/$name.report"
    began=$(date +%s.%N)
    # shellcheck disable=SC2086 # flags are words
    if [ -n "$time" ]; then
        "$time" -f '%U %S %M' -o "$WORK/time" "$WIRETRACE" run --quiet ${FLAGS:-} $stats --out "$WORK/$name.report" "$corpus"
    else
        "$WIRETRACE" run --quiet ${FLAGS:-} $stats --out "$WORK/$name.report" "$corpus"
        echo '0 0 0' >"$WORK/time"
    fi
    ended=$(date +%s.%N)
    bytes=$(wc -c <"$corpus")
    read -r user system peak <"$WORK/time"
    echo "$name $articles $bytes $began $ended $user $system $peak" >>"$WORK/table"
    echo
    echo "== $name"
    [ -z "$stats" ] || cat "$WORK/$name.stats.json"
    "$WORK/corpusgen" score "$corpus.truth" "$WORK/$name.report"
    [ -n "${KEEP:-}" ] || rm -rf "$corpus" "$WORK/$name.report"
}

for n in "$@"; do
    measure "normal-$n" "$n" normal
done
if [ "${ONE_STORY:-20000}" -gt 0 ]; then
    measure one-story "${ONE_STORY:-20000}" one-story
fi

echo
echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
# The exponents say how time and memory grew from the size before: 1 is with
# the number of articles.
awk '
BEGIN {
    printf "%-16s %9s %8s %9s %9s %8s %9s %9s %7s %7s\n",
        "corpus", "articles", "MB", "wall s", "cpu s", "MB/s", "us each", "peak MB", "t exp", "m exp"
}
{
    wall = $5 - $4; cpu = $6 + $7; peak = $8 / 1024
    printf "%-16s %9d %8.1f %9.1f %9.1f %8.1f %9.0f %9.0f", $1, $2, $3/1e6, wall, cpu, $3/1e6/wall, 1e6*wall/$2, peak
    if ($1 ~ /^normal/ && last > 0 && $2 != last) {
        k = log($2 / last)
        printf " %7.2f", log((cpu > 0 ? cpu / lastcpu : wall / lastwall)) / k
        if (peak > 0) printf " %7.2f", log(peak / lastpeak) / k
    }
    printf "\n"
    if ($1 ~ /^normal/) { last = $2; lastwall = wall; lastcpu = cpu; lastpeak = peak }
}' "$WORK/table"
