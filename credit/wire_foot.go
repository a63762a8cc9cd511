package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Below the last sentence, or behind it, a text of another house says so in sentences: who
// has the rights in it, at which house its author is to be reached, what its house is.

// footLines appends the credits of such sentences of b, which is near the foot. Its mentions
// are m to end.
func (s *reading) footLines(dst []Credit, b article.Block, m, end int) []Credit {
	switch b.Kind {
	case article.Prose, article.Byline, article.Chrome, article.Site:
	default:
		return dst
	}
	of, span := s.rights(b.Span)
	if of == nil {
		of, span = s.reachedAt(b.Span), b.Span
	}
	if of == nil && m < end {
		if of = s.introducedAs(b.Span, m); of == nil && b.Kind != article.Byline {
			of = s.pooled(b.Span, m, end)
		}
	}
	if of == nil || !s.knownElsewhere(of) {
		return dst
	}
	for k := m; k < end; k++ {
		s.spent[k] = s.spent[k] || span.Contains(s.mentions[k].Span)
	}
	return s.lineOf(dst, sourceOf(of), span, CueCreditLine)
}

// membersFrom returns where a line ends that says who made the text, without those who belong to that house,
// whose mentions are spent: This story was produced by the Gulf Newsroom, a collaboration among WVRT and NPR.
// m is the first mention in the line at span.
func (s *reading) membersFrom(span article.Span, m int) int {
	if span.Len() > longestLine {
		return span.End
	}
	end := span.End
	text := s.a.Text[span.Start:span.End]
	members().Find(text, func(_, start, _ int) bool {
		if strings.HasSuffix(strings.TrimRight(text[:start], " \u00a0"), ",") {
			end = min(end, span.Start+start)
		}
		return false
	})
	if end == span.End || strings.ContainsAny(s.a.Text[span.Start:end], ".!?") || !s.tellsWhose(article.Span{Start: span.Start, End: end}, m) {
		return span.End
	}
	for ; m < len(s.mentions) && s.mentions[m].Start < span.End; m++ {
		s.spent[m] = s.spent[m] || s.mentions[m].Start >= end
	}
	s.members = append(s.members, article.Span{Start: end, End: span.End})
	return end
}

// tellsWhose reports whether the words at span, whose first mention is m, have some that tell whose the text is.
func (s *reading) tellsWhose(span article.Span, m int) bool {
	s.tokenize(span, m)
	for k := range s.tokens {
		if _, n := s.ahead(k, uLine); n > 0 {
			return true
		}
	}
	return false
}

// withoutMembers returns a sentence without what it tells of who belongs to the house that made the text.
func (s *reading) withoutMembers(sent article.Span) article.Span {
	for _, m := range s.members {
		if sent.Start < m.Start && m.Start < sent.End {
			sent.End = m.Start
		}
	}
	return sent
}

// members finds, in all languages, the words that stand before who belongs to a house.
var members = sync.OnceValue(func() *word.Phrases {
	var all []string
	for _, l := range lang.All() {
		all = slices.AppendSeq(all, l.Phrases("line-members"))
	}
	return word.NewPhrases(all)
})

// rights returns the outlet that has the rights in the text by the last sentence of its last
// paragraph, and that sentence: Jane Roe is a columnist. © 2017 Tribune Content Agency, LLC.
// Without a year it may be a picture's.
func (s *reading) rights(span article.Span) (*outlet.Outlet, article.Span) {
	const reach, leastText = 120, 40 // bytes of the sentence and before it
	text := s.a.Text[span.Start:span.End]
	at := -1
	for _, sign := range [...]string{"©", "Copyright ", "COPYRIGHT ", "(c) ", "(C) "} {
		if k := strings.Index(text, sign); k >= 0 && (at < 0 || k < at) {
			at = k
		}
	}
	if at < leastText || len(text)-at > reach || !strings.ContainsRune(sentenceEnds+")", lastRune(strings.TrimRight(text[:at], " \u00a0"))) {
		return nil, span
	}
	line := article.Span{Start: span.Start + at, End: span.End}
	if s.photoLine(line) || s.proseBehind(span.End) {
		return nil, span
	}
	return s.gazetteer.ByName(holder(text[at:])), line
}

