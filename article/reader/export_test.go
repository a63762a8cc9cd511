package reader

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// The paragraphs of the articles in the exports.
const (
	slipText  = "The harbour board voted on Tuesday night to close the north ferry slip for eleven months, after divers found that four of its nine timber piles had been hollowed out by shipworm."
	chairText = "Odile Marchbanks, who chairs the board, said the decision had been forced on its members. \"We were shown photographs of a pile you could put your arm through,\" she told the meeting."
	newtText  = "Council officers have withdrawn a plan to drain the upper reservoir after a colony of great crested newts was counted on its eastern bank by volunteers with torches."
)

// brokenLines breaks the lines of a text as databases do.
func brokenLines(s string) string {
	var b strings.Builder
	n := 0
	for _, w := range strings.Fields(s) {
		if n > 0 && n+len(w) > 76 {
			b.WriteByte('\n')
			n = 0
		} else if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		n += len(w) + 1
	}
	return b.String()
}

const nexisUniText = `User Name: A READER
Date and Time: Wednesday, December 19, 2018 7:11:00 PM JST
Job Number: 79565034
Documents (2)
1. Ferry slip to close
Client/Matter: -None-
2. Newts halt plan
Client/Matter: -None-

Ferry slip to close
The Example (London)
March 12, 2025 Wednesday 8:15 AM GMT

Copyright 2025 Example Newspapers Ltd All Rights Reserved

Section: NEWS; Pg. 3
Length: 311 words
Byline: Ada Crane
Body

` + slipText + `

` + chairText + `

Classification

Language: ENGLISH
Load-Date: March 13, 2025

End of Document

Newts halt plan
Pond Post
April 22, 2025 Tuesday
Copyright 2025 Pond Post All Rights Reserved
Length: 120 words
Body
` + newtText + `
Load-Date: April 23, 2025
End of Document
`

const factivaText = `News
Ferry slip to close
By Ada Crane
311 words
12 March 2025
08:15
The Example
EXAM
3
English
(c) 2025 Example Newspapers

` + slipText + `

` + chairText + `

Example Newspapers Limited

Document EXAM000020250312el3c0000x

Newts halt plan
120 words
22 April 2025
Pond Post
PONDP
English
Copyright 2025. Pond Post.

` + newtText + `

Document PONDP00020250422el4m00001

Search Summary
Text
ferry or newts
`

const factivaCodedText = "SE  News\nHD  Ferry slip to\n close\nBY  By Ada Crane\nWC  311 words\nPD  12 March 2025\nET  08:15\nSN  The Example\nSC  EXAM\nLA  English\nCY  (c) 2025\nLP\n" + slipText + "\n\nTD\n" + chairText +
	"\n\nIN  iwater : Water\nAN  Document EXAM000020250312el3c0000x\n\nHD  Newts halt plan\nWC  120 words\nPD  22 April 2025\nSN  Pond Post\nLA  English\nLP  " + newtText + "\nAN  Document PONDP00020250422el4m00001\n"

func nexisText(counter func(n int) string, labels [6]string, days [2]string, head string) string {
	return head + "\n\n                               " + counter(1) + "\n\n\n                              The Example\n\n                         " + days[0] + "\n                           Edition 1;\n                            North\n\nFerry slip to\nclose\n\n" +
		labels[0] + ": Ada Crane\n\n" + labels[1] + ": NEWS; Pg. 3\n\n" + labels[2] + ": 311 words\n\n\n" + brokenLines(slipText) + "\n\n" + brokenLines(chairText) + "\n\n" + labels[3] + ": x\n\n" + labels[4] + ": " + labels[5] +
		"\n\n\n                     Copyright 2025 Example Newspapers Ltd\n                              All Rights Reserved\n\n                               " + counter(2) +
		"\n\n\n                              Pond Post\n\n                         " + days[1] + "\n\nNewts halt plan\n\n" + labels[2] + ": 120 words\n\n" + brokenLines(newtText) + "\n\n" + labels[4] + ": " + labels[5] + "\n"
}

const rule = "____________________________________________________________"

const proQuestText = rule + "\n\nDocument 1 of 2\n\nFerry slip to close\n\nAuthor: Crane, Ada.\n\nhttps://www.proquest.com/x/docview/1\n\nAbstract: None available.\n\nLinks: https://x\n\nFull text: " + slipText + "\n" + chairText +
	"\n\nSubject: Piers\n\nTitle: Ferry slip to close\n\nPublication title: The Example (Online); London\n\nPublication date: Mar 12, 2025\n\nLanguage of publication: English\n\nDocument URL: https://www.proquest.com/x/docview/1\n\nCopyright: (Copyright 2025)\n\n" +
	rule + "\n\nDocument 2 of 2\n\nNewts halt plan\n\nPublication info: Pond Post, Late Edition ; Dunmarrow [Dunmarrow]22 Apr 2025: A.1.\n\nAbstract: Short.\n\nFull text: " + newtText + "\n\nTitle: Newts halt plan\n\n" +
	rule + "\n\nContact ProQuest\n"

