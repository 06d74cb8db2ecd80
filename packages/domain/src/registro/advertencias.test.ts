import { advertirRegistro, advertirVentana, edadDe, type FilaRegistro } from './advertencias.ts'
import { TIPOS_REGLA, type ReglaPack, type TipoRegla } from './reglas.ts'

const JORNADA = '2030-07-07'
const CARGO = 'legislatura'

let turn = 0
function fila(more: Partial<FilaRegistro> = {}): FilaRegistro {
  turn += 1
  return {
    id: `c${turn}`,
    nombre: `Persona ${turn}`,
    personaId: `p${turn}`,
    fechaNacimiento: null,
    edadDeclarada: null,
    sexo: 'mujer',
    cargo: CARGO,
    contienda: 'sur',
    actor: 'PFAR',
    numero: 1,
    calidad: 'propietaria',
    accionAfirmativa: null,
    conSuplente: true,
    ...more,
  }
}

const pair = (numero: number, more: [Partial<FilaRegistro>, Partial<FilaRegistro>] = [{}, {}]) => [
  fila({ numero, ...more[0] }),
  fila({ numero, calidad: 'suplente', ...more[1] }),
]

function regla(tipo: TipoRegla, parametros: ReglaPack['parametros'] = {}): ReglaPack {
  return { clave: tipo, tipo, cargos: [CARGO], parametros, texto: 'Lo que se pide.', fuente: 'Prueba', confianza: 'alta' }
}

const found = (filas: FilaRegistro[], tipo: TipoRegla, parametros: ReglaPack['parametros'] = {}) =>
  advertirRegistro(filas, [regla(tipo, parametros)], JORNADA).map(({ texto, candidaturas }) => ({ texto, candidaturas }))

describe('a fórmula of different sexes', () => {
  it('is told with both', () => {
    const [a, b] = pair(1, [{}, { sexo: 'hombre' }]) as [FilaRegistro, FilaRegistro]
    const texto = `En la fórmula 1, ${a.nombre} y ${b.nombre} no son del mismo sexo o género.`
    expect(found([a, b, ...pair(2)], 'paridad_formula')).toEqual([{ texto, candidaturas: [a.id, b.id] }])
  })

  it('is not one where each is of another contienda or actor político', () => {
    const filas = [fila(), fila({ sexo: 'hombre', contienda: 'norte' }), fila({ sexo: 'hombre', actor: 'PRIO' })]
    expect(found(filas, 'paridad_formula')).toEqual([])
  })
})

describe('a list without its acción afirmativa', () => {
  const ask = { minimo: 1, hastaLugar: 2, grupos: 'islena,serrana' }
  const both = (clave: string) => [{ accionAfirmativa: clave }, { accionAfirmativa: clave }] as [object, object]

  it('is told once, by its first', () => {
    const filas = [...pair(1), ...pair(2), ...pair(3, both('islena'))]
    expect(found(filas, 'accion_afirmativa_minima', ask)).toEqual([
      { texto: 'PFAR: 0 de 1 fórmulas de acción afirmativa en los primeros 2 lugares.', candidaturas: [filas[0]?.id] },
    ])
  })

  it.each([
    ['both of the same group', both('islena'), 0],
    ['each of another', [{ accionAfirmativa: 'islena' }, { accionAfirmativa: 'serrana' }], 1],
    ['of a group that does not count', both('navegante'), 1],
    ['one alone', [{ accionAfirmativa: 'islena' }, {}], 1],
  ] as [string, [object, object], number][])('asks for %s', (_title, members, told) => {
    expect(found([...pair(1), ...pair(2, members)], 'accion_afirmativa_minima', ask)).toHaveLength(told)
  })
})

