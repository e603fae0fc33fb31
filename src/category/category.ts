/** A sort of document. */
export interface Category {
  id: number;
  slug: string;
  name: string;
  description: string | null;
}