func factivaHTML() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><title>Factiva</title><style>" + strings.Repeat("a{}", 30_000) + "</style></head><body><div>Menu</div>")
	for _, a := range []struct{ head, text, number string }{
		{`<div>News</div><div id="hd"><span class="enHeadline">Ferry slip to close</span></div><div class="author">Ada Crane</div><div>311 words</div><div>12 March 2025</div><div>08:15</div><div>The Example</div><div>EXAM</div><div>3</div><div>English</div><div>(c) 2025 Example </div>`, slipText + "\n" + chairText, "EXAM000020250312el3c0000x"},
		{`<div id="hd"><span class="enHeadline">Newts halt plan</span></div><div>120 words</div><div>22 April 2025</div><div>Pond Post</div><div>PONDP</div><div>English</div><div>(c) 2025 Pond </div>`, newtText, "PONDP00020250422el4m00001"},
	} {
		b.WriteString(`<div class="article"><div class="article enArticle"><p></p>` + a.head)
		for p := range strings.SplitSeq(a.text, "\n") {
			b.WriteString("<p class=\"articleParagraph enarticleParagraph\">" + html.EscapeString(p) + "</p>\n")
		}
		b.WriteString("<p>Document " + a.number + "</p></div></div><br>")
	}
	return b.String() + "</body></html>"
}

func nexisHTML() string {
	p := func(s string) string {
		return "<BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c2\">" + s + "</SPAN></P></DIV>\n"
	}
	return "<HTML><HEAD><STYLE><!-- .c0 { } --></STYLE><!-- LXNComment 1827:6 --></HEAD><BODY>" + p("Download Request: Selected Items: 1-2") + "<!-- <DOCFULL> -->" + p("1 of 2 DOCUMENTS") + p("The Example") + p("12.</SPAN><SPAN> M&auml;rz 2025 Mittwoch&nbsp;") +
		p("Ferry slip to close") + p("AUTOR: </SPAN><SPAN>Ada Crane") + p("L&Auml;NGE: </SPAN><SPAN>311 W&ouml;rter") + "<DIV><P>" + slipText + "</P><P>" + html.EscapeString(chairText) + "</P></DIV>" + p("SPRACHE: </SPAN><SPAN>ENGLISH") + p("Copyright 2025 Example GmbH<BR>Alle Rechte vorbehalten") +
		p("2 of 2 DOCUMENTS") + p("Pond Post") + p("22. April 2025") + p("Newts halt plan") + p("L&Auml;NGE: </SPAN><SPAN>120 W&ouml;rter") + "<DIV><P>" + newtText + "</P></DIV>" + p("SPRACHE: ENGLISH") + "</BODY></HTML>"
}

func europresseHTML() string {
	return `<html><body><article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">The Example, no. 43018<br>Daily</span></div><span class="DocHeader">Ville, mercredi 12 mars 2025 311 mots, p. 11</span>
<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Ferry slip to close</p></div><p class="sm-margin-bottomNews">Ada Crane</p></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer"><p>` + slipText + "</p><p>" + html.EscapeString(chairText) + `</p></div></div></section><aside>Aside</aside></article>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Pond Post (site web)</span></div><span class="DocHeader">World, Tuesday, April 22, 2025 120 words</span><div class="titreArticle">Newts halt plan</div></header>
<section><div class="DocText clearfix"><p>` + newtText + "</p></div></section></article></body></html>"
}

// docx writes a document of Word with a paragraph a line.
func docx(t testing.TB, text string) string {
	var x strings.Builder
	x.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>`)
	for line := range strings.SplitSeq(text, "\n") {
		half := len(line) / 2
		fmt.Fprintf(&x, `<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:r><w:instrText>HYPERLINK</w:instrText><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, html.EscapeString(line[:half]), html.EscapeString(line[half:]))
	}
	x.WriteString(`<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>Twice.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:body></w:document>`)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct{ name, content string }{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", x.String()}, {"word/media/x.png", "\x89PNG"}} {
		w, err := z.Create(f.name)
		require.NoError(t, err)
		_, err = w.Write([]byte(f.content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

// rtf writes rich text with a paragraph a line.
func rtf(text string) string {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}{\*\generator Riched20;}{\info{\title Hidden}}` + "\r\n")
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(`\pard\plain\f0 `)
		for _, r := range line {
			switch {
			case r == '\\' || r == '{' || r == '}':
				b.WriteString(`\` + string(r))
			case r == '\t':
				b.WriteString(`\tab `)
			case r < 0x80:
				b.WriteRune(r)
			case r < 0x100:
				fmt.Fprintf(&b, `\'%02x`, r)
			default:
				fmt.Fprintf(&b, `\u%d?`, int16(r))
			}
		}
		b.WriteString(`\par` + "\r\n")
	}
	b.WriteString(`{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt }}}`)
	return b.String()
}

