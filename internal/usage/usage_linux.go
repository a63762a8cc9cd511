package usage

import (
	"bytes"
	"os"
	"strconv"
)

// PeakBytes returns the most memory that this process has had, 0 if the system does not tell.
// (What getrusage says counts that of the process which this one was forked from.)
func PeakBytes() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return mostResident()
	}
	_, rest, _ := bytes.Cut(status, []byte("\nVmHWM:"))
	fields := bytes.Fields(rest[:min(len(rest), 64)])
	if len(fields) == 0 {
		return mostResident()
	}
	kib, err := strconv.ParseInt(string(fields[0]), 10, 64)
	if err != nil {
		return mostResident()
	}
	return kib * 1024
}
