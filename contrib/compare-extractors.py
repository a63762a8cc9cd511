#!/usr/bin/env python3
"""Compares what wiretrace and other extractors read of the same pages. Prints a table in Markdown.

usage: compare-extractors.py --bin PATH/TO/wiretrace FOLDER

Needs `pip install trafilatura newspaper4k goose3 readability-lxml jusText boilerpy3`; a library that is not there is left out. The last three read no more
than the text, readability also the title; jusText is told the language that <html> names and uses no list of words for others, boilerpy3 is its ArticleExtractor. FOLDER holds html/ID.html or html/ID.html.gz and truth.jsonl,
one page a line: {"id", "url", "title", "authors": [...], "published", "publisher", "lead": [...], "headlines": [...], "paragraphs": [...]},
as a parser made for that one site reads them (Fundus gives such); htmldate-pages.py makes such a folder of the pages that htmldate is measured with.
Fields that are absent or empty are not counted.

text: words in fours, by block; precision and recall are means over pages; standfirsts and headlines within the text count neither way.
title: the same letters and digits, or one within the other. byline: every name is there, and no more than twice as long.
day, time: the day, the minute. off: of the days that are given, those more than one day from the right one; late: those more than one day behind it. outlet: one name within the other, by letters and digits."""
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


def goose3(pages):
    from goose3 import Goose
    out, g = {}, Goose({'enable_image_fetching': False})
    for p in pages:
        try: a = g.extract(raw_html=p['html'].decode('utf8', 'replace'))
        except Exception: out[p['id']] = {}; continue
        site = a.opengraph.get('site_name') if isinstance(a.opengraph, dict) else None
        out[p['id']] = {'text': a.cleaned_text, 'title': a.title, 'byline': ', '.join(x for x in a.authors or [] if isinstance(x, str)), 'published': a.publish_datetime_utc or a.publish_date, 'outlet': site[0] if isinstance(site, list) else site}
    return out


def readability(pages):
    import lxml.html
    from readability import Document
    out = {}
    for p in pages:
        try:
            a = Document(p['html'].decode('utf8', 'replace')); tree = lxml.html.fromstring(a.summary())
        except Exception: out[p['id']] = {}; continue
        for e in tree.iter('p', 'div', 'br', 'li', 'h2', 'h3', 'blockquote'): e.tail = '\n' + (e.tail or '')  # blocks are lines, as the others give them
        out[p['id']] = {'text': tree.text_content(), 'title': a.short_title()}
    return out


def justext(pages):
    import justext
    names = {'de': 'German', 'en': 'English', 'fr': 'French', 'es': 'Spanish', 'it': 'Italian', 'pt': 'Portuguese', 'nl': 'Dutch', 'pl': 'Polish', 'sv': 'Swedish', 'da': 'Danish', 'nb': 'Norwegian_Bokmal', 'no': 'Norwegian_Bokmal', 'fi': 'Finnish', 'cs': 'Czech', 'tr': 'Turkish', 'ru': 'Russian', 'uk': 'Ukrainian', 'ar': 'Arabic', 'he': 'Hebrew', 'hu': 'Hungarian', 'ro': 'Romanian', 'el': 'Greek', 'ko': 'Korean', 'vi': 'Vietnamese', 'id': 'Indonesian', 'lt': 'Lithuanian', 'is': 'Icelandic', 'bg': 'Bulgarian', 'hr': 'Croatian', 'sr': 'Serbian', 'ca': 'Catalan'}
    out = {}
    for p in pages:
        m = re.search(rb'<html[^>]*\slang=["\']?([A-Za-z]{2})', p['html'])
        name = names.get(m.group(1).decode().lower() if m else 'en')
        try: ps = justext.justext(p['html'], justext.get_stoplist(name)) if name else justext.justext(p['html'], frozenset(), stopwords_low=0, stopwords_high=0)
        except Exception: out[p['id']] = {}; continue
        out[p['id']] = {'text': '\n'.join(x.text for x in ps if not x.is_boilerplate)}
    return out


