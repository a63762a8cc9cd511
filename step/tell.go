package step

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"wiretrace/account"
	"wiretrace/cluster"
	"wiretrace/internal/fault"
	"wiretrace/report"
	"wiretrace/row"
)

// errMissing says that an article which a row names did not come with it.
func errMissing(n uint32) error { return fmt.Errorf("%w: article %d is missing", ErrBlocks, n) }

// teller returns what tells of the articles of c as the options say.
func (t *task) teller(c *corpus) *account.Teller {
	return &account.Teller{Corpus: c, Relations: t.o.relations(), AllPassages: t.o.Report.AllPassages, Stretches: len(t.o.Report.Forms) > 0}
}

// resolveStep says who in a cluster has what from whom.
//
//	in    clusters, inner, given: of a part that is one cluster, with its texts
//	side  cuts, words, furniture, contested
//	out   seats:article  what each member is in the cluster
//	      rows:0, or ranged by order: that of the cluster, which comes after those of its articles (clusterOrder)
//	      cuts:0         how many versions and issuers were passed over
//
// A cluster that panics has no seats and no row: its articles are told as if they stood alone.
func resolveStep(t *task) error {
	var contested []*claim
	if err := sideRows(t, Contested, func(c *claim) error {
		contested = append(contested, c)
		return nil
	}); err != nil {
		return err
	}
	names := awarded(contested)
	return t.corpora(func(_ uint32, of map[Kind][]*Block, c *corpus) error {
		inner, err := allRows[link](of[Inner]) // of the one cluster that the part is of
		if err != nil {
			return err
		}
		links, err := linksOf(inner)
		if err != nil {
			return err
		}
		return rowsOf(of[Clusters], func(g *group) error {
			if place, ok := names[g.Members[0]]; ok {
				id, err := c.id("c", g.Members[place])
				if err != nil {
					return err
				}
				g.ID = id
			}
			var o *cluster.Outcome
			err := t.guard(c.where(g.Members[0]), "cluster not told", func() (err error) {
				o, err = c.resolve(g, links)
				return err
			})
			if err != nil || o == nil {
				return err
			}
			if p := o.Passed; p != (cluster.Passed{}) {
				if err := t.put(Cuts, 0, &cuts{Versions: p.Versions, Issuers: p.Issuers}); err != nil {
					return err
				}
			}
			return c.seat(g.ID, o)
		})
	})
}

// resolve finds out who in a cluster has what from whom.
func (c *corpus) resolve(g *group, links []cluster.Link) (*cluster.Outcome, error) {
	members := make([]cluster.Member, len(g.Members))
	for i, n := range g.Members {
		d, err := c.Digest(n)
		if err != nil {
			return nil, err
		}
		members[i] = cluster.Member{Number: n, Rep: c.Piece(n).Rep, Digest: d, Text: c.text(n)}
	}
	if err := cluster.Follow(members, links, c.both); err != nil {
		return nil, err
	}
	o := cluster.Resolve(members, links)
	return &o, nil
}

// text returns what reads the text of an article. Where that fails so does its row.
func (c *corpus) text(n uint32) func() string {
	return func() string {
		_, text, err := c.Article(n)
		if err != nil {
			return ""
		}
		return text
	}
}

// seat writes what the members of a cluster are in it, and the row of the cluster.
func (c *corpus) seat(id string, o *cluster.Outcome) error {
	size := uint32(len(o.Standings))
	teller := c.t.teller(c)
	first := teller.FirstReport(o)
	for k := range o.Standings {
		n := o.Standings[k].Number
		family, err := c.id("f", o.Standings[k].Family)
		if err != nil {
			return err
		}
		s := seat{Number: n, Cluster: id, Family: family, Size: size, Minutes: teller.Delay(n, first)}
		s.Seat(o, k)
		s.Rep = c.Piece(n).Rep
		for i, other := range []uint32{s.Source, s.Basis, s.Twin} {
			if other != account.None {
				of := c.Piece(other)
				s.Reps[i], s.Sites[i] = of.Rep, of.Site
			}
		}
		if err := c.t.put(Seats, partOf(n), &s); err != nil {
			return err
		}
	}
	r, err := teller.Cluster(id, o)
	if err != nil {
		return err
	}
	return c.t.tell(append(clusterOrder(id, size), afterArticles), &told{Clusters: []row.Cluster{*r}})
}

// id returns the id of a kind of what is named by an article.
func (c *corpus) id(kind string, n uint32) (string, error) {
	g, err := c.at(n)
	if err != nil {
		return "", err
	}
	return cluster.NamedID(kind, g.Name), nil
}

// What follows clusterOrder: articles come before the row of their cluster, also those without
// a day, whose time is all ones.
const (
	ofArticles    = 0
	afterArticles = 1
)

