import type { Boleta, Contienda, Fila } from '../../api-types.ts'
import { hojasOf } from '@conoceles/domain/boleta'
import { emblemasOf, isPrinted, listasOf, soloReverso } from './hojas.ts'

const actor = (clave: string, integrantes: string[] = []) => ({ clave, nombre: clave, color: null, integrantes })
const fila = (nombre: string, more: Partial<Fila> = {}): Fila =>
  ({ nombre, cargo: 'k', numero: 1, calidad: 'propietaria', estatus: 'aprobada', actorPolitico: actor('PA'), ...more }) as Fila
const suplente = (nombre: string, more: Partial<Fila> = {}): Fila => fila(nombre, { calidad: 'suplente', ...more })
const contienda = (cargo: string): Contienda => ({ clave: `${cargo}-1`, cargo, cargoNombre: cargo, comunidad: null }) as Contienda

describe('sheets of a ballot', () => {
  const boletas: Boleta[] = [
    {
      clave: 'congreso',
      nombre: 'Congreso',
      frente: ['mr'],
      reverso: ['rp'],
      comoSeVota: ['Una marca.'],
      alianza: null,
      seMarca: null,
      impresa: null,
    },
    {
      clave: 'municipio',
      nombre: 'Municipio',
      frente: ['presidencia', 'sindicatura'],
      reverso: [],
      comoSeVota: [],
      alianza: null,
      seMarca: null,
      impresa: null,
    },
  ]

  it('hold the cargos that the pack prints on them, front and back, in its order', () => {
    const hojas = hojasOf(['sindicatura', 'rp', 'mr', 'presidencia'].map(contienda), boletas)
    expect(hojas.map(({ clave, frente, reverso }) => [clave, frente.map(({ cargo }) => cargo), reverso.map(({ cargo }) => cargo)])).toEqual(
      [
        ['congreso', ['mr'], ['rp']],
        ['municipio', ['presidencia', 'sindicatura'], []],
      ],
    )
  })

  it('leave out one of which nothing is elected here, and give a sheet to a contienda that none names', () => {
    expect(hojasOf([contienda('ayudantia'), contienda('mr')], boletas).map(({ nombre }) => nombre)).toEqual(['Congreso', 'ayudantia'])
  })
})

describe('sheets of comunidades', () => {
  it('are one for each: who lives in one does not mark that of another, nor loses that of the municipio', () => {
    const boletas: Boleta[] = [
      {
        clave: 'local',
        nombre: 'Boleta local',
        frente: ['presidencia', 'ayudantia'],
        reverso: [],
        comoSeVota: [],
        alianza: null,
        seMarca: null,
        impresa: null,
      },
    ]
    const de = (comunidad: string) => ({ ...contienda('ayudantia'), comunidad, lugar: `Comunidad ${comunidad}` })
    const hojas = hojasOf([contienda('presidencia'), de('C1'), de('C2')], boletas)
    expect(hojas.map(({ clave, nombre, frente }) => [clave, nombre, frente.map(({ cargo }) => cargo)])).toEqual([
      ['local', 'Boleta local', ['presidencia']],
      ['local-C1', 'Boleta local, Comunidad C1', ['ayudantia']],
      ['local-C2', 'Boleta local, Comunidad C2', ['ayudantia']],
    ])
  })
})

describe('emblems of a sheet', () => {
  const PB = { actorPolitico: actor('PB') }

  it('are headed by the propietaria of the first list, in the order of the day, with the others of the planilla behind', () => {
    const sindicatura = [fila('Sol', { cargo: 'l' }), fila('Tea', { cargo: 'l', ...PB })]
    const emblemas = emblemasOf([[fila('Bea', PB), fila('Ana'), suplente('Ada')], sindicatura])
    expect(emblemas.map(({ encabeza, acompanan }) => [encabeza?.nombre, acompanan.map(({ nombre }) => nombre)])).toEqual([
      ['Bea', ['Tea']],
      ['Ana', ['Ada', 'Sol']],
    ])
  })

  it('are headed by the suplente where the propietaria was cancelled', () => {
    expect(emblemasOf([[fila('Beto', { estatus: 'cancelada' }), suplente('Berta')]])).toMatchObject([
      { encabeza: { nombre: 'Berta' }, canceladas: [] },
    ])
  })

  it('tell a fórmula that was cancelled whole: printed ballots may still name it', () => {
    const gone = { estatus: 'cancelada' as const }
    expect(emblemasOf([[fila('Dora', gone), suplente('Dalia', gone)]])).toMatchObject([
      { encabeza: null, canceladas: [{ nombre: 'Dora' }] },
    ])
  })
})

describe('a person who left a place to somebody else', () => {
  const gone = { estatus: 'sustituida' as const }

  it('is told beside the emblem, whose ballot may still name her, and heads nothing', () => {
    expect(emblemasOf([[fila('Nora', gone), fila('Nadia')]])).toMatchObject([
      { encabeza: { nombre: 'Nadia' }, acompanan: [], sustituidas: [{ nombre: 'Nora' }] },
    ])
  })

  it.each([
    ['2024-04-30', '2024-05-02', 'no'],
    ['2024-05-02', '2024-05-02', 'maybe'],
    ['2024-05-03', '2024-05-02', 'yes'],
    [null, '2024-05-02', 'maybe'],
    ['2024-05-03', null, 'maybe'],
  ])('on %s is on a sheet that was printed on %s: %s', (desde, impresa, printed) => {
    expect(isPrinted(fila('Nora', { ...gone, salida: { desde } as Fila['salida'] }), impresa)).toBe(printed)
  })

  it('makes no emblem alone', () => {
    expect(emblemasOf([[fila('Nora', gone)]])).toEqual([])
    expect(soloReverso([], [fila('Nora', gone)])).toEqual([])
  })
})

describe('lists on the back', () => {
  const filas = [
    fila('Dos', { numero: 2, actorPolitico: actor('PT') }),
    fila('Uno', { actorPolitico: actor('PT') }),
    suplente('Una', { actorPolitico: actor('PT') }),
    fila('Cinco', { actorPolitico: actor('PM') }),
    fila('Nadie', { actorPolitico: actor('PX') }),
  ]

  it('are those of its parties for an alliance, each in the order of its numbers', () => {
    const listas = listasOf({ actor: actor('ALIANZA', ['PT', 'PM']) }, filas)
    expect(
      listas.map(({ actor: { clave }, formulas }) => [clave, formulas.map(({ titular, suplente }) => [titular.nombre, suplente?.nombre])]),
    ).toEqual([
      [
        'PT',
        [
          ['Uno', 'Una'],
          ['Dos', undefined],
        ],
      ],
      ['PM', [['Cinco', undefined]]],
    ])
  })

  it('make an emblem of their own for a party with nobody on the front', () => {
    const frente = emblemasOf([[fila('Ana', { actorPolitico: actor('ALIANZA', ['PT', 'PM']) })]])
    expect(soloReverso(frente, filas).map(({ actor: { clave } }) => clave)).toEqual(['PX'])
  })
})
