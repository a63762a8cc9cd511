package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"wiretrace/article"
)

// Texts below the head, in the languages of the heads.
var bodies = map[string]string{
	"en": "The council voted on Monday night to close the swing bridge to cars, saying that the ice of two winters had cracked the pier beyond what it can pay to mend.\n\n" +
		"Nobody on the board wanted to be the one to shut it, said the council president, who voted for the closing after a long night of debate.",
	"de": "Der Stadtrat hat am Montagabend beschlossen, die alte Drehbrücke für Autos zu schließen, weil das Eis zweier Winter den Pfeiler stärker beschädigt hat als gedacht.\n\n" +
		"Niemand im Rat wollte sie schließen, sagte die Bürgermeisterin, die nach einer langen Nacht selbst dafür stimmte, dass Autos einen Umweg von elf Kilometern fahren.",
	"fr": "Le conseil municipal a décidé lundi soir de fermer le vieux pont tournant aux voitures, parce que la glace de deux hivers en a fendu la pile plus que prévu.\n\n" +
		"Personne ne voulait le fermer, a dit la maire, qui a voté pour la fermeture après une longue nuit de débats, et les voitures feront un détour de onze kilomètres.",
}

// TestAPageTitleOnTheFirstLine holds that headline, section and site are told from each other in a line that is what
// <title> holds, and from a motto.
func TestAPageTitleOnTheFirstLine(t *testing.T) {
	for _, c := range []struct{ language, head, title, outlet string }{
		{"en", "Harbor Post | News that matters to the coast and its people\n\nCouncil closes the old swing bridge to cars\n\nBy Ada Crane", "Council closes the old swing bridge to cars", "Harbor Post"},
		{"en", "Council closes the old swing bridge to cars | Harbor Post\n\nBy Ada Crane", "Council closes the old swing bridge to cars", "Harbor Post"},
		{"en", "Council closes the old swing bridge to cars | Harbor Post\n\nCouncil closes the old swing bridge to cars\n\nBy Ada Crane", "Council closes the old swing bridge to cars", "Harbor Post"},
		{"en", "Council closes bridge to cars | News | Harbor Post\n\nBy Ada Crane", "Council closes bridge to cars", "Harbor Post"},
		{"en", "Council closes bridge to cars | Ada Crane\n\nMonday 3 March 2025", "Council closes bridge to cars", ""},
		{"en", "Politics | Council closes the old swing bridge to cars after two winters\n\nAda Crane", "Council closes the old swing bridge to cars after two winters", ""},
		{"en", "Council closes the old swing bridge to cars - The Harbor Times\n\nMarch 3, 2025", "Council closes the old swing bridge to cars", "The Harbor Times"},
		{"en", "Council closes bridge - and nobody cheers\n\nBy Ada Crane", "Council closes bridge - and nobody cheers", ""},
		{"en", "TRI-PORT TIMES\n\nBridge closed as report finds $412,600 unaccounted for\n\nOwen Bask | Harbor County Courier\n\ndate 2024-09-06", "Bridge closed as report finds $412,600 unaccounted for", "TRI-PORT TIMES"},
		{"en", "Voice of the Pier | English edition\n\nCouncil closes the old swing bridge to cars", "Council closes the old swing bridge to cars", "Voice of the Pier"},
		{"en", "Local News | harborpost.example\n\nCouncil closes the old swing bridge to cars", "Council closes the old swing bridge to cars", "harborpost.example"},
		{"de", "Stadtrat schließt alte Drehbrücke | Hafenblatt\n\nVon Ada Krahn", "Stadtrat schließt alte Drehbrücke", ""},
		{"de", "Hafenblatt Wiek | Nachrichten, Termine, Tide und alles aus der Region\n\nStadtrat schließt alte Drehbrücke für Autos", "Stadtrat schließt alte Drehbrücke für Autos", "Hafenblatt Wiek"},
		{"fr", "Le vieux pont tournant fermé aux voitures | Le Journal du Port\n\nPublié le 12 mars 2025", "Le vieux pont tournant fermé aux voitures", "Le Journal du Port"},
		{"fr", "Société | Le vieux pont tournant fermé aux voitures | Le Journal du Port\n\nPublié le 12 mars 2025", "Le vieux pont tournant fermé aux voitures", "Le Journal du Port"},
	} {
		_, m := Find(&article.Article{Text: c.head + "\n\n" + bodies[c.language]})
		assert.Equal(t, c.title, m.Title, c.head)
		assert.Equal(t, c.outlet, m.Outlet, c.head)
	}
}

// TestAMenuBeforeTheTextInOneLine holds that a menu is cut off where a page was taken without its lines, and that
// prose which begins with names of sections is not.
func TestAMenuBeforeTheTextInOneLine(t *testing.T) {
	text := strings.ReplaceAll(bodies["en"], "\n\n", " ")
	for menu, rest := range map[string]string{
		"Home News Sport Business Opinion Culture Lifestyle Weather": "",
		"Home | News | Sport | Business | Opinion | Culture":         "",
		"News · Politics · Sport · Culture · Podcasts · Videos":      "",
		"Startseite Politik Wirtschaft Sport Kultur Wissen":          "",
		"News Sport Business Opinion Culture Subscribe":              "Weather closes the bridge. ",
		"Accueil Politique Économie Sport Culture Opinions":          "",
	} {
		l, _ := Find(&article.Article{Text: menu + " " + rest + text})
		assert.Equal(t, article.Site, l.Blocks[0].Kind, menu)
		assert.Equal(t, len(menu), l.Blocks[0].End, menu)
	}
	unspaced := strings.Repeat("海港镇议会周二晚间投票决定关闭位于东岸的旧渡轮码头，", 20)
	for _, before := range []string{"Opinion：", "News Opinion："} { // no space tells where the words before the text end
		l, _ := Find(&article.Article{Text: before + unspaced, Language: "zh"})
		assert.False(t, l.Blocks[0].Kind.Furniture(), before)
	}
	for _, begin := range []string{"Sport Business, a magazine, says that ", "World Health officials and Food Security experts say that ", "News of the closing spread. ", "Health Food Markets closed. "} {
		l, _ := Find(&article.Article{Text: begin + text})
		assert.False(t, l.Blocks[0].Kind.Furniture(), begin)
	}
}
