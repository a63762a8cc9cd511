//go:build unix

package usage

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// CPUSeconds returns the time all cores together have given this process, 0 if the system does not tell.
func CPUSeconds() float64 {
	var u unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// mostResident returns the most memory that this process has had, 0 if the system does not tell.
func mostResident() int64 {
	var u unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &u) != nil {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(u.Maxrss) // bytes there
	}
	return int64(u.Maxrss) * 1024
}
