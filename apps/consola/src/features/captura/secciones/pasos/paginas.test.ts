import { findPagina, type Pagina } from './paginas.ts'

const paso = {
  key: 'curricular/trayectoria',
  cuestionario: 'curricular',
  seccion: 'trayectoria',
  label: '',
  stateText: '',
  tone: 'info',
  done: false,
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
