import { createHash } from 'node:crypto'
import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro } from '../../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { cifras, type Informe } from '../../support/actos/informes.ts'
import { withMunicipios } from '../../support/mundos/municipios.ts'
import { readPdf } from '../../support/pdf.ts'
import { publicar } from '../../support/publico.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as entero } from '../../support/paquete.ts'

const NO_SE_MIDIERON = 'No se midieron visitas al sitio público.'
const FORMATOS = ['pdf', 'docx', 'xlsx'] as const
const pack = withMunicipios(entero, 2)
let test_: TestApp
let token: string

beforeAll(async () => {
  const simulacro = generateSimulacro(pack, { semilla: 2_024, total: 600, ahora: INICIO })
  test_ = await startTestApp({
    pack,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
  })
  token = await test_.tokenOf('secretaria')
  await publicar(test_)
})
afterAll(() => test_.close())

const file = async (path: string) => (await send(test_, ['GET', `/informes/${path}`], { token })).bytes
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function corte(clave: string, ahora: string): Promise<Informe> {
  await moveReloj(test_, ahora)
  const { status, body } = await send<{ informe: Informe }>(test_, ['POST', `/informes/${clave}/cortes`], { token, json: {} })
  expect(status).toBe(201)
  return body.informe
}

async function emitir(clave: string, numero: number): Promise<Record<string, string>> {
  const { body } = await send<{ informe: Informe }>(test_, ['POST', `/informes/${clave}/emisiones`], { token, json: { corte: numero } })
  return must(body.informe.listaEmisiones[0]).huellas
}

const visitasDe = ({ tablas }: Informe) => tablas.find(({ clave }) => clave === 'visitas')

it('an informe says that visits were not measured while none was counted, and then how many there were of each kind', async () => {
  const abril = await corte('11.13', '2024-04-22T18:00:00-06:00')
  expect([abril.metodo.includes(NO_SE_MIDIERON), visitasDe(abril)]).toEqual([true, undefined])
  const huellas = await emitir('11.13', 1)

  for (const clase of ['candidatura', 'candidatura', 'lista', 'candidatura'])
    await test_.app.inject({ method: 'POST', url: '/api/v1/publico/visitas', payload: { clase } })
  await test_.services.visitas.escribir()
  // Before anything was public, and after the cut.
  await sql(
    test_,
    `select publico.contar_visitas(array['inicio', 'inicio'], array['2024-01-01T10:00Z', '2024-06-01T10:00Z']::timestamptz[], array[7, 9])`,
  )
  const mayo = await corte('11.15', '2024-05-25T12:30:00-06:00')
  const tabla = must(visitasDe(mayo))
  const cifrasDe = (clave: string) => cifras(must([...tabla.filas, must(tabla.total)].find((each) => each.clave === clave)))
  expect(['candidatura', 'lista', 'inicio', 'total'].map(cifrasDe)).toEqual([
    [3, 75],
    [1, 25],
    [0, 0],
    [4, 100],
  ])
  expect(tabla.denominador).toBe(
    'Páginas vistas que se contaron, desde el lunes 22 de abril de 2024, 18:00 horas y hasta el sábado 25 de mayo de 2024, 12:30 horas: 4.',
  )
  expect(mayo.metodo).not.toContain(NO_SE_MIDIERON)
  await emitir('11.15', 1)
  expect(readPdf.text(await file('11.15/emisiones/1/pdf'))).toContain('Visitas al sitio público')

  for (const formato of FORMATOS) expect([formato, hash(await file(`11.13/emisiones/1/${formato}`))]).toEqual([formato, huellas[formato]])
  expect(readPdf.text(await file('11.13/emisiones/1/pdf')).replaceAll(/\s+/g, ' ')).toContain(NO_SE_MIDIERON)
})

it('frozen figures stay as they were when more is counted', async () => {
  const { body } = await send<Informe>(test_, ['GET', '/informes/11.15'], { token })
  const before = visitasDe(body)
  await sql(test_, `select publico.contar_visitas(array['lista'], array['2024-05-01T10:00Z'::timestamptz], array[50])`)
  const { body: after } = await send<Informe>(test_, ['GET', '/informes/11.15'], { token })
  expect(visitasDe(after)).toEqual(before)
  const again = must(visitasDe(await corte('11.15', '2024-05-25T12:31:00-06:00')))
  expect(cifras(must(again.total))).toEqual([54, 100])
})
