package job

import (
	"context"
	"encoding/binary"
	"errors"

	"wiretrace/article/reader"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// again adds the article of a page that was read on an earlier night under
// another name, so that it need not be looked for in the page once more; done
// is false if there is none.
func (r *run) again(ctx context.Context, b *batch, rec *reader.Record, page uint64, counts wordCounts) (done bool, err error) {
	if r.past.empty {
		return false, nil
	}
	number, ok, err := r.past.archive.ByContent(ctx, page)
	if !ok || err != nil {
		return false, err
	}
	d, text, err := r.loadPast(number, true)
	if err != nil {
		return false, err
	}
	a, ok := rec.Again(d.Meta)
	if !ok {
		return false, nil
	}
	d.Meta = a
	a.Text = text
	mark := markOf(&a)
	if known, err := r.past.has(ctx, mark); err != nil {
		return false, err
	} else if known {
		b.known++
		return true, nil
	}
	if d.Bands, err = r.keysInArchive(ctx, number, digest.Bands); err != nil {
		return false, err
	}
	if d.Fingerprints, err = r.keysInArchive(ctx, number, digest.Fingerprints); err != nil {
		return false, err
	}
	if d.Stories, err = r.keysInArchive(ctx, number, digest.Stories); err != nil {
		return false, err
	}
	words := shingle.Words(nil, text)
	counts.of(d.Meta.Language).Add(digest.Prose(words[:0:0], words, &d.Layout))
	b.add(d, text, mark, page)
	return true, nil
}

// keysInArchive returns the keys of one kind of an article of the archive.
func (r *run) keysInArchive(ctx context.Context, number int64, kind digest.KeyKind) (list []uint64, err error) {
	enough := errors.New("enough")
	group, k := groupOf(kind)
	err = r.past.archive.Keys(ctx, group, number, func(at int64, keys [3][]byte) error {
		if at == number {
			for b := keys[k]; len(b) >= 8; b = b[8:] {
				list = append(list, binary.LittleEndian.Uint64(b))
			}
		}
		return enough
	})
	if errors.Is(err, enough) {
		err = nil
	}
	return list, err
}
