package reader

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// tailedExport writes two articles as a database does: format takes title, paper, day,
// writer (with its label, or nothing), text and a number.
func tailedExport(format, byline string, days [2]string) string {
	return fmt.Sprintf(format, "Ferry slip to close", "Example", days[0], byline, slipText+"\n\n"+chairText, 1) +
		fmt.Sprintf(format, "Newts halt plan", "Pond Post", days[1], "", newtText, 2)
}

// TestExportsThatEndWithALineOfTheirOwn reads what NewsBank, Gale and Genios let
// people download, and Europresse in its older form.
func TestExportsThatEndWithALineOfTheirOwn(t *testing.T) {
	inWords := [2]string{"March 12, 2025", "April 22, 2025"}
	newsBank := "%[1]s\n%[2]s, The (London, England) - %[3]s\n%[4]sEdition: Final\nSection: News\nPage: 3A\nReadability: 10-12 grade level (Lexile: 1240)\n\n%[5]s\n\nRecord: 2503120%[6]d\nCopyright: (c) 2025 The %[2]s. All rights reserved.\n\n"
	newsBankWeb := "%[1]s\n%[3]s | %[2]s, The (England)\n%[4]sSection: News | 311 Words\nOpenURL Link\n\n%[5]s\n\n© Copyright 2025 %[2]s. All rights reserved.\n"
	genios := "%[1]s\n\nQuelle:\t%[2]s vom %[3]s, Nr. 60, S. 3\nRessort:\tLokales\n%[4]sDokumentnummer:\t2025%[6]d\n\n%[5]s\n\nDauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/X__%[6]d\n\nAlle Rechte vorbehalten: (c) Beispiel GmbH\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n\n"
	for _, tt := range []struct{ name, file, in string }{
		{"NewsBank", "x.txt", tailedExport(newsBank, "Author: Ada Crane\n", inWords)},
		{"NewsBank for Word", "x.docx", docx(t, tailedExport(newsBank, "Author/Byline: Ada Crane\n", inWords))},
		{"NewsBank, older", "x.txt", tailedExport("%[2]s, The (London, England)\n\n%[3]s\n\n%[1]s\n\n%[4]sEdition: Final\nSection: News\n\nArticle Text:\n\n%[5]s\n\nCopyright (c) 2025 The %[2]s\nRecord Number: 25%[6]d\n\n", "Author: Ada Crane\n\n", inWords)},
		{"NewsBank, whose it is behind the record", "x.docx", docx(t, tailedExport("%[1]s\n\n%[2]s (England) - %[3]s\n\n%[4]sSection: News\n\nPage: A3\n\n%[5]s\n\nRecord Number: 19B2C4D%[6]d\n\nOpenURL Link: https://infoweb.newsbank.com/x?id=19B2C4D%[6]d\n\nCopyright, 2025, %[2]s, All Rights Reserved.\n\n", "Author/Byline: Ada Crane\n\n", inWords))},
		{"NewsBank, to be cited", "x.txt", tailedExport("%[1]s\n%[2]s (England) - %[3]s\n%[4]sSection: News\n\n%[5]s\n\nRecord: 19B2C4D%[6]d\n(c) Copyright 2025, %[2]s. All Rights Reserved.\nCitation (MLA Style)\nCrane, Ada. \"%[1]s.\" %[2]s, 12 Mar. 2025, p. 3. NewsBank: Access World News, infoweb.newsbank.com/x.\n\n", "Author: Ada Crane\n", inWords)},
		{"NewsBank, several in a line", "x.txt", tailedExport("%[1]s\n%[3]s | %[2]s, The (London, England)\n%[4]sSection: News | 311 Words\nPage: 3\n\n%[5]s\n\nRecord Number: 19B2C4D%[6]d\nCopyright: (c) 2025\n\n", "Author: Ada Crane | ", inWords)},
		{"NewsBank without numbers", "x.txt", tailedExport(newsBankWeb, "Author: Ada Crane | ", inWords)},
		{"NewsBank without numbers, as rich text", "x.rtf", rtf(tailedExport(newsBankWeb, "Author: Ada Crane | ", inWords))},
		{"NewsBank without numbers, for Word, and by a dash", "x.docx", docx(t, tailedExport("%[1]s\n\n%[2]s (London, England) - %[3]s\n\n%[4]sPage: 3\n\nOpenURL Link\n\n%[5]s\n\nCopyright (c) 2025 %[2]s, All rights reserved.\n\n", "Author: Ada Crane\n\n", inWords))},
		{"Genios as a page", "x.html", "<html><head><title>GENIOS - Dokumente</title></head><body><h1>Dokumente</h1><p>Ihre Auswahl: 2 Dokumente, ausgegeben am 20.05.2025</p>" + strings.ReplaceAll(tailedExport(
			`<div><h2>%[1]s</h2><table><tr><td class="l"><b>Quelle</b></td><td>%[2]s vom %[3]s, S. 4</td></tr><tr><td><b>Ressort</b></td><td>Lokales</td></tr>%[4]s<tr><th>Dokumentnummer</th><td>X__%[6]d</td></tr></table><p>%[5]s</p><table><tr><td>Dauerhafte Adresse des Dokuments</td><td>https://www.wiso-net.de/document/X__%[6]d</td></tr></table><p>Alle Rechte vorbehalten: (c) Beispiel GmbH</p><p>&#169; GBI-Genios Deutsche Wirtschaftsdatenbank GmbH</p></div><hr>`,
			"<tr><td><b>Autor</b></td><td>Ada Crane</td></tr>", [2]string{"12.03.2025", "22.04.2025"}), "\n\n", "</p><p>") + "</body></html>"},
		{"Gale", "x.txt", tailedExport("Title: %[1]s\n%[4]sPublication: %[2]s\nDate: %[3]s\nDocument Type: Article\nLength: 311 words\n\nFull Text:\nCOPYRIGHT 2025 Example Newspapers\n\n%[5]s\n\nSource Citation (MLA 9th Edition)\nCrane, Ada. \"%[1]s.\" Example, 12 Mar. 2025, p. 3.\nGale Document Number: GALE|A1234567%[6]d\n\n", "Author(s): Ada Crane\n", inWords)},
		{"Gale, by what it is from", "x.txt", tailedExport("%[1]s\n%[4]sDate: %[3]s\nFrom: %[2]s(London)\nPublisher: Example Newspapers Ltd.\nDocument Type: Article\nLength: 311 words\n\nFull Text: \n\n%[5]s\n\nCopyright: COPYRIGHT 2025 Example Newspapers\nSource Citation (MLA 9th Edition)\nCrane, Ada. \"%[1]s.\" Example(London), 12 Mar. 2025.\nGale Document Number: GALE|A1234567%[6]d\n\n------------------------------\n\n", "Author: Ada Crane\n", inWords)},
		{"Genios", "x.txt", tailedExport(genios, "Autor:\tAda Crane\n", [2]string{"12.03.2025", "22.04.2025"})},
		{"Genios as rich text", "x.rtf", rtf(tailedExport(genios, "Autor:\tAda Crane\n", [2]string{"12.03.2025", "22.04.2025"}))},
		{"Europresse, older", "x.html", "<html><body><table><tr><td><a href='/'>Menu</a></td></tr>" + strings.ReplaceAll(tailedExport(
			`<tr><td><span class="DocPublicationName">%[2]s, no. 60</span><br><span class="DocHeader">Ville, mercredi %[3]s, p. 3</span><br><br><span class="TitreArticleVisu">%[1]s</span><br>%[4]s<p>%[5]s</p><p>© 2025 %[2]s. Tous droits réservés.</p></td></tr>`,
			"Ada Crane", [2]string{"12 mars 2025", "22 avril 2025"}), "\n\n", "</p><p>") + "</table></body></html>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			slip, newts := readSlipAndNewts(t, tt.file, tt.in)
			require.Equal(t, "2025-03-12", slip.Published.String())
			require.Equal(t, "Newts halt plan", newts.Title)
		})
	}
}

func TestLinesOfRecordsMakeNoExport(t *testing.T) {
	for name, in := range map[string]string{
		"a sports page": slipText + "\n\nRecord: 12-4\n\n" + chairText,
		"a log":         "Record: 1\nRecord: 2\nRecord: 3\n",
	} {
		dir := folder(t, map[string]string{"x.txt": in})
		articles, _ := read(t, dir, Options{}, dir)
		require.Len(t, articles, 1, name)
		require.Equal(t, in, articles[0].Text, name)
	}
}
