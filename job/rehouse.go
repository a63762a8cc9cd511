package job

import (
	"fmt"

	"wiretrace/credit"
	"wiretrace/digest"
)

// rehouse gives articles that are known by their host alone the outlet that others in hand
// name at that host: a page in a cache or an archive has often lost the name of its site.
func (in *ingestion) rehouse() error {
	if in.o.gazetteerOnly {
		return nil
	}
	named := map[uint32]string{} // by the number of the host
	for host, n := range in.outlets {
		if name := in.hosts[host]; name != "" {
			named[n] = name
		}
	}
	if len(named) == 0 {
		return nil
	}
	maker := digest.NewMaker(in.o.Outlets, credit.NewReader(in.o.Outlets))
	for place := range in.heads {
		name := named[in.heads[place].site]
		if name == "" {
			continue
		}
		fell, err := in.rereads(uint32(place), func() error { return in.move(uint32(place), name, maker) })
		if err != nil {
			return err
		}
		if fell { // what it holds of the article may be half made
			maker = digest.NewMaker(in.o.Outlets, credit.NewReader(in.o.Outlets))
		}
	}
	return nil
}

// move makes an outlet that of the article at a place.
func (in *ingestion) move(place uint32, name string, maker *digest.Maker) error {
	var r recredited
	err := in.store.open(place, func(a *storedArticle) error {
		d, text, err := a.article()
		if err != nil {
			return fmt.Errorf("read credits anew: %w", err)
		}
		r.added = maker.Rehouse(d, text, name, in.titled[name])
		r.digest = d
		return nil
	})
	if err != nil {
		return err
	}
	if err := in.recredit(place, &r); err != nil {
		return err
	}
	in.heads[place].site = in.outlet(name)
	return nil
}
