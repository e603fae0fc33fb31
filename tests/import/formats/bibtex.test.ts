import fc from 'fast-check';
import { bibtex, readBibtex } from '../../../src/import/formats/bibtex/bibtex.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const read = (text: string) => readBibtex(text, { heading: 'topic' });

const LIBRARY = String.raw`
@string{lyon = "Lyon Press"}
@book{all, title = {All Valleys}, date = {2001}, publisher = lyon, editor = {Roe, Ann}, isbn = {978-3-16-148410-0}}
@incollection{third,
  author = {Ade, Ngozi and van der Berg, Jan and Smith, Jr., John and others},
  title = {The Third {Valley}: \'Etude \& na{\"i}ve},
  crossref = {all}, pages = {12--34}, langid = {ngerman}
}
@techreport{who,
  author = {{World Health Organization} and IOM and {Ministry of Rivers}}, title = {On Rivers}, year = 2019, month = may,
  institution = {Ministry of Rivers}, number = {7}, doi = {10.1000/ABC}, keywords = {a, b}, address = {Nairobi, Kenya}
}
@misc{range, title = {R}, date = {1995/1997}, url = {http://example.org/r}}
@article{untitled, author = {Doe, Jane}}
`;

describe('readBibtex', () => {
  it('reads names, accents, strings, cross-references and organisations in braces', async () => {
    expect(statedValues(await read(LIBRARY))).toEqual([
      {
        title: 'All Valleys',
        type: 'BOOK',
        issued: '2001',
        identifiers: [{ scheme: 'ISBN', value: '9783161484100' }],
        contributors: ['EDITOR PERSON Ann Roe = Roe, Ann', 'PUBLISHER ORGANIZATION Lyon Press = Lyon Press'],
      },
      {
        title: 'The Third Valley: Étude & naïve',
        type: 'CHAPTER',
        issued: '2001',
        languages: ['de'],
        partOf: { title: 'All Valleys', pages: '12-34' },
        contributors: [
          'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
          'AUTHOR PERSON Jan van der Berg = van der Berg, Jan',
          'AUTHOR PERSON John Smith Jr. = Smith, John, Jr.',
          'EDITOR PERSON Ann Roe = Roe, Ann',
          'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
        ],
      },
      {
        title: 'On Rivers',
        type: 'REPORT',
        issued: '2019-05',
        place: 'Nairobi, Kenya',
        issue: '7',
        keywords: ['a', 'b'],
        identifiers: [{ scheme: 'DOI', value: '10.1000/abc' }],
        contributors: [
          'AUTHOR ORGANIZATION World Health Organization = World Health Organization',
          'AUTHOR ORGANIZATION International Organization for Migration = International Organization for Migration',
          'AUTHOR ORGANIZATION Ministry of Rivers = Ministry of Rivers',
          'PUBLISHER ORGANIZATION Ministry of Rivers = Ministry of Rivers',
        ],
      },
      { title: 'R', url: 'http://example.org/r' },
    ]);
  });

  it('keeps what it cannot read, and refuses what has no title, with lines', async () => {
    const library = await read(LIBRARY);
    expect(unresolvedValues(library)).toEqual([
      'authors: others (stands for contributors that are not named)',
      'year: 1995/1997 (does not say one date of publication)',
    ]);
    expect(library.refused).toEqual([{ firstLine: 14, lastLine: 14, reason: 'has no title' }]);
    expect(library.records.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [3, 3],
      [4, 8],
      [9, 12],
      [13, 13],
    ]);
  });

  it('reads concatenated strings, shared data, odd spacing, dotless letters, days and escaped addresses', async () => {
    const text = String.raw`@STRING(press = "Valley" # { } # "Press")
@xdata{base, publisher = press}
@xdata{more, xdata = {base}, location = {Lyon}, title = {Not this}}
@ARTICLE ( one ,
  YEAR = 2010 , Pages = "5 -- 9", month = jun, day = 7,
  author = "Jos{\'e} {\O}stergaard AND Matou{\v s}ek, Ji\v r{\'\i} and others",
  fjournal = {Journal of {\"U}ber}, journal = {J. \"Uber},
  tItLe = {Rivers: {A} {\em Study} of \& 50\% more---again},
)
@book{two, title = {Deltas}, xdata = {more}, author = {{Barnes \& Noble, Inc.}}, date = {2010-05/2011-06}, url = {https://example.org/a_b%20c\&d}}
@inproceedings{three, title = {Coasts}, address = {New York}, location = {Nairobi}, month = "13~" # may, year = 1999}
@misc{four, title = {Either}, month = may # "~12", year = 1999}`;
    const library = await read(text);
    expect(statedValues(library)).toEqual([
      {
        title: 'Rivers: A Study of & 50% more—again',
        type: 'ARTICLE',
        issued: '2010-06-07',
        partOf: { title: 'Journal of Über', pages: '5-9' },
        contributors: [
          'AUTHOR PERSON José Østergaard = Østergaard, José',
          'AUTHOR PERSON Jiří Matoušek = Matoušek, Jiří',
        ],
      },
      {
        title: 'Deltas',
        type: 'BOOK',
        url: 'https://example.org/a_b%20c&d',
        place: 'Lyon',
        contributors: [
          'AUTHOR ORGANIZATION Barnes & Noble, Inc. = Barnes & Noble, Inc.',
          'PUBLISHER ORGANIZATION Valley Press = Valley Press',
        ],
      },
      { title: 'Coasts', type: 'CONFERENCE_PAPER', issued: '1999-05-13', place: 'New York' },
      { title: 'Either', issued: '1999' },
    ]);
    expect(unresolvedValues(library)).toEqual([
      'authors: others (stands for contributors that are not named)',
      'year: 2010-05/2011-06 (does not say one date of publication)',
      'issued: 05 12 (no month that is known; the year is kept)',
    ]);
  });

  it('keeps "<" and ">", in DOIs, too', async () => {
    const doi = '10.1002/(SICI)1097-4679(199601)52:1<1::AID-JCLP1>3.0.CO;2-X';
    const library = await read(
      `@misc{a, title = {If p < 5 > q}, doi = {${doi}}}\n@misc{b, title = {B}, doi = {10.1000/a\\_b}}\n@misc{c, title = {C}, doi = {10.1000/{\\l}}}`,
    );
    expect(statedValues(library)).toEqual([
      { title: 'If p < 5 > q', identifiers: [{ scheme: 'DOI', value: doi.toLowerCase() }] },
      { title: 'B', identifiers: [{ scheme: 'DOI', value: '10.1000/a_b' }] },
      { title: 'C' },
    ]);
    expect(unresolvedValues(library)).toEqual(['identifiers: 10.1000/{\\l} (a DOI with commands of LaTeX)']);
  });

  it('takes a publisher with "and" for one in BibTeX, and for a list in BibLaTeX', async () => {
    const book = (rest: string) => `@book{k, title = {A}, publisher = {Wiley and Sons}, ${rest}}`;
    const publishers = async (rest: string) =>
      (await read(book(rest))).records[0]?.record.contributions.map(({ author }) => author.name);
    expect(await publishers('year = 2001')).toEqual(['Wiley and Sons']);
    expect(await publishers('date = {2001}')).toEqual(['Wiley', 'Sons']);
  });

  it('leaves unresolved what its splitting makes a wrong name of', async () => {
    const library = await read(
      '@misc{k, title = {A}, author = {B Balak, S Patil and Novel, Corona Emergency Response Team Group and Ade, Ngozi}}',
    );
    expect(statedValues(library)).toEqual([
      { title: 'A', contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi'] },
    ]);
    expect(unresolvedValues(library)).toEqual([
      'authors: S Patil B Balak (two names with a comma instead of "and")',
      'authors: Corona Emergency Response Team Group Novel (has too many given names for a person)',
    ]);
  });

  it('takes a name in braces that begins with initials for a person', async () => {
    const library = await read(
      '@misc{k, title = {A}, author = {{B. Douglas Ade} and {J. Walter Roe Institute} and {R Core Team}}}',
    );
    expect(statedValues(library)[0]?.contributors).toEqual([
      'AUTHOR PERSON B. Douglas Ade = Ade, B. Douglas',
      'AUTHOR ORGANIZATION J. Walter Roe Institute = J. Walter Roe Institute',
      'AUTHOR ORGANIZATION R Core Team = R Core Team',
    ]);
  });

  it('leaves authors with other separators than "and" unresolved, and keeps lists of places', async () => {
    const library = await read(
      '@book{k, title = {A}, author = {Ade, Ngozi; Roe, Ann}, location = {Basel and Boston}, editor = {{Fenner, Martin}}}',
    );
    expect(statedValues(library)).toEqual([
      {
        title: 'A',
        type: 'BOOK',
        place: 'Basel and Boston',
        contributors: ['EDITOR PERSON Martin Fenner = Fenner, Martin'],
      },
    ]);
    expect(unresolvedValues(library)).toEqual([
      expect.stringMatching(/^authors: .* \(several names with another separator than "and"\)$/),
    ]);
  });

  it('reports what it does not keep', async () => {
    const library = await read(
      '@inproceedings{a, title = {A}, booktitle = {B}, series = {Notes}, number = 7, year = 2001, month = "July 30th", publisher = acm}\n' +
        '@misc{b, title = {B}, journal = {Valleys}, howpublished = {Typescript}, editora = {Roe, Ann and Ade, Ngozi}, eid = {e12}}',
    );
    expect(statedValues(library)).toEqual([
      {
        title: 'A',
        type: 'CONFERENCE_PAPER',
        issued: '2001-07-30',
        partOf: { title: 'B' },
        contributors: ['PUBLISHER ORGANIZATION acm = acm'],
      },
      { title: 'B', pages: 'e12' },
    ]);
    expect(unresolvedValues(library)).toEqual([
      'other: acm (a string (@string) that the file does not define, kept as text)',
      'partOf: Notes 7 (the series of the work that this is a part of)',
      'authors: Ann Roe and Ngozi Ade (in the field editora, which is not read)',
      'partOf: Valleys (journal of @misc, which is no part of another work)',
      'other: Typescript (says how the work was published, not by whom)',
    ]);
  });

  it('reads entries whose strings, commands and parents are before or behind them', async () => {
    const library = await read(String.raw`
@inbook{part, title = {Part \org}, crossref = {Whole}, publisher = press # { Ltd}}
@preamble{ "\newcommand{\org}{of the Valley}" } @STRING{ place = "Lyon" }
@string{press = place # " Press"}
@book{whole, title = {Whole}, year = 2001, editor = {Roe, Ann}}`);
    expect(statedValues(library)).toEqual([
      {
        title: 'Part of the Valley',
        type: 'CHAPTER',
        issued: '2001',
        partOf: { title: 'Whole' },
        contributors: [
          'EDITOR PERSON Ann Roe = Roe, Ann',
          'PUBLISHER ORGANIZATION Lyon Press Ltd = Lyon Press Ltd',
        ],
      },
      { title: 'Whole', type: 'BOOK', issued: '2001', contributors: ['EDITOR PERSON Ann Roe = Roe, Ann'] },
    ]);
  });

  it('keeps lines of a field that begin with "@"', async () => {
    const abstract = 'They said:\n@IOM helps (all).\n  @un{x}\n@comment none';
    const library = await read(
      `@book{a, title = {A}, abstract = {${abstract}}, year = 2010}\n@book{b, title = {B}}`,
    );
    expect(library.records.map(({ record }) => [record.title, record.year, record.abstract])).toEqual([
      ['A', 2010, 'They said: @IOM helps (all). @unx @comment none'],
      ['B', null, null],
    ]);
    expect(library.refused).toEqual([]);
  });

  it('reads an entry without its last brace, and the next ones', async () => {
    const library = await read(
      '@book{a, title = {A}\n@book{b, title = {B}}\n@book{c, title = {C}\n}\n@article d\n',
    );
    expect(library.records.map(({ record, firstLine }) => [record.title, firstLine])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ]);
    expect(unresolvedValues(library)).toEqual([
      expect.stringMatching(/^other: @book\{a, title = \{A\} \(can't be read as an entry: Token mismatch/),
    ]);
    expect(library.refused.map(({ firstLine, reason }) => [firstLine, reason])).toEqual([
      [5, 'can\'t be read as an entry: there is no "{" after its type'],
    ]);
  });

  it('names LaTeX commands that it leaves out', async () => {
    const library = await read(String.raw`@book{a, title = {The \TeX{} of \unheardof{} Things}}`);
    expect(library.records[0]?.record.title).toMatch(/^The TeX ?of Things$/);
    expect(unresolvedValues(library)[0]).toMatch(
      /^other: .*unheardof.* \(a LaTeX command that is not known, left out\)$/,
    );
  });

  it('never throws', async () => {
    const entry = fc
      .string()
      .map((value) => `@book{k, title = {${value}}, author = {${value}}, year = {${value}}}`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), entry), async (text) => void (await read(text))),
      { numRuns: 60 },
    );
  });
});

describe('bibtex.isLike', () => {
  it.each([
    ['% a comment\n@article{key2020,\n title = {A}}', true],
    ['@string{a = "b"}', true],
    ['write to @someone, now', false],
  ])('tells %j', (start, expected) => {
    expect(bibtex.isLike(start)).toBe(expected);
  });
});
