/** Facts of a photograph for both sides of the process boundary: shapes, limits, refusals. No decoder is loaded here. */
export const TAMANOS = ['chica', 'media', 'grande'] as const
export type Tamano = (typeof TAMANOS)[number]

/** Portrait sizes in pixels, all 3:4. */
export const DIMENSIONES: Record<Tamano, { ancho: number; alto: number }> = {
  chica: { ancho: 150, alto: 200 },
  media: { ancho: 300, alto: 400 },
  grande: { ancho: 600, alto: 800 },
}

export const MAX_BYTES = 5 * 1024 * 1024
export const MAX_PIXELS = 25_000_000

/** Rectangle in fractions (0 to 1) of the picture as it is seen, that is after its EXIF rotation. */
export interface Recorte {
  x: number
  y: number
  ancho: number
  alto: number
}

export interface ProcessedFotografia {
  /** SHA-256 of the largest size; names the three files. */
  sha256: string
  tamanos: Record<Tamano, Buffer>
  /** Pixels of the original after its EXIF rotation. */
  ancho: number
  alto: number
}

export const RAZONES = {
  vacio: 'El archivo está vacío.',
  demasiado_grande: 'El archivo pesa más de 5 MB. Guarde la fotografía con menor tamaño y vuelva a enviarla.',
  formato: 'El archivo no es una imagen JPEG, PNG o WebP. Su contenido es lo que cuenta, no la terminación de su nombre.',
  contenido_ajeno: 'El archivo contiene algo más que una imagen. Vuelva a guardar la fotografía y envíela de nuevo.',
  demasiados_pixeles: 'La imagen tiene más de 25 millones de pixeles. Redúzcala y vuelva a enviarla.',
  animada: 'La imagen está animada o tiene varias páginas. Envíe una sola fotografía fija.',
  demasiado_pequena: 'La imagen, o la parte elegida de ella, mide menos de 150 por 200 pixeles.',
  recorte_invalido: 'La parte elegida se sale de la imagen.',
  ilegible: 'La imagen está incompleta o dañada y no se puede leer.',
  tiempo: 'La imagen tardó demasiado en procesarse. Guárdela con menor tamaño y vuelva a enviarla.',
  ocupado: 'Hay muchas fotografías en espera. Intente de nuevo en un momento.',
} as const

export type CodigoRechazo = keyof typeof RAZONES

export interface FotografiaRefused {
  ok: false
  codigo: CodigoRechazo
  razon: string
}

export type FotografiaResult = { ok: true; fotografia: ProcessedFotografia } | FotografiaRefused

export function refuse(codigo: CodigoRechazo): FotografiaRefused {
  return { ok: false, codigo, razon: RAZONES[codigo] }
}

// In hexadecimal: JPEG, PNG, and WebP behind the length of its RIFF container.
const SIGNATURES = /^(ffd8ff|89504e470d0a1a0a|52494646.{8}57454250)/

function isAdmittedImage(content: Buffer): boolean {
  return SIGNATURES.test(content.toString('hex', 0, 12))
}

/** Code of the first objection that needs no decoding; null when there is none. */
export function objection(content: Buffer, recorte?: Recorte): CodigoRechazo | null {
  if (content.length === 0) return 'vacio'
  if (content.length > MAX_BYTES) return 'demasiado_grande'
  if (!isAdmittedImage(content)) return 'formato'
  return recorte && !isInside(recorte) ? 'recorte_invalido' : null
}

function isInside({ x, y, ancho, alto }: Recorte): boolean {
  const rounding = 1e-6
  const fits = (start: number, size: number) => start >= 0 && size > 0 && start + size <= 1 + rounding
  return [x, y, ancho, alto].every(Number.isFinite) && fits(x, ancho) && fits(y, alto)
}
