import { anchoDe, loteMenor } from '@conoceles/domain'
import { IdentidadService } from '../../../apps/api/src/modules/captura/index.ts'
import type { TestApp } from '../../support/app.ts'
import { estrechas, openAcotador, openAtacante, type Atacante } from '../../support/mundos/ataque.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { PACK_CONTADO as pack, pasarA, startContado } from '../../support/mundos/contado.ts'
import {
  celda,
  contadas,
  cuentanHoy,
  decidir,
  exactly,
  sabidoDe,
  tabla,
  versiones,
  type Momento,
  type TablaPublicada,
} from '../../support/actos/estadisticas.ts'
import { encolar, leer } from '../../support/publico.ts'

const { tablas, minimo } = pack.estadistica
const MINIMO = minimo.valor
const indigena = must(tablas.find(({ clave }) => clave === 'indigena'))

let test_: TestApp
let atacar: Atacante
/** Each table of identity as it was at each of its cortes, with who was in it. */
const momentos = new Map<string, Momento[]>(tablas.map(({ clave }) => [clave, []]))
let retiradas: string[]
let entraron: string[]
let declararon: string[]

async function anotar(): Promise<void> {
  for (const each of tablas) {
    must(momentos.get(each.clave)).push({ publicada: await tabla(test_, each.clave), vivas: await cuentanHoy(test_, each) })
  }
}

/** Answers of those counted, opened behind the API. */
async function respuestas(ids: readonly string[], pregunta: string): Promise<Map<string, unknown>> {
  const identidad = new IdentidadService(test_.deps.secretos)
  const read = await identidad.readMany(test_.owner.manager, ids, { pasosDe: () => [], como: 'verificada', preguntas: [pregunta] })
  return new Map(ids.map((id) => [id, read.get(id)?.[pregunta]]))
}

const verificadasQue = async (where: string, limit: number) =>
  (
    await sql<{ id: string }>(
      test_,
      `select c.id from publico.candidatura c where c.estatus = 'aprobada' and c.captura = 'verificada' and ${where} order by c.id limit ${limit}`,
    )
  ).map(({ id }) => id)

beforeAll(async () => {
  atacar = await openAtacante()
  test_ = await startContado()
  await anotar()
}, 180_000)
afterAll(() => test_.close())

