import { Entero, Instante, Libre, Lista, Logico, Objeto, Opcion, Opciones, Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { TIPOS_FACTOR } from './factor.entity.ts'

export class FactorDto {
  @Uuid({ descripcion: 'Identificador del factor.' }) id: string
  @Opcion(TIPOS_FACTOR, { descripcion: 'Llave de acceso, o aplicación de códigos.', ejemplo: 'passkey' })
  tipo: (typeof TIPOS_FACTOR)[number]
  @Texto({ descripcion: 'Cómo lo llama la persona.', ejemplo: 'Teléfono del trabajo' }) nombre: string
  @Instante({ descripcion: 'Cuándo se registró.' }) creadoEn: string
  @Instante({ descripcion: 'Cuándo se usó por última vez; nulo si no se ha usado.', nulo: true }) ultimoUsoEn: string | null
}

export class ListFactoresDto {
  @Lista(() => FactorDto, { descripcion: 'Factores, del más antiguo al más reciente.' }) elementos: FactorDto[]
  @Entero({ descripcion: 'Códigos de recuperación que todavía sirven.', ejemplo: 10 }) codigosRestantes: number
  @Logico({ descripcion: 'Si el rol exige un segundo factor.' }) requiereFactor: boolean
}

export class RenombrarFactorDto {
  @Texto({ descripcion: 'Nombre nuevo.', ejemplo: 'Computadora de casa', min: 1, max: 80 }) nombre: string
}

export class PreguntaPasskeyDto {
  @Uuid({ descripcion: 'Identificador del reto: acompaña a la respuesta.' }) reto: string
  @Libre({ descripcion: 'Opciones de WebAuthn para mostrar una llave de acceso.' }) opciones: object
}

export class RetoPasskeyDto {
  @Opciones(TIPOS_FACTOR, { descripcion: 'Clases de factor que tiene la cuenta.', ejemplo: ['passkey', 'totp'] }) metodos: string[]
  @Objeto(() => PreguntaPasskeyDto, { descripcion: 'Reto para sus llaves de acceso, si tiene.', nulo: true })
  passkey: PreguntaPasskeyDto | null
}
