import type { LanguageLabels } from './language-labels.ts'

/** Portuguese, of Portugal and Brazil. Written for this project. */
export const pt: LanguageLabels = {
  language: 'pt',
  smallWords:
    'os um uma dos das nos nas em ao aos pelo pela com nao sao foi seu sua seus suas ele ela mas muito tambem apos desde entre sem sob anos dias meses quando onde utente doente mae pai filho filha ja isso tem diz quer mesma cada quarto esperou mora segundo',
  numbers: {
    LOCATION: 'CP|CEP|codigo postal',
    MRN: 'prontuario|processo?|processo clinico|registro?|ficha?|atendimento?|rghc',
    HEALTH_PLAN:
      'numero de utente|utente?|SNS|SUS|cartao sus|CNS|cartao nacional de saude|carteirinha|convenio?|plano de saude|matricula?|beneficiario',
    SSN: 'NISS|seguranca social|PIS|PASEP|NIS',
    ID: 'cpf|RG|nif|CC|BI|cartao de cidadao|bilhete de identidade|identidade?|contribuinte|passaporte|documento?',
    LICENSE: 'CRM|COREN|cedula profissional|carteira de motorista|CNH',
  },
  beds: 'quarto|leito|cama',
  initials: 'iniciais',
  phones: 'telefone|telef|tlm|telemovel|celular|fone|tel|cel|contato|contacto',
}
