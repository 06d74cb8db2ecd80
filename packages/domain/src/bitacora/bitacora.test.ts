import { ACTOS, nombreActo } from './actos.ts'
import { dichosDe } from './detalle.ts'
import { MATERIAS_BITACORA, materiaDe, nombreMateria } from './materias.ts'

const ANA = '0b5a3f8e-5f3c-4f0a-9b1a-1f2e3d4c5b6a'
const conocido = { instante: () => '25 de abril de 2024, 18:00:05', nombre: (id: string) => (id === ANA ? 'Ana Pérez' : null) }
const said = (detalle: Record<string, unknown>) => dichosDe(detalle, conocido).map(({ termino, texto }) => `${termino}: ${texto}`)

describe('an act in words', () => {
  it('has a name and one matter, each matter some act', () => {
    const acts = Object.keys(ACTOS)
    expect(acts.filter((acto) => /[._]/.test(nombreActo(acto)))).toEqual([])
    expect(new Set(acts.map(materiaDe))).toEqual(new Set(MATERIAS_BITACORA))
    expect(acts.filter((acto) => materiaDe(acto) === 'sistema').map((acto) => acto.split('.')[0])).toEqual(
      expect.not.arrayContaining(['candidatura', 'acceso', 'remision', 'sesion']),
    )
    expect([materiaDe('identidad.leida'), materiaDe('identidad.suprimida'), materiaDe('cuentas.entregadas')]).toEqual([
      'lecturas',
      'derechos',
      'candidaturas',
    ])
    expect(new Set(MATERIAS_BITACORA.map(nombreMateria)).size).toBe(MATERIAS_BITACORA.length)
  })

  it('tells its detail without keys, identifiers or instants of machines', () => {
    expect(
      said({
        seccion: 'formacion_academica',
        estatus: 'en_tramite',
        recibidaEn: '2024-04-26T00:00:05.000Z',
        fecha: '2024-04-25',
        campos: ['otrosEstudios', 'apodo'],
        extemporanea: false,
        candidatura: ANA,
        documento: '11111111-2222-4333-8444-555555555555',
        sha256: 'ab'.repeat(32),
        motivo: 'No se entiende la frase.',
        nada: null,
        de: { numero: 'IMPEPAC/CEE/1/2024', fecha: '2024-04-24' },
        recursos: 8640,
      }),
    ).toEqual([
      'Sección: formación academica',
      'Estatus: en trámite',
      'Recibida: 25 de abril de 2024, 18:00:05',
      'Fecha: 25 de abril de 2024',
      'Datos: otros estudios; apodo',
      'Fuera de plazo: no',
      'Candidatura: Ana Pérez',
      `Huella: ${'ab'.repeat(6)}…`,
      'Motivo: No se entiende la frase.',
      'Antes: número IMPEPAC/CEE/1/2024, fecha 24 de abril de 2024',
      'Archivos publicados: 8,640',
    ])
  })

  it('counts a list that is long, or of which not all can be named', () => {
    expect(said({ candidaturas: [ANA, ANA.replace('0', '1')], leidas: Array.from({ length: 7 }, () => ANA), anexos: [] })).toEqual([
      'Candidaturas: 2',
      'De quiénes: 7',
    ])
  })
})
