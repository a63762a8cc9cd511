package report

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Symlink makes a symbolic link at path that leads to target, a path below the
// folder of the link. An older link is replaced by a rename, so that there is
// always one that leads to a whole report. What is not a link stays, and is an
// error, as is a system or a file system without links.
func Symlink(path, target string) error {
	info, err := os.Lstat(path)
	switch {
	case err == nil && info.Mode()&fs.ModeSymlink == 0:
		return fmt.Errorf("%s: not replaced, since it is no link", path)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if old, err := os.Readlink(path); err == nil && old == target {
		return nil
	}
	dir, name := filepath.Split(path)
	temporary := filepath.Join(dir, "."+name+".wiretrace-new")
	if err := os.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(target, temporary); err != nil {
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	return nil
}
