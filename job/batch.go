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
	heads    []head
	records  []record
	outlets  []string // of each of heads
	titled   []bool   // of each of heads, whether its outlet was given with an article: The Harlow Post
	bylines  []string // of each of heads
	short    []bool   // of each of heads, whether it credits an outlet by a short name
	marks    []uint64 // of each of heads
	pages    []uint64 // of each of heads, the key of the page it is; 0 if it is none
	known    int      // articles that the archive has already
	file     string
	problems []reader.Problem
	faulty   bool // something of it panicked
}

// add adds an article to a batch. page is the key of the page it is, 0 if none.
func (b *batch) add(d *digest.Digest, text string, mark, page uint64) {
	a := &d.Meta
	h := head{id: a.ID, file: a.File, record: int32(a.Record), hash: d.Hash, shown: account.Shown(a.Published)}
	if from, to := a.Published.Interval(); !from.IsZero() {
		h.from, h.to = from.Unix(), to.Unix()
	}
	b.heads = append(b.heads, h)
	b.records = append(b.records, pack(d, text))
	b.outlets = append(b.outlets, d.Outlet)
	b.titled = append(b.titled, strings.HasPrefix(a.Outlet, outlet.Article))
	b.bylines = append(b.bylines, a.Byline)
	short := false
	for i := range d.Credits {
		short = short || digest.IsShortName(&d.Credits[i])
	}
	b.short = append(b.short, short)
	b.marks = append(b.marks, mark)
	b.pages = append(b.pages, page)
}

// fault adds a problem of something that panicked.
func (b *batch) fault(p reader.Problem) {
	b.problems, b.faulty = append(b.problems, p), true
}

// move puts article k in place n, which is not after it.
func (b *batch) move(k, n int) {
	b.heads[n], b.records[n], b.outlets[n], b.titled[n], b.bylines[n] = b.heads[k], b.records[k], b.outlets[k], b.titled[k], b.bylines[k]
	b.short[n], b.marks[n], b.pages[n] = b.short[k], b.marks[k], b.pages[k]
}

// truncate leaves the first n articles of a batch.
func (b *batch) truncate(n int) {
	b.heads, b.records, b.outlets, b.titled, b.bylines, b.short, b.marks, b.pages = b.heads[:n], b.records[:n], b.outlets[:n], b.titled[:n], b.bylines[:n], b.short[:n], b.marks[:n], b.pages[:n]
}
