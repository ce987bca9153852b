import type { CitationFormatKey } from '../../../shared/citations/citation-formats.ts'
import { type Item, nameText, plainText } from './kept-item.ts'
import { run, type Tool } from './tool.ts'

/** pybtex is a library of Python: what it makes of a file, as JSON. */
const script = `
import json, sys, pybtex
from pybtex.database import parse_string
from pybtex.richtext import Text
if len(sys.argv) > 1:
    print(pybtex.__version__)
    sys.exit()
plain = lambda value: str(Text.from_latex(value))
joined = lambda parts: ' '.join(plain(part) for part in parts)
print(json.dumps([{
    'fields': {name: value if name in ('url', 'doi') else plain(value) for name, value in entry.fields.items()},
    'people': [[joined(one.prelast_names + one.last_names), joined(one.first_names + one.middle_names), joined(one.lineage_names)]
               for one in entry.persons.get('author', [])],
} for entry in parse_string(sys.stdin.read(), 'bibtex').entries.values()]))
`

interface Entry {
  fields: Record<string, string>
  people: [family: string, given: string, suffix: string][]
}

const fromEntry = ({ fields, people }: Entry): Item => ({
  title: fields['title'],
  author: people.map(([family, given, suffix]) => nameText(given || suffix ? { family, given, suffix } : { literal: family })).join('; '),
  container: fields['journal'] ?? fields['booktitle'],
  volume: fields['volume'],
  issue: fields['number'],
  page: fields['pages'] && plainText(fields['pages']),
  date: [fields['year'], fields['month'] && new Date(`1 ${fields['month']} 2000 UTC`).getUTCMonth() + 1].filter(Boolean).join('-'),
  DOI: fields['doi'],
  PMID: fields['pmid'],
  PMCID: fields['pmcid'],
  number: fields['eprint'] ?? fields['number'],
  ISSN: fields['issn'],
  publisher: fields['publisher'] ?? fields['institution'] ?? fields['school'],
  URL: fields['url'],
  note: fields['note'],
})

/** Where Debian puts what `apt-get install python3-pybtex` brings, and where pip does. */
const pythons = ['/usr/bin/python3', 'python3']

export const pybtex = (format: CitationFormatKey): Tool | undefined => {
  if (format !== 'bibtex') return undefined
  for (const python of pythons) {
    const version = run(python, ['-c', script, 'version'])?.trim()
    const read = (file: string): Item[] => (JSON.parse(run(python, ['-c', script], file) ?? '[]') as Entry[]).map(fromEntry)
    if (version) return { name: 'pybtex', version, read }
  }
  return undefined
}
