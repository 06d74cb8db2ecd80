import { razonContra, useComparacion } from './comparacion.ts'

const uno = '0c52397e-0625-42f4-a190-11a8a0a09dff'
const persona = (id: string, contienda = 'alcaldia|m1') => ({ id, nombre: `N ${id}`, contienda })

describe('a compared persona', () => {
  it('competes for the same, and they are four at most', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => persona(id))
    expect(razonContra(four.slice(0, 3), persona('e'))).toBeNull()
    expect(razonContra(four, persona('e'))).toBe('completa')
    expect(razonContra(four.slice(0, 1), persona('e', 'alcaldia|m2'))).toBe('otra_contienda')
  })

  it('is chosen and taken back by the same act, and a refusal says whom and why', () => {
    const { elegidas, rechazo, esElegida, alternar, retirar, vaciar } = useComparacion()
    alternar(persona('0c52397'))
    alternar(persona('bbbbbbb', 'otra'))
    expect(rechazo.value).toEqual({ nombre: 'N bbbbbbb', razon: 'otra_contienda' })
    expect(esElegida(uno)).toBe(true)
    alternar(persona(uno))
    expect([elegidas.value, rechazo.value]).toEqual([[], null])
    alternar(persona('0c52397'))
    retirar(uno)
    expect(elegidas.value).toEqual([])
    alternar(persona('ccccccc'))
    vaciar()
    expect(elegidas.value).toEqual([])
  })
})
