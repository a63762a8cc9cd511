package reader

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"wiretrace/article"
	"wiretrace/article/date"
	webpage "wiretrace/article/page"
	"wiretrace/article/reader/internal/pylist"
)

// parseJSON reads an article from a JSON object.
func parseJSON(r *Record) ([]article.Article, []Problem) {
	data := r.Data
	var problems []Problem
	if !utf8.Valid(data) {
		text, lost, err := r.decode(r.o.Charset)
		if err != nil {
			return nil, []Problem{r.problem("%s", err)}
		}
		data, problems = []byte(text), lost
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
	if p.draft {
		return nil, []Problem{r.problem("%s", draftPost)}
	}
	if p.rank[textField] == 0 {
		switch reason := p.textless(); {
		case reason != "":
			return nil, []Problem{r.problem("%s", reason)}
		case p.graph == nil && isNode(data):
			return nil, nil // a site, an organization or the like beside the article
		}
		return nil, []Problem{r.problem("no text: %s", keysOf(data))}
	}
	return p.finish(r, problems)
}

// textless says why there is no text, empty if no field holds one.
func (p *page) textless() string {
	switch {
	case p.stub != "":
		return p.stub
	case p.blank:
		return "the text is empty"
	}
	return ""
}

// finish returns the article that p is, with the problems so far and those of
// its date.
func (p *page) finish(r *Record, problems []Problem) ([]article.Article, []Problem) {
	a := p.article(r)
	if around, ok := r.around.(jsonAround); ok {
		a.Outlet, a.Byline = cmp.Or(a.Outlet, around.outlet), cmp.Or(a.Byline, around.byline)
	}
	if a.Published.Precision == article.NoTime && p.badDate != "" {
		problems = append(problems, r.problem("%s", p.dateProblem()))
	}
	return []article.Article{a}, problems
}

// dateProblem says what is wrong with the date that was not understood.
func (p *page) dateProblem() string {
	if _, open := date.OrderOf(p.badDate); open {
		return "date not understood: " + shorten(p.badDate) + " (nothing shows whether the day or the month comes first)"
	}
	return "date not understood: " + shorten(p.badDate)
}

// A page collects what a record says of one article.
type page struct {
	value [fieldCount]string
	rank  [fieldCount]uint8 // of the key it comes from, plus one; 0 if there is none
	blank bool              // there is a text, but nothing in it
	draft bool              // its system has not published it
	stub  string            // why what stands where the text should is none
	lead  string            // the beginning of the text, where it has a field of its own

	snippet string // the beginning of the text, or a cutting from it

	addresses []string // all that the record gives of the article

	graph map[string]string // names of people and organizations by their identifiers, in a graph of linked data

	date     article.Time
	dateRank uint8
	badDate  string // the first that was not understood
	badKey   string // its key
	badRank  uint8  // of that
	order    date.Order

	signals []article.Signal
}

// settleOrder reads the date that was not understood, if there is no other, in the order in which
// the country of the article's address or its language writes day and month.
func (p *page) settleOrder() {
	if p.dateRank != 0 || p.order != date.UnknownOrder {
		return
	}
	if _, open := date.OrderOf(p.badDate); !open {
		return
	}
	if p.order = webpage.FigureOrder(p.value[urlField], p.value[languageField], p.value[textField]); p.order != date.UnknownOrder {
		p.setDate(p.badRank, []byte(p.badKey), p.badDate)
	}
}

// article returns the article that the page is.
func (p *page) article(r *Record) article.Article {
	p.settleOrder()
	a := article.Article{
		ID: r.id(p.value[idField]), File: r.File, Record: r.Number,
		Text: p.value[textField], Title: p.value[titleField], Byline: p.value[bylineField],
		Outlet: p.value[outletField], URL: p.value[urlField], Language: p.value[languageField],
		Published: p.date, Signals: p.signals,
	}
	a.URL = shortestAddress(a.URL, p.addresses)
	if a.URL == "" && isURL(r.key) {
		a.URL = r.key
	}
	if p.lead != "" && !begins(a.Text, p.lead) {
		a.Text = p.lead + "\n\n" + a.Text
	} else if p.lead == "" && p.snippet != "" && !strings.Contains(strings.Join(strings.Fields(a.Text), " "), strings.Join(strings.Fields(p.snippet), " ")) {
		a.Text = p.snippet + "\n\n" + a.Text
	}
	return a
}

// shortestAddress returns the address of a page without what counts visits, if another that the record
// gives is that: the one that the page declares beside the one that was asked for.
func shortestAddress(address string, others []string) string {
	if len(others) < 2 || !strings.ContainsAny(address, "?#") {
		return address
	}
	page, _ := article.PageAddress(address)
	for _, other := range others {
		if len(other) < len(address) && host(other) == host(address) {
			if same, _ := article.PageAddress(other); same == page && page != "" {
				address = other
			}
		}
	}
	return address
}

// endsSentence reports whether a text ends where a sentence does, and was not cut.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \n\"'”’»)")
	return !strings.HasSuffix(s, "...") && strings.TrimRight(s, ".!?。") != s
}

