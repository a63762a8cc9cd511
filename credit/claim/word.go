package claim

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// A vocabulary is the words of one language by which claims are measured, as the
// sections of its file list them.
type vocabulary struct {
	publics     *word.Phrases // what names a public source: words, then phrases
	words       int           // how many of them are words
	told        *word.Phrases // parts of cues: what somebody told the outlet
	reports     *word.Phrases // parts of cues: the outlet reported or published it
	first       *word.Phrases // parts of cues: the outlet was the first to report
	broke       *word.Phrases // right behind the outlet: it brought to light what is told
	again       *word.Phrases // parts of sentences that go on with the report of an outlet named before
	as          *word.Phrases // cues that credit what stands beside them, whatever its subject: according to
	broken      *word.Phrases // parts of short sentences that say that an outlet brought the news to light
	before      *word.Phrases // parts of cues: the outlet told it before the news
	news        *word.Phrases // parts of sentences that mean all that the article tells: the news, this story
	found       *word.Phrases // parts of cues: all that the article tells was found there
	event       *word.Phrases // parts of credits: what the outlet held, to which others came
	raceCall    *word.Phrases // parts of sentences in which an outlet counts votes
	figures     *word.Phrases // parts of cues by which an outlet has only counted
	forecaster  *word.Phrases // words of sentences that hold the news against what others had expected: who did
	forecast    *word.Phrases // and that they did
	behind      *word.Phrases // before a credit for what came before the news
	answer      *word.Phrases // cues that tell of what somebody said to a report
	called      *word.Phrases // before a report, what somebody made of it
	denial      *word.Phrases // of titles and leads that tell of a denial
	had         *word.Phrases // in what credits a report that came before what is told
	reported    *word.Phrases // parts of leads that say that something is reported, or was by somebody
	titled      *word.Phrases // parts of titles that say that it is others' report
	reaction    *word.Phrases // verbs of titles that tell of somebody's reaction
	says        *word.Phrases // verbs of titles that tell what somebody says
	opinion     *word.Phrases // sections and labels of opinion pieces
	scoop       *word.Phrases // parts of sentences that say that an outlet has it for itself
	earlier     *word.Phrases // parts of sentences that date what they credit before the news
	explains    *word.Phrases // words with which titles begin that ask what to make of the news
	aside       *word.Phrases // before a credit in a clause beside that of the sentence
	back        *word.Phrases // words with which sentences begin that credit what stands before
	days        *word.Phrases // names of the days of the week, from Monday on
	pronouns    []string
	goesOn      *word.Phrases // parts of sentences that go on with what somebody said
	toldOwn     *word.Phrases // before the own outlet's name
	check       *word.Phrases // what a piece begins with that checks what others say
	whole       *word.Phrases // parts of credit lines that make the text the outlet's
	and         []string      // before an outlet in a byline that names somebody else first
	printed     *word.Phrases // parts of credit lines that say whose the text was before
	part        *word.Phrases // parts of credit lines that leave open how much it is
	unnamed     *word.Phrases // parts of texts that rest on unnamed sources
	match       *word.Phrases // parts of reports of matches
	scored      *word.Phrases // parts of sentences that tell a score without figures and a dash
	thisHouse   *word.Phrases // words by which a house means itself
	press       *word.Phrases // words by which a sentence credits press that it does not name
	linked      *word.Phrases // words that are linked and tell of a report
	open        *word.Phrases // parts of sentences of what all reporters were told, or saw
	life        *word.Phrases // parts of titles and first sentences of obituaries
	died        *word.Phrases // before the age of one who died
	aged        []string      // right before that age
	agedNext    []string      // behind that age, where no mark stands there
	toldAll     *word.Phrases // those of open, and parts of sentences with words that anybody could read: a statement's, a post's
	ownArticles []string      // with which names of outlets begin, in lower case
	toldBehind  []string      // right behind the own outlet's name
	inflected   bool          // words have many endings
	ownReport   *word.Phrases // words by which a piece says that its own house found out what it tells
}

// vocabularies are those of the languages, in their order, each made on first
// use; nil of one that has no words for it.
var vocabularies = sync.OnceValue(func() (all []func() *vocabulary) {
	for _, l := range lang.All() {
		all = append(all, sync.OnceValue(func() *vocabulary { return newVocabulary(l) }))
	}
	return all
})

