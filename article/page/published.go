package page

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
	"wiretrace/article/date"
)

// published returns when the piece was published. Believed are, in this order:
//
//  1. what the page states to be the time of its publication: JSON-LD, <meta>,
//     microdata, else <meta> that may be of anything, unless the page shows another day. Of several days the earliest,
//     since later ones are those of changes, unless the address or the page itself shows the first; or, of days
//     that are near each other, the one that the page shows, if it is known not to be that of the last change;
//     An earlier day beside the headline stands against one that the page itself calls a change;
//  2. the day in the address. It stands against one stated that is later, since
//     a page that has moved to another system was often dated anew;
//  3. <time> and what is named or worded as a date beside the headline, or says
//     that it is of publication.
//
// What says the same day makes a date finer, by a time of day or a zone.
func (d *describer) published() article.Time {
	stated, sure := d.statedTimes()
	shown := slices.DeleteFunc(d.shownTimes(), d.deniedByAddress)
	var seen article.Time // what the page shows best
	if len(shown) > 0 {
		seen = shown[0]
	}
	if (!sure || disagree(stated)) && len(stated) > 0 && seen.Precision == article.NoTime {
		if t := d.lookForDay(d.doc); !t.Guess() {
			seen = t
		}
	}
	if !sure && seen.Precision != article.NoTime {
		stated = slices.DeleteFunc(stated, func(t article.Time) bool { return !dayOf(t).Equal(dayOf(seen)) })
	}
	address, _ := date.InPath(d.at)
	address.Source = article.SourceURL
	first := earliest(stated, address, seen)
	if t, ok := d.scheduled(stated, first, seen); ok {
		first = t
	}
	best := byAddress(first, address, seen)
	if t, ok := d.beforeChange(best, shown); ok {
		best = t
	}
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

// disagree reports whether times are of different days.
func disagree(times []article.Time) bool {
	return slices.ContainsFunc(times, func(t article.Time) bool { return !sameDays(t, times[0]) })
}

// scheduled returns the day of stated that the page shows, a few days behind the first, if the page tells the day of its
// last change and it is another: the first is when the piece was put into the system.
func (d *describer) scheduled(stated []article.Time, first, seen article.Time) (article.Time, bool) {
	const longest = 7 * 24 * time.Hour
	changed, ok := d.changed()
	if !ok || seen.Precision == article.NoTime || sameDays(first, seen) || sameDays(changed, seen) || changed.When.Before(seen.When) {
		return article.Time{}, false
	}
	for _, t := range stated {
		if dayOf(t).Equal(dayOf(seen)) && t.When.After(first.When) && t.When.Sub(first.When) < longest {
			return t, true
		}
	}
	return article.Time{}, false
}

// beforeChange returns the earlier time that the page shows beside its headline, if the page itself says
// that what it states to be the time of publication is that of a change, or states it right behind that of
// the last change, as systems do that put a page out anew with each.
func (d *describer) beforeChange(stated article.Time, shown []article.Time) (article.Time, bool) {
	if stated.Precision < article.Minute || len(shown) == 0 || !shown[0].When.Before(stated.When) || sameDays(shown[0], stated) {
		return article.Time{}, false
	}
	const putOut = time.Hour
	if t, ok := d.changed(); ok && t.When.Before(stated.When) && stated.When.Sub(t.When) < putOut && !disagree(shown) {
		return shown[0], true
	}
	for i := range d.times {
		if d.isChange(stated, &d.times[i]) {
			return shown[0], true
		}
	}
	return article.Time{}, false
}

// isChange reports whether an element beside the headline says that a time, to the minute, is that of a change.
func (d *describer) isChange(stated article.Time, e *dated) bool {
	_, changed := labelsOf(e.label + " " + strings.ToLower(e.text))
	if !changed && !containsAny(e.name, changedWords) || d.placeOf(e.at) != nearHeadline {
		return false
	}
	t, ok := d.readTime(e.datetime)
	return ok && t.Precision >= article.Minute && t.When.Truncate(time.Minute).Equal(stated.When.Truncate(time.Minute))
}

// byAddress weighs the time that the page states against the day in its address. A page that has
// moved to another system may state and show the day of that; its address is mostly of the first.
func byAddress(stated, address, seen article.Time) article.Time {
	const moved = 31 * 24 * time.Hour // earlier than that no address is by chance
	switch {
	case address.Precision == article.NoTime:
		return stated
	case stated.Precision == article.NoTime, stated.When.Sub(address.When) > moved:
		return address
	case sameDays(stated, address), sameDays(stated, seen):
		return stated
	case address.When.Before(stated.When), sameDays(address, seen):
		return address
	}
	return stated
}

// deniedByAddress reports whether the address names a month, /2024/05/, and t is
// of another.
func (d *describer) deniedByAddress(t article.Time) bool {
	year, month, ok := date.MonthInPath(d.at)
	if !ok {
		return false
	}
	const zones = 24 * time.Hour
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return t.When.Before(first.Add(-zones)) || t.When.After(first.AddDate(0, 1, 0).Add(zones))
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
// publication, the best source first. If there are none, it returns those that may be
// of anything, and sure is false. The time of the last change counts where it
// is long before all others: a piece whose publication is dated anew was out by
// then, but one changed some days or weeks before was scheduled.
func (d *describer) statedTimes() (times []article.Time, sure bool) {
	times = slices.Concat(d.linkedTimes(), d.metaTimes(dateMetas), d.parselyTimes(), d.microdataTimes())
	if len(times) == 0 {
		return d.metaTimes(otherDateMetas), false
	}
	if t, ok := d.changedLongBefore(times); ok {
		times = append(times, t)
	}
	return times, true
}

// linkedTimes returns the time of publication that JSON-LD states, alone; nothing if it states none.
func (d *describer) linkedTimes() []article.Time {
	v := d.data.article
	if isType(v, "DiscussionForumPosting") && d.rel("prev") != "" {
		return nil // of the first message, which is on another page
	}
	for _, key := range [...]string{"datePublished", "dateCreated", "uploadDate"} {
		if times := d.appendTime(nil, d.data.first(v.get(key)), "json-ld"); len(times) > 0 {
			return times
		}
	}
	return nil
}

// metaTimes returns the times that the <meta> of these names give, in their order.
func (d *describer) metaTimes(names []string) (times []article.Time) {
	for _, name := range names {
		if t, ok := d.metaTime(name); ok {
			times = append(times, t)
		}
	}
	return times
}

// parselyTimes returns the times of publication in the <meta> that Parse.ly reads, which holds JSON.
func (d *describer) parselyTimes() (times []article.Time) {
	c, name := d.get("parsely-page")
	if c == "" {
		return nil
	}
	for _, v := range readJSON(c) {
		times = d.appendTime(times, v.get("pub_date").text, "meta "+name)
	}
	return times
}

// microdataTimes returns the times of publication that microdata state of the piece.
func (d *describer) microdataTimes() (times []article.Time) {
	for _, p := range d.props {
		if p.name == "datePublished" && !isOtherItem(p.types) {
			times = d.appendTime(times, clean(p.value), "microdata")
		}
	}
	return times
}

// appendTime appends the time that a value of a source gives, if it gives one.
func (d *describer) appendTime(times []article.Time, value, source string) []article.Time {
	if t, ok := d.readTime(value); ok {
		t.Source = source
		times = append(times, t)
	}
	return times
}

// changedLongBefore returns the time of the last change, if it is that of one of times, or
// long before all of them.
func (d *describer) changedLongBefore(times []article.Time) (article.Time, bool) {
	const longestSchedule = 31 * 24 * time.Hour
	changed, ok := d.readTime(d.data.first(d.data.article.get("dateModified")))
	if !ok {
		return article.Time{}, false
	}
	for _, t := range times {
		if t.When.Sub(changed.When) < longestSchedule && !sameDays(t, changed) {
			return article.Time{}, false
		}
	}
	changed.Source = "json-ld dateModified"
	return changed, true
}

// changed returns the time of the last change, if the page states one.
func (d *describer) changed() (article.Time, bool) {
	if t, ok := d.readTime(d.data.first(d.data.article.get("dateModified"))); ok {
		return t, true
	}
	return d.metaTime("article:modified_time")
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
// that they are of publication, first those beside the headline, then all others
// beside it.
func (d *describer) shownTimes() (times []article.Time) {
	var below, beside []article.Time
	offer := func(e *dated, source string) {
		t, kind := d.shownTime(e)
		t.Source = source
		switch kind {
		case publishedBeside:
			times = append(times, t)
		case publishedBelow:
			below = append(below, t)
		case standsBeside:
			beside = append(beside, t)
		}
	}
	for i := range d.times {
		offer(&d.times[i], "time element")
	}
	for i := range d.dates {
		offer(&d.dates[i], "date element")
	}
	return slices.Concat(times, below, beside)
}

// What a date that a page shows is to the piece.
const (
	unrelated       = iota
	standsBeside    // it stands beside the headline
	publishedBelow  // it says that it is of publication
	publishedBeside // both
)

// shownTime returns the time that an element gives, and what it is to the piece.
func (d *describer) shownTime(e *dated) (article.Time, int) {
	published, ok := d.tells(e)
	if !ok {
		return article.Time{}, unrelated
	}
	t, rank := d.timeOf(e)
	published = published || rank == datedByLabel
	near := d.placeOf(e.at) == nearHeadline
	switch {
	case rank == undated:
	case published && near:
		return t, publishedBeside
	case published:
		return t, publishedBelow
	case near && rank >= datedBeside:
		return t, standsBeside
	}
	return article.Time{}, unrelated
}

// tells reports whether place and names of an element leave it open that its date is the
// piece's, and whether they say that it is of publication.
func (d *describer) tells(e *dated) (published, ok bool) {
	where := d.placeOf(e.at)
	scope, name := d.scopeBeside(e.node), e.name
	names := scope + name
	if d.atHeadline(e.node, e.at) {
		scope, name = withoutShapes(scope), withoutShapes(name)
	}
	labelled, changed := labelsOf(e.label)
	switch {
	case where == aboveHeadline, d.ofOtherEntry(e.node), e.inText && !datesPublication(e.name), e.ofAnother(name), changed, d.headsSite(e.node, e.at, names), d.maybeToday(e.at, names, e.text):
		return false, false
	}
	near := where == nearHeadline
	named := datesPublication(e.name) || near && containsAny(scope, []string{"publi", "posted"})
	if elsewhere(scope) && !(named && ofThePiece(scope, near)) {
		return false, false
	}
	return named || labelled, true
}

// ofOtherEntry reports whether n stands in an entry of a list, as hAtom and HTML mark them, while the headline stands in an
// entry of its own.
func (d *describer) ofOtherEntry(n *html.Node) bool {
	for a := n.Parent; a != nil; a = a.Parent {
		if !isEntry(a) {
			continue
		}
		if d.facts.around[a] {
			return false
		}
		for outer := range d.facts.around {
			if isEntry(outer) {
				return true
			}
		}
		return false
	}
	return false
}

// isEntry reports whether an element is marked as an entry.
func isEntry(n *html.Node) bool {
	return n.DataAtom == atom.Article || hasClass(n, "hentry") || hasClass(n, "h-entry")
}

// headsSite reports whether a date that the walk met at a place before the headline, of an element
// with these names on and around it, stands in the head of the site, where the day of the visit is told.
func (d *describer) headsSite(n *html.Node, at progress, names string) bool {
	if at.heading >= d.facts.headline.heading {
		return false
	}
	for name := range strings.FieldsSeq(names) {
		switch name {
		case "header":
			return !withinArticle(n)
		case "site-header", "page-header", "main-header", "header-top", "navbar", "toolbar", "today", "current-date":
			return true
		}
		if strings.HasPrefix(name, "top-") || strings.HasPrefix(name, "top_") {
			return true
		}
	}
	return false
}

// withinArticle reports whether n stands in an <article>, whose head is not that of the site.
func withinArticle(n *html.Node) bool {
	for a := n.Parent; a != nil; a = a.Parent {
		if a.DataAtom == atom.Article {
			return true
		}
	}
	return false
}

// atHeadline reports whether n, which the walk met at a place, stands beside the headline with hardly a word between
// them, in an element next to it or within it.
func (d *describer) atHeadline(n *html.Node, at progress) bool {
	const farthest, deepest = 80, 6 // bytes; elements
	gap := at.text - d.facts.headline.text
	if at.heading < d.facts.headline.heading {
		gap = -gap
	} else {
		gap -= d.facts.headlineSize
	}
	if at.heading+1 < d.facts.headline.heading || gap > farthest {
		return false
	}
	a := n.Parent
	for depth := 0; a != nil && !d.facts.around[a]; a, depth = a.Parent, depth+1 {
		if depth == deepest {
			return false
		}
	}
	return a != nil && a.DataAtom != atom.Body && a.DataAtom != atom.Html
}

// withoutShapes returns names without those that tell of the shape of an element rather than of what it holds: the
// line below a headline is a "nav", a "card" or a "listing-meta" too.
func withoutShapes(names string) string {
	return shapes.ReplaceAllString(names, " ")
}

var shapes = regexp.MustCompile(`\b(?:nav|menu|listing|teasers?|cards?|calendar)(?:\b|_)`)

// maybeToday reports whether a date right above the headline has the day of the week, as
// that of the visit has it. Blogger writes the day of its pieces so.
func (d *describer) maybeToday(at progress, names, text string) bool {
	return at.heading < d.facts.headline.heading && date.NamesWeekday(text) &&
		!containsAny(names, []string{"date-header", "publi", "posted", "entry", "post-"})
}

// labelsOf reports whether what stands before a date, in lower case, says that it is of
// publication, and whether it is of a change alone.
func labelsOf(label string) (published, changed bool) {
	end := afterChange(label)
	published = containsAny(label[end:], publishedWords)
	return published, end > 0 && !published
}

// timeOf returns the time that an element gives, and how well it dates the page. A link
// must be a date and nothing else.
func (d *describer) timeOf(e *dated) (article.Time, int) {
	t, rank := d.timeIn(clean(e.value))
	if rank == undated && e.value != e.text {
		t, rank = d.timeIn(clean(e.text))
	}
	if rank < datedWhole && e.node.DataAtom == atom.A {
		rank = undated
	}
	return t, rank
}

// ofAnother reports whether the names of an element, of which name are those that count, or the item that it belongs to,
// say that its date is of something else: a comment, a teaser, a change, a membership.
func (e *dated) ofAnother(name string) bool {
	return e.other || elsewhere(strings.ReplaceAll(name, "teaser", "")) || containsAny(e.name, changedWords) ||
		containsAny(e.name, []string{"joindate", "join-date", "joined", "member-since", "membersince", "birth"}) ||
		containsAny(strings.ToLower(e.label+" "+e.text), otherDayWords) || labelsLife(e.label) || tellsLife(strings.ToLower(e.text))
}

// ofThePiece reports whether a date of publication belongs to the piece though the names around it
// speak of other things: it is near the headline and no reader's, or in the foot of a piece,
// where some systems sign and date it.
func ofThePiece(scope string, near bool) bool {
	if near && !containsAny(scope, []string{"comment", "kommentar", "coment", "reply", "respon"}) {
		return true
	}
	return containsAny(scope, []string{"post-footer", "entry-footer", "article-footer", "entry-meta", "post-meta"}) &&
		!elsewhere(strings.ReplaceAll(scope, "footer", ""))
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
