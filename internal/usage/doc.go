// Package usage asks the system what this process has cost so far.
package usage
