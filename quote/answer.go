package quote

// A group is one thing asked of a stretch between marks, with its answers.
type group struct {
	name   string
	values []string
}

// The groups, in the order of a signs.
const (
	groupBias = iota
	groupLength
	groupEnd
	groupCase
	groupPerson
	groupVerb
	groupSentences
	groupBefore
	groupAfter
	groupCueBefore
	groupCueAfter
	groupNear
	groupPlace
	groupSibling
	groupShape
	groupOpen
	groupSubject
	groupTitled
	groupAgain
	groupMarks
	groupTalk
	groupTongs
	groupAhead
	groupBehind
	groupCount
)

var groups = [groupCount]group{
	groupBias:      {"bias", []string{"1"}},
	groupLength:    {"words", []string{"1", "2", "3", "4", "5-6", "7-9", "10-14", "15-24", "25+"}},
	groupEnd:       {"ends", []string{"comma", "stop", "query", "bare", "comma-outside", "stop-outside", "colon-outside", "dash"}},
	groupCase:      {"case", []string{"lower", "sentence", "title", "one-capital", "shout", "number", "bracket"}},
	groupPerson:    {"first-person", []string{"no", "yes"}},
	groupVerb:      {"auxiliary", []string{"no", "yes"}},
	groupSentences: {"sentences", []string{"1", "2+"}},
	groupBefore: {"before", []string{
		"paragraph", "sentence", "quotation", "comma", "colon", "dash", "bracket", "genitive", "say", "gerund", "label", "think", "name", "according",
		"media", "be", "article", "possessive", "as", "preposition", "conjunction", "that", "pronoun", "adverb", "capital", "number", "word", "site",
	}},
	groupAfter: {"after", []string{
		"paragraph", "sentence", "quotation", "comma", "colon", "dash", "bracket", "say", "pronoun", "capital", "conjunction", "preposition", "that",
		"be", "according", "article", "word", "attached", "cue", "gerund",
	}},
	groupCueBefore: {"cue-before", []string{
		"none", "say-0", "say-3", "say-8", "say-far", "gerund-0", "gerund-3", "gerund-far", "label-0", "label-3", "label-far", "think-0", "think-3", "think-far",
		"according-3", "according-far", "name-0", "name-3", "media-3", "media-far",
	}},
	groupCueAfter: {"cue-after", []string{"none", "say-0", "say-3", "say-8", "say-far", "other-3", "other-far", "according-3", "according-far"}},
	groupNear:     {"previous-sentence", []string{"none", "say", "quotation", "other"}},
	groupPlace:    {"place", []string{"inside", "begins", "ends", "whole"}},
	groupSibling:  {"sibling", []string{"none", "quotation", "scare", "quotation-joined", "scare-joined"}},
	groupShape:    {"shape", []string{"double", "single"}},
	groupOpen:     {"closed", []string{"yes", "no", "no-reopened", "begun"}},
	groupSubject:  {"subject", []string{"none", "pronoun", "capital", "noun"}},
	groupTitled:   {"titled", []string{"no", "word", "word-comma", "near"}},
	groupAgain:    {"again", []string{"no", "yes"}},
	groupMarks:    {"in-paragraph", []string{"1", "2", "3", "4+"}},
	groupTalk:     {"long-in-article", []string{"none", "few", "half", "most"}},
	groupTongs:    {"noun-behind", []string{"no", "article", "adjective", "other"}},
	groupAhead:    {"cue-ahead", []string{"none", "no-subject", "close", "name", "pronoun", "noun", "name-thought", "pronoun-thought", "noun-thought"}},
	groupBehind:   {"cue-behind", []string{"none", "no-subject", "close", "name", "pronoun", "noun"}},
}

// crossed are the pairs of groups of which each pair of answers is a sign of its own.
var crossed = [...][2]int{
	{groupLength, groupCueBefore},
	{groupLength, groupBefore},
	{groupLength, groupCase},
	{groupLength, groupAfter},
	{groupCase, groupBefore},
	{groupEnd, groupCueBefore},
	{groupBefore, groupCueBefore},
	{groupLength, groupCueAfter},
	{groupLength, groupEnd},
	{groupCase, groupCueBefore},
	{groupSibling, groupCueBefore},
	{groupAfter, groupCueBefore},
	{groupAfter, groupBefore},
	{groupSibling, groupCase},
	{groupLength, groupSubject},
	{groupSubject, groupCueBefore},
	{groupTitled, groupCase},
	{groupTitled, groupLength},
	{groupAgain, groupLength},
	{groupMarks, groupLength},
	{groupTalk, groupLength},
	{groupTongs, groupCueBefore},
	{groupTongs, groupLength},
	{groupTongs, groupCase},
	{groupAhead, groupLength},
	{groupAhead, groupBefore},
	{groupAhead, groupCase},
	{groupAhead, groupBehind},
	{groupBehind, groupLength},
	{groupAhead, groupTongs},
	{groupAhead, groupTitled},
	{groupAgain, groupPlace},
	{groupPlace, groupLength},
	{groupNear, groupPlace},
	{groupPerson, groupLength},
	{groupVerb, groupLength},
	{groupEnd, groupBefore},
	{groupPlace, groupBehind},
	{groupOpen, groupLength},
	{groupNear, groupLength},
}

// What a word says beside a stretch is asked of three words: the ones next to
// it and the one that tells of speech. It differs for short stretches and long ones.
const (
	wordBefore = iota
	wordAfter
	wordCue
	wordBeforeLong
	wordAfterLong
	wordCueLong
	wordPlaces
)

// wordNames are the names of the places, in the file of weights.
var wordNames = [wordPlaces]string{"word-before", "word-after", "word-cue", "word-before-long", "word-after-long", "word-cue-long"}

// A signs is what a stretch shows: one answer for each group, and the words
// beside it as rows of the table of words, -1 where there is none. Words count
// in English only, the language the weights were fitted on.
type signs struct {
	group [groupCount]uint8
	word  [wordPlaces]int32
}

// bucket returns the number of bounds that n exceeds.
func bucket(n int, bounds ...int) uint8 {
	for i, b := range bounds {
		if n <= b {
			return uint8(i)
		}
	}
	return uint8(len(bounds))
}
