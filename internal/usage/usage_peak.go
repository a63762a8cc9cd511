//go:build unix && !linux

package usage

// PeakBytes returns the most memory that this process has had, 0 if the system does not tell.
func PeakBytes() int64 { return mostResident() }
