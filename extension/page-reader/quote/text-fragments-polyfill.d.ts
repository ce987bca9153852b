/** The part of the library that is used; it comes without types. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  export const GenerateFragmentStatus: { SUCCESS: 0; INVALID_SELECTION: 1; AMBIGUOUS: 2; TIMEOUT: 3; EXECUTION_FAILED: 4 }
  /** Milliseconds that making a fragment may take. */
  export const setTimeout: (milliseconds: number) => void
  export const generateFragmentFromRange: (range: Range) => {
    status: number
    fragment?: { textStart?: string; textEnd?: string; prefix?: string; suffix?: string }
  }
}
