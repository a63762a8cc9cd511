package main

import (
	"fmt"
	"io/fs"
	"sync/atomic"
	"time"

	"wiretrace/job"
)

// A settled leaves out files that were changed a moment ago, since whoever
// writes them may not have finished.
type settled struct {
	within span             // 0: none is left out
	now    func() time.Time // the clock
	count  atomic.Int64     // files left out
}

// ahead is how far in the future the time of a file may lie for it to count as
// just changed. Beyond that a clock is, or was, wrong, and the file would be
// left out night after night.
const ahead = time.Hour

// fresh reports whether a file may still be being written.
func (s *settled) fresh(_ string, info fs.FileInfo) bool {
	age := s.now().Sub(info.ModTime())
	return age < time.Duration(s.within) && age > -ahead
}

// set has the reader leave such files out.
func (s *settled) set(to *job.Options) {
	if s.within == 0 {
		return
	}
	to.Reader.Visit = append(to.Reader.Visit, func(path string, info fs.FileInfo) bool {
		if !s.fresh(path, info) {
			return false
		}
		s.count.Add(1)
		return true
	})
}

// say says what was left out.
func (s *settled) say(log *journal) {
	n := s.count.Load()
	switch n {
	case 0:
		return
	case 1:
		log.say(fmt.Sprintf("1 file was left for the next run, since it changed within the last %s", &s.within), "files", n)
	default:
		log.say(fmt.Sprintf("%d files were left for the next run, since they changed within the last %s", n, &s.within), "files", n)
	}
}
