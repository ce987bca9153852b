import { crlf, type Neighbour } from './neighbour.ts'

/** PubMed's two formats with what is rare in them. */
export const medlineFiles: readonly Neighbour[] = [
  {
    name: 'pubmed-odd-fields.nbib',
    format: 'nbib',
    text: crlf(`
PMID- 90000321
OWN - NLM
STAT- MEDLINE
IS  - 9999-0423 (Print)
IS  - 1999-0423 (Electronic)
VI  - 12
IP  - Pt 2
DP  - 2020 Jan-Mar
TI  - CO(2) at the door: what 5 <7 and "yes" mean.
PG  - E12, E15-7
LID - E12 [pii]
CI  - Copyright (c) 2020. PMID- 1 is not here.
FAU - de Boer, Wim 3rd
AU  - de Boer W 3rd
FAU - Osei, K
AU  - Osei K
CN  - Invented Doors Group
AD  - Nowhere. PMID: 90000999
FAU - Ng
AU  - Ng
LA  - eng
LA  - fre
PT  - Journal Article
TA  - Inv Doors
JT  - Invented doors : official journal of doors
EIN - Inv Doors. 2021;13(1):2. doi: 10.5555/door.erratum. PMID: 90000322
UOF - medRxiv. 2019 Dec 1:2019.12.01.99001. doi: 10.5555/2019.12.01.99001. PMID: 90000323
AID - 10.5555/door.12.e12 [doi]
AID - 99001 [pii]
MID - NIHMS990001
PMC - PMC99900321
PMCR- 2021/01/01
SO  - Inv Doors. 2020 Jan-Mar;12(Pt 2):E12, E15-7. doi: 10.5555/door.12.e12.

PMID- 90000324
STAT- Publisher
DRDT- 20240101
CTDT- 20190101
PB  - Invented Pearls Publishing
DP  - 2024 Jan
TI  - Line Infection, Explained
BTI - Invented Pearls
LA  - eng
FAU - Osei, Kofi
AU  - Osei K
PT  - Study Guide
PL  - Nowhere (NW)
AID - NBK990001 [bookaccession]
LID - NBK990001 [bookaccession]

PMID- 90000325
DP  - 1998 Fall-Winter
TI  - WITHDRAWN: Doors that close.
PT  - Journal Article
PT  - Retracted Publication
JT  - Invented doors
RIN - Inv Doors. 2001;1:1. PMID: 90000326
PG  - 1-
`),
    items: [
      {
        csl: {
          title: 'CO(2) at the door: what 5 <7 and "yes" mean',
          author: [
            { family: 'de Boer 3rd', given: 'Wim' },
            { family: 'Osei', given: 'K' },
            { literal: 'Invented Doors Group' },
            { literal: 'Ng' },
          ],
          issued: {
            'date-parts': [
              [2020, 1],
              [2020, 3],
            ],
          },
          issue: 'Pt 2',
          page: 'E12, E15-7',
          DOI: '10.5555/door.12.e12',
          PMID: '90000321',
          PMCID: 'PMC99900321',
          'container-title': 'Invented doors : official journal of doors',
          ISSN: ['9999-0423', '1999-0423'],
        },
        accept: {
          issued: [{ 'date-parts': [[2020, 1]] }],
          author: [
            [
              { family: 'de Boer 3rd', given: 'Wim' },
              { family: 'Osei', given: 'K' },
              { literal: 'Invented Doors Group' },
              { family: 'Ng' },
            ],
            [
              { family: 'de Boer 3rd', given: 'Wim' },
              { family: 'Osei', given: 'K' },
              { family: 'Ng' },
              { literal: 'Invented Doors Group' },
            ],
            [
              { family: 'de Boer 3rd', given: 'Wim' },
              { family: 'Osei', given: 'K' },
              { literal: 'Ng' },
              { literal: 'Invented Doors Group' },
            ],
          ],
        },
      },
      {
        csl: {
          type: 'chapter',
          title: 'Line Infection, Explained',
          'container-title': 'Invented Pearls',
          publisher: 'Invented Pearls Publishing',
          author: [{ family: 'Osei', given: 'Kofi' }],
          issued: { 'date-parts': [[2024, 1]] },
          PMID: '90000324',
        },
      },
      {
        csl: { title: 'WITHDRAWN: Doors that close', issued: { 'date-parts': [[1998]] }, page: '1', PMID: '90000325' },
        accept: { page: ['1-'] },
        standing: 'retracted',
      },
    ],
  },
  {
    name: 'pubmed-hostile-and-odd.xml',
    format: 'pubmed-xml',
    text: `<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet [
 <!ENTITY a "aaaaaaaaaa">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
 <!ENTITY file SYSTEM "file:///etc/passwd">
]>
<PubmedArticleSet>
<PubmedArticle>
  <MedlineCitation>
    <PMID>90000331</PMID>
    <Article>
      <Journal><ISSN>9999-0431</ISSN><JournalIssue><Volume>5</Volume><PubDate><Year>2020</Year><Season>Spring</Season></PubDate></JournalIssue><Title>Invented <![CDATA[Doors & Floors]]></Title></Journal>
      <ArticleTitle>Safe &amp; sound: <b>five</b> doors &lt; six.</ArticleTitle>
      <Pagination><StartPage>12</StartPage><EndPage>8</EndPage></Pagination>
      <AuthorList><Author><LastName>O&#x2019;Dea</LastName><ForeName>Pia M</ForeName><Suffix>Jr</Suffix><AffiliationInfo><Affiliation>Nowhere</Affiliation></AffiliationInfo></Author><Author/></AuthorList>
      <PublicationTypeList><PublicationType>Retracted Publication</PublicationType><PublicationType>Journal Article</PublicationType></PublicationTypeList>
    </Article>
    <CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID>90000339</PMID></CommentsCorrections></CommentsCorrectionsList>
  </MedlineCitation>
  <PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/df.5</ArticleId><ArticleId IdType="pii">x</ArticleId></ArticleIdList></PubmedData>
</PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>90000332</PMID><ArticleIdList><ArticleId IdType="bookaccession">NBK990002</ArticleId></ArticleIdList>
  <Book><Publisher><PublisherName>Invented Pearls Publishing</PublisherName></Publisher><BookTitle book="pearls">Invented Pearls</BookTitle><PubDate><Year>2023</Year><Month>01</Month></PubDate>
  <AuthorList Type="editors"><Author><LastName>Editor</LastName><ForeName>An</ForeName></Author></AuthorList></Book>
  <ArticleTitle book="pearls" part="a">Shunts</ArticleTitle><Language>eng</Language>
  <AuthorList Type="authors"><Author><LastName>Osei</LastName><ForeName>Kofi</ForeName></Author></AuthorList></BookDocument></PubmedBookArticle>
<PubmedArticle><MedlineCitation><PMID>90000333</PMID><Article><Journal><Title>Invented doors</Title><JournalIssue><PubDate><Year>2021</Year><Month>3</Month><Day>31</Day></PubDate></JournalIssue></Journal><ArticleTitle>&c; and &file; doors</ArticleTitle></Article></MedlineCitation></PubmedArticle>
</PubmedArticleSet>
`,
    items: [
      {
        csl: {
          title: 'Safe & sound: five doors < six',
          'container-title': 'Invented Doors & Floors',
          author: [{ family: 'O’Dea Jr', given: 'Pia M' }],
          issued: { 'date-parts': [[2020]] },
          page: '12-8',
          DOI: '10.5555/df.5',
          PMID: '90000331',
        },
        accept: { page: ['12-18', '12'] },
        standing: 'retracted',
      },
      {
        csl: {
          type: 'chapter',
          title: 'Shunts',
          'container-title': 'Invented Pearls',
          publisher: 'Invented Pearls Publishing',
          author: [{ family: 'Osei', given: 'Kofi' }],
          PMID: '90000332',
          issued: { 'date-parts': [[2023, 1]] },
        },
      },
      { csl: { PMID: '90000333', 'container-title': 'Invented doors', issued: { 'date-parts': [[2021, 3, 31]] } } },
    ],
  },
  {
    name: 'endnote-plain.xml',
    format: 'endnote-xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<xml>
  <records>
    <record>
      <ref-type name="Conference Proceedings">10</ref-type>
      <contributors>
        <authors>
          <author>Lomax, A.</author>
          <author>Invented Pumps Group,</author>
        </authors>
        <secondary-authors><author>Editor, E.</author></secondary-authors>
      </contributors>
      <titles><title>Pumps that
        speak</title><secondary-title>Invented Conference on Pumps</secondary-title></titles>
      <pages>17-20</pages>
      <dates><year>2019</year><pub-dates><date>17-20 June</date></pub-dates></dates>
      <electronic-resource-num>https://doi.org/10.5555/ICP.2019.1</electronic-resource-num>
      <accession-num>WOS:000990000100007</accession-num>
      <label>not ours</label>
      <urls><web-urls><url>https://pumps.example.org/17</url></web-urls><pdf-urls><url>file:///C:/somebody/p.pdf</url></pdf-urls></urls>
      <notes>Secret of somebody</notes>
    </record>
    <record>
      <ref-type name="Thesis">32</ref-type>
      <contributors><authors><author>Berg, Tove</author></authors></contributors>
      <titles><title>Sleep, unmeasured</title></titles>
      <dates><year>2020</year></dates>
      <publisher>University of Nowhere</publisher>
      <work-type>Ph.D.</work-type>
    </record>
    <record>
      <ref-type name="Report">27</ref-type>
      <contributors><authors><author>Invented Institute for Safer Care</author></authors></contributors>
      <titles><title>Bundles &amp; bells</title></titles>
      <dates><year>2017</year><pub-dates><date>2017/11/02</date></pub-dates></dates>
      <publisher>Invented Institute for Safer Care</publisher>
      <isbn>IISC-45</isbn>
    </record>
  </records>
</xml>`,
    items: [
      {
        csl: {
          type: 'paper-conference',
          title: 'Pumps that speak',
          author: [{ family: 'Lomax', given: 'A.' }, { literal: 'Invented Pumps Group' }],
          'container-title': 'Invented Conference on Pumps',
          page: '17-20',
          DOI: '10.5555/ICP.2019.1',
          issued: { 'date-parts': [[2019, 6, 17]] },
        },
        accept: {
          issued: [
            { 'date-parts': [[2019]] },
            { 'date-parts': [[2019, 6]] },
            {
              'date-parts': [
                [2019, 6, 17],
                [2019, 6, 20],
              ],
            },
          ],
        },
        absent: ['PMID'],
      },
      { csl: { type: 'thesis', title: 'Sleep, unmeasured', publisher: 'University of Nowhere', issued: { 'date-parts': [[2020]] } } },
      {
        csl: {
          type: 'report',
          title: 'Bundles & bells',
          author: [{ literal: 'Invented Institute for Safer Care' }],
          issued: { 'date-parts': [[2017, 11, 2]] },
          publisher: 'Invented Institute for Safer Care',
        },
        absent: ['ISSN'],
      },
    ],
  },
]
