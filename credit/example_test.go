package credit_test

import (
	"fmt"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/credit"
	"wiretrace/outlet"
)

func ExampleReader_Credits() {
	a := &article.Article{Outlet: "Voz", Language: "en", Text: `Bridge to close for a year

LOWLAND (AP) — The Mill Road bridge will close in May, according to The Washington Post.

A spokesman told CNN that repairs would take a year. The Guardian is on sale at the station.`}
	l, _ := layout.Find(a)
	r := credit.NewReader(outlet.Default())
	for _, c := range r.Credits(nil, a, &l) {
		fmt.Printf("%s (%s): %s: %q\n", c.Outlet, c.Kind, c.Cue, a.Text[c.Start:c.End])
	}
	// Output:
	// Associated Press (agency): dateline: "LOWLAND (AP)"
	// The Washington Post (outlet): according to: "according to The Washington Post"
	// CNN (outlet): told: "told CNN"
}

// An outlet that passes on what another reported is the Via of that one's credit.
func ExampleReader_Credits_via() {
	a := &article.Article{Language: "en", Text: "The ferry will stop running in June, The Telegraph reported, citing an article in The Washington Post."}
	l, _ := layout.Find(a)
	r := credit.NewReader(outlet.Default())
	for _, c := range r.Credits(nil, a, &l) {
		fmt.Printf("%s via %q\n", c.Outlet, c.Via)
	}
	// Output:
	// The Telegraph via ""
	// The Washington Post via "The Telegraph"
}

// A byline that the scraper delivered as a field has no place in the text.
func ExampleReader_Byline() {
	a := &article.Article{Language: "en", Byline: "Jane Roe, Associated Press"}
	r := credit.NewReader(outlet.Default())
	for _, c := range r.Byline(nil, a) {
		fmt.Println(c.Outlet, c.Cue, c.Len())
	}
	// Output: Associated Press byline 0
}

// A Reader knows the outlets of its gazetteer, and finds others by their shape.
func ExampleNewReader() {
	a := &article.Article{Language: "en", Text: "Two men were arrested, the Marlow Bay Courier reported on Monday."}
	l, _ := layout.Find(a)
	for _, c := range credit.NewReader(outlet.Default()).Credits(nil, a, &l) {
		fmt.Println(c.Outlet, c.Kind, c.Domain == "")
	}
	// Output: Marlow Bay Courier unknown true
}
