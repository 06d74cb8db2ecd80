/** A signed form is never opened here: its kind is told by its first bytes, which is all that is looked at. */
export const MAX_FORMATO = 5 * 1024 * 1024

// First bytes of each kind, in hexadecimal, and the ending of its file name.
const KINDS = [
  { medio: 'application/pdf', begins: '255044462d', extension: 'pdf' },
  { medio: 'image/jpeg', begins: 'ffd8ff', extension: 'jpg' },
  { medio: 'image/png', begins: '89504e470d0a1a0a', extension: 'png' },
]

/** Null: neither PDF, JPG nor PNG. */
export function detectMedio(contenido: Buffer): string | null {
  const head = contenido.toString('hex', 0, 8)
  return KINDS.find(({ begins }) => head.startsWith(begins))?.medio ?? null
}

export function extensionOf(medio: string): string {
  return KINDS.find((kind) => kind.medio === medio)?.extension ?? 'bin'
}
