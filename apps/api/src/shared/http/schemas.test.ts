import { IsString } from 'class-validator'
import fastify from 'fastify'
import { Entero, Objeto, Opcion, Texto } from '../validacion/fields.ts'
import { registerDtoSchemas } from './schemas.ts'

class MarcaDto {
  @Entero({ descripcion: 'Cuántas.', max: 10 }) cuantas: number
  @Opcion(['una'], { descripcion: 'Cuál.' }) cual: 'una'
  @Texto({ descripcion: 'Palabras.', max: 3 }) texto: string
}

class RespuestaDto {
  @Objeto(() => MarcaDto, { descripcion: 'Marca.', nulo: true }) marca: MarcaDto | null
}

it('an answer beyond its declared limits is handed out, also where it might have been null, and no undeclared field is', async () => {
  const app = fastify()
  registerDtoSchemas(app)
  const marca = { cuantas: -3, cual: 'otra', texto: 'más de tres' }
  const schema = { response: { 200: { $ref: `${RespuestaDto.name}#` } } }
  app.get('/con', { schema }, () => ({ marca: { ...marca, secreto: 'no' } }))
  app.get('/sin', { schema }, () => ({ marca: null }))
  expect([(await app.inject('/con')).json(), (await app.inject('/sin')).json()]).toEqual([{ marca }, { marca: null }])
})

function declare(): void {
  class SameNameDto {
    @IsString() field: string
  }
  expect(SameNameDto.name).toBe('SameNameDto')
}

it('two DTOs of one name keep the process from starting', () => {
  declare()
  expect(() => registerDtoSchemas(fastify())).not.toThrow()
  declare()
  expect(() => registerDtoSchemas(fastify())).toThrow('two DTOs are called the same: SameNameDto')
})
