import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send, type Form } from '../../support/actos/envios.ts'
import { registrarCandidaturas } from '../../support/registro/listas.ts'

const PDF = Buffer.from('%PDF-1.7\nformato firmado CANARIO-DE-FORMATO\n%%EOF')
const ALL = { tratamiento: true, publicacion: true, estadistica: true }

interface Consentimiento {
  mecanismo: string
  revision: string
  revisionRazon: string | null
  supuestoTexto: string | null
  comoSubsanar: string | null
  tratamiento: boolean
  publicacion: boolean
}

let test_: TestApp
let ids: Map<string, string>
let avisoId: string
let rio: string
let faro: string
let reviewer: string
let persona: string
let suplente: string

const idOf = (clave: string) => ids.get(clave) ?? ''
const path = (clave: string, rest = '') => `/candidaturas/${idOf(clave)}/consentimiento${rest}`
const sql = <T>(text: string, params: unknown[] = []) => test_.owner.query(text, params) as Promise<T[]>
const own = (clave: string, token: string, choices: object = ALL) =>
  send(test_, ['PUT', path(clave)], { token, json: { avisoId, ...choices } })
const signed = (
  clave: string,
  token: string,
  { choices = ALL, content = PDF }: { choices?: Record<string, boolean>; content?: Buffer } = {},
) => {
  const fields = Object.fromEntries(Object.entries(choices).map(([name, value]) => [name, String(value)]))
  const form: Form = { fields: { avisoId, firmadoEl: '2030-04-20', ...fields }, file: { field: 'formato', name: 'formato.pdf', content } }
  return send(test_, ['PUT', path(clave)], { token, form })
}
const read = async (clave: string, token: string) =>
  (await send<{ actual: Consentimiento | null; historial: Consentimiento[] }>(test_, ['GET', path(clave)], { token })).body
const review = (clave: string, json: object) => send(test_, ['POST', path(clave, '/revision')], { token: reviewer, json })
/** As far as the reviewer may look, the actor político must have validated. */
const setEstatus = (clave: string, estatus: string) =>
  sql('update captura.candidatura set estatus_captura = $2 where clave = $1', [clave, estatus])

beforeAll(async () => {
  test_ = await startTestApp()
  const secretaria = await test_.tokenOf('secretaria')
  ids = await registrarCandidaturas(test_, secretaria, [
    { clave: 'propia' },
    { clave: 'firmada', calidad: 'suplente' },
    { clave: 'suplente', demarcacion: 'sur', calidad: 'suplente' },
    { clave: 'revision', demarcacion: 'sur' },
    { clave: 'ajena', demarcacion: 'sur', actor_politico: 'PFAR' },
  ])
  const [captura, otra, verificacion, candidata, segunda] = await Promise.all([
    test_.tokenOf('captura', { actor: 'PRIO' }),
    test_.tokenOf('validacion', { actor: 'PFAR' }),
    test_.tokenOf('verificacion'),
    test_.tokenOf('candidata', { actor: 'PRIO', candidaturaId: idOf('propia') }),
    test_.tokenOf('candidata', { actor: 'PRIO', candidaturaId: idOf('suplente') }),
  ])
  rio = captura
  faro = otra
  reviewer = verificacion
  persona = candidata
  suplente = segunda
  avisoId = test_.loaded.aviso?.id ?? ''
})
afterAll(() => test_.close())

describe('aviso de privacidad', () => {
  it('in force is there for every account', async () => {
    const { body, status } = await send(test_, ['GET', '/avisos-privacidad/vigente'], { token: persona })
    expect(status).toBe(200)
    expect(body).toEqual({
      id: avisoId,
      version: 1,
      integral: expect.stringContaining('Aviso integral'),
      simplificado: expect.stringContaining('Aviso simplificado'),
      sha256: test_.loaded.aviso?.sha256,
      aprobacion: { organo: 'Comité de Valle Claro', fecha: '2030-01-20', acta: 'VC-1', confianza: 'alta' },
    })
  })

  it('is not in force before its day; the newest whose day has come is', async () => {
    const copy = (version: number, desde: string) =>
      sql(
        `insert into captura.aviso_privacidad (id, proceso_id, version, vigente_desde, integral, simplificado, sha256, aprobacion)
         select gen_random_uuid(), proceso_id, $1::int, $2, integral, simplificado, sha256, aprobacion from captura.aviso_privacidad where version = 1`,
        [version, desde],
      )
    await copy(3, '2031-01-01')
    await copy(2, '2030-03-01')
    const { body } = await send<{ id: string; version: number }>(test_, ['GET', '/avisos-privacidad/vigente'], { token: persona })
    expect(body.version).toBe(2)
    expect(await own('propia', persona)).toMatchObject({
      status: 409,
      body: { code: 'consentimiento.aviso_no_vigente', actual: { version: 2 } },
    })
    avisoId = body.id
  })
})

