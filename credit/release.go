package credit

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A release is what a company, the police, a ministry or a university sends to
// the press. Who prints one credits its issuer where he says so: "the sheriff's
// office said in a news release", "The following is from the Tamarack County
// Sheriff's Office:". Only English wording is read.

// Release is the kind of credits whose outlet is the issuer of a release.
const Release outlet.Kind = "release"

// CueProvided is the cue of the credit at the head of a release itself, as wires of releases print it.
const CueProvided = "news provided by"

var (
	// saidInRelease finds a verb of saying and the release that said it, with
	// what may stand between the two.
	saidInRelease = regexp.MustCompile(`(?i)\b(?:said|says|announced|wrote|stated|added|confirmed|reported|noted|explained)(?: (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day| today| yesterday)?,? in (?:a|an|the|its|their|this) (?:[a-z]+ )?(?:(?:(?:news|press|media) )?release|press statement)\b`)
	// releaseFrom finds a release and the word before its issuer. A film is a release too, and who
	// is set free has one: a release alone needs more beside it.
	releaseFrom = regexp.MustCompile(`(?i)\b(?:(?:according to|in|per) (?:a|an|the) (?:[a-z]+ )?(?:news|press|media) release|(?:according to|per) (?:a|an|the) (?:[a-z]+ )?release) (?:from|by|issued by|sent by|sent out by) (?:the )?`)
	// followingFrom finds the line over a release printed as it came.
	followingFrom = regexp.MustCompile(`(?i)^(?:the following (?:(?:news|press|media) release |statement |information )?(?:is|was|comes) (?:a (?:news|press|media) release )?(?:(?:issued|sent|provided|submitted|released) )?(?:from|by)|this (?:news|press|media) release (?:is|was) (?:issued|provided|submitted) by) (?:the )?`)
	// providedBy finds the head of a release as the wires of releases print it.
	providedBy = regexp.MustCompile(`(?i)^news provided by:?\s*`)
	// printedFrom finds the line under a release of a university or a company on the
	// pages of portals that print them.
	printedFrom = regexp.MustCompile(`(?i)^(?:story |release |material |materials )?provided by:?\s+(?:the )?`)
	// madeFrom finds the line under an article that says from whose release it was made, up to
	// the name; namedRelease what stands behind one.
	madeFrom     = regexp.MustCompile(`(?i)^\W?(?:(?:with|contains|includes|using) (?:additional )?(?:material|materials|information|content) (?:from|provided by|supplied by)|(?:adapted|edited|rewritten) from (?:a |an |the )?(?:(?:press |news |media )?release |materials? )?(?:(?:from|by|provided by|issued by) )?|(?:this (?:article|story|report|piece) is )?based on (?:a |an |the )?(?:press|news|media) release (?:from|by|issued by)|source:) ?(?:a |an |the )?`)
	namedRelease = regexp.MustCompile(`(?i)(?:['’]s?)? (?:press|news|media) release\W*$`)
)

// releases appends the credits to issuers of releases in the text of a.
func (s *reading) releases(dst []Credit) []Credit {
	text := s.a.Text
	dst = s.label(dst)
	s.released.clear()
	for i := range dst {
		if dst[i].Kind == Release {
			s.released.add(i, dst[i].Span)
		}
	}
	for i, b := range s.l.Blocks {
		block := text[b.Start:b.End]
		if !headsRelease(block) {
			continue
		}
		if m := providedBy.FindStringIndex(block); m != nil {
			span := article.Span{Start: b.Start + m[1], End: b.End}
			if span.Len() == 0 && i+1 < len(s.l.Blocks) {
				span = s.l.Blocks[i+1].Span
			}
			dst = s.release(dst, article.Span{Start: b.Start, End: max(span.End, b.End)}, CueProvided, line(text[span.Start:span.End]))
			continue
		}
		if m := printedFrom.FindStringIndex(block); m != nil {
			name := line(block[m[1]:])
			switch o := s.gazetteer.ByName(name); {
			case o == nil && organisation(name) != "":
				dst = s.release(dst, b.Span, cueOf(strings.TrimRight(block[:m[1]], ": ")), name)
			case o != nil && o != s.home && o != s.page && o.Kind != outlet.Platform && !s.isOwn(o.Name):
				dst = append(dst, sourceOf(o).credit(b.Span, CueCreditLine))
			}
			continue
		}
		if name, cue, ok := madeOfRelease(block); ok {
			dst = s.release(dst, b.Span, cue, name)
			continue
		}
		if b.Kind != article.Prose && b.Kind != article.Headline {
			continue
		}
		if m := followingFrom.FindStringIndex(block); m != nil {
			name := strings.TrimRight(named(block[m[1]:]), "…")
			if credited, ok := s.following(block[:m[1]], name, b.Start); ok {
				dst = append(dst, credited)
				continue
			}
			dst = s.release(dst, article.Span{Start: b.Start, End: b.Start + m[1] + len(name)}, cueOf(block[m[0]:m[1]]), name)
		}
	}
	at := 0 // index of the sentence that the next name of a release is looked for in
	for k := range s.words {
		if h := s.words[k].Hash; releaseBits>>(h&63)&1 == 0 || !slices.Contains(releaseWords[:], h) {
			continue
		}
		end := s.releaseNamed(int(s.words[k].Start))
		if end == 0 {
			continue
		}
		for at < len(s.l.Sentences) && s.l.Sentences[at].End < end {
			at++
		}
		if at < len(s.l.Sentences) && s.l.Sentences[at].Start <= int(s.words[k].Start) {
			dst = s.inSentence(dst, s.l.Sentences[at])
			at++
		}
	}
	return s.printed(dst)
}

