package job

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/lang"
	"wiretrace/outlet"
)

// Whoever has an article in hand can be credited, but an article's credits are
// read before all articles are in hand. So once they are, the texts are searched
// for the outlets that the gazetteer does not have, which costs little, and the
// credits of the few articles that name another one are read anew. So are those of
// articles that name an outlet whose name is another word as well (outlet.Gazetteer.Guards)
// and of which there is a piece of their days.
//
// With an archive, the outlets of earlier nights count as well, but the articles
// of earlier nights are not read again: one that credits an outlet whose first
// piece comes on a later night stays as it was read.

// acquaintedAtOnce is the number of articles whose new credits are held before
// they are stored.
const acquaintedAtOnce = 1 << 12

// acquaint reads anew the credits of the articles read in this run that name an
// outlet in hand which the gazetteer does not have or guards. heads are all articles in hand.
func (in *ingestion) acquaint(ctx context.Context, heads []head) error {
	if in.o.gazetteerOnly {
		return nil
	}
	names := make([]string, 0, len(in.outlets))
	for name := range in.outlets {
		if !in.writers.Has(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	all, added, n := in.o.Outlets.Known(outlet.AsGiven(names, in.houses()))
	credits := credit.NewReader(all)
	if n > 0 {
		if err := in.readAnew(ctx, all, added, credits, in.presence(added, heads)); err != nil {
			return err
		}
	}
	return in.resolveShortNames(names, all, digest.NewMaker(all, credits))
}

// houses returns the outlets that are nobody's name, though some have the shape of one: those that some article
// gives with "The", and those that have a host called after them and do not begin with a given name.
func (in *ingestion) houses() map[string]bool {
	out := maps.Clone(in.titled)
	for _, name := range in.hosts {
		if first, _, _ := strings.Cut(name, " "); name != "" && !lang.Forename(first) {
			out[name] = true
		}
	}
	return out
}

// presence says when the outlets in hand that g guards have pieces among heads.
func (in *ingestion) presence(g *outlet.Gazetteer, heads []head) cluster.Presence {
	guarded := map[uint32]string{}
	for name, n := range in.outlets {
		if g.Guards(name) {
			guarded[n] = name
		}
	}
	p := cluster.Presence{}
	for i := range heads {
		if name := guarded[heads[i].site]; name != "" {
			p.Add(name, heads[i].dates())
		}
	}
	return p
}

// readAnew reads anew the credits of the articles that name one of added, with
// all outlets known.
func (in *ingestion) readAnew(ctx context.Context, all, added *outlet.Gazetteer, credits *credit.Reader, present cluster.Presence) error {
	found := make([]recredited, min(acquaintedAtOnce, in.store.size()))
	for from := 0; from < in.store.size(); from += len(found) {
		found = found[:min(len(found), in.store.size()-from)]
		clear(found)
		err := each(ctx, len(found), in.threads, func() func(int) error {
			w := digest.Acquainter{Added: added, Maker: digest.NewMaker(all, credits)}
			return func(i int) error {
				place := uint32(from + i)
				fell, err := in.rereads(place, func() (err error) {
					found[i], err = in.reread(place, &w, present)
					return err
				})
				if fell { // what it holds of the article may be half made
					found[i], w.Maker = recredited{}, digest.NewMaker(all, credits)
				}
				return err
			}
		}, func(int) {})
		if err != nil {
			return err
		}
		for i := range found {
			if found[i].digest == nil {
				continue
			}
			if err := in.recredit(uint32(from+i), &found[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// rereads calls work, which reads the credits of the article at a place anew. If it
// panics, that is a problem, and the credits stay as they were.
func (in *ingestion) rereads(place uint32, work func() error) (fell bool, err error) {
	return in.try(rereading, &in.heads[place], "credits not read anew", work)
}

// recredited is an article whose credits have changed.
type recredited struct {
	digest *digest.Digest // nil if they have not
	added  []uint64       // keys of its credits that it had not before
}

// recredit stores the new credits of the article at a place.
func (in *ingestion) recredit(place uint32, r *recredited) error {
	if err := in.store.credit(place, r.digest); err != nil {
		return err
	}
	if err := in.keys[digest.Stories-1].Add(place, r.added); err != nil {
		return err
	}
	return in.past.recredit(place, r.digest.Stories)
}

// reread returns the new credits of the article at a place.
func (in *ingestion) reread(place uint32, w *digest.Acquainter, present cluster.Presence) (r recredited, err error) {
	err = in.store.open(place, func(a *storedArticle) error {
		home, lines, err := digest.Signed(a.encoded)
		if err != nil {
			return err
		}
		text, err := a.text()
		if err != nil {
			return err
		}
		near := func(outlet string) bool { return present.Near(outlet, in.heads[place].dates()) }
		if !w.Names(home, lines, text, near) {
			return nil // as nearly all
		}
		d, err := a.digest()
		if err != nil {
			return err
		}
		if added, changed := w.Credit(d, text, near); changed {
			r = recredited{d, added}
		}
		return nil
	})
	if err != nil {
		err = fmt.Errorf("read credits anew: %w", err)
	}
	return r, err
}
