package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Portals and blogs that show the texts of others say in lines of their own whose
// they are: "Star Tribune• July 13, 2018", "Politico Posted at 9:40 am", the
// address of the original.

// portalLine appends the credit of a block that is such a line, whose mentions are
// m to end, and reports whether it is one.
func (s *reading) portalLine(dst []Credit, b article.Block, m, end int, top, foot bool) ([]Credit, bool) {
	if foot {
		if found, ok := s.contributors(dst, b, m); ok {
			return found, true
		}
	}
	if b.Len() > longestLine || !top && !foot {
		return dst, false
	}
	if foot {
		if o := s.addressed(b.Span); o != nil && m == end {
			return s.lineOf(dst, sourceOf(o), b.Span, CueCreditLine), true
		}
	}
	if top {
		src, ok := s.provider(b.Span, m, end)
		cue := CueByline
		if !ok {
			src, cue = s.affiliation(b)
		}
		if cue != "" {
			for k := m; k < end; k++ {
				s.spent[k] = true
			}
			return s.lineOf(dst, src, b.Span, cue), true
		}
	}
	if m < end && s.mentions[m].Start == b.Start && s.postedAt(s.a.Text[s.mentions[m].End:b.End]) {
		return s.wireAll(dst, b.Span, m, m+1, CueCreditLine), true
	}
	return dst, false
}

// lineOf appends the credit of src by the line at span, unless it is the article's own
// outlet or a platform.
func (s *reading) lineOf(dst []Credit, src source, span article.Span, cue string) []Credit {
	if src.outlet != nil && s.isHome(src.outlet) || s.isOwn(src.name) || src.kind() == outlet.Platform {
		return dst
	}
	return append(dst, src.credit(span, cue))
}

// provider returns the outlet of a line at the head that says from where a text comes,
// of which the mentions are m to end.
func (s *reading) provider(span article.Span, m, end int) (source, bool) {
	if span.Len() > longestByline {
		return source{}, false
	}
	if name := s.passedOn(span); name != "" {
		return s.remember(name), true
	}
	line := s.a.Text[span.Start:span.End]
	name, date, ok := strings.Cut(line, "•")
	if !ok || strings.Contains(date, "•") || strings.TrimSpace(date) != "" && !s.dated(date) {
		return source{}, false
	}
	const longest = 20 // bytes of what follows the outlet's name: KHOU 11 Houston
	if o := s.gazetteer.ByName(strings.TrimSpace(name)); o != nil {
		return sourceOf(o), true
	}
	if m == end || s.mentions[m].Outlet == nil || s.mentions[m].Start != span.Start+word.SkipGap(line, 0) {
		return source{}, false
	}
	rest := s.a.Text[s.mentions[m].End : span.Start+len(name)]
	return sourceOf(s.mentions[m].Outlet), len(rest) <= longest && s.placeLike(rest)
}

// affiliation returns the outlet whose name alone is the line b below those who wrote the
// text (Jane Roe, and in the next line The Marlow Courier), and the cue; or is the first line
// or the one below the title, if it reads as a paper's or a site's. A name of one word may be a
// section's there: Money. Where the article's own outlet is not known, such a line may name
// that one.
func (s *reading) affiliation(b article.Block) (source, string) {
	line := strings.Trim(s.a.Text[b.Start:b.End], " \u00a0\n")
	const longest = 60 // bytes: a place may stand within the name, or behind it
	if s.home == nil || b.Len() > longest || !strings.ContainsAny(line, " .") {
		return source{}, ""
	}
	if strings.ContainsAny(line, ":>›»|") { // News: International is a section
		return source{}, ""
	}
	o := s.placedOutlet(line)
	if o == nil || s.isHome(o) || s.isOwn(o.Name) || o.Kind == outlet.Agency || o.Kind == outlet.Platform || s.sectionLine(line, o) {
		return source{}, ""
	}
	k, _ := slices.BinarySearchFunc(s.l.Blocks, b.Start, func(x article.Block, at int) int { return x.Start - at })
	switch {
	case k > 0 && s.writersLine(s.l.Blocks[k-1]) && (outlet.Carries(s.home.Name, s.a.URL) || !s.ownLine(s.l.Blocks[k-1])):
		return sourceOf(o), CueByline
	case k <= 1 && s.likePaper(line, o):
		return sourceOf(o), CueCreditLine
	}
	return source{}, ""
}

