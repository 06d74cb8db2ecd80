import type { Tone } from '@conoceles/ui'
import type { Codificacion } from '../../../api-types.ts'
import { t } from '../mensajes.ts'

/** How a coding is, in a word or two. */
export function estatusDe({ estatus, sinTextosEn, plazas }: Codificacion): { text: string; tone: Tone } {
  if (estatus === 'cerrada') return { text: t('codificaciones.estatus.cerrada'), tone: 'success' }
  if (estatus === 'borrador' && sinTextosEn) return { text: t('codificaciones.estatus.sinTextos'), tone: 'warning' }
  if (estatus === 'borrador') return { text: t('codificaciones.estatus.borrador'), tone: 'neutral' }
  if (estatus !== 'abierta') return { text: t('codificaciones.estatus.contando'), tone: 'pending' }
  return ambas(plazas)
    ? { text: t('codificaciones.estatus.porCerrar'), tone: 'info' }
    : { text: t('codificaciones.estatus.abierta'), tone: 'pending' }
}

/** Whether both who code finished: from here on they settle where they differ. */
export function ambas(plazas: Codificacion['plazas']): boolean {
  return plazas.length === 2 && plazas.every(({ terminada }) => terminada)
}

/** The two places, each in a sentence: who holds one is not named. */
export function plazasEnPalabras(plazas: Codificacion['plazas']): string[] {
  return [1, 2].map((numero) => {
    const plaza = plazas.find((each) => each.numero === numero)
    if (!plaza) return t('codificaciones.plaza.libre', { n: numero })
    const who = plaza.propia ? 'propia' : 'ajena'
    return t(`codificaciones.plaza.${who}${plaza.terminada ? 'Terminada' : ''}`, { n: numero })
  })
}
