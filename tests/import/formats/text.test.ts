import { isMissing, readPages, withoutMarkup } from '../../../src/import/formats/values/text.ts';

describe('withoutMarkup', () => {
  it.each([
    ['Of <i>Homo sapiens</i> &amp; others', 'Of Homo sapiens & others'],
    ['Of &lt;i&gt;Homo&lt;/i&gt; &amp;amp; others', 'Of Homo & others'],
    ['Where n<p and q>r', 'Where n<p and q>r'],
    ['A <b>bold</b> n<p', 'A bold n<p'],
    ['About 10<sup>6</sup> of CO<sub>2</sub>, the 1<sup>st</sup>', 'About 10⁶ of CO2, the 1st'],
    ['<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One.\n\nTwo.'],
    ['AT&T and R&D; &copy=3', 'AT&T and R&D; &copy=3'],
    ['caf&eacute; &#8211; &#x2013;', 'café – –'],
  ])('reads %j', (fragment, text) => {
    expect(withoutMarkup(fragment)).toBe(text);
  });
});

describe('readPages', () => {
  it.each([
    ['12--34', '12-34'],
    ['pp. 12 – 34', '12-34'],
    ['145-145', '145'],
    ['27-+', '27+'],
    ['S12-S15', 'S12-S15'],
  ])('reads %s', (text, pages) => {
    expect(readPages(text)).toBe(pages);
  });
});

describe('isMissing', () => {
  it.each(['', 'NA', 'N/A', '#N/A', 'nan', 'NULL', 'None'])('is true for %j', (text) => {
    expect(isMissing(text)).toBe(true);
  });

  it('is false for names and words', () => {
    expect(['Na', 'Nan', 'none of them', '0'].filter(isMissing)).toEqual([]);
  });
});
