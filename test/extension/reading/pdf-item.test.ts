import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../extension/drafts/clip-fields.ts'
import { blankForm } from '../../../extension/store/draft.ts'
import { newDraft } from '../../../extension/drafts/drafts.ts'
import { pdfItem } from '../../../extension/reading/pdf-item.ts'
import { sourceOfPdf } from '../../../extension/capture/source-of.ts'

describe('[C13] a PDF', () => {
  it.each([
    [
      'https://files.example.org/10.1136_bmjqs-2021-014463.pdf',
      '',
      { DOI: '10.1136/bmjqs-2021-014463', title: '10.1136/bmjqs-2021-014463 (PDF)' },
    ],
    [
      'https://files.example.org/10.1136_bmjqs-2021-014463.pdf',
      'Falls on two wards',
      { DOI: '10.1136/bmjqs-2021-014463', title: 'Falls on two wards' },
    ],
    ['https://files.example.org/Bed_alarms-and-falls%20(2).pdf', '', { title: 'Bed alarms and falls' }],
    ['https://files.example.org/get?file=Bed%20alarms%20and%20falls.pdf', 'get', { title: 'Bed alarms and falls' }],
    ['https://files.example.org/2021/informe-de-ca%C3%ADdas-2021.pdf', '', { title: 'informe de caídas 2021' }],
    ['https://files.example.org/x/main.pdf', 'Microsoft Word - Bed alarms final.docx', { title: 'Bed alarms final' }],
    ['https://files.example.org/x/main.pdf', 'main.pdf', { title: 'main.pdf, files.example.org' }],
    ['https://arxiv.org/pdf/2101.00001v2', '2101.00001v2', { number: 'arXiv:2101.00001', title: 'arXiv:2101.00001 (PDF)' }],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9999998/pdf/main.pdf', 'main.pdf', { PMCID: 'PMC9999998', title: 'PMC9999998 (PDF)' }],
    ['https://j.example.org/action/showPdf?doi=10.5555%2Fa.b.1', 'showPdf', { DOI: '10.5555/a.b.1', title: '10.5555/a.b.1 (PDF)' }],
  ])('at %s, in a window called “%s”, is told as %o', (address, window, wanted) => {
    expect(pdfItem(address, [window])).toMatchObject(wanted)
  })

  it('without anything known has no more than a type', () => {
    expect(pdfItem('', [''])).toEqual({ type: 'document' })
  })

  it('has what was selected by the menu, or pasted, as its quote', () => {
    const address = 'https://files.example.org/10.1136_bmjqs-2021-014463.pdf'
    const draft = { ...newDraft('page', 1, 'run'), address, source: sourceOfPdf(pdfItem(address, [])), selection: 'Falls were fewer.' }
    expect(fieldsOf(draft, blankForm).quote).toBe('Falls were fewer.')
    expect(fieldsOf(draft, { ...blankForm, quote: 'Pasted.' }).quote).toBe('Pasted.')
  })
})
