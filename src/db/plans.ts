/**
 * Begins the text of a statement that PostgreSQL is to plan for its values each time: where how much they find decides which
 * plan is good, and one plan for all would at times read the whole table. Other statements are prepared.
 */
export const FOR_ITS_VALUES = '/* planned for its values */';
