import { type MadePortal, script } from './portal-page.ts'

/** Put aside while the rules were written, and measured once before anything was changed for them. */
export const heldOutPortals: readonly MadePortal[] = [
  {
    file: 'nordic-style-en',
    lang: 'en',
    heldOut: true,
    url: 'https://cosmos.example.org/',
    shows: ['Emi Nakagawa', '19880412-4471'],
    html: `<div class="ptbar"><div><strong>Nakagawa, Emi</strong></div><div>Personal no. <span>19880412-4471</span></div><div>F, 38 yrs</div><div>Ward 41</div></div>`,
  },
  {
    file: 'viewer-de',
    lang: 'de',
    heldOut: true,
    url: 'https://pacs.example.org/viewer',
    shows: ['ACHTERBERG^JOOST', '12.05.1961', '4417782', 'ACC0093112'],
    html: `<canvas></canvas><div class="overlay tl"><div>ACHTERBERG^JOOST</div><div>4417782</div><div>12.05.1961 M</div></div><div class="overlay tr"><div>CT Thorax</div><div>28.11.2026 04:12</div><div>Acc: ACC0093112</div></div>`,
  },
  {
    file: 'dossier-fr',
    lang: 'fr',
    heldOut: true,
    url: 'https://cabinet.example.org/dossier/4471',
    shows: ['Rosemirlande Dorcélus', '29 novembre 1991', '12 avenue des Palmiers', '06 39 98 01 42', '2 91 11 99 341 007 12'],
    html: `<div class="fiche"><h1>Mme Rosemirlande DORCÉLUS</h1><p class="age">Née le 29 novembre 1991 · 35 ans</p><div class="coord"><p>12 avenue des Palmiers, 33000 Bordeaux</p><p>06 39 98 01 42</p></div><p>N° de sécurité sociale : 2 91 11 99 341 007 12</p><p>Médecin traitant : Dr Mercier</p></div>`,
  },
  {
    file: 'pronto-soccorso-it',
    lang: 'it',
    heldOut: true,
    url: 'https://ps.example.org/lista',
    shows: ['Colonna Beatrice', '2026004471', 'Okafor Chidi', '2026004472'],
    html: `<table class="lista"><thead><tr><th>N. verbale</th><th>Cognome e nome</th><th>Età</th><th>Sesso</th><th>Codice</th><th>Motivo accesso</th></tr></thead><tbody><tr><td>2026004471</td><td>Colonna Beatrice</td><td>34</td><td>F</td><td>verde</td><td>Trauma</td></tr><tr><td>2026004472</td><td>Okafor Chidi</td><td>7</td><td>M</td><td>giallo</td><td>Febbre</td></tr></tbody></table>`,
  },
  {
    file: 'agenda-pt',
    lang: 'pt',
    heldOut: true,
    url: 'https://agenda.example.org/dia',
    shows: ['Benedito Aparecido Coutinho', '02/11/1948', '(92) 99155-0177', 'Luzia Figueiredo'],
    html: `<table><tr><td>Horário</td><td>Paciente</td><td>Data de nasc.</td><td>Celular</td><td>Convênio</td></tr><tr><td>08:00</td><td>Benedito Aparecido Coutinho</td><td>02/11/1948</td><td>(92) 99155-0177</td><td>SUS</td></tr><tr><td>08:20</td><td>Luzia Figueiredo</td><td>30/08/2001</td><td>(92) 99155-0178</td><td>Unimed</td></tr></table>`,
  },
  {
    file: 'ficha-cl-es',
    lang: 'es',
    heldOut: true,
    url: 'https://ficha.example.cl.example/',
    shows: ['Amanda Soto Pinto', '12.345.678-5', '21-ene-1990', '+56 9 5550 0142'],
    html: `<div id="cabecera"><span class="rut">RUT 12.345.678-5</span><span>Amanda Soto Pinto</span><span>21-ene-1990</span><span>36 años</span><span>Femenino</span><span>Previsión: FONASA B</span><span>Fono: +56 9 5550 0142</span></div>`,
  },
  {
    file: 'spans-fr',
    lang: 'fr',
    heldOut: true,
    url: 'https://react.example.org/',
    shows: ['Nadège Kouassi', '28 nov. 2026', 'Y-20417'],
    html: `<div class="css-1"><div class="css-2"><span class="x">Nadège</span> <span class="x">Kouassi</span></div><div class="css-3"><span>Date</span> <span>de</span> <span>naissance</span></div><div class="css-4"><span>28</span> <span>nov.</span> <span>2026</span></div><div class="css-3">N° dossier</div><div class="css-4">Y-20417</div><div class="css-3">Sexe</div><div class="css-4">Féminin</div></div>${script}`,
  },
  {
    file: 'next-of-kin-en',
    lang: 'en',
    heldOut: true,
    url: 'https://ehr.example.org/face-sheet',
    shows: ['Adewale Bankole', '03/30/1971', 'E8837120', 'Folake Bankole', '212-555-0144', 'XJK44718'],
    html: `<h2>Face sheet</h2><div><p><b>Name</b><br>Adewale Bankole</p><p><b>Birthdate</b><br>03/30/1971</p><p><b>Gender</b><br>M</p><p><b>Chart #</b><br>E8837120</p><p><b>Emergency contact</b><br>Folake Bankole (wife)</p><p><b>Home phone</b><br>212-555-0144</p><p><b>Policy number</b><br>XJK44718</p></div>`,
  },
]
