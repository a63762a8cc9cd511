#!/usr/bin/env bash
# Writes the report of `wiretrace run` in many tasks, with no engine but this loop:
#
#	run.sh WORK TASKS [flags of wiretrace run] PATH...
#
# WORK is a folder for what tasks leave each other. Begun again with a WORK that is there, it
# goes on where it was (then TASKS and what follows may be left out). BIN is the program
# (wiretrace), AT_ONCE how many tasks run at a time (one a core).
#
# On a cluster START starts the tasks of a stage and waits for them: it is called with the
# stage and the numbers of its tasks. Under Slurm it is, with each job calling
# `wiretrace step task --work WORK STAGE $SLURM_ARRAY_TASK_ID`,
#
#	sbatch --wait --array=NUMBERS job.sh STAGE
#
# and under Kubernetes an indexed Job of as many completions as there are numbers.
set -euo pipefail
work=$1
shift
bin=${BIN:-wiretrace}
start() {
	local stage=$1
	shift
	printf '%s\n' "$@" | xargs -P "${AT_ONCE:-$(nproc)}" -n 1 "$bin" step task --work "$work" "$stage"
}

if [ ! -e "$work/manifest.json" ]; then
	"$bin" step begin --work "$work" --tasks "$@"
fi
stage=
while true; do
	line=$("$bin" step next --work "$work" $stage)
	[ -n "$line" ] || break
	read -r stage tasks <<<"$line"
	${START:-start} "$stage" $tasks
done
