package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

const completionHead = `Usage: wiretrace completion SHELL

Prints a script by which bash, zsh, fish or powershell completes the commands and
flags of wiretrace at the tab key.

Examples:
  wiretrace completion bash > ~/.local/share/bash-completion/completions/wiretrace
  wiretrace completion zsh > "${fpath[1]}/_wiretrace"
  wiretrace completion fish > ~/.config/fish/completions/wiretrace.fish
  wiretrace completion powershell >> $PROFILE`

var shells = []string{"bash", "zsh", "fish", "powershell"}

func runCompletion(_ context.Context, args []string, s streams) (int, error) {
	f, err := parse("completion", completionHead, args, s, func(*pflag.FlagSet) {})
	if err != nil {
		return 0, err
	}
	if f.NArg() != 1 {
		return 0, usage("it takes one SHELL: %s", strings.Join(shells, ", "))
	}
	script, ok := map[string]func() string{
		"bash": bashScript, "zsh": zshScript, "fish": fishScript, "powershell": powershellScript, "pwsh": powershellScript,
	}[f.Arg(0)]
	if !ok {
		return 0, usage("unknown shell %q%s: %s", f.Arg(0), hint(f.Arg(0), shells), strings.Join(shells, ", "))
	}
	_, err = io.WriteString(s.out, script())
	return exitDone, err
}

// Texts of flags and commands are written for people and hold quotation marks; each
// shell has its way of keeping them.

// inQuotes puts a text between single quotation marks for bash, zsh and fish.
func inQuotes(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

func bashScript() string {
	var flags, valued, words strings.Builder
	for _, c := range commands() {
		d := c.describe()
		names := []string{"--help"}
		d.flags(func(f *pflag.Flag) {
			names = append(names, "--"+f.Name)
			if list := values(f); len(list) > 0 {
				fmt.Fprintf(&valued, "        '%s --%s') words='%s' ;;\n", c.name, f.Name, strings.Join(list, " "))
			}
		})
		fmt.Fprintf(&flags, "            %s) words='%s' ;;\n", c.name, strings.Join(names, " "))
		if list := c.words(); len(list) > 0 {
			fmt.Fprintf(&words, "            %s) words='%s' ;;\n", c.name, strings.Join(list, " "))
		}
	}
	return fmt.Sprintf(`# Completes wiretrace in bash; made by 'wiretrace completion bash'.
_wiretrace() {
    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W '%s help' -- "$word"))
        return
    fi
    case "$command ${COMP_WORDS[COMP_CWORD-1]}" in
%s    esac
    if [ -z "$words" ]; then
        case "$word" in
        -*) case "$command" in
%s            esac ;;
        *) [ "$COMP_CWORD" -eq 2 ] && case "$command" in
%s            esac ;;
        esac
    fi
    [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _wiretrace wiretrace
`, strings.Join(commandNames(), " "), valued.String(), flags.String(), words.String())
}

func zshScript() string {
	// In an _arguments specification brackets hold the text and colons part fields.
	text := func(s string) string {
		return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, ":", `\:`).Replace(s)
	}
	var names, cases strings.Builder
	for _, c := range commands() {
		fmt.Fprintf(&names, "        %s\n", inQuotes(c.name+":"+strings.ReplaceAll(c.summary, ":", `\:`)))
		d := c.describe()
		fmt.Fprintf(&cases, "    %s)\n        _arguments -s \\\n            '--help[print help]' \\\n", c.name)
		d.flags(func(f *pflag.Flag) {
			value := ""
			if takesValue(f) {
				name, _ := pflag.UnquoteUsage(f)
				value = ":" + name + ":_files"
				if list := values(f); len(list) > 0 {
					value = ":" + name + ":(" + strings.Join(list, " ") + ")"
				}
			}
			fmt.Fprintf(&cases, "            %s \\\n", inQuotes("--"+f.Name+"["+text(brief(f))+"]"+value))
			if f.Shorthand != "" {
				fmt.Fprintf(&cases, "            %s \\\n", inQuotes("-"+f.Shorthand+"["+text(brief(f))+"]"+value))
			}
		})
		if list := c.words(); len(list) > 0 {
			fmt.Fprintf(&cases, "            '1: :(%s)' \\\n", strings.Join(list, " "))
		}
		cases.WriteString("            '*:file:_files'\n        ;;\n")
	}
	return fmt.Sprintf(`#compdef wiretrace
# Completes wiretrace in zsh; made by 'wiretrace completion zsh'.
_wiretrace() {
    local -a names
    names=(
%s    )
    if (( CURRENT == 2 )); then
        _describe command names
        return
    fi
    local name=$words[2]
    shift words
    (( CURRENT-- ))
    case $name in
%s    esac
}
if [ "$funcstack[1]" = _wiretrace ]; then
    _wiretrace "$@"
else
    compdef _wiretrace wiretrace
fi
`, names.String(), cases.String())
}

