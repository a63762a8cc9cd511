package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"wiretrace/article"
)

// Under the title stand the paper and the day, as in cuttings: in most languages with one capital letter, or in quotation marks.
func TestPaperAndDay(t *testing.T) {
	const ru, fr = "Паром на остров этой зимой ходить не будет, сообщила компания в понедельник, так как ее единственное судно идет в ремонт.", "Le bac de l'île ne passera pas cet hiver, a dit la compagnie lundi, puisque son seul bateau doit aller au chantier."
	for _, c := range []struct{ line, prose, want string }{
		{"Островной вестник, 12 марта 2025", ru, "2025-03-12"},
		{"«Островной вестник», 12 марта 2025 г.", ru, "2025-03-12"},
		{"Газета «Волна», 12.03.2025, с. 3", ru, "2025-03-12"},
		{"Le journal du littoral, 12 mars 1925, p. 3", fr, "1925-03-12"},
		{"Le journal du littoral en parle dans un numéro paru mercredi, le 12 mars 1925, et le bac est arrêté.", fr, ""},
		{"La barque de l'île, 12 mars 1925", fr, ""},
	} {
		_, m := Find(&article.Article{Text: "Un titre\n\n" + c.line + "\n\n" + c.prose + "\n\n" + c.prose})
		got := ""
		if m.Published.Precision == article.Day {
			got = m.Published.When.Format("2006-01-02")
		}
		assert.Equal(t, c.want, got, c.line)
	}
}
