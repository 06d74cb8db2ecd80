import {
  abrirLibroIne,
  COLUMNAS_CANDIDATOS,
  COLUMNAS_IDENTIDAD,
  columnasDeRespuestas,
  esLibroIne,
  leerFilasIne,
  type HojaLeida,
  type PreguntaIne,
} from '../../index.ts'
import { cargoEnLibro, leerDistrito, lugarEnLibro, mayusculas, numeroDistrito, tipoEnLibro } from './celdas.ts'
import { filaLibro, hojasDe, preguntasIne } from './muestra.ts'

const columnas = columnasDeRespuestas(preguntasIne)

function leer(candidatos: Record<string, string>[], identidad: Record<string, string>[] = candidatos) {
  const opened = abrirLibroIne(hojasDe(candidatos, identidad))
  if ('razones' in opened) throw new Error(opened.razones.join(' '))
  return leerFilasIne(opened.libro, columnas)
}

describe('the headings', () => {
  it('are 25 and 31, the last one with the blank that the source has', () => {
    expect([COLUMNAS_CANDIDATOS.length, COLUMNAS_IDENTIDAD.length]).toEqual([25, 31])
    expect([COLUMNAS_CANDIDATOS[3], COLUMNAS_IDENTIDAD[3], COLUMNAS_IDENTIDAD[30]]).toEqual([
      'DISTRITO LOCAL',
      'DISTRITOLOCAL',
      '20. Entidad federativa de nacimiento: ',
    ])
  })

  it('tell the workbook by themselves, with any names and order of its sheets', () => {
    const [candidatos, identidad] = hojasDe([filaLibro()]) as [HojaLeida, HojaLeida]
    const renamed = [
      { ...identidad, nombre: 'Hoja1' },
      { ...candidatos, nombre: 'Hoja2' },
    ]
    expect(esLibroIne(renamed)).toBe(true)
    expect(esLibroIne([{ ...candidatos, columnas: ['clave', 'cargo', 'nombre'] }])).toBe(false)
    expect(abrirLibroIne(renamed)).toMatchObject({ libro: { candidatos: { nombre: 'Hoja2' }, identidad: { nombre: 'Hoja1' } } })
  })

  it('are read as ours in a federal file, or one of 2021', () => {
    const [candidatos] = hojasDe([filaLibro({ 'DISTRITO LOCAL': '7-CENTRO' })]) as [HojaLeida]
    const renamed: Record<string, string> = { 'DISTRITO LOCAL': 'DISTRITO FEDERAL', CARGO: 'CANDIDATURA', SEXO: 'GENERO' }
    const opened = abrirLibroIne([{ ...candidatos, columnas: candidatos.columnas.map((heading) => renamed[heading] ?? heading) }])
    if ('razones' in opened) throw new Error(opened.razones.join(' '))
    expect(leerFilasIne(opened.libro, columnas)[0]).toMatchObject({ celdas: { distrito: '7-CENTRO' }, sexo: 'mujer' })
    expect(opened.libro.avisos).toEqual(['No trae la hoja CUESTIONARIO IDENTIDAD.'])
  })

  it('that are missing stop the workbook, and those of nobody are named', () => {
    const [candidatos] = hojasDe([filaLibro()]) as [HojaLeida]
    const without = { ...candidatos, columnas: candidatos.columnas.map((heading) => (heading === 'SEXO' ? 'ZODIACO' : heading)) }
    expect(abrirLibroIne([without])).toEqual({ razones: ['A la hoja «CANDIDATOS» le faltan columnas: SEXO.'] })
    expect(abrirLibroIne([hojasDe([filaLibro()])[1] as HojaLeida])).toEqual({ razones: ['Falta la hoja CANDIDATOS.'] })
    const more = { ...candidatos, columnas: [...candidatos.columnas, 'ZODIACO'] }
    expect(abrirLibroIne([more])).toMatchObject({
      libro: { avisos: expect.arrayContaining(['La columna «ZODIACO» de la hoja «CANDIDATOS» no es del libro y no se lee.']) },
    })
  })
})

describe('cells of the place and the persona', () => {
  it('are written as the source writes them', () => {
    const distrito = { tipo: 'distrito', clave: 'D04', nombre: 'Distrito IV, Tetela del Volcán', cabecera: 'Tetela del Volcán' } as const
    expect(lugarEnLibro(distrito)).toEqual({ distrito: '4-TETELA DEL VOLCAN', circunscripcion: 'No aplica', municipio: 'No aplica' })
    expect(lugarEnLibro({ ...distrito, tipo: 'municipio', nombre: 'Peñón de Cuautla' }).municipio).toBe('PEÑON DE CUAUTLA')
    expect(mayusculas('Güémez')).toBe('GUEMEZ')
  })

  it('say a cargo in the words of the source, or in its own', () => {
    const names = ['Gubernatura', 'Presidencias municipales', 'Sindicaturas', 'Alcaldías'].map((nombre) =>
      cargoEnLibro({ nombre, principio: 'mayoria_relativa' }),
    )
    expect(names).toEqual(['GUBERNATURA', 'PRESIDENCIA MUNICIPAL', 'SINDICATURA', 'ALCALDÍAS'])
    expect(cargoEnLibro({ nombre: 'Diputaciones de representación proporcional', principio: 'representacion_proporcional' })).toBe(
      'DIPUTACIÓN LOCAL RP',
    )
  })

  it('have the number of a distrito with or without its cabecera', () => {
    expect(leerDistrito('015 - CHETUMAL')).toEqual({ numero: 15, cabecera: 'CHETUMAL' })
    expect(leerDistrito('3')).toEqual({ numero: 3, cabecera: null })
    expect(leerDistrito('NORTE')).toEqual({ numero: null, cabecera: null })
    expect([numeroDistrito({ clave: 'durango-D15' }), numeroDistrito({ clave: 'norte' })]).toEqual([15, null])
  })

  it('take propietaria or suplente from the calidad, and only the ending from the sex', () => {
    expect([tipoEnLibro('suplente', 'mujer'), tipoEnLibro('suplente', 'hombre')]).toEqual(['SUPLENTE', 'SUPLENTE'])
    expect([tipoEnLibro('propietaria', 'mujer'), tipoEnLibro('propietaria', 'hombre')]).toEqual(['PROPIETARIA', 'PROPIETARIO'])
  })
})

