import { Entero, Fecha, Lista, Objeto, Texto } from '../../../shared/validacion/fields.ts'

export class TiempoPropioDto {
  @Entero({ descripcion: 'Días que se miden, con hoy.' }) dias: number
  @Entero({ descripcion: 'Capturas enviadas que la cuenta verificó u observó en esos días.' }) revisiones: number
  @Texto({ descripcion: 'Mediana desde el envío hasta su verificación u observación; nulo si no hay ninguna.', nulo: true })
  mediana: string | null
}

export class TiempoDto {
  @Entero({ descripcion: 'Capturas enviadas que se verificaron u observaron.' }) revisiones: number
  @Texto({ descripcion: 'Mediana desde el envío hasta la primera verificación u observación; nulo si no hay ninguna.', nulo: true })
  mediana: string | null
  @Texto({ descripcion: 'Nueve de cada diez esperaron esto o menos; nulo si no hay ninguna.', nulo: true }) p90: string | null
}

export class TiempoDiaDto extends TiempoDto {
  @Fecha({ descripcion: 'Día en que se revisaron.' }) dia: string
}

export class TiemposDto {
  @Objeto(() => TiempoDto, { descripcion: 'De todos los días juntos.' }) total: TiempoDto
  @Lista(() => TiempoDiaDto, { descripcion: 'Los días en que se revisó algo, de los últimos catorce.' }) dias: TiempoDiaDto[]
}
