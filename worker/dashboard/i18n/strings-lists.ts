import { language } from '../../../shared/web/language.ts'
import { many } from './plurals.ts'

/** What saved views and actions on many ideas say. Loaded with the list. */
const english = {
  views: {
    title: 'Saved views',
    choose: 'Open a view …',
    save: 'Save this view',
    name: 'Name of the view',
    keep: 'Save',
    saved: (name: string) => `Saved: ${name}.`,
    remove: (name: string) => `Remove the view “${name}”`,
    removeShort: 'Remove this view',
    removed: (name: string) => `Removed: ${name}.`,
    noName: 'Give the view a name.',
  },
  bulk: {
    select: (change: string) => `Select: ${change}`,
    selectAll: 'Select all that are shown',
    selected: (count: number) => many(count, 'idea selected', 'ideas selected'),
    none: 'Select ideas to classify, tag or assign them together.',
    clear: 'Clear selection',
    actions: 'What to do with them',
    classify: 'Classify',
    tag: 'Add a tag',
    assign: 'Add a lead',
    pathway: 'Pathway',
    override: 'Reason, where something is missing',
    tagName: 'Tag',
    lead: 'Lead',
    apply: (count: number) => `Apply to ${count}`,
    busy: (done: number, all: number) => `${done} of ${all} …`,
    missing: 'Choose what to set first.',
    done: (count: number) => `${many(count, 'idea', 'ideas')} changed.`,
    results: 'Results',
    failed: (count: number) => `${many(count, 'idea', 'ideas')} not changed:`,
    same: (count: number) => `${many(count, 'idea', 'ideas')} had it already.`,
    undo: 'Undo',
    undone: (count: number) => `Undone for ${many(count, 'idea', 'ideas')}.`,
  },
  count: (label: string, count: number) => `${label} (${count})`,
}
export type ListWords = typeof english

export const listWords: ListWords = language === 'es' ? (await import('./strings-lists-es.ts')).listWordsEs : english
