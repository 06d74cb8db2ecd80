import { idIn } from './direccion.ts'

const ID = '0c52397e-0625-42f4-a190-11a8a0a09dff'

test.each([
  [`https://conoceles.example/candidaturas/${ID}`, ID],
  [` https://conoceles.example/candidaturas/${ID.toUpperCase()}?fbclid=1#seccion-propuestas `, ID],
  [`/candidaturas/${ID}/historia`, ID],
  [`https://conoceles.example/verificar/3/${ID}`, ID],
  [`https://conoceles.example/candidaturas/0c52397`, '0c52397'],
  [ID, ID],
  [`https://conoceles.example/candidaturas/${ID.slice(0, 20)}\u200b\n${ID.slice(20)}`, ID],
  ['https://conoceles.example/candidaturas', null],
  ['María López', null],
  ['', null],
])('«%s» names %s', (written, id) => {
  expect(idIn(written)).toBe(id)
})
