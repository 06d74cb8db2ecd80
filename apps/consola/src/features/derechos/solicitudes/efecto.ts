import { esDeRecurso, MEDIOS_ENTREGA, SENTIDOS_QUE_ORDENAN, SENTIDOS_RECURSO, SURTE_DERECHO } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { ActoDerechoPedido, SolicitudDerechoDetalle } from '../../../api-types.ts'
import { t } from '../../../messages/index.ts'

/** Choices of the form of an act. */
export interface Efecto {
  surte: string | null
  campos: string[]
  medioEntrega: string
  comprobante: string
  monto: string
  retira: string[]
  correccion: string | null
  dato: string
  bloqueaHasta: string
  diaRecurso: string
  expedienteRecurso: string
  sentidoRecurso: string | null
  cumplirAntes: string
}

export const EFECTO_IDS = {
  surte: 'acto-surte',
  campos: 'acto-oculta',
  medioEntrega: 'acto-entrega',
  comprobante: 'acto-comprobante',
  monto: 'acto-monto',
  retira: 'acto-retira',
  correccion: 'acto-correccion',
  dato: 'acto-dato',
  bloqueaHasta: 'acto-bloqueo',
  sentidoRecurso: 'acto-recurso',
  cumplirAntes: 'acto-cumplir',
}

/** An oposición begins with what its answer announced. */
export function blankEfecto(previsto: SolicitudDerechoDetalle['previsto']): Efecto {
  return {
    ...{ surte: previsto?.surte ?? null, retira: [...(previsto?.retira ?? [])], campos: [...(previsto?.campos ?? [])] },
    ...{ dato: '', medioEntrega: '', comprobante: '', monto: '' },
    ...{ correccion: null, bloqueaHasta: '', diaRecurso: '', expedienteRecurso: '', sentidoRecurso: null, cumplirAntes: '' },
  }
}

/** Whether the act announces how an oposición takes effect. */
export function anuncia({ derecho }: Pick<SolicitudDerechoDetalle, 'derecho'>, acto: string | null, sentido: string | null): boolean {
  if (derecho !== 'oposicion') return false
  return acto === 'proponer_efectivo' || (acto === 'responder' && sentido !== null && sentido !== 'improcedente')
}

interface Elegido {
  acto: string | null
  sentido: string | null
}

export function missingOfEfecto(solicitud: SolicitudDerechoDetalle, { acto, sentido }: Elegido, efecto: Efecto): FieldError[] {
  const own = MISSING_OF[acto ?? '']
  if (own) return own(efecto)
  if (anuncia(solicitud, acto, sentido)) return missingOfAnuncio(efecto)
  const missing = MISSING[`${acto}.${solicitud.derecho}`]
  return missing?.unless(efecto, solicitud) === false ? [{ id: missing.id, text: t(missing.text) }] : []
}

const MISSING_OF: Partial<Record<string, (efecto: Efecto) => FieldError[]>> = {
  resolver_recurso: missingOfResolucion,
  notificar: ({ medioEntrega, comprobante }) => [
    ...(medioEntrega === '' ? [{ id: EFECTO_IDS.medioEntrega, text: t('derechos.faltaMedioEntrega') }] : []),
    ...(medioEntrega === 'correo_postal' && comprobante.trim() === ''
      ? [{ id: EFECTO_IDS.comprobante, text: t('derechos.faltaComprobante') }]
      : []),
  ],
  informar_costos: ({ monto }) =>
    /^\d{1,7}(\.\d{2})?$/.test(monto.trim()) ? [] : [{ id: EFECTO_IDS.monto, text: t('derechos.faltaMonto') }],
}

function missingOfAnuncio({ surte, retira, campos }: Efecto): FieldError[] {
  if (surte === null) return [{ id: EFECTO_IDS.surte, text: t('derechos.faltaSurte') }]
  if (surte === 'consentimiento' && retira.length === 0) return [{ id: EFECTO_IDS.retira, text: t('derechos.faltaRetira') }]
  return surte === 'dato' && campos.length === 0 ? [{ id: EFECTO_IDS.campos, text: t('derechos.faltaOculta') }] : []
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
    unless: ({ retira }, { previsto }) => previsto !== null || retira.length > 0,
  },
  'hacer_efectivo.rectificacion': {
    ...{ id: EFECTO_IDS.correccion, text: 'derechos.faltaCorreccion' },
    unless: ({ correccion }, { dosPersonas }) => dosPersonas || correccion !== null,
  },
  'proponer_efectivo.rectificacion': {
    ...{ id: EFECTO_IDS.dato, text: 'derechos.faltaDato' },
    unless: ({ dato }) => dato.trim() !== '',
  },
  'proponer_efectivo.cancelacion': {
    ...{ id: EFECTO_IDS.bloqueaHasta, text: 'derechos.faltaBloqueo' },
    unless: ({ bloqueaHasta }, { pideBloqueo }) => !pideBloqueo || bloqueaHasta !== '',
  },
}

/** As the API takes it: of the act that is done alone. */
export function toPedido(solicitud: SolicitudDerechoDetalle, { acto, sentido }: Elegido, efecto: Efecto): Partial<ActoDerechoPedido> {
  if (acto === null) return {}
  if (esDeRecurso(acto)) return toRecurso(acto, efecto)
  if (anuncia(solicitud, acto, sentido)) return toAnuncio(solicitud, efecto)
  return acto === 'hacer_efectivo' ? toEfectivo(solicitud, efecto) : (PEDIDO_OF[acto]?.(efecto) ?? {})
}

const PEDIDO_OF: Partial<Record<string, (efecto: Efecto) => Partial<ActoDerechoPedido>>> = {
  notificar: ({ medioEntrega, comprobante }) => {
    const medio = MEDIOS_ENTREGA.find((each) => each === medioEntrega)
    return { ...(medio && { medioEntrega: medio }), ...(comprobante.trim() && { comprobante: comprobante.trim() }) }
  },
  informar_costos: ({ monto }) => ({ monto: monto.trim() }),
  proponer_efectivo: ({ bloqueaHasta, dato }) => ({ ...(bloqueaHasta && { bloqueaHasta }), ...(dato.trim() && { dato: dato.trim() }) }),
}

function toEfectivo(solicitud: SolicitudDerechoDetalle, { retira, correccion }: Efecto): Partial<ActoDerechoPedido> {
  if (solicitud.derecho === 'rectificacion') return correccion === null ? {} : { correccion: Number(correccion) }
  return solicitud.derecho === 'oposicion' && solicitud.previsto === null ? { retira: chosenOf(solicitud, retira) } : {}
}

function toAnuncio(solicitud: SolicitudDerechoDetalle, { surte, retira, campos }: Efecto): Partial<ActoDerechoPedido> {
  const how = SURTE_DERECHO.find((each) => each === surte)
  return {
    ...(how && { surte: how }),
    ...(how === 'consentimiento' && { retira: chosenOf(solicitud, retira) }),
    ...(how === 'dato' && { campos }),
  }
}

function chosenOf({ revocables }: SolicitudDerechoDetalle, retira: readonly string[]) {
  return revocables.filter((each) => retira.includes(each))
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
