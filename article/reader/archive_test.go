package reader

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"wiretrace/article/reader/internal/zipdir"
)

// A member is a file of an archive. A body that begins with "->" is a link.
type member struct{ name, body string }

func zipped(t testing.TB, method uint16, members ...member) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zipZstd, zstd.ZipCompressor())
	for _, m := range members {
		head := &zip.FileHeader{Name: m.name, Method: method}
		body := m.body
		if target, ok := strings.CutPrefix(body, "->"); ok {
			head.SetMode(os.ModeSymlink | 0o777)
			body = target
		}
		f, err := w.CreateHeader(head)
		require.NoError(t, err)
		_, err = io.WriteString(f, body)
		if !strings.HasSuffix(m.name, "/") {
			require.NoError(t, err)
		}
	}
	require.NoError(t, w.Close())
	return b.String()
}

func tarred(t testing.TB, members ...member) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		head := &tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.body)), ModTime: time.Unix(0, 0)}
		switch target, ok := strings.CutPrefix(m.body, "->"); {
		case ok:
			head.Typeflag, head.Linkname, head.Size = tar.TypeSymlink, target, 0
		case strings.HasSuffix(m.name, "/"):
			head.Typeflag = tar.TypeDir
		}
		require.NoError(t, w.WriteHeader(head))
		if head.Size > 0 {
			_, err := io.WriteString(w, m.body)
			require.NoError(t, err)
		}
	}
	require.NoError(t, w.Close())
	return b.String()
}

// inner are the files of the archives of the tests below.
func inner(t testing.TB) []member {
	return []member{
		{"b/", ""},
		{"b/two.txt", "Two."},
		{"a.jsonl", `{"text": "One."}` + "\n" + `{"text": "Another."}`},
		{"./c.csv", "text\nThree.\n"},
		{"d.txt.gz", gz(t, "Four.")},
		{".hidden/x.txt", "Not read."},
		{"__MACOSX/x.txt", "Not read."},
		{"photo.jpg", "\xff\xd8"},
		{"link.txt", "->b/two.txt"},
		{"paper.pdf", "%PDF"},
		{"../out.txt", "Not read."},
		{"b/../../out.txt", "Not read."},
		{"/etc/absolute.txt", "Not read."},
		{"c:\\windows.txt", "Not read."},
		{"b\\three.txt", "Five."},
		{"b/two.txt", "Not read again."},
		{"bell\a.txt", "Not read."},
		{"more.zip", zipped(t, zip.Deflate, member{"x.txt", "Not read."})},
		{"more", tarred(t, member{"x.txt", "Not read."})},
		{strings.Repeat("long/", 300) + "x.txt", "Not read."},
		{"z.txt", "Last."},
	}
}

func TestArchives(t *testing.T) {
	members := inner(t)
	for _, tt := range []struct{ name, content string }{
		{"a.zip", zipped(t, zip.Deflate, members...)},
		{"stored.zip", zipped(t, zip.Store, members...)},
		{"zstd.zip", zipped(t, zipZstd, members...)},
		{"before.zip", "#!/bin/sh\n" + zipped(t, zip.Deflate, members...)},
		{"a.tar", tarred(t, members...)},
		{"a.tar.gz", gz(t, tarred(t, members...))},
		{"a.tgz", gz(t, tarred(t, members...))},
		{"a.tar.zst", zst(t, tarred(t, members...))},
		{"noending", gz(t, tarred(t, members...))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"sub/" + tt.name: tt.content})
			in := filepath.Join(dir, "sub", tt.name)
			articles, problems := read(t, dir, Options{}, in)
			require.Equal(t, []string{"b/two.txt", "a.jsonl#1", "a.jsonl#2", "c.csv#2", "d.txt.gz", "b/three.txt", "z.txt"}, ids(articles))
			require.Equal(t, in+"/b/two.txt", articles[0].File)
			require.Equal(t, "Two.", articles[0].Text)
			file := "sub/" + tt.name
			require.Equal(t, []string{
				file + "/paper.pdf: no reader for .pdf (pages for printing; text saved from it is read)",
				file + ": the archive has a file whose name leads out of it: ../out.txt",
				file + ": the archive has a file whose name leads out of it: b/../../out.txt",
				file + ": the archive has a file whose name leads out of it: /etc/absolute.txt",
				file + ": the archive has a file whose name leads out of it: c:/windows.txt",
				file + "/b/two.txt: the archive has this file twice; the first is read",
				file + ": the archive has a file with control characters in its name: bell .txt",
				file + "/more.zip: an archive within an archive is not opened",
				file + "/more: an archive within an archive is not opened",
				file + ": the archive has a file with a name of 1505 bytes",
			}, problems)

			articles, _ = read(t, dir, Options{}, dir)
			require.Equal(t, file+"/b/two.txt", articles[0].ID, "an archive in a folder is a folder")
		})
	}
}

