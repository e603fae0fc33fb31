import fc from 'fast-check';
import { DomUtils } from 'htmlparser2';
import { oaiDc, readOaiDc } from '../../../src/import/formats/oai/oai.ts';
import { ElementFinder } from '../../../src/import/formats/values/xml.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const read = (text: string) => readOaiDc(text, { heading: 'topic' });

const PAGE = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
<record><header><identifier>oai:example.org:1</identifier></header><metadata>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Rivers &amp; Valleys</dc:title>
<dc:creator>Ade, Ngozi</dc:creator>
<dc:creator>World Health Organization</dc:creator>
<dc:publisher>Lyon Press</dc:publisher>
<dc:date>2022-01-21T10:04:21Z</dc:date>
<dc:date>2021-05</dc:date>
<dc:type>Text</dc:type>
<dc:type>info:eu-repo/semantics/report</dc:type>
<dc:identifier>https://example.org/1</dc:identifier>
<dc:identifier>doi:10.1000/ABC</dc:identifier>
<dc:identifier>RIV-7</dc:identifier>
<dc:language>eng</dc:language>
<dc:coverage>Kenya; Uganda</dc:coverage>
<dc:coverage>1990-2000</dc:coverage>
<dc:rights>info:eu-repo/semantics/openAccess</dc:rights>
<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>
<dc:subject>Migration</dc:subject>
</oai_dc:dc></metadata></record>
<record><header status="deleted"><identifier>oai:example.org:2</identifier></header></record>
<resumptionToken cursor="0"> page-2 </resumptionToken>
</ListRecords></OAI-PMH>
`;

describe('readOaiDc', () => {
  it('reads Dublin Core; coverage is what a work is about', () => {
    expect(statedValues(read(PAGE))).toEqual([
      {
        title: 'Rivers & Valleys',
        type: 'REPORT',
        issued: '2021-05',
        url: 'https://example.org/1',
        countries: ['KE', 'UG'],
        languages: ['en'],
        keywords: ['Migration'],
        license: 'CC-BY-4.0',
        identifiers: [
          { scheme: 'DOI', value: '10.1000/abc' },
          { scheme: 'OTHER', value: 'oai:example.org:1' },
        ],
        contributors: [
          'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
          'AUTHOR ORGANIZATION World Health Organization = World Health Organization',
          'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
        ],
      },
    ]);
    expect(unresolvedValues(read(PAGE))).toEqual([
      'country: 1990-2000 (a period, no place)',
      'identifiers: RIV-7 (no identifier of a scheme that is known)',
    ]);
    expect(read(PAGE).records[0]).toMatchObject({ firstLine: 3, lastLine: 22, isComplete: true });
  });

  it('keeps one title and one abstract, splits subjects, and reads numbers without a name', () => {
    const page = `<?xml version="1.0"?><all xmlns:dc="http://purl.org/dc/elements/1.1/"><oai_dc:dc>
      <dc:title>On rivers</dc:title><dc:title>Des fleuves</dc:title><dc:type>report</dc:type>
      <dc:description>What was found.</dc:description><dc:description>Résumé.</dc:description>
      <dc:subject>rivers; dams</dc:subject><dc:creator>Oram S, Ade N</dc:creator>
      <dc:identifier>978-3-16-148410-0</dc:identifier><dc:identifier>ISSN:0378-5955</dc:identifier></oai_dc:dc></all>`;
    const result = read(page);
    expect(statedValues(result)).toEqual([
      {
        title: 'On rivers',
        abstract: 'What was found.',
        type: 'REPORT',
        keywords: ['rivers', 'dams'],
        identifiers: [{ scheme: 'ISBN', value: '9783161484100' }],
        contributors: ['AUTHOR PERSON S. Oram = Oram, S.', 'AUTHOR PERSON N. Ade = Ade, N.'],
      },
    ]);
    expect(unresolvedValues(result)).toEqual([
      'title: Des fleuves (another title; one is kept)',
      'abstract: Résumé. (another abstract; one is kept)',
      'identifiers: 0378-5955 (the ISSN of a journal or series that is not named)',
    ]);
  });

  it('takes the last record of a file that is cut off for incomplete', () => {
    const cut = PAGE.slice(0, PAGE.indexOf('<dc:publisher>'));
    expect(read(cut).records.map(({ isComplete }) => isComplete)).toEqual([false]);
  });

  it('says what the repository says, and what is missing', () => {
    const error = '<OAI-PMH><error code="badArgument">No such set</error></OAI-PMH>';
    expect(read(error).refused.map(({ reason }) => reason)).toEqual([
      'the repository says badArgument: No such set',
    ]);
    expect(read('<OAI-PMH><ListRecords/></OAI-PMH>').refused.map(({ reason }) => reason)).toEqual([
      'has no record in Dublin Core or DataCite XML (metadataPrefix=oai_dc)',
    ]);
  });

  it('finds the same elements however the text is cut into pieces', () => {
    const find = (pieces: Iterable<string>) => {
      const finder = new ElementFinder('record', 'error');
      const found = [...pieces].flatMap((piece) => finder.read(piece));
      return [...found, ...finder.end()].map(({ element, ...place }) => ({
        ...place,
        text: DomUtils.textContent(element),
      }));
    };
    const text = `${PAGE}<error><![CDATA[<record>]]></error>\n<x:record>é &amp; è`;
    expect(find(text)).toEqual(find([text]));
    expect(find([text]).map(({ firstLine, lastLine, isWhole }) => [firstLine, lastLine, isWhole])).toEqual([
      [3, 22, true],
      [23, 23, true],
      [26, 26, true],
      [27, 27, false],
    ]);
  });

  it('names the records that the repository has deleted', () => {
    expect(read(PAGE).deleted).toEqual(['oai:example.org:2']);
  });

  it('is told from other XML', () => {
    expect(oaiDc.isLike(PAGE)).toBe(true);
    expect(oaiDc.isLike('<?xml version="1.0"?><feed/>')).toBe(false);
  });

  it('never throws', () => {
    const markup = fc.array(
      fc.constantFrom(
        '<oai_dc:dc>',
        '</oai_dc:dc>',
        '<dc:title>',
        '</dc:title>',
        '<dc:date>',
        'a',
        '&',
        '<',
        '2001',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          markup.map((parts) => parts.join('')),
        ),
        (text) => void read(text),
      ),
    );
  });
});