def boilerpy3(pages):
    from boilerpy3 import extractors
    out, e = {}, extractors.ArticleExtractor(raise_on_failure=False)
    for p in pages: out[p['id']] = {'text': e.get_content(p['html'].decode('utf8', 'replace'))}
    return out


UNSEEN = dict.fromkeys(map(ord, '\u00ad\u200b\u200c\u200d\u2060\ufeff'))  # soft hyphens and their like part no word, kept or not


def shingles(text):
    w = re.findall(r'\w+', text.translate(UNSEEN).lower())
    return collections.Counter(tuple(w[i:i + 4]) for i in range(max(1, len(w) - 3))) if w else collections.Counter()


def letters(s): return re.sub(r'\W+', '', (s or '').lower())


def within(a, b): a, b = letters(a), letters(b); return bool(a and b) and (a in b or b in a)


def moment(s):
    try: return datetime.datetime.fromisoformat(str(s).replace('Z', '+00:00'))
    except ValueError: return None


def score(pages, got):
    P, R = [], []
    n, ok, given = collections.Counter(), collections.Counter(), collections.Counter()

    def count(what, right): n[what] += 1; ok[what] += bool(right)
    for p in pages:
        a = got.get(p['id']) or {}
        for k in ('title', 'byline', 'published', 'outlet'): given[k] += bool(a.get(k))
        have = sum((shingles(b) for b in (a.get('text') or '').split('\n')), collections.Counter())
        want = sum(map(shingles, p.get('paragraphs', [])), collections.Counter())
        free = sum(map(shingles, p.get('lead', []) + p.get('headlines', [])), collections.Counter())
        if want:
            R.append(sum((want & have).values()) / sum(want.values()))
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
            if u:
                count('off', abs((u.date() - t.date()).days) > 1)
                count('late', (u.date() - t.date()).days > 1)
            if t.hour or t.minute:
                if u and (t.tzinfo is None) != (u.tzinfo is None): t, u = t.replace(tzinfo=None), u.replace(tzinfo=None)
                count('time', u and abs((t - u).total_seconds()) < 60)
        if p.get('publisher'): count('outlet', within(a.get('outlet'), p['publisher']))
    p, r = (statistics.mean(P), statistics.mean(R)) if P else (0, 0)
    text = [f'{x:.3f}'.removeprefix('0') for x in (p, r, 2 * p * r / (p + r))] if p + r else [''] * 3
    field = {'day': 'published', 'off': 'published', 'late': 'published', 'time': 'published'}
    return text + [f'{100 * ok[k] / n[k]:.1f} %'.replace('.0 %', ' %') if n[k] and (k == 'lead' or given[field.get(k, k)]) else '' for k in ('lead', 'title', 'byline', 'day', 'off', 'late', 'time', 'outlet')]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--bin', default='wiretrace'); ap.add_argument('folder', type=pathlib.Path); a = ap.parse_args()
    pages = [json.loads(l) for l in open(a.folder / 'truth.jsonl', encoding='utf8')]
    for p in pages:
        f = a.folder / 'html' / f"{p['id']}.html"
        p['html'] = f.read_bytes() if f.exists() else gzip.decompress(f.with_suffix('.html.gz').read_bytes())
    print(f'| {len(pages)} pages | precision | recall | F1 | standfirst | title | byline | day | off | late | time | outlet |\n|---|' + '---:|' * 11)
    peers = (trafilatura, newspaper4k, goose3, readability, justext, boilerpy3)
    for name, read in [('wiretrace', lambda _: wiretrace(a.bin, pages))] + [(f.__name__, f) for f in peers]:
        try: got = read(pages)
        except ImportError: print(f'| {name}: not installed' + ' |' * 12); continue
        print(f'| {name} | ' + ' | '.join(score(pages, got)) + ' |')


if __name__ == '__main__': main()
