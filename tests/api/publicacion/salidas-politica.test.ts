import type { ProcesoPack } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { givenCandidatura, mismaPersona } from '../../support/registro/candidaturas.ts'
import { givenCambio, pagina, publicar } from '../../support/publico.ts'

/** The same pack with another policy on personas who left. */
function withPolitica(publico: Record<string, boolean>): ProcesoPack {
  const { campos, ...politica } = packFicticio.politicaPublicacion
  return {
    ...packFicticio,
    politicaPublicacion: { ...politica, campos: campos.map((each) => ({ ...each, publico: publico[each.campo] ?? each.publico })) },
  }
}

describe.each<[string, Record<string, boolean>, object]>([
  ['lets what was captured stay', { salidaCaptura: true }, { apodo: 'La Fija', salida: { causa: 'Renuncia' }, distintivos: [{}] }],
  ['does not tell causes', { salidaCausa: false }, { apodo: null, salida: { tipo: 'cancelada', causa: null }, secciones: [] }],
  ['does not tell of the act', { salida: false }, { estatus: 'cancelada', apodo: null, salida: null, secciones: [] }],
])('a policy that %s', (_title, publico, expected) => {
  let test_: TestApp

  beforeAll(async () => {
    test_ = await startTestApp({ pack: withPolitica(publico) })
  })
  afterAll(() => test_.close())

  it('is followed', async () => {
    const of = await givenCapturada(new Equipo(test_), { apodo: 'La Fija', respuestas: RESPUESTAS })
    await publicar(test_)
    await givenCambio(test_, { tipo: 'cancelacion', de: of, causa: 'renuncia' })
    await publicar(test_)
    const { body, text } = await pagina(test_, of)
    expect(body).toMatchObject(expected)
    expect(text.includes('taller de redes')).toBe(publico.salidaCaptura === true)
  })
})

describe.each(['salida', 'salidaCausa'])('a policy that does not let out %s', (campo) => {
  it('does not tell where she passed to', async () => {
    const test_ = await startTestApp({ pack: withPolitica({ [campo]: false }) })
    const of = await givenCandidatura(test_)
    const otro = await givenCandidatura(test_)
    await mismaPersona(test_, of, otro)
    await givenCambio(test_, { tipo: 'cancelacion', de: of, causa: 'otro_lugar' })
    await publicar(test_)
    expect((await pagina(test_, of)).body).toMatchObject({ estatus: 'cancelada', pasaA: null })
    await test_.close()
  })
})

describe('a policy that hides whom she substitutes', () => {
  it('is followed', async () => {
    const test_ = await startTestApp({ pack: withPolitica({ sustituyeA: false }) })
    const equipo = new Equipo(test_)
    const of = await givenCapturada(equipo, { nombre: 'Sale', numero: 1 })
    const enters = await givenCapturada(equipo, { nombre: 'Entra', numero: 2 })
    await givenCambio(test_, { tipo: 'sustitucion', de: of, entra: enters })
    await publicar(test_)
    expect((await pagina(test_, enters)).body.sustituyeA).toBeNull()
    await test_.close()
  })
})
