package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
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
//	.NAME.wiretrace-new   the report that is being written; where the system exchanges two
//	                      names in one step, then the one that it has replaced
//	.NAME.wiretrace-old   elsewhere the one that it replaces, for the moment between two renames
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
	made      fs.FileInfo  // of the temporary folder, once it is made
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
		return nil, fmt.Errorf("%s: its folder cannot be made: %w", target, err)
	}
	if f.lock, err = await(f.lockFile); err != nil {
		var of *fs.PathError
		if errors.As(err, &of) { // by the hidden name of the lock
			return nil, fmt.Errorf("%s: nothing can be written in its folder: %w", target, of.Err)
		}
		return nil, fmt.Errorf("%s: %w", target, err)
	}
	if err = f.recover(); err == nil {
		if err = f.probe(); err == nil {
			f.sweep()
			if err = os.Mkdir(f.temporary, 0o777); err == nil {
				f.made, err = os.Lstat(f.temporary)
			}
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
		return "", fmt.Errorf("%s: is the current folder, which cannot be replaced; name a folder in it", dir)
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
	_ = remove(f.trash) // nothing depends on it
	return errors.Join(remove(f.aside), remove(f.temporary))
}

// remove removes a folder that a Writer has left, unless somebody has put
// something of their own into it.
func remove(path string) error {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if !leftover(path) {
		return fmt.Errorf("%s: not removed, since it holds what is no part of a wiretrace report", path)
	}
	return os.RemoveAll(path)
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
	older := f.temporary // has the older report once the two are exchanged
	switch {
	case !exists:
		err = os.Rename(f.temporary, f.target)
	case exchange(f.temporary, f.target) != nil:
		older = f.aside
		err = f.renameTwice() // fails too, unless exchanging is what this place does not know
	}
	if err != nil {
		return err
	}
	// The report is in place. What fails from here on, the next Writer mends.
	_ = syncFolder(filepath.Dir(f.target))
	_ = remove(older)
	f.temporary = ""
	f.release()
	return nil
}

// renameTwice puts the temporary folder in the place of the target where no
// call does it in one step. Between the two there is no report for a moment.
func (f *folder) renameTwice() error {
	if err := os.Rename(f.target, f.aside); err != nil {
		return err
	}
	if err := os.Rename(f.temporary, f.target); err != nil {
		return errors.Join(err, os.Rename(f.aside, f.target))
	}
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
	name, empty, err := foreign(path, ownNames(path))
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

// foreign returns the first file below the folder at path that is not known by
// its name, "" if there is none, and whether the folder is empty. Names are
// below path and have slashes. A folder is known by what it holds; an empty one
// is not. Litter does not count.
func foreign(path string, known func(name string) bool) (name string, empty bool, err error) {
	empty = true
	err = filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
		if err != nil || at == path {
			return err
		}
		below, err := filepath.Rel(path, at)
		if err != nil || litter(e.Name()) {
			return err
		}
		empty = false
		below = filepath.ToSlash(below)
		if e.IsDir() && slices.Contains(folders, below) || e.Type().IsRegular() && known(below) {
			return nil
		}
		name = below
		return fs.SkipAll
	})
	return name, empty, err
}

// contents are the names in a report's folder, those of older versions too.
var contents = []string{
	articlesFile, passagesFile, linksFile, creditsFile, quotesFile, storiesFile, clustersFile, outletsFile, flowsFile, newFile,
	ProblemsFile, objectsFile, objectsFile + compressedExtension, passagesFile + compressedExtension,
	IndexFile, ListFile, NewsPage, OutletsPage, SheetFile, namesFile,
}

// folders are the names of the folders in a report's.
var folders = []string{PagesDir, StoryDir, OutletDir}

// pageNames matches the names of the further pages of a large index or list, and of the
// pages and drawings of clusters, stories and outlets.
var pageNames = regexp.MustCompile(`^((index|articles)-[0-9]+\.html|(` + PagesDir + `|` + StoryDir +
	`)/([cs][a-z0-9]{6,16}|x[0-9a-f]{16})(-[0-9]+)?(\.html|-graph\.svg|-timeline\.svg)|` + OutletDir + `/o[0-9a-f]{12}\.html)$`)

// belongs reports whether a report may have a file of that name.
func belongs(name string) bool { return slices.Contains(contents, name) || pageNames.MatchString(name) }

// namesFile holds the names of all files of a report, one a line, so that
// whatever else somebody puts beside them is known to be theirs.
const namesFile = ".wiretrace-files"

// ownNames returns what tells the files of the report at path by their names:
// those that its Writer has noted, or all that a Writer may use where none are noted, as
// in reports of older versions.
func ownNames(path string) (known func(name string) bool) {
	b, err := os.ReadFile(filepath.Join(path, namesFile))
	if err != nil {
		return belongs
	}
	own := map[string]bool{namesFile: true}
	for name := range strings.Lines(string(b)) {
		own[strings.TrimSuffix(name, "\n")] = true
	}
	return func(name string) bool { return own[name] && belongs(name) }
}

// noteNames writes the names of all files that lie in the temporary folder into
// namesFile. It fails if that is not the folder that was made, or lacks one of the
// files needed: something has removed it meanwhile.
func (f *folder) noteNames(needed []string) error {
	if now, err := os.Lstat(f.temporary); err != nil || !os.SameFile(f.made, now) {
		return fmt.Errorf("%s: it was removed while the report was written there", f.temporary)
	}
	var names []byte
	err := filepath.WalkDir(f.temporary, func(at string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		below, err := filepath.Rel(f.temporary, at)
		names = append(append(names, filepath.ToSlash(below)...), '\n')
		if k := slices.Index(needed, below); k >= 0 {
			needed = slices.Delete(slices.Clone(needed), k, k+1)
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(needed) > 0 {
		return fmt.Errorf("%s: it was removed while the report was written", filepath.Join(f.temporary, needed[0]))
	}
	out, err := createFile(f.temporary, namesFile)
	if err != nil {
		return err
	}
	return out.finish(names)
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
