package job

import (
	"strings"

	"wiretrace/account"
	"wiretrace/article/reader"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// A batch is what one worker made of one record of the input.
type batch struct {
	articles []digested
	known    int // articles that the archive has already
	file     string
	problems []reader.Problem
	faulty   bool // something of it panicked
}

// A digested article is one just read: what stays in memory of it, and what is to be
// stored.
type digested struct {
	head   head
	record record
	outlet string
	site   digest.Site
	titled bool // its outlet was given with an article: The Harlow Post
	byline string
	short  bool   // it credits an outlet by a short name
	linked bool   // it credits an outlet by a link to a host that the gazetteer does not know
	mark   uint64 // see markOf
	page   uint64 // the key of the page it is; 0 if it is none
}

// add adds an article to a batch. page is the key of the page it is, 0 if none.
func (b *batch) add(d *digest.Digest, text string, mark, page uint64) {
	a := &d.Meta
	h := head{id: a.ID, file: a.File, record: int32(a.Record), hash: d.Hash, moment: account.Moment(a.Published)}
	if from, to := a.Published.Interval(); !from.IsZero() {
		h.from, h.to = from.Unix(), to.Unix()
	}
	short, linked := false, false
	for i := range d.Credits {
		short = short || digest.IsShortName(&d.Credits[i])
		linked = linked || digest.LinksToHost(&d.Credits[i])
	}
	b.articles = append(b.articles, digested{
		head: h, record: pack(d, text), outlet: d.Outlet, titled: strings.HasPrefix(a.Outlet, outlet.Article),
		byline: a.Byline, short: short, linked: linked, mark: mark, page: page,
	})
}

// fault adds a problem of something that panicked.
func (b *batch) fault(p reader.Problem) {
	b.problems, b.faulty = append(b.problems, p), true
}