// placedOutlet returns the outlet that line names and nothing else but its town: Pensacola
// (Fla.) News Journal; KSDK-TV, St. Louis. It is nil if nobody knows it.
func (s *reading) placedOutlet(line string) *outlet.Outlet {
	for _, name := range acrossBrackets(line) {
		if o := s.gazetteer.ByName(name); o != nil {
			return o
		}
	}
	name, place, ok := strings.Cut(line, ", ")
	if !ok || !s.placeLike(place) || !strings.ContainsAny(name, " -") && !word.AllCapital(name) {
		return nil // Independence, Mo., is a town alone
	}
	return s.gazetteer.ByName(strings.TrimSuffix(name, " TV"))
}

// writersLine reports whether b is the name of somebody, or those of several in a list:
// Jane Roe, Piet Ost, Ann Doe and Mark Coe. What the layout takes for a headline has three
// names at least then.
func (s *reading) writersLine(b article.Block) bool {
	const least, most = 3, 10 // names
	line := s.a.Text[b.Start:b.End]
	if b.Kind != article.Headline && s.peopleLine(line) {
		return true
	}
	names := strings.Split(strings.ReplaceAll(line, " and ", ", "), ", ")
	return least <= len(names) && len(names) <= most && !slices.ContainsFunc(names, func(name string) bool {
		n := len(strings.Fields(name))
		return n < 2 || n > nameWords || !s.peopleLine(name)
	})
}

// ownLine reports whether b is nothing but the name of the article's own outlet.
func (s *reading) ownLine(b article.Block) bool {
	line := strings.Trim(s.a.Text[b.Start:b.End], " \u00a0\n")
	o := s.gazetteer.ByName(line)
	return s.isOwn(line) || o != nil && s.isHome(o)
}

// likePaper reports whether line is the name of o in full, not that of a section as U.S.
// News is, or Irish News without its article, and reads as a paper's or a site's.
func (s *reading) likePaper(line string, o *outlet.Outlet) bool {
	if strings.HasSuffix(line, " News") && strings.HasPrefix(o.Name, outlet.Article) && !strings.HasPrefix(line, outlet.Article) {
		return false
	}
	full := func(name string) string { return strings.TrimPrefix(word.FoldName(name), "the ") }
	return full(line) == full(o.Name) && (strings.Contains(line, ".") || slices.ContainsFunc(strings.Fields(line), s.pressWord))
}

// pressWord reports whether papers are called so: Courier, Journal.
func (s *reading) pressWord(w string) bool { return s.x.lookup(w).class&(cPress|cTitle) != 0 }

// passedOn returns the outlet of a line that says from where a text was taken, or "":
// Authored by Jane Roe via The Spindle,
func (s *reading) passedOn(span article.Span) string {
	if span.Len() > longestByline {
		return ""
	}
	line := strings.Trim(s.a.Text[span.Start:span.End], " \u00a0\n,.:")
	by, name, ok := strings.Cut(line, " via ")
	name = strings.TrimSpace(name)
	if !ok || !word.Capital(name) || len(name) > longestName || strings.Contains(name, " via ") || strings.ContainsAny(name, "?!;\"") {
		return ""
	}
	verb, author, ok := strings.Cut(by, " by ")
	if !ok || !s.peopleLine(author) {
		return ""
	}
	switch verb {
	case "Authored", "Submitted", "Written":
		return name
	}
	return ""
}

// postedAt reports whether t, behind a name at the head of a line, says when its text
// was posted: Posted at 9:40 am.
func (s *reading) postedAt(t string) bool {
	t = strings.TrimLeft(t, " \u00a0")
	return strings.HasPrefix(t, "Posted at ") || strings.HasPrefix(t, "Posted on ")
}

