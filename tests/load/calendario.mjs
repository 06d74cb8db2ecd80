import { enter, SECRETARIA } from './accounts.mjs'
import { bodyOf, HEADERS, measureInTurns } from './measure.mjs'
import { startConstants } from './processes.mjs'
import { runProgram } from './programs.mjs'

/** A programme of so many actividades, recomputed with its conflicts: `{ milestones, conflictos, milliseconds }`, of the processor. */
export function measureProgramar(actividades) {
  return runProgram(import.meta.resolve('./calendario-medida.ts'), actividades)
}

/** The board of a running simulacro beside a constant of its size: `{ bytes, rows }`. */
export async function measureTablero(url, rounds) {
  const headers = { ...HEADERS, authorization: `Bearer ${await enter(`${url}/api/v1`, SECRETARIA)}` }
  const tablero = { name: 'board of actividades', url, paths: ['/api/v1/actividades'], headers }
  const body = await bodyOf(url + tablero.paths[0], headers)
  const constants = await startConstants(body)
  try {
    return {
      bytes: body.length,
      rows: await measureInTurns([{ name: 'bare Fastify constant', url: constants.fastify, paths: ['/'] }, tablero], rounds),
    }
  } finally {
    await constants.stop()
  }
}
