import type { FieldError } from '@conoceles/ui'
import type { ActoDerechoPedido, SolicitudDerechoDetalle } from '../../api-types.ts'
import { t } from '../../messages/index.ts'

/** Choices of the form of an act. */
export interface Efecto {
  retira: string[]
  correccion: string | null
  bloqueaHasta: string
}

export const EFECTO_IDS = { retira: 'acto-retira', correccion: 'acto-correccion', bloqueaHasta: 'acto-bloqueo' }

export function blankEfecto(): Efecto {
  return { retira: [], correccion: null, bloqueaHasta: '' }
}

export function missingOfEfecto(solicitud: SolicitudDerechoDetalle, acto: string | null, efecto: Efecto): FieldError[] {
  const missing = MISSING[`${acto}.${solicitud.derecho}`]
  return missing?.unless(efecto, solicitud) === false ? [{ id: missing.id, text: t(missing.text) }] : []
}

interface Missing {
  id: string
  text: Parameters<typeof t>[0]
  unless: (efecto: Efecto, solicitud: SolicitudDerechoDetalle) => boolean
}

const MISSING: Partial<Record<string, Missing>> = {
  'hacer_efectivo.oposicion': {
    ...{ id: EFECTO_IDS.retira, text: 'derechos.faltaRetira' },
    unless: ({ retira }, { revocables }) => revocables.length === 0 || retira.length > 0,
  },
  'hacer_efectivo.rectificacion': {
    ...{ id: EFECTO_IDS.correccion, text: 'derechos.faltaCorreccion' },
    unless: ({ correccion }) => correccion !== null,
  },
  'proponer_efectivo.cancelacion': {
    ...{ id: EFECTO_IDS.bloqueaHasta, text: 'derechos.faltaBloqueo' },
    unless: ({ bloqueaHasta }, { pideBloqueo }) => !pideBloqueo || bloqueaHasta !== '',
  },
}

/** As the API takes it: of the act that is done alone. */
export function toPedido(
  solicitud: SolicitudDerechoDetalle,
  acto: string,
  { retira, correccion, bloqueaHasta }: Efecto,
): Pick<ActoDerechoPedido, 'retira' | 'correccion' | 'bloqueaHasta'> {
  if (acto === 'proponer_efectivo') return bloqueaHasta === '' ? {} : { bloqueaHasta }
  if (acto !== 'hacer_efectivo') return {}
  if (solicitud.derecho === 'rectificacion') return correccion === null ? {} : { correccion: Number(correccion) }
  return solicitud.derecho === 'oposicion' ? { retira: solicitud.revocables.filter((each) => retira.includes(each)) } : {}
}
