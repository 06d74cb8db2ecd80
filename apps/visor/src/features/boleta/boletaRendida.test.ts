import type { FilaIndice } from '@conoceles/domain/consulta'
import type { Contienda, Proceso, Territorio } from '../../api-types.ts'
import { boletaDelIndice, competidoresDe, competidoresRendidos, type BoletaRendida } from './boletaRendida.ts'

const proceso = {
  cargos: [{ clave: 'presidencia', nombre: 'Presidencias' }],
  distritos: [{ clave: 'D1', nombre: 'Distrito I' }],
  municipios: [{ clave: 'M1', nombre: 'Grande', regimen: 'partidos' }],
  actoresPoliticos: [
    { clave: 'LUZ', nombre: 'Luz', tipo: 'alianza' },
    { clave: 'PA', nombre: 'Partido A', tipo: 'partido' },
  ],
} as unknown as Proceso
const territorio: Territorio = { comunidades: {}, secciones: { '7': ['M1', 'D1'], '9': ['M1', 'D1'] } }
const contienda = { clave: 'p-M1', cargo: 'presidencia', lugar: 'Grande', distrito: null, municipio: 'M1', comunidad: null }
const contiendas = [{ ...contienda, cargoNombre: 'Presidencias', candidaturas: 3 }] as unknown as Contienda[]

const fila = (id: string, more: Partial<FilaIndice>): FilaIndice =>
  ({
    ...{ id, contienda, actor: 'PA', otros: ['PX'], partidoOrigen: null, calidad: 'propietaria', numero: 1, estatus: 'aprobada' },
    ...{ nombre: id, apodo: null, sexo: null, edad: null, escolaridad: null, accionAfirmativa: null, reserva: null },
    ...{ conPropuestas: false, conFotografia: false, salida: null, ...more },
  }) as FilaIndice
const filas = [
  fila('ana', { actor: 'LUZ', otros: ['PA', 'PB'], apodo: 'Anita', conPropuestas: true, conFotografia: true }),
  fila('bea', { estatus: 'sustituida', salida: { desde: '2024-04-01', entra: 'Cira' } }),
  fila('cira', { reserva: 'parcial' }),
]
const leido = { filas, orden: [2, 1, 0], indice: { corte: { numero: 4, en: '2024-04-20T16:00:00Z' } } }

function rendida(consulta: string): BoletaRendida | null {
  const made = boletaDelIndice({ leido, proceso, territorio, contiendas }, consulta)
  return made && (JSON.parse(JSON.stringify(made)) as BoletaRendida)
}

describe('a boleta that comes with its page', () => {
  test.each(['seccion=7', 'municipio=M1', 'seccion=0007&utm=x'])('shows for %s the same as the device makes of the index', (consulta) => {
    const made = rendida(consulta)
    if (made?.boleta.status !== 'known') throw new Error('expected a known boleta')
    const shown = competidoresRendidos(made, proceso)
    expect(shown).toEqual(competidoresDe(contiendas, leido, proceso))
    expect(
      shown['p-M1']?.map(({ nombre, estatus, salida, conPropuestas }) => [nombre, estatus, salida?.entra?.nombre, conPropuestas]),
    ).toEqual([
      ['cira', 'aprobada', undefined, false],
      ['bea', 'sustituida', 'Cira', false],
      ['ana', 'aprobada', undefined, true],
    ])
  })

  test('says of a number without a section whether it may have had one', () => {
    expect(
      ['seccion=8', 'seccion=99', 'seccion=x'].map((consulta) => [rendida(consulta)?.boleta.status, rendida(consulta)?.enRango]),
    ).toEqual([
      ['unknown', true],
      ['unknown', false],
      ['unknown', false],
    ])
  })

  test('is none where the address names no place', () => {
    expect(rendida('q=grande')).toBeNull()
  })
})
