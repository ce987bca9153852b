const suffix = /^(?:Jr|Sr|I{2,3}|IV|2nd|3rd|[4-9]th)\.?$/i

/** Whether a part of a name stands behind the family name: "Jr.", "III", "4th". */
export const isSuffix = (part: string): boolean => suffix.test(part)

/** The family name as it is filed, with what stands behind it: "Quill Jr". */
export const withSuffix = (family: string, tail: string): string => (tail ? `${family} ${tail.replace(/\.$/, '')}` : family)
