import { IsString } from 'class-validator'
import fastify from 'fastify'
import { registerDtoSchemas } from './schemas.ts'

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
