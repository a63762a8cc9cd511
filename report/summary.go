package report

// A Summary is what a run has to say when it is done.
type Summary struct {
	Articles   int // in the report
	Stories    StoryCount
	Families   int // of two articles or more
	Clusters   int
	Clustered  int        // articles of a cluster
	Nameless   int        // articles of which nothing says whose they are, but credit an outlet
	Uncredited int        // articles of a cluster that derive from another, certainly or likely, and credit nobody
	Lineless   int        // articles with an agency's text, certainly or likely, and not its line
	Problems   int        // inputs that could not be read, or not wholly
	Folders    int        // those of them that are folders, or paths that were given: nobody knows what they hold
	Warnings   int        // inputs that were read, though not quite as they should be
	Unread     []string   // the first Problems, each as a line; at most MostUnread
	Compared   int        // pairs of articles
	Weak       int        // pairs that were not, since one weak sign alone spoke for it
	Stock      int        // phrases that so many have that they spoke for nothing, and are not known as such
	Versions   int        // times that an outlet had more versions of a piece than a text was held against
	Issuers    int        // issuers of a release that were not looked at, of texts that name too many
	Largest    []Cluster  // at most five, largest first
	Few        []*Article // without their texts, in the order of report.csv, where there are at most MostFew; else nil
	Outlets    []string   // that have articles of the run or its window, or are named as sources of some, in order
	Dir        string     // where the report lies; empty if there was nothing to report
	Night      *Night     // of a run with an archive; nil of any other
}

// MostUnread is how many problems a Summary tells.
const MostUnread = 3

// MostFew is how many articles a Summary tells one by one.
const MostFew = 12

// Only returns the article of a report about one alone, else nil.
func (s *Summary) Only() *Article {
	if s.Articles == 1 && len(s.Few) == 1 {
		return s.Few[0]
	}
	return nil
}

// A Night says what a run with an archive found that the archive did not have.
type Night struct {
	New           int        // articles that were read for the first time
	Changed       int        // articles whose text is another since they were read last
	Late          int        // articles of earlier runs whose report never got to its place
	Clustered     int        // of all three, those in clusters
	Stories       StoryCount // of all three
	KnownFiles    int        // left out since an earlier run has read them
	KnownArticles int        // met again in other files, or in files that have grown
	Whole         bool       // the report is about all articles of the window
	Standing      string     // where the last report stands, if this run had nothing to report
	SameDay       int        // articles of earlier runs of the day, whose report has grown
}

// New reports whether a report was written that holds articles which no earlier run
// has told as they are now.
func (s *Summary) New() bool {
	if n := s.Night; n != nil {
		return s.Dir != "" && n.New+n.Changed+n.Late > 0
	}
	return s.Articles > 0
}

// Inputs is how many articles and other inputs were looked at.
func (s *Summary) Inputs() int {
	if n := s.Night; n != nil {
		return n.New + n.Changed + n.KnownArticles + s.Problems
	}
	return s.Articles + s.Problems
}
