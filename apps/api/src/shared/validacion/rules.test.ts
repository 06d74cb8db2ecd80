import 'reflect-metadata'
import { getMetadataStorage } from 'class-validator'
import { toDto } from '../http/contract.ts'
import type { AppError } from '../http/errors.ts'
import { Entero, Lista, Opcion, Opciones, Texto, Textos } from './fields.ts'

class Uno {
  @Texto({ descripcion: 'Corto.', max: 3 }) corto: string
  @Texto({ descripcion: 'Largo.', max: 5, opcional: true }) largo?: string
  @Entero({ descripcion: 'Hasta dos.', max: 2, opcional: true }) dos?: number
  @Opcion(['a'], { descripcion: 'Sólo a.', opcional: true }) a?: string
  @Opciones(['b'], { descripcion: 'Sólo b, las veces que sea.', opcional: true }) bes?: string[]
}
class Otro {
  @Entero({ descripcion: 'Hasta nueve.', max: 9 }) nueve: number
  @Opcion(['b'], { descripcion: 'Sólo b.' }) b: string
  @Textos({ descripcion: 'Textos.' }) textos: string[]
  @Lista(() => Uno, { descripcion: 'De las otras.' }) unas: Uno[]
}

/** The fields that are refused; null when it is taken. */
const refused = async (type: new () => object, input: object) => {
  const error = await toDto(type, input).then(
    () => null,
    (thrown: AppError) => thrown,
  )
  return error?.extras.errors?.map(({ field }) => field) ?? null
}

const good = { nueve: 9, b: 'b', textos: ['abcdef'], unas: [{ corto: 'abc', largo: 'abcde', dos: 2, a: 'a', bes: ['b', 'b'] }] }

test('equal checks share one class, and each field is held to its own rules alone', async () => {
  expect(await refused(Otro, good)).toBeNull()
  expect(await refused(Uno, { corto: 'abcd', largo: 'abcdef', dos: 3, a: 'b', bes: ['b', 'a'] })).toEqual([
    'corto',
    'largo',
    'dos',
    'a',
    'bes',
  ])
  expect(await refused(Otro, { ...good, nueve: 10, b: 'a', textos: 'abcdef' })).toEqual(['nueve', 'b', 'textos'])
  expect(await refused(Otro, { ...good, unas: [{ corto: 'abc' }, { corto: 'abcd', de: 'más' }] })).toEqual(['unas.1.de', 'unas.1.corto'])
})

test('the longest and the shortest text are judged by the same class', () => {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Uno, '', false, false)
  const classes = rules.filter(({ name }) => name === 'maxLength').map(({ constraintCls }) => constraintCls)
  expect(classes).toHaveLength(2)
  expect(new Set(classes).size).toBe(1)
})