func newVocabulary(l *lang.Language) *vocabulary {
	public := slices.Collect(l.Words("public"))
	if len(public) == 0 {
		return nil
	}
	phrases := func(section string) *word.Phrases { return word.NewPhrases(slices.Collect(l.Phrases(section))) }
	return &vocabulary{
		publics:     word.NewPhrases(slices.AppendSeq(slices.Clone(public), l.Phrases("public-phrase"))),
		words:       len(public),
		told:        phrases("told"),
		reports:     phrases("told-report"),
		first:       phrases("told-first"),
		before:      phrases("told-before"),
		broke:       phrases("told-broke"),
		news:        phrases("told-news"),
		found:       phrases("told-found"),
		event:       phrases("told-event"),
		raceCall:    phrases("race-call"),
		figures:     phrases("figures-cue"),
		forecaster:  phrases("forecaster"),
		forecast:    phrases("forecast"),
		behind:      phrases("behind"),
		answer:      phrases("answer"),
		called:      phrases("answer-called"),
		denial:      phrases("denial"),
		had:         phrases("reported-before"),
		reported:    phrases("lead-report"),
		titled:      phrases("title-report"),
		reaction:    phrases("reaction"),
		says:        phrases("title-says"),
		broken:      phrases("told-broken"),
		again:       phrases("told-again"),
		as:          phrases("told-as"),
		opinion:     phrases("opinion"),
		scoop:       phrases("scoop"),
		earlier:     phrases("earlier"),
		explains:    phrases("explains"),
		aside:       phrases("aside"),
		back:        phrases("told-back"),
		days:        word.NewPhrases(l.Weekdays()),
		pronouns:    slices.Collect(l.Phrases("goes-on-who")),
		goesOn:      phrases("goes-on"),
		toldOwn:     phrases("told-own"),
		check:       phrases("fact-check"),
		whole:       phrases("text-whole"),
		and:         slices.Collect(l.Words("byline-and")),
		part:        phrases("text-part"),
		printed:     phrases("text-printed"),
		unnamed:     phrases("unnamed"),
		open:        phrases("open"),
		life:        phrases("life"),
		died:        phrases("died"),
		aged:        slices.Collect(l.Phrases("died-aged")),
		agedNext:    slices.Collect(l.Phrases("died-next")),
		toldAll:     word.NewPhrases(slices.AppendSeq(slices.Collect(l.Phrases("open")), l.Phrases("stated"))),
		match:       phrases("match"),
		scored:      phrases("match-score"),
		thisHouse:   phrases("this-house"),
		press:       phrases("unnamed-press"),
		linked:      phrases("linked"),
		ownArticles: slices.Collect(l.Phrases("own-article")),
		toldBehind:  slices.Collect(l.Phrases("told-own-behind")),
		inflected:   len(slices.Collect(l.Words("inflected"))) > 0,
		ownReport:   phrases("own-report"),
	}
}

// pressVocabularies are those of the languages of which only the words of credits
// are known, by their codes, each made on first use; nil of one that has none.
var pressVocabularies = sync.OnceValue(func() map[string]func() *vocabulary {
	all := map[string]func() *vocabulary{}
	for _, code := range lang.PressCodes() {
		all[code] = sync.OnceValue(func() *vocabulary { return newVocabulary(lang.Press(code)) })
	}
	return all
})

// vocabularyOf returns the vocabulary of a language, that of the first language
// for one that has none.
func vocabularyOf(language string) *vocabulary {
	if read := pressVocabularies()[lang.Base(language)]; read != nil {
		if v := read(); v != nil {
			return v
		}
	}
	all := vocabularies()
	if v := all[max(lang.Index(language), 0)](); v != nil {
		return v
	}
	return all[0]()
}

// public reports whether a sentence names a public source.
func (v *vocabulary) public(sentence string) bool {
	return v.publics.Find(sentence, func(n, start, end int) bool { return n >= v.words || bounded(sentence, start, end) })
}

// clauseBytes is how far before a credit a word stands at most that makes it a
// clause of time: after the Herald reported.
const clauseBytes = 66

// follows reports whether the clause of which before is the beginning tells what
// the news came after.
func (v *vocabulary) follows(before string) bool {
	before = before[max(0, len(before)-clauseBytes):]
	before = before[clauseStart(before):]
	return v.behind.In(" " + before + " ")
}

// clauseStart returns where the last clause of s begins.
func clauseStart(s string) int {
	k := strings.LastIndexAny(s, ",;，；、،؛")
	if k < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[k:])
	return k + n
}

// bounded reports whether s[start:end] is no part of a longer word.
func bounded(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return (start == 0 || parts(before)) && (end == len(s) || parts(after))
}

// parts reports whether r parts words. In scripts that do not divide words, or join particles to them, any
// letter may be the first or the last of one.
func parts(r rune) bool {
	return r != '-' && (!unicode.IsLetter(r) || word.Unspaced(r) || unicode.Is(unicode.Hangul, r))
}

