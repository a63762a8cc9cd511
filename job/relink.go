package job

import (
	"fmt"

	"wiretrace/credit"
	"wiretrace/digest"
)

// relink names the outlets in hand that articles credit by a link to a page at their host alone.
func (in *ingestion) relink() error {
	if in.o.gazetteerOnly || len(in.linked) == 0 {
		return nil
	}
	maker := digest.NewMaker(in.o.Outlets, credit.NewReader(in.o.Outlets))
	for _, place := range in.linked {
		fell, err := in.rereads(place, func() error { return in.nameLinked(place, maker) })
		if err != nil {
			return err
		}
		if fell { // what it holds of the article may be half made
			maker = digest.NewMaker(in.o.Outlets, credit.NewReader(in.o.Outlets))
		}
	}
	return nil
}

// nameLinked names the outlets in hand to whose host the article at a place has links.
func (in *ingestion) nameLinked(place uint32, maker *digest.Maker) error {
	var r recredited
	err := in.store.open(place, func(a *storedArticle) error {
		d, text, err := a.article()
		if err != nil {
			return fmt.Errorf("read credits anew: %w", err)
		}
		if added, changed := maker.Relink(d, text, in.hosts); changed {
			r.digest, r.added = d, added
		}
		return nil
	})
	if err != nil || r.digest == nil {
		return err
	}
	return in.recredit(place, &r)
}
