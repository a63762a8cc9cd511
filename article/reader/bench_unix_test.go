//go:build unix

package reader

import (
	"syscall"
	"time"
)

// cpuTime returns the time that the process has worked, on all cores. Unlike
// the time on the wall it means something on a machine that others use too.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
