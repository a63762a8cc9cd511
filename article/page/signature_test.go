package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Who took the picture is not the writer, even if named first.
func TestWritersOfASignature(t *testing.T) {
	for s, want := range map[string]string{
		"Foto: Jan Grå Text: Ada Crane":              "Ada Crane",
		"Text: Ada Crane / Foto: Jan Grå":            "Ada Crane",
		"Text och foto: Ada Crane":                   "Ada Crane",
		"Text/Foto: Ada Crane":                       "Ada Crane",
		"Texte : Ada Crane, photos : Jan Grau":       "Ada Crane",
		"Ada Crane | Photos: Jo Field":               "Ada Crane",
		"By Ada Crane; photos by Jo Field":           "Ada Crane",
		"Texto: Ada Crane y Jo Field. Fotos: A. Gil": "Ada Crane y Jo Field",
		"Tekst: Ada Crane, video: Jo Field":          "Ada Crane",
		"Foto: Jan Grå":                              "",
		"Ada Crane and Jo Field":                     "Ada Crane and Jo Field",
		"Ada Crane, The Photo Post":                  "Ada Crane, The Photo Post",
		"By Ada Crane":                               "Ada Crane",
	} {
		require.Equal(t, want, bylineName(s), s)
	}
}
