(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const { words, make, day, clock, kinds } = list;

  // A row: file, headline, upstream, present, articles, families, outlets,
  // first minute, minutes to the last, precisions, uncredited, bars, kinds, own, further upstreams,
  // whether it is a story, how many articles stand how to what they came from, how many
  // have it from the upstream, whether that is possible only.
  const rows = data.rows.map((r, i) => ({
    i, file: r[0], headline: r[1], upstream: r[2] < 0 ? '' : data.outlets[r[2]], present: r[3],
    articles: r[4], families: r[5], outlets: r[6], first: r[7], last: r[7] === null ? null : r[7] + r[8], precision: r[9],
    uncredited: r[10], stands: r[16].split('.').map((n) => parseInt(n, 36) || 0), bars: r[11], kinds: r[12], own: r[13], more: r[14], folder: r[15] ? 'stories' : 'clusters', from: r[17], possible: r[18],
    search: words([r[0], r[1], r[2] < 0 ? '' : data.outlets[r[2]], ...new Set(r[12].map((k) => data.outlets[Math.floor(k / kinds.codes)] || ''))].join(' ')),
  }));

  function matching(state) {
    const terms = words(state.q).split(/\s+/).filter(Boolean);
    const outlets = state.outlet ? list.named(data.outlets, state.outlet) : null;
    const role = kinds.roles.indexOf(state.role), credit = kinds.credits.indexOf(state.credited), confidence = kinds.confidences.indexOf(state.confidence);
    const byKind = outlets || role >= 0 || credit > 0 || confidence > 0;
    const from = list.minutes(state.from, -Infinity);
    const to = list.minutes(state.to, Infinity) + 1440;
    const dated = state.from || state.to;
    return (r) => {
      for (const t of terms) if (!r.search.includes(t)) return false;
      if (dated && (r.first === null || r.last < from || r.first >= to)) return false;
      return !byKind || r.kinds.some((k) => (!outlets || outlets.has(Math.floor(k / kinds.codes))) &&
        (role < 0 || kinds.role(k) === role) && (credit < 1 || kinds.credit(k) === credit) && (confidence < 1 || kinds.confidence(k) === confidence));
    };
  }

  // span writes what the page says before the script has run.
  function span(r) {
    if (r.first === null) return '';
    const first = new Date(r.first * 60000), last = new Date(r.last * 60000);
    const exact = [r.precision >= 6, r.precision % 3 === 2];
    const from = day(first) + (exact[0] ? ', ' + clock(first) : '');
    const same = day(first) === day(last);
    if (r.last <= r.first || same && !(exact[0] && exact[1])) return from;
    if (same) return `${from} to ${clock(last)}`;
    return `${from} to ${day(last)}${exact[1] ? ', ' + clock(last) : ''}`;
  }

  function bars(s) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    svg.setAttribute('class', 'spark');
    svg.setAttribute('viewBox', '0 0 120 22');
    svg.setAttribute('aria-hidden', 'true');
    [...s].forEach((c, i) => {
      if (c === '0') return;
      const bar = document.createElementNS(ns, 'rect');
      const h = 2 + 2 * +c;
      for (const [k, v] of Object.entries({ x: i * 5, y: 22 - h, width: 4, height: h })) bar.setAttribute(k, v);
      svg.append(bar);
    });
    return svg;
  }

  function stand(counts) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    for (const [k, v] of Object.entries({ class: 'stand', viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' })) svg.setAttribute(k, v);
    const sum = counts.reduce((a, b) => a + b, 0);
    let seen = 0;
    ['own', 'credited', 'licensed', 'unclear', 'uncredited'].forEach((name, i) => {
      if (!counts[i]) return;
      const from = Math.floor(1000 * seen / sum), to = Math.floor(1000 * (seen + counts[i]) / sum);
      const part = document.createElementNS(ns, 'rect');
      for (const [k, v] of Object.entries({ class: name, x: from, y: 0, width: to - from, height: 10 })) part.setAttribute(k, v);
      svg.append(part);
      seen += counts[i];
    });
    return svg;
  }

  function row(r) {
    const tr = make('tr', '');
    const head = make('td', '');
    head.append(make('a', r.headline || r.file, { href: `${r.folder}/${r.file}.html` }));
    if (r.stands.some((n) => n)) head.append(stand(r.stands));
    const upstream = make('td', '', r.upstream ? { 'data-label': 'From' } : {});
    const of = r.from ? `${r.from} of ${r.articles}` : '';
    if (r.possible) {
      upstream.append(make('span', `possibly ${r.upstream}${of && ', ' + of}${r.more ? `, and ${r.more} more` : ''}`, { class: 'soft' }));
    } else if (r.upstream) {
      upstream.append(r.upstream);
      if (of) upstream.append(' ', make('span', of, { class: 'soft small' }));
      if (r.more) upstream.append(` and ${r.more} more`);
      if (r.present === 0) upstream.append(' ', make('span', 'piece not found', { class: 'chip' }));
    }
    const cell = (label, text, bad) => make('td', text, { class: bad ? 'n bad' : 'n', 'data-label': label });
    const when = make('td', span(r));
    const chart = make('td', '', { class: 'course' });
    if (r.bars) chart.append(bars(r.bars));
    tr.append(head, upstream, cell('Articles', r.articles), cell('Own', r.own), cell('Outlets', r.outlets), cell('Without credit', r.uncredited, r.uncredited > 0), when, chart);
    return tr;
  }

  list.begin({
    rows,
    start: { q: '', outlet: '', role: '', credited: '', confidence: '', from: '', to: '', sort: '-articles', page: '1' },
    numeric: { articles: 1, families: 1, outlets: 1, own: 1, first: 1, last: 1, uncredited: 1 },
    matching, row,
    found: (n) => (n === rows.length ? data.total : `${n} of ${data.total}`),
  });
})();
