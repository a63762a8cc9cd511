package quote_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/quote"
)

func TestQuotesChinese(t *testing.T) {
	runQuoteCases(t, "zh", []quoteCase{
		{
			"name before the verb", "大桥昨天关闭。市长王伟（53岁）表示：“我们在两根钢梁上发现了裂缝。”",
			[]string{"王伟 | 我们在两根钢梁上发现了裂缝。"},
		},
		{
			"verb behind", "“桥上的灯全灭了。”48岁的船工何秀莲说。",
			[]string{"何秀莲 | 桥上的灯全灭了。"},
		},
		{
			"interrupted", "“我们查了两遍，”工程师林国栋指出，“还是没有找到原因。”",
			[]string{"林国栋 | 我们查了两遍，", "林国栋 | 还是没有找到原因。"},
		},
		{
			"told the press, a day and a place behind the name", "港务局局长陶立清5日在新闻发布会上告诉记者：“航道周末恢复。”",
			[]string{"陶立清 | 航道周末恢复。"},
		},
		{
			"pronoun, then the title behind the family name",
			"渔民何秀莲在湖上住了四十年。她坦言：“上了岸反而睡不着。”\n\n镇长郑明远到过她家。“新房子夏天太热，”郑镇长说。",
			[]string{"何秀莲 | 上了岸反而睡不着。", "郑明远 | 新房子夏天太热，"},
		},
		{
			"traditional, corner marks", "縣長蘇惠芬強調，「橋樑下週一恢復通車。」她補充說：「費用由縣府負擔。」",
			[]string{"蘇惠芬 | 橋樑下週一恢復通車。", "蘇惠芬 | 費用由縣府負擔。"},
		},
		{
			"name from abroad, then its last part", "公司首席执行官蒂姆·霍兰德周二出席活动。霍兰德说：“工厂不会搬走。”",
			[]string{"蒂姆·霍兰德 | 工厂不会搬走。"},
		},
		{
			"a spokesman without a name", "“我们正在调查此事，”海事局发言人说。一名不愿透露姓名的居民表示：“没有人通知我们。”",
			[]string{"海事局发言人 | 我们正在调查此事，", "居民 | 没有人通知我们。"},
		},
		{
			"an outlet tells: nobody speaks", "《江口日报》报道称：“大桥将于周末恢复通车。”",
			nil,
		},
		{
			"scare quotes, names and titles", "这座“网红桥”建于1998年，人称“彩虹”。小说“渡口”写的就是这里。市长王伟表示，“双减”政策不会改变。",
			nil,
		},
		{
			"slogan on a wall", "墙上写着：“安全第一，预防为主。”桥头立着“禁止通行”的牌子。",
			nil,
		},
		{
			"clause between subject and verb", "工程师林国栋在接受本报采访时，回忆起那个夜晚，说：“水一下子漫了上来。”",
			[]string{"林国栋 | 水一下子漫了上来。"},
		},
		{
			"next paragraph goes on", "船工何秀莲说：“那年水很大。”\n\n“我们把船绑在树上，等了三天三夜。”",
			[]string{"何秀莲 | 那年水很大。", "何秀莲 | 我们把船绑在树上，等了三天三夜。"},
		},
		{
			"straight marks", "市长王伟说:\"桥会修好的。\"",
			[]string{"王伟 | 桥会修好的。"},
		},
		{
			"no family name that is known, but a trade before it once", "掌灯的厨师岩温叫数了数碗。\n\n“碗比客人还多出两只来。”岩温叫笑着说。",
			[]string{"岩温叫 | 碗比客人还多出两只来。"},
		},
		{
			"three signs that no trade stands before", "晚会办了三个小时。“灯到半夜才熄，人都没有散。”岩温叫笑着说。",
			[]string{" | 灯到半夜才熄，人都没有散。"},
		},
		{
			"a pronoun for whom the sentence before begins with", "“船头歪了一下。”舵手梁友田说。鼓手何家远在弯道落水。\n\n何家远自己游上了岸。“粥比奖杯先到。”他抹着脸说。",
			[]string{"梁友田 | 船头歪了一下。", "何家远 | 粥比奖杯先到。"},
		},
		{
			"a gesture before the colon", "陈惠兰是全场唯一湿透的人。“我带了三把伞。”她告诉记者。陈惠兰听了直摆手：“我那天走的是土路。”",
			[]string{"陈惠兰 | 我带了三把伞。", "陈惠兰 | 我那天走的是土路。"},
		},
		{
			"a gesture behind a comma, of one whom his body names", "有人问到灯，组委会的潘锦山答得干脆：“灯不会换，换了就不叫老街了。”",
			[]string{"潘锦山 | 灯不会换，换了就不叫老街了。"},
		},
		{
			"what is written, behind a comma", "桥头立着一块牌子，上面写着：“桥窄人多，请慢慢走。”",
			nil,
		},
		{
			"words told of somebody else", "专家认为，这种“慢生活”并不适合所有人。李明说起“老渡口”就停不下来。",
			nil,
		},
	})
}

