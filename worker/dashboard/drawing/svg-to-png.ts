/** Draws an SVG as a PNG of the same size, twice as dense. Throws where the browser cannot draw it. */
export const pngOf = async (svg: string): Promise<Blob> => {
  const picture = new Image()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    picture.src = url
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.naturalWidth * 2
    canvas.height = picture.naturalHeight * 2
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
