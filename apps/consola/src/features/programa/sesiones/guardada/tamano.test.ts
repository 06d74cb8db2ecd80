import { tamanoText } from './tamano.ts'

it('tells a size in the unit that people read', () => {
  expect([0, 46_300, 999_499, 1_240_000].map(tamanoText)).toEqual(['1 KB', '46 KB', '999 KB', '1.2 MB'])
})
