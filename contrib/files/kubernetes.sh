#!/usr/bin/env bash
# Starts tasks of a stage as an indexed Job of Kubernetes and waits for it:
#
#	IMAGE=registry.example/wiretrace CLAIM=shared START=contrib/files/kubernetes.sh contrib/files/run.sh /shared/work TASKS [flags] PATH...
#
# IMAGE has a shell and the program, the same that run.sh runs, at BIN. CLAIM is a volume claim (ReadWriteMany) that pods and this
# machine see at MOUNT (/shared), with WORK, the articles and the report below it. AT_ONCE is how many pods run at a time (64),
# MEMORY and CPU what each asks for (4Gi and 1).
set -euo pipefail
stage=$1
shift
job=wiretrace-$stage-$(date +%s)
trap 'kubectl delete job "$job" --ignore-not-found --wait=false >/dev/null' EXIT
kubectl apply -f - <<YAML
apiVersion: batch/v1
kind: Job
metadata:
  name: $job
  labels: {app: wiretrace}
spec:
  completionMode: Indexed
  completions: $#
  parallelism: ${AT_ONCE:-64}
  backoffLimit: $((10 + $#))
  template:
    metadata:
      labels: {app: wiretrace}
    spec:
      restartPolicy: Never
      containers:
        - name: task
          image: "$IMAGE"
          command: [/bin/sh, -c, 'shift \$JOB_COMPLETION_INDEX; exec "\$BIN" step task --work "\$WORK" $stage "\$1"', task]
          args: [$(printf '"%s", ' "$@" | sed 's/, $//')]
          env:
            - {name: BIN, value: "$BIN"}
            - {name: WORK, value: "$WORK"}
          resources:
            requests: {cpu: "${CPU:-1}", memory: "${MEMORY:-4Gi}"}
            limits: {memory: "${MEMORY:-4Gi}"}
          volumeMounts:
            - {name: shared, mountPath: "${MOUNT:-/shared}"}
      volumes:
        - name: shared
          persistentVolumeClaim: {claimName: "$CLAIM"}
YAML
while true; do
	# Complete or Failed, whichever comes; nothing as long as pods run.
	case $(kubectl get job "$job" -o 'jsonpath={.status.conditions[?(@.status=="True")].type}') in
	*Failed*)
		kubectl logs --selector "job-name=$job" --tail=5 >&2 || true
		exit 1
		;;
	*Complete*) exit 0 ;;
	esac
	sleep "${EVERY:-2}"
done
