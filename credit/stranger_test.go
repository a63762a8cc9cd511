package credit

import "testing"

func TestStrangers(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"told", "“It was unsafe,” one of them told The Spindle. The Spindle said rust was known.", []string{"The Spindle (them told) unknown", "The Spindle (said) unknown"}},
		{"named before it is told", "According to The Spindle, rust was known. One of them told The Spindle that it was.", []string{"The Spindle (according to) unknown", "The Spindle (them told) unknown"}},
		{"reports within a sentence", "On Thursday, The Spindle reported that the bridge was closed.", []string{"The Spindle (reported) unknown"}},
		{"cited", "The Verge reported the closure, citing The Spindle.", []string{"The Verge (reported)", "The Spindle (citing) via The Verge unknown"}},
		{"an organisation", "Rust was known, according to The Spindle.", nil},
		{"at the begin of a sentence", "The Spindle reported that the bridge was closed.", nil},
		{"behind what it is, without an article", "The bridge was closed, according to a story by tech publication The Spindle.", []string{"The Spindle (according to) unknown"}},
		{"carried first", "The Verge reported the closure, citing a story first carried by trade publication The Spindle.", []string{"The Verge (reported)", "The Spindle (first carried by) via The Verge unknown"}},
		{"advanced by", "The bridge was closed, as advanced by the specialized medium The Spindle.", []string{"The Spindle (as advanced by) unknown"}},
		{"between commas, behind what it is", "A British newspaper, The Mirror, cited an engineer who saw rust.", []string{"Daily Mirror (cited)"}},
		{"told a weekly", "An engineer told the Marlow Weekly that rust was known.", []string{"Marlow Weekly (told) unknown"}},
		{"an address given every week", "The mayor said in the weekly CDF address that rust was known.", nil},
		{"an official gazette", "The closure was published in the Federal Register on Monday.", nil},
		{"told a site", "A diver told Spindlewire.com that it was unsafe. According to Spindlewire.com, rust was known.", []string{"Spindlewire.com (told) unknown", "Spindlewire.com (according to) unknown"}},
		{"a site reported", "Rust was known, Spindlewire.com reported Friday.", []string{"Spindlewire.com (reported) unknown"}},
		{"a site's figures", "Rust costs a million, according to Spindlewire.com.", nil},
		{"a scholarly journal", "A study published in the Journal of Bridge Engineering found rust, and The Wall Street Journal reported it.", []string{"The Wall Street Journal (reported)"}},
		{"what was wrong before", "An earlier version of this story incorrectly cited The Guardian. A previous version misstated what Reuters reported.", nil},
		{"a version of something else", "An earlier version of the plan was obtained by The Guardian.", []string{"The Guardian (obtained by)"}},
		{"a book by one of its people", "The bridge is in a book written by the Washington Post editor Ann Dole.", nil},
		{"written for it", "The letter, written by The Guardian, says that it was unsafe.", []string{"The Guardian (written by)"}},
		{"a place within the name", "The bridge was closed, an article from the Marlow (Ky.) Record shows.", []string{"Marlow Record (article from) unknown"}},
		{"words in brackets", "The bridge was closed (as Nora Said) Record numbers of divers told nobody.", nil},
		{"who draws for it", "Charlie Hebdo cartoonist Ann Dole said the bridge was unsafe.", nil},
		{"where the text first appeared", "The bridge was closed.\nThis article originally appeared on Corran Express: Bridge closed", []string{"Corran Express (credit line) unknown"}},
		{"where the text first appeared, in furniture", "The bridge was closed.\nchrome|Originally published by the Corran Vale Spindle.", []string{"Corran Vale Spindle (credit line) unknown"}},
		{"in a house's journal", "The bridge was closed.\nThis piece originally appeared in the Corran Institute's Spindle Journal.", []string{"Spindle Journal (credit line) unknown"}},
		{"in a house's journal, furniture", "The bridge was closed.\nchrome|Reprinted with permission from the Corran Institution’s Spindle Review.", []string{"Spindle Review (credit line) unknown"}},
		{"in a known paper's magazine", "The bridge was closed.\nThis piece originally appeared in The Guardian's Spindle Magazine.", []string{"The Guardian (credit line)"}},
		{"in a house's newsletter", "The bridge was closed.\nThis piece originally appeared in the Corran Institute's newsletter.", []string{"Corran Institute (credit line) unknown"}},
		{"a newsletter and its platform", "The bridge was closed, as first reported by Ada Lorne in her Substack newsletter Low Tide.", []string{"Low Tide (as first reported by) unknown"}},
		{"the same behind the", "The closure was first reported on the Substack newsletter Low Tide.", []string{"Low Tide (reported on) unknown"}},
		{"whose newsletter it is", "The bridge was closed, according to Low Tide, the newsletter of Ada Lorne.", []string{"Low Tide (according to) unknown"}},
		{"in the genitive", "Low Tide, Ada Lorne's newsletter, reported on Monday that the bridge was closed.", []string{"Low Tide (reported) unknown"}},
		{"a blog by somebody", "The bridge was closed, Low Tide, the blog by Ada Lorne, reported on Monday.", []string{"Low Tide (reported) unknown"}},
		{"a newsletter of a platform", "The closure was first reported by Low Tide, a Substack newsletter.", []string{"Low Tide (first reported by) unknown"}},
		{"a book of somebody", "The bridge was closed, according to Low Tide, the novel of Ada Lorne.", nil},
		{"who sends it", "The bridge was closed, according to Ada Lorne, the publisher of the newsletter.", nil},
		{"the newsletter of an office", "The bridge was closed, according to the newsletter of the town.", nil},
		{"a newsletter without a name", "The mayor wrote in his Substack newsletter that the bridge was closed.", []string{"Substack (wrote in) platform"}},
		{"a word before it that begins the sentence", "Yesterday Low Tide, a local blog, reported that the bridge was closed.", []string{"Low Tide (reported) unknown"}},
		{"where a mistake first appeared", "The bridge was closed.\nThe mistake first appeared in Update 4.", nil},
	})
}

func TestUnnamedWires(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"at the top", "Staff and wire reports\nThe bridge was closed.", []string{"unnamed wires (byline) unknown"}},
		{"at the foot", "The bridge was closed.\nThis article is based in part on wire service reports.", []string{"unnamed wires (credit line) unknown"}},
		{"wires of another kind", "The bridge hangs on wires.\nIt was closed.", nil},
	})
}