describe('the persona herself', () => {
  it('makes three independent choices, which need no review', async () => {
    const { status, body } = await own('propia', persona, { ...ALL, publicacion: false })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      tratamiento: true,
      publicacion: false,
      estadistica: true,
      mecanismo: 'cuenta_propia',
      revision: 'no_requiere',
      acuse: { acto: 'consentimiento.otorgado', folio: expect.any(String) },
    })
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({ tratamiento: n >= 4, publicacion: n % 4 >= 2, estadistica: n % 2 === 1 })))(
    '$tratamiento, $publicacion, $estadistica: without the treatment neither of the other two',
    async (choices) => {
      const refused = !choices.tratamiento && (choices.publicacion || choices.estadistica)
      const answers = [await own('suplente', suplente, choices), ...(refused ? [await signed('firmada', rio, { choices })] : [])]
      const expected = refused ? { status: 422, body: { code: 'consentimiento.sin_tratamiento' } } : { status: 200, body: choices }
      for (const answer of answers) expect(answer).toMatchObject(expected)
    },
  )

  it('the database refuses it too', async () => {
    await own('suplente', suplente)
    await expect(
      sql(
        `insert into captura.consentimiento (id, candidatura_id, aviso_id, aviso_sha256, tratamiento, publicacion, estadistica, mecanismo,
           otorgado_en, revision)
         select gen_random_uuid(), candidatura_id, aviso_id, aviso_sha256, false, true, true, mecanismo, otorgado_en, revision
         from captura.consentimiento where candidatura_id = $1 limit 1`,
        [idOf('suplente')],
      ),
    ).rejects.toThrow(/sin tratamiento/)
  })

  it('counts only what is asked of her', async () => {
    const avance = async () =>
      (await send<{ avance: object }>(test_, ['GET', `/candidaturas/${idOf('suplente')}`], { token: suplente })).body.avance
    expect(await avance()).toEqual({ capturadas: 0, total: 4 })
    await own('suplente', suplente, { tratamiento: false, publicacion: false, estadistica: false })
    expect(await avance()).toEqual({ capturadas: 0, total: 2 })
  })

  it.each([
    ['two choices of three', { tratamiento: true, publicacion: true }],
    ['a choice that is no choice', { ...ALL, publicacion: 'sí' }],
    ['something else besides', { ...ALL, revision: 'aceptada' }],
  ])('%s is refused', async (_title, choices) => {
    expect((await own('propia', persona, choices)).status).toBe(400)
  })

  it('withdraws by choosing again, at any time, and the history stays', async () => {
    await setEstatus('propia', 'verificada')
    await own('propia', persona, { tratamiento: false, publicacion: false, estadistica: false })
    const { actual, historial } = await read('propia', persona)
    expect(actual).toMatchObject({ tratamiento: false, publicacion: false })
    expect(historial.map(({ tratamiento }) => tratamiento)).toEqual([false, true])
    const [pending] = await sql('select 1 from captura.publicacion_pendiente where candidatura_id = $1', [idOf('propia')])
    expect(pending).toBeDefined()
  })

  it('has the last word also when the clock of the simulacro goes back', async () => {
    const now = test_.deps.clock.now
    test_.deps.clock.now = () => now().subtract({ hours: 5 })
    await own('propia', persona, ALL)
    test_.deps.clock.now = now
    expect((await read('propia', persona)).actual).toMatchObject({ tratamiento: true })
  })

  it('does not hand in a form, and nobody chooses for her', async () => {
    expect(await signed('propia', persona)).toMatchObject({ status: 422, body: { code: 'consentimiento.mecanismo' } })
    expect(await own('propia', rio)).toMatchObject({ status: 422, body: { code: 'consentimiento.mecanismo' } })
    expect(await signed('propia', rio)).toMatchObject({
      status: 422,
      body: { code: 'consentimiento.mecanismo', detail: expect.stringMatching(/sólo ella/) },
    })
    expect((await read('propia', persona)).historial).toHaveLength(3)
  })

  it('writes into the bitácora that she chose, not what', async () => {
    const entries = await bitacoraOf(test_, 'consentimiento.otorgado')
    expect(entries[0]).toMatchObject({
      objeto: { tipo: 'candidatura', id: idOf('propia') },
      detalle: { mecanismo: 'cuenta_propia', revision: 'no_requiere' },
    })
    expect(Object.keys(entries[0]?.detalle ?? {})).not.toContain('publicacion')
  })
})

