// Package date reads the dates and times that scrapers, feeds, pages and
// bylines write, in figures or in words of some forty languages. It does not
// guess: what is not wholly understood is not understood.
package date
