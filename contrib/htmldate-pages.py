#!/usr/bin/env python3
"""Makes a folder for compare-extractors.py of the pages that htmldate (https://github.com/adbar/htmldate) is measured with: 1,000
pages of the web, many of them news, each with the day that a person read on it. They come with the module go-htmldate (Apache-2.0).

usage: htmldate-pages.py FOLDER

Needs Go, which fetches the module. What a person read is not always the day of publication: of pages that show when they
were changed it is often that day, and of some 30 pages it is the day of another zone of time."""
import json, pathlib, re, shutil, subprocess, sys

MODULE = 'github.com/markusmobius/go-htmldate@v1.10.1'


def main():
    if len(sys.argv) != 2: sys.exit(__doc__)
    out = pathlib.Path(sys.argv[1]); (out / 'html').mkdir(parents=True, exist_ok=True)
    module = pathlib.Path(json.loads(subprocess.run(['go', 'mod', 'download', '-json', MODULE], cwd=out, capture_output=True, text=True, check=True).stdout)['Dir'])
    pages = []
    for source in ('data-default.go', 'data-mediacloud.go'):
        for entry in re.findall(r'\{\s*\n((?:\s*[A-Z]\w+\s*:.*\n)+?)\s*\}', (module / 'scripts/comparison' / source).read_text(encoding='utf8')):
            p = dict(re.findall(r'(\w+):\s*"((?:[^"\\]|\\.)*)"', entry))
            found = [f for f in (module / 'test-files' / d / p['File'] for d in ('comparison', 'mock', 'mediacloud')) if f.exists()]
            if not found or not re.fullmatch(r'\d{4}-\d\d-\d\d', p.get('Date', '')): continue
            id = f'{len(pages):04d}'
            shutil.copyfile(found[0], out / 'html' / f'{id}.html')
            pages.append({'id': id, 'url': p['URL'], 'published': p['Date']})
    with open(out / 'truth.jsonl', 'w', encoding='utf8') as f: f.writelines(json.dumps(p, ensure_ascii=False) + '\n' for p in pages)
    print(len(pages), 'pages', file=sys.stderr)


if __name__ == '__main__': main()
