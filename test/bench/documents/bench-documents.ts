import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvHead, csvRecord, csvTime } from '../../../shared/exports/csv.ts'
import { type Brief, briefHtml, briefMarkdown } from '../../../shared/exports/brief.ts'
import { run } from '../references/tool.ts'
import { pandocReads } from './pandoc-reads.ts'

/** What people type, and what one dialect or another takes for its own. */
const typed = String.raw`
1. Do
2) Weigh
- so
+ more
# heading
---
===
&copy;
a_b_c
<b>x</b>
|a|b|
[x]: y
end\
a. one
(1) one
iv) four
(@) x
cost $5 or $6
H~2~O
x^2^ y
@smith
a -- b
wait...
:smile:
[^1]
^[note]
{.note}
~~gone~~
***
% title
E. coli
p<0.05
***a**
![i](x)
www.a.example
#1
5 %
"x"`
  .trim()
  .split('\n')

const briefOf = (text: string): Brief => ({
  title: text,
  made: text,
  sections: [
    {
      title: text,
      none: '',
      lines: [text, 'plain'].map((line) => ({ text: line, link: 'https://a.example/i?a=1&b=2', note: text, said: text })),
    },
  ],
})

const benchMarkdown = (): void => {
  for (const dialect of ['commonmark', 'gfm', 'markdown']) {
    const other = typed.filter((text) => pandocReads(dialect, briefMarkdown(briefOf(text)), text) === false)
    console.log(
      `brief as ${dialect}, read by pandoc: ${typed.length - other.length} of ${typed.length} as typed${other.map((text) => `; not ${text}`).join('')}`,
    )
  }
}

/** A file as LibreOffice makes another of it, or nothing where it is not installed. */
const converted = (name: string, text: string, filter: string, to: string): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-office-'))
  writeFileSync(join(folder, name), text)
  const extension = to.split(':')[0] ?? ''
  run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    `--infilter=${filter}`,
    '--convert-to',
    to,
    '--outdir',
    folder,
    join(folder, name),
  ])
  const made = join(folder, name.replace(/\w+$/, extension))
  try {
    return extension === 'docx' ? run('unzip', ['-p', made, 'word/document.xml']) : readFileSync(made, 'utf8')
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

const benchDocx = (): void => {
  const docx = converted('brief.html', briefHtml(briefOf('A & <b> c'), 'en'), 'HTML (StarWriter)', 'docx:MS Word 2007 XML')
  if (!docx) return
  const [headings, items, links] = [/w:val="Heading[12]"/g, /<w:numPr>/g, /<w:hyperlink /g].map((pattern) => countOf(docx, pattern))
  console.log(`brief as DOCX, by LibreOffice: ${headings} of 2 headings, ${items} of 2 items, ${links} of 2 links`)
}

const formulas = ['=1+1', '＝1+1', ' =1+1', '\n=1+1', '@SUM(1)', '＋1', '-1', '\u200b=1', '\t=1']
const benchCsv = (): void => {
  const time = csvTime('2026-11-30T05:42:51.000Z')
  const rows = [...formulas.map((cell) => [cell, 7]), [time, 8], ['Żaba; "x", 论文', 9]]
  // Separator, quotes, UTF-8, from the first line, with numbers and dates looked for, and formulas run where there are some.
  const sheet = converted(
    'list.csv',
    csvHead(['text', 'count']) + rows.map(csvRecord).join(''),
    'CSV:44,34,76,1,,0,false,true,false,false,false,0,true',
    'fods',
  )
  if (!sheet) return
  const [ran, dates, numbers, texts] = [
    /table:formula=/g,
    /office:date-value="2026-11-30T05:42:51"/g,
    /office:value="[789]"/g,
    /Żaba; &quot;x&quot;, 论文/g,
  ].map((pattern) => countOf(sheet, pattern))
  console.log(
    `CSV, by LibreOffice: ${ran} of ${formulas.length} formulas run, ${dates} of 1 dates, ${numbers} of ${rows.length} counts, ${texts} of 1 texts`,
  )
}

/** What other programs make of briefs and lists that are taken elsewhere. Debian has them: `apt-get install pandoc libreoffice-calc libreoffice-writer`. */
export const benchDocuments = (): void => {
  benchMarkdown()
  benchDocx()
  benchCsv()
}
