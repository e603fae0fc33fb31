import { plain, slugify } from '../../src/text/plain.ts';

/** Texts of ASCII characters alone, which take a shorter path. */
const ASCII = [
  'Sweden\'s  "Ministry"',
  'U.S.A. 2019-20',
  '  --  ',
  '',
  'a_b\tc\nD',
  '[Data] {set}: 100 %',
  'x'.repeat(300),
];

describe('plain', () => {
  test.each(ASCII)('treats %j as it treats it beside other letters', (text) => {
    expect(plain(`${text} ø`)).toBe(`${plain(text)} o`.trim());
  });

  it('removes case, accents and punctuation', () => {
    expect(plain('Sweden’s  "Ministère"')).toBe('sweden s ministere');
    expect(plain('Sweden\'s  "Ministry"')).toBe('sweden s ministry');
  });

  it('writes letters that Unicode does not decompose as slugs and searches do', () => {
    expect(['Łukasz', 'Østergård', 'Großbritannien', 'Æon', 'ISTANBUL ı'].map(plain)).toEqual([
      'lukasz',
      'ostergard',
      'grossbritannien',
      'aeon',
      'istanbul i',
    ]);
  });
});

describe('slugify', () => {
  it('cuts long slugs between words, by code points', () => {
    expect(slugify('one two three', 9)).toBe('one-two');
    expect(slugify('one two', 7)).toBe('one-two');
    expect(slugify('𐐨𐐨 𐐨𐐨', 5)).toBe('𐐨𐐨-𐐨𐐨');
  });

  it('joins possessives, with either apostrophe', () => {
    expect(slugify("Women's Rights")).toBe('womens-rights');
    expect(slugify('Women’s Rights')).toBe('womens-rights');
  });
});
