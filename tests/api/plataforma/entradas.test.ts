import request from 'supertest'
import { startTestApp, type TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp()
})
afterAll(() => test_.close())

test.each([
  ['limite=-1', 'limite', 'Debe ser un número entero.'],
  ['limite=dos', 'limite', 'Debe ser un número entero.'],
  ['limite=1001', 'limite', 'Debe ser 1000 o menos.'],
  ['limite=0', 'limite', 'Debe ser 1 o más.'],
  ['cargo=a&cargo=b', 'cargo', 'Debe ser un texto.'],
  ['foo=1', 'foo', 'No se esperaba este dato.'],
  [`despues=${'a'.repeat(201)}00000000-0000-4000-8000-000000000000`, 'despues', 'Es demasiado largo: caben 200 caracteres.'],
])('a fault of %s is told in one way, with its limit', async (query, field, reason) => {
  const { status, body } = await request(test_.app.server).get(`/api/v1/publico/candidaturas?${query}`)
  expect({ status, errors: (body as { errors: unknown }).errors }).toEqual({ status: 400, errors: [{ field, reasons: [reason] }] })
})
