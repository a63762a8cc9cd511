package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// sweep clears away what Writers that were killed have left of other reports
// in the same folder: where each night has a report of its own, no later one
// goes by its name. Whoever is at work has a lock and is left alone, and so is
// what no Writer has made. What cannot be removed is no concern of this report.
func (f *folder) sweep() {
	if f.lock == nil {
		return // nobody knows who is at work
	}
	parent := filepath.Dir(f.target)
	for _, name := range lockedNames(parent) {
		other := placeOf(parent, name)
		for other.yield(f.trash) {
			if os.RemoveAll(f.trash) != nil {
				return
			}
		}
	}
}

// lockedNames returns the names of the reports in the folder parent that have
// a lock file. A folder of a million other entries is read in half a second.
func lockedNames(parent string) (names []string) {
	d, err := os.Open(parent)
	if err != nil {
		return nil
	}
	defer d.Close()
	for err == nil {
		var entries []string
		entries, err = d.Readdirnames(1024)
		for _, entry := range entries {
			name, ok := strings.CutSuffix(entry, ".wiretrace-lock")
			if name, hidden := strings.CutPrefix(name, "."); ok && hidden && name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

// yield moves one folder that a Writer of the report f has left to trash, and
// reports whether there was one. It holds the lock for no longer, so that a
// Writer who comes for it meanwhile need not wait for gigabytes to be removed.
// Once nothing is left, the lock file goes too.
func (f *folder) yield(trash string) bool {
	info, err := os.Lstat(f.lockFile)
	if err != nil || !info.Mode().IsRegular() || info.Size() > 0 { // none of a Writer's
		return false
	}
	if f.lock, err = acquire(f.lockFile); err != nil || f.lock == nil {
		return false
	}
	if leftover(f.aside) && f.putBack() != nil {
		f.lock.Close()
		return false
	}
	for _, path := range []string{f.temporary, f.aside, f.trash} {
		if leftover(path) {
			defer f.lock.Close()
			return os.Rename(path, trash) == nil
		}
	}
	f.release()
	return false
}

// drafts matches the names of files that are gone from a finished report: what
// the form of SheetFile needs while it is written, and the library it uses.
var drafts = regexp.MustCompile(`^(` + regexp.QuoteMeta(SheetFile) + `\.draft|excelize-[0-9]+|(` + PagesDir + `|` + StoryDir + `)/\.spool-[0-9]+|\.new\.csv-[a-z]+)$`)

// leftover reports whether there is a folder at path that holds nothing but
// what a Writer makes.
func leftover(path string) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.IsDir() {
		return false
	}
	own := ownNames(path)
	name, _, err := foreign(path, func(name string) bool { return own(name) || drafts.MatchString(name) })
	return err == nil && name == ""
}
