import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { startPublicador } from '../../../apps/api/src/modules/publicacion/index.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { givenConFotografia } from '../../support/actos/fotografias.ts'
import { packConEmblemas } from '../../support/proceso-ficticio/emblema.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'
import { fuentePublica, recorrerPublico } from '../../support/mundos/recorrido.ts'
import { aceptarFormato, entregarFormato, MOTIVO, revocar } from '../../support/actos/revocaciones.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

const OPEN = '2030-05-02T10:00:00-07:00'
const EXPLICA = 'Canario-distintivo: persona nacida en una isla.'
const base = packConEmblemas(['PFAR'])
/** The badge says nothing that another page could say. */
const pack = {
  ...base,
  grupos: base.grupos.map((grupo) => (grupo.clave === 'islena' ? { ...grupo, explicacion: EXPLICA } : grupo)),
}
const agujas = [EXPLICA, 'publicacion_autorizada', MOTIVO, 'CANARIO-DE-SOLICITUD'].flatMap(agujasDe)

let test_: TestApp
let equipo: Equipo
let unidad: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: OPEN, pack })
  equipo = new Equipo(test_)
  unidad = await test_.tokenOf('transparencia')
  await publicar(test_)
})
afterAll(() => test_.close())

const distintivos = async (of: Given) => (await pagina(test_, of)).body.distintivos.map(({ grupo, origen }) => `${grupo} ${origen}`)

describe('within five seconds of the act', () => {
  const BOUND_MS = 5_000

  /** Waits for the publisher of the process: no test publishes here. */
  async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
    for (;;) {
      const found = await look()
      if (found !== null) return found
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  it('no public byte of the present nor of the past shows it, by any account and in any way, and every corte still verifies', async () => {
    const personas = {
      propia: await givenCapturada(equipo),
      tratamiento: await givenCapturada(equipo),
      escrita: await givenConFotografia(equipo, { accionAfirmativa: 'navegante' }),
      escritaTratamiento: await givenCapturada(equipo),
    }
    await publicar(test_)
    // Each has two cortes to be found in, and all of them are in memory.
    await sql(test_, `update captura.persona set apodo = 'La ' || substr(id::text, 1, 4)`)
    await sql(
      test_,
      `insert into captura.publicacion_pendiente (candidatura_id, desde) select id, clock_timestamp() from captura.candidatura`,
    )
    const before = must(await publicar(test_)).numero
    const seen = await recorrerPublico(test_)
    expect(halladas(Buffer.concat(seen.map(({ bytes }) => bytes)), agujas).sort()).toEqual([EXPLICA, 'publicacion_autorizada'])
    const shows = seen.filter(({ bytes }) => halladas(bytes, agujas).length > 0)
    expect(shows.length).toBeGreaterThanOrEqual(4 * 3)
    expect(await distintivos(personas.escrita)).toEqual(['islena publicacion_autorizada', 'navegante accion_afirmativa'])

    const worker = startPublicador(test_.services, test_.app.log)
    test_.services.cache.start(test_.app.log)
    await consentir(equipo, personas.propia, { publicacion: false })
    await consentir(equipo, personas.tratamiento, { tratamiento: false })
    expect((await revocar(equipo, personas.escrita, { token: unidad, publicacion: 'true' })).status).toBe(200)
    expect((await revocar(equipo, personas.escritaTratamiento, { token: unidad, tratamiento: 'true' })).status).toBe(200)
    const acted = await clock()
    const done = await eventually(() => settledAt(before))
    await worker.stop()
    test_.services.cache.stop()
    expect(done.getTime() - acted.getTime()).toBeLessThan(BOUND_MS)

    const after = await recorrerPublico(test_)
    expect(after.length).toBeGreaterThan(seen.length)
    expect(after.filter(({ bytes }) => halladas(bytes, agujas).length > 0).map(({ url }) => url)).toEqual([])
    expect(await distintivos(personas.escrita)).toEqual(['navegante accion_afirmativa'])
    expect((await pagina(test_, personas.escrita)).body.fotografia).not.toBeNull()
    const { cortes } = await verifyCortes(fuentePublica(test_), () => undefined)
    expect(cortes).toBeGreaterThan(before)

    /** When the last page was clean, by the clock of the database: published, and out of the memory of answers. */
    async function settledAt(corte: number): Promise<Date | null> {
      const [row] = await sql<{ n: number }>(
        test_,
        `select count(*)::int as n from publico.recurso where desde_corte > $1 and hasta_corte is null and ruta = any($2)`,
        [corte, Object.values(personas).map(({ id }) => `candidaturas/${id}`)],
      )
      if (row?.n !== 4) return null
      for (const of of Object.values(personas)) if ((await pagina(test_, of)).body.corte.numero <= corte) return null
      return clock()
    }
  }, 180_000)

  async function clock(): Promise<Date> {
    const [row] = await sql<{ now: Date }>(test_, 'select clock_timestamp() as now')
    return must(row).now
  }

  it('nothing is left of the past by which a guess could be tried: no salt, no unsalted hash, no archive', async () => {
    const gone = await sql<{ id: string }>(test_, `select id from publico.recurso where contenido is null and ruta like 'candidaturas/%'`)
    expect(gone.length).toBeGreaterThanOrEqual(8)
    expect(await sql(test_, 'select 1 from publico.recurso where contenido is null and num_nonnulls(gzip, brotli, huella) > 0')).toEqual([])
    expect(await sql(test_, 'select 1 from captura.recurso_retirado where id = any($1)', [gone.map(({ id }) => id)])).toEqual([])
  })
})

describe('a click of a party', () => {
  it('is no consent for the database either', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const [known] = await sql<{ actor: string; cuenta: string }>(
      test_,
      `select c.responsable_id as actor, gen_random_uuid() as cuenta from captura.candidatura c where c.id = $1`,
      [of.id],
    )
    const { actor, cuenta } = must(known)
    const insert = (mecanismo: string, revision: string) => ({
      text: `insert into captura.consentimiento (id, candidatura_id, aviso_id, aviso_sha256, tratamiento, publicacion, estadistica, mecanismo, otorgado_en, otorgado_por, revision, formato_id)
             values (gen_random_uuid(), $1, $2, 's', true, true, true, $3, now(), $4, $5, gen_random_uuid())`,
      values: [of.id, must(test_.loaded.aviso).id, mecanismo, cuenta, revision],
    })
    const client = await connectAs(test_, 'actor')
    const party = { rol: 'captura', actor, cuenta }
    expect(await count(client, insert('cuenta_propia', 'no_requiere'), party)).toBe(REFUSED)
    expect(await count(client, insert('formato_firmado', 'aceptada'), party)).toBe(REFUSED)
    expect(await count(client, insert('formato_firmado', 'pendiente'), party)).toBe(1)
    expect(await count(client, insert('solicitud_escrita', 'no_requiere'), party)).toBe(REFUSED)
    const staff = await connectAs(test_, 'instituto')
    expect(await count(staff, insert('cuenta_propia', 'no_requiere'), { rol: 'transparencia', cuenta })).toBe(REFUSED)
    expect(await count(staff, insert('formato_firmado', 'aceptada'), { rol: 'verificacion', cuenta })).toBe(REFUSED)
    const change = { text: 'update captura.consentimiento set publicacion = true where candidatura_id = $1', values: [of.id] }
    expect(await count(staff, change, { rol: 'verificacion', cuenta })).toBe(REFUSED)
    await Promise.all([client.end(), staff.end()])
  })
})

