import {
  advertirArchivos,
  advertirRemision,
  aperturaDe,
  type EntregableARemitir,
  estatusRemision,
  razonesContraCorregirRemision,
} from './remision.ts'

it('founds an oficio only on articles that somebody confirmed', () => {
  const source = { fuente: 'Inventado', confianza: 'alta' } as const
  expect(aperturaDe({})).toBe('En cumplimiento de')
  expect(aperturaDe({ fundamento: { texto: 'el artículo 1', ...source } })).toBe('Con fundamento en el artículo 1, y en cumplimiento de')
  expect(aperturaDe({ fundamento: { texto: 'el artículo 1', ...source, confianza: 'por_confirmar' } })).toBe('En cumplimiento de')
})

it.each([
  [{ enviadaEn: null, acuseEn: null, anuladaEn: null }, 'preparada'],
  [{ enviadaEn: 1, acuseEn: null, anuladaEn: null }, 'enviada'],
  [{ enviadaEn: 1, acuseEn: 2, anuladaEn: null }, 'acusada'],
  [{ enviadaEn: 1, acuseEn: 2, anuladaEn: 3 }, 'anulada'],
  [{ enviadaEn: null, acuseEn: null, anuladaEn: 3 }, 'anulada'],
])('a remisión with %j is %s', (facts, estatus) => {
  expect(estatusRemision(facts)).toBe(estatus)
})

it('warns of an oficio or an acuse that the system printed, or that was given as something else', () => {
  const given = { oficio: 'signed', acuse: 'sealed', anexos: ['plan'], impresos: new Set(['printed']) }
  expect(advertirArchivos(given)).toEqual([])
  expect(advertirArchivos({ ...given, oficio: 'printed', acuse: 'printed' })).toEqual([
    'oficio_sin_firma',
    'acuse_sin_sello',
    'acuse_repetido',
  ])
  expect(advertirArchivos({ ...given, oficio: 'plan', acuse: null })).toEqual(['oficio_repetido'])
})

describe('warnings before remitting', () => {
  const plan: EntregableARemitir = {
    clave: '11.4',
    sinAprobacion: [],
    vencido: false,
  }
  const warn = (each: Partial<EntregableARemitir>, rest = {}) =>
    advertirRemision({
      anexos: 1,
      anexosRetirados: 0,
      sinOficio: false,
      entregables: [{ ...plan, ...each }],
      motivoInhabil: null,
      ...rest,
    }).map(({ tipo, entregable, milestones }) => [tipo, entregable, ...milestones])

  it('is nothing when all is in order', () => {
    expect(warn({})).toEqual([])
  })

  it('is each approval that has no evidence, and the oficio that nobody brought as it was signed', () => {
    expect(warn({ sinAprobacion: ['comision', 'pleno'] }, { sinOficio: true })).toEqual([
      ['sin_oficio', null],
      ['sin_aprobacion', '11.4', 'comision', 'pleno'],
    ])
  })

  it('is a term that is over, a day on which nobody works, and an oficio without attachments', () => {
    expect(warn({ vencido: true }, { anexos: 0, motivoInhabil: 'domingo' })).toEqual([
      ['sin_anexos', null],
      ['fuera_de_plazo', '11.4'],
      ['dia_inhabil', null],
    ])
  })

  it('is the document that was approved and is not attached, another version of it, and a day before its approval', () => {
    expect(warn({ documento: ['falta_documento', 'otra_version', 'fecha_anterior'] })).toEqual([
      ['falta_documento', '11.4'],
      ['otra_version', '11.4'],
      ['fecha_anterior', '11.4'],
    ])
    expect(warn({}, { otraFirma: true })).toEqual([['otra_firma', null]])
  })

  it('is an attachment that was withdrawn as evidence', () => {
    expect(warn({}, { anexosRetirados: 1 })).toEqual([['anexo_retirado', null]])
  })
})

it('refuses to correct a remisión that was not told yet, or was annulled', () => {
  const may = (['preparada', 'enviada', 'acusada', 'anulada'] as const).map((estatus) =>
    (['envio', 'acuse'] as const).map((que) => razonesContraCorregirRemision(que, estatus).length === 0),
  )
  expect(may).toEqual([
    [false, false],
    [true, false],
    [true, true],
    [false, false],
  ])
})