// holder returns who has the rights by the line t, which says so for a year, or "": © 2017
// The Marlow Courier, LLC. All rights reserved.
func holder(t string) string {
	dated := false
	for {
		w, rest, ok := strings.Cut(strings.TrimLeft(t, " \u00a0"), " ")
		bare := strings.ToLower(strings.Trim(w, ",.©"))
		year := len(bare) == 4 && strings.Trim(bare, "0123456789") == ""
		if !ok || !year && bare != "" && bare != "copyright" && bare != "(c)" && bare != "by" {
			break
		}
		dated, t = dated || year, rest
	}
	if !dated {
		return ""
	}
	if k := strings.Index(strings.ToLower(t), "all rights"); k >= 0 {
		t = t[:k]
	}
	name, _ := article.WithoutLegalForm(strings.Trim(t, " \u00a0.,"))
	return strings.Trim(name, " ,")
}

// soldLine appends the credit of the paper that nobody knows whose text b says that a syndicate or
// an agency sells: ©2025 The Marlow Echo. Visit marlowecho.com. Distributed by Tribune Content Agency.
func (s *reading) soldLine(dst []Credit, b article.Block) []Credit {
	const longest = 240 // bytes
	line := strings.TrimLeft(s.a.Text[b.Start:b.End], " \u00a0\n")
	if len(line) > longest || !copyrightSign(line) || !strings.Contains(strings.ToLower(line), "distributed by ") {
		return dst
	}
	t := strings.TrimLeft(line[len("©"):], " \u00a0Cc)opyright©") // (c) 2025, Copyright © 2025
	year, name, _ := strings.Cut(t, " ")
	if strings.Trim(year, "0123456789,") != "" {
		return dst
	}
	name, _, _ = strings.Cut(name, " (")
	saint := ""
	if rest, ok := strings.CutPrefix(name, "St. "); ok {
		saint, name = "St. ", rest
	}
	name, _, _ = strings.Cut(name, ". ")
	name = trimThe(saint + strings.Trim(name, " \u00a0.,"))
	if s.gazetteer.ByName(name) != nil || !s.paperName(name) {
		return dst // a house that is known is read as one
	}
	return s.lineOf(dst, s.remember(name), b.Span, CueCreditLine)
}

// copyrightSign reports whether line begins with the sign or the word for whoever has the rights.
func copyrightSign(line string) bool {
	return strings.HasPrefix(line, "©") || strings.HasPrefix(line, "(c)") || strings.HasPrefix(line, "(C)") || strings.HasPrefix(line, "Copyright ")
}

// proseBehind reports whether a paragraph of prose begins behind text[at].
func (s *reading) proseBehind(at int) bool {
	const least = 80 // bytes: READ MORE, titles of other pieces, and what is left of scripts
	for i := len(s.l.Blocks) - 1; i >= 0 && s.l.Blocks[i].Start >= at; i-- {
		b := s.l.Blocks[i]
		if b.Kind == article.Prose && b.Len() > least && strings.ContainsRune(sentenceEnds, lastRune(strings.TrimRight(s.a.Text[b.Start:b.End], " \u00a0\n"))) {
			return true
		}
	}
	return false
}

// reachedAt returns the outlet at whose address somebody is to be reached whom the line at span
// names, or nil: Readers may write to Jane Roe at jroe@marlowcourier.com. An address that is
// nobody's own is that of a desk.
func (s *reading) reachedAt(span article.Span) *outlet.Outlet {
	text := s.a.Text[span.Start:span.End]
	at := strings.IndexByte(text, '@')
	if at < 0 || span.Len() > longestLine || s.proseBehind(span.End) {
		return nil
	}
	for ; at >= 0; at = after(text, at, '@') {
		from, to := at, at+1
		for from > 0 && mailByte(text[from-1]) {
			from--
		}
		for to < len(text) && mailByte(text[to]) {
			to++
		}
		host := strings.ToLower(strings.TrimRight(text[at+1:to], ".-_"))
		if from == at || !strings.Contains(host, ".") {
			continue // an account
		}
		if o := s.otherHouse(host); o != nil && namesIn(text[:from]+" "+text[to:], strings.ToLower(text[from:at])) {
			return o
		}
	}
	return nil
}

