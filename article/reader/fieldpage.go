package reader

import (
	"cmp"
	"strings"

	"wiretrace/article"
	webpage "wiretrace/article/page"
)

// isFetched reports whether a value is a whole page, as a crawler keeps what it fetched, rather than the HTML of a text: it has a
// head.
func isFetched(v string) bool {
	const near = 4 << 10 // bytes
	head := v[:min(len(v), near)]
	if !looksLikePage([]byte(head)) {
		return false
	}
	for _, own := range [...]string{"<head", "<title", "<meta"} {
		if indexFold(head, own) >= 0 {
			return true
		}
	}
	return false
}

// openPage reads the page that a record keeps, if it has no text beside it. What else the record says counts before what the
// page does, but for the name of the outlet, of which a record may have the host alone.
func (fs *fields) openPage(r *Record) {
	source := fs.value[pageField]
	if source == "" || fs.rank[textField] != 0 {
		return
	}
	p := webpage.Read(source, webpage.Options{URL: cmp.Or(fs.value[urlField], r.url)})
	switch {
	case p.Wall != "":
		fs.stub = p.Wall
		return
	case p.Text == "":
		fs.setText(markupRank, withoutHead(source))
		return
	}
	fs.value[textField], fs.rank[textField] = p.Text, 1
	const behind = 200 // any key of the record
	fs.take(titleField, behind, p.Title.Value)
	fs.take(bylineField, behind, p.Byline.Value)
	fs.take(urlField, behind, p.URL.Value)
	fs.take(languageField, behind, languageCode(p.Language.Value))
	if p.Outlet.Value != "" && (fs.rank[outletField] == 0 || fs.rank[outletField] > lastHostRank) {
		fs.value[outletField], fs.rank[outletField] = p.Outlet.Value, behind+1
	}
	doubtful := fs.dateRank > 0 && (fs.dateRank-1)%nestedRank >= lastDateRank // it may be the day of the crawl
	if fs.date.Precision == article.NoTime || doubtful && p.Published.Precision != article.NoTime || p.Published.Precision > fs.date.Precision && p.Published.When.Equal(fs.date.When) {
		fs.date = p.Published
	}
	fs.signals = append(fs.signals, p.Signals...)
}

// withoutHead returns what a page shows.
func withoutHead(page string) string {
	if k := indexFold(page, "<body"); k >= 0 {
		page = page[k:]
	}
	return strings.TrimSpace(page)
}
