package credit

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// Whoever prints a release often leaves on it what no report has: the label above it, whom the press
// may ask, what its issuer is, and that it is the source.

// UnnamedRelease is the outlet of credits to a release that the article does not say the issuer of.
const UnnamedRelease = "unnamed release"

// Unnamed reports whether an outlet of a credit of kind Release stands for one that the article does
// not name.
func Unnamed(outlet string) bool {
	return outlet == UnnamedRelease || outlet == UnnamedNotice || outlet == UnnamedWork || outlet == UnnamedAdvert
}

// Cues of what is left on a printed release.
const (
	CuePrinted  = "printed as a release"  // the label above the text, or in the place of who wrote it
	CueContacts = "contacts of the press" // whom the press may ask
	CueAbout    = "about the issuer"      // what the issuer is
	CueSource   = "source"                // that the issuer is the source of the text
	CueAnnounce = "announces"             // its tone alone: the issuer announces, and its own officer praises
)

// printed appends the credit of what is left on the text of a release, unless its issuer is credited
// in words.
func (s *reading) printed(dst []Credit) []Credit {
	if slices.ContainsFunc(dst, func(c Credit) bool { return c.Kind == Release }) {
		return dst
	}
	left := s.advert()
	if left.Cue == "" {
		left = s.leftOver()
	}
	if left.Cue == "" {
		left = s.notice()
	}
	if left.Cue == "" {
		if left = s.excerpt(dst); left.Cue != "" {
			dst = slices.DeleteFunc(dst, func(c Credit) bool { return c.Overlaps(left.Span) && isPublisher(&c) })
		}
	}
	if left.Cue == "" {
		left = s.announces()
	}
	if left.Cue == "" {
		return dst
	}
	return s.release(dst, left.Span, left.Cue, cmp.Or(left.Outlet, s.leadIssuer(), UnnamedRelease))
}

// Where lines that are left on a release stand, in blocks from the end, and how long the first line of
// one is at most, in bytes.
const (
	printedBlocks  = 12
	longestPrinted = 160
)

// leftOver returns the credit of the line that says most of a release: one that names the issuer, else
// any; without a cue if there is none.
func (s *reading) leftOver() (found Credit) {
	for _, b := range s.l.Blocks[:min(labelBlocks, len(s.l.Blocks))] {
		if b.Len() <= longestLabel && labelsRelease(s.a.Text[b.Start:b.End]) {
			found = Credit{Span: b.Span, Cue: CuePrinted}
			break
		}
	}
	if by := s.a.Byline; found.Cue == "" && by != "" && len(by) <= longestLabel && labelsRelease(by) {
		found.Cue = CuePrinted
	}
	if found.Cue == "" {
		found = s.marked()
	}
	from := max(len(s.l.Blocks)-printedBlocks, len(s.l.Blocks)/2)
	for i, b := range s.l.Blocks {
		if i < from {
			continue
		}
		c := s.leftIn(i)
		if c.Cue != "" && (found.Cue == "" || found.Outlet == "" && c.Outlet != "") {
			c.Span = b.Span
			found = c
		}
	}
	return found
}

// leftIn returns the credit of block i, one of the last, if it is such a line.
func (s *reading) leftIn(i int) Credit {
	block := strings.TrimSpace(s.a.Text[s.l.Blocks[i].Start:s.l.Blocks[i].End])
	head, below, _ := strings.Cut(block, "\n")
	if below == "" && i+1 < len(s.l.Blocks) {
		below = s.a.Text[s.l.Blocks[i+1].Start:s.l.Blocks[i+1].End]
	}
	if len(head) > longestPrinted {
		return Credit{}
	}
	if name := s.aboutIssuer(head, below); name != "" {
		return Credit{Outlet: name, Cue: CueAbout}
	}
	if name := s.sourceIssuer(head, !s.proseBehind(s.l.Blocks[i].End)); name != "" {
		return Credit{Outlet: name, Cue: CueSource}
	}
	if s.pressContact(head, below) {
		return Credit{Cue: CueContacts}
	}
	return Credit{}
}

// aboutIssuer returns the issuer that a heading names over what it is: About Bracken Pumps, and below
// it, Bracken Pumps makes marine pumps. The text begins by telling of it.
func (s *reading) aboutIssuer(head, below string) string {
	for _, about := range printedWords().about {
		n := word.FoldedPrefix(head, about)
		if n == 0 {
			continue
		}
		name := firm(strings.TrimSpace(head[n:]))
		if s.mayIssueText(name) && !strings.Contains(s.a.Byline, name) && strings.HasPrefix(strings.TrimPrefix(strings.TrimSpace(below), "The "), strings.TrimPrefix(name, "the ")) {
			return name
		}
	}
	return ""
}

// sourceIssuer returns the issuer that a line calls the source: Source: Bracken Pumps; at the end of the text, where
// it is no chart's, also one that the text does not begin with: Source: University of Corran.
func (s *reading) sourceIssuer(head string, end bool) string {
	for _, source := range printedWords().source {
		n := word.FoldedPrefix(head, source)
		if n == 0 && strings.HasPrefix(head, strings.ToUpper(strings.TrimRight(source, ": "))+" ") { // SOURCE Bracken Pumps
			n = len(strings.TrimRight(source, ": ")) + 1
		}
		if n == 0 {
			continue
		}
		if name := firm(strings.TrimSpace(head[n:])); s.mayIssueText(name) || end && s.mayIssue(name) && ofScience(name) {
			return name
		}
	}
	return ""
}

// ofScience reports whether name is that of a university.
func ofScience(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(printedWords().science, w) })
}

