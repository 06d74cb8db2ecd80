import { conMenosPalabras, createBuscador, isAlmostBeginning, resaltar, sonido, type Nombrable } from './busqueda.ts'

const personas: Nombrable[] = [
  { nombre: 'María José Hernández López', apodo: null, reserva: null },
  { nombre: 'Mario Núñez', apodo: 'La Güera de Tlalnepantla', reserva: null },
  { nombre: 'Josefa Pérez María', apodo: null, reserva: null },
  { nombre: "Ana O'Higgins", apodo: null, reserva: null },
]
const buscador = createBuscador(personas)

/** Names in the order of how well they answer. */
function found(text: string): string[] {
  const { puntos } = buscador.buscar(text) ?? { puntos: new Uint8Array() }
  return [...puntos.keys()]
    .filter((row) => puntos[row])
    .sort((a, b) => (puntos[b] ?? 0) - (puntos[a] ?? 0) || a - b)
    .map((row) => personas[row]?.nombre.split(' ')[0] ?? '')
}

describe('search by name', () => {
  it.each<[string, string[]]>([
    ['maria', ['María', 'Josefa']],
    ['mari', ['María', 'Mario', 'Josefa']],
    ['MARÍA jose', ['María', 'Josefa']],
    ['lopez maria', ['María']],
    ['núñez', ['Mario']],
    ['nunez', ['Mario']],
    ['guera tlal', ['Mario']],
    ['higgins o', ['Ana']],
    ['maria xyz', []],
  ])('finds «%s» in any order, by beginnings, without accents, and by nickname', (text, names) => {
    expect(found(text)).toEqual(names)
  })

  it('puts whole words before beginnings', () => {
    expect(found('jose')).toEqual(['María', 'Josefa'])
  })

  it.each(['lopes maria', 'hernadez', 'hernnandez', 'ehrnandez', 'ernandez', 'lopezz maria'])('forgives the one error of «%s»', (text) => {
    expect(buscador.buscar(text)).toMatchObject({ parecidos: true })
    expect(found(text)).toEqual(['María'])
  })

  it.each(['Ernandes Lopes', 'mario nunes', 'hernándeS loPez', 'joze lopes', 'perez jocefa'])(
    'forgives that «%s» is written as it sounds',
    (text) => {
      expect(buscador.buscar(text)).toMatchObject({ parecidos: true })
      expect(found(text)).toHaveLength(1)
    },
  )

  it.each([
    ['velasques', 'velazquez'],
    ['gimenes', 'jimenez'],
    ['seballos', 'zevayos'],
    ['quiroz', 'kiros'],
  ])('«%s» sounds as «%s»', (one, other) => {
    expect(sonido(one)).toBe(sonido(other))
  })

  it('a mute letter alone sounds as nobody', () => {
    expect(found('hh')).toEqual([])
  })

  it('does not forgive two, nor one in a very short word', () => {
    expect(found('lopes hernadez')).toEqual([])
    expect(found('anx')).toEqual([])
  })

  it('does not look for similar names while one is written so', () => {
    expect(found('mario')).toEqual(['Mario'])
    expect(buscador.buscar('mario')?.parecidos).toBe(false)
  })

  it('finds nobody by the words in place of the name of a blocked persona', () => {
    const blocked = { nombre: 'Información no disponible', apodo: null, reserva: 'persona' } as const
    const { buscar } = createBuscador([...personas, blocked])
    for (const text of ['informacion', 'no', 'informacoin']) expect(buscar(text)?.puntos.some((points) => points > 0)).toBe(false)
  })

  it('does not search without words', () => {
    expect([buscador.buscar('  '), buscador.buscar(' ¿? ')?.puntos.some((points) => points > 0)]).toEqual([null, false])
  })

  it('proposes fewer words when all of them find nobody', () => {
    expect(conMenosPalabras(buscador, 'maria lopez xyz')).toEqual([{ q: 'maria lopez', n: 1 }])
    expect(conMenosPalabras(buscador, 'xyz')).toEqual([])
  })

  it.each([
    ['casa', 'casa', true],
    ['csa', 'casa', true],
    ['caasa', 'casamiento', true],
    ['acsa', 'casa', true],
    ['cosi', 'casa', false],
    ['casas', 'cas', false],
  ])('«%s» for «%s» is almost its beginning: %s', (written, word, almost) => {
    expect(isAlmostBeginning(written, word)).toBe(almost)
  })
})

describe('the marks in a found name', () => {
  const marked = (text: string, q: string) =>
    resaltar(text, q)
      .map(({ texto, hallado }) => (hallado ? `[${texto}]` : texto))
      .join('')

  it('is the beginning of a word, or the whole word when it only resembles', () => {
    expect(marked('María José Núñez', 'jos nune')).toBe('María [Jos]é [Núñe]z')
    expect(marked('María López', 'lopes')).toBe('María [López]')
    expect(marked('María López', '')).toBe('María López')
  })

  it('breaks a name only where something of it was found', () => {
    expect(resaltar('María José Núñez', '').map(({ texto }) => texto)).toEqual(['María José Núñez'])
    expect(resaltar('María José Núñez', 'jos').map(({ texto }) => texto)).toEqual(['María ', 'Jos', 'é Núñez'])
  })
})
