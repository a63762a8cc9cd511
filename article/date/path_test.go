package date

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestInPath(t *testing.T) {
	for in, want := range map[string]string{
		"https://islander.example/2024/05/14/ferry":                  "2024-05-14",
		"https://islander.example/2024/5/4/ferry":                    "2024-05-04",
		"https://islander.example/2024/may/14":                       "2024-05-14",
		"https://islander.example/news/2024-05-14-ferry":             "2024-05-14",
		"https://islander.example/news/20240514/ferry":               "2024-05-14",
		"https://islander.example/2024/05/14.html":                   "2024-05-14",
		"https://islander.example/2024/05/3-questions-to-the-master": "",
		"https://islander.example/2024/05/10th-boat":                 "",
		"https://islander.example/2024/05/ferry":                     "",
		"https://islander.example/ferry-20240514":                    "",
		"https://islander.example/2024/02/30/ferry":                  "",
		"night/2024-05-14/ferry.txt":                                 "2024-05-14",
		// As Chinese papers write it.
		"http://daily.example/politics/2024-05/14/c_1126.htm":                "2024-05-14",
		"https://daily.example/gn/2024/05-14/9203.shtml":                     "2024-05-14",
		"http://daily.example/n1/2024/0514/c1001-31735.html":                 "2024-05-14",
		"https://islander.example/2024/0514/ferry":                           "",
		"https://islander.example/2024/05-14-boats":                          "",
		"https://islander.example/2024-05/ferry/14":                          "",
		"https://islander.example/2024-13/14/ferry":                          "",
		"https://web.example/web/20120611/http://d.example/2012-06/04/c.htm": "2012-06-04",
		// The day first, where it can be no month.
		"https://islander.example/news/14-05-2024":          "2024-05-14",
		"https://islander.example/news/14.05.2024-ferry/17": "2024-05-14",
		"https://islander.example/news/05-04-2024-ferry":    "",
		"https://islander.example/news/ferry-14-05-2024":    "",
		"https://islander.example/news/14-05-20245":         "",
		"https://islander.example/news/31-02-2024":          "",
		"night/14-05-2024/ferry.txt":                        "2024-05-14",
	} {
		got, _ := InPath(in)
		require.Equal(t, want, got.String(), in)
	}
}

func TestMonthInPath(t *testing.T) {
	for in, want := range map[string]time.Month{
		"https://islander.example/2024/05/ferry":    5,
		"https://islander.example/2024/05/14/ferry": 5,
		"https://islander.example/news/2024/05/":    5,
		"https://islander.example/2024/13/ferry":    0,
		"https://islander.example/2024-05/ferry":    0,
		"https://islander.example/1024/05/ferry":    0,
		"https://islander.example/a/20240/05/ferry": 0,
		"": 0,
	} {
		_, month, ok := MonthInPath(in)
		require.Equal(t, want, month, in)
		require.Equal(t, want != 0, ok, in)
	}
}
