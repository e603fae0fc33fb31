import type { CslItem } from '../../src/export/formats/csl/csl.item.ts';

const person = (family: string, given: string) => ({ family, given });
const article: CslItem = {
  id: 'article',
  type: 'article-journal',
  title: 'Rivers of Two Lands',
  author: [person('van der Berg', 'J. P.'), person('Rossi', 'Sofia')],
  issued: { 'date-parts': [[2013, 4, 20]] },
  'container-title': 'Journal of Valleys',
  volume: '3',
  page: '297-300',
};
const { volume: _, page: __, ...unnumbered } = article;
const { issued: ___, ...undated } = unnumbered;
const organisations = [{ literal: 'World Health Organization' }, { literal: 'Ministry of Rivers' }];
const many = ['Ade', 'Bell', 'Cruz', 'Diaz', 'Eze', 'Fall', 'Gaye', 'Hall', 'Ito', 'Jung', 'Kane'].map(
  (family) => person(family, 'Ana'),
);

/** References of all forms, with the output of citeproc-js for the official styles (Chicago 17 author-date, MLA 9). */
export const CITATION_CASES: readonly [name: string, item: CslItem, chicago: string, mla: string][] = [
  [
    'an article of a volume',
    article,
    'Berg, J. P. van der, and Sofia Rossi. 2013. “Rivers of Two Lands.” <i>Journal of Valleys</i> 3 (April 2013): 297–300.',
    'van der Berg, J. P., and Sofia Rossi. “Rivers of Two Lands.” <i>Journal of Valleys</i>, vol. 3, Apr. 2013, pp. 297–300.',
  ],
  [
    'an article of an issue',
    { ...article, issue: '4', page: '200-205' },
    'Berg, J. P. van der, and Sofia Rossi. 2013. “Rivers of Two Lands.” <i>Journal of Valleys</i> 3 (4): 200–205.',
    'van der Berg, J. P., and Sofia Rossi. “Rivers of Two Lands.” <i>Journal of Valleys</i>, vol. 3, no. 4, Apr. 2013, pp. 200–05.',
  ],
  [
    'an article of an issue without a volume',
    { ...unnumbered, issue: '4' },
    'Berg, J. P. van der, and Sofia Rossi. 2013. “Rivers of Two Lands.” <i>Journal of Valleys</i>, no. 4 (April 2013).',
    'van der Berg, J. P., and Sofia Rossi. “Rivers of Two Lands.” <i>Journal of Valleys</i>, no. 4, Apr. 2013.',
  ],
  [
    'an article without numbers',
    { ...unnumbered, page: '14-41' },
    'Berg, J. P. van der, and Sofia Rossi. 2013. “Rivers of Two Lands.” <i>Journal of Valleys</i>, April 20, 2013, 14–41.',
    'van der Berg, J. P., and Sofia Rossi. “Rivers of Two Lands.” <i>Journal of Valleys</i>, Apr. 2013, pp. 14–41.',
  ],
  [
    'an article without a date',
    { ...undated, volume: '3' },
    'Berg, J. P. van der, and Sofia Rossi. n.d. “Rivers of Two Lands.” <i>Journal of Valleys</i> 3.',
    'van der Berg, J. P., and Sofia Rossi. “Rivers of Two Lands.” <i>Journal of Valleys</i>, vol. 3.',
  ],
  [
    'a book of organisations, in an edition',
    {
      id: 'book',
      type: 'book',
      title: 'All Valleys',
      author: organisations,
      issued: { 'date-parts': [[2001, 5]] },
      publisher: 'Lyon Press',
      'publisher-place': 'Lyon',
      edition: '2',
    },
    'World Health Organization and Ministry of Rivers. 2001. <i>All Valleys</i>. 2nd ed. Lyon: Lyon Press.',
    'World Health Organization and Ministry of Rivers. <i>All Valleys</i>. 2nd ed., Lyon Press, 2001.',
  ],
  [
    'a book of eleven authors',
    { id: 'many', type: 'book', title: 'All Rivers', author: many, issued: { 'date-parts': [[2001]] } },
    'Ade, Ana, Ana Bell, Ana Cruz, Ana Diaz, Ana Eze, Ana Fall, Ana Gaye, et al. 2001. <i>All Rivers</i>.',
    'Ade, Ana, et al. <i>All Rivers</i>. 2001.',
  ],
  [
    'a book of editors',
    {
      id: 'edited',
      type: 'book',
      title: 'All Coasts',
      editor: [person('Roe', 'Ann'), person('Li', 'Bo')],
      issued: { 'date-parts': [[2001]] },
      URL: 'https://example.org/coasts',
    },
    'Roe, Ann, and Bo Li, eds. 2001. <i>All Coasts</i>. https://example.org/coasts.',
    'Roe, Ann, and Bo Li, editors. <i>All Coasts</i>. 2001, https://example.org/coasts.',
  ],
  [
    'a report of a day, with editors',
    {
      id: 'report',
      type: 'report',
      title: 'Counting Rivers',
      author: [person('Ade', 'Ngozi')],
      editor: [person('Roe', 'Ann'), person('Li', 'Bo'), person('Mann', 'Lori J.')],
      issued: { 'date-parts': [[2021, 5, 2]] },
      DOI: '10.1000/27',
    },
    'Ade, Ngozi. 2021. <i>Counting Rivers</i>. Edited by Ann Roe, Bo Li, and Lori J. Mann. https://doi.org/10.1000/27.',
    'Ade, Ngozi. <i>Counting Rivers</i>. Edited by Ann Roe et al., 2 May 2021, https://doi.org/10.1000/27.',
  ],
  [
    'a chapter with an editor',
    {
      id: 'chapter',
      type: 'chapter',
      title: 'The Third Valley',
      author: [person('Doe', 'Jane'), person('Li', 'Bo'), person('Ito', 'Ken')],
      editor: [person('Roe', 'Ann')],
      'container-title': 'All Valleys',
      issued: { 'date-parts': [[2016, 2, 8]] },
      publisher: 'Lyon Press',
      'publisher-place': 'Lyon',
      page: '1201-1209',
    },
    'Doe, Jane, Bo Li, and Ken Ito. 2016. “The Third Valley.” In <i>All Valleys</i>, edited by Ann Roe, 1201–9. Lyon: Lyon Press.',
    'Doe, Jane, et al. “The Third Valley.” <i>All Valleys</i>, edited by Ann Roe, Lyon Press, 2016, pp. 1201–09.',
  ],
  [
    'a chapter of nobody, without a publisher',
    {
      id: 'anonymous',
      type: 'chapter',
      title: 'What Works?',
      'container-title': 'World Report',
      issued: { 'date-parts': [[2014]] },
      'publisher-place': 'Oxford',
      page: '84-103',
    },
    '“What Works?” 2014. In <i>World Report</i>, 84–103. Oxford.',
    '“What Works?” <i>World Report</i>, Oxford, 2014, pp. 84–103.',
  ],
  [
    'an article of several issues, with initials and a name in its own script',
    {
      ...{ ...unnumbered, volume: '3', issue: '2-3', page: 'S12-S18' },
      author: [person('Tolkien', 'J.R.R.'), person('山田', '太郎')],
    },
    'Tolkien, J. R. R., and 山田太郎. 2013. “Rivers of Two Lands.” <i>Journal of Valleys</i> 3 (2–3): S12–18.',
    'Tolkien, J. R. R., and 山田太郎. “Rivers of Two Lands.” <i>Journal of Valleys</i>, vol. 3, nos. 2–3, Apr. 2013, pp. S12–18.',
  ],
  [
    'an article of several issues without a volume, on one page',
    { ...unnumbered, issue: '2-3', page: 'e123', author: [person('al-Masri', 'Ali')] },
    'Masri, Ali al-. 2013. “Rivers of Two Lands.” <i>Journal of Valleys</i>, nos. 2–3 (April 2013): e123.',
    'al-Masri, Ali. “Rivers of Two Lands.” <i>Journal of Valleys</i>, nos. 2–3, Apr. 2013, p. e123.',
  ],
  [
    'a dataset',
    {
      id: 'dataset',
      type: 'dataset',
      title: 'A Count of Valleys',
      author: [person('Ade', 'Ngozi')],
      issued: { 'date-parts': [[2001]] },
      publisher: 'Lyon Press',
      DOI: '10.1000/d',
    },
    'Ade, Ngozi. 2001. “A Count of Valleys.” Lyon Press. https://doi.org/10.1000/d.',
    'Ade, Ngozi. “A Count of Valleys.” Lyon Press, 2001, https://doi.org/10.1000/d.',
  ],
  [
    'a revised edition',
    {
      id: 'revised',
      type: 'book',
      title: 'All Valleys',
      author: [person('Ade', 'Ngozi')],
      issued: { 'date-parts': [[2001]] },
      edition: 'Rev. ed.',
      publisher: 'Lyon Press',
      'publisher-place': 'Lyon',
    },
    'Ade, Ngozi. 2001. <i>All Valleys</i>. Rev. ed. Lyon: Lyon Press.',
    'Ade, Ngozi. <i>All Valleys</i>. Rev. ed., Lyon Press, 2001.',
  ],
  [
    'a title that ends in a quotation',
    {
      id: 'quoted',
      type: 'chapter',
      title: 'Who Asked “Why?”',
      author: [person('Ade', 'Ngozi')],
      issued: { 'date-parts': [[2001]] },
      'container-title': 'All Valleys',
      page: '12-34',
    },
    'Ade, Ngozi. 2001. “Who Asked ‘Why?’” In <i>All Valleys</i>, 12–34.',
    'Ade, Ngozi. “Who Asked ‘Why?’” <i>All Valleys</i>, 2001, pp. 12–34.',
  ],
];
