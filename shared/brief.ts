/** A document for a meeting: what it says, whatever it is written as. */
export interface Brief {
  title: string
  /** Whose it is and of which day. */
  made: string
  sections: { title: string; lines: BriefLine[]; /** What stands there when there is nothing. */ none: string }[]
}

export interface BriefLine {
  text: string
  /** Where the text leads to, a whole address; empty for nowhere. */
  link: string
  /** Beside it, and below it in their own words. */
  note: string
  said: string
}

/** What Markdown would read as its own; a line break would end a line. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
/** At the beginning of a line a number or a dash would begin a list of its own. */
const opening = (text: string): string => plain(text).replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, String.raw`$1\$2`)
const target = (link: string): string =>
  link.replaceAll(/[()\s<>\\]/g, (sign) => encodeURIComponent(sign).replaceAll(/[()]/g, (round) => (round === '(' ? '%28' : '%29')))

const markdownLine = ({ text, link, note, said }: BriefLine): string => {
  const named = link ? `[${plain(text)}](${target(link)})` : opening(text)
  return `- ${named}${note ? ` — ${plain(note)}` : ''}${said ? `\n  > ${plain(said)}` : ''}`
}

/** The brief as Markdown (CommonMark). Whatever people typed is text there, never markup. */
export const briefMarkdown = ({ title, made, sections }: Brief): string =>
  [
    `# ${plain(title)}`,
    plain(made),
    ...sections.flatMap((section) => [
      `## ${plain(section.title)}`,
      section.lines.length > 0 ? section.lines.map(markdownLine).join('\n') : `*${plain(section.none)}*`,
    ]),
  ]
    .join('\n\n')
    .concat('\n')

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

const htmlLine = ({ text, link, note, said }: BriefLine): string => {
  const named = link ? `<a href="${escaped(link)}">${escaped(text)}</a>` : escaped(text)
  return `<li>${named}${note ? ` — ${escaped(note)}` : ''}${said ? `<br><i>${escaped(said)}</i>` : ''}</li>`
}

/** The brief as one HTML file that word processors open and save as DOCX: headings, lists and links, nothing else. */
export const briefHtml = ({ title, made, sections }: Brief, language: string): string =>
  [
    '<!doctype html>',
    `<html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    `<h1>${escaped(title)}</h1><p>${escaped(made)}</p>`,
    ...sections.map(
      (section) =>
        `<h2>${escaped(section.title)}</h2>${
          section.lines.length > 0 ? `<ul>${section.lines.map(htmlLine).join('')}</ul>` : `<p><i>${escaped(section.none)}</i></p>`
        }`,
    ),
    '</body></html>',
  ].join('\n')
