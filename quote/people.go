package quote

import (
	"slices"
	"strings"
)

// A person is somebody named in the text.
type person struct {
	name string
	last int // mention of the person
}

// A mention is a place where a person is named.
type mention struct{ at, sentence, person int }

// mostPeople bounds the people of a text.
const mostPeople = 300

// latest returns the person last named before text[at:]: of several in one sentence the first.
func (t *telling) latest(at int) string {
	n, _ := slices.BinarySearchFunc(t.mentions, at, func(m mention, at int) int { return m.at - at })
	if n == 0 {
		return ""
	}
	n--
	for n > 0 && t.mentions[n-1].sentence == t.mentions[n].sentence {
		n--
	}
	return t.people[t.mentions[n].person].name
}

// namedSince reports whether a person is named in text[from:to).
func (t *telling) namedSince(from, to int) bool {
	n, _ := slices.BinarySearchFunc(t.mentions, to, func(m mention, at int) int { return m.at - at })
	return n > 0 && t.mentions[n-1].at >= from
}

// subjectBefore returns the person last named in the paragraph of q or the one before it.
func (t *telling) subjectBefore(q *quoted) string {
	n, _ := slices.BinarySearchFunc(t.mentions, q.from, func(m mention, at int) int { return m.at - at })
	if n == 0 || t.mentions[n-1].at < t.paras[max(q.para-1, 0)].Start {
		return ""
	}
	return t.latest(q.from)
}

// note notes that who is named at text[at:].
func (t *telling) note(who teller, at int) {
	if who.kind != byName {
		return
	}
	n := t.person(who)
	if n < 0 {
		return
	}
	t.people[n].last = len(t.mentions)
	t.mentions = append(t.mentions, mention{at, t.sentence, n})
}

// person returns the place of who in t.people, where it is put if it is new; -1 if
// there are too many. Of several whom a short name may mean it is the one named last.
func (t *telling) person(who teller) int {
	best := -1
	for i := range t.people {
		p := &t.people[i]
		switch {
		case p.name == who.name:
			return i
		case t.short(t, who.name, p.name):
			if best < 0 || p.last > t.people[best].last {
				best = i
			}
		}
	}
	if best >= 0 {
		return best
	}
	for i := range t.people {
		if p := &t.people[i]; t.short(t, p.name, who.name) {
			p.name = who.name // told in full later
			return i
		}
	}
	if len(t.people) >= mostPeople {
		return -1
	}
	t.people = append(t.people, person{name: who.fullest(), last: -1})
	return len(t.people) - 1
}

// known reports whether name is that of a person of the text, or a short form of it.
func (t *telling) known(name string) bool {
	return slices.ContainsFunc(t.people, func(p person) bool { return p.name == name || t.short(t, name, p.name) })
}

// officeHolder returns the only person beside whose name the office stands, and nothing but that, before text[at:]: 田中町長; 군수 | after
// 김철수 군수; الوزير | after الوزير سالم. It returns "" where words is no office, or that of several.
func (t *telling) officeHolder(words string, at int) string {
	const farthest = 12_000 // bytes
	if !t.title.has(words) || len(t.people) > mostPeople/4 {
		return ""
	}
	text := t.pairing.text[max(0, back(t.pairing.text, at, farthest)):at]
	found := ""
	for i := range t.people {
		name := t.people[i].name
		if !t.bearsOffice(text, name, words) {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
}

// bearsOffice reports whether text has the office words right beside name, on the side where the language sets it.
func (t *telling) bearsOffice(text, name, words string) bool {
	const before = "副前原代元"
	if strings.Contains(text, name+words) || strings.Contains(text, name+" "+words) {
		return true
	}
	for _, both := range [...]string{words + name, words + " " + name} {
		if i := strings.Index(text, both); i >= 0 && !endsWithin(text[:i], before) {
			return true
		}
	}
	return false
}
