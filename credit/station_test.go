package credit

import "testing"

func TestStations(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"affiliate", "The bridge will stay closed, a diver told local NBC affiliate KRVX.", []string{"KRVX (told) unknown"}},
		{"the station, after the network it belongs to", "KSHB reported that it was unsafe. He spoke to the NBC affiliate. Records show no check, the station found.", []string{"KSHB (reported)", "KSHB (found)"}},
		{"the station, an affiliate itself", "KSHB, an NBC affiliate, reported that it was unsafe. The station said more.", []string{"KSHB (reported)", "KSHB (said)"}},
		{"the network itself", "NBC News reported that it was unsafe. The network said more.", []string{"NBC News (reported)", "NBC News (said)"}},
		{"with TV behind it", "A diver told KRVX-TV that it was unsafe.", []string{"KRVX (told) unknown"}},
		{"public radio", "A diver told Marlow Bay Public Radio that it was unsafe.", []string{"Marlow Bay Public Radio (told) unknown"}},
		{"affiliate of a news network", "He said so in an interview with Utah-based ABC News affiliate KRVX.", []string{"KRVX (in an interview with) unknown"}},
		{"local station of a network", "A diver told a local CBS reporter that it was unsafe.", nil},
		{"said on air, with a long object", "Rep. Ann Dole defended the closure, and the diver, on CNN on Monday.", []string{"CNN (on)"}},
		{"said on a programme", "Rep. Ann Dole, D-Ohio, praised the divers, all of them, on NBC's “Meet the Press.”", []string{"NBC News (on)"}},
		{"on air, then who said it", "On MSNBC on Monday, the engineer said it was unsafe.", []string{"MSNBC (on)"}},
		{"seen on air", "The engineer watched the bridge fall on CNN and went home.", nil},
		{"phone interview", "In a phone interview with CNN, he blamed the rust.", []string{"CNN (in a phone interview with)"}},
		{"known by the number of its channel", "A diver told Fox 8 he saw rust, and a neighbour told NBC 31 so.", []string{"Fox 8 (told) unknown", "NBC 31 (told) unknown"}},
		{"a number that counts", "A diver told Fox 12 people had seen rust.", nil},
		{"behind a place", "A diver told Ohio television station KRVX, a CNN affiliate, that it was unsafe.", []string{"KRVX (told) unknown"}},
		{"call sign and number, behind what it is", "According to a local station, KRVX 12, the bridge is shut.", []string{"KRVX (according to) unknown"}},
		{"of a country, by name unknown", "Syrian state television reported the closure, and a diver told Israeli radio that it was unsafe.", []string{"Syrian state TV (reported) unknown", "Israeli radio (told) unknown"}},
		{"a language and no country", "He was on Spanish-language television.", nil},
		{"programme between name and verb", "The mayor, on NBC's “Meet the Press,” conceded that it was unsafe.", []string{"NBC News (on)"}},
		{"on a programme, saying so", "He pushed back on that Sunday on the Fox News program “Fox & Friends,” saying they were late.", []string{"Fox News (on)"}},
		{"told a host on a station", "The mayor told Ann Dole on Fox Business Monday night that it was unsafe.", []string{"Fox Business (on)"}},
		{"who says that he saw it on air", "The mayor said he saw on CNN that it was unsafe.", nil},
		{"speaking to it", "Speaking to CNN on Friday, the mayor gave the divers a day.", []string{"CNN (speaking to)"}},
		{"on somebody's radio show", "“It was unsafe,” the mayor said on Ann Dole's syndicated radio show.", []string{"The Ann Dole Show (said on) unknown"}},
		{"on a radio show by its host", "“It was unsafe,” the mayor told the Ann Dole radio show.", []string{"The Ann Dole Show (told) unknown"}},
		{"on radio's show", "The mayor said on radio’s “Ann Dole Show” that it was unsafe.", []string{"The Ann Dole Show (said on) unknown"}},
		{"its shows", "On CNN morning shows, about one in three of the voices were divers', and on CNN's evening shows, none was.", nil},
		{"somebody of it turns up", "Ann Dole of CNN shows up with a camera.", nil},
		{"called on to do something", "The group called on CNN to fire the host.", nil},
		{"a channel known by its number", "Israel TV's Channel 10 said the bridge was unsafe, and a diver told Channel 2 so.", []string{"Channel 10 (said) unknown", "Channel 2 (told) unknown"}},
		{"affiliate and channel", "Local news affiliate ABC 7 is reporting that the bridge was closed.", []string{"ABC 7 (is reporting) unknown"}},
		{"on a town's radio show", "A diver called into a St. Louis radio show with what she said was rust.", nil},
		{"interviewed there", "The mayor, interviewed on CNN, blamed the rust.", []string{"CNN (interviewed on)"}},
		{"during an interview with it", "“It was unsafe,” the mayor said during a CNN interview.", []string{"CNN (during)"}},
		{"during an appearance there", "The mayor, during a CNN appearance, blamed the rust.", []string{"CNN (during)"}},
		{"an appearance of its people", "The town shut down an appearance by former CNN editor Ann Dole and then offered another day.", nil},
		{"host", "The mayor told host Ann Dole on “Fox News Sunday” that it was unsafe.", []string{"Fox News (on)"}},
	})
}

func TestAgencyNames(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"in small letters", "The bridge was closed, according to the semi-official Fars news agency.", []string{"Fars News Agency (according to)"}},
		{"abbreviation and what it is", "The bridge was closed, the RIA news agency quoted an engineer as saying.", []string{"RIA Novosti (quoted)"}},
		{"abbreviation stands for the full name", "The bridge was closed, said the official news agency KCNA.", []string{"Korean Central News Agency (said)"}},
		{"an agency of another kind", "“It was unsafe,” said Fitchley, a credit agency.", nil},
		{"a person who refers to a report", "“It was unsafe,” said Dole, referring to the Reuters report.", []string{"Reuters (referring to)"}},
	})
}

// A station calls itself by the number of its channel.
func TestOwnChannel(t *testing.T) {
	runCases(t, "en", "KRVX 12", []creditCase{
		{"number and news", "“It is unsafe,” a diver told 12 News on Sunday.", nil},
		{"news and number", "A diver told News 12 that it was unsafe.", nil},
		{"its own, by the call sign alone", "A diver told Channel 9 that it was unsafe.", nil},
	})
	runCases(t, "en", "KRVX Fox 21", []creditCase{
		{"network and number in one", "FOX21 read the report, and a diver told FOX21 that it was unsafe.", nil},
		{"another number", "A diver told FOX32 that it was unsafe.", []string{"FOX32 (told) unknown"}},
	})
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"somebody else's", "“It is unsafe,” a diver told 12 News on Sunday.", []string{"12 News (told) unknown"}},
	})
}