func TestBadArchives(t *testing.T) {
	good := zipped(t, zip.Deflate, member{"a.txt", scramble(5000)}, member{"b.txt", "Text b."}, member{"c.txt", "Text c."})
	wrong := []byte(good)
	wrong[200] ^= 0xff // in the data of a.txt
	stored := zipped(t, zip.Store, member{"a.txt", "Text a."}, member{"b.txt", "Text b."})
	changed := strings.Replace(stored, "Text a.", "Text x.", 1)
	locked := []byte(stored)
	locked[strings.Index(stored, "PK\x01\x02")+8] |= 1
	unknown := []byte(stored)
	unknown[strings.Index(stored, "PK\x01\x02")+10] = 9
	away := []byte(stored)
	away[strings.Index(stored, "PK\x01\x02")+42] = 7
	beyond := []byte(stored)
	beyond[strings.Index(stored, "PK\x01\x02")+22] = 0x7f
	directory := []byte(stored)
	directory[strings.LastIndex(stored, "PK\x01\x02")] = 'x'
	ended := []byte(stored)
	copy(ended[len(stored)-10:], "\xff\xff\xff\x7f\xff\xff\xff\x7f")
	plain := tarred(t, member{"a.txt", "Text a."}, member{"b.txt", scramble(5000)})
	broken := []byte(plain)
	broken[1024+100] ^= 0xff
	dir := folder(t, map[string]string{
		"a.zip": string(wrong),
		"b.zip": changed,
		"c.zip": string(locked),
		"d.zip": string(unknown),
		"e.zip": string(away),
		"f.zip": string(beyond),
		"g.zip": string(directory),
		"h.zip": string(ended),
		"i.zip": good[:len(good)-100],
		"j.zip": "",
		"k.zip": "PK\x05\x06" + strings.Repeat("\x00", 18),
		"l.zip": gz(t, good),
		"m.tar": plain[:3000],
		"n.tar": string(broken),
		"o.tar": "no archive",
		"p.tar": "",
		"q.tgz": gz(t, plain)[:1500],
		"z.txt": "Last.",
	})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{
		"a.zip/b.txt", "a.zip/c.txt", "b.zip/b.txt", "c.zip/b.txt", "d.zip/b.txt", "e.zip/b.txt", "f.zip/b.txt", "g.zip/a.txt", "m.tar/a.txt", "n.tar/a.txt", "q.tgz/a.txt", "z.txt",
	}, ids(articles))
	require.Contains(t, problems[0], "a.zip/a.txt: the data are damaged: ")
	require.Equal(t, []string{
		"b.zip/a.txt: the data are damaged: their checksum is wrong",
		"c.zip/a.txt: the file is encrypted",
		"d.zip/a.txt: compressed in a way that is not read (method 9 of zip)",
		"e.zip/a.txt: the zip archive is damaged: the file is not where its directory says",
		"f.zip/a.txt: the zip archive is damaged: the file goes on beyond its end",
		"g.zip: the zip archive is damaged: so is its directory",
		"h.zip: the zip archive is damaged: so is its directory",
		"i.zip: not a zip archive, or cut short: its directory, which stands at the end, is missing",
		"j.zip: not a zip archive, or cut short: its directory, which stands at the end, is missing",
		"l.zip: a zip archive is read from a file only: it can be neither a pipe nor compressed once more",
		"m.tar/b.txt: the archive ends early: it is cut short",
		"m.tar: the archive ends early: it is cut short",
		"n.tar: not a tar archive, or damaged: where the head of a file should stand is none",
		"o.tar: the archive ends early: it is cut short",
		"p.tar: the file is empty",
		"q.tgz/b.txt: the gzip data end early: the file is cut short",
		"q.tgz: the gzip data end early: the file is cut short",
	}, problems[1:])
}

