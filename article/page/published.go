package page

import (
	"strings"
	"time"

	"wiretrace/article"
	"wiretrace/article/date"
)

// published returns when the piece was published. Believed are, in this order:
//
//  1. what the page states to be the time of its publication: JSON-LD, <meta>,
//     microdata, else <meta> that may be of anything. Of several days the earliest, since later ones are those of
//     changes, unless the address or the page itself shows the first;
//  2. the day in the address. It stands against one stated that is later, since
//     a page that has moved to another system was often dated anew;
//  3. <time> and what is named or worded as a date beside the headline, or says
//     that it is of publication.
//
// What says the same day makes a date finer, by a time of day or a zone.
func (d *describer) published() article.Time {
	stated, shown := d.statedTimes(), d.shownTimes()
	var seen article.Time // what the page shows best
	if len(shown) > 0 {
		seen = shown[0]
	}
	address, _ := date.InPath(d.at)
	address.Source = article.SourceURL
	best := byAddress(earliest(stated, address, seen), address, seen)
	if best.Precision == article.NoTime {
		best = seen
	}
	for _, t := range append(stated, shown...) {
		best = finer(best, t)
	}
	return best
}

// earliest returns the first of stated, or one that is some days earlier, unless
// the address or what the page shows says the same as the first.
func earliest(stated []article.Time, address, seen article.Time) (best article.Time) {
	for _, t := range stated {
		switch {
		case best.Precision == article.NoTime:
			best = t
		case sameDays(best, address), sameDays(best, seen), sameDays(best, t):
		case t.When.Before(best.When):
			best = t
		}
	}
	return best
}

// byAddress weighs the time that the page states against the day in its address.
func byAddress(stated, address, seen article.Time) article.Time {
	switch {
	case address.Precision == article.NoTime:
		return stated
	case stated.Precision == article.NoTime:
		return address
	case sameDays(stated, address), sameDays(stated, seen):
		return stated
	case address.When.Before(stated.When), sameDays(address, seen):
		return address
	}
	return stated
}

// sameDays reports whether two times may be of one day in two zones.
func sameDays(a, b article.Time) bool {
	if a.Precision == article.NoTime || b.Precision == article.NoTime {
		return false
	}
	return a.When.Sub(b.When).Abs() < 48*time.Hour && dayOf(a).Sub(dayOf(b)).Abs() <= 24*time.Hour
}

// dayOf returns the day of t by its own clock.
func dayOf(t article.Time) time.Time {
	year, month, day := t.When.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// finer returns t where it is of the same day as best and knows the hour or the
// zone, which best does not; else best.
func finer(best, t article.Time) article.Time {
	switch {
	case best.Precision == article.NoTime || !dayOf(best).Equal(dayOf(t)):
	case best.Precision == article.Day && t.Precision > article.Day, !best.Zoned && t.Zoned && t.Precision >= best.Precision:
		return t
	}
	return best
}

// statedTimes returns the times that the page states to be those of its
// publication, the best source first. The time of the last change counts behind
// others: a piece was not changed before it was published.
func (d *describer) statedTimes() (times []article.Time) {
	offer := func(value, source string) {
		if t, ok := d.readTime(value); ok {
			t.Source = source
			times = append(times, t)
		}
	}
	v := d.data.article
	for _, key := range [...]string{"datePublished", "dateCreated", "uploadDate"} {
		if offer(d.data.first(v.get(key)), "json-ld"); len(times) > 0 {
			break
		}
	}
	for _, name := range dateMetas {
		if t, ok := d.metaTime(name); ok {
			times = append(times, t)
		}
	}
	if c, name := d.get("parsely-page"); c != "" {
		for _, v := range readJSON(c) {
			offer(v.get("pub_date").text, "meta "+name)
		}
	}
	for _, p := range d.props {
		if p.name == "datePublished" && !isOtherItem(p.types) {
			offer(clean(p.value), "microdata")
		}
	}
	if len(times) > 0 {
		offer(d.data.first(v.get("dateModified")), "json-ld dateModified")
		return times
	}
	for _, name := range otherDateMetas {
		if t, ok := d.metaTime(name); ok {
			times = append(times, t)
		}
	}
	return times
}

// metaTime returns the time that the <meta> of a name gives.
func (d *describer) metaTime(name string) (article.Time, bool) {
	c, _ := d.get(name)
	t, ok := d.readTime(c)
	t.Source = "meta " + name
	return t, ok
}

// readTime reads a time that is the whole of a value, or one in figures whose order
// of day and month is known from the page's language and country.
func (d *describer) readTime(s string) (article.Time, bool) {
	if t, ok := date.Parse(s); ok {
		return t, true
	}
	if len(s) > longestDated {
		return article.Time{}, false
	}
	return d.readFigures(s)
}

// shownTimes returns the times that the page shows for itself: those that say
// that they are of publication, then those beside the headline.
func (d *describer) shownTimes() (times []article.Time) {
	var beside []article.Time
	offer := func(e *dated, source string) {
		where := d.placeOf(e.at)
		said := e.label[afterChange(e.label):]
		labelled := containsAny(said, publishedWords)
		switch {
		case where == aboveHeadline, e.inText, e.other, elsewhere(e.name), containsAny(e.name, changedWords), len(said) < len(e.label) && !labelled:
			return
		case elsewhere(e.scope) && !(where == nearHeadline && datesPublication(e.name)):
			return
		}
		t, rank := d.timeIn(clean(e.value))
		t.Source = source
		switch {
		case rank == undated:
		case labelled, datesPublication(e.name), rank == datedByLabel:
			times = append(times, t)
		case where == nearHeadline && rank >= datedBeside:
			beside = append(beside, t)
		}
	}
	for i := range d.times {
		offer(&d.times[i], "time element")
	}
	for i := range d.dates {
		offer(&d.dates[i], "date element")
	}
	return append(times, beside...)
}

// datesPublication reports whether the names of a <time> say that it is the
// time of publication.
func datesPublication(name string) bool {
	for _, s := range [...]string{"publi", "pubdate", "entry-date", "post-date", "posted"} {
		if strings.Contains(name, s) {
			return true
		}
	}
	return false
}

// afterChange returns where the last of changedWords ends in s, 0 if none is there.
func afterChange(s string) int {
	end := 0
	for _, w := range changedWords {
		if k := strings.LastIndex(s, w); k >= 0 {
			end = max(end, k+len(w))
		}
	}
	return end
}