describe('the statistics of a simulacro', () => {
  it('are the fixed tables of the pack and those of what is public, and there is no way to ask for another', async () => {
    const { body } = await leer<{ contadaEl: string; proximas: string[]; elementos: { clave: string; tipo: string }[] }>(
      test_,
      'estadisticas',
    )
    expect(body.contadaEl).toBe('2024-04-15')
    expect(body.proximas[0]).toBe('2024-04-30')
    expect(body.elementos.filter(({ tipo }) => tipo === 'identidad').map(({ clave }) => clave)).toEqual(tablas.map(({ clave }) => clave))
    for (const { clave, tipo } of body.elementos) expect(await tabla(test_, clave)).toMatchObject({ clave, tipo })
    const { raw } = await leer(test_, 'estadisticas/indigena')
    expect((await leer(test_, 'estadisticas/indigena?sexo=mujer&municipio=17007')).raw.equals(raw)).toBe(true)
    for (const clave of ['indigena_municipio', 'indigena/mujer', 'Ninguna']) {
      expect([400, 404]).toContain((await leer(test_, `estadisticas/${clave}`)).status)
    }
  })

  it('count what the pages say, everybody once, in every table of what is public', async () => {
    const [{ n, verificadas }] = (await sql<{ n: number; verificadas: number }>(
      test_,
      `select count(*)::int as n, (count(*) filter (where captura = 'verificada'))::int as verificadas from publico.candidatura where estatus = 'aprobada'`,
    )) as [{ n: number; verificadas: number }]
    for (const clave of ['cargo', 'sexo', 'edad', 'estudios', 'actor']) {
      const found = await tabla(test_, clave)
      expect([clave, celda(found, 'total', 'registradas').minimo, celda(found, 'total', 'verificadas').minimo]).toEqual([
        clave,
        n,
        verificadas,
      ])
      const rows = found.filas.reduce((sum, { celdas }) => sum + (celdas[0]?.minimo ?? 0), 0)
      expect([clave, rows]).toEqual([clave, n])
    }
    expect(celda(await tabla(test_, 'estudios'), 'Licenciatura', 'verificadas').minimo).toBeGreaterThan(0)
  })

  it('count of each fact once: a table by sex has no columns of sex', async () => {
    const columnas = async (clave: string) => (await tabla(test_, clave)).columnas.map((columna) => columna.clave)
    expect(await columnas('sexo')).toEqual(['registradas', 'conCaptura', 'verificadas'])
    expect(await columnas('edad')).toEqual(['registradas', 'conCaptura', 'verificadas', 'mujer', 'hombre', 'no_binario'])
  })

  it('say how complete the pages of each actor are, and the list of tables says the same of each of them', async () => {
    const [real] = await sql<Record<string, number>>(
      test_,
      `select count(*)::int as registradas, (count(*) filter (where con_propuestas))::int as "conPropuestas",
         (count(*) filter (where con_propuestas or respuestas <> '{}'))::int as "conCuestionario",
         (count(*) filter (where fila ->> 'fotografia' is not null))::int as "conFotografia" from publico.candidatura where estatus = 'aprobada'`,
    )
    const found = await tabla(test_, 'informacion')
    for (const [clave, n] of Object.entries(real ?? {})) {
      expect([clave, celda(found, 'total', clave).minimo]).toEqual([clave, n])
      expect([clave, found.filas.reduce((sum, fila) => sum + (celda(found, fila.clave, clave).minimo ?? 0), 0)]).toEqual([clave, n])
    }
    expect(real?.['conCuestionario']).toBeGreaterThan(0)
    const { body } = await leer<{ elementos: TablaPublicada[] }>(test_, 'estadisticas')
    for (const resumen of body.elementos) {
      const whole = await tabla(test_, resumen.clave)
      for (const { clave } of resumen.columnas) expect(celda(resumen, 'total', clave)).toEqual(celda(whole, 'total', clave))
      expect(resumen.filas.map((fila) => fila.clave)).toEqual(resumen.tipo === 'identidad' ? [] : whole.filas.map((fila) => fila.clave))
    }
  })

  it('say of every figure of identity of whom it is: the denominators add up, and the intervals are true', async () => {
    for (const each of tablas) {
      const found = await tabla(test_, each.clave)
      const counted = await contadas(test_, each.clave)
      const given = await respuestas(
        counted.map(({ id }) => id),
        each.pregunta,
      )
      expect(found.notas.length).toBeGreaterThan(3)
      for (const fila of [...found.filas, found.total]) {
        const n = (columna: string) => celda(found, fila.clave, columna).minimo ?? 0
        const conDistintivo = each.grupo === null ? 0 : n('conDistintivo')
        expect(n('cuentan') + n('fuera') + n('sinVerificar') + conDistintivo).toBe(n('registradas'))
        const there = counted.filter((persona) => fila.clave === 'total' || persona.celda === fila.clave)
        expect(n('cuentan')).toBe(there.length)
        for (const { clave, valores } of each.respuestas) {
          const { minimo: least, maximo: most } = celda(found, fila.clave, clave)
          const truly = there.filter(({ id }) => valores.includes(String(given.get(id)))).length
          if (there.length === 0) expect([least, most]).toEqual([null, null])
          else
            expect([each.clave, fila.clave, clave, (least ?? 0) <= truly && truly <= (most ?? 0)]).toEqual([
              each.clave,
              fila.clave,
              clave,
              true,
            ])
        }
      }
    }
    expect(celda(await tabla(test_, 'indigena'), 'total', 'cuentan').minimo).toBeGreaterThan(100)
  })

  it('count nobody without consent to statistics, nor anybody who shows a badge of the group', async () => {
    const counted = new Set((await contadas(test_, 'indigena')).map(({ id }) => id))
    const without = await sql<{ id: string }>(
      test_,
      `select candidatura_id as id from captura.consentimiento where not (tratamiento and estadistica)
       union select id from publico.candidatura where grupos @> '{indigena}' or estatus <> 'aprobada'`,
    )
    expect(without.length).toBeGreaterThan(20)
    expect(without.filter(({ id }) => counted.has(id))).toEqual([])
  })

  it('say the same in the file for a spreadsheet', async () => {
    for (const clave of ['edad', 'indigena']) {
      const found = await tabla(test_, clave)
      const { text, headers } = await leer(test_, `estadisticas/${clave}/csv`)
      expect(headers['content-type']).toBe('text/csv; charset=utf-8')
      const [heading, ...rows] = text.trimEnd().split('\r\n')
      expect(heading).toContain(
        clave === 'indigena' ? '"Se reconocen indígenas, al menos","Se reconocen indígenas, a lo más"' : 'Con alguna captura',
      )
      expect(rows.map((row) => row.split(',')[0])).toEqual([...[...found.filas, found.total].map((fila) => fila.clave), 'sal'])
    }
  })
})

