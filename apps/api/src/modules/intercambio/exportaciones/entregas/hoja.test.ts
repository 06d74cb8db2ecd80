import type { PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import { toHoja, type HojaEntrega } from './hoja.ts'
import type { EntregaRow } from './entregas.queries.ts'

const ROW: EntregaRow = {
  nombre: 'Ana Río',
  cargoNombre: 'Alcaldías',
  lugar: 'Puerto Imaginario',
  folio: 3,
  calidad: 'suplente',
  estatus: 'aprobada',
  entregaId: null,
  dias: 15,
  tipoDias: 'naturales',
  desde: 'entrega',
  vence: null,
}

function hoja(extra: Partial<HojaEntrega> = {}): string[] {
  return textsOf(
    toHoja({
      emisor: { instituto: { siglas: 'I', nombre: 'Instituto' }, proceso: 'Proceso', simulacro: false, zona: 'America/Mexico_City' },
      acuerdo: { id: 'x', numero: 'VC/ACU/1', fecha: '2030-04-01', organo: null },
      actor: { clave: 'PRIO', nombre: 'Partido Río' },
      candidaturas: [ROW],
      cuentas: [{ nombre: 'Luz Faro', correo: 'luz@rio.example', rol: 'validacion', estatus: 'invitada' }],
      entrega: null,
      corte: '2030-04-20T16:00:00Z',
      dia: '2030-04-20',
      feriados: ['2030-05-01'],
      ...extra,
    }),
  )
}

function textsOf({ blocks }: PdfDocument): string[] {
  return blocks.flatMap((block) => {
    if ('facts' in block) return block.facts.map(({ label, text }) => `${label}: ${text}`)
    if (block.type === 'table') return block.rows.map((row) => row.join(' | '))
    if (block.type === 'blanks') return block.labels
    if (block.type === 'list') return block.items
    if ('lines' in block) return block.lines
    return 'text' in block ? [block.text] : []
  })
}

it('says actor, acuerdo, accounts and candidaturas, and has room for the signature of the receiver', () => {
  expect(hoja()).toEqual(
    expect.arrayContaining([
      'Actor político: Partido Río (PRIO)',
      'Acuerdo: VC/ACU/1, del lunes 1 de abril de 2030',
      'Se entregan: 1 cuenta, para 1 candidatura',
      'Luz Faro | luz@rio.example | Captura y valida | Invitada por correo',
      'Ana Río | Alcaldías | Puerto Imaginario | 3 | Suplente',
      'Recibe: nombre completo',
      'Cargo o representación',
      'Firma de quien recibe',
      'Fecha y hora en que recibe',
    ]),
  )
})

describe('the term', () => {
  const plazo = (extra: Partial<HojaEntrega>) => hoja(extra).filter((text) => /se cuentan/.test(text))

  it('before the delivery says when it would end if it were today', () => {
    expect(plazo({})).toEqual([
      '15 días naturales, que se cuentan desde el día siguiente al de la entrega de las cuentas. Si la entrega es hoy, sábado 20 de abril de 2030, vence el domingo 5 de mayo de 2030 a las 23:59 horas.',
    ])
  })

  it('counts working days without rest days', () => {
    expect(plazo({ candidaturas: [{ ...ROW, dias: 9, tipoDias: 'habiles' }] })[0]).toContain(
      '9 días hábiles, que se cuentan desde el día siguiente al de la entrega de las cuentas. Si la entrega es hoy, sábado 20 de abril de 2030, vence el viernes 3 de mayo',
    )
  })

  it('after the delivery tells the end of the term and the receiver', () => {
    const entrega = { entregadaEn: '2030-04-20T16:30:00Z', recibe: 'Sol Mar, representante', folio: 'F-1' }
    const texts = hoja({ entrega, candidaturas: [{ ...ROW, vence: '2030-05-05', entregaId: 'e' }] })
    expect(texts).toEqual(
      expect.arrayContaining([
        'Entrega registrada: sábado 20 de abril de 2030, 10:30 horas; folio F-1',
        'Recibió: Sol Mar, representante',
        '15 días naturales, que se cuentan desde el día siguiente al de la entrega de las cuentas. Vence el domingo 5 de mayo de 2030 a las 23:59 horas.',
      ]),
    )
  })

  it('is told for each way of counting', () => {
    const rows = [ROW, { ...ROW, cargoNombre: 'Intendencia', desde: 'acuerdo' as const, vence: '2030-04-16' }]
    expect(plazo({ candidaturas: rows })).toEqual([
      expect.stringMatching(/^Alcaldías: 15 días/),
      'Intendencia: 15 días naturales, que se cuentan desde el día siguiente al de la aprobación del acuerdo (lunes 1 de abril de 2030). Vence el martes 16 de abril de 2030 a las 23:59 horas.',
    ])
  })
})

it('without accounts says what has to happen first', () => {
  expect(hoja({ cuentas: [] })).toContain('Partido Río todavía no tiene cuentas: la administración debe invitarlas antes de la entrega.')
})

it('says of whom has left since', () => {
  expect(hoja({ candidaturas: [ROW, { ...ROW, estatus: 'cancelada' }] })).toContain(
    'Ana Río | Alcaldías | Puerto Imaginario | 3 | Suplente | Cancelada',
  )
})
