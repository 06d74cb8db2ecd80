import { asksFor, findPagina, type Pagina } from './paginas.ts'

const paso = {
  key: 'curricular/trayectoria',
  cuestionario: 'curricular',
  seccion: 'trayectoria',
  label: '',
  stateText: '',
  tone: 'info',
  done: false,
  optional: false,
} as const
const pageOf = (pregunta: string, n: number): Pagina => ({ key: `${paso.key}/${pregunta}`, paso, pregunta, campos: [pregunta], n, de: 2 })
const PAGINAS = [pageOf('trayectoria', 1), pageOf('motivo', 2)]

describe('the page of an address', () => {
  it('of a section is the one with something missing, also where a question has the name of its section', () => {
    expect(findPagina(PAGINAS, 'curricular/trayectoria', ({ pregunta }) => pregunta === 'motivo')?.pregunta).toBe('motivo')
    expect(findPagina(PAGINAS, 'curricular/trayectoria', () => false)?.pregunta).toBe('trayectoria')
  })

  it('of a question is the one that asks it', () => {
    expect(findPagina(PAGINAS, 'curricular/trayectoria/motivo', () => false)?.pregunta).toBe('motivo')
    expect(
      findPagina([{ ...pageOf('trayectoria', 1), campos: ['trayectoria', 'motivo'] }], 'curricular/trayectoria/motivo', () => false)
        ?.pregunta,
    ).toBe('trayectoria')
  })
})

describe('the page of what is missing', () => {
  const medios = { ...pageOf('cuales-usa', 1), campos: [], medios: ['facebook', 'instagram'] }
  const instagram = pageOf('instagram', 2)

  it.each([
    ['of a question alone', pageOf('motivo', 1), 'motivo', true],
    ['of a question of another page', pageOf('motivo', 1), 'trayectoria', false],
    ['of a whole section', { ...pageOf('motivo', 1), campos: null }, 'trayectoria', true],
    ['of a way that she did not choose, which names them all', medios, 'facebook', true],
    ['of a way that she chose, where she writes it', medios, 'instagram', false],
    ['of a way that she chose, while another is named', instagram, 'facebook', false],
  ])('%s', (_title, pagina, ...[campo, expected]) => {
    expect(asksFor(pagina, campo, [medios, instagram])).toBe(expected)
  })

  it('among the ways it is where she chooses', () => {
    const found = findPagina([medios, instagram], 'curricular/trayectoria', (each) => asksFor(each, 'facebook', [medios, instagram]))
    expect(found?.pregunta).toBe('cuales-usa')
  })
})
