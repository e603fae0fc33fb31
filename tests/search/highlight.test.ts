import { highlight } from '../../src/search/highlight.ts';
import type { Spot } from '../../src/search/search.ts';

const word = (...forms: string[]): Spot => [{ at: 0, forms: new Set(forms), prefix: null }];
const prefix = (word: string): Spot => [{ at: 0, forms: new Set(), prefix: word }];
const phrase = (...words: [number, string][]): Spot =>
  words.map(([at, word]) => ({ at, forms: new Set([word]), prefix: null }));

describe('highlight', () => {
  it.each<[string, Spot[], string | null]>([
    [
      'Trafficked persons, trafficking.',
      [word('trafficked', 'trafficking')],
      '<mark>Trafficked</mark> persons, <mark>trafficking</mark>.',
    ],
    ['Côte d’Ivoire', [word('cote')], '<mark>Côte</mark> d’Ivoire'],
    ['Co\u0302te', [word('cote')], '<mark>Côte</mark>'],
    ['A trainer trains', [prefix('train')], 'A <mark>trainer</mark> <mark>trains</mark>'],
    [
      'Capacity of building, building capacity',
      [phrase([0, 'capacity'], [2, 'building'])],
      '<mark>Capacity of building</mark>, building capacity',
    ],
    [
      'law enforcement law',
      [phrase([0, 'law'], [1, 'enforcement']), word('law')],
      '<mark>law enforcement</mark> <mark>law</mark>',
    ],
    ['打击人口贩运', [phrase([0, '人'], [1, '口'])], '打击<mark>人口</mark>贩运'],
    [
      '<b onclick="x(\'&\')">law</b>',
      [word('law')],
      '&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;<mark>law</mark>&lt;/b&gt;',
    ],
    ['<mark>', [word('mark')], '&lt;<mark>mark</mark>&gt;'],
    ['half \ud800 law', [word('law')], 'half \ufffd <mark>law</mark>'],
    ['nothing', [word('law')], null],
    ['law', [], null],
    ['', [word('law')], null],
    ['law at the end of a phrase: capacity', [phrase([0, 'capacity'], [1, 'building'])], null],
  ])('of %j', (text, spots, html) => {
    expect(highlight(text, spots)).toBe(html);
  });

  const filler = (count: number) => Array.from({ length: count }, (_, i) => `filler${i % 10}`).join(' ');

  it('shows of a long text the part that says most', () => {
    const text = `law ${filler(50)} law and order ${filler(50)} order`;
    const html = highlight(text, [word('law'), word('order')]) ?? '';
    expect(html).toMatch(/^…filler.* <mark>law<\/mark> and <mark>order<\/mark> filler.*…$/);
    const shown = html.replace(/<\/?mark>|…/g, '');
    expect(text).toContain(` ${shown} `);
    expect(shown.length).toBeGreaterThan(200);
    expect(shown.length).toBeLessThanOrEqual(240);
  });

  it('shows the start and the end of a long text as such', () => {
    expect(highlight(`law ${filler(50)}`, [word('law')])).toMatch(/^<mark>law<\/mark> filler.*\d…$/);
    expect(highlight(`${filler(50)} law`, [word('law')])).toMatch(/^…filler.* <mark>law<\/mark>$/);
  });

  it('cuts a text without blanks between characters', () => {
    const html = highlight(`人口${'𠀀'.repeat(200)}`, [word('人')]) ?? '';
    expect(html.isWellFormed()).toBe(true);
    expect(html).toMatch(/^<mark>人<\/mark>口𠀀+…$/u);
    expect(highlight(`${'𠀀'.repeat(201)}人口${'𠀀'.repeat(201)}`, [word('人')])?.isWellFormed()).toBe(true);
  });

  it('is quick with many hits', () => {
    const html = highlight('law '.repeat(3000), [word('law'), prefix('l')]);
    expect(html?.match(/<mark>law<\/mark>/g)?.length).toBeGreaterThan(50);
  });
});
