import type { ProcesoPack } from '@conoceles/domain'
import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { candidaturaId } from '../../../apps/api/src/carga/rows.ts'
import { IdentidadService } from '../../../apps/api/src/modules/captura/index.ts'
import { generateSimulacro, type Simulacro } from '../../../apps/api/src/simulacro/index.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { publicar } from '../../support/publico.ts'
import { abrir, exportar, exportarCompleto } from './libro-ine-ayuda.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as entero } from '../../support/paquete.ts'

/** All questions, cargos and districts of Morelos; of its municipios, a few. */
const pack = withMunicipios(entero, 4)

function withMunicipios(whole: ProcesoPack, count: number): ProcesoPack {
  const municipios = whole.demarcaciones.filter(({ tipo, regimen }) => tipo === 'municipio' && regimen === 'partidos')
  const left = new Set(municipios.slice(count).map(({ clave }) => clave))
  const contiendas = whole.contiendas.filter(({ demarcacion }) => !left.has(demarcacion))
  const kept = new Set(contiendas.map(({ clave }) => clave))
  return { ...whole, contiendas, postulaciones: whole.postulaciones.filter(({ contienda }) => kept.has(contienda)) }
}

let test_: TestApp
let simulacro: Simulacro
let secretaria: string

beforeAll(async () => {
  simulacro = generateSimulacro(pack, { semilla: 2_024, total: 800, ahora: INICIO })
  test_ = await startTestApp({
    pack,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
  })
  secretaria = await test_.tokenOf('secretaria')
  await plant()
  await publicar(test_)
})
afterAll(() => test_.close())

const PLANTED = ['CANARIO-PUEBLO-INDÍGENA', 'CANARIO-SIN-VERIFICAR']

/** The private texts of the canaries have no column: these are planted where they have one, in what is verified and in what is not. */
async function plant(): Promise<void> {
  const identidad = new IdentidadService(test_.deps.secretos)
  const cuestionarioId = must(test_.loaded.cuestionarios.get('identidad'))
  for (const { candidatura } of simulacro.canarios) {
    const id = candidaturaId(candidatura)
    const answer = { cuestionarioId, preguntas: ['indigena_pueblo'], respuestas: { indigena_pueblo: PLANTED[0] } }
    await identidad.write(test_.owner.manager, id, answer)
    await identidad.markVerificadas(test_.owner.manager, id)
    await sql(
      test_,
      `update captura.seccion set respuestas = respuestas || jsonb_build_object('historia_profesional', $2::text)
       where candidatura_id = $1 and clave = 'historia'`,
      [id, PLANTED[1]],
    )
  }
}

const agujasOf = () => [...PLANTED, ...simulacro.canarios.flatMap(({ valores }) => valores)].flatMap(agujasDe)
const cellsOf = (bytes: Buffer) => JSON.stringify(abrir(bytes))

it('not one canary value is in the public workbook, not even for the secretaría', async () => {
  const { status, bytes } = await exportar(test_, secretaria, { alcance: 'publico' })
  expect(status).toBe(200)
  expect(agujasOf().length).toBeGreaterThan(300)
  expect(halladas(cellsOf(bytes), agujasOf())).toEqual([])
})

it('the public workbook has of identity a "Sí" for each badge that was authorised, and nothing else', async () => {
  const { identidad } = abrir((await exportar(test_, secretaria, { alcance: 'publico' })).bytes)
  const cells = identidad.slice(1).flatMap((row) => row.slice(11))
  const [badges] = await sql<{ n: number }>(
    test_,
    `select count(*)::int as n from publico.recurso r, jsonb_array_elements(convert_from(r.contenido, 'UTF8')::jsonb -> 'distintivos') d
     where r.ruta like 'candidaturas/%' and r.hasta_corte is null and d ->> 'origen' = 'publicacion_autorizada'`,
  )
  expect(badges?.n).toBeGreaterThan(0)
  expect(cells.filter((cell) => cell === 'Sí')).toHaveLength(badges?.n ?? -1)
  expect([...new Set(cells)].sort()).toEqual([' ', 'Sí'])
})

it('the complete one has those that have a column, so that the search could fail; bitácora and log have none', async () => {
  const found = halladas(cellsOf(await exportarCompleto(test_, secretaria)), agujasOf())
  expect(found.sort()).toEqual(PLANTED)
  const acts = await sql<{ contenido: string }>(test_, 'select contenido from bitacora.acto')
  expect(acts.some(({ contenido }) => contenido.includes('identidad.exportada'))).toBe(true)
  expect(halladas(acts.map(({ contenido }) => contenido).join('\n') + test_.instruments.log.join(''), agujasOf())).toEqual([])
})