// following returns the credit that a line which begins with intro makes to the outlet called name, of which
// text follows: The following comes from the Herald. What an outlet states itself is its release.
func (s *reading) following(intro, name string, at int) (Credit, bool) {
	o := s.gazetteer.ByName(name)
	if o == nil || o == s.home || o == s.page || o.Kind == outlet.Platform || s.isOwn(o.Name) {
		return Credit{}, false
	}
	if small := strings.ToLower(intro); strings.Contains(small, "release") || strings.Contains(small, "statement") {
		return Credit{}, false
	}
	return sourceOf(o).credit(article.Span{Start: at, End: at + len(intro) + len(name)}, cueOf(intro)), true
}

// madeOfRelease returns whose release an article was made from by a line that says so: With material
// from Lund University's press release; Adapted from materials provided by the University of Corrie. A line that does
// not speak of a release must name an organisation.
func madeOfRelease(block string) (name, cue string, ok bool) {
	m := madeFrom.FindStringIndex(block)
	if m == nil || strings.ContainsRune(strings.TrimSpace(block), '\n') {
		return "", "", false
	}
	rest := strings.TrimSpace(block[m[1]:])
	behind := namedRelease.FindStringIndex(rest)
	said := behind != nil || strings.Contains(strings.ToLower(block[:m[1]]), " release")
	if behind != nil {
		rest = rest[:behind[0]]
	}
	if name = line(rest); !word.Capital(name) || strings.ContainsAny(name, ".,:;") || !said && (word.FoldedPrefix(block, "source") > 0 || organisation(name) == "") {
		return "", "", false
	}
	return name, cueOf(strings.Trim(block[:m[1]], ": ")), true
}

// releaseNamed returns where a name for a release ends that begins at a byte of the
// text; 0 if none does.
func (s *reading) releaseNamed(start int) (end int) {
	for _, name := range releaseNames {
		if n := word.FoldedPrefix(s.a.Text[start:], name); n > 0 {
			return start + n
		}
	}
	return 0
}

// inSentence appends the credit to the issuer of a release that a sentence names.
func (s *reading) inSentence(dst []Credit, sent article.Span) []Credit {
	words := s.a.Text[sent.Start:sent.End]
	if m := releaseFrom.FindStringIndex(words); m != nil {
		name := named(words[m[1]:])
		return s.release(dst, article.Span{Start: sent.Start + m[0], End: sent.Start + m[1] + len(name)}, cueOf(words[m[0]:m[1]]), name)
	}
	if m := saidInRelease.FindStringIndex(words); m != nil && !strings.HasPrefix(words[m[1]:], " of ") {
		name, from := issuer(strings.TrimRight(words[:m[0]], " "), s.a.Text[:sent.Start])
		if from < 0 {
			from = m[0]
		}
		return s.release(dst, article.Span{Start: sent.Start + from, End: sent.Start + m[1]}, cueOf(words[m[0]:m[1]]), s.fullName(name))
	}
	return dst
}

// releaseNames and releaseHeads are what each of the expressions for sentences
// and for blocks asks for: looked for first, since the expressions cost a hundred
// times as much. releaseWords are the hashes of the words that begin the names, releaseBits has a bit for the lowest six of each.
var (
	releaseNames = [...]string{"news release", "press release", "media release", "press statement", "release"}
	releaseWords = [...]uint64{word.HashOf("news"), word.HashOf("press"), word.HashOf("media"), word.HashOf("release")}
	releaseBits  = bitsOf(releaseWords[:])
)