// toldTo reports whether a text says that somebody told something to an outlet,
// whose name is in lower case.
func (v *vocabulary) toldTo(text, outlet string) bool {
	short := outlet
	for _, article := range v.ownArticles {
		if rest, ok := strings.CutPrefix(outlet, article+" "); ok {
			short = rest // dem Standard, au Monde
		}
	}
	told := v.toldOwn.Find(text, func(_, _, end int) bool { return v.namesHouse(text, end, outlet, short) })
	return told || len(v.toldBehind) > 0 && v.toldBehindName(text, outlet)
}

// namesHouse reports whether text[at:] begins with the name of an outlet, or with what is short for it, both in
// lower case, or with its initials, in another form where words have many endings.
func (v *vocabulary) namesHouse(text string, at int, outlet, short string) bool {
	if strings.HasPrefix(text[at:], "The ") {
		at += len("The ")
	}
	initials, joined := initialsOf(outlet), strings.ReplaceAll(outlet, " ", "") // franceinfo
	if n := len(initials); n > 1 && strings.HasPrefix(text[at:], initials) && bounded(text, at, at+n) {
		return true // säger hon till DN
	}
	for _, name := range [...]string{outlet, short, joined} {
		n := word.FoldedPrefix(text[at:], name)
		if n > 0 && (asName(text[at:]) || joined != outlet && n == len(joined)) && bounded(text, at, at+n) {
			return true
		}
	}
	if !v.inflected {
		return false
	}
	at += len(text[at:]) - len(strings.TrimLeft(text[at:], "«„“\""))
	n := inflectedPrefix(text[at:], outlet)
	return n > 0 && asName(text[at:]) && bounded(text[at:], 0, n)
}

// inflectedPrefix returns how many bytes of s the name takes, which is in small letters, in other forms of its
// words, if s begins with it; 0 if not.
func inflectedPrefix(s, name string) int {
	at := 0
	for w := range strings.FieldsSeq(name) {
		at += len(s[at:]) - len(strings.TrimLeft(s[at:], " "))
		n := strings.IndexFunc(s[at:], func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '.' })
		if n < 0 {
			n = len(s) - at
		}
		if !sameForms(w, s[at:at+n]) {
			return 0
		}
		at += n
	}
	return at
}

// toldBehindName reports whether a text says behind the name of an outlet, which is in lower case, that
// somebody told it something.
func (v *vocabulary) toldBehindName(text, outlet string) bool {
	for at := 0; outlet != ""; {
		k := strings.Index(text[at:], outlet)
		if k < 0 {
			break
		}
		at += k + len(outlet)
		rest := strings.TrimLeft(text[at:], "’'”\"』」》")
		if slices.ContainsFunc(v.toldBehind, func(p string) bool { return strings.HasPrefix(rest, p) }) {
			return true
		}
	}
	return false
}

// asName reports whether s begins as a name does: with a capital letter, or one of a script without them.
func asName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return word.Capital(s) || unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r)
}

// initialsOf returns the first letters of the words of a name, in capitals: DN, GP.
func initialsOf(name string) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}

// standsIn reports whether one of the words stands in s, not as part of a longer one.
func standsIn(words *word.Phrases, s string) bool {
	return words.Find(s, func(_, start, end int) bool { return bounded(s, start, end) })
}

func (v *vocabulary) pronoun(lower string) bool { return slices.Contains(v.pronouns, lower) }

// textOf returns what a credit line says of the outlet's part in the text.
func (v *vocabulary) textOf(line string) Text {
	switch {
	case v.whole.In(line):
		return Whole
	case v.part.In(line):
		return Contributed
	case v.printed.In(line):
		return Whole
	}
	return Included
}

// textOfByline returns what a byline that ends with the name of an outlet, or with
// one word for it, says of the outlet's part in the text: of what somebody wrote
// with an agency only some is the agency's.
func (v *vocabulary) textOfByline(line, outlet string) Text {
	const name = 2 // words: Ada Lorne
	words := strings.Fields(strings.ToLower(line))
	own := len(strings.Fields(inProse(outlet)))
	for _, n := range [...]int{1, own, own + 1} { // dpa, Associated Press, the Associated Press
		at := len(words) - n - 1
		if at < name || !slices.Contains(v.and, words[at]) {
			continue
		}
		if rest := strings.Join(words[at+1:], " "); n == 1 || strings.HasSuffix(rest, inProse(outlet)) {
			return Included
		}
	}
	return Whole
}

// inProse returns the name of an outlet as it is looked for in prose: in lower
// case, without the article.
func inProse(outlet string) string { return strings.ToLower(strings.TrimPrefix(outlet, "The ")) }

// Told reports whether a cue of an article says that somebody told the outlet
// something, be it on the air: in an interview with.
func Told(a *article.Article, cue string) bool { return vocabularyOf(a.Language).told.In(cue) }

