import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'

interface Advertencia {
  regla: string
  texto: string
  fuente: string
  confianza: string
  candidaturas: { id: string; nombre: string; lugar: string }[]
}
interface Lista {
  elementos: Advertencia[]
  total: number
  porRegla: { clave: string; texto: string; cuantas: number }[]
  siguiente: string | null
}
interface Pendientes {
  elementos: { clave: string; texto: string; cuantas: number; venceEn: string | null; enlace: string }[]
}

let test_: TestApp
let secretaria: string
const given: Record<string, Given> = {}

/** Each breaks one rule, beside a fórmula that keeps all of them. */
beforeAll(async () => {
  test_ = await startTestApp()
  secretaria = await test_.tokenOf('secretaria')
  const put = async (name: string, who: Parameters<typeof givenCandidatura>[1]) => {
    given[name] = await givenCandidatura(test_, { nombre: name, ...who })
  }
  const islena = { contienda: 'legislatura-sur', actor: 'PRIO', numero: 1, accionAfirmativa: 'islena' }
  await put('Buena', { ...islena, fechaNacimiento: '1980-01-01' })
  await put('Buen suplente', { ...islena, calidad: 'suplente', fechaNacimiento: '1981-01-01' })
  await put('Ella', { contienda: 'alcaldia-m1', actor: 'PCOM', numero: 1, fechaNacimiento: '1982-01-01' })
  await put('Él', {
    contienda: 'alcaldia-m1',
    actor: 'PCOM',
    numero: 1,
    calidad: 'suplente',
    sexo: 'hombre',
    fechaNacimiento: '1983-01-01',
  })
  await put('Joven', { contienda: 'intendencia-99', actor: 'PRIO', numero: 1, fechaNacimiento: '2006-01-01' })
  await put('Sola', { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR', numero: 1, fechaNacimiento: '1984-01-01' })
  await put('Salió', { contienda: 'alcaldia-m1', actor: 'PRIO', numero: 1, estatus: 'sustituida', entregada: false })
})
afterAll(() => test_.close())

const read = async (query = '', token = secretaria) => {
  const { status, body } = await send<Lista>(test_, ['GET', `/advertencias${query}`], { token })
  expect(status).toBe(200)
  return body
}
const summary = ({ elementos }: Lista) => elementos.map(({ regla, candidaturas }) => [regla, ...candidaturas.map(({ id }) => nameOf(id))])
const nameOf = (id: string) => Object.entries(given).find(([, { id: own }]) => own === id)?.[0]

describe('the warnings of the register', () => {
  it('name their rule, say a sentence, and where the rule comes from', async () => {
    const { elementos, total } = await read()
    expect(total).toBe(3)
    expect(elementos[0]).toEqual({
      regla: 'pareja',
      reglaTexto: 'La fórmula es de un solo género.',
      texto: 'En la fórmula 1, Ella Apellido y Él Apellido no son del mismo sexo o género.',
      fuente: 'Inventado para las pruebas',
      confianza: 'alta',
      candidaturas: [
        { id: given.Ella?.id, nombre: 'Ella Apellido', lugar: 'Puerto Imaginario' },
        { id: given['Él']?.id, nombre: 'Él Apellido', lugar: 'Puerto Imaginario' },
      ],
    })
  })

  it('come in the order of the rules, each counted; who left the register is in none', async () => {
    const list = await read()
    expect(summary(list)).toEqual([
      ['pareja', 'Ella', 'Él'],
      ['edad', 'Joven'],
      ['completa', 'Sola'],
    ])
    expect(list.porRegla.map(({ clave, cuantas }) => [clave, cuantas])).toEqual([
      ['pareja', 1],
      ['edad', 1],
      ['completa', 1],
    ])
    expect(list.porRegla[0]?.texto).toBe('La fórmula es de un solo género.')
  })

  it.each([
    ['?regla=edad', ['edad']],
    ['?actor=LUCES', ['completa']],
    ['?actor=PFAR', ['completa']],
    ['?actor=PCOM&regla=pareja', ['pareja']],
    ['?actor=PCOM&regla=edad', []],
    ['?regla=otra', []],
  ])('by %s', async (query, reglas) => {
    const list = await read(query)
    expect(list.elementos.map(({ regla }) => regla)).toEqual(reglas)
    expect(list.total).toBe(reglas.length)
  })

  it('are counted by rule for the actor político, whichever rule is looked at', async () => {
    expect((await read('?regla=edad&actor=PCOM')).porRegla.map(({ clave, cuantas }) => [clave, cuantas])).toEqual([['pareja', 1]])
  })

  it('come page by page, each once', async () => {
    const seen: string[] = []
    let despues: string | null = null
    do {
      const page: Lista = await read(`?limite=1${despues ? `&despues=${encodeURIComponent(despues)}` : ''}`)
      expect([page.elementos.length, page.total]).toEqual([1, 3])
      seen.push(...page.elementos.map(({ regla }) => regla))
      despues = page.siguiente
    } while (despues)
    expect(seen).toEqual(['pareja', 'edad', 'completa'])
  })

  it('tell of a sustitución outside its dates, with the persona who entered', async () => {
    const entra = await givenCandidatura(test_, {
      nombre: 'Entra',
      contienda: 'alcaldia-m1',
      actor: 'PRIO',
      numero: 1,
      fechaNacimiento: '1985-01-01',
    })
    const suplente = { contienda: 'alcaldia-m1', actor: 'PRIO', numero: 1, calidad: 'suplente' as const, fechaNacimiento: '1986-01-01' }
    await givenCandidatura(test_, { nombre: 'Suplente', ...suplente })
    given.Entra = entra
    for (const day of ['2030-04-10', '2030-04-20', '2030-04-11']) await sustituir(must(given['Salió']).id, entra.id, day)
    const list = await read('?regla=fechas')
    expect(summary(list)).toEqual([
      ['fechas', 'Entra'],
      ['fechas', 'Entra'],
    ])
    expect(list.elementos[0]?.texto).toContain('2030-04-10')
    const next = await read('?regla=fechas&limite=1')
    expect((await read(`?regla=fechas&limite=1&despues=${encodeURIComponent(must(next.siguiente))}`)).elementos[0]?.texto).toContain(
      '2030-04-11',
    )
  })

  it('are not for who captures or looks after accounts', async () => {
    for (const [rol, actor] of [['captura', 'PRIO'], ['validacion', 'PRIO'], ['transparencia'], ['administracion']] as const) {
      const token = await test_.tokenOf(rol, actor ? { actor } : {})
      expect((await send(test_, ['GET', '/advertencias'], { token })).status).toBe(403)
    }
    for (const rol of ['verificacion', 'comision'] as const) expect((await read('', await test_.tokenOf(rol))).total).toBeGreaterThan(2)
  })
})

function sustituir(sale: string, entra: string, efectosDesde: string) {
  return sql(
    test_,
    `insert into captura.cambio (id, proceso_id, candidatura_id, tipo, causa, efectos_desde, entra_id, diferencias, registrado_en, registrado_por, rol, folio)
     values ($1, $2, $3, 'sustitucion', 'renuncia', $4, $5, '[]', now(), $1, 'secretaria', 'FOLIO')`,
    [randomUUID(), test_.loaded.procesoId, sale, efectosDesde, entra],
  )
}

describe('the pending work of the secretaría', () => {
  const pendientes = async (token: string) => (await send<Pendientes>(test_, ['GET', '/pendientes'], { token })).body.elementos

  it('names the deliveries of accounts that wait, by actor político, as many as their page shows', async () => {
    await sql(test_, 'update captura.candidatura set entrega_id = null')
    const found = (await pendientes(secretaria)).find(({ clave }) => clave === 'entregar')
    expect(found).toEqual({
      clave: 'entregar',
      texto: 'Entregar cuentas a 3 actores políticos',
      cuantas: 3,
      venceEn: null,
      enlace: '/entregas?pendientes=true',
    })
    const { body } = await send<{ elementos: { actorPolitico: { id: string } }[] }>(test_, ['GET', '/entregas?pendientes=true'], {
      token: secretaria,
    })
    expect(new Set(body.elementos.map(({ actorPolitico }) => actorPolitico.id)).size).toBe(3)
  })

  it('sends to lists that hold as many as it says', async () => {
    for (const { clave, cuantas, enlace } of await pendientes(secretaria)) {
      if (!enlace.startsWith('/candidaturas?')) continue
      const { body } = await send<{ total: number }>(test_, ['GET', enlace], { token: secretaria })
      expect([clave, body.total]).toEqual([clave, cuantas])
    }
  })

  it('is of the secretaría alone', async () => {
    for (const rol of ['verificacion', 'comision', 'captura'] as const) {
      const claves = (await pendientes(await test_.tokenOf(rol, rol === 'captura' ? { actor: 'PRIO' } : {}))).map(({ clave }) => clave)
      expect(claves).not.toContain('entregar')
    }
  })
})

it('a name that is registered with broken accents is warned of, with what it should say', async () => {
  const rota = await givenCandidatura(test_, { nombre: 'JesÃºs', numero: 7 })
  const { elementos, porRegla } = await read('?regla=acentos_rotos')
  expect(elementos).toMatchObject([
    { regla: 'acentos_rotos', texto: expect.stringContaining('debería decir «Jesús Apellido»'), candidaturas: [{ id: rota.id }] },
  ])
  expect(porRegla.find(({ clave }) => clave === 'acentos_rotos')?.cuantas).toBe(1)
})
