package cluster

// A reason is one piece of evidence that a member derives from another: what
// it weighs and how it is put to the reader.
type reason struct {
	evidence evidence
	weight   float64
	text     string
}

// An evidence is a row of the table of weights.
type evidence uint8

const (
	creditLine    evidence = iota // the byline, dateline or credit line names the other outlet
	creditWords                   // its words name the other outlet as the source
	creditText                    // they name it anywhere, and have some text of it or retell it
	creditVia                     // they name it as the source of the source
	creditTaken                   // they name it, in text that was itself taken from a third piece
	creditBack                    // the other credits this one
	datesOrder                    // the other was certainly published before
	datesAgainst                  // the other was certainly published after
	clockOrder                    // by clocks that may stand in different zones the other was published before
	clockAgainst                  // the other way round
	laterVersion                  // the other is an earlier version of this by the same outlet
	contained                     // most of this text stands in the other, and not the other way round
	containing                    // the other way round
	siblings                      // both have their text from the same third outlet
	kindsOrder                    // the other is an agency, and this is not
	kindsAgainst                  // the other way round
	bylineOrder                   // the other has an author of its own, this has none, and their times are close
	bylineAgainst                 // the other way round
	namedByOthers                 // other pieces name the other's outlet as their source
	sharedText                    // they have text in common
	sharedStory                   // they tell the same story in other words
)

// weights is the one table by which sources are chosen. A member derives from the
// candidate of the greatest sum, if the sum is positive, and so is that of all rows but
// the last two, which do not say which of the two came first.
var weights = [...]float64{
	creditLine:    6,
	creditWords:   5,
	creditText:    4,
	creditVia:     3,
	creditTaken:   1,
	creditBack:    -6,
	datesOrder:    2,
	datesAgainst:  -8,
	clockOrder:    1,
	clockAgainst:  -1,
	laterVersion:  2,
	contained:     1,
	containing:    -1,
	siblings:      -4,
	kindsOrder:    3,
	kindsAgainst:  -6,
	bylineOrder:   2,
	bylineAgainst: -8,
	namedByOthers: 1,
	sharedText:    2, // times the share of this text
	sharedStory:   1, // times the cosine
}

// orders reports whether e says which of two pieces came first.
func (e evidence) orders() bool { return e < sharedText }
