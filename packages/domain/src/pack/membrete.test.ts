import { faltanEnMembrete, membreteDe, type LemaPack, type MembretePack } from './membrete.ts'

const alta = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const
const dudoso = { fuente: 'Inventado para las pruebas', confianza: 'por_confirmar' } as const
const lema = (rest: Pick<LemaPack, 'texto' | 'desde'> & Partial<LemaPack>): LemaPack => ({
  hasta: null,
  decreto: 'Decreto 1',
  ...alta,
  ...rest,
})

const PACK: MembretePack = {
  nombre: { texto: 'Instituto de Ficción', ...alta },
  area: { texto: 'Oficina', ...alta },
  emblema: { png: null, ...dudoso },
  domicilio: { texto: 'Calle Uno', ...dudoso },
  telefono: { texto: '555', ...alta },
  sitio: { texto: null, ...alta },
  lemas: [
    lema({ texto: 'De 2029', desde: '2029-01-01', hasta: '2029-12-31' }),
    lema({ texto: 'De 2030', desde: '2030-01-01' }),
    lema({ texto: 'Oído', desde: '2031-01-01', ...dudoso }),
  ],
  firma: { rotulo: 'ATENTAMENTE', presente: 'PRESENTE', ...alta },
  copias: { prefijo: 'C.c.p.', nota: 'Presente.', siempre: ['Archivo.'], ...alta },
  tipografia: { texto: 'Arial', ...alta },
}
const on = (dia: string) => membreteDe(PACK, { instituto: 'Instituto', dia })

it('prints only what somebody confirmed, and tells the rest apart', () => {
  expect(on('2030-05-01')).toMatchObject({ nombre: 'Instituto de Ficción', area: 'Oficina', emblema: null, pie: ['555'] })
  expect(faltanEnMembrete(PACK, '2030-05-01')).toEqual(['El emblema.', 'El domicilio.', 'La dirección del sitio.'])
})

it('has the lema of the day, and none before the first', () => {
  expect(['2028-12-31', '2029-12-31', '2030-01-01', '2031-06-01'].map((dia) => on(dia).lema)).toEqual([
    null,
    'De 2029',
    'De 2030',
    'De 2030',
  ])
  expect(faltanEnMembrete(PACK, '2028-01-01')).toContain('El lema del año.')
})

it('of a proceso that was loaded before is the name of its institute', () => {
  expect(membreteDe(undefined, { instituto: 'Instituto', dia: '2030-01-01' })).toMatchObject({ nombre: 'Instituto', pie: [], area: null })
  expect(faltanEnMembrete(undefined, '2030-01-01')).toHaveLength(1)
})
