import { ideaField, type IdeaFieldName } from '../../../shared/domain/idea-fields.ts'
import { translate } from '../i18n/translate.ts'

/** What a field of an idea is called here, and what is said below it. */
export const fieldLabel = (name: IdeaFieldName): string => translate({ code: ideaField(name).label })
export const fieldHint = (name: IdeaFieldName): string | undefined => {
  const { hint } = ideaField(name)
  return hint && translate({ code: hint })
}
