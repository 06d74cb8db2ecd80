import type { Celdas } from './columnas.ts'
import { leerFilaLista } from './fila.ts'
import { indexCatalogo } from './indice.ts'
import { SIN_TRATAR } from './textos.ts'

const indice = indexCatalogo({
  cargos: [{ clave: 'alcaldia', nombre: 'Alcaldías' }],
  contiendas: [{ clave: 'alcaldia-m1', cargo: 'alcaldia', demarcacion: { clave: 'm1', nombre: 'Río Grande' }, lugares: 1 }],
  actores: [{ clave: 'PRIO', nombre: 'Partido Río', tipo: 'partido' }],
  postulaciones: [],
  grupos: [],
  acuerdos: [],
  jornada: '2030-07-07',
  hoy: '2030-05-02',
})

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

describe('the texts of a row', () => {
  const leer = (row: Partial<Celdas>, tratamiento = SIN_TRATAR) =>
    leerFilaLista({ fila: 2, celdas: { ...buena, ...row } }, indice, { tratamiento })

  it('with broken accents are refused, and show the repaired text', () => {
    expect(leer({ nombre: 'JesÃºs', primer_apellido: 'Lugo' })).toMatchObject({
      candidatura: null,
      nombre: 'Jesús Lugo',
      errores: [{ columna: 'nombre', razon: expect.stringContaining('acentos rotos') }],
      hallazgos: [{ tipo: 'acentos', columna: 'nombre', antes: 'JesÃºs', despues: 'Jesús' }],
    })
  })

  it('are repaired where that was chosen, in any column', () => {
    const repaired = leer({ nombre: 'JesÃºs', demarcacion: 'RÃ\u00ado Grande' }, { ...SIN_TRATAR, acentos: true })
    expect(repaired).toMatchObject({ candidatura: { nombre: 'Jesús', contienda: 'alcaldia-m1' }, errores: [] })
    expect(repaired.hallazgos).toHaveLength(2)
  })

  it('that lost letters are refused in any case, for that alone', () => {
    for (const acentos of [false, true]) {
      expect(leer({ nombre: 'Jes\ufffds' }, { ...SIN_TRATAR, acentos })).toMatchObject({
        candidatura: null,
        errores: [{ columna: 'nombre', razon: expect.stringContaining('perdió letras') }],
      })
    }
  })

  it('all in capitals stay until their usual form is chosen; an apodo always', () => {
    const row = { nombre: 'MARÍA DE LA LUZ', primer_apellido: 'DE LA CRUZ', apodo: 'LA GÜERA' }
    expect(leer(row).candidatura).toMatchObject({ nombre: 'MARÍA DE LA LUZ' })
    expect(leer(row).hallazgos.map(({ despues }) => despues)).toEqual(['María de la Luz', 'de la Cruz'])
    expect(leer(row, { ...SIN_TRATAR, formaUsual: true }).candidatura).toMatchObject({
      ...{ nombre: 'María de la Luz', primerApellido: 'de la Cruz', apodo: 'LA GÜERA' },
    })
  })
})