describe('between the days on which answers are counted', () => {
  it('no figure of identity changes when somebody withdraws; those of what is public follow each corte', async () => {
    const before = await leer(test_, 'estadisticas/indigena')
    const [one] = await contadas(test_, 'indigena')
    retiradas = [must(one).id]
    await decidir(test_, retiradas, { estadistica: false, en: '2024-04-21T12:00:00Z' })
    await encolar(test_, ...retiradas.map((id) => ({ id }) as never))
    await pasarA(test_, '2024-04-22')
    expect((await leer(test_, 'estadisticas/indigena')).raw.equals(before.raw)).toBe(true)
  })

  it('at the next of them a persona who withdrew counts no longer, and her answer does not follow from it', async () => {
    const before = await tabla(test_, 'indigena')
    await pasarA(test_, '2024-04-30')
    await anotar()
    const after = await tabla(test_, 'indigena')
    expect(after.contadaEl).toBe('2024-04-30')
    expect(celda(after, 'total', 'cuentan').minimo).toBe((celda(before, 'total', 'cuentan').minimo ?? 0) - 1)
    for (const { clave } of indigena.respuestas) {
      const [was, is] = [celda(before, 'total', clave), celda(after, 'total', clave)]
      expect([was.minimo, is.minimo]).toEqual([was.minimo, Math.max(0, (was.minimo ?? 0) - 1) || 0])
      expect(is.maximo).toBe(was.maximo)
    }
  })

  it('later ones enter together, and a persona who shows a badge from then on is counted as that', async () => {
    const counted = new Set((await contadas(test_, 'indigena')).map(({ id }) => id))
    entraron = (
      await verificadasQue(
        `fila ->> 'sexo' = 'mujer' and exists (select 1 from captura.consentimiento k where k.candidatura_id = c.id and k.tratamiento)`,
        400,
      )
    ).filter((id) => !counted.has(id))
    await decidir(test_, entraron, { estadistica: true, en: '2024-05-01T12:00:00Z' })
    const said = await respuestas([...counted], indigena.pregunta)
    declararon = [...said].flatMap(([id, answer]) => (answer === 'Sí' ? [id] : [])).slice(0, 3)
    await decidir(test_, declararon, { estadistica: true, publicacion: true, en: '2024-05-02T12:00:00Z' })
    await encolar(test_, ...[...entraron, ...declararon].map((id) => ({ id }) as never))
    await pasarA(test_, '2024-05-15')
    await anotar()
    const fresh = (await contadas(test_, 'indigena')).filter(({ fecha }) => fecha === '2024-05-15')
    expect(fresh.length).toBeGreaterThanOrEqual(loteMenor(MINIMO))
    expect(fresh.length % anchoDe(MINIMO)).toBe(1)
    const shown = (before: TablaPublicada) => celda(before, 'total', 'conDistintivo').minimo ?? 0
    const [, second, third] = must(momentos.get('indigena')) as [Momento, Momento, Momento]
    expect(shown(third.publicada) - shown(second.publicada)).toBeGreaterThanOrEqual(declararon.length)
  })
})

describe('the curious neighbour, with everything that was ever public', () => {
  it('finds by the manifests of the cortes only the newest version of each table', async () => {
    for (const { clave } of tablas) {
      const all = must(momentos.get(clave)).map(({ publicada }) => publicada)
      expect(all.length).toBeGreaterThan(1)
      expect(await versiones(test_, clave)).toEqual(all.slice(-1))
    }
  })

  it('recovers the answer of nobody, knowing who was counted, when, and every badge', async () => {
    for (const each of tablas) {
      const personas = await contadas(test_, each.clave)
      const badges = await sql<{ id: string }>(test_, 'select id from publico.candidatura where grupos @> array[$1::text]', [each.grupo])
      const conDistintivo = new Set(badges.map(({ id }) => id))
      const all = must(momentos.get(each.clave))
      const { grupos, dicho } = sabidoDe(each, { momentos: all, personas, conDistintivo })
      expect(grupos.reduce((sum, { personas: n }) => sum + n, 0)).toBe(personas.length)
      const found = atacar(
        grupos,
        dicho,
        each.respuestas.map(({ clave }) => clave),
      )
      expect([each.clave, found]).toEqual([each.clave, { determinadas: 0, excluidas: 0 }])
    }
  })

  it('leaves every figure as many values as the minimum, though she knows exactly how many were counted', async () => {
    const acotar = await openAcotador()
    let cifras = 0
    for (const each of tablas) {
      const personas = await contadas(test_, each.clave)
      const { grupos, dicho } = sabidoDe(each, { momentos: must(momentos.get(each.clave)), personas, conDistintivo: new Set() })
      const acotadas = acotar(
        grupos,
        dicho,
        each.respuestas.map(({ clave }) => clave),
      )
      cifras += dicho.length
      expect([each.clave, estrechas(grupos, { dicho, acotadas, minimo: MINIMO })]).toEqual([each.clave, []])
    }
    expect(cifras).toBeGreaterThan(100)
  })

  it('would have recovered from exact counts a persona who withdrew', async () => {
    const personas = await contadas(test_, 'indigena')
    const given = await respuestas(
      personas.map(({ id }) => id),
      indigena.pregunta,
    )
    const exact = must(momentos.get('indigena')).map(({ publicada, vivas }) => ({
      vivas,
      publicada: exactly({ of: indigena, publicada }, { vivas, personas, given }),
    }))
    const { grupos, dicho } = sabidoDe(indigena, { momentos: exact, personas, conDistintivo: new Set() })
    const { determinadas } = atacar(grupos, dicho, ['si', 'no', 'pnc'])
    expect(determinadas).toBeGreaterThanOrEqual(retiradas.length)
  })
})
