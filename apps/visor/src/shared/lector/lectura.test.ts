import { vozPropia } from './lectura.ts'

const voz = (lang: string) => ({ lang, localService: true })
const remota = (lang: string) => ({ lang, localService: false })

it('speaks as in Mexico where it can, else as in America, else in any Spanish', () => {
  const [spain, us, america, mexico] = [voz('es-ES'), voz('es-US'), voz('es_419'), voz('es_MX')]
  expect(vozPropia([voz('en-US'), spain, us, mexico])).toBe(mexico)
  expect(vozPropia([spain, america])).toBe(america)
  expect(vozPropia([voz('pt-BR'), us])).toBe(us)
  expect(vozPropia([spain])).toBe(spain)
  expect(vozPropia([voz('es')])).toEqual(voz('es'))
})

it('has no voice that sends the text to somebody else, nor one of another language', () => {
  expect(vozPropia([remota('es-MX'), voz('es-ES')])).toEqual(voz('es-ES'))
  expect(vozPropia([remota('es-MX'), voz('en-US'), voz('est')])).toBeNull()
  expect(vozPropia([])).toBeNull()
})
