package layout

import (
	"strings"

	"wiretrace/article"
)

// contactWords begin the lines behind which a release says whom the press may ask.
var contactWords = [...]string{
	"Pressekontakt", "Presse-Kontakt", "Medienkontakt", "Rückfragen & Kontakt", "Rückfragen und Kontakt", "Rückfragehinweis", "Rückfragen bitte an", "Rückfragen von Medienvertretern", "Kontakt für Medien",
	"Press contact", "Press Contact", "PRESS CONTACT", "Media contact", "Media Contact", "MEDIA CONTACT", "Media enquiries", "Media inquiries", "Contact presse", "Contacts presse", "Service de presse",
	"Contacto de prensa", "Contacto para prensa", "Contacto para medios", "Contato de imprensa", "Contatos de imprensa", "Assessoria de imprensa:", "Contacto de imprensa", "Contatti stampa", "Contatto stampa", "Ufficio stampa:",
	"Perscontact", "Noot voor de redactie", "Presskontakt", "Kontakt dla mediów", "Basın iletişim",
}

// layContact makes furniture of a line at the foot that says whom the press may ask,
// and of the short ones behind it: names, offices, numbers, addresses.
func (l *layouter) layContact() {
	const longest, longestLine, most = 240, 100, 14 // bytes of the first line and of the others; lines
	for i := max(l.body+1, len(l.parts)-most-4); i < len(l.parts); i++ {
		p := &l.parts[i]
		if p.Len() > longest || p.quotes || !beginsContact(l.text[p.Start:p.End]) {
			continue
		}
		p.kind, p.sure = article.Chrome, true
		for k := i + 1; k < min(len(l.parts), i+1+most); k++ {
			q := &l.parts[k]
			if q.sure && q.kind.Furniture() {
				continue
			}
			if q.sentence || q.quotes || q.Len() > longestLine {
				break
			}
			q.kind, q.sure = article.Chrome, true
		}
	}
}

// beginsContact reports whether a line begins with one of contactWords, and these
// end there or at a colon or a dash.
func beginsContact(s string) bool {
	for _, w := range contactWords {
		if rest, ok := strings.CutPrefix(s, w); ok {
			rest = strings.TrimSpace(rest)
			return rest == "" || strings.HasSuffix(w, ":") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–")
		}
	}
	return false
}
