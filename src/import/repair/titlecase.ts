// Words that are lower case in an English name or title. Longer prepositions ("Against") are capitalised in the names
// of the field's organisations, so they are not in the list.
const ENGLISH = new Set('a an the and or nor of in on at to by for from with as via per vs into'.split(' '));
const ROMANCE = new Set(
  'de des du d la le les et en au aux à às ao aos pour sur par sans sous del el los las y para por con sin contra contre e da do dos das di sobre dei degli della delle nel nella sul sulla per os as'.split(
    ' ',
  ),
);
const ROMANCE_SIGN = new Set(
  'das de des dos du del di et y pour para por contra contre dei degli della delle las los'.split(' '),
);

// "L'Immigration", "Dell'Università"
const ELIDED = /^(?:all|d|dall|dell|l|nell|sull|un)['’](?=\p{L})/iu;

// Places that keep the capital of their article.
const PLACES = new Set(['el salvador', 'las vegas', 'los angeles', 'los ángeles']);

/**
 * Undoes the site's title-casing of a name or title: `Sweden'S Ministry Of Justice` → "Sweden's Ministry of Justice".
 * The first word, and a word after a colon, keep their capital. French, Spanish, Italian and Portuguese articles and
 * prepositions become lower case only if the name has no English ones: "University of El Salvador" stays.
 */
export function undoTitleCase(text: string): string {
  const words = undoPossessive(text).split(' ');
  const lower = words.map((word) => word.toLowerCase());
  const isEnglish = lower.slice(1).some((word) => ENGLISH.has(word) && !ROMANCE.has(word));
  const isRomance = !isEnglish && lower.slice(1).some((word) => ROMANCE_SIGN.has(word));
  const small = isRomance ? ROMANCE : ENGLISH;
  return words
    .map((word, i) => {
      const startsPart = i === 0 || /[:?!–—]$/.test(words[i - 1] ?? '');
      const isOfPlace = PLACES.has(`${lower[i]} ${lower[i + 1] ?? ''}`);
      if (startsPart || isOfPlace) return word;
      if (isRomance && ELIDED.test(word)) return word.replace(ELIDED, (article) => article.toLowerCase());
      return small.has(lower[i] ?? '') && isTitleCased(word) ? lower[i] : word;
    })
    .join(' ');
}

/** `Sweden'S` → "Sweden's": an "S" after an apostrophe at the end of a word becomes lower case. */
export function undoPossessive(text: string): string {
  return text.replace(/(\p{Ll})(['’])S(?![\p{L}\p{N}])/gu, '$1$2s');
}

// "A" may be a title-cased "a", but "IN" in "IN Focus" was printed in capitals on purpose.
function isTitleCased(word: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word);
}
