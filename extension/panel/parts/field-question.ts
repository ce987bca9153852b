import { limits } from '../../../shared/domain/field-schemas.ts'
import { ideaField, type PanelTextName } from '../../../shared/domain/idea-fields.ts'
import { translateQuestion } from '../../i18n/translate-question.ts'

/** How the panel asks for a text of an idea. */
export const question = (name: PanelTextName): string => translateQuestion({ code: `ask-${name}` })

/** Characters. */
export const mostOf = (name: PanelTextName): number => (ideaField(name).control === 'text' ? limits.text : limits.sentence)
