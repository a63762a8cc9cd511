package job

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"

	"wiretrace/archive"
	"wiretrace/article"
)

// markOf returns a hash of all that an article is: one read again that has it
// is the same.
func markOf(a *article.Article) uint64 {
	h := xxh3.New()
	for _, s := range [...]string{a.ID, a.URL, a.Title, a.Byline, a.Outlet, a.Published.String(), a.Text} {
		_, _ = h.WriteString(s)
		_, _ = h.Write([]byte{0})
	}
	return max(h.Sum64(), 1)
}

// visits are the files that were met, so that the next night need not read
// them again.
type visits struct {
	mu    sync.Mutex
	files map[string]*archive.File // to be noted, by the path as the user named it
	met   map[uint64]bool          // whether a file was left out, by hash of the path
	own   []string                 // files of the archive itself, by their absolute path
	known map[uint64]fileState     // of earlier nights, by hash of the absolute path
	same  int                      // files left out since they were read before
	old   int                      // articles left out since the archive has them
}

// A fileState is what the archive knows of a file.
type fileState struct {
	size, modified     int64
	hash               uint64
	articles, problems int32
}

// hashUpTo is the size up to which the bytes of a file are hashed, so that one
// that was only touched is not read again.
const hashUpTo = 64 << 20

// recall gets what the archive knows of files.
func (v *visits) recall(ctx context.Context, a *archive.Archive) error {
	v.files, v.met, v.known = map[string]*archive.File{}, map[uint64]bool{}, map[uint64]fileState{}
	for _, name := range archive.Names(a.Path()) {
		if full, err := filepath.Abs(name); err == nil {
			v.own = append(v.own, full)
		}
	}
	return a.Files(ctx, func(f archive.File) error {
		v.known[xxh3.HashString(f.Path)] = fileState{f.Size, f.Modified, f.Hash, int32(f.Articles), int32(f.Problems)}
		return nil
	})
}

// visit is asked before a file is read, and reports whether it was read on an
// earlier night and is the same still.
func (v *visits) visit(path string, info fs.FileInfo) (skip bool) {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	f := archive.File{Path: full, Size: info.Size(), Modified: info.ModTime().UnixNano()}
	v.mu.Lock()
	defer v.mu.Unlock()
	if skip, met := v.met[xxh3.HashString(path)]; met {
		return skip
	}
	before, ok := v.known[xxh3.HashString(full)]
	same := ok && before.size == f.Size && before.modified == f.Modified
	if !same {
		var readable bool
		f.Hash, readable = hashFile(path, info)
		if readable { // else it is tried again the next night
			v.files[path] = &f
		}
		if same = ok && before.size == f.Size && before.hash == f.Hash && f.Hash != 0; same { // it was only touched
			f.Articles, f.Problems = int(before.articles), int(before.problems)
		}
	}
	v.met[xxh3.HashString(path)] = same
	if same {
		v.same++
	}
	return same
}

// ours reports whether a file is one of the archive's. Those must not even be
// opened: its locks would go with the file that is closed.
func (v *visits) ours(path string) bool {
	full, err := filepath.Abs(path)
	return err == nil && slices.Contains(v.own, full)
}

// hashFile returns a hash of the bytes of a file, 0 if it is too large, and
// whether it can be read.
func hashFile(path string, info fs.FileInfo) (hash uint64, readable bool) {
	f, err := os.Open(path)
	if err != nil {
		return 0, false
	}
	defer f.Close()
	if info.Size() > hashUpTo {
		return 0, true
	}
	h := xxh3.New()
	if _, err := io.Copy(h, io.LimitReader(f, hashUpTo+1)); err != nil {
		return 0, false
	}
	return max(h.Sum64(), 1), true
}

// forget has a file read again the next night: one of which something panicked, maybe by a
// version without the fault, or one that holds more than this run had room for, maybe with more.
func (v *visits) forget(file string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.drop(file)
}

// drop is forget for who holds the lock. What lies in an archive is read with that: news.zip for
// news.zip/a.html.
func (v *visits) drop(file string) {
	for noted := v.files[file] != nil; !noted; noted = v.files[file] != nil {
		k := strings.LastIndexByte(file, '/')
		if k <= 0 {
			return
		}
		file = file[:k]
	}
	delete(v.files, file)
}

// count counts what a record of a file gave.
func (v *visits) count(b *batch) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.old += b.known
	if f, ok := v.files[b.file]; ok {
		f.Articles += len(b.articles) + b.known
	}
	if b.faulty { // see forget
		v.drop(b.file)
	}
	for _, p := range b.problems {
		if p.Bound {
			v.drop(p.File)
			continue
		}
		if f, ok := v.files[p.File]; ok {
			f.Problems++
		}
	}
}
