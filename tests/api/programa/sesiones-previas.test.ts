import { PACK, Sala, type Sesion } from '../../support/actos/sesiones.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'

let sala: Sala
beforeAll(async () => {
  sala = await Sala.open()
})
afterAll(() => sala.test.close())

const PLAN = [{ titulo: 'Plan de Valle Claro', seVota: true, entregable: 'A', documentos: [] }]
interface ConPrevias {
  puntos: { previas: unknown[] }[]
  debeActa: unknown
}
const read = async ({ id }: Sesion) => (await sala.call<ConPrevias>('GET', `/sesiones/${id}`)).body
const FALTA = { milestone: 'comision', organo: { clave: 'comite', nombre: 'Comité de Valle Claro' }, convoca: 'Cora Comité' }

it('puts a missing approval into the day of the Comisión until its sesión is convened', async () => {
  const vota = await sala.programada({ fecha: '2030-06-01', puntos: PLAN })
  const falta = async () => {
    const { body } = await sala.call<{ elementos: { enlace: string; texto: string; venceEn: string }[] }>('GET', '/pendientes', undefined, { rol: 'comision' }) // prettier-ignore
    return body.elementos.filter(({ enlace, texto }) => enlace === `/sesiones/${vota.id}` && texto.startsWith('Falta convocar'))
  }
  expect(await falta()).toMatchObject([
    {
      texto: expect.stringMatching(/^Falta convocar a sesión: Comité de Valle Claro debe aprobar antes del 1 de junio de 2030 «/),
      venceEn: '2030-06-01T05:00:00Z',
    },
  ])
  const porConvocar = await sala.call<{ elementos: object[] }>('GET', '/sesiones/por-convocar', undefined, { rol: 'comision' })
  const entregable = { clave: 'A' }
  expect(porConvocar.body.elementos).toMatchObject([
    { milestone: 'pleno', entregable, vota: null, vencida: true, antesDe: '2030-05-02T06:59:59Z' },
    { ...FALTA, sesion: null, entregable, vota: { fecha: '2030-06-01', convocada: false }, vencida: false },
  ])
})

it('says of a missing approval whether a sesión for it is convened or none is, who convenes it, and by when', async () => {
  const vota = await sala.programada({ fecha: '2030-05-25', puntos: PLAN })
  const previas = async () => (await read(vota)).puntos[0]?.previas
  const limites = [
    { tipo: 'ordinaria', horas: 48, limite: '2030-05-23T17:00:00Z', vencido: false },
    { tipo: 'extraordinaria', horas: 12, limite: '2030-05-25T05:00:00Z', vencido: false },
  ]
  expect(await previas()).toEqual([{ ...FALTA, sesion: null, antesDe: '2030-05-25T17:00:00Z', limites, confianza: 'alta' }])

  const comite = await sala.programada({ organo: 'comite', tipo: 'ordinaria', fecha: '2030-05-23', puntos: PLAN })
  const limite = { tipo: 'ordinaria', horas: 48, limite: '2030-05-21T17:00:00Z', vencido: false }
  expect(await previas()).toMatchObject([{ ...FALTA, sesion: { id: comite.id, convocada: false }, limites: [limite] }])

  const convocar = { version: comite.version, convocadaEn: '2030-05-20T09:00:00-07:00', documentos: [] }
  expect((await sala.call('POST', `/sesiones/${comite.id}/convocar`, convocar)).status).toBe(200)
  expect(await previas()).toMatchObject([{ ...FALTA, sesion: { id: comite.id, convocada: true }, limites: [] }])
  expect((await read(comite)).puntos[0]?.previas).toEqual([])
})

it('names who owes the acta of a sesión that was held, by the directory of its day, and puts it into the day of the Secretaría', async () => {
  const convocada = await sala.convocada()
  expect((await read(convocada)).debeActa).toBeNull()
  const { status, body } = await sala.celebrar(convocada)
  expect(status).toBe(200)
  expect((await read(body.sesion)).debeActa).toEqual({ nombre: 'Sara Secretaria', puesto: null, ejerce: 'secretaria_ejecutiva' })
  const owed = async () => {
    const pendientes = (await sala.call<{ elementos: { clave: string; texto: string; enlace: string }[] }>('GET', '/pendientes')).body
    return pendientes.elementos.filter(({ clave }) => clave === `acta_${convocada.id}`)
  }
  const texto = 'Completar y agregar el acta de la 1.ª sesión extraordinaria de 2030, del 10 de mayo de 2030'
  expect(await owed()).toMatchObject([{ texto, enlace: `/sesiones/${convocada.id}` }])
  const { version, fecha } = body.sesion
  const acta = { version, fecha, documentoId: await sala.documento() }
  expect((await sala.call('POST', `/sesiones/${convocada.id}/acta`, acta)).status).toBe(200)
  expect(await owed()).toEqual([])
})

describe('an approval that the calendar asks for', () => {
  const [A] = packFicticio.programa.actividades
  const ACTIVIDADES = [
    { ...must(A), statements: [{ ...must(must(A).statements[0]), regla: { tipo: 'fecha' as const, fecha: '2030-06-12' } }] },
    ...packFicticio.programa.actividades.slice(1),
  ]
  let otra: Sala
  beforeAll(async () => {
    otra = await Sala.open({ ...PACK, programa: { ...packFicticio.programa, actividades: ACTIVIDADES } })
  })
  afterAll(() => otra.test.close())

  it('is told to the Comisión by the dates of the chain, although no sesión votes it, until one is convened', async () => {
    const faltan = async () => {
      const { body } = await otra.call<{ elementos: object[] }>('GET', '/sesiones/por-convocar', undefined, { rol: 'comision' })
      return body.elementos
    }
    const pedida = { sesion: null, vota: null, entregable: { clave: 'A' }, antesDe: '2030-06-13T06:59:59Z' }
    expect(await faltan()).toMatchObject([
      { ...pedida, milestone: 'pleno', organo: { clave: 'concejo' } },
      { ...pedida, milestone: 'comision', organo: { clave: 'comite' }, convoca: 'Cora Comité' },
    ])
    const { body } = await otra.call<{ elementos: { enlace: string; texto: string }[] }>('GET', '/pendientes', undefined, {
      rol: 'comision',
    })
    expect(body.elementos.filter(({ enlace }) => enlace.startsWith('/actividades/A#')).map(({ texto }) => texto)).toEqual([
      expect.stringMatching(/^Falta convocar a sesión: .* debe aprobar a más tardar el 12 de junio de 2030 «/),
      expect.stringMatching(/^Falta convocar a sesión: Comité de Valle Claro debe aprobar a más tardar el 12 de junio de 2030 «/),
    ])
    const comite = await otra.programada({ organo: 'comite', tipo: 'ordinaria', fecha: '2030-06-05', puntos: PLAN })
    expect((await faltan()).length).toBe(2)
    const [punto] = PLAN
    const reunion = { organo: 'comite', tipo: 'reunion_trabajo', fecha: '2030-06-03', puntos: [{ ...punto, seVota: false }] }
    expect((await otra.programada(reunion)).puntos).toMatchObject([{ seVota: false, entregable: { clave: 'A' } }])
    expect(await faltan()).toMatchObject([{}, { milestone: 'comision', sesion: { id: comite.id } }])
    const convocar = { version: comite.version, convocadaEn: '2030-05-20T09:00:00-07:00', documentos: [] }
    expect((await otra.call('POST', `/sesiones/${comite.id}/convocar`, convocar)).status).toBe(200)
    expect(await faltan()).toMatchObject([{ milestone: 'pleno' }])
  })
})
