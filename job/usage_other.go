//go:build !unix

package job

func cpuSeconds() float64 { return 0 }

func peakBytes() int64 { return 0 }
