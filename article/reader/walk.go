package reader

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"wiretrace/lang/word"
)

// A walker finds the files under the paths that a user gave, in a fixed order,
// each once.
//
// Links to files and folders are followed. Since two links may lead to one
// folder, and a folder may be given together with one that holds it, the
// resolved paths of all that was given or reached by a link are kept: what lies
// in one of them is not read again. That also ends every loop of links.
type walker struct {
	ctx     context.Context
	skip    func(dir string) bool
	visit   func(file) error
	problem func(Problem)
	seen    map[string]bool // resolved paths
	found   bool            // a file
}

// A file is what a walker finds.
type file struct {
	path  string // as the user named it
	name  string // below the path given, with slashes
	named bool   // given by the user, not met in a folder
}

// walk visits all files under paths. It fails if ctx ends, if visit fails, if
// none of the paths can be opened or no file lies there.
func (w *walker) walk(paths []string) error {
	if len(paths) == 0 {
		return fmt.Errorf("%w: no path was given", ErrNoInput)
	}
	w.seen = make(map[string]bool, len(paths))
	visit := w.visit
	w.visit = func(f file) error {
		w.found = true
		return visit(f)
	}
	var failed []error
	for _, path := range paths {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if path == "-" {
			if err := w.visit(file{path: path, name: "stdin", named: true}); err != nil {
				return err
			}
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			why := because(err)
			if address.MatchString(path) {
				why = "addresses are not fetched: save the page as a file first"
			}
			w.problem(Problem{File: path, Reason: why, Kind: Folder})
			failed = append(failed, fmt.Errorf("%s: %s", path, why))
			continue
		}
		resolved := realPath(path)
		if w.covered(resolved) {
			continue
		}
		w.seen[resolved] = true
		if info.IsDir() {
			err = w.folder(path, "", resolved, nil)
		} else {
			err = w.visit(file{path: path, name: valid(filepath.Base(path)), named: true})
		}
		if err != nil {
			return err
		}
	}
	if len(failed) == len(paths) {
		return fmt.Errorf("%w: %w", ErrNoInput, failed[0])
	}
	if !w.found {
		return fmt.Errorf("%w: there are no files in %s", ErrNoInput, strings.Join(paths, ", "))
	}
	return nil
}

// address matches the address of a page.
var address = regexp.MustCompile(`^(?i)https?://`)

// folder visits what lies in the folder dir, whose name below the path given is
// name; resolved is its path without links. above holds the resolved paths of
// the folders through which it was reached, which differ from the parents of
// resolved behind a link.
func (w *walker) folder(dir, name, resolved string, above []string) error {
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		w.problem(Problem{File: dir, Reason: "folder not read: " + because(err), Kind: Folder})
	}
	above = append(above[:len(above):len(above)], resolved)
	for _, e := range ofReading(filepath.Base(dir), ofSnapshot(entries)) {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if hidden(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		below := valid(e.Name())
		if name != "" {
			below = name + "/" + below
		}
		at := resolved + string(filepath.Separator) + e.Name()
		mode := e.Type()
		if mode&fs.ModeSymlink != 0 {
			if at, mode = w.follow(path, at, above); at == "" {
				continue
			}
			w.seen[at] = true
		} else if w.seen[at] {
			continue // given as a path before, or reached by a link
		}
		switch {
		case mode.IsDir():
			if w.skip == nil || !w.skip(path) {
				err = w.folder(path, below, at, above)
			}
		case mode.IsRegular():
			err = w.visit(file{path: path, name: below})
		default: // opening a pipe would wait for ever
			w.problem(Problem{File: path, Reason: "not a file but a pipe, a socket or a device"})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// follow returns the resolved path and the type of what the link at path leads
// to; an empty path if that must not be visited: it is broken, a loop, or visited
// by another way.
func (w *walker) follow(path, at string, above []string) (resolved string, mode fs.FileMode) {
	info, err := os.Stat(path)
	if err != nil {
		reason := "broken symbolic link"
		switch {
		case errors.Is(err, syscall.ELOOP):
			reason = "symbolic link loop"
		case !errors.Is(err, fs.ErrNotExist):
			reason = because(err)
		}
		w.problem(Problem{File: path, Reason: reason})
		return "", 0
	}
	resolved = realPath(path)
	if info.IsDir() {
		for _, dir := range above {
			if within(dir, resolved) {
				w.problem(Problem{File: path, Reason: "symbolic link loop: it leads to a folder that holds it", Kind: Warning})
				return "", 0
			}
		}
	}
	if w.covered(resolved) {
		return "", 0
	}
	return resolved, info.Mode().Type()
}

// covered reports whether a walk through one of the paths seen comes, or came,
// by the file or folder at resolved.
func (w *walker) covered(resolved string) bool {
	for {
		if w.seen[resolved] {
			return true
		}
		parent := filepath.Dir(resolved)
		if parent == resolved || hidden(filepath.Base(resolved)) {
			return false
		}
		resolved = parent
	}
}

// within reports whether path is dir or lies in it.
func within(path, dir string) bool {
	rest, ok := strings.CutPrefix(path, dir)
	return ok && (rest == "" || rest[0] == filepath.Separator || strings.HasSuffix(dir, string(filepath.Separator)))
}

// hidden reports whether a walk leaves out files of this name: those that
// begin with a point, and what a Mac puts into archives.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || name == "__MACOSX" }

// realPath returns the absolute path without links, or the path itself where
// there is none, as for a pipe of the shell.
func realPath(path string) string {
	resolved, err := filepath.EvalSymlinks(path)
	if err != nil {
		resolved = path
	}
	if abs, err := filepath.Abs(resolved); err == nil {
		resolved = abs
	}
	return resolved
}

// because returns why a file could not be opened or read, without its path,
// which stands in a column of its own.
func because(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.Is(err, syscall.ELOOP):
		return "symbolic link loop"
	}
	return err.Error()
}

// valid makes the name of a file fit to be an id: valid UTF-8, which names need
// not be, without controls.
func valid(name string) string { return word.Printable(name) }

// Size returns how many files Scan will read under paths, and how many bytes
// they have, for a progress bar. It looks at no content, so that some of the
// files may turn out to be of no form. Standard input counts nothing.
func Size(ctx context.Context, paths []string, o Options) (files int, bytes int64, err error) {
	forms := forms()
	w := walker{ctx: ctx, skip: o.Skip, problem: func(Problem) {}}
	w.visit = func(f file) error {
		if f.path == "-" || !o.opens(f, forms) {
			return nil
		}
		if info, err := os.Stat(f.path); err == nil && !o.skips(f, info) {
			files++
			bytes += info.Size()
		}
		return nil
	}
	err = w.walk(paths)
	return files, bytes, err
}

// opens reports whether a file that a walk has found is one to open, by its
// name: not an image, nor the table that Meta was read from.
func (o *Options) opens(f file, forms []*form) bool {
	_, ending := endings(f.path)
	return !o.Meta.is(f.path) && (f.named || !asset(ending) && (unreadable(ending) == "" || claims(forms, ending) != nil))
}

// skips reports whether Visit leaves a file out.
func (o *Options) skips(f file, info fs.FileInfo) bool {
	return info.Mode().IsRegular() && slices.ContainsFunc(o.Visit, func(skip func(string, fs.FileInfo) bool) bool {
		return skip(f.path, info)
	})
}
