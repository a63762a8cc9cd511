package page

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wiretrace/report"
)

// Bounds of the list of all articles.
const (
	listRows   = 5000    // articles of one page
	listTitles = 20000   // the same where the texts' words are left out
	listRoom   = 1300000 // bytes of rows on one page, before they are packed
	listChunk  = 1 << 16 // bytes of rows that are packed at once to see what they will take
	listPage   = 1915000 // bytes of packed rows, words and names of outlets on one page
	listPages  = 10      // more articles stand in report.csv alone
	listScreen = 50      // rows shown at once; assets/articles.js has the same
	listBusy   = 5000    // articles of a report whose words are kept at most; beyond, titles are searched alone
)

// A list gathers a row for each article of a report, those that stand alone too,
// and the words of their texts, and writes a page of them whenever one is full.
// It keeps one page's rows and words at a time.
type list struct {
	dir   string
	total int // articles that will come; 0 if not known
	room  int // bytes for words on a page; 0 for what listPage leaves

	page    int // from 0
	first   int // number of the page's first article
	rows    []json.RawMessage
	shown   []listRow // those seen before the script runs
	size    int       // of rows and names of outlets, in bytes
	chunk   []byte    // rows that are not among packed
	packed  int       // what the rows before those take on the page, in bytes
	outlets []string
	number  map[string]int
	words   *vocabulary
	rest    int // articles beyond the last page
}

// A listRow is what the template of the list sees of an article.
type listRow struct {
	Address                                            string
	Elsewhere                                          bool
	When, Outlet, Title, Byline, Role, Doubt, Upstream string
	Credit                                             template.HTML
}

// A listView is what the template of the list sees.
type listView struct {
	*look
	Page        int // from 1
	Earlier     []turn
	Next        string // file of the page after this one; empty if it is the last
	Total, Rest string
	Note        string // about words that are left out
	Texts       bool   // they are searched
	Screens     int
	Rows        []listRow
	Outlets     []string
	Data        template.JS
}

// listData is what the script of the list sees.
type listData struct {
	Outlets []string     `json:"outlets"`
	Rows    string       `json:"rows"` // packed
	Texts   *packedWords `json:"texts"`
}

// add takes an article.
func (l *list) add(a *report.Article, known func() member) error {
	if l.page == listPages {
		l.rest++
		return nil
	}
	if l.full() {
		if err := l.write(true); err != nil {
			return err
		}
		if l.page == listPages {
			l.rest++
			return nil
		}
	}
	m := known()
	r := listRow{When: m.when.String(), Outlet: m.outlet, Title: heading(&m), Byline: clip(a.Byline, 60), Role: m.role, Upstream: m.upstream, Credit: creditCell(&m)}
	if m.opening != "" {
		r.Byline = strings.TrimSuffix(m.opening+" · "+r.Byline, " · ")
	}
	if m.confidence != report.Certain {
		r.Doubt = m.confidence
	}
	r.Address, r.Elsewhere = l.address(a)
	row := l.row(&m, &r)
	l.rows = append(l.rows, row)
	l.size += len(row) + 1
	if l.chunk = append(append(l.chunk, row...), ','); len(l.chunk) > listChunk {
		l.packed += len(packed(l.chunk))
		l.chunk = l.chunk[:0]
	}
	if len(l.shown) < listScreen {
		l.shown = append(l.shown, r)
	}
	if l.total <= listBusy {
		l.words.add(len(l.rows)-1, a.Text)
	}
	return nil
}

// full reports whether the page has no room for another row. Without the words of the
// texts, all there is has room on one page but for the very largest reports, so that
// one search looks through all titles.
func (l *list) full() bool {
	if l.total <= listBusy {
		return len(l.rows) == listRows || l.size > listRoom
	}
	names := 0
	for _, o := range l.outlets {
		names += 2*len(o) + 40
	}
	return len(l.rows) == listTitles || l.packed+2*len(l.chunk)+names > listPage
}

// address returns where an article is to be seen: in its cluster, its story, or
// where it was published.
func (l *list) address(a *report.Article) (address string, elsewhere bool) {
	if a.Cluster != "" {
		return Address(a.Cluster, a.ID, 0, 0), false
	}
	if u := web(a.URL); len(u) <= 300 {
		return u, u != ""
	}
	return "", false
}

