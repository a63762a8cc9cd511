package layout

import (
	"strings"
	"testing"

	"wiretrace/article"
)

// story is a made-up scrape of the usual length: 3 KB, 500 words.
var story = strings.Join([]string{
	"The Alder Falls Courant",
	"Home | News | Sports | Obituaries",
	"Council votes to close the old swing bridge after winter damage",
	"By Petra Halloran, Courant Staff",
	"Posted March 4, 2024 5:12 p.m.",
	"",
	"ALDER FALLS — The town council voted 5-2 on Monday night to close the swing bridge on Mill Street to cars, saying that the ice of the past two winters had cracked the east pier beyond what the town can pay to mend.",
	"",
	"\"Nobody on this board wanted to be the one to shut it,\" said council president Ingrid Sol, who voted for the closing. \"But the report is the report. You read page nine and you stop sleeping.\"",
	"",
	"The engineers' report, which the town commissioned in November, puts the cost of a new pier at $4.2 million, more than the whole of this year's road budget. A second option, a steel brace good for perhaps 10 years, would cost $900,000.",
	"",
	"Council members Roy Pender and Abigail Marsh voted no. Pender said the state had promised in 2019 to take over the bridge and should be held to it. \"We have a letter,\" he said. \"I have it framed.\"",
	"",
	"The swing bridge, built in 1908 by the Harrow Iron Works, carries about 3,100 cars a day between the mill district and the high school. It has not been opened for a boat since 1974, when the gears were welded after a barge stuck beneath it for two days.",
	"",
	"Advertisement",
	"",
	"Business owners on Mill Street filled the first three rows. Mo Farouk, who runs the hardware store at the west end, told the council that half his customers come from across the river. \"They are not going to drive six miles around to buy a hinge,\" he said.",
	"",
	"Others were relieved. Dana Whitaker, whose children walk across the bridge to school, said she had photographed a gap in the railing every month since last spring. The council agreed to keep the footpath open and to put up a temporary fence by April 1.",
	"",
	"Police Chief Luis Ortega said the closing would add four to six minutes to the time an ambulance needs from the station on Elm Street. He asked the council to pay for a second crew on the far side during the day, which would cost about $310,000 a year.",
	"",
	"The state Department of Transportation said in a statement that it was \"aware of the condition of the structure\" and would meet with town officials this month. A spokesman, Carl Brandt, declined to say whether the 2019 letter was binding.",
	"",
	"The bridge closes on March 18. A public meeting on what should take its place is planned for May 6 at 7 p.m. in the high school gym, Sol said. Until then, she added, \"take Route 9, and leave early.\"",
	"",
	"Read more: School board delays vote on later start",
	"Sign up for our free weekday newsletter.",
	"© 2024 The Alder Falls Courant. All rights reserved.",
}, "\n")

func BenchmarkLay(b *testing.B) {
	a := &article.Article{Text: story, Language: "en"}
	b.SetBytes(int64(len(story)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a)
	}
}

func BenchmarkLayOneLine(b *testing.B) {
	a := &article.Article{Text: strings.Repeat(strings.ReplaceAll(story, "\n", " ")+" ", 3000), Language: "en"}
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		Find(a)
	}
}
