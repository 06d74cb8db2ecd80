import type { HechoFormula } from '../../../api-types.ts'
import { oracionDe } from './historia.ts'

const MARIA = { id: 'c1', nombre: 'María Pérez', alAlcance: true }
const INES = { id: 'c2', nombre: 'Inés Nava', alAlcance: false }
const ACUERDO = { id: 'a1', numero: 'CEE/9/2024', fecha: '2024-04-20' }

function hecho(values: Partial<HechoFormula>): HechoFormula {
  return {
    tipo: 'registro',
    efectosDesde: '2024-04-20',
    registradoEn: null,
    calidad: 'propietaria',
    candidatura: MARIA,
    acuerdo: ACUERDO,
    causa: null,
    sale: null,
    entra: null,
    diferencias: [],
    motivo: null,
    documento: null,
    folio: null,
    rol: null,
    ...values,
  }
}

function sentence(values: Partial<HechoFormula>): string {
  return oracionDe(hecho(values))
    .map(({ texto }) => texto)
    .join('')
}

test('each fact reads as a sentence with its full date', () => {
  expect(sentence({})).toBe('El sábado 20 de abril de 2024, el acuerdo CEE/9/2024 registró a María Pérez como propietaria.')
  expect(sentence({ tipo: 'sustitucion', sale: MARIA, entra: INES, causa: { clave: 'renuncia', nombre: 'Renuncia' } })).toBe(
    'El sábado 20 de abril de 2024 salió María Pérez por renuncia y entró Inés Nava como propietaria. Lo ordena el acuerdo CEE/9/2024.',
  )
  expect(sentence({ tipo: 'cancelacion', sale: MARIA, calidad: 'suplente' })).toBe(
    'El sábado 20 de abril de 2024 se canceló la candidatura de María Pérez, suplente. Lo ordena el acuerdo CEE/9/2024.',
  )
  expect(sentence({ tipo: 'correccion', acuerdo: null })).toBe(
    'El sábado 20 de abril de 2024 se corrigieron datos de María Pérez, con el documento que se acompaña.',
  )
  expect(sentence({ tipo: 'restitucion', entra: MARIA, sale: INES })).toBe(
    'El sábado 20 de abril de 2024 volvió María Pérez como propietaria y dejó el lugar Inés Nava. Lo ordena el acuerdo CEE/9/2024.',
  )
})

test('the names of a sentence lead to whom and to what they name', () => {
  const links = oracionDe(hecho({ tipo: 'sustitucion', sale: MARIA, entra: INES })).filter((pieza) => pieza.miembro || pieza.acuerdoId)
  expect(links).toEqual([
    { texto: 'María Pérez', miembro: MARIA },
    { texto: 'Inés Nava', miembro: INES },
    { texto: 'CEE/9/2024', acuerdoId: 'a1' },
  ])
})
