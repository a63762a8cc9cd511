(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const { words, make } = list;

  // A row: name, address, articles, own, copied, rewritten, credited, uncredited,
  // licensed, pieces of others that have something from here, percent of an agency's
  // words, minutes after the first, the same in words.
  const rows = data.rows.map((r, i) => ({
    i, outlet: r[0], address: r[1], articles: r[2], own: r[3], copied: r[4], rewritten: r[5], credited: r[6], uncredited: r[7], licensed: r[8],
    taken: r[9], agency: r[10] === '' ? null : +r[10], agencyText: r[10], delay: r[11] < 0 ? null : r[11], delayText: r[12], search: words(r[0]),
  }));

  function matching(state) {
    const terms = words(state.q).split(/\s+/).filter(Boolean);
    return (r) => terms.every((t) => r.search.includes(t));
  }

  function row(r) {
    const tr = make('tr', '');
    const name = make('th', '', { scope: 'row' });
    if (r.address) name.append(make('a', r.outlet, { href: r.address })); else name.textContent = r.outlet;
    const cell = (label, text, bad) => make('td', String(text), { class: bad ? 'n bad' : 'n', 'data-label': label });
    tr.append(name, cell('Articles', r.articles), cell('Own', r.own), cell('Copied', r.copied), cell('Rewritten', r.rewritten),
      cell('Agency text', r.agencyText === '' ? '' : r.agencyText + '\u00a0%'), cell('Credited', r.credited), cell('Without credit', r.uncredited, r.uncredited > 0),
      cell('Licensed', r.licensed), ...(data.delays ? [cell('After the first', r.delayText)] : []), cell('Taken by others', r.taken));
    return tr;
  }

  list.begin({
    rows,
    start: { q: '', sort: '', page: '1' },
    numeric: { articles: 1, own: 1, copied: 1, rewritten: 1, agency: 1, credited: 1, uncredited: 1, licensed: 1, delay: 1, taken: 1 },
    matching, row,
    found: (n) => (n === rows.length ? `${n} outlets` : `${n} of ${rows.length} outlets`),
  });
})();
