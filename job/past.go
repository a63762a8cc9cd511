package job

import (
	"context"

	"wiretrace/archive"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/row"
)

// The past is what earlier nights read and found. Each step asks it for its
// part; noPast is that of a run without an archive.
type past interface {
	readPast
	recallPast
	pairPast
	linkPast
	tellPast
}

// readPast tells while the input is read what was read before.
type readPast interface {
	// watch leaves out files that were read on an earlier night.
	watch(o *reader.Options)
	// again returns the article of a page that was read on an earlier night under
	// another name, with its number in the archive, so that it need not be looked
	// for in the page once more. d is nil if there is none.
	again(ctx context.Context, page uint64) (d *digest.Digest, text string, row int64, err error)
	// has reports whether an article of a mark was read on an earlier night.
	has(ctx context.Context, mark uint64) (bool, error)
	// admit drops from a batch the articles that were read before in this run, and
	// notes what its file gave.
	admit(b *batch)
	// keep notes what the archive will want of the articles of a batch, once they
	// are stored, in their order.
	keep(b *batch) error
	// revisit has a file read again the next night.
	revisit(file string)
	// recredit replaces the keys of the article at a place in the store by which
	// those that credit one outlet come together.
	recredit(place uint32, stories []uint64) error
	// taken returns those of some ids that an article of the archive has.
	taken(ctx context.Context, ids []string) (map[string]bool, error)
}

// recallPast gives articles of earlier nights back.
type recallPast interface {
	// recall returns the articles of earlier nights that the run deals with, given
	// those read in it. It adds their words to counts. number gives an
	// outlet its number.
	recall(ctx context.Context, fresh []head, counts wordCounts, number func(outlet string) uint32) (history, []head, error)
	// settle is told the final heads, once.
	settle(heads []head)
	// open hands the article of a number in the archive to use.
	open(row int64, use func(a *storedArticle) error) error
	// keysOf returns the keys of one kind of an article of the archive.
	keysOf(ctx context.Context, row int64, kind digest.KeyKind) ([]uint64, error)
}

// pairPast gives back what brings articles together.
type pairPast interface {
	// eachKeys hands the keys of one group of every article of the history to use,
	// which may keep them.
	eachKeys(ctx context.Context, group archive.KeyGroup, use func(n uint32, keys [3][]byte)) error
	// families returns the couples of representative and member of the families of
	// earlier nights.
	families() []cluster.Couple
}

// linkPast gives back what earlier nights found two articles to share.
type linkPast interface {
	// links hands the links of those couples that keep says yes to to use, without
	// their passages, and forgets the others.
	links(ctx context.Context, keep func(c cluster.Couple) bool, use func(l *cluster.Link) error) error
	// passages returns the passages of the link of two articles, the first one's
	// side first.
	passages(a, b uint32) ([]cluster.Shared, error)
}

// tellPast takes what the run found, and has its part in the report.
type tellPast interface {
	// begin opens the night's transaction and adds all articles read in the run.
	begin(ctx context.Context, c *corpus) (night, error)
	// remembers reports whether there is an archive, so that something can be new.
	remembers() bool
	// idle reports whether there is nothing to report: nothing new was read and
	// nothing else happened. The night is noted all the same.
	idle() bool
	// toldProblems hands the problems of the earlier runs whose report grows to use.
	toldProblems(ctx context.Context, use func(p *row.Problem) error) error
	// firstSeen says when article n and its cluster, empty if it is alone, came into
	// the archive, and whether it has changed since.
	firstSeen(a *row.Article, n uint32, cluster string)
	// summarise adds to the summary what the report tells of the archive.
	summarise(s *report.Summary, t *tally)
	// delivered notes that the report is in its place, and with it what it tells of
	// earlier nights.
	delivered(ctx context.Context) error
}

// A night is what the archive will hold of a run once it is committed.
type night interface {
	// article notes what the report says of article n, of the family of rep.
	article(n, rep uint32, a *row.Article) error
	story(s *row.Story) error
	cluster(c *row.Cluster) error
	// problem notes an input that could not be read.
	problem(p *row.Problem) error
	// finish adds all else that was found.
	finish(f *findings) error
	// commit completes the report by calling whole, then the night. A night whose
	// report did not get to its place after that is told again by the next.
	commit(whole func() error) error
	// rollback forgets the night. After commit it does nothing.
	rollback()
}

