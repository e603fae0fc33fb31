import type { ContributionRole } from '../../publication/publication.ts';
import { organisationOf, organisationRecord } from './author-organisations.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { mayBeSorted } from './enumeration.ts';
import {
  endsInInitial,
  isGeneration,
  isInitials,
  isNameShaped,
  isParticle,
  isTitle,
  withoutTitles,
} from './person.ts';
import { endsInAdjective, hasFieldWord, hasOfficeWord, isGeneric } from './vocabulary/name-words.ts';
import { isDoubleSurname } from './vocabulary/surnames.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import { findOrganisation } from './vocabulary/organisations.ts';

const JOINED = / (?:and|&|with) /i;
/** Separators of a list whose comma the site did not split. */
const LISTED = /,? (?:and|&|with) |, /i;
const ROLE =
  /,? ?\b(eds\.?|ed\.|editors?|conveners?|convenors?|coordinators?|coords?\.|trans\.|translators?)$/i;
const BRACKETED_ROLE =
  /,? ?[([](eds?|editors?|conveners?|convenors?|coordinators?|coords?|dirs?|orgs?|comps?|hrsg|a cura di|trans|translators?)\.?[)\]]$/i;
const ET_AL = /(?:^|[ ,(]+)(?:et\.? al(?:ii|\.)?|and others)\)?\.?$/i;

/** Prefixes of names, with the role that they give to this name and the names after it. */
const PREFIXES: readonly [RegExp, ContributionRole][] = [
  [
    /^(?:co-?)?(?:edited|ed\.?|eds\.?|compiled|convened|directed) by(?: |:|$) ?|^(?:editors?|eds?\.?): ?/i,
    'EDITOR',
  ],
  [/^(?:éditée? par|sous la direction de|editado por|compilado por|coordinado por)(?: |:|$) ?/i, 'EDITOR'],
  [/^(?:(?:translated|trans\.?) by|traduit par|traducido por)(?: |:|$) ?/i, 'TRANSLATOR'],
  [
    /^(?:(?:co-?)?(?:written|prepared|authored|drafted|researched|developed|produced|conducted|report) by|by|authors?:|with|together with|in (?:collaboration|cooperation|co-operation|partnership|association|conjunction) with|par|por|avec)(?: |:|$) ?/i,
    'AUTHOR',
  ],
];

// Contributions other than writing the work.
const OTHER_PART =
  /^(?:(?:with )?(?:a |an )?(?:foreword|preface|introduction|afterword|contributions?|research assistance|support|funding|assistance|photo(?:graph)?s?|illustrations?)(?: by| from)|with (?:support|funding|assistance|contributions) of|(?:commissioned|funded|financed|sponsored|supported|published|illustrated|photographed|designed|supervised|reviewed|presented|submitted|approved|facilitated|hosted|implemented) by|(?:submitted|presented) to|(?:prepared|produced|written|developed) for|on behalf of|funding by|layout by|cover by|photos? by|préface de|prólogo de)\b/i;

/**
 * Removes marks from names. "(Ed.)" makes one editor, "(Eds.)" makes the whole list editors. "Et al.", titles, degrees
 * and "With" are dropped.
 */
