import { todoDe } from '../agujas.ts'
import type { TestApp } from '../app.ts'
import { must, sql } from '../registro/candidaturas.ts'
import { leer } from '../publico.ts'

/** Newest corte. */
export async function ultimoCorte(test: TestApp): Promise<number> {
  return must((await leer<{ elementos: { numero: number }[] }>(test, 'cortes')).body.elementos[0]).numero
}

export async function manifiesto(test: TestApp, numero: number): Promise<{ ruta: string; sha256: string }[]> {
  return (await leer<{ recursos: { ruta: string; sha256: string }[] }>(test, `cortes/${numero}`)).body.recursos
}

/** Everything that anybody can read, now and by the hash of any moment before; and the contents of the public database. */
export async function todoPublico(test: TestApp): Promise<Buffer> {
  const paths = new Set<string>([
    'proceso',
    'contiendas',
    'territorio',
    'politica',
    'indice',
    'consulta',
    'lectura-facil',
    'mosaicos',
    'cortes',
    'candidaturas?limite=50',
    'candidaturas?q=o&limite=50',
  ])
  for (let n = await ultimoCorte(test); n > 0; n -= 1) {
    paths.add(`cortes/${n}`)
    for (const { ruta, sha256 } of await manifiesto(test, n)) paths.add(`recursos/${sha256}`).add(ruta)
  }
  const bytes: Buffer[] = []
  for (const path of paths) bytes.push(await todoDe(await test.app.inject({ url: `/api/v1/publico/${path}` })))
  const tables = await sql(test, `select fila::text from publico.candidatura union all select comienzo from publico.comienzo`)
  const kept = await sql<{ contenido: Buffer }>(test, 'select contenido from publico.recurso where contenido is not null')
  return Buffer.concat([...bytes, Buffer.from(JSON.stringify(tables)), ...kept.map(({ contenido }) => contenido)])
}

/** The kept bytes of withdrawn resources have the hashes that the manifests name. */
export async function retiradosIntactos(test: TestApp): Promise<{ cuantos: number; alterados: number }> {
  const rows = await sql<{ entero: boolean }>(
    test,
    `select r.sha256 = encode(sha256(k.contenido), 'hex') as entero from captura.recurso_retirado k join publico.recurso r on r.id = k.id
     where r.contenido is null`,
  )
  return { cuantos: rows.length, alterados: rows.filter(({ entero }) => !entero).length }
}
