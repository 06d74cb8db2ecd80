import fc from 'fast-check'
import { formaUsual } from './forma-usual.ts'

it.each([
  ['MARÍA DE LA LUZ PÉREZ Y LÓPEZ', 'María de la Luz Pérez y López'],
  ['JESÚS DE LOS SANTOS DEL ÁNGEL', 'Jesús de los Santos del Ángel'],
  ['MA. GUADALUPE NÚÑEZ', 'Ma. Guadalupe Núñez'],
  ['J. JESÚS', 'J. Jesús'],
  ['MA.DEL ROCÍO', 'Ma.Del Rocío'],
  ['ANA SOFÍA IBARRA E ITURBIDE', 'Ana Sofía Ibarra e Iturbide'],
  ['JOSÉ E LÓPEZ', 'José E López'],
  ['LUDWIG VON DER HEYDEN', 'Ludwig von der Heyden'],
  ['ANA DA SILVA DOS SANTOS', 'Ana da Silva dos Santos'],
  ["LUIS O'FARRILL D’ARTIGUES", "Luis O'Farrill D’Artigues"],
  ['MARÍA MCGREGOR MACDONALD MACÍAS MAC GREGOR', 'María McGregor MacDonald Macías Mac Gregor'],
  ['ITZEL KʼEEʼX', 'Itzel Kʼeeʼx'],
  ['LUZ PÉREZ-GIL', 'Luz Pérez-Gil'],
  ['JUAN LA ROSA', 'Juan La Rosa'],
  ['DE JESÚS', 'De Jesús'],
  ['JUAN PABLO III', 'Juan Pablo III'],
])('writes %s as %s', (name, usual) => {
  expect(formaUsual(name)).toBe(usual)
})

it.each([
  ['DE LA CRUZ', 'de la Cruz'],
  ['Y', null],
  ['VAN DER LINDE', 'van der Linde'],
  ['LA ROSA', 'La Rosa'],
])('writes the apellido %s as %s', (name, usual) => {
  expect(formaUsual(name, { apellido: true })).toBe(usual)
})

it.each(['María de la Luz', 'Ma. Guadalupe', 'J. J.', 'McGregor', 'ANA «LA GÜERA»', 'x', '', 'J.', 'LÓPEZ Pérez'])(
  'leaves %j alone',
  (name) => {
    expect(formaUsual(name)).toBeNull()
  },
)

const word = fc.constantFrom(...'DE LA LOS Y E DEL VON MCGREGOR O’FARRILL MA. J. ÁNGEL NÚÑEZ II Á-B MACÍAS Kʼeeʼx San ß ﬁ'.split(' '))
const name = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))

it('has nothing more to say of a name in its usual form, and changes only capitals', () => {
  fc.assert(
    fc.property(fc.oneof(name, fc.string()), fc.boolean(), (text, apellido) => {
      const usual = formaUsual(text, { apellido })
      if (usual === null) return
      expect(formaUsual(usual, { apellido })).toBeNull()
      expect(usual.toUpperCase()).toBe(text)
    }),
  )
})
