import { antesDeNombre, enFemenino, enPalabras, fechaEnLetra, horaEnLetra, ordinal } from './palabras.ts'

it.each([
  [0, 'cero'],
  [16, 'dieciséis'],
  [21, 'veintiuno'],
  [31, 'treinta y uno'],
  [40, 'cuarenta'],
  [100, 'cien'],
  [101, 'ciento uno'],
  [999, 'novecientos noventa y nueve'],
  [1000, 'mil'],
  [2024, 'dos mil veinticuatro'],
  [21_000, 'veintiún mil'],
  [4163, 'cuatro mil ciento sesenta y tres'],
])('%d is %s', (number, words) => {
  expect(enPalabras(number)).toBe(words)
})

it('agrees with the noun that it counts', () => {
  expect([1, 21, 31, 2].map(antesDeNombre)).toEqual(['un', 'veintiún', 'treinta y un', 'dos'])
})

it.each([
  ['12:05', 'las doce horas con cinco minutos'],
  ['01:00', 'la una hora'],
  ['21:01', 'las veintiuna horas con un minuto'],
  ['00:31', 'las cero horas con treinta y un minutos'],
])('%s is %s', (time, words) => {
  expect(horaEnLetra(time)).toBe(words)
})

it('tells a legal date in words, and calls the first of a month the first', () => {
  expect(fechaEnLetra('2024-04-23')).toBe('veintitrés de abril de dos mil veinticuatro')
  expect(fechaEnLetra('2027-06-01')).toBe('primero de junio de dos mil veintisiete')
})

it('numbers sesiones in words', () => {
  expect([1, 2, 10, 11, 20, 23, 100].map(ordinal)).toEqual(['Primera', 'Segunda', 'Décima', 'Décima Primera', 'Vigésima', 'Vigésima Tercera', '100.ª']) // prettier-ignore
})

it.each([
  [1, 'una'],
  [21, 'veintiuna'],
  [31, 'treinta y una'],
  [100, 'cien'],
  [101, 'ciento una'],
  [1_000, 'mil'],
  [3_752, 'tres mil setecientas cincuenta y dos'],
  [21_500, 'veintiún mil quinientas'],
  [31_021, 'treinta y un mil veintiuna'],
])('counts what is feminine: %d is %s', (number, said) => {
  expect(enFemenino(number)).toBe(said)
})
