import {
  abrirLibroIne,
  columnasDeRespuestas,
  leerFilasIne,
  resolverLibroIne,
  SIN_TRATAR,
  type ActualIne,
  type CatalogoIne,
} from '../../index.ts'
import { filaLibro, hojasDe, preguntasIne } from './muestra.ts'

const columnas = columnasDeRespuestas(preguntasIne)

function catalogo(changes: Partial<CatalogoIne> = {}): CatalogoIne {
  return {
    entidad: 'Valle Claro',
    cargos: [
      cargo('diputacion_mr', { nombre: 'Diputaciones de mayoría relativa', demarcacion: 'distrito' }),
      cargo('diputacion_rp', { nombre: 'Diputaciones plurinominales', principio: 'representacion_proporcional', demarcacion: 'entidad' }),
      cargo('presidencia', { nombre: 'Presidencias municipales', demarcacion: null }),
    ],
    demarcaciones: [
      { clave: '99', tipo: 'entidad', nombre: 'Valle Claro', cabecera: null, entidad: null },
      { clave: 'D01', tipo: 'distrito', nombre: 'Distrito I, El Centro', cabecera: 'EL CENTRO', entidad: null },
      { clave: 'm1', tipo: 'municipio', nombre: 'Puerto Imaginario', cabecera: null, entidad: null },
    ],
    contiendas: [
      { clave: 'dip-1', cargo: 'diputacion_mr', demarcacion: 'D01' },
      { clave: 'rp', cargo: 'diputacion_rp', demarcacion: '99' },
    ],
    actores: [
      { clave: 'PRIO', nombre: 'Partido Río', tipo: 'partido' },
      { clave: 'LUCES', nombre: 'Alianza Luces', tipo: 'alianza' },
      { clave: 'DOS-A', nombre: 'Dos', tipo: 'partido' },
      { clave: 'DOS-B', nombre: 'DOS', tipo: 'partido' },
    ],
    actuales: [],
    otrasEntidades: true,
    acuerdo: { numero: 'Por confirmar', fecha: '2030-04-01' },
    ...changes,
  }
}

function cargo(clave: string, rest: Partial<CatalogoIne['cargos'][number]> & { nombre: string }): CatalogoIne['cargos'][number] {
  return { clave, singular: rest.nombre, principio: 'mayoria_relativa', demarcacion: null, ...rest }
}

function actual(changes: Partial<ActualIne> = {}): ActualIne {
  return {
    ...{ clave: 'propia', contienda: 'dip-1', actor: 'PRIO', actorNombre: 'Partido Río', folio: 236787, numero: 4, calidad: 'propietaria' },
    ...{ nombre: 'Persona Ficticia', sexo: 'mujer', edad: 40, conNacimiento: true, estatus: 'aprobada', conCaptura: false },
    ...changes,
  }
}

function resolver(candidatos: Record<string, string>[], changes: Partial<CatalogoIne> = {}, tratamiento = SIN_TRATAR) {
  const opened = abrirLibroIne(hojasDe(candidatos))
  if ('razones' in opened) throw new Error(opened.razones.join(' '))
  return resolverLibroIne(leerFilasIne(opened.libro, columnas, tratamiento), catalogo(changes))
}

describe('a candidatura that the proceso has', () => {
  it('is found by cargo, number of district and name or siglas of the party, however they are spelt', () => {
    const { filas, nuevas } = resolver([
      filaLibro({ CARGO: 'DIPUTACION LOCAL MR', 'DISTRITO LOCAL': '01-OTRA', PARTIDO_COALICION: 'prio' }),
    ])
    expect(filas[0]?.candidatura).toMatchObject({
      clave: 'ine-valle-claro-diputacion_mr-236787-P',
      contienda: 'dip-1',
      actor: 'PRIO',
      partidoOrigen: 'PRIO',
      primerApellido: null,
      fechaNacimiento: null,
      edadDeclarada: 40,
      folioFormula: 236787,
      acuerdoNumero: 'Por confirmar',
    })
    expect(filas[0]?.advertencias).toEqual([{ regla: null, columna: 'DISTRITO LOCAL', texto: expect.stringContaining('cabecera') }])
    expect(nuevas).toEqual({ demarcaciones: [], contiendas: [], actores: [] })
  })

  it('keeps the data that the workbook does not tell, and its own clave and place', () => {
    const { filas } = resolver([filaLibro({ TELEFONO: '7770000000' })], { actuales: [actual()] })
    expect(filas[0]).toMatchObject({
      candidatura: { clave: 'propia', numero: 4 },
      otros: [{ campo: 'respuestas', antes: null, despues: '1' }],
    })
    expect(filas[0]?.silencios).toEqual(expect.arrayContaining(['nombre', 'fechaNacimiento', 'accionAfirmativa', 'edadDeclarada']))
  })

  it('and was captured in the system is not written over', () => {
    const { filas } = resolver([filaLibro({ TELEFONO: '7770000000' })], { actuales: [actual({ conCaptura: true })] })
    expect(filas[0]).toMatchObject({ otros: [], conCaptura: true })
  })

  it('is not another persona, contienda or actor político under the same folio', () => {
    const columnOf = (changes: Partial<ActualIne>) => resolver([filaLibro()], { actuales: [actual(changes)] }).filas[0]?.errores[0]?.columna
    expect(columnOf({ nombre: 'Otra' })).toBe('NOMBRE_CANDIDATO')
    expect(columnOf({ contienda: 'rp' })).toBeUndefined()
    expect(columnOf({ actor: 'LUCES', actorNombre: 'Alianza Luces' })).toBe('PARTIDO_COALICION')
  })

  it('under one name twice is nobody that could be meant', () => {
    expect(resolver([filaLibro({ PARTIDO_COALICION: 'DOS' })]).filas[0]?.errores).toEqual([
      { columna: 'PARTIDO_COALICION', razon: expect.stringContaining('Dos actores') },
    ])
  })
})

