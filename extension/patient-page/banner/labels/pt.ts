import type { BannerLabels } from './label-kinds.ts'

/** Portuguese, of Brazil, Portugal and Africa. */
export const pt: BannerLabels = {
  patient: 'cidadao|cliente|doente|nome cidadao|utente',
  name: 'apelido nome|nome|nome civil|nome completo|nome registo|nome registro|nome sobrenome|nomes',
  given: 'apelido|nome preferido|nome proprio|nome proprios|nome social|nomes proprios|primeiro nome',
  family: 'apelidos|nome familia|nome solteira|sobrenome|sobrenomes|ultimo nome',
  kin: 'acompanhante|conjuge|contato|contato emergencia|filha|filho|filiacao|irma|irmao|mae|marido|mulher|nome mae|nome pai|nome responsavel|pai|pessoa contacto|pessoa contato|responsavel|responsavel legal',
  birth:
    'data nasc|data nasc idade|data nascimento|data nascimento idade|dn|dt nasc|dt nascimento|nasc|nascida|nascida em|nascido|nascido em',
  born: 'aniversario|data aniversario|nascimento',
  age: 'idade|idade actual|idade atual',
  sex: 'identidade genero|sexo ao nascer',
  ageSex: 'idade genero|idade sexo|sexo idade',
  record:
    'cartao nacional saude|cartao sus|cartao sus cns|cns|cod pront|codigo prontuario|nid|processo|processo clinico|pront|prontuario|prontuario eletronico|registo #|registro hospitalar|rh|sns',
  code: 'cadastro|cod|identificacao|matricula|registo|registro',
  national: 'bi|bilhete identidade|c p f|cartao cidadao|contribuinte|cpf|identidade|nis|passaporte|rg',
  insurance:
    'apolice|beneficiario|cartao beneficiario #|carteira|carteira convenio|carteirinha|convenio|matricula #|matricula convenio|plano|plano saude|seguradora|seguranca social #|seguro saude|subsistema',
  account: 'amostra #|atend|atendimento|cod atendimento|conta #|exame #|internacao #|internamento #|pedido #|protocolo|requisicao #',
  phone:
    'contacto telefonico|contato telefonico|fone|fone contato|tel celular|telefone|telefone 1|telefone 2|telefone celular|telefone contacto|telefone contato|telefone fixo|telefone residencial|telefones|telemovel',
  email: 'correio eletronico|email contato',
  address: 'end|endereco|endereco completo|endereco residencial|logradouro|morada|rua|rua #',
  town: 'bairro|cidade|concelho|freguesia|localidade|naturalidade',
  postal: 'cep',
  bed: 'ala|enfermaria|enfermaria leito|leito|localizacao|quarto|quarto cama|quarto leito|setor|setor leito|unidade internacao|unidade leito',
  clinical:
    'admissao|cid|comorbidades|data admissao|data internacao|dt internacao|equipe|especialidade|internacao|internamento|isolamento|medicacao|medicamentos|precaucoes|procedimento|queixa principal|tipo sanguineo|ubs|vacinas',
  staff: 'cirurgiao|doutor|doutora|enfermeira|enfermeiro|profissional',
  other:
    'acao|acoes|altura|ativo|contactos|contatos|cor|data|detalhes|escolaridade|estabelecimento|historico|mais|nacionalidade|observacoes|ocupacao|organizacao|peso|pesquisar|prioridade|profissao|raca|relacionamentos|religiao|resumo|sair|servico|situacao|uf|unidade',
  against: 'afiliacao|formacao|palavras chave|publicacoes|variavel',
}
