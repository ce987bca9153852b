import type { EvidenceKind } from '../domain/evidence-kinds.ts'

export type KindRule = readonly [EvidenceKind, RegExp]

/**
 * What names of designs mean for the kind of an item. The first that fits wins, so what is narrower stands before what contains
 * it ("protocol of a randomised trial"). Sources: MEDLINE's publication types and MeSH (NLM), the search filters of SIGN, the
 * levels of OCEBM 2011 (historically controlled studies, case series and case-control studies are level 4), SQUIRE 2.0.
 */

/** Publication types of MEDLINE, and publishers' article types. */
export const typeRules: readonly KindRule[] = [
  ['opinion', /\bveterinary\b|\bprotocols?\b/i],
  ['guideline', /\bguidelines?\b|consensus (statement|development)|practice parameter|(scientific|position|policy) statement/i],
  ['opinion', /scoping review|narrative review|literature review/i],
  ['systematic-review', /systematic.review|meta-?\s?analysis|umbrella review|cochrane/i],
  ['compared-groups', /non-?\s?randomi[sz]ed|controlled before/i],
  ['randomised-trial', /randomi[sz]ed|pragmatic clinical trial|equivalence trial|non-?inferiority trial|adaptive clinical trial/i],
  ['before-after', /phase (?:ii?|1|2)\b|phase i\/ii\b/i],
  [
    'before-after',
    /quality improvement|improvement (?:report|project)|case (reports?|series|stud(?:y|ies))|case-control|before.(and.)?after|interrupted time|pilot|outbreak report|clinical conference/i,
  ],
  [
    'compared-groups',
    /observational|cohort|comparative study|cross-sectional|controlled clinical trial|clinical trial|clinical study|twin study|validation study|evaluation study/i,
  ],
  ['family-experience', /personal narrative|patient (perspective|experience|voice)|family (perspective|voice)|lived experience/i],
  ['local-data', /registry report|annual report|surveillance summar/i],
  [
    'opinion',
    /^(editorial|comment(ary)?|letter|opinion|perspectives?|viewpoint|news|interview|essay|correspondence|reply|analysis and comment|hypothes[ei]s|lecture|address|book review)\b|news (?:and|&) views|letters? to|expert opinion|reviewpaper|^(invited |mini-?\s?)?reviews?([- ]articles?)?$|\bcomputer simulation\b|modell?ing study/i,
  ],
]

const animals =
  'mice|mouse|murine|rats?|zebrafish|rabbits?|pigs|piglets?|porcine|swine|sheep|lambs?|ovine|dogs?|canine|cats|feline|cattle|bovine|calves|horses?|equine|monkeys?|macaques?|primates|drosophila|chick(?:en)?s?|hamsters?|guinea pigs?|cows?|broilers?|hens|poultry|ewes?|goats?|foals?|mares?|puppies|kittens|heifers?|ratas?|rat[oó]n(?:es)?|conejos?|cerdos?|bovinos?|cobayas?'

/** Titles of people beside animals: their bites, their company. */
const people = String.raw`\b(?:child(?:ren)?|patients?|humans?|people|women|men|adults|owners?|assisted|bites?|injur\p{L}+|falls|allerg\p{L}+|milk|surfactants?|formula|insulin|heparin|derived|niñ[oa]s|pacientes)\b`