describe('a candidatura that it does not have', () => {
  it('is made from the workbook, of any entidad, once for all rows', () => {
    const durango = { ENTIDAD: 'DURANGO', 'DISTRITO LOCAL': '15-SANTIAGO', PARTIDO_COALICION: 'VA POR DURANGO' }
    const { filas, nuevas } = resolver([
      filaLibro(durango),
      filaLibro({ ...durango, TIPO_CANDIDATO: 'SUPLENTE', NOMBRE_CANDIDATO: 'OTRA' }),
    ])
    expect(filas.map(({ candidatura }) => candidatura?.contienda)).toEqual(['diputacion_mr-durango-D15', 'diputacion_mr-durango-D15'])
    expect(nuevas).toEqual({
      demarcaciones: [
        { clave: 'durango-D15', tipo: 'distrito', nombre: 'Distrito 15, SANTIAGO', cabecera: 'SANTIAGO', entidad: 'DURANGO' },
      ],
      contiendas: [{ clave: 'diputacion_mr-durango-D15', cargo: 'diputacion_mr', demarcacion: 'durango-D15', lugares: 1 }],
      actores: [{ clave: 'VA-POR-DURANGO', nombre: 'VA POR DURANGO', tipo: 'partido' }],
    })
  })

  it('but a cargo is refused: its dates are of law', () => {
    expect(resolver([filaLibro({ CARGO: 'VIRREINATO' })]).filas[0]).toMatchObject({ candidatura: null, errores: [{ columna: 'CARGO' }] })
  })

  it('carries no entidad when it is of the entidad itself; a place that the row does not name is a fault', () => {
    const municipal = { CARGO: 'PRESIDENCIA MUNICIPAL', 'DISTRITO LOCAL': 'No aplica' }
    const { nuevas } = resolver([filaLibro({ ...municipal, MUNICIPIO: 'LLANO NUEVO' })])
    expect(nuevas.demarcaciones).toEqual([
      { clave: 'm-llano-nuevo', tipo: 'municipio', nombre: 'LLANO NUEVO', cabecera: null, entidad: null },
    ])
    expect(resolver([filaLibro({ 'DISTRITO LOCAL': 'No aplica' })]).filas[0]?.errores).toMatchObject([{ columna: 'DISTRITO LOCAL' }])
  })

  it('is one actor for each fórmula of independents, whom the source calls all alike', () => {
    const independent = (folio: string) => filaLibro({ PARTIDO_COALICION: 'CANDIDATURA INDEPENDIENTE', NUM_LISTA_O_FORMULA: folio })
    const { filas, nuevas } = resolver([independent('7'), independent('9')])
    expect(filas.map(({ candidatura }) => [candidatura?.actor, candidatura?.partidoOrigen])).toEqual([
      ['IND-7', null],
      ['IND-9', null],
    ])
    expect(nuevas.actores.map(({ tipo }) => tipo)).toEqual(['independiente', 'independiente'])
    const registered = actual({ actor: 'IND-7', actorNombre: 'CANDIDATURA INDEPENDIENTE', folio: 7 })
    const actores = [...catalogo().actores, { clave: 'IND-7', nombre: 'CANDIDATURA INDEPENDIENTE', tipo: 'independiente' as const }]
    expect(resolver([independent('7')], { actuales: [registered], actores })).toMatchObject({
      filas: [{ candidatura: { actor: 'IND-7' } }],
      nuevas: { actores: [] },
    })
  })
})

