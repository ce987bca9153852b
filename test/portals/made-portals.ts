import { heldOutPortals } from './held-out-portals.ts'
import { choices, type MadePortal, script, style } from './portal-page.ts'

/** Pages of record systems of many kinds. */
export const madePortals: readonly MadePortal[] = [
  {
    file: 'storyboard-en',
    lang: 'en',
    url: 'https://chart.example.org/app',
    shows: ['Thandeka R. Whitcombe', '9/3/1957', '00481516', 'Teddie'],
    html: `<div class="StoryBoard"><div class="photo"><img alt=""></div>${style}<div class="sb-name"><span>Thandeka R.</span> <span>Whitcombe</span></div><div>"Teddie"</div><div>Female, 69 y.o., 9/3/1957</div><div>MRN: <span>00481516</span></div><div>Bed: 4-112</div><div>Code: Full (no ACP docs)</div><div>Allergies: <a>Penicillins</a></div><div>Attending: Lovell, MD</div></div><main><h2>Chart Review</h2></main>`,
  },
  {
    file: 'banner-bar-en',
    lang: 'en',
    url: 'https://power.example.org/',
    shows: ['OKONJO, IFEOMA GRACE', '28-Feb-1984', '7714420', '00031299841'],
    html: `<table width="100%"><tr><td><b>OKONJO, IFEOMA GRACE</b></td><td>DOB:28-Feb-1984</td><td>Age:42 years</td><td>Sex:Female</td><td>MRN:7714420</td></tr><tr><td>Allergies: No Known Allergies</td><td colspan=2>Loc:ICU; 12; A</td><td>FIN:00031299841 <b>[Admit Dt: 11/28/2026 04:12]</b></td><td>Attending:Brancourt MD, Odile</td></tr></table>${script}`,
  },
  {
    file: 'practice-en',
    lang: 'en',
    url: 'https://gp.example.nhs.example/record',
    shows: ['TILLINGHAST, Ambrose', '14-Feb-1933', '943 476 5870', '17 Marrowbone Lane', '01632 960142'],
    html: `<div id="patientBanner"><span class="n">TILLINGHAST, Ambrose (Mr)</span><dl><dt>Born</dt><dd>14-Feb-1933 (93y)</dd><dt>Gender</dt><dd>Male</dd><dt>NHS No.</dt><dd>943&nbsp;476&nbsp;5870</dd></dl><div class="second"><span>Address</span><span>17 Marrowbone Lane, Kells</span><span>Phone and email</span><span>01632 960142</span></div></div>`,
  },
  {
    file: 'meditech-en',
    lang: 'en',
    url: 'https://mt.example.org/',
    shows: ['Vandersloot,Katherine', '09/19/1992', 'M000417725', 'V00093311024'],
    html: `<div><span>Vandersloot,Katherine</span><br><span>34 F 09/19/1992</span><br><span>5 ft 4 in</span><div>MRN#&nbsp;M000417725</div><div>Acct#&nbsp;V00093311024</div><div>2 WEST-214-B</div></div>`,
  },
  {
    file: 'form-inputs-en',
    lang: 'en',
    url: 'https://emr.example.org/demographics.php',
    shows: ['Ambrose', 'Drummond-Pryce', '1954-04-19', '900-45-6789', '44 Thistledown Road', '860-555-0188'],
    html: `<form><input type=hidden name=csrf value="Jane Hidden 12345678"><table><tr><td>First Name</td><td><input name=fname value="Ambrose"></td><td>Last Name</td><td><input name=lname value="Drummond-Pryce"></td></tr><tr><td>DOB</td><td><input value="1954-04-19"></td><td>Sex</td><td><select><option>Unassigned</option><option selected>Male</option><option>Female</option></select></td></tr><tr><td>S.S.</td><td><input value="900-45-6789" aria-label="Social Security Number"></td><td>Address</td><td><input value="44 Thistledown Road"></td></tr><tr><td>Home Phone</td><td><input value="860-555-0188"></td></tr></table></form>`,
  },
  {
    file: 'gnu-form-es',
    lang: 'es',
    url: 'https://gnu.example.org/client',
    shows: ['Peláez de la Vega, Encarnación', 'GNU777ORG', '14/02/1933'],
    html: `<div class="form"><div class="row"><label for="p">Paciente:</label><div><input id="p" value="Peláez de la Vega, Encarnación"></div><label>PUID:</label><div><input value="GNU777ORG" aria-label="Identificador del paciente"></div></div><div class="row"><label>Fecha de nacimiento:</label><div><input value="14/02/1933"></div><label>Edad:</label><div><input value="93a 9m 16d"></div><label>Género:</label><div><select><option>Hombre</option><option selected>Mujer</option></select></div></div></div>`,
  },
  {
    file: 'cprs-en',
    lang: 'en',
    url: 'https://vista.example.org/cprs',
    shows: ['BRANNIGAN,SEAMUS T', '666-12-4471', 'Apr 07,1949'],
    html: `<pre>BRANNIGAN,SEAMUS T (OUTPATIENT)</pre><div>666-12-4471&nbsp;&nbsp;Apr 07,1949 (77)</div><div>Provider: LOVELL,ADA</div><div>Active Problems</div><div>Allergies / Adverse Reactions</div>`,
  },
  {
    file: 'esus-pt',
    lang: 'pt',
    url: 'https://esus.example.gov.example/atendimento',
    shows: ['Iracema de Souza e Silva', '17/07/1969', '706 8001 2345 6781', 'Raimunda de Souza', '(92) 99155-0142'],
    html: `${style}<section><div>IRACEMA DE SOUZA E SILVA</div><div><span>57 anos, 4 meses e 13 dias</span><span>Feminino</span></div><dl><dt>Nascimento</dt><dd>17/07/1969</dd><dt>CNS</dt><dd>706 8001 2345 6781</dd><dt>Nome da mãe</dt><dd>Raimunda de Souza</dd><dt>Telefone</dt><dd>(92) 99155-0142</dd><dt>Equipe responsável</dt><dd>ESF 12</dd></dl></section>`,
  },
  {
    file: 'tasy-pt',
    lang: 'pt',
    url: 'https://tasy.example.org/#/pep',
    shows: ['Benedito Aparecido Coutinho', '02/11/1948', '884213', '1120934'],
    html: `<div class="w-header"><div title="Paciente">Benedito Aparecido Coutinho</div><div><b>Prontuário</b> 884213 <b>Atendimento</b> 1120934 <b>Dt. nasc.</b> 02/11/1948 (78a 0m) <b>Sexo</b> M</div><div><b>Convênio</b> SUS <b>Leito</b> UTI 2 - 07</div>${script}</div>`,
  },
  {
    file: 'kis-de',
    lang: 'de',
    url: 'http://kis/orbis',
    shows: ['Achterberg, Joost', '12.05.1961', '0004417782', '90012233', 'A123456780'],
    html: `<table><tr><td nowrap><font size=2>Achterberg, Joost</font></td><td>*12.05.1961 (65 J.)</td><td>m</td></tr><tr><td>Pat.-Nr.: 0004417782</td><td>Fall-Nr.: 90012233</td><td>Station: 3B Zi. 12</td></tr><tr><td>Vers.-Nr.: A123456780</td><td>Kasse: AOK</td><td>Aufnahme: 28.11.2026</td></tr></table>`,
  },
  {
    file: 'pvs-de',
    lang: 'de',
    url: 'https://praxis.example.org/kartei',
    shows: ['Annegret Lindqvist-Maier', '3. Oktober 1978', '20417', 'Lärchenweg 14', '0761 555014'],
    html: `<header><h2>Frau Annegret Lindqvist-Maier</h2><p>geb. 3. Oktober 1978, 48 Jahre, weiblich</p></header><ul><li><strong>Patientennummer</strong> 20417</li><li><strong>Anschrift</strong> Lärchenweg 14, 79100 Freiburg</li><li><strong>Tel.</strong> 0761 555014</li><li><strong>Krankenkasse</strong> BKK</li></ul>`,
  },
  {
    file: 'dpi-fr',
    lang: 'fr',
    url: 'https://dpi.example.org/',
    shows: ['TCHOUKOUADJÉ', 'Solange Marie', '03/09/1957', '8001234567', '2 57 09 99 341 007 46'],
    html: `<div class="bandeau"><span class="sexe">F</span> <b>TCHOUKOUADJÉ (ABEGA)</b> <b>Solange Marie</b> <span>Née le 03/09/1957 (69 ans)</span><br><span>IPP : 8001234567</span> <span>INS : 2 57 09 99 341 007 46</span> <span>NDA : 260094471</span><span>UF : 4412 Cardiologie</span><span>Médecin : Dr Mercier</span></div>`,
  },
  {
    file: 'cce-it',
    lang: 'it',
    url: 'https://cce.example.org/paziente',
    shows: ['MARCHETTI LORENZO', '09/03/1957', 'MRCLNZ57C09A662K', '2026/004417', 'Via Garibaldi 12', '080 555 0142'],
    html: `<div id="testata">${style}<div>MARCHETTI LORENZO</div><div>Nato il 09/03/1957 a Bari - Sesso: M - Età: 69 anni</div><div>C.F.: MRCLNZ57C09A662K</div><div>Nosologico: 2026/004417</div><div>Reparto: Cardiologia Letto: 12</div><div>Residenza: Via Garibaldi 12, Bitetto</div><div>Tel: 080 555 0142</div></div>`,
  },
  {
    file: 'diraya-es',
    lang: 'es',
    url: 'https://diraya.example.org/',
    shows: ['LUCÍA FERRER MONTANÉ', '03/04/2019', 'AN0417725533', '281234567840', '600 555 142'],
    html: `<table class="cab"><tr><td>${choices('Consulta Urgencias Ingreso')}</td><td class="t">LUCÍA FERRER MONTANÉ</td></tr><tr><td>NUHSA: AN0417725533</td><td>Nº SS: 281234567840</td><td>F. Nac.: 03/04/2019 (7 años)</td><td>Sexo: Mujer</td></tr><tr><td>Tlf.: 600 555 142</td><td>Médico: Ruiz Alcaide</td></tr></table>`,
  },
  {
    file: 'selene-es',
    lang: 'es',
    url: 'http://selene:8080/app',
    shows: ['QUIROGA ITURRALDE, FERNANDA BELÉN', '02/11/1984', '1007331', 'FRQI841102'],
    html: `<div class=ficha><div>QUIROGA ITURRALDE, FERNANDA BELÉN</div><div>NHC: 1007331 | CIP: FRQI841102 | H/M: M | F.Nac: 02/11/1984 | Edad: 42a</div><div>Ubicación: 4ª Planta / H. 412 / Cama 1</div><div>Alergias: SIN ALERGIAS CONOCIDAS</div></div>`,
  },
  {
    file: 'lab-results-en',
    lang: 'en',
    url: 'https://lab.example.org/results?page=1',
    shows: ['Hollis Drummond', 'Suharti', 'L26-004417', 'L26-004418', '19/04/1954', '17/07/1969', '77410', '77411'],
    html: `<h1>Results to review</h1><table><thead><tr><th>Lab no</th><th>Patient</th><th>DOB</th><th>Hospital no</th><th>Test</th><th>Result</th></tr></thead><tbody><tr><td>L26-004417</td><td>Hollis Drummond</td><td>19/04/1954</td><td>77410</td><td>Potassium</td><td>5.9 H</td></tr><tr><td>L26-004418</td><td>Suharti</td><td>17/07/1969</td><td>77411</td><td>Hb</td><td>7.1 L</td></tr></tbody></table>`,
  },
  {
    file: 'ward-list-es',
    lang: 'es',
    url: 'https://his.example.org/planta',
    shows: ['ÉCHENIQUE LARRONDO, BALTASAR', 'HSJ100872', 'SOTO PINTO, AMANDA', 'HSJ100901'],
    html: `<table><tr><th>Cama</th><th>Paciente</th><th>NHC</th><th>Edad</th><th>Sexo</th><th>Diagnóstico</th></tr><tr><td>401-1</td><td>ÉCHENIQUE LARRONDO, BALTASAR</td><td>HSJ100872</td><td>93</td><td>H</td><td>EPOC</td></tr><tr><td>401-2</td><td>SOTO PINTO, AMANDA</td><td>HSJ100901</td><td>41</td><td>M</td><td>Neumonía</td></tr></table>`,
  },
  {
    file: 'appointments-de',
    lang: 'de',
    url: 'https://termin.example.org/heute',
    shows: ['Lindqvist-Maier, Annegret', '03.10.1978', 'Yıldız, Emre', '21.01.1990'],
    html: `<div role="grid"><div role="row"><span role="columnheader">Uhrzeit</span><span role="columnheader">Patient</span><span role="columnheader">Geb.-Datum</span><span role="columnheader">Arzt</span></div><div role="row"><span role="gridcell">08:15</span><span role="gridcell">Lindqvist-Maier, Annegret</span><span role="gridcell">03.10.1978</span><span role="gridcell">Dr. Kern</span></div><div role="row"><span role="gridcell">08:30</span><span role="gridcell">Yıldız, Emre</span><span role="gridcell">21.01.1990</span><span role="gridcell">Dr. Kern</span></div></div>`,
  },
  {
    file: 'fhir-json-en',
    lang: 'en',
    url: 'https://fhir.example.org/Patient/44',
    shows: ['Vandersloot', 'Katherine Anne', '1992-09-19', '00917734'],
    html: `<h1>Patient</h1><table><tr><td>identifier</td><td>MR: 00917734</td></tr><tr><td>name</td><td>Katherine Anne Vandersloot</td></tr><tr><td>gender</td><td>female</td></tr><tr><td>birthDate</td><td>1992-09-19</td></tr></table>`,
  },
  {
    file: 'my-record-en',
    lang: 'en',
    url: 'https://my.example.org/health-record',
    shows: ['Teddie Whitcombe', 'March 9, 1957', '44 Thistledown Road', '860-555-0188', 'W884471203'],
    html: `<nav>Home Messages Visits</nav><h1>Personal information</h1><p>Welcome, Teddie Whitcombe!</p><section><h2>About me</h2><div><h3>Legal name</h3><p>Teddie Whitcombe</p></div><div><h3>Date of birth</h3><p>March 9, 1957</p></div><div><h3>Sex</h3><p>Female</p></div><div><h3>Address</h3><p>44 Thistledown Road<br>New London, CT 06320</p></div><div><h3>Mobile phone</h3><p>860-555-0188</p></div></section><section><h2>Insurance</h2><div><h3>Member ID</h3><p>W884471203</p></div></section>`,
  },
  {
    file: 'cards-en',
    lang: 'en',
    url: 'https://rounds.example.org/',
    shows: ['Kwame Osei', '00482913', 'Ngozi Achebe', '00482914'],
    html: `<ul>${[
      ['Kwame', 'Osei', '61', 'M', '00482913', '12'],
      ['Ngozi', 'Achebe', '66', 'F', '00482914', '14'],
    ]
      .map(
        ([given, family, age, sex, number, bed]) =>
          `<li class="MuiCard"><p><span class="w">${given}</span> <span class="w">${family}</span></p><p>${age} yo ${sex}</p><p>MRN ${number}</p><p>Bed ${bed}</p></li>`,
      )
      .join('')}</ul>`,
  },
  {
    file: 'aria-en',
    lang: 'en',
    url: 'https://touch.example.org/patient',
    shows: ['Ifeoma Okonjo', '2026-11-28', '4471902'],
    html: `<header aria-label="Patient: Ifeoma Okonjo, born 2026-11-28"><h2>Ifeoma Okonjo</h2><span aria-label="Date of birth">2026-11-28</span><span title="Medical record number">4471902</span><span aria-label="Sex">F</span></header>`,
  },
  ...heldOutPortals,
]
