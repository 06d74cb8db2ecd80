import {
  CARTAS_DERECHO,
  CAUSAS_IMPROCEDENCIA,
  esDeRecurso,
  faltasDeComite,
  faltasDeNegativa,
  faltasDeNotificacion,
  llegaDespues,
  MEDIOS_ENTREGA,
  SENTIDOS_COMITE,
  SENTIDOS_QUE_ORDENAN,
  SENTIDOS_RECURSO,
  SURTE_DERECHO,
} from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { ActoDerechoPedido, SolicitudDerechoDetalle } from '../../../api-types.ts'
import { t } from '../mensajes.ts'

/** Choices of the form of an act. */
export interface Efecto {
  surte: string | null
  campos: string[]
  causa: string
  razones: string
  /** Whether the Comité voted: «si» or «no». */
  comite: string | null
  comiteResolucion: string
  comiteFecha: string
  comiteSentido: string | null
  sinComite: string
  dia: string
  carta: string | null
  medioEntrega: string
  enviada: string
  recibida: string
  direccion: string
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
  causa: 'acto-causa',
  razones: 'acto-razones',
  comite: 'acto-comite',
  comiteResolucion: 'acto-resolucion',
  comiteFecha: 'acto-comite-fecha',
  comiteSentido: 'acto-comite-sentido',
  sinComite: 'acto-sin-comite',
  dia: 'acto-dia',
  carta: 'acto-carta',
  medioEntrega: 'acto-entrega',
  enviada: 'acto-enviada',
  recibida: 'acto-recibida',
  direccion: 'acto-direccion',
  comprobante: 'acto-comprobante',
  monto: 'acto-monto',
  retira: 'acto-retira',
  correccion: 'acto-correccion',
  dato: 'acto-dato',
  bloqueaHasta: 'acto-bloqueo',
  sentidoRecurso: 'acto-recurso',
  cumplirAntes: 'acto-cumplir',
}

/** An oposición begins with what its answer announced; a letter is sent to the address that came with the request. */
export function blankEfecto({ previsto, cartas, domicilio }: SolicitudDerechoDetalle): Efecto {
  const [only, ...more] = cartas
  return {
    ...anunciado(previsto),
    ...{ causa: '', razones: '' },
    ...{ comite: null, comiteResolucion: '', comiteFecha: '', comiteSentido: null, sinComite: '' },
    ...{ carta: more.length === 0 && only ? only.carta : null, recibida: '', dato: '', monto: '', dia: '' },
    ...envioOf(more.length === 0 ? only : undefined, domicilio),
    ...{ correccion: null, bloqueaHasta: '', diaRecurso: '', expedienteRecurso: '', sentidoRecurso: null, cumplirAntes: '' },
  }
}

/** A letter that was posted waits for its acuse: only the day of reception is missing. */
export function envioOf(
  carta: SolicitudDerechoDetalle['cartas'][number] | undefined,
  domicilio: string | null,
): Pick<Efecto, 'medioEntrega' | 'enviada' | 'direccion' | 'comprobante'> {
  return carta?.envio
    ? { medioEntrega: 'correo_postal', ...carta.envio }
    : { medioEntrega: '', enviada: '', direccion: domicilio ?? '', comprobante: '' }
}