func TestQuotesJapanese(t *testing.T) {
	runQuoteCases(t, "ja", []quoteCase{
		{
			"no comma between a trade, the family name and a first name in kana", "乗客の無職影山ツヤ子さん（81）は「嫁に来た日より長い旅だった」と笑った。気象台の石橋隆台長は「雲が三日動かなかった」と説明した。",
			[]string{"影山ツヤ子 | 嫁に来た日より長い旅だった", "石橋隆 | 雲が三日動かなかった"},
		},
		{
			"subject before", "渡し船の船長、宮下剛さん（43）は「橋の灯が全部消えた」と話した。",
			[]string{"宮下剛 | 橋の灯が全部消えた"},
		},
		{
			"subject behind", "「海に国境はない」とエラ・ハーストさんは語る。",
			[]string{"エラ・ハースト | 海に国境はない"},
		},
		{
			"sentence ends with the speaker", "大橋は5日から通行止めになった。「週明けには再開したい」と遠山一樹市長。",
			[]string{"遠山一樹 | 週明けには再開したい"},
		},
		{
			"name in full, then the family name", "遠山一樹市長は5日、「橋は安全だ」と強調した。遠山氏は「費用は市が負担する」とも述べた。",
			[]string{"遠山一樹 | 橋は安全だ", "遠山一樹 | 費用は市が負担する"},
		},
		{
			"no subject: who spoke last", "宮下剛さんは「橋の灯が全部消えた」と振り返る。「何も見えなかった」と話した。",
			[]string{"宮下剛 | 橋の灯が全部消えた", "宮下剛 | 何も見えなかった"},
		},
		{
			"somebody without a name", "市の担当者は「原因を調べている」と説明した。",
			[]string{"市の担当者 | 原因を調べている"},
		},
		{
			"pronoun", "宮下剛さんは船を降りた。彼は「もう海には出ない」と語った。",
			[]string{"宮下剛 | もう海には出ない"},
		},
		{
			"told ahead", "宮下剛さんはこう振り返る。「あの夜のことは今でも忘れられない」",
			[]string{"宮下剛 | あの夜のことは今でも忘れられない"},
		},
		{
			"an office in one run of signs", "河合春樹国土交通相は会見で「再発防止を徹底する」と述べた。",
			[]string{"河合春樹 | 再発防止を徹底する"},
		},
		{
			"titles, names and terms", "市は「みなと祭り」と題した催しを開いた。小説「渡し場」で知られる。「虹の橋」と呼ばれる橋だ。",
			nil,
		},
		{
			"scare quotes, slogans and signs", "「安全第一」と書かれた看板が立つ。いわゆる「幽霊船」は今も港にある。党は「海を守る」を掲げる。",
			nil,
		},
		{
			"voices without a speaker", "「早く直してほしい」といった声が相次いだ。「静かだ」との評判もある。",
			nil,
		},
		{
			"an outlet tells", "港新聞は「大橋が今週末に再開する」と報じた。",
			nil,
		},
		{
			"two who speak", "宮下剛さんは「灯が消えた」と言い、妻の里美さんは「怖かった」と話した。",
			[]string{"宮下剛 | 灯が消えた", "里美 | 怖かった"},
		},
		{
			"a title from abroad", "ハースト米大統領は声明で「同盟は揺るがない」と強調した。",
			[]string{"ハースト | 同盟は揺るがない"},
		},
		{
			"told by the face that he makes", "５年生の中村みおさん（１１）は浜で音を聞いた。「波が笑ったように見えた」と目を丸くした。",
			[]string{"中村みお | 波が笑ったように見えた"},
		},
	})
}

