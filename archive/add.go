package archive

import "fmt"

// An Article is one that was read tonight, as Add stores it. Number, Run and
// FirstSeen of its Head are given by Add; Rep may be 0, its own number.
type Article struct {
	Head
	Mark    uint64 // hash of id and content, to know it again
	Content uint64 // hash of the record's raw bytes if it gave this article alone; else 0

	Domain, Published, Title, Byline, Language, URL string
	Words                                           int

	Digest, Text []byte    // as Stored gives them
	Keys         [6][]byte // the kinds of Small, then those of Large
}

// Add stores an article and returns its number. The id must not be taken.
func (n *Night) Add(x *Article) (int64, error) {
	number := n.next
	rep := x.Rep
	if rep == 0 {
		rep = number
	}
	var from, to any
	if x.From != 0 || x.To != 0 {
		from, to = x.From, x.To
	}
	var record any
	if x.Record != 0 {
		record = int64(x.Record)
	}
	err := n.exec(`INSERT INTO articles (number, id, cluster, family, outlet, domain, published, title, byline, language, words,
		url, file, record, first_seen, run, published_from, published_to, representative, hash, mark, content)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number, x.ID, orNull(x.Cluster), orNull(x.Family), orNull(x.Outlet), orNull(x.Domain), orNull(x.Published), orNull(x.Title),
		orNull(x.Byline), orNull(x.Language), int64(x.Words), orNull(x.URL), x.File, record, n.began, n.run, from, to, rep,
		numberOrNull(x.Hash), numberOrNull(x.Mark), numberOrNull(x.Content))
	if err != nil {
		return 0, fmt.Errorf("add %s: %w", x.ID, err)
	}
	for group := range KeyGroup(2) {
		table, column := group.table()
		n.buffer = packKeys(n.buffer, number, [3][]byte(x.Keys[3*group:]))
		if err := n.exec("INSERT INTO "+table+" (number, "+column+") VALUES (?, ?)", number, n.buffer); err != nil {
			return 0, err
		}
	}
	if err := n.exec("INSERT INTO stored (number, checksum, digest, text) VALUES (?, ?, ?, ?)",
		number, checksum(number, x.Digest, x.Text), x.Digest, x.Text); err != nil {
		return 0, err
	}
	n.next++
	return number, nil
}
