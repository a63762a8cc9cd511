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
		{"where the text first appeared", "The bridge was closed.\nThis article originally appeared on Corran Express: Bridge closed", []string{"Corran Express (credit line) unknown"}},
		{"where the text first appeared, in furniture", "The bridge was closed.\nchrome|Originally published by the Corran Vale Spindle.", []string{"Corran Vale Spindle (credit line) unknown"}},
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
