import { candidaturaId } from '../../../apps/api/src/carga/rows.ts'
import type { Simulacro } from '../../../apps/api/src/simulacro/index.ts'
import type { todoDe } from '../agujas.ts'
import type { TestApp } from '../app.ts'
import { must, sql } from '../registro/candidaturas.ts'

export type Rechazo = Parameters<typeof todoDe>[0] & { statusCode: number }

const PUBLICO = '/api/v1/publico'
const MALAS = [
  '/candidaturas/00000000-0000-4000-8000-000000000000',
  `/recursos/${'0'.repeat(64)}`,
  '/acuses/NADA',
  '/candidaturas?limite=mil',
  '/candidaturas/x',
  '/cortes/0',
]

/** Provokes refusals to anybody, and about each canary to another party: missing, malformed, another's, or failed in the database. */
export async function provocarRechazos(test: TestApp, simulacro: Simulacro): Promise<Rechazo[]> {
  const seen: Rechazo[] = []
  for (const url of MALAS) seen.push(await test.app.inject(PUBLICO + url))
  await sql(test, 'alter table publico.comienzo rename to comienzo_ido')
  seen.push(await test.app.inject(`${PUBLICO}/candidaturas?q=rechazo`))
  await sql(test, 'alter table publico.comienzo_ido rename to comienzo')
  const claves = simulacro.canarios.map(({ candidatura }) => candidatura)
  for (const { clave, responsable } of simulacro.candidaturas.filter((each) => claves.includes(each.clave))) {
    const other = must(simulacro.candidaturas.find((each) => each.responsable !== responsable)).responsable
    const headers = { authorization: `Bearer ${await test.tokenOf('captura', { actor: other })}` }
    for (const path of ['', '/captura', '/consentimiento', '/consentimiento/formato'])
      seen.push(await test.app.inject({ url: `/api/v1/candidaturas/${candidaturaId(clave)}${path}`, headers }))
  }
  return seen
}
