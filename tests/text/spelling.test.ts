import { distance, mostMistakes } from '../../src/text/spelling.ts';

test.each([
  ['', '', 0],
  ['nigeria', 'nigeria', 0],
  ['nigera', 'nigeria', 1],
  ['nigeriaa', 'nigeria', 1],
  ['nigerja', 'nigeria', 1],
  ['nigreia', 'nigeria', 1],
  ['niger', 'nigeria', 2],
  ['trafikcing', 'trafficking', 2],
  ['abc', '', 3],
  ['人口', '人', 1],
])('distance(%j, %j) is %i', (a, b, expected) => {
  expect(distance(a, b)).toBe(expected);
  expect(distance(b, a)).toBe(expected);
});

test('mostMistakes', () => {
  expect([1, 3, 4, 7, 8, 20].map(mostMistakes)).toEqual([0, 0, 1, 1, 2, 2]);
});
