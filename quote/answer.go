package quote

import "fmt"

// A group is one thing asked of a stretch between marks, with the names of its
// answers in the file of weights. An answer is the index of its name.
type group struct {
	name    string
	answers []string
}

// An answer is one of the answers of a group.
type answer uint8

// The groups, in the order of a signs.
const (
	groupBias = iota
	groupLength
	groupEnd
	groupCase
	groupPerson
	groupAuxiliary
	groupSentences
	groupBefore
	groupAfter
	groupCueBefore
	groupCueAfter
	groupPrevious
	groupPlace
	groupSibling
	groupShape
	groupClosed
	groupSubject
	groupTitled
	groupAgain
	groupMarks
	groupTalk
	groupNoun
	groupAhead
	groupBehind
	groupCount
)

var groups = [groupCount]group{
	groupBias:      {"bias", []string{"1"}},
	groupLength:    {"words", lengthNames[:]},
	groupEnd:       {"ends", endsNames[:]},
	groupCase:      {"case", caseNames[:]},
	groupPerson:    {"first-person", personNames[:]},
	groupAuxiliary: {"auxiliary", auxiliaryNames[:]},
	groupSentences: {"sentences", sentencesNames[:]},
	groupBefore:    {"before", beforeNames[:]},
	groupAfter:     {"after", afterNames[:]},
	groupCueBefore: {"cue-before", cueBeforeNames[:]},
	groupCueAfter:  {"cue-after", cueAfterNames[:]},
	groupPrevious:  {"previous-sentence", previousNames[:]},
	groupPlace:     {"place", placeNames[:]},
	groupSibling:   {"sibling", siblingNames[:]},
	groupShape:     {"shape", shapeNames[:]},
	groupClosed:    {"closed", closedNames[:]},
	groupSubject:   {"subject", subjectNames[:]},
	groupTitled:    {"titled", titledNames[:]},
	groupAgain:     {"again", againNames[:]},
	groupMarks:     {"in-paragraph", marksNames[:]},
	groupTalk:      {"long-in-article", talkNames[:]},
	groupNoun:      {"noun-behind", nounNames[:]},
	groupAhead:     {"cue-ahead", aheadNames[:]},
	groupBehind:    {"cue-behind", behindNames[:]},
}

// Answers of groupLength: how many words the stretch has.
const (
	lengthOne answer = iota
	lengthTwo
	lengthThree
	lengthFour
	lengthToSix
	lengthToNine
	lengthToFourteen
	lengthToTwentyFour
	lengthMore
	lengthAnswers
)

var lengthNames = [lengthAnswers]string{
	lengthOne:          "1",
	lengthTwo:          "2",
	lengthThree:        "3",
	lengthFour:         "4",
	lengthToSix:        "5-6",
	lengthToNine:       "7-9",
	lengthToFourteen:   "10-14",
	lengthToTwentyFour: "15-24",
	lengthMore:         "25+",
}

// Answers of groupEnd: what it ends with, or what stands right behind it.
const (
	endsComma answer = iota
	endsStop
	endsQuery
	endsBare
	endsCommaOutside
	endsStopOutside
	endsColonOutside
	endsDash
	endsAnswers
)

var endsNames = [endsAnswers]string{
	endsComma:        "comma",
	endsStop:         "stop",
	endsQuery:        "query",
	endsBare:         "bare",
	endsCommaOutside: "comma-outside",
	endsStopOutside:  "stop-outside",
	endsColonOutside: "colon-outside",
	endsDash:         "dash",
}

// Answers of groupCase: how its words are capitalised.
const (
	caseLower answer = iota
	caseSentence
	caseTitle
	caseOneCapital
	caseShout
	caseNumber
	caseBracket
	caseAnswers
)

var caseNames = [caseAnswers]string{
	caseLower:      "lower",
	caseSentence:   "sentence",
	caseTitle:      "title",
	caseOneCapital: "one-capital",
	caseShout:      "shout",
	caseNumber:     "number",
	caseBracket:    "bracket",
}

// Answers of groupPerson: whether it says I or we.
const (
	personNo answer = iota
	personYes
	personAnswers
)

