#!/usr/bin/env bash
# Runs wiretrace on Apache Spark over generated articles, and on this machine alone, and
# compares every file of the two reports, but for what the pages say of the run itself.
# Needs Go, Java 17 or later, Python 3.10 or later and PyPI (or PYSPARK, the file or version
# to be installed). test.sh [ARTICLES [MASTER [STAGE]]]: with a STAGE, a task of it kills
# its executor.
set -euo pipefail
cd "$(dirname "$0")/../.."
articles=${1:-2000} master=${2:-local[2]} lose=${3:-}
work=${WORK:-$(mktemp -d)}
java="-XX:+UseSerialGC -XX:TieredStopAtLevel=1" # what a machine of few cores does best with: Java hardly works here
venv=${VENV:-$HOME/.cache/wiretrace-spark}

if [ ! -x "$venv/bin/spark-submit" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install --quiet "${PYSPARK:-pyspark==4.3.0}"
fi
go build -trimpath -o "$work/wiretrace" ./cmd/wiretrace
go run ./internal/tools/corpusgen --articles "$articles" --out "$work/all.jsonl"
rm -rf "$work/in" "$work/spark" && mkdir "$work/in"
split -n l/8 -d --additional-suffix=.jsonl "$work/all.jsonl" "$work/in/part"

"$work/wiretrace" run --quiet --stats "$work/one.json" --out "$work/one" "$work/in"
PYSPARK_PYTHON=$venv/bin/python "$venv/bin/spark-submit" --master "$master" --conf spark.ui.enabled=false \
	--conf "spark.driver.extraJavaOptions=$java" --conf "spark.executor.extraJavaOptions=$java" \
	contrib/spark/wiretrace_spark.py --bin "$work/wiretrace" --work "$work/spark" --out "$work/many" --tasks 4 ${lose:+--lose "$lose"} "$work/in" 2>"$work/log" ||
	{ tail -40 "$work/log"; exit 1; }

sed -i -E 's/<p>Begun on .*\. ([^.]* pairs of articles compared)/<p>\1/' "$work/one/index.html" "$work/many/index.html"
diff -r --brief "$work/one" "$work/many"
python3 - "$work" "$articles" "$master" <<'PYTHON'
import json, sys
work, articles, master = sys.argv[1:]
one = json.load(open(work + "/one.json"))
many = json.load(open(work + "/spark/stages.json"))
print(f"{articles} articles on {master}: every file equal; CPU {one['cpu_seconds']:.0f} s on one machine, {many['cpu_seconds']:.0f} s on Spark ({many['cpu_seconds'] / one['cpu_seconds']:.1f} times)")
print(f"{'dataset':24} MB a million articles")
for s in many["stages"]:
    for kind, size in s["bytes"].items():
        if size * 1e6 / int(articles) >= 1e7:
            print(f"{s['stage'] + '/' + kind:24} {size / int(articles):,.0f}")
print(f"most memory of a task: {max(s['peak_bytes'] for s in many['stages']) >> 20} MB")
PYTHON
