import { wordsOf } from '../words.ts';
import {
  ADJECTIVES,
  BEFORE_WEAK,
  HEAD_WORDS,
  IMPERSONAL,
  OFFICES,
  QUALIFIERS,
  SUBJECTS,
  WEAK_HEAD_WORDS,
} from './institution-words.ts';
import { hasCommonNoun } from './common-nouns.ts';
import { isNationality } from './nationalities.ts';

export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const FUNCTION_WORDS = setOf(
  'of for on to in against with by from at pour sur para contra contre des between within without through',
);

// The other function words also occur in personal names: "Nguyen To Hoa", "Choi On".
const STRONG_FUNCTION_WORDS = setOf(
  'of for across against at beyond from between within without through pour contra contre sans ohne senza zonder utan uden fur voor',
);

export const ROMANCE = setOf('de del des du la las los le les para pour et y e da do dos das');

const NON_LATIN =
  /(?:министерств|организаци|университет|институт|центр|фонд|агентств|комисси|وزارة|منظمة|جامعة|معهد|مركز|大学|大學|研究所|研究院|组织|組織|机构|機構|中心|委员会|委員会|协会|協会|財団|基金|外交部|公安部|司法部)/iu;

/** Whether the words of a name indicate an organisation, in English, French, Spanish or a few other languages. */
export function hasOrganisationWord(text: string): boolean {
  const words = wordsOf(text);
  if (words.some((word) => isHeadWord(word))) return true;
  const [, ...behind] = words;
  if (behind.some((word) => STRONG_FUNCTION_WORDS.has(word))) return true;
  if (behind.some((word) => FUNCTION_WORDS.has(word)) && words.some(isOfInstitution)) return true;
  if (behind.some((word) => ROMANCE.has(word)) && words.some((word) => /^na[ctz]ional[ei]?$/.test(word)))
    return true;
  if (words.some((word) => WEAK_HEAD_WORDS.has(word)) && words.some(isBeforeWeak)) return true;
  if (isBeforeWeak(words[0] ?? '') && /^(?:action|aid|relief)$/.test(behind.at(-1) ?? '')) return true;
  if (words.at(-1) === 'court' && words.slice(0, -1).some((word) => isSubject(word) || QUALIFIERS.has(word)))
    return true;
  if (/ (?:per|pour) l['’]/i.test(text)) return true;
  if (ROMANCE_START.test(words.join(' ')) || hasCommonNoun(text)) return true;
  if (GERMAN_ADJECTIVE.test(words[0] ?? '')) return true;
  if (/^(?:group|house|now)$/.test(behind.at(-1) ?? '') || RED_CROSS.test(words.join(' '))) return true;
  return NON_LATIN.test(text);
}

// "Corte Di Cassazione", "Câmara Dos Deputados": a noun that institutions have in front of "of".
const ROMANCE_START =
  /^(?:banc[ao]|banque|camara|camera|casa|cellule|chambre|cort[ei]s?|cour|junta|maison|mesa|presidencia|primature|sala|vicepresidencia|ville) (?:d|da|das|de|del|della|des|di|do|dos|du|delle|degli) /;

// "Diakonisches", "Schweizerische", but not "Fischer".
const GERMAN_ADJECTIVE = /^deutsche[rsn]?$|^\p{L}{3,}[dhlnprt]ische[rsn]?$/u;

const RED_CROSS =
  /\b(?:cruz (?:roja|vermelha)|croix rouge|croce rossa|rotes kreuz|rode kruis|rode kors|roda korset)\b/;

/** Whether a word makes an organisation of a weak head noun behind it: "Supreme Court". */
export function isBeforeWeak(word: string): boolean {
  return BEFORE_WEAK.has(word) || isNationality(word);
}

function isOfInstitution(word: string): boolean {
  return SUBJECTS.has(word) || HEAD_WORDS.has(word) || isImpersonal(word);
}

// `wordsOf` turns "Women'S" into "womens".
export function isSubjectNoun(word: string): boolean {
  if (SUBJECTS.has(word) || isHeadWord(word)) return SUBJECTS.has(word);
  return SUBJECTS.has(`${word}s`) || SUBJECTS.has(word.replace(/s$/, ''));
}

/** Whether a word may be a part of an office's subjects. */
export function isSubject(word: string): boolean {
  return (
    isSubjectNoun(word) ||
    ADJECTIVES.has(word) ||
    isTextWord(word) ||
    FUNCTION_WORDS.has(word) ||
    word === 'and'
  );
}

/**
 * Whether a piece may be the first half of a name whose head noun is in the next piece: "Economic" before "Social
 * Council". It consists of at most four subjects, qualifiers and nationalities.
 */
export function isFrontOfName(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 4) return false;
  const isBeforeSubject = (word: string, i: number) => isNationality(word) && i < words.length - 1;
  return words.every((word, i) => isSubject(word) || QUALIFIERS.has(word) || isBeforeSubject(word, i));
}

/** Whether a piece is an office with a subject, so that more subjects may follow: "Ministry Of Labour". */
export function isOfficeOfSomething(text: string): boolean {
  const words = wordsOf(text);
  const preposition = words.findIndex(
    (word, i) => i > 0 && /^(?:of|for|on|against|de|pour|para)$/.test(word),
  );
  const subjects = words.slice(preposition + 1);
  // Without a preposition: "Directorate-General Justice".
  const heads = words.findIndex((word) => !OFFICES.has(word) && word !== 'general');
  const isPlain = preposition < 0 && heads > 0 && words.slice(heads).every(isSubject);
  if (isPlain) return true;
  return (
    preposition > 0 &&
    subjects.length > 0 &&
    words.slice(0, preposition).some((word) => OFFICES.has(word)) &&
    subjects.every((word) => isSubject(word) || QUALIFIERS.has(word) || ROMANCE.has(word))
  );
}

/**
 * Whether more subjects may follow the last word of an organisation's name: "Association Of Heads Of Corrections". A
 * name that ends in a place or in any other word is complete.
 */
export function endsInSubjects(text: string): boolean {
  const words = wordsOf(text);
  const preposition = words.findLastIndex(
    (word, i) => i > 0 && (FUNCTION_WORDS.has(word) || ROMANCE.has(word)),
  );
  const tail = words.slice(preposition + 1);
  return (
    preposition > 0 &&
    tail.length > 0 &&
    tail.every((word) => isSubject(word) || QUALIFIERS.has(word) || word === 'and')
  );
}

/** Whether a text begins with a subject, an adjective or a qualifier of offices: "Welfare Of Japan". */
export function startsWithSubject(text: string): boolean {
  const [first = ''] = wordsOf(text);
  return isSubjectNoun(first) || ADJECTIVES.has(first) || QUALIFIERS.has(first);
}

/** Whether a text begins with an adjective or qualifier of offices: "National Unity". */
export function startsWithQualifier(text: string): boolean {
  const [first = ''] = wordsOf(text);
  return ADJECTIVES.has(first) || QUALIFIERS.has(first);
}

/** Whether a text has a head noun of an office or organisation: "Ministry Of Justice", but not "Hope For Justice". */
export function hasOfficeWord(text: string): boolean {
  return wordsOf(text).some(isHeadWord);
}

// German and Nordic compounds.
const COMPOUND_HEAD =
  /^(?:bundes|landes)\p{L}{4,}|.{3}(?:ministerium|ministeriet|institut|institutet|instituttet|zentrum|centrum|sentralen|bureau|gesellschaft|gemeinschaft|stiftung|stiftelsen|verband|kommission|hochschule|akademie|departementet|direktoratet|styrelsen|verket|radet|namnden|myndigheten|forbundet|foreningen|verwaltung|stelle|kriminalamt|fonds|behorde|gericht|gerichtshof|ausschuss|ministerio|virasto|liitto|yhdistys|saatio|laitos|neuvosto|valtuutettu|toimisto|inspektsioon|naevnet|tilsynet|senteret|sentret|enheten|utvalget|vereniging|autoriteit|inspectie|overheidsdienst|netzwerk|hilfswerk|hilfe|dienst|gruppe|sekretariat)$|.{6}(?:fond|fondet|rat)$|uni[vw]er[sz](?:it|id|yt)/u;

// Latin and Greek stems of head nouns, which most European languages share: "Ministerstwo", "Universitas".
const SHARED_STEM =
  /^(?:ministers?t|ministar|minister[iu]|univerz|institu[tc]|instytu|organi[sz]a[ctz]i|(?:kon|con)?federa[ctz]i|asso[cz]ia[ctz]|asocia[ctz]|asocija[ct]|fundac|fundat|fundaz|fondaz|fondac|fondas|[ck]omissari|[ck]omisari|sekretari|secr?etariat|direc[ct]?ora|direktora|departament|inspe[ck]t?orat|parlament|observato|osservator|prokuratur|procurador|policija)\p{L}*$/u;
const ENGLISH_ENDING = /(?:al|ally|ed|ing|ive|ize|ise|izing|ly|ics?|ous|ism|ist|ists)$/;

function isListedHead(word: string): boolean {
  return HEAD_WORDS.has(word) || (word.length > 6 && HEAD_WORDS.has(word.replace(/s$/, '')));
}

/** Whether a word is a head noun of organisations, in any language that the lists and stems know. */
export function isHeadWord(word: string): boolean {
  if (isListedHead(word) || COMPOUND_HEAD.test(word)) return true;
  return word.length > 7 && SHARED_STEM.test(word) && !ENGLISH_ENDING.test(word);
}

/**
 * Whether an organisation's name doesn't say whose it is: an adjective before a head noun ("Social Council", "Legal
 * Department"), or head nouns alone ("Task Force"). Such a name is half of a longer one, or ambiguous without its
 * context.
 */
export function isBareHead(text: string): boolean {
  const words = wordsOf(text);
  const last = words.at(-1) ?? '';
  if (words.length === 0 || words.length > 3) return false;
  // "International Police Association"
  if (words.length === 3 && /^(?:european|global|international|national|world)$/.test(words[0] ?? ''))
    return false;
  if (words.every((word) => HEAD_WORDS.has(word) || WEAK_HEAD_WORDS.has(word) || PLAIN_QUALIFIERS.has(word)))
    return true;
  return words.length === 2 && HEAD_WORDS.has(last) && BARE.has(words[0] ?? '');
}

// "National Assembly" and "Federal Government" are complete names, so "national" and "federal" are left out.
const PLAIN_QUALIFIERS = setOf(`
  advisory district executive field general head independent joint local main mixed permanent regional senior special standing
  steering sub task technical working
`);

const BARE = setOf(`
  administrative cultural economic educational environmental executive financial humanitarian internal judicial legal
  medical political scientific social statistical technical
`);

/** Whether all words of a text are common words of institutions, without the name of a place or person. */
export function isGeneric(text: string): boolean {
  return wordsOf(text).every(
    (word) =>
      isListedHead(word) ||
      QUALIFIERS.has(word) ||
      isSubject(word) ||
      ROMANCE.has(word) ||
      /^\p{L}{4,}ing$/u.test(word),
  );
}

/**
 * Whether an organisation's name ends in an adjective or preposition, so that its noun is in another piece: "Centre For
 * Strategic". In Romance languages the adjective comes last ("Ministerio De Desarrollo Social"), so those names don't
 * count.
 */
export function endsInAdjective(text: string): boolean {
  const words = wordsOf(text);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && (STRONG_FUNCTION_WORDS.has(last) || last === 'and')) return true;
  return ADJECTIVES.has(last) && !words.some((word) => ROMANCE.has(word) || ROMANCE_HEAD.test(word));
}

