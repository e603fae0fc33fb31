/** A topic, a category, or another object that publications are filed under and that has only a name and a description. */
export interface Filed {
  id: number;
  slug: string;
  name: string;
  description: string | null;
}
