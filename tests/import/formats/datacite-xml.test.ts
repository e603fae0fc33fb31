import { detectFormat } from '../../../src/import/formats/detect.ts';
import { readOaiDc } from '../../../src/import/formats/oai/oai.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const read = (text: string) => readOaiDc(text, { heading: 'topic' });

const RESOURCE = `<resource xmlns="http://datacite.org/schema/kernel-4">
<identifier identifierType="DOI">10.1000/RIV.1</identifier>
<creators>
 <creator><creatorName nameType="Personal">Ade, Ngozi</creatorName><givenName>Ngozi</givenName><familyName>Ade</familyName>
  <nameIdentifier nameIdentifierScheme="ORCID" schemeURI="https://orcid.org">https://orcid.org/0000-0002-1825-0097</nameIdentifier>
  <nameIdentifier nameIdentifierScheme="ISNI">0000 0001 2103 2683</nameIdentifier><affiliation>Valley University</affiliation></creator>
 <creator><creatorName nameType="Organizational">Valley Institute</creatorName></creator>
</creators>
<titles><title xml:lang="fr" titleType="TranslatedTitle">Fleuves</title><title xml:lang="en">Rivers</title>
 <title titleType="Subtitle">A &lt;i&gt;survey&lt;/i&gt;</title></titles>
<publisher xml:lang="en">Valley Press</publisher>
<publicationYear>2021</publicationYear>
<resourceType resourceTypeGeneral="Dataset">Survey data</resourceType>
<subjects><subject subjectScheme="DDC">551 Hydrology</subject><subject>rivers</subject></subjects>
<contributors>
 <contributor contributorType="Editor"><contributorName>Roe, Ann</contributorName></contributor>
 <contributor contributorType="HostingInstitution"><contributorName>Archive</contributorName></contributor>
</contributors>
<dates><date dateType="Updated">2022-01-01</date><date dateType="Issued">2021-05-12</date></dates>
<language>en</language>
<alternateIdentifiers><alternateIdentifier alternateIdentifierType="ISBN">978-3-16-148410-0</alternateIdentifier></alternateIdentifiers>
<version>1.1</version>
<rightsList><rights rightsURI="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</rights></rightsList>
<descriptions><description descriptionType="Methods">Counted.</description>
 <description descriptionType="Abstract">First part.<br/>Second part.</description></descriptions>
<geoLocations><geoLocation><geoLocationPlace>Kenya</geoLocationPlace>
 <geoLocationPoint><pointLongitude>1</pointLongitude><pointLatitude>2</pointLatitude></geoLocationPoint></geoLocation></geoLocations>
<relatedItems><relatedItem relatedItemType="Journal" relationType="IsPublishedIn">
 <relatedItemIdentifier relatedItemIdentifierType="ISSN">0378-5955</relatedItemIdentifier>
 <titles><title>Journal of Rivers</title></titles><volume>7</volume><issue>2</issue><firstPage>12</firstPage><lastPage>34</lastPage>
</relatedItem></relatedItems>
</resource>`;

const OPEN_AIRE = `<oaire:resource xmlns:oaire="http://namespace.openaire.eu/schema/oaire/" xmlns:datacite="http://datacite.org/schema/kernel-4" xmlns:dc="http://purl.org/dc/elements/1.1/">
<datacite:titles><datacite:title xml:lang="eng">Dams</datacite:title></datacite:titles>
<datacite:creators><datacite:creator><datacite:creatorName>Oram, Sue</datacite:creatorName></datacite:creator></datacite:creators>
<oaire:fundingReferences><oaire:fundingReference><oaire:funderName>Valley Fund</oaire:funderName></oaire:fundingReference></oaire:fundingReferences>
<datacite:relatedIdentifiers><datacite:relatedIdentifier relatedIdentifierType="ISSN" relationType="IsPartOf">0378-5955</datacite:relatedIdentifier></datacite:relatedIdentifiers>
<datacite:dates><datacite:date dateType="Available">2019-02-25</datacite:date><datacite:date dateType="Issued">2018-03</datacite:date></datacite:dates>
<dc:language>fre</dc:language><dc:language>eng</dc:language>
<dc:publisher>Valley Press</dc:publisher>
<dc:description>What was dammed.</dc:description>
<dc:coverage>Uganda</dc:coverage>
<oaire:resourceType resourceTypeGeneral="literature" uri="http://purl.org/coar/resource_type/c_6501">article de revue</oaire:resourceType>
<datacite:identifier identifierType="URL">https://example.org/dams</datacite:identifier>
<datacite:alternateIdentifiers><datacite:alternateIdentifier alternateIdentifierType="URN">https://resolver.example.org/urn:nbn:ch:bel-7</datacite:alternateIdentifier></datacite:alternateIdentifiers>
<datacite:rights rightsURI="http://purl.org/coar/access_right/c_abf2">open access</datacite:rights>
<oaire:licenseCondition uri="http://creativecommons.org/licenses/by-nc/4.0/">Attribution-NonCommercial</oaire:licenseCondition>
<datacite:subjects><datacite:subject>dams</datacite:subject></datacite:subjects>
<oaire:citationTitle>Journal of Rivers</oaire:citationTitle><oaire:citationVolume>23</oaire:citationVolume>
<oaire:citationIssue>31</oaire:citationIssue><oaire:citationStartPage>7444</oaire:citationStartPage><oaire:citationEndPage>7447</oaire:citationEndPage>
</oaire:resource>`;

