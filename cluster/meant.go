package cluster

import (
	"slices"

	"wiretrace/article"
	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// Of an affair a house has many pieces. Which of them an article means that credits the house
// shows in what both tell; that they are of one day does not.
const (
	// It is another piece, whose outlet alone is the source, if less of the article's title stands
	// in its title and lead, their names and numbers are less alike, and less of the phrases quoted
	// are the same.
	otherTitle   = 0.3
	otherDetails = 0.4
	otherSayings = 0.1
	// Where it is only possible that the news is from there, it is that piece if the probability that
	// both report one event is meantStory, or less and so much of what the article says in the
	// sentences that credit the house, by rarity, stands in it.
	meantFact    = 0.4
	meantEvent   = 0.5  // that probability then
	meantDetail  = 0.25 // the same where names and numbers are alike
	meantDetails = 0.4  // how much alike
	// Of the phrases that the text quotes which quotes fewer, what both quote: then the interview is
	// the one that is meant, however few names and numbers there are.
	meantSayings = 0.5
	// A piece that by its own words has not its main news from an outlet, but names it for something,
	// has it from there all the same if a report of that outlet is in hand and the piece retells that by
	// what both say. Of 247 pieces, real and written, that name the house of a piece in hand for something,
	// 150 derive from it; 84 of these come to this, and none of the 97 others.
	toldAgainStory  = 0.3 // the probability that both report one event
	toldAgainAlike  = 0.5 // the probability that one retells the other, with
	toldAgainNames  = 8   // so many names and numbers in common; or
	toldAgainLikely = 0.1 // that probability where the news is from there by the piece's own words with
	toldAgainFrom   = 0.1 // this probability
	// Where the house's report is not in hand, but another piece that names it tells the same: of 60 such
	// pairs of written families 59 have it from there. No real pair that names one house came so near.
	toldAgainLeast = 0.05 // that probability of either; one of them has toldAgainFrom
)

// owed returns the outlet of b if a has its main news from there, itself or
// through another, and from that piece. A byline or dateline does not tie a to b: an agency
// files many reports of an event, and those of one report have text in common; text says
// whether these have.
// Who says that something was said in a release, or quotes words of it as a statement's, has it from
// the release in hand.
func (s *Signs) owed(a, b *Side, text bool) string {
	from, ok := sourceNamed(a.sources, b.Outlet)
	if ok && from.text < claim.Whole && s.meant(a, b, from.probability, text) {
		if len(b.agency) > 0 && claim.Told(&a.Meta, from.cue) {
			return "" // what was said on the air, not the agency's text on the page
		}
		return b.Outlet
	}
	others := !a.silent && (!ok || from.wire()) // a has its news from elsewhere by its words, or a line says whose its text is
	if issuedBy(b.issuer, a.released) || b.issuer != "" && states(a.Digest, b.Digest) || !others && !text && s.toldAgain(a, b) {
		return b.Outlet
	}
	return ""
}

// toldAgain reports whether a names the house of b for something and tells again what b reports: not
// what all reporters could hear.
func (s *Signs) toldAgain(a, b *Side) bool {
	k := slices.Index(a.claimed, b.Outlet)
	if k < 0 || s.House || s.Story < toldAgainStory || forAll(a, b) || statedIn(a, b) {
		return false
	}
	alike := s.retelling(max(len(a.Prose.Words), len(b.Prose.Words)))
	if a.chances[k] < toldAgainFrom {
		return alike >= toldAgainAlike && s.Shared >= toldAgainNames
	}
	return alike >= toldAgainLikely
}

// owesLittle reports whether a, which did not come before b, names the house of b for something else than its
// main news, and the two have few names and numbers in common: it says what it has from there.
func (s *Signs) owesLittle(a, b *Side) bool {
	k := slices.Index(a.claimed, b.Outlet)
	return k >= 0 && a.chances[k] < toldAgainFrom && s.Shared < toldAgainNames && !a.Meta.Published.Before(b.Meta.Published)
}

// commonTold returns an outlet that both a and b name, of neither, if one of them may have its news from
// there by its own words and they tell the same; of several the one that is likeliest.
func (s *Signs) commonTold(a, b *Side) (name string) {
	if s.House || s.Story < toldAgainStory {
		return ""
	}
	most := float32(toldAgainFrom)
	for k, of := range a.claimed {
		if a.chances[k] < toldAgainLeast || of == a.Outlet || of == b.Outlet {
			continue // as nearly all: what is left is held against all claims of b
		}
		j := slices.Index(b.claimed, of)
		if j < 0 || b.chances[j] < toldAgainLeast {
			continue
		}
		if likely := max(a.chances[k], b.chances[j]); likely >= most {
			name, most = of, likely
		}
	}
	if name == "" || forAll(a, b) || statedIn(a, b) || s.retelling(max(len(a.Prose.Words), len(b.Prose.Words))) < toldAgainAlike {
		return ""
	}
	return name
}

// bothName returns the outlet, of neither, that a and b name, of several the one from which they have their
// main news likeliest by their own words: of two of which one retells the other, for whatever they name it. What
// is retold came with its source.
func bothName(a, b *Side) (name string) {
	most := float32(-1)
	for k, of := range a.claimed {
		j := slices.Index(b.claimed, of)
		if j < 0 || of == a.Outlet || of == b.Outlet {
			continue
		}
		if likely := max(a.chances[k], b.chances[j]); likely > most {
			name, most = of, likely
		}
	}
	return name
}

// meant reports whether b is the piece of its house that a means, which has its news from that
// house with this probability; text says that they have text in common.
func (s *Signs) meant(a, b *Side, probability float64, text bool) bool {
	if !text && s.Details < otherDetails && titleTold(a, b) < otherTitle && sayingsShared(a, b) < otherSayings && !s.caselessEvent(a, b, meantStory) {
		return false
	}
	if probability >= joinFrom {
		return true
	}
	if probability < possibleFrom {
		return false
	}
	return s.Story >= meantStory || (s.Story >= meantEvent || s.Story >= meantDetail && s.Details >= meantDetails) && factTold(a, b) >= meantFact
}

// factTold returns the part, by rarity, of the telling words of the sentences in which a credits
// its source that b has anywhere, 0 to 1.
func factTold(a, b *Side) float64 {
	var all, told float64
	for _, w := range a.fact {
		all += float64(w.Weight)
		if b.Prose.Find(w.Stem) >= 0 {
			told += float64(w.Weight)
		}
	}
	if all == 0 {
		return 0
	}
	return told / all
}

// factOf returns the telling words of the sentences of s that credit the source of its main news,
// which no line names, without the words of the credits, in order of their stems. words
// are those of the text, with what each weighs in news at large.
func (s *Side) factOf(words []shingle.Word, rare []float32) (out []digest.LeadWord) {
	from, ok := mainSource(s.sources)
	if !ok || from.wire() {
		return nil
	}
	var last, left article.Span // the sentence read last, and the credit that was left out of it
	for k := range s.Credits {
		c := &s.Credits[k]
		if c.OnLine() || c.Outlet != from.outlet && c.Outlet != from.via {
			continue
		}
		sentence := s.sentenceAt(c.Start)
		look := sentence
		if sentence == last { // all else of it was read: it may have as many credits as words
			look = left
		} else {
			last, left = sentence, article.Span{Start: c.Start, End: min(c.End, sentence.End)}
		}
		i, _ := slices.BinarySearchFunc(words, look.Start, func(w shingle.Word, at int) int { return int(w.Start) - at })
		for ; i < len(words) && int(words[i].Start) < look.End; i++ {
			w := &words[i]
			if at := int(w.Start); c.Start <= at && at < c.End || w.Class&shingle.Common != 0 || rare[i] < contentMin {
				continue
			}
			out = append(out, digest.LeadWord{Stem: uint32(w.Stem >> 32), Weight: worth(rare[i])})
		}
	}
	slices.SortStableFunc(out, func(x, y digest.LeadWord) int {
		if x.Stem != y.Stem {
			return ifElse(x.Stem < y.Stem, -1, 1)
		}
		return 0
	})
	return slices.Clip(slices.CompactFunc(out, func(x, y digest.LeadWord) bool { return x.Stem == y.Stem }))
}

// sentenceAt returns the sentence of the byte at, up to where the next begins.
func (s *Side) sentenceAt(at int) article.Span {
	list := s.Layout.Sentences
	k, found := slices.BinarySearchFunc(list, at, func(x article.Span, at int) int { return x.Start - at })
	if !found {
		k--
	}
	if k < 0 {
		return article.Span{}
	}
	return list[k]
}
