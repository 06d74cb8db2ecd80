import type { TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { pasarA, startContado } from '../../support/mundos/contado.ts'
import { decidir } from '../../support/actos/estadisticas.ts'
import { encolar, leer, pagina, publicar } from '../../support/publico.ts'

interface Entrada {
  ruta: string
  sha256: string
  bytes: number
}

let test_: TestApp
/** She shows a badge by her own authorisation, and takes it back. */
let retira: string
/** An answer of hers is corrected. */
let corrige: string
/** Another one shows a nickname that was wrong. */
let renombra: string
const cortes = new Map<string, number>()
const antes = new Map<string, string>()

beforeAll(async () => {
  test_ = await startContado()
  await pasarA(test_, '2024-04-22')
  const rows = await sql<{ id: string; badge: boolean }>(
    test_,
    `select c.id, (c.grupos @> array['indigena'] and c.accion_afirmativa is distinct from 'indigena' and k.publicacion) as badge
     from publico.candidatura c join captura.consentimiento k on k.candidatura_id = c.id
     where c.estatus = 'aprobada' and c.captura = 'verificada' order by c.id`,
  )
  retira = must(rows.find(({ badge }) => badge)).id
  const others = rows.filter(({ badge }) => !badge)
  ;[corrige, renombra] = [must(others[0]).id, must(others[1]).id]
  await hacer(retira, () => decidir(test_, [retira], { estadistica: true, publicacion: false, en: '2024-04-22T12:00:00Z' }))
  await hacer(corrige, () =>
    sql(
      test_,
      `update captura.seccion set verificadas = (select jsonb_object_agg(key, case when jsonb_typeof(value) = 'string' and length(value #>> '{}') > 40
         then to_jsonb(value #>> '{}' || ' Y algo más.') else value end) from jsonb_each(verificadas)), version_verificada = version_verificada + 1
       where candidatura_id = $1 and verificadas is not null and verificadas <> '{}'
         and cuestionario_id in (select id from captura.cuestionario where tipo = 'curricular')`,
      [corrige],
    ),
  )
  await hacer(renombra, () =>
    sql(test_, `update captura.persona set apodo = 'La Ola' where id = (select persona_id from captura.candidatura where id = $1)`, [
      renombra,
    ]),
  )
}, 240_000)
afterAll(() => test_.close())

async function hacer(id: string, act: () => Promise<unknown>): Promise<void> {
  antes.set(id, String((await pagina(test_, { id } as never)).headers.etag).slice(1, 65))
  await act()
  await encolar(test_, { id } as never)
  cortes.set(id, must(await publicar(test_)).numero)
}

const manifiesto = async (numero: number) =>
  new Map((await leer<{ recursos: Entrada[] }>(test_, `cortes/${numero}`)).body.recursos.map((each) => [each.ruta, each]))

/** All that is public of an act beside the newest page: what changed, of which sizes, what is still handed out of before, and how it is told. */
async function rastroDe(id: string): Promise<object> {
  const numero = must(cortes.get(id))
  const [was, is] = [await manifiesto(numero - 1), await manifiesto(numero)]
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((ruta) => was.get(ruta)?.sha256 !== is.get(ruta)?.sha256).sort()
  const recursos: unknown[] = []
  for (const ruta of changed) {
    const [old, now] = [was.get(ruta), is.get(ruta)]
    const past = old && (await test_.app.inject({ url: `/api/v1/publico/recursos/${old.sha256}` })).statusCode
    recursos.push([ruta.replace(id, 'ella'), past, old?.bytes === now?.bytes])
  }
  const { body: historia } = await leer<{ nombre: string; versiones: { estatus: string; url: string | null }[] }>(
    test_,
    `candidaturas/${id}/historia`,
  )
  const { body: feed } = await leer<{ items: { title: string; content_text: string; _conoceles: { corte: number } }[] }>(
    test_,
    'novedades.json',
  )
  const told = must(feed.items.find(({ _conoceles }) => _conoceles.corte === numero))
  return {
    recursos,
    versiones: historia.versiones.slice(0, 2).map(({ estatus, url }) => [estatus, url !== null]),
    novedad: [
      told.title.replace(/\d+/, 'N'),
      told.content_text
        .replace(historia.nombre, 'ella')
        .replace(/\(.*\)/, '')
        .replace(id, 'ella'),
    ],
  }
}

describe('a badge that its persona took back', () => {
  it('was on her page before, and is not now', async () => {
    const [row] = await sql<{ antes: string }>(test_, `select sha256 as antes from publico.recurso where sha256 = $1`, [antes.get(retira)])
    expect(row).toBeDefined()
    expect((await pagina(test_, { id: retira } as never)).text).not.toContain('publicacion_autorizada')
  })

  it('leaves no other trace in all that is public than an answer that was corrected', async () => {
    const [one, other] = [await rastroDe(retira), await rastroDe(corrige)]
    expect((one as { recursos: unknown[] }).recursos.length).toBeGreaterThan(2)
    expect(one).toEqual(other)
  })

  it('is told in her history by the same word as any change, and no bytes of before are handed out for any', async () => {
    for (const id of [retira, corrige, renombra]) {
      const { versiones } = (
        await leer<{ versiones: { estatus: string; url: string | null; sha256: string }[] }>(test_, `candidaturas/${id}/historia`)
      ).body
      expect(versiones.map(({ estatus, url }) => [estatus, url === null])).toEqual([
        ['vigente', false],
        ...versiones.slice(1).map(() => ['anterior', true]),
      ])
      const again = await test_.app.inject({ url: `/api/v1/publico/recursos/${must(antes.get(id))}` })
      const never = await test_.app.inject({ url: `/api/v1/publico/recursos/${'0'.repeat(64)}` })
      const seen = (answer: typeof again) => [answer.statusCode, answer.headers['content-length'], answer.json<{ code: string }>().code]
      expect(seen(again)).toEqual(seen(never))
    }
  })

  it('is kept by nobody, and what else changed is kept by the institute, whose bytes are those that the manifest names', async () => {
    const kept = await sql<{ sha256: string; entero: boolean }>(
      test_,
      `select sha256, sha256 = encode(sha256(contenido), 'hex') as entero from captura.recurso_retirado where sha256 = any($1) order by 1`,
      [[...antes.values()]],
    )
    expect(kept).toEqual(
      [corrige, renombra]
        .map((id) => ({ sha256: antes.get(id), entero: true }))
        .sort((a, b) => (String(a.sha256) < String(b.sha256) ? -1 : 1)),
    )
  })

  it('leaves files for a spreadsheet from whose hash no count can be guessed', async () => {
    const [one, other] = [await manifiesto(must(cortes.get(corrige))), await manifiesto(must(cortes.get(renombra)))]
    expect(one.get('estadisticas/grupos/csv')?.sha256).not.toBe(other.get('estadisticas/grupos/csv')?.sha256)
  })
})
