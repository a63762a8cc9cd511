package reader

import (
	"bytes"
	"regexp"
	"strings"

	"wiretrace/article"
)

// An exportKind is how a newspaper database writes articles, one behind the
// other, into the file that it lets people download.
type exportKind uint8

// The kinds. Nexis and ProQuest count their documents before each, the others
// write a line behind each.
const (
	noExport       exportKind = iota
	nexisExport               // Nexis, LexisNexis Academic: "1 of 10 DOCUMENTS"
	nexisUni                  // Nexis Uni, Lexis Advance, Nexis since 2019: "End of Document"
	proQuest                  // ProQuest: "Document 1 of 9"
	factivaExport             // Factiva: "Document WEXC000020250312el3c0000x"
	europresse                // Europresse: an element <article> each, of HTML only
	newsBank                  // NewsBank: "Record: 123456"
	gale                      // Gale: "Gale Document Number: GALE|A123456789"
	genios                    // Genios, wiso: "© GBI-Genios"
	retriever                 // Retriever (Mediearkivet, Atekst): a rule of "=", of text only
	ebsco                     // EBSCO: "Record: 1" before each
	proQuestLabels            // ProQuest where it does not count: "ProQuest document ID: 3110077121" in each
	newsBankWeb               // NewsBank without "Record:": "March 12, 2025 | Example, The (London, England)" and "OpenURL Link" in each
	movableType               // Movable Type, TypePad: eight dashes behind each
	clipped                   // clippings of several papers, of no database known here
)

// counts reports whether a line that counts the documents stands before each, rather than one behind it.
func (k exportKind) counts() bool { return k == nexisExport || k == proQuest || k == ebsco }

// counted is the line before a document, in the languages of the databases.
var counted = regexp.MustCompile(`^\s*(?:Do[ck]ument[oe]?|DO[CK]UMENT[OE]?)?\s*(\d{1,6}) (?:of|von|de|van|di|sur|av|af|z) (\d{1,6})(?: (?:Do[ck]ument(?:s|e|en|os|i)?|DO[CK]UMENT(?:S|E|EN|OS|I)?))?\s*$`)

// behindFactiva is the line behind a document of Factiva: its number there, which
// is a code of the source, filled with zeros, the date and a tail.
var behindFactiva = regexp.MustCompile(`^\s*(?:AN\s+)?(?:Document|Dokument|Documento|Документ|文件|文档|ドキュメント)\s+[A-Z][A-Z0-9]{5,11}(?:19|20)\d{6}[0-9a-z]{6,12}\s*$`)

// isCounted reports whether a line stands before a document.
func isCounted(line []byte) bool {
	if len(line) > 120 || !bytes.ContainsAny(line, "0123456789") {
		return false
	}
	lower := bytes.ToLower(line)
	return (bytes.Contains(lower, []byte("document")) || bytes.Contains(lower, []byte("dokument"))) && counted.Match(line)
}

// endsDocument reports whether a line stands behind a document of a kind.
func endsDocument(kind exportKind, line []byte) bool {
	line = bytes.TrimSpace(line)
	if len(line) > 80 {
		return false
	}
	if endsWithTail(kind, line) {
		return true
	}
	switch kind {
	case nexisUni:
		switch string(line) {
		case "End of Document", "Ende des Dokuments", "Dokumentende", "Fin du document", "Fin del documento", "Fine del documento", "Einde van document", "Fim do documento":
			return true
		}
	case retriever:
		return isRetrieverRule(line)
	case movableType:
		return string(line) == "--------"
	case factivaExport:
		const shortest = 25 // with the number alone
		return len(line) > shortest && bytes.ContainsAny(line, "0123456789") && behindFactiva.Match(line)
	}
	return false
}

// exportOf tells what export text begins, if any. Besides the line between the
// documents there must be one of those that the database writes into each.
func exportOf(text []byte) exportKind {
	// Few texts hold a word of theirs, and all these lines do.
	if mayBeRetriever(text) && isRetriever(text) {
		return retriever
	}
	if isEBSCO(text) {
		return ebsco
	}
	if isMovableType(text) {
		return movableType
	}
	if !bytes.Contains(text, []byte("ocument")) && !bytes.Contains(text, []byte("OCUMENT")) && !bytes.Contains(text, []byte("okument")) && !bytes.Contains(text, []byte("OKUMENT")) && !bytes.Contains(text, []byte("ProQuest")) && !bytes.Contains(text, []byte(openURL)) && !mayHaveTail(text) {
		return noExport
	}
	var seen exportSigns
	for len(text) > 0 {
		var line []byte
		line, text, _ = bytes.Cut(text, []byte("\n"))
		seen.line(line[:min(len(line), 400)])
	}
	return seen.all()
}

// exportSigns are what the lines of an export show.
type exportSigns struct {
	between   exportKind // by the first line between documents
	labels    int
	full      bool // a label of ProQuest
	number    bool // the label of a document's number there
	copyright bool
	tails     int  // labels of the databases of tailMarks
	words     bool // how long an article is, as Factiva says it
	codes     int
	web       newsBankSigns
}

