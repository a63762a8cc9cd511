package quote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/quote"
)

// statements returns the blocks of a text that are words without marks.
func statements(text, language string, l *article.Layout) []article.Span {
	var words quote.Words
	quote.Find(nil, &words, &article.Article{Text: text, Language: language}, l)
	return words.Statements
}

func TestStatements(t *testing.T) {
	report := []string{
		"The council of Harrow Point closed the swing bridge on Monday after a barge had struck its eastern pier, and ferries will run every half hour until it is mended.",
		"Engineers from the county looked at the pier on Tuesday. They found a crack as long as a bus below the waterline, and two bolts that had sheared off.",
		"The barge, the Lady Oona, was carrying gravel to a building site at Fenner's Wharf. Its skipper was not hurt.",
		"Trade on the east bank has halved since Monday. The bakery at Tanner Street closed its doors for the week.",
	}
	type statementTest struct {
		name     string
		language string
		text     []string
		want     []string // how each statement begins
	}
	tests := []statementTest{
		{"no statement", "en", []string{}, nil},
		{
			"introduced by a verb of saying", "en",
			[]string{"In a letter to residents Mayor Ilse Tarrant wrote:", "I know what this bridge means to the town, and I will not rest until it opens again.", "We shall pay the ferry fares of all pupils.", "The letter was delivered on Wednesday."},
			[]string{"I know what", "We shall pay"},
		},
		{
			"a letter that a colon introduces, up to its last paragraph about its writer", "en",
			[]string{"The harbour office's letter to residents reads:", "Dear neighbours,", "The bridge will stay closed until the county has seen it.", "I have asked that ferries run until midnight.", "The letter was posted on Wednesday."},
			[]string{"Dear neighbours", "The bridge will", "I have asked"},
		},
		{
			"the warning of an authority", "en",
			[]string{"The weather office has issued a yellow wind warning for Harrow and Ness from six on Thursday until noon on Friday.", "An orange flood warning is in place for the east bank.", "Nobody heeds a flood warning, the baker said."},
			[]string{"The weather office", "An orange flood"},
		},
		{
			"a German letter", "de",
			[]string{"In ihrem Brief schreibt die Hafenmeisterin:", "Liebe Nachbarn,", "die Brücke bleibt gesperrt, bis der Kreis sie gesehen hat. Ich bitte Sie um Geduld."},
			[]string{"Liebe Nachbarn", "die Brücke"},
		},
		{
			"a greeting that nobody introduces", "en",
			[]string{"Dear neighbours,", "The bridge will stay closed until the county has seen it."},
			nil,
		},
		{
			"introduced, with no word of its own for the speaker", "en",
			[]string{"She added:", "By keeping the survey from the council the county has made fools of the town and of everybody who trusted it."},
			[]string{"By keeping"},
		},
		{
			"another outlet's words are a credit", "en",
			[]string{"According to the Fenner Gazette:", "The barge had lost its rudder an hour before and was drifting with the tide when it struck."},
			nil,
		},
		{
			"a list is none", "en",
			[]string{"Here is what is known so far:", "The bridge was built in 1908 and last painted in 1977."},
			nil,
		},
		{
			"between marks is no statement", "en",
			[]string{"Mayor Ilse Tarrant said:", "“I know what this bridge means to the town.”"},
			nil,
		},
		{
			"a signed post", "en",
			[]string{"Swing bridge closed until further notice. Use the ferry. — Harrow Point (@harrowpoint) May 6, 2024"},
			[]string{"Swing bridge"},
		},
		{
			"a post that begins with its account", "en",
			[]string{"Harrow Point (@harrowpoint) Swing bridge closed until further notice, use the ferry from Tanner Street."},
			[]string{"Harrow Point (@"},
		},
		{
			"whoever has an account is no post", "en",
			[]string{"Ilse Tarrant (@ilsetarrant) has been mayor of the town for eleven years and does not mean to stand again."},
			nil,
		},
		{
			"a transcript", "en",
			[]string{"MAYOR TARRANT: The bridge stays closed, and that is the end of it.", "Q: For how long does it stay closed?", "MAYOR TARRANT: Until the county says that it is safe to cross."},
			[]string{"MAYOR", "Q:", "MAYOR"},
		},
		{
			"labels of links are no transcript", "en",
			[]string{"READ: How the bridge was built in two summers", "WATCH: The barge strikes the pier of the bridge", "PHOTOS: The bridge through the years of its life"},
			nil,
		},
		{
			"speaking of itself where nobody else does", "en",
			[]string{"I ask all of you to be patient. We are doing what we can, and I am grateful to the crews who work through the night."},
			[]string{"I ask"},
		},
		{
			"verses that a colon introduces", "en",
			[]string{"Then the ferryman's daughter read what she had written:\n\nThe bridge went up in iron and rain\nAnd stood a hundred years,\nIt never will go up again\nFor all the county's tears."},
			[]string{"The bridge went", "And stood", "It never", "For all"},
		},
		{
			"verses without a colon", "en",
			[]string{"The ferryman's daughter came.\n\nThe bridge went up in iron and rain\nAnd stood a hundred years,\nIt never will go up again\nFor all the county's tears."},
			nil,
		},
		{
			"a list of names behind a colon", "en",
			[]string{"On the committee sit:\n\nIlse Tarrant of Harrow Point\nNora Dole of Tanner Street\nJo Lind of Fenner's Wharf\nPiet Ost of the East Bank"},
			nil,
		},
		{
			"what is known, in lines", "en",
			[]string{"Here is what is known so far:\n\nThe bridge is closed to all.\nThe ferry runs every half hour.\nThe barge lies at the wharf.\nThe skipper was not hurt."},
			nil,
		},
		{
			"a bulletin in capitals", "en",
			[]string{"The coastguard has issued the following:\n\nTHE CHANNEL BETWEEN HARROW POINT AND FENNER'S WHARF IS CLOSED TO ALL VESSELS UNTIL FURTHER NOTICE. MASTERS SHALL KEEP CLEAR OF THE EASTERN PIER...DEBRIS HAS BEEN SEEN."},
			[]string{"THE CHANNEL"},
		},
		{
			"a line in capitals", "en",
			[]string{"WHAT HAPPENS TO THE BRIDGE NOW AND WHO PAYS FOR IT"},
			nil,
		},
		{
			"German", "de",
			[]string{"In einem Brief schrieb die Bürgermeisterin Ilse Tarrant:", "Ich weiß, was diese Brücke der Stadt bedeutet, und wir werden nicht ruhen, bis sie wieder offen ist."},
			[]string{"Ich weiß"},
		},
	}
	for _, opening := range [...]string{"Here is the director's note to the staff:", "Read the full memo below."} {
		tests = append(tests, statementTest{
			"a letter between marks: " + opening, "en",
			[]string{opening, "“Dear all,", "This is the hardest note that anybody has written here. Today the yard says goodbye to 140 people.", "None of them failed. Managers have until Friday to speak to everybody affected.", "Please be gentle with each other.”"},
			[]string{"“Dear all,", "This is the hardest", "None of them", "Please be gentle"},
		})
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Join(append(append(append([]string{}, report[:2]...), test.text...), report[2:]...), "\n\n")
			l, _ := layout.Find(&article.Article{Text: text, Language: test.language})
			var got []string
			for _, s := range statements(text, test.language, &l) {
				got = append(got, text[s.Start:s.End])
			}
			require.Len(t, got, len(test.want), "%q", got)
			for i := range got {
				require.True(t, strings.HasPrefix(got[i], test.want[i]), "%q", got[i])
			}
		})
	}
}

// Capitals tell nothing in a text that is written in them.
func TestStatementsInCapitals(t *testing.T) {
	text := strings.ToUpper(strings.Join([]string{
		"The council of Harrow Point closed the swing bridge on Monday after a barge had struck its eastern pier, and ferries will run.",
		"Engineers from the county looked at the pier on Tuesday. They found a crack as long as a bus below the waterline, and two bolts.",
	}, "\n\n"))
	l, _ := layout.Find(&article.Article{Text: text, Language: "en"})
	require.Empty(t, statements(text, "en", &l))
}

// A columnist speaks of himself in every paragraph: his text is his own.
func TestStatementsOfAColumn(t *testing.T) {
	text := strings.Join([]string{
		"I have crossed the swing bridge every day for forty years, and I shall miss it.",
		"We used to sit on the rail, my brother and I, and wait for the barges.",
		"My mother told us not to. We went all the same.",
	}, "\n\n")
	l, _ := layout.Find(&article.Article{Text: text, Language: "en"})
	require.Empty(t, statements(text, "en", &l))
}
