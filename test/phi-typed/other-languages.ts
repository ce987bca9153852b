import type { Locale } from './values.ts'

/** Short sentences of ideas in four more languages: one template a line. */
export const otherTemplates: Readonly<Partial<Record<Locale, string>>> = {
  fr: String.raw`
pt ⟦NAME {given:l} {family:l}⟧ arrache sa voie, idée : des moufles ?
Mme ⟦NAME {family}⟧ a attendu 6 h un lit, pourquoi
la mère de ⟦NAME {given}⟧ dit que la pompe sonne toute la nuit
⟦NAME {family:u} {given}⟧ (IPP ⟦MRN {n8}⟧) sans pesée depuis 3 jours
née le ⟦DATE {dd}/{mm}/{y}⟧ et toujours en pédiatrie
vu le ⟦DATE {d} mars {y}⟧ pour la même plaie
habite ⟦LOCATION {n2} rue {street}⟧ et n'a pas de transport
tél ⟦PHONE 06 {n2} {n2} {n2} {n2}⟧, veut venir à la commission
femme de ⟦AGE90 {old}⟧ ans, fracture du col, 40 h d'attente
chambre ⟦ID {n3}⟧ ⟦NAME {family}⟧ sans interprète
son frère ⟦NAME {given}⟧ fait les soins à la maison
selon le Dr ⟦NAME {family}⟧ on peut sauter la deuxième dose
adressé par le ⟦FACILITY CH de {town}⟧ sans images
title|⟦NAME {family:u} {given}⟧ - Dossier patient - DxCare
Nom : ⟦NAME {family}⟧ Prénom : ⟦NAME {given}⟧ Né(e) le ⟦DATE {dd}/{mm}/{y}⟧
originaire de ⟦LOCATION {town}⟧, trois heures de route pour chaque pansement
n° de dossier ⟦MRN {n7}⟧ avec deux allergies oubliées
`,
  de: String.raw`
Pat. ⟦NAME {given} {family}⟧ zieht sich die Zugänge, Idee: Fäustlinge?
Frau ⟦NAME {family}⟧ hat 6 h auf ein Bett gewartet
die Mutter von ⟦NAME {given}⟧ sagt, die Pumpe piept die ganze Nacht
⟦NAME {family}, {given}⟧ (Fallnr. ⟦MRN {n8}⟧) seit 3 Tagen nicht gewogen
geb. ⟦DATE {d}.{m}.{y}⟧ und noch immer in der Pädiatrie
gesehen am ⟦DATE {d}. März {y}⟧ wegen derselben Wunde
wohnt in der ⟦LOCATION {street}straße {n2}⟧ und hat keine Fahrt
Tel. ⟦PHONE 0171 {n7}⟧, will mitmachen
Frau von ⟦AGE90 {old}⟧ Jahren mit Hüftfraktur, 40 h Wartezeit
Zimmer ⟦ID {n3}⟧ ⟦NAME {family}⟧ ohne Dolmetscher
ihr Bruder ⟦NAME {given}⟧ macht die Pflege zu Hause
laut Dr. ⟦NAME {family}⟧ kann die zweite Dosis weg
verlegt aus dem ⟦FACILITY Klinikum {town}⟧ ohne Bilder
title|⟦NAME {family}, {given}⟧ - Patientenakte - ORBIS
Name: ⟦NAME {family}⟧ Vorname: ⟦NAME {given}⟧ geb. am ⟦DATE {dd}.{mm}.{y}⟧
Herr ⟦NAME {given} {family}⟧ bekam die falsche Kost
PLZ ⟦LOCATION {n5}⟧, dort fährt kein Bus
`,
  pt: String.raw`
pac ⟦NAME {given:l} {family:l}⟧ arranca o acesso, ideia: luvas?
D. ⟦NAME {given}⟧ esperou 6 h por uma cama
a mãe de ⟦NAME {given}⟧ diz que a bomba apita toda a noite
⟦NAME {given} {family}⟧ (processo ⟦MRN {n7}⟧) sem peso há 3 dias
nascida em ⟦DATE {dd}/{mm}/{y}⟧ e ainda em pediatria
vista a ⟦DATE {d} de março de {y}⟧ pela mesma ferida
mora na ⟦LOCATION rua {street}, {n2}⟧ e não tem transporte
tlm ⟦PHONE 91{n7}⟧, quer vir à comissão
mulher de ⟦AGE90 {old}⟧ anos, fratura da anca, 40 h de espera
quarto ⟦ID {n3}⟧ ⟦NAME {family}⟧ sem intérprete
o irmão ⟦NAME {given}⟧ faz os cuidados em casa
segundo o Dr. ⟦NAME {family}⟧ dá para saltar a segunda toma
transferido do ⟦FACILITY Hospital de {town}⟧ sem imagens
title|⟦NAME {given} {family}⟧ - Prontuário do paciente - MV
Nome: ⟦NAME {given} {family}⟧ Data de nascimento: ⟦DATE {dd}/{mm}/{y}⟧
natural de ⟦LOCATION {town}⟧, três horas para cada curativo
nº de utente ⟦HEALTH_PLAN {n9}⟧ repetido no sistema
`,
  it: String.raw`
pz ⟦NAME {given:l} {family:l}⟧ si strappa gli accessi, idea: manopole?
la sig.ra ⟦NAME {family}⟧ ha aspettato 6 ore un letto
la mamma di ⟦NAME {given}⟧ dice che la pompa suona tutta la notte
⟦NAME {family:u} {given:u}⟧ (nosologico ⟦MRN {n8}⟧) senza peso da 3 giorni
nata il ⟦DATE {dd}/{mm}/{y}⟧ e ancora in pediatria
vista il ⟦DATE {d} marzo {y}⟧ per la stessa ferita
abita in ⟦LOCATION via {street} {n2}⟧ e non ha chi la porti
cell. ⟦PHONE 333 {n7}⟧, vuole venire in commissione
donna di ⟦AGE90 {old}⟧ anni con frattura di femore, 40 ore di attesa
stanza ⟦ID {n3}⟧ ⟦NAME {family}⟧ senza interprete
suo fratello ⟦NAME {given}⟧ fa le medicazioni a casa
secondo il dott. ⟦NAME {family}⟧ si può saltare la dose due
trasferito dall'⟦FACILITY Ospedale di {town}⟧ senza immagini
title|⟦NAME {family} {given}⟧ - Cartella clinica - TrakCare
Cognome: ⟦NAME {family}⟧ Nome: ⟦NAME {given}⟧ nato il ⟦DATE {dd}/{mm}/{y}⟧
residente a ⟦LOCATION {town}⟧, tre ore per ogni medicazione
letto ⟦ID {n2}⟧ senza braccialetto
`,
}
