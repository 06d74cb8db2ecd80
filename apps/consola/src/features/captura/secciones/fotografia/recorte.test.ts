import { CENTRADO, recorteOf } from './recorte.ts'

describe('the frame of a photograph', () => {
  test.each([
    ['a wide picture', { ancho: 1200, alto: 800 }],
    ['a tall picture', { ancho: 600, alto: 1600 }],
    ['a square picture', { ancho: 1000, alto: 1000 }],
  ])('is three by four and stays inside %s', (_, size) => {
    for (const encuadre of [CENTRADO, { zoom: 4, horizontal: 1, vertical: 1 }, { zoom: 2, horizontal: 0, vertical: 0 }]) {
      const { x, y, ancho, alto } = recorteOf(size, encuadre)
      expect((ancho * size.ancho) / (alto * size.alto)).toBeCloseTo(3 / 4)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(x + ancho).toBeLessThanOrEqual(1 + 1e-9)
      expect(y + alto).toBeLessThanOrEqual(1 + 1e-9)
    }
  })

  test('keeps as much as fits until one comes closer', () => {
    expect(recorteOf({ ancho: 600, alto: 800 }, CENTRADO)).toEqual({ x: 0, y: 0, ancho: 1, alto: 1 })
  })
})