// Unnamed reports whether an article of the outlet home cites unnamed sources
// ("people familiar with the matter") without saying that anybody spoke to home.
// Only articles in languages that list such phrases are read for it.
func Unnamed(a *article.Article, home string) bool {
	v := vocabularyOf(a.Language)
	return v.unnamed.In(a.Text) && !(home != "" && v.toldTo(a.Text, inProse(home)))
}

// Open reports whether a sentence says that all reporters who came were told what it tells, or saw it:
// at a news conference, in court, at a match. Only those in languages that list such phrases are read.
func Open(language, sentence string) bool { return vocabularyOf(language).open.In(sentence) }

// Life reports whether a sentence, or a title, is of one who died and whose life is told.
func Life(language, sentence string) bool {
	v := vocabularyOf(language)
	return v.life.In(sentence) || v.diedOld(sentence)
}

// What age of somebody who died makes his life be told: of a younger one it is his death.
const youngest, oldest = 50, 119

// diedOld reports whether a sentence says of somebody that he died at such an age: died on Tuesday in
// Corran at 88, not at 70 mph.
func (v *vocabulary) diedOld(sentence string) bool {
	return v.died.Find(sentence, func(_, start, end int) bool {
		if !bounded(sentence, start, end) {
			return false
		}
		for rest := sentence[end:]; ; {
			i := strings.IndexAny(rest, "0123456789")
			if i < 0 {
				return false
			}
			if before, spaced := strings.CutSuffix(rest[:i], " "); spaced && isAge(rest[i:], v.agedNext) && slices.ContainsFunc(v.aged, func(w string) bool {
				return strings.HasSuffix(before, w) && bounded(before, len(before)-len(w), len(before))
			}) {
				return true
			}
			rest = strings.TrimLeft(rest[i:], "0123456789")
		}
	})
}

// isAge reports whether s begins with the age of somebody old, and what stands behind it is a mark or one of these words.
func isAge(s string, goesOn []string) bool {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	age, err := strconv.Atoi(s[:digits])
	if err != nil || age < youngest || age > oldest {
		return false
	}
	next, spaced := strings.CutPrefix(s[digits:], " ")
	if !spaced {
		return next == "" || strings.ContainsAny(next[:1], ",.;)") && (len(next) == 1 || next[1] == ' ')
	}
	return slices.ContainsFunc(goesOn, func(w string) bool {
		return len(next) >= len(w) && strings.EqualFold(next[:len(w)], w) && bounded(next, 0, len(w))
	})
}

// ToldAll reports whether a sentence, which quotes somebody, says that all reporters could have his
// words: he said them to all who came, or in a statement.
func ToldAll(language, sentence string) bool { return vocabularyOf(language).toldAll.In(sentence) }

// Checks reports whether a title, or one of the first paragraphs, is that of a piece which checks what
// others say: Fact check: no town has banned yellow. Whom it credits for that is no source of its news.
func Checks(language, head string) bool {
	return vocabularyOf(language).check.Find(head, func(_, start, end int) bool { return start == 0 && bounded(head, start, end) })
}

// ThisHouse reports whether a text has words by which a house means itself: told this newspaper.
func ThisHouse(language, text string) bool { return vocabularyOf(language).thisHouse.In(text) }

// Press reports whether a sentence says that the press has what it tells, or a paper that it does not
// name: a local newspaper reported; laut Medienberichten.
func Press(language, sentence string) bool {
	return standsIn(vocabularyOf(language).press, sentence)
}

// Linked reports whether words that are linked say that an outlet has it which they do not name; which
// they are is then for the page to tell that they lead to. press says that they name a paper, or the press.
func Linked(language, words string) (press, reports bool) {
	v := vocabularyOf(language)
	return standsIn(v.press, words), standsIn(v.linked, words)
}

// OwnTold reports whether a sentence of the outlet home says that somebody told that house
// what it tells, be it by the last word of its name, or that this newspaper has it.
func OwnTold(language, sentence, home string) bool {
	v := vocabularyOf(language)
	if v.thisHouse.In(sentence) {
		return true
	}
	if home == "" || !v.toldOwn.In(sentence) {
		return false
	}
	name := inProse(home)
	return v.toldTo(sentence, name) || v.toldTo(sentence, name[strings.LastIndexByte(name, ' ')+1:])
}

// isBehind reports whether a cue says itself, and says no more than, that what is told
// came after: in the wake of a Herald report.
func (v *vocabulary) isBehind(cue string) bool {
	cue = " " + cue + " "
	return v.behind.Find(cue, func(_, start, end int) bool { return start == 0 && end == len(cue) })
}

// isAnswer reports whether a cue says no more than that somebody spoke of what was reported:
// dismissed a Herald report.
func (v *vocabulary) isAnswer(cue string) bool {
	return v.answer.Find(cue, func(_, start, end int) bool { return start == 0 && end == len(cue) })
}
