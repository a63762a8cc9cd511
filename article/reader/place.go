package reader

import (
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"

	"wiretrace/article"
	"wiretrace/article/date"
)

// sourceSidecar is the source of times that a sidecar gives.
const sourceSidecar = "sidecar"

// future is how far beyond Options.Now a date may lie: clocks east of here
// show tomorrow, and pages announce what they will publish at noon.
const future = 36 * time.Hour

// place fills what the record leaves open from what lies around it: the row of
// the sidecar, the address, the folders. What the record says itself stands.
func (r *Record) place(a *article.Article, problems []Problem) []Problem {
	problems = r.bound(a, problems)
	problems = r.today(a, problems)
	if r.meta != nil {
		r.meta.lend(a)
		problems = r.today(a, problems)
	}
	if a.URL == "" {
		a.URL = r.url
	}
	a.URL = article.OriginalAddress(a.URL)
	a.Byline = article.WithoutPlatforms(a.Byline)
	withoutSite(a)
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
	if t, ok := date.InPath(a.URL); ok {
		t.Source = article.SourceURL
		a.Published = t
	} else if t, ok := date.InPath(r.File); ok && r.Number == 0 {
		// The folder of a file of many says when it was put away.
		t.Source = article.SourcePath
		a.Published = t
	}
	return r.today(a, problems)
}

// longestField bounds what a record says of itself beside its text, in bytes: each
// is written into many rows. An address may have eight times as many.
const longestField = 1 << 10

// bound cuts what is too long to be a name or a headline, and drops an id or an
// address that is too long to be one.
func (r *Record) bound(a *article.Article, problems []Problem) []Problem {
	if len(a.ID) > longestField {
		problems = append(problems, r.problem("the id has %d bytes; the article goes by its place", len(a.ID)))
		a.ID = r.id("")
	}
	if len(a.URL) > 8*longestField {
		problems = append(problems, r.problem("the address has %d bytes; it is left out", len(a.URL)))
		a.URL = ""
	}
	for _, f := range []struct {
		name string
		of   *string
	}{{"title", &a.Title}, {"byline", &a.Byline}, {"outlet", &a.Outlet}, {"language", &a.Language}} {
		if len(*f.of) <= longestField {
			continue
		}
		problems = append(problems, r.problem("the %s has %d bytes, of which %d are kept", f.name, len(*f.of), longestField))
		*f.of = strings.ToValidUTF8(strings.Clone((*f.of)[:longestField-len("…")]), "") + "…"
	}
	if n := len(a.Signals); n > mostSignals {
		problems = append(problems, r.problem("it names %d sources beside its text, of which %d are kept", n, mostSignals))
		a.Signals = a.Signals[:mostSignals]
	}
	for i := range a.Signals {
		if s := &a.Signals[i]; len(s.Name) > longestField || len(s.URL) > 8*longestField {
			*s = article.Signal{Kind: s.Kind}
		}
	}
	return problems
}

// mostSignals is how many signals of an article are looked at.
const mostSignals = 64

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
func (fs *fields) lend(a *article.Article) {
	for _, f := range []struct {
		to *string
		of field
	}{{&a.Title, titleField}, {&a.Byline, bylineField}, {&a.Outlet, outletField}, {&a.URL, urlField}, {&a.Language, languageField}} {
		if *f.to == "" {
			*f.to = fs.value[f.of]
		}
	}
	if a.Published.Precision == article.NoTime {
		a.Published = fs.date
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
