import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../base/fecha.ts'
import { ordinal } from '../../base/palabras.ts'
import type { ClaseSesion, ReglasSesionPack, TipoSesion } from './reglas.ts'

export const MODALIDADES_SESION = ['presencial', 'remota', 'mixta'] as const
export type ModalidadSesion = (typeof MODALIDADES_SESION)[number]

export const ESTATUS_SESION = ['programada', 'convocada', 'diferida', 'celebrada', 'cancelada'] as const
export type EstatusSesion = (typeof ESTATUS_SESION)[number]

export const ACTOS_SESION = ['editar', 'convocar', 'celebrar', 'diferir', 'cancelar', 'corregir', 'relatar', 'agregar_acta'] as const
export type ActoSesion = (typeof ACTOS_SESION)[number]

/** Acts open to a sesión in each estatus, and the estatus that they leave. `celebrada` and `cancelada` are final. */
export const VIDA_SESION: Record<EstatusSesion, Partial<Record<ActoSesion, EstatusSesion>>> = {
  programada: { editar: 'programada', convocar: 'convocada', diferir: 'diferida', cancelar: 'cancelada' },
  convocada: { celebrar: 'celebrada', diferir: 'diferida', cancelar: 'cancelada' },
  diferida: { editar: 'diferida', convocar: 'convocada', cancelar: 'cancelada' },
  celebrada: { corregir: 'celebrada', relatar: 'celebrada', agregar_acta: 'celebrada' },
  cancelada: {},
}

/** State that the rules of an act on a sesión read, after the lock. */
export interface SesionState {
  estatus: EstatusSesion
  /** Hour of beginning, "HH:MM"; null while only its day is known. */
  hora: string | null
  puntos: number
  /** Whether its day has come. */
  llego: boolean
  /** Whether attendance and votes are on record: those that the programme tells as held have none. */
  conCelebracion: boolean
  /** Whether its signed acta was received. */
  conActa: boolean
}

/** Why an act may not be done with a sesión now, as sentences. */
export function razonesContraActo(state: SesionState, acto: ActoSesion): string[] {
  if (VIDA_SESION[state.estatus][acto] === undefined) return [NOT_NOW[state.estatus]]
  return CONTRA[acto]?.(state) ?? []
}

/** Reasons against the acts that ask for more than an estatus. */
const CONTRA: Partial<Record<ActoSesion, (state: SesionState) => string[]>> = {
  convocar: ({ hora, puntos }) => [
    ...(hora === null ? ['Falta la hora de la sesión.'] : []),
    ...(puntos === 0 ? ['Falta el orden del día.'] : []),
  ],
  celebrar: ({ llego }) => (llego ? [] : ['Todavía no llega su día.']),
  corregir: ({ conCelebracion }) => (conCelebracion ? [] : ['No constan la asistencia ni los votos de esta sesión: no hay qué corregir.']),
  relatar: ({ conCelebracion, conActa }) => [
    ...(conCelebracion ? [] : ['No constan la asistencia ni los votos de esta sesión.']),
    ...(conActa ? ['El documento ya se firmó: lo tratado no se cambia.'] : []),
  ],
}

/** State that the rule of a wrongly typed day reads of a sesión that was held. */
export interface FechaSesionState {
  anio: number
  /** Instant of the convocatoria; null where the programme only tells that it was held. */
  convocadaEn: Temporal.Instant | null
  /** Day that its acta bears; null without acta. */
  actaFecha: string | null
}

/** Why a sesión that was held may not be told of another day, as sentences. `inicio`: when it began on that day. */
export function razonesContraFechaSesion(
  { anio, convocadaEn, actaFecha }: FechaSesionState,
  { fecha, inicio }: { fecha: string; inicio: Temporal.Instant },
): string[] {
  const early = convocadaEn !== null && Temporal.Instant.compare(inicio, convocadaEn) < 0
  return [
    ...(Temporal.PlainDate.from(fecha).year === anio ? [] : [`Su número es de ${anio}: no puede ser de otro año.`]),
    ...(early ? ['No pudo empezar antes de su convocatoria.'] : []),
    ...(actaFecha !== null && actaFecha < fecha ? [`Su documento firmado es del ${longDate(actaFecha)}: no pudo ser después.`] : []),
  ]
}

