import { randomUUID } from 'node:crypto'
import { candidaturaId } from '../../../apps/api/src/carga/rows.ts'
import type { CapturaSimulada, Simulacro } from '../../../apps/api/src/simulacro/index.ts'
import type { TestApp } from '../app.ts'
import { must, sql } from './candidaturas.ts'
import { send } from '../actos/envios.ts'
import type { Rechazo } from '../actos/rechazos.ts'

/** Token of the actor político that captures for the candidatura with that clave. */
export function ownToken(test: TestApp, { simulacro, clave }: { simulacro: Simulacro; clave: string }): Promise<string> {
  return test.tokenOf('captura', { actor: must(simulacro.candidaturas.find((each) => each.clave === clave)).responsable })
}

/**
 * Sends somebody's answers once more through the API, well and badly: acuses, bitácora, log and errors have them in their hands.
 * @returns the folios of what was saved, and the answers to what was sent badly or while the database failed.
 */
export async function capturarDeNuevo(
  test: TestApp,
  { capturing: { candidatura, secciones }, token }: { capturing: CapturaSimulada; token: string },
): Promise<{ folios: string[]; rechazadas: Rechazo[] }> {
  const [folios, rechazadas]: [string[], Rechazo[]] = [[], []]
  for (const { cuestionario, clave, respuestas, guardadaEn } of secciones) {
    const path = `/candidaturas/${candidaturaId(candidatura)}/captura/${cuestionario}/${clave}`
    const put = (version: number, answers: object) =>
      send<{ version: number; acuse?: { folio: string } }>(test, ['PUT', path], {
        token,
        json: { version, respuestas: answers },
        headers: { 'idempotency-key': randomUUID() },
      })
    const version = guardadaEn ? 1 : 0
    await put(77, respuestas)
    const bad = await put(version, { ...respuestas, pregunta_que_no_existe: Object.values(respuestas).join(' ') })
    const { body } = await put(version, {})
    // The database refuses the row that is to be written, and its error has all of it.
    await sql(test, 'alter table captura.seccion add constraint prueba check (version < 0) not valid')
    const failed = await put(body.version, respuestas)
    for (const { status: statusCode, bytes: rawPayload, headers } of [bad, failed]) rechazadas.push({ statusCode, rawPayload, headers })
    await sql(test, 'alter table captura.seccion drop constraint prueba')
    const saved = await put(body.version, respuestas)
    if (saved.body.acuse) folios.push(saved.body.acuse.folio)
  }
  return { folios, rechazadas }
}
