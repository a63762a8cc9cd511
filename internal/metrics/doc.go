// Package metrics writes what a run did as a file for Prometheus: in its text
// form, as the textfile collector of the node exporter takes it over.
package metrics
