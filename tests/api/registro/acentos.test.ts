import { startTestApp, type TestApp } from '../../support/app.ts'
import { cambiar, givenAcuerdo, PERSONA } from '../../support/registro/cambios.ts'
import { givenCandidatura, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, guardar, verSeccion, type Problem } from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { pedir } from '../../support/actos/revision.ts'

let t: TestApp
let equipo: Equipo
let of: Given

beforeAll(async () => {
  t = await startTestApp()
  equipo = new Equipo(t)
  of = await givenCandidatura(t)
})
afterAll(() => t.close())

const BROKEN = 'JesÃºs CantÃº'
const RIGHT = 'Jesús Cantú'
const refused = (field: string, reparado: string | null = RIGHT) => ({
  status: 422,
  body: { code: 'entrada.acentos_rotos', errors: [{ field, reasons: [expect.stringContaining('acentos rotos')], reparado }] },
})

describe('a text with broken accents', () => {
  const datos = (json: object) => cambiar(equipo, { id: of.id, hacer: 'corregir' }, { datos: json })
  const entra = (json: object) => cambiar(equipo, { id: of.id, hacer: 'sustituir' }, { entra: { ...PERSONA, ...json } })
  const answer = (at: string, campo: string) => guardar(equipo, { of, at }, { respuestas: { [campo]: BROKEN } })
  const acuerdo = async (json: object) =>
    send(t, ['POST', '/acuerdos'], {
      token: await equipo.secretaria(),
      json: { numero: 'VC/1', organo: 'concejo', aprobadoEn: '2030-05-01T10:00:00-07:00', asunto: 'Cambio', ...json },
    })

  it.each<[string, string, () => Promise<Answer<unknown>>]>([
    ['an answer', 'respuestas.oficio', () => answer('curricular/oficio', 'oficio')],
    ['an answer of identity', 'respuestas.isla', () => answer('identidad/islas', 'isla')],
    ['a nombre that is corrected', 'datos.nombre', () => datos({ nombre: BROKEN })],
    ['an apellido that is corrected', 'datos.segundoApellido', () => datos({ segundoApellido: BROKEN })],
    ['an apodo that is corrected', 'datos.apodo', () => datos({ apodo: BROKEN })],
    ['the nombre of who enters', 'entra.nombre', () => entra({ nombre: BROKEN })],
    ['the motivo of a change', 'motivo', () => cambiar(equipo, { id: of.id, hacer: 'corregir' }, { motivo: BROKEN })],
    ['the asunto of an acuerdo', 'asunto', () => acuerdo({ asunto: BROKEN })],
    ['the number of an acuerdo', 'numero', () => acuerdo({ numero: BROKEN })],
    [
      'the razón of a solicitud',
      'razon',
      async () => {
        const json = { cuestionario: 'curricular', seccion: 'oficio', razon: BROKEN }
        return pedir(equipo, { of, path: 'correcciones', token: await equipo.captura() }, json)
      },
    ],
  ])('in %s is refused with the text that it was meant to be', async (_title, field, attempt) => {
    expect(await attempt()).toMatchObject(refused(field))
  })

  it('that lost letters is refused, and nothing is offered for it', async () => {
    expect(await datos({ nombre: 'Jes\ufffds' })).toMatchObject(refused('datos.nombre', null))
  })

  it('is stored by none of these', async () => {
    const rows = await sql(t, 'select to_jsonb(p) as fila from captura.persona p union all select to_jsonb(a) from captura.acuerdo a')
    expect(JSON.stringify(rows)).not.toMatch(/Ã|\ufffd/)
    expect((await verSeccion(equipo, of, 'curricular/oficio')).respuestas).toEqual({})
  })

  it('is accepted once it is repaired, and so are letters of other languages', async () => {
    expect((await datos({ nombre: RIGHT, segundoApellido: 'Guimarães São', apodo: 'Ñähñu' })).status).toBe(200)
    const respuestas = { compromiso: 'Abrir un taller de redes en cada muelle, con el apoyo de Ângela y João.' }
    expect((await guardar(equipo, { of, at: 'curricular/compromiso' }, { respuestas })).status).toBe(200)
  })

  it('is repaired in the name of a file, which nobody typed', async () => {
    const file = { field: 'archivo', name: 'AprobaciÃ³n.pdf', content: Buffer.from('%PDF-1.7\nprueba\n%%EOF\n') }
    const { body } = await send(t, ['POST', '/documentos'], { token: await equipo.secretaria(), form: { file } })
    expect(body).toMatchObject({ nombre: 'Aprobación.pdf' })
  })

  it('is no matter of a password', async () => {
    const json = { correo: 'nadie@prueba.example', contrasena: 'contraseÃ±a' }
    expect(await send<Problem>(t, ['POST', '/acceso/entrar'], { json })).toMatchObject({ body: { code: 'acceso.credenciales_invalidas' } })
  })

  it('may be looked for', async () => {
    const { status } = await send(t, ['GET', `/candidaturas?q=${encodeURIComponent(BROKEN)}`], { token: await equipo.secretaria() })
    expect(status).toBe(200)
    await givenAcuerdo(equipo)
  })
})