// line looks at a line.
func (x *exportSigns) line(line []byte) {
	if x.between == noExport {
		x.between = betweenDocuments(line)
	}
	x.number = x.number || isProQuestNumber(line)
	trimmed := string(bytes.TrimSpace(line))
	x.web.line(trimmed)
	if l, _ := tailLabel(trimmed); l != noLabel && tailOf([]byte(trimmed)) == noExport {
		x.tails++
	}
	switch l, _ := exportLabel(trimmed); {
	case l == textLabel || l == publicationLabel:
		x.full = true
	case l != noLabel:
		x.labels++
	case isCopyright(trimmed):
		x.copyright = true
	case trimmed != "" && isDigit(trimmed[0]) && wordCount.MatchString(trimmed):
		x.words = true
	case factivaCode(trimmed) != "":
		x.codes++
	}
}

// betweenDocuments tells the export whose documents a line stands between, if any; of those that count
// their documents before each it is nexisExport.
func betweenDocuments(line []byte) exportKind {
	switch {
	case isCounted(line):
		return nexisExport
	case endsDocument(nexisUni, line):
		return nexisUni
	case endsDocument(factivaExport, line):
		return factivaExport
	}
	return tailOf(bytes.TrimSpace(line))
}

// leastTails is how many labels a text has at least that is an export of one of the
// databases of tailMarks; logs and tables have lines like the last of theirs.
const leastTails = 3

// all tells what export has the signs, or those of NewsBank without numbers.
func (x *exportSigns) all() exportKind {
	if x.between == noExport && x.web.link && x.web.source {
		return newsBankWeb
	}
	return x.kind()
}

// kind tells what export has the signs.
func (x *exportSigns) kind() exportKind {
	switch {
	case x.between == nexisExport && x.full:
		return proQuest
	case x.number && x.full:
		return proQuestLabels
	case x.between == factivaExport && (x.words || x.codes > 2):
		return factivaExport
	case x.between >= newsBank:
		if x.tails >= leastTails {
			return x.between
		}
	case x.between != factivaExport && (x.labels > 0 || x.copyright):
		return x.between
	}
	return noExport
}

// An exportSplitter puts the lines of an export together to documents and hands
// each on as a record.
type exportSplitter struct {
	kind    exportKind
	form    *form
	src     *source
	number  int
	data    []byte
	begun   bool // a document has begun, where something stands before the first
	skip    bool // the document is larger than may be
	place   labelledPlace
	pending *Record
}

// line takes the next line, without its end.
func (s *exportSplitter) line(line []byte) error {
	if s.kind == proQuestLabels {
		if err := s.labelled(line); err != nil {
			return err
		}
	}
	if s.kind == newsBankWeb {
		if err := s.headedBySource(line); err != nil {
			return err
		}
	}
	before := s.kind.counts()
	if before && (isCounted(line) || s.kind == ebsco && beforeEBSCO.Match(bytes.TrimSpace(line))) {
		err := s.flush()
		s.begun = true
		return err
	}
	if before && !s.begun {
		return nil // what the user asked for, and where it was sent
	}
	if int64(len(s.data)+len(line)) >= s.src.o.MaxRecord {
		s.data, s.skip = s.data[:0], true
	}
	if !s.skip {
		s.data = append(append(s.data, line...), '\n')
	}
	if endsDocument(s.kind, line) {
		s.begun = true
		return s.flush()
	}
	return nil
}

// flush hands on the document that was read, if it holds anything.
func (s *exportSplitter) flush() error {
	data, skip := s.data, s.skip
	s.data, s.skip = nil, false
	if !skip && len(bytes.Trim(data, " \t\r\n_")) == 0 {
		return nil
	}
	s.number++
	if skip {
		s.src.problem(s.number, "%s", tooLarge(s.src.o.MaxRecord))
		return nil
	}
	return s.hold(&Record{Number: s.number, Data: data, around: s.kind, form: s.form})
}

// hold hands on the record held back so far, which has a number since this one
// follows, and holds r back.
func (s *exportSplitter) hold(r *Record) error {
	held := s.pending
	s.pending = r
	if held == nil {
		return nil
	}
	return s.src.hand(held)
}

// end hands on what is left. Behind the last document that ends with a line of
// its own there is none.
func (s *exportSplitter) end() error {
	var err error
	if s.kind.counts() || s.kind == retriever || s.kind == proQuestLabels || s.kind == newsBankWeb || !s.begun || isDocument(s.data) {
		err = s.flush()
	}
	if err != nil || s.pending == nil {
		return err
	}
	if s.number == 1 {
		s.pending.Number = 0
	}
	return s.src.hand(s.pending)
}

