import type { LanguageWords } from './language-words.ts'

/** Portuguese, of Portugal and Brazil. Written for this project. */
export const pt: LanguageWords = {
  language: 'pt',
  names:
    'nome|nome completo|nome do paciente|nome da mae|apelido|sobrenome|paciente|doente|utente|medico|medica|medico responsavel|medico assistente|responsavel|encaminhado por|assinado|assinado por|enfermeira|enfermeiro|mae|pai|acompanhante|contacto|contato',
  titles: 'sr sra srta dr dra dom dona prof profa doutor doutora enf',
  people:
    'paciente pac pct doente utente mae pai filho filha irmao irma marido esposa esposo avo tio tia primo prima neto neta sogra cuidador cuidadora vizinho vizinha medico medica enfermeiro enfermeira crianca menino menina bebe senhor senhora chamado chamada mamae papai vovo',
  births: 'data de nascimento|data nascimento|data de nasc|data nasc|nascimento|nasc|dn|dt nasc|nascido em|nascida em|nascido a|nascida a',
  addresses: 'endereco|morada|residencia|domicilio|logradouro',
  towns: 'cidade|localidade|concelho|freguesia|distrito|municipio|naturalidade|bairro',
  homes:
    'natural de|residente em|reside em|mora em|moradora em|morador em|vive em|nascido em|nascida em|proveniente de|procedente de|transferido de|transferida de|trabalha em',
  streets: 'rua|r.|avenida|av.|travessa|tv.|praca|largo|alameda|estrada|rodovia|beco|praceta|calcada',
  houses:
    'hospital|clinica|centro|centro hospitalar|unidade|instituto|universidade|faculdade|maternidade|lar|laboratorio|ubs|upa|usf|santa casa|escola|colegio|policlinica|posto',
  months: [
    'janeiro|jan',
    'fevereiro|fev',
    'marco|mar',
    'abril|abr',
    'maio|mai',
    'junho|jun',
    'julho|jul',
    'agosto|ago',
    'setembro|set',
    'outubro|out',
    'novembro|nov',
    'dezembro|dez',
  ],
  years: 'anos',
  ordinary:
    'servico servicos unidade departamento cirurgia medicina pediatria urologia cardiologia neurologia oncologia urgencia consulta enfermaria hospital clinica centro saude utente doente homem mulher crianca menino menina senhor senhora historia exame diagnostico tratamento alta data nome morada portugal brasil espanha franca angola mocambique segunda terca quarta quinta sexta sabado domingo janeiro fevereiro abril maio junho julho agosto setembro outubro novembro dezembro nao sim em um uma os as ao apos foi se sus',
  eponymNouns:
    'sindrome sinal doenca escala teste prova classificacao tecnica metodo criterios indice sonda cateter celulas manobra ligamento operacao tumor fratura',
}
