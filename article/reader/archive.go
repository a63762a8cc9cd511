package reader

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"

	"github.com/zeebo/xxh3"
)

// longestName bounds the names of files in archives, in bytes.
const longestName = 1024

// An archive is a file of files that is being read as if it were a folder. No
// file is written anywhere: each is read where it lies, like one in a folder,
// and what leads out of the archive, lies in an archive within it, or unpacks
// to many times the size of what was read is a problem.
type archive struct {
	src  *source
	form *form
	seen map[uint64]bool // hashes of the names read, eight bytes each for what may be millions
	used bound
}

func newArchive(f *form, src *source, size func() int64) *archive {
	return &archive{src: src, form: f, seen: make(map[uint64]bool), used: bound{size: size}}
}

// A bound stops what unpacks to bombRatio times the size of its archive, and
// to bombSize bytes at least, counting each layer of compression.
type bound struct {
	size func() int64 // bytes of the archive, read so far or in all
	n    int64        // bytes that came out of it
	over bool
}

var errBomb = fmt.Errorf("the archive unpacks to more than %d times its size: taken for a bomb", bombRatio)

func (b *bound) add(n int) error {
	if b == nil {
		return nil
	}
	if b.n += int64(n); b.n > bombSize && b.n/bombRatio > b.size() {
		b.over = true
		return errBomb
	}
	return nil
}

// A bounded reads a file of an archive within the archive's bound.
type bounded struct {
	r io.Reader
	b *bound
}

func (b bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if over := b.b.add(n); over != nil {
		return 0, over
	}
	return n, err
}

// file reads a file of the archive under its name there. open returns its
// content. It returns an error only to stop the scan.
func (a *archive) file(name string, open func() (io.Reader, error)) error {
	name, reason := nameWithin(name)
	if name == "" && reason == "" || name != "" && hiddenWithin(name) {
		return nil
	}
	src := &source{scan: a.src.scan, file: a.at(name), size: -1, inside: a}
	if reason != "" {
		src.file = a.src.file
		src.problem(0, "%s", reason)
		return nil
	}
	src.pack, src.ending = endings(name)
	if asset(src.ending) || forPrograms(name) || ofCrawler(name) {
		return nil
	}
	claimed := claims(a.src.forms, src.ending)
	if what := unreadable(src.ending); what != "" && claimed == nil {
		src.problem(0, "no reader for %s (%s)", src.ending, what)
		return nil
	}
	if hash := xxh3.HashString(name); a.seen[hash] {
		src.warn(0, "the archive has this file twice; the first is read")
		return nil
	} else {
		a.seen[hash] = true
	}
	if len(claimed) == 1 && claimed[0].archive {
		src.problem(0, "%s", nested)
		return nil
	}
	r, err := open()
	if err != nil {
		src.problem(0, "%s", because(err))
		return a.src.ctx.Err()
	}
	return src.read(bounded{r: r, b: &a.used})
}

// nested is the reason why an archive in an archive is not read.
const nested = "an archive within an archive is not opened"

// at returns where a file of the archive stands: its id is its path in the
// archive if that is a PATH itself, as with a folder.
func (a *archive) at(name string) file {
	f := file{path: a.src.file.path + "/" + name, name: a.src.file.name + "/" + name}
	if a.src.file.named {
		f.name = name
	}
	return f
}

// end reports why the archive cannot be read on, if it cannot.
func (a *archive) end(err error) error {
	switch {
	case a.used.over:
		a.src.problem(0, "%s; the rest is not read", errBomb)
	case err != nil && !errors.Is(err, io.EOF):
		a.src.problem(0, "%s", because(err))
	}
	return a.src.ctx.Err()
}

// nameWithin returns the name of a file in an archive with slashes, or why it
// is not read. Both are empty for a folder.
func nameWithin(name string) (clean, reason string) {
	name = strings.ToValidUTF8(strings.ReplaceAll(name, "\\", "/"), "\ufffd")
	switch {
	case name == "" || strings.HasSuffix(name, "/"):
		return "", ""
	case len(name) > longestName:
		return "", fmt.Sprintf("the archive has a file with a name of %d bytes", len(name))
	case name[0] == '/' || len(name) > 1 && name[1] == ':' || strings.HasPrefix(path.Clean(name), "../") || strings.Contains("/"+name+"/", "/../"):
		return "", "the archive has a file whose name leads out of it: " + shorten(name)
	case strings.IndexFunc(name, unicode.IsControl) >= 0:
		return "", "the archive has a file with control characters in its name: " + shorten(name)
	}
	return path.Clean(name), ""
}

// hiddenWithin reports whether a walk would leave out a file or a folder that
// it lies in.
func hiddenWithin(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if hidden(part) {
			return true
		}
	}
	return false
}