const ROMANCE_HEAD =
  /^(?:minist(?:ere|erio|ero)|(?:sub)?secretaria|consejeria|conselleria|direction|observatorio|observatoire|comite|junta|oficina|unidad|procuraduria|procuradoria|instituto?|universi(?:dad|dade|te|ta)|comision|comissao|consejo|conselho|conseil|fundacion|fondation|fundacao|asociacion|associacao|fiscalia|defensoria|direccion|organizacion|organizacao|centro)$/;

/** Whether a text names an office in French, Spanish, Italian or Portuguese. */
export function isRomanceOffice(text: string): boolean {
  return wordsOf(text).some((word) => ROMANCE_HEAD.test(word));
}

const DIRECTIONS = setOf(`
  central east eastern latin north northeast northeastern northern northwestern south southeast southeastern southern
  southwestern west western
`);

/** Whether a name ends in the first half of a region's name: "Regional Office For Central". */
export function endsInDirection(text: string): boolean {
  return DIRECTIONS.has(wordsOf(text).at(-1) ?? '');
}

function isImpersonal(word: string): boolean {
  return (
    IMPERSONAL.has(word) ||
    IMPERSONAL.has(`${word}s`) ||
    /^ombuds?(?:man|men|person|women|woman)?$/.test(word)
  );
}

