/** Texts of a bank and what is typed to search: what is written in two ways is one thing. Both searches are held to them. */
export const searchSamples = [
  { id: 'superscript', text: 'Keep VO₂ and 10⁹ cells', finds: ['vo2', '109'], not: ['vo3'] },
  { id: 'ligatures', text: 'An eﬃcient ﬂuid plan', finds: ['efficient', 'fluid'], not: [] },
  { id: 'not seen', text: 'Pain\u200bless blood\u00ad draws', finds: ['painless', 'blood draw'], not: [] },
  { id: 'wide letters', text: 'Ｗｅｉｇｈ at noon', finds: ['weigh'], not: [] },
  { id: 'decomposed', text: 'Sesio\u0301n de niñez', finds: ['sesión', 'ninez', 'nin\u0303ez'], not: ['niñera'] },
  { id: 'British', text: 'Haemoglobin in paediatric oedema', finds: ['hemoglobin', 'haemo', 'pediatric', 'edema'], not: ['hormone'] },
  {
    id: 'American',
    text: 'Anemia, tumor center, randomized program',
    finds: ['anaemia', 'tumour centre', 'randomised programme'],
    not: [],
  },
  { id: 'two words', text: 'Follow up by phone; hand washing', finds: ['followup', 'follow-up', 'handwashing'], not: ['washhand'] },
  { id: 'one word', text: 'Followup of breastfeeding', finds: ['follow up', 'follow-up', 'breast-feeding'], not: ['following day'] },
  { id: 'hyphen', text: 'IL-6 and COVID-19 by e-mail', finds: ['il6', 'IL 6', 'covid19', 'email'], not: [] },
  { id: 'units', text: 'Within 48 h of 5 mg', finds: ['48h', '5mg'], not: ['48d'] },
  { id: 'Greek', text: 'Start β-lactams early', finds: ['β-lactam', 'lactam'], not: [] },
  { id: 'apostrophe', text: 'The O’Hara bed', finds: ['O’Hara', "O'Hara", 'ohara'], not: [] },
  {
    id: 'other words',
    text: 'Ask naïve families about adenoidectomies',
    finds: ['naive', 'naïve', 'adenoidectom'],
    not: ['native', 'adenoma'],
  },
  { id: 'slip', text: 'Weight before discharge', finds: ['wieght', 'weigt', 'dishcarge', 'dischsrge'], not: ['wit', 'eight'] },
]
