import type { TestApp } from '../../support/app.ts'
import type { Buzon } from '../../support/servidor/buzon.ts'
import { givenCandidatura, moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { simpleDecode, startRecordatorios } from '../../support/actos/recordatorios.ts'
import { connectAs, count } from '../../support/roles.ts'

interface Solicitud {
  id: string
  folio: string
  acuseCorreo: string
}

const CORREO = 'canario.xolotl@persona.example'
const PIDE = 'Pido que corrijan el canario-tejocote de mis datos.'

let test_: TestApp
let buzon: Buzon
let unidad: string
let ella: Given

beforeAll(async () => {
  ;({ test: test_, buzon } = await startRecordatorios())
  await moveReloj(test_, '2030-05-06T11:00:00-07:00')
  ella = await givenCandidatura(test_)
  unidad = await test_.tokenOf('transparencia')
})
afterAll(async () => {
  await test_.close()
  await buzon.close()
})

const work = () => test_.services.recordatorios.recordador.trabajar()
const leer = async (id: string, token = unidad) => (await send<Solicitud>(test_, ['GET', `/derechos/${id}`], { token })).body
async function recibir(domicilio?: string): Promise<Solicitud> {
  const json = {
    candidaturaId: ella.id,
    derecho: 'rectificacion',
    recibida: '2030-05-06',
    descripcion: PIDE,
    ...(domicilio && { domicilio }),
  }
  const { status, body } = await send<{ solicitud: Solicitud }>(test_, ['POST', '/derechos'], { token: unidad, json })
  expect(status).toBe(201)
  return body.solicitud
}
const acusesEnviados = () => buzon.recibidos.filter(({ asunto }) => asunto.includes('ARCO/'))

describe('the acuse of a request', () => {
  it('goes by mail once to the address that came with it: folio, right, days, and nothing else about her', async () => {
    const { id, folio, acuseCorreo } = await recibir(`Calle Canario-domicilio 7; ${CORREO}`)
    expect(acuseCorreo).toBe('El acuse está por salir por correo.')
    for (let turn = 0; turn < 3; turn += 1) await work()
    expect(acusesEnviados()).toHaveLength(1)
    const { para, asunto, crudo } = must(acusesEnviados()[0])
    expect([para, asunto]).toEqual([CORREO, `Conóceles: recibimos su solicitud ${folio}`])
    const text = simpleDecode(crudo)
    for (const said of [
      `Folio: ${folio}`,
      'Derecho: rectificación',
      'Recibida: el 6 de mayo de 2030',
      'Se le responde: en 8 días hábiles, a más tardar el ',
      'Si le falta algo, se le pide: en 3 días hábiles, a más tardar el 9 de mayo de 2030',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/anario-/)
    expect(crudo).not.toContain('List-Unsubscribe')
    const [{ nombre } = { nombre: '' }] = await sql<{ nombre: string }>(
      test_,
      'select p.primer_apellido as nombre from captura.persona p join captura.candidatura c on c.persona_id = p.id where c.id = $1',
      [ella.id],
    )
    expect(text).not.toContain(must(nombre))
    expect((await leer(id)).acuseCorreo).toMatch(/^El acuse se envió por correo el lunes 6 de mayo de 2030, 11:00 horas\.$/)
    const propia = await new Equipo(test_).candidata(ella)
    expect((await leer(id, propia)).acuseCorreo).toMatch(/^El acuse se envió/)
  })

  it('leaves its address in no outbox and no act', async () => {
    const rows = await sql<{ t: string }>(
      test_,
      'select r::text as t from captura.recordatorio r union all select a.contenido from bitacora.acto a',
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.filter(({ t }) => t.includes('xolotl'))).toEqual([])
    const client = await connectAs(test_, 'instituto')
    const text = `select 1 from captura.recordatorio where tipo = 'acuse'`
    expect([await count(client, { text }, { rol: 'transparencia' }), await count(client, { text }, { rol: 'verificacion' })]).toEqual([
      1, 0,
    ])
    const asked = { text: 'select 1 from captura.acuses_por_enviar(null)' }
    await recibir('otra@persona.example')
    expect([await count(client, asked, { rol: 'secretaria' }), await count(client, asked, { rol: 'auditoria' })]).toEqual([1, 0])
    await client.end()
  })

  it('is not sent where no address came, and the request says so', async () => {
    const { id, acuseCorreo } = await recibir('Calle de los Pinos 4, Isla Chica')
    expect(acuseCorreo).toBe('La solicitud no trae una dirección de correo: el acuse se entrega impreso.')
    await work()
    expect(await sql(test_, 'select 1 from captura.recordatorio where solicitud_id = $1', [id])).toEqual([])
  })

  it('that the server refused is tried again, and says until then that it is about to leave', async () => {
    buzon.conducta = 'rechaza'
    const { id } = await recibir('tercera@persona.example')
    await work()
    expect((await leer(id)).acuseCorreo).toBe('El acuse está por salir por correo.')
    expect((await sql<{ falla: string }>(test_, 'select falla from captura.recordatorio where solicitud_id = $1', [id]))[0]?.falla).toMatch(
      /^El servidor/,
    )
    buzon.conducta = 'acepta'
  })
})
