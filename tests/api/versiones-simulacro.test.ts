import {
  addQuestion,
  addSection,
  setAlMenosUno,
  showWhen,
  shownWhen,
  updateQuestion,
  type AlMenosUno,
  type Guion,
  type Question,
} from '@conoceles/cuestionarios'
import { pack } from '@conoceles/proceso-morelos-2024'
import type { TestApp } from '../support/app.ts'
import { must, sql } from '../support/candidaturas.ts'
import { Equipo } from '../support/captura.ts'
import { send } from '../support/envios.ts'
import { startSimulacroEntero, TOTAL } from '../support/simulacro-entero.ts'
import { expectOk, Taller } from '../support/versiones.ts'

let test_: TestApp
let taller: Taller

beforeAll(async () => {
  test_ = await startSimulacroEntero()
  taller = new Taller(new Equipo(test_))
})
afterAll(() => test_.close())

interface Category {
  label: string
  options: { clave: string; descripcion?: string }
  elements: { scope: string }[]
}

/** The steps in which somebody writes a cuestionario into an empty one: a section, its questions one by one, then what shows them. */
function pasos({ schema, uischema }: Guion): ((guion: Guion) => Guion)[] {
  const questions = schema['properties'] as Record<string, Question>
  const categories = uischema['elements'] as Category[]
  const claves = categories.flatMap(({ elements }) => elements.map(({ scope }) => scope.replace('#/properties/', '')))
  const shown = claves.filter((clave) => shownWhen({ schema, uischema }, clave) !== null)
  return [
    ...categories.flatMap(({ label: titulo, options: { clave, descripcion = null }, elements }) => [
      (guion: Guion) => addSection(guion, clave, { titulo, descripcion }),
      ...elements.map(({ scope }) => (guion: Guion) => {
        const campo = scope.replace('#/properties/', '')
        return addQuestion(guion, clave, { clave: campo, pregunta: must(questions[campo]) })
      }),
    ]),
    ...shown.map((clave) => (guion: Guion) => showWhen(guion, clave, shownWhen({ schema, uischema }, clave))),
    (guion) => setAlMenosUno(guion, (schema['x-alMenosUno'] ?? []) as AlMenosUno[]),
  ]
}

it.each(pack.cuestionarios)('the $tipo cuestionario is written question by question from an empty one, and is the same', async (target) => {
  let draft = await taller.crear(target.tipo)
  for (const paso of pasos(target)) {
    const { schema, uischema } = paso({ schema: draft.schema, uischema: draft.uischema })
    draft = await taller.guardado(draft, { schema, uischema })
  }
  expect(draft).toMatchObject({ fallas: [], diferencias: [] })
  expect({ schema: draft.schema, uischema: draft.uischema }).toEqual({ schema: target.schema, uischema: target.uischema })
})

describe('a second version of the curricular cuestionario, activated over all the candidaturas', () => {
  it('changes what was counted and nothing else, and opens the duty to tell the INE within three days', async () => {
    const draft = await taller.desdeVigente('curricular')
    const preguntas = draft.schema['properties'] as Record<string, Question>
    const lema: Question = { type: 'string', title: 'Lema', maxLength: 120, 'x-obligatorio': false, 'x-presentacion': 'texto' }
    const guion = { schema: draft.schema, uischema: draft.uischema }
    const reworded = updateQuestion(guion, 'escolaridad', { ...must(preguntas.escolaridad), title: 'Último grado de estudios' })
    const { schema, uischema } = addQuestion(reworded, 'propuestas', { clave: 'lema', pregunta: lema })
    const saved = await taller.guardado(draft, { schema, uischema })
    expect(saved.intactas).toEqual(['contacto', 'estudios', 'historia', 'trayectoria'])
    const before = await conteos()
    const prevista = await taller.alcance(saved)
    const dates = { organo: 'comision', aprobadoEn: '2024-04-19T12:00:00-06:00', vigenteDesde: '2024-04-20' }
    const aprobado = expectOk(await taller.aprobar(saved, dates)).body.borrador
    const { alcance } = expectOk(await taller.acto(aprobado, 'activar')).body
    expect(alcance).toEqual(prevista)
    expect(alcance).toMatchObject({
      candidaturas: TOTAL,
      conCaptura: before.conCaptura,
      seAbren: before.enviadas,
      verificadas: before.verificadas,
    })
    const after = await conteos()
    expect(after.respondidas).toBe(before.respondidas)
    expect([after.verificadas, after.validadas]).toEqual([0, 0])
    const [anteriores] = await sql<{ n: number }>(test_, 'select count(*)::int as n from captura.seccion_anterior')
    expect(anteriores?.n).toBe(before.secciones)
  })

  it('is owed to the INE within three days of the acuerdo', async () => {
    type Tablero = { elementos: { clave: string; hitos: { milestone: string; vence: string | null }[] }[] }
    const { body } = await send<Tablero>(test_, ['GET', '/actividades'], { token: await test_.tokenOf('secretaria') })
    const owed = must(body.elementos.find(({ clave }) => clave.startsWith('mejoras/')))
    expect(owed.hitos.find(({ milestone }) => milestone === 'remision')?.vence).toMatch(/^2024-04-22/)
  })

  it('shares that duty with the other cuestionario when one acuerdo approved both', async () => {
    const draft = await taller.desdeVigente('identidad')
    const guion = { schema: draft.schema, uischema: draft.uischema }
    const { title: _before, ...rest } = must((draft.schema['properties'] as Record<string, Question>).nacimiento_entidad)
    const saved = await taller.guardado(draft, updateQuestion(guion, 'nacimiento_entidad', { ...rest, title: '¿Dónde nació?' }))
    const [acuerdo] = await sql<{ id: string }>(
      test_,
      `select acuerdo_id as id from captura.cuestionario where tipo = 'curricular' and version = 2`,
    )
    const json = { acuerdoId: must(acuerdo).id, vigenteDesde: '2024-04-20' }
    const aprobado = expectOk(await taller.acto(saved, 'aprobar', json)).body.borrador
    const { alcance } = expectOk(await taller.acto(aprobado, 'activar')).body
    expect(alcance).toMatchObject({ candidaturas: TOTAL, seAbren: 0 })
    expect(await sql(test_, `select titulo from captura.evento where tipo = 'cuestionario_activado'`)).toEqual([
      { titulo: 'Cuestionario curricular, versión 2; Cuestionario de identidad, versión 2' },
    ])
  })
})

async function conteos() {
  const [row] = await sql<Record<'conCaptura' | 'enviadas' | 'verificadas' | 'validadas' | 'secciones' | 'respondidas', number>>(
    test_,
    `select count(distinct s.candidatura_id)::int as "conCaptura", count(*)::int as secciones,
       count(distinct s.candidatura_id) filter (where s.clave = 'propuestas' and s.estatus in ('validada', 'verificada', 'observada'))::int as enviadas,
       (select count(*)::int from captura.candidatura where estatus_captura = 'verificada') as verificadas,
       (select count(*)::int from captura.candidatura where estatus_captura = 'validada') as validadas,
       sum((select count(*) from jsonb_object_keys(coalesce(s.respuestas, '{}'))))::int as respondidas
     from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id and q.tipo = 'curricular'`,
  )
  return must(row)
}
