import { CENTRADO, dragged, pinched, recorteOf } from './recorte.ts'

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

it('follows the finger, and stops at the border', () => {
  const part = recorteOf({ ancho: 1200, alto: 1200 }, CENTRADO)
  expect(dragged(CENTRADO, part, { x: 0.1, y: 0 }).horizontal).toBeCloseTo(0.2)
  expect(dragged(CENTRADO, part, { x: 1, y: 0 }).horizontal).toBe(0)
  expect(dragged(CENTRADO, part, { x: 0, y: 1 }).vertical).toBe(CENTRADO.vertical)
})

it('comes nearer with two fingers, up to four times', () => {
  expect(pinched(CENTRADO, 2).zoom).toBe(2)
  expect(pinched(CENTRADO, 9).zoom).toBe(4)
  expect(pinched(CENTRADO, 0.2).zoom).toBe(1)
})
