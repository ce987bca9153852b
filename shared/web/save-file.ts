/** Hands a file that was made here to the browser to be saved, by a link that is clicked; its address lives as long as the click needs it. */
export const saveBlob = (name: string, blob: Blob): void => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const saveFile = (name: string, text: string, type: string): void => saveBlob(name, new Blob([text], { type }))
