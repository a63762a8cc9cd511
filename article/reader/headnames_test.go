package reader

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestColumnsNamedAsPeopleNameThem reads tables whose columns have names that people write and programs do not.
func TestColumnsNamedAsPeopleNameThem(t *testing.T) {
	for name, table := range map[string]string{
		"German":  "Nr;Überschrift;Erschienen am;Medium;Volltext\n1;Der Kran bleibt;03.06.25;Hafenbote;Der Kran bleibt stehen.\n2;Möwen;28.05.25;Hafenbote;Die Möwen sind zurück.\n",
		"French":  "Titre;Paru le;Journal;Texte\nLa grue reste;03/06/2025 14:20;Le Phare;La grue reste debout.\nMouettes;28/05/2025 08:05;Le Phare;Les mouettes sont de retour.\n",
		"Spanish": "Título;Publicado el;Medio;Texto\nLa grúa se queda;3 de junio de 2025;El Faro;La grúa se queda.\n",
		"Danish":  "Titel;Dato;Avis;Text\nKranen bliver;3. juni 2025;Havnebladet;Kranen bliver stående.\n",
	} {
		articles, problems := readFolder(t, folder(t, map[string]string{"a.csv": table}))
		require.Empty(t, problems, name)
		require.Equal(t, "2025-06-03", articles[0].Published.When.Format("2006-01-02"), name)
		require.NotEmpty(t, articles[0].Outlet, name)
	}
	f, _ := columnField("von")
	require.Equal(t, noField, f, "the begin of a span of time")
}

// TestAWriterInAMailIsItsByline reads a newsletter whose writer stands below the headline alone.
func TestAWriterInAMailIsItsByline(t *testing.T) {
	html := `<html><body><table><tr><td><h1>Ferry slip to close</h1><p><i>By Ada Crane</i></p><p>` + slipText + `</p><p>` + chairText + `</p><p>` + newtText + `</p></td></tr></table></body></html>`
	for from, byline := range map[string]string{
		"The Islander <news@islander.example>":               "Ada Crane",
		"Jo Field from The Islander <news@islander.example>": "Jo Field",
	} {
		articles, problems := readFolder(t, folder(t, map[string]string{"a.eml": newsletter(from, "Ferry slip to close", "Content-Type: text/html\r\n\r\n"+html)}))
		require.Empty(t, problems)
		require.Len(t, articles, 1)
		require.Equal(t, byline, articles[0].Byline)
	}
}

// TestWhatNITFSaysToTheDeskIsNoText reads an item with a picture, whose photographer has an element of its own, and a mark of its end.
func TestWhatNITFSaysToTheDeskIsNoText(t *testing.T) {
	for tagline, kept := range map[string]bool{"end of item 0417": false, "With reports by Jo Field in Wexcombe": true} {
		nitf := `<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20250312T081500Z"/></docdata></head><body><body.head><hedline><hl1>Ferry slip to close</hl1></hedline><note><body.content><p>Pictures are on the desk.</p></body.content></note></body.head>` +
			`<body.content><block><p>` + slipText + `</p><media media-type="image"><media-reference mime-type="image/jpeg" source="a.jpg"/><media-caption><p>The slip</p></media-caption><media-producer>Gus Pier</media-producer></media><p>` + chairText + `</p></block></body.content>` +
			`<body.end><tagline>` + tagline + `</tagline></body.end></body></nitf>`
		articles, problems := readFolder(t, folder(t, map[string]string{"a.xml": nitf}))
		require.Empty(t, problems)
		want := slipText + "\n\n" + chairText
		if kept {
			want += "\n\n" + tagline
		}
		require.Equal(t, want, articles[0].Text)
	}
}