export function readMarks(items: readonly Item[], notes: Notes): Item[] {
  let areAllEditors = false;
  let standing: ContributionRole = 'AUTHOR';
  const marked: Item[] = [];
  for (const item of items) {
    let { text, role } = item;
    const previous = marked.at(-1);
    // The site turns the end of "A, B, and C" into "And C".
    if (/^(?:and|&) /i.test(text)) {
      text = text.replace(/^(?:and|&) /i, '').trim();
      notes.add('drop-and', [item.text], [text]);
    }
    const behindTitle = /^(\S+) (?:and|&) (.+)$/i.exec(text);
    if (behindTitle && isTitle(behindTitle[1] ?? '')) {
      text = behindTitle[2] ?? '';
      notes.add('drop-titles', [item.text], [text]);
    }
    if (OTHER_PART.test(text)) {
      marked.push({ ...item, reason: 'says who took another part than writing the work' });
      continue;
    }
    // "Jane Doe For IOM"
    const [, commissioned = ''] = / for (\S.*)$/i.exec(text) ?? [];
    const named = text.slice(0, text.length - commissioned.length).replace(/ for $/i, '');
    if (
      findOrganisation(commissioned) !== null &&
      named.includes(' ') &&
      isNameShaped(named) &&
      !hasFieldWord(named)
    ) {
      notes.add('drop-commissioner', [text], [named]);
      text = named;
    }
    const prefix = PREFIXES.find(([pattern]) => pattern.test(text));
    if (prefix) {
      text = text.replace(prefix[0], '').trim();
      standing = prefix[1];
      notes.add(standing === 'AUTHOR' ? 'drop-prefix' : 'read-role', [item.text], text === '' ? [] : [text]);
      if (text === '') continue;
    }
    // An organisation behind "Edited By Jane Doe" need not be an editor.
    if (role === 'AUTHOR' && (prefix || !isOrganisationName(text))) role = standing;
    const isNamed = isNameShaped(text.replace(ROLE, '')) && !hasOfficeWord(text.replace(ROLE, ''));
    const mark = BRACKETED_ROLE.exec(text) ?? (isNamed ? ROLE.exec(text) : null);
    if (mark) {
      const word = (mark[1] ?? '').toLowerCase();
      const named: ContributionRole = word.startsWith('trans') ? 'TRANSLATOR' : 'EDITOR';
      text = text.slice(0, mark.index).trim();
      areAllEditors ||= (/s$/.test(word) || word === 'a cura di') && named === 'EDITOR';
      notes.add('read-role', [item.text], text === '' ? [] : [text]);
      if (text === '') {
        if (previous !== undefined && isOpen(previous))
          marked[marked.length - 1] = { ...previous, role: named };
        continue;
      }
      role = named;
    }
    if (ET_AL.test(text)) {
      text = text.replace(ET_AL, '').trim();
      notes.add('drop-et-al', [item.text], text === '' ? [] : [text]);
      if (text === '') continue;
    }
    if (isTitle(text) && previous !== undefined && isOpen(previous) && isNameShaped(previous.text)) {
      notes.add('drop-titles', [previous.text, text], [previous.text]);
      continue;
    }
    // Sorting may move a degree before its name: "MD", "Zhao Mingxia".
    const next = items[marked.length + 1];
    if (isTitle(text) && marked.length === 0 && items.length === 2 && isFullName(next)) {
      notes.add('drop-titles', [text, next?.text ?? ''], [next?.text ?? '']);
      continue;
    }
    const plain = withoutTitles(text);
    if (isNameShaped(plain) && plain !== text && !hasOfficeWord(plain)) {
      notes.add('drop-titles', [text], [plain]);
      text = plain;
    }
    marked.push({ ...item, text, role });
  }
  return areAllEditors ? marked.map((item) => ({ ...item, role: 'EDITOR' })) : marked;
}

function isOrganisationName(text: string): boolean {
  return hasOfficeWord(text) || findOrganisation(text) !== null;
}

function isFullName(item: Item | undefined): boolean {
  return isOpen(item) && item.text.includes(' ') && isNameShaped(item.text) && !hasOfficeWord(item.text);
}

/** Splits a list that the site left whole because it uses semicolons: "Walk Free Foundation; IOM; UNICEF". */
export function splitLists(items: readonly Item[], notes: Notes): Item[] {
  return items.flatMap((item): Item[] => {
    // "IOM/UNICEF"
    const slashed = item.text.split(/ ?\/ ?/);
    const areKnown = slashed.length > 1 && slashed.every((part) => findOrganisation(part) !== null);
    const parts = (areKnown ? slashed : item.text.split(';')).map((part) => part.trim());
    if (parts.length < 2 || /\d ?;|; ?\d/.test(item.text)) return [item];
    const named = parts.filter((part) => part !== '');
    notes.add('split-list', [item.text], named);
    return named.map((text) => ({ ...item, text, printed: [text] }));
  });
}

/**
 * Joins a suffix with its name: "John Smith", "Jr.". The site split them at the comma. If no name precedes the suffix,
 * or the list is sorted, the suffix belongs to the only full name of the list. If there is no such name, the suffix is
 * unresolved.
 */