describe('a signed form that waits for review', () => {
  const firmada = async () => {
    const of = await givenCapturada(equipo)
    await sql(test_, `update captura.consentimiento set mecanismo = 'formato_firmado', revision = 'aceptada' where candidatura_id = $1`, [
      of.id,
    ])
    await publicar(test_)
    return of
  }
  const BADGE = ['islena publicacion_autorizada']
  const archivados = async ({ id }: Given) =>
    (
      await sql(
        test_,
        `select 1 from captura.recurso_retirado where ruta = $1 and convert_from(contenido, 'UTF8') like '%publicacion_autorizada%'`,
        [`candidaturas/${id}`],
      )
    ).length

  it('takes nothing away when it says what she authorises already', async () => {
    const of = await firmada()
    await entregarFormato(equipo, of, { firmadoEl: '2030-05-01' })
    await publicar(test_)
    expect(await distintivos(of)).toEqual(BADGE)
  })

  it('hides what it takes back, of past cortes too; rejected, her badge comes back by itself; accepted, nobody keeps it', async () => {
    const of = await firmada()
    const hash = (await pagina(test_, of)).headers.etag as string
    const past = () => leer(test_, `recursos/${hash.replaceAll('"', '')}`)
    expect((await past()).status).toBe(200)
    await entregarFormato(equipo, of, { firmadoEl: '2030-05-01', publicacion: false })
    await publicar(test_)
    expect([await distintivos(of), (await past()).status, await archivados(of)]).toEqual([[], 404, 1])
    await aceptarFormato(equipo, of, false)
    await publicar(test_)
    expect(await distintivos(of)).toEqual(BADGE)
    await entregarFormato(equipo, of, { firmadoEl: '2030-05-01', publicacion: false })
    await publicar(test_)
    await aceptarFormato(equipo, of)
    await publicar(test_)
    expect([await distintivos(of), await archivados(of)]).toEqual([[], 0])
  })
})
