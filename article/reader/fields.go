package reader

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"wiretrace/article"
	"wiretrace/article/date"
	"wiretrace/article/layout"
	webpage "wiretrace/article/page"
	"wiretrace/article/reader/internal/pylist"
)

// fields collect what a record says of one article.
type fields struct {
	value [fieldCount]string
	rank  [fieldCount]uint8 // of the key it comes from, plus one; 0 if there is none
	blank bool              // there is a text, but nothing in it
	draft bool              // its system has not published it
	stub  string            // why what stands where the text should is none
	lead  string            // the beginning of the text, where it has a field of its own

	snippet string // the beginning of the text, or a cutting from it
	teaser  string // the beginning of the text, if it is of TYPO3
	halved  bool   // the text is of TYPO3, which keeps the beginning apart

	crawl    bool   // the record is of a collection of crawled pages
	captured string // when an archive took the page, as it writes it

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

// finish returns the article that the fields make, with the problems so far and
// those of its date.
func (fs *fields) finish(r *Record, problems []Problem) ([]article.Article, []Problem) {
	a := fs.article(r)
	if around, ok := r.around.(jsonAround); ok {
		a.Outlet, a.Byline = cmp.Or(a.Outlet, around.outlet), cmp.Or(a.Byline, around.byline)
	}
	if a.Published.Precision == article.NoTime && fs.badDate != "" {
		problems = append(problems, r.problem("%s", fs.dateProblem()))
	}
	return []article.Article{a}, problems
}

// textless says why there is no text, empty if no field holds one.
func (fs *fields) textless() string {
	switch {
	case fs.stub != "":
		return fs.stub
	case fs.blank:
		return "the text is empty"
	}
	return ""
}

// dateProblem says what is wrong with the date that was not understood.
func (fs *fields) dateProblem() string {
	if _, open := date.OrderOf(fs.badDate); open {
		return "date not understood: " + shorten(fs.badDate) + " (nothing shows whether the day or the month comes first)"
	}
	return "date not understood: " + shorten(fs.badDate)
}

// settleOrder reads the date that was not understood, if there is no other, in the order in which
// the country of the article's address or its language writes day and month.
func (fs *fields) settleOrder() {
	if fs.dateRank != 0 || fs.order != date.UnknownOrder {
		return
	}
	if _, open := date.OrderOf(fs.badDate); !open {
		return
	}
	if fs.order = webpage.FigureOrder(fs.value[urlField], fs.value[languageField], fs.value[textField]); fs.order != date.UnknownOrder {
		fs.setDate(fs.badRank, []byte(fs.badKey), fs.badDate)
	}
}

// article returns the article that the fields make.
func (fs *fields) article(r *Record) article.Article {
	fs.settleOrder()
	a := article.Article{
		ID: r.id(fs.value[idField]), File: r.File, Record: r.Number,
		Text: fs.value[textField], Title: fs.value[titleField], Byline: fs.value[bylineField],
		Outlet: fs.value[outletField], URL: fs.value[urlField], Language: fs.value[languageField],
		Published: fs.date, Signals: fs.signals,
	}
	a.URL = shortestAddress(a.URL, fs.addresses)
	if a.URL == "" && isURL(r.key) {
		a.URL = r.key
	}
	if fs.lead != "" && !begins(a.Text, fs.lead) {
		a.Text = fs.lead + "\n\n" + a.Text
	} else if fs.lead == "" && fs.snippet != "" && !strings.Contains(strings.Join(strings.Fields(a.Text), " "), strings.Join(strings.Fields(fs.snippet), " ")) {
		a.Text = fs.snippet + "\n\n" + a.Text
	} else if fs.lead == "" && fs.halved && fs.teaser != "" && !begins(a.Text, fs.teaser) {
		a.Text = fs.teaser + "\n\n" + a.Text
	}
	a.Title = withoutOutlet(a.Title, a.Outlet)
	return a
}

// set offers a value for a field.
func (fs *fields) set(f field, rank uint8, key []byte, v string) {
	if f == textField {
		if rank%nestedRank == abstractRank && wordsFewerThan(v, leastRIS) {
			return
		}
		fs.halved = fs.halved || string(key) == "bodytext"
		fs.setText(rank, v)
		return
	}
	v = strings.TrimSpace(v)
	if v == "" || nothing(v) {
		return
	}
	switch f {
	case leadField:
		switch v = plainText(v); {
		case rank%nestedRank == teaserRank:
			fs.teaser = cmp.Or(fs.teaser, v)
		case rank%nestedRank != snippetRank:
			fs.lead = cmp.Or(fs.lead, v)
		case endsSentence(v):
			fs.snippet = cmp.Or(fs.snippet, v)
		}
		return
	case dateField:
		fs.setDate(rank, key, v)
		return
	case signalField:
		fs.signal(signalKinds[rank%nestedRank], v)
		return
	case outletField:
		if rank%nestedRank == hostRank || isHost(v) { // a name in an object of the record goes before
			rank = lastHostRank
		}
		if isURL(v) && string(key) == "source" {
			fs.take(urlField, rank+10, v)
			return
		}
	case idField:
		if isURL(v) {
			fs.take(urlField, rank+20, v)
		}
	case titleField:
		if isSlug(v) {
			rank += slugRank
		}
	case pageField:
		if !isFetched(v) {
			if isFragment(v) && fs.rank[textField] == 0 {
				fs.setText(markupRank, v)
			}
			return
		}
	case urlField:
		if rank%nestedRank > 4 && !isURL(v) {
			return
		}
		fs.addresses = append(fs.addresses, v)
	}
	if v = fs.line(f, v); v != "" {
		fs.take(f, rank, v)
	}
}

// line returns what a field of one line says, empty if it says nothing.
func (fs *fields) line(f field, v string) string {
	switch f {
	case titleField:
		return plainLine(v)
	case bylineField:
		v = inOneLine(v)
		if v = signedBy(layout.WritersOf(plainLine(pylist.Join(fs.refer(v), ", ")))); isURL(v) || strings.Trim(v, "0123456789") == "" {
			return "" // a page of the writer's, or a number in a database
		}
		return withoutMailbox(v)
	case outletField:
		if v = fs.refer(v); strings.HasPrefix(v, "{") {
			v = pylist.Join(v, ", ")
		}
		if v = plainLine(v); isURL(v) {
			return host(v)
		}
	case languageField:
		return languageCode(v)
	}
	return v
}

// setText offers a text.
func (fs *fields) setText(rank uint8, v string) {
	v = withWrittenBreaks(v)
	if isFetched(v) {
		fs.take(pageField, rank, v)
		return
	}
	switch {
	case rank%nestedRank == markupRank:
		v = proseOf(withoutPlugins(v))
	case isMarkdown(rank % nestedRank):
		if looksLikePage([]byte(v[:min(len(v), headSize)])) { // some keep the page under the same key
			return
		}
		v = markdownText(v)
	case rank%nestedRank > lastPlainRank && (isMarkdownOfPage(v) || isMarkdownOfEditor(v)): // as under the keys of Jina's reader, or of Strapi
		v = markdownText(v)
	case strings.HasPrefix(v, "['") || strings.HasPrefix(v, "[\""):
		v = pylist.Join(v, "\n\n")
	}
	if blocks := outOfEditor(v); blocks != "" {
		v = blocks
	}
	v = textOf(v, rank%nestedRank <= lastPlainRank || rank%nestedRank == markupRank)
	switch reason, bare := stub(v), strings.TrimSpace(v); {
	case bare == "", nothing(bare):
		fs.blank = true
	case reason != "":
		fs.stub = reason
	default:
		fs.take(textField, rank, v)
	}
}

// signalKinds are the kinds of signals by the rank of their keys.
var signalKinds = [...]string{providerRank: article.SignalProvider, sourceRank: article.SignalSource, creditRank: article.SignalCredit}

// signal notes once where the article came from: a name or an address.
func (fs *fields) signal(kind, v string) {
	s := article.Signal{Kind: kind, Name: v}
	if isURL(v) {
		s = article.Signal{Kind: kind, URL: v}
	}
	if v != "" && !slices.Contains(fs.signals, s) {
		fs.signals = append(fs.signals, s)
	}
}

// take keeps a value unless there is one from a better key, or from an earlier
// one that is as good.
func (fs *fields) take(f field, rank uint8, v string) {
	if fs.rank[f] == 0 || rank+1 < fs.rank[f] {
		fs.value[f], fs.rank[f] = v, rank+1
	}
}

// setDate offers a date. That of the best key counts; but if another key names
// the same day with a time of day, the time is taken too. The keys of the last
// rank are no help there: they may tell when the record was made.
func (fs *fields) setDate(rank uint8, key []byte, v string) {
	t, ok := date.ParseAs(v, fs.order)
	if !ok {
		t, ok = spreadsheetDay(v)
	}
	if !ok {
		if fs.badDate == "" {
			fs.badDate, fs.badKey, fs.badRank = v, string(key), rank
		}
		return
	}
	t.Source = "field " + string(key)
	if !t.Zoned && t.Precision > article.Day && (hasSuffixFold(key, "utc") || hasSuffixFold(key, "gmt")) {
		t.Zoned = true
	}
	better := fs.dateRank == 0 || rank+1 < fs.dateRank
	if fs.dateRank != 0 && t.When.Format(time.DateOnly) == fs.date.When.Format(time.DateOnly) {
		finer := t.Precision > fs.date.Precision && rank%nestedRank < lastDateRank
		if finer || better && t.Precision == fs.date.Precision {
			fs.date = t
		}
	} else if better {
		fs.date = t
	}
	if better {
		fs.dateRank = rank + 1
	}
}
