import type { VotoEmitido } from './celebracion.ts'

/** Outcome of a reading: of the agenda, or of the paper of the sesión before. */
export const DECISIONES_LECTURA = ['aprobado', 'con_cambios', 'pospuesta', 'no_hubo'] as const
export type DecisionLectura = (typeof DECISIONES_LECTURA)[number]

export const MAYORIAS_LECTURA = ['unanimidad', 'mayoria'] as const
export type MayoriaLectura = (typeof MAYORIAS_LECTURA)[number]

export interface LecturaContada {
  /** Whether its reading was dispensed with. */
  dispensada: boolean
  decision: DecisionLectura
  /** Changes with which it was approved. */
  cambios: string | null
  votacion: MayoriaLectura | null
  /** Vote of each, where it was by majority; those of before have none. */
  votos?: VotoEmitido[]
}

/** Reading of papers of sesiones before, by their ids; those of before name none. */
export interface LecturaAnterior extends LecturaContada {
  sesiones?: string[]
}

/** One or two sentences of a person, as the acta sums them up. */
export interface Intervencion {
  quien: string
  dijo: string
}

export interface PuntoContado {
  puntoId: string
  /** Summary of what was dealt with; a voted item needs none. */
  tratado: string | null
  intervenciones: Intervencion[]
}

/** Record of what the acta says beside attendance and votes. A part that is null is a blank of the acta. */
export interface Relato {
  orden: LecturaContada | null
  anterior: LecturaAnterior | null
  puntos: PuntoContado[]
  /** Asuntos generales; an empty list: none was raised. */
  generales: Intervencion[] | null
}

/** State that the rule of what was dealt with reads. */
export interface RelatoState {
  agenda: readonly { id: string }[]
  /** Members with vote who were there. */
  votantes: readonly { id: string; nombre: string }[]
  /** Ids of the sesiones whose paper awaits approval. */
  porAprobar: readonly string[]
}

/** Why what was dealt with may not be told in this way, as sentences. */
export function razonesContraRelato(
  { orden, anterior, puntos }: Pick<Relato, 'orden' | 'anterior' | 'puntos'>,
  { agenda, votantes, porAprobar }: RelatoState,
): string[] {
  const ids = puntos.map(({ puntoId }) => puntoId)
  const strange = ids.some((puntoId) => !agenda.some(({ id }) => id === puntoId))
  return [
    ...razonesDeLectura('El orden del día', orden, votantes),
    ...(orden && !seVoto(orden) ? ['El orden del día se aprueba, con cambios o sin ellos.'] : []),
    ...razonesDeLectura(ANTERIOR, anterior, votantes),
    ...(anterior ? razonesDeAnterior(anterior, porAprobar) : []),
    ...(strange ? ['Se cuenta un punto que no está en el orden del día.'] : []),
    ...(new Set(ids).size < ids.length ? ['Un punto se cuenta dos veces.'] : []),
  ]
}

const ANTERIOR = 'El documento de la sesión anterior'

/** Only a paper that exists and awaits approval is read. */
function razonesDeAnterior({ decision, sesiones = [] }: LecturaAnterior, porAprobar: readonly string[]): string[] {
  if (decision === 'no_hubo') return porAprobar.length > 0 ? [`${ANTERIOR}: hay uno que espera aprobación.`] : []
  if (porAprobar.length === 0) return [`${ANTERIOR}: no hay ninguno que espere aprobación.`]
  return [
    ...(sesiones.length === 0 ? [`${ANTERIOR}: falta decir de qué sesión es.`] : []),
    ...(sesiones.some((id) => !porAprobar.includes(id)) ? [`${ANTERIOR}: se nombra uno que no espera aprobación.`] : []),
  ]
}

function razonesDeLectura(que: string, lectura: LecturaContada | null, votantes: RelatoState['votantes']): string[] {
  if (lectura === null || !seVoto(lectura)) return []
  const { votacion, decision, cambios } = lectura
  return [
    ...(votacion === null ? [`${que}: falta decir si fue por unanimidad o por mayoría.`] : []),
    ...(votacion === 'mayoria' ? razonesDeMayoria(lectura.votos ?? [], votantes).map((reason) => `${que}: ${reason}`) : []),
    ...(decision === 'con_cambios' && !cambios ? [`${que}: falta decir con qué cambios se aprobó.`] : []),
  ]
}

/** A vote that was not unanimous is told by name. */
function razonesDeMayoria(votos: readonly VotoEmitido[], votantes: RelatoState['votantes']): string[] {
  const cast = new Set(votos.map(({ integranteId }) => integranteId))
  return [
    ...votantes.filter(({ id }) => !cast.has(id)).map(({ nombre }) => `falta el voto de ${nombre}.`),
    ...([...cast].some((id) => !votantes.some((each) => each.id === id)) ? ['vota quien no asistió o no tiene voto.'] : []),
    ...(cast.size < votos.length ? ['alguien vota dos veces.'] : []),
    ...(votos.some(({ sentido }) => sentido === 'ausente') ? ['quien asistió no vota como ausente.'] : []),
    ...(votos.every(({ sentido }) => sentido === 'a_favor') ? ['si todos votaron a favor, fue por unanimidad.'] : []),
  ]
}

function seVoto({ decision }: LecturaContada): boolean {
  return decision === 'aprobado' || decision === 'con_cambios'
}

/** A paper that is read: "al acta de la Primera Sesión Ordinaria", "del acta…"; `varios`: more than one. */
interface Leido {
  al: string
  del: string
  varios: boolean
}

/** "Se dispensó la lectura de la minuta…, que se aprobó por unanimidad.": a reading as the acta tells it. */
export function lecturaEnPalabras({ dispensada, decision, cambios, votacion }: LecturaContada, { al, del, varios }: Leido): string {
  if (decision === 'no_hubo') return SIN_ANTERIOR
  if (decision === 'pospuesta') return `La aprobación ${del} se dejó para otra sesión.`
  const how = dispensada ? `Se dispensó la lectura ${del}` : `La Secretaría dio lectura ${al}`
  const by = votacion === 'mayoria' ? 'mayoría' : 'unanimidad'
  const changed = decision === 'con_cambios' ? `, con los cambios siguientes: ${sinPunto(cambios ?? '')}` : ''
  return `${how}, que se ${varios ? 'aprobaron' : 'aprobó'} por ${by}${changed}.`
}

export const SIN_ANTERIOR = 'No hay documento de una sesión anterior que espere aprobación.'

export const ORDEN_LEIDO: Leido = { al: 'al orden del día', del: 'del orden del día', varios: false }

/** The papers of these sesiones, as they are named one after the other; none named: that of the sesión before. */
export function anteriorLeido(papel: 'acta' | 'minuta', sesiones: readonly string[]): Leido {
  const varios = sesiones.length > 1
  const [al, del] = NOMBRES[papel][varios ? 'varios' : 'uno']
  const whose = sesiones.length === 0 ? 'de la sesión anterior' : sesiones.map((each) => `de la ${each}`).join(' y ')
  return { al: `${al} ${whose}`, del: `${del} ${whose}`, varios }
}

const NOMBRES = {
  acta: { uno: ['al acta', 'del acta'], varios: ['a las actas', 'de las actas'] },
  minuta: { uno: ['a la minuta', 'de la minuta'], varios: ['a las minutas', 'de las minutas'] },
} as const

function sinPunto(text: string): string {
  return text.trim().replace(/\.$/u, '')
}
