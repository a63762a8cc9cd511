package digest

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// presumed returns the outlet of an article of which neither the file nor its text
// says it, as of one copied by hand from the web: the one that its file of one article
// is named after ("daily-mail.txt"), else the one, no agency, for which its byline says
// that it was written ("By Jo Field for MailOnline") or whose newsroom signs ("Redacción
// HuffPost"). It is empty if there is none.
func (m *Maker) presumed(a *article.Article) string {
	if a.Record == 0 && a.File != "" {
		if o := m.gazetteer.ByName(stem(a.File)); o != nil {
			return o.Name
		}
	}
	lower := strings.ToLower(a.Byline)
	if len(lower) != len(a.Byline) {
		return ""
	}
	if i := strings.LastIndex(lower, " for "); i > 0 {
		if name := m.publisher(a.Byline[i+len(" for "):]); name != "" {
			return name
		}
	}
	for _, room := range newsrooms() {
		if strings.HasPrefix(lower, room+" ") {
			return m.publisher(a.Byline[len(room)+1:])
		}
		if strings.HasSuffix(lower, " "+room) {
			return m.publisher(a.Byline[:len(lower)-len(room)-1])
		}
	}
	return ""
}

// newsrooms are what houses that sign a piece as a whole put before or behind their names, the longest first.
var newsrooms = sync.OnceValue(func() (all []string) {
	for _, l := range lang.All() {
		all = slices.AppendSeq(all, l.Phrases("newsroom"))
	}
	for _, code := range lang.PressCodes() {
		all = slices.AppendSeq(all, lang.Press(code).Phrases("newsroom"))
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return slices.Compact(all)
})

// publisher returns the outlet of a name, if it is one and no agency.
func (m *Maker) publisher(name string) string {
	if o := m.gazetteer.ByName(name); o != nil && o.Kind == outlet.Publisher {
		return o.Name
	}
	return ""
}

// namedAfter returns the outlet of an article of which nothing else says it, and which
// is in a file of its own named after an outlet that the text credits: as a rule that
// is how a paper says whom somebody told ("told the Carrick Herald" in
// carrick-herald.txt). It is empty if there is none.
func namedAfter(a *article.Article, credits []credit.Credit) string {
	if a.Outlet != "" || a.URL != "" || a.Record != 0 || a.File == "" {
		return ""
	}
	name := word.FoldName(stem(a.File))
	for i := range credits {
		if c := &credits[i]; name != "" && word.FoldName(c.Outlet) == name {
			return c.Outlet
		}
	}
	return ""
}

// stem returns the name of a file in words, without its endings and without the
// numbers before and behind: "daily mail" of "in/02_daily-mail-2.txt".
func stem(file string) string {
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	name, _, _ = strings.Cut(name, ".")
	return strings.Trim(strings.NewReplacer("-", " ", "_", " ", "+", " ").Replace(name), "0123456789 ()")
}
