package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// layLists makes furniture of the headlines of other pieces, which follow a
// label such as "Most read", and of lines between two prompts.
func (l *layouter) layLists() {
	for i := range l.parts {
		p := &l.parts[i]
		if p.short() && equalFolded(l.text[p.Start:p.End], l.title) && p.words > 3 {
			p.kind = article.Headline
		}
		if l.amongPrompts(i) || i > l.body && p.short() && !p.ended && (l.titlesMedia(p) || l.asksBehindColon(p)) {
			p.kind = article.Chrome
		}
		if !p.label {
			continue
		}
		l.layListed(i + 1)
	}
}

// asksBehindColon reports whether p, a line, asks its reader for something behind a colon.
func (l *layouter) asksBehindColon(p *part) bool {
	if p.quotes || p.Len() > mediumLine || !strings.Contains(l.text[p.Start:p.End], ": ") && !strings.Contains(l.text[p.Start:p.End], " : ") {
		return false
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	return r.asksBehindColon(l.text)
}

// titlesMedia reports whether p, a line, is the title of a video, a gallery or a podcast, with
// what it is in capitals before it: VIDEO. A bear walks through the town.
func (l *layouter) titlesMedia(p *part) bool {
	s := l.text[p.Start:p.End]
	if rest, ok := strings.CutPrefix(s, "VIDEO "); ok && word.Capital(rest) && !word.AllCapital(rest) {
		return true
	}
	if t := strings.TrimSpace(s); len(t) < 2 || t[0] >= 'a' && t[0] <= 'z' || t[1] >= 'a' && t[1] <= 'z' {
		return false // nearly all lines, without a look at the rest
	}
	k := strings.IndexAny(s, ".:|-–—")
	if k < 0 {
		return false
	}
	switch strings.TrimSpace(s[:k]) {
	case "VIDEO", "VIDEOS", "VIDÉO", "VIDÉOS", "VÍDEO", "VÍDEOS", "WIDEO", "TV", "FOTO", "FOTOS", "PHOTOS", "EN IMAGES", "EN VIDÉO", "GALLERY", "FOTOGALLERY", "GALERIE", "GALERÍA", "PODCAST", "AUDIO":
		return true
	}
	return false
}

// amongPrompts reports whether part i is a line between two prompts.
func (l *layouter) amongPrompts(i int) bool {
	p := &l.parts[i]
	if !p.short() || i == 0 || i+1 == len(l.parts) || i == l.headline || p.Len() >= 120 || p.words == 0 {
		return false
	}
	a, b := &l.parts[i-1], &l.parts[i+1]
	if p.quotes || l.text[p.End-1] == ':' || p.sentence || p.ended && p.words >= 6 {
		return false
	}
	return a.sure && b.sure && a.kind == article.Chrome && b.kind == article.Chrome
}

// layListed makes furniture of the headlines of other pieces, which part i is the first of.
func (l *layouter) layListed(i int) {
	const longestList = 12 // parts
	for k := i; k < min(len(l.parts), i+longestList); k++ {
		q := &l.parts[k]
		if q.sure {
			if q.kind == article.Chrome || q.kind == article.Date {
				continue
			}
			return
		}
		amid := k > i && (k+1 == len(l.parts) || !l.parts[k+1].prose)
		if k == l.headline || !l.listed(q, amid) {
			return
		}
		q.kind = article.Chrome
	}
}

// listed reports whether p, an undecided part, may be the headline of another piece: a
// question only amid others, since it may head what the piece goes on with.
func (l *layouter) listed(p *part, amid bool) bool {
	const longest, longestQuestion = 140, 90 // bytes
	last := l.text[p.End-1]
	if p.kind != article.Prose || p.prose || last == ':' || p.Len() > longest {
		return false
	}
	if p.sentence && !(amid && last == '?' && p.Len() <= longestQuestion) {
		return false
	}
	return p.words >= 3 && (!p.upper || p.words >= 6)
}

// layFoot tells what stands behind the running text.
func (l *layouter) layFoot() {
	l.laySigned()
	l.layPrompts()
	l.layCompany()
	l.laySelf()
	l.layContact()
	last, prose := -1, 0 // the last paragraph of the running text
	for i := range l.parts {
		if p := &l.parts[i]; p.prose && p.kind == article.Prose {
			prose++
		}
	}
	for i := len(l.parts) - 1; i >= 0; i-- {
		p := &l.parts[i]
		if p.kind == article.Prose && !p.sure && (p.prose || p.sentence) {
			if i > l.body && i >= len(l.parts)-8 && (l.biography(p) || l.aboutOutlet(p)) {
				p.kind, p.sure = article.Byline, true
				continue
			}
			if i > l.body && i >= len(l.parts)-8 && l.describesNewsroom(p) {
				p.kind, p.sure = article.Chrome, true
				continue
			}
			last = i
			break
		}
	}
	if prose < 3 {
		return
	}
	const longestRun = 8 // more lines than that are a list of the piece's own
	run := 0
	for i := last + 1; i < len(l.parts); i++ {
		if l.parts[i].short() {
			run++
		}
	}
	for i := last + 1; i < len(l.parts); i++ {
		p := &l.parts[i]
		switch {
		case !p.short():
		case p.name || p.role || initials(l.text[p.Start:p.End]) || l.signsWith(p) || p.ended && l.biography(p):
			p.kind = article.Byline
		case p.ended || p.quotes || p.Len() > 120 || l.text[p.Start] == '(' || l.text[p.End-1] == ':':
		case run <= longestRun:
			p.kind = article.Chrome
		}
	}
}

// initials reports whether a line is the mark of its writer in brackets: (rka).
func initials(s string) bool {
	const least, most = len("(x)"), len("(xxxxx)")
	if len(s) < least || len(s) > most || s[0] != '(' || s[len(s)-1] != ')' {
		return false
	}
	return strings.IndexFunc(s[1:len(s)-1], func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// signsWith reports whether p, a line in brackets, says who wrote it or helped:
// (red/dpa), (APA, red, 14.11.2024), (com Jornal de Notícias).
func (l *layouter) signsWith(p *part) bool {
	const longest = 60 // bytes
	s := l.text[p.Start:p.End]
	if len(s) > longest || s[0] != '(' || s[len(s)-1] != ')' || strings.ContainsAny(s, "?!“\"") {
		return false
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	pictures := len(r.words) > 0 && r.count(wordPhoto|wordSection|wordChrome) == len(r.words) // (foto) (vídeo)
	return pictures || r.onlySigns(l.text, strings.ContainsAny(s, "/,"))
}

// onlySigns reports whether the words are those of signatures, an agency, paper or role
// among them, or a word that says that somebody helped. In a list short words are initials.
func (r *reading) onlySigns(text string, list bool) bool {
	const initials = len("abcde")
	signs := 0
	for i, w := range r.words {
		switch {
		case w.is(wordAgency | wordPaper | wordRole), i == 0 && len(r.words) > 1 && withWord(text[w.start:w.end]):
			signs++
		case w.shape&(shapeCapital|shapeDigit) != 0, w.is(wordParticle | wordPhoto), list && w.end-w.start <= initials:
		default:
			return false
		}
	}
	return signs > 0
}

// withWord reports whether word stands before who helped with a piece.
func withWord(word string) bool {
	switch strings.ToLower(word) {
	case "with", "mit", "avec", "con", "com", "met", "med", "from", "source", "fonte", "fuente", "quelle", "via", "da", "de":
		return true
	}
	return false
}

// laySigned gives a story its last paragraph back where that looks like a caption
// because the agency signs behind it: "..., ha detto il sindaco. (ANSA)".
func (l *layouter) laySigned() {
	const leastLower = 5 // words of a sentence
	for i := len(l.parts) - 1; i > l.body && i >= len(l.parts)-footParts; i-- {
		p := &l.parts[i]
		if p.kind == article.Prose && (p.prose || p.sentence) {
			return
		}
		if p.kind != article.Caption {
			continue
		}
		r := &l.reading
		l.vocabulary.read(r, l.text, l.scanned, p.Span)
		if r.signedEnd(l.text) && r.lower >= leastLower {
			p.kind, p.sure, p.sentence = article.Prose, false, true
		}
		return
	}
}

// footParts is how many parts at the end of a text may be its foot.
const footParts = 8

// layCompany makes furniture of the paragraphs at the foot in which a company says
// what it is: behind a line "About Example", or beginning with one and a colon.
func (l *layouter) layCompany() {
	const longestName, most = 80, 3 // bytes; paragraphs
	for i := max(l.body+1, len(l.parts)/2, len(l.parts)-2*footParts); i < len(l.parts); i++ {
		p := &l.parts[i]
		name := companyName(l.text[p.Start:p.End])
		if name == "" || len(name) > longestName {
			continue
		}
		own := len("About ")+len(name)+len(":") < p.Len()-longestName/4
		if !own && p.ended {
			continue
		}
		found := own
		for k := i + 1; !own && k < min(len(l.parts), i+1+most); k++ {
			q := &l.parts[k]
			if q.kind != article.Prose || !q.sentence || !strings.Contains(l.text[q.Start:q.End], firstWord(name)) {
				break
			}
			q.kind, q.sure, found = article.Chrome, true, true
		}
		if found {
			p.kind, p.sure = article.Chrome, true
		}
	}
}

// companySigns are what companies say of themselves, one row a sign, in lower case.
var companySigns = [...][]string{
	{"headquartered", "head office", "mit sitz in", "hauptsitz", "siège", "basée à", "su sede", "con sede", "ha sede", "tem sede", "com sede"},
	{" employees", " employs ", "mitarbeiter", "beschäftigt", "collaborateurs", "salariés", " emploie ", "empleados", " emplea ", "dipendenti", " impiega ", "funcionários", "colaboradores", " emprega "},
	{" leading ", "führend", " leader ", " líder "},
	{"listed on", "(nyse", "(nasdaq", "(lse:", "(otc", "börse", "börsennotiert", "cotée", " cotiza ", "quotata", "listada"},
	{"founded in", "established in", "gegründet", "fondée", "créée en", "fundada", "fondata"},
	{"provider", "operator", "manufacturer", "supplier", "anbieter", "hersteller", "dienstleister", "fournisseur", "fabricant", "proveedor", "fabricante", "fornitore", "produttore", "fornecedora", "solutions"},
	{" countries", " ländern", " pays", " países", " paesi"},
	{"www.", "for more information", "weitere informationen", "plus d'informations", "más información", "maggiori informazioni", "mais informações"},
}

// laySelf makes furniture of a paragraph at the very end in which a company says what
// it is, without a line "About Example" before it: Example plc is a leading provider
// of harbours, headquartered in Hull, with 2,300 employees. News that tells of a
// company says some of that, hardly three things in one sentence.
func (l *layouter) laySelf() {
	const longest, leastSigns, last = 700, 3, 3 // bytes; signs; paragraphs from the end
	seen := 0
	for i := len(l.parts) - 1; i > l.body && seen < last; i-- {
		p := &l.parts[i]
		if p.kind.Furniture() {
			continue
		}
		seen++
		s := l.text[p.Start:p.End]
		if p.sure || p.quotes || p.Len() > longest || !namesItself(s) {
			continue
		}
		lower, signs := strings.ToLower(s), 0
		for _, words := range companySigns {
			if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) }) {
				signs++
			}
		}
		if signs >= leastSigns {
			p.kind, p.sure = article.Chrome, true
		}
	}
}

// namesItself reports whether a paragraph begins with a name, with an article before
// it or without, and says within its first words that it is something.
func namesItself(s string) bool {
	const most = 14 // words before the verb
	i := -1
	for w := range strings.FieldsSeq(s) {
		i++
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case i > most:
			return false
		case i < 3 && unicode.IsUpper(r) && w[len(w)-1] == ':':
			return true // Example: fondata nel ...
		case i > 0 && slices.Contains(beingWords[:], w):
			return true
		case i == 0 && !unicode.IsUpper(r):
			return false
		case i == 1 && !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '(':
			return false
		}
	}
	return false
}

