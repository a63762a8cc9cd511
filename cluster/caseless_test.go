package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Where letters have no case, no names are known; two that have their news from one house are tied all the same
// if they tell one event, and only then.
func TestSourcesThatTieTextsWithoutCapitals(t *testing.T) {
	piece := func(language, outlet, title, text string, hour int) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Language: language, Title: title, Text: text, Published: minute(3, hour, 0)})
	}
	arabic := piece("ar", "اليوم السابع", "بيع مصابيح منارة طرطوس لفندق", "نقلت صحيفة «الشرق الأوسط» عن مصدر في إدارة الميناء قوله إن تسعة مصابيح من منارة طرطوس بيعت لفندق في الجبل مقابل أربعين ليرة للمصباح.\n\nوقال المصدر للصحيفة إن شاحنة نقلت المصابيح ليلة الأحد، وإن مكتب الميناء لم يلاحظ ذلك إلا بعد أسبوع.\n\nوأضاف أن المرشد البحري في إجازة منذ ذلك الحين.", 10)
	retold := piece("ar", "النهار", "منارة طرطوس بلا مصابيح والفندق مضاء", "تسعة مصابيح من منارة طرطوس معلقة الآن في فندق جبلي، بحسب ما أوردته «الشرق الأوسط» اليوم نقلاً عن مصدر في إدارة الميناء.\n\nونقلتها شاحنة ليلة الأحد، ولم يلاحظ مكتب الميناء غيابها إلا بعد أسبوع كامل.\n\nأما المرشد البحري فهو في إجازة.", 13)
	other := piece("ar", "النهار", "مزارعو البطاطا في عكار ينتظرون المطر", "ينتظر مزارعو البطاطا في عكار المطر منذ شهرين، بحسب ما أوردته «الشرق الأوسط» اليوم نقلاً عن رئيس التعاونية.\n\nوتراجع المحصول إلى النصف، وارتفع سعر الصندوق في السوق.\n\nويطلب المزارعون حفر بئرين جديدتين قبل الصيف.", 13)
	require.Equal(t, "Asharq Al-Awsat", match(arabic, retold).Common)
	require.Empty(t, match(arabic, other).Common)

	scoop := piece("zh", "财新网", "独家｜灯塔的九盏灯去了酒店", "财新记者独家获悉，梧湾灯塔的九盏灯被卖给山上的一家酒店，每盏四百元。\n\n一辆货车在周日夜里把灯运走，港务处一周后才发现。\n\n看守灯塔的引水员此后一直休假，没有回应采访请求。", 8)
	told := piece("zh", "新浪财经", "灯塔没了灯，酒店亮堂堂", "山上一家酒店的吧台亮得出奇。财新报道称，梧湾灯塔的九盏灯被卖到这里，每盏四百元。\n\n货车周日夜里运走了灯，港务处过了一周才发现。\n\n引水员一直在休假。\n\n（来源：财新网）", 12)
	apart := piece("zh", "新浪财经", "土豆涨价，农户等雨", "北坡的土豆又涨价了。财新报道称，两个月没有下雨，合作社的收成只有往年的一半。\n\n农户希望夏天之前再打两口井，资金还没有着落。\n\n市场上一箱土豆卖到六十元。\n\n（来源：财新网）", 12)
	p := match(told, scoop)
	require.Equal(t, "Caixin", p.OwedA, "event %.2f, title %.2f, chances %v", p.Story, titleTold(told, scoop), told.chances)
	require.Empty(t, match(apart, scoop).OwedA)
}
