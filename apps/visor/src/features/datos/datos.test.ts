import { murmur3 } from '@conoceles/domain/consulta'
import { t } from '../../messages/datos.ts'
import { sizeText } from './datos.ts'

describe('what a file weighs', () => {
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

test('of the draw there is an example that anybody gets who repeats it', () => {
  const [, text = '', numero] = /«([^«»]+\|[^«»]+)» da (\d+)/.exec(t('datos.drawExample')) ?? []
  expect(text.split('|')).toHaveLength(4)
  expect(murmur3(text)).toBe(Number(numero))
})
