package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestOutletAsSubject(t *testing.T) {
	const text = "The Washington Post will close its press in Corran. The Post said the press was old. The Washington Post Guild said it was not asked. CNN and Reuters have added readers. Fox News reported that the closing was planned."
	require.Equal(t, []string{"Fox News (reported)"}, readCredits(t, article.Article{Language: "en", Title: "Post to close a press", Text: text}))
	require.Equal(t, []string{"The Washington Post (said)", "Fox News (reported)"}, readCredits(t, article.Article{Language: "en", Title: "A press to close", Text: text}), "the title is about something else")
}

// Masthead, headline and byline may stand above the first sentence.
func TestOutletAsSubjectBelowAHead(t *testing.T) {
	const text = "chrome|Corran Ledger\nheadline|CNN to close a studio in Corran\nbyline|By Nora Dole\nCNN will close its studio in Corran and cut nine jobs by the end of a long and rainy summer.\nCNN said that the studio was old. It will be let to a church on Sundays, and to a choir on all other days."
	require.Nil(t, readCredits(t, article.Article{Language: "en", Outlet: "Corran Ledger", Title: "CNN to close a studio in Corran", Text: text}))
}

// German papers go by the first word of their names in titles.
func TestOutletAsSubjectInGerman(t *testing.T) {
	const text = "Die Rheinische Post schließt ihre Druckerei in Corran. Das berichtet der Branchendienst turi2. Die Rheinische Post schrieb im Mai, die Presse sei neu."
	require.Equal(t, []string{"turi2 (berichtet)"}, readCredits(t, article.Article{Language: "de", Title: "Rheinische schließt Druckerei", Text: text}))
	require.Contains(t, readCredits(t, article.Article{Language: "de", Title: "Eine Druckerei schließt", Text: text}), "Rheinische Post (schrieb) background", "the title is about something else")
}

func TestWhoseReporterInGerman(t *testing.T) {
	runCases(t, "de", "Corraner Bote", []creditCase{
		{"one of its own", "„Die Pumpe war alt“, sagte eine Redakteurin der Rheinischen Post am Rande der Tagung.", nil},
		{"told to one of its own", "„Die Pumpe war alt“, sagte der Wirt einer Redakteurin der Rheinischen Post.", []string{"Rheinische Post (sagte)"}},
		{"told by a spokesman", "„Die Pumpe war alt“, sagte eine Sprecherin der Rheinischen Post.", []string{"Rheinische Post (sagte)"}},
		{"told by a journalist of no house", "„Die Pumpe war alt“, sagte Redakteurin Ute Lahn der Rheinischen Post.", []string{"Rheinische Post (sagte)"}},
	})
}

func TestLabels(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"in brackets", "The bridge was closed.\nchrome|[via Miami Herald]", []string{"Miami Herald (credit line)"}},
		{"hat tip", "The bridge was closed.\nchrome|Hat tip: Miami Herald", []string{"Miami Herald (credit line)"}},
		{"h/t", "The bridge was closed.\nchrome|h/t Miami Herald", []string{"Miami Herald (credit line)"}},
		{"a link", "The bridge was closed.\nchrome|Follow the Miami Herald", nil},
		{"reporter and verb that is a noun", "As the Miami Herald's Ann Dole reports, rust was known.", []string{"Miami Herald (reports)"}},
		{"who writes in it", "Rust was known, writes Ann Dole in the Miami Herald.", []string{"Miami Herald (writes)"}},
		{"somebody else finds it", "According to those who saw the Miami Herald's story on Friday, a diver found it.", nil},
		{"a plural, as the British have it", "Rust was known, the Miami Herald write this morning.", []string{"Miami Herald (write)"}},
		{"seen on", "Saw this on HuffPost and had to share.", []string{"HuffPost (saw this on)"}},
		{"who lives in a place", "Rust was known, writes Ann Dole in Miami.", nil},
		{"all of it, and where they had it", "This is all from the Miami Herald, which picked it up from Marca.", []string{"Miami Herald (this is all from)", "Marca (picked it up from) via Miami Herald"}},
		{"label at the end of a paragraph", "Rust was known. (h/t Miami Herald)", []string{"Miami Herald (credit line)"}},
		{"show after an outlet", "Records reviewed by the Miami Herald show that rust was known.", []string{"Miami Herald (reviewed by)"}},
		{"told, far from its country", "“It was unsafe,” the engineer told Blick.", []string{"Blick (told)"}},
	})
}

