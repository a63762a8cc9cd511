package quote

// What stands between quotation marks is somebody's words or not: a title, a
// nickname, a word held with tongs. A logistic model over a few dozen signs
// decides, each of them one value of one group below or of two groups crossed.
// Its weights are in data/weights.tsv, which says how they were fitted.

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

// A quoteModel is the weights of all signs.
type quoteModel struct {
	start   [groupCount]int   // of each group's weights
	crosses [len(crossed)]int // of each pair's
	words   int               // start of the weights of words, a table's length for each place
	rows    int
	weight  []float32
}

// newQuoteModel returns a model whose weights are all zero.
func newQuoteModel() *quoteModel {
	m := new(quoteModel)
	n := 0
	for g := range groups {
		m.start[g] = n
		n += len(groups[g].values)
	}
	for c, pair := range crossed {
		m.crosses[c] = n
		n += len(groups[pair[0]].values) * len(groups[pair[1]].values)
	}
	m.words, m.rows = n, len(speech().words)
	m.weight = make([]float32, n+wordPlaces*m.rows)
	return m
}

// each calls f with the index of the weight of each sign in s.
func (m *quoteModel) each(s *signs, f func(int)) {
	for g, v := range s.group {
		f(m.start[g] + int(v))
	}
	for c, pair := range crossed {
		f(m.crosses[c] + int(s.group[pair[0]])*len(groups[pair[1]].values) + int(s.group[pair[1]]))
	}
	for place, row := range s.word {
		if row >= 0 {
			f(m.words + place*m.rows + int(row))
		}
	}
}

// score returns the logarithm of the odds that a stretch with signs s is somebody's words.
func (m *quoteModel) score(s *signs) float32 {
	sum := float32(0)
	for g, v := range s.group {
		sum += m.weight[m.start[g]+int(v)]
	}
	for c, pair := range crossed {
		sum += m.weight[m.crosses[c]+int(s.group[pair[0]])*len(groups[pair[1]].values)+int(s.group[pair[1]])]
	}
	for place, row := range s.word {
		if row >= 0 {
			sum += m.weight[m.words+place*m.rows+int(row)]
		}
	}
	return sum
}

// judge sets scare for each stretch of r that is nobody's words.
func (r *reading) judge() {
	m := quotation()
	r.names.fill(r)
	r.talks()
	for k := range r.out {
		q := &r.out[k]
		if q.post {
			continue
		}
		s := r.signs(k)
		q.score = m.score(&s)
		q.scare = q.score < 0 || r.entitles(q, &s)
	}
}

// entitles reports whether the words beside q make it a title or a nickname
// for certain: the film “…”; the so-called “…”; Paul “Red” Olsen.
func (r *reading) entitles(q *quoted, s *signs) bool {
	p := &r.paras[q.para]
	i := q.first - 1
	if i < p.tok || q.behind.close && s.group[groupEnd] <= 4 && s.group[groupEnd] != 3 {
		return false
	}
	const fewWords = 5 // answer of groupLength for nine words and fewer
	if r.list[i].kind == commaToken && i > p.tok {
		i--
	}
	switch rl := r.role(i); {
	case r.list[i].kind != wordToken:
	case rl&roleSoCalled != 0:
		return s.group[groupLength] <= fewWords
	case rl&roleWork != 0:
		return s.group[groupLength] <= fewWords && s.group[groupCase] != 0
	case i == q.first-1 && r.list[i].upper && s.group[groupLength] <= 1 && q.last+1 < p.tokEnd:
		n := &r.list[q.last+1]
		return n.kind == wordToken && n.upper && !n.first && r.list[q.first+1].upper && r.role(i)&(roleTitle|roleCap) == 0 && r.inName(i) && !r.list[i].genitive
	}
	return false
}

// signs returns the signs of stretch k. Those before it are judged already.
func (r *reading) signs(k int) signs {
	q := &r.out[k]
	p := &r.paras[q.para]
	var s signs
	r.inner(&s, q)
	r.outer(&s, q, p)
	cue := int32(-1)
	s.group[groupCueBefore], s.group[groupSubject], cue = r.cueBefore(q, p)
	s.group[groupCueAfter] = r.cueAfter(q, p)
	begins, ends := q.first == p.tok, s.group[groupAfter] == 0
	switch {
	case begins && ends:
		s.group[groupPlace] = 3
	case begins:
		s.group[groupPlace] = 1
	case ends:
		s.group[groupPlace] = 2
	}
	s.group[groupSibling] = r.sibling(k, p)
	s.group[groupNear] = r.near(q, p)
	if q.single {
		s.group[groupShape] = 1
	}
	switch {
	case q.begun:
		s.group[groupOpen] = 3
	case q.open && k+1 < len(r.out) && r.out[k+1].para == q.para+1 && r.out[k+1].first == r.paras[q.para+1].tok:
		s.group[groupOpen] = 2
	case q.open:
		s.group[groupOpen] = 1
	}
	s.group[groupTitled] = r.titled(q, p)
	s.group[groupAgain] = r.again(k)
	s.group[groupMarks] = bucket(int(p.qEnd-p.q), 1, 2, 3)
	s.group[groupTalk] = r.talk
	s.group[groupTongs] = r.tongs(&s, q, p)
	q.behind, q.ahead = r.cueBehind(q, p), r.cueAhead(q, p)
	s.group[groupAhead], s.group[groupBehind] = ahead(&q.ahead), behind(&q.behind)
	for i := range s.word {
		s.word[i] = -1
	}
	if r.lang == 0 {
		long := 0
		if s.group[groupLength] > 3 {
			long = wordBeforeLong
		}
		if i := q.first - 1; i >= p.tok {
			s.word[long+wordBefore] = r.list[i].row
			if r.list[i].kind != wordToken {
				s.word[long+wordBefore] = -1
			}
		}
		if i := q.last + 1; i < p.tokEnd && r.list[i].kind == wordToken {
			s.word[long+wordAfter] = r.list[i].row
		}
		if cue >= 0 {
			s.word[long+wordCue] = r.list[cue].row
		}
	}
	return s
}
