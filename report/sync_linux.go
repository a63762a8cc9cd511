package report

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncTree sees to it that all files below dir are on the disk: the whole file
// system in one call, since one call a file takes minutes for the many small
// ones of a report's pages.
func syncTree(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return unix.Syncfs(int(d.Fd()))
}

// exchange gives each of two folders the name of the other in one step, so that
// at no moment either is missing. Some file systems cannot.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
