import { type Drawing, drawingSvg } from './drawing.ts'
import { escaped } from '../values/xml-text.ts'

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
  /** A picture of what the line says in words, as wide as so many pixels: where there are pictures, it stands below the line. */
  drawing?: (width: number) => Drawing
}

/** The width of a picture in a file, in pixels: upright A4 between margins. */
const pictureWidth = 620

/**
 * Typed text inside a line: whatever CommonMark (0.31.2), GitHub's tables, strikes and emoji or pandoc's formulas, citations,
 * superscripts, long dashes and ellipses would read as their own is a sign like any other.
 */
const plain = (text: string): string =>
  text
    .replaceAll(nothing, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~&$^@]|-(?=-)|(?<=-)-|\.(?=\.\.)|:(?=[\w+-]+:)/g, String.raw`\$&`)
const nothing = /\u0000/g // oxlint-disable-line no-control-regex -- CommonMark shows a sign of its own for it
/** Where it begins a line: there a number, a letter in brackets (pandoc) or a dash begins a list, dashes or equals signs a rule or a heading. */
const opening = (text: string): string =>
  plain(text)
    .replace(/^[-+=(:%]/, String.raw`\$&`)
    .replace(/^(\d+|[a-z]|[ivxlcdm]+|\\#)([.)])/i, String.raw`$1\$2`)
const target = (link: string): string =>
  link
    .replaceAll(outside, (sign) => encodeURIComponent(sign))
    .replaceAll('&', '&amp;')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
const outside = /[\s<>\\\u0000-\u001f\u007f]/g // oxlint-disable-line no-control-regex -- no address has them

const markdownLine = ({ text, link, note, said }: BriefLine): string => {
  const named = link ? `[${plain(text)}](${target(link)})` : opening(text)
  return `- ${named}${note ? ` — ${plain(note)}` : ''}${said ? `\n\n  > ${opening(said)}` : ''}`
}

/** The brief as Markdown (CommonMark). pandoc takes a quote for one only behind an empty line. Whatever people typed is text there, never markup. */
export const briefMarkdown = ({ title, made, sections }: Brief): string =>
  [
    `# ${plain(title)}`,
    opening(made),
    ...sections.flatMap((section) => [
      `## ${plain(section.title)}`,
      section.lines.length > 0 ? section.lines.map(markdownLine).join('\n') : `*${plain(section.none)}*`,
    ]),
  ]
    .join('\n\n')
    .concat('\n')

const htmlLine = ({ text, link, note, said, drawing }: BriefLine): string => {
  const named = link ? `<a href="${escaped(link)}">${escaped(text)}</a>` : escaped(text)
  return `<li>${named}${note ? ` — ${escaped(note)}` : ''}${said ? `<br><i>${escaped(said)}</i>` : ''}${drawing ? `<br>${drawingSvg(drawing(pictureWidth))}` : ''}</li>`
}

/**
 * The brief as one HTML file that word processors open and save as DOCX: headings, lists, links, and pictures as SVG. A program that
 * leaves those out leaves out nothing that the lines do not say.
 */
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