// bitsOf returns a number with a bit for the lowest six of each hash.
func bitsOf(hashes []uint64) (bits uint64) {
	for _, h := range hashes {
		bits |= 1 << (h & 63)
	}
	return bits
}

var releaseHeads = [...]string{"the following ", "this ", "news provided by", "provided by", "story provided by", "release provided by", "material", "with ", "contains ", "includes ", "using ", "adapted from", "edited from", "rewritten from", "based on", "source:"}

// headsRelease reports whether a block begins as the line over a release may.
func headsRelease(block string) bool {
	return slices.ContainsFunc(releaseHeads[:], func(head string) bool { return word.FoldedPrefix(block, head) > 0 })
}

// release appends a credit to the issuer of a release, if it has a name that is
// not the outlet's own.
func (s *reading) release(dst []Credit, span article.Span, cue, name string) []Credit {
	if utf8.RuneCountInString(name) < 3 || s.isOwn(name) || s.home != nil && s.gazetteer.ByName(name) == s.home {
		return dst
	}
	if s.released.overlaps(dst, span) {
		return dst
	}
	s.released.add(len(dst), span)
	return append(dst, Credit{Span: span, Outlet: name, Kind: Release, Cue: cue})
}

// cueOf folds the words of a cue, without the article before the issuer.
func cueOf(words string) string {
	return strings.TrimSuffix(strings.Join(strings.Fields(strings.ToLower(words)), " "), " the")
}

// line returns the first line of s, without what follows the name of a firm.
func line(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	const longest = 80 // bytes: more is a paragraph
	if len(s) > longest {
		return ""
	}
	return firm(s)
}

// firm returns the name of a firm without its legal form.
func firm(name string) string {
	name = strings.TrimRight(strings.TrimSpace(name), ".,:")
	for _, form := range [...]string{", Inc", " Inc", ", LLC", " LLC", ", Ltd", " Ltd", " Corp", " plc", " AG", " GmbH"} {
		name = strings.TrimSuffix(name, form)
	}
	return strings.TrimRight(name, ".,")
}

// inName are the small words that stand within the name of an office.
var inName = map[string]bool{"of": true, "for": true, "and": true, "the": true, "&": true}

// named returns the name that s begins with: words with capitals, and small
// ones between them.
func named(s string) string {
	end := 0
	for at := 0; at < len(s); {
		stop := strings.IndexAny(s[at:], " \n")
		word := s[at:]
		if stop >= 0 {
			word = s[at : at+stop]
		}
		bare := strings.TrimRight(word, ".,:;)")
		first, _ := utf8.DecodeRuneInString(bare)
		switch {
		case unicode.IsUpper(first) || unicode.IsDigit(first) && end > 0:
			end = at + len(bare)
			if bare != word {
				return s[:end]
			}
		case !inName[bare] || end == 0:
			return s[:end]
		}
		if stop < 0 || s[at+stop] == '\n' {
			break
		}
		at += stop + 1
	}
	return s[:end]
}

// bodies are the nouns for whoever issues releases, as news goes on calling
// them.
var bodies = []string{
	"sheriff's office", "sheriff’s office", "police department", "police", "district attorney's office", "district attorney’s office",
	"attorney general's office", "attorney general’s office", "fire department", "health department", "department", "ministry", "university",
	"college", "company", "firm", "agency", "school district", "district", "office", "foundation", "bank", "hospital", "airline", "union",
}

// issuer returns who is said to have issued a release and where in the sentence
// that begins: the subject of the verb that stands behind sentence. A noun alone
// stands for a name before it, which is looked for in the sentence and then in
// the text before; it is returned itself where there is none.
func issuer(sentence, before string) (name string, from int) {
	clause := strings.TrimSpace(sentence)
	if at := strings.LastIndexAny(strings.TrimRight(clause, ", "), ",;—“”\""); at >= 0 {
		rest := strings.TrimLeft(clause[at:], ",;—“”\" ")
		if len(rest) > 1 && !strings.HasPrefix(rest, "of ") {
			clause = rest
		}
	}
	clause = strings.TrimRight(clause, ", ")
	from = strings.LastIndex(sentence, clause)
	small := strings.ToLower(clause)
	for _, body := range bodies {
		if !strings.HasSuffix(small, body) {
			continue
		}
		if head := strings.TrimSpace(clause[:len(clause)-len(body)]); head != "" && !determiner(head) {
			if name := subject(clause); name != "" && strings.HasPrefix(clause[strings.Index(clause, name)+len(name):], " "+body) {
				return name + " " + body, from // Carlos III hospital
			}
			break // it has a name of its own
		}
		if body != "company" && body != "firm" {
			return body, from
		}
		if name := subject(sentence[:max(from, 0)]); name != "" {
			return name, from
		}
		return lastName(before), from
	}
	if name = subject(sentence); name != "" && strings.HasPrefix(strings.TrimPrefix(sentence, "The ")[len(name):], ",") {
		return organisation(name), 0 // Norvane Energy, of Raleigh, said
	}
	return organisation(subject(clause)), from
}

