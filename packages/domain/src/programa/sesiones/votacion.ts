import type { Encargo } from './encargos.ts'
import { minimoDe, type ReglasSesionPack } from './reglas.ts'

export const SENTIDOS_VOTO = ['a_favor', 'en_contra', 'abstencion', 'ausente'] as const
export type SentidoVoto = (typeof SENTIDOS_VOTO)[number]

export const RESULTADOS_PUNTO = ['aprobado', 'rechazado', 'retirado', 'sin_votacion'] as const
export type ResultadoPunto = (typeof RESULTADOS_PUNTO)[number]

/** Result of a vote. */
export interface Votacion {
  resultado: 'aprobado' | 'rechazado'
  cuenta: Record<SentidoVoto, number>
  /** Whether the presidencia decided a tie. */
  calidad: boolean
}

/** Counts a vote by the rule of the organ. */
export function contarVotos(
  { mayoria, votoCalidad }: Pick<ReglasSesionPack, 'mayoria' | 'votoCalidad'>,
  votos: readonly { sentido: SentidoVoto; ejerce: Encargo }[],
): Votacion {
  const count = (sentido: SentidoVoto) => votos.filter((voto) => voto.sentido === sentido).length
  const cuenta = { a_favor: count('a_favor'), en_contra: count('en_contra'), abstencion: count('abstencion'), ausente: count('ausente') }
  const base = mayoria.de === 'integrantes' ? votos.length : votos.length - cuenta.ausente
  if (cuenta.a_favor >= minimoDe(base, mayoria.masDe)) return { resultado: 'aprobado', cuenta, calidad: false }
  const decisive = votoCalidad && isTie(cuenta) ? votos.find(({ ejerce }) => ejerce === 'presidencia')?.sentido : undefined
  const calidad = decisive === 'a_favor' || decisive === 'en_contra'
  return { resultado: decisive === 'a_favor' ? 'aprobado' : 'rechazado', cuenta, calidad }
}

function isTie({ a_favor: inFavour, en_contra: against }: Votacion['cuenta']): boolean {
  return inFavour > 0 && inFavour === against
}
