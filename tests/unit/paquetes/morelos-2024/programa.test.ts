import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findConflictos, programar, tellConflicto, type Citation, type Programa } from '@conoceles/domain'
import { paquete } from '../../../support/paquete.ts'
import printed from './programa-fechas.json'

const { programa } = paquete('morelos-2024')
const SOURCE = join(__dirname, '../../../../../shared/dominio/programa-de-trabajo-impepac-2023-2024.txt')

const input = (changes: Partial<Programa> = {}): Programa => ({ ...programa, eventos: [], resoluciones: [], facts: new Map(), ...changes })
const scheduled = programar(input())
const venceOf = (occurrence: string, milestone: string): string | null | undefined =>
  scheduled.find((each) => each.occurrence.clave === occurrence && each.milestone === milestone)?.rige?.fin

describe('the programme of work as statements', () => {
  const citas: Citation[] = [
    ...programa.actividades.flatMap(({ statements }) => statements.map(({ cita }) => cita)),
    ...[...programa.hechos, ...programa.menciones, ...programa.sesiones].map(({ cita }) => cita),
  ]

  it('cites every date and term that is printed, where it is printed', () => {
    const missing = Object.entries(printed).flatMap(([place, tokens]) => {
      const dichos = citas.filter(({ seccion, lugar }) => `${seccion}|${lugar}` === place).map(({ dice }) => dice)
      return tokens.filter((token) => !dichos.some((dice) => dice.includes(token))).map((token) => `${place}: ${token}`)
    })
    expect(missing).toEqual([])
  })

  it('knows all that the text prints, where the text is at hand', () => {
    const found = existsSync(SOURCE) ? extract(readFileSync(SOURCE, 'utf8')) : printed
    expect(found).toEqual(printed)
  })

  it('finds slips of the pen that its text really has, where the text is at hand', () => {
    const text = existsSync(SOURCE) ? readFileSync(SOURCE, 'utf8').replaceAll(/\s+/g, ' ') : null
    const { erratas = [] } = programa
    expect(erratas.length).toBeGreaterThan(5)
    expect(erratas.filter(({ cita }) => text !== null && !text.includes(cita.dice))).toEqual([])
    const actividades = new Set(programa.actividades.map(({ clave }) => clave))
    expect(erratas.filter(({ actividad }) => actividad !== null && !actividades.has(actividad))).toEqual([])
  })

  it('has 16 numbered actividades, and 5 without number', () => {
    expect(programa.actividades.map(({ numero }) => numero).filter((numero) => numero.startsWith('11.'))).toHaveLength(16)
    expect(programa.actividades.filter(({ numero }) => numero === 'S/ID')).toHaveLength(5)
  })
})

