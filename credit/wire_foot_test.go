package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestLinesAtTheFoot(t *testing.T) {
	const bio = "— Nora Dole is a fellow at the Marlow Institute and writes a column."
	for _, c := range []struct {
		name, outlet, text string
		want               []string
	}{
		// Who has the rights.
		{"a syndicate behind a life", "National Review", body + bio + " © 2017 Tribune Content Agency, LLC", []string{"Tribune Content Agency (credit line)"}},
		{"with the word", "National Review", body + bio + " Copyright © 2017 Tribune Content Agency, LLC.", []string{"Tribune Content Agency (credit line)"}},
		{"the syndicate of a paper", "National Review", body + bio + " Copyright (c) 2017, The Washington Post Writers Group", []string{"The Washington Post (credit line)"}},
		{"with what is reserved", "National Review", body + bio + " © 2018 by The Boston Globe. All rights reserved.", []string{"The Boston Globe (credit line)"}},
		{"links below it", "National Review", body + bio + " © 2018 The Boston Globe\nREAD MORE:\nRust and Us", []string{"The Boston Globe (credit line)"}},
		{"its own", "The Boston Globe", body + bio + " © 2018 The Boston Globe", nil},
		{"the author's", "National Review", body + bio + " © 2018 Nora Dole", nil},
		{"a picture's, without a year", "National Review", body + "The bridge at dusk as the ferry leaves for the north bank. © The Boston Globe", nil},
		{"amid the prose", "National Review", bio + " © 2018 The Boston Globe\n" + body + body, nil},
		{"a book's", "National Review", body + "From the book on bridges that she wrote. Copyright © 2017 by Nora Dole. Reprinted by arrangement with Marlow House.", nil},

		// Whose text a syndicate sells.
		{"a paper that nobody knows", "National Review", body + "©2025 The Corran Echo. Visit corranecho.com. Distributed by Tribune Content Agency, LLC.", []string{"Corran Echo (credit line) unknown", "Tribune Content Agency (credit line)"}},
		{"with its place", "National Review", body + "(c)2025 Corran Vale Times (Corran, Vt.) Distributed by Tribune News Service", []string{"Corran Vale Times (credit line) unknown", "Tribune News Service (credit line)"}},
		{"a saint's town", "National Review", body + "Copyright 2025 St. Corran Times-Echo. Distributed by Tribune Content Agency", []string{"St. Corran Times-Echo (credit line) unknown", "Tribune Content Agency (credit line)"}},
		{"a paper that is known", "National Review", body + "copyright|©2025 The Boston Globe. Distributed by Tribune Content Agency, LLC.", []string{"The Boston Globe (credit line)", "Tribune Content Agency (credit line)"}},
		{"a columnist", "National Review", body + "©2025 Nora Dole. Distributed by Creators Syndicate.", []string{"Creators Syndicate (credit line)"}},
		{"its own, sold to others", "Corran Echo", body + "©2025 The Corran Echo. Distributed by Tribune Content Agency, LLC.", []string{"Tribune Content Agency (credit line)"}},
		{"nobody sells it", "National Review", body + "©2025 The Corran Echo. All rights reserved.", nil},

		// Who belongs to the house that made it is not asked.
		{"a house of several", "The Boston Globe", body + "\nThis story was produced by the Gull Coast Newsroom, a collaboration among WVRT, KCOB in Cole Bayou and NPR.", []string{"Gull Coast Newsroom (credit line) unknown"}},

		{"a sentence about another house of several", "The Boston Globe", body + "\nThe Gull Group, a coalition of ferrymen and others, praised the works, telling Ad Age that they were good.", []string{"Advertising Age (telling)"}},

		// At which house somebody is to be reached.
		{"a columnist at his paper", "Detroit Free Press", body + "Leonard Marrow is a columnist for The Miami Herald, 1 Herald Plaza. Readers may contact him via e-mail at lmarrow@miamiherald.com.", []string{"Miami Herald (credit line)"}},
		{"tips for a reporter of another site", "Fox News", body + "Follow Eric on Twitter, and send story tips to erico@dailycaller.com.", []string{"The Daily Caller (credit line)"}},
		{"a reporter of a network paper", "USA TODAY", body + "Energy Reporter Sammy Marrow can be reached at Sammy.Marrow@azcentral.com, (760) 555-0142.", []string{"The Arizona Republic (credit line)"}},
		{"of a paper whose full name has its town", "The Examiner", body + "Angus Marrow. Court reporter at The Examiner. Got a tip? amarrow@examiner.com.au", nil},
		{"of nobody knows which house", "", body + "Leonard Marrow is a columnist. Readers may contact him via e-mail at lmarrow@miamiherald.com.", nil},
		{"of the house itself", "Fox News", body + "Email the author, Eric Marrow, at emarrow@foxnews.com.", nil},
		{"at a portal", "National Review", body + "You can write to Jonah Marrow at marrow@aol.com.", nil},
		{"at an institute", "National Review", body + "Margot Marrow teaches law and can be reached at mmarrow@nd.edu.", nil},
		{"a desk", "Fox News", body + "Send letters to letters@nytimes.com.", nil},
		{"an account", "Fox News", body + "Follow Eric Marrow @ericmarrow and @nytimes.com for more.", nil},
		{"amid the prose", "Fox News", "Eric Marrow could be reached at emarrow@nytimes.com.\n" + body + "The council, which met for four hours on Monday evening, has asked for a second opinion from outside.", nil},

		// What its house is.
		{"a pool of reporters", "The Post and Courier", body + "Nora Dole is a Report for America corps member who covers roads for the paper.", []string{"Report for America (credit line) pool"}},
		{"a reporter of a service", "Harlow Echo", body + "chrome|Nora Dole is a Local Democracy Reporter", []string{"Local Democracy Reporting Service (credit line)"}},
		{"such a reporter in the text", "Harlow Echo", "A Local Democracy Reporter asked the town for the papers.\n" + body, nil},
		{"a pool in a sentence of the text", "The Post and Courier", "Nora Dole spoke of Report for America in the library.\n" + body, nil},
		{"a service that introduces itself", "NPR", body + "Kaiser Health News is an editorially independent news service that is part of a foundation.", []string{"KFF Health News (credit line)"}},
		{"with its initials", "NPR", body + "Kaiser Health News (KHN) is a national health policy news service.", []string{"KFF Health News (credit line)"}},
		{"a newsroom", "Salon", body + "ProPublica is a nonprofit newsroom that investigates abuses of power. Sign up for its newsletter.", []string{"ProPublica (credit line)"}},
		{"a national newsroom", "NPR", body + "KFF Health News is a national newsroom that reports on health. This story is republished with its permission.", []string{"KFF Health News (credit line)"}},
		{"one that the text is about", "Salon", "ProPublica asked the town for the papers.\n" + body + "ProPublica is a nonprofit newsroom.", nil},
		{"a paper that is described", "Salon", body + "The Guardian is a newspaper that many read in the town.", nil},
		{"a radio station's own", "ProPublica", body + "ProPublica is a nonprofit newsroom that investigates abuses of power.", nil},
		{"amid the prose", "Salon", "ProPublica is a nonprofit newsroom that investigates abuses of power.\n" + body + "The council, which met for four hours on Monday evening, has asked for a second opinion from outside.", nil},

		// With whom it was made.
		{"a partnership", "NPR", body + "This story is part of a partnership between NPR and Kaiser Health News.", []string{"KFF Health News (credit line)"}},
		{"a reporting partnership", "NPR", body + "This story is part of a reporting partnership between NPR, WABE and Kaiser Health News.", []string{"WABE (credit line)", "KFF Health News (credit line)"}},
		{"partners to report it", "Vox", body + "Vox partnered with ProPublica and Kaiser Health News to report this story.", []string{"ProPublica (credit line)", "KFF Health News (credit line)"}},
		{"above the text", "Vox", "This article was produced in partnership with ProPublica, a nonprofit newsroom.\n" + body, []string{"ProPublica (credit line)"}},
		{"one that nobody knows", "Vox", "This story was published in partnership with the Corran Herald.\n" + body, []string{"Corran Herald (credit line) unknown"}},
		{"with two", "Vox", "This story was reported in collaboration with the Corran Herald and ProPublica.\n" + body, []string{"Corran Herald (credit line) unknown", "ProPublica (credit line)"}},
		{"a collaboration of two", "Vox", "This investigation was a collaboration between ProPublica and Vox.\n" + body, []string{"ProPublica (credit line)"}},
		{"for whom, and with whom", "Vox", "This article was produced for ProPublica’s Local Reporting Network in partnership with Vox.\n" + body, []string{"ProPublica (credit line)"}},
		{"published by both", "Vox", body + "This story is co-published with ProPublica.", []string{"ProPublica (credit line)"}},
		{"with who paid for it", "Vox", "This story was produced in partnership with the Corran Center.\n" + body, nil},
		{"a film made together", "Vox", "The film was produced in partnership with the BBC and shown on Monday.\n" + body, nil},
		{"a law made together", "Vox", "The rules were written in collaboration with the BBC, which pays for them.\n" + body, nil},
		{"a series of the house", "Vox", body + "This story is part of The Big Bridge, our home for outside opinion.", nil},
		{"a partnership of others", "Vox", body + "The bank announced a partnership with lenders such as the Marlow Bank.", nil},

		// Where it stood first.
		{"where it first appeared, behind the writer's paper", "National Review", body + "— Nora Dole is the editor of the Washington Free Beacon, where this column first appeared.", []string{"Washington Free Beacon (credit line)"}},
		{"where it first appeared, with another outlet behind it", "Townhall", body + "In the May issue of Townhall Magazine, where this article originally appeared, RedState's Jo Lind asks how it could be.", nil},
		{"published first, with the day", "USA TODAY", body + "First published in the Corran Echo, 3 May 2025.", []string{"Corran Echo (credit line) unknown"}},
		{"published first, by whom", "USA TODAY", body + "This article was first published by the Corran Echo. Read the original article here.", []string{"Corran Echo (credit line) unknown"}},
		{"published first in one that is known", "USA TODAY", body + "First published on The Guardian on May 3, 2025", []string{"The Guardian (credit line)"}},
		{"published first in a year", "USA TODAY", body + "First published in 1911, the book was read by all.", nil},
		{"published first as a serial", "USA TODAY", body + "The novel was first published in the Corran Echo in 1911.", []string{"Corran Echo (first published in) background unknown"}},
		{"posted across", "USA TODAY", "Cross-posted from the Corran Echo.\n" + body, []string{"Corran Echo (credit line) unknown"}},
		{"posted across from a site", "USA TODAY", "This piece is cross-posted from RustDispatch.\n" + body, []string{"RustDispatch (credit line) unknown"}},
		{"posted across elsewhere", "USA TODAY", "Cross-posted at The Corran Spindle.\n" + body, nil},
		{"by permission of a paper", "USA TODAY", body + "Reprinted by permission of the Corran Echo.", []string{"Corran Echo (credit line) unknown"}},
		{"by permission of a person", "USA TODAY", body + "Reprinted with permission from Nora Dole.", []string{"unnamed work (printed with permission) release"}},
		{"by whom and at which group's station", "USA TODAY", body + "This story was originally published by Nora Dole-Marrow with the Scripps News Group station in Corran.", nil},
		{"where it first ran", "USA TODAY", body + "This column first ran in the (Salem, Ore.) Statesman Journal.", []string{"Statesman Journal (credit line)"}},
		{"the owner's paper", "Fox News", "Editor's note: The following commentary originally appeared in the Marlow Institute's Harbour Journal.\n" + body, []string{"Harbour Journal (credit line) unknown"}},
		{"a site that nobody knows", "Fox News", "Editor's note: This column originally appeared on NoraDole.com.\n" + body, []string{"NoraDole.com (credit line) unknown"}},
		{"a site in small letters, at the line's end", "USA TODAY", body + "Originally published on bridgewatch.news.", []string{"bridgewatch.news (credit line) unknown"}},
		{"produced by whom, and passed on", "USA TODAY", body + "This story was produced by BridgeWatch and reviewed and distributed by Stacker.", []string{"BridgeWatch (credit line) unknown", "Stacker (credit line)"}},
		{"an office's report", "USA TODAY", body + "This report was produced by the Department of Bridges.", nil},
		{"produced by a person", "USA TODAY", body + "This story was produced by Nora Dole and edited by Carl Lund.", nil},
		{"a film's distributor", "USA TODAY", body + "The film was produced by Corran Pictures and distributed by Lionsgate.", nil},
		{"in the frame of the page, the house beside it", "USA TODAY", body + "chrome|This article originally appeared on BridgeWatch.org's website. Its content was created separately to USA TODAY.", []string{"BridgeWatch.org (credit line) unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, readCredits(t, article.Article{Outlet: c.outlet, Text: c.text}), c.text)
		})
	}
}
