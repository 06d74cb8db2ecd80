import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, sql } from '../../support/registro/candidaturas.ts'
import {
  consentir,
  Equipo,
  givenCapturada,
  guardar,
  observar,
  RESPUESTAS,
  validar,
  verificar,
  type GivenVerificada,
} from '../../support/actos/captura.ts'
import { registrarCandidaturas } from '../../support/registro/listas.ts'
import { encolar, leer, pagina, publicar } from '../../support/publico.ts'

const OPEN = '2030-05-02T10:00:00-07:00'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: OPEN })
  equipo = new Equipo(test_)
  await publicar(test_)
})
afterAll(() => test_.close())

describe('a verified candidatura', () => {
  it('has a page with what the policy lets out, and nothing else', async () => {
    const of = await givenCapturada(equipo, {
      nombre: 'Rosalba',
      primerApellido: 'Quintanar',
      fechaNacimiento: '1987-11-23',
      eleccionConsecutiva: true,
      respuestas: {
        ...RESPUESTAS,
        curricular: { ...RESPUESTAS.curricular, oficio: { ...RESPUESTAS.curricular.oficio, telefono_privado: '5550001234' } },
      },
    })
    expect((await pagina(test_, of)).status).toBe(404)
    await publicar(test_)
    const { status, text, body } = await pagina(test_, of)
    expect(status).toBe(200)
    expect(body).toMatchObject({ nombre: 'Rosalba Quintanar', edad: 42, eleccionConsecutiva: true, partidoOrigen: { clave: 'PRIO' } })
    const campos = body.secciones.flatMap((seccion) => seccion.campos)
    expect(campos.map(({ clave, valor }) => [clave, valor])).toEqual([
      ['oficio', 'Pesca'],
      ['oficio_otro', null],
      ['sitio', 'https://faro.example/uno'],
      ['compromiso', RESPUESTAS.curricular.compromiso.compromiso],
    ])
    for (const hidden of ['5550001234', 'telefono_privado', '1987', 'Isla Chica', 'serrana', 'islas']) expect(text).not.toContain(hidden)
  })

  it('keeps a section that is observed out of sight and says so, and only that one', async () => {
    const of = await givenCapturada(equipo)
    await observar(equipo, of)
    await publicar(test_)
    const secciones = async () => Object.fromEntries((await pagina(test_, of)).body.secciones.map((each) => [each.clave, each]))
    const paused = await secciones()
    expect(paused.compromiso).toMatchObject({
      estatus: 'observada',
      verificadaEn: null,
      campos: [{ clave: 'compromiso', valor: null, blanco: 'observada' }],
    })
    expect(paused.oficio).toMatchObject({ estatus: 'publicada' })

    await guardar(equipo, { of, at: 'curricular/compromiso' }, { version: 1, respuestas: {} })
    await publicar(test_)
    expect((await secciones()).compromiso).toMatchObject({ estatus: 'observada' })

    await guardar(equipo, { of, at: 'curricular/compromiso' }, { version: 2, respuestas: { compromiso: 'x'.repeat(60) } })
    await validar(equipo, of)
    await publicar(test_)
    expect((await secciones()).compromiso).toMatchObject({ estatus: 'observada' })
    await verificar(equipo, of)
    await publicar(test_)
    expect((await secciones()).compromiso).toMatchObject({ estatus: 'publicada', campos: [{ valor: 'x'.repeat(60) }] })
  })

  it.each<['completa' | 'validada', string]>([
    ['completa', 'sin_captura'],
    ['validada', 'en_revision'],
  ])('was before only %s: its page said what the law makes public, and whether the institute has the rest', async (hasta, estatus) => {
    const of = await givenCapturada(equipo, {}, hasta)
    await publicar(test_)
    const { body, text } = await pagina(test_, of)
    expect(body.secciones.map((seccion) => seccion.estatus)).toEqual([estatus, estatus])
    expect(text).not.toContain('taller de redes')
  })
})

describe('the start of publication', () => {
  afterAll(async () => {
    await moveReloj(test_, OPEN)
    await publicar(test_)
  })

  it('opens every page of the tipo de elección at its first instant, and none before', async () => {
    const of = await givenCapturada(equipo)
    const total = async () => (await leer<{ total: number }>(test_, 'candidaturas')).body.total
    await moveReloj(test_, '2030-04-30T23:59:58-07:00')
    await publicar(test_)
    expect((await pagina(test_, of)).status).toBe(404)
    expect(await total()).toBe(0)
    await moveReloj(test_, '2030-05-01T00:00:00-07:00')
    await publicar(test_)
    expect((await pagina(test_, of)).status).toBe(200)
    expect(await total()).toBeGreaterThan(0)
    const { body } = await leer<{ cargos: { abierta: boolean; inicioPublicacion: string }[] }>(test_, 'proceso')
    expect(body.cargos.every(({ abierta, inicioPublicacion }) => abierta && inicioPublicacion === '2030-05-01')).toBe(true)
  })
})

