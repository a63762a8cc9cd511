package reader

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"wiretrace/article"
)

// A form is a way in which files hold articles.
type form struct {
	name string
	// endings of file names, lower case, with the point. Several forms may
	// claim one (".xml"); then sniff decides between them.
	endings []string
	// sniff reports whether a file that begins with head, up to headSize
	// bytes of it, is of this form.
	sniff func(head []byte) bool
	// any says that sniff accepts nearly everything, so that it is not asked
	// about files met in a folder whose endings no form knows.
	any bool
	// wire says that articles of the form come from who made them: their
	// provider is their outlet, unless an outlet or an address is known.
	wire bool
	// exact says that the text of an article is what the file holds, to the letter,
	// so that offsets hold in the file.
	exact bool
	// page says that Parse looks for the article in a page, which takes
	// milliseconds.
	page bool
	// archive says that files of the form hold files of others.
	archive bool
	// split cuts a file into records. It returns an error only if src.emit or
	// src.file did, which stops the scan; all else it reports as problems.
	split func(src *source) error
	// parse is Record.Parse for the form's records.
	parse func(r *Record) ([]article.Article, []Problem)
}

// forms returns the table of all forms. The order is that in which they are
// asked about a file whose name says nothing; plain text accepts nearly all,
// so it comes last.
func forms() []*form {
	return []*form{
		docxForm(),
		workbookForm(),
		zipForm(),
		tarForm(),
		jsonForm(),
		htmlForm(),
		savedTableForm(),
		warcForm(),
		xmlForm(),
		mhtmlForm(),
		mailForm(),
		tableForm(),
		risForm(),
		rtfForm(),
		textForm(),
	}
}

// formOf returns the form of a file by the ending of its name and, where that
// does not decide, by its first bytes; nil if no form claims it.
func formOf(forms []*form, ending string, named bool, head []byte) *form {
	claims := claims(forms, ending)
	switch {
	case len(claims) == 1:
		return claims[0]
	case len(claims) == 0 && unreadable(ending) != "":
		return nil
	case len(claims) == 0:
		claims = forms
		if !named && ending != "" {
			claims = slices.DeleteFunc(slices.Clone(forms), func(f *form) bool { return f.any })
		}
	}
	for _, f := range claims {
		if f.sniff(head) {
			return f
		}
	}
	return nil
}

// claims returns the forms that have the ending among theirs.
func claims(forms []*form, ending string) []*form {
	var claims []*form
	for _, f := range forms {
		if slices.Contains(f.endings, ending) {
			claims = append(claims, f)
		}
	}
	return claims
}

// endings returns the ending of a name that tells how the file is compressed,
// and the one before it, or the only one, that tells its form; lower case, with
// the point. Empty stands for none: also for what only looks like an ending, as
// in www.example.com_2024_story or report.2024.
func endings(path string) (pack, ending string) {
	base := strings.ToLower(filepath.Base(path))
	ending = filepath.Ext(base)
	if slices.ContainsFunc(packings, func(p packing) bool { return slices.Contains(p.endings, ending) }) {
		pack, ending = ending, filepath.Ext(strings.TrimSuffix(base, ending))
	}
	if len(ending) > len(".parquet") || strings.Trim(ending, ".0123456789") == "" ||
		strings.Trim(ending, ".0123456789abcdefghijklmnopqrstuvwxyz") != "" {
		ending = ""
	}
	return pack, ending
}

// unreadable names what an ending stands for if that is a document, though of
// no form read here, so that its text must not be taken for an article's.
func unreadable(ending string) string {
	switch ending {
	case ".html", ".htm", ".xhtml", ".shtml":
		return "a web page"
	case ".xml", ".rss", ".atom":
		return "XML"
	case ".csv", ".tsv":
		return "a table"
	case ".xls", ".ods":
		return "a table; one saved as CSV or .xlsx is read"
	case ".parquet", ".arrow", ".feather":
		return `a table; JSON lines are read: contrib/spark/parquet_jsonl.py writes them of Parquet, pandas with to_json(orient="records", lines=True)`
	case ".warc", ".wacz", ".arc", ".cdx", ".cdxj":
		return "a web archive"
	case ".zip", ".tar", ".tgz", ".7z", ".rar":
		return "an archive of files"
	case ".pdf", ".ps":
		return "pages for printing; text saved from it is read"
	case ".doc", ".odt", ".epub", ".pages":
		return "a document of a word processor"
	case ".bib", ".bibtex":
		return "a list of citations; one saved as RIS or CSL JSON is read"
	case ".msg", ".pst", ".olm":
		return "mail of Outlook; one saved as .eml, as a page or as text is read"
	case ".db", ".sqlite", ".sqlite3", ".pickle", ".pkl", ".npy", ".h5":
		return "data of a program"
	case ".xz", ".lz4", ".br", ".lzma", ".z":
		return "compressed in a way that is not read"
	}
	return ""
}

// asset reports whether files with this ending, met beside articles, are parts
// of pages, of programs or of the machine and hold no articles: a walk passes
// them by without a word.
func asset(ending string) bool {
	switch ending {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".avif", ".heic",
		".mp3", ".mp4", ".m4a", ".m4v", ".ogg", ".oga", ".ogv", ".wav", ".flac", ".webm", ".mov", ".avi", ".mkv", ".vtt", ".srt",
		".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot",
		".cdx", ".cdxj", ".md5", ".sha1", ".sha256", ".sig", ".asc", ".lock", ".pid", ".ini", ".lnk", ".log", ".cfg", ".conf", ".toml", ".yaml", ".yml",
		".py", ".pyc", ".ipynb", ".r", ".sh", ".bat", ".go", ".php", ".swp", ".bak":
		return true
	}
	return false
}

// mark-up that text is not: pages and XML whose names do not say so.
var markup = [][]byte{[]byte("<!doctype"), []byte("<html"), []byte("<?xml"), []byte("<head"), []byte("<body"), []byte("%pdf-"), []byte("{\\rtf")}

// looksMarkedUp reports whether head begins with mark-up.
func looksMarkedUp(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \t\r\n")
	for _, m := range markup {
		if len(head) >= len(m) && bytes.EqualFold(head[:len(m)], m) {
			return true
		}
	}
	return false
}