// beingWords say that something is something.
var beingWords = [...]string{"is", "ist", "est", "es", "è", "é"}

// aboutWords begin the lines in which companies say what they are.
var aboutWords = [...]string{"About ", "Über ", "À propos de ", "À propos d'", "À propos d’", "Acerca de ", "Sobre a ", "Sobre o ", "Sobre ", "Informazioni su ", "Chi è ", "Over ", "Om ", "O firmie ", "O spółce ", "О компании "}

// companyName returns the name behind "About " in a line that is nothing else, or
// before a colon; empty if there is none. Each word of it that is not short begins
// with a capital letter.
func companyName(s string) string {
	for _, w := range aboutWords {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		name, _, _ := strings.Cut(rest, ":")
		name = strings.TrimPrefix(name, "the ")
		for i, w := range strings.Fields(name) {
			r, _ := utf8.DecodeRuneInString(w)
			if (i == 0 || len(w) > 3) && !unicode.IsUpper(r) && !unicode.IsDigit(r) {
				return ""
			}
		}
		return strings.TrimSpace(name)
	}
	return ""
}

// firstWord returns the first word of a name, without an article before it.
func firstWord(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	word, _, _ := strings.Cut(name, " ")
	return strings.TrimRight(word, ",.")
}

// biography reports whether p says who wrote the piece: a name, a verb, and
// the word for somebody who writes.
func (l *layouter) biography(p *part) bool {
	if p.Len() > 500 {
		return false
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	if l.ourWriter(r) {
		return true
	}
	names := 0
	for names < len(r.words) && (r.words[names].shape&shapeCapital != 0 && !r.words[names].is(wordFunction) || names > 0 && r.words[names].is(wordParticle)) {
		names++
	}
	if names < 1 || names > 6 || names == len(r.words) {
		return false
	}
	if after, ok := l.behindAge(r, names); ok {
		names = after
	}
	verb := strings.ToLower(l.text[r.words[names].start:r.words[names].end])
	if names == 1 { // a given name alone
		return verb == "is" && p.Len() < 200 && l.saysWriter(r.words[names+1:]) && strings.Contains(l.text[p.Start:p.End], " based in ")
	}
	rest := l.text[r.words[names].end:p.End]
	switch verb {
	case "covers", "writes", "berichtet", "schreibt", "couvre", "écrit", "cubre", "escribe", "scrive", "escreve", "cobre", "schrijft", "skriver", "bevakar", "dækker", "dekker", "pisze", "пишет":
		return p.Len() < 200
	case "suit": // l'actualité, pour le journal
		return p.Len() < 200 && (strings.Contains(rest, " pour ") || strings.Contains(rest, " depuis ") || strings.Contains(rest, " service ") || strings.Contains(rest, "l'actualité"))
	case "reported", "contributed":
		return p.Len() < 160
	case "joined":
		return p.Len() < 300 && (strings.Contains(rest, " covers ") || strings.Contains(rest, " covering ") || strings.Contains(rest, "newsroom"))
	case "can":
		return strings.Contains(rest, "reached at") || strings.Contains(rest, "@")
	case "born", "geboren", "né", "née", "nacido", "nacida":
		return p.Len() < 300 && (strings.Contains(rest, "schreibt") || strings.Contains(rest, "writes") || l.saysWriter(r.words[names+1:]))
	case "is", "are", "has", "works", "es", "est", "ist", "arbeitet", "è", "é", "er", "är", "jest", "werkt", "arbejder", "arbetar", "jobber":
		return l.saysWriter(r.words[names+1:])
	}
	return l.callsWriter(r, names)
}

// callsWriter reports whether a comma stands within or behind the first words, which have
// capital letters, then a word for somebody who writes, then what that person writes
// about: Ada Crane, a freelance journalist, writes about ports.
func (l *layouter) callsWriter(r *reading, names int) bool {
	const longest, most = 200, 12 // bytes of the paragraph; words before the verb
	name := 2
	for name < names && l.text[r.words[name-1].end] != ',' {
		name++
	}
	if r.Len() > longest || l.text[r.words[name-1].end] != ',' {
		return false
	}
	role := false
	for _, w := range r.words[name:min(len(r.words), name+most)] {
		switch word := strings.ToLower(l.text[w.start:w.end]); {
		case w.is(wordRole) && writes(word):
			role = true
		case role && (slices.Contains(writingVerbs[:], word) || w.term.prompt&newsroomWord != 0):
			return true
		}
	}
	return false
}

// writingVerbs say that somebody writes, behind the word for a writer.
var writingVerbs = [...]string{"writes", "covers", "schreibt", "berichtet", "écrit", "couvre", "escribe", "cubre", "scrive", "escreve", "schrijft", "skriver", "pisze", "yazar", "yazıyor", "пишет", "освещает"}

// behindAge returns the number of the word behind an age or year of birth between
// commas, which stands behind a name, within the first so many words or right behind
// them: Ada Crane, Jahrgang 1980, ist ...
func (l *layouter) behindAge(r *reading, names int) (after int, ok bool) {
	for k := 2; k <= names; k++ {
		if l.text[r.words[k-1].end] != ',' {
			continue
		}
		for i := k; i < min(k+3, len(r.words)-1); i++ {
			if w := r.words[i]; w.shape&shapeNumber != 0 && l.text[w.end] == ',' {
				return i + 1, true
			}
		}
		return 0, false
	}
	return 0, false
}

// saysWriter reports whether one of the first of words is somebody who writes. German
// has nouns with a capital letter; elsewhere one with a capital is a title.
func (l *layouter) saysWriter(words []token) bool {
	const most = 13
	for _, w := range words[:min(len(words), most)] {
		role := l.text[w.start:w.end]
		lower := w.shape&shapeLower != 0
		if lower && w.is(wordRole) && writes(role) || !lower && germanWriter(strings.ToLower(role)) {
			return true
		}
	}
	return false
}

// germanWriter reports whether role is a German word for somebody who writes.
func germanWriter(role string) bool {
	switch role {
	case "redakteur", "redakteurin", "korrespondent", "korrespondentin", "autor", "autorin", "journalistin", "reporterin", "volontär", "volontärin":
		return true
	}
	return false
}

// ours begin what outlets say of their writers: Unsere Autorin Anna Berg.
var ours = [...]string{"Our ", "Unser ", "Unsere ", "Notre ", "Nuestro ", "Nuestra ", "La nostra ", "Il nostro ", "Nosso ", "Nossa "}

// ourWriter reports whether a paragraph begins with a word of ours, one for somebody
// who writes, and a name.
func (l *layouter) ourWriter(r *reading) bool {
	const longest = 300 // bytes
	if r.Len() > longest || len(r.words) < 4 {
		return false
	}
	begins := func(w string) bool { return strings.HasPrefix(l.text[r.Start:r.End], w) }
	if !slices.ContainsFunc(ours[:], begins) {
		return false
	}
	for i, w := range r.words[1:min(len(r.words)-1, 4)] {
		if writes(strings.ToLower(l.text[w.start:w.end])) {
			return r.words[i+2].shape&shapeCapital != 0
		}
	}
	return false
}

// writes reports whether role is somebody who writes, not any chief or director.
func writes(role string) bool {
	switch role {
	case "writer", "reporter", "correspondent", "columnist", "editor", "journalist", "critic", "blogger", "contributor", "commentator",
		"periodista", "corresponsal", "redactor", "redactora", "columnista", "journaliste", "correspondant", "correspondante", "rédacteur", "rédactrice",
		"redakteur", "redakteurin", "journalistin", "reporterin", "volontär", "volontärin", "korrespondent", "korrespondentin", "autor", "autorin", "giornalista", "corrispondente", "jornalista", "repórter", "colunista",
		"verslaggever", "verslaggeefster", "redacteur", "correspondente", "redaktör", "krönikör", "redaktør", "dziennikarz", "dziennikarka", "dziennikarzem", "dziennikarką", "reporterem", "reporterką",
		"redaktorem", "redaktorką", "korespondentem", "korespondentką", "publicystą", "publicystką", "muhabiri", "muhabiridir", "editörüdür", "yazarıdır", "корреспондент", "корреспондентка", "обозреватель", "журналист", "журналистка":
		return true
	}
	return false
}

// aboutOutlet reports whether p is a sentence about the outlet itself.
func (l *layouter) aboutOutlet(p *part) bool {
	if p.Len() > 200 || l.outlet == "" && l.headline < 0 {
		return false
	}
	s := l.text[p.Start:p.End]
	for i := range l.parts[:l.body] {
		if q := &l.parts[i]; q.kind == article.Site && q.words > 1 && q.words < 7 && beginsWithName(s, l.text[q.Start:q.End]) {
			return true
		}
	}
	return l.outlet != "" && beginsWithName(s, l.outlet)
}

// outletSays is what outlets say of themselves behind their name.
var outletSays = []string{
	" is a ", " is an ", " is part ", " is owned ", " is locally ", " is independent", " is published ", " is free", " is funded ", " is supported ", " is produced ", " is committed ", " relies on ", " welcomes ", " reserves ",
	"'s journalism", "’s journalism", " has a partnership", " may earn ", " subscribers ", " members ",
	" es un ", " es una ", " est un ", " ist ein ", " ist eine ", " è un ", " è una ", " é um ", " é uma ",
}

// beginsWithName reports whether s begins with name, with an article or
// without, and goes on with is, was, reserves, welcomes or the like.
func beginsWithName(s, name string) bool {
	s = strings.TrimPrefix(s, "The ")
	name = strings.TrimPrefix(name, "The ")
	if len(name) < 4 || len(s) < len(name)+4 || !strings.EqualFold(s[:len(name)], name) {
		return false
	}
	rest := s[len(name):]
	for _, says := range outletSays {
		if strings.HasPrefix(rest, says) {
			return true
		}
	}
	return false
}
