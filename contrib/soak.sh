#!/bin/bash
# Attacks wiretrace for a while and prints counts: hostile corpora through runs under
# a real limit of memory, kills in the middle of nights, and every fuzz target.
#
#   contrib/soak.sh [MINUTES]      default: 60; a third of it for each
#
# Environment:
#   WIRETRACE   the binary (default: built from this tree)
#   PARTS       which of the three: attacks kills fuzz (default: all)
#   KILLS       so many kills with an archive, and as many without, in place of a third of the time
#   WORK        folder for all that is made (default: a temporary one, removed at the end)
#
# It fails if a run ends otherwise than it should, if a report told after a kill is not
# row for row the one of an undisturbed night, if `archive check` finds anything, if a
# run is killed by the limit of 1.2 times --memory, or takes more where none can be had, or if a fuzz target finds an input.
set -u
cd "$(dirname "$0")/.."
minutes=${1:-60}
if [ -z "${WORK:-}" ]; then
    WORK=$(mktemp -d)
    made=$WORK
    trap 'exit 130' INT TERM
fi
mkdir -p "$WORK"
go build -o "$WORK/corpusgen" ./internal/tools/corpusgen || exit 1
if [ -z "${WIRETRACE:-}" ]; then
    go build -o "$WORK/wiretrace" ./cmd/wiretrace || exit 1
    WIRETRACE=$WORK/wiretrace
fi
wiretrace=$(realpath "$WIRETRACE")
failures=0
fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# limited MIB COMMAND... : runs it in a memory cgroup of so many MiB, where root may make
# one, or systemd does; elsewhere it is only measured.
v1=/sys/fs/cgroup/memory/wiretrace-soak-$$ v2=/sys/fs/cgroup/wiretrace-soak-$$
limited() {
    local mib=$1
    shift
    held=yes
    if mkdir -p "$v1" 2>/dev/null && echo $((mib << 20)) >"$v1/memory.limit_in_bytes" 2>/dev/null; then
        sh -c 'echo $$ >"$0/tasks"; exec "$@"' "$v1" "$@"
    elif mkdir -p "$v2" 2>/dev/null && echo $((mib << 20)) >"$v2/memory.max" 2>/dev/null; then
        sh -c 'echo $$ >"$0/cgroup.procs"; exec "$@"' "$v2" "$@"
    elif systemd-run --user --scope -q true 2>/dev/null; then
        systemd-run --user --scope -q -p "MemoryMax=${mib}M" -p MemorySwapMax=0 "$@"
    else
        held=no
        "$@"
    fi
}
trap 'rmdir "$v1" "$v2" 2>/dev/null; rm -rf ${made:+"$made"}' EXIT

# attack NAME MEMORY MIB: runs over $WORK/NAME and prints a row of the table.
attack() {
    local name=$1 memory=$2 mib=$3
    rm -rf "$WORK/out"
    limited $((mib * 6 / 5)) "$wiretrace" run -q --no-html --memory "$memory" --stats "$WORK/stats.json" --out "$WORK/out" "$WORK/$name" "$WORK/beside.txt" 2>"$WORK/stderr"
    status=$?
    python3 - "$name" "$memory" "$mib" "$status" "$WORK" "$held" <<'P' || fail "$name with $memory"
import csv, json, os, sys
name, memory, mib, status, work, held = sys.argv[1:]
peak = seconds = rows = problems = 0
if int(status) in (0, 3):
    stats = json.load(open(work + "/stats.json"))
    peak, seconds = stats["peak_bytes"] / 2**20, stats["cpu_seconds"]
    csv.field_size_limit(1 << 30)
    rows, problems = (sum(1 for _ in csv.reader(open(f"{work}/out/{t}", encoding="utf-8-sig"))) - 1 for t in ("report.csv", "problems.csv"))
print(f"| {name} | {memory} | {peak:.0f} | {seconds:.1f} | {status} | {rows} | {problems} |", flush=True)
# The kernel judges where it holds the limit. What the process counts has the pages of its binary too.
sys.exit(0 if int(status) in (0, 3) and (held == "yes" or peak <= 1.2 * int(mib)) else 1)
P
}

part() { case " ${PARTS:-attacks kills fuzz} " in *" $1 "*) ;; *) false ;; esac }

