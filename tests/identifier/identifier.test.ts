import {
  type Scheme,
  identifierUrl,
  readIdentifier,
  recognizeIdentifier,
} from '../../src/identifier/identifier.ts';

describe('readIdentifier', () => {
  it.each<[Scheme, string, string | null]>([
    ['DOI', '10.1000/182', '10.1000/182'],
    ['DOI', 'https://doi.org/10.1000/ABC.DEF', '10.1000/abc.def'],
    ['DOI', 'http://dx.doi.org/10.1002/%28SICI%291096-8644', '10.1002/(sici)1096-8644'],
    ['DOI', 'doi:10.1000/182.', '10.1000/182'],
    ['DOI', 'DOI 10.1000/182', '10.1000/182'],
    ['DOI', 'info:doi/10.1000/182', '10.1000/182'],
    ['DOI', '11.1000/182', null],
    ['DOI', '10.1000', null],
    ['DOI', '10.1000/with a blank', null],
    ['ISBN', '0-306-40615-2', '9780306406157'],
    ['ISBN', 'ISBN-13: 978-0-306-40615-7', '9780306406157'],
    ['ISBN', '978‑92‑9068‑000‑0', '9789290680000'],
    ['ISBN', 'urn:isbn:080442957X', '9780804429573'],
    ['ISBN', '9780306406157 (pbk.)', '9780306406157'],
    ['ISBN', '978-0-306-40615-8', null],
    ['ISBN', '0-306-40615-3', null],
    ['ISSN', '0378-5955', '0378-5955'],
    ['ISSN', 'ISSN 03785955', '0378-5955'],
    ['ISSN', 'eISSN: 2434-561x', '2434-561X'],
    ['ISSN', '0378-5954', null],
    ['HANDLE', 'https://hdl.handle.net/10986/2117', '10986/2117'],
    ['HANDLE', 'hdl:2381/12345', '2381/12345'],
    ['HANDLE', 'nonsense', null],
    ['URN', 'URN:NBN:de:101:1-201102033592', 'urn:nbn:de:101:1-201102033592'],
    ['URN', 'urn:x', null],
    ['PMID', 'PMID: 19872477', '19872477'],
    ['PMID', 'https://pubmed.ncbi.nlm.nih.gov/19872477/', '19872477'],
    ['PMID', '0', null],
    ['ORCID', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['ORCID', '0000000218250097', '0000-0002-1825-0097'],
    ['ORCID', '0000-0002-1694-233x', '0000-0002-1694-233X'],
    ['ORCID', '0000-0002-1825-0098', null],
    ['ISNI', 'ISNI 0000 0001 2281 955X', '0000 0001 2281 955X'],
    ['ISNI', 'https://isni.org/isni/000000012281955X', '0000 0001 2281 955X'],
    ['ROR', 'https://ror.org/03yrm5c26', '03yrm5c26'],
    ['ROR', '04wxnsj81', '04wxnsj81'],
    ['ROR', '04wxnsj82', null],
    ['WIKIDATA', 'https://www.wikidata.org/wiki/Q12345', 'Q12345'],
    ['WIKIDATA', 'P31', null],
    ['OTHER', ' report 12/B ', 'report 12/B'],
    ['OTHER', '', null],
  ])('%s %j is %j', (scheme, text, value) => {
    expect(readIdentifier(scheme, text)).toEqual(value === null ? null : { scheme, value });
  });
});

describe('recognizeIdentifier', () => {
  it.each<[string, Scheme | null]>([
    ['doi:10.1000/182', 'DOI'],
    ['https://hdl.handle.net/10986/2117', 'HANDLE'],
    ['orcid.org/0000-0002-1825-0097', 'ORCID'],
    ['978-0-306-40615-7', 'ISBN'],
    ['0378-5955', 'ISSN'],
    ['urn:isbn:080442957X', 'ISBN'],
    ['urn:nbn:de:101:1-2', 'URN'],
    ['19872477', null],
    ['https://example.org/10.1000/182', null],
    ['doi:10.1000', null],
  ])('%j has the scheme %j', (text, scheme) => {
    expect(recognizeIdentifier(text)?.scheme ?? null).toBe(scheme);
  });
});

describe('identifierUrl', () => {
  it('is the address of the resolver', () => {
    expect(identifierUrl({ scheme: 'DOI', value: '10.1002/(sici)1096<1::aid>3.0' })).toBe(
      'https://doi.org/10.1002/(sici)1096%3C1::aid%3E3.0',
    );
    expect(identifierUrl({ scheme: 'ISNI', value: '0000 0001 2281 955X' })).toBe(
      'https://isni.org/isni/000000012281955X',
    );
    expect(identifierUrl({ scheme: 'ISBN', value: '9780306406157' })).toBeNull();
    expect(identifierUrl({ scheme: 'OTHER', value: 'report 12/B' })).toBeNull();
  });
});