// begins reports whether the lead of a text stands in its beginning already,
// with or without entities, or is a teaser that was cut.
func begins(text, lead string) bool {
	lead = strings.Join(strings.Fields(lead), " ")
	if strings.HasSuffix(lead, "...") || strings.HasSuffix(lead, "…") {
		return true
	}
	const near = 2000
	if len(text) > len(lead)*2+near {
		text = text[:len(lead)*2+near]
	}
	return strings.Contains(strings.Join(strings.Fields(unescapeEntities(text)), " "), lead)
}

// nestedRank is added to the ranks of keys in an object within the record's.
const nestedRank = 50

// deepestNest is how deep objects within the record's are looked into for its
// fields: a rank has to fit into a byte.
const deepestNest = 4

// object reads the object at s, of which the keys' ranks are increased by add.
func (p *page) object(s *scanner, depth int, add uint8) bool {
	return s.object(func(key []byte) bool {
		f, rank := fieldOf(key)
		c := s.next()
		switch {
		case c == '{' && depth < deepestNest && (f == nestField || f == textField && (rank == 8 || isMarkdown(rank))):
			return p.object(s, depth+1, add+nestedRank)
		case c == '{' && string(key) == "credits":
			return p.credits(s, depth+1, add)
		case c == '"' && isStatus(key):
			v, ok := flat(s, idField, depth+1)
			p.draft = p.draft || v == "draft" || v == "auto-draft" || v == "trash"
			return ok
		case f == nestField && c == '"', c == '"' && string(key) == "summary":
			return p.unnested(s, key, depth, add)
		case c == '[' && listsProperties(key):
			return p.properties(s, depth+1, add+nestedRank)
		case f == bodiesField && c == '[':
			return p.bodies(s, depth, add)
		case c == '[' && string(key) == "@graph":
			return p.linked(s, depth+1, add)
		case c == '[' && isLinkedData(key):
			return p.linked(s, depth+1, add+nestedRank)
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

// credits reads the writers of a piece as Arc has them:
//
//	"credits": {"by": [{"type": "author", "name": "Ada Crane"}]}
func (p *page) credits(s *scanner, depth int, add uint8) bool {
	const rank = 6 // behind every other key of writers
	return s.object(func(key []byte) bool {
		if string(key) != "by" {
			return s.skip(depth + 1)
		}
		v, ok := flat(s, bylineField, depth+1)
		if ok {
			p.set(bylineField, rank+add, key, v)
		}
		return ok
	})
}

// isStatus reports whether a key is that under which Ghost, WordPress and others say whether a
// post is a draft. What else programs call a status is none of ours.
func isStatus(key []byte) bool { return string(key) == "status" || string(key) == "post_status" }

// unnested reads a string under a key that holds an object elsewhere.
func (p *page) unnested(s *scanner, key []byte, depth int, add uint8) bool {
	v, ok := flat(s, textField, depth+1)
	switch {
	case string(key) == "data": // a date in Portuguese and Italian
		if _, isDate := date.Parse(v); isDate {
			p.setDate(add+lastDateRank-1, key, v)
		}
	case isHTMLKey(key) && isFragment(v):
		const rank = 2 // before what says that it is plain text
		p.setText(add+rank, proseOf(v))
	case string(key) == "summary": // the whole text as a page, of Python's readability
		if looksLikePage([]byte(v[:min(len(v), headSize)])) {
			p.setText(add+markupRank, v)
		}
	}
	return ok
}

// listsProperties reports whether a key is one under which scrapers keep the elements <meta> of a page.
func listsProperties(key []byte) bool {
	switch string(key) {
	case "meta", "metadata", "metaTags", "meta_tags", "openGraph", "opengraph", "og":
		return true
	}
	return false
}

// properties reads what elements <meta> say, as a list:
//
//	[{"property": "og:site_name", "content": "The Example"}, {"name": "author", "content": "Ada Crane"}]
func (p *page) properties(s *scanner, depth int, add uint8) bool {
	return s.array(func() bool {
		if s.next() != '{' {
			return s.skip(depth + 1)
		}
		var name, content string
		ok := s.object(func(key []byte) (ok bool) {
			switch string(key) {
			case "property", "name", "itemprop":
				name, ok = flat(s, titleField, depth+2)
			case "content", "value":
				content, ok = flat(s, titleField, depth+2)
			default:
				ok = s.skip(depth + 2)
			}
			return ok
		})
		switch f, rank := fieldOf([]byte(name)); f {
		case titleField, bylineField, outletField, urlField, dateField, languageField:
			p.set(f, rank+add, []byte(name), content)
		}
		return ok
	})
}

// isHTMLKey reports whether a key is that under which Ghost keeps its texts, as HTML; scrapers keep whole pages under it.
func isHTMLKey(key []byte) bool { return string(key) == "html" }

// isFragment reports whether a value is the HTML of a text and not of a page.
func isFragment(v string) bool {
	const near = 1 << 10 // bytes
	head := strings.ToLower(v[:min(len(v), near)])
	for _, tag := range [...]string{"<!doctype", "<html", "<head", "<body", "<meta"} {
		if strings.Contains(head, tag) {
			return false
		}
	}
	return strings.Contains(head, "<p")
}

// set offers a value for a field.
func (p *page) set(f field, rank uint8, key []byte, v string) {
	if f == textField {
		p.setText(rank, v)
		return
	}
	v = strings.TrimSpace(v)
	if v == "" || nothing(v) {
		return
	}
	switch f {
	case leadField:
		if v = plainText(v); rank%nestedRank != snippetRank {
			p.lead = cmp.Or(p.lead, v)
		} else if endsSentence(v) {
			p.snippet = cmp.Or(p.snippet, v)
		}
		return
	case dateField:
		p.setDate(rank, key, v)
		return
	case signalField:
		p.signal(signalKinds[rank%nestedRank], v)
		return
	case outletField:
		if rank%nestedRank == hostRank { // a name in an object of the record goes before
			rank = lastHostRank
		}
		if isURL(v) && string(key) == "source" {
			p.take(urlField, rank+10, v)
			return
		}
	case idField:
		if isURL(v) {
			p.take(urlField, rank+20, v)
		}
	case urlField:
		if rank%nestedRank > 4 && !isURL(v) {
			return
		}
		p.addresses = append(p.addresses, v)
	}
	if v = p.line(f, v); v != "" {
		p.take(f, rank, v)
	}
}

// line returns what a field of one line says, empty if it says nothing.
func (p *page) line(f field, v string) string {
	switch f {
	case titleField:
		return plainLine(v)
	case bylineField:
		if v = signedBy(plainLine(pylist.Join(p.refer(v), ", "))); isURL(v) || strings.Trim(v, "0123456789") == "" {
			return "" // a page of the writer's, or a number in a database
		}
		return withoutMailbox(v)
	case outletField:
		if v = plainLine(p.refer(v)); isURL(v) {
			return host(v)
		}
	case languageField:
		return languageCode(v)
	}
	return v
}

// signedBy returns the names of a byline that is written as pages show it, By Ada
// Crane, or as a link in a notebook, [[Ada Crane]]. "Von" and "di" are left, which
// begin names too.
func signedBy(v string) string {
	for _, by := range [...]string{"By ", "BY ", "by ", "Par ", "PAR ", "Por ", "POR "} {
		if rest, ok := strings.CutPrefix(v, by); ok {
			if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
				v = rest
			}
		}
	}
	if link, ok := strings.CutPrefix(v, "[["); ok {
		if name, ok := strings.CutSuffix(link, "]]"); ok && !strings.Contains(name, "[[") {
			return name
		}
	}
	return v
}

// withoutMailbox returns the name of a writer who is given as RSS does, with the
// address of a mailbox: ada@example.com (Ada Crane). An address alone names nobody.
func withoutMailbox(v string) string {
	if mailbox, name, ok := strings.Cut(v, "("); ok && strings.Contains(mailbox, "@") && strings.HasSuffix(name, ")") {
		return strings.TrimSpace(strings.TrimSuffix(name, ")"))
	}
	if name, mailbox, ok := strings.Cut(v, " <"); ok && strings.Contains(mailbox, "@") && strings.HasSuffix(mailbox, ">") {
		return strings.TrimSpace(name)
	}
	if strings.Contains(v, "@") && strings.Contains(v, ".") && !strings.Contains(v, " ") && v[0] != '@' {
		return ""
	}
	return v
}

// setText offers a text.
func (p *page) setText(rank uint8, v string) {
	switch {
	case rank%nestedRank == markupRank:
		v = proseOf(v)
	case isMarkdown(rank % nestedRank):
		if looksLikePage([]byte(v[:min(len(v), headSize)])) { // some keep the page under the same key
			return
		}
		v = markdownText(v)
	case rank%nestedRank > lastPlainRank && isMarkdownOfPage(v): // as under the keys of Jina's reader
		v = markdownText(v)
	case strings.HasPrefix(v, "['") || strings.HasPrefix(v, "[\""):
		v = pylist.Join(v, "\n\n")
	}
	v = textOf(v, rank%nestedRank <= lastPlainRank || rank%nestedRank == markupRank)
	switch reason := stub(v); {
	case strings.TrimSpace(v) == "":
		p.blank = true
	case reason != "":
		p.stub = reason
	default:
		p.take(textField, rank, v)
	}
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
	t, ok := date.ParseAs(v, p.order)
	if !ok {
		if p.badDate == "" {
			p.badDate, p.badKey, p.badRank = v, string(key), rank
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
		if unicode.IsControl(r) {
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

// languageNames are what records call their languages, in full or by codes of
// three letters that are not the library's.
var languageNames = map[string]string{
	"english": "en", "spanish": "es", "español": "es", "castellano": "es", "french": "fr", "français": "fr", "fre": "fr", "german": "de", "deutsch": "de", "ger": "de",
	"italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "dut": "nl", "russian": "ru", "arabic": "ar", "chinese": "zh", "chi": "zh", "japanese": "ja",
	"anglais": "en", "englisch": "en", "inglés": "en", "allemand": "de", "französisch": "fr", "francés": "fr", "nederlands": "nl", "niederländisch": "nl",
}

// languageCode returns the ISO 639-1 code of what a record calls its language
// (en, en-US, en_US.UTF-8, eng, ger, English), empty if it is not understood.
func languageCode(v string) string {
	v = strings.ToLower(v)
	if i := strings.IndexAny(v, "-_.,; "); i >= 0 {
		v = v[:i]
	}
	if code := languageNames[v]; code != "" {
		return code
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