// organisation returns the name of an organisation, and "" for what may as well
// be a person's: it is an abbreviation, or a word of it says so.
func organisation(name string) string {
	words := strings.Fields(name)
	if len(words) == 1 && len(name) > 2 && strings.ToUpper(name) == name {
		return name
	}
	head, _, _ := strings.Cut(name, " of ") // the one who speaks of the Centre for Bees is a person
	for _, w := range strings.Fields(head) {
		if w = strings.ToLower(w); organisations()[w] || slices.Contains(firms, w) {
			return name
		}
	}
	return ""
}

// firms are further words of the names of firms.
var firms = []string{
	"airlines", "brands", "capital", "corporation", "electric", "energy", "entertainment", "enterprises", "financial", "holdings", "industries",
	"labs", "motors", "partners", "pharmaceuticals", "power", "railway", "resources", "solutions", "systems", "technologies", "utilities",
}

// organisations returns the words that the languages list as the last of an
// organisation's name.
var organisations = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, l := range lang.All() {
		for w := range l.Words("org") {
			out[w] = true
		}
	}
	return out
})

// determiner reports whether s is nothing but an article or the like.
func determiner(s string) bool {
	switch strings.ToLower(s) {
	case "the", "a", "its", "their", "that", "this":
		return true
	}
	return false
}

// subject returns the name that begins s, an article before it left out.
func subject(s string) string {
	s = strings.TrimSpace(s)
	for _, the := range [...]string{"The ", "the "} {
		s = strings.TrimPrefix(s, the)
	}
	return firm(named(s))
}

// lastName returns the name that begins the last of some sentences with one of
// two words or more.
func lastName(before string) string {
	const look = 1200 // bytes
	before = before[max(0, len(before)-look):]
	lines := strings.FieldsFunc(before, func(r rune) bool { return r == '\n' || r == '.' })
	for _, l := range slices.Backward(lines) {
		if name := subject(l); strings.Contains(name, " ") {
			return name
		}
	}
	return ""
}

// fullName returns the name in full, if the text has one that ends with it:
// Tamarack County Sheriff's Office for sheriff's office. Without one, a noun that
// any body may go by is no name.
func (s *reading) fullName(name string) string {
	first, _ := utf8.DecodeRuneInString(name)
	if name == "" || unicode.IsUpper(first) {
		return name
	}
	alone := name // what says enough without a name
	if !strings.ContainsAny(name, " ") && name != "police" {
		alone = ""
	}
	full, looked := s.inFull[name]
	if !looked {
		if len(s.inFull) == mostKnown {
			return alone
		}
		if s.inFull == nil {
			s.inFull = map[string]string{}
		}
		full = s.lookInFull(name)
		s.inFull[name] = full
	}
	return cmp.Or(full, alone)
}

// lookInFull returns the name that ends with a noun in small letters, the first that the text has in full; "" if
// it has none.
func (s *reading) lookInFull(name string) string {
	const longest = 64 // bytes of a word of it
	text := s.a.Text
	if s.small == "" {
		s.small = strings.ToLower(text)
	}
	small := s.small
	if len(small) != len(text) { // lower case of another length: the places do not agree
		return ""
	}
	for at := 0; ; {
		k := strings.Index(small[at:], name)
		if k < 0 {
			return ""
		}
		k += at
		at = k + len(name)
		if r, _ := utf8.DecodeRuneInString(text[k:]); !unicode.IsUpper(r) {
			continue
		}
		from := k
		for from > 0 {
			low := max(0, from-longest)
			prev := strings.LastIndexAny(strings.TrimRight(text[low:from], " "), " \n(“\"")
			if prev < 0 && low > 0 {
				break
			}
			prev += low
			word := strings.TrimSpace(text[prev+1 : from])
			r, _ := utf8.DecodeRuneInString(word)
			if !unicode.IsUpper(r) || word == "The" || strings.ContainsAny(word, ".,:;") || strings.ContainsRune(text[prev+1:from], '\n') {
				break
			}
			from = prev + 1
		}
		if from < k {
			return text[from : k+len(name)]
		}
	}
}
