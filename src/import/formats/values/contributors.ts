import { plain } from '../../../text/plain.ts';
import type { AuthorRecord, ContributionRecord } from '../../record.ts';
import { readTitle } from '../../repair/text.ts';
import { readEditorMark, readNames } from './people.ts';
import type { Remarks } from './remarks.ts';

type Role = ContributionRecord['role'];

/** Maximum length of a name, in characters. */
const LONGEST = 1000;

/** Collects the contributors of a record. */
export class Contributors {
  private readonly remarks: Remarks;
  private readonly contributions = new Map<string, ContributionRecord>();

  constructor(remarks: Remarks) {
    this.remarks = remarks;
  }

  /** The contributions in the order in which they were added. */
  list(): ContributionRecord[] {
    return [...this.contributions.values()];
  }

  /** Adds a contributor; or, given a string, records why the text names nobody. Duplicates in one role are ignored. */
  add(author: AuthorRecord | string, role: Role, printedAs: string): void {
    const printed = readTitle(printedAs);
    if (printed === '') return;
    if (typeof author === 'string') return this.remarks.reject('authors', printed, author);
    if (author.name === '' || author.name.length > LONGEST)
      return this.remarks.reject(
        'authors',
        printed.slice(0, 100),
        `is empty or longer than ${LONGEST} characters`,
      );
    if (author.kind === 'ORGANIZATION' && author.name !== printed)
      this.remarks.note('authors', 'known-organisation', printed, [author.name]);
    const key = `${role} ${plain(author.name)}`;
    if (!this.contributions.has(key)) this.contributions.set(key, { author, role, printedAs: printed });
  }

  /** Adds the contributors that a text names, which may be several: "Smith, Jan (ed.)". */
  addNames(stated: string, statedRole: Role): void {
    const mark = statedRole === 'AUTHOR' ? readEditorMark(stated) : null;
    const { text, areAllEditors } = mark ?? { text: stated, areAllEditors: false };
    if (mark !== null) this.remarks.note('authors', 'read-role', stated, [text]);
    if (areAllEditors) this.makeAuthorsEditors();
    const names = readNames(text);
    if (names.length > 1)
      this.remarks.note(
        'authors',
        'names-in-one-text',
        text,
        names.map((name) => name.printed),
      );
    for (const name of names) this.add(name.author, mark === null ? statedRole : 'EDITOR', name.printed);
  }

  private makeAuthorsEditors(): void {
    const contributions = this.list();
    this.contributions.clear();
    for (const { author, role, printedAs } of contributions)
      this.add(author, role === 'AUTHOR' ? 'EDITOR' : role, printedAs);
  }
}
