import { Entero, Lista, Texto } from '../../../shared/validacion/fields.ts'
import { CuentaPropiaDto } from '../acceso.dto.ts'

export class ListDemostracionDto {
  @Lista(() => CuentaPropiaDto, { descripcion: 'Cuentas de demostración del simulacro, por rol.' }) elementos: CuentaPropiaDto[]
}

export class CodigoDemostracionDto {
  @Texto({ descripcion: 'Código de seis dígitos que todavía no se ha usado.', ejemplo: '492039' }) codigo: string
  @Entero({ descripcion: 'Segundos que faltan para que se admita; 0 si ya se admite.', ejemplo: 0 }) sirveEn: number
}
