import { rangoOf } from './senas.ts'

it.each([
  [undefined, null],
  ['bytes=0-', { desde: 0, hasta: 99 }],
  ['bytes=10-19', { desde: 10, hasta: 19 }],
  ['bytes=90-500', { desde: 90, hasta: 99 }],
  ['bytes=-10', { desde: 90, hasta: 99 }],
  ['bytes=-500', { desde: 0, hasta: 99 }],
  ['bytes=-0', 'fuera'],
  ['bytes=100-', 'fuera'],
  ['bytes=20-10', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
])('reads %s of 100 bytes', (header, rango) => {
  expect(rangoOf(header, 100)).toEqual(rango)
})
