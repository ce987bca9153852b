/** What is said about taking ideas and references elsewhere. */
export const exportWords = {
  exports: {
    open: 'Export',
    thisList: 'This list, as filtered',
    network: 'The whole network',
    thisIdea: 'References of this idea',
    ideas: 'Ideas',
    references: 'References',
    save: (what: string, format: string) => `${what} as ${format}`,
    busy: (name: string) => `Making the file: ${name} …`,
    done: (name: string) => `Saved: ${name}`,
    recorded: 'Exports are on record for your network’s admins.',
    broken: 'The file did not arrive whole, so nothing was saved. Try again.',
    copy: 'Copy reference',
    copied: 'Reference copied.',
    notCopied: 'Not copied: select the reference and copy it by hand.',
  },
}
export type ExportWords = typeof exportWords
