import type { FilaIndice } from '@conoceles/domain/consulta'
import { createBuscador } from '@conoceles/domain/busqueda'
import { createConsulta } from './consulta.ts'
import { parseFiltros } from './filtros.ts'

const filas: FilaIndice[] = [
  fila({
    nombre: 'Ana Paz',
    sexo: 'mujer',
    municipio: 'm1',
    actor: 'LUZ',
    otros: ['PA', 'PB'],
    conPropuestas: true,
    temas: ['Agua', 'Salud'],
  }),
  fila({ nombre: 'Beto Paz', sexo: 'hombre', municipio: 'm1', actor: 'PC', temas: ['Agua'] }),
  fila({ nombre: 'Cira Paz', sexo: 'mujer', municipio: 'm2', actor: 'PA' }),
  fila({ nombre: 'Dora Sol', sexo: 'mujer', municipio: 'm2', actor: 'PC', estatus: 'cancelada' }),
  fila({ nombre: 'Elsa Sol', sexo: 'mujer', municipio: 'm2', actor: 'PC', estatus: 'sustituida' }),
]
const buscador = createBuscador(filas)
const consulta = createConsulta(filas, [4, 3, 2, 1, 0])

function consultar(query: Record<string, string>) {
  const filtros = parseFiltros(query)
  const { filas: rows, ...rest } = consulta.consultar(filtros, buscador.buscar(filtros.q))
  return { nombres: rows.map((row) => filas[row]?.nombre.split(' ')[0]), ...rest }
}

describe('filters on the device', () => {
  it('show in the order that they were given, without the substituted, with how many are cancelled', () => {
    expect(consultar({})).toMatchObject({ nombres: ['Dora', 'Cira', 'Beto', 'Ana'], canceladas: 1, sin: {} })
  })

  it('find an alianza also by each of its members', () => {
    expect(consultar({ actor: 'PA' }).nombres).toEqual(['Cira', 'Ana'])
    expect(consultar({ actor: 'LUZ' }).nombres).toEqual(['Ana'])
  })

  it('find a candidatura by each of her topics', () => {
    expect(consultar({ tema: 'Agua' }).nombres).toEqual(['Beto', 'Ana'])
    const { nombres, conteos } = consultar({ tema: 'Salud' })
    expect([nombres, [...conteos.tema]]).toEqual([['Ana'], [['Agua', 2], ['Salud', 1]]]) // prettier-ignore
  })

  it('tell the count of each option with the other filters as they are', () => {
    const { conteos } = consultar({ sexo: 'mujer', municipio: 'm1' })
    expect([...conteos.sexo]).toEqual([
      ['mujer', 1],
      ['hombre', 1],
    ])
    expect([...conteos.municipio]).toEqual([
      ['m1', 1],
      ['m2', 2],
    ])
    expect(conteos.conPropuestas.get('true')).toBe(1)
    expect(conteos.actor.get('PB')).toBe(1)
  })

  it('tell how many there would be without each of them when there is nobody', () => {
    expect(consultar({ municipio: 'm1', sexo: 'hombre', actor: 'LUZ' })).toMatchObject({
      nombres: [],
      sin: { sexo: 1, actor: 1, municipio: 0 },
    })
    expect(consultar({ q: 'beto', sexo: 'mujer' })).toMatchObject({ nombres: [], sin: { q: 3, sexo: 1 } })
  })

  it('find also a substituted candidatura by words', () => {
    expect(consultar({ q: 'sol' }).nombres).toEqual(['Elsa', 'Dora'])
  })

  it('find nobody for a value that no row has', () => {
    expect(consultar({ escolaridad: 'Doctorado' })).toMatchObject({ nombres: [], sin: { escolaridad: 4 } })
  })
})

function fila({ municipio, ...given }: Partial<FilaIndice> & { municipio: string }): FilaIndice {
  return {
    id: 'x',
    nombre: '',
    apodo: null,
    contienda: { clave: `k-${municipio}`, cargo: 'alcaldia', lugar: '', distrito: null, municipio, comunidad: null },
    actor: '',
    otros: [],
    partidoOrigen: null,
    calidad: 'propietaria',
    numero: 1,
    estatus: 'aprobada',
    sexo: null,
    edad: null,
    escolaridad: null,
    accionAfirmativa: null,
    reserva: null,
    temas: [],
    conPropuestas: false,
    conFotografia: false,
    salida: null,
    ...given,
  }
}
