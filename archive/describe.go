package archive

import "fmt"

// A Description is what was found out about an article, new or old. Its fields
// are the columns of report.csv.
type Description struct {
	Rep             int64 // number of the representative of its family; 0: itself
	Cluster, Family string
	Role            string
	SourceArticle   string // id
	SourceOutlet    string
	Upstream        string
	CreditChain     string
	Credited        string
	Confidence      string
	Why             string
	// Percent of the words that are not furniture; all 0 if unknown.
	Copied, Edited, Reworded, Quoted, Original float64
	FurnitureWords                             int

	// Credits and Quotes replace those stored; nil leaves them as they are.
	Credits []Credit
	Quotes  []Quote
}

// A Credit is a row of credits.csv. Offsets are in code points, half-open.
type Credit struct {
	Start, Stop                          int
	Outlet, Domain, Kind, Cue, Via, Text string
}

// A Quote is a row of quotes.csv. Offsets are in code points, half-open.
type Quote struct {
	Start, Stop   int
	Speaker, Text string
	Families      int
	FirstArticle  string // id
}

// Describe stores what was found out about an article, in place of what was
// stored before.
func (n *Night) Describe(number int64, d *Description) error {
	rep := d.Rep
	if rep == 0 {
		rep = number
	}
	shares := [5]any{}
	if d.Copied != 0 || d.Edited != 0 || d.Reworded != 0 || d.Quoted != 0 || d.Original != 0 {
		shares = [5]any{d.Copied, d.Edited, d.Reworded, d.Quoted, d.Original}
	}
	changed, err := n.change(`UPDATE articles SET representative = ?, cluster = ?, family = ?, role = ?, source_article = ?, source_outlet = ?,
		upstream = ?, credit_chain = ?, credited = ?, confidence = ?, why = ?, copied_pct = ?, edited_pct = ?, reworded_pct = ?,
		quoted_pct = ?, original_pct = ?, furniture_words = ? WHERE number = ?`,
		rep, orNull(d.Cluster), orNull(d.Family), orNull(d.Role), orNull(d.SourceArticle), orNull(d.SourceOutlet), orNull(d.Upstream),
		orNull(d.CreditChain), orNull(d.Credited), orNull(d.Confidence), orNull(d.Why),
		shares[0], shares[1], shares[2], shares[3], shares[4], int64(d.FurnitureWords), number)
	switch {
	case err != nil:
		return err
	case changed == 0:
		return n.fail(fmt.Errorf("describe article %d: %w", number, ErrNotFound))
	}
	if err := n.credits(number, d.Credits); err != nil {
		return err
	}
	return n.quotes(number, d.Quotes)
}

func (n *Night) credits(number int64, credits []Credit) error {
	if credits == nil {
		return nil
	}
	if err := n.exec("DELETE FROM credits WHERE article = ?", number); err != nil {
		return err
	}
	for i := range credits {
		c := &credits[i]
		err := n.exec("INSERT INTO credits (article, n, start, stop, outlet, domain, kind, cue, via, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			number, int64(i+1), int64(c.Start), int64(c.Stop), orNull(c.Outlet), orNull(c.Domain), orNull(c.Kind), orNull(c.Cue), orNull(c.Via), orNull(c.Text))
		if err != nil {
			return err
		}
	}
	return nil
}

func (n *Night) quotes(number int64, quotes []Quote) error {
	if quotes == nil {
		return nil
	}
	if err := n.exec("DELETE FROM quotes WHERE article = ?", number); err != nil {
		return err
	}
	for i := range quotes {
		q := &quotes[i]
		err := n.exec("INSERT INTO quotes (article, n, start, stop, speaker, text, families, first_article) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			number, int64(i+1), int64(q.Start), int64(q.Stop), orNull(q.Speaker), orNull(q.Text), int64(q.Families), orNull(q.FirstArticle))
		if err != nil {
			return err
		}
	}
	return nil
}
