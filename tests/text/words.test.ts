import { foldWord, isInCapitals, printedTexts, printedWords } from '../../src/text/words.ts';

describe('printedTexts', () => {
  it.each([
    ['Caring for “Trafficked” Persons, 2nd ed.', ['Caring', 'for', 'Trafficked', 'Persons', '2nd', 'ed']],
    ["Côte d’Ivoire; O'Hara", ['Côte', 'd', 'Ivoire', 'O', 'Hara']],
    ['anti-trafficking_law', ['anti', 'trafficking', 'law']],
    ['The U.S.A. and G.Liu, e.g. a.bc', ['The', 'U.S.A', 'and', 'G', 'Liu', 'e.g', 'a', 'bc']],
    ['Élan É.U. A.Élan', ['Élan', 'É.U', 'A', 'Élan']],
    ['人口贩运 IOM報告', ['人', '口', '贩', '运', 'IOM', '報', '告']],
    ['인신매매 방지', ['인', '신', '매', '매', '방', '지']],
    ['الاتجار بالبشر', ['الاتجار', 'بالبشر']],
    ['traf\u00adficking', ['traf\u00adficking']],
    ['Co\u0302te', ['Côte']],
    ['\ud800 ?! 😀 \0', []],
    ['', []],
  ])('of %j', (text, words) => {
    expect(printedTexts(text)).toEqual(words);
  });

  it('are the same in a text of Latin letters alone and beside others', () => {
    for (let code = 0; code < 0x2100; code++) {
      const text = `a${String.fromCharCode(code)}b x.${String.fromCharCode(code)} ${String.fromCharCode(code)}`;
      expect([text, ...printedTexts(text), 'ω']).toEqual([text, ...printedTexts(`${text} ω`)]);
    }
  });

  it('are those of printedWords, which says where they stand', () => {
    const text = 'Côte d’Ivoire: 人口 2.5 U.S.A.';
    const words = [...printedWords(text)];
    expect(words.map((word) => word.text)).toEqual(printedTexts(text));
    for (const { text: printed, at } of words) expect(text.slice(at, at + printed.length)).toBe(printed);
  });
});

describe('foldWord', () => {
  it.each([
    ['Trafficking', 'trafficking'],
    ['CÔTE', 'cote'],
    ['Ħaż-Żebbuġ', 'hazzebbug'],
    ['Bŋŧ', 'bnt'],
    ['U.S.A', 'usa'],
    ['traf\u00adficking', 'trafficking'],
    ['Weiß', 'weiss'],
    ['Łódź', 'lodz'],
    ['ﬁnance', 'finance'],
    ['２０２０', '2020'],
    ['Ⅷ', 'viii'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Русский', 'русский'],
    ['ещё', 'еще'],
    ['أُسْرَة', 'اسره'],
    ['مدرسى', 'مدرسي'],
    ['매', '매'],
    ['ـ', ''],
    ['x'.repeat(60), 'x'.repeat(50)],
    ['é'.repeat(60), 'e'.repeat(50)],
  ])('%s → %s', (printed, folded) => {
    expect(foldWord(printed)).toBe(folded);
    expect(foldWord(folded)).toBe(folded);
  });
});

test('isInCapitals', () => {
  expect(['WHO', 'IT', 'ООН'].map(isInCapitals)).toEqual([true, true, true]);
  expect(['Who', 'who', 'A', '12', '人口', 'iOM'].map(isInCapitals)).toEqual(Array(6).fill(false));
});
