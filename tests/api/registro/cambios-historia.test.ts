import { reproducirLugares, type Calidad, type HechoLugar } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { EFECTOS, givenAcuerdo, givenDocumento, hecho, PERSONA, versionOf } from '../../support/registro/cambios.ts'
import { Equipo, givenCapturada, observar, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { publicar } from '../../support/publico.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

interface Ref {
  id: string
  nombre: string
  alAlcance: boolean
}
interface Hecho {
  tipo: HechoLugar['tipo']
  calidad: Calidad
  efectosDesde: string
  candidatura: Ref
  entra: Ref | null
  sale: Ref | null
  causa: { nombre: string } | null
  motivo: string | null
  documento: { id: string } | null
  diferencias: object[]
  folio: string | null
  rol: string | null
}
interface Formula {
  titulo: string
  lugares: { calidad: string; ocupante: Ref | null }[]
  hechos: Hecho[]
}
const story = async (id: string, token?: string) =>
  (await send<Formula>(test_, ['GET', `/candidaturas/${id}/formula`], { token: token ?? (await equipo.secretaria()) })).body

describe('the timeline of a fórmula', () => {
  let first: Given
  let second: Given
  let entrant: string
  const documento = () => givenDocumento(equipo)

  beforeAll(async () => {
    first = await givenCandidatura(test_, { numero: 700, primerApellido: 'Primera' })
    second = await givenCandidatura(test_, { numero: 700, calidad: 'suplente', primerApellido: 'Segunda' })
    entrant = (await hecho(equipo, { id: first.id, hacer: 'sustituir' }, { motivo: 'Renunció ante notario' })).candidaturaId
    await hecho(equipo, { id: entrant, hacer: 'corregir' }, { acuerdoId: null, documentoId: await documento(), efectosDesde: undefined })
    await hecho(equipo, { id: second.id, hacer: 'cancelar' }, { causa: 'enfermedad', efectosDesde: '2030-04-20' })
    await hecho(equipo, { id: first.id, hacer: 'restituir' }, { efectosDesde: '2030-05-02' })
  })

  it('reads as a story, oldest first, with who leaves, who enters and why', async () => {
    const { titulo, hechos } = await story(entrant)
    expect(titulo).toBe('Fórmula 700 · Legislatura · Distrito Norte · Partido Río')
    expect(hechos.map(({ tipo, calidad, sale, entra, causa }) => [tipo, calidad, sale?.nombre, entra?.nombre, causa?.nombre])).toEqual([
      ['registro', 'propietaria', undefined, 'Nombre Primera', undefined],
      ['registro', 'suplente', undefined, 'Nombre Segunda', undefined],
      ['cancelacion', 'suplente', 'Nombre Segunda', undefined, 'Enfermedad'],
      ['sustitucion', 'propietaria', 'Nombre Primera', 'Nadia Entrante', 'Renuncia'],
      ['correccion', 'propietaria', undefined, undefined, undefined],
      ['restitucion', 'propietaria', 'Nadia Entrante', 'Nombre Primera', undefined],
    ])
    expect(hechos[3]).toMatchObject({ motivo: 'Renunció ante notario', rol: 'secretaria', folio: expect.any(String) })
    expect(hechos[4]).toMatchObject({
      candidatura: { id: entrant },
      documento: { nombre: 'soporte.pdf' },
      diferencias: [{ campo: 'apodo', antes: null, despues: 'La Corregida' }],
    })
  })

  it('replayed ends where the register stands', async () => {
    const { hechos, lugares } = await story(first.id)
    const facts = hechos.map(({ tipo, calidad, entra, sale }) => ({ tipo, calidad, entra: entra?.id ?? null, sale: sale?.id ?? null }))
    expect(reproducirLugares(facts)).toEqual({ propietaria: first.id })
    expect(lugares.map(({ calidad, ocupante }) => [calidad, ocupante?.id])).toEqual([
      ['propietaria', first.id],
      ['suplente', undefined],
    ])
  })

  it('shows a party its own story without the notes and papers of the institute', async () => {
    const { hechos } = await story(first.id, await equipo.captura())
    expect(hechos).toHaveLength(6)
    expect(hechos.map(({ documento: paper, motivo }) => paper ?? motivo)).toEqual(hechos.map(() => null))
  })

  it('is whole for each party and persona of an alianza, who read of the others what is public', async () => {
    const of = await givenCandidatura(test_, { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR', primerApellido: 'Saliente' })
    const { candidaturaId } = await hecho(equipo, { id: of.id, hacer: 'sustituir' }, { entra: { ...PERSONA, partidoOrigen: 'PCOM' } })
    const read = async (id: string, token: string) => {
      const { hechos, lugares } = await story(id, token)
      expect(hechos.map(({ tipo }) => tipo)).toEqual(['registro', 'sustitucion'])
      // The cause is told to whose change it is: it may be her health.
      expect(hechos[1]?.causa?.nombre).toBe(id === of.id ? 'Renuncia' : undefined)
      return [hechos[1]?.sale, hechos[1]?.entra, lugares[0]?.ocupante].map((ref) => [ref?.nombre, ref?.alAlcance])
    }
    const readers = async () => [
      await read(of.id, await equipo.captura('PFAR')),
      await read(of.id, await test_.tokenOf('candidata', { candidaturaId: of.id })),
      await read(candidaturaId, await equipo.captura('PCOM')),
    ]
    const seenAs = ({ sale, entra }: { sale: string; entra: string }) => {
      const leaver = [
        ['Nombre Saliente', true],
        [entra, false],
        [entra, false],
      ]
      return [
        leaver,
        leaver,
        [
          [sale, false],
          ['Nadia Entrante', true],
          ['Nadia Entrante', true],
        ],
      ]
    }
    const unseen = 'alguien cuya candidatura aún no se publica'
    expect(await readers()).toEqual(seenAs({ sale: unseen, entra: unseen }))
    await publicar(test_)
    expect(await readers()).toEqual(seenAs({ sale: 'Nombre Saliente', entra: 'Nadia Entrante' }))
  })

  it('has one place in a cargo without suplentes', async () => {
    const of = await givenCandidatura(test_, { contienda: 'intendencia-99' })
    expect((await story(of.id)).lugares).toEqual([
      { calidad: 'propietaria', ocupante: { id: of.id, nombre: 'Nombre Apellido', alAlcance: true } },
    ])
  })
})

test('the history of a candidatura tells its captura and what was observed, with the ground', async () => {
  const of = await givenCapturada(equipo, {}, 'validada')
  await observar(equipo, of)
  const { body } = await send<{ historial: { acto: string; rol: string | null; detalle: string | null }[] }>(
    test_,
    ['GET', `/candidaturas/${of.id}`],
    { token: await equipo.validacion() },
  )
  expect(body.historial.map(({ acto, rol, detalle }) => [acto, rol, detalle])).toEqual([
    ['capturada', null, null],
    ['validada', 'validacion', null],
    ['observada', 'verificacion', 'No se entiende lo que dice'],
  ])
})

test('the catalogues of the changes come with the proceso', async () => {
  const { body } = await send(test_, ['GET', '/proceso'], { token: await equipo.captura() })
  expect(body).toMatchObject({
    causas: expect.arrayContaining([{ clave: 'enfermedad', nombre: 'Enfermedad', actos: ['sustituir', 'cancelar'], publica: false }]),
    organos: [{ clave: 'concejo', nombre: 'Concejo de Valle Claro' }],
    reglas: expect.arrayContaining([{ clave: 'unica', texto: 'Una persona, un lugar.' }]),
    actoresPoliticos: expect.arrayContaining([expect.objectContaining({ clave: 'LUCES', figura: null })]),
  })
  expect((body.grupos as { clave: string }[]).map(({ clave }) => clave)).toEqual(['islena', 'serrana', 'navegante'])
})

describe('the preview of a change', () => {
  interface Efecto {
    id: string
    version: number
    permitido: boolean
    razones: string[]
    efectos: string[]
    advertencias: { regla: string }[]
  }
  const preview = async (json: object) =>
    send<{ elementos: Efecto[] } & Problem>(test_, ['POST', '/cambios/vista-previa'], { token: await equipo.secretaria(), json })
  const everything = async () => {
    const [row] = await sql<{ n: string }>(
      test_,
      `select concat((select count(*) from captura.cambio), '/', (select count(*) from bitacora.acto), '/', (select sum(version) from captura.candidatura)) as n`,
    )
    return must(row).n
  }

  it('says what each would do, by the rules of the act, and writes nothing', async () => {
    const [a, b] = [await givenCandidatura(test_, { numero: 800 }), await givenCandidatura(test_, { numero: 800, calidad: 'suplente' })]
    const gone = await givenCandidatura(test_, { estatus: 'cancelada' })
    const { id: acuerdoId, numero } = await givenAcuerdo(equipo)
    const before = await everything()
    const { body } = await preview({ acto: 'cancelar', candidaturas: [a.id, gone.id], acuerdoId, causa: 'renuncia', efectosDesde: EFECTOS })
    const of = (id: string) => must(body.elementos.find((each) => each.id === id))
    expect(of(a.id)).toMatchObject({
      version: await versionOf(test_, a.id),
      permitido: true,
      efectos: [
        'La candidatura de Nombre Apellido queda cancelada desde el 1 de mayo de 2030: nadie ocupa su lugar, propietaria de la fórmula 800, Candidatura: Legislatura (Distrito Norte).',
        'Las demás candidaturas de su planilla o lista siguen como están.',
      ],
    })
    expect(of(a.id).advertencias.map(({ regla }) => regla)).toContain('completa')
    expect(of(gone.id)).toMatchObject({ permitido: false, razones: ['La candidatura ya fue cancelada.'], efectos: [], advertencias: [] })
    const entra = { ...PERSONA, sexo: 'hombre' }
    const one = await preview({ acto: 'sustituir', candidaturas: [b.id], acuerdoId, causa: 'renuncia', efectosDesde: '2030-04-10', entra })
    expect(one.body.elementos[0]?.efectos[1]).toContain(`Nadia Entrante ocupa su lugar: suplente de la fórmula 800`)
    expect(one.body.elementos[0]?.efectos[1]).toContain(numero)
    expect(one.body.elementos[0]?.advertencias.map(({ regla }) => regla)).toEqual(expect.arrayContaining(['pareja', 'fechas']))
    expect(await everything()).toBe(before)
  })

  it('works while the form is half filled, and with ids of nobody', async () => {
    const of = await givenCandidatura(test_)
    const bare = await preview({ acto: 'sustituir', candidaturas: [of.id] })
    expect(bare.body.elementos[0]?.efectos[0]).toBe('La candidatura de Nombre Apellido queda sustituida.')
    expect((await preview({ acto: 'corregir', candidaturas: [of.id] })).body.elementos).toMatchObject([{ permitido: true, efectos: [] }])
    expect((await preview({ acto: 'cancelar', candidaturas: [test_.loaded.procesoId] })).body.elementos).toEqual([])
    expect((await preview({ acto: 'cancelar', candidaturas: ['x'] })).status).toBe(400)
    expect((await preview({ acto: 'borrar', candidaturas: [of.id] })).status).toBe(400)
  })

  it('judges what is left after many are cancelled together', async () => {
    const pair = [await givenCandidatura(test_, { numero: 810 }), await givenCandidatura(test_, { numero: 810, calidad: 'suplente' })]
    const { body } = await preview({ acto: 'cancelar', candidaturas: pair.map(({ id }) => id) })
    for (const { advertencias } of body.elementos) expect(advertencias.map(({ regla }) => regla)).not.toContain('completa')
  })
})