describe('the place in a list', () => {
  const rp = (folio: string, rest: Record<string, string> = {}) =>
    filaLibro({
      CARGO: 'DIPUTACIÓN LOCAL RP',
      'DISTRITO LOCAL': 'No aplica',
      NUM_LISTA_O_FORMULA: folio,
      NOMBRE_CANDIDATO: `P${folio}`,
      ...rest,
    })

  it('is the rank of the folio among those of the same actor político, in any order of the rows', () => {
    const { filas } = resolver([rp('30'), rp('10'), rp('20'), rp('5', { PARTIDO_COALICION: 'ALIANZA LUCES' })])
    expect(filas.map(({ candidatura }) => candidatura?.numero)).toEqual([3, 1, 2, 1])
    expect(filas[3]?.candidatura).toMatchObject({ actor: 'LUCES', partidoOrigen: null })
  })

  it('stays for those that the system has, and new ones follow', () => {
    const known = actual({ contienda: 'rp', folio: 20, numero: 1, nombre: 'P20' })
    const { filas } = resolver([rp('10'), rp('20'), rp('30')], { actuales: [known] })
    expect(filas.map(({ candidatura }) => candidatura?.numero)).toEqual([2, 1, 3])
  })
})

describe('rows of other entidades', () => {
  const jalisco = (folio: string) => filaLibro({ ENTIDAD: 'JALISCO', NUM_LISTA_O_FORMULA: folio })
  const rows = [filaLibro(), jalisco('1'), filaLibro({ ENTIDAD: 'CIUDAD DE MÉXICO', NUM_LISTA_O_FORMULA: '2' }), jalisco('3')]

  it('are refused by default, for that alone, and make nothing; how many there are is told', () => {
    const { filas, nuevas, avisos } = resolver(rows, { otrasEntidades: false })
    expect(filas.map(({ candidatura }) => candidatura !== null)).toEqual([true, false, false, false])
    expect(filas[1]).toMatchObject({ errores: [{ columna: 'ENTIDAD', razon: expect.stringContaining('otra entidad') }], advertencias: [] })
    expect(nuevas.demarcaciones).toEqual([])
    expect(avisos).toEqual(['3 renglones son de otras entidades (Jalisco 2, Ciudad de México 1) y no se importarán.'])
  })

  it('are imported where that was chosen, and told all the same', () => {
    const { filas, avisos } = resolver(rows)
    expect(filas.every(({ candidatura }) => candidatura !== null)).toBe(true)
    expect(avisos).toEqual(['3 renglones son de otras entidades (Jalisco 2, Ciudad de México 1) y se importarán.'])
  })

  it('are told in the singular when there is one', () => {
    expect(resolver([jalisco('1')], { otrasEntidades: false }).avisos).toEqual([
      '1 renglón es de otra entidad (Jalisco 1) y no se importará.',
    ])
  })
})

describe('a workbook with broken accents', () => {
  const broken = filaLibro({ NOMBRE_CANDIDATO: 'JesÃºs CantÃº', HISTORIA_PROFESIONAL: 'ComerciÃ³', CARGO: 'DIPUTACIÃ“N LOCAL MR' })

  it('is refused row by row, and shows the repaired text of each cell, but no answer', () => {
    const [fila] = resolver([broken]).filas
    expect(fila).toMatchObject({ candidatura: null, nombre: 'Jesús Cantú' })
    expect(fila?.errores.map(({ columna }) => columna).sort()).toEqual(['CARGO', 'HISTORIA_PROFESIONAL', 'NOMBRE_CANDIDATO'])
    expect(fila?.hallazgos).toContainEqual({ tipo: 'acentos', columna: 'NOMBRE_CANDIDATO', antes: 'JesÃºs CantÃº', despues: 'Jesús Cantú' })
    expect(fila?.hallazgos).toContainEqual({ tipo: 'acentos', columna: 'HISTORIA_PROFESIONAL', antes: null, despues: null })
  })

  it('is read with its accents once they are repaired', () => {
    const [fila] = resolver([broken], {}, { ...SIN_TRATAR, acentos: true }).filas
    expect(fila).toMatchObject({
      candidatura: { nombre: 'Jesús Cantú' },
      respuestas: { curricular: { historia: 'Comerció' } },
      errores: [],
    })
  })

  it('is refused all the same when letters are lost', () => {
    const lost = filaLibro({ NOMBRE_CANDIDATO: 'Jes\ufffds' })
    expect(resolver([lost], {}, { ...SIN_TRATAR, acentos: true }).filas[0]).toMatchObject({
      candidatura: null,
      errores: [{ columna: 'NOMBRE_CANDIDATO', razon: expect.stringContaining('perdió letras') }],
      hallazgos: expect.arrayContaining([expect.objectContaining({ tipo: 'irreparable' })]),
    })
  })

  it('in names all in capitals writes them in their usual form where that was chosen', () => {
    const rows = [filaLibro({ NOMBRE_CANDIDATO: 'MARÍA DE LA LUZ PÉREZ Y LÓPEZ' })]
    expect(resolver(rows).filas[0]).toMatchObject({
      candidatura: { nombre: 'MARÍA DE LA LUZ PÉREZ Y LÓPEZ' },
      hallazgos: [{ tipo: 'mayusculas', despues: 'María de la Luz Pérez y López' }],
    })
    expect(resolver(rows, {}, { ...SIN_TRATAR, formaUsual: true }).filas[0]?.candidatura).toMatchObject({
      nombre: 'María de la Luz Pérez y López',
    })
  })
})
