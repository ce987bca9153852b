/** The package describes this part of it in a file of another name. */
declare module '@messageformat/core/compile-module.js' {
  import type MessageFormat from '@messageformat/core'
  import type { StringStructure } from '@messageformat/core/lib/compile-module.js'
  const compileModule: (formats: MessageFormat, messages: StringStructure) => string
  export default compileModule
}
