package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"wiretrace/article"
)

// A request to the reader may have the name of a channel in quotation marks; one in a quotation is somebody's words.
func TestPromptsWithNames(t *testing.T) {
	for s, want := range map[string]bool{
		`Mari bergabung di Grup Telegram "Pulau Update", caranya klik link t.me/pulau, kemudian join.`: true,
		`Subscribe to our newsletter “The Harbour Hour” and never miss a ferry.`:                       true,
		`Iratkozzon fel hírlevelünkre, és kövessen minket a Facebookon!`:                               true,
		`Sledujte nás na Facebooku a přihlaste se k odběru newsletteru.`:                               true,
		`Підпишіться на наш телеграм-канал, щоб не пропустити пором.`:                                  true,
		`“Join us on Facebook,” the mayor told the fishermen, who stayed at home.`:                     false,
		`The mayor asked them to follow the "Harbour Hour" on Facebook.`:                               false,
		`Warga diminta bergabung dengan regu penyelamat di dermaga.`:                                   false,
	} {
		assert.Equal(t, want, KindAlone(s) == article.Chrome, s)
	}
}
