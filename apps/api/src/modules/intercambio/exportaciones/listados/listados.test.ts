import type { ListadoPack } from '@conoceles/domain'
import { COLUMNAS } from './columnas.ts'
import { contenidoDe, fichaDe, resumenDe, type Listado } from './contenido.ts'
import { razonContraPdf, toDocument } from './documento.ts'
import { toWorkbook } from './libro.ts'
import { renderPdf } from '../../../../shared/documentos/pdf/pdf.ts'
import type { ListadoRow } from './listados.queries.ts'

const ROW: ListadoRow = {
  cargo: 'alcaldia',
  cargoNombre: 'Alcaldías',
  lugar: 'Puerto Imaginario',
  lugarTipo: 'municipio',
  actorNombre: 'Alianza Luces',
  actorTipo: 'alianza',
  figura: 'coalición',
  partidoOrigen: 'Partido Faro',
  numero: 1,
  folio: 12,
  calidad: 'propietaria',
  nombre: '=HYPERLINK("x")',
  apodo: null,
  fechaNacimiento: '1990-04-21',
  edadDeclarada: null,
  sexo: 'mujer',
  accionAfirmativa: 'islena',
  eleccionConsecutiva: true,
  acuerdoNumero: 'VC/ACU/1',
  acuerdoFecha: '2030-04-01',
  sustituyeA: null,
  estatus: 'aprobada',
}

const TODAS = Object.keys(COLUMNAS).map((clave) => ({ clave, titulo: clave }))

function plantilla(columnas = TODAS, extra: Partial<ListadoPack> = {}): ListadoPack {
  return { clave: 'L-1', titulo: 'Candidaturas', cargos: ['alcaldia'], columnas, fuente: 'Una norma.', confianza: 'alta', ...extra }
}

function listado(rows: ListadoRow[], extra: Partial<Listado> = {}): Listado {
  return {
    emisor: { instituto: { siglas: 'I', nombre: 'Instituto' }, proceso: 'Proceso', simulacro: true, zona: 'America/Tijuana' },
    plantilla: plantilla(),
    grupos: [{ clave: 'islena', nombre: 'Personas isleñas' }],
    cargos: ['Alcaldías', 'Legislatura'],
    corte: '2030-04-21T06:59:00Z',
    al: '2030-04-20',
    acuerdo: null,
    universo: 4163,
    rows,
    ...extra,
  }
}

const cells = (row: Partial<ListadoRow>) => {
  const { columns, rows } = contenidoDe(listado([{ ...ROW, ...row }]))
  return Object.fromEntries(columns.map(({ clave }, at) => [clave, rows[0]?.[at]]))
}

describe('the cells', () => {
  it('are typed: numbers, days and texts', () => {
    expect(cells({})).toEqual({
      cargo: 'Alcaldías',
      demarcacion: 'Puerto Imaginario',
      actor_politico: 'Alianza Luces',
      figura: 'coalición',
      partido_origen: 'Partido Faro',
      numero: 1,
      folio: 12,
      calidad: 'Propietaria',
      nombre: '=HYPERLINK("x")',
      apodo: 'No aplica',
      edad: 39,
      sexo: 'Mujer',
      accion_afirmativa: 'Personas isleñas',
      eleccion_consecutiva: 'Sí',
      acuerdo_numero: 'VC/ACU/1',
      acuerdo_fecha: { day: '2030-04-01' },
      sustituye_a: 'No aplica',
      estatus: 'Aprobada',
    })
  })

  it('show known facts and no others', () => {
    expect(cells({ fechaNacimiento: null, edadDeclarada: 44 })).toMatchObject({ edad: 44 })
    expect(cells({ fechaNacimiento: null })).toMatchObject({ edad: 'Sin dato' })
    expect(cells({ accionAfirmativa: null })).toMatchObject({ accion_afirmativa: 'No aplica' })
    expect(cells({ sexo: 'hombre' })).toMatchObject({ calidad: 'Propietario' })
    expect(cells({ sexo: 'hombre', calidad: 'suplente' })).toMatchObject({ calidad: 'Suplente' })
    expect(cells({ accionAfirmativa: 'otra' })).toMatchObject({ accion_afirmativa: 'otra' })
    expect(cells({ actorTipo: 'independiente', figura: null, partidoOrigen: null })).toMatchObject({
      figura: 'Candidatura independiente',
      partido_origen: 'No aplica',
    })
    expect(cells({ figura: null })).toMatchObject({ figura: 'Coalición o candidatura común' })
    expect(cells({ actorTipo: 'partido', figura: null })).toMatchObject({ figura: 'Partido político' })
  })

  it('follow the template; one that names an unknown column is refused', () => {
    const two = plantilla([
      { clave: 'nombre', titulo: 'Nombre' },
      { clave: 'numero', titulo: 'Núm.' },
    ])
    expect(contenidoDe(listado([ROW], { plantilla: two })).rows).toEqual([['=HYPERLINK("x")', 1]])
    const unknown = plantilla([{ clave: 'curp', titulo: 'CURP' }])
    expect(() => contenidoDe(listado([ROW], { plantilla: unknown }))).toThrow('unknown column curp')
  })

  it('add the estatus to a template without it as soon as somebody left', () => {
    const one = plantilla([{ clave: 'nombre', titulo: 'Nombre' }])
    const left = { ...ROW, nombre: 'Ana', estatus: 'sustituida' as const }
    expect(contenidoDe(listado([left], { plantilla: one })).rows).toEqual([['Ana', 'Sustituida']])
  })
})

