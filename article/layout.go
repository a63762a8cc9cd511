package article

// A Kind says what a block of a text is.
type Kind uint8

// The kinds of block. All but Prose, Headline and Post are furniture.
const (
	Prose     Kind = iota // the article's own running text
	Headline              // the headline, or a line under it that sums the piece up
	Post                  // an embedded post of a platform, quoted whole
	Byline                // who wrote it
	Date                  // when it was published or updated
	Site                  // the outlet's name, section names, slogans
	Caption               // caption or credit of a photograph
	Copyright             // copyright, licence, agency credit line at the foot
	Chrome                // everything else a page puts around its text
)

// Furniture reports whether blocks of kind k are not the article's prose.
// Furniture is never evidence and counts in no percentage.
func (k Kind) Furniture() bool { return k >= Byline }

// A Block is a stretch of text of one kind: a paragraph, a line, or a part of
// a line such as a date glued before the first sentence.
type Block struct {
	Span
	Kind Kind
}

// A Layout says where the parts of one text lie.
type Layout struct {
	// Blocks are in order, do not overlap and leave out only white space.
	Blocks []Block
	// Sentences of the blocks that are not furniture, in order. Each lies in
	// one block; white space at its ends is left out.
	Sentences []Span
}
