import { type Term, parseSearch } from '../../src/search/search.parse.ts';

/** A query as it is written, with a phrase in brackets. */
function read(text: string): string {
  const written = ({ words, isPrefix }: Term) => {
    const text = words.map(({ word }) => word).join(' ');
    return `${words.length > 1 ? `[${text}]` : text}${isPrefix ? '*' : ''}`;
  };
  const { clauses, excluded } = parseSearch(text);
  return [
    ...clauses.map((terms) => terms.map(written).join('|')),
    ...excluded.map((term) => `-${written(term)}`),
  ].join(' ');
}

describe('parseSearch', () => {
  it.each([
    ['human  Trafficking', 'human trafficking'],
    ['"capacity building" training', '[capacity building] training'],
    ['“capacity building” «two words»', '[capacity building] [two words]'],
    ['"single"', 'single'],
    ['anti-trafficking O’Hara 人口 e.g. and/or', '[anti trafficking] [o hara] [人 口] eg [and or]'],
    ['a OR b c', 'a|b c'],
    ['a OR b OR "c d" | e', 'a|b|[c d]|e'],
    ['a or b', 'a or b'],
    ['a AND b NOT "c d" e', 'a b e -[c d]'],
    ['a AND NOT b OR c', 'a|c -b'],
    ['traffick* a* 人* "x y*"', 'traffick* a 人 [x y]'],
    ['-police training -"law enforcement" -x-y', 'training -police -[law enforcement] -[x y]'],
    ['law-* - -- *', 'law'],
    ['2*', '2'],
    ['20*', '20*'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', ''],
    [' \t\n', ''],
    ['?! … — " "" \'', ''],
    ['😀 \ud800 \0', ''],
    ['OR', ''],
    ['OR OR a', 'a'],
    ['a OR', 'a'],
    ['a OR OR b', 'a|b'],
    ['a OR -b c', 'a c -b'],
    ['AND NOT a AND', 'a'],
    ['a NOT', 'a'],
    ['"open phrase', '[open phrase]'],
    ['a" b', 'a b'],
    ['a"b c"d', 'a [b c] d'],
    ["a' & b | !c:*A <-> (d", 'a b|[c a] d'],
    ["'; drop table publication; --", 'drop table publication'],
    ['\\ %_ $1 :x {}', '1 x'],
  ])('makes something of %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('reads three prefixes, and further ones as words', () => {
    expect(read('10* 11* 12* 13* 14*')).toBe('10* 11* 12* 13 14');
    expect(parseSearch('10* 11* 12* 13*').clauses.at(-1)?.[0]?.given).toBe('13');
  });

  it('tells words in capitals', () => {
    expect(
      parseSearch('WHO who')
        .clauses.flat()
        .map(({ words }) => words[0]?.isInCapitals),
    ).toEqual([true, false]);
  });
});