// TestExports reads what databases of newspapers let people download: two
// articles in one file, in each of their forms.
func TestExports(t *testing.T) {
	english := [6]string{"BYLINE", "SECTION", "LENGTH", "LOAD-DATE", "LANGUAGE", "ENGLISH"}
	german := [6]string{"AUTOR", "RUBRIK", "LÄNGE", "UPDATE", "SPRACHE", "ENGLISH"}
	french := [6]string{"AUTEUR", "RUBRIQUE", "LONGUEUR", "DATE-CHARGEMENT", "LANGUE", "ENGLISH"}
	of := func(format string) func(int) string { return func(n int) string { return fmt.Sprintf(format, n) } }
	nexis := nexisText(of("%d of 2 DOCUMENTS"), english, [2]string{"March 12, 2025 Wednesday", "April 22, 2025 Tuesday"}, "Download Request: Selected Items: 1-2\nTerms: (x)\n")
	for _, tt := range []struct{ name, file, in string }{
		{"Nexis", "x.txt", nexis},
		{"Nexis with ends of line of Windows", "x.TXT", strings.ReplaceAll(nexis, "\n", "\r\n")},
		{"Nexis in German", "x.txt", nexisText(of("Dokument %d von 2"), german, [2]string{"12. März 2025 Mittwoch 9:50 PM GMT+1", "22. April 2025 Dienstag"}, "")},
		{"Nexis in French", "x.txt", nexisText(of("Document %d de 2"), french, [2]string{"12 mars 2025 mercredi", "22 avril 2025 mardi"}, "")},
		{
			"Nexis in Dutch", "x.txt",
			nexisText(of("Document %d van 2"), [6]string{"NAAM", "SECTIE", "LENGTE", "LOAD-DATE", "TAAL", "ENGLISH"}, [2]string{"12 maart 2025 woensdag", "22 april 2025 dinsdag"}, ""),
		},
		{"Nexis as a page", "x.html", nexisHTML()},
		{"Nexis, compressed", "x.txt.gz", gz(t, nexis)},
		{"Nexis Uni as text", "x.txt", nexisUniText},
		{"Nexis Uni for Word", "x.docx", docx(t, nexisUniText)},
		{"Nexis Uni as rich text", "x.rtf", rtf(nexisUniText)},
		{"Factiva", "x.txt", factivaText},
		{"Factiva with codes", "x.txt", factivaCodedText},
		{"Factiva as rich text", "x.rtf", rtf(factivaText)},
		{"Factiva as rich text with codes", "x.rtf", rtf(strings.NewReplacer("\nHD  ", "\n\tHD\t", "\nBY  ", "\n\tBY\t", "\nPD  ", "\n\tPD\t", "\nSN  ", "\n\tSN\t").Replace(factivaCodedText))},
		{"Factiva as a page", "x.html", factivaHTML()},
		{"Factiva for Word", "x.docx", docx(t, factivaText)},
		{"ProQuest", "x.txt", proQuestText},
		{"Europresse", "x.HTML", europresseHTML()},
	} {
		t.Run(tt.name, func(t *testing.T) {
			first, second := readSlipAndNewts(t, tt.file, tt.in)
			require.Equal(t, tt.file+"#1", first.ID)
			require.Equal(t, tt.file+"#2", second.ID)
			require.Equal(t, "Newts halt plan", second.Title)
			require.Contains(t, first.Outlet, "The Example")
			require.Equal(t, "Pond Post", second.Outlet)
			if tt.name != "Europresse" { // which does not say
				require.Equal(t, "en", first.Language)
			}
		})
	}
}

// readSlipAndNewts reads an export of two articles, of the ferry slip and of the newts, and checks
// what all forms of it say of them.
func readSlipAndNewts(t *testing.T, file, in string) (slip, newts article.Article) {
	t.Helper()
	dir := folder(t, map[string]string{file: in})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 2)
	slip, newts = articles[0], articles[1]
	require.Equal(t, slipText+"\n\n"+chairText, slip.Text)
	require.Equal(t, newtText, newts.Text)
	require.Equal(t, "Ferry slip to close", slip.Title)
	require.Equal(t, "Ada Crane", slip.Byline)
	require.Empty(t, newts.Byline)
	require.Contains(t, slip.Outlet, "Example")
	require.Contains(t, newts.Outlet, "Pond Post")
	require.Contains(t, slip.Published.String(), "2025-03-12")
	require.Equal(t, "2025-04-22", newts.Published.String())
	return slip, newts
}

