package quote_test

import "testing"

// TestSpeakersOfEnglishClauses holds who speaks where more than one name or noun
// stands beside the verb.
func TestSpeakersOfEnglishClauses(t *testing.T) {
	runQuoteCases(t, "en", []quoteCase{
		{
			"the clause begins with the name before the marks",
			"Bram Oster, a former harbour adviser who supported an ambitious plan, said Hale “understood he could not have a good quay without new money.”",
			[]string{"Bram Oster | understood he could not have a good quay without new money."},
		},
		{
			"whom somebody calls something",
			"Lena Vogt, director of the Institute of Tidal Studies at Corran University, calls Hale “a mistake” because so few people live there.",
			[]string{"Lena Vogt | a mistake"},
		},
		{
			"whom somebody told",
			"Bram Oster, who was listed on the ballot, told Lowlander, “Of the three, I like the old quay best.”",
			[]string{"Bram Oster | Of the three, I like the old quay best."},
		},
		{
			"who asked at the end of a long sentence",
			"Bram Oster builds ships.\n\nIf the quay is indeed sinking under its own weight — as many engineers believe, but Corran strongly denies — “why would anybody want to build on it?” asked Oster, now a partner at a shipping firm.",
			[]string{"Bram Oster | why would anybody want to build on it?"},
		},
		{
			"whose assertion it is",
			"Tom Aldous spoke on Tuesday. Ruth Garner’s assertion of a “claim of right” over the quay is disputed.",
			[]string{"Ruth Garner | claim of right"},
		},
		{
			"whose claim it is where nobody else speaks",
			"Paul Olsen is tired. The works are late because of Ruth Garner’s old claim that the mayor “sank the ferry” in 2019.",
			[]string{"Ruth Garner | sank the ferry"},
		},
		{
			"what somebody says of a claim",
			"Paul Olsen said on Thursday that Ruth Garner’s claim that the mayor sank the ferry is “simply not true at all.”",
			[]string{"Paul Olsen | simply not true at all."},
		},
		{
			"whose answer it was",
			"Tom Aldous wrote to her in May. Ruth Garner’s response was: “Is the ferry still at the quay?”",
			[]string{"Ruth Garner | Is the ferry still at the quay?"},
		},
		{
			"as somebody puts it",
			"Ruth Garner praised the ferry. As Tom Aldous put it, “apart from the rust, there was not much to complain about.”",
			[]string{"Tom Aldous | apart from the rust, there was not much to complain about."},
		},
		{
			"who goes on",
			"“Can it happen to ferries, too?” Ruth Garner asked.\n\n“You know, it happens, right?” Tom Aldous went on, as if he had not heard. “But we have to live with it.”",
			[]string{"Ruth Garner | Can it happen to ferries, too?", "Tom Aldous | You know, it happens, right?", "Tom Aldous | But we have to live with it."},
		},
		{
			"a place between the name and the verb",
			"Ruth Garner, during a town hall meeting in Marlow, Ohio, said she was “going to put a lot of ferries out of business,” and smiled.",
			[]string{"Ruth Garner | going to put a lot of ferries out of business,"},
		},
		{
			"a place before the name",
			"Speaking at a town hall event in Marlow, New Hampshire, Ruth Garner went after Paul Olsen, calling him “a total stiff.”",
			[]string{"Ruth Garner | a total stiff."},
		},
		{
			"a verb behind a noun for people",
			"His office put out a statement saying the town “does not have the money to paint every one of its bridges.”",
			[]string{"office | does not have the money to paint every one of its bridges."},
		},
		{
			"who spoke on some condition",
			"An official who spoke anonymously to discuss internal strategy said Wednesday, “Certainly there are talks between the two harbours.”",
			[]string{"official | Certainly there are talks between the two harbours."},
		},
		{
			"by whom somebody was asked",
			"Ruth Garner was asked by host Paul Olsen, who owns a ferry himself, “Now, you said that the quay would hold for another nine years, did you not?”",
			[]string{"Paul Olsen | Now, you said that the quay would hold for another nine years, did you not?"},
		},
		{
			"by whom something is called so",
			"Tom Aldous has faced much criticism of the works — often labelled a “witch hunt” by Ruth Garner — and is tired of it.",
			[]string{"Ruth Garner | witch hunt"},
		},
		{
			"the second of two verbs",
			"The vote, which Ruth Garner had called a “disaster” and promised to “rip up” at once, was held in May.",
			[]string{"Ruth Garner | disaster", "Ruth Garner | rip up"},
		},
		{
			"of whom it was said, before the name",
			"“He is not fit to steer a boat,” said Ruth Garner of Paul Olsen. Of Tom Aldous, Garner, who has given money to his rival, said, “He is flat-out careless.”",
			[]string{"Ruth Garner | He is not fit to steer a boat,", "Ruth Garner | He is flat-out careless."},
		},
		{
			"a day between the name and the verb",
			"Ruth Garner later Thursday told the Lowland Herald: “Both of them are meeting next week to talk about these things.”",
			[]string{"Ruth Garner | Both of them are meeting next week to talk about these things."},
		},
	})
}
