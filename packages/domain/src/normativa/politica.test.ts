import { diasDeCambio, diferenciasPolitica, esPublicoEn, fallasPolitica, publicoDesde, razonesContraActoPolitica } from './politica.ts'
import type { CampoPoliticaPack, SustentoPolitica } from './packs.ts'

const SUSTENTO: SustentoPolitica = {
  ...{ clase: 'acuerdo', numero: 'VC/ACU/1', fecha: '2030-05-01', autoridad: null, acuerdoId: null, documentoId: null },
}
const row = (campo: string, more: Partial<CampoPoliticaPack> = {}): CampoPoliticaPack => ({
  ...{ campo, publico: true, base: 'Ley ficticia', fuente: 'Prueba', confianza: 'alta' },
  ...more,
})
const conocidos = [
  { campo: 'nombre', titulo: 'Nombre', origen: 'ficha' as const },
  { campo: 'apodo', titulo: 'Sobrenombre', origen: 'ficha' as const },
  { campo: 'isla', titulo: 'Isla', origen: 'identidad' as const },
]

describe('a row of the policy', () => {
  it('is public from its first day to its last, both included, and never when it says not', () => {
    const dated = row('apodo', { desde: '2030-05-02', hasta: '2030-05-04' })
    const days = ['2030-05-01', '2030-05-02', '2030-05-04', '2030-05-05']
    expect(days.map((dia) => esPublicoEn(dated, dia))).toEqual([false, true, true, false])
    expect(esPublicoEn(row('apodo', { publico: false }), '2030-05-03')).toBe(false)
  })

  it('changes the public fields on its first day and on the day after its last', () => {
    const campos = [
      row('apodo', { desde: '2030-05-02', hasta: '2030-05-31' }),
      row('sexo'),
      row('edad', { publico: false, desde: '2030-05-09' }),
    ]
    expect(diasDeCambio(campos)).toEqual(['2030-05-02', '2030-06-01'])
    expect(['2030-05-01', '2030-05-20', '2030-07-01'].map((dia) => publicoDesde(campos, dia))).toEqual([null, '2030-05-02', '2030-06-01'])
  })
})

describe('a draft of the policy', () => {
  const antes = [row('nombre'), row('apodo'), row('isla', { publico: false })]

  it('differs in the text of a field, and in a field that the policy in force does not name only when it opens it', () => {
    const despues = [row('nombre'), row('apodo', { publico: false }), row('isla', { publico: false }), row('nuevo', { publico: false })]
    expect(diferenciasPolitica(antes, despues)).toEqual([{ campo: 'apodo', aspectos: ['publico'] }])
    expect(diferenciasPolitica(antes, [row('nuevo', { hasta: '2030-06-01' })])).toEqual([{ campo: 'nuevo', aspectos: ['publico'] }])
  })

  it('has to name the authority and ground of each change, within possible dates', () => {
    const fallas = (despues: CampoPoliticaPack) => fallasPolitica([despues], { antes, conocidos }).map(({ razon }) => razon)
    expect(fallas(row('apodo', { publico: false }))).toEqual(['Falta el acuerdo o la resolución que lo ordena.'])
    expect(fallas(row('apodo', { publico: false, base: ' ', sustento: SUSTENTO, hasta: '2030-06-01' }))).toEqual([
      'Falta el fundamento.',
      'Las fechas dicen cuándo es público: no acotan lo que no lo es.',
    ])
    expect(fallas(row('apodo', { sustento: SUSTENTO, desde: '2030-06-02', hasta: '2030-06-01' }))).toEqual([
      'El último día es anterior al primero.',
    ])
    expect(fallas(row('apodo', { sustento: SUSTENTO, hasta: '2030-06-01' }))).toEqual([])
  })

  it('neither takes inseparable fields from the record nor opens an answer of identity', () => {
    const closed = fallasPolitica([row('nombre', { publico: false, sustento: SUSTENTO })], { antes, conocidos })
    expect(closed).toMatchObject([{ campo: 'nombre', razon: expect.stringContaining('Sin este dato no hay ficha') }])
    const open = fallasPolitica([row('isla', { sustento: SUSTENTO })], { antes, conocidos })
    expect(open).toMatchObject([{ campo: 'isla', razon: expect.stringContaining('identidad') }])
  })

  it('comes into force once, on the version it was made from, and only if it changes something', () => {
    const state = { estatus: 'borrador', fallas: 0, diferencias: 1, mismaBase: true } as const
    expect(razonesContraActoPolitica(state, 'activar')).toEqual([])
    expect(razonesContraActoPolitica({ ...state, diferencias: 0, fallas: 2, mismaBase: false }, 'activar')).toHaveLength(3)
    expect(razonesContraActoPolitica({ ...state, diferencias: 0 }, 'guardar')).toEqual([])
    expect(razonesContraActoPolitica({ ...state, estatus: 'activado' }, 'guardar')).toEqual([
      'Ya está en vigor: una versión en uso no cambia.',
    ])
    expect(razonesContraActoPolitica({ ...state, estatus: 'descartado' }, 'activar')).toEqual(['Se descartó.'])
  })
})
