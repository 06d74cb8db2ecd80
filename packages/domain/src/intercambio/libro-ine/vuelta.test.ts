import fc from 'fast-check'
import type { CandidaturaIne, CeldaIne, HojaLeida, PreguntaIne } from '../../index.ts'
import {
  abrirLibroIne,
  COLUMNAS_CANDIDATOS,
  COLUMNAS_IDENTIDAD,
  columnasDeRespuestas,
  filasEnLibro,
  HOJAS_INE,
  leerFilasIne,
} from '../../index.ts'
import { preguntasIne } from './muestra.ts'

const columnas = columnasDeRespuestas(preguntasIne)
const words = fc.array(fc.constantFrom('Sol', 'Ñandú', 'río', 'a,b', '1', 'línea\notra', 'No', 'fin.'), {
  minLength: 1,
  maxLength: 6,
})
const text = words.map((some) => some.join(' '))

/** Answers as the API stores them: texts without blanks at their ends, addresses of their sites, nothing empty. */
function answerOf({ tipo, opciones, hosts }: PreguntaIne): fc.Arbitrary<unknown> {
  if (tipo === 'boolean') return fc.boolean()
  if (tipo === 'integer') return fc.nat(99)
  if (tipo === 'array') return fc.array(fc.oneof(text, fc.webUrl()), { minLength: 1, maxLength: 4 })
  if (opciones) return fc.oneof(fc.constantFrom(...opciones), text)
  return hosts ? fc.constantFrom(...hosts.map((host) => `https://${host}/cuenta`)) : text
}

function answersOf(cuestionario: PreguntaIne['cuestionario']): fc.Arbitrary<Record<string, unknown>> {
  const own = preguntasIne.filter((pregunta) => pregunta.cuestionario === cuestionario)
  const some = Object.fromEntries(own.map((pregunta) => [pregunta.clave, answerOf(pregunta)]))
  return fc.record(some, { requiredKeys: [] })
}

const secciones = ['contacto', 'estudios', 'historia', 'propuestas']

const candidatura: fc.Arbitrary<CandidaturaIne> = fc
  .record({
    partido: fc.constantFrom('Partido Río', 'Alianza Luces'),
    cargo: fc.constantFrom(
      { nombre: 'Sindicaturas', principio: 'mayoria_relativa' },
      { nombre: 'Diputaciones', principio: 'mayoria_relativa' },
    ),
    entidad: fc.constantFrom('Valle Claro', 'México'),
    lugar: fc.constantFrom(
      { tipo: 'distrito' as const, clave: 'D04', nombre: 'Distrito IV', cabecera: 'TETELA' },
      { tipo: 'municipio' as const, clave: 'm1', nombre: 'Peñón', cabecera: null },
    ),
    folio: fc.nat(999_999),
    nombre: fc.constantFrom('Ana Ñandú', 'José de la O'),
    calidad: fc.constantFrom('propietaria' as const, 'suplente' as const),
    edad: fc.option(fc.integer({ min: 18, max: 99 })),
    sexo: fc.constantFrom('mujer' as const, 'hombre' as const, 'no_binario' as const),
    curricular: answersOf('curricular'),
    identidad: answersOf('identidad'),
    saved: fc.subarray(secciones),
  })
  .map(({ saved, ...rest }) => {
    const answered = preguntasIne.filter(({ clave }) => Object.hasOwn(rest.curricular, clave)).map(({ seccion }) => seccion)
    const captured = new Set([...saved, ...answered])
    return { ...rest, capturada: (seccion) => captured.has(seccion) }
  })

/** As a spreadsheet gives them back: trimmed, and nothing but text. */
function toHoja(nombre: string, columns: readonly string[], row: CeldaIne[]): HojaLeida {
  return { nombre, columnas: [...columns], filas: [row.map((cell) => String(cell ?? '').trim())], primeraFila: 2 }
}

function readBack(filas: { candidatos: CeldaIne[]; identidad: CeldaIne[] }) {
  const hojas = [
    toHoja(HOJAS_INE.candidatos, COLUMNAS_CANDIDATOS, filas.candidatos),
    toHoja(HOJAS_INE.identidad, COLUMNAS_IDENTIDAD, filas.identidad),
  ]
  const opened = abrirLibroIne(hojas)
  if ('razones' in opened) throw new Error(opened.razones.join(' '))
  const [fila] = leerFilasIne(opened.libro, columnas)
  if (!fila) throw new Error('no row')
  return fila
}

it('a candidatura written, read and written again has the same cells in both sheets', () => {
  fc.assert(
    fc.property(candidatura, (original) => {
      const written = filasEnLibro(original, columnas)
      const { errores, calidad, sexo, edad, nombre, curricular, identidad, capturadas } = readBack(written)
      expect({ errores, calidad, sexo, edad, nombre }).toEqual({ errores: [], ...pick(original) })
      const captured = new Set(capturadas.map(({ seccion }) => seccion))
      const again = { ...original, curricular, identidad, capturada: (seccion: string) => captured.has(seccion) }
      expect(filasEnLibro(again, columnas)).toEqual(written)
    }),
    { numRuns: 500 },
  )
})

function pick({ calidad, sexo, edad, nombre }: CandidaturaIne): object {
  return { calidad, sexo, edad, nombre }
}
