import { esDeRecurso, SENTIDOS_QUE_ORDENAN, SENTIDOS_RECURSO } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { ActoDerechoPedido, SolicitudDerechoDetalle } from '../../api-types.ts'
import { t } from '../../messages/index.ts'

/** Choices of the form of an act. */
export interface Efecto {
  retira: string[]
  correccion: string | null
  bloqueaHasta: string
  diaRecurso: string
  expedienteRecurso: string
  sentidoRecurso: string | null
  cumplirAntes: string
}

export const EFECTO_IDS = {
  retira: 'acto-retira',
  correccion: 'acto-correccion',
  bloqueaHasta: 'acto-bloqueo',
  sentidoRecurso: 'acto-recurso',
  cumplirAntes: 'acto-cumplir',
}

export function blankEfecto(): Efecto {
  return { retira: [], correccion: null, bloqueaHasta: '', diaRecurso: '', expedienteRecurso: '', sentidoRecurso: null, cumplirAntes: '' }
}

export function missingOfEfecto(solicitud: SolicitudDerechoDetalle, acto: string | null, efecto: Efecto): FieldError[] {
  if (acto === 'resolver_recurso') return missingOfResolucion(efecto)
  const missing = MISSING[`${acto}.${solicitud.derecho}`]
  return missing?.unless(efecto, solicitud) === false ? [{ id: missing.id, text: t(missing.text) }] : []
}

function missingOfResolucion({ sentidoRecurso, cumplirAntes }: Efecto): FieldError[] {
  if (sentidoRecurso === null) return [{ id: EFECTO_IDS.sentidoRecurso, text: t('derechos.recurso.faltaSentido') }]
  const owed = ordena(sentidoRecurso) && cumplirAntes === ''
  return owed ? [{ id: EFECTO_IDS.cumplirAntes, text: t('derechos.recurso.faltaCumplir') }] : []
}

/** Whether a resolution orders something, and says until when. */
export function ordena(sentido: string | null): boolean {
  return SENTIDOS_QUE_ORDENAN.some((each) => each === sentido)
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
export function toPedido(solicitud: SolicitudDerechoDetalle, acto: string, efecto: Efecto): Partial<ActoDerechoPedido> {
  const { retira, correccion, bloqueaHasta } = efecto
  if (esDeRecurso(acto)) return toRecurso(acto, efecto)
  if (acto === 'proponer_efectivo') return bloqueaHasta === '' ? {} : { bloqueaHasta }
  if (acto !== 'hacer_efectivo') return {}
  if (solicitud.derecho === 'rectificacion') return correccion === null ? {} : { correccion: Number(correccion) }
  return solicitud.derecho === 'oposicion' ? { retira: solicitud.revocables.filter((each) => retira.includes(each)) } : {}
}

function toRecurso(acto: string, { diaRecurso, expedienteRecurso, sentidoRecurso, cumplirAntes }: Efecto): Partial<ActoDerechoPedido> {
  const sentido = acto === 'resolver_recurso' ? SENTIDOS_RECURSO.find((each) => each === sentidoRecurso) : undefined
  return {
    ...(diaRecurso && { diaRecurso }),
    ...(expedienteRecurso.trim() && { expedienteRecurso: expedienteRecurso.trim() }),
    ...(sentido && { sentidoRecurso: sentido }),
    ...(sentido && ordena(sentido) && { cumplirAntes }),
  }
}