const inList = (metadata: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
<record><header><identifier>oai:example.org:1</identifier></header><metadata>${metadata}</metadata></record>
</ListRecords></OAI-PMH>`;

describe('readOaiDc, of DataCite XML', () => {
  it('reads kernel 4: the main title, names with identifiers, the abstract, the journal', () => {
    const file = `<?xml version="1.0"?>\n${RESOURCE}`;
    expect(detectFormat(file, 'a.xml')).toBe('OAI_DC');
    expect(statedValues(read(file))).toEqual([
      {
        title: 'Rivers: A survey',
        abstract: 'First part.\n\nSecond part.',
        type: 'DATASET',
        issued: '2021-05-12',
        countries: ['KE'],
        languages: ['en'],
        identifiers: [
          { scheme: 'DOI', value: '10.1000/riv.1' },
          { scheme: 'ISBN', value: '9783161484100' },
        ],
        keywords: ['551 Hydrology', 'rivers'],
        license: 'CC-BY-4.0',
        partOf: { title: 'Journal of Rivers', volume: '7', issue: '2', pages: '12-34', issn: '0378-5955' },
        contributors: [
          'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
          'AUTHOR ORGANIZATION Valley Institute = Valley Institute',
          'EDITOR PERSON Ann Roe = Roe, Ann',
          'PUBLISHER ORGANIZATION Valley Press = Valley Press',
        ],
      },
    ]);
    expect(unresolvedValues(read(file))).toEqual([
      'title: Fleuves (another title (TranslatedTitle); one is kept)',
      'abstract: Counted. (a description of the type Methods, which is not read)',
      'authors: Archive (in the role HostingInstitution, which is no contribution to the work)',
    ]);
    expect(read(file).records[0]?.record.contributions[0]?.author.identifiers).toEqual([
      { scheme: 'ORCID', value: '0000-0002-1825-0097' },
      { scheme: 'ISNI', value: '0000 0001 2103 2683' },
    ]);
  });

  it("reads OpenAIRE's elements: COAR's type, languages, coverage, licence, where it appeared", () => {
    expect(statedValues(read(OPEN_AIRE))).toEqual([
      {
        title: 'Dams',
        abstract: 'What was dammed.',
        type: 'ARTICLE',
        issued: '2018-03',
        url: 'https://example.org/dams',
        countries: ['UG'],
        languages: ['en', 'fr'],
        identifiers: [{ scheme: 'URN', value: 'urn:nbn:ch:bel-7' }],
        keywords: ['dams'],
        license: 'CC-BY-NC-4.0',
        partOf: {
          title: 'Journal of Rivers',
          volume: '23',
          issue: '31',
          pages: '7444-7447',
          issn: '0378-5955',
        },
        contributors: [
          'AUTHOR PERSON Sue Oram = Oram, Sue',
          'PUBLISHER ORGANIZATION Valley Press = Valley Press',
        ],
      },
    ]);
  });

  it("takes a name for a person's if the source says so, and no right of access for a licence", () => {
    const resource = `<resource xmlns="http://datacite.org/schema/kernel-4"><titles><title>A</title></titles>
      <creators><creator><creatorName nameType="Personal">Augusta</creatorName></creator><creator><creatorName>Valley</creatorName></creator></creators>
      <resourceType resourceTypeGeneral="Poster"/><rightsList><rights>info:eu-repo/semantics/openAccess</rights><rights>Open Access</rights>
      <rights rightsIdentifier="CC-BY-4.0">Attribution</rights></rightsList></resource>`;
    expect(statedValues(read(resource))).toEqual([
      {
        title: 'A',
        type: 'OTHER',
        license: 'CC-BY-4.0',
        contributors: ['AUTHOR PERSON Augusta = Augusta', 'AUTHOR UNKNOWN Valley = Valley'],
      },
    ]);
    expect(unresolvedValues(read(resource))).toEqual([]);
  });

  it('reads both out of a list of records, with the identifiers of the repository', () => {
    const wrapped = `<oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><payload>${RESOURCE}</payload></oai_datacite>`;
    for (const metadata of [wrapped, OPEN_AIRE])
      expect(read(inList(metadata)).records[0]?.record.identifiers).toContainEqual({
        scheme: 'OTHER',
        value: 'oai:example.org:1',
      });
  });

  it('says which formats a record may have', () => {
    expect(read(inList('<mods/>')).refused).toEqual([
      {
        firstLine: 3,
        lastLine: 3,
        reason: 'has neither Dublin Core nor DataCite XML; ask for metadataPrefix=oai_dc',
      },
    ]);
  });
});