func TestQuotesKorean(t *testing.T) {
	runQuoteCases(t, "ko", []quoteCase{
		{
			"name, age, verb", "뱃사공 최만길(71) 씨는 \"다리의 불이 모두 꺼졌다\"고 말했다.",
			[]string{"최만길 | 다리의 불이 모두 꺼졌다"},
		},
		{
			"office behind the name, then the family name", "박도현 강진시장은 5일 기자회견에서 \"다리는 안전하다\"고 밝혔다. 박 시장은 \"비용은 시가 부담한다\"고 강조했다.",
			[]string{"박도현 | 다리는 안전하다", "박도현 | 비용은 시가 부담한다"},
		},
		{
			"joined by a particle", "박도현 시장은 \"다리는 안전하다\"며 \"주말에 다시 열겠다\"고 말했다.",
			[]string{"박도현 | 다리는 안전하다", "박도현 | 주말에 다시 열겠다"},
		},
		{
			"pronoun", "최만길씨(71)는 배를 팔았다. 그는 \"이제 바다에 나가지 않는다\"고 전했다.",
			[]string{"최만길 | 이제 바다에 나가지 않는다"},
		},
		{
			"goes on", "윤서정 의원은 \"조사가 필요하다\"고 지적했다. 이어 \"책임을 묻겠다\"고 덧붙였다.",
			[]string{"윤서정 | 조사가 필요하다", "윤서정 | 책임을 묻겠다"},
		},
		{
			"somebody without a name", "한 주민은 \"아무도 알려 주지 않았다\"고 토로했다. 시청 관계자는 “원인을 조사하고 있다”고 설명했다.",
			[]string{"주민 | 아무도 알려 주지 않았다", "시청 관계자 | 원인을 조사하고 있다"},
		},
		{
			"name from abroad", "엘런 하스트 미국 대통령은 \"동맹은 흔들리지 않는다\"고 강조했다. 하스트 대통령은 \"곧 방문하겠다\"고 했다.",
			[]string{"엘런 하스트 | 동맹은 흔들리지 않는다", "엘런 하스트 | 곧 방문하겠다"},
		},
		{
			"subject behind", "\"주말에 다시 열겠다\"고 박도현 시장은 말했다.",
			[]string{"박도현 | 주말에 다시 열겠다"},
		},
		{
			"titles, signs and names", "\"안전제일\"이라고 적힌 팻말이 서 있다. 소설 \"나루터\"가 출간됐다. \"무지개다리\"라고 불리는 다리다.",
			nil,
		},
		{
			"a thought", "박도현 시장은 \"직접 나서야겠다\"고 결심했다.",
			nil,
		},
		{
			"scare quotes", "이른바 '감자 은행'이 문을 열었다. \"유령 다리\" 논란이 커졌다.",
			nil,
		},
		{
			"an outlet tells", "항구일보는 \"다리가 주말에 다시 열린다\"고 보도했다.",
			nil,
		},
		{
			"professor of a university", "윤서정 한빛대 사회학과 교수는 \"배가 너무 낡았다\"며 우려를 나타냈다.",
			[]string{"윤서정 | 배가 너무 낡았다"},
		},
		{
			"whole sentences, then what the speaker does",
			"“등대 구경은 실컷 했다. 도시락을 안 싸 왔으면 굶을 뻔했다.” 딸과 함께 온 박솔비(41) 씨는 배에서 내리며 웃음을 터뜨렸다.",
			[]string{"박솔비 | 등대 구경은 실컷 했다. 도시락을 안 싸 왔으면 굶을 뻔했다."},
		},
		{
			"a side", "박솔비 교수는 “등대는 싸게 고칠 수 없다”고 말했다.\n\n시공사 측은 “계약은 지켰다”고 반박했다.",
			[]string{"박솔비 | 등대는 싸게 고칠 수 없다", "시공사 측 | 계약은 지켰다"},
		},
	})
}

