import { propiaEn, votoPropio } from './quien-soy.ts'

type Sesion = Parameters<typeof propiaEn>[0]
const integrantes = [
  { id: 'i1', nombre: 'Ana', encargo: 'integrante', ejerce: 'presidencia', voto: true, cuentaId: 'c1' },
  { id: 'i2', nombre: 'Bea', encargo: 'secretaria_tecnica', ejerce: 'secretaria_tecnica', voto: false, cuentaId: null },
] as unknown as Sesion['integrantes']

describe('the place of the reader in a sesión', () => {
  it('is the charge that she exercises that day, by her account', () => {
    expect(propiaEn({ integrantes }, 'c1')).toEqual({ id: 'i1', nombre: 'Ana', ejerce: 'presidencia', voto: true })
  })

  it.each([null, 'c2'])('is none for the account %s, which holds no charge in it', (cuenta) => {
    expect(propiaEn({ integrantes }, cuenta)).toBeNull()
  })

  it('has her own vote on each point, where one was recorded', () => {
    const votos = [
      { integranteId: 'i3', sentido: 'a_favor' },
      { integranteId: 'i1', sentido: 'en_contra' },
    ]
    const puntos = [{ puntoId: 'p1', votos }] as unknown as Parameters<typeof votoPropio>[0]['puntos']
    expect(votoPropio({ puntos }, { puntoId: 'p1', integranteId: 'i1' })).toBe('en_contra')
    expect(votoPropio({ puntos }, { puntoId: 'p2', integranteId: 'i1' })).toBeNull()
    expect(votoPropio({ puntos }, { puntoId: 'p1', integranteId: null })).toBeNull()
  })
})
