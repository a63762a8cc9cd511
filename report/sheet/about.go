package sheet

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

var storyColumns = []column{
	{"story", 14, "id of the story: the reports of one event, whoever wrote them"},
	{"headline", 60, "the title that says what its articles are about"},
	{"articles", 9, "how many"},
	{"outlets", 9, "how many"},
	{"clusters", 9, "groups of them that derive from one upstream"},
	{"own_reports", 11, "articles that derive from no other"},
	{"first_published", 18, "date; in UTC if the zone is known"},
	{"last_published", 18, "the same"},
}

var clusterColumns = []column{
	{"cluster", 14, "id of the cluster; leads to its page"},
	{"upstream", 26, "outlet that they derive from"},
	{"upstream_present", 10, "whether its article is among those read"},
	{"articles", 9, "how many"},
	{"families", 9, "groups of whole copies of one text"},
	{"outlets", 9, "how many"},
	{"first_published", 18, "date; in UTC if the zone is known"},
	{"last_published", 18, "the same"},
	{"headline", 60, "the title that says what its articles are about"},
	{"origin_article", 30, "the article that the others derive from, if it was read"},
	{"uncredited", 11, "articles that derive from another, certainly or likely, and credit nobody"},
	{"first_copy_minutes", 11, "how long after the first report in hand another outlet had it; empty where the clocks do not tell"},
}

var articleColumns = []column{
	{"story", 14, "id of the story; empty where only one report of the event is in hand"},
	{"cluster", 14, "id of the cluster; empty if the article stands alone; leads to its page"},
	{"family", 14, "id of the group of whole copies"},
	{"article", 34, "the record's own id, else its path; leads to the article on the page of its cluster"},
	{"role", 9, "origin, copy, partial, rewrite, update or single"},
	{"outlet", 24, ""},
	{"published", 18, "date; a day alone if no more is known; in UTC if the zone is known, else as the clock stood there"},
	{"title", 50, ""},
	{"byline", 20, ""},
	{"language", 9, ""},
	{"words", 8, "of its prose; the percentages say what they are"},
	{"source_article", 30, "where the article took it from"},
	{"source_outlet", 22, "whose that is, read or not"},
	{"upstream", 22, "outlet at the root of the chain"},
	{"upstream_kind", 10, "agency, outlet, release or unknown"},
	{"credit_chain", 30, "outlets from the nearest to the root"},
	{"credited", 9, "whether it credits where it took it from; licensed or in-house if it need not; no line for an agency's text that does not bear its line"},
	{"other_sources", 24, "further sources with their share of the words"},
	{"confidence", 11, "certain, likely or possible"},
	{"why", 60, "the evidence"},
	{"copied_pct", 11, "share of its words that is copied"},
	{"edited_pct", 11, "share that is lightly edited"},
	{"reworded_pct", 11, "share that is retold"},
	{"quoted_pct", 11, "share that is somebody's words in quotation marks"},
	{"original_pct", 11, "share that is in no other text in hand"},
	{"furniture_words", 10, "words of site and layout, beside those"},
	{"url", 40, ""},
	{"file", 34, ""},
	{"published_as", 22, "the date exactly as in report.csv, with its zone"},
}

var passageColumns = []column{
	{"cluster", 14, ""},
	{"article", 34, "leads to the passage on the page of its cluster"},
	{"n", 6, "the article's passages in order, from 1; together they are all of its text"},
	{"start", 8, "where it begins in the article's text, in characters"},
	{"end", 8, "where it ends"},
	{"label", 10, "original, copied, edited, reworded, quoted or furniture"},
	{"direction", 10, "from: the article took it from source_article; unknown: the order is not established"},
	{"source_article", 30, "where the same stands"},
	{"source_start", 8, ""},
	{"source_end", 8, ""},
	{"similarity", 10, "from 0 to 1"},
	{"speaker", 22, "of a quotation"},
	{"reused_by", 9, "how many other families took it from here"},
	{"words", 8, ""},
	{"text", 80, ""},
	{"source_text", 80, ""},
}

var creditColumns = []column{
	{"cluster", 14, ""},
	{"article", 34, "leads to the credit on the page of its cluster"},
	{"article_outlet", 24, "the one that credits"},
	{"start", 8, "where it begins in the article's text, in characters"},
	{"end", 8, "where it ends"},
	{"outlet", 26, "the one that is credited"},
	{"domain", 22, "its web address"},
	{"kind", 10, "agency, outlet, platform, pool (pays reporters in the newsrooms of others), release (its issuer is the outlet) or unknown"},
	{"cue", 20, "the words that credit"},
	{"via", 22, "the outlet through which the credit runs"},
	{"main", 7, "whether the article's main news rests on it"},
	{"text", 60, ""},
}