describe('an age', () => {
  it('is counted on the day of the jornada, or as it was declared', () => {
    expect(edadDe({ fechaNacimiento: '2009-07-07', edadDeclarada: null }, JORNADA)).toBe(21)
    expect(edadDe({ fechaNacimiento: '2009-07-08', edadDeclarada: 40 }, JORNADA)).toBe(20)
    expect(edadDe({ fechaNacimiento: null, edadDeclarada: 40 }, JORNADA)).toBe(40)
  })

  it('that does not reach the minimum is told; an unknown one is not', () => {
    const young = fila({ fechaNacimiento: '2009-07-08' })
    const filas = [young, fila({ fechaNacimiento: '2009-07-07' }), fila()]
    expect(found(filas, 'edad_minima', { edad: 21 })).toEqual([
      { texto: `${young.nombre} tendría 20 años el día de la jornada; se piden 21.`, candidaturas: [young.id] },
    ])
  })
})

describe('the same persona in two places', () => {
  const born = { nombre: 'María Peña', fechaNacimiento: '1990-01-01' }

  it('is told by her id, or by name and birth without regard to accents', () => {
    const filas = [fila({ personaId: 'x' }), fila({ personaId: 'x', numero: 2 }), fila(born), fila({ ...born, nombre: 'maria pena' })]
    expect(found(filas, 'personas_incompatibles').map(({ candidaturas }) => candidaturas.length)).toEqual([2, 2])
    expect(found([fila({ ...born, nombre: 'Otra' }), fila(born)], 'personas_incompatibles')).toEqual([])
  })

  it('is not where the pack lets both cargos go together', () => {
    const regla_ = { ...regla('personas_incompatibles', { compatibles: `${CARGO},lista` }), cargos: [CARGO, 'lista'] }
    const twice = [fila(born), fila({ ...born, cargo: 'lista', contienda: 'estado' })]
    expect(advertirRegistro(twice, [regla_], JORNADA)).toEqual([])
    expect(advertirRegistro([...twice, fila({ ...born, numero: 9 })], [regla_], JORNADA)).toHaveLength(1)
  })
})

describe('a fórmula with one member', () => {
  it('is told by the missing member, where the cargo has suplentes', () => {
    expect(found([fila()], 'suplente_faltante')[0]?.texto).toBe('La fórmula 1 de PFAR no tiene suplente.')
    expect(found([fila({ calidad: 'suplente' })], 'suplente_faltante')[0]?.texto).toBe('La fórmula 1 de PFAR no tiene propietaria.')
    expect(found([fila({ conSuplente: false }), ...pair(2)], 'suplente_faltante')).toEqual([])
  })
})

describe('a list', () => {
  it('with gaps is told; one that runs on is not', () => {
    expect(found([...pair(1), ...pair(4)], 'lista_con_huecos')[0]?.texto).toBe('En la lista de PFAR faltan los lugares 2, 3.')
    expect(found([...pair(1), ...pair(2)], 'lista_con_huecos')).toEqual([])
  })
})

describe('a rule', () => {
  it('looks at its own cargos only, and of every kind none speaks of nobody', () => {
    for (const tipo of TIPOS_REGLA) {
      expect(found([fila({ cargo: 'otra', sexo: 'hombre' }), fila({ cargo: 'otra' })], tipo, { edad: 99, minimo: 1 })).toEqual([])
      expect(found([], tipo, { edad: 99, minimo: 1 })).toEqual([])
    }
  })

  it('on dates judges the change and not the register', () => {
    const dates = [regla('fuera_de_ventana', { inicio: '2030-04-15', fin: '2030-07-06' })]
    expect(advertirRegistro([fila()], dates, JORNADA)).toEqual([])
    expect(['2030-04-15', '2030-07-06'].flatMap((day) => advertirVentana(day, CARGO, dates))).toEqual([])
    expect(['2030-04-14', '2030-07-07'].flatMap((day) => advertirVentana(day, CARGO, dates))).toHaveLength(2)
    expect(advertirVentana('2030-07-07', 'otra', dates)).toEqual([])
  })
})
