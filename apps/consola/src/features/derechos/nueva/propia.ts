import { DERECHOS, type Derecho } from '@conoceles/domain'
import { t } from '../mensajes.ts'

/** Pages of her request, one thing each. */
export const PASOS = ['derecho', 'sobre', 'descripcion', 'revisar'] as const
export type PasoDerecho = (typeof PASOS)[number]

export const SOBRE = ['registro', 'cuestionario', 'fotografia', 'identidad', 'cuenta', 'todo'] as const

export interface Pedida {
  derecho: string | null
  sobre: string | null
  descripcion: string
}

export const MINIMO = 10

export function derechoDe({ derecho }: Pick<Pedida, 'derecho'>): Derecho | undefined {
  return DERECHOS.find((each) => each === derecho)
}

/** Data about which she asks, in words; empty before she chooses. */
export function sobreDe({ sobre }: Pick<Pedida, 'sobre'>): string {
  const known = SOBRE.find((each) => each === sobre)
  return known === undefined ? '' : t(`derechos.sobre.${known}`)
}

/** Says why a page is not done; null: it is. To know her data she need not say more than which ones. */
export function faltaEn(paso: PasoDerecho, pedida: Pedida): string | null {
  if (paso === 'derecho' && derechoDe(pedida) === undefined) return t('derechos.faltaTipo')
  if (paso === 'sobre' && sobreDe(pedida) === '') return t('derechos.faltaSobre')
  const short = pedida.derecho !== 'acceso' && pedida.descripcion.trim().length < MINIMO
  return paso === 'descripcion' && short ? t('derechos.faltaDecir', { n: MINIMO }) : null
}

/** The page to show: the one that was asked for, but none after the first that lacks something. */
export function pasoDe(asked: unknown, pedida: Pedida): PasoDerecho {
  const at = Math.max(
    PASOS.findIndex((paso) => paso === asked),
    0,
  )
  return PASOS.slice(0, at).find((paso) => faltaEn(paso, pedida) !== null) ?? PASOS[at] ?? 'derecho'
}

/** Her request as it is sent. */
export function descripcionDe(pedida: Pedida): string {
  return [`${sobreDe(pedida)}.`, pedida.descripcion.trim()].filter(Boolean).join(' ')
}
