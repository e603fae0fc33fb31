import type { ContributionRole } from '../../publication/publication.ts';
import type { AuthorRecord, Repair } from '../record.ts';

/** A printed piece, or several joined, on its way to becoming an author; `author` is null while nothing is decided. */
export interface Item {
  /** What is read now: joined, without marks. */
  text: string;
  /** The pieces as printed. */
  printed: string[];
  role: ContributionRole;
  author: AuthorRecord | null;
  /** Why the piece stays unresolved; set by the rule that found out, so that no later one tries. */
  reason?: string;
}

/** Whether no rule has decided about an item. */
export function isOpen(item: Item | undefined): item is Item {
  return item !== undefined && item.author === null && item.reason === undefined;
}

/** Collects what the rules do; a rule that changes nothing has done nothing. */
export interface Notes {
  repairs: Repair[];
  add(rule: string, read: readonly string[], made: readonly string[]): void;
}

export function notesOnAuthors(): Notes {
  const repairs: Repair[] = [];
  return {
    repairs,
    add(rule, read, made) {
      const isSame = read.length === made.length && read.every((text, i) => text === made[i]);
      if (!isSame) repairs.push({ field: 'authors', rule, read: [...read], made: [...made] });
    },
  };
}
