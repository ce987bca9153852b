/** A page that looks like a patient's in one way or another and is none: each of these can be clipped. Written for this project. */
export interface NearPage {
  file: string
  html: string
}

const page = (file: string, html: string): NearPage => ({ file, html })
const rows = (...lines: string[]): string =>
  lines
    .map(
      (line) =>
        `<tr>${line
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')
const heads = (line: string): string =>
  `<thead><tr>${line
    .split('|')
    .map((cell) => `<th>${cell}</th>`)
    .join('')}</tr></thead>`
const terms = (...lines: string[]): string =>
  `<dl>${lines
    .map((line) => line.split('|'))
    .map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`)
    .join('')}</dl>`

export const nearPages: readonly NearPage[] = [
  page(
    'author-biography',
    `<h1>Odile Brancourt</h1><p>Odile Brancourt, MD, PhD (born 9 March 1957) leads the neonatal unit in Besançon.</p>${terms('Born|9 March 1957 (age 69)', 'ORCID|0000-0002-1825-0097', 'Affiliation|University of Strasbourg')}`,
  ),
  page(
    'infobox-es',
    `<h1>Amanda Soto</h1><table>${rows('Nombre completo|Amanda Soto Pinto', 'Nacimiento|21 de enero de 1960 (66 años)', 'Nacionalidad|Chilena', 'Educada en|Universidad de Chile', 'Conocida por|Neonatología')}</table>`,
  ),
  page(
    'infobox-fr',
    `<table>${rows('Nom de naissance|Solange Mercier', 'Naissance|3 septembre 1957 (69 ans)', 'Activité|Médecin', 'Distinctions|Prix Lasker')}</table>`,
  ),
  page(
    'trial-register',
    `<h1>Home scales after discharge</h1>${terms('ClinicalTrials.gov ID|NCT04471902', 'Sponsor|Lakeside Research Institute', 'Sex|Female', 'Ages|18 Years to 65 Years', 'Study Start|2026-03-09', 'Contact|Brancourt, Odile', 'Phone|860-555-0100')}`,
  ),
  page(
    'trial-eu',
    `<table>${rows('EudraCT Number:|2020-004471-90', 'Sponsor Protocol Number:|HTX-44', 'Start Date:|2021-03-09', 'Gender: Female|Yes', 'Gender: Male|Yes', 'Sponsor:|Karolinska')}</table>`,
  ),
  page(
    'prospero',
    terms(
      'Registration number|CRD42021447190',
      'Named contact|Ifeoma Okonjo',
      'Email|i.okonjo@example.org',
      'Address|12 Harbour Street',
      'Date of registration|9 March 2021',
    ),
  ),
  page(
    'repository',
    `<h1>Feeding data</h1>${terms('Identifier|10.5281/zenodo.4471902', 'Creator|Vandersloot, Katherine', 'Publication date|9 March 2021', 'License|CC BY', 'Uploaded|March 9, 2021')}`,
  ),
  page(
    'conference-abstract',
    `<p>Abstract ID: 4471902</p><h1>Growth at home</h1><p>Okonjo, Ifeoma; Vandersloot, Katherine</p><p>Presenting author: Okonjo, Ifeoma</p><p>Session: Poster, 9 March 2021</p>`,
  ),
  page(
    'staff-directory',
    `<table>${heads('Name|Role|Phone|Email|Birthday')}${rows('Achterberg, Joost|Radiographer|555-4471|joost@example.org|12 May', 'Nakagawa, Emi|Ward manager|555-4402|emi@example.org|3 October')}</table>`,
  ),
  page(
    'doctor-finder',
    `<h1>Dr. Katherine Vandersloot</h1>${terms('Gender|Female', 'Specialty|Cardiology', 'NPI|1447190233', 'Phone|860-555-0188', 'Address|44 Thistledown Road, New London', 'Languages spoken|English, Spanish')}`,
  ),
  page(
    'case-table',
    `<table><caption>Table 1. Clinical characteristics</caption>${heads('Patient|Age|Sex|Diagnosis|Outcome')}${rows('1|34 y|F|Heterotaxy|Alive', '2|2 mo|M|HLHS|Died', '3|7 d|F|TGA|Alive')}</table>`,
  ),
  page(
    'case-series-ids',
    `<table>${heads('Patient ID|Age|Sex|Mutation|Diagnosis')}${rows('PT-001|34|F|c.1234A>G|HLHS', 'PT-002|12|M|c.77C>T|TGA')}</table>`,
  ),
  page(
    'case-report',
    `<h1>Cardiac arrest in a 34-year-old woman</h1><p>A 34-year-old woman, F, 62 kg, was admitted on 9 March 2021. Medical record number and names were removed.</p><p>Vandersloot, Katherine; Okonjo, Ifeoma</p>`,
  ),
  page(
    'codebook',
    `<table>${heads('Variable|Type|Example|Meaning')}${rows('mrn|string|00481516|record number', 'date_of_birth|date|1957-03-09|day of birth', 'sex|F or M|F|sex at birth', 'patient_name|string|Doe, Jane|removed')}</table>`,
  ),
  page(
    'storybook',
    `<h1>PatientBanner</h1><h2>Lorem, Ipsum</h2>${terms('DOB|DD/MM/YYYY', 'MRN|{{ mrn }}', 'Sex|string')}<table>${heads('Name|Description|Default')}${rows('dateOfBirth|Date|-', 'mrn|string|-')}</table>`,
  ),
  page(
    'api-documentation',
    `<h1>Patient search</h1><table>${heads('Parameter|Type|Description')}${rows('name|string|Any part of the name', 'birthdate|date|The date of birth', 'gender|token|male, female', 'identifier|token|A patient identifier (MRN)')}</table><p>Patient ID: required</p>`,
  ),
  page(
    'empty-registration',
    `<form><label>Patient name</label><input><label>Date of birth</label><input placeholder="DD/MM/YYYY"><label>Sex</label><select><option>Female</option><option>Male</option></select><label>MRN</label><input><label>Phone</label><input></form>`,
  ),
  page(
    'privacy-notice',
    `<h1>What we hold</h1><ul><li>Name</li><li>Date of birth</li><li>Address</li><li>NHS number</li><li>Phone</li></ul><p>Updated: 9 March 2021</p>`,
  ),
  page(
    'guideline',
    `<h1>Discharge of infants</h1>${terms('Reference number|NG 194', 'Published|9 March 2021', 'Last updated|11 May 2024')}<p>Record the name, date of birth and hospital number.</p>`,
  ),
  page(
    'growth-reference',
    `<table>${heads('Age|Sex|Median|SD')}${rows('1 month|F|4.2|0.5', '1 month|M|4.5|0.6', '2 months|F|5.1|0.6')}</table>`,
  ),
  page(
    'results-of-a-race',
    `<table>${heads('Rank|Name|Club|Age|Sex|Time')}${rows('1|Osei, Kwame|Harriers|34|M|2:12:44', '2|Achebe, Ngozi|Striders|29|F|2:31:07')}</table>`,
  ),
  page(
    'obituary',
    `<h1>Ambrose Tillinghast</h1><p>Born: 14 February 1933. Died: 28 November 2026.</p><p>Professor of surgery; author of 200 papers.</p>`,
  ),
  page(
    'journal-authors',
    `<p>Vandersloot, Katherine</p><p>Boston, Massachusetts, United States</p><p>ORCID: 0000-0002-1825-0097</p><p>Published: 9 March 2021</p><p>Article ID 4471902</p>`,
  ),
  page(
    'library-record',
    terms('Author|Brancourt, Odile, 1957-', 'ISBN|978-3-16-148410-0', 'Publisher|Harbour', 'Identifier|44719023', 'Language|French'),
  ),
  page(
    'museum-person',
    `<h1>Benedito Coutinho</h1>${terms('Born|2 November 1848, Manaus, Brazil', 'Died|1 May 1911', 'Sex|Male', 'GND ID|118540238', 'Works|Two atlases')}`,
  ),
  page(
    'newborn-names',
    `<h1>Names of the year</h1><table>${heads('Rank|Name|Sex|Births')}${rows('1|Olivia|F|4,471', '2|Noah|M|4,402')}</table>`,
  ),
  page(
    'shop-order',
    terms('Order number|4471902', 'Order date|9 March 2021', 'Name|Home scale', 'Phone|860-555-0100', 'Address|44 Thistledown Road'),
  ),
  page(
    'quality-report',
    `<table>${heads('Hospital|Admissions|Age (median)|Female, %|Length of stay')}${rows('Harbour|447|61|48|5.1', 'Kells|190|64|51|4.4')}</table>`,
  ),
  page(
    'grant',
    terms(
      'Project Number|5R01HL447190-03',
      'Contact PI|BRANCOURT, ODILE',
      'Organization|Lakeside',
      'Start Date|09-March-2021',
      'Program official|OKONJO, IFEOMA',
    ),
  ),
  page(
    'faculty-cv-de',
    `<h1>Lebenslauf</h1><table>${rows('Name|Annegret Lindqvist', 'Geburtsdatum|3. Oktober 1978', 'Ausbildung|Medizin, Freiburg', 'Publikationen|44', 'Auszeichnungen|Förderpreis 2021')}</table>`,
  ),
  page(
    'news-story',
    `<h1>A year at home</h1><p>Thandeka Whitcombe, 69, from Kells, weighs herself each morning.</p><p>By Emi Nakagawa</p><p>9 March 2021</p><p>Share · Print · Reference: 4471</p>`,
  ),
  page(
    'dictionary-of-labels',
    `<table>${heads('English|Español|Français|Deutsch')}${rows('Date of birth|Fecha de nacimiento|Date de naissance|Geburtsdatum', 'Patient name|Nombre del paciente|Nom du patient|Patientenname', 'Sex|Sexo|Sexe|Geschlecht')}</table>`,
  ),
]