func TestQuotesArabic(t *testing.T) {
	runQuoteCases(t, "ar", []quoteCase{
		{
			"verb, office, name", "وقال رئيس البلدية سالم الحمداني: \"وجدنا شقوقا في الجسر\".",
			[]string{"سالم الحمداني | وجدنا شقوقا في الجسر"},
		},
		{
			"office, comma, name; then its last word", "قالت مديرة الميناء، ليلى القاسمي، إن الجسر مغلق. وأضافت القاسمي: «لن نفتحه قبل يوم السبت».",
			[]string{"ليلى القاسمي | لن نفتحه قبل يوم السبت"},
		},
		{
			"no subject: who spoke last", "وأكد الوزير سالم الحمداني: \"الجسر آمن\". وأضاف: \"سنتحمل التكلفة\".",
			[]string{"سالم الحمداني | الجسر آمن", "سالم الحمداني | سنتحمل التكلفة"},
		},
		{
			"a spokesman with a name", "وأوضح المتحدث باسم وزارة النقل المهندس رياض الحلبي في بيان: «التحقيق مستمر».",
			[]string{"رياض الحلبي | التحقيق مستمر"},
		},
		{
			"a spokesman without", "وقال متحدث باسم الشرطة: \"لم يصب أحد بأذى\".",
			[]string{"متحدث باسم الشرطة | لم يصب أحد بأذى"},
		},
		{
			"what is said begins with that", "وقال سالم الحمداني إن \"الجسر سيعاد فتحه في نهاية الأسبوع\".",
			[]string{"سالم الحمداني | الجسر سيعاد فتحه في نهاية الأسبوع"},
		},
		{
			"verb behind", "\"كان الظلام دامسا فوق الجسر\"، قالت ليلى القاسمي.",
			[]string{"ليلى القاسمي | كان الظلام دامسا فوق الجسر"},
		},
		{
			"name before the verb", "الوزير سالم الحمداني قال لوكالة محلية: \"الجسر قديم\".",
			[]string{"سالم الحمداني | الجسر قديم"},
		},
		{
			"family name told in full elsewhere", "زار المهندس رياض الحلبي الميناء أمس. وصرّح الحلبي: \"العمل يبدأ غدا\".",
			[]string{"رياض الحلبي | العمل يبدأ غدا"},
		},
		{
			"an outlet tells", "وقالت صحيفة «الميناء»: \"يعاد فتح الجسر يوم السبت\".",
			[]string{" | يعاد فتح الجسر يوم السبت"},
		},
		{
			"titles and names", "عرض فيلم \"الجسر\" أمس. يعرف المكان باسم \"جسر قوس قزح\". وقال سالم الحمداني إن رواية \"العبّارة\" أعجبته.",
			nil,
		},
		{
			"scare quotes and slogans", "رفع المتظاهرون شعار \"البحر للجميع\". وأشار سالم الحمداني إلى ما سماه \"الجسر الشبح\".",
			nil,
		},
		{
			"from abroad", "وقال الرئيس الأميركي إيان هارست: “التحالف قائم”.",
			[]string{"إيان هارست | التحالف قائم"},
		},
		{
			"an office of a building, and a paper between marks that was told", "وقال حارس المنارة سامي عبد الكريم لـ«صوت الميناء»: «المصباح أنقذ السفينة، وساعتي هي المتأخرة».",
			[]string{"سامي عبد الكريم | المصباح أنقذ السفينة، وساعتي هي المتأخرة"},
		},
	})
}

// A headline that repeats what is said below has its speaker.
func TestHeadlinesReadByPhrases(t *testing.T) {
	text := "「橋の灯が全部消えた」大橋で停電\n宮下剛さんは「橋の灯が全部消えた。何も見えなかった」と話した。"
	end := len("「橋の灯が全部消えた」大橋で停電")
	require.Equal(t, []string{"宮下剛 | 橋の灯が全部消えた", "宮下剛 | 橋の灯が全部消えた。何も見えなかった"}, told(
		text, "ja",
		article.Block{Span: article.Span{End: end}, Kind: article.Headline},
		article.Block{Span: article.Span{Start: end + 1, End: len(text)}},
	))
}

// A text sixteen times as long takes nowhere near 256 times as long.
func TestReadingByPhrasesIsLinear(t *testing.T) {
	for code, unit := range map[string]string{
		"zh": "市长王伟说，她说：“好，”张三丰说，说说",
		"ja": "宮下剛さんは「灯が」と市長は話し、",
		"ko": "최만길 씨는 \"다리의 불\"이라며 박도현 시장은 ",
		"ar": "وقال سالم الحمداني: \"الجسر\"، وأضاف الوزير ",
	} {
		took := func(n int) time.Duration {
			text := strings.Repeat(unit, n)
			best := time.Hour
			for range 3 {
				start := time.Now()
				var words quote.Words
				quote.Find(nil, &words, &article.Article{Text: text, Language: code}, nil)
				best = min(best, time.Since(start))
			}
			return best
		}
		took(100)
		require.Less(t, took(9600), 100*took(600)+time.Second, code)
	}
}

// Whatever the text, quotations are in order, lie within it and cut no sign.
func FuzzPhrased(f *testing.F) {
	for _, seed := range [...]string{
		"沈桂芳说：“船上点的是自己家的灯。”她说，「『好』，好。」", "グラントさん（58）は「海に」と話す。「…」とX市長。", "최만석(71) 씨는 \"감자는\"이라고 말했다.",
		"وأضافت القرقوري لوكالة: «لم نصدق المشهد». قال: \"", "“”「」『』««»»\"\"", "他他说：“", "说说说说：：“。”", "（（（说“。”",
	} {
		for _, code := range [...]string{"zh", "ja", "ko", "ar"} {
			f.Add(seed, code)
		}
	}
	f.Fuzz(func(t *testing.T, text, code string) {
		if !utf8.ValidString(text) {
			return
		}
		var words quote.Words
		last := 0
		for _, q := range quote.Find(nil, &words, &article.Article{Text: text, Language: code}, nil) {
			require.LessOrEqual(t, last, q.Start)
			require.LessOrEqual(t, q.Start, q.End)
			require.LessOrEqual(t, q.End, len(text))
			require.True(t, utf8.ValidString(text[q.Start:q.End]) && utf8.ValidString(q.Speaker))
			last = q.End
		}
	})
}
