import type { Celdas } from './columnas.ts'
import { leerFilaLista } from './fila.ts'
import { indexCatalogo, type CatalogoImportacion } from './indice.ts'
import { sugerenciaDe } from './valores.ts'
import { createRevision, lugarDe, rechazarFila, type CandidaturaActual, type FilaPropuesta } from './importacion.ts'

const catalogo: CatalogoImportacion = {
  cargos: [
    { clave: 'alcaldia', nombre: 'Alcaldías' },
    { clave: 'regiduria', nombre: 'Regidurías' },
  ],
  contiendas: [
    { clave: 'alcaldia-m1', cargo: 'alcaldia', demarcacion: { clave: 'm1', nombre: 'Río Grande' }, lugares: 1 },
    { clave: 'regiduria-m1', cargo: 'regiduria', demarcacion: { clave: 'm1', nombre: 'Río Grande' }, lugares: null },
    { clave: 'alcaldia-m2', cargo: 'alcaldia', demarcacion: { clave: 'm2', nombre: 'Cañada' }, lugares: 1 },
  ],
  actores: [
    { clave: 'PFAR', nombre: 'Partido Faro', tipo: 'partido' },
    { clave: 'PCOM', nombre: 'Partido Cometa', tipo: 'partido' },
    { clave: 'PRIO', nombre: 'Partido Río', tipo: 'partido' },
    { clave: 'LUCES', nombre: 'Alianza Luces', tipo: 'alianza' },
    { clave: 'IND-1', nombre: 'Independiente uno', tipo: 'independiente' },
  ],
  postulaciones: [
    { contienda: 'alcaldia-m1', actor: 'LUCES', integrantes: ['PFAR', 'PCOM'] },
    { contienda: 'alcaldia-m1', actor: 'PRIO', integrantes: [] },
    { contienda: 'regiduria-m1', actor: 'PRIO', integrantes: [] },
    { contienda: 'alcaldia-m1', actor: 'IND-1', integrantes: [] },
  ],
  grupos: [{ clave: 'islena', nombre: 'Personas isleñas' }],
  acuerdos: [{ numero: 'ACU/1', fecha: '2030-04-01' }],
  jornada: '2030-07-07',
  hoy: '2030-05-02',
}

const buena: Celdas = {
  clave: 'alc-1-P',
  cargo: 'alcaldia',
  demarcacion: 'm1',
  actor_politico: 'PRIO',
  partido_origen: '',
  numero: '1',
  calidad: 'propietaria',
  nombre: 'Nombre',
  primer_apellido: 'Apellido',
  segundo_apellido: '',
  apodo: '',
  sexo: 'mujer',
  fecha_nacimiento: '1990-02-28',
  accion_afirmativa: '',
  eleccion_consecutiva: 'no',
  acuerdo_numero: 'ACU/1',
  acuerdo_fecha: '2030-04-01',
}

const guardada: CandidaturaActual = {
  clave: 'alc-1-P',
  contienda: 'alcaldia-m1',
  actor: 'PRIO',
  partidoOrigen: 'PRIO',
  numero: 1,
  calidad: 'propietaria',
  nombre: 'Nombre',
  primerApellido: 'Apellido',
  segundoApellido: null,
  apodo: null,
  sexo: 'mujer',
  fechaNacimiento: '1990-02-28',
  edadDeclarada: null,
  folioFormula: 7,
  accionAfirmativa: null,
  eleccionConsecutiva: false,
  acuerdoNumero: 'ACU/1',
  acuerdoFecha: '2030-04-01',
  estatus: 'aprobada',
  conCaptura: false,
}

/** In batches of `size`, as the job does it. */
function propose(rows: Partial<Celdas>[], actuales: CandidaturaActual[] = [], size = 2): FilaPropuesta[] {
  const indice = indexCatalogo(catalogo)
  const revision = createRevision(indice)
  const existentes = {
    actuales: new Map(actuales.map((actual) => [actual.clave, actual])),
    ocupantes: new Map(actuales.filter(({ estatus }) => estatus === 'aprobada').map((actual) => [lugarDe(actual), actual.clave])),
  }
  const leidas = rows.map((row, index) => leerFilaLista({ fila: index + 2, celdas: { ...buena, ...row } }, indice))
  const batches = Array.from({ length: Math.ceil(leidas.length / size) }, (_, at) => leidas.slice(at * size, (at + 1) * size))
  const propuestas = batches.flatMap((batch) => revision.juzgar(batch, existentes))
  const faults = revision.cerrar()
  return propuestas.map((propuesta) => {
    const errores = faults.get(propuesta.fila)
    return errores ? rechazarFila(propuesta, errores) : propuesta
  })
}

