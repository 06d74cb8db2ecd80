import { randomUUID } from 'node:crypto'
import type { TablaIdentidadPack } from '@conoceles/domain'
import type { TestApp } from '../app.ts'
import type { Afirmacion, GrupoAtacado } from '../mundos/ataque.ts'
import { must, sql } from '../registro/candidaturas.ts'
import { leer } from '../publico.ts'

export interface TablaPublicada {
  clave: string
  tipo: string
  contadaEl: string | null
  minimo: number | null
  columnas: { clave: string; nombre: string }[]
  filas: { clave: string; celdas: { minimo: number | null; maximo: number | null }[] }[]
  total: { clave: string; celdas: { minimo: number | null; maximo: number | null }[] }
  notas: { clave: string }[]
}

export async function tabla(test: TestApp, clave: string): Promise<TablaPublicada> {
  return (await leer<TablaPublicada>(test, `estadisticas/${clave}`)).body
}

/** A cell of a row by the clave of its column. */
export function celda(of: TablaPublicada, fila: string, columna: string): { minimo: number | null; maximo: number | null } {
  const row = [...of.filas, of.total].find(({ clave }) => clave === fila)
  return must(must(row).celdas[of.columnas.findIndex(({ clave }) => clave === columna)])
}

/** Every version of a table that can be read, in order, from the manifests of the cortes and the bytes that they name. */
export async function versiones(test: TestApp, clave: string): Promise<TablaPublicada[]> {
  const { numero } = must((await leer<{ elementos: { numero: number }[] }>(test, 'cortes')).body.elementos[0])
  const seen = new Set<string>()
  const found: TablaPublicada[] = []
  for (let at = 1; at <= numero; at += 1) {
    const { recursos } = (await leer<{ recursos: { ruta: string; sha256: string }[] }>(test, `cortes/${at}`)).body
    const sha256 = recursos.find(({ ruta }) => ruta === `estadisticas/${clave}`)?.sha256
    if (!sha256 || seen.has(sha256)) continue
    seen.add(sha256)
    const { status, body } = await leer<TablaPublicada>(test, `recursos/${sha256}`)
    if (status === 200) found.push(body)
  }
  return found
}

/** A new choice of a persona, as her own account leaves it. */
export async function decidir(
  test: TestApp,
  ids: readonly string[],
  choice: { estadistica: boolean; publicacion?: boolean; en: string },
): Promise<void> {
  for (const id of ids) {
    await sql(
      test,
      `insert into captura.consentimiento (id, candidatura_id, aviso_id, aviso_sha256, tratamiento, publicacion, estadistica, mecanismo, otorgado_en, revision)
       select $1, $2, aviso_id, aviso_sha256, true, coalesce($3, publicacion), $4, 'cuenta_propia', $5, 'no_requiere'
       from captura.consentimiento where candidatura_id = $2 order by otorgado_en desc limit 1`,
      [randomUUID(), id, choice.publicacion ?? null, choice.estadistica, choice.en],
    )
  }
}

interface Contada {
  id: string
  lote: string
  celda: string
  fecha: string
}

/** Candidaturas counted in a table, each with its lote: nobody publishes it, but an attacker might know it. */
export function contadas(test: TestApp, clave: string): Promise<Contada[]> {
  return sql<Contada>(
    test,
    `select k.candidatura_id as id, l.id as lote, l.celda, l.fecha::text as fecha from captura.estadistica_contada k
     join captura.estadistica_lote l on l.id = k.lote_id where k.tabla = $1 order by 1`,
    [clave],
  )
}

/** Candidaturas that may be counted now: in force, with consent, and without a badge of the group. */
export async function cuentanHoy(test: TestApp, { grupo }: TablaIdentidadPack): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(
    test,
    `select p.id from publico.candidatura p where p.estatus = 'aprobada' and not (p.grupos @> array[$1::text])
     and (select co.estadistica and co.tratamiento from captura.consentimiento co where co.candidatura_id = p.id order by co.otorgado_en desc limit 1)`,
    [grupo],
  )
  return new Set(rows.map(({ id }) => id))
}

export interface Momento {
  publicada: TablaPublicada
  vivas: ReadonlySet<string>
}

/** Knowledge of the neighbour about one table: each of its versions, who was in each, and the answers that pages show in the end. */
export function sabidoDe(
  tablaPack: TablaIdentidadPack,
  { momentos, personas, conDistintivo }: { momentos: readonly Momento[]; personas: readonly Contada[]; conDistintivo: ReadonlySet<string> },
): { grupos: GrupoAtacado[]; dicho: Afirmacion[] } {
  const kinds = new Map<string, Contada[]>()
  const isIn = ({ id, fecha }: Contada, { publicada, vivas }: Momento) => fecha <= (publicada.contadaEl ?? '') && vivas.has(id)
  for (const persona of personas) {
    const when = momentos.map((momento) => Number(isIn(persona, momento))).join('')
    const key = [persona.lote, when, conDistintivo.has(persona.id) ? 'si' : ''].join('|')
    kinds.set(key, [...(kinds.get(key) ?? []), persona])
  }
  const grupos = [...kinds].map(([id, all]) => ({ id, personas: all.length, ...(id.endsWith('|si') ? { conocida: 'si' } : {}) }))
  const dicho = momentos.flatMap((momento) =>
    [...momento.publicada.filas, momento.publicada.total].flatMap((fila) => {
      const there = [...kinds].filter(([, [one]]) => one && isIn(one, momento) && (fila.clave === 'total' || one.celda === fila.clave))
      return tablaPack.respuestas.flatMap(({ clave }): Afirmacion[] => {
        const { minimo, maximo } = celda(momento.publicada, fila.clave, clave)
        return minimo === null || maximo === null
          ? []
          : [{ grupos: there.map(([id]) => id), respuesta: clave, cuantas: { minimo, maximo } }]
      })
    }),
  )
  return { grupos, dicho }
}

/** The same version with the true counts, as if nothing were protected. */
export function exactly(
  { of, publicada }: { of: TablaIdentidadPack; publicada: TablaPublicada },
  { vivas, personas, given }: { vivas: ReadonlySet<string>; personas: readonly Contada[]; given: Map<string, unknown> },
): TablaPublicada {
  const row = ({ clave, celdas }: TablaPublicada['total']) => ({
    clave,
    celdas: celdas.map((each, at) => {
      const respuesta = of.respuestas.find((one) => one.clave === publicada.columnas[at]?.clave)
      if (!respuesta) return each
      const there = personas.filter(
        (one) => vivas.has(one.id) && one.fecha <= (publicada.contadaEl ?? '') && (clave === 'total' || one.celda === clave),
      )
      const n = there.filter(({ id }) => respuesta.valores.includes(String(given.get(id)))).length
      return { minimo: n, maximo: n }
    }),
  })
  return { ...publicada, filas: publicada.filas.map(row), total: row(publicada.total) }
}
