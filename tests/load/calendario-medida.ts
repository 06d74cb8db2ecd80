// Program of `npm run bench`, bundled by calendario.mjs: recomputes a programme of so many actividades. Prints its findings as JSON on the last line.
import { findConflictos, programar, type ActividadPack } from '@conoceles/domain'
import { pack } from '../support/paquete.ts'

const TOTAL = Number(process.argv[2])
const ROUNDS = 25

const { actividades, ...programa } = pack.programa
const many = Array.from({ length: TOTAL }, (_, n) => copyOf(actividades[n % actividades.length], Math.floor(n / actividades.length)))

/** An actividad of the pack under a clave of its own, which refers to those of its own copy. */
function copyOf(actividad: ActividadPack | undefined, copy: number): ActividadPack {
  if (!actividad) throw new Error('the pack has no actividades')
  const own = structuredClone(actividad)
  own.clave = `${own.clave}~${copy}`
  for (const { regla } of own.statements) if (regla.tipo === 'despues' && regla.de.actividad) regla.de.actividad += `~${copy}`
  return own
}

function recompute(): { milestones: number; conflictos: number } {
  const scheduled = programar({ ...programa, actividades: many, eventos: [], resoluciones: [], facts: new Map() })
  return { milestones: scheduled.length, conflictos: findConflictos(scheduled, programa).length }
}

/** Milliseconds of the processor, garbage collection included: other work on the machine does not count. */
function timed(): number {
  const from = process.cpuUsage()
  recompute()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1_000
}

const found = recompute()
const times = Array.from({ length: ROUNDS }, timed).sort((a, b) => a - b)
process.stdout.write(`${JSON.stringify({ ...found, milliseconds: times[Math.floor(ROUNDS / 2)] })}\n`)
