package reader

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"wiretrace/article"
	"wiretrace/article/date"
)

// parseJSON reads an article from a JSON object.
func parseJSON(r *Record) ([]article.Article, []Problem) {
	data, damaged := r.Data, 0
	if !utf8.Valid(data) {
		text, n, err := decode(data, r.o.Charset)
		if err != nil {
			return nil, []Problem{r.problem("%s", err)}
		}
		data, damaged = []byte(text), n
	}
	s := &scanner{b: data}
	if s.next() != '{' {
		s.unexpected("an object")
		return nil, []Problem{r.problem("invalid JSON: %s", s.err)}
	}
	var p page
	if p.object(s, 0, 0) && s.next() == ',' {
		s.i++ // of an array, one element a line
	}
	if s.next() != 0 || s.i < len(s.b) {
		s.unexpected("the end")
	}
	if s.err != "" {
		return nil, []Problem{r.problem("invalid JSON: %s (byte %d of the record)", s.err, s.wild+1)}
	}
	if p.rank[textField] == 0 {
		if p.blank {
			return nil, []Problem{r.problem("the text is empty")}
		}
		return nil, []Problem{r.problem("no text: %s", keysOf(data))}
	}
	problems := r.damage(damaged)
	a := p.article(r)
	if a.Published.Precision == article.NoTime && p.badDate != "" {
		problems = append(problems, r.problem("date not understood: %s", shorten(p.badDate)))
	}
	return []article.Article{a}, problems
}

// A page collects what a record says of one article.
type page struct {
	value [fieldCount]string
	rank  [fieldCount]uint8 // of the key it comes from, plus one; 0 if there is none
	blank bool              // there is a text, but nothing in it

	date     article.Time
	dateRank uint8
	badDate  string // one that was not understood

	signals []article.Signal
}

// article returns the article that the page is.
func (p *page) article(r *Record) article.Article {
	a := article.Article{
		ID: r.id(p.value[idField]), File: r.File, Record: r.Number,
		Text: p.value[textField], Title: p.value[titleField], Byline: p.value[bylineField],
		Outlet: p.value[outletField], URL: p.value[urlField], Language: p.value[languageField],
		Published: p.date, Signals: p.signals,
	}
	if a.URL == "" && isURL(r.key) {
		a.URL = r.key
	}
	return a
}

// nestedRank is added to the ranks of keys in an object within the record's.
const nestedRank = 50

// object reads the object at s, of which the keys' ranks are increased by add.
func (p *page) object(s *scanner, depth int, add uint8) bool {
	return s.object(func(key []byte) bool {
		f, rank := fieldOf(key)
		c := s.next()
		switch {
		case c == '{' && depth < 2 && (f == nestField || f == textField && rank == 8):
			return p.object(s, depth+1, add+nestedRank)
		case f == nestField && c == '"' && string(key) == "data": // a date in Portuguese and Italian
			v, ok := flat(s, dateField, depth+1)
			if _, isDate := date.Parse(v); isDate {
				p.setDate(add+lastDateRank-1, key, v)
			}
			return ok
		case f == bodiesField && c == '[':
			return p.bodies(s, depth, add)
		case f == noField || f == nestField || f == bodiesField || f == textField && p.rank[f] != 0 && p.rank[f] <= rank+add+1:
			return s.skip(depth + 1)
		}
		v, ok := flat(s, f, depth+1)
		if ok {
			p.set(f, rank+add, key, v)
		}
		return ok
	})
}

// set offers a value for a field.
func (p *page) set(f field, rank uint8, key []byte, v string) {
	if f == textField && rank%nestedRank == markupRank {
		v = proseOf(v)
	}
	blank := strings.TrimSpace(v) == ""
	if f == textField {
		if blank {
			p.blank = true
		} else {
			p.take(f, rank, v)
		}
		return
	}
	v = strings.TrimSpace(v)
	if blank || nothing(v) {
		return
	}
	switch f {
	case dateField:
		p.setDate(rank, key, v)
		return
	case outletField:
		if isURL(v) {
			if string(key) == "source" {
				p.take(urlField, rank+10, v)
				return
			}
			v = host(v)
		}
	case idField:
		if isURL(v) {
			p.take(urlField, rank+20, v)
		}
	case urlField:
		if rank%nestedRank > 4 && !isURL(v) {
			return
		}
	case signalField:
		p.signal(signalKinds[rank%nestedRank], v)
		return
	case languageField:
		if v = languageCode(v); v == "" {
			return
		}
	}
	p.take(f, rank, v)
}

// signalKinds are the kinds of signals by the rank of their keys.
var signalKinds = [...]string{providerRank: article.SignalProvider, sourceRank: article.SignalSource, creditRank: article.SignalCredit}

// signal notes once where the article came from: a name or an address.
func (p *page) signal(kind, v string) {
	s := article.Signal{Kind: kind, Name: v}
	if isURL(v) {
		s = article.Signal{Kind: kind, URL: v}
	}
	if v != "" && !slices.Contains(p.signals, s) {
		p.signals = append(p.signals, s)
	}
}

