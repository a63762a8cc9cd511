package lang

// sections are the names that a file of data may use, with what their words are
// to the package that reads them.
var sections = map[string]string{
	"rank":   "one number: of two languages that fit a text equally well, the lower is taken",
	"traits": "ordinals: a number with a full stop is an ordinal",

	// The language. Read by layout, to tell it from the others, and by shingle.
	"function":  "the commonest words, which tell the language from the others",
	"small":     "those of five letters at most that tell which cues to read a text by whose language is not known; read by credit",
	"common":    "function words without diacritics, which prove nothing when two texts share them; none that carries meaning in another of the languages (German war and hat)",
	"irregular": "a word a line, then those of its forms that no ending explains",
	"numeral":   "a number a line, in digits, then the words for it",

	// Dates. Read by date, and the first two by layout and digest too.
	"month":       "months, a line each, with their abbreviations",
	"weekday":     "days of the week, a line each from Monday on: the name as articles write it, then its other forms and abbreviations",
	"date-filler": "words within dates that say nothing that their neighbours do not",
	"date-label":  "words that announce the date of publication",
	"date-change": "words that announce the date of a later change",

	// Lines around the text. Read by layout.
	"when":      "what stands before a date or a time of publication",
	"zone":      "time zones",
	"clock":     "words of a time of day",
	"ago":       "words of a time that has passed",
	"chrome":    "what buttons, menus, counters and prompts say",
	"network":   "platforms that share buttons name",
	"section":   "names of sections of a paper",
	"paper":     "words that names of outlets hold",
	"agency":    "agencies and archives that are credited with pictures and copy",
	"photo":     "words of captions and their credits",
	"by":        "words before the name of whoever wrote it",
	"line-role": "what people who write are called",
	"particle":  "small words within names and between them",
	"tld":       "last labels of the names of hosts",

	// Ends of sentences, words without the last full stop. Read by sentence.
	"abbr-title":  "with a capital letter, never end a sentence",
	"abbr-joins":  "never end a sentence",
	"abbr-counts": "never end a sentence before a number",
	"abbr-name":   "with a capital letter, end a sentence only before a starter",
	"abbr-maybe":  "end a sentence only before a starter",
	"starter":     "begin sentences when they have a capital letter",
	"speech":      "verbs of saying, after which a question in quotation marks has not ended the sentence",

	// Who speaks a quotation. Read by quote.
	"say":          "verbs that report speech: finite forms and past participles",
	"ger":          "gerunds of such verbs: their subject is that of the clause",
	"label":        "verbs that put a name or a judgement on something",
	"think":        "verbs of thought, wish and stance that take a quotation now and then",
	"post":         "verbs that publish a post on a platform",
	"noun":         "words among these verbs that are nouns as often",
	"name":         "words before a title or a nickname rather than a quotation",
	"acc":          "words that credit what follows, or precedes, as its source",
	"he":           "pronouns for a man",
	"she":          "pronouns for a woman",
	"they":         "pronouns for several people",
	"i":            "pronouns for the writer or the speaker",
	"who":          "relative pronouns",
	"art":          "articles and other words that open a noun phrase",
	"poss":         "possessives that open a noun phrase",
	"prep":         "prepositions",
	"of":           "prepositions that tie a noun to the one before it",
	"conj":         "conjunctions between equals, and openers of a sentence",
	"sub":          "conjunctions that open a clause",
	"aux":          "auxiliary verbs",
	"adv":          "adverbs that stand between subject and verb",
	"title":        "titles and offices that precede a name and are no part of it",
	"title-ending": "endings of such titles: -minister",
	"man":          "nouns for a man",
	"woman":        "nouns for a woman",
	"role":         "nouns for a person, or people, of either sex",
	"men":          "given names of men",
	"women":        "given names of women",
	"media":        "what is said or written: nouns",
	"site":         "platforms for posts",
	"cap":          "words written with a capital letter that are no name of a person",
	"part":         "small words inside a name",
	"suffix":       "what may follow a name and belongs to it",
	"abbr":         "abbreviations whose full stop belongs to them",
	"org":          "words that end the name of an organisation rather than of a person",
	"work":         "works whose title may follow in quotation marks, and words that say so",
	"so-called":    "words before a name that the writer does not vouch for",

	// Whose news it is: phrases with commas between them, _ for a space at their
	// ends. Read by claim.
	"public":        "words that name a public source: a statement, a court, a spokesman; with spaces between them",
	"public-phrase": "phrases that do",
	"told":          "parts of cues: what somebody told the outlet",
	"told-own":      "before the name of an article's own outlet, which was told something",
	"told-first":    "parts of cues: the outlet was the first to report",
	"told-before":   "parts of cues: the outlet told it before the news: had reported",
	"told-found":    "parts of cues: all that the article tells was found there: saw this on",
	"today":         "words of a day that is near",
	"behind":        "before a credit for what came before the news: after the Herald reported",
	"lead-report":   "parts of leads that say that something is reported, or was by somebody",
	"goes-on":       "parts of sentences that go on with what somebody said",
	"goes-on-who":   "pronouns for who said it",
	"unnamed":       "parts of texts that rest on unnamed sources",
	"text-whole":    "parts of credit lines that make all the text the outlet's",
	"byline-and":    "words before an outlet in a byline that names somebody else first",
	"text-printed":  "parts of credit lines that say whose the text was before: copyright, first appeared in",
	"text-part":     "parts of credit lines that leave open how much of it is",

	// Credits. Read by credit, which says what the columns of a line are.
	"cues": "verbs of reporting, words for press and agencies, and all else that makes a credit",
}