// row returns the article as the script reads it.
func (l *list) row(m *member, r *listRow) json.RawMessage {
	var minute any // since 1970; null if unknown
	if m.when.known {
		minute = m.when.when.Unix() / 60
	}
	b, err := json.Marshal([]any{
		clip(r.Title, 110), l.outlet(m.outlet), minute, m.when.precision(), r.Byline,
		max(slices.Index(roleCodes, m.role), 0)*12 + max(slices.Index(creditCodes, m.credited), 0)*4 + max(slices.Index(confidenceCodes, m.confidence), 0),
		l.outlet(m.upstream), r.Address,
	})
	if err != nil {
		panic(err) // numbers and strings
	}
	return b
}

// outlet returns the number of an outlet on the page; -1 of none.
func (l *list) outlet(name string) int {
	if name == "" {
		return -1
	}
	n, there := l.number[name]
	if !there {
		if l.number == nil {
			l.number = map[string]int{}
		}
		n = len(l.outlets)
		l.number[name] = n
		l.outlets = append(l.outlets, name)
		l.size += 2*len(name) + 40
	}
	return n
}

// write writes the page at hand and makes ready for the next.
func (l *list) write(more bool) error {
	v := &listView{look: listLook(), Page: l.page + 1, Rows: l.shown, Screens: max((len(l.rows)+listScreen-1)/listScreen, 1)}
	for k := range l.page {
		v.Earlier = append(v.Earlier, turn{File: listFile(k), Text: "page " + grouped(k+1)})
	}
	if more && l.page+1 < listPages {
		v.Next = listFile(l.page + 1)
	}
	if l.rest > 0 || more && v.Next == "" {
		v.Rest = "More articles are in report.csv."
	}
	v.Total = number(len(l.rows), "article")
	if l.page > 0 || more {
		v.Total = fmt.Sprintf("articles %s to %s", grouped(l.first+1), grouped(l.first+len(l.rows)))
	}
	v.Outlets = slices.Sorted(slices.Values(l.outlets))
	rows, err := json.Marshal(append([]json.RawMessage{}, l.rows...))
	if err != nil {
		return err
	}
	data := listData{Outlets: append([]string{}, l.outlets...), Rows: packed(rows)}
	room := listPage - len(data.Rows)
	for _, o := range l.outlets {
		room -= 2*len(o) + 40
	}
	if l.total > listBusy {
		v.Note = "Titles, outlets, bylines and sources are searched, the texts not: of more than " + grouped(listBusy) + " one page cannot hold the words."
	} else {
		var whole bool
		data.Texts, whole = l.words.pack(cmp.Or(l.room, room))
		switch {
		case data.Texts == nil && len(l.words.words) > 0:
			v.Note = "Titles, outlets, bylines and sources are searched; the texts have too many words for one page to hold them."
		case whole || data.Texts == nil:
			v.Note = "Titles, outlets, bylines, sources and texts are searched."
		default:
			v.Note = "Titles, outlets, bylines, sources and texts are searched; the texts not for words that more than " + grouped(data.Texts.Bound) + " of them have."
		}
	}
	v.Texts = data.Texts != nil
	b, err := json.Marshal(&data)
	if err != nil {
		return err
	}
	v.Data = template.JS(b)
	var page bytes.Buffer
	if err := v.ExecuteTemplate(&page, "articles", v); err != nil {
		return fmt.Errorf("list of articles: %w", err)
	}
	if err := os.WriteFile(filepath.Join(l.dir, listFile(l.page)), page.Bytes(), 0o666); err != nil {
		return err
	}
	l.first += len(l.rows)
	l.page++
	l.chunk, l.packed = l.chunk[:0], 0
	l.rows, l.shown, l.size, l.outlets, l.number, l.words = l.rows[:0], nil, 0, nil, nil, new(vocabulary)
	return nil
}

// close writes the last page. There is one at least.
func (l *list) close() error {
	if l.page == listPages || l.page > 0 && len(l.rows) == 0 {
		return nil
	}
	return l.write(false)
}

// listFile returns the name of the i-th page of the list.
func listFile(i int) string { return numbered(report.ListFile, i) }
