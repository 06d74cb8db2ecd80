import type { EstatusCaptura } from '@conoceles/domain'
import type { Placed } from './candidaturas.ts'
import type { Random } from './random.ts'
import type { Canario, CapturaSimulada } from './types.ts'

/** State of each canary, by number from 1: a text may leak at any stage, most likely once verified. */
const ESTATUS_OF_CANARIO: EstatusCaptura[] = [
  'verificada',
  'verificada',
  'verificada',
  'verificada',
  'verificada',
  'verificada',
  'verificada',
  'verificada',
  'verificada',
  'validada',
  'validada',
  'observada',
  'completa',
  'en_captura',
]

export interface CanarioPlan {
  numero: number
  estatus: EstatusCaptura
}

/**
 * Picks the canaries, by clave of the candidatura: each in a contienda of its own, all cargos in turn. None is registered under an acción
 * afirmativa, whose badge is public without consent.
 */
export function planCanarios(placed: Placed[], random: Random): Map<string, CanarioPlan> {
  const fair = random.shuffle(placed.filter(({ candidatura }) => candidatura.accionAfirmativa === null))
  const cargos = [...new Set(fair.map(({ formula }) => formula.cargo.clave))].sort()
  const queues = cargos.map((cargo) => fair.filter(({ formula }) => formula.cargo.clave === cargo))
  const contiendas = new Set<string>()
  const plans = new Map<string, CanarioPlan>()
  for (let turn = 0; plans.size < ESTATUS_OF_CANARIO.length && queues.some((queue) => queue.length > 0); turn += 1) {
    const candidatura = queues[turn % queues.length]?.pop()?.candidatura
    const estatus = ESTATUS_OF_CANARIO[plans.size]
    if (!candidatura || !estatus || contiendas.has(candidatura.contienda)) continue
    contiendas.add(candidatura.contienda)
    plans.set(candidatura.clave, { numero: plans.size + 1, estatus })
  }
  return plans
}

/** Values that must never be seen in public: the marked texts, the private address and the date of birth. */
export function describeCanario({ persona, candidatura }: Placed, captura: CapturaSimulada): Canario {
  const texts = captura.secciones.flatMap(({ respuestas }) => Object.values(respuestas)).filter((value) => typeof value === 'string')
  const marked = texts.filter((text) => /^(CANARIO-\d+-|canario-\d+@)/.test(text))
  return { personaId: persona.id, candidatura: candidatura.clave, valores: [...marked, persona.fechaNacimiento] }
}
