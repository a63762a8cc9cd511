package reader

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article/date"
)

// A label is what a database says in a line that begins with the label's name.
type label uint8

const (
	noLabel label = iota
	titleLabel
	bylineLabel
	publicationLabel
	dateLabel
	lengthLabel
	sectionLabel
	datelineLabel
	standfirstLabel
	textLabel
	abstractLabel
	languageLabel
	urlLabel
	otherLabel // behind the text: what the database notes of the article
)

// labelNames are the names of labels in the languages of the databases, in
// lower case.
var labelNames = map[string]label{
	"headline": titleLabel, "title": titleLabel, "titre": titleLabel, "titel": titleLabel, "título": titleLabel, "titolo": titleLabel, "überschrift": titleLabel,
	"byline": bylineLabel, "author": bylineLabel, "authors": bylineLabel, "autor": bylineLabel, "auteur": bylineLabel, "autore": bylineLabel, "verfasser": bylineLabel, "naam": bylineLabel, "byline / autor": bylineLabel,
	"publication title": publicationLabel, "publication info": publicationLabel, "titre de la publication": publicationLabel, "titel der publikation": publicationLabel, "publikationstitel": publicationLabel,
	"título de publicación": publicationLabel, "título da publicação": publicationLabel, "titolo della pubblicazione": publicationLabel,
	"publication date": dateLabel, "date de publication": dateLabel, "publikationsdatum": dateLabel, "datum der publikation": dateLabel, "fecha de publicación": dateLabel, "data de publicação": dateLabel, "data di pubblicazione": dateLabel,
	"length": lengthLabel, "länge": lengthLabel, "longueur": lengthLabel, "lengte": lengthLabel, "longitud": lengthLabel, "extensión": lengthLabel, "lunghezza": lengthLabel, "comprimento": lengthLabel,
	"section": sectionLabel, "rubrik": sectionLabel, "rubrique": sectionLabel, "sección": sectionLabel, "sezione": sectionLabel, "sectie": sectionLabel, "seção": sectionLabel,
	"dateline": datelineLabel, "ort und datum": datelineLabel, "lieu": datelineLabel, "ortszeile": datelineLabel,
	"highlight": standfirstLabel, "hlead": standfirstLabel, "encart": standfirstLabel, "insert": standfirstLabel,
	"full text": textLabel, "texte intégral": textLabel, "volltext": textLabel, "texto completo": textLabel, "testo completo": textLabel, "texto na íntegra": textLabel,
	"abstract": abstractLabel, "résumé": abstractLabel, "zusammenfassung": abstractLabel, "resumen": abstractLabel, "resumo": abstractLabel,
	"language": languageLabel, "sprache": languageLabel, "langue": languageLabel, "taal": languageLabel, "idioma": languageLabel, "lingua": languageLabel,
	"language of publication": languageLabel, "langue de publication": languageLabel, "sprache der publikation": languageLabel, "publikationssprache": languageLabel, "idioma de la publicación": languageLabel,
	"url": urlLabel, "document url": urlLabel, "url du document": urlLabel, "dokument-url": urlLabel, "url del documento": urlLabel,
}

func init() {
	for name := range strings.SplitSeq(`load-date|load-datum|laad-datum|laaddatum|fecha-carga|fecha de carga|data-caricamento|tipo-publicación|tipo de publicación|publicatie-type|publicatietype|update|date-chargement|date de chargement|publication-type|publication type|type-publication|type de publication|publikationstyp|
		graphic|grafik|graphique|journal-code|journal code|zeitungs-code|code-revue|subject|subjects|sujet|thema|organization|company|person|geographic|ticker|industry|state|country|city|
		correction|correction-date|notes|document-type|document type|distribution|classification|series|type|acc-no|copyright|links|last updated|database|source type|publisher|issn|
		proquest document id|place of publication|country of publication|publication subject|publication year|business indexing term|location|people|company / organization|identifier / keyword|
		credit|number of pages|pages|page|volume|issue|sujets|schlagwörter|termes|materia|dateline-story|localisation-geo|societe|activity-sector|secteur-activite|symbole-boursier|stock-symbol|
		assunto|soggetto|argomento|onderwerp|datenbank|base de datos|base de dados|herausgeber|éditeur|editore|editora|first page|erste seite|première page|primera página|document feature|
		illustration|image|enhancement|category|name|art|file|editor-note|memo|trailer|cutline|photo|supplementary|jurisdiction|publication frequency|page count|supplement|edition|bibliography`, "|") {
		if name = strings.TrimSpace(name); labelNames[name] == noLabel {
			labelNames[name] = otherLabel
		}
	}
}