function anunciado(previsto: SolicitudDerechoDetalle['previsto']): Pick<Efecto, 'surte' | 'retira' | 'campos'> {
  return { surte: previsto?.surte ?? null, retira: [...(previsto?.retira ?? [])], campos: [...(previsto?.campos ?? [])] }
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

/** Whether the act refuses a right, whole or in part. */
export function refuses(acto: string | null, sentido: string | null): boolean {
  return acto === 'responder' && (sentido === 'improcedente' || sentido === 'parcial')
}

/** Faults of a refusal in the order of the form; `texto` is the field of the act, which is last. */
export function missingOfNegativa(
  { derecho, recibida }: SolicitudDerechoDetalle,
  { acto, sentido }: Elegido,
  { texto, ...efecto }: Efecto & { texto: string },
): FieldError[] {
  if (!refuses(acto, sentido)) return []
  const { causa, razones } = efecto
  const ids = { causa: EFECTO_IDS.causa, razones: EFECTO_IDS.razones, texto: 'acto-texto' }
  const own = faltasDeNegativa({ derecho, sentido, texto, causa, razones }).map(({ campo, razon }) => ({ id: ids[campo], text: razon }))
  return [...own.filter(({ id }) => id !== ids.texto), ...missingOfComite(efecto, recibida), ...own.filter(({ id }) => id === ids.texto)]
}

function missingOfComite(efecto: Efecto, recibida: string): FieldError[] {
  if (efecto.comite === null) return [{ id: EFECTO_IDS.comite, text: t('derechos.comite.faltaTexto') }]
  return faltasDeComite(comiteOf(efecto), { recibida, hoy: NO_DAY_AFTER }).map(({ campo, razon }) => ({
    id: EFECTO_IDS[campo],
    text: razon,
  }))
}

function comiteOf({ comite, comiteResolucion, comiteFecha, comiteSentido, sinComite }: Efecto) {
  if (comite === 'no') return { sinComite: sinComite.trim() }
  const sentido = SENTIDOS_COMITE.find((each) => each === comiteSentido)
  return { comiteResolucion: comiteResolucion.trim(), comiteFecha, ...(sentido && { comiteSentido: sentido }) }
}

export function missingOfEfecto(solicitud: SolicitudDerechoDetalle, { acto, sentido }: Elegido, efecto: Efecto): FieldError[] {
  if (acto === 'notificar') return missingOfNotificacion(solicitud, efecto)
  const own = MISSING_OF[acto ?? '']
  if (own) return own(efecto)
  if (anuncia(solicitud, acto, sentido)) return missingOfAnuncio(efecto)
  const missing = MISSING[`${acto}.${solicitud.derecho}`]
  return missing?.unless(efecto, solicitud) === false ? [{ id: missing.id, text: t(missing.text) }] : []
}

const MISSING_OF: Partial<Record<string, (efecto: Efecto) => FieldError[]>> = {
  resolver_recurso: missingOfResolucion,
  informar_costos: ({ monto }) =>
    /^\d{1,7}(\.\d{2})?$/.test(monto.trim()) ? [] : [{ id: EFECTO_IDS.monto, text: t('derechos.faltaMonto') }],
}

/** Days are told by the API against the clock of the proceso, too. */
function missingOfNotificacion({ cartas }: SolicitudDerechoDetalle, { carta, medioEntrega, ...rest }: Efecto): FieldError[] {
  const { enviada, recibida, direccion, comprobante } = rest
  const typed = { carta: CARTAS_DERECHO.find((each) => each === carta), medio: MEDIOS_ENTREGA.find((each) => each === medioEntrega) }
  return faltasDeNotificacion({ ...typed, enviada, recibida, direccion, comprobante }, { cartas, hoy: NO_DAY_AFTER }).map(
    ({ campo, razon }) => ({ id: campo === 'medio' ? EFECTO_IDS.medioEntrega : EFECTO_IDS[campo], text: razon }),
  )
}

const NO_DAY_AFTER = '9999-12-31'

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
  if (acto === 'responder') return { ...toNegativa({ acto, sentido }, efecto), ...announcedOf(solicitud, { acto, sentido }, efecto) }
  if (anuncia(solicitud, acto, sentido)) return toAnuncio(solicitud, efecto)
  return {
    ...toDia(solicitud, acto, efecto),
    ...(acto === 'hacer_efectivo' ? toEfectivo(solicitud, efecto) : (PEDIDO_OF[acto]?.(efecto) ?? {})),
  }
}

const PEDIDO_OF: Partial<Record<string, (efecto: Efecto) => Partial<ActoDerechoPedido>>> = {
  notificar: ({ carta, medioEntrega, enviada, recibida, direccion, comprobante }) => {
    const which = CARTAS_DERECHO.find((each) => each === carta)
    const medio = MEDIOS_ENTREGA.find((each) => each === medioEntrega)
    return {
      ...(which && { carta: which }),
      ...(medio && { medioEntrega: medio }),
      ...(enviada && { enviada }),
      ...(llegaDespues(medioEntrega) && { ...(recibida && { recibida }), direccion: direccion.trim() }),
      ...(medio === 'correo_postal' && { comprobante: comprobante.trim() }),
    }
  },
  informar_costos: ({ monto }) => ({ monto: monto.trim() }),
  proponer_efectivo: ({ bloqueaHasta, dato }) => ({ ...(bloqueaHasta && { bloqueaHasta }), ...(dato.trim() && { dato: dato.trim() }) }),
}

function toDia({ conDia }: SolicitudDerechoDetalle, acto: string, { dia }: Efecto): Partial<ActoDerechoPedido> {
  return dia !== '' && conDia.some((each) => each === acto) ? { dia } : {}
}

function announcedOf(solicitud: SolicitudDerechoDetalle, { acto, sentido }: Elegido, efecto: Efecto): Partial<ActoDerechoPedido> {
  return anuncia(solicitud, acto, sentido) ? toAnuncio(solicitud, efecto) : {}
}

function toNegativa({ acto, sentido }: Elegido, efecto: Efecto): Partial<ActoDerechoPedido> {
  const { causa, razones } = efecto
  const known = CAUSAS_IMPROCEDENCIA.find((each) => each === causa)
  if (!refuses(acto, sentido) || !known) return {}
  return { causa: known, ...(sentido === 'parcial' && { razones: razones.trim() }), ...comiteOf(efecto) }
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
