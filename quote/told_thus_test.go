package quote_test

import "testing"

// A sentence behind what was said tells who said so.
func TestToldThus(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"da", "Broen ruster.\n\n»Jeg kører selv uden om den.«\n\nSådan lyder det fra den pensionerede ingeniør Mogens Lund om broen.", "Mogens Lund"},
		{"sv", "»Jag kör själv runt bron varje dag.«\n\nSå säger den pensionerade ingenjören Karl Lind om bron.", "Karl Lind"},
		{"de", "„Ich fahre selbst um die Brücke herum.“ So beschreibt Ingenieur Uwe Stark seinen Weg.", "Uwe Stark"},
		{"de", "„Ich fahre selbst um die Brücke herum.“ So war Uwe Stark schon immer.", ""},
	})
}

// An office stands for the one person beside whose name it stands.
func TestOfficeHolder(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"ja", "丘陵町の小坂井治町長は会見した。\n\n記者に問われると、町長は「毎日泳いでいたが、いい水だった」と述べた。", "小坂井治"},
		{"ja", "丘陵町の小坂井治町長と谷間町の森山実町長は会見した。\n\n町長は「毎日泳いでいたが、いい水だった」と述べた。", "町長"},
		{"zh", "市长王伟昨天到场。市长说：“我们在两根钢梁上发现了裂缝。”", "王伟"},
		{"zh", "副市长王伟昨天到场。市长说：“我们在两根钢梁上发现了裂缝。”", "市长"},
		{"ko", "김철수 군수는 19일 기자회견을 열었다. 군수는 “온천물이 참 좋았다고 생각한다”고 말했다.", "김철수"},
		{"ar", "ورد الوزير سالم الحلواني بأن الجسر سيفتح قريبا. وقال الوزير: «الجسر ذاكرة المدينة، ولا أحد يبيع ذاكرته».", "سالم الحلواني"},
	})
}

// Where the name in Arabic stands in commas behind the office, or behind the verb that opens the text.
func TestArabicNames(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"ar", "وقال رئيس اللجنة النقابية، عبد القادر الحلواني، «نفرح بالجسر حين يفرح الجسر بنا». وأكد أن العمل مستمر.", "عبد القادر الحلواني"},
		{"ar", "وصل عبد القادر أومليل من الجبل مع أبنائه، ودفع ثمن التذاكر. \"سافرنا يومين كاملين لنرى بابا مغلقا\"، يقول أومليل في حديث.", "عبد القادر أومليل"},
	})
}

// What is written as the names of outlets are is nobody in the nominative.
func TestHousedInCyrillic(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"ru", "— Горели куклы, а пахло карамелью, — рассказывает N7.RU швея Зинаида Ахтямова. Она выбежала в тапочках.", "Зинаида Ахтямова"},
		{"ru", "— Горели куклы, а пахло карамелью, — рассказывает Portal швея Зинаида Ахтямова. Она выбежала в тапочках.", "Зинаида Ахтямова"},
	})
}
