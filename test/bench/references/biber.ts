import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CitationFormatKey } from '../../../shared/citations/citation-formats.ts'
import { type Item, nameText, plainText } from './kept-item.ts'
import { run, type Tool } from './tool.ts'
import { all, decoded } from './xml.ts'

const biberName = (name: string): string => {
  const part = (kind: string): string => {
    const inner =
      new RegExp(`<bltx:namepart type="${kind}"[^>]*>((?:\\s*<bltx:namepart[^>]*>[^<]*</bltx:namepart>)+|[^<]*)`).exec(name)?.[1] ?? ''
    return plainText(decoded(inner.replace(/<[^>]*>/g, ' ').replace(/[{}]/g, '')))
  }
  const [family, given] = [part('family'), part('given')]
  const [suffix, particle] = [part('suffix'), part('prefix')]
  return nameText(given || suffix ? { family, given, suffix, 'non-dropping-particle': particle } : { literal: family })
}

/** The marks of TeX that biber leaves in a text. */
const withoutTex = (text: string | undefined): string | undefined =>
  text
    ?.replace(/\\textasciitilde\s*(?:\{\})?/g, '~')
    .replace(/\\textasciicircum\s*(?:\{\})?/g, '^')
    .replace(/\\textbackslash\s*(?:\{\})?/g, '\\')
    .replace(/^\{(.*)\}$/s, '$1')
    .replace(/\\([{}%&$#_])/g, '$1')

const fromBiber = (entry: string): Item => {
  const field = (...names: string[]): string | undefined =>
    withoutTex(
      names
        .map((name) => all(entry, `bltx:${name}`)[0]?.replace(/<[^>]*>/g, ' '))
        .filter((value) => value !== undefined)
        .map((value) => plainText(decoded(value)))[0],
    )
  const [start, end] = [field('start'), field('end')]
  const names = all(entry, 'bltx:name')
  return {
    title: field('title'),
    author: names.length > 0 ? names.map(biberName).join('; ') : undefined,
    container: field('journaltitle', 'booktitle'),
    volume: field('volume'),
    issue: field('number'),
    page: [start, end].filter(Boolean).join('-') || field('pages'),
    date: field('date')?.replace(/-0/g, '-'),
    DOI: field('doi'),
    number: field('eprint', 'number'),
    ISSN: field('issn'),
    publisher: field('publisher', 'institution', 'school'),
    URL: field('url'),
    note: field('note'),
  }
}

export const biber = (format: CitationFormatKey): Tool | undefined => {
  const version = format === 'bibtex' ? /version:? (\S+)/.exec(run('biber', ['--version']) ?? '')?.[1] : undefined
  if (!version) return undefined
  const read = (file: string): Item[] => {
    const folder = mkdtempSync(join(tmpdir(), 'gleaner-biber-'))
    writeFileSync(join(folder, 'in.bib'), file)
    run('biber', ['--tool', '--quiet', '--output-format=biblatexml', `--output-file=${folder}/out.xml`, `${folder}/in.bib`])
    const xml = readFileSync(join(folder, 'out.xml'), 'utf8')
    rmSync(folder, { recursive: true })
    return all(xml, 'bltx:entry').map(fromBiber)
  }
  return { name: 'biber', version, read }
}
