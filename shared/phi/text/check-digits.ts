/** The remainder of a weighted sum of digits. */
export const weighted = (digits: string, weights: readonly number[], modulus: number): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % modulus

/** ISO/IEC 7812-1, annex B. */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let at = digits.length - 1, twice = false; at >= 0; at -= 1, twice = !twice) {
    const digit = Number(digits[at]) * (twice ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/** The remainder by 97 of a number too long for one. */
export const modulo97 = (digits: string): number => digits.split('').reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

const products = '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210'
const permutation = '01234567891576283094580379614289160435279453126870428657390127938064157046913258'

/** Verhoeff J. Error detecting decimal codes. Amsterdam: Mathematisch Centrum; 1969. The check digit is the last one. */
export function isVerhoeff(digits: string): boolean {
  let rest = 0
  const { length } = digits
  for (let step = 0; step < length; step += 1) {
    const digit = Number(digits[length - 1 - step])
    rest = Number(products[rest * 10 + Number(permutation[(step % 8) * 10 + digit])])
  }
  return rest === 0
}

/** Whether two digits each, read in this order, are a day that there can be. */
export const isDay = (day: string | undefined, month: string | undefined): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
