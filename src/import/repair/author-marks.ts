import type { Item, Notes } from './author-items.ts';
import { isGivenLike } from './author-names.ts';
import { organisationOf } from './author-organisations.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import { mayBeSorted } from './enumeration.ts';
import { isGeneration, isInitials, isNameShaped, withoutTitles } from './person.ts';

const JOINED = / (?:and|&) /i;
/** Where a list has a comma that the site left in. */
const LISTED = /,? (?:and|&) |, /i;
const ROLE = / ?[([](eds?|editors?|conveners?|convenors?|coordinators?|coords?|trans|translators?)\.?[)\]]$/i;
const ET_AL = /(?:^| )et\.? al(?:ii|\.)?$/i;

/** Takes off what is said of a name: "(Ed.)" makes an editor, "(Eds.)" of all; "et al.", "Dr." and "PhD" go. */
export function readMarks(items: readonly Item[], notes: Notes): Item[] {
  let areAllEditors = false;
  const marked = items.flatMap((item): Item[] => {
    if (item.author) return [item];
    let { text, role } = item;
    // Of "A, B, and C" the site leaves "And C".
    if (/^and /i.test(text)) {
      text = text.slice(4).trim();
      notes.add('drop-and', [item.text], [text]);
    }
    const mark = ROLE.exec(text);
    if (mark) {
      text = text.slice(0, mark.index).trim();
      const word = (mark[1] ?? '').toLowerCase();
      role = word.startsWith('trans') ? 'TRANSLATOR' : 'EDITOR';
      areAllEditors ||= /s$/.test(word) && role === 'EDITOR';
      notes.add('read-role', [item.text], [text]);
    }
    if (ET_AL.test(text)) {
      text = text.replace(ET_AL, '').trim();
      notes.add('drop-et-al', [item.text], text === '' ? [] : [text]);
      if (text === '') return [];
    }
    const plain = withoutTitles(text);
    if (isNameShaped(plain) && plain !== text) {
      notes.add('drop-titles', [text], [plain]);
      text = plain;
    }
    return [{ ...item, text, role }];
  });
  return areAllEditors ? marked.map((item) => ({ ...item, role: 'EDITOR' })) : marked;
}

/** A list that the site left whole, for it has semicolons: "Walk Free Foundation; IOM; UNICEF". */
export function splitLists(items: readonly Item[], notes: Notes): Item[] {
  return items.flatMap((item): Item[] => {
    const parts = item.text.split(';').map((part) => part.trim());
    if (parts.length < 2) return [item];
    const named = parts.filter((part) => part !== '');
    notes.add('split-list', [item.text], named);
    return named.map((text) => ({ ...item, text, printed: [text] }));
  });
}

/** "John Smith", "Jr.": the comma before a suffix is gone too. One that stands first, or in a sorted list, is nobody's. */
export function joinSuffixes(items: readonly Item[], notes: Notes): Item[] {
  const isSorted = mayBeSorted(items.map(({ text }) => text));
  const joined: Item[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    if (item.author !== null || !isGeneration(item.text)) {
      joined.push(item);
    } else if (before === undefined || before.author !== null || isSorted || !isNameShaped(before.text)) {
      joined.push({ ...item, isUnresolved: true });
    } else {
      const text = `${before.text} ${item.text}`;
      notes.add('join-suffix', [before.text, item.text], [text]);
      joined[joined.length - 1] = { ...before, text, printed: [...before.printed, ...item.printed] };
    }
  }
  return joined;
}

/** Names that the site left joined: "Jane Doe & John Roe", "M. And M. Klein Solomon" where a surname precedes. */
export function splitJoined(items: readonly Item[], notes: Notes): Item[] {
  return items.flatMap((item, i): Item[] => {
    if (item.author || item.isUnresolved || !JOINED.test(item.text)) return [item];
    const parts = item.text.split(LISTED).map((part) => part.trim());
    const areOrganisations = parts.every((part) => findOrganisation(part) !== null);
    if (organisationOf(item.text) !== null && !areOrganisations) return [item];
    const isNextGiven = isGivenLike(items[i + 1]);
    const areNames =
      areOrganisations ||
      parts.every(
        (part, k) =>
          isInitials(part) ||
          (isNameShaped(part) && (part.includes(' ') || (isNextGiven && k === parts.length - 1))),
      );
    if (!areNames) return [{ ...item, isUnresolved: true }];
    notes.add('split-joined-names', [item.text], parts);
    return parts.map((part) => ({ ...item, text: part, printed: [part] }));
  });
}
