import { AppError } from '../../../shared/http/errors.ts'
import type { AltaFactorDto, PruebaDto } from '../acceso.dto.ts'
import type { Alta } from '../cuentas/altas.service.ts'
import type { Prueba } from './pruebas.service.ts'

/** The proof that was shown, the strongest of several; null: none. */
export function pruebaOf({ passkey, codigo, codigoRecuperacion }: PruebaDto): Prueba | null {
  if (passkey) return { passkey }
  if (codigo) return { codigo }
  return codigoRecuperacion ? { codigoRecuperacion } : null
}

export function demandPrueba(dto: PruebaDto): Prueba {
  const prueba = pruebaOf(dto)
  if (!prueba) throw new AppError('entrada.invalida', { errors: [{ field: 'prueba', reasons: [MISSING] }] })
  return prueba
}

export function altaOf({ reto, nombre, passkey, codigo }: AltaFactorDto): Alta {
  if (passkey) return { reto, nombre, prueba: { passkey } }
  if (codigo) return { reto, nombre, prueba: { codigo } }
  throw new AppError('entrada.invalida', { errors: [{ field: 'alta', reasons: [MISSING] }] })
}

const MISSING = 'Falta con qué comprobar el factor.'
