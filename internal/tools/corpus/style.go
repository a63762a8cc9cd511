package corpus

// A style is what the articles of a shape are like.
type style struct {
	// The parts of a corpus that are of each kind, in percent; the rest is plain.
	shares [kinds]float64

	medianWords, sigmaWords float64 // of the lengths of what an article says itself: log-normal

	quotePart  float64 // of paragraphs that quote somebody
	agencyPart float64 // of plain articles with a dateline that name an agency in it

	// Of plain articles, and of those that do so again and again: those that mention what
	// another outlet once reported.
	mentionPart, moreMentions float64
	// Of plain articles: those that have their news from an outlet whose own piece is not
	// in the corpus, and say so.
	absentPart float64

	// Of pieces on the same event as another: those that quote the same words of the same
	// speaker, as reports of one press conference do.
	sharedQuotes float64

	formulas float64 // of sentences that begin with one of formulaCount turns of phrase

	// Shares of content words, of 1024.
	ofTopic, ofNames, ofNumber, ofCoined uint64
}

// common is the style of Normal and OneStory: many copies, so that much is to be found.
var common = style{
	shares:      [kinds]float64{Copy: 6, Edited: 7, Wire: 8, Quote: 3, Credit: 3, Event: 6, Roundup: 1},
	medianWords: 385, sigmaWords: 0.5,
	quotePart: 0.22, agencyPart: 0.06, mentionPart: 0.05,
	ofTopic: 250, ofNames: 60, ofNumber: 24, ofCoined: 30,
}

// likeNews is the style of News. It was fitted by the table that contrib/bench-news.sh
// prints, to some 7,000 articles of 140 outlets, most of them American.
var likeNews = style{
	shares:      [kinds]float64{Copy: 0.4, Edited: 0.2, Wire: 0.3, Quote: 0.3, Credit: 0.3, Event: 13, Roundup: 0.2},
	medianWords: 670, sigmaWords: 0.62,
	quotePart: 0.6, agencyPart: 0.03, mentionPart: 0.55, moreMentions: 0.6, absentPart: 0.19, sharedQuotes: 1, formulas: 0.045,
	ofTopic: 200, ofNames: 138, ofNumber: 24, ofCoined: 30,
}