describe('the calidad of a fórmula', () => {
  const ana = filaLibro({ NOMBRE_CANDIDATO: 'ANA', TIPO_CANDIDATO: 'PROPIETARIA' })
  const eva = filaLibro({ NOMBRE_CANDIDATO: 'EVA', TIPO_CANDIDATO: 'PROPIETARIA' })

  it('is the one of the second sheet when the first calls both alike, in any order', () => {
    const filas = leer([ana, eva], [{ ...eva }, { ...ana, TIPO_CANDIDATO: 'SUPLENTE' }])
    expect(filas.map(({ nombre, calidad }) => [nombre, calidad])).toEqual([
      ['ANA', 'suplente'],
      ['EVA', 'propietaria'],
    ])
    expect(filas[0]?.avisos).toEqual([expect.objectContaining({ columna: 'TIPO_CANDIDATO' })])
  })

  it('that neither sheet tells refuses both, with the cell and the other row', () => {
    const filas = leer([ana, eva])
    expect(filas.map(({ calidad, errores }) => [calidad, errores])).toEqual([
      [null, [{ hoja: 'CANDIDATOS', columna: 'TIPO_CANDIDATO', razon: expect.stringContaining('(fila 3)') }]],
      [null, [{ hoja: 'CANDIDATOS', columna: 'TIPO_CANDIDATO', razon: expect.stringContaining('(fila 2)') }]],
    ])
  })

  it('stands for one persona alone, or when the first sheet tells it; the other sheet only warns', () => {
    const [alone] = leer([ana], [{ ...ana, TIPO_CANDIDATO: 'SUPLENTE' }])
    expect(alone).toMatchObject({ calidad: 'propietaria', errores: [], avisos: [{ columna: 'TIPO_CANDIDATO' }] })
  })

  it('stays unknown for three personas under one number; the same number of another cargo or entidad is another fórmula', () => {
    expect(leer([ana, eva, filaLibro({ NOMBRE_CANDIDATO: 'ISA' })]).every(({ errores }) => errores.length > 0)).toBe(true)
    const elsewhere = { ...eva, ENTIDAD: 'OTRA' }
    expect(leer([ana, elsewhere]).map(({ calidad }) => calidad)).toEqual(['propietaria', 'propietaria'])
  })
})

describe('a row', () => {
  it('that cannot be understood says each cell', () => {
    const [fila] = leer([filaLibro({ NUM_LISTA_O_FORMULA: 'x', SEXO: '?', TIPO_CANDIDATO: '', NOMBRE_CANDIDATO: '', EDAD: 'mil' })])
    expect(fila?.errores.map(({ columna }) => columna)).toEqual(['NOMBRE_CANDIDATO', 'NUM_LISTA_O_FORMULA', 'SEXO', 'TIPO_CANDIDATO'])
    expect(fila).toMatchObject({ edad: null, avisos: [{ columna: 'EDAD' }] })
  })

  it('that stands only in the second sheet is refused, not lost', () => {
    const filas = leer([filaLibro()], [filaLibro(), filaLibro({ NOMBRE_CANDIDATO: 'NADIE' })])
    expect(filas[1]).toMatchObject({ hoja: 'CUESTIONARIO IDENTIDAD', fila: 3, errores: [{ columna: 'NOMBRE_CANDIDATO' }] })
  })

  it('keeps the name of a coalición without the dots that the source leaves', () => {
    expect(leer([filaLibro({ PARTIDO_COALICION: 'VA POR EL VALLE..' })])[0]).toMatchObject({
      partido: 'VA POR EL VALLE',
      avisos: [{ columna: 'PARTIDO_COALICION' }],
    })
  })

  it('with an answer that the cuestionario does not ask says so', () => {
    const sinCursos: PreguntaIne[] = preguntasIne.filter(({ columna }) => columna !== 'CURSOS')
    const opened = abrirLibroIne(hojasDe([filaLibro({ CURSOS: 'Uno' })]))
    if ('razones' in opened) throw new Error('not opened')
    expect(leerFilasIne(opened.libro, columnasDeRespuestas(sinCursos))[0]?.avisos).toMatchObject([{ columna: 'CURSOS' }])
  })
})