// clusterOrder is the order of rows of a cluster of so many: the largest first.
func clusterOrder(id string, size uint32) []byte {
	return append(append(binary.BigEndian.AppendUint32([]byte{0}, ^size), id...), 0)
}

// askStep says which articles must be in hand to tell of others.
//
//	in    ends:article, seats:article, spreads:article: what is known of those to be told of
//	out   needs:article  of those to be in hand, for the part of those to be told of: whole for
//	                     links and sources, else no more than what is known of them
//
// It needs no texts; deliver brings them to rows, which tells of the same articles.
func askStep(t *task) error {
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		if err := rowsOf(of[Ends], func(l *link) error {
			for _, n := range []uint32{l.A, l.B} {
				if err := t.need(n, part, whole); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
		if err := rowsOf(of[Seats], func(s *seat) error {
			if s.Rep != s.Number {
				if err := t.need(s.Rep, part, known); err != nil {
					return err
				}
			}
			for _, n := range []uint32{s.Source, s.Basis, s.Twin} {
				if n == account.None {
					continue
				}
				if err := t.need(n, part, whole); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
		return rowsOf(of[Spreads], func(s *spread) error { return t.need(s.First, part, known) })
	})
}

// rowsStep makes the row of each article.
//
//	in    texts, facts, reps, seats, instory, ends, spreads: :article, of those to be told of
//	      given: of those that askStep asked for
//	side  cuts, words, furniture
//	out   rows:0           each a block, in the order of the report: the largest cluster first, then
//	                       by time and id; articles that stand alone come last
//	      ranged by order  the same instead, for a report without pages (rangeOf)
//
// It holds 256 articles with their texts, those given, and so many ready to be compared as take
// mostReady bytes.
func rowsStep(t *task) error {
	return t.corpora(func(part uint32, of map[Kind][]*Block, c *corpus) error {
		numbers, err := c.tellable(part, of)
		if err != nil {
			return err
		}
		teller := t.teller(c)
		for _, n := range numbers {
			if err := c.tell(teller, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// tellable puts what is known of the articles of a part in hand, and returns their
// numbers.
func (c *corpus) tellable(part uint32, of map[Kind][]*Block) (numbers []uint32, err error) {
	all, err := aboutOf(part, of)
	if err != nil {
		return nil, err
	}
	if err := rowsOf(of[Seats], func(s *seat) error {
		c.sit(s)
		return nil
	}); err != nil {
		return nil, err
	}
	if err := rowsOf(of[InStory], func(s *inStory) error {
		c.stories[s.Number] = s.ID
		return nil
	}); err != nil {
		return nil, err
	}
	if err := rowsOf(of[Spreads], func(s *spread) error {
		c.spreads[spreadOf{s.Number, s.Saying}] = s
		return nil
	}); err != nil {
		return nil, err
	}
	if err := rowsOf(of[Ends], func(l *link) error {
		c.tie(l)
		return nil
	}); err != nil {
		return nil, err
	}
	c.order()
	err = rowsOf(of[Texts], func(s *stored) error {
		g := c.given[s.Number]
		if g == nil {
			g = new(given)
			c.given[s.Number] = g
		}
		known := all[s.Number]
		if known == nil {
			return errMissing(s.Number)
		}
		g.stored, g.about = *s, *known
		numbers = append(numbers, s.Number)
		d, err := c.Digest(s.Number)
		if err == nil {
			g.ID = d.Meta.ID
		}
		return err
	})
	slices.Sort(numbers)
	return numbers, err
}

// tell writes the row of an article.
func (c *corpus) tell(teller *account.Teller, n uint32) error {
	var a *row.Article
	err := c.t.guard(c.where(n), "passages, links, credits and quotations not told", func() (err error) {
		a, err = teller.Row(n)
		return err
	})
	if err == nil && a == nil {
		err = fault.Guard(func() (err error) {
			a, err = teller.Brief(n)
			return err
		})
	}
	if err != nil {
		return err
	}
	d, err := c.Digest(n)
	if err != nil {
		return err
	}
	order, minutes := []byte{1}, -1
	if s := c.seats[n]; s != nil {
		order, minutes = append(clusterOrder(s.Cluster, s.Size), ofArticles), s.Minutes
	}
	order = binary.BigEndian.AppendUint64(order, uint64(account.Moment(d.Meta.Published))^1<<63)
	order = append(order, a.ID...)
	return c.t.tell(clip(order), &told{Minutes: minutes, Articles: []row.Article{*a}})
}

// reportersStep says which articles must be in hand to tell of a story.
//
//	in    instory:article, ends:article
//	out   needs:article  each member whole, for the part of its story, and the other versions of it
//	                     by its outlet
//	      ends:hash      the links between those, to that part
//
// groups, which knows them too, runs before resolve: deliver now brings their seats with them.
func reportersStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		versions := map[uint32][]*link{}
		if err := rowsOf(of[Ends], func(l *link) error {
			told, err := l.link(false)
			if err != nil || !told.House {
				return err
			}
			bare := link{A: l.A, B: l.B, Relation: l.Relation, Signs: l.Signs}
			versions[l.A], versions[l.B] = append(versions[l.A], &bare), append(versions[l.B], &bare)
			return nil
		}); err != nil {
			return err
		}
		return rowsOf(of[InStory], func(s *inStory) error {
			part := storyPart(s.First)
			for _, l := range versions[s.Number] {
				if err := t.need(l.A^l.B^s.Number, part, whole); err != nil {
					return err
				}
				if err := t.put(Ends, part, l); err != nil {
					return err
				}
			}
			return t.need(s.Number, part, whole)
		})
	})
}

// storiesStep makes the row of each story.
//
//	in    events:hash, ends:hash, given: of the part of the story (storyPart)
//	out   storyrows:0  each a block, in the order of the report: the largest first, then by id
func storiesStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		c, err := t.corpus(nil, of)
		if err != nil {
			return err
		}
		if err := c.tieOnce(of[Ends]); err != nil {
			return err
		}
		return rowsOf(of[Events], func(g *group) error {
			s := &row.Story{ID: g.ID, Articles: len(g.Members)}
			if err := t.guard(c.where(g.Members[0]), "its story told without headline and days", func() error {
				told, err := t.teller(c).Story(g.ID, g.Members)
				if err == nil {
					s = told
				}
				return err
			}); err != nil {
				return err
			}
			order := append(binary.BigEndian.AppendUint32(nil, ^uint32(len(g.Members))), g.ID...)
			return t.putAlone(StoryRows, 0, order, &storyRow{*s})
		})
	})
}

// tell writes a row of the report with its order: to be written in pieces, if nothing but the
// files of rows is made of it.
func (t *task) tell(order []byte, x *told) error {
	if t.articles < 0 {
		n, err := t.counted()
		if err != nil {
			return err
		}
		t.articles = n
	}
	if len(t.o.Report.Forms) > 0 && (t.o.FormsUpTo == 0 || t.articles <= t.o.FormsUpTo) {
		return t.putAlone(Rows, 0, order, x)
	}
	return t.putAlone(Ranged, rangeOf(order), order, x)
}

// counted returns how many articles there are.
func (t *task) counted() (n int, err error) {
	return n, sideRows(t, Cuts, func(c *cuts) error {
		n += c.Articles
		return nil
	})
}

// rangeOf returns the part of a row of the report by its order, of which it keeps the order: a
// cluster goes by its size and, unless it is very large, the beginning of its id, an article
// that stands alone by the hour. So parts lie one after another in the report, and none is more
// than a few thousandths of it, unless as many articles have no day.
func rangeOf(order []byte) uint32 {
	const sizes, idBits, alone = 1 << 8, 14, 1 << 23
	if order[0] == 0 {
		size := ^binary.BigEndian.Uint32(order[1:])
		if size > sizes { // few are so large, and of a size each
			return 1<<idBits - 1 - min(size-sizes-1, 1<<idBits-1)
		}
		id := uint32(order[6]&0x7f)<<7 | uint32(order[7]&0x7f) // "c" and letters and digits
		return (1+sizes-size)<<idBits | id
	}
	const hours = 1 << 25 // as many before 1970 as after it
	moment := int64(binary.BigEndian.Uint64(order[1:]) ^ 1<<63)
	return alone + uint32(max(min(moment/3600, hours), -hours)+hours)
}

// A tabling is the step tables at work on one part.
type tabling struct {
	*task
	part   uint32
	seq    uint32 // of the next piece
	pieces *report.Pieces
}

// tablesStep writes what the files of the report hold of the rows of a part.
//
//	in    ranged by order
//	side  cuts
//	out   pieces:0   in the order of the report, each of one file
//	      tallies:0  of each article what counts in the sums of outlets.csv and flows.csv
//	      faults:0   of rows that could not be written
//
// It streams rows.
func tablesStep(t *task) error {
	n, err := t.counted()
	if err != nil {
		return err
	}
	var at *tabling
	err = t.each(func(b *Block) error {
		if at != nil && at.part != b.Part {
			if err := at.end(); err != nil {
				return err
			}
			at = nil
		}
		if at == nil {
			at = t.table(b.Part, n)
		}
		return rowsOf([]*Block{b}, at.row)
	})
	if err == nil && at != nil {
		err = at.end()
	}
	return err
}

// table begins the pieces of a part of a report of so many articles.
func (t *task) table(part uint32, articles int) *tabling {
	at := &tabling{task: t, part: part}
	at.pieces = report.NewPieces(t.o.Report, articles, func(file string, b []byte) error {
		order := append(ordered(part), ordered(at.seq)...)
		at.seq++
		return t.putAlone(Pieces, 0, order, &piece{file, b})
	})
	return at
}

func (at *tabling) row(x *told) error {
	for i := range x.Articles {
		a := &x.Articles[i]
		if err := errors.Join(at.pieces.Article(a), at.put(Tallies, 0, newTally(a, x.Minutes))); err != nil {
			return err
		}
	}
	for i := range x.Clusters {
		if err := at.pieces.Cluster(&x.Clusters[i]); err != nil {
			return err
		}
	}
	return nil
}

func (at *tabling) end() error {
	told, more, err := at.pieces.End()
	if err != nil || len(told)+more == 0 {
		return err
	}
	return at.putAlone(Faults, 0, ordered(at.part), &faults{told, more})
}

// A reporting is the step report at work: writer, sums, and problems told so far.
type reporting struct {
	*task
	w        *report.Writer
	cuts     cuts
	exchange *account.Exchange
	problems map[row.Problem]int // how often each is told
}

// reportStep writes the report.
//
//	in    cuts, storyrows, rows, pieces, tallies, faults, problems: :0, in this order, and each in the
//	      order of the report; either rows or pieces, tallies and faults
//	out   nothing but the report's folder
//
// It runs alone and streams: it holds the sums of outlets.csv and flows.csv, the problems, and
// what forms of the report hold.
func reportStep(t *task) (err error) {
	r := &reporting{task: t, exchange: account.NewExchange(), problems: map[row.Problem]int{}}
	if r.w, err = report.Create(t.o.Out, t.o.Report); err != nil {
		return err
	}
	defer r.w.Abort()
	told, begun := false, false
	err = t.each(func(b *Block) error {
		if b.Kind != Cuts && !begun { // cuts come first
			begun = true
			if err := r.w.Expect(r.cuts.Articles); err != nil {
				return err
			}
		}
		if b.Kind == Problems && !told {
			told = true
			if err := r.exchange.Write(r.w); err != nil {
				return err
			}
		}
		return r.block(b)
	})
	if err == nil && !told {
		err = r.exchange.Write(r.w)
	}
	if err != nil {
		return err
	}
	list := make([]row.Problem, 0, len(r.problems))
	for p, n := range r.problems {
		list = append(list, slices.Repeat([]row.Problem{p}, n)...)
	}
	slices.SortFunc(list, row.CompareProblems)
	for i := range list {
		if err := r.w.Problem(&list[i]); err != nil {
			return err
		}
	}
	if err := r.w.Bounds(&report.Bounds{
		Compared: r.cuts.Compared, Weak: r.cuts.Weak, Stock: r.cuts.Stock, Versions: r.cuts.Versions, Issuers: r.cuts.Issuers,
	}); err != nil {
		return err
	}
	return r.w.Commit()
}

// block takes in the rows of a block, whatever their kind.
func (r *reporting) block(b *Block) error {
	list := []*Block{b}
	switch b.Kind {
	case Cuts:
		return rowsOf(list, func(c *cuts) error {
			r.cuts.Articles += c.Articles
			r.cuts.Stock += c.Stock
			r.cuts.Compared += c.Compared
			r.cuts.Weak += c.Weak
			r.cuts.Versions += c.Versions
			r.cuts.Issuers += c.Issuers
			return nil
		})
	case StoryRows:
		return rowsOf(list, func(s *storyRow) error { return r.w.Story(&s.Story) })
	case Rows:
		return rowsOf(list, r.row)
	case Pieces:
		return rowsOf(list, func(p *piece) error { return r.w.Append(p.File, p.Data) })
	case Tallies:
		return rowsOf(list, func(x *tally) error {
			r.count(&x.Article, x.Minutes)
			return nil
		})
	case Faults:
		return rowsOf(list, func(f *faults) error {
			r.w.Fault(f.Told, f.More)
			return nil
		})
	default:
		return rowsOf(list, func(p *problem) error {
			if had := r.problems[p.Problem]; p.Read || had == 0 {
				r.problems[p.Problem] = had + 1
			}
			return nil
		})
	}
}

// row writes an article or a cluster.
func (r *reporting) row(x *told) error {
	for i := range x.Articles {
		a := &x.Articles[i]
		r.count(a, x.Minutes)
		if err := r.w.Article(a); err != nil {
			return err
		}
	}
	for i := range x.Clusters {
		if err := r.w.Cluster(&x.Clusters[i]); err != nil {
			return err
		}
	}
	return nil
}

// count adds an article to the sums of outlets.
func (r *reporting) count(a *row.Article, minutes int) {
	if err := fault.Guard(func() error {
		r.exchange.Add(a, minutes)
		return nil
	}); err != nil {
		r.w.Lost(a.ID+" not counted in outlets.csv and flows.csv", err)
	}
}