// addressed returns the outlet to whose page the line at span is the address and
// nothing else, or nil: nytimes.com/2018/07/14/us/politics/bridge.html.
func (s *reading) addressed(span article.Span) *outlet.Outlet {
	line := strings.TrimSpace(s.a.Text[span.Start:span.End])
	if strings.ContainsAny(line, " \u00a0\n\t@#") || !strings.Contains(line, ".") {
		return nil
	}
	_, path, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(line, "https://"), "http://"), "/")
	const leastPath = 12 // bytes: a page rather than a site
	if len(path) < leastPath {
		return nil
	}
	o := s.gazetteer.ByHost(line)
	if o == nil || s.isHome(o) || o.Kind == outlet.Platform {
		return nil
	}
	return o
}

// captionLine appends the credit of a line that looks like a picture's and is none, above the
// text or below it: one that several people of an agency sign, or that thanks an outlet.
func (s *reading) captionLine(dst []Credit, b article.Block, top bool) []Credit {
	line := s.a.Text[b.Start:b.End]
	if name, ok := HatTip(line); ok && b.Len() <= longestName {
		if o := s.gazetteer.ByName(name); o != nil {
			return s.lineOf(dst, sourceOf(o), b.Span, CueCreditLine)
		}
	}
	if before := len(dst); b.Len() <= longestByline {
		if dst = s.wholeLine(dst, b, firstBehind(s.mentions, b.Start), top); len(dst) > before {
			return dst
		}
	}
	o := s.jointly(b.Span)
	if o == nil || s.isHome(o) {
		return dst
	}
	cue := CueByline
	if strings.HasPrefix(line, "Contributing ") {
		cue = CueCreditLine
	}
	return append(dst, sourceOf(o).credit(b.Span, cue))
}

// jointly returns the agency of a line that several people sign, or that says that it
// had a part, or nil: JANE ROE, ANN DOE and MARK COE / AP; Contributing The Associated
// Press; or that one signs at the head and again below the last sentence. Photographs have
// one author, and none there.
func (s *reading) jointly(span article.Span) *outlet.Outlet {
	if span.Len() > longestByline {
		return nil
	}
	line := strings.TrimRight(s.a.Text[span.Start:span.End], " \u00a0,\n")
	name, several := strings.CutPrefix(line, "Contributing ")
	if k := strings.LastIndexAny(line, "/|"); k > 0 && s.peopleLine(line[:k]) && !s.photoLine(span) {
		for w := range strings.FieldsSeq(line[:k]) {
			several = several || s.x.lookup(w).class&cAnd != 0
		}
		several = several || s.signsBelow(line)
		name = strings.TrimSpace(line[k+1:])
	}
	if !several || !s.gazetteer.MayBeAgency(name) {
		return nil
	}
	if o := s.gazetteer.ByName(name); o != nil && o.Kind == outlet.Agency {
		return o
	}
	return nil
}

// signsBelow reports whether line is the last of the text as well, right below prose.
func (s *reading) signsBelow(line string) bool {
	n := len(s.l.Blocks)
	if n < 2 || s.l.Blocks[n-2].Kind != article.Prose {
		return false
	}
	last := s.l.Blocks[n-1]
	return strings.TrimRight(s.a.Text[last.Start:last.End], " \u00a0,\n") == line &&
		strings.Contains(s.a.Text[:last.Start], line)
}

// writesFor reports whether the text at span says that who wrote the piece is a writer
// of the agency of mention m: Jane Roe is an Associated Press writer.
func (s *reading) writesFor(span article.Span, m int) bool {
	at := s.mentions[m]
	if span.Len() > longestByline || at.Outlet == nil || at.Outlet.Kind != outlet.Agency {
		return false
	}
	name, rest, ok := strings.Cut(s.a.Text[span.Start:at.Start], " is a")
	if !ok || !s.peopleLine(name) || strings.TrimPrefix(rest, "n") != " " {
		return false
	}
	words := strings.Fields(strings.TrimRight(s.a.Text[at.End:span.End], ". \u00a0\n"))
	return len(words) > 0 && len(words) <= nameWords && s.x.lookup(words[len(words)-1]).class&cRole != 0
}
