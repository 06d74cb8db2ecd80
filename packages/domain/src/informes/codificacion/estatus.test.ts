import {
  codigoFinal,
  razonesContraAbrir,
  razonesContraCerrar,
  razonesContraCodificar,
  razonesContraReiniciar,
  razonesContraResolver,
  razonesContraTomarPlaza,
  type Codificable,
} from './estatus.ts'
import { libroDe, razonesContraLibro } from './libro.ts'

const libro = libroDe([
  { nombre: 'Lengua de señas', definicion: 'Nombra una.' },
  { nombre: 'Otra lengua', definicion: 'Nombra otra.' },
])
const abierta = (...plazas: Codificable['plazas'][number][]): Codificable => ({ estatus: 'abierta', categorias: libro, plazas })
const a = { cuentaId: 'a', terminada: false }
const b = { cuentaId: 'b', terminada: false }
const fin = (plaza: typeof a) => ({ ...plaza, terminada: true })

describe('a codebook', () => {
  it('gets its claves from its names, and «Otras» at the end', () => {
    expect(libro.map(({ clave }) => clave)).toEqual(['lengua_de_senas', 'otra_lengua', 'otras'])
  })

  it('tells the lacks of each field', () => {
    const each = (nombre: string, definicion = 'Algo') => ({ nombre, definicion })
    expect(razonesContraLibro([each('Uno'), each(' UNO '), each('otras'), each('   '), each('Dos', ' ')])).toEqual([
      { field: 'categorias.1.nombre', reasons: ['Ya hay una categoría que se llama así.'] },
      { field: 'categorias.2.nombre', reasons: ['«Otras» ya está siempre: no se escribe.'] },
      { field: 'categorias.3.nombre', reasons: ['Escriba el nombre de la categoría.'] },
      { field: 'categorias.4.definicion', reasons: ['Escriba cuándo un texto es de esta categoría.'] },
    ])
    expect(razonesContraLibro(Array.from({ length: 10 }, (_, at) => each(`Categoría ${at}`))).at(-1)?.field).toBe('categorias')
    expect(razonesContraLibro([])).toEqual([])
  })

  it('opens with two categories of its own, once', () => {
    expect(razonesContraAbrir({ estatus: 'borrador', categorias: libroDe([{ nombre: 'Una', definicion: 'd' }]) })).toHaveLength(1)
    expect(razonesContraAbrir({ estatus: 'borrador', categorias: libro })).toEqual([])
    expect(razonesContraAbrir({ estatus: 'abierta', categorias: libro })).toHaveLength(1)
  })
})

describe('the two places', () => {
  it('are of two people, and there is no third', () => {
    expect(razonesContraTomarPlaza(abierta(), 'a')).toEqual([])
    expect(razonesContraTomarPlaza(abierta(a), 'a')[0]).toMatch(/no puede codificar dos veces/)
    expect(razonesContraTomarPlaza(abierta(a), 'b')).toEqual([])
    expect(razonesContraTomarPlaza(abierta(a, b), 'c')[0]).toMatch(/ya están tomadas/)
  })

  it('code until they finished, and settle once both did', () => {
    expect(razonesContraCodificar(abierta(a), 'b')).toHaveLength(1)
    expect(razonesContraCodificar(abierta(a), 'a')).toEqual([])
    expect(razonesContraCodificar(abierta(fin(a), b), 'a')).toHaveLength(1)
    expect(razonesContraResolver(abierta(fin(a)))).toHaveLength(1)
    expect(razonesContraResolver(abierta(fin(a), b))).toHaveLength(1)
    expect(razonesContraResolver(abierta(fin(a), fin(b)))).toEqual([])
    expect(razonesContraCerrar(abierta(fin(a), b))).toHaveLength(1)
    expect(razonesContraCerrar(abierta(fin(a), fin(b)))).toEqual([])
  })

  it('begin again only before anything was counted', () => {
    expect(razonesContraReiniciar({ estatus: 'abierta' })).toEqual([])
    expect(razonesContraReiniciar({ estatus: 'cerrada' })[0]).toMatch(/ya se contó/)
    expect(razonesContraReiniciar({ estatus: 'borrador' })).toHaveLength(1)
  })
})

describe('the code that stands', () => {
  const voto = (cuentaId: string, codigo: string) => ({ cuentaId, codigo })
  const differ = [voto('a', 'x'), voto('b', 'y')]

  it.each([
    [[voto('a', 'x'), voto('b', 'x')], [], 'x'],
    [[voto('a', 'x')], [], null],
    [differ, [], null],
    [differ, [voto('a', 'x')], null],
    [differ, [voto('a', 'x'), voto('b', 'y')], null],
    [differ, [voto('a', 'z'), voto('b', 'z')], 'z'],
    [differ, [voto('a', 'x'), voto('c', 'y')], 'y'],
    [differ, [voto('c', 'z')], 'z'],
  ])('is the one that both gave, or that of a third person (%#)', (codigos, votos, expected) => {
    expect(codigoFinal(codigos, votos)).toBe(expected)
  })
})
