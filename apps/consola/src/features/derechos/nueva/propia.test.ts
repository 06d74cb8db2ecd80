import { descripcionDe, pasoDe } from './propia.ts'

const blank = { derecho: null, sobre: null, descripcion: '' }

describe('the page of her request', () => {
  it.each([
    ['derecho', undefined, blank],
    ['derecho', 'revisar', blank],
    ['sobre', 'revisar', { ...blank, derecho: 'rectificacion' }],
    ['descripcion', 'revisar', { ...blank, derecho: 'rectificacion', sobre: 'registro' }],
    ['revisar', 'revisar', { ...blank, derecho: 'acceso', sobre: 'todo' }],
    ['sobre', 'sobre', { derecho: 'cancelacion', sobre: 'registro', descripcion: 'Bórrenlo todo' }],
  ])('is «%s» when «%s» was asked for', (expected, asked, pedida) => {
    expect(pasoDe(asked, pedida)).toBe(expected)
  })
})

it('her request says about which data it is, then her words', () => {
  const pedida = { derecho: 'rectificacion', sobre: 'registro', descripcion: ' Mi edad está mal. ' }
  expect(descripcionDe(pedida)).toBe('Los datos de mi registro (nombre, edad, cargo). Mi edad está mal.')
  expect(descripcionDe({ ...pedida, descripcion: '' })).toBe('Los datos de mi registro (nombre, edad, cargo).')
})
