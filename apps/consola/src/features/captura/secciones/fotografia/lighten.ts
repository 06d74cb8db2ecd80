/** Enough for the largest size that is published, four times over, on a line of 50 kB a second. */
const ENOUGH_BYTES = 300 * 1024
/** Longest side of the sent picture in pixels and its quality, from the best that is tried to the last. */
const TRIES = [
  [1600, 0.86],
  [1600, 0.72],
  [1600, 0.58],
  [1200, 0.62],
  [900, 0.6],
] as const
const SENDABLE: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

/** Photograph ready to leave; or why this browser cannot open the file. */
export type Aligerada = { ok: true; archivo: File } | { ok: false; heic: boolean }

/** Makes a photograph of a phone small before it is sent. A file that is light already stays as it is. */
export async function lighten(archivo: File): Promise<Aligerada> {
  const bitmap = await createImageBitmap(archivo, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return { ok: false, heic: await isHeic(archivo) }
  if (archivo.size <= ENOUGH_BYTES && SENDABLE.includes(archivo.type)) return { ok: true, archivo }
  const blob = await shrink(bitmap)
  bitmap.close()
  return blob === null ? { ok: false, heic: false } : { ok: true, archivo: new File([blob], 'fotografia.jpg', { type: 'image/jpeg' }) }
}

/** Size of the picture that is sent: never larger than it came. */
export function sizeOf({ width, height }: { width: number; height: number }, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

async function shrink(bitmap: ImageBitmap): Promise<Blob | null> {
  let smallest: Blob | null = null
  for (const [longest, quality] of TRIES) {
    smallest = await draw(bitmap, { ...sizeOf(bitmap, longest), quality })
    if (smallest === null || smallest.size <= ENOUGH_BYTES) break
  }
  return smallest
}

function draw(bitmap: ImageBitmap, { width, height, quality }: { width: number; height: number; quality: number }): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(null)
  context.imageSmoothingQuality = 'high'
  // A transparent picture gets paper below it: JPEG has no transparency.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}

/** Phones of Apple keep photographs as HEIC, which few browsers open: «ftyp» and a brand of that family (ISO 23008-12). */
export async function isHeic(archivo: Blob): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await archivo.slice(4, 12).arrayBuffer())
  return /^ftyp(hei[cxms]|hev[cx]|mif1|msf1)/.test(head)
}