function only(row: Partial<Celdas>, actuales: CandidaturaActual[] = []): FilaPropuesta {
  const [first] = propose([row], actuales)
  if (!first) throw new Error('no row')
  return first
}

describe('a row that is fine', () => {
  it('is created when nobody has its clave', () => {
    expect(only({})).toMatchObject({ fila: 2, veredicto: 'crear', clave: 'alc-1-P', nombre: 'Nombre Apellido', cambios: [], errores: [] })
  })

  it('is equal when the system has the same, however it is written', () => {
    const row = {
      cargo: 'ALCALDIAS',
      demarcacion: 'rio grande',
      actor_politico: 'partido rio',
      partido_origen: 'Prio',
      calidad: 'Propietario',
      sexo: 'Femenino',
    }
    expect(only({ ...row, fecha_nacimiento: '28/02/1990', eleccion_consecutiva: '' }, [guardada])).toMatchObject({
      veredicto: 'igual',
      cambios: [],
    })
  })

  it('shows before and after of each change, by name', () => {
    const row = { apodo: 'La  Ola', eleccion_consecutiva: 'Sí', accion_afirmativa: 'personas islenas', numero: '1' }
    expect(only(row, [guardada])).toMatchObject({
      veredicto: 'cambiar',
      cambios: [
        { campo: 'apodo', antes: null, despues: 'La Ola' },
        { campo: 'accion_afirmativa', antes: null, despues: 'islena' },
        { campo: 'eleccion_consecutiva', antes: 'no', despues: 'sí' },
      ],
    })
    expect(only({ actor_politico: 'LUCES', partido_origen: 'PFAR' }, [guardada]).cambios).toEqual([
      { campo: 'actor_politico', antes: 'Partido Río', despues: 'Alianza Luces' },
      { campo: 'partido_origen', antes: 'Partido Río', despues: 'Partido Faro' },
    ])
  })

  it('creates a postulación that did not exist, and says so', () => {
    const { veredicto, cambios } = only({ actor_politico: 'PFAR' })
    expect(veredicto).toBe('crear')
    expect(cambios).toEqual([{ campo: 'postulacion', antes: null, despues: 'Partido Faro en Alcaldías, Río Grande' }])
  })

  it('has names in NFC with single blanks, so that the same list written otherwise changes nothing', () => {
    const row = { nombre: ' Jose\u0301   Mari\u0301a ' }
    expect(only(row).candidatura?.nombre).toBe('José María')
    expect(only(row, [{ ...guardada, nombre: 'José María' }]).veredicto).toBe('igual')
  })
})

describe('a row without clave', () => {
  const formula = { clave: '', contienda: 'regiduria-m1', numero: 3, calidad: 'suplente' as const }
  const row = { clave: '', cargo: 'regiduria', numero: '3', calidad: 'Sup.' }

  it('is a new candidatura under the clave of its place', () => {
    expect(only(row)).toMatchObject({ veredicto: 'crear', clave: 'regiduria-m1-PRIO-3-S' })
  })

  it('is the candidatura that holds its place', () => {
    expect(only({ ...row, apodo: 'La Ola' }, [{ ...guardada, ...formula, clave: 'otra-clave' }])).toMatchObject({
      veredicto: 'cambiar',
      clave: 'otra-clave',
      cambios: [{ campo: 'apodo', antes: null, despues: 'La Ola' }],
    })
  })
})