// TestArchiveBombs reads archives that unpack to gigabytes.
func TestArchiveBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks 200 MB")
	}
	zeros := strings.Repeat("a", 80<<20)
	// One run of data that many entries of the directory share.
	one := zipped(t, zip.Deflate, member{"all.jsonl", zeros[:10<<20]})
	entry := one[strings.Index(one, "PK\x01\x02"):strings.LastIndex(one, "PK\x05\x06")]
	shared := one[:strings.Index(one, "PK\x01\x02")]
	place := len(shared)
	for i := range 1000 {
		shared += strings.Replace(entry, "all.jsonl", fmt.Sprintf("%03d.jsonl", i), 1)
	}
	size := len(shared) - place
	shared += "PK\x05\x06\x00\x00\x00\x00\xe8\x03\xe8\x03" + string([]byte{byte(size), byte(size >> 8), byte(size >> 16), 0, byte(place), byte(place >> 8), byte(place >> 16), 0, 0, 0})
	dir := folder(t, map[string]string{
		"a.zip":    zipped(t, zip.Deflate, member{"a.jsonl", zeros}, member{"b.txt", "Text."}),
		"b.zip":    shared,
		"c.zip":    zipped(t, zip.Deflate, member{"a.jsonl.gz", gz(t, zeros)}, member{"b.txt", "Text."}),
		"d.tar.gz": gz(t, tarred(t, member{"a.jsonl", zeros}, member{"b.txt", "Text."})),
		"z.txt":    "Last.",
	})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"z.txt"}, ids(articles))
	for _, name := range []string{"a.zip", "b.zip", "c.zip", "d.tar.gz"} {
		require.Contains(t, strings.Join(problems, "\n"), "\n"+name+": ", name)
	}
	require.Contains(t, problems, "b.zip: the archive unpacks to more than 250 times its size: taken for a bomb; the rest is not read")
	require.Less(t, len(problems), 40)
}

func TestArchiveProgress(t *testing.T) {
	dir := folder(t, map[string]string{"a.zip": zipped(t, zip.Store, member{"a.txt", "Text."}, member{"b.txt", "Text."})})
	p := new(Progress)
	read(t, dir, Options{Progress: p}, dir)
	require.Equal(t, int64(1), p.Files.Load())
	require.Equal(t, int64(2), p.Records.Load())
	files, _, err := Size(context.Background(), []string{dir}, Options{})
	require.NoError(t, err)
	require.Equal(t, 1, files)
}

