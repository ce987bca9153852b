import { own } from '../../values/own.ts'

/** Accents of TeX as the mark that follows a letter in Unicode. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  r: '\u030a',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
}

const table = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))

/** Commands that stand for a sign. */
const signs: Readonly<Record<string, string>> = {
  ...table(
    'ss=ß o=ø O=Ø l=ł L=Ł ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ i=ı j=ȷ SS=ẞ ' +
      'textendash=– textemdash=— textquotedblleft=“ textquotedblright=” textquoteleft=‘ textquoteright=’ quotedblbase=„ quotesinglbase=‚ guillemotleft=« guillemotright=» guillemetleft=« guillemetright=» flqq=« frqq=» glqq=„ grqq=“ textquotesingle=\' textquotedbl=" ' +
      'textless=< textgreater=> textbackslash=\\ backslash=\\ textasciitilde=~ textasciicircum=^ textunderscore=_ textbar=| textbraceleft={ textbraceright=} lbrace={ rbrace={ textdollar=$ textpercent=% slash=/ ' +
      'ldots=… dots=… textellipsis=… textbullet=• textperiodcentered=· cdot=· cdots=⋯ textdegree=° degree=° circ=° textregistered=® texttrademark=™ textcopyright=© copyright=© pounds=£ textsterling=£ euro=€ texteuro=€ EUR=€ S=§ P=¶ dag=† ddag=‡ textsection=§ textparagraph=¶ textdagger=† textonehalf=½ textmu=µ textmicro=µ micro=µ textonesuperior=¹ texttwosuperior=² textthreesuperior=³ textordmasculine=º textordfeminine=ª textexclamdown=¡ textquestiondown=¿ ' +
      'times=× div=÷ pm=± mp=∓ leq=≤ le=≤ geq=≥ ge=≥ neq=≠ ne=≠ approx=≈ sim=∼ equiv=≡ infty=∞ rightarrow=→ to=→ leftarrow=← uparrow=↑ downarrow=↓ leftrightarrow=↔ Rightarrow=⇒ sum=∑ prod=∏ sqrt=√ partial=∂ in=∈ cup=∪ cap=∩ lt=< gt=> prime=′ ll=≪ gg=≫ ' +
      'alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω ' +
      'textalpha=α textbeta=β textgamma=γ textdelta=δ textkappa=κ textlambda=λ textomega=ω',
  ),
  ' ': ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '!': '',
  '/': '',
  '-': '',
  '\\': ' ',
  '@': '',
  '(': '',
  ')': '',
  '[': '',
  ']': '',
  space: ' ',
  quad: ' ',
  newline: ' ',
  par: ' ',
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const lowered = '₀₁₂₃₄₅₆₇₈₉'

/** Commands whose argument is no text. */
const dropped = /\\(?:noopsort|sortnoop|SortNoop|NoopSort|providecommand|newcommand|label|cite\w*|ref|textcolor)\s*\{[^{}]*\}/g

/** The letter that an accent is on: in braces or bare, also a dotless one. */
const accented = /^\s*(?:\{\s*\\?([\p{L}])\s*\}|\\([ij])(?![a-zA-Z])\s?|\{\s*\\([ij])\s*\}|(\p{L}))/u

/** Text of TeX as it is read: accents and commands as their signs, without braces and dollars. Whatever command is not known leaves its argument. */
export const texText = (said: string): string => {
  const text = said
    .replace(/\\href\s*\{[^{}]*\}/g, '')
    .replace(dropped, '')
    .replace(/(?<!\\)\\url\s*/g, '')
  let read = ''
  let math = false
  for (let at = 0; at < text.length;) {
    const sign = text[at] ?? ''
    if (sign === '\\') {
      const word = /^\\([a-zA-Z]+)\*?[ \t\n]*(?:\{\})?/.exec(text.slice(at, at + 60))
      const name = word?.[1] ?? text[at + 1] ?? ''
      const behind = at + (word ? 1 + name.length : 2)
      const mark = own(accents, name)
      const letter = mark === undefined ? null : accented.exec(text.slice(behind, behind + 12))
      const value = own(signs, name)
      if (mark && letter && (name.length > 1 || !/[a-zA-Z]/.test(name) || /^[\s{\\]/.test(text.slice(behind)))) {
        read += `${letter[1] ?? letter[2] ?? letter[3] ?? letter[4] ?? ''}${mark}`
        at = behind + letter[0].length
      } else if (value !== undefined) {
        read += value
        at += word?.[0].length ?? 2
      } else if (word) at += word[0].length
      else {
        // "\%", "\&", "\_", "\{": the sign itself.
        read += name
        at += 2
      }
      continue
    }
    const shift = math && /^[\^_]\{?(\d{1,3})\}?/.exec(text.slice(at, at + 8))
    if (shift) {
      read += Array.from(shift[1] ?? '', (digit) => (sign === '^' ? raised : lowered)[Number(digit)] ?? '').join('')
      at += shift[0].length
      continue
    }
    if (sign === '$') math = !math
    else if (sign === '~') read += ' '
    else if (!(sign === '{' || sign === '}' || (math && (sign === '^' || sign === '_')))) read += sign
    at += 1
  }
  return read
    .normalize('NFC')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/\s+/g, ' ')
    .trim()
}

/** DOIs and addresses, of which programs escape some signs: "10.5555/a\_b", "a{\_}b". */
export const verbatimText = (said: string): string =>
  said
    .replace(/\\url\s*\{([^{}]*)\}/g, '$1')
    .replace(/\{?\$?\\(?:sim|textasciitilde)\{?\}?\$?\}?/g, '~')
    .replace(/\{\\([_%&#$])\}/g, '$1')
    .replace(/\{\\textless\}/g, '<')
    .replace(/\{\\textgreater\}/g, '>')
    .replace(/\\([_%&#${}~])/g, '$1')
    .replace(/[{}]/g, '')
    .trim()
