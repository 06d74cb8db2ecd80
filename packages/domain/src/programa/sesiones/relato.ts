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
  anterior: LecturaContada | null
  puntos: PuntoContado[]
  /** Asuntos generales; an empty list: none was raised. */
  generales: Intervencion[] | null
}

/** Why what was dealt with may not be told in this way, as sentences. */
export function razonesContraRelato(
  { orden, anterior, puntos }: Pick<Relato, 'orden' | 'anterior' | 'puntos'>,
  agenda: readonly { id: string }[],
): string[] {
  const ids = puntos.map(({ puntoId }) => puntoId)
  const strange = ids.some((puntoId) => !agenda.some(({ id }) => id === puntoId))
  return [
    ...razonesDeLectura('El orden del día', orden),
    ...(orden && !seVoto(orden) ? ['El orden del día se aprueba, con cambios o sin ellos.'] : []),
    ...razonesDeLectura('El documento de la sesión anterior', anterior),
    ...(strange ? ['Se cuenta un punto que no está en el orden del día.'] : []),
    ...(new Set(ids).size < ids.length ? ['Un punto se cuenta dos veces.'] : []),
  ]
}

function razonesDeLectura(que: string, lectura: LecturaContada | null): string[] {
  if (lectura === null || !seVoto(lectura)) return []
  return [
    ...(lectura.votacion === null ? [`${que}: falta decir si fue por unanimidad o por mayoría.`] : []),
    ...(lectura.decision === 'con_cambios' && !lectura.cambios ? [`${que}: falta decir con qué cambios se aprobó.`] : []),
  ]
}

function seVoto({ decision }: LecturaContada): boolean {
  return decision === 'aprobado' || decision === 'con_cambios'
}

/** "Se dispensó la lectura de la minuta…, que se aprobó por unanimidad.": a reading as the acta tells it. */
export function lecturaEnPalabras({ dispensada, decision, cambios, votacion }: LecturaContada, que: 'orden' | 'acta' | 'minuta'): string {
  const [read, of] = NOMBRES[que]
  if (decision === 'no_hubo') return `No hubo ${que} de una sesión anterior que leer.`
  if (decision === 'pospuesta') return `La aprobación ${of} se dejó para otra sesión.`
  const how = dispensada ? `Se dispensó la lectura ${of}` : `La Secretaría dio lectura ${read}`
  const by = votacion === 'mayoria' ? 'mayoría' : 'unanimidad'
  const changed = decision === 'con_cambios' ? `, con los cambios siguientes: ${sinPunto(cambios ?? '')}` : ''
  return `${how}, que se aprobó por ${by}${changed}.`
}

const NOMBRES = {
  orden: ['al orden del día', 'del orden del día'],
  acta: ['al acta de la sesión anterior', 'del acta de la sesión anterior'],
  minuta: ['a la minuta de la sesión anterior', 'de la minuta de la sesión anterior'],
} as const

function sinPunto(text: string): string {
  return text.trim().replace(/\.$/u, '')
}
