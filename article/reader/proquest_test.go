package reader

import (
	"cmp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// proQuestDocuments are two documents in the words of an interface.
func proQuestDocuments(words map[string]string) []string {
	w := func(english string) string { return cmp.Or(words[english], english) }
	line := func(name, v string) string { return w(name) + ": " + v + "\n\n" }
	document := func(title, author, paper, day, text, number string) string {
		s := title + "\n\n"
		if author != "" {
			s += line("Author", author)
		}
		s += line("Publication info", paper+" ; London (UK) [London (UK)]. "+day+": 7.") +
			w("ProQuest document link") + "\n\n" +
			line("Abstract", strings.SplitAfter(text, ".")[0]) + line("Links", "Check for full text") +
			w("Full text") + ":\n\n" + text + "\n\n" +
			line("Subject", "Piers; Towns") + line("Publication title", paper+"; London (UK)") + line("Publication year", "2025") +
			line("Publication date", day) + line("Publisher", "Pier Newspapers") + line("Source type", "Newspaper")
		return s + w("ProQuest document ID") + ": " + number + "\n\n" + line("Copyright", "(Copyright (c) 2025 "+paper+")") +
			line("Last updated", "2025-05-30") + line("Database", "Pier Newsstream")
	}
	return []string{
		document("Ferry slip to close", "Crane, Ada", "Example", w("Mar 12, 2025"), slipText+"\n\n"+chairText, "3110077121"),
		document("Newts: halt plan", "", "Pond Post", w("Apr 22, 2025"), newtText, "3120077221"),
	}
}

// asElements writes lines as elements, labels in strong letters.
func asElements(s, open, between, closing string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n\n") {
		if name, v, ok := strings.Cut(line, ": "); ok && len(name) < 40 && !strings.HasPrefix(line, "Newts") {
			line = name + ":" + between + v
		}
		b.WriteString(open + line + closing)
	}
	return b.String()
}

// TestProQuestThatDoesNotCount reads exports of ProQuest in which no line counts the documents.
func TestProQuestThatDoesNotCount(t *testing.T) {
	const (
		rule    = "____________________________________________________________"
		head    = "Report Information from ProQuest\n\n05 June 2025 10:40\n\n" + rule + "\n\nTable of contents\n\n1. Ferry slip to close\n\n2. Newts: halt plan\n\n" + rule + "\n\n"
		foot    = "Contact us at: https://www.proquest.com/go/contact\n\nDatabase copyright © 2025 ProQuest LLC. All rights reserved.\n\nTerms and Conditions: https://www.proquest.com/terms\n"
		begins  = "<html><head><title>ProQuestDocuments-2025-06-05</title></head><body><h1>Report Information from ProQuest</h1><h2>Table of contents</h2><ol><li>Ferry slip to close</li><li>Newts: halt plan</li></ol>"
		details = "Subject:"
	)
	english := proQuestDocuments(nil)
	german := proQuestDocuments(map[string]string{
		"Author": "Autor", "Publication info": "Titel der Publikation", "ProQuest document link": "ProQuest-Dokumentlink", "Abstract": "Zusammenfassung", "Full text": "Volltext", "Subject": "Thema",
		"Publication title": "Titel der Publikation", "Publication year": "Erscheinungsjahr", "Publication date": "Publikationsdatum", "Publisher": "Herausgeber", "Source type": "Quellentyp",
		"ProQuest document ID": "ProQuest-Dokument-ID", "Last updated": "Zuletzt aktualisiert", "Database": "Datenbank", "Mar 12, 2025": "12. März 2025", "Apr 22, 2025": "22. April 2025",
	})
	spanish := proQuestDocuments(map[string]string{
		"Author": "Autor", "Publication info": "Título de publicación", "ProQuest document link": "Enlace de documentos de ProQuest", "Abstract": "Resumen", "Full text": "Texto completo", "Subject": "Materia",
		"Publication title": "Título de publicación", "Publication year": "Año de publicación", "Publication date": "Fecha de publicación", "Source type": "Tipo de fuente",
		"ProQuest document ID": "ID del documento de ProQuest", "Last updated": "Última actualización", "Database": "Base de datos", "Mar 12, 2025": "12 de marzo de 2025", "Apr 22, 2025": "22 de abril de 2025",
	})
	inTable := func(s string) string { // what stands behind the text is one
		text, behind, _ := strings.Cut(s, details)
		return asElements(text, "<p>", "</strong> ", "</p>") + "<table>" + asElements(strings.TrimSpace(details+behind), "<tr><td>", "</td><td>", "</td></tr>") + "</table>"
	}
	inList := func(s string) string {
		text, behind, _ := strings.Cut(s, details)
		return asElements(text, "<p>", "</strong> ", "</p>") + "<dl>" + asElements(strings.TrimSpace(details+behind), "<dt>", "</dt><dd>", "</dd>") + "</dl>"
	}
	for _, tt := range []struct{ name, file, in string }{
		{"text", "x.txt", head + english[0] + rule + "\n\n" + english[1] + rule + "\n\n" + foot},
		{"text without rules", "x.txt", english[0] + english[1] + foot},
		{"in German", "x.txt", head + german[0] + rule + "\n\n" + german[1]},
		{"in Spanish", "x.txt", head + spanish[0] + rule + "\n\n" + spanish[1] + foot},
		{"for Word", "x.docx", docx(t, head+english[0]+english[1]+foot)},
		{"rich text", "x.rtf", rtf(english[0] + english[1] + foot)},
		{"page", "x.html", begins + asElements(english[0]+english[1]+foot, "<p><strong>", "</strong> ", "</p>\n") + "</body></html>"},
		{"page with tables", "x.html", begins + inTable(english[0]) + "<hr>" + inTable(english[1]) + "</body></html>"},
		{"page with lists", "x.html", begins + inList(english[0]) + "<hr>" + inList(english[1]) + "</body></html>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			slip, newts := readSlipAndNewts(t, tt.file, tt.in)
			require.Equal(t, "Example", slip.Outlet)
			require.Equal(t, "2025-03-12", slip.Published.String())
			require.Equal(t, "Newts: halt plan", newts.Title)
			require.Equal(t, "Pond Post", newts.Outlet)
		})
	}
	t.Run("one document", func(t *testing.T) {
		dir := folder(t, map[string]string{"x.txt": english[0]})
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(t, problems)
		require.Len(t, articles, 1)
		require.Zero(t, articles[0].Record)
		require.Equal(t, slipText+"\n\n"+chairText, articles[0].Text)
	})
	t.Run("a page about it", func(t *testing.T) {
		dir := folder(t, map[string]string{"x.html": "<html><body><article><h1>Library buys ProQuest</h1><p>" + slipText + "</p><p>" + chairText + "</p><p>Full text: on request.</p><p>The ProQuest contract: 2025</p></article></body></html>"})
		articles, _ := read(t, dir, Options{}, dir)
		require.Len(t, articles, 1)
		require.Equal(t, "Library buys ProQuest", articles[0].Title)
	})
}
