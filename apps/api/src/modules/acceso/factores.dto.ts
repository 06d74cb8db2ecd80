import { Libre, Objeto, Opciones, Uuid } from '../../shared/fields.ts'
import { TIPOS_FACTOR } from './factor.entity.ts'

export class PreguntaPasskeyDto {
  @Uuid({ descripcion: 'Identificador del reto: acompaña a la respuesta.' }) reto: string
  @Libre({ descripcion: 'Opciones de WebAuthn para mostrar una llave de acceso.' }) opciones: object
}

export class RetoPasskeyDto {
  @Opciones(TIPOS_FACTOR, { descripcion: 'Clases de factor que tiene la cuenta.', ejemplo: ['passkey', 'totp'] }) metodos: string[]
  @Objeto(() => PreguntaPasskeyDto, { descripcion: 'Reto para sus llaves de acceso, si tiene.', nulo: true })
  passkey: PreguntaPasskeyDto | null
}