var personNames = [personAnswers]string{
	personNo:  "no",
	personYes: "yes",
}

// Answers of groupAuxiliary: whether it has an auxiliary verb.
const (
	auxiliaryNo answer = iota
	auxiliaryYes
	auxiliaryAnswers
)

var auxiliaryNames = [auxiliaryAnswers]string{
	auxiliaryNo:  "no",
	auxiliaryYes: "yes",
}

// Answers of groupSentences: how many sentences it has.
const (
	sentencesOne answer = iota
	sentencesMore
	sentencesAnswers
)

var sentencesNames = [sentencesAnswers]string{
	sentencesOne:  "1",
	sentencesMore: "2+",
}

// Answers of groupBefore: the token before it.
const (
	beforeParagraph answer = iota
	beforeSentence
	beforeQuotation
	beforeComma
	beforeColon
	beforeDash
	beforeBracket
	beforeGenitive
	beforeSay
	beforeGerund
	beforeLabel
	beforeThink
	beforeName
	beforeAccording
	beforeMedia
	beforeBe
	beforeArticle
	beforePossessive
	beforeAs
	beforePreposition
	beforeConjunction
	beforeThat
	beforePronoun
	beforeAdverb
	beforeCapital
	beforeNumber
	beforeWord
	beforeSite
	beforeAnswers
)

var beforeNames = [beforeAnswers]string{
	beforeParagraph:   "paragraph",
	beforeSentence:    "sentence",
	beforeQuotation:   "quotation",
	beforeComma:       "comma",
	beforeColon:       "colon",
	beforeDash:        "dash",
	beforeBracket:     "bracket",
	beforeGenitive:    "genitive",
	beforeSay:         "say",
	beforeGerund:      "gerund",
	beforeLabel:       "label",
	beforeThink:       "think",
	beforeName:        "name",
	beforeAccording:   "according",
	beforeMedia:       "media",
	beforeBe:          "be",
	beforeArticle:     "article",
	beforePossessive:  "possessive",
	beforeAs:          "as",
	beforePreposition: "preposition",
	beforeConjunction: "conjunction",
	beforeThat:        "that",
	beforePronoun:     "pronoun",
	beforeAdverb:      "adverb",
	beforeCapital:     "capital",
	beforeNumber:      "number",
	beforeWord:        "word",
	beforeSite:        "site",
}

// Answers of groupAfter: the token behind it.
const (
	afterParagraph answer = iota
	afterSentence
	afterQuotation
	afterComma
	afterColon
	afterDash
	afterBracket
	afterSay
	afterPronoun
	afterCapital
	afterConjunction
	afterPreposition
	afterThat
	afterBe
	afterAccording
	afterArticle
	afterWord
	afterAttached
	afterCue
	afterGerund
	afterAnswers
)

var afterNames = [afterAnswers]string{
	afterParagraph:   "paragraph",
	afterSentence:    "sentence",
	afterQuotation:   "quotation",
	afterComma:       "comma",
	afterColon:       "colon",
	afterDash:        "dash",
	afterBracket:     "bracket",
	afterSay:         "say",
	afterPronoun:     "pronoun",
	afterCapital:     "capital",
	afterConjunction: "conjunction",
	afterPreposition: "preposition",
	afterThat:        "that",
	afterBe:          "be",
	afterAccording:   "according",
	afterArticle:     "article",
	afterWord:        "word",
	afterAttached:    "attached",
	afterCue:         "cue",
	afterGerund:      "gerund",
}

// Answers of groupCueBefore: the word of speech before it in its sentence, and how many words lie between at most.
const (
	cueBeforeNone answer = iota
	cueBeforeSay0
	cueBeforeSay3
	cueBeforeSay8
	cueBeforeSayFar
	cueBeforeGerund0
	cueBeforeGerund3
	cueBeforeGerundFar
	cueBeforeLabel0
	cueBeforeLabel3
	cueBeforeLabelFar
	cueBeforeThink0
	cueBeforeThink3
	cueBeforeThinkFar
	cueBeforeAccording3
	cueBeforeAccordingFar
	cueBeforeName0
	cueBeforeName3
	cueBeforeMedia3
	cueBeforeMediaFar
	cueBeforeAnswers
)

