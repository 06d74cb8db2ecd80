import type { ActoCambio, Calidad, EstatusCandidatura } from './estatus.ts'
import { longDate } from '../base/fecha.ts'

export const TIPOS_CAMBIO = ['sustitucion', 'cancelacion', 'correccion', 'restitucion'] as const
export type TipoCambio = (typeof TIPOS_CAMBIO)[number]

export const TIPO_DE_ACTO = {
  sustituir: 'sustitucion',
  cancelar: 'cancelacion',
  corregir: 'correccion',
  restituir: 'restitucion',
} as const satisfies Record<ActoCambio, TipoCambio>

/** State that the rules of a change read, after the lock. Dates are ISO 8601. */
export interface CambioState {
  estatus: EstatusCandidatura
  hoy: string
  /** Day of the last fact of this place: its registration or a later change. */
  ultimoHecho: string
  /** Whether the persona holds another place in force, which this act leaves to her. */
  conOtroLugar: boolean
}

/** Change that an operator asks for; null where it is not said yet, as when the console only asks whether the act is open. */
export interface CambioPedido {
  efectosDesde: string | null
  causa: { clave: string; nombre: string; actos: readonly ActoCambio[]; conLugar?: boolean } | null
}

/** Why the act may not be done now, as sentences; empty when it may. The system never judges the registration itself. */
export function razonesContraCambiar(acto: ActoCambio, state: CambioState, pedido: CambioPedido): string[] {
  return [...againstEstatus(acto, state), ...againstDate(state, pedido), ...againstCausa(acto, state, pedido)]
}

const VERBO: Record<ActoCambio, string> = {
  sustituir: 'una sustitución',
  cancelar: 'una cancelación',
  corregir: 'una corrección',
  restituir: 'una restitución',
}

function againstEstatus(acto: ActoCambio, { estatus }: CambioState): string[] {
  if (acto === 'restituir') return estatus === 'aprobada' ? ['La candidatura está vigente: no hay a qué restituirla.'] : []
  if (estatus === 'aprobada') return []
  return [estatus === 'sustituida' ? 'La candidatura ya fue sustituida.' : 'La candidatura ya fue cancelada.']
}

function againstDate({ hoy, ultimoHecho }: CambioState, { efectosDesde }: CambioPedido): string[] {
  if (efectosDesde === null) return []
  if (efectosDesde > hoy) return ['Todavía no surte efectos: se captura el día en que los surta.']
  return efectosDesde < ultimoHecho ? [`No puede surtir efectos antes del ${longDate(ultimoHecho)}, último hecho de este lugar.`] : []
}

function againstCausa(acto: ActoCambio, { conOtroLugar }: CambioState, { causa }: CambioPedido): string[] {
  if (causa === null) return []
  if (!causa.actos.includes(acto)) return [`«${causa.nombre}» no es causa de ${VERBO[acto]}.`]
  if (!causa.conLugar || conOtroLugar) return []
  return [
    `«${causa.nombre}» se dice de quien tiene otro lugar, y a esta persona no le queda otra candidatura vigente: primero se registra el acto por el que entra en ella.`,
  ]
}

/** One fact in the life of a place. `entra` and `sale` are candidaturas. */
export interface HechoLugar {
  tipo: TipoCambio | 'registro'
  calidad: Calidad
  entra: string | null
  sale: string | null
}

/** Holders of each place after these facts, oldest first: they must end where the register stands. */
export function reproducirLugares(hechos: readonly HechoLugar[]): Partial<Record<Calidad, string>> {
  const lugares: Partial<Record<Calidad, string>> = {}
  for (const { tipo, calidad, entra, sale } of hechos) {
    if (tipo === 'correccion') continue
    if (sale !== null && lugares[calidad] !== sale) throw new Error(`${sale} leaves a place that it does not hold`)
    if (entra === null) delete lugares[calidad]
    else lugares[calidad] = entra
  }
  return lugares
}

/** Reasons against a substitute, beyond those of every change. Personas by id; null: nobody in the register yet. */
export function razonesContraEntrar({ entra, sale }: { entra: string | null; sale: string }): string[] {
  return entra === sale ? ['Nadie se sustituye a sí misma: hay que decir quién entra.'] : []
}

/** A correction changes something, and something backs it. */
export function razonesContraCorregir({ diferencias, respaldo }: { diferencias: number; respaldo: boolean }): string[] {
  return [
    ...(diferencias === 0 ? ['No hay nada que corregir: los datos ya dicen eso.'] : []),
    ...(respaldo ? [] : ['Hace falta el acuerdo o el documento que la acredite.']),
  ]
}

const SUBSTITUTE = /-S(\d+)$/

