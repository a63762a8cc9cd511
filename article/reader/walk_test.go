package reader

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func link(t *testing.T, target string, at ...string) {
	if err := os.Symlink(target, filepath.Join(at...)); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

func TestLinks(t *testing.T) {
	outside := folder(t, map[string]string{"far.txt": "Elsewhere.", "deep/er.txt": "Deeper.", "other.txt": "Linked alone."})
	dir := folder(t, map[string]string{"a.txt": "Here.", "sub/b.txt": "Below.", ".store/c.txt": "In a hidden store."})
	link(t, "a.txt", dir, "copy-of-a.txt")                        // read as a.txt
	link(t, filepath.Join(dir, ".store", "c.txt"), dir, "c.txt")  // what is hidden is read by its link
	link(t, filepath.Join(dir, ".store", "c.txt"), dir, "c2.txt") // once
	link(t, filepath.Join(outside, "other.txt"), dir, "d.txt")    // a file elsewhere
	link(t, outside, dir, "far")                                  // a folder elsewhere
	link(t, filepath.Join(outside, "deep"), dir, "far2")          // read through the link above
	link(t, "..", dir, "sub", "up")                               // a loop
	link(t, dir, outside, "deep", "back")                         // a loop through the link
	link(t, "self.txt", dir, "self.txt")                          // a loop of one
	link(t, "nowhere.txt", dir, "broken.txt")                     // broken
	link(t, filepath.Join(dir, "sub"), dir, "zsub")               // a folder read anyway

	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"a.txt", "c.txt", "d.txt", "far/deep/er.txt", "far/far.txt", "sub/b.txt"}, ids(articles))
	require.Equal(t, []string{
		"broken.txt: broken symbolic link",
		"far/deep/back: symbolic link loop: it leads to a folder that holds it",
		"self.txt: symbolic link loop",
		"sub/up: symbolic link loop: it leads to a folder that holds it",
	}, problems)

	articles, problems = read(t, dir, Options{}, filepath.Join(dir, "self.txt"), filepath.Join(dir, "copy-of-a.txt"))
	require.Equal(t, []string{"copy-of-a.txt"}, ids(articles))
	require.Equal(t, []string{"self.txt: symbolic link loop"}, problems)
}

func TestEachFileOnce(t *testing.T) {
	dir := folder(t, map[string]string{"a/x.txt": "X.", "a/b/y.txt": "Y.", "a/.h.txt": "H.", "c/z.txt": "Z."})
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	tests := []struct {
		name  string
		paths []string
		want  []string
	}{
		{"file twice", []string{at("a/x.txt"), at("a/x.txt"), at("a/b/../x.txt")}, []string{"x.txt"}},
		{"folder, then what lies in it", []string{at("a"), at("a/b"), at("a/x.txt")}, []string{"b/y.txt", "x.txt"}},
		{"what lies in a folder, then it", []string{at("a/b/y.txt"), at("a")}, []string{"y.txt", "x.txt"}},
		{"part of a folder, then it", []string{at("a/b"), at("a")}, []string{"y.txt", "x.txt"}},
		{"folder, then a hidden file in it", []string{at("a"), at("a/.h.txt")}, []string{"b/y.txt", "x.txt", ".h.txt"}},
		{"two folders", []string{at("c"), at("a/b")}, []string{"z.txt", "y.txt"}},
		{"all", []string{dir}, []string{"a/b/y.txt", "a/x.txt", "c/z.txt"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, problems := read(t, dir, Options{}, tt.paths...)
			require.Equal(t, tt.want, ids(articles))
			require.Empty(t, problems)
		})
	}
}

func TestSkip(t *testing.T) {
	dir := folder(t, map[string]string{"a/x.txt": "X.", "old report/report.jsonl": `{"text": "x"}`})
	skip := func(dir string) bool { return filepath.Base(dir) == "old report" }
	articles, problems := read(t, dir, Options{Skip: skip}, dir)
	require.Equal(t, []string{"a/x.txt"}, ids(articles))
	require.Empty(t, problems)
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := folder(t, map[string]string{"a.txt": "A.", "b/c.txt": "C.", "d.txt": "D."})
	require.NoError(t, os.Chmod(filepath.Join(dir, "a.txt"), 0))
	require.NoError(t, os.Chmod(filepath.Join(dir, "b"), 0))
	defer os.Chmod(filepath.Join(dir, "b"), 0o755)
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"d.txt"}, ids(articles))
	require.Equal(t, []string{"a.txt: permission denied", "b: folder not read: permission denied"}, problems)
}

func TestNamesThatAreNotUTF8(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "caf\xe9.txt"), []byte("Text."), 0o644); err != nil {
		t.Skip(err)
	}
	articles, _ := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"caf\ufffd.txt"}, ids(articles))
}

func TestEndings(t *testing.T) {
	tests := []struct{ path, pack, ending string }{
		{"a/story.txt", "", ".txt"},
		{"a/STORY.JSONL.GZ", ".gz", ".jsonl"},
		{"story.gz", ".gz", ""},
		{"story", "", ""},
		{"report.2024", "", ""},
		{"www.example.com_2024_story", "", ""},
		{"a.b/story", "", ""},
		{"x.html.zst", ".zst", ".html"},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			pack, ending := endings(tt.path)
			require.Equal(t, tt.pack, pack)
			require.Equal(t, tt.ending, ending)
		})
	}
}
