package quote

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// What nobody says is no quotation, though it stands between marks.
func TestNobodysWords(t *testing.T) {
	const en = "“The pump is dry,” said Ada Teal. "
	const de = "„Die Pumpe ist leer“, sagte Uta Holm. "
	const fr = "« La pompe est vide », a dit Solène Roble. "
	for _, c := range []struct {
		name, language, text string
		want                 int // quotations
	}{
		{"an inscription", "en", en + "Around the rim of the pump that she keeps run the words “I GIVE TO ALL, I KEEP FOR NONE”.", 1},
		{"somebody who shouts", "en", en + "She wrote in a post “GIVE ME THE WRENCH NOW”.", 2},
		{"a shout of its own", "en", en + "“GIVE ME THE WRENCH NOW!” she cried.", 2},
		{"what anybody may say", "de", "Wer am Damm vom „Kühlhaus“ spricht, meint die Pumpe, und wer von ihr spricht, meint Uta Holm.", 0},
		{"who says it", "de", de + "Wer fragt, dem sagt sie: „Die Pumpe ist leer, und der Damm auch.“", 2},
		{"a title", "de", de + "«Das Wasser vom letzten Jahr» heisst der Roman, den sie dort geschrieben hat.", 1},
		{"a title in French", "fr", fr + "« Les eaux de l'an passé » est le titre du roman qu'elle a écrit.", 1},
		{"a judgement", "de", de + "„Der Damm ist ein Sieb“, heißt es in ihrem Brief.", 2},
		{"a word that is not the writer's", "de", de + "Das „großzügige“ Angebot umfasst zwei Eimer.", 1},
		{"a word of somebody", "de", de + "Sie nannte das „großzügige“ Angebot einen Witz.", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			var words Words
			require.Len(t, Find(nil, &words, &article.Article{Language: c.language, Text: c.text}, nil), c.want)
		})
	}
}