/** Key of who substitutes: that of the first of the place and how many came after, "DMR-01-S2". Never one that is taken. */
export function claveDeSustituta(clave: string, usadas: readonly string[]): string {
  const base = clave.replace(SUBSTITUTE, '')
  const taken = new Set(usadas)
  let turn = 1
  while (taken.has(`${base}-S${turn}`)) turn += 1
  return `${base}-S${turn}`
}

/** Effects of a change, shown to the operator before she decides. Names are complete. */
export interface EfectosCambio {
  nombre: string
  lugar: string
  /** Null while nobody said it. */
  efectosDesde: string | null
  acuerdo: string | null
  /** Person who enters; the place that she holds besides, which stays hers until another act. */
  entra: { nombre: string; conserva: string | null } | null
  /** Person who leaves the place to one who comes back; the place that she had left to come here, where she stays without any. */
  sale: { nombre: string; dejo: string | null } | null
  diferencias: readonly { campo: string; antes: string | null; despues: string | null }[]
  /** Whether the accounts that capture will be those of another actor político. */
  cambiaResponsable: boolean
}

/** The effects of a change as sentences, in the order in which they happen. */
export function efectosDeCambio(acto: ActoCambio, efectos: EfectosCambio): string[] {
  return EFECTOS[acto](efectos)
}

const EFECTOS: Record<ActoCambio, (efectos: EfectosCambio) => string[]> = {
  sustituir: ({ nombre, lugar, entra, acuerdo, ...rest }) => [
    `La candidatura de ${nombre} queda sustituida${since(rest)}.`,
    `${entra?.nombre ?? 'Quien entre'} ocupa su lugar: ${lugar}${acuerdo ? `, aprobado por el acuerdo ${acuerdo}` : ''}.`,
    'Su plazo de captura empezará cuando se entregue su cuenta.',
    ...(entra?.conserva
      ? [
          `${entra.nombre} conserva además su lugar de ${entra.conserva} hasta que otro acto lo cambie: mientras tanto se publica en los dos.`,
          `Lo que haya capturado en su lugar de ${entra.conserva} no pasa a éste: aquí empieza de nuevo.`,
        ]
      : []),
  ],
  cancelar: ({ nombre, lugar, ...rest }) => [
    `La candidatura de ${nombre} queda cancelada${since(rest)}: nadie ocupa su lugar, ${lugar}.`,
    'Las demás candidaturas de su planilla o lista siguen como están.',
  ],
  corregir: ({ diferencias, cambiaResponsable }) => [
    ...diferencias.map(
      ({ campo, antes, despues }) => `${NOMBRE_CAMPO[campo] ?? campo}: «${antes ?? 'vacío'}» pasa a «${despues ?? 'vacío'}».`,
    ),
    ...(cambiaResponsable ? ['Capturará otro actor político, y su plazo empezará cuando se le entreguen las cuentas.'] : []),
  ],
  restituir: ({ nombre, lugar, sale, ...rest }) => [
    `La candidatura de ${nombre} vuelve a su lugar, ${lugar}${since(rest)}.`,
    ...(sale ? [`La candidatura de ${sale.nombre} deja el lugar y queda sustituida.`] : []),
    ...(sale?.dejo
      ? [`${sale.nombre} había dejado su lugar de ${sale.dejo}: queda sin ninguno, y para que lo recupere hace falta otro acto.`]
      : []),
  ],
}

/** Correctable fields, as people call them. */
export const NOMBRE_CAMPO: Record<string, string> = {
  nombre: 'Nombre',
  primerApellido: 'Primer apellido',
  segundoApellido: 'Segundo apellido',
  apodo: 'Apodo',
  sexo: 'Sexo o género',
  fechaNacimiento: 'Fecha de nacimiento',
  accionAfirmativa: 'Acción afirmativa',
  eleccionConsecutiva: 'Elección consecutiva',
  partidoOrigen: 'Partido de origen',
}

function since({ efectosDesde }: { efectosDesde: string | null }): string {
  return efectosDesde === null ? '' : ` desde el ${longDate(efectosDesde)}`
}

interface ActorEnContienda {
  clave: string
  nombre: string
  tipo: 'partido' | 'alianza' | 'independiente'
}

/**
 * Reasons against a party of origin, whose accounts would capture: it has to belong to the postulating actor. `integrantes`: claves; empty when
 * unknown.
 */
export function razonesContraPartidoOrigen(
  partido: ActorEnContienda | null,
  { postula, integrantes }: { postula: ActorEnContienda; integrantes: readonly string[] },
): string[] {
  if (partido === null) return postula.tipo === 'alianza' ? ['Falta el partido de origen: postula una alianza.'] : []
  if (postula.tipo === 'independiente') return ['Una candidatura independiente no tiene partido de origen.']
  const members = postula.tipo === 'partido' ? [postula.clave] : integrantes
  const member = members.length === 0 || members.includes(partido.clave)
  return partido.tipo === 'partido' && member ? [] : [`${partido.nombre} no es parte de ${postula.nombre} en esta contienda.`]
}