describe('a signed form', () => {
  it('waits for review, and is stored encrypted', async () => {
    expect(await signed('firmada', rio)).toMatchObject({ status: 200, body: { mecanismo: 'formato_firmado', revision: 'pendiente' } })
    const rows = await sql<{ cifrado: Buffer; medio: string }>('select cifrado, medio from identidad.formato where candidatura_id = $1', [
      idOf('firmada'),
    ])
    expect(rows).toHaveLength(1)
    expect(rows[0]?.medio).toBe('application/pdf')
    expect(rows[0]?.cifrado.includes('CANARIO-DE-FORMATO')).toBe(false)
  })

  it.each([
    ['that is a page', Buffer.from('<html>'), 422],
    ['that is a picture of another kind', Buffer.from('GIF89a'), 422],
    ['beyond 5 MB', Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]), 413],
  ])('%s is refused', async (_title, content, status) => {
    expect((await signed('firmada', rio, { content })).status).toBe(status)
  })

  it('changes the estatus of the captura through its consequence', async () => {
    const [row] = await sql('select estatus_captura, version from captura.candidatura where clave = $1', ['firmada'])
    expect(row).toMatchObject({ estatus_captura: 'en_captura' })
  })

  it('is out of the reviewer’s sight until the actor político validated', async () => {
    expect((await review('firmada', { aceptado: true })).status).toBe(404)
    expect((await send(test_, ['GET', path('firmada', '/formato')], { token: reviewer })).status).toBe(404)
  })

  it('is handed to the reviewer as a download that can do nothing, and the reading is an entry', async () => {
    await setEstatus('firmada', 'validada')
    const { status, headers, bytes } = await send(test_, ['GET', path('firmada', '/formato')], { token: reviewer })
    expect(status).toBe(200)
    expect(bytes.equals(PDF)).toBe(true)
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="consentimiento.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'no-store',
    })
    expect(await bitacoraOf(test_, 'consentimiento.formato_leido')).toHaveLength(1)
    expect((await send(test_, ['GET', path('firmada', '/formato')], { token: rio })).status).toBe(403)
  })

  it('counts once it was accepted, and is reviewed once', async () => {
    const { status, body } = await review('firmada', { aceptado: true })
    expect({ status, acto: body.acto }).toEqual({ status: 200, acto: 'consentimiento.revisado' })
    expect((await read('firmada', rio)).actual).toMatchObject({ revision: 'aceptada' })
    // Her newly opened questions stay unseen by the institute until they are validated.
    await setEstatus('firmada', 'validada')
    expect(await review('firmada', { aceptado: false, supuesto: 'formato_roto', razon: 'Sin firma.' })).toMatchObject({
      status: 409,
      body: { code: 'candidatura.acto_no_permitido' },
    })
    expect((await bitacoraOf(test_, 'consentimiento.revisado'))[0]?.detalle).toMatchObject({ revision: 'aceptada' })
  })

  it('that is rejected gives its ground of the list and its reason, and the accepted one before governs again', async () => {
    await signed('firmada', rio, { choices: { ...ALL, publicacion: false } })
    expect((await read('firmada', rio)).actual).toMatchObject({ revision: 'pendiente', publicacion: false })
    expect((await review('firmada', { aceptado: false })).status).toBe(400)
    expect((await review('firmada', { aceptado: false, supuesto: 'formato_roto', razon: '        ' })).status).toBe(400)
    for (const supuesto of [undefined, 'ilegible', 'ajeno', 'inventado'])
      expect(await review('firmada', { aceptado: false, supuesto, razon: 'La firma no se distingue.' })).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'supuesto', reasons: ['Elija por qué se rechaza, de la lista.'] }] },
      })
    const refused = { aceptado: false, supuesto: 'formato_roto', razon: 'La firma no se distingue.' }
    expect((await review('firmada', refused)).status).toBe(200)
    expect((await bitacoraOf(test_, 'consentimiento.revisado')).at(-1)?.detalle).toMatchObject({ supuesto: 'formato_roto' })
    const { actual, historial } = await read('firmada', rio)
    expect(actual).toMatchObject({ revision: 'aceptada', publicacion: true })
    const ground = { supuestoTexto: 'El formato no se lee', comoSubsanar: 'Entregue de nuevo el formato, completo.' }
    expect(historial[0]).toMatchObject({ revision: 'rechazada', revisionRazon: 'La firma no se distingue.', ...ground })
    expect(historial[1]).toMatchObject({ supuestoTexto: null, comoSubsanar: null })
    const captura = await send<{ consentimiento: object }>(test_, ['GET', `/candidaturas/${idOf('firmada')}/captura`], { token: rio })
    expect(captura.body.consentimiento).toMatchObject({
      revision: 'aceptada',
      rechazo: { ...ground, razon: 'La firma no se distingue.', revisadaEn: expect.any(String) },
    })
  })
})

describe('another party', () => {
  it('finds nothing, by any route', async () => {
    for (const answer of await Promise.all([
      send(test_, ['GET', path('revision')], { token: faro }),
      signed('revision', faro),
      send(test_, ['GET', path('ajena')], { token: rio }),
      signed('ajena', rio),
      own('ajena', persona),
    ])) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'ruta.no_existe' } })
    }
    expect(
      await sql('select 1 from captura.consentimiento where candidatura_id = any($1)', [[idOf('revision'), idOf('ajena')]]),
    ).toHaveLength(0)
  })
})