const NOT_NOW: Record<EstatusSesion, string> = {
  programada: 'La sesión todavía no se convoca.',
  convocada: 'La sesión ya se convocó; para cambiarla, difiérala.',
  diferida: 'La sesión se difirió: vuelva a convocarla.',
  celebrada: 'La sesión ya se celebró.',
  cancelada: 'La sesión se canceló.',
}

const TITULOS: Record<ClaseSesion, string> = {
  ordinaria: 'sesión ordinaria',
  extraordinaria: 'sesión extraordinaria',
  extraordinaria_urgente: 'sesión extraordinaria urgente',
  reunion_trabajo: 'reunión de trabajo',
}

/** "2.ª sesión ordinaria de 2024". */
export function nombreSesion({ tipo, numero, anio }: { tipo: ClaseSesion; numero: number; anio: number }): string {
  return `${numero}.ª ${TITULOS[tipo]} de ${anio}`
}

/** "Segunda Sesión Ordinaria", as papers name it. */
export function sesionEnPalabras({ tipo, numero }: { tipo: ClaseSesion; numero: number }): string {
  return `${ordinal(numero)} ${CLASES[tipo]}`
}

const CLASES: Record<ClaseSesion, string> = {
  ordinaria: 'Sesión Ordinaria',
  extraordinaria: 'Sesión Extraordinaria',
  extraordinaria_urgente: 'Sesión Extraordinaria Urgente',
  reunion_trabajo: 'Reunión de Trabajo',
}

/** The instant at which a sesión is to begin, in the zone of the proceso. */
export function inicioSesion({ fecha, hora }: { fecha: string; hora: string }, zona: string): Temporal.Instant {
  return Temporal.PlainDate.from(fecha).toZonedDateTime({ timeZone: zona, plainTime: hora }).toInstant()
}

/** Warnings on a convocatoria, never a veto: less time before the sesión than the rule of the organ asks. */
export function advertenciasConvocatoria(
  { convocatoriaHoras, confianza }: Pick<ReglasSesionPack, 'convocatoriaHoras' | 'confianza'>,
  sesion: { tipo: ClaseSesion; convocadaEn: Temporal.Instant; iniciaEn: Temporal.Instant },
): string[] {
  if (sesion.tipo === 'reunion_trabajo') return []
  const asked = convocatoriaHoras[sesion.tipo]
  if (asked === null) return ['No se conoce el plazo que debe mediar entre la convocatoria y la sesión: por confirmar.']
  const given = sesion.convocadaEn.until(sesion.iniciaEn).total('hours')
  if (given >= asked) return []
  const doubt = confianza === 'por_confirmar' ? ', plazo por confirmar' : ''
  if (given < 0) return [`La hora de la sesión es anterior a la de su convocatoria; la regla del órgano pide ${asked}${doubt}.`]
  const median = Math.floor(given) === 1 ? 'media 1 hora' : `median ${Math.floor(given)} horas`
  return [`Entre la convocatoria y la sesión ${median}, y la regla del órgano pide ${asked}${doubt}.`]
}

/** Last instant at which a sesión of one kind may be convened. */
export interface LimiteConvocatoria {
  tipo: TipoSesion
  horas: number
  limite: Temporal.Instant
}

/** By when a sesión that begins at an instant must be convened, for each kind whose term the organ's rule knows. */
export function limitesConvocatoria(
  { convocatoriaHoras }: Pick<ReglasSesionPack, 'convocatoriaHoras'>,
  { tipos, iniciaEn }: { tipos: readonly TipoSesion[]; iniciaEn: Temporal.Instant },
): LimiteConvocatoria[] {
  return tipos.flatMap((tipo) => {
    const horas = convocatoriaHoras[tipo]
    return horas === null ? [] : [{ tipo, horas, limite: iniciaEn.subtract({ hours: horas }) }]
  })
}
