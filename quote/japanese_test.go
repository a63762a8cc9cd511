package quote_test

import "testing"

// Names of two scripts.
func TestJapaneseMixedNames(t *testing.T) {
	runForeignCases(t, "ja", []foreignCase{
		{"桃を作る農家の谷島トメさん（79）は地元紙に「食べてくれたなら、それでいい」と語った。", []string{"谷島トメ | 食べてくれたなら、それでいい"}},
		{"近所の森田ゆう子さん（62）は「夜中に大きな音がして目が覚めた」と話した。", []string{"森田ゆう子 | 夜中に大きな音がして目が覚めた"}},
		{"運転手のケンさんは「夜中に大きな音がして目が覚めた」と話した。", []string{"ケン | 夜中に大きな音がして目が覚めた"}},
		{"女優アンさんは「夜中に大きな音がして目が覚めた」と話した。", []string{"アン | 夜中に大きな音がして目が覚めた"}},
	})
}