describe('the calendar that follows from it', () => {
  it('reproduces the 21 rows of the table', () => {
    const rows = programa.actividades.map(({ clave, statements }) => {
      const row = statements.find(({ cita }) => cita.seccion === 'calendario')
      return row?.regla.tipo === 'ventana' ? `${clave} ${row.regla.inicio} ${row.regla.fin}` : clave
    })
    const table = Object.entries(printed)
      .filter(([place]) => place.startsWith('calendario|'))
      .map(([place, [inicio = '', fin = '']]) => `${CLAVES[place.slice(11)] ?? place.slice(11)} ${toIso(inicio)} ${toIso(fin)}`)
    expect(rows.sort()).toEqual(table.sort())
  })

  it('owes ten monthly reports: Comisión on the last day, Pleno on day 1, INE on day 5', () => {
    const months = scheduled.filter(({ occurrence, milestone }) => occurrence.clave.startsWith('11.5/') && milestone === 'remision')
    expect(months.map(({ rige }) => rige?.fin)).toEqual([
      '2023-10-05',
      '2023-11-05',
      '2023-12-05',
      '2024-01-05',
      '2024-02-05',
      '2024-03-05',
      '2024-04-05',
      '2024-05-05',
      '2024-06-05',
      '2024-07-05',
    ])
    expect([venceOf('11.5/2024-02', 'comision'), venceOf('11.5/2024-02', 'pleno')]).toEqual(['2024-02-29', '2024-03-01'])
  })

  it('lets the earliest possible date govern until somebody chooses', () => {
    expect(venceOf('11.15', 'presentacion')).toBe('2024-05-27')
    expect(venceOf('11.13', 'presentacion')).toBe('2024-04-26')
    const table = programa.actividades.find(({ clave }) => clave === '11.15')?.statements.find(({ cita }) => cita.seccion === 'calendario')
    const chosen = programar(input({ resoluciones: [{ occurrence: '11.15', milestone: 'presentacion', statement: table?.clave ?? '' }] }))
    const presentacion = chosen.find(({ occurrence, milestone }) => occurrence.clave === '11.15' && milestone === 'presentacion')
    expect([presentacion?.rige?.fin, presentacion?.resuelto]).toEqual(['2024-05-29', true])
  })

  it('opens a duty of the next day for each acuerdo that approves candidaturas', () => {
    const eventos = [{ id: 'acuerdo-1', tipo: 'acuerdo_candidaturas' as const, actividades: ['11.8', '11.14'], fecha: '2024-05-10' }]
    const opened = programar(input({ eventos })).filter(({ occurrence }) => occurrence.evento !== null)
    expect(opened.map(({ occurrence, milestone, rige }) => [occurrence.clave, milestone, rige?.fin])).toEqual([
      ['11.8/acuerdo-1', 'remision', '2024-05-11'],
    ])
  })

  it('counts from the real events', () => {
    const facts = new Map([['11.13#pleno', '2024-04-25']])
    const remision = programar(input({ facts })).find(
      ({ occurrence, milestone }) => occurrence.clave === '11.14' && milestone === 'remision',
    )
    expect(remision?.statements.map(({ fin }) => fin)).toEqual(['2024-04-27', '2024-04-26', '2024-04-27'])
  })
})

describe('its contradictions', () => {
  const conflictos = findConflictos(scheduled, programa)
  const listed = conflictos
    .filter(({ tipo }) => tipo !== 'dia_inhabil')
    .map(({ tipo, occurrence, milestone }) => `${tipo} ${occurrence} ${milestone}`)

  it('are found from the statements alone', () => {
    expect(listed).toEqual([
      'regla_no_coincide 11.4 remision',
      'ventanas_distintas 11.5 termino',
      'regla_no_coincide 11.6 remision',
      'ventanas_distintas 11.7 pleno',
      'ventanas_distintas 11.7 termino',
      'ventanas_distintas 11.8 pleno',
      'ventanas_distintas 11.8 termino',
      'ventanas_distintas 11.9 pleno',
      'ventanas_distintas 11.9 termino',
      'ventanas_distintas 11.10 pleno',
      'ventanas_distintas 11.10 termino',
      'fechas_distintas 11.11 comision',
      'regla_no_coincide 11.11 remision',
      'fechas_distintas 11.13 presentacion',
      'anio_imposible 11.13 presentacion',
      'fechas_distintas 11.15 presentacion',
      'regla_no_coincide 11.16 remision',
      'anio_imposible 11.16 remision',
      'remision_antes_de_aprobacion 11.16 remision',
      'regla_no_coincide informe-final remision',
    ])
  })

  it('are told with their dates and sources', () => {
    const told = conflictos.filter(({ occurrence, milestone }) => `${occurrence} ${milestone}` === '11.16 remision')
    expect(told.map((each) => tellConflicto(each, programa).texto)).toEqual([
      '11.16, texto («30 de mayo de 2023»): 30 de mayo de 2023. 11.16, a («día siguiente»); calendario, 11.16 («30/05/2024 a 30/05/2024»): 30 de mayo de 2024.',
      '11.16, texto («30 de mayo de 2023») da 30 de mayo de 2023, fuera del proceso (del 1 de septiembre de 2023 al 31 de diciembre de 2024).',
      '11.16, texto («30 de mayo de 2023») da 30 de mayo de 2023, antes del 29 de mayo de 2024, que es cuando 11.15, f («29 de mayo de 2024») pone lo que le precede.',
    ])
  })

  it('include the days on which nobody works', () => {
    const texts = conflictos
      .filter(({ tipo }) => tipo === 'dia_inhabil')
      .map((each) => tellConflicto(each, programa))
      .map(({ occurrence, milestone, texto }) => `${occurrence} ${milestone}: ${texto}`)
    expect(texts).toEqual(
      expect.arrayContaining([
        '11.4 remision: Vence el 5 de noviembre de 2023, que es domingo.',
        '11.5/2024-04 pleno: Vence el 1 de mayo de 2024, que es día de descanso obligatorio.',
        '11.14 remision: Vence el 27 de abril de 2024, que es sábado.',
      ]),
    )
  })

  it('are fewer when all days are working days', () => {
    const laborales = { ...programa.laborales, todosHabiles: [{ desde: '2023-09-01', hasta: '2024-10-31' }] }
    const all = findConflictos(programar(input({ laborales })), { ...programa, laborales })
    expect(all.filter(({ tipo }) => tipo === 'dia_inhabil')).toEqual([])
  })
})

