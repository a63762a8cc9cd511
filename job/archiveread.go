package job

import (
	"context"
	"encoding/binary"
	"slices"

	"wiretrace/article/reader"
	"wiretrace/digest"
	"wiretrace/spill"
)

// freshArticles is what the archive will want of the articles read in a run that
// their digests, as they are stored, no longer say: for each place in the store.
type freshArticles struct {
	marks []uint64
	pages []uint64
	keys  []keyBlock
	met   map[uint64]bool // all of marks, and those of batches that are yet to be kept
}

// A keyBlock is where the keys of an article lie, kind after kind, and how
// many bytes each kind takes.
type keyBlock struct {
	at    spill.Spot
	sizes [kinds]int32
}

func (p *archivePast) watch(o *reader.Options) {
	o.Ignore = p.visits.ours
	o.Visit = append(slices.Clone(o.Visit), p.visits.visit)
}

func (p *archivePast) again(ctx context.Context, page uint64) (d *digest.Digest, text string, row int64, err error) {
	if p.total == 0 {
		return nil, "", 0, nil
	}
	row, ok, err := p.archive.ByContent(ctx, page)
	if !ok || err != nil {
		return nil, "", 0, err
	}
	err = p.open(row, func(a *storedArticle) (err error) {
		d, text, err = a.article()
		return err
	})
	return d, text, row, err
}

func (p *archivePast) has(ctx context.Context, mark uint64) (bool, error) {
	if p.total == 0 {
		return false, nil
	}
	found, err := p.archive.Known(ctx, []uint64{mark})
	return len(found) > 0, err
}

func (p *archivePast) admit(b *batch) {
	kept := b.articles[:0]
	for _, a := range b.articles {
		if p.fresh.met[a.mark] {
			b.known++
			continue
		}
		p.fresh.met[a.mark] = true
		kept = append(kept, a)
	}
	b.articles = kept
	p.visits.count(b)
}

func (p *archivePast) revisit(file string) { p.visits.forget(file) }

func (p *archivePast) keep(b *batch) error {
	for k := range b.articles {
		a := &b.articles[k]
		block := keyBlock{}
		var all []byte
		for kind, keys := range a.record.keys {
			for _, key := range keys {
				all = binary.LittleEndian.AppendUint64(all, key)
			}
			block.sizes[kind] = int32(8 * len(keys))
		}
		var err error
		if block.at, err = p.space.Put(all); err != nil {
			return err
		}
		p.fresh.marks = append(p.fresh.marks, a.mark)
		p.fresh.pages = append(p.fresh.pages, a.page)
		p.fresh.keys = append(p.fresh.keys, block)
	}
	return nil
}

func (p *archivePast) recredit(place uint32, stories []uint64) error {
	block := &p.fresh.keys[place]
	size, begin := 0, 0
	for kind, n := range block.sizes {
		if kind < int(digest.Stories-1) {
			begin += int(n)
		}
		size += int(n)
	}
	var buf []byte
	b, err := p.space.Get(block.at, size, &buf)
	if err != nil {
		return err
	}
	var keys []byte
	for _, k := range stories {
		keys = binary.LittleEndian.AppendUint64(keys, k)
	}
	sizes := &block.sizes[digest.Stories-1]
	all := slices.Concat(b[:begin], keys, b[begin+int(*sizes):])
	*sizes = int32(len(keys))
	block.at, err = p.space.Put(all)
	return err
}

// freshKeys returns the keys of the article at a place in the store, in the order
// in which the archive has them.
func (p *archivePast) freshKeys(place uint32) (keys [kinds][]byte, err error) {
	block := &p.fresh.keys[place]
	size := 0
	for _, n := range block.sizes {
		size += int(n)
	}
	var buf []byte
	b, err := p.space.Get(block.at, size, &buf)
	if err != nil {
		return keys, err
	}
	for kind, n := range block.sizes {
		at := keyPlaces[kind]
		keys[3*int(at.group)+at.place], b = b[:n:n], b[n:]
	}
	return keys, nil
}

func (p *archivePast) taken(ctx context.Context, ids []string) (map[string]bool, error) {
	if p.total == 0 {
		return nil, nil
	}
	return p.archive.IDs(ctx, ids)
}