describe('a row as people write it', () => {
  it.each<[string, Partial<Celdas>, object]>([
    ['number and calidad in the cargo', { cargo: 'Regidora propietaria 4ª', numero: '', calidad: '' }, { contienda: 'regiduria-m1', numero: 4, calidad: 'propietaria' }], // prettier-ignore
    ['an ordinal in words', { cargo: 'Segunda regiduría suplente', numero: '', calidad: '' }, { numero: 2, calidad: 'suplente' }],
    ['the only place, without number', { numero: '' }, { numero: 1 }],
    ['a party with its dots', { actor_politico: 'P.R.I.O.' }, { actor: 'PRIO' }],
    ['a party with its siglas in brackets', { actor_politico: 'Partido Río (PRIO)' }, { actor: 'PRIO' }],
    ['the parties of an alianza', { actor_politico: 'PFAR-PCOM', partido_origen: 'pfar' }, { actor: 'LUCES', partidoOrigen: 'PFAR' }],
    ['kind before the place', { demarcacion: 'Municipio de Río Grande' }, { contienda: 'alcaldia-m1' }],
    ['a day in words', { fecha_nacimiento: 'martes 28 de febrero de 1989' }, { fechaNacimiento: '1989-02-28' }],
    ['a year of two digits', { fecha_nacimiento: '28-feb-89' }, { fechaNacimiento: '1989-02-28' }],
    ['a stroke for nothing', { segundo_apellido: '—', accion_afirmativa: 'N/A' }, { segundoApellido: null, accionAfirmativa: null }],
  ])('%s', (_title, row, candidatura) => {
    expect(only(row)).toMatchObject({ errores: [], candidatura })
  })

  it('has a name in one piece that is the one in pieces', () => {
    const indice = indexCatalogo(catalogo)
    const leida = leerFilaLista({ fila: 2, celdas: { ...buena, nombre: 'Apellido Nombre', primer_apellido: '' } }, indice, { ausentes: ['primer_apellido'] }) // prettier-ignore
    const [propuesta] = createRevision(indice).juzgar([leida], { actuales: new Map([['alc-1-P', guardada]]), ocupantes: new Map() })
    expect(propuesta).toMatchObject({ veredicto: 'igual', cambios: [] })
  })

  it('means what somebody said', () => {
    const indice = indexCatalogo(catalogo)
    const { candidatura } = leerFilaLista({ fila: 2, celdas: { ...buena, demarcacion: 'Río Grnade' } }, indice, { valores: { demarcacion: { 'rio grnade': 'm1' } } }) // prettier-ignore
    expect(candidatura?.contienda).toBe('alcaldia-m1')
    expect(sugerenciaDe('demarcacion', 'Río Grnade', indice)?.clave).toBe('m1')
    expect(sugerenciaDe('demarcacion', 'Otro lugar', indice)).toBeUndefined()
  })
})

describe('a party in its first election', () => {
  const razonesContra = (figura: string | null) => {
    const actores = catalogo.actores.map((actor) => (actor.clave === 'LUCES' ? { ...actor, figura } : actor))
    const indice = indexCatalogo({ ...catalogo, actores, primeraEleccion: ['PCOM'] })
    const celdas = { ...buena, actor_politico: 'LUCES', partido_origen: 'PCOM' }
    return leerFilaLista({ fila: 2, celdas }, indice).errores.map(({ columna, razon }) => [columna, razon])
  }

  it.each(['coalición', null])('is refused in an alianza of the figura %s', (figura) => {
    expect(razonesContra(figura)).toEqual([['partido_origen', expect.stringMatching(/primera elección de Partido Cometa/)]])
  })

  it('may go in a candidatura común', () => {
    expect(razonesContra('candidatura común')).toEqual([])
  })
})

