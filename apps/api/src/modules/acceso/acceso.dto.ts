import { PERMISOS, ROLES } from '@conoceles/domain'
import { Entero, Instante, Libre, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../shared/validacion/fields.ts'

export class PruebaPasskeyDto {
  @Uuid({ descripcion: 'Identificador del reto que se respondió.' }) reto: string
  @Libre({ descripcion: 'Respuesta del navegador: `PublicKeyCredential.toJSON()`.' }) respuesta: object
}

/** One of the three. */
export class PruebaDto {
  @Texto({ descripcion: 'Código de seis dígitos de la aplicación de verificación.', opcional: true, max: 6, ejemplo: '492039' })
  codigo?: string
  @Texto({ descripcion: 'Código de recuperación, que sirve una vez.', opcional: true, max: 30, ejemplo: 'k7mp-x3qa-9trw' })
  codigoRecuperacion?: string
  @Objeto(() => PruebaPasskeyDto, { descripcion: 'Respuesta de una llave de acceso.', opcional: true }) passkey?: PruebaPasskeyDto
}

/** The new factor with the proof of it: a code of its TOTP, or the browser's answer. */
export class AltaFactorDto {
  @Uuid({ descripcion: 'Identificador del reto de alta.' }) reto: string
  @Texto({ descripcion: 'Cómo la persona llama a este factor.', ejemplo: 'Teléfono del trabajo', min: 1, max: 80 }) nombre: string
  @Texto({ descripcion: 'Código de seis dígitos, si es una aplicación.', opcional: true, max: 6, ejemplo: '492039' }) codigo?: string
  @Libre({ descripcion: 'Respuesta del navegador, si es una llave de acceso: `PublicKeyCredential.toJSON()`.', opcional: true })
  passkey?: object
}

export class OpcionesAltaDto {
  @Uuid({ descripcion: 'Identificador del reto de alta: dura 15 minutos.' }) reto: string
  @Libre({ descripcion: 'Opciones de WebAuthn para registrar una llave de acceso.' }) passkey: object
  @Texto({ descripcion: 'Dirección `otpauth:` para la aplicación de verificación.' }) totpUri: string
}

export class CodigosRecuperacionDto {
  @Textos({ descripcion: 'Códigos de recuperación: se muestran una vez y cada uno sirve una vez.', ejemplo: ['k7mp-x3qa-9trw'] })
  codigosRecuperacion: string[]
}

export class EntrarDto extends PruebaDto {
  @Texto({ descripcion: 'Correo de la cuenta.', ejemplo: 'captura@ejemplo.mx', min: 1, max: 254 }) correo: string
  @Texto({ descripcion: 'Contraseña.', min: 1, max: 512 }) contrasena: string
  @Objeto(() => AltaFactorDto, { descripcion: 'Primer factor de una cuenta que lo necesita y no lo tiene.', opcional: true })
  alta?: AltaFactorDto
  @Texto({
    descripcion: 'Lo que sigue a `/reponer/` en el enlace recibido, para registrar un factor en lugar de los perdidos.',
    opcional: true,
    max: 100,
  })
  enlace?: string
}

export class ActorPoliticoCuentaDto {
  @Uuid({ descripcion: 'Identificador del actor político.' }) id: string
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class CuentaPropiaDto {
  @Uuid({ descripcion: 'Identificador de la cuenta.' }) id: string
  @Texto({ descripcion: 'Nombre de quien usa la cuenta.' }) nombre: string
  @Texto({ descripcion: 'Correo de la cuenta.' }) correo: string
  @Opcion(ROLES, { descripcion: 'Rol.', ejemplo: 'captura' }) rol: (typeof ROLES)[number]
  @Texto({ descripcion: 'Cargo en el instituto, con el que constan sus actos.', nulo: true }) cargo: string | null
  @Objeto(() => ActorPoliticoCuentaDto, { descripcion: 'Actor político de la cuenta, si es de uno.', nulo: true })
  actorPolitico: ActorPoliticoCuentaDto | null
  @Uuid({ descripcion: 'Candidatura de la cuenta, si es de una persona candidata.', nulo: true }) candidaturaId: string | null
  @Textos({ descripcion: 'Permisos del rol.', ejemplo: PERMISOS.slice(0, 2) }) permisos: string[]
}

export class AuthDto {
  @Texto({ descripcion: 'Token de acceso: va en `Authorization: Bearer`.' }) accessToken: string
  @Instante({ descripcion: 'Hora en que el token de acceso deja de servir.', ejemplo: '2024-04-20T16:10:00.000Z' }) expiraEn: string
  @Entero({ descripcion: 'Segundos que faltan para que termine el acceso de este dispositivo, aunque se siga usando.', ejemplo: 28800 })
  segundosRestantes: number
  @Objeto(() => CuentaPropiaDto, { descripcion: 'La cuenta.' }) cuenta: CuentaPropiaDto
  @Textos({ descripcion: 'Códigos de recuperación, sólo al registrar el primer factor.', ejemplo: ['k7mp-x3qa-9trw'], opcional: true })
  codigosRecuperacion?: string[]
}

export class DispositivoDto {
  @Uuid({ descripcion: 'Identificador del acceso del dispositivo.' }) id: string
  @Texto({ descripcion: 'Navegador y sistema.', ejemplo: 'Firefox en Windows' }) descripcion: string
  @Instante({ descripcion: 'Cuándo entró.' }) creadoEn: string
  @Instante({ descripcion: 'Cuándo se usó por última vez.' }) ultimoUsoEn: string
  @Logico({ descripcion: 'Si es el dispositivo desde el que se pregunta.' }) actual: boolean
}

export class ListDispositivosDto {
  @Lista(() => DispositivoDto, { descripcion: 'Dispositivos con acceso a la cuenta.' }) elementos: DispositivoDto[]
}

export class RecuperarDto {
  @Texto({ descripcion: 'Correo de la cuenta.', ejemplo: 'captura@ejemplo.mx', min: 1, max: 254 }) correo: string
}

export class RecuperarAceptadaDto {
  @Texto({ descripcion: 'Qué sigue.', ejemplo: 'Si hay una cuenta con ese correo, recibirá un enlace.' }) mensaje: string
}

export class RestablecerParamsDto {
  @Texto({ descripcion: 'Lo que sigue a `/restablecer/` en el enlace recibido.', min: 1, max: 100 }) token: string
}

export class RestablecerDto extends RestablecerParamsDto {
  @Texto({ descripcion: 'Contraseña nueva, de 12 a 128 caracteres.', min: 1, max: 512 }) contrasena: string
}

export class InvitacionParamsDto {
  @Texto({ descripcion: 'Lo que sigue a `/invitacion/` en el enlace recibido.', min: 1, max: 100 }) token: string
}

export class InvitacionDto {
  @Texto({ descripcion: 'Nombre de la persona invitada.' }) nombre: string
  @Texto({ descripcion: 'Correo de la cuenta.' }) correo: string
  @Logico({ descripcion: 'Si el rol exige un segundo factor.' }) requiereFactor: boolean
  @Logico({ descripcion: 'Si además del enlace hace falta el código que se da por teléfono o en persona.' })
  requiereCodigoActivacion: boolean
}

export class AcceptInvitacionDto {
  @Texto({ descripcion: 'Contraseña, de 12 a 128 caracteres.', min: 1, max: 512 }) contrasena: string
  @Objeto(() => AltaFactorDto, { descripcion: 'Su primer factor; lo lleva si el rol lo exige.', opcional: true }) alta?: AltaFactorDto
  @Texto({
    descripcion: 'Código que se dio por teléfono o en persona, si la cuenta lo lleva. Al quinto equivocado el enlace deja de funcionar.',
    opcional: true,
    max: 40,
    ejemplo: 'K7QW-29FD',
  })
  codigoActivacion?: string
}