const CLAVES: Record<string, string> = { otro: 'otro-documento', final: 'informe-final' }

function toIso(printedDate: string): string {
  return printedDate.split('/').reverse().join('-')
}

const MONTHS = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'
const TOKENS = new RegExp(
  [
    '\\d{1,2}/\\d{2}/\\d{2,4}',
    `(?:\\d{1,2}|treinta|dos) de (?:${MONTHS})(?: del? (?:año )?(?:\\d{4}|dos mil veintitr[eé]s))?`,
    `\\d{1,2} al \\d{1,2} de (?:${MONTHS})(?: de \\d{4})?`,
    'día \\d de cada mes',
    'último día del? (?:mes|enero)(?: de \\d{4})?',
    '(?:primeros )?(?:\\d|un|dos|tres|cinco) días? (?:hábiles|naturales|posteriores|siguientes|después)',
    'día \\d después',
    'día siguiente',
    'día después',
    '\\d+ horas',
    `(?:(?:${MONTHS}) de 20\\d\\d|año 20\\d\\d|Año 20\\d\\d)`,
  ].join('|'),
  'g',
)
const HEADINGS: [string, string][] = [
  ['Integración de la Comisión Ejecutiva', 'integracion'],
  ['Antecedentes', 'antecedentes'],
  ['Marco Normativo', 'marco'],
  ['Objetivo General', 'objetivo'],
  ['Actividades', 'actividades'],
  ['Elaborar el aviso', 'aviso'],
  ['Remisión a las Unidades Responsables a través de la UTVOPL, del informe final', 'final'],
  ['Cualquier otro documento que', 'otro'],
  ['Las mejoras en el desarrollo', 'mejoras'],
  ['Modificación a los documentos', 'modificacion'],
  ['Calendario de actividades:', 'calendario'],
  ['Calendario de Sesiones Ordinarias', 'sesiones'],
]

/** Dates and terms by the place where they stand: section and inciso, or row of the table. */
function extract(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  let place = { seccion: 'portada', lugar: 'texto' }
  for (const line of text.split('\n')) {
    place = placeOf(line, place)
    const lugar = place.seccion === 'calendario' ? rowOf(line) : place.lugar
    for (const [token] of line.matchAll(TOKENS)) (found[`${place.seccion}|${lugar}`] ??= []).push(token)
  }
  return found
}

function placeOf(line: string, before: { seccion: string; lugar: string }): { seccion: string; lugar: string } {
  const heading = headingOf(line)
  if (heading !== null) return { seccion: heading, lugar: 'texto' }
  const inciso = /^[\s-]*([a-h])\. /.exec(line)?.[1]
  return inciso === undefined ? before : { ...before, lugar: inciso }
}

function headingOf(line: string): string | null {
  const ofIndex = line.includes('....') || line.includes('\t')
  const numbered = /^(11\.\d+)\.?-/.exec(line.trim())?.[1]
  return ofIndex ? null : (numbered ?? HEADINGS.find(([start]) => line.startsWith(start))?.[1] ?? null)
}

function rowOf(line: string): string {
  const [nombre = '', numero = ''] = line.split('\t')
  if (numero !== 'S/ID') return numero
  return HEADINGS.find(([start]) => nombre.startsWith(start.replace('UTVOPL', 'UTVOP')))?.[1] ?? nombre
}
