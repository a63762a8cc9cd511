package page

import (
	"strings"

	"golang.org/x/net/html"

	"wiretrace/article/date"
	"wiretrace/lang"
)

// figureOrder returns the order of day and month that pages of this language
// and country use: the day first nearly everywhere, the month in the United
// States, where pages of other countries declare en-US too, since their systems
// came so. English of no country is open, and Canada has both.
func (d *describer) figureOrder() date.Order {
	if !d.ordered {
		d.order, d.ordered = d.findOrder(), true
	}
	return d.order
}

// findOrder tells in which order the page writes day and month: by the country of its
// address, else by the languages that it declares, else by that of its text.
func (d *describer) findOrder() date.Order {
	if order, known := orderOfCountry(countryOf(d.at, d.own)); known {
		return order
	}
	order := date.UnknownOrder
	og, _ := d.get("og:locale")
	for _, tag := range [...]string{d.facts.language, d.data.first(d.data.article.get("inLanguage")), og} {
		language, region, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
		switch {
		case len(language) < 2 || len(language) > 3:
		case language != "en":
			return date.DayFirst
		case region == "us":
			order = date.MonthFirst
		case region != "" && region != "ca" && region != "ph" && region != "za":
			return date.DayFirst
		}
	}
	if guess := lang.Of(runningText(d.doc, lang.Sample)); guess != "" && guess != "en" {
		return date.DayFirst
	}
	return order
}

// orderOfCountry returns the order in which papers of a country write day and month. known is false
// where there is no country to tell; in some both are written.
func orderOfCountry(country string) (order date.Order, known bool) {
	switch country {
	case "us":
		return date.MonthFirst, true
	case "ca", "ph", "za":
		return date.UnknownOrder, true
	case "":
		return date.UnknownOrder, false
	}
	return date.DayFirst, true
}

// FigureOrder tells in which order an article that is no page, of an address, a language (as its two
// letters) and a text of which each may be unknown, writes day and month of dates in figures: by the
// country of its address, else by its language. That of English without a country is unknown.
func FigureOrder(address, language, text string) date.Order {
	if order, known := orderOfCountry(countryOf(address)); known {
		return order
	}
	if language == "" {
		language = lang.Of(text[:min(len(text), lang.Sample)])
	}
	if language != "" && language != "en" {
		return date.DayFirst
	}
	return date.UnknownOrder
}

// writesPoints reports whether the country or language of the page writes dates in figures with
// points alone. Others there are a system's, 11/01/2023, in an order that it does not tell.
func (d *describer) writesPoints() bool {
	country := countryOf(d.at, d.own)
	if country == "" {
		country, _, _ = strings.Cut(strings.ToLower(d.facts.language), "-")
	}
	switch country {
	case "de", "at", "ch", "li", "pl", "cz", "cs", "sk", "ru", "ua", "by", "fi", "no", "nb", "nn", "ee", "et", "lv", "si", "sl", "hr", "rs", "sr", "ba", "hu", "bg", "is":
		return true
	}
	return false
}

// runningText returns about the first limit bytes of the longer pieces of text of
// a page.
func runningText(doc *html.Node, limit int) string {
	var b strings.Builder
	for n := doc; n != nil && b.Len() < limit; {
		hidden := n.Type == html.ElementNode && neverText(n.DataAtom)
		if n.Type == html.TextNode && len(n.Data) >= shortestProse {
			b.WriteString(clean(n.Data))
			b.WriteByte(' ')
		}
		n = next(doc, n, hidden)
	}
	return b.String()
}

// countryOf returns the country, as its two letters, of the first address or
// site that has one at the end of its host; empty if none has. Endings that are
// sold to everyone say nothing.
func countryOf(addresses ...string) string {
	for _, a := range addresses {
		host := a
		if isURL(a) {
			host = hostOf(a)
		}
		switch end := host[strings.LastIndexByte(host, '.')+1:]; {
		case len(end) != 2, strings.Contains("io co tv me ai fm cc ws to gg sh ly eu", end):
		default:
			return end
		}
	}
	return ""
}
