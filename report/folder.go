package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"github.com/gofrs/flock"
)

// ErrBusy says that another Writer is at work on the same folder.
var ErrBusy = errors.New("another run is writing this report")

// A folder is the place of a report, and what is hidden beside it while it is
// written. For a report NAME these are
//
//	.NAME.wiretrace-lock  locked while a Writer is at work
//	.NAME.wiretrace-new   the report that is being written
//	.NAME.wiretrace-old   the one that it replaces, for the moment between two renames
//	.NAME.wiretrace-gone  what was left of another report, while it is removed
//
// Only one Writer at a time is past the lock, so what it finds there was left
// by one that was killed.
type folder struct {
	target    string // absolute, its last element no symbolic link
	temporary string
	aside     string
	trash     string
	lockFile  string
	lock      *flock.Flock // nil where the file system has no locks
}

// placeOf returns the place of the report called name in the folder parent.
func placeOf(parent, name string) *folder {
	hidden := filepath.Join(parent, "."+name+".wiretrace-")
	return &folder{
		target: filepath.Join(parent, name), temporary: hidden + "new", aside: hidden + "old", trash: hidden + "gone", lockFile: hidden + "lock",
	}
}

// prepare sees to it that a report can be put at dir, and makes the temporary
// folder.
func prepare(dir string) (*folder, error) {
	target, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	f := placeOf(filepath.Dir(target), filepath.Base(target))
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return nil, err
	}
	if f.lock, err = await(f.lockFile); err != nil {
		return nil, fmt.Errorf("%s: %w", target, err)
	}
	if err = f.recover(); err == nil {
		if err = f.probe(); err == nil {
			f.sweep()
			err = os.Mkdir(f.temporary, 0o777)
		}
	}
	if err != nil {
		f.release()
		return nil, err
	}
	return f, nil
}

// resolve returns the folder that dir names, and refuses those that can never
// be replaced.
func resolve(dir string) (string, error) {
	if dir == "" {
		return "", errors.New("no folder named")
	}
	target, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if info, err := os.Lstat(target); err == nil && info.Mode()&os.ModeSymlink != 0 {
		if target, err = filepath.EvalSymlinks(target); err != nil {
			return "", err
		}
	}
	here, err := os.Stat(".")
	if err != nil {
		return "", err
	}
	if there, err := os.Stat(target); err == nil && os.SameFile(here, there) {
		return "", fmt.Errorf("%s: the current folder cannot be replaced; name one in it", dir)
	}
	if filepath.Dir(target) == target {
		return "", fmt.Errorf("%s: cannot be replaced; name a folder in it", dir)
	}
	return target, nil
}

// recover clears away what a Writer that was killed has left. If it was
// killed between its two renames, the older report goes back to its place.
func (f *folder) recover() error {
	if err := f.putBack(); err != nil {
		return err
	}
	_ = os.RemoveAll(f.trash) // nothing depends on it
	return errors.Join(os.RemoveAll(f.aside), os.RemoveAll(f.temporary))
}

// putBack puts the older report back in its place, if nothing is there.
func (f *folder) putBack() error {
	if _, err := os.Lstat(f.target); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.Rename(f.aside, f.target); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// probe fails where replace would, so that nobody hears after hours that the
// report cannot be put in its place: at a mount point, for one.
func (f *folder) probe() error {
	exists, err := replaceable(f.target)
	if err != nil || !exists {
		return err
	}
	if err := os.Rename(f.target, f.aside); err != nil {
		return fmt.Errorf("%s: cannot be replaced; name a folder in it: %w", f.target, err)
	}
	return os.Rename(f.aside, f.target)
}

// replace puts the temporary folder in the place of the target.
func (f *folder) replace() error {
	if err := syncFolder(f.temporary); err != nil {
		return err
	}
	exists, err := replaceable(f.target)
	if err != nil {
		return err
	}
	if exists {
		if err := os.Rename(f.target, f.aside); err != nil {
			return err
		}
	}
	if err := os.Rename(f.temporary, f.target); err != nil {
		if exists {
			err = errors.Join(err, os.Rename(f.aside, f.target))
		}
		return err
	}
	// The report is in place. What fails from here on, the next Writer mends.
	_ = syncFolder(filepath.Dir(f.target))
	_ = os.RemoveAll(f.aside)
	f.temporary = ""
	f.release()
	return nil
}

// abandon removes what was written.
func (f *folder) abandon() {
	if f.temporary == "" {
		return
	}
	_ = os.RemoveAll(f.temporary) // what stays, the next Writer removes
	f.temporary = ""
	f.release()
}

// syncFolder sees to it that the entries of dir are on the disk, where the
// system can.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, os.ErrPermission) {
		return err
	}
	return nil
}

// replaceable reports whether there is a folder at path, and fails if it is
// not one that a report may replace: an empty folder, or an older report with
// nothing of the user's own in it.
func replaceable(path string) (exists bool, err error) {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, fmt.Errorf("%s: is not a folder", path)
	}
	name, empty, err := foreign(path, belongs)
	switch {
	case err != nil:
		return false, err
	case name != "":
		return false, fmt.Errorf("%s: not replaced, since it holds %q, which is no part of a wiretrace report", path, name)
	case !empty && !written(filepath.Join(path, articlesFile)):
		return false, fmt.Errorf("%s: not replaced, since it is no wiretrace report", path)
	}
	return true, nil
}

// foreign returns the first name it meets in the folder at path that is not
// known, "" if there is none, and whether the folder is empty. Litter does not
// count.
func foreign(path string, known func(name string) bool) (name string, empty bool, err error) {
	d, err := os.Open(path)
	if err != nil {
		return "", false, err
	}
	defer d.Close()
	empty = true
	for {
		names, err := d.Readdirnames(256)
		for _, name := range names {
			if litter(name) {
				continue
			}
			empty = false
			if !known(name) {
				return name, false, nil
			}
		}
		if errors.Is(err, io.EOF) {
			return "", empty, nil
		}
		if err != nil {
			return "", false, err
		}
	}
}

// contents are the names in a report's folder, those of older versions too.
var contents = []string{
	articlesFile, passagesFile, linksFile, creditsFile, quotesFile, storiesFile, clustersFile, outletsFile, flowsFile,
	ProblemsFile, objectsFile,
	IndexFile, ListFile, PagesDir, StoryDir, SheetFile,
}

// furtherPage matches the names of the further pages of a large index or list.
var furtherPage = regexp.MustCompile(`^(index|articles)-[0-9]+\.html$`)

// belongs reports whether a report has a file or a folder of that name.
func belongs(name string) bool {
	return slices.Contains(contents, name) || furtherPage.MatchString(name)
}

// litter reports whether a file of that name is made by looking at a folder.
func litter(name string) bool {
	switch name {
	case ".DS_Store", "Thumbs.db", "desktop.ini", ".directory":
		return true
	}
	return strings.HasPrefix(name, ".~lock.") || strings.HasPrefix(name, "~$")
}

// IsReport reports whether dir is the folder of a report. Its files tell of
// articles, but are none.
func IsReport(dir string) bool { return written(filepath.Join(dir, articlesFile)) }

// written reports whether the file at path begins as report.csv does, in this
// version or in those before there were stories, whatever parts its cells.
func written(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	line, _ := bufio.NewReaderSize(io.LimitReader(f, 4096), 4096).ReadString('\n')
	line = strings.NewReplacer(string(rune(Semicolon)), ",", string(rune(Tab)), ",").Replace(line)
	line = strings.TrimPrefix(strings.TrimPrefix(line, mark), "story,")
	return strings.HasPrefix(line, "cluster,family,article,role,")
}