func TestDeniedOrToCome(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"not reported by", "The figure was not reported by Reuters.", nil},
		{"not only reported by", "The closure was not only reported by Reuters but by a blog.", []string{"Reuters (reported by)"}},
		{"not interviewed", "The mayor was not interviewed by Reuters.", nil},
		{"has not told", "The mayor, who has not told CNN whether he will run, left.", nil},
		{"never told", "The mayor has never told CNN that rust was known.", nil},
		{"not one", "Not one engineer appeared on Fox News' morning show to speak of it.", nil},
		{"will be aired", "The debate will be aired on CNN, with or without the mayor.", nil},
		{"to be aired, and told already", "In an interview to be aired on NBC on Sunday, the mayor said rust was known.", []string{"NBC News (aired on)"}},
		{"about appearing", "The chairman spoke to the mayor about appearing on a Fox News special in May.", nil},
		{"a negation within brackets", "PolitiFact (which is not known as his friend) examined the charge and rated it true.", []string{"PolitiFact (examined)"}},
		{"of itself, after what it does not do", "BuzzFeed, which does not disclose its finances, denied the loss, saying this year will be better.", nil},
		{"a story on a paper", "The mayor turned the story back on the Miami Herald and smiled.", nil},
		{"a story on a site", "A story on Breitbart said rust was known.", []string{"Breitbart (story on)"}},
		{"a poll on a host", "A poll on NJ.com showed the mayor ahead.", []string{"The Star-Ledger (poll on)"}},
		{"a report on the air", "A report on CNN said rust was known.", []string{"CNN (report on)"}},
	})
}

func TestSecondVerb(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"an outlet does and reports", "The Guardian sent two divers to the bridge and reported that rust was known.", []string{"The Guardian (reported)"}},
		{"a columnist", "The Washington Post columnist Ann Dole has been critical of the mayor but on Tuesday wrote that rust was known.", []string{"The Washington Post (wrote)"}},
		{"a reporter says", "CNN's Jane Roe visited the bridge and said rust was known.", []string{"CNN (said)"}},
		{"an outlet says in its accounts", "The Guardian said in its last accounts that it made a profit.", nil},
		{"and first where it says so", "In its annual report, The Guardian said that it had 900 employees.", nil},
		{"and to its staff", "The Guardian said in a memo to staff that two bureaus would close.", nil},
		{"accounts of another", "The Guardian said the club made a loss in its last accounts.", []string{"The Guardian (said)"}},
		{"an outlet says of itself", "CNN fired the host and said it was sorry.", nil},
		{"its results", "CNN fired two producers and reported profits of two million.", nil},
		{"what somebody else owns", "Gannett owns the Miami Herald and publishes USA Today.", nil},
		{"what it ought to do", "It seems that the Miami Herald ought to be able to attend and report on it.", nil},
		{"somebody else finds", "The Guardian sent a diver and the mayor found rust.", nil},
		{"somebody else reports", "CNN hired Jane Roe and readers reported faults.", nil},
	})
}

func TestWhoWritesForIt(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"on staff", "“The bridge is rotten,” writes Paul Drees, one of several loud critics on staff at National Review.", []string{"National Review (writes)"}},
		{"staff writer", "“The bridge is rotten,” wrote Paul Drees, a staff writer at The Atlantic.", []string{"The Atlantic (wrote)"}},
		{"what he covers", "“The bridge is rotten,” wrote Paul Drees, who covers bridges for The New York Times.", []string{"The New York Times (wrote)"}},
		{"no longer", "“The bridge is rotten,” wrote Paul Drees, a former editor at The Atlantic.", nil},
		{"no longer, before the name", "A former Fox News producer said the bridge was rotten.", nil},
		{"no longer, with a hyphen", "Ex-CNN anchor Ann Dole wrote that the bridge was rotten.", nil},
		{"somebody else no longer", "The former mayor told CNN that the bridge was rotten.", []string{"CNN (told)"}},
		{"a former host at his old house", "Former mayor Ann Dole said on Fox News that the bridge was rotten.", []string{"Fox News (said on)"}},
		{"no reporter", "“We were told to look away,” one CNN staffer complained.", nil},
		{"a channel for something else", "He was reporting back on an open channel, ‘Hey, the bridge is rotten,’ the mayor said.", nil},
	})
}

func TestWhoIsSued(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"sued", "A gardener is suing the Daily Mail over a photograph. The Daily Mail reported in March that his hedge was a disgrace.", nil},
		{"a suit against it", "A judge dismissed a lawsuit against The Washington Post. The Washington Post published a story on the hedge in March.", nil},
		{"is being sued", "The BBC is being sued by a gardener. The BBC broadcast a programme on his hedge.", nil},
		{"was sued", "CNN was sued for libel in May. CNN reported that the hedge was stolen.", nil},
		{"paid", "The Daily Mail apologised and paid damages to a gardener. The Daily Mail reported in May that his hedge was stolen.", nil},
		{"in one sentence", "He is suing CNN, which reported that the hedge was stolen.", nil},
		{"told all the same", "He is suing CNN. “The hedge is mine,” he told CNN.", []string{"CNN (told)"}},
		{"reported by another", "He threatened to sue CNN, Reuters reported. CNN reported that the hedge was stolen.", []string{"Reuters (reported)"}},
		{"somebody else is sued", "The gardener is suing the council, CNN reported.", []string{"CNN (reported)"}},
		{"a suit that it has seen", "According to a lawsuit seen by CNN, the hedge was stolen. CNN reported it on Monday.", []string{"CNN (seen by)", "CNN (reported)"}},
		{"it sues", "CNN sued the council for its records. CNN reported in May that the hedge was stolen.", []string{"CNN (reported)"}},
	})
}