var cueBeforeNames = [cueBeforeAnswers]string{
	cueBeforeNone:         "none",
	cueBeforeSay0:         "say-0",
	cueBeforeSay3:         "say-3",
	cueBeforeSay8:         "say-8",
	cueBeforeSayFar:       "say-far",
	cueBeforeGerund0:      "gerund-0",
	cueBeforeGerund3:      "gerund-3",
	cueBeforeGerundFar:    "gerund-far",
	cueBeforeLabel0:       "label-0",
	cueBeforeLabel3:       "label-3",
	cueBeforeLabelFar:     "label-far",
	cueBeforeThink0:       "think-0",
	cueBeforeThink3:       "think-3",
	cueBeforeThinkFar:     "think-far",
	cueBeforeAccording3:   "according-3",
	cueBeforeAccordingFar: "according-far",
	cueBeforeName0:        "name-0",
	cueBeforeName3:        "name-3",
	cueBeforeMedia3:       "media-3",
	cueBeforeMediaFar:     "media-far",
}

// Answers of groupCueAfter: the same behind it.
const (
	cueAfterNone answer = iota
	cueAfterSay0
	cueAfterSay3
	cueAfterSay8
	cueAfterSayFar
	cueAfterOther3
	cueAfterOtherFar
	cueAfterAccording3
	cueAfterAccordingFar
	cueAfterAnswers
)

var cueAfterNames = [cueAfterAnswers]string{
	cueAfterNone:         "none",
	cueAfterSay0:         "say-0",
	cueAfterSay3:         "say-3",
	cueAfterSay8:         "say-8",
	cueAfterSayFar:       "say-far",
	cueAfterOther3:       "other-3",
	cueAfterOtherFar:     "other-far",
	cueAfterAccording3:   "according-3",
	cueAfterAccordingFar: "according-far",
}

// Answers of groupPrevious: what the sentence before its own holds.
const (
	previousNone answer = iota
	previousSay
	previousQuotation
	previousOther
	previousAnswers
)

var previousNames = [previousAnswers]string{
	previousNone:      "none",
	previousSay:       "say",
	previousQuotation: "quotation",
	previousOther:     "other",
}

// Answers of groupPlace: where in its paragraph it stands.
const (
	placeInside answer = iota
	placeBegins
	placeEnds
	placeWhole
	placeAnswers
)

var placeNames = [placeAnswers]string{
	placeInside: "inside",
	placeBegins: "begins",
	placeEnds:   "ends",
	placeWhole:  "whole",
}

// Answers of groupSibling: the stretch before it in its sentence; joined: nothing but a comma or a conjunction parts them.
const (
	siblingNone answer = iota
	siblingQuotation
	siblingScare
	siblingQuotationJoined
	siblingScareJoined
	siblingAnswers
)

var siblingNames = [siblingAnswers]string{
	siblingNone:            "none",
	siblingQuotation:       "quotation",
	siblingScare:           "scare",
	siblingQuotationJoined: "quotation-joined",
	siblingScareJoined:     "scare-joined",
}

// Answers of groupShape: its marks.
const (
	shapeDouble answer = iota
	shapeSingle
	shapeAnswers
)

var shapeNames = [shapeAnswers]string{
	shapeDouble: "double",
	shapeSingle: "single",
}

// Answers of groupClosed: whether its marks are a pair.
const (
	closedYes answer = iota
	closedNo
	closedNoReopened
	closedBegun
	closedAnswers
)

var closedNames = [closedAnswers]string{
	closedYes:        "yes",
	closedNo:         "no",
	closedNoReopened: "no-reopened",
	closedBegun:      "begun",
}

// Answers of groupSubject: what may be the subject of the cue before it.
const (
	subjectNone answer = iota
	subjectPronoun
	subjectCapital
	subjectNoun
	subjectAnswers
)

var subjectNames = [subjectAnswers]string{
	subjectNone:    "none",
	subjectPronoun: "pronoun",
	subjectCapital: "capital",
	subjectNoun:    "noun",
}