// otherHouse returns the outlet whose host this is, if it is another than the article's and no
// portal, or nil.
func (s *reading) otherHouse(host string) *outlet.Outlet {
	o := s.gazetteer.ByHost(host)
	if o == nil || o.Kind != outlet.Publisher || mailHosts[host] || s.isHome(o) {
		return nil
	}
	return o
}

// knownElsewhere reports whether so much is known of the article's own outlet that o is not it: at
// the foot a house as a rule names itself.
func (s *reading) knownElsewhere(o *outlet.Outlet) bool {
	if s.home != nil || s.page != nil {
		return true
	}
	other := strings.Fields(word.FoldName(o.Name))
	return slices.ContainsFunc(s.own, func(w string) bool { return !slices.Contains(other, w) })
}

// mailHosts are portals at which everybody may have an address.
var mailHosts = map[string]bool{
	"aol.com": true, "att.net": true, "msn.com": true, "yahoo.com": true, "web.de": true, "t-online.de": true, "gmx.de": true,
	"orange.fr": true, "laposte.net": true, "libero.it": true, "tiscali.it": true, "virgilio.it": true, "terra.com.br": true,
	"uol.com.br": true, "bol.com.br": true, "ig.com.br": true, "sapo.pt": true, "wp.pl": true, "onet.pl": true, "o2.pl": true,
	"interia.pl": true, "ukr.net": true, "mail.ru": true, "rambler.ru": true, "qq.com": true, "163.com": true, "sina.com": true,
	"naver.com": true, "daum.net": true,
}

// after returns where c stands next in text behind i, or -1.
func after(text string, i int, c byte) int {
	if k := strings.IndexByte(text[i+1:], c); k >= 0 {
		return i + 1 + k
	}
	return -1
}

// mailByte reports whether c may stand in an address of mail.
func mailByte(c byte) bool { return word.ASCII[c] == 1 || strings.IndexByte(".-_+", c) >= 0 }

// namesIn reports whether a capitalised word of text is part of the account: Roth, in
// sammy.roth; Eric, in erico.
func namesIn(text, account string) bool {
	const least = 4 // letters
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" ,.;:()’'\u00a0", r) }) {
		if len(w) >= least && word.Capital(w) && strings.Contains(account, strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// introducedAs returns the outlet of mention m if the paragraph at span, one of the last, begins
// with it to say that it is an agency or a newsroom that others print: Kaiser Health News is an
// editorially independent news service. If the text names it elsewhere, that is why it is
// explained.
func (s *reading) introducedAs(span article.Span, m int) *outlet.Outlet {
	at := s.mentions[m]
	if at.Start != span.Start || at.Outlet == nil || at.Outlet.Kind == outlet.Platform || span.Len() > longestLine || s.proseBehind(span.End) {
		return nil
	}
	if !strings.Contains(s.a.Text[at.End:span.End], " is a") {
		return nil
	}
	for k, o := range s.mentions {
		if k != m && o.Outlet == at.Outlet && !span.Contains(o.Span) {
			return nil
		}
	}
	s.tokenize(span, m)
	for k := range s.tokens {
		if s.tokens[k].lex.id == 0 {
			continue
		}
		if _, n := s.ahead(k, uService); n > 0 {
			return at.Outlet
		}
	}
	return nil
}

// pooled returns the pool of reporters that the paragraph at span, behind all prose, names: Jane Roe
// is a Report for America corps member who covers roads for the Marlow Courier; or the service of which
// somebody is a reporter: Jane Roe is a Local Democracy Reporter. Its mentions are m to end.
func (s *reading) pooled(span article.Span, m, end int) *outlet.Outlet {
	for ; m < end; m++ {
		o := s.mentions[m].Outlet
		if o == nil || s.proseBehind(span.End) {
			continue
		}
		_, last := cutLastWord(s.mentions[m].Form + " ")
		if o.Kind == outlet.Pool || o.Sort == outlet.SortSyndicate && s.x.lookup(last).class&cRole != 0 {
			return o
		}
	}
	return nil
}
