// Package repo holds tests of the repository as a whole: that packages import
// only what comes before them, that code and documents keep to the conventions,
// that what documents claim is so.
package repo
