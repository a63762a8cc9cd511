package reader

import (
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"

	"wiretrace/article"
)

// sourceSidecar is the source of times that a sidecar gives.
const sourceSidecar = "sidecar"

// future is how far beyond Options.Now a date may lie: clocks east of here
// show tomorrow, and pages announce what they will publish at noon.
const future = 36 * time.Hour

// place fills what the record leaves open from what lies around it: the row of
// the sidecar, the address, the folders. What the record says itself stands.
func (r *Record) place(a *article.Article, problems []Problem) []Problem {
	problems = r.today(a, problems)
	if r.meta != nil {
		r.meta.lend(a)
		problems = r.today(a, problems)
	}
	if a.URL == "" {
		a.URL = r.url
	}
	if a.Outlet == "" && a.URL == "" {
		a.Outlet = pathOutlet(r.File)
	}
	if a.Outlet == "" && a.URL == "" && r.form.wire {
		for _, s := range a.Signals {
			if s.Kind == article.SignalProvider {
				a.Outlet = s.Name
				break
			}
		}
	}
	if a.Published.Precision != article.NoTime {
		return problems
	}
	if t, ok := pathDate(a.URL); ok {
		t.Source = article.SourceURL
		a.Published = t
	} else if t, ok := pathDate(r.File); ok && r.Number == 0 {
		// The folder of a file of many says when it was put away.
		t.Source = article.SourcePath
		a.Published = t
	}
	return r.today(a, problems)
}

// today takes back a date that lies in the future.
func (r *Record) today(a *article.Article, problems []Problem) []Problem {
	if r.o.Now.IsZero() || a.Published.Precision == article.NoTime {
		return problems
	}
	if from, _ := a.Published.Interval(); from.After(r.o.Now.Add(future)) {
		problems = append(problems, r.problem("the date lies in the future and is left out: %s", a.Published))
		a.Published = article.Time{}
	}
	return problems
}

// lend fills what is unknown of a from p.
func (p *page) lend(a *article.Article) {
	for _, f := range []struct {
		to *string
		of field
	}{{&a.Title, titleField}, {&a.Byline, bylineField}, {&a.Outlet, outletField}, {&a.URL, urlField}, {&a.Language, languageField}} {
		if *f.to == "" {
			*f.to = p.value[f.of]
		}
	}
	if a.Published.Precision == article.NoTime {
		a.Published = p.date
	}
}

// pathOutlet returns the host that names the folder, or archive, nearest to
// the file at a path, without "www."; empty if no folder is named by one.
func pathOutlet(file string) string {
	for {
		i := strings.LastIndexAny(file, "/\\")
		if i < 0 {
			return ""
		}
		file = file[:i]
		base := file[strings.LastIndexAny(file, "/\\")+1:]
		if strings.IndexByte(base, '.') < 0 {
			continue
		}
		base = strings.ToLower(base)
		for _, ending := range []string{".zip", ".gz", ".zst", ".bz2", ".tar", ".tgz"} {
			base = strings.TrimSuffix(base, ending)
		}
		if base = strings.TrimPrefix(base, "www."); isHost(base) {
			return base
		}
	}
}

// isHost reports whether s is the name of a host under a suffix that a
// registry gives out: example.com, news.example.co.uk, but not archive.old.
func isHost(s string) bool {
	if len(s) < 4 || len(s) > 253 || s[0] == '.' || s[0] == '-' || strings.Contains(s, "..") {
		return false
	}
	if strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" || !strings.Contains(s, ".") {
		return false
	}
	suffix, icann := publicsuffix.PublicSuffix(s)
	return icann && suffix != s
}

// pathDate returns the last day that a path or an address names, as
// 2024/08/17, 2024-08-17, 2024_08_17, 2024/aug/17 or 20240817. A month alone is
// none, nor is a moment of fourteen digits, which says when a program ran. In
// an address, eight digits behind a hyphen are rather the number of an article.
func pathDate(s string) (article.Time, bool) {
	for i := len(s) - 8; i >= 0; i-- {
		if s[i] != '1' && s[i] != '2' || i > 0 && isDigit(s[i-1]) {
			continue
		}
		if isURL(s) && isDigit(s[i+4]) && strings.IndexByte("/_", s[i-1]) < 0 {
			continue // the number of an article
		}
		if year, month, day, ok := dayAt(s[i:]); ok {
			when := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
			if when.Day() == day && year >= 1970 && year < 2100 && when.Unix() != 0 {
				return article.Time{When: when, Precision: article.Day}, true
			}
		}
	}
	return article.Time{}, false
}

// dayAt reads the day that s begins with.
func dayAt(s string) (year, month, day int, ok bool) {
	if year, s, ok = digitsAt(s, 4, 4); !ok {
		return 0, 0, 0, false
	}
	if len(s) >= 4 && isDigit(s[0]) { // 20240817
		month, s, _ = digitsAt(s, 2, 2)
		day, s, ok = digitsAt(s, 2, 2)
		return year, month, day, ok && month >= 1 && month <= 12 && (s == "" || !isDigit(s[0]))
	}
	if s == "" || strings.IndexByte("/-_.\\", s[0]) < 0 {
		return 0, 0, 0, false
	}
	separator := s[0]
	s = s[1:]
	if len(s) > 3 && separator != '.' && !isDigit(s[0]) {
		month = monthAt(s[:3])
		s = s[3:]
	} else if month, s, ok = digitsAt(s, 1, 2); !ok {
		return 0, 0, 0, false
	}
	if month < 1 || month > 12 || s == "" || s[0] != separator {
		return 0, 0, 0, false
	}
	day, s, ok = digitsAt(s[1:], 1, 2)
	return year, month, day, ok && day >= 1 && (s == "" || !isDigit(s[0]))
}

// digitsAt reads the run of digits that s begins with, if it has from least to
// most of them, of which it takes most.
func digitsAt(s string, least, most int) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < most && isDigit(s[i]) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i >= least
}

// monthAt returns the month that has the three letters, as addresses use
// them; 0 if none has.
func monthAt(letters string) int {
	i := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(letters))
	if i < 0 || i%3 != 0 {
		return 0
	}
	return i/3 + 1
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
