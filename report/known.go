package report

import "io"

// A Known tells from where the text of one article is known.
type Known struct {
	ID, Title string
	Words     int     // of its prose
	Places    []Place // the one that has most of the text first
}

// A Place is an article that has text of another.
type Place struct {
	Article, Outlet, Published, Title, URL, Cluster string
	Role, Upstream                                  string  // of that article
	Relation                                        string  // copy | partial | rewrite | quotes
	Share                                           float64 // 0 to 1: the part of the text looked for that stands there
	ShareOfIt                                       float64 // the part of that article
	Words                                           int     // of the text looked for that stand there
}

// KnownJSON writes each place as a JSON object on a line.
func KnownJSON(w io.Writer, k *Known) error {
	var o object
	for i := range k.Places {
		p := &k.Places[i]
		o.b = append(o.b, '{')
		o.Text("article", p.Article)
		o.Text("outlet", p.Outlet)
		o.Text("published", p.Published)
		o.Text("title", p.Title)
		o.Text("url", p.URL)
		o.Text("cluster", p.Cluster)
		o.Text("role", p.Role)
		o.Text("upstream", p.Upstream)
		o.Text("relation", p.Relation)
		o.Ratio("share", p.Share, true)
		o.Ratio("share_of_it", p.ShareOfIt, true)
		o.Whole("words", p.Words, true)
		o.b = append(o.b, "}\n"...)
	}
	_, err := w.Write(o.b)
	return err
}