// TestNoExports reads texts that look like exports and are none.
func TestNoExports(t *testing.T) {
	for name, text := range map[string]string{
		"a count in the text":     "The court has seen:\n\n1 of 2 DOCUMENTS\n\nThe other is missing.\n",
		"an end of a document":    "A manual.\n\nEnd of Document\n",
		"a number like Factiva's": "See\n\nDocument EXAM000020250312el3c0000x\n\nfor more.\n",
		"codes of two letters":    "HD is sharp.\nTD is a bank.\nPD is police.\n",
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"x.txt": text})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, text, articles[0].Text)
		})
	}
}

func TestDocumentsOfOneArticle(t *testing.T) {
	const text = "Ferry slip to close\n\nÅsa said: “It is over – for 12 €.”\n\nSecond {paragraph} \\ here."
	for name, in := range map[string]string{"a.docx": docx(t, text), "a.rtf": rtf(text)} {
		dir := folder(t, map[string]string{name: in})
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(t, problems)
		require.Len(t, articles, 1)
		require.Equal(t, name, articles[0].ID)
		require.Equal(t, text, articles[0].Text)
	}
}

func TestCharactersOfRTF(t *testing.T) {
	for in, want := range map[string]string{
		`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2\par}`:           "Привет",
		`{\rtf1\ansi\ansicpg932 \'8d\'60\'82\'cc\par}`:                    "港の",
		`{\rtf1 \uc2\u8220 ??Hi\u8221 ??\par}`:                            "“Hi”",
		`{\rtf1 \u-10179?\u-8704? smile\par}`:                             "😀 smile",
		`{\rtf1 {\b bold} and {\*\hidden gone}{\i italic}\line next\par}`: "bold and italic\n\nnext",
		`{\rtf1 a\emdash b\~c\_d\bin4 \par e\par}`:                        "a—b c-d e",
		`{\rtf1 cut {\b in the middle`:                                    "cut in the middle",
	} {
		dir := folder(t, map[string]string{"a.rtf": in})
		articles, _ := read(t, dir, Options{}, dir)
		require.Len(t, articles, 1, in)
		require.Equal(t, want, articles[0].Text, in)
	}
}

func TestDamagedDocuments(t *testing.T) {
	whole := docx(t, slipText)
	for name, tt := range map[string]struct{ file, in, problem string }{
		"no Word":      {"a.docx", gz(t, "x"), "a.docx: "},
		"cut":          {"a.docx", whole[:len(whole)/2], "a.docx: "},
		"no rich text": {"a.rtf", "Plain.", `a.rtf: not rich text: it does not begin with {\rtf`},
		"cut RTF":      {"a.rtf", `{\rtf1 {\b Text.\par`, "a.rtf: the document is damaged: its groups are not closed: it is cut short"},
		"deep":         {"a.rtf", `{\rtf1 Text.\par` + strings.Repeat("{", 5000), "a.rtf: the document is damaged: its groups are nested more than 4096 deep"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			_, problems := read(t, dir, Options{}, dir)
			require.NotEmpty(t, problems)
			require.Contains(t, problems[0], tt.problem)
		})
	}
}

// fuzzFile reads data as a file and holds what must hold of any.
func fuzzFile(t *testing.T, name string, data []byte) {
	stream(t, name, bytes.NewReader(data), Options{MaxRecord: 1 << 16}, func(r *Record) {
		articles, problems := r.Parse()
		require.LessOrEqual(t, len(articles), 1)
		require.NotZero(t, len(articles)+len(problems))
	})
}

func FuzzExports(f *testing.F) {
	for _, s := range []string{nexisUniText, factivaText, factivaCodedText, proQuestText, nexisHTML(), europresseHTML(), retrieverText, atekstText, ebscoText} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzFile(t, "a.txt", data)
		fuzzFile(t, "a.html", data)
	})
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtf("Ferry “slip”\nto close")))
	f.Add([]byte(`{\rtf1\uc2\u8220 ??\'e9{\*\x{\bin5 }}\ansicpg932 \'8d\'60\par}`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzFile(t, "a.rtf", data) })
}

func FuzzDocx(f *testing.F) {
	f.Add([]byte(docx(f, "Ferry slip\nto close")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzFile(t, "a.docx", data) })
}