describe('facts that the document tells about itself', () => {
  const acuerdo = {
    id: 'x',
    numero: 'VC/ACU/1',
    fecha: '2030-04-01',
    organo: { nombre: 'Concejo de Valle Claro', articulo: 'el' as const },
  }

  it('candidaturas in force on a day, and all of the proceso', () => {
    expect(resumenDe(listado([ROW, ROW]))).toBe(
      '2 candidaturas (alcaldías y legislatura), todas las vigentes el sábado 20 de abril de 2030. En todo el proceso hay 4,163 vigentes ese día.',
    )
    expect(resumenDe(listado([]))).toBe(
      'No hay candidaturas (alcaldías y legislatura) vigentes el sábado 20 de abril de 2030. En todo el proceso hay 4,163 vigentes ese día.',
    )
  })

  it('candidaturas of an acuerdo, and their present estatus', () => {
    expect(resumenDe(listado([ROW], { acuerdo, universo: 1 }))).toBe(
      '1 candidatura (alcaldías y legislatura), todas las que aprobó el acuerdo VC/ACU/1. El acuerdo aprobó 1 candidatura en total. Todas seguían vigentes el sábado 20 de abril de 2030.',
    )
    const rows = (['aprobada', 'sustituida', 'sustituida', 'cancelada'] as const).map((estatus) => ({ ...ROW, estatus }))
    expect(resumenDe(listado(rows, { acuerdo, universo: 4 }))).toContain('De ellas, 2 sustituidas y 1 cancelada hasta el sábado')
    expect(resumenDe(listado([], { acuerdo, universo: 4 }))).toContain(
      'No hay candidaturas (alcaldías y legislatura) que haya aprobado el acuerdo',
    )
  })

  it('cut in local time and acuerdo, and no doubt of ours', () => {
    const ficha = fichaDe(listado([ROW], { acuerdo, plantilla: plantilla(TODAS, { confianza: 'por_confirmar' }) }))
    expect(Object.fromEntries(ficha.map(({ label, text }) => [label, text]))).toMatchObject({
      Acuerdo: 'VC/ACU/1, del lunes 1 de abril de 2030, del Concejo de Valle Claro',
      'Corte de los datos': 'sábado 20 de abril de 2030, 23:59 horas',
    })
    expect(JSON.stringify(ficha)).not.toMatch(/por confirmar|Una norma/i)
  })
})

describe('the PDF', () => {
  it('groups by cargo, place and actor, says them above the rows and not in each, and closes with the sum', () => {
    const other = { ...ROW, lugar: 'Llano Inventado' }
    const { blocks, notice } = toDocument(listado([ROW, other, other, { ...ROW, cargoNombre: 'Legislatura' }]))
    expect(blocks.flatMap((block) => (block.type === 'heading' ? [`${block.level} ${block.text}`] : []))).toEqual([
      '2 Resumen',
      '2 Alcaldías',
      '3 Puerto Imaginario',
      '3 Llano Inventado',
      '2 Legislatura',
      '3 Puerto Imaginario',
      '2 Total',
    ])
    const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
    expect(tables.map(({ rows }) => rows.length)).toEqual([4, 2, 1, 2, 1])
    expect(tables.slice(0, 2).map(({ rows }) => rows.at(-1)?.slice(0, 2))).toEqual([
      ['Total', '4'],
      ['Total', '4'],
    ])
    const own = tables.slice(2)
    expect(own.map(({ caption }) => caption)).toEqual([
      'Alianza Luces: 1 candidatura',
      'Alianza Luces: 2 candidaturas',
      'Alianza Luces: 1 candidatura',
    ])
    expect(
      own.every(({ columns, rows }) => rows.every((row) => row.length === columns.length && columns.length === TODAS.length - 3)),
    ).toBe(true)
    expect(JSON.stringify(blocks)).toContain('El presente listado suma 4 (cuatro) candidaturas.')
    expect(notice).toContain('ficticias')
    expect(toDocument(listado([], { emisor: { ...listado([]).emisor, simulacro: false } })).notice).toBeNull()
  })
})

it.each([
  ['municipio', []],
  ['distrito o municipio', ['distrito' as const]],
  ['distrito, municipio o comunidad', ['comunidad' as const, 'distrito' as const]],
])('the summary is by %s where the places are such', (lugares, more) => {
  const { blocks } = toDocument(listado([ROW, ...more.map((lugarTipo) => ({ ...ROW, lugarTipo }))]))
  const [first] = blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  expect(first?.caption).toBe(`Por ${lugares}`)
})

it('the largest of a state is well below what may be received as a document', () => {
  const rows = Array.from({ length: 3_752 }, (_, at) => ({
    ...ROW,
    nombre: `María de la Concepción Gutiérrez ${at}`,
    lugar: `Municipio ${Math.floor(at / 110)}`,
    actorNombre: `Partido ${Math.floor(at / 14) % 14} de la Entidad`,
  }))
  expect(renderPdf(toDocument(listado(rows))).length).toBeLessThan(5 * 1024 * 1024)
})

it('has an end: a longer list is for spreadsheets', () => {
  expect([razonContraPdf(0), razonContraPdf(6_000)]).toEqual([null, null])
  expect(razonContraPdf(6_001)).toBe('Tiene 6,001 candidaturas y un PDF admite 6,000 candidaturas: expórtelo por acuerdo, o en XLSX.')
})

describe('the workbook', () => {
  it('has the rows alone under their headings, and their explanation on another sheet', () => {
    const [rows, about] = toWorkbook(listado([ROW])).sheets
    expect(rows?.rows).toHaveLength(2)
    expect(rows?.rows[0]).toEqual(TODAS.map(({ titulo }) => titulo))
    expect(about?.rows).toEqual(expect.arrayContaining([['Instituto', 'Instituto'], ['Candidaturas', 1], expect.arrayContaining(['Aviso'])])) // prettier-ignore
  })
})
