import { cleanLine } from '@conoceles/domain'
import { AppError } from '../../../shared/http/errors.ts'

/** A field of a request about data that cannot be as it was sent. */
export function invalida(field: string, reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [{ field, reasons: [cleanLine(reason)] }] })
}
