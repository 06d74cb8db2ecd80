import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { eventosOf, expectWellFormed } from '../../support/actos/calendarios.ts'
import { givenCandidatura, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { encolar, leer, publicar } from '../../support/publico.ts'
import { fuentePublica } from '../../support/mundos/recorrido.ts'

let t: TestApp

beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())

describe('the public calendar', () => {
  const PATH = 'calendario.ics'

  it('holds the public dates with their source, under cortes like everything public', async () => {
    const equipo = new Equipo(t)
    await givenCapturada(equipo)
    await publicar(t)
    const { status, headers, text } = await leer(t, PATH)
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expectWellFormed(text)
    const eventos = Object.values(eventosOf(text))
    const tipos = packFicticio.tiposEleccion.map(({ nombre }) => `Empieza la publicación en Conóceles: ${nombre}`)
    expect(eventos.map(({ summary }) => summary).sort()).toEqual(['Jornada electoral', ...tipos].sort())
    expect(eventos.find(({ summary }) => summary === 'Jornada electoral')?.description).toMatch(/Fuente: .+/)
    expect(text).not.toMatch(/confirmar|Confianza/)
    for (const secret of ['consola', 'Actividad A', 'Oficina de Valle Claro', 'remision']) expect(text).not.toContain(secret)
  })

  it('is also read by people: the same dates in their order, each with its source', async () => {
    const { elementos } = (await leer<{ elementos: { inicio: string; evento: string; fuente: string | null }[] }>(t, 'calendario')).body
    expect(elementos.map(({ inicio }) => inicio)).toEqual([...elementos.map(({ inicio }) => inicio)].sort())
    const dates = Object.values(eventosOf((await leer(t, PATH)).text)).map(({ summary }) => summary)
    expect(elementos.map(({ evento }) => evento).sort()).toEqual(dates.sort())
    expect(elementos.find(({ evento }) => evento === 'Jornada electoral')?.fuente).toMatch(/.+/)
  })

  it('changes its bytes only when a date does, and then says so with a greater sequence', async () => {
    const before = await leer(t, PATH)
    await encolar(t, await givenCandidatura(t, { apodo: 'Otra' }))
    expect(await publicar(t)).not.toBeNull()
    expect((await leer(t, PATH)).text).toBe(before.text)
    const move = (dia: string) =>
      sql(t, `update captura.proceso set catalogos = jsonb_set(catalogos, '{calendario,0,fin}', to_jsonb($1::text))`, [dia])
    await move('2030-07-08')
    await encolar(t, await givenCandidatura(t))
    await publicar(t)
    const after = await leer(t, PATH)
    const jornada = must(Object.values(eventosOf(after.text)).find(({ summary }) => summary === 'Jornada electoral'))
    expect([jornada.sequence, jornada.status]).toEqual([1, 'CONFIRMED'])
    expect(after.text).toContain('DTEND;VALUE=DATE:20300709')
  })

  it('leaves out a date that nobody confirmed', async () => {
    await sql(t, `update captura.proceso set catalogos = jsonb_set(catalogos, '{calendario,0,confianza}', '"por_confirmar"')`)
    await encolar(t, await givenCandidatura(t))
    await publicar(t)
    expect(Object.values(eventosOf((await leer(t, PATH)).text)).find(({ summary }) => summary === 'Jornada electoral')?.status).toBe(
      'CANCELLED',
    )
    expect((await leer(t, 'calendario')).text).not.toContain('Jornada electoral')
    await sql(t, `update captura.proceso set catalogos = jsonb_set(catalogos, '{calendario,0,confianza}', '"alta"')`)
  })

  it('tells a date that is no more as cancelled', async () => {
    await sql(t, `update captura.proceso set catalogos = jsonb_set(catalogos, '{calendario}', '[]')`)
    await encolar(t, await givenCandidatura(t))
    await publicar(t)
    const eventos = Object.values(eventosOf((await leer(t, PATH)).text))
    expect(eventos.filter(({ status }) => status === 'CANCELLED').map(({ summary }) => summary)).toEqual(['Jornada electoral'])
  })

  it('is proved by the same signatures as the rest', async () => {
    const told: string[] = []
    expect((await verifyCortes(fuentePublica(t), (sentence) => told.push(sentence))).recursos).toBeGreaterThan(4)
    const { body } = await leer<{ recursos: { ruta: string }[] }>(t, `cortes/${told.length - 1}`)
    expect(body.recursos.map(({ ruta }) => ruta)).toContain(PATH)
  })
})