// isDocument reports whether what stands behind the last line that ends a
// document is one more, which was cut, and not what the database notes of the
// search.
func isDocument(data []byte) bool {
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		trimmed := string(bytes.TrimSpace(line[:min(len(line), 400)]))
		if l, _ := exportLabel(trimmed); l == lengthLabel || l == bylineLabel || wordCount.MatchString(trimmed) || factivaCode(trimmed) == "HD" {
			return true
		}
	}
	return false
}

// lines takes the lines of a text.
func (s *exportSplitter) lines(text string) error {
	for line := range strings.SplitSeq(text, "\n") {
		if err := s.line([]byte(line)); err != nil {
			return err
		}
	}
	return nil
}

// text splits a text that is held as a whole.
func (s *exportSplitter) text(text string) error {
	if err := s.lines(text); err != nil {
		return err
	}
	return s.end()
}

// parseExport reads a document of an export.
func parseExport(r *Record) ([]article.Article, []Problem) {
	text, problems, err := r.decode(r.o.Charset)
	if err != nil {
		return nil, []Problem{r.problem("%s", err)}
	}
	text = strings.NewReplacer("\r\n", "\n", "\u00a0", " ").Replace(text)
	var d document
	d.export(text, r.around.(exportKind))
	if d.draft {
		return nil, append(problems, r.problem("%s", draftPost))
	}
	if d.rank[textField] == 0 {
		reason := "the document has no text"
		if d.blank {
			reason = "only an abstract: the export does not hold the text"
		}
		if d.rank[titleField] == 0 && d.rank[outletField] == 0 && r.around.(exportKind) == retriever {
			return nil, problems // what the archive notes of the search
		}
		return nil, append(problems, r.problem("%s", reason))
	}
	got, more := d.finish(r, problems)
	return got, more
}

// export reads a document of an export of that kind.
func (d *document) export(text string, kind exportKind) {
	switch kind {
	case nexisExport:
		d.nexis(text)
	case nexisUni:
		d.nexisUni(text)
	case proQuest:
		d.proQuest(text, true)
	case proQuestLabels:
		d.proQuest(text, false)
	case factivaExport:
		d.factiva(text)
	case newsBank, newsBankWeb, gale:
		d.tailed(text)
	case genios:
		d.genios(text)
	case retriever:
		d.retriever(text)
	case ebsco:
		d.ebsco(text)
	case movableType:
		d.movableType(text)
	case clipped:
		d.clipping(text)
	}
}

// A document is what an export says of one article.
type document struct {
	delivery
}

// says takes the value of a label.
func (d *document) says(l label, v string) {
	v = strings.Join(strings.Fields(v), " ")
	switch l {
	case titleLabel:
		d.plain(titleField, 2, "title", v)
	case bylineLabel:
		d.plain(bylineField, 1, "byline", inOrder(withoutBy(v)))
	case publicationLabel:
		name, _, _ := strings.Cut(v, ";")
		d.plain(outletField, 1, "publication", strings.TrimSpace(name))
	case dateLabel:
		d.plain(dateField, 1, "date", v)
	case languageLabel:
		name, _, _ := strings.Cut(v, ";")
		d.plain(languageField, 1, "language", name)
	case urlLabel:
		if isURL(v) && !strings.Contains(host(v), "proquest") && !strings.Contains(v, "proquest.com") {
			d.plain(urlField, 1, "url", v)
		}
	}
}

// inOrder writes names that databases sort by, "Crane, Ada; Field, Jo.", as they
// are spoken. What is not written so it returns as it is.
func inOrder(names string) string {
	parts := strings.Split(strings.TrimSuffix(names, "."), ";")
	for i, part := range parts {
		last, first, ok := strings.Cut(strings.TrimSpace(part), ", ")
		if !ok || len(parts) == 1 && strings.Contains(last, " ") || !fewWords(first) || !fewWords(last) {
			return names
		}
		parts[i] = first + " " + last
	}
	return strings.Join(parts, ", ")
}

// fewWords reports whether s is a part of a name: a word or two.
func fewWords(s string) bool {
	return len(strings.Fields(s)) <= 2 && !strings.Contains(s, ",") && !strings.Contains(s, " and ")
}

// outlet takes the name of the paper as a database gives it: without the
// number of the issue, but with the place behind it.
func (d *document) outlet(v string) {
	v = strings.Join(strings.Fields(v), " ")
	for _, tail := range [...]string{", no.", ", n°", ", No.", ", Nr.", " (site web)", " (Website)", " (web)"} {
		if i := strings.Index(v, tail); i > 0 {
			v = v[:i]
		}
	}
	d.plain(outletField, 1, "publication", strings.TrimSuffix(v, ","))
}

// dated takes a line that gives a date, maybe with an edition behind it, and
// reports whether it does.
func (d *document) dated(line string) bool {
	v, ok := dateOfLine(line)
	if ok {
		d.plain(dateField, 1, "date", v)
	}
	return ok
}

// body takes the paragraphs of the text, with the place before them where it has
// a line of its own.
func (d *document) body(paragraphs []string, dateline string) {
	d.setText(1, dateline, strings.Join(paragraphs, "\n\n"))
}
