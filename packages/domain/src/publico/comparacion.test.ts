import { direccionComparacion, esMisma, idsOf } from './comparacion.ts'

const uno = '0c52397e-0625-42f4-a190-11a8a0a09dff'

it('recognises a compared persona by her id or by its beginning', () => {
  expect(esMisma(uno, '0c52397')).toBe(true)
  expect(esMisma('0c52397e0625', uno)).toBe(true)
  expect(esMisma(uno, '1c52397')).toBe(false)
  expect(esMisma('', uno)).toBe(false)
})

it('an address names each of them once, in its order, and drops words that can be no id', () => {
  expect(direccionComparacion(['0c52397', 'aaaaaaa'])).toBe('/comparar?personas=0c52397,aaaaaaa')
  expect(idsOf(`aaaaaaa,0c52397,${uno},<b>,-------,${'a'.repeat(33)},0c52399x,0C52398).,`)).toEqual(['aaaaaaa', '0c52397', '0c52398'])
  expect([idsOf(undefined), idsOf(['0c52397', 'aaaaaaa'])]).toEqual([[], ['0c52397', 'aaaaaaa']])
})
