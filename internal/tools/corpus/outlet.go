package corpus

import (
	"fmt"
	"strings"
)

// An outlet is who publishes: its name and what it puts around each text.
type outlet struct {
	name, host string
	agency     bool
	curly      bool     // quotation marks are curly
	byline     bool     // names the writer
	dateline   bool     // begins with the place
	head, foot []string // lines above the headline and below the text, the same for each article
	house      string   // a paragraph in praise of itself at the end of many texts; empty for most
}

// outlets is how many outlets there are, real agencies first.
const outlets = 400

var agencies = []struct{ name, host, short string }{
	{"Reuters", "reuters.com", "Reuters"},
	{"Associated Press", "apnews.com", "AP"},
	{"Agence France-Presse", "afp.com", "AFP"},
	{"Press Association", "pressassociation.com", "PA"},
}

var paperNames = []string{"Courier", "Gazette", "Herald", "Tribune", "Chronicle", "Observer", "Daily News", "Post", "Echo", "Journal", "Sentinel", "Examiner"}

var sections = []string{"News", "Politics", "Business", "World", "Sport", "Opinion", "Culture", "Science", "Weather", "Video"}

func newOutlet(g *Generator, n int) *outlet {
	s := newStream(g.o.Seed, forOutlet, n)
	o := &outlet{curly: s.chance(0.5), byline: s.chance(0.6), dateline: s.chance(0.35)}
	if n < len(agencies) {
		o.name, o.host, o.agency, o.dateline = agencies[n].name, agencies[n].host, true, true
		return o
	}
	town := place(n + 5000)
	title := paperNames[s.n(len(paperNames))]
	o.name = "The " + town + " " + title
	o.host = strings.ToLower(town) + strings.ToLower(strings.ReplaceAll(title, " ", "")) + ".example"
	if s.chance(0.4) {
		o.head = append(o.head, o.name)
	}
	if s.chance(0.3) {
		k := s.n(len(sections))
		o.head = append(o.head, "Home | "+sections[k]+" | "+sections[(k+3)%len(sections)]+" | "+sections[(k+5)%len(sections)])
	}
	for _, line := range []struct {
		p    float64
		text string
	}{
		{0.3, "Advertisement"},
		{0.3, "Share this article on Facebook, Twitter or by email"},
		{0.3, "Sign up for the " + o.name + " newsletter and get the day's top stories in your inbox every morning."},
		{0.2, "Follow " + o.name + " on Twitter"},
		{0.15, "Read more about " + strings.ToLower(sections[s.n(len(sections))]) + " on " + o.host},
		{0.2, "This material may not be published, broadcast, rewritten or redistributed without permission."},
		{0.5, fmt.Sprintf("© 2025 %s. All rights reserved.", o.name)},
	} {
		if s.chance(line.p) {
			o.foot = append(o.foot, line.text)
		}
	}
	if s.chance(0.2) {
		w := newStream(g.o.Seed, forHouse, n)
		t := newTopic(g, -1-n)
		b := []byte(o.name + " is an independent newsroom that ")
		at := len(b)
		b = t.sentence(b, &w, w.between(18, 32))
		b[at] |= 0x20
		o.house = string(b)
	}
	return o
}
