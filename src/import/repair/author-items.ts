import type { ContributionRole } from '../../publication/publication.ts';
import type { AuthorRecord, Repair } from '../record.ts';

/**
 * A printed piece, or several joined pieces, that the rules turn into an author. `author` is null until a rule decides.
 */
export interface Item {
  /** The text to read: joined, without marks. */
  text: string;
  /** The pieces as printed. */
  printed: string[];
  role: ContributionRole;
  author: AuthorRecord | null;
  /** Why the piece stays unresolved. The rule that sets the reason keeps later rules from trying. */
  reason?: string;
}

/** Whether no rule has decided about an item yet. */
export function isOpen(item: Item | undefined): item is Item {
  return item !== undefined && item.author === null && item.reason === undefined;
}

/** Collects the repairs. A repair that leaves its text unchanged is not recorded. */
export interface Notes {
  /** The printed pieces in their order, which shows whether the site sorted them. */
  pieces: readonly string[];
  /** True if another record of the page prints its authors out of alphabetical order, so the site didn't sort this page. */
  keepsOrder: boolean;
  repairs: Repair[];
  add(rule: string, read: readonly string[], made: readonly string[]): void;
}

export function notesOnAuthors(pieces: readonly string[], keepsOrder = false): Notes {
  const repairs: Repair[] = [];
  return {
    pieces,
    keepsOrder,
    repairs,
    add(rule, read, made) {
      const isSame = read.length === made.length && read.every((text, i) => text === made[i]);
      if (!isSame) repairs.push({ field: 'authors', rule, read: [...read], made: [...made] });
    },
  };
}
