package archive

import (
	"context"

	"wiretrace/row"
)

// Story stores a story, in place of what was stored of it before, but for when
// it was first seen, and, if it is as it was, in which run it changed. One that
// was merged before is its own again.
func (n *Night) Story(s *row.Story) error {
	return n.exec(`INSERT INTO stories (id, headline, articles, outlets, clusters, own_reports, first_published, last_published,
		first_seen, last_changed_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, articles = excluded.articles, outlets = excluded.outlets,
		clusters = excluded.clusters, own_reports = excluded.own_reports, first_published = excluded.first_published,
		last_published = excluded.last_published, merged_into = NULL,
		last_changed_run = CASE WHEN (headline, articles, outlets, clusters, own_reports, first_published, last_published, merged_into)
			IS (excluded.headline, excluded.articles, excluded.outlets, excluded.clusters, excluded.own_reports,
			excluded.first_published, excluded.last_published, NULL) THEN last_changed_run ELSE excluded.last_changed_run END`,
		s.ID, orNull(s.Headline), int64(s.Articles), int64(s.Outlets), int64(s.Clusters), int64(s.OwnReports),
		orNull(s.FirstPublished), orNull(s.LastPublished), n.began, n.run)
}

// MergeStory does for stories what Merge does for clusters.
func (n *Night) MergeStory(from, into string) error { return n.merge(storyGroup, from, into) }

// DropEmptyStories forgets the stories that no article is of any more.
func (n *Night) DropEmptyStories() error {
	return n.exec("DELETE FROM stories WHERE NOT EXISTS (SELECT 1 FROM articles x WHERE x.story = coalesce(stories.merged_into, stories.id))")
}

// Stories does for stories what Clusters does for clusters.
func (a *Archive) Stories(ctx context.Context, use func(id string, firstSeen int64, mergedInto string) error) error {
	return a.groups(ctx, storyGroup, use)
}

// A ListedStory is a Story as the archive has it.
type ListedStory struct {
	row.Story
	FirstSeen   string // ISO 8601
	LastChanged int64  // run
	MergedInto  string // id; empty for one that is
}

const storyColumns = `id, headline, articles, outlets, clusters, own_reports, first_published, last_published,
	first_seen, last_changed_run, merged_into`

func (r columns) story() *ListedStory {
	return &ListedStory{
		Story: row.Story{
			ID: r.text(0), Headline: r.text(1), Articles: int(r.whole(2)), Outlets: int(r.whole(3)), Clusters: int(r.whole(4)),
			OwnReports: int(r.whole(5)), FirstPublished: r.text(6), LastPublished: r.text(7),
		},
		FirstSeen: r.text(8), LastChanged: r.whole(9), MergedInto: r.text(10),
	}
}

// NewestStories does for stories what NewestClusters does for clusters.
func (a *Archive) NewestStories(ctx context.Context, limit int, use func(*ListedStory) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error { return use(r.story()) },
			"SELECT "+storyColumns+" FROM stories WHERE merged_into IS NULL ORDER BY last_changed_run DESC, articles DESC, id LIMIT ?", limited(limit))
	})
}

// showStory finds a story by its id, with its articles and their links.
func showStory(ctx context.Context, s *session, id string) (*Shown, error) {
	story, err := findStory(ctx, s, id)
	if story == nil || err != nil {
		return nil, err
	}
	found := &Shown{Kind: "story", ID: id, Story: story}
	if story.MergedInto != "" {
		into, err := findStory(ctx, s, story.MergedInto)
		if err != nil {
			return nil, err
		}
		if into != nil {
			found.Story, found.Merged, found.ID = into, true, into.ID
		}
	}
	return found, found.load(ctx, s, "story = ?", found.ID)
}

func findStory(ctx context.Context, s *session, id string) (story *ListedStory, err error) {
	err = s.query(ctx, func(r columns) error { story = r.story(); return nil }, "SELECT "+storyColumns+" FROM stories WHERE id = ?", id)
	return story, err
}
