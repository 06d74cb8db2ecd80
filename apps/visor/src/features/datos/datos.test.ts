import { murmur3 } from '@conoceles/domain/consulta'
import { t } from '../../messages/datos.ts'
import { sizeText } from './datos.ts'

describe('the size of a file', () => {
  test.each([
    [0, '0 bytes'],
    [886, '886 bytes'],
    [50_075, '50.1 kB'],
    [999_999, '1,000 kB'],
    [10_600_000, '10.6 MB'],
  ])('%i is told as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })
})

test('the example of the draw comes out the same for anybody who repeats it', () => {
  const [, text = '', numero] = /«([^«»]+\|[^«»]+)» da (\d+)/.exec(t('datos.drawExample')) ?? []
  expect(text.split('|')).toHaveLength(4)
  expect(murmur3(text)).toBe(Number(numero))
})