// mayIssueText reports whether name is that of no outlet, and the text begins by telling of whoever has
// it, or quotes somebody of theirs.
func (s *reading) mayIssueText(name string) bool {
	if len(name) < 3 || len(name) > longestIssuer || !word.Capital(name) {
		return false
	}
	return s.gazetteer.ByName(name) == nil && (s.namedEarly(name) || s.quotedOf(name))
}

// pressContact reports whether a line says whom the press may ask, and how, and that is nobody of an outlet.
func (s *reading) pressContact(head, below string) bool {
	for _, label := range printedWords().contact {
		n := word.FoldedPrefix(head, label)
		if n == 0 {
			continue
		}
		rest := head[n:]
		if r, _ := utf8.DecodeRuneInString(rest); rest != "" && (word.Capital(rest) || 'a' <= r && r <= 'z') {
			continue // a longer word
		}
		where := rest + "\n" + below[:min(len(below), longestPrinted)]
		return reachable(where) && !s.atOutlet(where)
	}
	return false
}

// reachable reports whether t has an address of mail or the digits of a telephone.
func reachable(t string) bool {
	const least = 6 // digits
	digits := 0
	for i := range len(t) {
		if '0' <= t[i] && t[i] <= '9' {
			digits++
		}
	}
	return strings.Contains(t, "@") || digits >= least
}

// atOutlet reports whether an address of mail in t is at an outlet, or at a host that is called as the
// article's own.
func (s *reading) atOutlet(t string) bool {
	own := strings.Join(s.own, "")
	for at := strings.IndexByte(t, '@'); at >= 0; at = after(t, at, '@') {
		to := at + 1
		for to < len(t) && mailByte(t[to]) {
			to++
		}
		host := strings.ToLower(strings.TrimRight(t[at+1:to], ".-_"))
		if o := s.gazetteer.ByHost(host); o != nil && !mailHosts[host] || own != "" && strings.Contains(strings.ReplaceAll(host, "-", ""), own) {
			return true
		}
	}
	return false
}

// announces returns the credit of a text that no line says anything of, but that reads as a release
// does: it begins with the issuer, who today announces something, and a later sentence quotes somebody
// of the issuer.
func (s *reading) announces() Credit {
	lead, at := s.leadSentence()
	if lead == "" || !printedWords().announcing.In(lead) {
		return Credit{}
	}
	small := strings.ToLower(lead)
	if len(small) != len(lead) {
		return Credit{}
	}
	for _, verb := range printedWords().announce {
		k := strings.Index(small, " "+verb+" ")
		if k < 0 || k > longestPrinted {
			continue
		}
		name := subject(lead[:k])
		behind := strings.TrimPrefix(strings.TrimPrefix(lead[:k], "The "), name)
		if name == "" || behind != "" && !strings.HasPrefix(behind, ",") && !strings.HasPrefix(behind, " (") {
			continue
		}
		if s.mayIssueText(name) && s.quotedOf(name) {
			return Credit{Span: article.Span{Start: at, End: at + k + 1 + len(verb)}, Outlet: name, Cue: CueAnnounce}
		}
	}
	return Credit{}
}

// quotedOf reports whether a sentence with a quotation names the issuer as whose its speaker is: chief
// executive of Bracken Pumps. Nobody is of a person.
func (s *reading) quotedOf(name string) bool {
	return slices.ContainsFunc(s.l.Sentences, func(x article.Span) bool {
		sentence := s.a.Text[x.Start:x.End]
		return strings.ContainsAny(sentence, "\"”“") && (strings.Contains(sentence, " of "+name) || strings.Contains(sentence, " at "+name) || strings.Contains(sentence, name+"'s ") || strings.Contains(sentence, name+"’s "))
	})
}

// leadIssuer returns the organisation of which the text begins by telling what it does, if its name
// says that it is one.
func (s *reading) leadIssuer() string {
	lead, _ := s.leadSentence()
	name := subject(lead)
	if _, of, ok := strings.Cut(name, "'s "); ok { // the President's Department of Justice
		name = of
	}
	if s.gazetteer.ByName(name) != nil {
		return ""
	}
	return organisation(name)
}

// leadSentence returns the first sentence of the prose, behind its dateline, and where it begins.
func (s *reading) leadSentence() (lead string, at int) {
	for x := range s.prose() {
		lead, at = s.a.Text[x.Start:x.End], x.Start
		for _, dash := range [...]string{" -- ", " – ", " — "} {
			if k := strings.Index(lead, dash); k >= 0 && k <= longestIssuer {
				lead, at = lead[k+len(dash):], at+k+len(dash)
			}
		}
		return lead, at
	}
	return "", 0
}

// printedPhrases are the words that languages begin such lines with.
type printedPhrases struct {
	contact, about, source, announce, science []string
	announcing                                *word.Phrases // announce, each as words of a sentence
}

var printedWords = sync.OnceValue(func() (out printedPhrases) {
	for _, l := range lang.All() {
		out.contact = slices.AppendSeq(out.contact, l.Phrases("release-contact"))
		out.about = slices.AppendSeq(out.about, l.Phrases("release-about"))
		out.announce = slices.AppendSeq(out.announce, l.Phrases("release-announce"))
		out.source = slices.AppendSeq(out.source, l.Phrases("release-source"))
		out.science = slices.AppendSeq(out.science, l.Phrases("release-science"))
	}
	var among []string
	for _, verb := range out.announce {
		among = append(among, " "+verb+" ")
	}
	out.announcing = word.NewPhrases(among)
	return out
})
