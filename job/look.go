package job

import (
	"fmt"
	"sync"

	"wiretrace/digest"
	"wiretrace/shingle"
)

// wordBuffers hold the words of articles that are looked at, up to wordsKept of
// them, for the next.
var wordBuffers = sync.Pool{New: func() any { return new([]shingle.Word) }}

const wordsKept = 1 << 15

// look hands article n to use: its digest, its site's furniture not marked, its
// text, empty unless asked for, and its words with their weights, which are good
// until use returns.
func (r *run) look(n uint32, withText bool, use func(d *digest.Digest, text string, words []shingle.Word)) error {
	buf := wordBuffers.Get().(*[]shingle.Word)
	defer func() {
		if cap(*buf) <= wordsKept {
			wordBuffers.Put(buf)
		}
	}()
	if r.pastOf(n) != nil {
		d, text, err := r.load(n)
		if err != nil {
			return err
		}
		*buf = r.rarity.of(d.Meta.Language).Words((*buf)[:0], text)
		use(d, text, *buf)
		return nil
	}
	err := r.store.read(r.heads[n].place, func(x stored) error {
		d, err := digest.Decode(x.digest)
		if err != nil {
			return err
		}
		d.Meta.ID = r.heads[n].id
		text := ""
		if withText || len(x.words) == 0 {
			if text, err = unpack(x.text); err != nil {
				return err
			}
		}
		rarity := r.rarity.of(d.Meta.Language)
		if len(x.words) == 0 {
			*buf = rarity.Words((*buf)[:0], text)
		} else if *buf, err = r.dictionaries[x.reader][d.Meta.Language].Decode((*buf)[:0], x.words, rarity); err != nil {
			return err
		}
		use(d, text, *buf)
		return nil
	})
	if err != nil {
		return fmt.Errorf("read back %s: %w", r.heads[n].id, err)
	}
	return nil
}
