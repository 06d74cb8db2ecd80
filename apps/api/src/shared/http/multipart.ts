import { fieldsOf } from '@conoceles/domain/typed'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { findMojibake } from '@conoceles/domain'
import { assertCleanText, isForm } from './contract.ts'
import { AppError } from './errors.ts'

export interface Form {
  /** Everything that is not the file, by name; a DTO judges it. */
  fields: Record<string, unknown>
  /** Name as the caller gave it, to be shown and never to be trusted. */
  nombre: string
  contenido: Buffer
}

/** Reads a form that holds one file, into memory and no further than `maxBytes`. */
export async function readForm(request: FastifyRequest, expected: { archivo: string; maxBytes: number }): Promise<Form> {
  if (!isForm(request)) throw new AppError('entrada.tipo_no_admitido')
  const { fields, file } = await readParts(request, expected).catch(blameCaller)
  if (!file) throw new AppError('entrada.invalida', { errors: [{ field: expected.archivo, reasons: ['Falta el archivo.'] }] })
  assertCleanText(file.nombre)
  return { fields, ...file, nombre: findMojibake(file.nombre)?.repaired ?? file.nombre }
}

/** Truth values arrive as text in a form; any other value stays as it is, for the DTO to refuse. */
export function toBooleans(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const booleans = names
    .filter((name) => fields[name] === 'true' || fields[name] === 'false')
    .map((name) => [name, fields[name] === 'true'])
  return { ...fields, ...Object.fromEntries(booleans) }
}

const MAX_FIELD = 16 * 1024

interface Parts {
  fields: Record<string, unknown>
  file: Omit<Form, 'fields'> | null
}

async function readParts(request: FastifyRequest, { archivo, maxBytes }: { archivo: string; maxBytes: number }): Promise<Parts> {
  const parts: Parts = { fields: {}, file: null }
  for await (const part of request.parts({ limits: { fileSize: maxBytes, fieldSize: MAX_FIELD } })) {
    if (part.type === 'file') parts.file = { nombre: part.filename, contenido: await readFile(part, archivo) }
    else if (part.fieldname in parts.fields || part.valueTruncated) throw new AppError('entrada.invalida')
    else parts.fields[part.fieldname] = part.value
  }
  return parts
}

async function readFile(part: MultipartFile, archivo: string): Promise<Buffer> {
  const contenido = await part.toBuffer()
  if (part.fieldname === archivo) return contenido
  throw new AppError('entrada.invalida', { errors: [{ field: part.fieldname, reasons: ['No se esperaba este archivo.'] }] })
}

/** A form that is cut short, or that is none, is no failure of ours. */
function blameCaller(error: unknown): never {
  if (error instanceof AppError) throw error
  throw new AppError(fieldsOf(error).statusCode === 413 ? 'entrada.demasiado_grande' : 'entrada.invalida')
}
