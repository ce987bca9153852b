/**
 * 128 bits of a text, as a UUID: the same for the same text on every computer. Two lists of a network never meet in it by chance; against intent it guards
 * nothing, and nothing rests on that (cyrb128, public domain, twice with different seeds for the spread of short texts).
 */
export const idOf = (text: string): string => {
  let [one, two, three, four] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = two ^ Math.imul(one ^ code, 597_399_067)
    two = three ^ Math.imul(two ^ code, 2_869_860_233)
    three = four ^ Math.imul(three ^ code, 951_274_213)
    four = one ^ Math.imul(four ^ code, 2_716_044_179)
  }
  one = Math.imul(three ^ (one >>> 18), 597_399_067)
  two = Math.imul(four ^ (two >>> 22), 2_869_860_233)
  three = Math.imul(one ^ (three >>> 17), 951_274_213)
  four = Math.imul(two ^ (four >>> 19), 2_716_044_179)
  one ^= two ^ three ^ four
  const digits = [one, two ^ one, three ^ one, four ^ one].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
  // Version 8 is for numbers of one's own making (RFC 9562, 5.8).
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
}