// findings are what the steps have found, for the archive.
type findings struct {
	pairs    *pairs
	links    *links
	clusters *clusters
	problems int // inputs that could not be read
}

// A history is what the past adds to a corpus, beside heads. The zero value is
// that of no past.
type history struct {
	now      int64             // when this run began, in seconds since 1970; 0 without an archive
	articles []pastArticle     // head.earlier counts in them
	names    []string          // ids of clusters and families; the first is empty
	since    map[string]int64  // when each cluster was first seen, in seconds since 1970
	lines    []uint64          // keys of lines known to be furniture
	young    bool              // there are so few articles that all are judged anew
	formers  map[uint32]former // by the place of tonight's version in the store
}

// of returns what is known of the article of a head, nil if it was read in this
// run.
func (h *history) of(a *head) *pastArticle {
	if a.earlier == 0 {
		return nil
	}
	return &h.articles[a.earlier-1]
}

// A former is the version of an article of which tonight's file holds another: the
// new one has its id and its place in clusters, and its text is forgotten.
type former struct {
	archive.Former
	cluster uint32 // of history.names; 0 if it stood alone
}

// A pastArticle is what was found out about an article on earlier nights.
type pastArticle struct {
	row, rep        int64  // numbers in the archive, of the article and of the representative of its family
	cluster, family uint32 // of history.names; 0 if it stood alone
	seen            int64  // when the run began that read it, in seconds since 1970
	first, changed  int64  // when its first version was read, and the one before this, the same; 0 if there was none
	late            bool   // its night's report never got to its place
	sameDay         bool   // the report of its night grows by this one
	owed            bool   // that report tells of it
}

// JudgeAnew is the number of articles up to which those of earlier nights are
// judged anew with tonight's. How rare a word is, is learned from the articles
// at hand, and the first few nights move it most: ten nights would not give the
// clusters that one reading of all gives. Later a night moves it by little, and
// only what it touches is looked at.
const JudgeAnew = 20_000

// noPast is the past of a run without an archive.
type noPast struct{}

func (noPast) watch(*reader.Options) {}

func (noPast) again(context.Context, uint64) (*digest.Digest, string, int64, error) {
	return nil, "", 0, nil
}

func (noPast) has(context.Context, uint64) (bool, error) { return false, nil }

func (noPast) admit(*batch) {}

func (noPast) keep(*batch) error { return nil }

func (noPast) revisit(string) {}

func (noPast) recredit(uint32, []uint64) error { return nil }

func (noPast) taken(context.Context, []string) (map[string]bool, error) { return nil, nil }

func (noPast) recall(context.Context, []head, wordCounts, func(string) uint32) (history, []head, error) {
	return history{}, nil, nil
}

func (noPast) settle([]head) {}

func (noPast) open(int64, func(*storedArticle) error) error { return archive.ErrNotFound }

func (noPast) keysOf(context.Context, int64, digest.KeyKind) ([]uint64, error) { return nil, nil }

func (noPast) eachKeys(context.Context, archive.KeyGroup, func(uint32, [3][]byte)) error { return nil }

func (noPast) families() []cluster.Couple { return nil }

func (noPast) links(context.Context, func(cluster.Couple) bool, func(*cluster.Link) error) error {
	return nil
}

func (noPast) passages(uint32, uint32) ([]cluster.Shared, error) { return nil, nil }

func (noPast) begin(context.Context, *corpus) (night, error) { return noNight{}, nil }

func (noPast) remembers() bool { return false }

func (noPast) idle() bool { return false }

func (noPast) toldProblems(context.Context, func(*row.Problem) error) error { return nil }

func (noPast) firstSeen(*row.Article, uint32, string) {}

func (noPast) summarise(*report.Summary, *tally) {}

func (noPast) delivered(context.Context) error { return nil }

// noNight is the night of a run without an archive.
type noNight struct{}

func (noNight) article(uint32, uint32, *row.Article) error { return nil }

func (noNight) story(*row.Story) error { return nil }

func (noNight) cluster(*row.Cluster) error { return nil }

func (noNight) problem(*row.Problem) error { return nil }

func (noNight) finish(*findings) error { return nil }

func (noNight) commit(func() error) error { return nil }

func (noNight) rollback() {}
