import type { BannerLabels } from './label-kinds.ts'

/** English, and the names of numbers that are the same everywhere. */
export const en: BannerLabels = {
  patient: 'child name|client|client name|inpatient|patient|resident|service user',
  name: 'display name|full name|last name first name|legal name|member name|name|name full|official name|person name|subscriber name|usual name|your name',
  given:
    'aka|alias|also known as|first name|first names|forename|forenames|given name|given names|goes by|known as|middle name|middle names|nick name|nickname|other names|preferred|preferred name',
  family: 'birth name|family name|last name|last names|maiden name|previous names|surname|surnames',
  kin: 'attorney|brother|caregiver|carer|contact name|contact person|daughter|emergency contact|emergency contact name|father|father name|guarantor|guarantor name|guardian|guardian name|husband|husband name|mother|mother name|next kin|next kin name|nok|parent|parent guardian|parents|partner|proxy|relative|responsible party|sibling|sister|son|spouse|spouse name|wife',
  birth: 'bdate|birth date|birth date age|birthdate|date birth|date birth age|dob|dob age|dob gender|dob sex',
  born: 'birth|birth day|birthday|born|born on',
  age: 'age|age years|current age',
  sex: 'administrative gender|administrative sex|birth sex|gender|gender identity|gender sex|legal sex|sex|sex birth|sex gender',
  ageSex: 'age gender|age sex|gender age|sex age|sex date birth|sex dob',
  record:
    'abha|chart #|chart id|chi|client #|client id|clinic #|cr #|crn|dfn|empi|empi id|emr #|emr id|folder #|hcn|health id|health record #|hn|hosp #|hospital #|hospital id|hospital mrn|ihi|ip|ipd #|master patient id|medical id|medical record|medical record id|mpi|mr #|mrn|nhi|nhs|nhs chi #|nhs id|op #|opd #|openmrs id|pas #|patient file|patient record|personal health #|phn|pid|subject patient id|uhid|unique patient #|unique patient id|unit #|ur #|urn',
  code: 'account id|case #|code|external id|file #|id|identification|identifier|identifiers|internal id|local id|logical id|old id|old identification|person #|person id|record #|ref|reg #|registration #|resource id|uuid',
  national:
    'aadhaar|driver license|drivers license|id card|identity #|identity card|identity document|national #|national id|national identity|national insurance #|ni #|nino|passport|personal #|personal id|social security|ssn|tax id|us ssn',
  insurance:
    'beneficiary id|health card|health insurance #|insurance|insurance id|insurance member id|insurance policy #|mbi|medicaid|medicaid id|medicare|member #|member id|nhif|nhis #|plan id|policy|subscriber #|subscriber id',
  account:
    'acc|accession|account #|acct|admission #|admission id|appointment #|appointment id|case id|csn|encounter #|encounter id|episode #|episode id|fin|har|lab #|order #|prescription #|referral #|rx #|sample #|specimen #|specimen id|stay #|visit #|visit id',
  phone:
    'cell|cell phone|contact #|daytime phone|home phone|home telephone|mobile|mobile phone|phone|phone cell|phone contact|phone home|phone mobile|primary phone|tel|telecom|telephone|work phone',
  email: 'contact email|email|email address|mail|mail address',
  address:
    'address 1|address 2|address line 1|address line 2|physical address|addr|address|address line|current address|home address|mailing address|permanent address|postal address|residence|residential address|street|street address|usual address',
  town: 'birth place|city|city town|city village|locality|place birth|suburb|town|town city|village',
  postal: 'post code|postal code|postcode|zip|zip code|zip postal code',
  bed: 'bay|bed|current location|room|unit bed|ward|ward bed',
  clinical:
    'active problems|acuity|admission|admission date|admit date|admitted|admitted on|alerts|allergies|allergy|appointment|birth weight|blood group|blood type|code status|collected|complaint|date admission|deceased|diagnoses|diagnosis|discharge date|dx|edd|gestational age|gravida|immunizations|isolation|last visit|medications|modality|news2|next appointment|precautions|primary diagnosis|problem list|problems|reason|reason visit|specimen|study date|triage|visit type|vital signs|vitals',
  staff:
    'attending|attending physician|clinician|consultant|doctor|general practitioner|gp|midwife|nurse|ordering provider|pcp|physician|practitioner|primary care provider|provider|referrer|rn|surgeon',
  other:
    'action|actions|active|bmi|clinic|comments|communication|contact|contact information|contacts|country|county|date|department|description|details|district|edit|employer|ethnicity|facility|fax|flag|height|history|hospital|ht|language|link|links|marital|marital status|meta|more|nationality|note|notes|occupation|organization|overview|payer|period|photo|plan|preferred language|prefix|priority|profile|province|race|region|relationship|relationships|religion|result|risk|search|select|service|start|state|status|stop|suffix|summary|system|test|text|time|title|type|units|use|value|version|view|weight|wt',
  against:
    'abstract #|abstract id|affiliation|affiliations|alma mater|arm|article id|author|authority control|authors|awards|biography|citation|citations|clinicaltrials gov id|club|cohort|collaborators|column|corresponding author|data type|dataset|default|doi|education|eligibility|eligibility criteria|enrollment|example|extension|fellowship|fields|first author|funding|gnd|gnd id|viaf id|h index|honors|honours|institutions|investigator|investigators|isbn|issn|journal|keywords|known for|meaning|nct #|npi|npi #|orcid|orcid id|pmcid|pmid|position|principal investigator|publication date|publications|published|rank|recruitment status|repository|residency|scopus id|specialties|specialty|sponsor|study id|study start|study type|team|thesis|trial registration|variable|variable name|viaf|views',
}
