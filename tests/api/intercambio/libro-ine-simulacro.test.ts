import type { ProcesoPack } from '@conoceles/domain'
import { startTestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { actOn, upload } from '../../support/registro/listas.ts'
import { generateEntero, startSimulacroEntero, TOTAL } from '../../support/servidor/simulacro-entero.ts'
import { abrir, exportarCompleto, ordenadas, type Libro } from './libro-ine-ayuda.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as pack } from '../../support/paquete.ts'

const NOMBRE = { name: 'baseDatosCandidatos.xlsx' }

let captured: number
let bytes: Buffer
let libro: Libro

beforeAll(async () => {
  captured = generateEntero().capturas.filter(({ estatus }) => estatus !== 'sin_captura').length
  const source = await startSimulacroEntero()
  bytes = await exportarCompleto(source, await source.tokenOf('secretaria'))
  await source.close()
  libro = abrir(bytes)
})

it('the workbook of the simulacro has everybody on both sheets, and who captured nothing blank', () => {
  expect([libro.candidatos.length, libro.identidad.length]).toEqual([TOTAL + 1, TOTAL + 1])
  const blank = libro.candidatos.filter((row) => row.slice(11).every((cell) => cell === null))
  const skipped = libro.identidad.filter((row) => row.slice(11).every((cell) => cell === ' '))
  expect(blank).toHaveLength(TOTAL - captured)
  expect(skipped.length).toBeGreaterThanOrEqual(TOTAL - captured)
})

/** Imports it into an empty database of a pack, and exports it from there. */
async function volver(other: ProcesoPack) {
  const target = await startTestApp({ pack: other, ahora: INICIO })
  const token = await target.tokenOf('secretaria')
  const proposed = await upload(target, token, bytes, NOMBRE)
  expect(proposed.body).toMatchObject({ estatus: 'propuesta', resumen: { crear: TOTAL, cambiar: 0, igual: 0, rechazar: 0 } })
  const confirmed = await actOn(target, token, [proposed.body.id, 'confirmar'])
  expect(confirmed.body).toMatchObject({ estatus: 'confirmada', falla: null })
  return { target, token, again: abrir(await exportarCompleto(target, token)) }
}

function expectSameCells(again: Libro): void {
  expect(ordenadas(again.candidatos)).toEqual(ordenadas(libro.candidatos))
  expect(ordenadas(again.identidad)).toEqual(ordenadas(libro.identidad))
}

describe('imported into a database that has only the pack of Morelos', () => {
  let there: Awaited<ReturnType<typeof volver>>
  beforeAll(async () => {
    there = await volver(pack)
  })
  afterAll(() => there.target.close())

  it('and exported again it has the same cells, in the same order', () => {
    expectSameCells(there.again)
    expect(there.again.candidatos).toEqual(libro.candidatos)
  })

  it('leaves nothing validated, verified or consented, and no answer of identity in clear', async () => {
    const { target } = there
    const estatus = await sql(target, 'select distinct estatus_captura as e from captura.candidatura order by 1')
    expect(estatus).toEqual([{ e: 'en_captura' }, { e: 'sin_captura' }])
    const nothing = [
      'select 1 from captura.consentimiento',
      'select 1 from captura.seccion where verificadas is not null or verificada_en is not null limit 1',
      'select 1 from identidad.respuesta where verificada is not null limit 1',
      `select 1 from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id
       where q.tipo = 'identidad' and s.respuestas is not null limit 1`,
    ]
    for (const text of nothing) expect([text, await sql(target, text)]).toEqual([text, []])
  })

  it('changes nothing when it is imported once more', async () => {
    const { body } = await upload(there.target, there.token, bytes, NOMBRE)
    expect(body.resumen).toMatchObject({ crear: 0, cambiar: 0, igual: TOTAL, rechazar: 0 })
  })
})

it('imported into a database without any contienda that matches, it makes them, and exported again has the same cells', async () => {
  const { target, again } = await volver(sinContiendas(pack))
  expectSameCells(again)
  await target.close()
})

/** The cargos of Morelos, three parties and the entidad, and nothing that they stand in. */
function sinContiendas(whole: ProcesoPack): ProcesoPack {
  return { ...whole, contiendas: [], postulaciones: [], actores: whole.actores.slice(0, 3), demarcaciones: whole.demarcaciones.slice(0, 1) }
}
