/** What the slots of templates are filled with; every person is made up. */
export type Locale = 'en' | 'es' | 'fr' | 'de' | 'pt' | 'it'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const given: Record<Locale, readonly string[]> = {
  en: words(
    'Maeve Tobias Keisha Harriet Declan Imani Rosalind Wyatt Priyanka Lamar Shanice Orla Dashiell Winifred Kwame Saoirse Beckett Noor Philippa Jamal Marguerite Ezekiel Delphine Anneliese Desmond Tamika Osvaldo Hyacinth Rupert Ayodele',
  ),
  es: words(
    'Nerea Gonzalo Itziar Amparo Fermín Remedios Joaquina Leire Ciro Azucena Eusebio Maite Hortensia Damián Visitación Saturnino Ainhoa Rogelio Encarna Iker Macarena Ulises Yolanda Basilio Candela Nicanor Aurora Lázaro Ximena Eladio',
  ),
  fr: words('Solène Gaspard Maëlys Thibault Ghislaine Firmin Capucine Loïc Bérénice Armand Fatoumata Yannick'),
  de: words('Liesel Gunther Annegret Detlef Friederike Torben Hannelore Jürgen Mechthild Kai Swantje Ewald'),
  pt: words('Lurdes Vasco Graça Américo Jussara Tiago Leonor Baltazar Iara Edson Conceição Davi'),
  it: words('Ginevra Ettore Donatella Fabrizio Assunta Nicolò Ornella Ivano Loredana Pasquale Chiara Duilio'),
}

const family: Record<Locale, readonly string[]> = {
  en: words(
    "Abernathy Okonkwo Pemberton Vasquez Thistlewood Nakamura Fairclough O'Rourke Delacroix Mbeki Hollingsworth Kowalczyk Ashdown Ramaswamy Winterbourne McAllister Tran Lindqvist Castellano Ogilvie Burchfield Quigley Nguyen Stavros Hathaway Penrose Dubois Yilmaz Tennant Crabtree",
  ),
  es: words(
    'Ferrer Otegui Zabala Quintanilla Carrasco Beltrán Iriarte Mancebo Salcedo Urrutia Valverde Pizarro Ocaña Berganza Tejedor Luengo Cifuentes Arrieta Montalbán Espronceda Gallardo Requena Bustamante Escudero Villalba Perea Castaño Olmedo Rivas Sotomayor',
  ),
  fr: words('Lefebvre Charpentier Vasseur Delmas Guérin Bouchard Marchetti Kervella Poulain Diallo Roussel Tessier'),
  de: words('Brinkmann Vogelsang Hufnagel Schröder Kessler Lindenau Oberhuber Wagenknecht Stolz Petersen Yıldız Grabowski'),
  pt: words('Figueiredo Nogueira Brandão Teles Cavalcanti Peixoto Sardinha Queirós Abrantes Moura Vilela Damasceno'),
  it: words('Bellini Castagna Fumagalli Lo Bianco Marchesi Pellegrino Quaranta Rinaldi Santoro Tedesco Ughetti Zanetti').filter(
    (word) => word.length > 3,
  ),
}

const street: Record<Locale, readonly string[]> = {
  en: ['Larkspur', 'Old Quarry', 'Thornhill', 'Pinecrest', 'Saddleback', 'Wexford'],
  es: ['Zurbarán', 'del Olivar', 'Menéndez Pelayo', 'San Telmo', 'de los Herreros', 'Bravo Murillo'],
  fr: ['des Lilas', 'Victor Hugo', 'de la Gare', 'Pasteur', 'du Moulin'],
  de: ['Linden', 'Goethe', 'Bahnhof', 'Schiller', 'Garten'],
  pt: ['das Flores', 'Almirante Reis', 'do Carmo', 'Augusta', 'da Boavista'],
  it: ['Garibaldi', 'dei Mille', 'Mazzini', 'Verdi', 'della Repubblica'],
}

const town: Record<Locale, readonly string[]> = {
  en: ['Marblehead', 'Wausau', 'Chillicothe', 'Beaverton', 'Scranton', 'Kettering'],
  es: ['Calahorra', 'Priego', 'Utrera', 'Tudela', 'Zafra', 'Villarrobledo'],
  fr: ['Quimper', 'Limoges', 'Bergerac', 'Roubaix'],
  de: ['Göttingen', 'Passau', 'Wuppertal', 'Celle'],
  pt: ['Viseu', 'Setúbal', 'Caruaru', 'Tomar'],
  it: ['Cuneo', 'Viterbo', 'Lecce', 'Rovigo'],
}

/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const roman = words('I II III IV V VI VII VIII IX X XI XII')
const two = (number: number): string => String(number).padStart(2, '0')

/** The values of one person and one day, for one text. */
export const valuesFor = (locale: Locale, next: (below: number) => number): ((slot: string) => string) => {
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? ''
  const digits = (length: number): string => Array.from({ length }, (_, at) => String(at === 0 ? 1 + next(9) : next(10))).join('')
  const own = { given: pick(given[locale]), family: pick(family[locale]), second: pick(family[locale]), other: pick(given[locale]) }
  const [day, month, year] = [1 + next(28), 1 + next(12), 1930 + next(90)]
  const slots: Record<string, () => string> = {
    given: () => own.given,
    family: () => own.family,
    second: () => own.second,
    other: () => own.other,
    g: () => own.given.charAt(0),
    f: () => own.family.charAt(0),
    street: () => pick(street[locale]),
    town: () => pick(town[locale]),
    d: () => String(day),
    dd: () => two(day),
    m: () => String(month),
    mm: () => two(month),
    roman: () => roman[month - 1] ?? 'I',
    y: () => String(year),
    yy: () => two(year % 100),
    old: () => String(90 + next(16)),
    age: () => String(18 + next(70)),
  }
  return (slot) => {
    const [name = '', change = ''] = slot.split(':')
    const count = /^n(\d+)$/.exec(name)?.[1]
    const value = count === undefined ? (slots[name]?.() ?? slot) : digits(Number(count))
    if (change === 'l') return value.toLowerCase()
    return change === 'u' ? value.toUpperCase() : value
  }
}
