package row

import "slices"

// An Article is one article and all that was found about it: a row of
// report.csv, the rows of passages.csv, credits.csv, quotes.csv and links.csv
// that are its own, and an object of report.jsonl.
//
// Every offset counts code points of Text (see report.Offsets), start included, end
// not.
type Article struct {
	Story   string // the reports of one event; empty where only one of them is in hand
	Cluster string // what derives from one upstream; empty if it stands alone
	Family  string // empty if it stands alone
	ID      string // the column "article"
	Role    string // origin | copy | partial | rewrite | update | single

	Outlet    string
	Published string // as article.Time prints it
	Title     string
	Byline    string
	Language  string
	Words     int // those of its prose: Makeup says what they are

	// Whose text and news it is. A piece that is alone in hand but says so itself,
	// by an agency's line or a credit, has these too, with Cluster empty.
	SourceArticle string   // the article it derives from, if that is in hand
	SourceOutlet  string   // whose that article is, in hand or not
	Upstream      string   // the outlet at the root of the chain
	UpstreamKind  string   // agency | outlet | release | unknown | empty
	CreditChain   []string // outlets from the nearest to the root, printed "The Telegraph < The Washington Post"
	Credited      string   // yes | no | licensed | in-house | no line | empty
	OtherSources  string   // further sources with their share of the words: "Reuters 12 %; AFP 8 %"
	Confidence    string   // certain | likely | possible | empty
	Why           string   // one sentence

	Makeup         Makeup
	FurnitureWords int // beside Words
	URL            string
	File           string

	// When the cluster and the article came into the archive, and when the version was
	// read that this one has taken the place of, empty if it is the first (RFC 3339,
	// UTC); columns of their own only where Options.Archived says so.
	ClusterFirstSeen, FirstSeen, ChangedSince string
	// What is new of it since the last night, as in package report; empty if nothing is
	// that anybody must hear of. A column of its own, as those above.
	News string

	Text     string    // valid UTF-8
	Passages []Passage // a partition of Text, in order
	Credits  []Credit  // in order of Start
	Quotes   []Quote   // in order of Start
	Links    []Link
}

// A Passage is a stretch of an article's text of one label.
type Passage struct {
	Start, End int    // code points of the article's text
	Label      string // original | copied | edited | reworded | quoted | furniture
	Direction  string // from | unknown | empty

	SourceArticle          string  // where the same text stands; empty if nowhere
	SourceStart, SourceEnd int     // code points of the source's text; empty cells if SourceEnd is 0
	Similarity             float64 // above 0 to 1; an empty cell if 0

	Speaker  string // of a quoted passage
	ReusedBy int    // how many other families took it from here
	Words    int

	Text       string // the passage itself
	SourceText string // the source's words
}

// Traced reports whether another report of the same news, or a source of the article,
// is known: its passages are worth a look then.
func (a *Article) Traced() bool {
	return a.Cluster != "" || a.Story != "" || a.Upstream != "" || slices.ContainsFunc(a.Passages, Passage.Shared)
}

// Shared reports whether the passage stands in another article too.
func (p Passage) Shared() bool { return p.SourceArticle != "" || p.ReusedBy > 0 }

// A Credit is one place where the article names another outlet as its source.
type Credit struct {
	Start, End int
	Outlet     string
	Domain     string
	Kind       string // agency | outlet | platform | release | unknown
	Cue        string
	Via        string
	Main       bool // the article's main news rests on it
	Text       string
}

// A Quote is one quotation, from the first to the last word between its marks, or,
// without marks, of what is told.
type Quote struct {
	Start, End   int
	Kind         string // direct | indirect
	Speaker      string
	Text         string
	Families     int    // how many families hold it, reworded or not, this one included; 0 of an indirect one, which is not looked for elsewhere
	FirstArticle string // the earliest of them; empty where Families is 0
}

