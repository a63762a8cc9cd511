package credit

import (
	"strings"
	"testing"
)

func TestRoundups(t *testing.T) {
	item := func(ends ...string) string {
		var b strings.Builder
		for _, end := range ends {
			b.WriteString("Corran Town have asked Marlow about the keeper Nora Dole, who is 24 and has a year left on her contract. " + end + "\n")
		}
		return strings.TrimSpace(b.String())
	}
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"a column of rumours", item("(Lancashire Telegraph)", "(L'Equipe - in French)", "(The Guardian)"), []string{"Lancashire Telegraph (())", "L'Équipe (())", "The Guardian (())"}},
		{"with what it costs", item("(The Guardian - subscription required)", "(Lancashire Telegraph)", "(Le Monde)"), []string{"The Guardian (())", "Lancashire Telegraph (())", "Le Monde (())"}},
		{"one that goes on", item("(The Guardian)", "(Lancashire Telegraph)", "(Le Monde), more"), nil},
		{"ordinary words among sure ones", item("(AS - in Spanish)", "(Lancashire Telegraph)", "(The Guardian)", "(Le Monde)"), []string{"AS (())", "Lancashire Telegraph (())", "The Guardian (())", "Le Monde (())"}},
		{"two papers for one item", item("(The Guardian; Le Monde)", "(Lancashire Telegraph)", "(El País, in Spanish)"), []string{"The Guardian (())", "Le Monde (())", "Lancashire Telegraph (())", "El País (())"}},
		{"some that are nobody's", item("(The Guardian)", "(Paul Drees, via X)", "(Lancashire Telegraph)", "(Le Monde)", "(see below)"), []string{"The Guardian (())", "Lancashire Telegraph (())", "Le Monde (())"}},
		{"its own among them", item("(The Guardian)", "(Harlow County Courier)", "(Lancashire Telegraph)", "(Le Monde)"), []string{"The Guardian (())", "Lancashire Telegraph (())", "Le Monde (())"}},

		{"items taken for headlines", strings.ReplaceAll("\n"+item("(The Guardian)", "(Lancashire Telegraph)", "(Le Monde)"), "\n", "\nheadline|")[1:], []string{"The Guardian (())", "Lancashire Telegraph (())", "Le Monde (())"}},

		{"a newsletter of numbered items", "1. " + item("(Lancashire Telegraph)") + "\n2. " + item("") + "\n3. " + item("(Its website)"), []string{"Lancashire Telegraph (())"}},
		{"an agency there", "1. " + item("(Bloomberg)") + "\n2. " + item("") + "\n3. " + item("(The airport)"), []string{"Bloomberg (())"}},
		{"a station there", "1. " + item("(Channel 4)") + "\n2. " + item("") + "\n3. " + item("(BBC)"), nil},
		{"two numbers", "1. " + item("(Lancashire Telegraph)") + "\n2. " + item(""), nil},
		{"one alone", item("(Lancashire Telegraph)") + "\n" + body, nil},
		{"two", item("(Lancashire Telegraph)", "(The Guardian)") + "\n" + body, nil},
		{"an item that is the whole text", strings.Repeat(item("")+" ", 2) + item("(Lancashire Telegraph)"), []string{"Lancashire Telegraph (credit line)"}},
		{"a station behind the whole text", strings.Repeat(item("")+" ", 2) + item("(Channel 4)"), nil},
		{"a short one", item("(Lancashire Telegraph)"), nil},
		{"what is on tonight", item("(BBC)", "(ITV)", "(Channel 4)", "(Sky News)"), nil},
		{"books", item("(Penguin)", "(Marlow House)", "(Faber)"), nil},
		{"ordinary words alone", item("(Time)", "(Nature)", "(Focus)"), nil},
		{"within the sentence", strings.ReplaceAll(item("(The Guardian)", "(Le Monde)", "(El País)"), ". (", " ("), nil},
		{"ages", item("(24)", "(23)", "(31)"), nil},
	})
}
