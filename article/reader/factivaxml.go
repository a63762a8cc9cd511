package reader

import "strings"

// factivaArticle reads an article of Factiva's XML:
//
//	<PPSResponse><ppsArticleResponse><ppsarticleResultSet count="2"><ppsarticle><article>
//	<accessionNo>EXAM000020250312el3c0000x</accessionNo><baseLanguage>EN</baseLanguage>
//	<headline><paragraph lang="EN"><hlt>Harbour</hlt> stays open</paragraph></headline><byline>By Ada Crane</byline>
//	<leadParagraph><paragraph>...</paragraph></leadParagraph>
//	<publicationDate><dateTime>2025-03-12T08:15:00Z</dateTime></publicationDate><sourceName>The Example</sourceName>
//	<tailParagraphs><paragraph>...</paragraph></tailParagraphs></article></ppsarticle>
//
// <hlt> marks what was searched for; of a date there may be <date> and <time>.
func (d *delivery) factivaArticle(w *xmlWalker) {
	var paragraphs []string
	depth := len(w.stack)
	for w.open(depth) {
		switch name := string(w.name); name {
		case "article": // its elements follow
		case "accessionNo":
			d.plain(idField, 1, name, w.value())
		case "headline":
			d.plain(titleField, 1, name, factivaLine(w))
		case "byline":
			d.plain(bylineField, 1, name, withoutBy(factivaLine(w)))
		case "publicationDate":
			d.plain(dateField, 1, name, w.value())
		case "sourceName":
			d.plain(outletField, 1, name, w.value())
		case "baseLanguage":
			d.plain(languageField, 1, name, w.value())
		case "credit":
			d.signal(signalKinds[creditRank], factivaLine(w))
		case "leadParagraph", "tailParagraphs":
			b, _ := w.inner()
			paragraphs = append(paragraphs, factivaParagraphs(b)...)
		default:
			w.skip()
		}
	}
	d.setText(1, "", strings.Join(paragraphs, "\n\n"))
}

// factivaLine passes over an element and returns the text of its paragraphs on one line. Marks of what was
// searched for part no word from what stands behind it.
func factivaLine(w *xmlWalker) string {
	b, _ := w.inner()
	return strings.Join(factivaParagraphs(b), " ")
}

// factivaParagraphs returns the paragraphs that an element holds, or its text if it has none.
func factivaParagraphs(b []byte) (paragraphs []string) {
	clean := func(b []byte) {
		s := strings.NewReplacer("<hlt>", "", "</hlt>", "", "<b>", "", "</b>", "", "<i>", "", "</i>", "").Replace(string(b))
		if s = strings.Join(strings.Fields(textOfXML([]byte(s))), " "); s != "" {
			paragraphs = append(paragraphs, s)
		}
	}
	in := walkXML(b)
	found := false
	for in.open(0) {
		if string(in.name) == "paragraph" {
			found = true
			inner, _ := in.inner()
			clean(inner)
		}
	}
	if !found {
		clean(b)
	}
	return paragraphs
}