describe('a row that is refused', () => {
  it.each<[string, string, { row: Partial<Celdas>; razon: RegExp }]>([
    ['unknown cargo', 'cargo', { row: { cargo: 'virreinato' }, razon: /catálogo el cargo «virreinato»/ }],
    ['cargo without a contienda there', 'demarcacion', { row: { demarcacion: 'm9' }, razon: /No hay una contienda de Alcaldías en «m9»/ }],
    ['unknown actor político', 'actor_politico', { row: { actor_politico: 'PXX' }, razon: /«PXX»/ }],
    ['unknown party of origin', 'partido_origen', { row: { actor_politico: 'LUCES', partido_origen: 'PXX' }, razon: /el partido «PXX»/ }],
    [
      'party that is no member of the alianza',
      'partido_origen',
      { row: { actor_politico: 'LUCES', partido_origen: 'PRIO' }, razon: /no es parte de Alianza Luces/ },
    ],
    ['alianza without party of origin', 'partido_origen', { row: { actor_politico: 'LUCES' }, razon: /Falta/ }],
    [
      'alianza as party of origin',
      'partido_origen',
      { row: { actor_politico: 'LUCES', partido_origen: 'LUCES' }, razon: /el partido «LUCES»/ },
    ],
    ['party that postulates for another', 'partido_origen', { row: { partido_origen: 'PFAR' }, razon: /no es parte/ }],
    ['independent with a party', 'partido_origen', { row: { actor_politico: 'IND-1', partido_origen: 'PFAR' }, razon: /independiente/ }],
    ['number zero', 'numero', { row: { numero: '0' }, razon: /entero entre 1/ }],
    ['number with decimals', 'numero', { row: { numero: '1.5' }, razon: /entero/ }],
    [
      'number other than that of its cargo',
      'numero',
      { row: { cargo: 'Regidora 4ª', numero: '1' }, razon: /El cargo dice 4 y esta columna dice 1/ },
    ],
    ['more places than the contienda has', 'numero', { row: { numero: '2' }, razon: /un lugar/ }],
    ['calidad that nobody knows', 'calidad', { row: { calidad: 'reserva' }, razon: /«reserva»/ }],
    ['sex that could be either', 'sexo', { row: { sexo: 'M' }, razon: /«M»/ }],
    [
      'date that does not exist',
      'fecha_nacimiento',
      { row: { fecha_nacimiento: '1990-02-30' }, razon: /El 30 de febrero de 1990 no existe/ },
    ],
    ['day and month in the other order', 'fecha_nacimiento', { row: { fecha_nacimiento: '02/28/1990' }, razon: /No hay un mes 28/ }],
    ['date in words of nobody', 'fecha_nacimiento', { row: { fecha_nacimiento: 'en abril' }, razon: /no es una fecha/ }],
    ['persona under age', 'fecha_nacimiento', { row: { fecha_nacimiento: '2012-07-08' }, razon: /tendría 17 años/ }],
    ['persona of 130 years', 'fecha_nacimiento', { row: { fecha_nacimiento: '1900-01-01' }, razon: /tendría 130 años/ }],
    ['acuerdo of tomorrow', 'acuerdo_fecha', { row: { acuerdo_numero: 'ACU/9', acuerdo_fecha: '2030-05-03' }, razon: /todavía no llega/ }],
    ['acuerdo with another date', 'acuerdo_fecha', { row: { acuerdo_fecha: '2030-04-02' }, razon: /2030-04-01/ }],
    ['group that nobody knows', 'accion_afirmativa', { row: { accion_afirmativa: 'lunática' }, razon: /el grupo «lunática»/ }],
    ['answer that is neither yes nor no', 'eleccion_consecutiva', { row: { eleccion_consecutiva: 'quizá' }, razon: /«quizá»/ }],
    ['formula for a name', 'nombre', { row: { nombre: '=HYPERLINK("x")' }, razon: /sólo lleva letras/ }],
  ])('%s', (_title, columna, { row, razon }) => {
    expect(only(row)).toMatchObject({
      veredicto: 'rechazar',
      candidatura: null,
      errores: [{ columna, razon: expect.stringMatching(razon) }],
    })
  })

  it('tells every fault of the row at once', () => {
    expect(only({ cargo: '', numero: 'x', sexo: '' }).errores.map(({ columna }) => columna)).toEqual(['cargo', 'numero', 'sexo'])
  })

  it('an independent has no party, and the number of an open list has no limit but three digits', () => {
    expect(only({ actor_politico: 'IND-1' }).candidatura?.partidoOrigen).toBeNull()
    expect(only({ cargo: 'regiduria', numero: '40' }).veredicto).toBe('crear')
  })

  it('an independent in a place that is not hers is told and not stopped; another cargo of her place is hers', () => {
    const away = only({ actor_politico: 'IND-1', demarcacion: 'm2' })
    expect([away.veredicto, away.advertencias]).toEqual([
      'crear',
      [{ regla: null, columna: 'demarcacion', texto: expect.stringMatching(/es de Río Grande, no de Cañada/) as string }],
    ])
    expect(only({ actor_politico: 'IND-1', cargo: 'regiduria' }).advertencias).toEqual([])
    expect(only({ demarcacion: 'm2' }).advertencias).toEqual([])
  })

  it('all rows of a clave that is repeated', () => {
    const rows = propose([{}, { clave: 'otra', numero: '1', calidad: 'suplente' }, { clave: ' alc-1-P', calidad: 'suplente', sexo: '?' }])
    expect(rows.map(({ veredicto }) => veredicto)).toEqual(['rechazar', 'crear', 'rechazar'])
    expect(rows[0]?.errores).toEqual([{ columna: 'clave', razon: 'La misma clave está en la fila 4.' }])
  })

  it('two personas in the same place', () => {
    const rows = propose([{}, { clave: 'otra' }, { clave: 'tercera', calidad: 'suplente' }])
    expect(rows.map(({ veredicto }) => veredicto)).toEqual(['rechazar', 'rechazar', 'crear'])
    expect(rows[0]?.errores[0]).toMatchObject({ columna: 'numero', razon: expect.stringContaining('fila 3') })
  })

  it('a place that a candidatura outside the file holds, unless the file moves it', () => {
    expect(only({ clave: 'otra' }, [guardada]).errores).toEqual([
      { columna: 'numero', razon: 'Ese lugar ya lo ocupa la candidatura «alc-1-P».' },
    ])
    expect(propose([{ clave: 'otra' }, { calidad: 'suplente' }], [guardada]).map(({ veredicto }) => veredicto)).toEqual([
      'crear',
      'cambiar',
    ])
    expect(only({ clave: 'otra' }, [{ ...guardada, estatus: 'sustituida' }]).veredicto).toBe('crear')
  })

  it('a place that stays taken because the row that would free it is refused', () => {
    const rows = propose([{ clave: 'otra' }, { calidad: 'suplente', sexo: '?' }], [guardada])
    expect(rows.map(({ veredicto }) => veredicto)).toEqual(['rechazar', 'rechazar'])
  })

  it('an acuerdo to which the file gives two dates', () => {
    const acuerdo = { acuerdo_numero: 'ACU/2' }
    const rows = propose([acuerdo, { ...acuerdo, clave: 'b', calidad: 'suplente', acuerdo_fecha: '2030-04-05' }])
    expect(rows.map(({ veredicto }) => veredicto)).toEqual(['rechazar', 'rechazar'])
  })

  it('another persona under the same clave: that is a sustitución', () => {
    expect(only({ nombre: 'Otra', fecha_nacimiento: '1980-01-01' }, [guardada]).errores[0]?.razon).toMatch(/sustitución/)
    expect(only({ nombre: 'Nombré' }, [guardada]).veredicto).toBe('cambiar')
  })

  it('a candidatura that ended, unless nothing changes', () => {
    const cancelada = { ...guardada, estatus: 'cancelada' as const }
    expect(only({ apodo: 'X' }, [cancelada]).errores[0]?.razon).toMatch(/ya no está vigente/)
    expect(only({}, [cancelada])).toMatchObject({
      veredicto: 'igual',
      vigente: false,
      advertencias: [{ texto: expect.stringContaining('Ya no compite') as string }],
    })
    expect(only({}, [guardada])).toMatchObject({ veredicto: 'igual', vigente: true, advertencias: [] })
  })

  it('cannot pass captured answers to another actor político', () => {
    const change = { actor_politico: 'PFAR' }
    expect(only(change, [{ ...guardada, conCaptura: true }]).errores[0]?.razon).toMatch(/Ya tiene captura/)
    expect(only(change, [guardada]).veredicto).toBe('cambiar')
  })
})

it('a datum that the source does not tell stays as it is', () => {
  const indice = indexCatalogo(catalogo)
  const leida = leerFilaLista({ fila: 2, celdas: { ...buena, apodo: '' } }, indice, { ausentes: ['apodo'] })
  const existentes = { actuales: new Map([['alc-1-P', { ...guardada, apodo: 'La Ola' }]]), ocupantes: new Map() }
  expect(createRevision(indice).juzgar([leida], existentes)).toMatchObject([{ veredicto: 'igual', candidatura: { apodo: 'La Ola' } }])
})
