import { randomBytes } from 'node:crypto'
import { decrypt, encrypt } from './cifrado.ts'

const key = randomBytes(32)
const plain = Buffer.from('semilla de veinte b.')

test('a sealed text opens with the same key and context', () => {
  expect(decrypt(key, encrypt(key, plain, 'a|1'), 'a|1')).toEqual(plain)
})

test('the same text never gives the same bytes twice', () => {
  expect(encrypt(key, plain, 'a|1')).not.toEqual(encrypt(key, plain, 'a|1'))
})

test('moved to another row it does not open', () => {
  const sealed = encrypt(key, plain, 'a|1')
  expect(() => decrypt(key, sealed, 'a|2')).toThrow()
})

test('with another key it does not open', () => {
  const sealed = encrypt(key, plain, 'a|1')
  expect(() => decrypt(randomBytes(32), sealed, 'a|1')).toThrow()
})

test('every flipped bit is refused', () => {
  const sealed = encrypt(key, plain, 'a|1')
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const altered = Buffer.from(sealed)
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => decrypt(key, altered, 'a|1')).toThrow()
  }
})

test('a cut value is refused', () => {
  const sealed = encrypt(key, plain, 'a|1')
  for (const length of [0, 1, 12, 28]) expect(() => decrypt(key, sealed.subarray(0, length), 'a|1')).toThrow()
})
