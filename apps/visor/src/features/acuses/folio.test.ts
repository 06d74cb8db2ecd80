import { folioDe } from './folio.ts'

test.each([
  ['7KQ2M-9XWTB-4HFRC', '7KQ2M-9XWTB-4HFRC'],
  [' 7kq2m9xwtb4hfrc ', '7KQ2M-9XWTB-4HFRC'],
  ['7KQ2M 9XWTB 4HFRC', '7KQ2M-9XWTB-4HFRC'],
  ['7KQ2M–9XWTB–4HFRC', '7KQ2M-9XWTB-4HFRC'],
  ['7KQ2M-9XWTB', '7KQ2M-9XWTB'],
  ['', ''],
])('the folio typed as «%s» is %s', (typed, folio) => {
  expect(folioDe(typed)).toBe(folio)
})
