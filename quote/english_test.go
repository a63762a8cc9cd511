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
			"in whose words",
			"Paul Olsen is tired. Asked who would have the quay, all three gave the same answer, in the words of Ruth Garner: “The gulls. Ask the gulls.”",
			[]string{"Ruth Garner | The gulls. Ask the gulls."},
		},
		{
			"in whose words, within the sentence",
			"Paul Olsen is tired. It was, in the words of Ruth Garner, “a very long night for the gulls”.",
			[]string{"Ruth Garner | a very long night for the gulls"},
		},
		{
			"nobody who is called the same",
			"The quay is rotten. All three gave the same answer: “The gulls. Ask the gulls.”",
			[]string{" | The gulls. Ask the gulls."},
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
		{
			"a noun between an article's name and its preposition",
			"Ruth Garner immediately posted a Lowlander comment of her own, saying, “We are so excited to see our second ferry!”",
			[]string{"Ruth Garner POST | We are so excited to see our second ferry!"},
		},
		{
			"who calls it something after another has done something",
			"Ruth Garner said Wednesday that some voters rejected her attempts to save the ferry, calling it an “area of contention.”",
			[]string{"Ruth Garner | area of contention."},
		},
		{
			"some days later",
			"But a few days later, Ruth Garner reversed herself yet again, telling Lowlander that the laws on ferries “are set, and I think we have to leave it that way.”",
			[]string{"Ruth Garner | are set, and I think we have to leave it that way."},
		},
		{
			"a full stop before who said it",
			"Paul Olsen was late with a reference to thousands of ferries. “Ruth, if you are listening, I hope that you find the thirty boats.” Garner said. Ruth Garner smiled.",
			[]string{"Ruth Garner | Ruth, if you are listening, I hope that you find the thirty boats."},
		},
		{
			"whose remark it is, by the noun behind it",
			"Paul Olsen said he was tired of “lazy ferrymen.” Ruth Garner’s “half a bridge” comment was nearly as dismissive.",
			[]string{"Paul Olsen | lazy ferrymen.", "Ruth Garner | half a bridge"},
		},
		{
			"who answers, though another speaks behind it",
			"Paul Olsen wrote to her. Ruth Garner responds to Olsen with, “Why now? Was that on my way to Marlow?” Olsen then writes back, “You look tired.”",
			[]string{"Ruth Garner | Why now? Was that on my way to Marlow?", "Paul Olsen | You look tired."},
		},
		{
			"a verb behind a role that is no noun",
			"The actor held a long audition and asked the others to sound “much drier than they ever would in life.”",
			[]string{"actor | much drier than they ever would in life."},
		},
		{
			"a conjunction before the name and its function",
			"Paul Olsen signed an order on Monday, while Tom Aldous, the former mayor of Marlow, proposed we “wake up and smell the coffee” and left.",
			[]string{"Tom Aldous | wake up and smell the coffee"},
		},
		{
			"in what somebody calls it",
			"Paul Olsen guarded the boats of Ruth Garner in 1976, in what Lena Vogt, treasurer of the old harbour board, called “hand-to-hand combat at sea.”",
			[]string{"Lena Vogt | hand-to-hand combat at sea."},
		},
		{
			"even as somebody claims it",
			"But even as Ruth Garner claimed on Tuesday that “the old captain got in trouble for far less,” one of the former pilots said the two cases were different.",
			[]string{"Ruth Garner | the old captain got in trouble for far less,"},
		},
		{
			"who called it so, though another speaks behind it",
			"In a film that Judge Ruth Garner called “distasteful,” Paul Olsen expressed a wish to sink the ferry.",
			[]string{"Ruth Garner | distasteful,"},
		},
		{
			"according to what somebody wrote",
			"A “living wage” for one ferryman is about 12 crowns an hour, according to calculations by Lena Vogt of Marlow.",
			[]string{"Lena Vogt | living wage"},
		},
		{
			"a headline",
			"Bram Oster On How The Sea Makes Us Feel “Invisible.”\n\nThe film is shown at the harbour on every Monday of the month.",
			[]string{"Bram Oster | Invisible."},
		},
		{
			"who remembers",
			"Ruth Garner sold the boat.\n\n“An awful lot of people said no, and she took it upon herself to prove them wrong,” remembered Tom Aldous, the former captain. “And the more they doubted it, the harder she worked.”",
			[]string{"Tom Aldous | An awful lot of people said no, and she took it upon herself to prove them wrong,", "Tom Aldous | And the more they doubted it, the harder she worked."},
		},
		{
			"people with whom the clause goes on",
			"Marlow was not far from their thoughts, with many marchers and sailors chanting “We are all of us ferrymen” on the quay.",
			[]string{"marchers | We are all of us ferrymen"},
		},
		{
			"a request is no verb",
			"Ruth Garner wrote a letter. Her office sent out a text message to supporters saying: “With your help, we were just declared the winner in Marlow!”",
			[]string{"office | With your help, we were just declared the winner in Marlow!"},
		},
		{
			"a verb of thought in the passive",
			"Ruth Garner argues that the rule is old, citing a case in which a Hollander was found guilty of “gross negligence at the helm.”",
			[]string{"Ruth Garner | gross negligence at the helm."},
		},
		{
			"a day behind a preposition",
			"The mayor on Tuesday rejected the offer to make an “exception for the two oldest boats” in the harbour.",
			[]string{"mayor | exception for the two oldest boats"},
		},
		{
			"nobody is a group",
			"The group of sailors from San Marlow has left the parade, San Marlow said on Monday.\n\n“For us, the parade meant a choice between two threats of violence,” the group said in a statement.",
			[]string{"group | For us, the parade meant a choice between two threats of violence,"},
		},
		{
			"who says what a thing suggests",
			"A captain who knows the harbour said the areas of the map that were damaged suggested the intruders were after “economic secrets of the town.”",
			[]string{"captain | economic secrets of the town."},
		},
		{
			"the name of an organisation goes on",
			"Bram Oster, president of the Center on Harbour and Policy Priorities, said that finding was compelling. “There are still gains for all of us,” he said.",
			[]string{"Bram Oster | There are still gains for all of us,"},
		},
		{
			"who says it, as another recounts",
			"Paul Olsen would then turn to an aide, Ruth Garner recounted, and say: “Get on this at once and get back to me.”",
			[]string{"Paul Olsen | Get on this at once and get back to me."},
		},
	})
}