/** Whether a word occurs in organisations' names and hardly ever in a person's: "Now", "Together". */
export function isImpersonalWord(text: string): boolean {
  return isImpersonal(wordsOf(text).join(' '));
}

/** Whether a text has a word of the field, which a person's name hardly ever has. */
export function hasFieldWord(text: string): boolean {
  return wordsOf(text).some(
    (word) => SUBJECTS.has(word) || isHeadWord(word) || STRONG_FUNCTION_WORDS.has(word) || isImpersonal(word),
  );
}

// Endings of English nouns and adjectives that names hardly ever have.
const STRONG_ENDING =
  /(?:[ts]ions?|[a-z]{4}ments?|ness|[a-z]{4}ities|[a-z]{3}ism|ical|[a-z]{3}ship|ological|ologies|zion[ei]|ciones|coes|keit|heit)$/;

/** Whether a piece looks like running text, although its words are in no vocabulary: "Participatory Budgetings". */
export function looksLikeText(text: string): boolean {
  return wordsOf(text).some(isTextWord);
}

function isTextWord(word: string): boolean {
  return word.length > 6 && !isHeadWord(word) && STRONG_ENDING.test(word);
}

/**
 * Whether a piece has a word of running text: a word of the field, or the ending of an English noun or adjective. It
 * prefers false positives ("Kelly" has such an ending), because their only effect is that pieces stay unresolved.
 */
export function hasProseWord(text: string): boolean {
  return wordsOf(text).some(
    (word) =>
      SUBJECTS.has(word) ||
      HEAD_WORDS.has(word) ||
      FUNCTION_WORDS.has(word) ||
      /^\d/.test(word) ||
      (word.length > 4 &&
        /(?:tion|tions|sion|ment|ments|ness|ity|ities|ing|ism|ly|able|ible|ance|ence|ive|ous|ful|ical|ship)$/.test(
          word,
        )),
  );
}
