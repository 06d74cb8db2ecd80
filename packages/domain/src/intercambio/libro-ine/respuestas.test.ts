import { columnasDeRespuestas } from '../../index.ts'
import { preguntasIne } from './muestra.ts'
import type { ColumnaIne } from './preguntas.ts'
import { celdaDeRespuestas, leerCelda } from './respuestas.ts'

const columna = (encabezado: string): ColumnaIne => {
  const found = columnasDeRespuestas(preguntasIne).find((each) => each.encabezado.startsWith(encabezado))
  if (!found) throw new Error(encabezado)
  return found
}
const escribir = (encabezado: string, respuestas: Record<string, unknown>, rest = { capturada: true }) =>
  celdaDeRespuestas(columna(encabezado), { respuestas, ...rest })

describe('a cell without answer', () => {
  it('says in the first sheet whether anybody captured there, and is a single blank in the second', () => {
    expect(escribir('TELEFONO', {}, { capturada: false })).toBe('')
    expect([escribir('TELEFONO', {}), escribir('CURSOS', { cursos: [] }), escribir('1.', {})]).toEqual([
      'No proporcionó',
      'Sin cursos',
      ' ',
    ])
  })

  it('is read back as it was written', () => {
    expect(leerCelda(columna('TELEFONO'), '')).toEqual({ respuestas: {}, capturada: false, avisos: [] })
    expect(leerCelda(columna('TELEFONO'), 'NO PROPORCIONO')).toEqual({ respuestas: {}, capturada: true, avisos: [] })
    expect(leerCelda(columna('CURSOS'), 'Sin cursos').respuestas).toEqual({})
    expect(leerCelda(columna('3.'), 'No aplica').respuestas).toEqual({ pueblo: 'No aplica' })
    expect(leerCelda(columna('1.'), 'No aplica')).toMatchObject({ respuestas: {}, capturada: false })
  })
})

describe('an answer', () => {
  it('in a catalogue is the option, however it is spelt; Trunco and Trunca are one, and it is told', () => {
    expect(leerCelda(columna('ESCOLARIDAD'), 'MAESTRIA')).toMatchObject({ respuestas: { escolaridad: 'Maestría' }, avisos: [] })
    const trunco = leerCelda(columna('ESTATUS_ESCOLARIDAD'), 'Trunco')
    expect(trunco.respuestas).toEqual({ estatus: 'Trunca' })
    expect(trunco.avisos).toHaveLength(1)
  })

  it('outside its catalogue stays as it came, and the notice does not repeat it', () => {
    const read = leerCelda(columna('3.'), 'Pueblo sin lista')
    expect(read.respuestas).toEqual({ pueblo: 'Pueblo sin lista' })
    expect(read.avisos).toHaveLength(1)
    expect(JSON.stringify(read.avisos)).not.toContain('sin lista')
  })

  it('keeps its text when it is of another type', () => {
    expect(leerCelda(columna('13.'), '7').respuestas).toEqual({ anios_fuera: 7 })
    expect(leerCelda(columna('13.'), 'siete')).toMatchObject({ respuestas: { anios_fuera: 'siete' }, avisos: [expect.any(String)] })
    expect(leerCelda(columna('11.'), 'Sí').respuestas).toEqual({ migrante: true })
  })

  it('on social networks goes to the question of its site, in order, and the rest to the list', () => {
    const cell = 'https://uno.example/a, https://www.dos.example/b, https://uno.example/c, @alguien'
    expect(leerCelda(columna('REDES'), cell).respuestas).toEqual({
      red_uno: 'https://uno.example/a',
      red_dos: 'https://www.dos.example/b',
      otras_redes: ['https://uno.example/c', '@alguien'],
    })
    const swapped = 'https://dos.example/b, https://uno.example/a'
    const { respuestas } = leerCelda(columna('REDES'), swapped)
    expect(respuestas).toEqual({ red_dos: 'https://dos.example/b', otras_redes: ['https://uno.example/a'] })
    expect(escribir('REDES', respuestas)).toBe(swapped)
  })

  it('fits a cell: control characters go, and runs of blanks shrink before anything is cut', () => {
    expect(escribir('HISTORIA', { historia: 'a\u0007b\r\nc\u202e' })).toBe('ab\nc')
    const long = escribir('HISTORIA', { historia: `a${' '.repeat(40_000)}b` })
    expect(long).toBe('a b')
    expect(escribir('HISTORIA', { historia: 'x'.repeat(40_000) })).toHaveLength(32_767)
  })
})