var linkColumns = []column{
	{"cluster", 14, ""},
	{"article", 34, "leads to it on the page of its cluster"},
	{"source_article", 30, "the other article; empty if it was not read"},
	{"source_outlet", 24, "whose that is"},
	{"relation", 10, "copy, partial, rewrite, quotes or update"},
	{"share_article", 9, "part of the article's words that is copied or edited from the other, 0 to 1"},
	{"share_source", 9, "part of the other's words that it took"},
	{"passages", 9, "how many they share"},
	{"words", 8, "of the article in those passages"},
	{"direction", 10, "from: the article took it from the other; unknown: the order is not established"},
	{"confidence", 11, "certain, likely or possible"},
	{"why", 60, "the evidence"},
}

var quoteColumns = []column{
	{"cluster", 14, ""},
	{"article", 34, "leads to the quotation on the page of its cluster"},
	{"article_outlet", 24, "the one that quotes"},
	{"start", 8, "where it begins in the article's text, in characters"},
	{"end", 8, "where it ends"},
	{"kind", 9, "direct: between quotation marks; indirect: told without them"},
	{"speaker", 24, ""},
	{"text", 80, ""},
	{"families", 9, "how many families of whole copies hold it, reworded or not; of direct ones only"},
	{"first_article", 30, "the earliest of them"},
}

var outletColumns = []column{
	{"outlet", 26, "those too that articles only name as where they took it from; empty where the outlet is not known"},
	{"articles", 9, "the sum of the next four"},
	{"own", 8, "derive from no other"},
	{"copied", 8, "copies, and pieces with parts of others' text"},
	{"rewritten", 9, "others' stories told anew"},
	{"updates", 8, "later versions of its own pieces"},
	{"words", 9, "of its prose"},
	{"agency_pct", 10, "share of those that is an agency's text"},
	{"credited", 9, "derived pieces that say from whom"},
	{"uncredited", 10, "derived pieces, certainly or likely so, that do not"},
	{"licensed", 9, "derived pieces that need not: licensed, or of the same house"},
	{"median_minutes", 9, "from the first report of a cluster to this outlet's piece"},
	{"takes_from", 50, "outlets, with the number of pieces"},
	{"taken_by", 50, "the same"},
	{"possible", 9, "of the derived pieces, those that are so possibly and no surer; credited and licensed count them too"},
}

var flowColumns = []column{
	{"from_outlet", 26, ""},
	{"to_outlet", 26, ""},
	{"articles", 9, "of the second that derive from one of the first"},
	{"words", 9, "of theirs that are copied, edited or reworded"},
	{"credited", 9, "of the articles"},
	{"uncredited", 10, "certainly or likely"},
	{"licensed", 9, "licensed, or of the same house"},
	{"possible", 9, "of the articles, those that derive possibly and no surer"},
}

// about writes the last sheet: what the columns hold, and where the bounds of a
// spreadsheet were met.
func (b *book) about(tables []*table) error {
	const name = "about"
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, width := range []float64{16, 20, 100} {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	row := 0
	add := func(style int, values ...string) {
		row++
		cells := make([]any, len(values))
		for i, v := range values {
			cells[i] = excelize.Cell{StyleID: style, Value: v}
		}
		if err == nil {
			err = w.SetRow("A"+strconv.Itoa(row), cells)
		}
	}
	add(b.styles.head, "sheet", "column", "holds")
	for _, t := range tables {
		add(b.styles.plain, t.name, "", b.said(t))
		for _, c := range t.columns {
			if c.holds != "" {
				add(b.styles.plain, t.name, c.name, c.holds)
			}
		}
	}
	if b.cut > 0 {
		whole := ""
		if b.objects != "" {
			whole = "; " + b.objects + " has them whole"
		}
		add(b.styles.plain, "", "", count(b.cut, "text")+" longer than a cell can hold (32,767 characters) end with a note"+whole)
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

// said tells how many rows a table has, and where its bounds were met.
func (b *book) said(t *table) string {
	s := count(t.total, "row")
	if t.sheets > 1 {
		s += ", more than a sheet can hold: they go on in " + t.name + " 2"
		if t.sheets > 2 {
			s += " to " + t.name + " " + strconv.Itoa(t.sheets)
		}
	}
	if t.bare > 0 {
		s += "; the first " + strconv.Itoa(mostLinks) + " links of a sheet are there, " + strconv.Itoa(t.bare) + " are left out"
	}
	return s
}

func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}
