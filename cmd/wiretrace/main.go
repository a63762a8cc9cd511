// Wiretrace finds out where a news story came from: it reads folders of
// scraped articles, finds those that derive from the same upstream report and
// writes which text was copied and which was original.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		ends = append(ends, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(context.Background(), ends...)
	context.AfterFunc(ctx, func() {
		stop() // a second signal ends the process at once
		time.Sleep(patience)
		fmt.Fprintln(os.Stderr, "wiretrace: interrupted; what was half written the next run clears away")
		os.Exit(exitInterrupted)
	})
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// patience is how long after a signal a process may tidy up. One that waits for
// a pipe, a disk or a text of megabytes ends then whatever it is at: as after a
// kill, the archive and the older report are whole.
const patience = 3 * time.Second