// A Link is what ties the article to one other.
type Link struct {
	SourceArticle string // empty if the source is not in hand
	SourceOutlet  string
	Relation      string  // copy | partial | rewrite | quotes | update
	ShareArticle  float64 // 0 to 1: the part of the article's words, furniture aside, that is copied or edited from the source
	ShareSource   float64 // 0 to 1: the part of the source's words that it took
	Passages      int
	Words         int // of the article that lie in those passages
	Direction     string
	Confidence    string
	Why           string

	// Where it stands in both, for forms that show it; in no table.
	Stretches []Stretch
}

// A Stretch is text that two articles have in common, in code points of each.
type Stretch struct {
	Start, End             int
	SourceStart, SourceEnd int
	Label                  string // copied | edited | reworded | quoted
}

// A Story is the reports of one event that are in hand, whoever wrote them: a
// row of stories.csv. Some may derive from one upstream and be a cluster.
type Story struct {
	ID             string
	Headline       string
	Articles       int // two or more
	Outlets        int
	Clusters       int
	OwnReports     int // articles that derive from no other
	FirstPublished string
	LastPublished  string
}

// A Cluster is one group of articles that derive from one upstream source: a
// row of clusters.csv.
type Cluster struct {
	ID              string
	Upstream        string // outlet; empty if unknown
	UpstreamPresent string // yes | no | empty: whether the upstream article is in hand
	Articles        int
	Families        int
	Outlets         int
	FirstPublished  string
	LastPublished   string
	Headline        string
	OriginArticle   string // empty if the origin is not in hand
	Uncredited      int    // articles that derive from another, certainly or likely, and credit nobody
	// FirstCopy is how many minutes after the first report in hand another outlet had
	// it; negative where the clock tells neither, or nobody else had it.
	FirstCopy int
}

// An Outlet is one outlet of a report, with articles in it or only named as where
// others have theirs from: a row of outlets.csv. Empty is the name of those whose
// outlet is not known.
type Outlet struct {
	Name     string
	Articles int // the sum of the next four
	Own      int // derive from nobody
	Copied   int // copies and parts of others' text
	Rewrites int // others' stories told anew
	Updates  int // later versions of its own pieces
	Words    int // of its prose
	// Agency is the part of Words that is an agency's text: all of a copy, of a piece
	// that has parts of it what is copied or edited.
	Agency Tenths

	Credited   int // derived pieces that say from whom
	Uncredited int // those that, certainly or likely, do not
	Licensed   int // those that need not: licensed, or of the same house

	// Delay is the median of the minutes from the first report of a cluster in hand to
	// this outlet's piece; negative where the clock tells of none.
	Delay     int
	TakesFrom string // outlets with the number of pieces, the most first: "Reuters 12; AFP 3; 4 more"
	TakenBy   string
	Possible  int // of the derived pieces, those that are so possibly and no surer
}

// A Flow is what one outlet has from another: a row of flows.csv.
type Flow struct {
	From, To   string
	Articles   int // of To that derive from one of From
	Words      int // of theirs that are copied, edited or reworded
	Credited   int
	Uncredited int // certainly or likely
	Licensed   int
	Possible   int // of Articles, those that derive possibly and no surer
}

// A Problem is one input, or one record of it, that could not be read as it should.
type Problem struct {
	File   string
	Record int // from 1; an empty cell if 0
	Reason string
	Kind   string // Lost, Folder or Warning; empty is Lost
}

// The kinds of problems.
const (
	Lost    = "lost"    // something is missing from the report
	Folder  = "folder"  // all that lies in a folder, or under a path that was given, is missing
	Warning = "warning" // it was read, and is not quite as it should be
)

// Problems are how many problems there are of each kind.
type Problems struct {
	Lost     int // folders are among them
	Folders  int
	Warnings int
}

// Add counts a problem.
func (n *Problems) Add(p *Problem) {
	switch p.Kind {
	case Warning:
		n.Warnings++
	case Folder:
		n.Folders++
		n.Lost++
	default:
		n.Lost++
	}
}