func fishScript() string {
	var b strings.Builder
	b.WriteString("# Completes wiretrace in fish; made by 'wiretrace completion fish'.\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "complete -c wiretrace -n __fish_use_subcommand -f -a %s -d %s\n", c.name, inFish(c.summary))
		condition := inFish("__fish_seen_subcommand_from " + c.name)
		d := c.describe()
		d.flags(func(f *pflag.Flag) {
			fmt.Fprintf(&b, "complete -c wiretrace -n %s -l %s", condition, f.Name)
			if f.Shorthand != "" {
				b.WriteString(" -s " + f.Shorthand)
			}
			if list := values(f); len(list) > 0 {
				fmt.Fprintf(&b, " -x -a %s", inFish(strings.Join(list, " ")))
			} else if takesValue(f) {
				b.WriteString(" -r -F")
			}
			fmt.Fprintf(&b, " -d %s\n", inFish(brief(f)))
		})
		if list := c.words(); len(list) > 0 {
			fmt.Fprintf(&b, "complete -c wiretrace -n %s -a %s\n", condition, inFish(strings.Join(list, " ")))
		}
	}
	return b.String()
}

// inFish puts a text between single quotation marks for fish.
func inFish(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}

func powershellScript() string {
	quoted := func(list []string) string {
		list = slices.Clone(list)
		for i := range list {
			list[i] = "'" + strings.ReplaceAll(list[i], "'", "''") + "'"
		}
		return strings.Join(list, ", ")
	}
	var flags, valued, words strings.Builder
	for _, c := range commands() {
		d := c.describe()
		names := []string{"--help"}
		d.flags(func(f *pflag.Flag) {
			names = append(names, "--"+f.Name)
			if list := values(f); len(list) > 0 {
				fmt.Fprintf(&valued, "        '%s --%s' = @(%s)\n", c.name, f.Name, quoted(list))
			}
		})
		fmt.Fprintf(&flags, "        '%s' = @(%s)\n", c.name, quoted(names))
		if list := c.words(); len(list) > 0 {
			fmt.Fprintf(&words, "        '%s' = @(%s)\n", c.name, quoted(list))
		}
	}
	return fmt.Sprintf(`# Completes wiretrace in PowerShell; made by 'wiretrace completion powershell'.
Register-ArgumentCompleter -Native -CommandName wiretrace -ScriptBlock {
    param($word, $ast, $position)
    $flags = @{
%s    }
    $values = @{
%s    }
    $words = @{
%s    }
    $given = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
    $list = if ($given.Count -le 1) { @(%s, 'help') }
        elseif ($values.ContainsKey("$($given[1]) $($given[-1])")) { $values["$($given[1]) $($given[-1])"] }
        elseif ($word -like '-*') { $flags[$given[1]] }
        elseif ($given.Count -eq 2) { $words[$given[1]] }
    $list | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`, flags.String(), valued.String(), words.String(), quoted(commandNames()))
}