describe('the badge of a group', () => {
  const SI = { ...RESPUESTAS, identidad: { islas: { islena: 'Sí', isla: 'Isla Grande' }, sierra: { serrana: 'No' } } }
  const answered = (islena: string) => ({ ...RESPUESTAS, identidad: { islas: { islena }, sierra: { serrana: 'No' } } })

  it.each<[string, GivenVerificada, 'validada' | 'verificada', { grupo: string; origen: string }[]]>([
    [
      'declared, authorised and verified is shown',
      { respuestas: SI },
      'verificada',
      [{ grupo: 'islena', origen: 'publicacion_autorizada' }],
    ],
    ['declared and not authorised is not', { respuestas: SI, consentimiento: { publicacion: false } }, 'verificada', []],
    ['declared, authorised and not verified is not', { respuestas: SI }, 'validada', []],
    ['denied is not', { respuestas: answered('No') }, 'verificada', []],
    ['that she prefers not to tell is not', { respuestas: answered('Prefiero no contestar') }, 'verificada', []],
    ['without any treatment is not', { consentimiento: { tratamiento: false } }, 'verificada', []],
    [
      'by her acción afirmativa is public whatever she answered',
      { respuestas: answered('No'), accionAfirmativa: 'islena', consentimiento: { publicacion: false } },
      'verificada',
      [{ grupo: 'islena', origen: 'accion_afirmativa' }],
    ],
    [
      'that no question asks for is public by acción afirmativa only',
      { accionAfirmativa: 'navegante', consentimiento: { publicacion: false } },
      'verificada',
      [{ grupo: 'navegante', origen: 'accion_afirmativa' }],
    ],
  ])('%s, and no answer ever is', async (_title, given, hasta, distintivos) => {
    const of = await givenCapturada(equipo, given, hasta)
    await publicar(test_)
    const { body, text } = await pagina(test_, of)
    expect(body.distintivos.map(({ grupo, origen }) => ({ grupo, origen }))).toEqual(distintivos)
    expect(body.accionAfirmativa?.clave ?? null).toBe(given.accionAfirmativa ?? null)
    expect(text).not.toMatch(/Isla (Grande|Chica)|Prefiero no/)
  })

  it('is gone at the next publication after she withdraws its authorisation, from the past too', async () => {
    const of = await givenCapturada(equipo, { respuestas: SI })
    await publicar(test_)
    const before = await pagina(test_, of)
    const sha = String(before.headers.etag).slice(1, 65)
    expect((await leer(test_, `recursos/${sha}`)).text).toContain('publicacion_autorizada')
    await consentir(equipo, of, { publicacion: false })
    await publicar(test_)
    const after = await pagina(test_, of)
    expect(after.body.distintivos).toEqual([])
    expect((await leer(test_, `recursos/${sha}`)).status).toBe(404)
    // Neither the salt, nor the unsalted hash, nor the size in the manifests is left to try a guess with.
    expect(
      await sql(
        test_,
        `select r.contenido, r.gzip, r.brotli, r.huella, count(k.id)::int as kept from publico.recurso r
         left join captura.recurso_retirado k using (id) where r.sha256 = $1 group by r.id`,
        [sha],
      ),
    ).toEqual([{ contenido: null, gzip: null, brotli: null, huella: null, kept: 0 }])
    expect(after.raw.length).toBe(before.raw.length)
    const { recursos } = (await leer<{ recursos: { sha256: string }[] }>(test_, `cortes/${before.body.corte.numero}`)).body
    expect(recursos.map(({ sha256 }) => sha256)).toContain(sha)
  })

  it('leaves the past also while her page is closed', async () => {
    const of = await givenCapturada(equipo, { respuestas: SI })
    await publicar(test_)
    const shown = await pagina(test_, of)
    // The page is closed, and she withdraws before it opens again.
    await moveReloj(test_, '2030-04-30T10:00:00-07:00')
    await consentir(equipo, of, { publicacion: false })
    await publicar(test_)
    expect((await leer(test_, `recursos/${String(shown.headers.etag).slice(1, 65)}`)).status).toBe(404)
    await moveReloj(test_, OPEN)
    await publicar(test_)
    expect((await pagina(test_, of)).body.distintivos).toEqual([])
  })

  it('is gone as well when she withdraws the treatment', async () => {
    const of = await givenCapturada(equipo, { respuestas: SI })
    await publicar(test_)
    await consentir(equipo, of, { tratamiento: false })
    await publicar(test_)
    expect((await pagina(test_, of)).body.distintivos).toEqual([])
  })
})

describe('the postulation', () => {
  it('an alianza: its members in that contienda and the party of origin are told', async () => {
    const of = await givenCandidatura(test_, { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PCOM' })
    await encolar(test_, of)
    await publicar(test_)
    expect((await pagina(test_, of)).body).toMatchObject({
      actorPolitico: { clave: 'LUCES', integrantes: [{ clave: 'PFAR' }, { clave: 'PCOM' }] },
      partidoOrigen: { clave: 'PCOM' },
    })
    const found = async (actor: string) =>
      (await leer<{ elementos: { id: string }[] }>(test_, `candidaturas?municipio=m2&actor=${actor}`)).body.elementos
    for (const actor of ['LUCES', 'PCOM', 'PFAR']) expect((await found(actor)).map(({ id }) => id)).toEqual([of.id])
    expect(await found('PRIO')).toEqual([])
  })

  it('a fórmula: a change of one member shows on the page of the other', async () => {
    const secretaria = await equipo.secretaria()
    const rows = [
      { clave: 'f-P', demarcacion: 'sur', actor_politico: 'PCOM', nombre: 'Ana' },
      { clave: 'f-S', demarcacion: 'sur', actor_politico: 'PCOM', calidad: 'suplente', nombre: 'Berta' },
    ]
    const ids = await registrarCandidaturas(test_, secretaria, rows)
    await publicar(test_)
    const path = `candidaturas/${ids.get('f-P') ?? ''}`
    const names = async () =>
      (await leer<{ formula: { nombre: string }[] }>(test_, path)).body.formula.map(({ nombre }) => nombre.split(' ')[0])
    expect(await names()).toEqual(['Ana', 'Berta'])
    await registrarCandidaturas(test_, secretaria, [{ ...rows[1], nombre: 'Carla' }])
    await publicar(test_)
    expect(await names()).toEqual(['Ana', 'Carla'])
  })
})
