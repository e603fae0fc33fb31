import { readSourcePages } from '../.vitepress/sources.ts';

/** The files of the repository that pages link to, as pages. */
export default { paths: readSourcePages };
