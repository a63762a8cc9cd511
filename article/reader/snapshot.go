package reader

import (
	"io/fs"
	"slices"
	"strings"
)

// The forms in which ArchiveBox keeps a page in the folder of a snapshot, from the one that says most of it. A folder that wget
// wrote, which is named by the host of the page, comes behind the files.
var snapshotPages = []string{"singlefile.html", "singlefile", "output.html", "dom.html", "dom", "readability", "mercury", "htmltotext.txt"}

// What it writes of a page, or of the snapshot, besides.
var snapshotExtras = []string{"index.json", "index.html", "headers.json", "article.json", "favicon.ico", "screenshot.png", "output.pdf", "warc", "media", "git", "archive.org.txt"}

// ofSnapshot returns the entries of a folder without the other forms of the page whose snapshot it is, as ArchiveBox keeps it:
//
//	archive/1746601200.0/{index.json,headers.json,singlefile.html,output.html,readability/...,mercury/...,www.example.com/...,warc/...}
//
// They are one piece, and all but one of them would be its copies. It returns the entries of every other folder as they are.
func ofSnapshot(entries []fs.DirEntry) []fs.DirEntry {
	has := func(name string) bool {
		return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name })
	}
	best := slices.IndexFunc(snapshotPages, has)
	if best < 0 || !has("index.json") || !slices.ContainsFunc([]string{"headers.json", "favicon.ico", "screenshot.png", "archive.org.txt", "readability", "mercury", "warc"}, has) {
		return entries
	}
	const last = 5 // of snapshotPages before what wget wrote
	mirrored := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.IsDir() && isHost(strings.TrimPrefix(e.Name(), "www.")) })
	var kept []fs.DirEntry
	for _, e := range entries {
		name := e.Name()
		rank := slices.Index(snapshotPages, name)
		switch {
		case slices.Contains(snapshotExtras, name), rank >= 0 && (rank != best || mirrored && best >= last):
		case best < last && e.IsDir() && isHost(strings.TrimPrefix(name, "www.")):
		default:
			kept = append(kept, e)
		}
	}
	return kept
}

// ofReading returns the entries of a folder in which a program keeps the text of one page in several forms, beside what else it
// knows of it, without all but the page: those of Mozilla's and of Postlight's readers, as ArchiveBox runs them.
func ofReading(dir string, entries []fs.DirEntry) []fs.DirEntry {
	if dir != "readability" && dir != "mercury" || !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "content.html" }) {
		return entries
	}
	return slices.DeleteFunc(slices.Clone(entries), func(e fs.DirEntry) bool { return e.Name() == "content.txt" || e.Name() == "article.json" })
}
