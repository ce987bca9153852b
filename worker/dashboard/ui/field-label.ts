import { type HintedName, type IdeaFieldName, ideaFields } from '../../../shared/domain/idea-fields.ts'
import { translate } from '../i18n/translate.ts'

/** What a field of an idea is called here: one without a label does not compile. */
export const fieldLabel = (name: IdeaFieldName): string => translate({ code: `field-${name}` })

const isHinted = (name: IdeaFieldName): name is HintedName => 'hint' in ideaFields[name]

/** What is said below it, if anything is. */
export const fieldHint = (name: IdeaFieldName): string | undefined =>
  isHinted(name) ? translate({ code: `field-${name}-hint` }) : undefined
