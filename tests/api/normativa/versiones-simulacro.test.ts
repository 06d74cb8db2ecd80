import {
  addQuestion,
  addSection,
  removeQuestion,
  setAlMenosUno,
  showWhen,
  shownWhen,
  updateQuestion,
  type AlMenosUno,
  type Guion,
  type Question,
} from '@conoceles/cuestionarios'
import type { TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { startSimulacroEntero, TOTAL } from '../../support/servidor/simulacro-entero.ts'
import { expectOk, Taller } from '../../support/actos/versiones.ts'
import { packEnCaptura as pack } from '../../support/paquete.ts'

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

const LEMA: Question = { type: 'string', title: 'Lema', maxLength: 120, 'x-obligatorio': false, 'x-presentacion': 'texto' }
const DATES = { organo: 'comision', aprobadoEn: '2024-04-19T12:00:00-06:00', vigenteDesde: '2024-04-20' }

describe('a second version of the curricular cuestionario, activated over all the candidaturas', () => {
  it('opens nothing when it only adds an optional question and words another anew', async () => {
    const draft = await taller.desdeVigente('curricular')
    const preguntas = draft.schema['properties'] as Record<string, Question>
    const guion = { schema: draft.schema, uischema: draft.uischema }
    const reworded = updateQuestion(guion, 'escolaridad', { ...must(preguntas.escolaridad), title: 'Último grado de estudios' })
    const { schema, uischema } = addQuestion(reworded, 'propuestas', { clave: 'lema', pregunta: LEMA })
    const saved = await taller.guardado(draft, { schema, uischema })
    expect(saved.intactas).toEqual(['contacto', 'estudios', 'historia', 'trayectoria', 'propuestas'])
    const before = await conteos()
    const antes = await candidaturas()
    const prevista = await taller.alcance(saved)
    const aprobado = expectOk(await taller.aprobar(saved, DATES)).body.borrador
    const { alcance } = await taller.poner(aprobado)
    expect(alcance).toEqual(prevista)
    expect(alcance).toMatchObject({ candidaturas: TOTAL, conCaptura: before.conCaptura, seAbren: 0, verificadas: 0 })
    expect(before.verificadas).toBeGreaterThan(1_000)
    expect(await conteos()).toEqual(before)
    expect(await candidaturas()).toEqual(antes)
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
      `select acuerdo_id as id from captura.cuestionario where tipo = 'curricular' and version = 3`,
    )
    const json = { acuerdoId: must(acuerdo).id, vigenteDesde: '2024-04-20' }
    expectOk(await taller.acto(saved, 'aprobar', { ...json, motivo: 'Un acuerdo aprobó los dos cuestionarios.' }))
    const aprobado = expectOk(await taller.porOtra(saved, 'aprobar', json)).body.borrador
    const { alcance } = await taller.poner(aprobado)
    expect(alcance).toMatchObject({ candidaturas: TOTAL, seAbren: 0 })
    expect(await sql(test_, `select titulo from captura.evento where tipo = 'cuestionario_activado'`)).toEqual([
      { titulo: 'Cuestionario curricular, versión 3; Cuestionario de identidad, versión 2' },
    ])
  })

  it('opens just the section that asks something compulsory, where it had been sent, and nothing of the rest', async () => {
    const draft = await taller.desdeVigente('curricular')
    const guion = { schema: draft.schema, uischema: draft.uischema }
    const meta: Question = { ...LEMA, title: 'Meta', 'x-obligatorio': true }
    const saved = await taller.guardado(draft, addQuestion(guion, 'trayectoria', { clave: 'meta', pregunta: meta }))
    expect(saved.intactas).toEqual(['contacto', 'estudios', 'historia', 'propuestas'])
    const before = await conteos()
    const others = await estatusDeOtras()
    const aprobado = expectOk(await taller.aprobar(saved, DATES)).body.borrador
    const { alcance } = await taller.poner(aprobado)
    expect(must(alcance).actores.reduce((sum, { seAbren }) => sum + seAbren, 0)).toBe(before.trayectorias)
    const secciones = must(alcance).secciones.filter(({ seAbren }) => seAbren > 0)
    expect(secciones).toMatchObject([{ clave: 'trayectoria', seAbren: before.trayectorias }])
    expect(alcance).toMatchObject({ seAbren: before.trayectorias })
    expect(await estatusDeOtras()).toEqual(others)
    const [again] = await sql<{ n: number }>(
      test_,
      `select count(*)::int as n from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id and q.tipo = 'curricular'
       where s.clave <> 'trayectoria' and s.version_validada is not null and s.version <> s.version_validada and s.reabierta`,
    )
    expect(again?.n).toBe(0)
  })

  it('is undone byte by byte while nobody answered, with what it opened', async () => {
    const before = await todo()
    const draft = await taller.desdeVigente('curricular')
    const guion = removeQuestion({ schema: draft.schema, uischema: draft.uischema }, 'lema')
    const fin: Question = { ...LEMA, title: 'Fin', 'x-obligatorio': true }
    const added = addQuestion(addSection(guion, 'extra', { titulo: 'Algo más', descripcion: null }), 'extra', {
      clave: 'fin',
      pregunta: fin,
    })
    const saved = await taller.guardado(draft, added)
    const { borrador, alcance } = await taller.poner(expectOk(await taller.aprobar(saved, DATES)).body.borrador)
    expect(must(alcance).seAbren).toBeGreaterThan(1_000)
    expect(await todo()).not.toEqual(before)
    const deshecho = expectOk(await taller.acto(borrador, 'deshacer', { motivo: 'Se activó por error' })).body.borrador
    expect(deshecho.estatus).toBe('aprobado')
    expect(await todo()).toEqual(before)
  })
})