// bodies reads the text from a list of its forms, of which plain text is
// preferred:
//
//	[{"role": "main", "contenttype": "text/html", "value": "<p>...</p>"}]
func (p *page) bodies(s *scanner, depth int, add uint8) bool {
	return s.array(func() bool {
		if s.next() != '{' {
			return s.skip(depth + 2)
		}
		var value, media string
		ok := s.object(func(key []byte) bool {
			var ok bool
			switch string(key) {
			case "value":
				value, ok = flat(s, textField, depth+2)
			case "contenttype", "contentType":
				media, ok = flat(s, titleField, depth+2)
			default:
				ok = s.skip(depth + 3)
			}
			return ok
		})
		rank := uint8(3)
		if strings.Contains(media, "html") || strings.Contains(media, "xml") {
			rank = markupRank
		}
		p.set(textField, rank+add, nil, value)
		return ok
	})
}

// take keeps a value unless there is one from a better key, or from an earlier
// one that is as good.
func (p *page) take(f field, rank uint8, v string) {
	if p.rank[f] == 0 || rank+1 < p.rank[f] {
		p.value[f], p.rank[f] = v, rank+1
	}
}

// setDate offers a date. That of the best key counts; but if another key names
// the same day with a time of day, the time is taken too. The keys of the last
// rank are no help there: they may tell when the record was made.
func (p *page) setDate(rank uint8, key []byte, v string) {
	t, ok := date.Parse(v)
	if !ok {
		if p.badDate == "" {
			p.badDate = v
		}
		return
	}
	t.Source = "field " + string(key)
	if !t.Zoned && t.Precision > article.Day && (hasSuffixFold(key, "utc") || hasSuffixFold(key, "gmt")) {
		t.Zoned = true
	}
	better := p.dateRank == 0 || rank+1 < p.dateRank
	if p.dateRank != 0 && t.When.Format(time.DateOnly) == p.date.When.Format(time.DateOnly) {
		finer := t.Precision > p.date.Precision && rank%nestedRank < lastDateRank
		if finer || better && t.Precision == p.date.Precision {
			p.date = t
		}
	} else if better {
		p.date = t
	}
	if better {
		p.dateRank = rank + 1
	}
}

// keysOf says which keys an object has.
func keysOf(data []byte) string {
	const show = 8
	var keys []string
	more := 0
	s := &scanner{b: data}
	s.next()
	s.object(func(key []byte) bool {
		if len(keys) < show {
			keys = append(keys, shorten(string(key)))
		} else {
			more++
		}
		return s.skip(1)
	})
	switch {
	case len(keys) == 0:
		return "the object is empty"
	case more > 0:
		return "the fields are " + strings.Join(keys, ", ") + " and " + strconv.Itoa(more) + " more"
	}
	return "the fields are " + strings.Join(keys, ", ")
}

// shorten makes a value of the input fit for a message of one line.
func shorten(s string) string {
	const limit = 60
	if len(s) > limit {
		s = strings.ToValidUTF8(s[:limit], "") + "..."
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}

// nothing reports whether v is how a program writes that it has no value.
func nothing(v string) bool {
	switch v {
	case "None", "none", "null", "NULL", "nan", "NaN", "NaT", "N/A", "n/a", "undefined", "[]", "{}", "-":
		return true
	}
	return false
}

// isURL reports whether s is the address of a page.
func isURL(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// host returns the host of a URL without "www.".
func host(url string) string {
	_, h, _ := strings.Cut(url, "://")
	if i := strings.IndexAny(h, "/?#"); i >= 0 {
		h = h[:i]
	}
	if i := strings.LastIndexByte(h, '@'); i >= 0 {
		h = h[i+1:]
	}
	if i := strings.IndexByte(h, ':'); i >= 0 {
		h = h[:i]
	}
	return strings.TrimPrefix(strings.ToLower(h), "www.")
}

func hasSuffixFold(b []byte, suffix string) bool {
	return len(b) >= len(suffix) && bytes.EqualFold(b[len(b)-len(suffix):], []byte(suffix))
}

// languageCode returns the ISO 639-1 code of what a record calls its language
// (en, en-US, en_US.UTF-8, eng, ger, English), empty if it is not understood.
func languageCode(v string) string {
	v = strings.ToLower(v)
	if i := strings.IndexAny(v, "-_.,; "); i >= 0 {
		v = v[:i]
	}
	switch v {
	case "english":
		return "en"
	case "spanish", "español", "castellano":
		return "es"
	case "french", "français", "fre":
		return "fr"
	case "german", "deutsch", "ger":
		return "de"
	case "italian", "italiano":
		return "it"
	case "portuguese", "português":
		return "pt"
	case "dutch", "dut":
		return "nl"
	case "russian":
		return "ru"
	case "arabic":
		return "ar"
	case "chinese", "chi":
		return "zh"
	case "japanese":
		return "ja"
	}
	if len(v) != 2 && len(v) != 3 {
		return ""
	}
	if len(v) == 2 && v[0] >= 'a' && v[0] <= 'z' && v[1] >= 'a' && v[1] <= 'z' {
		return v
	}
	base, err := language.ParseBase(v)
	if err != nil || len(base.String()) != 2 {
		return ""
	}
	return base.String()
}
