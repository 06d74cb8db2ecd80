import type { FieldError } from '@conoceles/ui'
import { t } from '../../mensajes.ts'

export interface FotografiaDraft {
  archivo: File | null
  /** Whether the browser could open it as a picture. */
  readable: boolean
  /** Size of the part that is kept. */
  pixels: { ancho: number; alto: number }
  textoAlternativo: string
  tomadaEn: string
  today: string | null
}

const MAX_BYTES = 5 * 1024 * 1024
const MIN_PIXELS = { ancho: 150, alto: 200 }

/** Errors that can be told before sending, by field. */
export function fotografiaErrors(draft: FotografiaDraft): FieldError[] {
  return [
    ...when('archivo', archivoError(draft)),
    ...when('tomadaEn', tomadaEnError(draft)),
    ...when('textoAlternativo', draft.textoAlternativo.trim() === '' ? t('fotografia.faltaAlternativo') : null),
  ]
}

function archivoError({ archivo, readable, pixels }: FotografiaDraft): string | null {
  if (archivo === null) return t('fotografia.faltaArchivo')
  if (archivo.size > MAX_BYTES) return t('fotografia.pesada')
  if (!readable) return t('fotografia.ilegible')
  return pixels.ancho < MIN_PIXELS.ancho || pixels.alto < MIN_PIXELS.alto ? t('fotografia.chica') : null
}

function tomadaEnError({ tomadaEn, today }: FotografiaDraft): string | null {
  if (tomadaEn === '') return t('fotografia.faltaFecha')
  return today !== null && tomadaEn > today ? t('fotografia.fechaFutura') : null
}

function when(id: string, text: string | null): FieldError[] {
  return text === null ? [] : [{ id, text }]
}