export function joinSuffixes(items: readonly Item[], notes: Notes): Item[] {
  const isSorted = mayBeSorted(notes.pieces);
  const isName = (item: Item | undefined) =>
    isOpen(item) && isNameShaped(item.text) && !isGeneration(item.text);
  const names = items.filter((item) => isName(item) && item.text.includes(' '));
  const result: Item[] = [...items];
  for (const [i, item] of items.entries()) {
    if (!isOpen(item) || !isGeneration(item.text)) continue;
    const before = items[i - 1];
    const bearer =
      before !== undefined && isName(before) && !isSorted
        ? before
        : names.length === 1
          ? names[0]
          : undefined;
    if (bearer === undefined) {
      result[i] = { ...item, reason: 'a suffix of a name that is not beside it' };
      continue;
    }
    const text = `${bearer.text} ${item.text}`;
    notes.add('join-suffix', [bearer.text, item.text], [text]);
    result[items.indexOf(bearer)] = { ...bearer, text, printed: [...bearer.printed, ...item.printed] };
    result[i] = { ...item, text: '' };
  }
  return result.filter((item) => item.text !== '');
}

const LEGAL_FORM =
  /^(?:inc|ltd|llc|llp|plc|corp|co|gmbh|e\. ?v|s\.? ?a\.?|s\.? ?l|pty ltd|b\.? ?v|a\.? ?c|a\. ?s|asbl|onlus)\.?$/i;

/** Joins the legal form of a company with its name: "Development Services Group", "Inc.". */
export function joinLegalForms(items: readonly Item[], notes: Notes): Item[] {
  return items.reduce<Item[]>((joined, item) => {
    const before = joined.at(-1);
    const isForm = isOpen(item) && LEGAL_FORM.test(item.text) && !isInitials(item.text);
    if (!isForm || !isOpen(before) || mayBeSorted(notes.pieces)) return [...joined, item];
    const text = `${before.text}, ${item.text}`;
    const author = organisationOf(text) ?? organisationRecord(text);
    notes.add('join-legal-form', [before.text, item.text], [author.name]);
    return [
      ...joined.slice(0, -1),
      { ...before, text, printed: [...before.printed, ...item.printed], author },
    ];
  }, []);
}

/** Splits names that the site left joined: "Jane Doe & John Roe", or "M. And M. Klein Solomon" behind a surname. */
export function splitJoined(items: readonly Item[], notes: Notes): Item[] {
  return items.flatMap((item, i): Item[] => {
    if (!isOpen(item) || !JOINED.test(item.text)) return [item];
    const parts = item.text.split(LISTED).map((part) => withoutTitles(part.trim()));
    const isOrganisation = (part: string) => findOrganisation(part) !== null;
    const areOrganisations =
      parts.every(isOrganisation) ||
      (parts.length === 2 && (parts.every(startsWithOffice) || areWholeOrganisations(parts)));
    const isOfPersons =
      !hasOfficeWord(item.text) &&
      parts.every((part) => mayBeGivenName(part.split(' ')[0] ?? '') && isNameShaped(part));
    if (organisationOf(item.text) !== null && !areOrganisations && !isOfPersons) return [item];
    const isName = (part: string, k: number) =>
      isOrganisation(part) ||
      isInitials(part) ||
      (isNameShaped(part) &&
        (part.includes(' ') ||
          (k === parts.length - 1 && isHalf(items[i + 1])) ||
          (k === 0 && isHalf(items[i - 1]))));
    if (!areOrganisations && !parts.every(isName))
      return [{ ...item, reason: 'names joined by "and" that cannot be told apart' }];
    notes.add('split-joined-names', [item.text], parts);
    return parts.map((text) => ({ ...item, text, printed: [text] }));
  });
}

/** "Ministry Of Justice": an office followed by its subject. No other name continues with it. */
function startsWithOffice(text: string): boolean {
  return /^\S+ (?:of|for|on) /i.test(text) && hasOfficeWord(text.split(' ')[0] ?? '');
}

/** "University Of Hull", "St Mary'S University": both parts have a head noun, and the second is specific by itself. */
function areWholeOrganisations([first = '', second = '']: readonly string[]): boolean {
  return hasOfficeWord(first) && hasOfficeWord(second) && !endsInAdjective(first) && !isGeneric(second);
}

/** Whether an item can be the other half of a name: a single word, initials, or "Smith J.". */
function isHalf(item: Item | undefined): boolean {
  if (!isOpen(item) || !isNameShaped(item.text)) return false;
  const words = item.text.split(' ').filter((word) => !isParticle(word));
  return words.length < 2 || isInitials(item.text) || endsInInitial(item.text) || isDoubleSurname(item.text);
}