// exportLabel parts a line at the label that it begins with.
func exportLabel(line string) (l label, value string) {
	const longest = 32
	i := strings.IndexByte(line[:min(len(line), longest)], ':')
	if i <= 0 {
		return noLabel, ""
	}
	return labelNames[strings.ToLower(strings.TrimSpace(line[:i]))], strings.TrimSpace(line[i+1:])
}

// closes reports whether what stands behind a label follows the text.
func (l label) closes() bool { return l == otherLabel || l == languageLabel || l == urlLabel }

// wordCount is the line in which Factiva says how long an article is, in the
// languages that it is read in.
var wordCount = regexp.MustCompile(`^\d[\d.,  ]* ?(?:words|word|mots|Wörter|palabras|parole|palavras|woorden|ord|słów|слов|слова|字|語|文字|단어)$`)

// isCopyright reports whether a line says whose the article is.
func isCopyright(line string) bool {
	for _, mark := range [...]string{"Copyright ", "COPYRIGHT ", "Copyright, ", "(Copyright", "© ", "©", "(c) ", "(C) "} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	switch strings.TrimRight(line, ". ") {
	case "All Rights Reserved", "All rights reserved", "Alle Rechte vorbehalten", "Alle Rechte Vorbehalten", "Tous droits réservés", "Tous Droits Réservés", "Todos los derechos reservados", "Alle rechten voorbehouden", "Tutti i diritti riservati":
		return true
	}
	return false
}

// dateOfLine returns the date in a line that gives one, without what may stand
// behind it, such as the edition.
func dateOfLine(line string) (v string, ok bool) {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 14 || !strings.ContainsFunc(line, unicode.IsDigit) {
		return "", false
	}
	for n := len(words); n >= 2 && n >= len(words)-7; n-- {
		v = strings.TrimRight(strings.Join(words[:n], " "), ",;(")
		if _, ok := date.Parse(v); ok {
			return v, true
		}
	}
	return "", false
}

// isByline reports whether a line begins as a byline does.
func isByline(line string) bool {
	for _, by := range [...]string{"By ", "BY ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Di ", "Door ", "DOOR "} {
		if strings.HasPrefix(line, by) {
			return true
		}
	}
	return false
}

// isName reports whether a line may be the names of writers and no title: a few
// words that begin with capital letters, without figures and marks.
func isName(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 6 || strings.ContainsAny(line, "?!:;\"“”0123456789") {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !slices.Contains([]string{"and", "und", "et", "y", "de", "van", "von"}, w) {
			return false
		}
	}
	return true
}

// blocksOf parts a text at its empty lines. Lines are without white space around
// them.
func blocksOf(text string) (blocks [][]string) {
	var block []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			block = append(block, line)
			continue
		}
		if len(block) > 0 {
			blocks, block = append(blocks, block), nil
		}
	}
	if len(block) > 0 {
		blocks = append(blocks, block)
	}
	return blocks
}

// paragraphsOf appends the paragraphs of a block: one, if its lines were broken
// where they became too long, else each line.
func paragraphsOf(dst, block []string) []string {
	const shortest, longest = 40, 100 // of lines that were broken
	for _, line := range block[:len(block)-1] {
		if n := utf8.RuneCountInString(line); n < shortest || n > longest {
			return append(dst, block...)
		}
	}
	return append(dst, strings.Join(block, " "))
}
