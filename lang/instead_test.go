package lang

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The frame of a site says one language of all its texts; words of credit are looked for in that of the text.
func TestInstead(t *testing.T) {
	catalan := strings.Repeat("La junta del port ha decidit que el moll es tancarà perquè els pilons són buits, i la barca sortirà amb retard segons el patró. ", 6)
	spanish := strings.Repeat("La junta del puerto ha decidido que el muelle se cierra porque los pilotes están huecos, y la barca saldrá con retraso según el patrón. ", 6)
	russian := strings.Repeat("Совет порта решил закрыть причал, потому что сваи пусты, и паром пойдет с опозданием, как сказал капитан. ", 6)
	norwegian := strings.Repeat("Havnestyret har vedtatt at kaien skal stenges fordi pælene er hule, og ferjen vil gå med forsinkelse, sier skipperen. ", 6)
	for _, c := range []struct{ name, declared, text, want string }{
		{"Catalan in a Spanish frame", "es", catalan, "ca"},
		{"the same with a region", "es-ES", catalan, "ca"},
		{"Spanish in an English frame", "en-US", spanish, "es"},
		{"Russian in a Ukrainian frame", "uk", russian, "ru"},
		{"as declared", "ca", catalan, ""},
		{"Bulgarian, which nothing tells", "bg", russian, ""},
		{"a language near by", "da", norwegian, ""},
		{"a long quotation", "es", spanish + catalan[:400] + spanish, ""},
		{"the beginning alone", "es", catalan + spanish, ""},
		{"too short", "es", catalan[:300], ""},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, Instead(c.declared, c.text)) })
	}
}
