import type { ActividadPack, ProcesoPack } from '@conoceles/domain'
import { startTestApp } from '../../support/app.ts'
import { AGENDA, AHORA, conAcuerdo, celebracionOf, FECHA, hora, PACK, Sala } from '../../support/actos/sesiones.ts'
import { readPdf } from '../../support/pdf.ts'
import { borrador } from '../../support/actos/remisiones.ts'
import { moveReloj, must } from '../../support/registro/candidaturas.ts'

jest.setTimeout(180_000)

function remitido(each: ActividadPack): ActividadPack {
  const remision = { ...must(each.statements[0]), clave: 'A-2', milestone: 'remision' as const }
  return { ...each, informe: 'plan', statements: [...each.statements, remision] }
}

/** Valle Claro, where «A» is an informe that is remitted. */
const PACK_INFORME: ProcesoPack = {
  ...PACK,
  programa: {
    ...PACK.programa,
    actividades: PACK.programa.actividades.map((each) => (each.clave === 'A' ? remitido(each) : each)),
  },
}

interface Informe {
  porEmitir: { version: number; emision: number } | null
  advertencias: string[]
  listaEmisiones: { numero: number }[]
}
interface Trabajo {
  versiones: { numero: number; clase: string; textoDe: number | null; documento: { id: string } }[]
}

let sala: Sala
beforeAll(async () => {
  sala = new Sala(await startTestApp({ pack: PACK_INFORME, ahora: AHORA }))
  await sala.integrante({ nombre: 'Paula Preside', encargo: 'presidencia' })
  await sala.integrante({ nombre: 'Iván Integrante' })
})
afterAll(() => sala.test.close())

const informe = async () => (await sala.call<Informe>('GET', '/informes/A')).body
const versiones = async () => (await sala.call<Trabajo>('GET', '/entregables/A')).body.versiones
const debe = async () =>
  (await sala.call<{ elementos: { clave: string; enlace: string }[] }>('GET', '/pendientes')).body.elementos.filter(({ clave }) =>
    clave.startsWith('texto_aprobado-'),
  )
const marcas = async (numero: number) => readPdf.text((await sala.call('GET', `/informes/A/emisiones/${numero}/pdf`)).bytes)
const certificar = (id: string) => sala.call<{ code?: string }>('GET', `/documentos/${id}/certificacion`)

it('goes out without the mark of a project in one step, and is what is certified from then on', async () => {
  await moveReloj(sala.test, hora('01:00'))
  await sala.call('POST', '/informes/A/cortes', {})
  await sala.call('POST', '/informes/A/emisiones', { corte: 1 })
  expect(await marcas(1)).toContain('PROYECTO')
  const sent = await sala.call('POST', '/informes/A/emisiones/1/version', { clase: 'comision', nota: 'Para el Concejo' })
  expect([sent.status, sent.body.detail]).toEqual([201, undefined])
  const early = await sala.call('POST', '/informes/A/texto-aprobado')
  expect([early.status, early.body.detail]).toEqual([409, 'El Pleno no ha aprobado una versión de este informe que se haya emitido aquí.'])
  expect([(await informe()).porEmitir, await debe()]).toEqual([null, []])

  await moveReloj(sala.test, AHORA)
  const convocada = await sala.convocada({ puntos: AGENDA })
  await sala.celebrar(convocada, conAcuerdo(celebracionOf(convocada), 'VC/ACU/9'))
  expect(await informe()).toMatchObject({ porEmitir: { version: 1, emision: 1 }, advertencias: [] })
  expect(await debe()).toMatchObject([{ enlace: '/informes/A' }])
  const [votada] = await versiones()
  const refused = await certificar(votada?.documento.id ?? '')
  expect([refused.status, refused.body.code]).toEqual([409, 'documento.es_proyecto'])
  const oficio = await sala.call<{ advertencias: object[] }>('POST', '/remisiones', borrador({ entregables: ['A'] }))
  expect(oficio.body.advertencias).toContainEqual(expect.objectContaining({ tipo: 'dice_proyecto', informe: 'A' }))

  const emitted = await sala.call('POST', '/informes/A/texto-aprobado', undefined, { key: 'texto' })
  expect([emitted.status, emitted.body.detail]).toEqual([201, undefined])
  expect((await versiones()).map(({ numero, clase, textoDe }) => [numero, clase, textoDe])).toEqual([
    [2, 'final', 1],
    [1, 'comision', null],
  ])
  expect(await marcas(2)).not.toContain('PROYECTO')
  expect(await marcas(2)).toContain('VC/ACU/9')
  expect([(await informe()).porEmitir, await debe()]).toEqual([null, []])
  const [limpia] = await versiones()
  expect((await certificar(limpia?.documento.id ?? '')).status).toBe(200)
  const repeated = await sala.call('POST', '/informes/A/texto-aprobado', undefined, { key: 'texto' })
  expect([repeated.status, (await informe()).listaEmisiones.length]).toEqual([201, 2])
})

it('stays a project once its figures are others than those that were voted', async () => {
  await sala.call('POST', '/informes/A/cortes', {})
  await sala.call('POST', '/informes/A/emisiones', { corte: 2 })
  expect(await marcas(3)).toContain('PROYECTO')
})

it('certifies an informe that was emitted elsewhere, and says so', async () => {
  const otra = new Sala(await startTestApp({ pack: PACK_INFORME, ahora: AHORA }))
  await otra.integrante({ nombre: 'Paula Preside', encargo: 'presidencia' })
  await moveReloj(otra.test, hora('01:00'))
  const documentoId = await otra.documento()
  await otra.call('POST', '/entregables/A/versiones', { clase: 'comision', fecha: FECHA, nota: 'De otro equipo', documentoId })
  await moveReloj(otra.test, AHORA)
  const convocada = await otra.convocada({ puntos: AGENDA })
  await otra.celebrar(convocada, conAcuerdo(celebracionOf(convocada), 'VC/ACU/9'))
  const said = readPdf.text((await otra.call('GET', `/documentos/${documentoId}/certificacion`)).bytes)
  expect(said).toContain('Este archivo no se emitió en el sistema: se recibió ya hecho.')
  await otra.test.close()
})