export const titleRules: readonly KindRule[] = [
  [
    'opinion',
    /(?:^|[:.–—-] ?)(?:(?:an?|the|study|trial|research|review) )*protocol(?: (?:for|of)\b|:)|\bprotocol (?:for|of) (?:(?!in\b)[\p{L}-]+ ){0,7}(?:trial|study|review|meta-analysis|cohort|survey|evaluation|analysis)\b|\bdesign and (?:rationale|methods?|methodology)\b|\b(?:study|trial) design (?:of|for)\b|\bstatistical analysis plan\b|: (a |an )?([\p{L}-]+ ){0,3}protocol\b|\bstudy protocol\b|\btrial protocol\b|\brationale and (study )?design\b|\bprotocolo (?:de|para)\b|: protocolo\b/iu,
  ],
  [
    'opinion',
    /^(?:re|in (?:response|reply)|authors?[’']?s?[’']? (?:reply|response)|response|comments?|comentarios?(?: editorial)?|r[eé]plica|respuesta|journal club|letter(?: to the editors?)?)(?:\s*:| (?:to|on) (?:the |an? )?(?:letter|comment|editorial|[“"‘«]))|^(?:authors?[’']?s?[’']? (?:reply|response)|in reply|reply|letter to the editors?|comment|comentario|letter regarding)\b(?: (?:to|on|regarding|about|a|al|sobre)\b|(?= [“"‘«]))|^why (?:we|you) (?:need|should|must)\b|\bcommentary\b|\beditorial\b|\bviewpoint\b|^letter (?:to|on)\b|\bin reply\b|\bwhat (is|are) the evidence\b|\bperspective\b$|\bcall for (?:papers|action)\b|\blessons (?:learned|learnt|from)\b|^carta al? |\bopini[oó]n\b/i,
  ],
  [
    'opinion',
    /\b(scoping|narrative|integrative|mapping|rapid evidence|literature|state.of.the.art|conceptual) review\b|\breview of reviews? methods\b|revisi[oó]n (?:de alcance|exploratoria|narrativa|bibliogr[aá]fica)|\b(?:hypothesis|a primer|an overview)\b[^:]{0,20}$/i,
  ],
  [
    'systematic-review',
    /systematic(ally)? (?:[\p{L}-]+ ){0,2}review|meta-?\s?analy(sis|ses|tic)|meta-?regression|umbrella review|overview of (?:systematic )?reviews|cochrane review|\bpooled analysis\b|revisi[oó]n sistem[aá]tica|metaan[aá]lisis|meta-an[aá]lisis/iu,
  ],
  [
    'guideline',
    /(?<!\b(?:adherence|compliance|concordance|implement\p{L}+|impact|effects?|knowledge|awareness|uptake|following|barriers) (?:to|with|of) (?:[\p{L}-]+ ){0,3})\b(practice |clinical |management |evidence-based )?guidelines?( for| on|:|$)|consensus (statement|recommendations?|guideline|document)|(scientific|position|policy) (statement|paper)|\bstatement (?:for|from|of|by) (?:the |healthcare |health )|recommendations (for|from|of) the\b|gu[ií]as? (?:de pr[aá]ctica )?cl[ií]nica|documento de consenso/iu,
  ],
  [
    'opinion',
    new RegExp(
      String.raw`(?<!${people}.*)\b(?:in|of|with|on|for|using|en) (?:[\p{L}-]+ ){0,2}(?:${animals})\b(?!.*${people})|\b(?:${animals})(?: [\p{L}-]+)? models?\b|\banimal (?:model|stud)|\bveterinary\b|\bin vitro\b|\bex vivo\b|\bknock-?(?:out|down)\b|\bcell lines?\b|\bkennel\b|modelo animal`,
      'iu',
    ),
  ],
  [
    'compared-groups',
    /non-?\s?randomi[sz]ed|mendelian randomi[sz]ation|quasi-?\s?(?:experiment|randomi)|controlled (?:before|interrupted)|(?:secondary|post.?hoc|exploratory|subgroup) analysis|no aleatorizado|cuasiexperimental/i,
  ],
  [
    'randomised-trial',
    /randomi[sz]ed|\brandom(ised|ized|ly)? (allocation|assign)|\bRCT\b|placebo-controlled|double-blind|cluster.(?:controlled.)?trial|stepped.wedge|crossover trial|(?:equivalence|non-?inferiority|pragmatic|superiority) trial|aleatorizad[oa]|controlado con placebo/i,
  ],
  [
    'before-after',
    /interrupted time.series|before.and.after|before-after|pre.?(?:and.)?post\b|historical(?:ly)? control|case (report|series|stud)|case.control|series of (?:\d+ )?cases|quality improvement|quality initiative|improvement (project|initiative|collaborative|bundle|report)|plan.do.study.act|\bPDSA\b|\bSQUIRE\b|implement(ing|ation) (of )?an?\b|\b(reducing|improving|increasing|decreasing)\b.*\b(through|using|by|with|via|after)\b|pilot (study|test)|feasibility study|\bevaluati(?:on|ng) (?:of )?(?:an?|the) (?:[\p{L}-]+ ){0,3}(?:campaign|program(?:me)?|intervention|bundle|initiative)\b|phase (?:I|II|1|2)\b|single-arm|serie de casos|caso cl[ií]nico|casos y controles|mejora de la calidad|antes y despu[eé]s|series? temporal(?:es)? interrumpida|\boutbreak\b|\bbrote\b|\bmodified\b.*\bsurgery\b/iu,
  ],
  [
    'compared-groups',
    /\bcohorts?\b|propensity|cross-sectional|case.crossover|comparative (study|effectiveness)|observational|longitudinal (?:study|studies)|prospective|retrospective|registry-based|regression discontinuity|difference.in.differences|population-based|nationwide (?:study|analysis)|cohortes|estudio (?:transversal|observacional|comparativo)|retrospectiv[oa]|prospectiv[oa]|\bversus\b|\bvs\.?\b|\bcompared (?:with|to)\b|\bcomparison (?:of|between) (?:two|three|patients|children|infants|treatments?|hospitals|outcomes)\b/i,
  ],
  ['local-data', /\bregistry\b.*\b(report|data)\b|annual report|\baudit\b|informe anual/i],
  [
    'family-experience',
    /\b(parents?|parental|mothers?|fathers?|famil(y|ies)|patients?|caregivers?|carers?)['’]?s? (?:(?:and|or) [\p{L}]+ )?(?:lived )?(experiences?|perspectives?|views|stories|voices|perceptions)\b|\b(?:experiences?|perspectives?|views|perceptions) of (?:[\p{L}-]+ )?(?:parents|mothers|fathers|families|patients|caregivers|carers)\b|experiencias? de (?:las |los )?(?:familias|padres|madres|pacientes)/iu,
  ],
  [
    'opinion',
    /\bqualitative\b|estudio cualitativo|\b(?:simulation|modell?ing) study\b|mathematical model|cost-effectiveness analysis|decision.analy(?:sis|tic)|\ba review\b|: review\b/i,
  ],
  [
    'compared-groups',
    /\bdifferences? (?:in|between|of|among)\b|\bsurvey\b|\bprevalence\b|\bincidence of\b|\bassociations? (?:of|between|with)\b|\bassociated with\b|\brisk (?:of|factors?)\b|\b(?:effects?|impact) of\b.*\bon (?:[\p{L}-]+ ){0,3}(?:mortality|hospitali[sz]ation|outcomes?|survival|readmissions?|infections?)\b|diff[eé]rences?\b|diferencias\b|pr[eé]valence|prevalencia|encuesta/iu,
  ],
]

/** MeSH headings of designs. "… as Topic" is about studies, not one. */
export const subjectRules: readonly KindRule[] = [
  [
    'before-after',
    /^(?:quality improvement|interrupted time series analysis|historically controlled study|case-control studies|pilot projects|disease outbreaks)\b(?! as topic)/i,
  ],
  [
    'compared-groups',
    /^(?:cohort studies|retrospective studies|prospective studies|cross-sectional studies|longitudinal studies|follow-up studies|controlled before-after studies|propensity score|cross-over studies)\b(?! as topic)/i,
  ],
  ['randomised-trial', /^(?:random allocation|double-blind method|single-blind method)$/i],
  ['opinion', /^(?:qualitative research|computer simulation|disease models, animal)$/i],
]

/** What abstracts say of how it was done. */
export const wordRules: readonly KindRule[] = [
  [
    'systematic-review',
    /\bsystematic(?:ally)? (?:search|review)ed?\b|(?:medline|pubmed|embase)[^.]{0,60}\bwere? (?:systematically )?searched|\bmeta-analysis\b/i,
  ],
  [
    'opinion',
    new RegExp(
      String.raw`\b(?:mice|mouse|murine|rats|rat model|zebrafish|piglets?|in vitro|cell lines?|cultured cells|knock-?(?:out|down))\b`,
      'i',
    ),
  ],
  [
    'opinion',
    /\b(?:in this|the (?:current|present)|this) review\b|purpose of (?:the|this) review|\bwe review\b|\bthis (?:review|editorial|commentary|perspective)\b|\brecent findings\b|\bwe propose an? (?:hypothesis|framework)\b|en esta revisi[oó]n/i,
  ],
  [
    'randomised-trial',
    /\b(?:were|was) (?:then )?randomi[sz]ed (?:to|in)|\brandomly (?:assigned|allocated|randomi[sz]ed)\b|\brandomi[sz]ed (?:controlled |clinical )?trial\b|fueron asignados al azar/i,
  ],
  [
    'before-after',
    /\bwe (?:report|present|describe) (?:a |an |the )?(?:case|patient|rare case)|\bcase report\b|\bcase series\b|plan.do.study.act|\bPDSA\b|before and after (?:the )?(?:implementation|intervention)|pre-?\s?(?:and )?post-?\s?intervention|interrupted time series/i,
  ],
  [
    'compared-groups',
    /\b(?:healthy|matched|unoperated|drinking|normal|age-matched) (?:[\p{L}-]+ ){0,2}controls?\b|\bcontrol (?:group|subjects|participants)\b|\bpatients\b[^.]{0,80}\bhealthy (?:volunteers|subjects|participants|individuals)\b|\bearly-onset\b[^.]{0,40}\blate-onset\b|\bcompared (?:with|to) (?:[\p{L}-]+ ){0,3}(?:controls|patients|those)\b|\bcohort\b|cross-sectional|case-crossover|\bretrospective(?:ly)?\b|\bprospective(?:ly)?\b|\bobservational\b|\bstratified into\b|\bdifferences between\b|\bdistinguish(?:es|ed)?\b[^.]{0,40}\b(?:users|patients)\b|odds ratio|hazard ratio|relative risk|regression discontinuity|grupo (?:de )?control/iu,
  ],
  [
    'opinion',
    /functional magnetic resonance|\bfMRI\b|\bneural (?:activity|substrates?|coding|correlates?)\b|\bbrain (?:activity|imaging)\b|mathematical model+ing|molecular mechanism|\bautoantibod/i,
  ],
]