// TestLargeZip reads an archive whose numbers need eight bytes.
func TestLargeZip(t *testing.T) {
	content := zipped(t, zip.Store, member{"a.txt", "Text."})
	entry := strings.Index(content, "PK\x01\x02")
	end := strings.LastIndex(content, "PK\x05\x06")
	le := func(n, size int) string {
		b := make([]byte, size)
		for i := range b {
			b[i] = byte(n >> (8 * i))
		}
		return string(b)
	}
	name := "a.txt"
	dir := "PK\x01\x02" + content[entry+4:entry+20] + "\xff\xff\xff\xff\xff\xff\xff\xff" + le(len(name), 2) + le(4+24, 2) + content[entry+32:entry+42] + "\xff\xff\xff\xff" + name +
		le(1, 2) + le(24, 2) + le(5, 8) + le(5, 8) + le(0, 8)
	large := "PK\x06\x06" + le(44, 8) + strings.Repeat("\x00", 12) + le(1, 8) + le(1, 8) + le(len(dir), 8) + le(entry, 8)
	locator := "PK\x06\x07" + le(0, 4) + le(entry+len(dir), 8) + le(1, 4)
	folder := folder(t, map[string]string{"a.zip": content[:entry] + dir + large + locator + content[end:end+8] + "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff" + "\x00\x00"})
	articles, problems := read(t, folder, Options{}, folder)
	require.Empty(t, problems)
	require.Equal(t, "Text.", articles[0].Text)
}

// FuzzZip holds the reading of zip archives against archive/zip.
func FuzzZip(f *testing.F) {
	f.Add([]byte(zipped(f, zip.Deflate, member{"a.txt", "Text a."}, member{"b/c.json", `{"text": "b"}`})))
	f.Add([]byte(zipped(f, zip.Store, member{"a.txt", "Text a."})))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		got := map[string]uint32{}
		if d, err := zipdir.Open(bytes.NewReader(data), int64(len(data))); err == nil {
			u := unzipper{src: &source{scan: &scan{ctx: t.Context(), o: &Options{Progress: new(Progress)}}}}
			for {
				file, err := d.Next()
				if err != nil {
					break
				}
				r, err := u.open(d, &file)
				if err != nil {
					continue
				}
				b, err := io.ReadAll(io.LimitReader(r, 1<<20))
				if err == nil && len(b) < 1<<20 {
					got[file.Name] = crc32.ChecksumIEEE(b)
				}
			}
		}
		if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil && len(z.File) < 3 {
			for _, file := range z.File {
				r, err := file.Open()
				if err != nil || file.Flags&1 != 0 {
					continue
				}
				if b, err := io.ReadAll(io.LimitReader(r, 1<<20)); err == nil && len(b) > 0 && len(z.File) == 1 && got[file.Name] != 0 {
					require.Equal(t, crc32.ChecksumIEEE(b), got[file.Name])
				}
			}
		}
		path := filepath.Join(dir, "f.zip")
		require.NoError(t, os.WriteFile(path, data, 0o644))
		for r, p := range records(t, path, 1000) {
			if p != nil {
				require.NotContains(t, p.Reason, "\n")
				continue
			}
			require.NotContains(t, r.Name, "..")
			r.Parse()
		}
	})
}

func FuzzTar(f *testing.F) {
	f.Add([]byte(tarred(f, member{"a.txt", "Text a."}, member{"b/c.json", `{"text": "b"}`})))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(dir, "f.tar")
		require.NoError(t, os.WriteFile(path, data, 0o644))
		for r, p := range records(t, path, 1000) {
			if p != nil {
				require.NotContains(t, p.Reason, "\n")
				continue
			}
			r.Parse()
		}
	})
}

func BenchmarkArchive(b *testing.B) {
	var members []member
	size := int64(0)
	for i := range 5000 {
		members = append(members, member{fmt.Sprintf("%02d/%04d.txt", i%100, i), sample(i)})
		size += int64(len(sample(i)))
	}
	for _, c := range []struct{ name, content string }{
		{"a.zip", zipped(b, zip.Deflate, members...)},
		{"a.tar", tarred(b, members...)},
		{"a.tar.gz", gz(b, tarred(b, members...))},
	} {
		dir := folder(b, map[string]string{c.name: c.content})
		b.Run(c.name, func(b *testing.B) { benchScan(b, dir, size, true) })
	}
}