attacks() {
echo "| input | --memory | peak MiB | CPU s | status | rows | problems |"
echo "|---|---|---|---|---|---|---|"
python3 contrib/hostile.py "$WORK"
# A run in which nothing is an article writes no report.
echo "The ferry pier of Marlow is to be nine feet wider from April on, the council said." >"$WORK/beside.txt"
end=$((SECONDS + minutes * 20))
while :; do
    for input in "$WORK"/hostile-*; do
        attack "$(basename "$input")" 200MiB 200
        attack "$(basename "$input")" 2GiB 2048
        [ $SECONDS -ge $end ] && [ "${round:-0}" -gt 0 ] && break 2
    done
    round=$((${round:-0} + 1))
    [ $SECONDS -ge $end ] && break
done
}

# A night over an archive, killed at any moment and started again, as often as time allows.
kills() {
"$WORK/corpusgen" --articles 1200 --seed 5 -o "$WORK/all.jsonl" 2>/dev/null
head -600 "$WORK/all.jsonl" >"$WORK/one.jsonl"
tail -n +601 "$WORK/all.jsonl" >"$WORK/two.jsonl"
cd "$WORK" || exit 1
rm -f base.db*
night() { "$wiretrace" run -q --no-html "$@" one.jsonl two.jsonl; }
"$wiretrace" run -q --no-html --archive base.db --out first one.jsonl || fail "the first night"
cp base.db want.db
night --archive want.db --out wanted || fail "the undisturbed night"
night --out plain || fail "the undisturbed run"
# rows prints every table of a report and its report.jsonl, but for the times of runs.
rows() { for f in "$1"/*.csv "$1"/report.jsonl; do echo "${f#*/}"; sed 's/20[0-9-]*T[0-9:]*Z//g' "$f"; done; }
done_kills=0 reached=0 differing=0
end=$((SECONDS + minutes * 20))
while [ $done_kills -lt $((2 * ${KILLS:-1000000})) ] && { [ -n "${KILLS:-}" ] || [ $SECONDS -lt $end ]; }; do
    for archive in yes no; do
        rm -rf night.db* got .got.*
        cp base.db night.db
        with="--out got" want=plain
        [ $archive = yes ] && with="--archive night.db --out got" want=wanted
        # shellcheck disable=SC2086
        "$wiretrace" run -q --no-html $with one.jsonl two.jsonl 2>/dev/null &
        pid=$!
        sleep "$(python3 -c "import random; print(random.random() * ${LASTS:-1.2})")"
        kill -9 $pid 2>/dev/null && reached=$((reached + 1))
        wait $pid 2>/dev/null
        done_kills=$((done_kills + 1))
        # shellcheck disable=SC2086
        night $with || fail "the run after kill $done_kills"
        if ! cmp -s <(rows got) <(rows $want); then
            differing=$((differing + 1))
            fail "the report after kill $done_kills (archive: $archive) differs"
        fi
        [ $((done_kills % 20)) -eq 0 ] && echo "$done_kills kills so far, $reached of a run at work: $differing reports differ"
        [ $archive = yes ] && { "$wiretrace" archive check night.db >/dev/null || fail "the archive after kill $done_kills"; }
    done
done
echo "$done_kills kills, $reached of a run at work: $differing reports differ"
cd - >/dev/null || exit 1
}

# Every target gets an equal part of the time that is left when its turn comes, so that
# all have theirs however slow the machine is. Building is not counted.
fuzz() {
targets=()
for package in $(go list ./...); do
    test=$WORK/${package//\//.}.test
    for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz'); do
        [ -e "$test" ] || go test -c -fuzz . -o "$test" "$package" || { fail "build $package"; return; }
        targets+=("$package $target")
    done
done
cache=$(go env GOCACHE)/fuzz found=0 number=0 count=${#targets[@]} began=$SECONDS
end=$((began + minutes * 20))
for one in "${targets[@]}"; do
    read -r package target <<<"$one"
    seconds=$(((end - SECONDS) / (count - number)))
    number=$((number + 1))
    (cd "$(go list -f '{{.Dir}}' "$package")" && "$WORK/${package//\//.}.test" -test.run '^$' -test.fuzz "^$target\$" -test.fuzztime $((seconds > 1 ? seconds : 1))s \
        -test.fuzzminimizetime 2s -test.fuzzcachedir "$cache/$package") >"$WORK/fuzz" 2>&1 || {
        found=$((found + 1))
        fail "$package $target"
        tail -20 "$WORK/fuzz"
    }
    echo "$number of $count: $target, ${seconds} s, $(grep -o 'execs: [0-9]*' "$WORK/fuzz" | tail -1)"
done
echo "$count fuzz targets in $((SECONDS - began)) s: $found found something"
}

for name in attacks kills fuzz; do
    if part $name; then $name; fi
done
echo "$failures failures"
[ $failures -eq 0 ]
