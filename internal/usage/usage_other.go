//go:build !unix

package usage

// CPUSeconds returns 0: the system does not tell.
func CPUSeconds() float64 { return 0 }

// PeakBytes returns 0: the system does not tell.
func PeakBytes() int64 { return 0 }
