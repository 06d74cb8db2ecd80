import { t } from '../../mensajes.ts'

/** Forms of a text that are chosen by their name. `otro`: an expression written by hand. */
export const FORMATOS = ['email', 'telefono', 'enlace', 'anio', 'codigo_postal', 'otro'] as const
export type Formato = (typeof FORMATOS)[number]

/** Expressions behind the names, and what is said to a person whose text fails them. Years: of people alive and of what they did. */
const PATRONES: Partial<Record<Formato, { patron: string; mensaje: string }>> = {
  telefono: { patron: '^[0-9]{10}$', mensaje: t('versiones.mensajesFormato.telefono') },
  anio: { patron: '^(19|20)[0-9]{2}$', mensaje: t('versiones.mensajesFormato.anio') },
  codigo_postal: { patron: '^[0-9]{5}$', mensaje: t('versiones.mensajesFormato.codigo_postal') },
}
const BY_HAND = { patron: '', mensaje: '' }

/** Whether a cuestionario has a keyword for it. */
export function isFormat(formato: '' | Formato): boolean {
  return formato === 'email' || formato === 'enlace'
}

/** The name of the form that a question asks for; '' asks for none. */
export function formatoDe({ format, pattern }: { format?: 'enlace' | 'email' | undefined; pattern?: string | undefined }): '' | Formato {
  if (format !== undefined) return format
  if (pattern === undefined) return ''
  return FORMATOS.find((each) => PATRONES[each]?.patron === pattern) ?? 'otro'
}

interface FormatoElegido {
  formato: '' | Formato
  patron: string
  mensaje: string
  sitios: string
}

/** Fields that change with the form: what the former one left behind goes. */
export function alElegir(formato: '' | Formato): FormatoElegido {
  return { formato, sitios: '', ...((formato && PATRONES[formato]) || BY_HAND) }
}