// Answers of groupTitled: where before it a word stands that titles and nicknames follow.
const (
	titledNo answer = iota
	titledWord
	titledWordComma
	titledNear
	titledAnswers
)

var titledNames = [titledAnswers]string{
	titledNo:        "no",
	titledWord:      "word",
	titledWordComma: "word-comma",
	titledNear:      "near",
}

// Answers of groupAgain: whether a stretch nearby begins the same.
const (
	againNo answer = iota
	againYes
	againAnswers
)

var againNames = [againAnswers]string{
	againNo:  "no",
	againYes: "yes",
}

// Answers of groupMarks: how many stretches its paragraph has.
const (
	marksOne answer = iota
	marksTwo
	marksThree
	marksMore
	marksAnswers
)

var marksNames = [marksAnswers]string{
	marksOne:   "1",
	marksTwo:   "2",
	marksThree: "3",
	marksMore:  "4+",
}

// Answers of groupTalk: how many stretches of the article are of ten words or so.
const (
	talkNone answer = iota
	talkFew
	talkHalf
	talkMost
	talkAnswers
)

var talkNames = [talkAnswers]string{
	talkNone: "none",
	talkFew:  "few",
	talkHalf: "half",
	talkMost: "most",
}

// Answers of groupNoun: whether it describes the noun behind it, and what stands before it then.
const (
	nounNo answer = iota
	nounArticle
	nounAdjective
	nounOther
	nounAnswers
)

var nounNames = [nounAnswers]string{
	nounNo:        "no",
	nounArticle:   "article",
	nounAdjective: "adjective",
	nounOther:     "other",
}

// Answers of groupAhead: who speaks by the cue before it; close: set off by no more than a comma.
const (
	aheadNone answer = iota
	aheadNoSubject
	aheadClose
	aheadName
	aheadPronoun
	aheadNoun
	aheadNameThought
	aheadPronounThought
	aheadNounThought
	aheadAnswers
)

var aheadNames = [aheadAnswers]string{
	aheadNone:           "none",
	aheadNoSubject:      "no-subject",
	aheadClose:          "close",
	aheadName:           "name",
	aheadPronoun:        "pronoun",
	aheadNoun:           "noun",
	aheadNameThought:    "name-thought",
	aheadPronounThought: "pronoun-thought",
	aheadNounThought:    "noun-thought",
}

// Answers of groupBehind: who speaks by the cue behind it.
const (
	behindNone answer = iota
	behindNoSubject
	behindClose
	behindName
	behindPronoun
	behindNoun
	behindAnswers
)

var behindNames = [behindAnswers]string{
	behindNone:      "none",
	behindNoSubject: "no-subject",
	behindClose:     "close",
	behindName:      "name",
	behindPronoun:   "pronoun",
	behindNoun:      "noun",
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
	{groupNoun, groupCueBefore},
	{groupNoun, groupLength},
	{groupNoun, groupCase},
	{groupAhead, groupLength},
	{groupAhead, groupBefore},
	{groupAhead, groupCase},
	{groupAhead, groupBehind},
	{groupBehind, groupLength},
	{groupAhead, groupNoun},
	{groupAhead, groupTitled},
	{groupAgain, groupPlace},
	{groupPlace, groupLength},
	{groupPrevious, groupPlace},
	{groupPerson, groupLength},
	{groupAuxiliary, groupLength},
	{groupEnd, groupBefore},
	{groupPlace, groupBehind},
	{groupClosed, groupLength},
	{groupPrevious, groupLength},
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
	group [groupCount]answer
	word  [wordPlaces]int32
}

// bucket returns the answer that is as many behind first as there are bounds
// that n exceeds.
func bucket(first answer, n int, bounds ...int) answer {
	for _, b := range bounds {
		if n <= b {
			break
		}
		first++
	}
	return first
}

// checkAnswers returns an error if an answer has no name or shares one, which
// the compiler cannot see.
func checkAnswers() error {
	for _, g := range groups {
		seen := map[string]bool{"": true}
		for v, name := range g.answers {
			if seen[name] {
				return fmt.Errorf("answer %d of %q: no name, or one twice: %q", v, g.name, name)
			}
			seen[name] = true
		}
	}
	return nil
}
