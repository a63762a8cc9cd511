package digest

import (
	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/outlet"
	"wiretrace/quote"
)

// A Digest is what is kept of an article, a few kilobytes.
type Digest struct {
	// Meta is the article without its text, what its first lines say filled in.
	Meta article.Article

	Outlet string      // canonical name of the article's own outlet, or as given; empty if unknown
	Domain string      // that outlet's domain, if known
	Kind   outlet.Kind // of that outlet; empty if it is not known

	Layout article.Layout
	Words  int // words of the whole text
	Prose  int // words that are not furniture
	Quoted int // of these, the ones that stand in one of Quotes

	// The keys by which articles are brought together, all of the prose alone.
	Hash         uint64   // of all folded words in order; 0 if there are none
	Bands        []uint64 // of the MinHash signature; nil if there are no words
	Fingerprints []uint64 // winnowed word shingles, stock phrases among them, distinct, sorted
	Pairs        []uint64 // pairs of rare words of one sentence, distinct, sorted
	Stories      []uint64 // pairs of an outlet, its own or one credited (with the bit Credited), and a name it writes much of, distinct, sorted
	Lines        []uint64 // lines that may be furniture of the site, distinct, sorted

	// Lead holds the telling words of title and first sentences, by which reports
	// of one event are known, sorted by Stem. Days are those that the first
	// sentences name, in days since 1970: distinct, in order of their first mention.
	Lead []LeadWord
	Days []int

	Credits  []credit.Credit
	Unnamed  bool    // rests on unnamed sources, and credits no outlet
	Open     bool    // one of its first sentences says that all reporters were told its news, or saw it: at a news conference, in court, at a match; or it tells of it minute by minute
	Life     bool    // it tells the life of one who died, by its title or one of its first sentences
	OwnTold  bool    // one of its first sentences says that somebody told its own house what it tells
	Press    bool    // one of its first sentences says that the press has it, or a paper that it does not name
	Claims   []Claim // outlets that the article may have its main news from, in order of the first credit of each
	Quotes   []quote.Quote
	Sayings  []uint64       // for each of Quotes the key of its rarest words, the same in most wordings; 0 if it is too short to tell
	Stated   []uint64       // of the keys in Sayings those of words that all reporters could have, distinct, sorted: somebody said them before the press, in court or in a statement
	Indirect []quote.Quote  // what is told as somebody's words without quotation marks, in order; proves nothing
	Marks    []article.Span // what stands between quotation marks, scare quotes left out, and statements without marks, in order
}

// A LeadWord is a word of the lead.
type LeadWord struct {
	Stem   uint32  // the upper half of the hash of its stem
	Weight float32 // how rare it is, in nats, in steps of 1/16
}

// A Claim is what is kept of an outlet that the article may have its main news
// from.
type Claim struct {
	Outlet      string
	Via         string     // the outlet through which it came, where the article says so
	Credit      int        // index in Credits of the one that says most of it
	Text        claim.Text // what byline, dateline and credit lines say
	Probability float32    // that the main news is from there, by the article's words alone
}
