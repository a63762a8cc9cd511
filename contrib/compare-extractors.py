#!/usr/bin/env python3
"""Compares what wiretrace, trafilatura and newspaper4k read of the same pages. Prints a table in Markdown.

usage: compare-extractors.py --bin PATH/TO/wiretrace FOLDER

Needs `pip install trafilatura newspaper4k`; a library that is not there is left out. FOLDER holds html/ID.html or html/ID.html.gz and truth.jsonl,
one page a line: {"id", "url", "title", "authors": [...], "published", "publisher", "lead": [...], "headlines": [...], "paragraphs": [...]},
as a parser made for that one site reads them (Fundus gives such). Fields that are absent or empty are not counted.

text: words in fours, by block; precision and recall are means over pages; standfirsts and headlines within the text count neither way.
title: the same letters and digits, or one within the other. byline: every name is there, and no more than twice as long.
day, time: the day, the minute. outlet: one name within the other, by letters and digits."""
import argparse, collections, csv, datetime, gzip, json, pathlib, re, statistics, subprocess, tempfile


def wiretrace(bin, pages):
    with tempfile.TemporaryDirectory() as d:
        for p in pages: (pathlib.Path(d) / f"{p['id']}.html").write_bytes(p['html'])
        meta = pathlib.Path(d) / 'meta.csv'
        with open(meta, 'w', encoding='utf8', newline='') as f: csv.writer(f).writerows([('file', 'url')] + [(p['id'] + '.html', p['url']) for p in pages])
        out = subprocess.run([bin, 'extract', '--meta', str(meta), d], capture_output=True, text=True).stdout
        return {a['id'].removesuffix('.html'): a for a in map(json.loads, out.splitlines())}


def trafilatura(pages):
    from trafilatura import bare_extraction
    out = {}
    for p in pages:
        a = bare_extraction(p['html'], url=p['url'], with_metadata=True)
        a = a.as_dict() if hasattr(a, 'as_dict') else a or {}
        out[p['id']] = {'text': a.get('text'), 'title': a.get('title'), 'byline': a.get('author'), 'published': a.get('date'), 'outlet': a.get('sitename')}
    return out


def newspaper4k(pages):
    from newspaper import Article
    out = {}
    for p in pages:
        a = Article(p['url'], fetch_images=False)
        try:
            a.download(input_html=p['html'].decode('utf8', 'replace')); a.parse()
        except Exception: out[p['id']] = {}; continue  # counts as nothing read
        out[p['id']] = {'text': a.text, 'title': a.title, 'byline': ', '.join(a.authors), 'published': a.publish_date and a.publish_date.isoformat(), 'outlet': getattr(a, 'meta_site_name', None)}
    return out


def shingles(text):
    w = re.findall(r'\w+', text.lower())
    return collections.Counter(tuple(w[i:i + 4]) for i in range(max(1, len(w) - 3))) if w else collections.Counter()


def letters(s): return re.sub(r'\W+', '', (s or '').lower())


def within(a, b): a, b = letters(a), letters(b); return bool(a and b) and (a in b or b in a)


def moment(s):
    try: return datetime.datetime.fromisoformat(str(s).replace('Z', '+00:00'))
    except ValueError: return None


def score(pages, got):
    P, R = [], []
    n, ok = collections.Counter(), collections.Counter()

    def count(what, right): n[what] += 1; ok[what] += bool(right)
    for p in pages:
        a = got.get(p['id']) or {}
        have = sum((shingles(b) for b in (a.get('text') or '').split('\n')), collections.Counter())
        want = sum(map(shingles, p['paragraphs']), collections.Counter())
        free = sum(map(shingles, p.get('lead', []) + p.get('headlines', [])), collections.Counter())
        R.append(sum((want & have).values()) / max(1, sum(want.values())))
        P.append(1 - sum((have - want - free).values()) / sum(have.values()) if have else 0.0)
        for lead in p.get('lead', []):
            s = shingles(lead)
            if sum(s.values()) > 1: count('lead', sum((s & have).values()) >= .8 * sum(s.values()))
        if p.get('title'): count('title', within(a.get('title'), p['title']))
        if p.get('authors'):
            names = ''.join(map(letters, p['authors']))
            count('byline', all(letters(x) in letters(a.get('byline')) for x in p['authors']) and len(letters(a.get('byline'))) <= 2 * len(names))
        if p.get('published'):
            t, u = moment(p['published']), moment(a.get('published'))
            count('day', u and t.date() == u.date())
            if t.hour or t.minute:
                if u and (t.tzinfo is None) != (u.tzinfo is None): t, u = t.replace(tzinfo=None), u.replace(tzinfo=None)
                count('time', u and abs((t - u).total_seconds()) < 60)
        if p.get('publisher'): count('outlet', within(a.get('outlet'), p['publisher']))
    p, r = statistics.mean(P), statistics.mean(R)
    return [f'{p:.3f}', f'{r:.3f}', f'{2 * p * r / (p + r) if p + r else 0:.3f}'] + [f'{100 * ok[k] / n[k]:.0f} %' if n[k] else '' for k in ('lead', 'title', 'byline', 'day', 'time', 'outlet')]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--bin', default='wiretrace'); ap.add_argument('folder', type=pathlib.Path); a = ap.parse_args()
    pages = [json.loads(l) for l in open(a.folder / 'truth.jsonl', encoding='utf8')]
    for p in pages:
        f = a.folder / 'html' / f"{p['id']}.html"
        p['html'] = f.read_bytes() if f.exists() else gzip.decompress(f.with_suffix('.html.gz').read_bytes())
    print(f'| {len(pages)} pages | precision | recall | F1 | standfirst | title | byline | day | time | outlet |\n|---|' + '---:|' * 9)
    for name, read in (('wiretrace', lambda: wiretrace(a.bin, pages)), ('trafilatura', lambda: trafilatura(pages)), ('newspaper4k', lambda: newspaper4k(pages))):
        try: got = read()
        except ImportError: print(f'| {name}: not installed' + ' |' * 10); continue
        print(f'| {name} | ' + ' | '.join(score(pages, got)) + ' |')


if __name__ == '__main__': main()
