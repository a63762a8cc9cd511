package article

// Meta is what the first and last lines of a plain scrape say about the
// article. The zero value of a field means that they say nothing.
type Meta struct {
	Title     string
	Untitled  bool   // the title that was given is a button, a name, a date or the like, and Title is better
	Byline    string // the names as written, without "By"
	Outlet    string // a name or a domain
	Published Time   // its Source is "text", "dateline" or a guess
	Language  string // ISO 639-1, guessed from the commonest words; as given if it was
}

// Fill sets the fields of a that are unknown from m, and a title that is none.
func (a *Article) Fill(m Meta) {
	if a.Title == "" || m.Untitled {
		a.Title = m.Title
	}
	if a.Byline == "" {
		a.Byline = m.Byline
	}
	if a.Outlet == "" {
		a.Outlet = m.Outlet
	}
	if a.Published.yieldsTo(m.Published) {
		a.Published = m.Published
	}
	if a.Language == "" {
		a.Language = m.Language
	}
}
