#!/usr/bin/env bash
# Starts tasks of a stage as a job array of Slurm and waits for them:
#
#	START=contrib/files/slurm.sh contrib/files/run.sh WORK TASKS [flags of wiretrace run] PATH...
#
# SBATCH has further options of sbatch, such as "--partition=long --mem=4G --time=4:00:00". There may be as many TASKS as a
# cluster's MaxArraySize allows, 1,001 unless it is set (scontrol show config). What tasks say goes to WORK.log.
set -euo pipefail
stage=$1
shift
mkdir -p "$WORK.log"
numbers=$(IFS=, && echo "$*")
# A task that fails fails the array, and so sbatch; run.sh begun again goes on with what is missing.
# shellcheck disable=SC2086 # SBATCH is several words
exec sbatch --wait --job-name="wiretrace-$stage" --array="$numbers" --output="$WORK.log/%x-%a.txt" --open-mode=append ${SBATCH:-} \
	--wrap "exec '$BIN' step task --work '$WORK' '$stage' \"\$SLURM_ARRAY_TASK_ID\""