/** State of every candidatura that decides who has to act. */
function candidaturas() {
  return sql<object>(test_, 'select id, estatus_captura, secciones_completas, version from captura.candidatura order by id')
}

/** Every section with all its columns, the states of the candidaturas, the versions and what they replaced, as one hash each. */
async function todo(): Promise<object> {
  const hash = (rows: string) => sql<{ n: number; huella: string }>(test_, `select count(*)::int as n, md5(string_agg(r, '' order by r)) as huella from (${rows}) t(r)`) // prettier-ignore
  return {
    secciones: await hash('select s::text from captura.seccion s'),
    candidaturas: await hash(
      `select id || estatus_captura || secciones_completas || coalesce(validada_en::text, '') from captura.candidatura`,
    ),
    versiones: await hash('select q::text from captura.cuestionario q'),
    anteriores: await hash('select a::text from captura.seccion_anterior a'),
    eventos: await hash('select id || titulo from captura.evento'),
  }
}

function estatusDeOtras() {
  return sql<object>(
    test_,
    `select s.id, s.estatus, s.version, s.reabierta, s.version_validada, s.version_verificada, md5(s.respuestas::text) as respuestas
     from captura.seccion s where s.clave <> 'trayectoria' order by s.id`,
  )
}

async function conteos() {
  const [row] = await sql<Record<'conCaptura' | 'trayectorias' | 'verificadas' | 'validadas' | 'secciones' | 'respondidas', number>>(
    test_,
    `select count(distinct s.candidatura_id)::int as "conCaptura", count(*)::int as secciones,
       count(*) filter (where s.clave = 'trayectoria' and s.estatus in ('validada', 'verificada', 'observada'))::int as trayectorias,
       (select count(*)::int from captura.candidatura where estatus_captura = 'verificada') as verificadas,
       (select count(*)::int from captura.candidatura where estatus_captura = 'validada') as validadas,
       sum((select count(*) from jsonb_object_keys(coalesce(s.respuestas, '{}'))))::int as respondidas
     from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id and q.tipo = 'curricular'`,
  )
  return must(row)
}
